/** Pods that bring a container engine of their own: what they do with Docker works on every node. */
import { DIND_IMAGE_WORDS } from '../data/images.ts';
import type { Container, Pod, Volume } from '../model/document.ts';
import { isUnder, normaliseNodePath } from '../text/node-path.ts';
import { once } from '../text/once.ts';

/** A docker:dind sidecar, a container that starts dockerd, or one whose dockerd is given its configuration. */
export const carriesEngine = once((pod: Pod): boolean => pod.containers.some(runsEngine) || isGivenDaemonJson(pod));

/** A ConfigMap at `/etc/docker/daemon.json`: a dockerd of the container reads it, unless a folder of the node is there to copy it to. */
function isGivenDaemonJson({ containers, volumes, hostPid }: Pod): boolean {
  const texts = new Set(volumes.flatMap(({ name, source }) => (TEXT_SOURCES.has(source) ? [name] : [])));
  if (texts.size === 0 || hostPid || volumes.some(bringsEngineOfNode)) return false;
  return containers.some(({ mounts }) =>
    mounts.some(({ volume, path }) => texts.has(volume) && DAEMON_JSON.test(path?.text.slice(0, 4096) ?? '')),
  );
}

const TEXT_SOURCES: ReadonlySet<Volume['source']> = new Set(['configMap', 'secret']);
const DAEMON_JSON = /^\/etc\/docker(?:\/(?:daemon\.json)?)?$/;

function bringsEngineOfNode({ source, path }: Volume): boolean {
  if (source !== 'hostPath') return false;
  const text = path?.text ?? '';
  return maySocketBeIn(text) || isUnder('/etc/docker', normaliseNodePath(text) ?? '/');
}

export function runsEngine(container: Container): boolean {
  const image = container.image?.text ?? '';
  if (DIND_IMAGE_WORDS.some(({ word }) => image.includes(word))) return true;
  if (container.env.some((env) => env.name === 'DOCKER_TLS_CERTDIR' && container.privileged)) return true;
  const words = [...container.command, ...container.args].map(({ text }) => text.slice(0, 4096));
  return words.some(callsDockerd) || PODMAN_SERVICE.test(words.join(' ').slice(0, 4096));
}

/** `podman system service unix:///run/docker.sock`: it answers what a client of Docker asks. */
const PODMAN_SERVICE = /(?:^|[\s/])podman(?:[ \t]+-[^\s]{1,100}){0,4}[ \t]+system[ \t]+service(?:$|\s)/;

/** A word of a command line, which may be a whole script. */
export function callsDockerd(text: string): boolean {
  return /(^|[\s/])dockerd($|[\s-])/.test(text.slice(0, 4096));
}

/**
 * Nothing brings an engine within reach of the pod: no volume holds the socket of the node's, and no variable names
 * another. What it does with Docker fails on every node, or is never come to.
 */
export const reachesNoEngine = once(({ partial, containers, volumes, hostNetwork }: Pod): boolean => {
  if (partial || hostNetwork || containers.length === 0 || containers.some(namesEngine)) return false;
  return volumes.every(({ source, path }) => source !== 'hostPath' || !maySocketBeIn(path?.text ?? ''));
});

/** `DOCKER_HOST`, or variables from elsewhere, which may hold it. */
function namesEngine({ env, environments }: Container): boolean {
  return environments.length > 0 || env.some(({ name }) => /DOCKER/.test(name));
}

/** A path that is not known may be anything. */
function maySocketBeIn(text: string): boolean {
  const path = normaliseNodePath(text);
  if (path === undefined) return true;
  if (isUnder(path, '/var/lib/docker')) return false;
  if (/docker/i.test(path)) return true;
  return path === '/' || path === '/var' || isUnder('/run/docker.sock', path);
}
