/** What a purpose came to, before it is said: a command, and how it differs. */
import type { DockerCommand } from './command.ts';

export interface Found {
  readonly text?: string | undefined;
  readonly notes?: readonly string[];
}

/** What works with the runtime's own image store: containerd's ctr, or podman beside CRI-O. */
export type ImageTools = 'ctr' | 'podman';

/** A command's options that crictl has too: how crictl calls them. */
type Carried = ReadonlyMap<string, string>;

/** One clause for the options that are not carried over; nothing for those that change no result. */
export function lostOptions(command: DockerCommand, tool: string, carried: Carried): string[] {
  const lost = command.options
    .filter(({ name }) => !carried.has(name) && !HARMLESS.has(name))
    .map(({ name, known }) => (known ? `--${name}` : name.replace(/[^\w-].*/s, '')))
    .filter((name) => name.length > 1);
  return lost.length === 0 ? [] : [`${tool} has no ${[...new Set(lost)].slice(0, 6).join(', ')}`];
}

const HARMLESS = new Set(['detach-keys', 'sig-proxy', 'quiet', 'disable-content-trust', 'no-trunc']);
