/** Tells the sockets of Docker Engine, of dockershim and of CRI runtimes apart. */
import { DOCKER_SOCKETS, DOCKERSHIM_SOCKETS } from '../../data/paths.ts';
import { CRI_SOCKET_WORDS } from '../../data/runtimes.ts';
import type { SettingFact } from '../../model/fact.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';

const DOCKER = new Set(DOCKER_SOCKETS.map((row) => row.path));
const DOCKERSHIM = new Set(DOCKERSHIM_SOCKETS.map((row) => row.path));
const ROOTLESS = /^\/run\/user\/[^/]+\/docker\.sock$/;
const LINE_LIMIT = 4096;
const NODE_ADDRESS = /^tcp:\/\/\$[({]?(HOST_?IP|NODE_?IP|NODE_?NAME|STATUS_HOST_?IP|DOCKER_HOST_IP)[)}]?:237[56]$/i;

/** The Docker port of the node that the pod is on: `tcp://$(HOST_IP):2375`. */
export function isNodeAddress(text: string): boolean {
  return NODE_ADDRESS.test(text);
}

/** `path` as a node sees it. */
export function isDockerSocket(path: string): boolean {
  return DOCKER.has(path.toLowerCase()) || ROOTLESS.test(path) || path.endsWith('/run/docker.sock');
}

/** The socket of the containerd that dockerd starts for itself: what opens it speaks containerd's API, and not Docker's. */
export function isContainerdOfDocker(path: string): boolean {
  return /\/docker\/containerd\/(?:docker-)?containerd\.sock$/.test(path);
}

export function isDockershimSocket(path: string): boolean {
  return DOCKERSHIM.has(path.toLowerCase()) || path.endsWith('/dockershim.sock');
}

/** A text that is the address of Docker's socket: with a scheme, a bare path, or a pipe. */
export function namesDockerSocket(text: string): boolean {
  if (text.length > LINE_LIMIT) return false;
  const value = unquoted(text);
  if (/^(unix:\/\/)?docker\.sock$/i.test(value)) return true;
  const path = normaliseNodePath(value);
  return path !== undefined && isDockerSocket(path);
}

export function namesDockershimSocket(text: string): boolean {
  if (text.length > LINE_LIMIT) return false;
  const value = unquoted(text);
  if (/^tcp:\/\/(localhost|127\.0\.0\.1):3735$/i.test(value)) return true;
  const path = normaliseNodePath(value);
  return path !== undefined && isDockershimSocket(path);
}

/** A path or address of a socket that speaks CRI. Docker's private containerd is not one. */
export function namesCriSocket(text: string): boolean {
  if (text.length > LINE_LIMIT || /docker\/(containerd|libcontainerd)/.test(text)) return false;
  return CRI_SOCKET_WORDS.some((word) => text.includes(word));
}

/** One of the settings, such as those of one map, holds the socket of a CRI runtime. */
export const nameCriSocket = once((settings: readonly SettingFact[]): boolean =>
  settings.some(({ value }) => namesCriSocket(value.text)),
);

function unquoted(text: string): string {
  const value = text.trim();
  const quote = value[0];
  return (quote === '"' || quote === "'") && value.at(-1) === quote ? value.slice(1, -1) : value;
}
