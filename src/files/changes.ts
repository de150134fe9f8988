/** Which lines of the head a change added or edited, from a patch of git or of the API. */
import { table } from '../text/table.ts';

/** 1-based, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export interface Changes {
  /** Added and edited lines by path; `whole` where the server gave no patch. */
  readonly lines: ReadonlyMap<string, readonly LineRange[] | 'whole'>;
  /** Every path that the change touches, removed ones too. */
  readonly paths: ReadonlySet<string>;
  /** New path by old path. */
  readonly renames: ReadonlyMap<string, string>;
}

export function touches(changes: Changes, path: string, first: number, last: number): boolean {
  const ranges = changes.lines.get(path);
  if (ranges === undefined) return false;
  return ranges === 'whole' || ranges.some((range) => range.first <= last && first <= range.last);
}

/** Reads what `git diff` prints for many files. */
export function readPatch(patch: string): Changes {
  const lines = new Map<string, readonly LineRange[]>();
  const renames = new Map<string, string>();
  const paths = new Set<string>();
  let path: string | undefined;
  let oldPath = '';
  let hunk = { removed: 0, added: 0 };
  for (const line of splitLines(patch)) {
    if (hunk.removed > 0 || hunk.added > 0) {
      hunk = skipHunkLine(hunk, line);
    } else if (line.startsWith('+++ ')) {
      path = readPath(line.slice(4), 'b/');
      if (path !== undefined) paths.add(path);
    } else if (line.startsWith('--- ')) {
      const before = readPath(line.slice(4), 'a/');
      if (before !== undefined) paths.add(before);
    } else if (line.startsWith('rename from ')) {
      oldPath = readName(line.slice(12));
    } else if (line.startsWith('rename to ')) {
      const newPath = readName(line.slice(10));
      renames.set(oldPath, newPath);
      paths.add(oldPath).add(newPath);
    } else if (line.startsWith('@@ ')) {
      const header = readHunkHeader(line);
      if (!header) continue;
      hunk = { removed: header.removed, added: header.added };
      if (path !== undefined && header.added > 0)
        lines.set(path, [...(lines.get(path) ?? []), { first: header.start, last: header.start + header.added - 1 }]);
    }
  }
  return { lines, renames, paths };
}

/** Reads the patch that the API gives for one file, which has no file header; `visible` takes the context lines in. */
export function readFilePatch(patch: string, visible: boolean): readonly LineRange[] {
  const ranges: LineRange[] = [];
  let at = 0;
  for (const line of splitLines(patch)) {
    const header = line.startsWith('@@ ') ? readHunkHeader(line) : undefined;
    if (header) {
      at = header.start;
    } else if (line.startsWith('+') || line.startsWith(' ')) {
      if (visible || line.startsWith('+')) extend(ranges, at);
      at += 1;
    }
  }
  return ranges;
}

function extend(ranges: LineRange[], line: number): void {
  const last = ranges.at(-1);
  if (last && last.last + 1 === line) ranges[ranges.length - 1] = { first: last.first, last: line };
  else ranges.push({ first: line, last: line });
}

function skipHunkLine(hunk: { removed: number; added: number }, line: string): { removed: number; added: number } {
  if (line.startsWith('-')) return { ...hunk, removed: hunk.removed - 1 };
  if (line.startsWith('+')) return { ...hunk, added: hunk.added - 1 };
  if (line.startsWith('\\')) return hunk;
  return { removed: hunk.removed - 1, added: hunk.added - 1 };
}

function readHunkHeader(line: string): { start: number; removed: number; added: number } | undefined {
  const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
  if (!match) return undefined;
  return { removed: Number(match[1] ?? 1), start: Number(match[2]), added: Number(match[3] ?? 1) };
}

/** `b/deploy/agent.yaml`, or quoted as C does when the name holds a quote, a backslash or a control character. */
function readPath(text: string, prefix: string): string | undefined {
  const name = readName(text);
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

function readName(text: string): string {
  if (text.startsWith('"')) return unquote(text);
  // git ends a name that holds a space with a tab.
  return text.endsWith('\t') ? text.slice(0, -1) : text;
}

const QUOTE = 34;
const BACKSLASH = 92;
const ESCAPES = table<number>({ a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 });

function unquote(text: string): string {
  const source = new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (let at = 1; at < source.length && source[at] !== QUOTE; at++) {
    if (source[at] !== BACKSLASH) {
      bytes.push(source[at] ?? 0);
      continue;
    }
    at += 1;
    const escaped = new TextDecoder().decode(source.subarray(at, at + 3));
    const octal = /^[0-7]{3}/.test(escaped);
    bytes.push(octal ? Number.parseInt(escaped, 8) : (ESCAPES.get(escaped[0] ?? '') ?? 0x3f));
    if (octal) at += 2;
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function* splitLines(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    if (end < 0) {
      yield text.slice(at);
      return;
    }
    yield text.slice(at, end);
    at = end + 1;
  }
}
