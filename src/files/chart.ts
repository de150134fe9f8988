/** Reads one chart folder whole, as helm would: regular files only, nothing outside it, every limit an error. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { LIMITS } from '../model/limits.ts';

export type ChartFiles = ReadonlyMap<string, string | Uint8Array>;

/** `written` is what the person called the folder. */
export function readChartFolder(folder: string, written: string): ChartFiles {
  const root = realFolder(folder, written);
  const files = new Map<string, string | Uint8Array>();
  let bytes = 0;
  const pending: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { path, depth } = next;
    if (depth > LIMITS.folderDepth)
      throw new UsageError(`${written} has folders nested more than ${LIMITS.folderDepth} deep.`);
    for (const name of readdirSync(join(root, path)).sort()) {
      const inner = path === '' ? name : `${path}/${name}`;
      const stat = statInside(root, inner);
      if (stat?.isDirectory()) pending.push({ path: inner, depth: depth + 1 });
      if (!stat?.isFile()) continue;
      const content = readRegular(join(root, inner));
      if (!content) continue;
      bytes += content.length;
      if (files.size >= LIMITS.archiveEntries || bytes > LIMITS.archiveBytes) {
        throw new UsageError(`${written} is larger than a chart may be.`);
      }
      files.set(inner, textOrBytes(content));
    }
  }
  return files;
}

function realFolder(folder: string, written: string): string {
  try {
    const root = realpathSync(folder);
    if (statSync(join(root, 'Chart.yaml')).isFile()) return root;
  } catch {
    // Told below: whatever is missing, this is no chart.
  }
  throw new UsageError(`${written} is not a chart folder: it has no Chart.yaml.`);
}

/** Undefined for what a link leads out of the chart to, and for links to folders, which could be loops. */
function statInside(root: string, inner: string) {
  try {
    const full = join(root, inner);
    const real = realpathSync(full);
    if (!real.startsWith(root + sep)) return undefined;
    const stat = statSync(real);
    return stat.isDirectory() && real !== full ? undefined : stat;
  } catch {
    return undefined;
  }
}

function readRegular(path: string): Buffer | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    return stat.isFile() && stat.size <= LIMITS.archiveEntryBytes ? readFileSync(handle) : undefined;
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function textOrBytes(bytes: Buffer): string | Uint8Array {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
