/** What to do with the mount of Docker's socket in a program that is not known by its name: by what it seems to use it for. */
import { RUNTIMES } from '../../data/runtimes.ts';
import type { Container, Pod } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { rootOf } from '../../placing/units.ts';
import { once } from '../../text/once.ts';
import { hasHole } from '../../text/view.ts';
import { type ChartValue, chartValueOf } from './chart-values.ts';
import { repositoryOf } from './images.ts';
import { mountsOf } from './pods.ts';
import { isContainerdOfDocker } from './sockets.ts';
import { quoted, sentence } from './words.ts';

const BUILD_WORDS =
  'build images with BuildKit or Buildah, or with a docker:dind sidecar that shares an emptyDir at /var/run';
export const BUILD_ADVICE = `Delete the mount: ${BUILD_WORDS}`;

const RUN_ADVICE =
  'Delete the mount, and make what `docker run` starts a container of the pod itself (with its devices, mounts and securityContext)';
const PULL_ADVICE =
  'Delete the mount with `docker pull`: the kubelet pulls what a container of the pod names as its image';

export function mountAdvice(fact: Fact, socket: string, target: Target): string {
  const value = chartValueOf(fact, target);
  if (value?.other) return sentence(otherAdvice(value, value.other));
  switch (readerOf(fact)) {
    case 'run':
      return RUN_ADVICE;
    case 'pull':
      return PULL_ADVICE;
    case 'build':
      return value?.off ? sentence(`${setting(value.off)}: ${BUILD_WORDS}`) : BUILD_ADVICE;
    case 'agent':
      return agentAdvice(fact, socket, value);
    default:
      return unknownAdvice(fact, socket, value);
  }
}

/** What opens the socket of Docker's own containerd opens that of the kubelet's as well; CRI-O is none. */
export function containerdAdvice(text: string, { runtime }: Target): string | undefined {
  if (!isContainerdOfDocker(text) || RUNTIMES[runtime].keepsDocker) return undefined;
  return runtime === 'cri-o'
    ? 'Replace the program, or delete the line: it speaks containerd’s API, and nodes with CRI-O have no containerd'
    : `Write ${text.startsWith('unix://') ? 'unix://' : ''}${RUNTIMES.containerd.socket} in its place: it is the same API, where the kubelet’s containers are in the namespace k8s.io`;
}

/** What a program wants, with the values of the chart that mounts the socket for it. */
export function adviceOfChart(advice: string, fact: Fact, target: Target): string {
  const value = RUNTIMES[target.runtime].keepsDocker ? undefined : chartValueOf(fact, target);
  if (!value) return advice;
  if (value.other) return sentence(otherAdvice(value, value.other));
  if (value.off) return sentence(advice.replace(MOUNT_GOES, setting(value.off)));
  return value.key === undefined ? advice : withKey(advice, value, value.key, fact);
}

/** The value is only the path: it takes the mount away nowhere. */
function withKey(advice: string, { template }: ChartValue, key: string, fact: Fact): string {
  if (/^mount /i.test(advice)) return `${advice}; ${quoted(key)} is its path on the node`;
  const place = placeOf(fact);
  return advice.replace(MOUNT_GOES, (words) =>
    place ? `${words} (${place.words} in ${template}; ${quoted(key)} is only its path)` : words,
  );
}

const MOUNT_GOES = /\bdelete the (?:mount(?: of the socket)?|socket)\b/i;

function otherAdvice({ off }: ChartValue, other: string): string {
  return off?.endsWith(': false') ? `${setting(other)} and ${quoted(off)}` : setting(other);
}

function setting(value: string): string {
  return `set ${quoted(value)}`;
}

function unknownAdvice(fact: Fact, socket: string, value: ChartValue | undefined): string {
  const place = placeOf(fact);
  const put = putWords(value, socket) ?? `mount ${socket} there`;
  if (place)
    return `What ${place.image} does with it decides. Nothing: ${goneWords(value, place.words)}. It reads containers: ${put}, and set its own option for CRI. It builds images: BuildKit, Buildah or a docker:dind sidecar. It runs \`docker exec\` in neighbours: the Kubernetes API (pods/exec)`;
  return `Delete the mount where nothing opens it. An agent that reads containers: mount ${socket} and set the agent’s own option for CRI. An image build: BuildKit, Buildah or a docker:dind sidecar. A \`docker exec\` into neighbours: the Kubernetes API (pods/exec)`;
}

/** Swapping the path alone gives a client that speaks the wrong protocol; which of both it is, the settings of the program say. */
function agentAdvice(fact: Fact, socket: string, value: ChartValue | undefined): string {
  const place = placeOf(fact);
  if (!place)
    return `Mount ${socket} and set the agent’s own option for CRI to it; a program that only speaks Docker’s API has to be replaced`;
  const put = putWords(value, socket);
  const head = `Where ${place.image} has a setting for containerd or CRI, write it, and`;
  if (!put && !value)
    return `${head} ${socket} in ${place.words}; where it has none, it only speaks Docker’s API: delete both, or replace it`;
  return `${head} ${put ?? `${socket} in ${place.words}`}; where it has none, it only speaks Docker’s API: ${goneWords(value, place.words)}, or replace it`;
}

/** The key that holds the path takes another one. */
function putWords(value: ChartValue | undefined, socket: string): string | undefined {
  return value?.key && setting(`${value.key}: ${socket}`);
}

/** The mount goes with a value of the chart; where no value does that, in the template. */
function goneWords(value: ChartValue | undefined, place: string): string {
  if (value?.off) return setting(value.off);
  return value ? `delete ${place} from ${value.template}, which no value switches off` : `delete ${place}`;
}

/** The lines to edit, where the manifest names them. */
function placeOf(fact: Fact): { readonly image: string; readonly words: string } | undefined {
  const mounts = fact.kind === 'path' && fact.pod && fact.volume ? mountsOf(fact.pod, fact.volume) : [];
  const volume = fact.kind === 'path' ? fact.volume?.name : undefined;
  const container = mounts[0]?.container;
  if (!volume || !container?.name || hasHole(volume + container.name)) return undefined;
  const image = repositoryOf(container.image?.text ?? '')
    .split('/')
    .slice(-2)
    .join('/');
  return {
    image: image && !hasHole(image) ? image : `the container ${quoted(container.name)}`,
    words: `volume ${quoted(volume)} and its mount in ${quoted(container.name)}`,
  };
}

/**
 * The same for a folder with the socket, where its container is a client of Docker that no socket of the CRI helps;
 * `isTold` where its own command line is told too.
 */
export function clientAdvice(fact: Fact): { readonly instead: string; readonly isTold: boolean } | undefined {
  switch (readerOf(fact)) {
    case 'run':
      return { instead: RUN_ADVICE, isTold: true };
    case 'pull':
      return { instead: PULL_ADVICE, isTold: true };
    case 'build':
      return { instead: BUILD_ADVICE, isTold: false };
    default:
      return undefined;
  }
}

/** For Docker's client of the node, where what calls it shows what for: a client does nothing without the socket. */
export function programAdvice(fact: Fact): string | undefined {
  if (fact.kind === 'path' && fact.pod && fact.volume) {
    const mounting = mountsOf(fact.pod, fact.volume).map(({ container }) => container);
    if (mounting.some(startsContainers)) return RUN_ADVICE;
    if (mounting.some(onlyPulls)) return PULL_ADVICE;
    if (mounting.some(buildsImages)) return BUILD_ADVICE;
  }
  return rootOf(fact.document).language === 'groovy' ? BUILD_ADVICE : undefined;
}

type Reader = 'agent' | 'build' | 'pull' | 'run';

/** A pod on every node, or one that looks at its processes, watches; a pod with a docker client in a pipeline builds. */
function readerOf(fact: Fact): Reader | undefined {
  const { pod, document } = fact;
  if (rootOf(document).language === 'groovy' || (fact.kind === 'setting' && fact.path.includes('hostPathVolume')))
    return 'build';
  if (fact.kind !== 'path' || !pod || !fact.volume) return undefined;
  const mounting = new Set(mountsOf(pod, fact.volume).map(({ container }) => container));
  if ([...mounting].some(startsContainers)) return 'run';
  if ([...mounting].some(onlyPulls)) return 'pull';
  if ([...mounting].some(buildsImages)) return 'build';
  if (bringsClient(pod)) return 'build';
  return document.object?.kind === 'DaemonSet' || watches(pod) ? 'agent' : undefined;
}

/** `docker run` in its own command line, and nothing that makes images. */
function startsContainers(container: Container): boolean {
  const text = wordsOf(container);
  return /\bdocker run\b/.test(text) && !MAKES_IMAGES.test(text);
}

const MAKES_IMAGES = /\bdocker (?:image |buildx )?(?:build|push)\b/;

function buildsImages(container: Container): boolean {
  return (
    MAKES_IMAGES.test(wordsOf(container)) || BUILDERS.test(container.image?.text ?? '') || BUILDS.test(container.name)
  );
}

/** `docker pull`, and no other command of docker. */
function onlyPulls(container: Container): boolean {
  const calls = wordsOf(container).match(/\bdocker (?:image )?[a-z]+\b/g) ?? [];
  return calls.length > 0 && calls.every((call) => /\bpull$/.test(call));
}

function wordsOf({ command, args }: Container): string {
  return [...command, ...args].map((word) => word.text.slice(0, LONGEST_WORD)).join(' ');
}

const LONGEST_WORD = 4096;

const BUILDERS =
  /(?:^|\/)docker(?:[:@]|$)|jenkins|(?:^|[/_-])(?:runner|jnlp|builders?)(?:[:@-]|$)|buildkite|azp-?agent|vsts-agent|azure-?pipelines/;
/** The client of the node comes along: the pod runs docker itself. */
const CLIENT = /^\/(?:usr\/)?(?:local\/)?bin\/docker$/;
const bringsClient = once((pod: Pod): boolean => mountsOfNode(pod, CLIENT));
const watches = once((pod: Pod): boolean => mountsOfNode(pod, WATCHED));

function mountsOfNode({ volumes }: Pod, pattern: RegExp): boolean {
  return volumes.some(({ source, path }) => source === 'hostPath' && pattern.test(path?.text ?? ''));
}

const BUILDS = /^(?:docker|builder|build|jnlp|runner)$/;
const WATCHED = /^\/(?:proc|sys|var\/log|var\/lib\/docker)(?:\/|$)/;
