/** Patterns among the paths of the command line, for shells that do not know `**` and for quoted ones. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileGlob } from '../config/glob.ts';
import { UsageError } from '../config/usage-error.ts';
import { entriesOf } from '../files/entries.ts';
import { isHistory, isVendored } from '../files/names.ts';

const MOST_ENTRIES = 200_000;

/** A path that exists stands for itself, whatever its name looks like. */
export function expandPatterns(cwd: string, operands: readonly string[]): readonly string[] {
  return operands.flatMap((operand) =>
    /[*?]/.test(operand) && !existsSync(resolve(cwd, operand)) ? expand(cwd, operand) : [operand],
  );
}

function expand(cwd: string, pattern: string): readonly string[] {
  const fixed = pattern.split('/').slice(0, -1);
  const depth = fixed.findIndex((part) => /[*?]/.test(part));
  const start = (depth < 0 ? fixed : fixed.slice(0, depth)).join('/');
  const rest = pattern.slice(start === '' ? 0 : start.length + 1);
  // From the current folder, as in a shell, and not anywhere below it.
  const matches = compileGlob(`./${rest}`);
  const found = entriesBelow(resolve(cwd, start === '' && pattern.startsWith('/') ? '/' : start || '.')).filter(
    matches,
  );
  // A folder stands for what is in it.
  const kept = found.filter((path) => !found.some((other) => path.startsWith(`${other}/`)));
  if (kept.length === 0) throw new UsageError(`Nothing matches ${pattern}.${hintFor(pattern)}`);
  return kept.map((path) => (start === '' ? path : `${start}/${path}`));
}

function hintFor(pattern: string): string {
  return pattern.includes('\\') ? ` Folders are separated by forward slashes: ${pattern.replace(/\\+/g, '/')}.` : '';
}

function entriesBelow(top: string): readonly string[] {
  const found: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined && found.length < MOST_ENTRIES; folder = pending.pop()) {
    for (const entry of entriesOf(resolve(top, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isHistory(entry.name) || (entry.isDirectory() && isVendored(path))) continue;
      found.push(path);
      if (entry.isDirectory()) pending.push(path);
    }
  }
  return found.sort();
}
