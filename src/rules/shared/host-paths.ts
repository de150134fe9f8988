/** What a path of the node is to Docker, and which folders of the node a pod has beside it. */
import { LOG_SHIPPER } from '../../data/log-shippers.ts';
import { DOCKER_PATHS, FOLDERS_OF_STORE, HOST_PREFIXES, type PathRow } from '../../data/paths.ts';
import type { Pod } from '../../model/document.ts';
import { isUnder, normaliseNodePath } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import { isDockerSocket } from './sockets.ts';

export const LOGS = '/var/lib/docker/containers';

export function firstRow(paths: readonly string[]): PathRow | undefined {
  for (const path of paths) {
    const row = rowOf(path);
    if (row) return row;
  }
  return undefined;
}

export function rowOf(path: string): PathRow | undefined {
  if (isDockerSocket(path)) return undefined;
  const plainPath = withoutPrefix(path);
  if (isForeign(plainPath)) return undefined;
  return DOCKER_PATHS.find((row) => (row.meaning === 'binary' ? plainPath === row.path : isUnder(plainPath, row.path)));
}

/** `/var/lib/docker/data/elasticsearch`: a folder of somebody else, who uses the disk of Docker. */
function isForeign(path: string): boolean {
  if (!path.startsWith(`${STORE}/`)) return false;
  const folder = path.slice(STORE.length + 1).split('/', 1)[0] ?? '';
  return /^[\w-]+$/.test(folder) && !FOLDERS_OF_STORE.test(folder);
}

const STORE = '/var/lib/docker';

/** A folder called docker in a place of data, as `data-root` of daemon.json moves it there. */
export function movedRoot(path: string): PathRow | undefined {
  const isRoot =
    /^\/(?:mnt|data|opt|srv|storage|disks?|ebs|var\/vcap)\/(?:[^/]+\/)*docker(?:\/(?:containers|overlay2|volumes))?$/;
  return isRoot.test(withoutPrefix(path)) && !path.includes('/bin/')
    ? DOCKER_PATHS.find((row) => row.path === '/mnt/docker')
    : undefined;
}

function withoutPrefix(path: string): string {
  const lower = /^[A-Za-z]:/.test(path) ? path.slice(2).toLowerCase() : path;
  const prefix = HOST_PREFIXES.find((one) => lower.startsWith(`${one}/`));
  const rest = prefix ? lower.slice(prefix.length) : lower;
  return rest.startsWith('/var/run/') ? rest.slice('/var'.length) : rest;
}

// `/var/lib/docker/containers/*/*.log`, as log shippers are told what to read; no regular expression.
export function isPatternOfLogs(path: string): boolean {
  const rest = isUnder(path, LOGS) || path.toLowerCase().startsWith(`c:${LOGS}/`) ? path.slice(LOGS.length) : '';
  return /[*$]/.test(rest) && !/[\s|^()\\]|\.[+*]|\$$/.test(rest);
}

/** The folder above Docker's logs, which holds its images too. */
export function isWholeStore(path: string): boolean {
  return withoutPrefix(path) === STORE;
}

/** The folder into which the kubelet writes, or links, the logs of every runtime. */
export function isNodeLogs(path: string): boolean {
  return /^\/var\/log(?:\/(?:pods|containers))?\/?$/.test(path);
}

/** Not `/var/log/containers` alone: its links lead into a folder that the pod would not have. */
export const mountsLogs = once((pod: Pod): boolean => pod.volumes.some(({ path }) => isWholeLogs(path?.text ?? '')));

export function isWholeLogs(path: string): boolean {
  const folder = withoutPrefix(normaliseNodePath(path) ?? '');
  return folder === '/var' || (isNodeLogs(folder) && !/\/containers\/?$/.test(folder));
}

/** The folder in which Docker keeps the logs of its containers. */
export const mountsLogsOfDocker = once((pod: Pod): boolean =>
  pod.volumes.some(({ source, path }) => source === 'hostPath' && isUnder(withoutPrefix(path?.text ?? ''), LOGS)),
);

/** Every container that mounts something of the node is called after a shipper of logs: there is nothing to it but logs. */
export const shipsLogs = once((pod: Pod): boolean => {
  const volumes = new Set(pod.volumes.flatMap(({ name, source }) => (source === 'hostPath' ? [name] : [])));
  const mounting = pod.containers.filter(({ mounts }) => mounts.some(({ volume }) => volumes.has(volume)));
  return mounting.length > 0 && mounting.every(({ image, name }) => LOG_SHIPPER.test(image?.text ?? name));
});
