/** What is done on a machine that only a node does, or that brings it a container engine: quoted as evidence in findings. */

import {
  DISTRIBUTION_FILES,
  EKS_BOOTSTRAP,
  IMAGES_OF_NODES,
  MACHINE_IMAGES_OF_NODES,
  NODE_CONTAINERS,
  NODE_MODULES,
  NODE_PACKAGES,
  NODE_PATHS,
  NODE_PROGRAMS,
  NODE_UNITS,
  SCRIPT_OF_NODE,
  WINDOWS_NODE_PATHS,
  WINDOWS_NODE_SERVICE,
} from '../data/nodes.ts';
import { READS_EVENT_LOG } from '../data/units.ts';
import { shieldOf } from '../model/condition.ts';
import type { Document, Language } from '../model/document.ts';
import type { CommandFact, EnvFact, Fact, PackageFact, PathFact, SettingFact } from '../model/fact.ts';
import type { ActionEvidence, EngineEvidence } from '../model/place.ts';
import { baseName } from '../text/path.ts';
import { spanOf } from '../text/placed.ts';
import type { Span } from '../text/source.ts';
import { asksForDocker, besideRuntime, runtimesGiven, startsSomething } from './beside-engines.ts';
import { clustersInContainers } from './clusters-in-containers.ts';
import { filesForDocker } from './for-docker.ts';
import { engineOf, isServiceName, runsNodesAsContainers, startsEngine } from './own-engines.ts';
import { isTerraformBlock, type Unit, unitsOf } from './units.ts';

const WINDOWS_SERVICE_PROGRAMS = /^(?:sc|nssm|net|(?:get|new|set|start|stop|restart|suspend|remove)-service)$/;

export interface Content {
  readonly actions: ReadonlyMap<Unit, readonly ActionEvidence[]>;
  /** All that only a node does, of the scripts that hold functions. */
  readonly strong: ReadonlyMap<Document, readonly ActionEvidence[]>;
  readonly engines: ReadonlyMap<Unit, EngineEvidence>;
  /** Machines that run the nodes of a cluster as containers: kind, k3d, minikube. */
  readonly containers: ReadonlySet<Unit>;
  /** Machines from which somebody sets up others: they run playbooks. */
  readonly operators: ReadonlySet<Unit>;
  /** Machines that get Docker Engine and containers which are started with it: what sounds like a node's may be theirs. */
  readonly servers: ReadonlySet<Unit>;
  /** A distribution is told to use Docker Engine, `k3s server --docker`, in place of the runtime that it brings. */
  readonly isDockerAsked: boolean;
  /** Where machines are given another runtime than Docker for their kubelet. */
  readonly runtimes: ReadonlyMap<Unit, Span>;
}

/** Evidence by unit, three pieces at most each, in the order of the facts. */
export function contentEvidence(facts: readonly Fact[]): Content {
  const actions = new Map<Unit, ActionEvidence[]>();
  const strong = new Map<Document, ActionEvidence[]>();
  const engines = new Map<Unit, EngineEvidence>();
  const containers = new Set<Unit>();
  const operators = new Set<Unit>();
  const starting = new Set(facts.filter(startsSomething).flatMap(unitsOf));
  const started = ownContainers(facts);
  const beside = besideRuntime(facts);
  const packing = packingDocuments(facts);
  for (const fact of facts) {
    const own = actionOf(fact, started);
    const action = own?.verb === 'tags' && packing.has(fact.document) ? undefined : own;
    const engine = engineUnder(fact, filesForDocker(facts));
    const inContainers = fact.kind === 'command' && runsNodesAsContainers(fact);
    const runsPlaybook = fact.kind === 'command' && fact.words.some(({ text }) => text === 'ansible-playbook');
    if (!action && !engine && !inContainers && !runsPlaybook) continue;
    if (action && !action.weak && !fact.site && fact.document.language === 'shell')
      addStrong(strong, fact.document, { kind: 'action', ...action, span: spanOf(fact.at) });
    for (const unit of unitsOf(fact)) {
      if (action) addAction(actions, unit, { kind: 'action', ...action, span: spanOf(fact.at) });
      if (engine) addEngine(engines, unit, { kind: engine, isStarted: startsEngine(fact), span: spanOf(fact.at) });
      if (inContainers) containers.add(unit);
      if (runsPlaybook) operators.add(unit);
    }
  }
  for (const unit of clustersInContainers(facts)) {
    containers.add(unit);
    // Whom it asks for containers of Kubernetes is the engine of the script.
    const others = (actions.get(unit) ?? []).filter(({ verb }) => verb !== 'asks');
    actions.set(unit, others);
  }
  for (const [unit, span] of beside)
    if (engines.get(unit)?.kind !== 'adapter') engines.set(unit, { kind: 'own', isBeside: true, span });
  const servers = new Set([...starting].filter((unit) => engines.get(unit)?.kind === 'own' && !beside.has(unit)));
  const isDockerAsked = facts.some(asksForDocker);
  return { actions, strong, engines, containers, operators, servers, isDockerAsked, runtimes: runtimesGiven(facts) };
}

/** What is chosen with the runtime is there for that choice alone; cri-dockerd, in a file that is for the choice of Docker. What only older nodes get is none of today's. */
function engineUnder(fact: Fact, forDocker: ReadonlySet<Document>): EngineEvidence['kind'] | undefined {
  if (!fact.conditions.some(({ kind }) => kind === 'runtime' || kind === 'version')) return engineOf(fact);
  if (shieldOf(fact.conditions)?.kind === 'version') return undefined;
  if (!fact.conditions.some(({ kind }) => kind === 'runtime')) return engineOf(fact);
  return forDocker.has(fact.document) && engineOf(fact) === 'adapter' ? 'adapter' : undefined;
}

/** The first that is more than a hint. */
export function strongActionOf(unit: Unit, { actions }: Content): ActionEvidence | undefined {
  return actions.get(unit)?.find(({ weak }) => !weak);
}

function addAction(actions: Map<Unit, ActionEvidence[]>, unit: Unit, action: ActionEvidence): void {
  const list = actions.get(unit) ?? [];
  if (list.length < 3) actions.set(unit, [...list, action]);
  else if (!action.weak && list.every((one) => one.weak)) actions.set(unit, [action, ...list.slice(0, 2)]);
}

function addStrong(strong: Map<Document, ActionEvidence[]>, document: Document, action: ActionEvidence): void {
  const list = strong.get(document) ?? [];
  if (list.length < MOST_STRONG) list.push(action);
  strong.set(document, list);
}

const MOST_STRONG = 200;

/** The first one, unless another says more: an adapter, or that the engine is started here. */
function addEngine(engines: Map<Unit, EngineEvidence>, unit: Unit, engine: EngineEvidence): void {
  const known = engines.get(unit);
  const isStartedNow = engine.isStarted && known?.kind === 'own' && !known.isStarted;
  if (!known || engine.kind === 'adapter' || isStartedNow) engines.set(unit, engine);
}

/** Its scripts run on the machine that becomes the image, and its variables are theirs. */
export function isPackerTemplate({ path, language, parent, view }: Document): boolean {
  if (parent) return false;
  if (language === 'terraform') return /\.pkr(?:vars)?\.hcl$/.test(path);
  return language === 'json' && /"builders"\s*:/.test(view.text) && /"provisioners"\s*:/.test(view.text);
}

/** What describes containers: their variables say nothing about the machine. */
const DESCRIBED: ReadonlySet<Language> = new Set(['kubernetes', 'yaml', 'workflow', 'helm-values']);

type Action = Pick<ActionEvidence, 'verb' | 'what' | 'weak'>;

function actionOf(fact: Fact, started: ReadonlySet<string>): Action | undefined {
  switch (fact.kind) {
    case 'command':
      return commandAction(fact, started);
    case 'path':
      return isPathOfNode(fact) ? { verb: 'uses', what: fact.path, weak: true } : undefined;
    case 'package':
      return fact.action !== 'remove' && fact.action !== 'query' && makesNode(fact)
        ? { verb: 'installs', what: fact.name }
        : undefined;
    case 'flag':
      // `kubelet ash -l`: a word among others; the kubelet has no options of one letter but `-v` and `-h`.
      return fact.program === 'kubelet' &&
        (fact.carrier !== 'map' || isTerraformBlock(fact.document)) &&
        fact.name.length > 1 &&
        !fact.forStartedCluster
        ? { verb: 'passes', what: `--${fact.name} to the kubelet` }
        : undefined;
    case 'env':
      return (/^KUBELET_/.test(fact.name) || isKubeletVariable(fact)) &&
        !fact.pod &&
        !DESCRIBED.has(fact.document.language)
        ? { verb: 'sets', what: fact.name }
        : undefined;
    case 'setting':
      return serviceAction(fact) ?? unitAction(fact) ?? imageAction(fact);
    case 'image':
      return undefined;
    default:
      return fact satisfies never;
  }
}

/** Functions of a script that hand a command to another machine: `vm-command "ls /etc/kubernetes"`, `remote_exec …`. */
const ELSEWHERE = /^(?:vm|guest|remote|ssh)[-_]\w|\w[-_](?:on|in|to)[-_](?:vm|guest|remote|nodes?|hosts?)$/;

/** What people read from the files of a distribution, they read on a node or have copied from one. */
function isPathOfNode({ path, use, command }: PathFact): boolean {
  if (ELSEWHERE.test(command?.program ?? '')) return false;
  if (use === 'write' && DISTRIBUTION_FILES.test(path)) return true;
  return use !== 'mount' && (NODE_PATHS.test(path) || WINDOWS_NODE_PATHS.test(path));
}

/** A package of nodes, or the module of Puppet that installs them. */
function makesNode({ name, manager }: PackageFact): boolean {
  return NODE_PACKAGES.test(name) || (manager === 'module' && NODE_MODULES.test(name));
}

/** `service: {name: kubelet, state: started}` in a task of Ansible. */
function serviceAction(fact: SettingFact): Action | undefined {
  const { text } = fact.value;
  return isServiceName(fact) && NODE_UNITS.test(text) ? { verb: 'manages', what: text } : undefined;
}

/** `{name: kubelet.service, enabled: true}` among the units of Ignition and Butane, and in Terraform’s data for them. */
function unitAction({ path, value: { text }, pod }: SettingFact): Action | undefined {
  if (pod || path.at(-1) !== 'name' || !text.endsWith('.service') || !NODE_UNITS.test(text)) return undefined;
  const isListed = path.includes('ignition_systemd_unit') || (path.includes('systemd') && path.includes('units'));
  return isListed ? { verb: 'manages', what: text } : undefined;
}

/** What a template of Packer starts from: the machine that it builds is a node too. */
function imageAction({ value: { text }, document }: SettingFact): Action | undefined {
  return MACHINE_IMAGES_OF_NODES.test(text) && isPackerTemplate(document)
    ? { verb: 'uses', what: `the image ${text.slice(0, 60)}` }
    : undefined;
}

/** `$global:KubeletConfigArgs`, `$KubeletPath` in PowerShell. */
function isKubeletVariable({ name, document }: EnvFact): boolean {
  return document.language === 'powershell' && /^Kubelet[A-Z_]/.test(name);
}

function commandAction(
  { program, words, site, document }: CommandFact,
  started: ReadonlySet<string>,
): Action | undefined {
  const first = words[1]?.text ?? '';
  if (program === 'kubeadm')
    return /^(init|join|reset|upgrade)$/.test(first) ? { verb: 'calls', what: `kubeadm ${first}` } : undefined;
  if (program === 'bootstrap.sh' && !EKS_BOOTSTRAP.test(words[0]?.text ?? '')) return undefined;
  if (NODE_PROGRAMS.has(program) || SCRIPT_OF_NODE.test(program)) return { verb: 'calls', what: program };
  if (program === 'crictl') return { verb: 'calls', what: program, weak: true };
  if (/^p(?:grep|idof)$/.test(program) && words.slice(1).some(({ text }) => text === 'kubelet'))
    return { verb: 'asks', what: 'for the process kubelet' };
  if (program === 'systemctl' || program === 'service') {
    const unit = words.slice(1).find((w) => NODE_UNITS.test(w.text));
    return unit && { verb: 'manages', what: unit.text };
  }
  const service = words.slice(1).find((w) => WINDOWS_NODE_SERVICE.test(w.text));
  if (service && WINDOWS_SERVICE_PROGRAMS.test(program)) return { verb: 'manages', what: service.text };
  if (service && READS_EVENT_LOG.test(program)) return { verb: 'uses', what: `the event log of ${service.text}` };
  if (program !== 'docker' || site?.kind === 'container') return undefined;
  const tagged = tagForNodes(words);
  if (tagged !== undefined) return { verb: 'tags', what: tagged, weak: true };
  const name = containerAsked(words.slice(first === 'container' ? 2 : 1).map(({ text }) => text));
  const isOwn = [name?.split(':')[0], '*'].some((one) => started.has(`${document.path} ${one}`));
  return name !== undefined && NODE_CONTAINERS.test(name) && !isOwn
    ? { verb: 'asks', what: `Docker for ${name.slice(0, 60)}` }
    : undefined;
}

/** Scripts that pack images for other machines: `docker save k8s.gcr.io/pause:3.2 | gzip > pause.tgz`. */
function packingDocuments(facts: readonly Fact[]): ReadonlySet<Document> {
  const packing = facts.filter(
    (fact) =>
      fact.kind === 'command' &&
      fact.program === 'docker' &&
      fact.words.slice(1, 3).some(({ text }) => /^(?:save|push)$/.test(text)),
  );
  return new Set(packing.map(({ document }) => document));
}

/** `docker tag mirror/pause:3.2 k8s.gcr.io/pause:3.2`: nobody can push there, so it is for the kubelet of this machine. */
function tagForNodes(words: CommandFact['words']): string | undefined {
  const [verb, ...rest] = words.slice(words[1]?.text === 'image' ? 2 : 1).map(({ text }) => text);
  const name = verb === 'tag' ? rest.at(-1) : undefined;
  return name !== undefined && IMAGES_OF_NODES.test(name) ? name.slice(0, 60) : undefined;
}

/** The container that `docker exec`, `docker logs`, `docker ps --filter name=…` are about. */
function containerAsked([verb = '', ...rest]: readonly string[]): string | undefined {
  if (verb === 'ps') return rest.find((text) => /^(?:--filter=|-f=?)?name=/.test(text))?.replace(/^.*name=/, '');
  if (verb === 'cp') return rest.find((text) => /^[\w-]+:/.test(text))?.replace(/:.*/s, ':');
  if (!/^(exec|logs|inspect|restart|stop|kill|rm|start|top)$/.test(verb)) return undefined;
  const at = rest.findIndex((text, i) => !text.startsWith('-') && !VALUED.test(rest[i - 1] ?? ''));
  return rest[at];
}

const VALUED = /^(-e|--env|-u|--user|-w|--workdir|-f|--format|-n|--tail|--since|--until|-t|--time|-s|--signal)$/;

/** `docker compose up`, after which the names of containers are those of its services. */
function startsCompose({ program, words }: CommandFact): boolean {
  const texts = words.slice(1).map(({ text }) => text);
  return (program === 'docker-compose' || (program === 'docker' && texts[0] === 'compose')) && texts.includes('up');
}

/** Names that a file gives to containers which it starts itself; `*` for all that Compose starts. */
function ownContainers(facts: readonly Fact[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const fact of facts) {
    if (fact.kind !== 'command') continue;
    if (startsCompose(fact)) names.add(`${fact.document.path} *`);
    if (fact.program !== 'docker') continue;
    const words = fact.words.map(({ text }) => text);
    if (!words.includes('run') && !words.includes('create')) continue;
    words.forEach((word, i) => {
      const name = words[i - 1] === '--name' ? word : /^--name=(.+)/.exec(word)?.[1];
      if (name) names.add(`${fact.document.path} ${name}`);
    });
  }
  return names;
}

/** A systemd unit that is the kubelet, or another program of a node. */
export function unitOfNode(path: string, target: string | undefined): boolean {
  const file = (target ?? path).replace(/\.(j2|tmpl|tpl|erb|template)$/i, '').replace(/\.d\/[^/]+\.conf$/, '');
  return NODE_UNITS.test(baseName(file));
}
