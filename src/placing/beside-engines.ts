/** Machines with Docker Engine beside the runtime that their kubelet is given: what it runs is none of the kubelet's. */
import { DISTRIBUTION_FILES, ENDPOINT_KEYS } from '../data/nodes.ts';
import type { CommandFact, Fact } from '../model/fact.ts';
import type { ActionEvidence } from '../model/place.ts';
import { spanOf } from '../text/placed.ts';
import type { Span } from '../text/source.ts';
import { enginePackage, managesUnit } from './own-engines.ts';
import { roleFolderOf } from './roles.ts';
import { ansibleProject, type Unit, unitsOf } from './units.ts';

/** Machines whose kubelet is given a runtime of its own, and which start containers with Docker all the same: both are there. */
export function besideRuntime(facts: readonly Fact[]): ReadonlyMap<Unit, Span> {
  return new Map([...besideInProject(facts), ...besideOnMachine(facts)]);
}

function besideOnMachine(facts: readonly Fact[]): ReadonlyMap<Unit, Span> {
  const makers = facts.filter((fact) => choosesRuntime(fact) || bringsRuntime(fact) || setsUpContainerd(fact));
  if (makers.length === 0) return NOTHING;
  const running = new Set(facts.filter(startsContainer).flatMap(unitsOf));
  const installed = new Set(facts.filter(installsEngine).flatMap(unitsOf));
  const withDocker = new Set(facts.filter(asksForDocker).flatMap(unitsOf));
  const plain = new Set(facts.filter(isOfKubeadm).flatMap(unitsOf));
  const beside = new Map<Unit, Span>();
  for (const fact of makers) {
    const chooses = choosesRuntime(fact);
    for (const unit of unitsOf(fact))
      if (
        chooses
          ? running.has(unit) || (installed.has(unit) && isAlways(fact))
          : !withDocker.has(unit) && (installed.has(unit) || isAlone(fact, plain.has(unit)))
      )
        beside.set(unit, spanOf(fact.at));
  }
  return beside;
}

const NOTHING: ReadonlyMap<Unit, Span> = new Map();

/** A distribution comes with its runtime, whoever brought the docker that the script calls. */
function isAlone(fact: Fact, isPlain: boolean): boolean {
  return !isPlain && usesDistribution(fact);
}

/** A script that can set up a plain cluster as well. */
function isOfKubeadm(fact: Fact): boolean {
  if (fact.kind === 'command') return /^(?:kubeadm|kubelet)$/.test(fact.program);
  return fact.kind === 'package' && /^(?:kubeadm|kubelet)$/.test(fact.name);
}

/** K3s and its like, and nothing else that makes the machine a node. */
export function areOfDistribution(facts: readonly Fact[]): boolean {
  return facts.some(usesDistribution) && !facts.some((fact) => isOfKubeadm(fact) || asksForDocker(fact));
}

function installsEngine(fact: Fact): boolean {
  return fact.kind === 'package' && enginePackage(fact) === 'own';
}

/** A distribution whose kubelet has a containerd of its own. */
function bringsRuntime(fact: Fact): boolean {
  return usesDistribution(fact) || (fact.kind === 'command' && managesUnit(fact, DISTRIBUTION_UNIT));
}

/** The program of the distribution, or what installs it. */
function usesDistribution(fact: Fact): boolean {
  if (fact.kind === 'command') return DISTRIBUTION.test(fact.program);
  return (
    fact.kind === 'package' &&
    fact.action !== 'remove' &&
    fact.action !== 'query' &&
    DISTRIBUTION_PACKAGE.test(fact.name)
  );
}

const DISTRIBUTION = /^(?:k3s|rke2|k0s|microk8s)$/;
const DISTRIBUTION_UNIT = /^(?:k3s(?:-agent)?|rke2-(?:server|agent)|k0s(?:controller|worker))(?:\.service)?$/;
const DISTRIBUTION_PACKAGE = /^(?:k3s|rke2|k0s|microk8s)(?:$|[-=])|^https?:\/\/get\.(?:k3s\.io|rke2\.io|k0s\.sh)/;

/** What somebody did on a machine that only one of these distributions makes a node. */
export function isOfDistribution({ what }: ActionEvidence): boolean {
  return DISTRIBUTION.test(what) || DISTRIBUTION_UNIT.test(what) || DISTRIBUTION_FILES.test(what);
}

/** `k3s server --docker` */
export function asksForDocker(fact: Fact): boolean {
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
  const always = inTasks.filter(isAlways);
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

/**
 * The part of containerd for the kubelet alone, which Docker Engine never reads: `SystemdCgroup = true`, its whole configuration in
 * place of the one that comes with Docker and switches that part off.
 */
export function setsUpContainerd(fact: Fact): boolean {
  if (fact.kind !== 'command' || !(fact.program === 'containerd' || WRITERS.has(fact.program))) return false;
  if (!isAlways(fact) || fact.site?.kind === 'container') return false;
  const [, first, second] = fact.words;
  if (fact.program === 'containerd') return first?.text === 'config' && second?.text === 'default';
  return fact.words.some(({ text }) => FOR_KUBELET.test(text)) || switchesPartOn(fact);
}

/** `sed -i '/^disabled_plugins/s/^/#/' /etc/containerd/config.toml`: the file that comes with Docker switches that part off. */
function switchesPartOn({ program, words }: CommandFact): boolean {
  const texts = words.map(({ text }) => text);
  return (
    program === 'sed' &&
    texts.some((text) => text.endsWith('/etc/containerd/config.toml')) &&
    texts.some((text) => text.includes('disabled_plugins') && !/^s.\^?#/.test(text))
  );
}

const WRITERS: ReadonlySet<string> = new Set(['sed', 'echo', 'printf', 'tee', 'cat', 'perl', 'awk']);
const FOR_KUBELET = /SystemdCgroup *= *true/;

/** Whether the line gives the kubelet of its machine another runtime than Docker, whatever is chosen elsewhere. */
export function givesOtherRuntime(fact: Fact): boolean {
  return (choosesRuntime(fact) && isAlways(fact)) || setsUpContainerd(fact);
}

/** The first such line of each machine. */
export function runtimesGiven(facts: readonly Fact[]): ReadonlyMap<Unit, Span> {
  const given = facts.filter(givesOtherRuntime).flatMap((fact) => unitsOf(fact).map((unit) => ({ unit, fact })));
  return new Map(given.reverse().map(({ unit, fact }) => [unit, spanOf(fact.at)]));
}

function isAlways({ conditions }: Fact): boolean {
  return !conditions.some(({ kind }) => kind === 'runtime');
}

function configuresRuntime(fact: Fact): boolean {
  return fact.kind === 'path' && fact.use === 'write' && RUNTIME_FILE.test(fact.path);
}

const RUNTIME_FILE = /^\/etc\/(?:containerd\/config\.toml|crio\/crio\.conf(?:\.d\/[^/]+)?)$/;

function startsContainer(fact: Fact): boolean {
  if (fact.kind !== 'command' || fact.program !== 'docker' || fact.polarity !== 'uses') return false;
  const [, first, second] = fact.words.map(({ text }) => text);
  return first === 'run' || (first === 'container' && second === 'run');
}

/** A container by itself, or an application of Compose: `docker compose -f FILE up -d`. */
export function startsSomething(fact: Fact): boolean {
  if (fact.kind !== 'command' || (fact.program !== 'docker' && fact.program !== 'docker-compose')) return false;
  if (startsContainer(fact)) return true;
  const words = fact.words.slice(1, MOST_WORDS).map(({ text }) => text);
  const isCompose = fact.program === 'docker-compose' || words[0] === 'compose';
  return isCompose && fact.polarity === 'uses' && words.includes('up');
}

const MOST_WORDS = 50;

function choosesRuntime(fact: Fact): boolean {
  switch (fact.kind) {
    case 'flag':
      return fact.name === 'container-runtime-endpoint' && OTHER_RUNTIME.test(fact.value?.text ?? '');
    case 'setting':
      return ENDPOINT_KEYS.has(fact.path.at(-1) ?? '') && OTHER_RUNTIME.test(fact.value.text);
    default:
      return false;
  }
}

const OTHER_RUNTIME = /containerd\.sock|crio\.sock|containerd-containerd/;
