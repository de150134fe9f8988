/** Commits, trees and files of the repository around a folder, as far as its local objects hold them. */
import { join } from 'node:path';
import { findGitFolder, type GitFolder, objectionToObjects } from './git-folder.ts';
import {
  addReferences,
  createPrivateGit,
  type PrivateGit,
  type Remote,
  removePrivateGit,
  runGit,
} from './git-process.ts';
import { isObjectId, readHead, readReferences, readShallow } from './git-refs.ts';

export type { Remote } from './git-process.ts';
export { isObjectId } from './git-refs.ts';

export interface TreeEntry {
  readonly path: string;
  readonly oid: string;
  readonly type: 'file' | 'link' | 'submodule';
}

interface Blobs {
  readonly contents: ReadonlyMap<string, Buffer>;
  /** Asked for, and not in the local objects. */
  readonly missing: ReadonlySet<string>;
}

export interface Repository {
  /** The folder that holds the work tree, absolute and without links. */
  readonly top: string;
  /** The commit of the work tree. */
  readonly head: string;
  has(commit: string): Promise<boolean>;
  resolve(name: string): Promise<string | undefined>;
  /** The parents that the commit was written with, even where a shallow clone cuts the history. */
  parents(commit: string): Promise<readonly string[]>;
  mergeBase(left: string, right: string): Promise<string | undefined>;
  /** Undefined when a part of it is not in the local objects, or it is too large. */
  tree(commit: string): Promise<readonly TreeEntry[] | undefined>;
  /** Larger ones than `limit` bytes are left out. */
  blobs(oids: readonly string[], limit: number): Promise<Blobs>;
  /** A patch without context lines between two commits, renames found. */
  patch(from: string, to: string): Promise<string | undefined>;
  /** Brings one commit without its history, for this run only; undefined when done, else why not. */
  fetch(commit: string, remote: Remote): Promise<string | undefined>;
  /** Nothing of the repository can be read afterwards. */
  close(): void;
}

export type RepositorySearch =
  | { readonly kind: 'found'; readonly repository: Repository }
  | { readonly kind: 'none' }
  /** There is one that is not looked into; `reason` continues a sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Walks up from `folder`, which has no links, to `ceiling` at most. */
export function openRepository(folder: string, ceiling?: string): RepositorySearch {
  const search = findGitFolder(folder, ceiling);
  return search.kind === 'found' ? openGitFolder(search.folder) : search;
}

export function openGitFolder(folder: GitFolder): RepositorySearch {
  const head = readHead(folder);
  const objection = objectionToObjects(folder);
  if (objection !== undefined) return { kind: 'refused', reason: objection };
  if (head === undefined) return { kind: 'none' };
  let git: PrivateGit;
  try {
    git = createPrivateGit(join(folder.common, 'objects'), head, readShallow(folder));
  } catch {
    return { kind: 'refused', reason: 'no temporary folder can be made' };
  }
  let named = false;
  const resolve = (name: string) => {
    if (!named) addReferences(git, readReferences(folder));
    named = true;
    return resolveName(git, name);
  };
  const repository: Repository = {
    top: folder.top,
    head,
    has: (commit) => hasTree(git, commit),
    resolve,
    parents: (commit) => readParents(git, commit),
    mergeBase: (left, right) => findMergeBase(git, left, right),
    tree: (commit) => readTree(git, commit),
    blobs: (oids, limit) => readBlobs(git, oids, limit),
    patch: (from, to) => readPatch(git, from, to),
    fetch: (commit, remote) => fetchCommit(git, commit, head, remote),
    close: () => removePrivateGit(git),
  };
  return { kind: 'found', repository };
}

async function hasTree(git: PrivateGit, commit: string): Promise<boolean> {
  if (!isObjectId(commit)) return false;
  const { ok, output } = await runGit(git, { kind: 'sizes', objects: [`${commit}^{tree}`] });
  return ok && / tree \d+$/.test(output.toString('utf8').trim());
}

/** Names of commits as people write them; not the search of messages, whose time depends on the history. */
const NAME = /^[^\0-\x20\x7f:?*[\\{}-][^\0-\x20\x7f:?*[\\{}]{0,254}$/;

async function resolveName(git: PrivateGit, name: string): Promise<string | undefined> {
  if (!NAME.test(name)) return undefined;
  for (const candidate of [name, `refs/remotes/origin/${name}`]) {
    const { ok, output } = await runGit(git, { kind: 'resolve', name: candidate });
    const oid = output.toString('utf8').trim();
    if (ok && isObjectId(oid)) return oid;
  }
  return undefined;
}

async function readParents(git: PrivateGit, commit: string): Promise<readonly string[]> {
  const bytes = (await readObjects(git, [commit], 'commit')).get(commit);
  const header = bytes?.toString('utf8').split('\n\n', 1)[0] ?? '';
  return header.split('\n').flatMap((line) => (line.startsWith('parent ') ? [line.slice(7).trim()] : []));
}

async function findMergeBase(git: PrivateGit, left: string, right: string): Promise<string | undefined> {
  if (!isObjectId(left) || !isObjectId(right)) return undefined;
  const { ok, output } = await runGit(git, { kind: 'merge-base', left, right });
  const oid = output.toString('utf8').trim();
  return ok && isObjectId(oid) ? oid : undefined;
}

async function readTree(git: PrivateGit, commit: string): Promise<readonly TreeEntry[] | undefined> {
  if (!isObjectId(commit)) return undefined;
  const { ok, output } = await runGit(git, { kind: 'tree', commit });
  if (!ok) return undefined;
  const entries: TreeEntry[] = [];
  for (const record of output.toString('utf8').split('\0')) {
    const tab = record.indexOf('\t');
    const [mode, , oid] = record.slice(0, tab).split(' ');
    if (tab < 0 || !mode || !oid) continue;
    const type = mode === '160000' ? 'submodule' : mode === '120000' ? 'link' : 'file';
    entries.push({ path: record.slice(tab + 1), oid, type });
  }
  return entries;
}

/** Bytes of objects that are asked for in one call, so that an answer always stays under the limit of its size. */
const BATCH_BYTES = 64 * 1024 * 1024;

async function readBlobs(git: PrivateGit, oids: readonly string[], limit: number): Promise<Blobs> {
  const wanted = [...new Set(oids.filter(isObjectId))];
  const sizes = await readSizes(git, wanted);
  const contents = new Map<string, Buffer>();
  let batch: string[] = [];
  let bytes = 0;
  const flush = async () => {
    for (const [oid, blob] of await readObjects(git, batch, 'blob')) contents.set(oid, blob);
    batch = [];
    bytes = 0;
  };
  for (const [oid, size] of sizes) {
    if (size > limit) continue;
    if (bytes + size > BATCH_BYTES) await flush();
    batch.push(oid);
    bytes += size;
  }
  await flush();
  const missing = wanted.filter((oid) => !contents.has(oid) && (sizes.get(oid) ?? 0) <= limit);
  return { contents, missing: new Set(missing) };
}

async function readSizes(git: PrivateGit, objects: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  if (objects.length === 0) return sizes;
  const { output } = await runGit(git, { kind: 'sizes', objects });
  for (const line of output.toString('utf8').split('\n')) {
    const [oid, type, size] = line.split(' ');
    if (oid && type === 'blob' && size) sizes.set(oid, Number(size));
  }
  return sizes;
}

async function readObjects(
  git: PrivateGit,
  objects: readonly string[],
  wanted: 'blob' | 'commit',
): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  const names = objects.filter(isObjectId);
  if (names.length === 0) return contents;
  const { output } = await runGit(git, { kind: 'contents', objects: names });
  let at = 0;
  while (at < output.length) {
    const lineEnd = output.indexOf(0x0a, at);
    if (lineEnd < 0) break;
    const [oid, type, size] = output.toString('utf8', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (type === 'missing' || size === undefined) continue;
    const end = at + Number(size);
    if (oid && type === wanted && end <= output.length) contents.set(oid, output.subarray(at, end));
    at = end + 1;
  }
  return contents;
}

async function readPatch(git: PrivateGit, from: string, to: string): Promise<string | undefined> {
  if (!isObjectId(from) || !isObjectId(to)) return undefined;
  const { ok, output } = await runGit(git, { kind: 'patch', from, to });
  return ok ? output.toString('utf8') : undefined;
}

async function fetchCommit(git: PrivateGit, commit: string, have: string, remote: Remote): Promise<string | undefined> {
  if (!isObjectId(commit)) return 'not a commit id';
  if (!/^https?:\/\/[^\s@]+$/.test(remote.url)) return `${remote.url} is not an address that can be fetched from`;
  const { ok, errors } = await runGit(git, { kind: 'fetch', remote, commit, have });
  if (ok) return undefined;
  return errors.trim().split('\n').at(-1) || 'git fetch failed';
}
