/** A pipeline of Drone whose steps are the containers of one pod: https://docs.drone.io/pipeline/kubernetes/overview/ */
import type { Container, Volume } from '../../model/document.ts';
import type { Visited } from '../yaml/walk.ts';
import { get, pairsOf, scalarAt, textAt, tokenOf, type YamlMap, type YamlNode } from '../yaml/yaml.ts';
import { listed, type PodParts } from './pod.ts';

export function isPodOfDrone(root: YamlNode): root is YamlMap {
  return root.kind === 'map' && textAt(root, 'kind') === 'pipeline' && textAt(root, 'type') === 'kubernetes';
}

const LISTS = ['steps', 'services'];

export function dronePod(root: YamlMap): PodParts {
  const containers = LISTS.flatMap((list) => listed(root, list)).map((node) => ({
    container: containerOf(node),
    node,
  }));
  const pod = {
    volumes: listed(root, 'volumes').map(volumeOf),
    containers: containers.map(({ container }) => container),
    hostPid: false,
    hostNetwork: false,
    partial: containers.length === 0,
  };
  return { pod, node: root, containers };
}

/** What the reader of pods reads of a step: its image and its script. */
export function isReadWithPod({ key, around }: Visited, steps: ReadonlySet<YamlNode>): boolean {
  return /^(?:image|commands)$/.test(key?.text ?? '') && around.some((node) => steps.has(node));
}

function containerOf(node: YamlMap): Container {
  const image = scalarAt(node, 'image');
  return {
    name: textAt(node, 'name') ?? '',
    image: image && tokenOf(image),
    init: false,
    privileged: textAt(node, 'privileged') === 'true',
    command: [],
    args: [],
    env: pairsOf(get(node, 'environment')).flatMap(({ key, value }) =>
      value?.kind === 'scalar' ? [{ name: key.text, value: tokenOf(value), fieldPath: undefined }] : [],
    ),
    environments: [],
    mounts: listed(node, 'volumes').map((mount) => {
      const path = scalarAt(mount, 'path');
      return { volume: textAt(mount, 'name') ?? '', path: path && tokenOf(path), subPath: undefined };
    }),
  };
}

function volumeOf(node: YamlMap): Volume {
  const path = scalarAt(node, 'host', 'path');
  return {
    name: textAt(node, 'name') ?? '',
    source: path ? 'hostPath' : get(node, 'temp') ? 'emptyDir' : 'other',
    path: path && tokenOf(path),
    type: undefined,
    reference: undefined,
  };
}
