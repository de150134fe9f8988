/** From arguments to a judged run: the shared first part of the commands that scan. */
import { realpathSync } from 'node:fs';
import type { Layer } from '../config/options.ts';
import { isInside } from '../files/inside.ts';
import type { BaseSearch } from '../run/base.ts';
import { type Run, type RunRequest, run } from '../run/run.ts';
import { absoluteLayer } from '../run/settings.ts';
import { openReference } from './compare.ts';
import type { Io } from './io.ts';
import { startProgress } from './progress.ts';
import { chooseRoot, type ScanRoot } from './scan-root.ts';

export interface Scan extends Run {
  readonly root: ScanRoot;
}

export async function scan(
  operands: readonly string[],
  layer: Layer,
  io: Io,
  options: Pick<RunRequest, 'ignoreBaseline'> = {},
): Promise<Scan> {
  const root = chooseRoot(io.cwd, operands);
  const here = realpathSync(io.cwd);
  const compare = layer.compare ?? 'off';
  const reference = compare === 'off' ? undefined : await openReference(compare, root.folder);
  const search = async (): Promise<BaseSearch> => reference?.search ?? { kind: 'not-wanted' };
  const progress = startProgress(io);
  try {
    const done = await run({
      ...options,
      root: root.folder,
      from: here,
      paths: root.paths,
      // The file of the scanned root, or of the current folder when the root is inside it.
      configFolders: isInside(here, root.folder) ? [root.folder, here] : [root.folder],
      layer: absoluteLayer(layer, io.cwd),
      today: io.today,
      findGovernor: search,
      findBase: search,
      onFiles: progress.found,
    });
    return { ...done, root };
  } finally {
    progress.stop();
    reference?.close();
  }
}
