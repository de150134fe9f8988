import { realpathSync } from 'node:fs';

/** The path without links; undefined for what does not exist. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
