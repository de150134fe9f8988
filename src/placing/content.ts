/** What a document does that only a node does: quoted as evidence in findings. */
import type { Document, Token } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Evidence } from '../model/place.ts';
import { positionAt } from '../text/source.ts';

/** Programs that only run on a node, or set one up. */
const NODE_PROGRAMS = new Set([
  'kubelet',
  'kubeadm',
  'nodeadm',
  'rke2',
  'k0s',
  'bootstrap.sh',
  'nodeup',
  'crictl',
  'cri-dockerd',
  'microk8s',
]);
const NODE_PATHS =
  /^\/(etc\/kubernetes|var\/lib\/kubelet|etc\/cni|opt\/cni|etc\/systemd\/system\/kubelet|usr\/bin\/kubelet|usr\/local\/bin\/kubelet|opt\/bin\/kubelet|etc\/default\/kubelet|etc\/sysconfig\/kubelet|opt\/azure\/containers|etc\/eks)(\/|\.|$)/;
const NODE_UNITS = /^(kubelet|k3s|k3s-agent|rke2-(server|agent)|kube-proxy|cri-docker)(\.service)?$/;
const NODE_PACKAGES =
  /^(kubelet|kubeadm|kubernetes-cni|cri-tools|nvidia-docker2|nvidia-container-runtime)(=|[-_]v?\d|$)/;

/** Evidence by document, three pieces at most each, in the order of the facts. */
export function contentEvidence(
  documents: readonly Document[],
  facts: readonly Fact[],
): ReadonlyMap<Document, readonly Evidence[]> {
  const byDocument = new Map<Document, Evidence[]>();
  for (const document of documents) byDocument.set(document, []);
  for (const fact of facts) {
    const reason = reasonOf(fact);
    if (!reason) continue;
    for (let at: Document | undefined = fact.document; at; at = at.parent) {
      if (at !== fact.document && (at.language === 'kubernetes' || isTerraformFile(at))) break;
      const list = byDocument.get(at);
      if (list && list.length < 3) list.push(evidenceAt(reason, fact.at));
    }
  }
  return byDocument;
}

/** Its blocks are about machines of their own. */
function isTerraformFile({ language, parent }: Document): boolean {
  return language === 'terraform' && parent === undefined;
}

function reasonOf(fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'command':
      return commandReason(fact.program, fact.words);
    case 'path':
      return fact.use !== 'mount' && NODE_PATHS.test(fact.path) ? `uses ${fact.path}` : undefined;
    case 'package':
      return fact.action !== 'remove' && NODE_PACKAGES.test(fact.name) ? `installs ${fact.name}` : undefined;
    case 'flag':
      return fact.program === 'kubelet' && fact.carrier !== 'map' ? `passes --${fact.name} to the kubelet` : undefined;
    case 'env':
      return /^KUBELET_/.test(fact.name) && fact.document.language !== 'kubernetes' ? `sets ${fact.name}` : undefined;
    case 'image':
    case 'setting':
      return undefined;
    default:
      return fact satisfies never;
  }
}

function commandReason(program: string, words: readonly Token[]): string | undefined {
  const first = words[1]?.text ?? '';
  if (program === 'kubeadm') return /^(init|join|reset|upgrade)$/.test(first) ? `calls kubeadm ${first}` : undefined;
  if (NODE_PROGRAMS.has(program)) return `calls ${program}`;
  if (program === 'systemctl' || program === 'service') {
    const unit = words.slice(1).find((w) => NODE_UNITS.test(w.text));
    return unit && `manages ${unit.text}`;
  }
  return undefined;
}

function evidenceAt(text: string, at: Token): Evidence {
  const span = at.view.root(at.start, at.end).span;
  return { text: `line ${positionAt(span.source, span.start).line} ${text}`, span };
}
