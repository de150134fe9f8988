/** Pods that bring a container engine of their own: what they do with Docker works on every node. */
import { DIND_IMAGE_WORDS } from '../data/images.ts';
import type { Container, Pod } from '../model/document.ts';
import { once } from '../text/once.ts';

/** A docker:dind sidecar, or a container that starts dockerd. */
export const carriesEngine = once((pod: Pod): boolean => pod.containers.some(runsEngine));

export function runsEngine(container: Container): boolean {
  const image = container.image?.text ?? '';
  if (DIND_IMAGE_WORDS.some(({ word }) => image.includes(word))) return true;
  if (container.env.some((env) => env.name === 'DOCKER_TLS_CERTDIR' && container.privileged)) return true;
  return [...container.command, ...container.args].some(({ text }) => callsDockerd(text));
}

/** A word of a command line, which may be a whole script. */
export function callsDockerd(text: string): boolean {
  return /(^|[\s/])dockerd($|[\s-])/.test(text.slice(0, 4096));
}
