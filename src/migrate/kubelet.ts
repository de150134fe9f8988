/** Flags and fields of the kubelet and of kubeadm that speak of the runtime, and credentials on nodes. */
import { DOCKERSHIM_FLAGS, RUNTIME_FLAGS } from '../data/flags.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import { SOURCES } from '../data/source-links.ts';
import { rowAdvice } from '../rules/shared/kubelet-flags.ts';
import type { Inventory, Named, Row } from './model.ts';
import { type Answer, dropped, namedRow, type Plan, person, written } from './plan.ts';

const FLAGS = new Map([...DOCKERSHIM_FLAGS, ...RUNTIME_FLAGS].map((row) => [row.flag, row]));

export function kubeletRows(inventory: Inventory, plan: Plan): readonly Row[] {
  const flags = inventory.kubelet.flatMap((flag) => {
    const found = flagAnswer(flag, plan);
    return found ? [namedRow(flag, `kubelet --${flag.name}`, found.answer, found.source)] : [];
  });
  const fields = inventory.fields.flatMap((field) => {
    const answer = fieldAnswer(field, plan);
    return answer ? [namedRow(field, field.name, answer, SOURCES.toContainerd)] : [];
  });
  return [...flags, ...fields, ...inventory.credentials.map(credentialRow)];
}

function flagAnswer(flag: Named, plan: Plan): { readonly answer: Answer; readonly source: string } | undefined {
  if (flag.name === 'cgroup-driver') {
    const answer = cgroupDriver(flag, plan);
    return answer && { answer, source: SOURCES.runtimes };
  }
  if (/^(?:container-runtime-endpoint|image-service-endpoint)$/.test(flag.name) && /docker/.test(flag.value))
    return { answer: person(`Write \`--${flag.name}=${socketOf(plan)}\``), source: SOURCES.kubelet };
  const row = FLAGS.get(flag.name);
  if (!row) return undefined;
  return { answer: carried(flag, plan) ?? removed(flag, plan), source: row.source };
}

function carried({ name, value, isLiteral }: Named, plan: Plan): Answer | undefined {
  if (!isLiteral || !/^[\w./:@-]+$/.test(value)) return undefined;
  switch (name) {
    case 'pod-infra-container-image':
      plan.sandboxImage ??= value;
      return plan.sandboxImage === value
        ? written('The pause image in the configuration of the runtime; delete the flag')
        : undefined;
    case 'cni-bin-dir':
      if (value === '/opt/cni/bin') return undefined;
      plan.cniPlugins ??= value;
      return written('The folder of CNI plugins in the configuration of the runtime; delete the flag');
    case 'cni-conf-dir':
      if (value === '/etc/cni/net.d') return undefined;
      plan.cniConfiguration ??= value;
      return written('The folder of CNI configurations in that of the runtime; delete the flag');
    default:
      return undefined;
  }
}

function removed({ name, value }: Named, plan: Plan): Answer {
  const row = FLAGS.get(name);
  const token = { text: value };
  if (!row) return dropped('');
  const isRedundant = row.deletable === 'any' || row.deletable.includes(value);
  const advice = rowAdvice(row, token, { runtime: plan.target, minor: 37 });
  return isRedundant ? dropped(advice) : person(advice);
}

function fieldAnswer(field: Named, plan: Plan): Answer | undefined {
  if (field.name === 'cgroupDriver') return cgroupDriver(field, plan);
  if (/^cred(?:Helpers|sStore)/.test(field.name))
    return person('The kubelet runs no credential helpers of Docker: set up its credential provider for this registry');
  if (/^HttpHeaders/.test(field.name)) return dropped('No runtime sends them');
  if (/^proxies/.test(field.name))
    return person('Docker gave these variables to containers: set them in the pods that need them');
  if (!/docker/.test(field.value)) return undefined;
  if (field.name !== 'criSocket') return person(`Write \`${field.name}: ${socketOf(plan)}\``);
  return person(
    `Write \`criSocket: ${socketOf(plan)}\`; nodes that are there already also need \`kubectl annotate node NODE --overwrite kubeadm.alpha.kubernetes.io/cri-socket=${socketOf(plan)}\``,
  );
}

function cgroupDriver({ value, isLiteral }: Named, plan: Plan): Answer | undefined {
  if (!isLiteral || !/^(?:systemd|cgroupfs)$/.test(value)) return undefined;
  if (plan.cgroupDriver !== undefined && plan.cgroupDriver !== value)
    return person(
      `dockerd had \`${plan.cgroupDriver}\`, which the new configuration has, too: the kubelet and the runtime must agree`,
    );
  plan.cgroupDriver = value;
  return written('The same cgroup driver in the runtime, and `cgroupDriver` in KubeletConfiguration');
}

function credentialRow(credential: Named): Row {
  const what =
    'A credential stands in the repository and was not copied: change it, and hand it to pods as an imagePullSecret or to nodes through a credential provider';
  return namedRow(credential, credential.name, person(what), SOURCES.credentialProvider);
}

export function socketOf(plan: Plan): string {
  return `unix://${RUNTIMES[plan.target].socket}`;
}
