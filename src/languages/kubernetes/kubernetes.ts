/** Kubernetes objects: their pods, configuration maps, annotations and every other setting. */
import type { Document, KubernetesObject, Pod } from '../../model/document.ts';
import type { Fact, SettingFormat } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { base64View } from '../../text/base64.ts';
import type { View } from '../../text/view.ts';
import { EMPTY_READING, type Embed, type Input, mergeReadings } from '../front-end.ts';
import { carriedFlags } from '../yaml/carried-flags.ts';
import { type ContentContext, embedText, scalarReading, settingOf, viewSetting } from '../yaml/content.ts';
import { walkMaps, walkScalars } from '../yaml/walk.ts';
import { at, itemsOf, scalarAt, textAt, type YamlMap, type YamlNode, type YamlPair } from '../yaml/yaml.ts';
import { generatedReading } from './generators.ts';
import {
  isContainer,
  isHostPath,
  isPod,
  isVolume,
  type PodParts,
  readLooseContainer,
  readPod,
  readVolume,
} from './pod.ts';
import { mountFact, podReading } from './processes.ts';
import { scopeAround, scopesOf } from './scopes.ts';
import { underSteps } from './steps.ts';
import { carriedValues, carriedValuesReading } from './values.ts';

export function isKubernetesObject(node: YamlNode | undefined): node is YamlMap {
  return node?.kind === 'map' && scalarAt(node, 'kind') !== undefined && scalarAt(node, 'apiVersion') !== undefined;
}

/** `view` is the text that the offsets of `root` belong to. */
export function readKubernetesObject(root: YamlMap, view: View, input: Input, embed: Embed): Reading {
  if (/List$/.test(textAt(root, 'kind') ?? '') && at(root, 'items')?.kind === 'list') {
    const items = itemsOf(at(root, 'items'));
    if (items.some(isCaptured)) return EMPTY_READING;
    return mergeReadings(items.filter(isKubernetesObject).map((item) => readOne(item, view, input, embed)));
  }
  return readOne(root, view, input, embed);
}

/** What a cluster answered: nobody applies a list of objects with their identity and state. */
function isCaptured(item: YamlNode): boolean {
  const status = at(item, 'status');
  return textAt(item, 'metadata', 'uid') !== undefined && status?.kind === 'map' && status.pairs.length > 0;
}

/** A Node is written by its kubelet: one with a state is an answer of the API that somebody kept. */
function isAnsweredNode(root: YamlMap): boolean {
  return textAt(root, 'kind') === 'Node' && at(root, 'status')?.kind === 'map';
}

function readOne(root: YamlMap, view: View, input: Input, embed: Embed): Reading {
  if (isAnsweredNode(root)) return EMPTY_READING;
  const kind = kindOf(root, input.path);
  const pods = kind === 'CustomResourceDefinition' ? [] : findAllPods(root);
  const object = objectOf(root, view, pods, kind);
  const document: Document = {
    language: 'kubernetes',
    view,
    path: input.path,
    label: object.name ? `${object.kind} ${object.name}` : input.label,
    parent: input.parent,
    object,
    target: input.target,
  };
  const own: Reading = { ...EMPTY_READING, documents: [document] };
  if (kind === 'CustomResourceDefinition') return own;
  const nesting = { document, depth: input.depth, embed };
  const context: ContentContext = {
    ...nesting,
    object,
    format: formatOf(object),
    owner: object.name ? `${object.kind} ${object.name}` : input.label,
  };
  const values = carriedValues(object.kind, root);
  const flags: readonly Fact[] = carriedFlags(document, root);
  const reading = mergeReadings([
    own,
    ...pods.map((parts) => podReading(parts, nesting)),
    { ...EMPTY_READING, facts: [...looseMounts(document, root, pods), ...flags] },
    generatedReading(document, object.kind, root),
    settingsReading(root, context, pods, new Set([...values.trees, ...values.texts, ...values.parameters])),
    carriedValuesReading(values, document, nesting),
  ]);
  return underSteps(reading, root, view);
}

/** kustomize reads a file of this name, whether it says what it is or not. */
export function isKustomization(path: string): boolean {
  return /(?:^|\/)kustomization\.ya?ml$/i.test(path);
}

function kindOf(root: YamlMap, path: string): string {
  return textAt(root, 'kind') ?? (isKustomization(path) ? 'Kustomization' : '');
}

function objectOf(root: YamlMap, view: View, pods: readonly PodParts[], kind: string): KubernetesObject {
  return {
    apiVersion: textAt(root, 'apiVersion') ?? '',
    kind,
    name: textAt(root, 'metadata', 'name') ?? textAt(root, 'metadata', 'generateName') ?? '',
    namespace: textAt(root, 'metadata', 'namespace'),
    view,
    start: root.start,
    end: root.end,
    pods: pods.map((parts) => parts.pod),
  };
}

function findAllPods(root: YamlMap): readonly PodParts[] {
  const pods = findPods(root);
  const all = [...pods, ...findLooseContainers(root, pods)];
  return textAt(root, 'apiVersion')?.startsWith('argoproj.io/') ? mountedByTemplates(all) : all;
}

/** The volumes of a workflow are those of the pods of all its templates. https://argo-workflows.readthedocs.io/en/latest/fields/#workflowspec */
function mountedByTemplates(parts: readonly PodParts[]): readonly PodParts[] {
  const containers = parts.flatMap(({ pod }) => pod.containers);
  if (containers.length === 0) return parts;
  return parts.map((one) =>
    one.pod.containers.length === 0 && one.pod.volumes.length > 0
      ? { ...one, pod: { ...one.pod, containers, partial: false } }
      : one,
  );
}

/** Pods by their shape, so that custom resources and patches have them too. */
export function findPods(root: YamlNode): PodParts[] {
  const pods: PodParts[] = [];
  const inside = new Set<YamlNode>();
  walkMaps(root, (map, path) => {
    if (path[0] === 'status' || inside.has(map) || !isPod(map)) return;
    const parts = readPod(map);
    for (const { node } of parts.containers) inside.add(node);
    pods.push(parts);
  });
  return pods;
}

/** Containers and environments outside pods, as custom resources write them. */
function findLooseContainers(root: YamlNode, pods: readonly PodParts[]): PodParts[] {
  const inside = new Set(pods.flatMap((parts) => parts.containers.map(({ node }): YamlNode => node)));
  const loose: PodParts[] = [];
  walkMaps(root, (map, path) => {
    if (path[0] === 'status' || inside.has(map)) return;
    const hasEnv = itemsOf(at(map, 'env')).some((item) => scalarAt(item, 'name'));
    if (hasEnv || isContainer(map)) loose.push(readLooseContainer(map));
  });
  return loose;
}

/** Volumes outside pods: persistent volumes, values of JSON patches, fields of custom resources. */
export function looseMounts(document: Document, root: YamlNode, pods: readonly PodParts[]): Fact[] {
  const known = new Set(pods.flatMap(({ node }) => itemsOf(at(node, 'volumes'))));
  const facts: Fact[] = [];
  const isPersistent = textAt(root, 'kind') === 'PersistentVolume';
  walkMaps(root, (map, path) => {
    const isLocal = isPersistent && scalarAt(map, 'local', 'path') !== undefined;
    if (known.has(map) || path[0] === 'status' || !(isLocal || isHostPath(map))) return;
    const volume = readVolume(map);
    const pod: Pod | undefined = isVolume(map) && scalarAt(map, 'name') ? partialPod(volume) : undefined;
    const fact = mountFact(document, volume, pod);
    if (fact) facts.push(fact);
  });
  return facts;
}

function partialPod(volume: Pod['volumes'][number]): Pod {
  return { volumes: [volume], containers: [], hostPid: false, hostNetwork: false, partial: true };
}

const PASSED_OVER = new Set(['labels', 'matchLabels', 'managedFields', 'ownerReferences', 'selector', 'nodeSelector']);
const CONTAINER_FACTS = new Set(['image', 'command', 'args', 'env']);

function settingsReading(
  root: YamlMap,
  context: ContentContext,
  pods: readonly PodParts[],
  values: ReadonlySet<YamlNode>,
): Reading {
  const scopes = scopesOf(pods);
  const commands = new Set(pods.flatMap((parts) => parts.containers.map(({ node }): YamlNode => node)));
  const readings: Reading[] = [];
  const skip = (pair: YamlPair, path: readonly string[], owner: YamlMap) => {
    const key = pair.key.text;
    if (PASSED_OVER.has(key) || (pair.value && values.has(pair.value))) return true;
    if (path.length === 0 && key === 'status') return true;
    if (key === 'kubectl.kubernetes.io/last-applied-configuration') return true;
    return (commands.has(owner) && CONTAINER_FACTS.has(key)) || (key === 'exec' && path.some(isHook));
  };
  walkScalars(root, {
    skip,
    visit: (visited) => {
      const data = dataReading(visited, context);
      readings.push(data ?? scalarReading(visited, context, scopeAround(visited.around, scopes)));
    },
  });
  return mergeReadings(readings);
}

function isHook(key: string): boolean {
  return /Probe$/.test(key) || key === 'lifecycle';
}

/** The entries of ConfigMaps and Secrets, whose keys are file names. */
function dataReading(visited: Parameters<typeof settingOf>[0], context: ContentContext): Reading | undefined {
  const [section, key] = visited.path;
  if (visited.path.length !== 2 || key === undefined || visited.value.text === '') return undefined;
  const kind = context.object?.kind;
  const isPlain = (kind === 'ConfigMap' && section === 'data') || (kind === 'Secret' && section === 'stringData');
  const isEncoded = (kind === 'Secret' && section === 'data') || (kind === 'ConfigMap' && section === 'binaryData');
  if (!isPlain && !isEncoded) return undefined;
  const view = isEncoded ? base64View(visited.value.view) : visited.value.view;
  if (!view) return EMPTY_READING;
  const isFile = view.text.trimEnd().includes('\n') || /\.\w+$/.test(key) || /^\s*[{[]/.test(view.text);
  const reading = isFile ? embedText(view, key, context) : EMPTY_READING;
  if (reading.documents.length > 0) return reading;
  return { ...reading, facts: [isEncoded ? viewSetting(visited, view, context) : settingOf(visited, context)] };
}

function formatOf({ apiVersion, kind }: KubernetesObject): SettingFormat {
  if (apiVersion.startsWith('kubeadm.k8s.io/')) return 'kubeadm';
  if (apiVersion.startsWith('kubelet.config.k8s.io/') && kind === 'KubeletConfiguration')
    return 'kubelet-configuration';
  return kind === 'PrometheusRule' ? 'prometheus' : 'kubernetes';
}
