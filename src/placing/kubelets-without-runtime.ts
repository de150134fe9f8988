/**
 * Scripts that install or configure Docker Engine beside one that installs the kubelet, in a folder in which nothing brings another
 * runtime: the kubelet needs one, and that is it.
 */
import { SPEAKS_OF_KUBERNETES, SPEAKS_OF_NODES } from '../data/nodes.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { BesideEvidence } from '../model/place.ts';
import { groupBy } from '../text/group.ts';
import { isUnder } from '../text/node-path.ts';
import { folderOf } from '../text/path.ts';
import type { Board } from './board.ts';
import { strongActionOf } from './content.ts';
import { enginePackage, managesUnit } from './own-engines.ts';
import { isWholeScript } from './sequences.ts';
import { rootOf } from './units.ts';

export function placeBesideKubelets(documents: readonly Document[], facts: readonly Fact[], board: Board): void {
  const { around, content, placed } = board;
  const folders = [...groupBy(documents.filter(isWholeScript), ({ path }) => folderOf(path))].flatMap(
    ([folder, group]) => {
      const [evidence] = group.flatMap((one) => kubeletOf(one, board));
      // A folder in which half of the scripts have nothing to do with either is a collection.
      const isCollection = () => group.filter(isOfNodes).length * 2 <= Math.max(group.length, around.scriptsIn(folder));
      return evidence && !around.hasScriptOfOtherRuntime(folder) && !isCollection() ? [{ group, evidence }] : [];
    },
  );
  if (folders.length === 0) return;
  const bringing = new Set(facts.filter(bringsOther).map(({ document }) => rootOf(document)));
  const engines = new Set(facts.filter(isAboutEngine).map(({ document }) => rootOf(document)));
  const bringsRuntime = (one: Document) =>
    content.runtimes.has(one) || (bringing.has(one) && !content.engines.has(one));
  for (const { group, evidence } of folders) {
    if (group.some(bringsRuntime)) continue;
    for (const one of group)
      if (engines.has(one) && !placed.has(one) && !content.servers.has(one) && !content.containers.has(one))
        placed.set(one, { place: 'node', evidence: [evidence], atMost: 'warning' });
  }
}

function isOfNodes({ view }: Document): boolean {
  const text = view.text.slice(0, LONGEST);
  return /docker/i.test(text) || SPEAKS_OF_NODES.test(text) || SPEAKS_OF_KUBERNETES.test(text);
}

const LONGEST = 100_000;

/** That the script makes its machine a node, and brings it no runtime. */
function kubeletOf(script: Document, { placed, content }: Board): readonly BesideEvidence[] {
  const action = placed.get(script)?.place === 'node' ? strongActionOf(script, content) : undefined;
  if (!action || content.engines.has(script) || content.containers.has(script)) return [];
  const isKubelet = action.verb === 'installs' || /^(?:kubeadm |kubelet$)/.test(action.what);
  return isKubelet ? [{ kind: 'beside', path: script.path, action }] : [];
}

/** With the engine of Docker comes containerd.io, which is no other runtime there. */
function bringsOther(fact: Fact): boolean {
  return fact.kind === 'package' && fact.action === 'install' && /^(?:containerd|cri-?o|rkt)/i.test(fact.name);
}

function isAboutEngine(fact: Fact): boolean {
  if (fact.site || fact.polarity !== 'uses' || fact.conditions.some(({ kind }) => kind === 'runtime')) return false;
  switch (fact.kind) {
    case 'package':
      return enginePackage(fact) === 'own';
    case 'path':
      return fact.use === 'write' && FILES_OF_ENGINE.some((path) => isUnder(fact.path, path));
    case 'command':
      return managesUnit(fact, UNIT_OF_ENGINE);
    default:
      return false;
  }
}

const FILES_OF_ENGINE = ['/etc/docker/daemon.json', '/etc/systemd/system/docker.service.d', '/etc/default/docker'];
const UNIT_OF_ENGINE = /^docker(?:\.service)?$/;
