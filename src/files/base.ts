/** The files of an earlier commit, chosen as the walk of the work tree chooses them, ready to be linted. */
import { posix } from 'node:path';
import type { InputFile } from '../model/input.ts';
import { LIMITS } from '../model/limits.ts';
import { comparisonNote, type Note } from '../model/note.ts';
import { acceptBytes } from './accept.ts';
import { readChartArchive } from './archive.ts';
import type { Discovery } from './discover.ts';
import type { Repository, TreeEntry } from './git.ts';
import { isBelowVendored, isChartArchive, isHistory, mayHoldFindings } from './names.ts';

/** What of a repository is scanned; paths are relative to its top. */
export interface Scope {
  readonly paths: readonly string[];
  readonly excluded: (path: string) => boolean;
}

export interface EarlierFiles extends Discovery {
  /** Files whose earlier content the local objects do not hold, as partial clones leave them out. */
  readonly missing: readonly string[];
}

/**
 * Undefined when the local objects do not hold both trees. A file that the commits of both sides share is taken as it is in the work tree, and so is one that git does not know:
 * what the job itself generates or edits is no part of the change. `renames` leads from old paths to new ones.
 */
export async function readBaseFiles(
  repository: Repository,
  commit: string,
  head: Discovery,
  scope: Scope,
  renames: ReadonlyMap<string, string>,
): Promise<EarlierFiles | undefined> {
  const [before, now] = await Promise.all([repository.tree(commit), repository.tree(repository.head)]);
  if (!before || !now) return undefined;
  const tracked = new Map(now.map((entry) => [entry.path, entry]));
  const present = new Map(head.files.map((file) => [file.path, file]));
  const notes: Note[] = [];
  const files: InputFile[] = untrackedFiles(head.files, tracked, before, notes);
  const changed: TreeEntry[] = [];
  for (const entry of before) {
    if (entry.type !== 'file' || !isInScope(entry.path, scope)) continue;
    if (tracked.get(entry.path)?.oid === entry.oid) files.push(...filesOf(entry.path, head, present));
    else if (isSeen(renames.get(entry.path) ?? entry.path, tracked, present)) changed.push(entry);
  }
  const shared = files.reduce((sum, { text }) => sum + text.length, 0);
  const earlier = await readEntries(repository, changed, scope, renames, LIMITS.runCharacters - shared);
  return {
    files: [...files, ...earlier.files].sort(byPath),
    notes: [...notes, ...earlier.notes],
    missing: earlier.missing,
  };
}

/** The file itself, or those inside it when it is an archive. */
function filesOf(path: string, head: Discovery, present: ReadonlyMap<string, InputFile>): readonly InputFile[] {
  if (isChartArchive(path)) return head.files.filter((file) => file.path.startsWith(`${path}/`));
  const file = present.get(path);
  return file ? [file] : [];
}

/** False for a file that the head has, too, but that a sparse checkout left out: what it held is not fixed. */
function isSeen(
  path: string,
  tracked: ReadonlyMap<string, TreeEntry>,
  present: ReadonlyMap<string, InputFile>,
): boolean {
  return !tracked.has(path) || present.has(path) || isChartArchive(path);
}

/**
 * All files of a commit, whatever the work tree holds: what is edited or new there is part of the change. Undefined when
 * the local objects do not hold its tree.
 */
export async function readCommitFiles(
  repository: Repository,
  commit: string,
  scope: Scope,
  renames: ReadonlyMap<string, string>,
  mostCharacters: number = LIMITS.runCharacters,
): Promise<EarlierFiles | undefined> {
  const entries = await repository.tree(commit);
  const wanted = entries?.filter((entry) => entry.type === 'file' && isInScope(entry.path, scope));
  return wanted && readEntries(repository, wanted, scope, renames, mostCharacters);
}

async function readEntries(
  repository: Repository,
  entries: readonly TreeEntry[],
  scope: Scope,
  renames: ReadonlyMap<string, string>,
  mostCharacters: number,
): Promise<EarlierFiles> {
  const oids = entries.map((entry) => entry.oid);
  const { contents, missing } = await repository.blobs(oids, LIMITS.archiveBytes);
  const files: InputFile[] = [];
  const lost: string[] = [];
  const large: string[] = [];
  let room: number = mostCharacters;
  for (const { path: earlier, oid } of entries) {
    const path = renames.get(earlier) ?? earlier;
    const bytes = contents.get(oid);
    if (!bytes) {
      if (missing.has(oid)) lost.push(path);
      continue;
    }
    const read = readEntry(path, bytes, scope);
    const characters = read.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > room) large.push(path);
    else files.push(...read);
    if (characters <= room) room -= characters;
  }
  const notes = [...(lost.length === 0 ? [] : [missingNote(lost)]), ...(large.length === 0 ? [] : [largeNote(large)])];
  return { files: files.sort(byPath), notes, missing: lost };
}

const NAMED = 5;

function namesOf(paths: readonly string[]): string {
  return paths.slice(0, NAMED).join(', ') + (paths.length > NAMED ? ', …' : '');
}

function largeNote(paths: readonly string[]): Note {
  return comparisonNote(
    `the earlier files are larger together than one run reads, so all findings in some of them count as new (${namesOf(paths)})`,
  );
}

function missingNote(paths: readonly string[]): Note {
  return comparisonNote(
    `the clone is a partial one and does not hold what ${paths.length === 1 ? 'a file' : `${paths.length} files`} held before, so all findings there count as new (${namesOf(paths)})`,
  );
}

function byPath(a: InputFile, b: InputFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** Whether the walk of the work tree would open this path. */
export function isInScope(path: string, scope: Scope): boolean {
  return scope.paths.some((start) => {
    const root = start === '.' ? '' : start;
    if (root === path) return true;
    if (root !== '' && !path.startsWith(`${root}/`)) return false;
    return isWalked(path, root, scope.excluded);
  });
}

function isWalked(path: string, root: string, excluded: (path: string) => boolean): boolean {
  const inner = root === '' ? path : path.slice(root.length + 1);
  const folders = inner.split('/').slice(0, -1);
  if (folders.some(isHistory) || isBelowVendored(path, path.length - inner.length)) return false;
  let prefix = root;
  for (const folder of folders) {
    prefix = prefix === '' ? folder : `${prefix}/${folder}`;
    if (excluded(prefix)) return false;
  }
  return !excluded(path) && (isChartArchive(path) || mayHoldFindings(path));
}

/** What a run would read of a file with these bytes. */
export function readEntry(path: string, bytes: Buffer, scope: Scope): readonly InputFile[] {
  if (isChartArchive(path)) return readChartArchive(path, bytes).files;
  if (bytes.length > LIMITS.fileBytes) return [];
  const accepted = acceptBytes(path, bytes, scope.paths.includes(path));
  return accepted.kind === 'text' ? [{ path, text: accepted.text }] : [];
}

function untrackedFiles(
  files: readonly InputFile[],
  tracked: ReadonlyMap<string, TreeEntry>,
  before: readonly TreeEntry[],
  notes: Note[],
): InputFile[] {
  const submodules = [...tracked.values()].filter((entry) => entry.type === 'submodule');
  const archives = [...tracked.keys()].filter(isChartArchive);
  const earlier = new Map(before.map((entry) => [entry.path, entry.oid]));
  const moved = submodules.filter((module) => earlier.get(module.path) !== module.oid);
  const shown = moved.filter((module) => files.some((file) => file.path.startsWith(`${module.path}/`)));
  for (const module of shown) {
    notes.push({
      code: 'comparison',
      message:
        'the submodule points to another commit than before, whose files are not here: all its findings count as new',
      path: module.path,
      coverage: 'about',
    });
  }
  const isNew = (path: string) => moved.some((module) => path.startsWith(`${module.path}/`));
  const isPacked = (path: string) => archives.some((archive) => path.startsWith(archive));
  return files.filter((file) => !tracked.has(file.path) && !isPacked(file.path) && !isNew(file.path));
}

/** One file as a commit has it. */
export type TextBefore =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** The work tree shows it as well as the commit would. */
  | { readonly kind: 'unchanged' }
  /** The local objects do not tell. */
  | { readonly kind: 'lost' };

const MOST_LINKS = 5;

/** Links are followed inside the commit; a file that neither the commit nor the head knows is `unchanged`. */
export async function readTextBefore(repository: Repository, commit: string, path: string): Promise<TextBefore> {
  const [before, now] = await Promise.all([repository.tree(commit), repository.tree(repository.head)]);
  if (!before || !now) return { kind: 'lost' };
  const tree = new Map(before.map((entry) => [entry.path, entry]));
  if (!tree.has(path)) return { kind: now.some((entry) => entry.path === path) ? 'absent' : 'unchanged' };
  let entry = tree.get(path);
  for (let links = 0; entry?.type === 'link' && links < MOST_LINKS; links++) {
    const target = await contentOf(repository, entry);
    if (target.kind !== 'text') return target;
    entry = tree.get(posix.join(posix.dirname(entry.path), target.text));
  }
  return entry?.type === 'file' ? contentOf(repository, entry) : { kind: 'absent' };
}

async function contentOf(repository: Repository, { oid }: TreeEntry): Promise<TextBefore> {
  const { contents, missing } = await repository.blobs([oid], LIMITS.archiveBytes);
  const bytes = contents.get(oid);
  if (bytes) return { kind: 'text', text: bytes.toString('utf8') };
  return { kind: missing.has(oid) ? 'lost' : 'absent' };
}
