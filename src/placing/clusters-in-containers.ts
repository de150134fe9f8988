/** Machines whose scripts run the nodes of a cluster in containers that they start themselves. */
import type { CommandFact, Fact } from '../model/fact.ts';
import { type Unit, unitOf } from './units.ts';

/** `docker run --privileged … IMAGE`, and `docker exec NAME kubectl …` or `k3s …` for what runs in it. */
export function clustersInContainers(facts: readonly Fact[]): ReadonlySet<Unit> {
  const commands = facts.filter((fact): fact is CommandFact => fact.kind === 'command' && fact.program === 'docker');
  const started = new Set(commands.filter(startsPrivileged).map(unitOf));
  return new Set(
    commands
      .filter(asksCluster)
      .map(unitOf)
      .filter((unit) => started.has(unit)),
  );
}

function startsPrivileged({ words }: CommandFact): boolean {
  const texts = words.slice(1, MOST_WORDS).map(({ text }) => text);
  return texts.includes('run') && texts.some((text) => /^--privileged(?:=true)?$/.test(text));
}

/** The components of clusters whose kubelet runs everything with Docker are containers too; the names of these tell. */
function asksCluster({ words }: CommandFact): boolean {
  const texts = words.slice(1, MOST_WORDS).map(({ text }) => text);
  const at = texts.indexOf('exec');
  const inside = at < 0 ? [] : texts.slice(at + 1);
  return inside.some((text) => /^(?:kubectl|k3s|kubeadm)$/.test(text)) && !inside.some((text) => COMPONENT.test(text));
}

const COMPONENT = /^(?:kubelet|kube-\w+|etcd|k8s_)/;
const MOST_WORDS = 200;
