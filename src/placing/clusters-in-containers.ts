/** Machines whose scripts run the nodes of a cluster in containers that they start themselves. */
import type { Document } from '../model/document.ts';
import type { CommandFact, Fact } from '../model/fact.ts';
import { rootOf, type Unit, unitOf } from './units.ts';

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
  const made = commands.filter(makesNodeInside).map(unitOf);
  const named = commands.filter(namesNodeOfTool).map(unitOf);
  const nodes = facts.flatMap((fact) => (isInNode(fact) ? unitOf({ ...fact, site: fact.site?.outer }) : []));
  return new Set([...inStarted, ...inEngine, ...made, ...named, ...nodes, ...machinesInContainers(facts, commands)]);
}

/** What `docker exec` runs in a container that is a node: one of those that `kubectl get nodes` lists, or with a runtime of its own. */
function isInNode(fact: Fact): boolean {
  if (fact.kind !== 'command' || fact.site?.kind !== 'container') return false;
  if (!fact.statement.commands.some((one) => one.program === 'docker' && entersContainer(one))) return false;
  const name = fact.site.name.slice(0, LONGEST_NAME);
  return LISTED_NODES.test(name) || (/^(?:crictl|ctr)$/.test(fact.program) && !COMPONENT.test(name));
}

const LONGEST_NAME = 400;
const LISTED_NODES =
  /^\$\((?:(?:kubectl|oc)\b[^|]{0,300}?(?:\bget\b[ \t]+nodes?\b|\.spec\.nodeName\b)|kind[ \t]+get[ \t]+nodes\b)/;

/** `docker cp kind-control-plane:/a .`, `docker pause k3d-dev-agent-0`: kind and k3d call the containers of their nodes like that. */
function namesNodeOfTool({ words, document }: CommandFact): boolean {
  const [verb = '', ...rest] = words.slice(1, MOST_WORDS).map(({ text }) => text);
  if (document.language === 'kubernetes' || !ON_CONTAINERS.test(verb)) return false;
  return rest.some((text) => NODE_OF_TOOL.test(text.slice(0, LONGEST_NAME)) && !COMPONENT.test(text));
}

const ON_CONTAINERS = /^(?:exec|cp|start|stop|restart|kill|pause|unpause|inspect|logs|network)$/;
const NODE_OF_TOOL =
  /^(?:kind-(?:control-plane|worker)\d{0,3}|[^/:]{0,200}-control-plane\d{0,3}|k3d-[^/:]{1,200}-(?:server|agent)-\d{1,3})(?:$|:)/;

/** Scripts that enter containers in which the units of a node run. */
function machinesInContainers(facts: readonly Fact[], commands: readonly CommandFact[]): readonly Document[] {
  const entered = new Set(commands.filter(entersContainer).map(({ document }) => rootOf(document)));
  if (entered.size === 0) return [];
  const managed = facts.filter(managesUnitInContainer).map(({ document }) => rootOf(document));
  return managed.filter((document) => entered.has(document));
}

function entersContainer({ words }: CommandFact): boolean {
  return words[1]?.text === 'exec';
}

/** `docker exec -i "$NODE" bash <<EOF … systemctl restart kubelet`: a container with units of a node is one. */
function managesUnitInContainer(fact: Fact): boolean {
  if (fact.kind !== 'command' || fact.site?.kind !== 'container' || !/^(?:systemctl|service)$/.test(fact.program))
    return false;
  return fact.words.slice(1, MOST_WORDS).some(({ text }) => UNIT_OF_NODE.test(text));
}

const UNIT_OF_NODE = /^(?:kubelet|docker|containerd|crio)(?:\.service)?$/;

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

/** `docker exec NAME kubeadm join …`: the container becomes the node, and not the machine that runs it. */
function makesNodeInside({ words }: CommandFact): boolean {
  const texts = words.slice(1, MOST_WORDS).map(({ text }) => text);
  const at = texts.indexOf('exec') < 0 ? -1 : texts.indexOf('kubeadm');
  return at > 0 && /^(?:init|join|reset)$/.test(texts[at + 1] ?? '');
}

const COMPONENT = /^(?:kubelet|kube-\w+|etcd|k8s_)/;
const MOST_WORDS = 200;
