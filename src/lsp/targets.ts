/** What is scanned for a file that an editor shows: the folder of the workspace that holds it, or the file with its chart. */
import { realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryTop } from '../files/git-folder.ts';
import { isInside } from '../files/inside.ts';
import { wayFrom } from '../files/paths.ts';
import { chartAround } from '../run/charts-around.ts';

export interface Target {
  readonly folder: string;
  /** Relative to the folder. */
  readonly paths: readonly string[];
}

/** Undefined for what is no file: an unsaved text, a file inside of an archive, a diff. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The folders that stand in no other of them: a folder is scanned once. */
export function outermost(folders: readonly string[]): readonly string[] {
  const all = [...new Set(folders)];
  return all.filter((folder) => !all.some((other) => other !== folder && isInside(other, folder)));
}

/** The key of a target is the folder of the workspace, or the path of a file that stands in none. */
export function targetOf(key: string, folders: readonly string[]): Target | undefined {
  if (folders.includes(key)) return { folder: key, paths: ['.'] };
  try {
    const path = realpathSync(key);
    const folder = chartAround(path, repositoryTop(dirname(path))) ?? dirname(path);
    return { folder, paths: [wayFrom(folder, path) || basename(path)] };
  } catch {
    return undefined;
  }
}

export function keyOf(path: string, folders: readonly string[]): string {
  return folders.find((folder) => isInside(folder, path)) ?? path;
}
