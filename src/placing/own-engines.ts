/** The Docker Engine that a repository gives a machine: the node's own, one for cri-dockerd, one beside the kubelet's runtime. */
import { ENGINE_PACKAGE } from '../data/packages.ts';
import { SERVICE_MODULE } from '../data/units.ts';
import type { CommandFact, Fact, FlagFact, ImageFact, PackageFact, SettingFact } from '../model/fact.ts';
import type { EngineEvidence } from '../model/place.ts';
import { isUnder } from '../text/node-path.ts';
import { spanOf } from '../text/placed.ts';
import type { Span } from '../text/source.ts';
import { callsDockerd } from './engines.ts';
import { roleFolderOf } from './roles.ts';
import { ansibleProject, type Unit, unitsOf } from './units.ts';

/** Machines whose kubelet is given a runtime of its own, and which start containers with Docker all the same: both are there. */
export function besideRuntime(facts: readonly Fact[]): ReadonlyMap<Unit, Span> {
  return new Map([...besideInProject(facts), ...besideOnMachine(facts)]);
}

function besideOnMachine(facts: readonly Fact[]): ReadonlyMap<Unit, Span> {
  const running = new Set(facts.filter(startsContainer).flatMap(unitsOf));
  const installed = new Set(facts.filter(installsEngine).flatMap(unitsOf));
  const withDocker = new Set(facts.filter(asksForDocker).flatMap(unitsOf));
  const beside = new Map<Unit, Span>();
  for (const fact of facts) {
    const chooses = choosesRuntime(fact);
    if (!chooses && !bringsRuntime(fact)) continue;
    for (const unit of unitsOf(fact))
      if (chooses ? running.has(unit) : installed.has(unit) && !withDocker.has(unit)) beside.set(unit, spanOf(fact.at));
  }
  return beside;
}

function installsEngine(fact: Fact): boolean {
  return fact.kind === 'package' && enginePackage(fact) === 'own';
}

/** A distribution whose kubelet has a containerd of its own. */
function bringsRuntime(fact: Fact): boolean {
  switch (fact.kind) {
    case 'command':
      return DISTRIBUTION.test(fact.program) || managesUnit(fact, DISTRIBUTION_UNIT);
    case 'package':
      return fact.action !== 'remove' && fact.action !== 'query' && DISTRIBUTION_PACKAGE.test(fact.name);
    default:
      return false;
  }
}

const DISTRIBUTION = /^(?:k3s|rke2|k0s|microk8s)$/;
const DISTRIBUTION_UNIT = /^(?:k3s(?:-agent)?|rke2-(?:server|agent)|k0s(?:controller|worker))(?:\.service)?$/;
const DISTRIBUTION_PACKAGE = /^(?:k3s|rke2|k0s|microk8s)(?:$|[-=])|^https?:\/\/get\.(?:k3s\.io|rke2\.io|k0s\.sh)/;

/** `k3s server --docker` */
function asksForDocker(fact: Fact): boolean {
  return fact.kind === 'flag' && fact.name === 'docker' && fact.program === 'k3s';
}

/** Where the tasks of an installer are, and what they copy. */
const TASKS = /(?:^|\/)(?:roles|playbooks|tasks|handlers)\//;
/** Systems that come with Docker Engine, whatever the kubelet uses. */
const SHIPS_DOCKER = /flatcar|coreos|container-?linux/i;

/**
 * Installers that configure another runtime for the kubelet, and install Docker Engine on the same machines too, or run on
 * a system that ships it: nobody chooses between them, so both are there.
 */
function besideInProject(facts: readonly Fact[]): ReadonlyMap<Unit, Span> {
  const inTasks = facts.filter(({ document }) => TASKS.test(document.path));
  const always = inTasks.filter(({ conditions }) => !conditions.some(({ kind }) => kind === 'runtime'));
  const projects = (of: readonly Fact[]) => new Map(of.map((fact) => [ansibleProject(fact.document.path), fact]));
  const configured = projects(always.filter((fact) => configuresRuntime(fact) || choosesRuntime(fact)));
  const installed = projects(always.filter((fact) => isOfDockerRole(fact) || installsEngine(fact)));
  const beside = new Map<Unit, Span>();
  for (const fact of inTasks) {
    const project = ansibleProject(fact.document.path);
    const runtime = configured.get(project);
    if (!runtime || !(installed.has(project) || SHIPS_DOCKER.test(fact.document.path))) continue;
    for (const unit of unitsOf(fact)) if (!beside.has(unit)) beside.set(unit, spanOf(runtime.at));
  }
  return beside;
}

/** A role that is called after the engine installs it, from wherever it is fetched. */
function isOfDockerRole({ document }: Fact): boolean {
  return /(?:^|[/._-])docker(?:[-_](?:engine|ce))?$/.test(roleFolderOf(document.path) ?? '');
}

function configuresRuntime(fact: Fact): boolean {
  return fact.kind === 'path' && fact.use === 'write' && RUNTIME_FILE.test(fact.path);
}

const RUNTIME_FILE = /^\/etc\/(?:containerd\/config\.toml|crio\/crio\.conf(?:\.d\/[^/]+)?)$/;

export function startsContainer(fact: Fact): boolean {
  if (fact.kind !== 'command' || fact.program !== 'docker' || fact.polarity !== 'uses') return false;
  const [, first, second] = fact.words.map(({ text }) => text);
  return first === 'run' || (first === 'container' && second === 'run');
}

function choosesRuntime(fact: Fact): boolean {
  switch (fact.kind) {
    case 'flag':
      return fact.name === 'container-runtime-endpoint' && OTHER_RUNTIME.test(fact.value?.text ?? '');
    case 'setting':
      return (
        /^(?:containerRuntimeEndpoint|criSocket)$/.test(fact.path.at(-1) ?? '') && OTHER_RUNTIME.test(fact.value.text)
      );
    default:
      return false;
  }
}

const OTHER_RUNTIME = /containerd\.sock|crio\.sock|containerd-containerd/;

/** Whether the line gives the machine a Docker Engine. */
export function engineOf(fact: Fact): EngineEvidence['kind'] | undefined {
  switch (fact.kind) {
    case 'package':
      return enginePackage(fact);
    case 'command':
      if (/^cri-dockerd$/.test(fact.program)) return 'adapter';
      if (managesUnit(fact, ADAPTER_UNIT) || startsWithAdapter(fact)) return 'adapter';
      if (startsDaemon(fact)) return 'own';
      if (startsNodeOfRke(fact)) return 'adapter';
      return runsNodesAsContainers(fact) || startsSwarm(fact) ? 'own' : undefined;
    case 'path':
      if (isUnder(fact.path, FOLDER_OF_RKE)) return 'adapter';
      return fact.use === 'write' && fact.polarity === 'uses' ? engineWritten(fact.path) : undefined;
    case 'setting':
      if (isServiceName(fact) && ADAPTER_UNIT.test(fact.value.text)) return 'adapter';
      return startsEngine(fact) ? 'own' : undefined;
    case 'image':
      return startsEngine(fact) ? 'own' : undefined;
    case 'flag':
      return isKubeletOfAdapter(fact) ? 'adapter' : undefined;
    case 'env':
      return undefined;
    default:
      return fact satisfies never;
  }
}

const ADAPTER_SOCKET = /\/cri-dockerd\.sock/;

/** `kubeadm join … --cri-socket unix:///run/cri-dockerd.sock` */
function startsWithAdapter({ program, words }: CommandFact): boolean {
  const texts = words.map(({ text }) => text);
  return (
    program === 'kubeadm' && /^(?:init|join)$/.test(texts[1] ?? '') && texts.some((text) => ADAPTER_SOCKET.test(text))
  );
}

function isKubeletOfAdapter({ program, name, value }: FlagFact): boolean {
  return program === 'kubelet' && name === 'container-runtime-endpoint' && ADAPTER_SOCKET.test(value?.text ?? '');
}

/** RKE, which is archived and only works with Docker: what its nodes are cleaned of, and what makes a machine one. */
const FOLDER_OF_RKE = '/opt/rke';
const IMAGE_OF_RKE = /(?:^|\/)rancher\/(?:rancher-agent|hyperkube|rke-tools)(?:[:@]|$)/;

function startsNodeOfRke({ program, words }: CommandFact): boolean {
  return program === 'docker' && words.some(({ text }) => IMAGE_OF_RKE.test(text));
}

/** A program or unit that is put in its place. */
function engineWritten(path: string): EngineEvidence['kind'] | undefined {
  if (/\/(?:cri-dockerd|cri-docker\.(?:service|socket))$/.test(path)) return 'adapter';
  return /\/systemd\/system\/docker\.service$/.test(path) ? 'own' : undefined;
}

const ADAPTER_UNIT = /^cri-dockerd?(\.service|\.socket)?$/;

/** `service: {name: …}` in a task of Ansible. */
export function isServiceName({ format, path }: SettingFact): boolean {
  return format === 'ansible' && path.at(-1) === 'name' && SERVICE_MODULE.test(path.at(-2) ?? '');
}

/** `command: [sh, -c, …]` in the values of a chart. */
function isCommandOfChart({ format, path }: SettingFact): boolean {
  return format === 'helm-values' && path.at(-1) === '[]' && /^(?:command|args)$/.test(path.at(-2) ?? '');
}

/** Whether the line starts the engine, or builds on an image that does. */
export function startsEngine(fact: Fact): boolean {
  if (fact.kind === 'image') return isBaseWithEngine(fact);
  if (fact.kind === 'setting') return isCommandOfChart(fact) && callsDockerd(fact.value.text);
  // A unit is one of a machine, also where a ConfigMap carries it there.
  if (fact.kind !== 'command' || fact.document.language === 'systemd') return false;
  return startsDaemon(fact);
}

/** `dockerd`, or `docker daemon …` of a script that was written before there was one. */
function startsDaemon({ program, words, polarity, document }: CommandFact): boolean {
  if (polarity !== 'uses') return false;
  return (
    program === 'dockerd' || (program === 'docker' && words[1]?.text === 'daemon' && document.language === 'shell')
  );
}

/** `FROM docker:28-dind` */
function isBaseWithEngine({ document, ref }: ImageFact): boolean {
  return document.language === 'dockerfile' && /(?:^|[/:-])dind(?:-rootless)?(?:[:@-]|$)/.test(ref);
}

function enginePackage({ name, action, manager }: PackageFact): EngineEvidence['kind'] | undefined {
  if (action === 'download') return /get\.docker\.com|test\.docker\.com/.test(name) ? 'own' : undefined;
  if (action !== 'install' || /^(pip3?|npm|gem)$/.test(manager)) return undefined;
  if (/^cri-dockerd/.test(name)) return 'adapter';
  if (manager === 'copy') return name === 'dockerd' ? 'own' : undefined;
  // The command of Docker that runs podman.
  if (name === 'podman-docker') return 'own';
  return ENGINE_PACKAGE.test(name.toLowerCase()) ? 'own' : undefined;
}

function managesUnit({ program, words }: CommandFact, unit: RegExp): boolean {
  const starts = words.some(({ text }) => /^(start|restart|enable|reload-or-restart)$/.test(text));
  return (program === 'systemctl' || program === 'service') && starts && words.some(({ text }) => unit.test(text));
}

function startsSwarm({ program, words }: CommandFact): boolean {
  const texts = words.map(({ text }) => text);
  return program === 'docker' && (texts[1] === 'swarm' || texts[1] === 'stack');
}

export function runsNodesAsContainers({ program, words }: CommandFact): boolean {
  const texts = words.map(({ text }) => text);
  switch (program) {
    case 'kind':
      return /^(create|get|load|delete)$/.test(texts[1] ?? '');
    case 'k3d':
      return /^(cluster|node|image)$/.test(texts[1] ?? '');
    case 'minikube':
      return texts[1] === 'start' && /(?:^| )--(?:vm-)?driver[= ]docker(?: |$)/.test(texts.join(' ').slice(0, 4096));
    case 'curl':
    case 'wget':
    case 'go':
      return texts.some((text) =>
        /kind\.sigs\.k8s\.io\/dl\/|\/k3d-io\/k3d\/|^sigs\.k8s\.io\/kind@/.test(text.slice(0, 4096)),
      );
    // OpenShift 3 in the Docker Engine of one machine.
    case 'oc':
      return texts[1] === 'cluster' && /^(up|down|add)$/.test(texts[2] ?? '');
    case 'docker':
      return texts.includes('run') && texts.some((text) => /(^|\/)(kindest\/node|k3s:|kubeadm-dind)/.test(text));
    default:
      return false;
  }
}
