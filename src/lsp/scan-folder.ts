/** One scan of a folder with the texts of an editor laid over what is on the disk. */
import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Layer } from '../config/options.ts';
import { UsageError } from '../config/usage-error.ts';
import { isInside } from '../files/inside.ts';
import { wayFrom } from '../files/paths.ts';
import { realPath } from '../files/real-path.ts';
import { oneLine } from '../report/escape.ts';
import type { BaseSearch } from '../run/base.ts';
import { configFolders } from '../run/config-folders.ts';
import { run } from '../run/run.ts';
import type { RunMemory } from '../stages/memory.ts';
import { fileReports } from './problems.ts';
import type { ScanAnswer, ScanRequest } from './scan-request.ts';

export interface Surroundings {
  readonly layer: Layer;
  /** As 2027-01-31. */
  readonly today: string;
  isAbandoned(): boolean;
  /** Of earlier scans of the same folder. */
  readonly memory?: RunMemory;
}

export async function scanFolder(request: ScanRequest, surroundings: Surroundings): Promise<ScanAnswer> {
  try {
    return await scan(request, surroundings);
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'refused', message: oneLine(error.message) };
    return { kind: 'failed', story: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const NO_BASE = async (): Promise<BaseSearch> => ({ kind: 'not-wanted' });

async function scan({ folder, paths, open }: ScanRequest, surroundings: Surroundings): Promise<ScanAnswer> {
  const { layer, today, isAbandoned, memory } = surroundings;
  const root = realpathSync(folder);
  const held = open.flatMap(({ uri, path, text }) => {
    // A file that was never saved has none.
    const real = realPath(path);
    return real !== undefined && isInside(root, real) ? [{ uri, path: wayFrom(root, real), text }] : [];
  });
  const { report } = await run({
    root,
    from: root,
    paths,
    configFolders: configFolders(root, root),
    layer,
    today,
    subject: { name: basename(root), commit: undefined },
    open: held,
    isAbandoned,
    memory,
    findGovernor: NO_BASE,
    findBase: NO_BASE,
  });
  if (isAbandoned()) return { kind: 'abandoned' };
  const uris = new Map(held.map(({ uri, path }) => [path, uri]));
  const uriOf = (path: string) => uris.get(path) ?? pathToFileURL(join(folder, path)).href;
  return {
    kind: 'report',
    files: fileReports(report.result.findings, uriOf),
    sentence: oneLine(report.verdict.sentence),
  };
}
