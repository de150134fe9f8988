/** A YAML scalar of any style as a view: what the scalar means, with the way back to its characters and how to write them. */

import { table } from '../../text/table.ts';
import type { View, ViewBuilder } from '../../text/view.ts';
import { derive, run, viewBuilder } from '../../text/view.ts';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** Where a scalar stands in its parent's text: [start, end) with quotes, or with the header of a block scalar. */
export interface ScalarPlace {
  readonly style: ScalarStyle;
  readonly start: number;
  readonly end: number;
  /** Inside `[…]` or `{…}`, where a plain scalar may not hold their punctuation. */
  readonly inFlow: boolean;
  /** For a block scalar: where its first line starts, and the indentation of the node that it belongs to. */
  readonly body: number;
  readonly indent: number;
}

export function scalarView(parent: View, place: ScalarPlace): View {
  const view = writtenView(parent, place);
  return view.text === '' ? emptyView(parent, place) : view;
}

/** An empty text still has a place: where its first character would stand. */
function emptyView(parent: View, { style, start, end }: ScalarPlace): View {
  const at = style === 'single' || style === 'double' ? Math.min(start + 1, end) : start;
  return derive(parent, '', [{ start: 0, end: 0, from: at, to: at, exact: true }], () => null);
}

function writtenView(parent: View, place: ScalarPlace): View {
  const builder = viewBuilder(parent);
  switch (place.style) {
    case 'plain':
      if (!parent.text.slice(place.start, place.end).includes('\n'))
        return run(parent, place.start, place.end, place.inFlow ? encodePlainInFlow : encodePlain);
      foldLines(parent.text, place.start, place.end, (from, to) => builder.copy(from, to), builder);
      return builder.build(place.inFlow ? encodePlainInFlow : encodePlain);
    case 'single': {
      const copy = (from: number, to: number) => copySingleQuoted(builder, parent.text, from, to);
      foldLines(parent.text, place.start + 1, closingQuote(parent.text, place, "'"), copy, builder);
      return builder.build(encodeSingleQuoted);
    }
    case 'double':
      copyDoubleQuoted(builder, parent.text, place.start + 1, closingQuote(parent.text, place, '"'));
      return builder.build(encodeDoubleQuoted);
    case 'literal':
    case 'folded': {
      const block = readBlock(parent.text, place);
      if (place.style === 'literal') copyLiteral(builder, block);
      else copyFolded(builder, block);
      return builder.build((replacement) => encodeBlock(replacement, block, place.style === 'literal'));
    }
  }
}

function closingQuote(text: string, place: ScalarPlace, quote: string): number {
  const last = place.end - 1;
  return last > place.start && text[last] === quote ? last : place.end;
}

/** Line folding of plain and single-quoted scalars: one break is a space, each further one a line break. */
function foldLines(
  text: string,
  start: number,
  end: number,
  copy: (from: number, to: number) => void,
  builder: ViewBuilder,
) {
  let from = start;
  let gap: { readonly at: number; blanks: number } | undefined;
  for (;;) {
    const newline = text.indexOf('\n', from);
    const isLast = newline < 0 || newline >= end;
    const lineEnd = isLast ? end : newline > from && text[newline - 1] === '\r' ? newline - 1 : newline;
    const contentStart = gap ? skipBlanks(text, from, lineEnd) : from;
    const contentEnd = isLast ? lineEnd : trimBlanks(text, contentStart, lineEnd);
    if (gap && !isLast && contentEnd === contentStart) {
      gap.blanks++;
    } else {
      if (gap) builder.put(gap.blanks === 0 ? ' ' : '\n'.repeat(gap.blanks), gap.at, contentStart);
      copy(contentStart, contentEnd);
      gap = { at: contentEnd, blanks: 0 };
    }
    if (isLast) return;
    from = newline + 1;
  }
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

function trimBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

function copySingleQuoted(builder: ViewBuilder, text: string, from: number, to: number) {
  let run = from;
  for (let at = text.indexOf("''", from); at >= 0 && at + 1 < to; at = text.indexOf("''", at + 2)) {
    builder.copy(run, at);
    builder.put("'", at, at + 2);
    run = at + 2;
  }
  builder.copy(run, to);
}

const ESCAPES = table<string>({
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
});

function copyDoubleQuoted(builder: ViewBuilder, text: string, start: number, end: number) {
  let run = start;
  let at = start;
  const flush = () => builder.copy(run, at);
  while (at < end) {
    const char = text[at];
    if (char === '\\') {
      flush();
      const found = readEscape(text, at, end);
      builder.put(found.text, at, found.end);
      at = run = found.end;
    } else if (char === ' ' || char === '\t' || char === '\n' || char === '\r') {
      const blank = readBlank(text, at, end);
      if (blank.newlines === 0) {
        at = blank.end;
      } else {
        flush();
        builder.put(blank.newlines === 1 ? ' ' : '\n'.repeat(blank.newlines - 1), at, blank.end);
        at = run = blank.end;
      }
    } else {
      at++;
    }
  }
  flush();
}

/** White space from `at` on; a lone carriage return ends it after itself. */
function readBlank(text: string, at: number, end: number): { newlines: number; end: number } {
  let newlines = 0;
  let to = at;
  for (; to < end; to++) {
    const char = text[to];
    if (char === '\n') newlines++;
    else if (char === '\r') {
      if (text[to + 1] !== '\n') return { newlines, end: to === at ? to + 1 : to };
    } else if (char !== ' ' && char !== '\t') break;
  }
  return { newlines, end: to };
}

function readEscape(text: string, at: number, end: number): { text: string; end: number } {
  const char = text[at + 1] ?? '';
  if (at + 1 >= end) return { text: '\\', end: at + 1 };
  const simple = ESCAPES.get(char);
  if (simple !== undefined) return { text: simple, end: at + 2 };
  if (char === '\n') return { text: '', end: skipBlanks(text, at + 2, end) };
  if (char === '\r' && text[at + 2] === '\n') return { text: '', end: skipBlanks(text, at + 3, end) };
  const length = char === 'x' ? 2 : char === 'u' ? 4 : char === 'U' ? 8 : 0;
  const digits = text.slice(at + 2, Math.min(at + 2 + length, end));
  const code =
    length > 0 && digits.length === length && /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : -1;
  const to = Math.min(at + 2 + length, end);
  if (code >= 0 && code <= 0x10ffff) return { text: String.fromCodePoint(code), end: to };
  return { text: text.slice(at, to), end: to };
}

interface BlockLine {
  readonly start: number;
  /** Number of leading spaces. */
  readonly indent: number;
  /** End of the line's text, before the line break. */
  readonly end: number;
  readonly next: number;
}

interface Block {
  readonly text: string;
  readonly lines: readonly BlockLine[];
  readonly trim: number;
  readonly contentStart: number;
  readonly chompStart: number;
  readonly chomp: '' | '-' | '+';
}

function readBlock(text: string, place: ScalarPlace): Block {
  const header = readHeader(text, place.start);
  const lines = readLines(text, place.body, place.end);
  let chompStart = lines.length;
  while (chompStart > 0 && isBlankLine(lines[chompStart - 1])) chompStart--;
  if (chompStart === 0) return { text, lines, trim: 0, contentStart: 0, chompStart, chomp: header.chomp };
  let trim = place.indent + header.indent;
  let contentStart = 0;
  for (let i = 0; i < chompStart; i++) {
    const line = lines[i];
    if (!line) break;
    if (isBlankLine(line)) {
      if (header.indent === 0 && line.indent > trim) trim = line.indent;
      continue;
    }
    if (header.indent === 0) trim = line.indent;
    contentStart = i;
    break;
  }
  for (let i = lines.length - 1; i >= chompStart; i--) if ((lines[i]?.indent ?? 0) > trim) chompStart = i + 1;
  return { text, lines, trim, contentStart, chompStart, chomp: header.chomp };
}

function readHeader(text: string, start: number): { indent: number; chomp: '' | '-' | '+' } {
  let indent = 0;
  let chomp: '' | '-' | '+' = '';
  for (let at = start + 1; at < start + 3; at++) {
    const char = text[at] ?? '';
    if (char === '-' || char === '+') chomp ||= char;
    else if (char >= '1' && char <= '9') indent ||= Number(char);
    else break;
  }
  return { indent, chomp };
}

function readLines(text: string, body: number, end: number): BlockLine[] {
  const lines: BlockLine[] = [];
  if (body >= end) return lines;
  for (let start = body; ; ) {
    const newline = text.indexOf('\n', start);
    const isLast = newline < 0 || newline >= end;
    const lineEnd = isLast ? end : newline;
    let indent = 0;
    while (start + indent < lineEnd && text[start + indent] === ' ') indent++;
    const textEnd = lineEnd > start + indent && text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
    lines.push({ start, indent, end: textEnd, next: isLast ? end : newline + 1 });
    if (isLast) return lines;
    start = newline + 1;
  }
}

function isBlankLine(line: BlockLine | undefined): boolean {
  return line !== undefined && line.end === line.start + line.indent;
}

function copyLiteral(builder: ViewBuilder, block: Block) {
  if (block.chompStart === 0) return copyOnlyBreaks(builder, block);
  copyLeadingBlanks(builder, block);
  for (let i = block.contentStart; i < block.chompStart; i++) {
    const line = block.lines[i];
    if (!line) break;
    if (i > block.contentStart) copyBreak(builder, block, i - 1);
    builder.copy(line.start + Math.min(block.trim, line.indent), line.end);
  }
  copyEnd(builder, block);
}

function copyFolded(builder: ViewBuilder, block: Block) {
  if (block.chompStart === 0) return copyOnlyBreaks(builder, block);
  copyLeadingBlanks(builder, block);
  let breaks = '';
  let separator: '' | ' ' | '\n' | '\n\n' = '';
  let gapStart = block.lines[block.contentStart]?.start ?? 0;
  let wasIndented = false;
  for (let i = block.contentStart; i < block.chompStart; i++) {
    const line = block.lines[i];
    if (!line) break;
    const isEmpty = isBlankLine(line);
    const isIndented = line.indent > block.trim || block.text[line.start + line.indent] === '\t';
    if (isEmpty && !isIndented) {
      if (separator === '\n') breaks += '\n';
      else separator = '\n';
      continue;
    }
    if (isIndented) {
      if (separator === ' ') separator = '\n';
      else if (!wasIndented && separator === '\n') separator = '\n\n';
    }
    const from = line.start + Math.min(block.trim, line.indent);
    builder.put(breaks + separator, gapStart, from);
    builder.copy(from, line.end);
    gapStart = line.end;
    breaks = '';
    separator = isIndented ? '\n' : ' ';
    wasIndented = isIndented;
  }
  builder.put(breaks, gapStart, gapStart);
  copyEnd(builder, block);
}

function copyLeadingBlanks(builder: ViewBuilder, block: Block) {
  for (let i = 0; i < block.contentStart; i++) {
    const line = block.lines[i];
    if (!line) break;
    builder.copy(line.start + Math.min(block.trim, line.indent), line.start + line.indent);
    copyBreak(builder, block, i);
  }
}

function copyBreak(builder: ViewBuilder, block: Block, index: number) {
  const line = block.lines[index];
  if (!line) return;
  if (line.next === line.end + 1) builder.copy(line.end, line.next);
  else builder.put('\n', line.end, line.next);
}

function copyOnlyBreaks(builder: ViewBuilder, block: Block) {
  if (block.chomp !== '+' || block.lines.length === 0) return;
  const from = block.lines[0]?.start ?? 0;
  builder.put('\n'.repeat(Math.max(1, block.lines.length - 1)), from, block.lines.at(-1)?.next ?? from);
}

function copyEnd(builder: ViewBuilder, block: Block) {
  const last = block.chompStart - 1;
  if (block.chomp === '-') return;
  if (block.chomp === '') return copyBreak(builder, block, last);
  for (let i = block.chompStart; i < block.lines.length; i++) {
    copyBreak(builder, block, i - 1);
    const line = block.lines[i];
    if (line) builder.copy(line.start + Math.min(block.trim, line.indent), line.start + line.indent);
  }
  if (block.chompStart >= block.lines.length) copyBreak(builder, block, last);
}

const PLAIN_UNSAFE = /^[-?:] |^[&*!|>'"%@`#,[\]{}\s]|: |:$| #|\s$|[\n\t]/;

function encodePlain(replacement: string): string | null {
  return isPrintableLine(replacement) && !PLAIN_UNSAFE.test(replacement) ? replacement : null;
}

function encodePlainInFlow(replacement: string): string | null {
  return /[,[\]{}]/.test(replacement) ? null : encodePlain(replacement);
}

function encodeSingleQuoted(replacement: string): string | null {
  return isPrintableLine(replacement) ? replacement.replaceAll("'", "''") : null;
}

function encodeDoubleQuoted(replacement: string): string {
  let written = '';
  for (const char of replacement) {
    if (char === '"' || char === '\\') written += `\\${char}`;
    else if (char === '\n') written += '\\n';
    else if (char === '\t') written += '\\t';
    else if (isPrintableLine(char)) written += char;
    else written += `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  }
  return written;
}

function encodeBlock(replacement: string, block: Block, isLiteral: boolean): string | null {
  const lines = replacement.split('\n');
  if (!lines.every(isPrintableLine)) return null;
  if (lines.length === 1) return replacement;
  if (!isLiteral) return null;
  const lineBreak = block.text.includes('\r\n') ? '\r\n' : '\n';
  return lines.map((line, i) => (i > 0 && line !== '' ? ' '.repeat(block.trim) + line : line)).join(lineBreak);
}

/** Characters that YAML keeps as they are inside one line of any scalar. */
function isPrintableLine(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 0x20 && code !== 9) || code === 0x7f || (code >= 0x80 && code < 0xa0) || code === 0xfeff) return false;
    if (code >= 0xfffe || code === 0x2028 || code === 0x2029) return false;
  }
  return true;
}
