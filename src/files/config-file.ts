/** Finds and reads the files that people write for the linter: its configuration and its baseline. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../config/usage-error.ts';

export const CONFIG_NAMES = ['.dockershim.yaml', '.dockershim.yml', '.dockershim.json'] as const;
const MAX_BYTES = 64 * 1024 * 1024;

/** The path of the folder's configuration file; two of them are a mistake. */
export function findConfig(folder: string): string | undefined {
  const found = CONFIG_NAMES.filter((name) => existsSync(join(folder, name)));
  if (found.length > 1) throw new UsageError(`${folder} holds ${found.join(' and ')}; keep one of them.`);
  return found[0] === undefined ? undefined : join(folder, found[0]);
}

export function readTextFile(path: string, what: string): string {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new UsageError(`The ${what} ${path} is not a file.`);
    if (stat.size > MAX_BYTES) throw new UsageError(`The ${what} ${path} is too large.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`The ${what} ${path} cannot be read.`);
  }
}
