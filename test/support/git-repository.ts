/** Small git repositories, built in code in temporary folders. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openRepository, type Repository } from '../../src/files/git.ts';

/** Contents by path; null removes the file. */
export type Files = Readonly<Record<string, string | null>>;

export interface TestRepository {
  readonly folder: string;
  git(...args: readonly string[]): string;
  /** Writes the files and commits them; the commit's id. */
  commit(files: Files, message?: string): string;
  write(files: Files): void;
  /** The merge commit that GitHub tests a pull request with, checked out. */
  merge(base: string, head: string): string;
}

const temporary: string[] = [];
const readers: Repository[] = [];

export function temporaryFolder(): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'dockershim-lint-')));
  temporary.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const reader of readers.splice(0)) reader.close();
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Mona',
  GIT_AUTHOR_EMAIL: 'mona@example.com',
  GIT_COMMITTER_NAME: 'Mona',
  GIT_COMMITTER_EMAIL: 'mona@example.com',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
};

export function createRepository(files: Files, folder = temporaryFolder()): TestRepository {
  mkdirSync(folder, { recursive: true });
  const repository = commandsIn(folder);
  repository.git('init', '--quiet', '--initial-branch=main');
  repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  repository.commit(files);
  return repository;
}

/** What `actions/checkout` leaves: one commit, without its history. */
export function shallowClone(origin: TestRepository, commit: string, folder = temporaryFolder()): TestRepository {
  const clone = commandsIn(folder);
  clone.git('init', '--quiet');
  clone.git('remote', 'add', 'origin', pathToFileURL(origin.folder).href);
  clone.git('fetch', '--quiet', '--depth=1', 'origin', commit);
  clone.git('checkout', '--quiet', 'FETCH_HEAD');
  return clone;
}

/** The linter's own view of a repository, until the temporary folders are removed. */
export function readerOf({ folder }: Pick<TestRepository, 'folder'>): Repository {
  const search = openRepository(folder);
  if (search.kind !== 'found') throw new Error(search.kind === 'refused' ? search.reason : 'no repository');
  readers.push(search.repository);
  return search.repository;
}

function commandsIn(folder: string): TestRepository {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'protocol.file.allow=always', '-c', 'commit.gpgsign=false', ...args], {
      cwd: folder,
      env: { ...process.env, ...IDENTITY },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const write = (files: Files) => {
    for (const [path, content] of Object.entries(files)) {
      const full = join(folder, path);
      if (content === null) {
        rmSync(full, { recursive: true });
      } else {
        mkdirSync(dirname(full), { recursive: true });
        writeFileSync(full, content);
      }
    }
  };
  return {
    folder,
    git,
    write,
    commit(files, message = 'Change') {
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    merge(base, head) {
      git('checkout', '--quiet', '--detach', base);
      git('merge', '--quiet', '--no-ff', '-m', 'Merge', head);
      return git('rev-parse', 'HEAD');
    },
  };
}
