/**
 * Which repository a folder belongs to, told by `.git` alone and without git: a folder of a checkout can look like a bare
 * repository, but no checkout can hold something called `.git`. Nothing of the repository's configuration is read.
 */

import { basename, dirname, join, resolve } from 'node:path';
import { entriesOf, statOf } from './entries.ts';
import { isInside } from './inside.ts';
import { realPath } from './real-path.ts';
import { readSmallText } from './regular-file.ts';

export interface GitFolder {
  /** The folder that holds the work tree, absolute and without links. */
  readonly top: string;
  /** What belongs to this work tree: its HEAD. */
  readonly own: string;
  /** What all work trees share: objects and references. */
  readonly common: string;
  readonly kind: 'plain' | 'worktree' | 'submodule';
}

export type GitSearch =
  | { readonly kind: 'found'; readonly folder: GitFolder }
  | { readonly kind: 'none' }
  /** There is one that is not looked into; `reason` continues a sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Walks up from `start`, which has no links, to `ceiling` at most. */
export function findGitFolder(start: string, ceiling?: string): GitSearch {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, '.git');
    const stat = statOf(path);
    if (stat?.isSymbolicLink()) return refused(`${path} is a link`);
    if (stat?.isFile()) return throughFile(folder, path);
    if (stat?.isDirectory() && isGitFolder(path))
      return { kind: 'found', folder: { top: folder, own: path, common: path, kind: 'plain' } };
    if (folder === ceiling || folder === dirname(folder)) return { kind: 'none' };
  }
}

/** The top of the repository that the folder, which has no links, stands in; itself where there is none. */
export function repositoryTop(folder: string): string {
  const search = findGitFolder(folder);
  return search.kind === 'found' ? search.folder.top : folder;
}

/** `gitdir: …` may name any folder of the machine: it must be one that git makes for exactly this work tree. */
function throughFile(top: string, path: string): GitSearch {
  const written = /^gitdir: ([^\0\r\n]*[^\0\s])\s*$/.exec(readSmallText(path, 4096) ?? '')?.[1];
  const own = written === undefined ? undefined : realPath(resolve(top, written));
  if (own === undefined) return refused(`${path} names a folder that is not here`);
  const shared = dirname(dirname(own));
  if (basename(dirname(own)) === 'worktrees' && isGitFolder(shared) && pointsBack(own, path))
    return { kind: 'found', folder: { top, own, common: shared, kind: 'worktree' } };
  const outer = dirname(top) === top ? undefined : findGitFolder(dirname(top));
  if (outer?.kind === 'found' && isInside(join(outer.folder.own, 'modules'), own) && isGitFolder(own))
    return { kind: 'found', folder: { top, own, common: own, kind: 'submodule' } };
  return refused(
    `${path} names a folder that is neither a work tree of its repository nor a submodule of the one around it`,
  );
}

function pointsBack(own: string, path: string): boolean {
  const back = readSmallText(join(own, 'gitdir'), 4096)?.trim();
  return back !== undefined && back !== '' && realPath(resolve(own, back)) === realPath(path);
}

function isGitFolder(path: string): boolean {
  return statOf(join(path, 'objects'))?.isDirectory() === true && statOf(join(path, 'HEAD')) !== undefined;
}

const MOST_PACKS = 10_000;
const MOST_LOOSE = 1_000_000;

/**
 * Undefined when git can be given the objects, else why not: it would follow links and alternates to anywhere, and wait
 * for a pipe for ever.
 */
export function objectionToObjects({ common }: GitFolder): string | undefined {
  const objects = join(common, 'objects');
  if (statOf(join(common, 'reftable'))) return 'its references are kept in a reftable, which is not read';
  for (const name of ['alternates', 'http-alternates']) {
    if (statOf(join(objects, 'info', name)))
      return `it borrows objects of another repository (objects/info/${name}); \`git repack -ad\` copies them, then remove that file`;
  }
  let left = MOST_LOOSE;
  for (const entry of entriesOf(objects)) {
    if (entry.isSymbolicLink()) return `objects/${entry.name} is a link`;
    if (!entry.isDirectory() || !/^(?:[0-9a-f]{2}|pack)$/.test(entry.name)) continue;
    const files = entriesOf(join(objects, entry.name));
    left -= files.length;
    if (left < 0 || (entry.name === 'pack' && files.length > MOST_PACKS)) return 'it has too many object files';
    const odd = files.find((file) => !file.isFile());
    if (odd) return `objects/${entry.name}/${odd.name} is not a regular file`;
  }
  return undefined;
}

function refused(reason: string): GitSearch {
  return { kind: 'refused', reason };
}
