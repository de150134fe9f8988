/** Which folder is scanned, and what its files are called for a reader who stands in the current folder. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { isInside } from '../files/inside.ts';
import { wayFrom } from '../files/paths.ts';
import { TOOL } from '../model/tool.ts';

export interface ScanRoot {
  /** Absolute, without links. */
  readonly folder: string;
  /** Relative to the folder, with forward slashes. */
  readonly paths: readonly string[];
}

/** One folder is its own root; several paths, or a file, are scanned from the folder that holds them all. */
export function chooseRoot(cwd: string, operands: readonly string[]): ScanRoot {
  const targets = (operands.length === 0 ? ['.'] : operands).map((operand) => existing(cwd, operand));
  const [only] = targets;
  if (targets.length === 1 && only?.isFolder) return { folder: only.path, paths: ['.'] };
  const here = realpathSync(cwd);
  const folder = targets.reduce((common, { path }) => commonFolder(common, path), here);
  return { folder, paths: targets.map(({ path }) => wayFrom(folder, path) || '.') };
}

function existing(cwd: string, operand: string): { readonly path: string; readonly isFolder: boolean } {
  try {
    const path = realpathSync(resolve(cwd, operand));
    return { path, isFolder: statSync(path).isDirectory() };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const command = /^[a-z]+$/.test(operand) ? `, and no command has that name; see ${TOOL} --help` : '';
    throw new UsageError(`${operand} ${missing ? `does not exist${command}` : 'cannot be read'}.`);
  }
}

function commonFolder(folder: string, path: string): string {
  let common = folder;
  while (!isInside(common, path)) common = dirname(common);
  return common;
}
