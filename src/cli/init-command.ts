/** `dockershim-lint init`: writes the workflow that runs the Action, and never over a file that is there. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { createFile } from '../files/write.ts';
import { initWorkflows, ownCommit } from '../github/init.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

export async function initCommand({ operands, layer }: Arguments, io: Io): Promise<ExitCode> {
  if (operands.length > 0) throw new UsageError('init takes no argument; it writes below the current folder.');
  const commit = ownCommit(import.meta.dirname);
  const files = initWorkflows({ commit, defaultBranch: defaultBranch(io.cwd) }, layer.forks ?? false);
  const present = files.filter(({ path }) => existsSync(join(io.cwd, path)));
  if (present.length > 0)
    throw new UsageError(`${present.map(({ path }) => path).join(' and ')} is there already; nothing was written.`);
  const here = realpathSync(io.cwd);
  for (const { path, text } of files) {
    createFile({ path: join(io.cwd, path), name: path, guarded: [here, repositoryTop(here)] }, text);
    io.out.write(`wrote ${path}\n`);
  }
  return EXIT.clean;
}

/** What the clone says that the remote's default branch is. */
function defaultBranch(folder: string): string {
  try {
    const head = readFileSync(join(folder, '.git/refs/remotes/origin/HEAD'), 'utf8');
    return /^ref: refs\/remotes\/origin\/([\w./-]+)\s*$/.exec(head)?.[1] ?? 'main';
  } catch {
    return 'main';
  }
}
