import { isInScope, readEntry, type Scope, type TextBefore } from '../files/base.ts';
import { type Changes, type LineRange, readFilePatch } from '../files/changes.ts';
import type { Discovery } from '../files/discover.ts';
import type { Note } from '../model/note.ts';
import { ApiFailure, type Client } from './client.ts';

/** The API lists no more files than this in a comparison, and does not say so. */
const LISTED_FILES = 300;
/** Files whose earlier content is worth a call each. */
const MOST_CONTENTS = 500;
const AT_ONCE = 6;

export interface ApiComparison {
  readonly mergeBase: string;
  readonly files: readonly ChangedFile[];
  /** The list of files stops at the API's limit. */
  readonly cut: boolean;
}

interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: string;
  readonly patch: string | undefined;
}

export async function compareOverApi(client: Client, base: string, head: string): Promise<ApiComparison> {
  const { owner, repo } = client;
  const { data } = await client.call('compare', (octokit, signal) =>
    octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${head}`,
      per_page: 1,
      request: { signal },
    }),
  );
  const files = (data.files ?? []).map((file) => ({
    path: file.filename,
    previousPath: file.previous_filename,
    status: file.status,
    patch: file.patch,
  }));
  return { mergeBase: data.merge_base_commit.sha, files, cut: files.length >= LISTED_FILES };
}

/** Files without a patch (large, binary, or past the limit) count as changed on every line. */
export function changesOf(comparison: ApiComparison): Changes {
  const lines = new Map<string, readonly LineRange[] | 'whole'>();
  const renames = new Map<string, string>();
  const paths = new Set(comparison.files.flatMap((file) => [file.path, file.previousPath ?? file.path]));
  for (const file of comparison.files) {
    if (file.status === 'removed') continue;
    if (file.status === 'renamed' && file.previousPath !== undefined) renames.set(file.previousPath, file.path);
    lines.set(file.path, file.patch === undefined ? 'whole' : readFilePatch(file.patch, false));
  }
  return { lines, renames, paths };
}

/** A content of the base that differs from the head: fetched by path, or by blob where trees were compared. */
interface Wanted {
  readonly path: string;
  readonly from: string;
  readonly blob: string | undefined;
}

export async function readBaseOverApi(
  client: Client,
  comparison: ApiComparison,
  headCommit: string,
  head: Discovery,
  scope: Scope,
): Promise<Discovery> {
  const difference = comparison.cut
    ? await compareTrees(client, comparison.mergeBase, headCommit)
    : differenceOf(comparison.files);
  const wanted = difference.wanted.filter(({ from }) => isInScope(from, scope));
  const notes: Note[] = [];
  if (wanted.length > MOST_CONTENTS)
    throw new ApiFailure('compare', 0, 'refused', `${wanted.length} changed files are too many to read over the API`);
  const files = head.files.filter((file) => !difference.changed.has(file.path));
  await inParallel(wanted, async (item) => {
    const bytes = await readContent(client, comparison.mergeBase, item);
    files.push(...readEntry(item.path, bytes, scope));
  });
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)), notes };
}

interface Difference {
  /** Paths of the head whose text is not that of the base. */
  readonly changed: ReadonlySet<string>;
  readonly wanted: readonly Wanted[];
}

function differenceOf(files: readonly ChangedFile[]): Difference {
  const changed = new Set(files.map((file) => file.path));
  const wanted = files
    .filter((file) => file.status !== 'added' && file.status !== 'copied')
    .map((file) => ({ path: file.path, from: file.previousPath ?? file.path, blob: undefined }));
  return { changed, wanted };
}

async function compareTrees(client: Client, base: string, head: string): Promise<Difference> {
  const [before, after] = await Promise.all([readTree(client, base), readTree(client, head)]);
  const changed = new Set([...after].filter(([path, blob]) => before.get(path) !== blob).map(([path]) => path));
  const wanted = [...before]
    .filter(([path, blob]) => after.get(path) !== blob)
    .map(([path, blob]) => ({ path, from: path, blob }));
  return { changed, wanted };
}

async function readTree(client: Client, commit: string): Promise<ReadonlyMap<string, string>> {
  const { owner, repo } = client;
  const { data } = await client.call('read tree', (octokit, signal) =>
    octokit.rest.git.getTree({ owner, repo, tree_sha: commit, recursive: '1', request: { signal } }),
  );
  if (data.truncated)
    throw new ApiFailure('read tree', 0, 'refused', 'the repository is too large to compare over the API');
  return new Map(
    data.tree
      .filter((entry) => entry.type === 'blob' && entry.mode !== '120000')
      .map((entry) => [entry.path, entry.sha]),
  );
}

async function readContent(client: Client, commit: string, { from, blob }: Wanted): Promise<Buffer> {
  const { owner, repo } = client;
  const mediaType = { format: 'raw' };
  const { data } = await client.call<{ data: unknown }>('read file', (octokit, signal) =>
    blob === undefined
      ? octokit.rest.repos.getContent({ owner, repo, path: from, ref: commit, mediaType, request: { signal } })
      : octokit.rest.git.getBlob({ owner, repo, file_sha: blob, mediaType, request: { signal } }),
  );
  // The raw media type answers with the bytes; the types describe the JSON one.
  return toBytes(data);
}

function toBytes(data: unknown): Buffer {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  return data instanceof ArrayBuffer ? Buffer.from(data) : Buffer.alloc(0);
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}

/** One file as the base has it; where the list of changes is whole, only a file that is in it needs a call. */
export async function readTextOverApi(
  client: Client,
  comparison: ApiComparison,
  headCommit: string,
  path: string,
): Promise<TextBefore> {
  const { mergeBase, files, cut } = comparison;
  if (!cut) {
    const change = files.find((file) => file.path === path || file.previousPath === path);
    if (!change) return { kind: 'unchanged' };
    const isNew = change.path === path && !['modified', 'changed', 'removed', 'unchanged'].includes(change.status);
    if (isNew && !files.some((file) => file.previousPath === path)) return { kind: 'absent' };
  }
  const text = await textAt(client, mergeBase, path);
  if (text !== undefined) return { kind: 'text', text };
  return { kind: cut && (await textAt(client, headCommit, path)) === undefined ? 'unchanged' : 'absent' };
}

/** Undefined where the commit has no such file. */
async function textAt(client: Client, commit: string, path: string): Promise<string | undefined> {
  try {
    return (await readContent(client, commit, { path, from: path, blob: undefined })).toString('utf8');
  } catch (error) {
    if (error instanceof ApiFailure && error.reason === 'not-found') return undefined;
    throw error;
  }
}
