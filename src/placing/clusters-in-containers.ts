/** Machines whose scripts run the nodes of a cluster in containers that they start themselves. */
import type { CommandFact, Fact } from '../model/fact.ts';
import { type Unit, unitOf } from './units.ts';

/** `docker run --privileged … IMAGE`, and `docker exec NAME kubectl …` or `k3s …` for what runs in it. */
export function clustersInContainers(facts: readonly Fact[]): ReadonlySet<Unit> {
  const commands = facts.filter((fact): fact is CommandFact => fact.kind === 'command' && fact.program === 'docker');
  const started = new Set(commands.filter(startsPrivileged).map(unitOf));
  const inStarted = commands
    .filter(asksCluster)
    .map(unitOf)
    .filter((unit) => started.has(unit));
  const engines = new Set(commands.filter(startsEngineOfScript).map(unitOf));
  const inEngine = commands
    .filter(runsKubelet)
    .map(unitOf)
    .filter((unit) => engines.has(unit));
  return new Set([...inStarted, ...inEngine]);
}

/** `docker daemon -H … &`: nothing but this script has the engine. */
function startsEngineOfScript({ words, document }: CommandFact): boolean {
  return words[1]?.text === 'daemon' && document.language === 'shell';
}

function runsKubelet({ words }: CommandFact): boolean {
  const texts = words.slice(1, MOST_WORDS).map(({ text }) => text);
  return texts.includes('run') && texts.includes('kubelet');
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
