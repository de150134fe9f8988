import { sep } from 'node:path';

/** Both absolute, resolved in the same way. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
