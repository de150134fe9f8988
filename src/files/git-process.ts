/**
 * The only file that starts a program, and the only program is git. It is given a repository that we made: our own
 * configuration, no references, no work tree. Of the repository that is looked at it sees the objects, which are data;
 * the configuration, hooks, attributes and references of that one are never open to it.
 */
import { spawn } from 'node:child_process';
import { delimiter, isAbsolute, join } from 'node:path';
import { addPrivateFiles, createPrivateFolder, removePrivateFolder } from './write.ts';

/** Everything that git is asked for. The caller has checked that ids are ids and that no name begins with a dash. */
export type GitCommand =
  | { readonly kind: 'sizes'; readonly objects: readonly string[] }
  | { readonly kind: 'contents'; readonly objects: readonly string[] }
  | { readonly kind: 'tree'; readonly commit: string }
  | { readonly kind: 'patch'; readonly from: string; readonly to: string }
  | { readonly kind: 'merge-base'; readonly left: string; readonly right: string }
  | { readonly kind: 'resolve'; readonly name: string }
  | { readonly kind: 'fetch'; readonly remote: Remote; readonly commit: string; readonly have: string };

/** Where a commit may be fetched from: named by who runs the linter, never by what is scanned. */
export interface Remote {
  /** An https or http address without credentials. */
  readonly url: string;
  readonly token: string | undefined;
}

export interface GitResult {
  /** Also false when it took too long or said too much. */
  readonly ok: boolean;
  readonly output: Buffer;
  readonly errors: string;
}

export interface PrivateGit {
  readonly folder: string;
  readonly format: 'sha1' | 'sha256';
}

const MILLISECONDS = 60_000;
const MOST_OUTPUT = 256 * 1024 * 1024;
const MOST_ERRORS = 16 * 1024;

/** A repository of our own that borrows the objects of another. */
export function createPrivateGit(objects: string, head: string, shallow: readonly string[]): PrivateGit {
  const format = head.length === 64 ? 'sha256' : 'sha1';
  const folder = createPrivateFolder({
    HEAD: `${head}\n`,
    config: configuration(format),
    'refs/keep': '',
    'objects/info/alternates': `${quotePath(objects)}\n`,
    ...(shallow.length === 0 ? {} : { shallow: `${shallow.join('\n')}\n` }),
  });
  return { folder, format };
}

/** Names to look up; the repository's own files of references are not read by git. */
export function addReferences({ folder }: PrivateGit, references: ReadonlyMap<string, string>): void {
  const lines = [...references].map(([name, oid]) => `${oid} ${name}\n`);
  addPrivateFiles(folder, { 'packed-refs': lines.join('') });
}

export function removePrivateGit({ folder }: PrivateGit): void {
  removePrivateFolder(folder);
}

const EMPTY_TREE = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

/** `:` is the shell's word for doing nothing: without it git asks the borrowed repository itself, by its configuration. */
function configuration(format: PrivateGit['format']): string {
  return `[core]
	repositoryFormatVersion = ${format === 'sha1' ? 0 : 1}
	bare = true
	alternateRefsCommand = :
	attributesFile = /dev/null
	bigFileThreshold = 16m
	commitGraph = false
	fsmonitor = false
	hooksPath = /dev/null
	logAllRefUpdates = false
	multiPackIndex = false
	quotePath = false
	sshCommand = false
[attr]
	tree = ${EMPTY_TREE[format]}
[credential]
	helper =
[diff]
	renameLimit = 1000
[fetch]
	recurseSubmodules = false
[gc]
	auto = 0
[http]
	followRedirects = false
[maintenance]
	auto = false
[protocol]
	allow = never
[transfer]
	bundleURI = false
${format === 'sha1' ? '' : '[extensions]\n\tobjectFormat = sha256\n'}`;
}

/** git reads a path in double quotes as C does, so that no path can be read as two. */
function quotePath(path: string): string {
  const bytes = [...Buffer.from(path, 'utf8')].map((byte) =>
    byte === 34 || byte === 92 || byte < 32 || byte > 126
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte),
  );
  return `"${bytes.join('')}"`;
}

export function runGit(git: PrivateGit, command: GitCommand): Promise<GitResult> {
  const child = spawn('git', ['--no-pager', `--git-dir=${git.folder}`, ...argumentsOf(command)], {
    cwd: git.folder,
    env: environment(git, command),
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: MILLISECONDS,
    killSignal: 'SIGKILL',
    windowsHide: true,
  });
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    let errors = '';
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_OUTPUT) child.kill('SIGKILL');
      else output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < MOST_ERRORS) errors += chunk.toString('utf8');
    });
    const finish = (ok: boolean) => resolve({ ok: ok && size <= MOST_OUTPUT, output: Buffer.concat(output), errors });
    child.on('error', () => finish(false));
    child.on('close', (code) => finish(code === 0));
    child.stdin.on('error', () => undefined);
    child.stdin.end(inputOf(command));
  });
}

function argumentsOf(command: GitCommand): readonly string[] {
  switch (command.kind) {
    case 'sizes':
      return ['cat-file', '--batch-check', '--buffer'];
    case 'contents':
      return ['cat-file', '--batch', '--buffer'];
    case 'tree':
      return ['ls-tree', '-r', '-z', '--full-tree', command.commit];
    case 'patch':
      return [
        ...['diff-tree', '-r', '--patch', '--unified=0', '--find-renames', '--no-color', '--no-ext-diff'],
        ...['--no-textconv', '--submodule=short', '--src-prefix=a/', '--dst-prefix=b/'],
        ...[command.from, command.to, '--'],
      ];
    case 'merge-base':
      return ['merge-base', command.left, command.right];
    case 'resolve':
      return ['rev-parse', '--verify', '--quiet', '--end-of-options', `${command.name}^{commit}`];
    case 'fetch':
      return [
        ...['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'],
        ...[`--negotiation-tip=${command.have}`, command.remote.url, command.commit],
      ];
  }
}

function inputOf(command: GitCommand): string {
  switch (command.kind) {
    case 'sizes':
    case 'contents':
      return `${command.objects.join('\n')}\n`;
    case 'tree':
    case 'patch':
    case 'merge-base':
    case 'resolve':
    case 'fetch':
      return '';
  }
}

/** Built from nothing: a job's secrets are in the environment, and git reads much from there. */
function environment({ folder }: PrivateGit, command: GitCommand): NodeJS.ProcessEnv {
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => isAbsolute(entry));
  return {
    PATH: path.join(delimiter),
    ...kept(process.platform === 'win32' ? WINDOWS : []),
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'none'),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ASKPASS: '',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: '',
    ...(command.kind === 'fetch' ? networkEnvironment(command.remote) : {}),
  };
}

const WINDOWS = ['SystemRoot', 'SystemDrive', 'PATHEXT', 'TEMP', 'TMP'];
const NETWORK = [
  ...['http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'no_proxy', 'NO_PROXY'],
  ...['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE'],
];

/** The token stands in no list of processes and in no file, and is sent to that address alone. */
function networkEnvironment({ url, token }: Remote): NodeJS.ProcessEnv {
  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  return {
    ...kept(NETWORK),
    GIT_ALLOW_PROTOCOL: url.startsWith('http://') ? 'http' : 'https',
    ...(token === undefined
      ? {}
      : { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `http.${url}.extraheader`, GIT_CONFIG_VALUE_0: header }),
  };
}

function kept(names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
