/** What a safe fix changes in its file, so that the line still reads well afterwards; and edits as a unified diff. */
import type { Finding } from '../model/finding.ts';
import { lineText, positionAt, type Source } from '../text/source.ts';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Undefined where there is no fix of that safety, or where what would be left of the line means something else. */
export function editOf({ fix }: Finding, withUnsafe: boolean): Edit | undefined {
  if (!fix || (fix.safety === 'unsafe' && !withUnsafe)) return undefined;
  const { span, replacement } = fix;
  return replacement === '' ? deletion(span) : { start: span.start, end: span.end, text: replacement };
}

/** Takes one of the spaces along, or the whole line when only a list dash or a continuation is left of it. */
function deletion({ source, start, end }: Finding['span']): Edit | undefined {
  const line = positionAt(source, start).line;
  if (start === source.lineStarts[line - 1] && end === (source.lineStarts[line] ?? source.text.length))
    return { start, end, text: '' };
  if (positionAt(source, end).line !== line) return undefined;
  const lineStart = source.lineStarts[line - 1] ?? 0;
  const text = lineText(source, line);
  const before = text.slice(0, start - lineStart);
  const after = text.slice(end - lineStart);
  const left = `${before}${after}`.trim();
  if (left === '-' || left === '\\') {
    return { start: lineStart, end: source.lineStarts[line] ?? source.text.length, text: '' };
  }
  if (left === '' || isQuoted(before, after)) return undefined;
  const spaceBefore = before.length - before.trimEnd().length;
  const spaceAfter = after.length - after.trimStart().length;
  if (before.trim() !== '' && spaceBefore > 0) return { start: start - spaceBefore, end, text: '' };
  return { start, end: end + spaceAfter, text: '' };
}

/** Nothing but the deleted text stands between the quotes: an empty word would be left. */
function isQuoted(before: string, after: string): boolean {
  const quote = before.at(-1);
  return (quote === '"' || quote === "'") && after.startsWith(quote);
}

/** Edits that do not overlap, from the first to the last; of two that do, the earlier stays. */
export function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Edit[] = [];
  for (const edit of sorted) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
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
