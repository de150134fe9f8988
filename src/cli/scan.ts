/** From arguments to a judged run: the shared first part of the commands that scan. */
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { Layer } from '../config/options.ts';
import { UsageError } from '../config/usage-error.ts';
import { findGitFolder } from '../files/git-folder.ts';
import { readHead } from '../files/git-refs.ts';
import type { BaseSearch } from '../run/base.ts';
import { configFolders } from '../run/config-folders.ts';
import { type Run, type RunRequest, run } from '../run/run.ts';
import { absoluteLayer } from '../run/settings.ts';
import type { Watch } from '../stages/examination.ts';
import type { Io } from './io.ts';
import { startProgress } from './progress.ts';
import { chooseRoot, type ScanRoot } from './scan-root.ts';
import { inputFile } from './standard-input.ts';

export interface Scan extends Run {
  readonly root: ScanRoot;
}

export async function scan(
  operands: readonly string[],
  layer: Layer,
  io: Io,
  options: Pick<RunRequest, 'ignoreBaseline' | 'watch'> = {},
): Promise<Scan> {
  const fromInput = operands.includes('-');
  if (fromInput && operands.length > 1) throw new UsageError('Standard input (-) is scanned alone.');
  const root = chooseRoot(io.cwd, fromInput ? [] : operands);
  const given = fromInput ? { given: [inputFile(await io.readInput())] } : {};
  const here = realpathSync(io.cwd);
  const compare = layer.compare ?? 'off';
  const reference =
    compare === 'off' ? undefined : await (await import('./compare.ts')).openReference(compare, root.folder);
  const search = async (): Promise<BaseSearch> => reference?.search ?? { kind: 'not-wanted' };
  const watch = await watchFor(layer, io, options.watch);
  const progress = startProgress(io);
  try {
    const done = await run({
      ...options,
      ...given,
      watch,
      root: root.folder,
      from: here,
      paths: root.paths,
      configFolders: configFolders(root.folder, here),
      layer: absoluteLayer(layer, io.cwd),
      today: io.today,
      subject: subjectOf(root.folder),
      findGovernor: search,
      findBase: search,
      onFiles: progress.found,
      onStep: progress.step,
    });
    return { ...done, root };
  } finally {
    progress.stop();
    reference?.close();
  }
}

/** Nothing where nobody wants to know: a run without a word of interest then ends before the program is loaded. */
async function watchFor({ debug = [] }: Layer, io: Io, watch: Watch | undefined): Promise<Watch | undefined> {
  if (debug.length === 0) return watch;
  const { debugLines, readStages } = await import('./debug.ts');
  const stages = readStages(debug);
  return (examination) => {
    watch?.(examination);
    for (const line of debugLines(examination, stages)) io.err.write(`${line}\n`);
  };
}

/** The name of its folder, because the address of its remote is configuration, which nobody reads here. */
function subjectOf(root: string): RunRequest['subject'] {
  const search = findGitFolder(root);
  if (search.kind !== 'found') return { name: basename(root), commit: undefined };
  return { name: basename(search.folder.top), commit: readHead(search.folder) };
}
