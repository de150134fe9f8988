/** sprig's string functions that cut, join and pad; characters keep their origins. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import type { Fragment } from '../values/origin.ts';
import {
  Builder,
  concat,
  cutFragment,
  derived,
  EMPTY,
  fromFragments,
  plain,
  slice,
  splitOn,
} from '../values/tracked.ts';
import { charOffset, compareBytes, utf8Length } from '../values/utf8.ts';
import { bool, isNil, list, map, originOf, type StringValue, type Value } from '../values/value.ts';
import { formatValue, textOf } from './format.ts';
import { type Env, type Fn, fn, transparent, variadic } from './function.ts';
import { quoteText } from './quote.ts';
import { bytesOf, count, fromBytes, isTrue, itemsOf } from './types.ts';

/** Unicode's White_Space, as strings.TrimSpace and strings.Fields see it. */
const SPACE = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

export const isSpace = (char: string): boolean => SPACE.test(char);

function trimWith(value: StringValue, drop: (char: string) => boolean, left = true, right = true): StringValue {
  const { text } = value;
  let from = 0;
  let to = text.length;
  if (left) {
    while (from < to) {
      const char = String.fromCodePoint(text.codePointAt(from)!);
      if (!drop(char)) break;
      from += char.length;
    }
  }
  if (right) {
    while (to > from) {
      const low = text.charCodeAt(to - 1);
      const pair = low >= 0xdc00 && low < 0xe000 && to - 1 > from && isLead(text.charCodeAt(to - 2));
      const char = text.slice(pair ? to - 2 : to - 1, to);
      if (!drop(char)) break;
      to -= char.length;
    }
  }
  return slice(value, from, to);
}

const isLead = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

const trimSpace = (value: StringValue): StringValue => trimWith(value, isSpace);

const trimSet = (set: StringValue, value: StringValue): StringValue => {
  const chars = new Set(set.text);
  return trimWith(value, (char) => chars.has(char));
};

/** Go cuts between bytes; a character that is cut apart stays as bytes. */
export function byteSlice(value: StringValue, from: number, to: number): StringValue {
  const start = charOffset(value.text, from);
  const result = slice(value, start, charOffset(value.text, to));
  if (utf8Length(value.text.slice(0, start)) === from && utf8Length(result.text) === to - from) return result;
  return fromBytes(bytesOf(value).subarray(from, to), originOf(value));
}

function truncate(size: number, value: StringValue): StringValue {
  const length = utf8Length(value.text);
  if (size < 0 && length + size > 0) return byteSlice(value, length + size, length);
  if (size >= 0 && length > size) return byteSlice(value, 0, size);
  return value;
}

function indentText(env: Env, spaces: number, value: StringValue, newline: boolean): StringValue {
  if (spaces < 0) throw new TemplateError('strings: negative Repeat count');
  const { text } = value;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  env.budget.allocate((spaces + 16) * lines + text.length);
  env.budget.step(lines >> 2);
  const pad = ' '.repeat(spaces);
  const builder = new Builder();
  if (newline) builder.text('\n');
  for (const line of linesOf(value)) builder.text(pad).add(line);
  return builder.done();
}

/** Lines with their line breaks; in one pass over the fragments. */
function* linesOf(value: StringValue): Generator<StringValue> {
  const { text, fragments } = value;
  let part = 0;
  let used = 0;
  let at = 0;
  for (;;) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found + 1;
    const cut: Fragment[] = [];
    let missing = end - at;
    while (missing > 0) {
      const from = fragments[part]!;
      const size = Math.min(missing, from.length - used);
      if (size > 0) cut.push(size === from.length ? from : cutFragment(from, used, used + size));
      missing -= size;
      used += size;
      if (used === from.length) {
        part++;
        used = 0;
      }
    }
    yield fromFragments(text.slice(at, end), cut);
    if (found < 0) return;
    at = end;
  }
}

function replaceAll(env: Env, old: string, by: StringValue, value: StringValue): StringValue {
  const found = old === '' ? value.text.length + 1 : occurrences(value.text, old);
  if (found === 0) return value;
  env.budget.allocate(value.text.length + found * (by.text.length + 4 * by.fragments.length + 32));
  env.budget.step(found);
  const pieces = old === '' ? characters(value) : splitOn(value, old);
  const builder = new Builder();
  if (old === '') builder.add(by);
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) builder.add(by);
    builder.add(piece);
  }
  if (old === '' && pieces.length > 0) builder.add(by);
  return builder.done();
}

function characters(value: StringValue): StringValue[] {
  const result: StringValue[] = [];
  let at = 0;
  for (const char of value.text) {
    result.push(slice(value, at, at + char.length));
    at += char.length;
  }
  return result;
}

function occurrences(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

/** strings.Split: an empty separator cuts between characters. */
function split(env: Env, separator: StringValue, value: StringValue, limit = Number.POSITIVE_INFINITY): StringValue[] {
  const parts = separator.text === '' ? value.text.length : occurrences(value.text, separator.text);
  env.budget.allocate(parts * 32);
  env.budget.step(parts);
  if (limit === 0) return [];
  if (separator.text !== '') return splitOn(value, separator.text, limit < 0 ? Number.POSITIVE_INFINITY : limit);
  const chars = characters(value);
  if (limit < 0 || chars.length <= limit) return chars;
  const kept = chars.slice(0, limit - 1);
  const used = kept.reduce((sum, char) => sum + char.text.length, 0);
  return [...kept, slice(value, used)];
}

export const strings = (items: readonly StringValue[]): Value => list([...items], null, 'string');

const numbered = (parts: readonly StringValue[]): Value =>
  map(new Map(parts.map((part, index) => [`_${index}`, part])), new Map(), null, 'string');

/** sprig's strslice. */
function toStrings(value: Value): StringValue[] {
  if (isNil(value)) return [];
  if (value.kind !== 'list' && value.kind !== 'bytes') return [textOf(value)];
  return itemsOf(value, 'read')
    .filter((item) => !isNil(item))
    .map(textOf);
}

function join(env: Env, separator: StringValue, value: Value): StringValue {
  const parts = toStrings(value);
  env.budget.allocate(
    parts.reduce((sum, part) => sum + part.text.length + separator.text.length + 4 * part.fragments.length, 0),
  );
  const builder = new Builder();
  for (const [index, part] of parts.entries()) {
    if (index > 0) builder.add(separator);
    builder.add(part);
  }
  return builder.done();
}

function substring(start: number, end: number, value: StringValue): StringValue {
  const length = utf8Length(value.text);
  const cut = (from: number, to: number): StringValue => {
    if (from < 0 || to > length || from > to) throw new TemplateError(`slice bounds out of range [${from}:${to}]`);
    return byteSlice(value, from, to);
  };
  if (start < 0) return cut(0, end);
  if (end < 0 || end > length) return cut(start, length);
  return cut(start, end);
}

function repeat(env: Env, times: number, value: StringValue): StringValue {
  if (times < 0) throw new TemplateError('strings: negative Repeat count');
  env.budget.allocate(times * (value.text.length + (times > 10_000 ? 0 : 4 * value.fragments.length)));
  if (value.text === '') return EMPTY;
  return derivedRepeat(value, times);
}

function derivedRepeat(value: StringValue, times: number): StringValue {
  if (times > 10_000) return derived(value.text.repeat(times), value);
  return concat(...new Array<StringValue>(times).fill(value));
}

function quoted(values: readonly Value[], write: (value: Value) => StringValue): StringValue {
  const builder = new Builder();
  let first = true;
  for (const value of values) {
    if (isNil(value)) continue;
    if (!first) builder.text(' ');
    first = false;
    builder.add(write(value));
  }
  return builder.done();
}

const singleQuoted = (value: Value): StringValue => new Builder().text("'").add(formatValue(value)).text("'").done();

function cat(values: readonly Value[]): StringValue {
  return quoted(values, formatValue);
}

const predicate = (test: (value: string, part: string) => boolean): Fn =>
  fn(['string', 'string'], (_, part, value) => bool(test(value.text, part.text), originOf(value)));

const suffix = (end: StringValue, value: StringValue): StringValue =>
  value.text.endsWith(end.text) ? slice(value, 0, value.text.length - end.text.length) : value;

const prefix = (start: StringValue, value: StringValue): StringValue =>
  value.text.startsWith(start.text) ? slice(value, start.text.length) : value;

const sortAlpha = fn(['any'], (_, value) => {
  if (value.kind !== 'list' && value.kind !== 'bytes') return strings([textOf(value)]);
  return strings(toStrings(value).sort((a, b) => compareBytes(a.text, b.text)));
});

/** goutils.DeleteWhiteSpace, which takes bytes for characters unless there is nothing to delete. */
function withoutSpace(value: StringValue): StringValue {
  const bytes = bytesOf(value);
  if (/^[\x00-\x7f]*$/.test(value.text)) return concat(...characters(value).filter((char) => !isSpace(char.text)));
  const kept = Array.from(bytes, (byte) => String.fromCharCode(byte)).filter((char) => !isSpace(char));
  return kept.length === bytes.length ? value : derived(kept.join(''), value);
}

export const TEXT = table<Fn>({
  trim: transparent(fn(['string'], (_, value) => trimSpace(value))),
  trimAll: transparent(fn(['string', 'string'], (_, set, value) => trimSet(set, value))),
  trimall: transparent(fn(['string', 'string'], (_, set, value) => trimSet(set, value))),
  trimSuffix: transparent(fn(['string', 'string'], (_, end, value) => suffix(end, value))),
  trimPrefix: transparent(fn(['string', 'string'], (_, start, value) => prefix(start, value))),
  trunc: fn(['int', 'string'], (_, size, value) => truncate(count(size), value)),
  substr: fn(['int', 'int', 'string'], (_, start, end, value) => substring(count(start), count(end), value)),
  repeat: fn(['int', 'string'], (env, times, value) => repeat(env, count(times), value)),
  contains: predicate((value, part) => value.includes(part)),
  hasPrefix: predicate((value, part) => value.startsWith(part)),
  hasSuffix: predicate((value, part) => value.endsWith(part)),
  quote: transparent(
    variadic([], 'any', (env, values) =>
      quoted(values, (value) => {
        const text = textOf(value);
        // Escapes take a fragment each.
        if (/["\\\n]/.test(text.text)) env.budget.step(text.text.length >> 2);
        return quoteText(text);
      }),
    ),
  ),
  squote: transparent(variadic([], 'any', (_, values) => quoted(values, singleQuoted))),
  cat: transparent(variadic([], 'any', (_, values) => cat(values))),
  indent: transparent(fn(['int', 'string'], (env, spaces, value) => indentText(env, count(spaces), value, false))),
  nindent: transparent(fn(['int', 'string'], (env, spaces, value) => indentText(env, count(spaces), value, true))),
  replace: transparent(
    fn(['string', 'string', 'string'], (env, old, by, value) => replaceAll(env, old.text, by, value)),
  ),
  plural: fn(['string', 'string', 'int'], (_, one, many, number) => (number.value === 1n ? one : many)),
  nospace: fn(['string'], (_, value) => withoutSpace(value)),
  split: fn(['string', 'string'], (env, separator, value) => numbered(split(env, separator, value))),
  splitn: fn(['string', 'int', 'string'], (env, separator, limit, value) =>
    numbered(split(env, separator, value, count(limit))),
  ),
  splitList: fn(['string', 'string'], (env, separator, value) => strings(split(env, separator, value))),
  join: transparent(fn(['string', 'any'], join)),
  sortAlpha,
  toStrings: fn(['any'], (_, value) => strings(toStrings(value))),
  toString: transparent(fn(['any'], (_, value) => textOf(value))),
  hello: fn([], () => plain('Hello!')),
  ternary: fn(['any', 'any', 'bool'], (_, yes, no, test) => (isTrue(test) ? yes : no)),
});
