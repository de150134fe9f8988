/** Agents whose configuration stands here and speaks of no Docker: what they mount of it is left over. */
import { IMAGES_WITHOUT_CLIENT } from '../../data/images.ts';
import type { Container, Document, KubernetesObject, Pod, Volume } from '../../model/document.ts';
import type { PathFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import type { Source } from '../../text/source.ts';
import { hasHole } from '../../text/view.ts';
import type { RuleContext } from '../rule.ts';
import { hasRepository, officialName, repositoryOf, rowsByRepository } from './images.ts';
import { mountsOf, volumeOf } from './pods.ts';
import { isDockerSocket } from './sockets.ts';

/** Nothing that mounts the volume is told to open what it brings. */
export function isToldNothing(fact: PathFact, context: RuleContext): boolean {
  return readsNothing(fact) || configuresNothing(fact, context) || isForNoClient(fact) || startsPods(fact, context);
}

/** A runner of GitLab whose executor starts pods hands them to the API of the cluster, and asks no engine itself. */
function startsPods({ pod, volume }: PathFact, { project }: RuleContext): boolean {
  const mounting = pod && volume ? mountsOf(pod, volume) : [];
  return (
    pod !== undefined &&
    mounting.length > 0 &&
    mounting.every(
      ({ container }) =>
        isRunnerOfGitlab(container) &&
        executorsOf(container, pod, project).every((name) => name === 'kubernetes') &&
        executorsOf(container, pod, project).length > 0,
    )
  );
}

/** By its image; where that is not written here, by what its own script calls. */
function isRunnerOfGitlab(container: Container): boolean {
  const image = container.image?.text ?? '';
  return hasRepository(image, 'gitlab/gitlab-runner') || (hasHole(image) && /gitlab-runner/.test(scriptOf(container)));
}

function scriptOf({ command, args }: Container): string {
  return [...command, ...args].map(({ text }) => text.slice(0, LONGEST_SCRIPT)).join(' ');
}

const LONGEST_SCRIPT = 10_000;

/** What the container is told by its variables, by those of ConfigMaps, by files of ConfigMaps, and where it registers itself. */
function executorsOf(container: Container, pod: Pod, project: Project): readonly string[] {
  const { env, environments } = container;
  const registered = [...scriptOf(container).matchAll(/--executor[= ]["']?([\w+-]{1,40})/g)].map(
    ([, name = '']) => name,
  );
  const own = env.flatMap(({ name, value }) => (name === EXECUTOR && value ? [value.text] : []));
  const known = executorsOfConfigMaps(project);
  return [...own, ...registered, ...[...environments, ...configMapsOf(pod)].flatMap((name) => known.get(name) ?? [])];
}

const EXECUTOR = 'RUNNER_EXECUTOR';

const executorsOfConfigMaps = once(({ facts }: Project): ReadonlyMap<string, readonly string[]> => {
  const found = facts.flatMap((fact) => {
    const object = fact.document.object ?? fact.document.parent?.object;
    if (fact.kind !== 'setting' || object?.kind !== 'ConfigMap') return [];
    return /^(?:executor|RUNNER_EXECUTOR)$/.test(fact.path.at(-1) ?? '') ? [{ name: object.name, at: fact }] : [];
  });
  return new Map(
    [...groupBy(found, ({ name }) => name)].map(([name, all]) => [name, all.map(({ at }) => at.value.text)]),
  );
});

/** cAdvisor asks Docker's API what its folders hold: without the socket, or a folder above it, it never did. */
export function isWithoutApi(fact: PathFact): boolean {
  return isForCadvisor(fact, ({ mounts }, pod) => !mounts.some(({ volume }) => leadsToSocket(volumeOf(pod, volume))));
}

/** In the folder of all sockets cAdvisor finds those of containerd and CRI-O as it finds Docker's. */
export function findsEveryRuntime(fact: PathFact): boolean {
  return isForCadvisor(
    fact,
    ({ image, mounts }, pod) =>
      !looksElsewhere(image?.text ?? '') &&
      mounts.some(({ path, volume }) => isRun(path?.text) && isRun(volumeOf(pod, volume)?.path?.text)),
  );
}

function isForCadvisor({ pod, volume, path }: PathFact, holds: (container: Container, pod: Pod) => boolean): boolean {
  const mounting = pod && volume && !isDockerSocket(path) ? mountsOf(pod, volume) : [];
  return (
    pod !== undefined &&
    mounting.length > 0 &&
    mounting.every(({ container }) => hasRepository(container.image?.text ?? '', 'cadvisor') && holds(container, pod))
  );
}

/** Until 0.33, the last one on Docker Hub, cAdvisor looked for containerd.sock in /var/run itself: https://github.com/google/cadvisor/commit/150c78bd */
function looksElsewhere(image: string): boolean {
  const minor = /:v?0\.(\d{1,3})\b/.exec(image)?.[1];
  return officialName(image) === 'google/cadvisor' || (minor !== undefined && Number(minor) < 34);
}

function isRun(path: string | undefined): boolean {
  return /^(?:\/var)?\/run\/?$/.test(path ?? '');
}

function leadsToSocket(volume: Volume | undefined): boolean {
  const path = volume?.path?.text ?? '';
  return volume?.source === 'hostPath' && (isDockerSocket(path) || /^\/(?:var\/?)?(?:run\/?)?$/.test(path));
}

function isForNoClient({ pod, volume }: PathFact): boolean {
  const mounting = pod && volume ? mountsOf(pod, volume) : [];
  return mounting.length > 0 && mounting.every(({ container }) => hasNoClient(container));
}

export function hasNoClient({ image }: Container): boolean {
  const reference = image?.text ?? '';
  return withoutClient(officialName(reference)).some(({ since }) => since === undefined || isFrom(reference, since));
}

/** `:v1.12.0` and `:latest` are from 1.10 on; what a template fills in may be any. */
function isFrom(reference: string, [major, minor]: readonly [number, number]): boolean {
  const tag = reference.slice(repositoryOf(reference).length + 1);
  if (hasHole(tag)) return false;
  const [, first, second] = /^v?(\d{1,4})\.(\d{1,4})\b/.exec(tag) ?? [];
  return first === undefined || Number(first) > major || (Number(first) === major && Number(second) >= minor);
}

const withoutClient = rowsByRepository(IMAGES_WITHOUT_CLIENT, ({ repository }) => [repository]);

/**
 * A Beat or an agent of Elastic carries its whole configuration, as an object or in the values that one is made of: where it
 * speaks of Docker nowhere but at the mount, nothing misses the socket.
 */
function readsNothing({ document, pod }: PathFact): boolean {
  if (!pod || pod.containers.some(({ image }) => image !== undefined)) return false;
  const text = configuredText(document);
  return (
    /^[ \t]*config:/m.test(text) &&
    !/docker/i.test(withoutLines(text, /docker-?\.?sock/i)) &&
    !text
      .split('\n')
      .some((line) => /(?:hosts?|unix):/.test(line.slice(0, Math.max(0, line.lastIndexOf('docker.sock')))))
  );
}

/** The text around the pod that tells its program all; empty where the program is not known. */
function configuredText({ object, view }: Document): string {
  if (object) return isOfElastic(object) ? object.view.text.slice(object.start, object.end) : '';
  const text = view.text.slice(0, LONGEST_MANIFEST);
  return /^[ \t]*type:[ \t]*["']?[a-z]+beat\b/m.test(text) ? text : '';
}

function isOfElastic({ apiVersion, kind }: KubernetesObject): boolean {
  return kind === 'Beat' || (kind === 'Agent' && apiVersion.startsWith('agent.k8s.elastic.co/'));
}

/** Programs that do what their configuration says, and nothing with Docker by themselves. */
const TOLD =
  /(?:^|\/)(?:(?:beats|elastic)\/[a-z]+beat|telegraf|promtail|vector|opentelemetry-collector(?:-[a-z\d]+)?|fluent-?bit|fluentd|alloy)(?:[:@]|$)/;

/** Such a program is told all by the ConfigMaps that it mounts: where none of those that say anything speaks of Docker, nothing misses what is mounted. */
function configuresNothing(fact: PathFact, { project }: RuleContext): boolean {
  const { pod, volume, path, document } = fact;
  if (!pod || !volume) return false;
  const mounting = mountsOf(pod, volume);
  if (mounting.length === 0 || !mounting.every(({ container }) => TOLD.test(container.image?.text ?? ''))) return false;
  const { isToldOfOthers, isWrittenWithout } = isDockerSocket(path) ? OF_SOCKET : OF_FILES;
  return isToldOfOthers(pod, project) || isWrittenWithout(pod, document);
}

/** Who asks Docker says so; a folder of its files is nothing that the socket is for. */
const OF_SOCKET = questions(/(?<!lib\/)docker(?!\.elastic)/gi, /docker-?\.?sock|docker\.elastic\.co|lib\/?docker/i);
/** A line that mounts the folder does not read it: `hostPath: {path: /var/lib/docker/containers}`. */
const OF_FILES = questions(
  /docker(?!\.elastic)/gi,
  /docker-?\.?sock|docker\.elastic\.co|(?:name|volume|mount|path):[ \t]*["']?[^\s"'*]{0,200}lib\/?docker[^*]*$/i,
);

/** What is asked of the ConfigMaps of a pod: `speaks` tells a text that speaks of Docker, `besides` lines of the file that say nothing. */
function questions(speaks: RegExp, besides: RegExp) {
  const onlyMountsDocker = once(
    ({ text }: Source): boolean =>
      text.length <= LONGEST_MANIFEST &&
      /^kind: ConfigMap$/m.test(text) &&
      !/docker/i.test(withoutLines(text, besides)),
  );
  return {
    isToldOfOthers: once((pod: Pod, project: Project): boolean => {
      const known = configMaps(project);
      const names = configMapsOf(pod);
      return (
        names.some((name) => known.has(name) || OF_CHART.test(name)) &&
        names.every((name) => !(known.get(name) ?? []).some((object) => speaksByDefault(object, speaks)))
      );
    }),
    /** The file holds the ConfigMaps of the pod, and speaks of Docker in its mounts and images alone. */
    isWrittenWithout: once((pod: Pod, { view }: Document): boolean => {
      const { source } = view.root(0, view.text.length).span;
      const names = configMapsOf(pod);
      return (
        names.length > 0 && onlyMountsDocker(source) && names.every((name) => source.text.includes(`name: ${name}\n`))
      );
    }),
  };
}

/** The chart makes it, and it would be known if it had a word of Docker. */
const OF_CHART = /(?:^|-)release-name(?:-|$)/;

/** What a chart writes only where something is switched on does not count. */
function speaksByDefault({ view, start, end }: KubernetesObject, speaks: RegExp): boolean {
  const words = [...view.text.slice(start, end).matchAll(speaks)];
  if (words.length > MOST_WORDS) return true;
  return words.some(({ index, 0: word }) => {
    const at = start + index;
    return view.root(at, at + word.length).activation.kind === 'default';
  });
}

const MOST_WORDS = 200;

function configMapsOf({ volumes }: Pod): readonly string[] {
  return volumes.flatMap(({ source, reference }) => (source === 'configMap' && reference ? [reference] : []));
}

function withoutLines(text: string, pattern: RegExp): string {
  return text
    .split('\n')
    .filter((line) => !pattern.test(line))
    .join('\n');
}

const LONGEST_MANIFEST = 400_000;

const configMaps = once(
  ({ objects }: Project): ReadonlyMap<string, readonly KubernetesObject[]> =>
    groupBy(
      objects.filter(({ kind }) => kind === 'ConfigMap'),
      ({ name }) => name,
    ),
);
