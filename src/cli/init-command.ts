/** `dockershim-lint init`: writes the workflow that runs the Action, and never over a file that is there. */
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { findGitFolder, repositoryTop } from '../files/git-folder.ts';
import { readReferences } from '../files/git-refs.ts';
import { wayFrom } from '../files/paths.ts';
import { readSmallText } from '../files/regular-file.ts';
import { createFile } from '../files/write.ts';
import { initWorkflows, ownCommit, UPLOAD_STEP, type WorkflowFile } from '../github/init.ts';
import { oneLine } from '../report/escape.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

export async function initCommand({ operands, layer }: Arguments, io: Io): Promise<ExitCode> {
  if (operands.length > 0) throw new UsageError('init takes no argument; it writes at the top of the repository.');
  const here = realpathSync(io.cwd);
  const top = repositoryTop(here);
  const own = ownCommit(import.meta.dirname);
  const files = initWorkflows({ own, defaultBranch: defaultBranch(top) }, layer.forks ?? false);
  const isPresent = ({ path }: WorkflowFile) => existsSync(join(top, path));
  const present = files.filter(isPresent);
  const missing = files.filter((file) => !isPresent(file));
  if (missing.length === 0)
    throw new UsageError(
      `${present.map(({ path }) => path).join(' and ')} already ${present.length === 1 ? 'exists' : 'exist'}; nothing was written.`,
    );
  for (const { path, text } of missing) {
    createFile({ path: join(top, path), name: path, guarded: [here, top] }, text);
    io.out.write(`wrote ${oneLine(wayFrom(here, join(top, path)))}\n`);
  }
  for (const { path } of present)
    io.out.write(`kept ${path}; comments on pull requests from forks need this step at its end:\n${UPLOAD_STEP}`);
  return EXIT.clean;
}

/** What the clone says that the remote's default branch is; else the usual names, and the branch that is checked out. */
function defaultBranch(top: string): string {
  const remote = readSmallText(join(top, '.git/refs/remotes/origin/HEAD'), MOST_BYTES) ?? '';
  const named = /^ref: refs\/remotes\/origin\/([\w./-]+)\s*$/.exec(remote)?.[1];
  if (named !== undefined) return named;
  const search = findGitFolder(top);
  const references = search.kind === 'found' ? readReferences(search.folder) : new Map<string, string>();
  const usual = USUAL.find(
    (name) => references.has(`refs/remotes/origin/${name}`) || references.has(`refs/heads/${name}`),
  );
  const head = readSmallText(join(top, '.git/HEAD'), MOST_BYTES) ?? '';
  return usual ?? /^ref: refs\/heads\/([\w./-]+)\s*$/.exec(head)?.[1] ?? 'main';
}

const USUAL = ['main', 'master', 'trunk'];
const MOST_BYTES = 4096;
