/** sprig's functions that change letters: case, abbreviation, wrapping. */

import { table } from '../table.ts';
import { derived } from '../values/tracked.ts';
import { fromUtf8, toUtf8, utf8Length } from '../values/utf8.ts';
import type { StringValue } from '../values/value.ts';
import { type Env, type Fn, fn } from './function.ts';
import { byteSlice, isSpace } from './text.ts';
import { count } from './types.ts';
import { toPascal, toWords } from './words.ts';

const change = (how: (text: string) => string): Fn =>
  fn(['string'], (_, value) => {
    const text = how(value.text);
    return text === value.text ? value : derived(text, value);
  });

/** Go's runes: a byte that belongs to no character is read as the replacement character. */
const ofRunes =
  (how: (text: string) => string) =>
  (text: string): string =>
    how(text.toWellFormed());

/** Go maps character by character; JavaScript's special cases (ß, final sigma) must not apply. */
const mapped =
  (how: (char: string) => string) =>
  (text: string): string => {
    let result = '';
    for (const char of text) {
      const other = how(char);
      result += [...other].length === 1 ? other : char;
    }
    return result;
  };

const upper = mapped((char) => char.toUpperCase());
const lower = mapped((char) => char.toLowerCase());
const isUpper = (char: string): boolean => /\p{Lu}/u.test(char);
const isLower = (char: string): boolean => /\p{Ll}/u.test(char);
const isLetter = (char: string): boolean => /\p{L}/u.test(char);
const isDigit = (char: string): boolean => /\p{Nd}/u.test(char);

/** Calls for every character with the one before it. */
function walk(text: string, how: (char: string, before: string | null) => string): string {
  let result = '';
  let before: string | null = null;
  for (const char of text) {
    result += how(char, before);
    before = char;
  }
  return result;
}

/** strings.Title: a letter after something that is no letter, digit, underscore or mark. */
function title(text: string): string {
  const separates = (char: string): boolean =>
    char.codePointAt(0)! < 0x80 ? !/[A-Za-z0-9_]/.test(char) : !isLetter(char) && !isDigit(char) && isSpace(char);
  return walk(text, (char, before) => (before === null || separates(before) ? upper(char) : char));
}

const untitle = (text: string): string =>
  walk(text, (char, before) => (before === null || isSpace(before) ? lower(char) : char));

/** goutils.SwapCase. */
const swapcase = (text: string): string =>
  walk(text, (char) => (isUpper(char) ? lower(char) : isLower(char) ? upper(char) : char));

/** goutils.Initials, which takes bytes for characters. */
function initials(text: string): string {
  let gap = true;
  let result = '';
  for (const byte of toUtf8(text)) {
    const char = String.fromCharCode(byte);
    if (!isSpace(char) && gap) result += char;
    gap = isSpace(char);
  }
  return result;
}

/** goutils.Abbreviate, which counts and cuts bytes. */
function abbreviate(value: StringValue, offset: number, width: number): StringValue {
  const size = utf8Length(value.text);
  if (width < 4 || size <= width) return value;
  const from = Math.min(offset, size - (width - 3));
  if (from <= 4) return ellipsis(byteSlice(value, 0, width - 3), false);
  if (width < 7) return value;
  if (from + width - 3 < size) return ellipsis(abbreviate(byteSlice(value, from, size), 0, width - 3), true);
  return ellipsis(byteSlice(value, size - (width - 3), size), true);
}

const ellipsis = (value: StringValue, before: boolean): StringValue =>
  before ? derived(`...${value.text}`, value) : derived(`${value.text}...`, value);

/** goutils.WrapCustom, which counts and cuts bytes. */
function wrap(env: Env, value: StringValue, width: number, given: string, hard: boolean): StringValue {
  const newline = given === '' ? '\n' : given;
  const size = Math.max(width, 1);
  env.budget.allocate(value.text.length + (value.text.length / size + 1) * newline.length);
  const wrapped = wrapLine(asLatin1(value.text), size, asLatin1(newline), hard);
  return derived(fromUtf8(Uint8Array.from(wrapped, (char) => char.charCodeAt(0))), value);
}

/** One character for each byte. */
const asLatin1 = (text: string): string => Array.from(toUtf8(text), (byte) => String.fromCharCode(byte)).join('');

function wrapLine(text: string, size: number, newline: string, hard: boolean): string {
  const parts: string[] = [];
  let at = 0;
  while (text.length - at > size) {
    if (text[at] === ' ') {
      at++;
      continue;
    }
    const space = text.lastIndexOf(' ', size + at);
    if (space >= at) {
      parts.push(text.slice(at, space), newline);
      at = space + 1;
    } else if (hard) {
      parts.push(text.slice(at, size + at), newline);
      at += size;
    } else {
      const next = text.indexOf(' ', size + at);
      if (next >= 0) {
        parts.push(text.slice(at, next), newline);
        at = next + 1;
      } else {
        parts.push(text.slice(at));
        at = text.length;
      }
    }
  }
  parts.push(text.slice(at));
  return parts.join('');
}

export const CASE = table<Fn>({
  upper: change(ofRunes(upper)),
  lower: change(ofRunes(lower)),
  title: change(ofRunes(title)),
  untitle: change(ofRunes(untitle)),
  swapcase: change(ofRunes(swapcase)),
  initials: change(initials),
  camelcase: change(ofRunes(toPascal)),
  snakecase: change((text) => toWords(text, '_')),
  kebabcase: change((text) => toWords(text, '-')),
  abbrev: fn(['int', 'string'], (_, width, value) => abbreviate(value, 0, count(width))),
  abbrevboth: fn(['int', 'int', 'string'], (_, left, right, value) => {
    const from = count(left);
    const width = count(right);
    return width < 4 || (from > 0 && width < 7) ? value : abbreviate(value, from, width);
  }),
  wrap: fn(['int', 'string'], (env, width, value) => wrap(env, value, count(width), '\n', false)),
  wrapWith: fn(['int', 'string', 'string'], (env, width, newline, value) =>
    wrap(env, value, count(width), newline.text, true),
  ),
  shuffle: fn(['string'], (env, value) => env.random(value.text)),
});
