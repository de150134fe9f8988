/** How much of the repository was understood: one line for each file that was not, or only partly. */

import type { Note } from '../model/note.ts';
import type { Coverage } from '../model/result.ts';

/** The worst note of each file decides; a file has one line in the coverage. */
export function coverageOf(files: number, notes: readonly Note[]): Coverage {
  const worst = new Map<string, Note>();
  for (const note of notes) {
    if (note.coverage === 'about') continue;
    const known = worst.get(note.path);
    if (!known || (known.coverage === 'partly' && note.coverage === 'not')) worst.set(note.path, note);
  }
  const sorted = [...worst.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    files,
    partly: sorted.filter((n) => n.coverage === 'partly'),
    notUnderstood: sorted.filter((n) => n.coverage === 'not'),
  };
}

/** The files that were read and those that discovery left out, as `left` tells. */
export function countFiles(read: readonly unknown[], left: readonly Note[]): number {
  return read.length + left.filter((note) => note.coverage === 'not').length;
}
