/** What a pod says about its container engine: its own, the node's, or several. */
import type { Container, Pod, Token, Volume, VolumeMount } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { carriesEngine } from '../../placing/engines.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import { isDockerSocket, namesCriSocket } from './sockets.ts';

export interface Mount {
  readonly container: Container;
  readonly path: Token | undefined;
}

export function mountsOf(pod: Pod, { name }: Volume): readonly Mount[] {
  if (!isSmall(pod)) return mountsByVolume(pod).get(name) ?? [];
  return pod.containers.flatMap((container) =>
    container.mounts.flatMap(({ volume, path }) => (volume === name ? [{ container, path }] : [])),
  );
}

/** To look through is as quick as to keep a table, of which a repository would have as many as it has pods. */
const FEW = 8;

function isSmall({ containers }: Pod): boolean {
  return containers.length <= FEW && containers.every(({ mounts }) => mounts.length <= FEW);
}

/** The first volume of that name. */
export function volumeOf(pod: Pod, name: string): Volume | undefined {
  return pod.volumes.length <= FEW ? pod.volumes.find((one) => one.name === name) : volumesByName(pod).get(name);
}

const volumesByName = once(
  (pod: Pod): ReadonlyMap<string, Volume> => new Map([...pod.volumes].reverse().map((volume) => [volume.name, volume])),
);

/** The first mount of the container that the path is below. */
export function mountAbove(container: Container, path: string): VolumeMount | undefined {
  const folders = foldersAbove(path);
  if (container.mounts.length <= FEW)
    return container.mounts.find((mount) => {
      const folder = folderOf(mount);
      return folder !== undefined && folders.includes(folder);
    });
  const byPath = mountsByPath(container);
  const found = folders.flatMap((folder) => byPath.get(folder) ?? []);
  return found.length === 0 ? undefined : container.mounts[Math.min(...found)];
}

/** The volume that the container mounts there, or above it. */
export function volumeAbove(pod: Pod | undefined, container: Container | undefined, path: string): Volume | undefined {
  const mount = container && mountAbove(container, path);
  return mount && pod ? volumeOf(pod, mount.volume) : undefined;
}

/** Docker's socket of the node. */
export function isSocketVolume(volume: Volume | undefined): boolean {
  return volume?.source === 'hostPath' && isDockerSocket(volume.path?.text ?? '');
}

const mountsByPath = once((container: Container): ReadonlyMap<string, number> => {
  const byPath = new Map<string, number>();
  for (const [index, mount] of container.mounts.entries()) {
    const folder = folderOf(mount);
    if (folder !== undefined && !byPath.has(folder)) byPath.set(folder, index);
  }
  return byPath;
});

function folderOf({ path }: VolumeMount): string | undefined {
  return path?.text.replace(/(?<=[^/])\/{1,4}$/, '');
}

/** `/a/b`, `/a`, `` and `/` for `/a/b`. */
function foldersAbove(path: string): readonly string[] {
  const folders = [path];
  for (let at = path.lastIndexOf('/'); at >= 0; at = at === 0 ? -1 : path.lastIndexOf('/', at - 1))
    folders.push(path.slice(0, at));
  return path.startsWith('/') ? [...folders, '/'] : folders;
}

const mountsByVolume = once((pod: Pod): ReadonlyMap<string, readonly Mount[]> => {
  const byVolume = new Map<string, Mount[]>();
  for (const container of pod.containers) {
    for (const { volume, path } of container.mounts) {
      const known = byVolume.get(volume);
      if (known) known.push({ container, path });
      else byVolume.set(volume, [{ container, path }]);
    }
  }
  return byVolume;
});

/** The mounts as places that belong to a finding on the volume. */
export function mountPlaces(pod: Pod, volume: Volume): readonly { readonly at: Token; readonly message: string }[] {
  return mountsOf(pod, volume).flatMap(({ container, path }) =>
    path ? [{ at: path, message: container.name ? `mounted by container ${container.name}` : 'mounted here' }] : [],
  );
}

/** The container has Docker's socket of the node. */
function mountsDockerSocket({ mounts }: Container, pod: Pod): boolean {
  return mounts.some(({ volume }) => isSocketVolume(volumeOf(pod, volume)));
}

/** Docker's client of the node goes with the socket that it is brought for, where that is told for itself. */
export function goesWithSocket(pod: Pod, volume: Volume): boolean {
  return !mountsCriSocket(pod) && mountsOf(pod, volume).some(({ container }) => mountsDockerSocket(container, pod));
}

/** The kubelet checks that the path is there before it starts a pod with such a volume. */
export function isTyped(volume: Volume): boolean {
  const type = volume.type?.text ?? '';
  return (
    type === 'Socket' || type === 'File' || type === 'CharDevice' || type === 'BlockDevice' || type === 'Directory'
  );
}

/** The pod also mounts where a CRI runtime keeps its data, or its socket. */
export const mountsCriFolder = once(
  (pod: Pod): boolean =>
    mountsCriSocket(pod) ||
    pod.volumes.some((volume) => {
      const path = volume.source === 'hostPath' && volume.path ? normaliseNodePath(volume.path.text) : undefined;
      return path !== undefined && /^\/var\/lib\/(?:containerd|containers|crio)(?:\/|$)/.test(path);
    }),
);

/** The pod also mounts the socket of a CRI runtime, or a directory that only holds one. */
export const mountsCriSocket = once((pod: Pod): boolean =>
  pod.volumes.some((volume) => {
    const text = volume.path?.text;
    if (volume.source !== 'hostPath' || text === undefined) return false;
    const path = normaliseNodePath(text);
    return namesCriSocket(text) || path === '/run/containerd' || path === '/run/crio' || path === '/run/k3s/containerd';
  }),
);

/** A variable says that the program works with the CRI: `DEFENDER_TYPE=cri`. What is said of Docker beside it is not read. */
export const worksWithCri = once((pod: Pod): boolean =>
  pod.containers.some(({ env }) =>
    env.some(
      ({ name, value }) =>
        /(?:^|_)(?:TYPE|RUNTIME|ENGINE|DRIVER)$/.test(name) && /^(?:cri|cri-?o|containerd)$/i.test(value?.text ?? ''),
    ),
  ),
);

/** The pod of a fact carries an engine of its own, or such a pod mounts the ConfigMap that the fact stands in. */
export function isForOwnEngine(fact: Fact, project: Pick<Project, 'objects'>): boolean {
  if (fact.pod) return carriesEngine(fact.pod);
  const object = fact.document.object;
  return object?.kind === 'ConfigMap' && mountedByEngines(project).has(object.name);
}

/** What pods that carry an engine of their own mount, by its name. */
const mountedByEngines = once(({ objects }: Pick<Project, 'objects'>): ReadonlySet<string | undefined> => {
  const pods = objects.flatMap((object) => object.pods).filter(carriesEngine);
  return new Set(pods.flatMap((pod) => pod.volumes.map((volume) => volume.reference)));
});
