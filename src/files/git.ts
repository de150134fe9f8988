/** Reads commits, trees and files from the local git objects, without touching the work tree or running hooks. */
import { spawn } from 'node:child_process';

export interface TreeEntry {
  readonly path: string;
  readonly oid: string;
  readonly type: 'file' | 'link' | 'submodule';
}

export interface Repository {
  /** The folder that holds the work tree, absolute. */
  readonly top: string;
  /** The commit of the work tree. */
  readonly head: string;
  has(commit: string): Promise<boolean>;
  resolve(name: string): Promise<string | undefined>;
  /** The parents that the commit was written with, even where a shallow clone cuts the history. */
  parents(commit: string): Promise<readonly string[]>;
  mergeBase(left: string, right: string): Promise<string | undefined>;
  tree(commit: string): Promise<readonly TreeEntry[]>;
  /** The contents of the blobs, in any order; larger ones than `limit` bytes and missing ones are left out. */
  blobs(oids: readonly string[], limit: number): Promise<ReadonlyMap<string, Buffer>>;
  /** A patch without context lines between two trees, renames found. */
  patch(from: string, to: string): Promise<string | undefined>;
  /** Brings one commit without its history; undefined when done, else why not. */
  fetch(commit: string, credentials: Credentials | undefined): Promise<string | undefined>;
}

/** A header is only sent to this server. */
export interface Credentials {
  readonly serverUrl: string;
  readonly token: string;
}

const FETCH_MILLISECONDS = 60_000;
const PATCH_BYTES = 64 * 1024 * 1024;
const OID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

export function isObjectId(text: string): boolean {
  return OID.test(text);
}

/** Undefined when there is no git, or the folder is not in a work tree. */
export async function openRepository(folder: string): Promise<Repository | undefined> {
  const found = await git(folder, ['rev-parse', '--show-toplevel', 'HEAD']);
  if (found.code !== 0) return undefined;
  const [top, head] = found.stdout.toString('utf8').split('\n');
  if (!top || !head || !isObjectId(head)) return undefined;
  return {
    top,
    head,
    has: async (commit) => isObjectId(commit) && (await git(top, ['cat-file', '-e', `${commit}^{tree}`])).code === 0,
    resolve: (name) => resolveName(top, name),
    parents: (commit) => readParents(top, commit),
    mergeBase: (left, right) => findMergeBase(top, left, right),
    tree: (commit) => readTree(top, commit),
    blobs: (oids, limit) => readBlobs(top, oids, limit),
    patch: (from, to) => readPatch(top, from, to),
    fetch: (commit, credentials) => fetchCommit(top, commit, credentials),
  };
}

async function resolveName(top: string, name: string): Promise<string | undefined> {
  if (name.startsWith('-')) return undefined;
  for (const candidate of [name, `refs/remotes/origin/${name}`]) {
    const found = await git(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${candidate}^{commit}`]);
    const oid = found.stdout.toString('utf8').trim();
    if (found.code === 0 && isObjectId(oid)) return oid;
  }
  return undefined;
}

async function readParents(top: string, commit: string): Promise<readonly string[]> {
  const { code, stdout } = await git(top, ['cat-file', 'commit', commit]);
  if (code !== 0) return [];
  const header = stdout.toString('utf8').split('\n\n', 1)[0] ?? '';
  return header.split('\n').flatMap((line) => (line.startsWith('parent ') ? [line.slice(7).trim()] : []));
}

async function findMergeBase(top: string, left: string, right: string): Promise<string | undefined> {
  const { code, stdout } = await git(top, ['merge-base', left, right]);
  const oid = stdout.toString('utf8').trim();
  return code === 0 && isObjectId(oid) ? oid : undefined;
}

async function readTree(top: string, commit: string): Promise<readonly TreeEntry[]> {
  const { code, stdout } = await git(top, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (code !== 0) return [];
  const entries: TreeEntry[] = [];
  for (const record of stdout.toString('utf8').split('\0')) {
    const tab = record.indexOf('\t');
    const [mode, , oid] = record.slice(0, tab).split(' ');
    if (tab < 0 || !mode || !oid) continue;
    const type = mode === '160000' ? 'submodule' : mode === '120000' ? 'link' : 'file';
    entries.push({ path: record.slice(tab + 1), oid, type });
  }
  return entries;
}

async function readBlobs(top: string, oids: readonly string[], limit: number): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = [...new Set(oids.filter(isObjectId))];
  const blobs = new Map<string, Buffer>();
  if (wanted.length === 0) return blobs;
  const { stdout } = await git(top, ['cat-file', '--batch'], { input: `${wanted.join('\n')}\n` });
  let at = 0;
  while (at < stdout.length) {
    const lineEnd = stdout.indexOf(0x0a, at);
    if (lineEnd < 0) break;
    const [oid, type, size] = stdout.toString('utf8', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (type === 'missing' || size === undefined) continue;
    const end = at + Number(size);
    if (oid && type === 'blob' && Number(size) <= limit && end <= stdout.length)
      blobs.set(oid, stdout.subarray(at, end));
    at = end + 1;
  }
  return blobs;
}

async function readPatch(top: string, from: string, to: string): Promise<string | undefined> {
  const options = [
    '--unified=0',
    '--find-renames',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--submodule=short',
    '--src-prefix=a/',
    '--dst-prefix=b/',
  ];
  const { code, stdout, cut } = await git(top, ['-c', 'core.quotePath=false', 'diff', ...options, from, to, '--'], {
    limit: PATCH_BYTES,
  });
  return code === 0 && !cut ? stdout.toString('utf8') : undefined;
}

async function fetchCommit(
  top: string,
  commit: string,
  credentials: Credentials | undefined,
): Promise<string | undefined> {
  if (!isObjectId(commit)) return 'not a commit id';
  const remote = (await git(top, ['config', '--get', 'remote.origin.url'])).stdout.toString('utf8').trim();
  if (remote === '') return 'the checkout has no remote called origin';
  // A depth would turn a whole history into a shallow one, under the feet of later steps.
  const shallow = (await git(top, ['rev-parse', '--is-shallow-repository'])).stdout.toString('utf8').trim() === 'true';
  const depth = shallow ? ['--depth=1'] : [];
  const options = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--quiet', ...depth];
  const { code, stderr } = await git(top, ['fetch', ...options, 'origin', commit], {
    timeout: FETCH_MILLISECONDS,
    config: await authorization(top, credentials),
  });
  if (code === 0) return undefined;
  return lastLine(stderr.toString('utf8')) || 'git fetch failed';
}

/** checkout usually leaves its own header in the configuration; a second one makes the server refuse the request. */
async function authorization(top: string, credentials: Credentials | undefined): Promise<readonly [string, string][]> {
  if (!credentials) return [];
  const key = `http.${credentials.serverUrl}/.extraheader`;
  const present = await git(top, ['config', '--get-all', key]);
  if (present.stdout.toString('utf8').trim() !== '') return [];
  const basic = Buffer.from(`x-access-token:${credentials.token}`).toString('base64');
  return [[key, `AUTHORIZATION: basic ${basic}`]];
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

interface GitOptions {
  readonly input?: string;
  readonly timeout?: number;
  readonly limit?: number;
  /** Settings for this one call; given in the environment, so that a token is in no process list. */
  readonly config?: readonly [string, string][];
}

interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly cut: boolean;
}

const SAFE_SETTINGS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.directory=*', 'gc.auto=0'];

function git(folder: string, args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const settings = SAFE_SETTINGS.flatMap((setting) => ['-c', setting]);
  const child = spawn('git', ['--no-replace-objects', '--no-pager', ...settings, ...args], {
    cwd: folder,
    env: gitEnvironment(options.config ?? []),
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: options.timeout ?? 120_000,
  });
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  return new Promise((resolve) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) child.kill();
      else stdout.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < 1_000) stderr.push(chunk);
    });
    const finish = (code: number) =>
      resolve({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr), cut: size > limit });
    child.on('error', () => finish(127));
    child.on('close', (code) => finish(code ?? 128));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

function gitEnvironment(config: readonly [string, string][]): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  // The work tree decides which repository this is; a caller's git hook would say otherwise.
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_CONFIG_COUNT']) delete env[name];
  if (config.length === 0) return env;
  env.GIT_CONFIG_COUNT = String(config.length);
  for (const [index, [key, value]] of config.entries()) {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return env;
}
