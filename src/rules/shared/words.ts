/** The sentences that rules have in common, in the language of the target runtime. */

import { RUNTIMES } from '../../data/runtimes.ts';
import { STAYS_LOWER, STAYS_UPPER } from '../../data/words.ts';
import type { Placement } from '../../model/place.ts';
import type { Target } from '../../model/target.ts';
import type { Report } from '../rule.ts';

/** Why an image that Docker holds is none for pods. */
export const UNSEEN_IMAGES = 'the kubelet does not see Docker’s images';

/** Why most things break: Docker does not answer on the node any more. `reason` says what it did: `only dockerd reads this file`. */
export function noDocker(target: Target, reason: string): Pick<Report, 'because' | 'premise'> {
  return { because: sentence(reason), premise: noDockerPremise(target) };
}

export function noDockerPremise({ runtime }: Target): string {
  const { keepsDocker, name } = RUNTIMES[runtime];
  return keepsDocker
    ? 'nodes have Docker Engine only while they keep it behind cri-dockerd'
    : `nodes with ${name} have no Docker Engine since Kubernetes 1.24 removed dockershim`;
}

/** The engine that a machine has although the kubelet does not use it. Where it is beside another runtime, nothing may have installed it. */
export function engineName(engine: Placement['engine']): string {
  return engine?.isBeside ? 'a Docker Engine beside the kubelet’s runtime' : 'the Docker Engine that is installed here';
}

/** What is advised on nodes of each runtime. */
export interface PerRuntime {
  readonly containerd: string;
  readonly crio: string;
}

/** The same for both. */
export function alike(text: string): PerRuntime {
  return { containerd: text, crio: text };
}

/** Advice for the runtime that nodes have, or will have when they leave Docker Engine. */
export function advise(target: Target, words: PerRuntime): string {
  if (target.runtime === 'cri-o') return sentence(words.crio);
  if (RUNTIMES[target.runtime].keepsDocker)
    return `Nothing to do while nodes keep Docker Engine; later: ${words.containerd}`;
  return sentence(words.containerd);
}

/** With a capital, unless the first word is a command or a name that has none. */
export function sentence(text: string): string {
  return STAYS_LOWER.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Behind the beginning of a sentence: without its capital, unless that is a name's. */
export function midSentence(text: string): string {
  return STAYS_UPPER.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** With a page that says more. */
export function withLink(text: string, link: string | undefined): string {
  return link === undefined ? text : `${text.replace(/\.$/, '')}. See ${link}`;
}

/** A value as a sentence quotes it: one line, not endless. */
export function quoted(text: string): string {
  const line = text.replaceAll('\uE000', '…').replace(/…+/g, '…').replace(/\s+/g, ' ').trim();
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}
