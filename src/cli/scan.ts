/** From arguments to a judged run: the shared first part of the commands that scan. */
import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { excluded, lintOptions } from '../config/apply.ts';
import type { Layer, Settings } from '../config/options.ts';
import { UsageError } from '../config/usage-error.ts';
import { readCommitFiles } from '../files/base.ts';
import { readNamedFile, readRepositoryFile } from '../files/config-file.ts';
import { discover, PathError } from '../files/discover.ts';
import { openRepository, type Repository } from '../files/git.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { readPatch } from '../github/changes.ts';
import { lintLazily } from '../lint-lazily.ts';
import type { Note } from '../model/note.ts';
import type { LintOptions, LintResult } from '../model/result.ts';
import { type Comparison, compareFindings } from '../stages/compare.ts';
import { applyBaseline, type Baseline, readBaseline } from '../suppress/baseline.ts';
import type { Io } from './io.ts';
import { startProgress } from './progress.ts';
import { chooseRoot, isInside, prefixFrom, type ScanRoot, slashes } from './scan-root.ts';
import { loadSettings } from './settings.ts';

export interface Scan {
  readonly settings: Settings;
  readonly root: ScanRoot;
  readonly result: LintResult;
  readonly comparison: Comparison | undefined;
}

interface Compared {
  readonly comparison: Comparison;
  /** What a reader must know about the comparison. */
  readonly notes: readonly Note[];
}

interface Inputs {
  readonly root: ScanRoot;
  readonly options: LintOptions;
  readonly excluded: (path: string) => boolean;
}

export async function scan(operands: readonly string[], layer: Layer, io: Io, useBaseline = true): Promise<Scan> {
  const root = chooseRoot(io.cwd, operands);
  const { settings, base } = loadSettings(root.folder, io.cwd, layer);
  const values = settings.values.map((path) => insideRoot(root, resolve(io.cwd, path), 'values file', path));
  const inputs: Inputs = {
    root,
    options: lintOptions({ ...settings, values }, io.today, base),
    excluded: excluded(settings, base),
  };
  const baseline =
    useBaseline && settings.baseline !== undefined
      ? loadBaseline(resolve(io.cwd, settings.baseline), layer.baseline !== undefined, root.folder)
      : undefined;
  const progress = startProgress(io);
  try {
    const head = read(() => discover(root.folder, root.paths, inputs.excluded));
    progress.found(head.files.length);
    const all = await lintLazily(head.files, inputs.options, head.notes);
    const result = baseline ? applyBaseline(all, baseline, settings.unsuppressible) : all;
    const reference = settings.compare === 'off' ? undefined : settings.compare;
    if (reference === undefined) return { settings, root, result, comparison: undefined };
    const { comparison, notes } = await compareWith(reference, inputs, result);
    return { settings, root, result: { ...result, notes: [...result.notes, ...notes] }, comparison };
  } finally {
    progress.stop();
  }
}

/** `named`: on the command line, and not in the configuration file. */
export function loadBaseline(path: string, named: boolean, folder: string): Baseline {
  const readFile = named ? readNamedFile : readRepositoryFile;
  return readBaseline(path, readFile(path, 'baseline', repositoryTop(folder)));
}

function read<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof PathError) throw new UsageError(`${error.message}.`);
    throw error;
  }
}

function insideRoot(root: ScanRoot, path: string, what: string, written: string): string {
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    throw new UsageError(`The ${what} ${written} cannot be read.`);
  }
  if (!isInside(root.folder, real)) throw new UsageError(`The ${what} ${written} is outside the scanned folder.`);
  return slashes(relative(root.folder, real));
}

/** The findings of the commit where this branch left `reference`, set against those of the work tree. */
async function compareWith(reference: string, inputs: Inputs, result: LintResult): Promise<Compared> {
  const { folder } = inputs.root;
  const search = openRepository(folder);
  switch (search.kind) {
    case 'none':
      throw new UsageError(`--compare needs a git work tree, and ${folder} is in none.`);
    case 'refused':
      throw new UsageError(`--compare does not read the git repository of ${folder}: ${search.reason}.`);
    case 'found':
      try {
        return await compareIn(search.repository, reference, inputs, result);
      } finally {
        search.repository.close();
      }
  }
}

async function compareIn(
  repository: Repository,
  reference: string,
  inputs: Inputs,
  result: LintResult,
): Promise<Compared> {
  const { root, options } = inputs;
  const commit = await repository.resolve(reference);
  if (commit === undefined) throw new UsageError(`--compare: git knows no commit "${reference}".`);
  const from = (await repository.mergeBase(commit, repository.head)) ?? commit;
  const prefix = prefixFrom(repository.top, root.folder);
  const scope = {
    paths: root.paths.map((path) => (path === '.' ? prefix.slice(0, -1) || '.' : prefix + path)),
    excluded: (path: string) => path.startsWith(prefix) && inputs.excluded(path.slice(prefix.length)),
  };
  const patch = await repository.patch(from, repository.head);
  const base = await readCommitFiles(repository, from, scope, readPatch(patch ?? '').renames);
  if (!base) throw new UsageError(`--compare: the files of ${reference} are not all in this clone, or are too many.`);
  const notes = patch === undefined ? [...base.notes, NO_RENAMES] : base.notes;
  const files = base.files.map((file) => ({ ...file, path: file.path.slice(prefix.length) }));
  const before = await lintLazily(files, options);
  const suppressed = result.suppressed.map(({ finding }) => finding);
  const label = `${reference} at ${from.slice(0, 7)}`;
  return { comparison: compareFindings(label, before.findings, result.findings, suppressed), notes };
}

const NO_RENAMES: Note = {
  code: 'comparison',
  message: 'git could not tell which files were renamed: findings in renamed files count as new',
  path: '.',
  coverage: 'about',
};
