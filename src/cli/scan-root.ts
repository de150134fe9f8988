/** Which folder is scanned, and what its files are called for a reader who stands in the current folder. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, parse, resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { findGitFolder } from '../files/git-folder.ts';
import { isInside } from '../files/inside.ts';
import { wayFrom } from '../files/paths.ts';
import { TOOL } from '../model/tool.ts';
import { chartAround } from '../run/charts-around.ts';
import { nearestCommand } from './arguments.ts';
import { expandPatterns } from './expand.ts';

export interface ScanRoot {
  /** Absolute, without links. */
  readonly folder: string;
  /** Relative to the folder, with forward slashes. */
  readonly paths: readonly string[];
}

/** One folder is its own root; several paths, a file, or a part of a chart are scanned from the folder that holds them all. */
export function chooseRoot(cwd: string, operands: readonly string[]): ScanRoot {
  const targets = expandPatterns(cwd, operands.length === 0 ? ['.'] : operands).map((operand) =>
    existing(cwd, operand),
  );
  const [only] = targets;
  const charts = targets.flatMap(({ path }) => chartAround(path, ceilingOf(path)) ?? []);
  if (targets.length === 1 && only?.isFolder && charts.length === 0) return { folder: only.path, paths: ['.'] };
  const here = targets.length === 1 && only?.isFolder ? only.path : realpathSync(cwd);
  const folder = [...targets.map(({ path }) => path), ...charts].reduce(commonFolder, here);
  return { folder, paths: targets.map(({ path }) => wayFrom(folder, path) || '.') };
}

function existing(cwd: string, operand: string): { readonly path: string; readonly isFolder: boolean } {
  try {
    const path = realpathSync(resolve(cwd, operand));
    return { path, isFolder: statSync(path).isDirectory() };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(missing ? missingText(operand) : `${operand} cannot be read.`);
  }
}

/** A word may be the name of a command, with a slip in it. */
function missingText(operand: string): string {
  if (!/^[a-z]+$/.test(operand)) return `${operand} does not exist.`;
  const near = nearestCommand(operand);
  const meant = near === undefined ? `see ${TOOL} --help.` : `did you mean "${near}"?`;
  return `${operand} does not exist, and no command has that name; ${meant}`;
}

function commonFolder(folder: string, path: string): string {
  let common = folder;
  while (!isInside(common, path)) common = dirname(common);
  return common;
}

/** A chart is looked for in the repository of the path, or anywhere above it where there is none. */
function ceilingOf(path: string): string {
  const search = findGitFolder(path);
  return search.kind === 'found' ? search.folder.top : parse(path).root;
}
