/**
 * What `.gitignore` files leave out, from the top of the repository down to a path. Patterns are compared in time linear in
 * pattern × path, because both are a stranger's: the packages for this make regular expressions of them, which a line of
 * stars keeps busy for hours.
 */

import { join } from 'node:path';
import { matchWild } from '../config/glob.ts';
import { isFolder } from '../files/entries.ts';
import { findGitFolder } from '../files/git-folder.ts';
import { wayFrom } from '../files/paths.ts';
import { readSmallText } from '../files/regular-file.ts';

const MOST_BYTES = 256 * 1024;
const MOST_LINES = 2000;

/** Asked with paths relative to `root`; leaves out nothing where there is no repository. */
export function ignoredByGit(root: string): (path: string) => boolean {
  const search = findGitFolder(root);
  if (search.kind !== 'found') return () => false;
  const { top, common } = search.folder;
  const above = wayFrom(top, root);
  const shared = parseIgnore(readSmallText(join(common, 'info/exclude'), MOST_BYTES) ?? '');
  const files = new Map<string, readonly Pattern[]>();
  const patternsOf = (folder: string): readonly Pattern[] => {
    const known = files.get(folder);
    if (known) return known;
    const patterns = parseIgnore(readSmallText(join(top, folder, '.gitignore'), MOST_BYTES) ?? '');
    files.set(folder, patterns);
    return patterns;
  };
  const answers = new Map<string, boolean>();
  const isIgnored = (path: string): boolean => {
    if (path === '') return false;
    const known = answers.get(path);
    if (known !== undefined) return known;
    const parts = path.split('/');
    const parent = parts.slice(0, -1).join('/');
    // What is below an ignored folder cannot be taken back.
    const answer = isIgnored(parent) || decide(parts, () => isFolder(join(top, path)), patternsOf, shared);
    answers.set(path, answer);
    return answer;
  };
  // The scanned folder itself was asked for.
  return (path) =>
    path !== '.' && path !== '' && !isIgnored(above) && isIgnored(above === '' ? path : `${above}/${path}`);
}

function decide(
  parts: readonly string[],
  folder: () => boolean,
  patternsOf: (folder: string) => readonly Pattern[],
  shared: readonly Pattern[],
): boolean {
  let ignored = false;
  const weigh = (patterns: readonly Pattern[], from: number): void => {
    for (const pattern of patterns)
      if (matches(pattern, parts.slice(from)) && (!pattern.foldersOnly || folder())) ignored = !pattern.negated;
  };
  weigh(shared, 0);
  for (let depth = 0; depth < parts.length; depth++) weigh(patternsOf(parts.slice(0, depth).join('/')), depth);
  return ignored;
}

interface Pattern {
  readonly segments: readonly (readonly Sign[])[];
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/** A character, any of some, any at all, or any number of them. */
type Sign = string | { readonly some: string; readonly negated: boolean } | 'any' | 'star';

const ANY_FOLDERS: readonly Sign[] = ['star', 'star'];

function parseIgnore(text: string): readonly Pattern[] {
  return text
    .split('\n')
    .slice(0, MOST_LINES)
    .flatMap((line) => parseLine(line.endsWith('\r') ? line.slice(0, -1) : line) ?? []);
}

function parseLine(written: string): Pattern | undefined {
  if (written.startsWith('#')) return undefined;
  const trimmed = withoutTrailingBlanks(written);
  const negated = trimmed.startsWith('!');
  const text = negated ? trimmed.slice(1) : trimmed;
  const foldersOnly = text.endsWith('/');
  const path = foldersOnly ? text.slice(0, -1) : text;
  if (path === '') return undefined;
  const anchored = path.includes('/');
  const segments = path.replace(/^\//, '').split('/').map(parseSegment);
  return { segments: anchored ? segments : [ANY_FOLDERS, ...segments], negated, foldersOnly };
}

/** A blank behind a backslash is a part of the name: https://git-scm.com/docs/gitignore. */
function withoutTrailingBlanks(line: string): string {
  let end = line.length;
  while (/[ \t]/.test(line[end - 1] ?? '') && line[end - 2] !== '\\') end--;
  return line.slice(0, end);
}

function parseSegment(text: string): readonly Sign[] {
  if (text === '**') return ANY_FOLDERS;
  const signs: Sign[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    const close = sign === '[' ? text.indexOf(']', at + 2) : -1;
    if (sign === '\\') signs.push(text[++at] ?? '');
    else if (sign === '*') signs.push('star');
    else if (sign === '?') signs.push('any');
    else if (close > 0) {
      const inner = text.slice(at + 1, close);
      signs.push({ some: inner.replace(/^[!^]/, ''), negated: /^[!^]/.test(inner) });
      at = close;
    } else signs.push(sign);
  }
  return signs;
}

function matches({ segments }: Pattern, parts: readonly string[]): boolean {
  return matchWild(segments.length, parts.length, {
    isStar: (at) => segments[at] === ANY_FOLDERS,
    matches: (at, item) => matchesName(segments[at] ?? [], parts[item] ?? ''),
  });
}

function matchesName(signs: readonly Sign[], name: string): boolean {
  return matchWild(signs.length, name.length, {
    isStar: (at) => signs[at] === 'star',
    matches: (at, item) => matchesSign(signs[at] ?? '', name[item] ?? ''),
  });
}

function matchesSign(sign: Sign, character: string): boolean {
  if (typeof sign === 'object') return inSome(sign.some, character) !== sign.negated;
  return sign === 'any' || sign === character;
}

function inSome(some: string, character: string): boolean {
  for (let at = 0; at < some.length; at++) {
    const last = some[at + 1] === '-' ? some[at + 2] : undefined;
    const first = some[at] ?? '';
    if (last === undefined ? first === character : first <= character && character <= last) return true;
    if (last !== undefined) at += 2;
  }
  return false;
}
