/** Edits that take something away, so that what is left of the line still means the same. */
import type { Token } from '../../model/document.ts';
import { lineText, positionAt, type Source, type Span } from '../../text/source.ts';
import { fileView, hasHole } from '../../text/view.ts';
import type { ReportEdit, ReportFix } from '../rule.ts';

interface Line {
  readonly source: Source;
  /** 1-based. */
  readonly number: number;
  readonly start: number;
  /** With its line break. */
  readonly end: number;
  readonly text: string;
}

/** One word less: with a space beside it, with its quotes and comma in a list, with its line where nothing else is on it. */
export function removal(at: Token, safety: ReportFix['safety'] = 'safe'): ReportFix | undefined {
  const { span, exact } = at.view.root(at.start, at.end);
  const edit = exact && !hasHole(at.text) ? wordRemoval(span) : undefined;
  return edit && { ...edit, safety };
}

function wordRemoval({ source, start, end }: Span): ReportEdit | undefined {
  const line = lineAt(source, positionAt(source, start).line);
  if (positionAt(source, end).line !== line.number) return undefined;
  const before = line.text.slice(0, start - line.start);
  const after = line.text.slice(end - line.start);
  const left = `${before}${after}`.trim();
  if (left === '-' || left === '\\') return cut(source, line.start, line.end);
  if (left === '') return endOfContinuation(line, end);
  const quote = before.at(-1);
  if ((quote === '"' || quote === "'") && after.startsWith(quote))
    return quotedRemoval(line, before.slice(0, -1), after.slice(1));
  // `args: --flag` would be left without a value.
  if (/[:-]\s+$/.test(before) && /^\s*(?:#.*)?$/.test(after)) return undefined;
  const space = before.length - before.trimEnd().length;
  if (before.trim() !== '' && space > 0) return cut(source, start - space, end);
  return cut(source, start, end + after.length - after.trimStart().length);
}

/** The word is all that stands between the quotes. */
function quotedRemoval(line: Line, before: string, after: string): ReportEdit | undefined {
  const { source } = line;
  const [from, to] = [line.start + before.length, line.start + line.text.length - after.length];
  if (/^\s*-\s+$/.test(before) && after.trim() === '') return cut(source, line.start, line.end);
  const comma = /^\s*,[ \t]*/.exec(after)?.[0];
  if (comma !== undefined)
    return before.trim() === '' && after === comma
      ? cut(source, line.start, line.end)
      : cut(source, from, to + comma.length);
  const list = source.text.slice(Math.max(0, from - REACH), from);
  const commaBefore = /,\s*$/.exec(list)?.[0];
  if (commaBefore !== undefined && /^\s*\]/.test(source.text.slice(to, to + REACH)))
    return cut(source, from - commaBefore.length, to);
  // An empty text stays where a text is wanted.
  return /(?:[=:]\s*|args\s+)$/.test(before) ? cut(source, from + 1, to - 1) : undefined;
}

const REACH = 400;

/** The last line of a command over several lines: the backslash in front of it goes too. */
function endOfContinuation({ source, number, start }: Line, end: number): ReportEdit | undefined {
  const above = lineText(source, number - 1);
  const continues = /(?<![ \t])[ \t]*\\$/.exec(above);
  const from = source.lineStarts[number - 2];
  if (!continues || from === undefined || continues.index === 0) return undefined;
  return cut(source, from + continues.index, Math.max(start, end));
}

/** The entry of a block map whose characters a person edits. */
function entryAt(at: Token): Block | undefined {
  const { span, exact } = at.view.root(at.start, at.end);
  return exact ? blockAt(span.source, positionAt(span.source, span.start).line, ENTRY) : undefined;
}

/** `network-plugin: cni`, with what is indented below it, beside other entries of its map. */
export function entryRemoval(at: Token, safety: ReportFix['safety'] = 'safe'): ReportFix | undefined {
  const block = entryAt(at);
  return block && hasNeighbour(block) ? { ...cut(block.source, block.start, block.end), safety } : undefined;
}

/** The entry of a block map, on one line, as another entry. */
export function entryReplacement(at: Token, entry: string, safety: ReportFix['safety']): ReportFix | undefined {
  const block = entryAt(at);
  if (!block?.text.includes(at.text) || /#/.test(block.text)) return undefined;
  const start = block.start + block.depth;
  const { source } = block;
  const end = block.start + block.text.trimEnd().length;
  return {
    at: { view: fileView(source), start, end, text: source.text.slice(start, end) },
    replacement: entry,
    safety,
  };
}

/** The item of a list that the word stands in, beside others, when each of these patterns is found in it. */
export function itemRemoval(at: Token, ...holds: readonly RegExp[]): ReportEdit | undefined {
  const { span, exact } = at.view.root(at.start, at.end);
  if (!exact) return undefined;
  const { source } = span;
  const { line: last } = positionAt(source, span.start);
  let depth = Number.POSITIVE_INFINITY;
  for (let line = last; line > Math.max(0, last - MOST_LINES); line--) {
    const text = lineText(source, line);
    const indent = indentOf(text);
    if (indent === undefined || indent >= depth) continue;
    if (line < last && !/^\s*(?:- )?["']?[\w.-]+["']?:/.test(text)) return undefined;
    depth = indent;
    if (!ITEM.test(text)) continue;
    const block = blockAt(source, line, ITEM);
    const isIt =
      block && hasNeighbour(block) && holds.every((one) => one.test(source.text.slice(block.start, block.end)));
    return isIt ? cut(source, block.start, block.end) : undefined;
  }
  return undefined;
}

const MOST_LINES = 40;
const ITEM = /^\s*- /;
const ENTRY =
  /^\s*["']?[\w.-]+["']?:(?:[ \t]+[^\s[\]|>&*!#{][^{}[\]#]*[^{}[\]#,\s]|[ \t]+[^\s{}[\]|>&*!#,]|[ \t]*\{\})?\s*$/;
/** What a template makes of the lines is not known. */
const TEMPLATED = /\{\{|\{%|<%|\t/;

interface Block extends Line {
  /** Where its first character stands in its line. */
  readonly depth: number;
  readonly isItem: boolean;
  /** 1-based. */
  readonly lastLine: number;
}

/** The line, if it begins such a block, with the lines that are indented below it. */
function blockAt(source: Source, number: number, begins: RegExp): Block | undefined {
  const line = lineAt(source, number);
  if (!begins.test(line.text)) return undefined;
  const depth = indentOf(line.text) ?? 0;
  const isItem = ITEM.test(line.text);
  let last = number;
  for (let at = number + 1; at <= source.lineStarts.length && at < number + MOST_LINES; at++) {
    const text = lineText(source, at);
    const indent = indentOf(text);
    if (indent === undefined) continue;
    const isOwnList = !isItem && indent === depth && ITEM.test(text) && /:\s*$/.test(line.text);
    if (indent <= depth && !isOwnList) break;
    last = at;
  }
  const end = source.lineStarts[last] ?? source.text.length;
  if (TEMPLATED.test(source.text.slice(line.start, end))) return undefined;
  return { ...line, end, depth, isItem, lastLine: last };
}

/** Another item of the list or entry of the map stands right above or below: the list or map does not become empty. */
function hasNeighbour({ source, number, lastLine, depth, isItem }: Block): boolean {
  const isLike = (text: string) =>
    indentOf(text) === depth && ITEM.test(text) === isItem && !/^\s*(?:#|\{[{%])/.test(text);
  let below = lastLine + 1;
  while (below <= source.lineStarts.length && isSkipped(lineText(source, below))) below++;
  if (isLike(lineText(source, below))) return true;
  for (let line = number - 1; line > Math.max(0, number - MOST_LINES); line--) {
    const text = lineText(source, line);
    const indent = indentOf(text);
    if (isSkipped(text) || indent === undefined || indent > depth) continue;
    return isLike(text) || (!isItem && ITEM.test(text) && indent === depth - 2);
  }
  return false;
}

function isSkipped(text: string): boolean {
  return text.trim() === '' || /^\s*#/.test(text);
}

/** Undefined for an empty line. */
function indentOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : text.length - text.trimStart().length;
}

function lineAt(source: Source, number: number): Line {
  const start = source.lineStarts[number - 1] ?? 0;
  const end = source.lineStarts[number] ?? source.text.length;
  return { source, number, start, end, text: lineText(source, number) };
}

function cut(source: Source, start: number, end: number): ReportEdit {
  return { at: { view: fileView(source), start, end, text: source.text.slice(start, end) }, replacement: '' };
}
