/** Repositories in folders of another one: a second checkout that was put below the first. */

import { join } from 'node:path';
import { entriesOf } from '../files/entries.ts';
import { findGitFolder, type GitSearch } from '../files/git-folder.ts';

/** Folders that are looked into. */
const MOST_FOLDERS = 100_000;

/**
 * What has a `.git` of its own below a folder, which has no links. Submodules are a part of the repository around them.
 * Undefined where there are too many folders to tell.
 */
export function gitFoldersBelow(start: string): readonly GitSearch[] | undefined {
  const found: GitSearch[] = [];
  const pending = [start];
  for (let seen = 0; pending.length > 0; seen++) {
    if (seen >= MOST_FOLDERS) return undefined;
    const folder = pending.pop() ?? start;
    for (const entry of entriesOf(folder)) {
      if (entry.name === '.git') {
        const search = folder === start ? undefined : findGitFolder(folder, folder);
        if (search && !(search.kind === 'found' && search.folder.kind === 'submodule')) found.push(search);
      } else if (entry.isDirectory()) pending.push(join(folder, entry.name));
    }
  }
  return found;
}
