/** Containers with a Docker Engine of their own: what they do with Docker works on every node. */
import { DIND_IMAGE_WORDS } from '../../data/images.ts';
import type { Container, Document, Pod } from '../../model/document.ts';
import type { Fact, FlagFact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { carriesEngine } from '../../placing/engines.ts';
import { rootOf } from '../../placing/units.ts';
import { isUnder, normaliseNodePath } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import { folderOf } from '../../text/path.ts';
import { spanOf } from '../../text/placed.ts';
import type { Source } from '../../text/source.ts';
import type { RuleContext } from '../rule.ts';
import { settingsOf } from './documents.ts';
import { lastKey } from './settings.ts';
import { isNodeAddress } from './sockets.ts';

/** A pod with an engine, or a container whose image or script starts one. */
export function hasEngineInContainer(fact: Fact, context: RuleContext): boolean {
  if (fact.pod) return carriesEngine(fact.pod) || choosesOwnEngine(rootOf(fact.document), context);
  const { place, engine, evidence } = context.placementOf(fact);
  const [first] = evidence;
  if (first?.kind === 'link' && first.withEngine === true) return true;
  return engine?.isStarted === true && (place === 'workload' || place === 'image');
}

/** The values switch on an engine in the pod: `containerMode: {type: dind}`. A container of that name is one in its own pod. */
export const choosesOwnEngine = once(
  (document: Document, context: RuleContext): boolean =>
    document.language === 'helm-values' &&
    settingsOf(document, context).some((one) => one.value.text === 'dind' && lastKey(one) !== 'name'),
);

/** A setting of values in the pod of a container that is called dind. */
export function isBesideEngine({ document, path }: SettingFact, context: RuleContext): boolean {
  return sectionsWithEngine(document, context).some((pod) => pod.every((key, i) => path[i] === key));
}

/** `[…, containers, [dind], name]` */
const sectionsWithEngine = once((document: Document, context: RuleContext): readonly (readonly string[])[] =>
  settingsOf(document, context)
    .filter((one) => one.value.text === 'dind' && lastKey(one) === 'name')
    .slice(0, MOST_SECTIONS)
    .map(({ path }) => path.slice(0, -3)),
);

const MOST_SECTIONS = 100;

/** A client in a container that has an engine to talk to: one of its own, or one elsewhere that `DOCKER_HOST` names. */
export function reachesEngine(fact: Fact, context: RuleContext): boolean {
  if (hasEngineInContainer(fact, context) || isHandedToEngine(fact)) return true;
  return fact.container !== undefined && fact.site === undefined && asksElsewhere(fact.container);
}

/**
 * What a pod calls that no volume or variable leads to an engine: it finds none on any node, or is never come to. The
 * words of the pod itself are for it.
 */
export function hasNoEngineInReach({ pod, site, document }: Fact, context: RuleContext): boolean {
  if (site || pod) return false;
  const { place, evidence } = context.placementOf({ document });
  const [first] = evidence;
  // A pod that leaves its container for the node does so whatever it has in reach.
  return place !== 'node' && first?.kind === 'link' && first.withoutEngine === true;
}

/** A folder of the node in which a pod of the repository keeps the socket of the engine that it brings. */
export function isOfEngineOnNode(path: string, project: Project): boolean {
  return foldersOfEngines(project).some((folder) => isUnder(path, folder));
}

const foldersOfEngines = once(({ objects }: Project): readonly string[] => {
  const folders = objects.flatMap(({ pods }) => pods.filter(carriesEngine).flatMap(foldersOfPod));
  return [...new Set(folders)].slice(0, MOST_FOLDERS);
});

const MOST_FOLDERS = 100;

/** What every node has, and dockerd of the node fills too, shows no engine of a pod. */
function foldersOfPod({ volumes }: Pod): readonly string[] {
  return volumes.flatMap(({ source, path }) => {
    const folder = source === 'hostPath' && path ? normaliseNodePath(path.text) : undefined;
    return folder === undefined ||
      /^\/(?:$|run(?:$|\/(?:docker|containerd|crio|user)\b)|var(?:\/lib)?$|var\/lib\/docker|etc|proc|sys|dev|lib|usr)/.test(
        folder,
      )
      ? []
      : [folder];
  });
}

/** A script beside the pods of its object, such as the default of a parameter: they run it, and have an engine. */
function isHandedToEngine({ pod, site, document: { object } }: Fact): boolean {
  const pods = pod || site || !object ? [] : object.pods.filter(({ partial }) => !partial);
  return pods.length > 0 && pods.every((one) => carriesEngine(one) || one.containers.some(asksElsewhere));
}

/** `DOCKER_HOST=tcp://dind.ci:2376`, which is no port of the node. */
const asksElsewhere = once(({ env }: Container): boolean =>
  env.some(({ name, value }) => {
    const address = value?.text ?? '';
    return name === 'DOCKER_HOST' && /^(?:tcp|ssh):\/\//.test(address) && !isNodeAddress(address);
  }),
);

/** The values of a chart whose container starts an engine, or has an image of one. */
export function hasEngineInChart({ document }: Fact, context: RuleContext): boolean {
  const root = rootOf(document);
  if (root.language !== 'helm-values') return false;
  return context.placementOf({ document: root }).engine?.isStarted === true || namesImageOfEngine(root, context);
}

const namesImageOfEngine = once((document: Document, context: RuleContext): boolean =>
  settingsOf(document, context).some(namesEngine),
);

function namesEngine(setting: SettingFact): boolean {
  return (
    /^(?:image|repository|tag)$/.test(lastKey(setting)) &&
    DIND_IMAGE_WORDS.some(({ word }) => setting.value.text.includes(word))
  );
}

/** A setting of a pod in values, or in Jenkins as code, whose list of containers has an engine. */
export function hasEngineBeside({ document, path }: SettingFact, context: RuleContext): boolean {
  const pods = podsWithEngine(document, context);
  return pods.size > 0 && path.some((_, index) => pods.has(path.slice(0, index).join('\0')));
}

/** A ConfigMap that values mount into a pod in which they start an engine. */
export function isMountedByEngineInValues({ document: { object } }: Fact, context: RuleContext): boolean {
  return object?.kind === 'ConfigMap' && mapsOfEnginesInValues(context.project, context).has(object.name);
}

const mapsOfEnginesInValues = once(({ facts }: Project, context: RuleContext): ReadonlySet<string> => {
  const names = facts.flatMap((fact) => {
    if (fact.kind !== 'setting' || fact.document.language !== 'helm-values') return [];
    return fact.path.at(-1) === 'name' && fact.path.at(-2) === 'configMap' && hasEngineBeside(fact, context)
      ? [fact.value.text]
      : [];
  });
  return new Set(names);
});

/** The paths of the maps with a list of containers of which one has an image of an engine. */
const podsWithEngine = once((document: Document, context: RuleContext): ReadonlySet<string> => {
  const engines = settingsOf(document, context).filter(namesEngine);
  const pods = engines.flatMap(({ path }) => {
    const list = path.findLastIndex((key) => /containers$|^sidecars$/i.test(key));
    return list > 0 ? [path.slice(0, list).join('\0')] : [];
  });
  return new Set(pods);
});

/** `dind: {storage: {hostPath: /var/lib/docker}}`: what the chart says under that name, or beside the image of an engine, is for its own. */
export function isOfEngineInChart({ path, document }: SettingFact, context: RuleContext): boolean {
  if (path.some(isOfEngineByName)) return true;
  return sectionsOfEngines(document, context).some((section) => section.every((key, i) => path[i] === key));
}

/** `dind: {args: [--host=unix:///var/run/docker.sock]}`: where the engine of the chart listens. */
export function isFlagOfEngineInChart({ document, at }: FlagFact, context: RuleContext): boolean {
  if (document.language !== 'helm-values') return false;
  const setting = settingsByStart(document, context).get(spanOf(at).start);
  return setting !== undefined && isOfEngineInChart(setting, context);
}

const settingsByStart = once(
  (document: Document, context: RuleContext): ReadonlyMap<number, SettingFact> =>
    new Map(settingsOf(document, context).map((setting) => [spanOf(setting.value).start, setting])),
);

/** `engine: {image: docker:27-dind, socket: …}`, `engine: {image: {repository: docker, tag: 27-dind}, …}` */
const sectionsOfEngines = once((document: Document, context: RuleContext): readonly (readonly string[])[] =>
  settingsOf(document, context)
    .filter(namesEngine)
    .map(({ path }) => path.slice(0, path.at(-2) === 'image' ? -2 : -1))
    .filter((section) => section.length > 0)
    .slice(0, MOST_SECTIONS),
);

/** `dind`, `dind-storage`, `dindDataDir` */
export function isOfEngineByName(name: string): boolean {
  return /^(?:(?:dind|docker-?in-?docker)(?:$|[-_])|dind[A-Z])/i.test(name) && !/^dind[a-z]/.test(name);
}

/** A file beside the configuration of a supervisor that starts dockerd, as containers of several programs have one. */
export function isBesideSupervisor({ document }: Fact, { project }: RuleContext): boolean {
  return foldersWithEngine(project).has(folderOf(sourceOf(document)));
}

const foldersWithEngine = once(({ documents }: Project): ReadonlySet<string> => {
  const folders = new Set<string>();
  for (const document of documents) {
    const path = sourceOf(document);
    if (SUPERVISOR.test(path) && STARTS_DOCKERD.test(document.view.text.slice(0, 50_000))) folders.add(folderOf(path));
  }
  return folders;
});

const SUPERVISOR = /(?:^|\/)supervisord?[^/]*\.(?:conf|ini)$/;
const STARTS_DOCKERD = /^command[ \t]*=(?:[^\n]{0,200}[\s/])?dockerd\b/m;

/** The file in which the text is written, which a chart may have put into another. */
function sourceOf({ view }: Document): string {
  return view.root(0, Math.min(1, view.text.length)).span.source.path;
}

/** A file for `podman kube play`, or one that brings podman’s socket: that answers where Docker’s is looked for. */
export function isForPodman({ at }: Fact): boolean {
  return speaksOfPodman(spanOf(at).source);
}

const speaksOfPodman = once(({ text }: Source): boolean =>
  /podman(?:[ -](?:kube[ -]play|play[ -]kube)|\/podman\.sock)/i.test(text.slice(0, LONGEST_FILE)),
);

const LONGEST_FILE = 400_000;
