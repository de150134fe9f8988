/** What stands in a folder, and what a path is; nothing where that cannot be read. */
import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';

export function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Of a link, not of what it leads to. */
export function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}
