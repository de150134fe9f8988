/** What fixes change in a file, and edits as a unified diff. */
import type { Fix } from '../model/finding.ts';
import { firstIndex } from '../text/search.ts';
import { positionAt, type Source } from '../text/source.ts';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** None where there is no fix of that safety. */
export function editsOf(fix: Fix | undefined, withUnsafe: boolean): readonly Edit[] {
  if (!fix || (fix.safety === 'unsafe' && !withUnsafe)) return [];
  return [fix, ...fix.also].map(({ span, replacement }) => ({ start: span.start, end: span.end, text: replacement }));
}

/** The edits of fixes that do not touch each other, from the first to the last; of two that do, the earlier stays. */
export function withoutOverlaps(fixes: readonly (readonly Edit[])[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edits of [...fixes].sort(([a], [b]) => (a && b ? inOrder(a, b) : 0))) {
    const own = [...edits].sort(inOrder).map((edit) => behind(kept, edit));
    const fits = own.every((edit, i) => hasRoom(kept, edit) && (i === 0 || hasRoom(own.slice(i - 1, i), edit)));
    if (fits) for (const edit of own) kept.splice(placeIn(kept, edit), 0, edit);
  }
  return kept;
}

/** Two words that go side by side share the space between them: the later begins where the earlier ends. */
function behind(sorted: readonly Edit[], edit: Edit): Edit {
  const before = sorted[placeIn(sorted, edit) - 1];
  const isShared = before?.text === '' && edit.text === '' && before.end > edit.start && before.end < edit.end;
  return isShared ? { ...edit, start: before.end } : edit;
}

function hasRoom(sorted: readonly Edit[], edit: Edit): boolean {
  const place = placeIn(sorted, edit);
  const [before, after] = [sorted[place - 1], sorted[place]];
  return (!before || before.end <= edit.start) && (!after || (edit.end <= after.start && inOrder(edit, after) !== 0));
}

/** The index of the first edit that does not stand before this one. */
function placeIn(sorted: readonly Edit[], edit: Edit): number {
  return firstIndex(sorted.length, (index) => {
    const at = sorted[index];
    return at !== undefined && inOrder(at, edit) < 0;
  });
}

function inOrder(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

const CONTEXT = 3;
const NO_LINE_FEED = '\\ No newline at end of file';

/** Lines with their line feeds; [from, to) of the old text is written as `after`. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly after: readonly string[];
}

/** A unified diff that `git apply` and `patch` take. The edits are sorted and do not overlap. */
export function unifiedDiff(source: Source, edits: readonly Edit[], path: string): string {
  const lines = splitLines(source.text);
  let shift = 0;
  const hunks = groupChanges(changesOf(source, edits)).map((changes) => {
    const from = Math.max(0, (changes[0]?.from ?? 0) - CONTEXT);
    const to = Math.min(lines.length, (changes.at(-1)?.to ?? 0) + CONTEXT);
    const grown = changes.reduce((sum, change) => sum + change.after.length - (change.to - change.from), 0);
    const header = `@@ -${range(from, to - from)} +${range(from + shift, to - from + grown)} @@\n`;
    shift += grown;
    return header + hunkBody(lines, changes, from, to);
  });
  return hunks.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

function range(from: number, size: number): string {
  return `${size === 0 ? from : from + 1},${size}`;
}

function splitLines(text: string): readonly string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  return [...lines.map((line) => `${line}\n`), ...(last === '' ? [] : [last])];
}

/** One change for all edits that touch the same lines. */
function changesOf(source: Source, edits: readonly Edit[]): readonly Change[] {
  const groups: { from: number; to: number; edits: Edit[] }[] = [];
  const count = splitLines(source.text).length;
  for (const edit of edits) {
    const from = positionAt(source, edit.start).line - 1;
    const end = positionAt(source, Math.max(edit.start, edit.end - 1)).line + (joinsNextLine(source, edit) ? 1 : 0);
    const to = Math.min(end, count);
    const last = groups.at(-1);
    if (last && (from < last.to || from === last.from)) {
      last.edits.push(edit);
      last.to = Math.max(last.to, to);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map(({ from, to, edits: own }) => {
    const start = source.lineStarts[from] ?? 0;
    const text = source.text.slice(start, source.lineStarts[to] ?? source.text.length);
    const moved = own.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
    return { from, to, after: splitLines(applyEdits(text, moved)) };
  });
}

/** The line feed goes, and something stays in front of it. */
function joinsNextLine({ text, lineStarts }: Source, edit: Edit): boolean {
  if (edit.end <= edit.start || text[edit.end - 1] !== '\n' || edit.text.endsWith('\n')) return false;
  return edit.text !== '' || !lineStarts.includes(edit.start);
}

function groupChanges(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last && change.from - (last.at(-1)?.to ?? 0) <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkBody(lines: readonly string[], changes: readonly Change[], from: number, to: number): string {
  let body = '';
  let at = from;
  const add = (sign: string, some: readonly string[]) => {
    for (const line of some) body += line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n${NO_LINE_FEED}\n`;
  };
  for (const change of changes) {
    add(' ', lines.slice(at, change.from));
    add('-', lines.slice(change.from, change.to));
    add('+', change.after);
    at = change.to;
  }
  add(' ', lines.slice(at, to));
  return body;
}
