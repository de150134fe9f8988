/** What a run is compared with and governed by: one commit, however it is reached. */
import { join } from 'node:path';
import type { Scope, TextBefore } from '../files/base.ts';
import type { Changes } from '../files/changes.ts';
import { readRepositoryFile } from '../files/config-file.ts';
import type { Discovery } from '../files/discover.ts';
import { isInside } from '../files/inside.ts';
import { wayFrom } from '../files/paths.ts';
import { realPath } from '../files/real-path.ts';

export interface Base {
  /** `main at 1a2b3c4` */
  readonly label: string;
  /** The folder that paths of the repository start at, absolute. */
  readonly top: string;
  /** What comes before a path of the scanned root in the paths of the changes: `deploy/`, or nothing. */
  readonly prefix: string;
  readonly changes: Changes;
  /** What a reader must know about the comparison. */
  readonly remarks: readonly string[];
  /** The files as they were, chosen as those of the head were; rejects with a BaseUnreadable. Paths start at the scanned root. */
  files(head: Discovery, scope: Scope): Promise<Discovery>;
  /** One file as the base has it, by its path in the repository; undefined where it has none; rejects with a BaseUnreadable. */
  text(path: string): Promise<string | undefined>;
}

export type BaseSearch =
  | { readonly kind: 'found'; readonly base: Base }
  /** Nothing to compare with, and nothing expected: a schedule, a dispatch, `compare: off`. */
  | { readonly kind: 'not-wanted' }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** The message is the reason, as part of a sentence. */
export class BaseUnreadable extends Error {}

/**
 * `Base.text` on top of a look at one path. A file that no commit knows was made by the job itself: it is no part of the
 * change, and is taken as it is now, unless the way to it leads over something that the change edits.
 */
export function textReader(top: string, lookUp: (path: string) => Promise<TextBefore>): Base['text'] {
  return async (path) => {
    const full = join(top, path);
    const real = realPath(full);
    const paths = real !== undefined && isInside(top, real) ? [path, wayFrom(top, real)] : [path];
    for (const name of new Set(paths)) {
      const before = await lookUp(name);
      if (before.kind === 'lost') throw new BaseUnreadable(`${name} of the base is not in the checkout`);
      if (before.kind !== 'unchanged') return before.kind === 'text' ? before.text : undefined;
    }
    return real === undefined ? undefined : readRepositoryFile(full, 'file', top);
  };
}
