/** Scans the five styles of YAML scalars, folding and unescaping as libyaml does. */

import { table } from '../table.ts';
import { Gap, type Reader, ScalarText } from './reader.ts';
import { isBlank, isBlankEnd, isBreak, isBreakEnd, isDigit } from './token.ts';

/** Reads blanks and breaks into `gap`. `escaped`: a line break was escaped just before. True if a line was broken. */
function readGap(reader: Reader, gap: Gap, escaped: boolean, tabLimit: number): boolean {
  let leading = escaped;
  gap.from = reader.at;
  for (;;) {
    const code = reader.code();
    if (isBlank(code)) {
      if (leading && code === 0x09 && reader.column < tabLimit) {
        reader.fail('found a tab character that violates indentation');
      }
      if (!leading) {
        if (gap.blanksFrom < 0) gap.blanksFrom = reader.at;
        gap.blanksTo = reader.at + 1;
      }
      reader.at += 1;
    } else if (isBreak(code)) {
      const text = reader.breakLine();
      if (leading) gap.trailingBreaks += text;
      else {
        gap.blanksFrom = -1;
        gap.leadingBreak = text;
        leading = true;
      }
    } else break;
  }
  gap.to = reader.at;
  return leading;
}

const FLOW_STOPS = new Set([0x2c, 0x3f, 0x5b, 0x5d, 0x7b, 0x7d]);

/** `indent`: columns left of it end the scalar in block context. Returns whether a line break was read behind it. */
export function scanPlain(
  reader: Reader,
  into: ScalarText,
  indent: number,
  flow: boolean,
): { to: number; broken: boolean } {
  const gap = new Gap();
  let to = reader.at;
  let broken = false;
  for (;;) {
    if (reader.documentMark() || reader.code() === 0x23) break;
    const from = reader.at;
    const end = plainEnd(reader, flow);
    if (end > from) {
      gap.write(into, reader.text);
      into.copy(reader.text, from, end);
      reader.at = end;
      to = end;
      broken = false;
    }
    const code = reader.code();
    if (reader.ended || !(isBlank(code) || isBreak(code))) break;
    broken = readGap(reader, gap, false, indent);
    if (!flow && reader.column < indent) break;
  }
  return { to, broken };
}

function plainEnd(reader: Reader, flow: boolean): number {
  let ahead = 0;
  for (;;) {
    const code = reader.code(ahead);
    if (isBlankEnd(code)) break;
    if (code === 0x3a && isBlankEnd(reader.code(ahead + 1))) break;
    if (flow && FLOW_STOPS.has(code)) break;
    ahead += 1;
  }
  return reader.at + ahead;
}

export function scanQuoted(reader: Reader, into: ScalarText, single: boolean): void {
  const quote = single ? 0x27 : 0x22;
  const start = reader.at;
  reader.at += 1;
  const gap = new Gap();
  for (;;) {
    if (reader.documentMark()) reader.fail('found unexpected document indicator');
    if (reader.ended) reader.fail('found unexpected end of stream');
    const broken = single ? scanSingleWord(reader, into) : scanDoubleWord(reader, into, start);
    if (reader.code() === quote) break;
    readGap(reader, gap, broken, 0);
    gap.write(into, reader.text);
  }
  reader.at += 1;
}

function scanSingleWord(reader: Reader, into: ScalarText): boolean {
  for (;;) {
    const from = reader.at;
    while (!isBlankEnd(reader.code()) && reader.code() !== 0x27) reader.at += 1;
    into.copy(reader.text, from, reader.at);
    if (reader.code() !== 0x27 || reader.code(1) !== 0x27) return false;
    into.put("'", reader.at, reader.at + 2, reader.text);
    reader.at += 2;
  }
}

/** True when it ended at an escaped line break. */
function scanDoubleWord(reader: Reader, into: ScalarText, start: number): boolean {
  for (;;) {
    const from = reader.at;
    while (!isBlankEnd(reader.code()) && reader.code() !== 0x22 && reader.code() !== 0x5c) reader.at += 1;
    into.copy(reader.text, from, reader.at);
    if (reader.code() !== 0x5c) return false;
    if (isBreak(reader.code(1))) {
      reader.at += 1;
      reader.breakLine();
      return true;
    }
    scanEscape(reader, into, start);
  }
}

const ESCAPES = table<string>({
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
});
const LENGTHS = table<number>({ x: 2, u: 4, U: 8 });

function scanEscape(reader: Reader, into: ScalarText, start: number): void {
  const letter = reader.text.charAt(reader.at + 1);
  const known = ESCAPES.get(letter);
  if (known !== undefined) {
    into.put(known, reader.at, reader.at + 2, reader.text);
    reader.at += 2;
    return;
  }
  const length = LENGTHS.get(letter);
  if (length === undefined) reader.fail('found unknown escape character', start);
  const digits = reader.text.slice(reader.at + 2, reader.at + 2 + length);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    reader.fail('did not find expected hexdecimal number', start);
  }
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    reader.fail('found invalid Unicode character escape code', start);
  }
  into.put(String.fromCodePoint(code), reader.at, reader.at + 2 + length, reader.text);
  reader.at += 2 + length;
}

interface Header {
  readonly chomp: '' | '+' | '-';
  readonly increment: number;
}

function scanHeader(reader: Reader): Header {
  reader.at += 1;
  let chomp: Header['chomp'] = '';
  let increment = 0;
  for (let part = 0; part < 2; part++) {
    const code = reader.code();
    if (chomp === '' && (code === 0x2b || code === 0x2d)) {
      chomp = code === 0x2b ? '+' : '-';
      reader.at += 1;
    } else if (increment === 0 && isDigit(code)) {
      if (code === 0x30) reader.fail('found an indentation indicator equal to 0');
      increment = code - 0x30;
      reader.at += 1;
    }
  }
  while (isBlank(reader.code())) reader.at += 1;
  reader.skipComment();
  if (!isBreakEnd(reader.code())) reader.fail('did not find expected comment or line break');
  if (!reader.ended) reader.breakLine();
  return { chomp, increment };
}

/** Empty lines and indentation before a line of a block scalar; an indent of 0 means "find it out". */
function scanBreaks(reader: Reader, into: ScalarText, known: number, parent: number): number {
  let deepest = 0;
  for (;;) {
    while ((known === 0 || reader.column < known) && reader.code() === 0x20) reader.at += 1;
    deepest = Math.max(deepest, reader.column);
    if ((known === 0 || reader.column < known) && reader.code() === 0x09) {
      reader.fail('found a tab character where an indentation space is expected');
    }
    if (reader.ended || !isBreak(reader.code())) break;
    const from = reader.at;
    into.put(reader.breakLine(), from, reader.at, reader.text);
  }
  return known === 0 ? Math.max(deepest, parent + 1, 1) : known;
}

const append = (into: ScalarText, part: ScalarText, source: string): void => {
  for (const run of part.runs) {
    if (run.exact) into.copy(source, run.from, run.to);
    else into.put('\n'.repeat(run.length), run.from, run.to, source);
  }
};

/** `parent`: indentation of the enclosing block. Returns where the scalar's text ends. */
export function scanBlock(reader: Reader, into: ScalarText, literal: boolean, parent: number): void {
  const { chomp, increment } = scanHeader(reader);
  let indent = increment > 0 ? Math.max(parent, 0) + increment : 0;
  let breaks = new ScalarText();
  indent = scanBreaks(reader, breaks, indent, parent);
  let breakFrom = -1;
  let breakTo = -1;
  let breakText = '';
  let leadingBlank = false;
  while (reader.column === indent && !reader.ended) {
    const blank = isBlank(reader.code());
    if (!literal && !leadingBlank && !blank && breakText === '\n') {
      if (breaks.text === '') into.put(' ', breakFrom, breakTo, reader.text);
    } else into.put(breakText, breakFrom, breakTo, reader.text);
    append(into, breaks, reader.text);
    breaks = new ScalarText();
    leadingBlank = blank;
    const from = reader.at;
    while (!isBreakEnd(reader.code())) reader.at += 1;
    into.copy(reader.text, from, reader.at);
    breakFrom = reader.at;
    breakText = reader.ended ? '' : reader.breakLine();
    breakTo = reader.at;
    scanBreaks(reader, breaks, indent, parent);
  }
  if (chomp !== '-') into.put(breakText, breakFrom, breakTo, reader.text);
  if (chomp === '+') append(into, breaks, reader.text);
}
