/** The syntax of systemd units: sections, keys, comments, continued lines, and the words of a value. */
import type { Token } from '../../model/document.ts';
import { type View, viewBuilder } from '../../text/view.ts';
import { token, wholeToken } from '../text/facts.ts';
import { isSpace, joinRanges, type Line, linesOf, trimRange } from '../text/lines.ts';
import { escapedString } from '../text/strings.ts';

export interface UnitEntry {
  readonly section: string;
  readonly key: Token;
  readonly value: Token;
}

export interface UnitScan {
  readonly entries: readonly UnitEntry[];
  /** Lines that are neither a section, a key nor a comment. */
  readonly strange: readonly Line[];
}

export function scanUnit(view: View): UnitScan {
  const { text } = view;
  const entries: UnitEntry[] = [];
  const strange: Line[] = [];
  let section = '';
  const lines = [...linesOf(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const { start, end } = trimRange(text, line.start, line.end);
    if (start === end || isComment(text, start)) continue;
    if (text[start] === '[') {
      section = sectionName(text, start, end);
      continue;
    }
    const continued = continuation(text, lines, i, start);
    i = continued.last;
    const equals = text.indexOf('=', start);
    const keyEnd = equals < 0 || equals > (continued.ranges[0]?.end ?? end) ? -1 : equals;
    if (keyEnd < 0) strange.push({ start, end });
    else entries.push(unitEntry(view, section, start, keyEnd, continued.ranges));
  }
  return { entries, strange };
}

function isComment(text: string, start: number): boolean {
  return text[start] === '#' || text[start] === ';';
}

function sectionName(text: string, start: number, end: number): string {
  const close = text.indexOf(']', start);
  return text.slice(start + 1, close < 0 || close > end ? end : close).trim();
}

/** Lines that end in a backslash go on in the next one; comment lines in between are passed over. */
function continuation(text: string, lines: readonly Line[], first: number, start: number) {
  const ranges: Line[] = [];
  let last = first;
  let from = start;
  for (;;) {
    const line = lines[last];
    if (!line) break;
    const { end } = trimRange(text, from, line.end);
    // With a blank behind the backslash systemd ends the value, and whoever wrote the next line did not mean that.
    const more = end > from && text[end - 1] === '\\' && (end === line.end || isWithin(text, lines[last + 1]));
    ranges.push({ start: from, end: more ? end - 1 : line.end });
    if (!more) break;
    do last++;
    while (last < lines.length && isPassedOver(text, lines[last]));
    from = lines[last]?.start ?? text.length;
  }
  return { ranges, last };
}

/** A line that is no section and no key of its own: `  --network-plugin=cni`. */
function isWithin(text: string, line: Line | undefined): boolean {
  return line !== undefined && /^[ \t]*-/.test(text.slice(line.start, Math.min(line.end, line.start + 200)));
}

/** Comments, and lines that only held a directive of a template, which is blanks by now. */
function isPassedOver(text: string, line: Line | undefined): boolean {
  if (!line) return false;
  const { start, end } = trimRange(text, line.start, line.end);
  return start < end ? isComment(text, start) : line.end > line.start;
}

function unitEntry(view: View, section: string, start: number, equals: number, ranges: readonly Line[]): UnitEntry {
  const { text } = view;
  const name = trimRange(text, start, equals);
  const pieces = ranges.map((range, i) => (i === 0 ? { start: equals + 1, end: range.end } : range));
  return {
    section,
    key: token(view, name.start, name.end),
    value: pieces.length === 1 ? trimmedToken(view, pieces[0]) : trimmedToken(joinRanges(view, pieces, ' ')),
  };
}

function trimmedToken(view: View, range: Line = { start: 0, end: view.text.length }): Token {
  const { start, end } = trimRange(view.text, range.start, range.end);
  return token(view, start, end);
}

/** Splits a value at white space; quotes keep words together, a backslash escapes. */
export function unitWords(value: Token): Token[] {
  const { text } = value.view;
  const words: Token[] = [];
  let at = value.start;
  while (at < value.end) {
    while (at < value.end && isSpace(text.charCodeAt(at))) at++;
    if (at >= value.end) break;
    const end = wordEnd(text, at, value.end);
    words.push(unquoted(value.view, at, end));
    at = end;
  }
  return words;
}

function wordEnd(text: string, start: number, limit: number): number {
  let quote = '';
  for (let at = start; at < limit; at++) {
    const character = text[at] ?? '';
    if (character === '\\') at++;
    else if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (isSpace(text.charCodeAt(at))) return at;
  }
  return limit;
}

function unquoted(view: View, start: number, end: number): Token {
  const { text } = view;
  const plain = text.slice(start, end);
  if (!/["'\\]/.test(plain)) return token(view, start, end);
  const quote = plain[0];
  if ((quote === '"' || quote === "'") && plain.indexOf(quote, 1) === plain.length - 1) {
    return escapedString(view, start + 1, end - 1);
  }
  return wholeToken(withoutQuotes(view, start, end));
}

function withoutQuotes(view: View, start: number, end: number): View {
  const { text } = view;
  const builder = viewBuilder(view);
  let quote = '';
  let from = start;
  for (let at = start; at < end; at++) {
    const character = text[at] ?? '';
    const marks = quote === '' ? character === '"' || character === "'" : character === quote;
    if (!marks && (character !== '\\' || at + 1 >= end)) continue;
    builder.copy(from, at);
    if (marks) quote = quote === '' ? character : '';
    else builder.put(text[at + 1] ?? '', at, ++at + 1);
    from = at + 1;
  }
  builder.copy(from, end);
  return builder.build((replacement) => (/["'\\\s]/.test(replacement) ? null : replacement));
}
