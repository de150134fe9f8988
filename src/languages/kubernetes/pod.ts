/** Reads a pod, or what is written of one, from the map that holds its containers and volumes. */
import type { Container, ContainerEnv, Pod, Token, Volume, VolumeMount } from '../../model/document.ts';
import {
  get,
  itemsOf,
  pairsOf,
  scalarAt,
  textAt,
  tokenOf,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../yaml/yaml.ts';

/** The nodes that a pod was read from, so that facts can be made of every part. */
export interface PodParts {
  readonly pod: Pod;
  readonly node: YamlMap;
  readonly containers: readonly ContainerParts[];
}

interface ContainerParts {
  readonly container: Container;
  readonly node: YamlMap;
}

const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'];
/** Containers of a workflow's or task's pod beside those that a pod has by itself. */
const TASK_LISTS = ['sidecars', 'steps'];
/** What all steps of a task have beside their own: variables and mounts. */
const STEP_TEMPLATE = 'stepTemplate';
/** The one container of a workflow's template. */
const TASK_CONTAINERS = ['container', 'script'];

/** A map is a pod when it lists containers, or volumes in the shape that only pods have. */
export function isPod(node: YamlMap): boolean {
  const containers = CONTAINER_LISTS.flatMap((list) => listed(node, list));
  if (containers.some((item) => scalarAt(item, 'name') || scalarAt(item, 'image') || get(item, 'volumeMounts')))
    return true;
  return listed(node, 'volumes').some(isVolume) || taskContainers(node).length > 0;
}

/** The containers of a pod that a workflow engine makes: all of them have an image. */
function taskContainers(node: YamlMap): readonly YamlMap[] {
  const single = TASK_CONTAINERS.map((key) => get(node, key)).filter((one): one is YamlMap => one?.kind === 'map');
  const all = [...TASK_LISTS.flatMap((list) => listed(node, list)), ...single];
  return all.filter((item) => scalarAt(item, 'image') !== undefined);
}

/** A container that stands alone, as in workflow templates and in definitions of experiments. */
export function isContainer(node: YamlMap): boolean {
  return (
    scalarAt(node, 'image') !== undefined && ['command', 'args', 'env', 'volumeMounts'].some((key) => get(node, key))
  );
}

/** A part of a pod of which only a container, or only the environment of one, is written. */
export function readLooseContainer(node: YamlMap): PodParts {
  const container = readContainer(node, false);
  const pod: Pod = { volumes: [], containers: [container], hostPid: false, hostNetwork: false, partial: true };
  return { pod, node, containers: [{ container, node }] };
}

/** A map with a name and a volume source that can only be a volume. */
export function isVolume(node: YamlNode): node is YamlMap {
  return (
    node.kind === 'map' && sourceOf(node) !== 'other' && (scalarAt(node, 'name') !== undefined || isHostPath(node))
  );
}

export function isHostPath(node: YamlNode): boolean {
  return scalarAt(node, 'hostPath', 'path') !== undefined;
}

// Pods stay as long as the run: a copy of a list has no more room than it needs.

export function readPod(node: YamlMap): PodParts {
  const containers = [
    ...CONTAINER_LISTS.flatMap((list) =>
      listed(node, list).map((item) => ({ container: readContainer(item, list === 'initContainers'), node: item })),
    ),
    ...taskContainers(node).map((item) => ({ container: readContainer(item, false), node: item })),
  ];
  const partial = containers.length === 0 || containers.some(({ container }) => container.image === undefined);
  const template = get(node, STEP_TEMPLATE);
  if (template?.kind === 'map') containers.push({ container: readContainer(template, false), node: template });
  const pod: Pod = {
    volumes: listed(node, 'volumes').flatMap(readVolumes).slice(),
    containers: containers.map((parts) => parts.container),
    hostPid: textAt(node, 'hostPID') === 'true',
    hostNetwork: textAt(node, 'hostNetwork') === 'true',
    partial,
  };
  return { pod, node, containers };
}

/** One for each path of the host that a template writes as alternatives. */
function readVolumes(node: YamlMap): readonly Volume[] {
  const volume = readVolume(node);
  const paths = alternatives(get(node, 'hostPath'), 'path');
  return paths.length > 1 ? paths.map((path) => ({ ...volume, path })) : [volume];
}

export function readVolume(node: YamlMap): Volume {
  const source = sourceOf(node);
  return {
    name: textAt(node, 'name') ?? '',
    source,
    path: tokenAt(node, 'hostPath', 'path') ?? tokenAt(node, 'local', 'path') ?? misplacedPath(node),
    type: tokenAt(node, 'hostPath', 'type'),
    reference: referenceOf(node, source),
  };
}

/** `path` beside an empty `hostPath` instead of under it: not what Kubernetes accepts, but what its author means. */
function misplacedPath(node: YamlMap): Token | undefined {
  const host = get(node, 'hostPath');
  return host?.kind === 'scalar' && host.text === '' ? tokenAt(node, 'path') : undefined;
}

function sourceOf(node: YamlMap): Volume['source'] {
  for (const { key } of node.pairs) {
    switch (key.text) {
      case 'hostPath':
      case 'emptyDir':
      case 'configMap':
      case 'secret':
      case 'persistentVolumeClaim':
        return key.text;
    }
  }
  return get(node, 'local') ? 'hostPath' : 'other';
}

function referenceOf(node: YamlMap, source: Volume['source']): string | undefined {
  switch (source) {
    case 'configMap':
      return textAt(node, 'configMap', 'name');
    case 'secret':
      return textAt(node, 'secret', 'secretName');
    case 'persistentVolumeClaim':
      return textAt(node, 'persistentVolumeClaim', 'claimName');
    case 'hostPath':
    case 'emptyDir':
    case 'other':
      return undefined;
    default:
      return source satisfies never;
  }
}

function readContainer(node: YamlMap, init: boolean): Container {
  return {
    name: textAt(node, 'name') ?? '',
    image: tokenAt(node, 'image'),
    init,
    privileged: textAt(node, 'securityContext', 'privileged') === 'true',
    command: tokensAt(node, 'command'),
    args: tokensAt(node, 'args'),
    env: listed(node, 'env').flatMap(readEnv).slice(),
    environments: listed(node, 'envFrom').flatMap((item) => textAt(item, 'configMapRef', 'name') ?? []),
    mounts: listed(node, 'volumeMounts').flatMap(readMounts).slice(),
  };
}

/** One for each value: a template may write alternatives. */
export function readEnv(node: YamlMap): readonly ContainerEnv[] {
  const fieldPath = textAt(node, 'valueFrom', 'fieldRef', 'fieldPath');
  const name = textAt(node, 'name') ?? '';
  return alternatives(node, 'value').map((value) => ({ name, value, fieldPath }));
}

function readMounts(node: YamlMap): readonly VolumeMount[] {
  const volume = textAt(node, 'name') ?? '';
  const subPath = textAt(node, 'subPath');
  return alternatives(node, 'mountPath').map((path) => ({ volume, path, subPath }));
}

/** The scalars under a key that a template writes more than once; one undefined where there is none. */
function alternatives(node: YamlNode | undefined, key: string): readonly (Token | undefined)[] {
  const scalars = node ? pairsOf(node).filter((pair) => pair.key.text === key && pair.value?.kind === 'scalar') : [];
  const tokens = scalars.flatMap(({ value }) => (value?.kind === 'scalar' ? [tokenOf(value)] : []));
  return tokens.length > 0 ? tokens : [undefined];
}

/** The maps of a list; of every list of that name where templates write alternatives. */
export function listed(node: YamlNode, key: string): readonly YamlMap[] {
  return pairsOf(node)
    .filter((pair) => pair.key.text === key)
    .flatMap((pair) => itemsOf(pair.value))
    .filter((item): item is YamlMap => item.kind === 'map');
}

function tokensAt(node: YamlMap, key: string): readonly Token[] {
  const value = pairsOf(node)
    .filter((pair) => pair.key.text === key)
    .flatMap(({ value }) => (value?.kind === 'scalar' ? [value] : itemsOf(value)));
  return value.filter((item): item is YamlScalar => item.kind === 'scalar').map(tokenOf);
}

function tokenAt(node: YamlNode, ...keys: readonly string[]): Token | undefined {
  const scalar = scalarAt(node, ...keys);
  return scalar && tokenOf(scalar);
}
