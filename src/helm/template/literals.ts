/** Go's literals: strings with escapes (tracked piece by piece), numbers and character constants. */

import { table } from '../table.ts';
import type { Source } from '../values/origin.ts';
import { Builder, tracked } from '../values/tracked.ts';
import { byteText, isSingleByte, singleByte } from '../values/utf8.ts';
import { float, int, type StringValue, type Value } from '../values/value.ts';

const SIMPLE = table<string>({
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
});

/** The value of a quoted or raw string token, or null when an escape is invalid. */
export function readString(source: Source, from: number, to: number): StringValue | null {
  const { text } = source;
  const exact = (start: number, end: number): StringValue =>
    tracked(text.slice(start, end), { source, from: start, to: end, exact: true, kind: 'template' });
  if (text[from] === '`') {
    const raw = text.slice(from + 1, to - 1);
    if (!raw.includes('\r')) return exact(from + 1, to - 1);
    return tracked(raw.replaceAll('\r', ''), { source, from: from + 1, to: to - 1, exact: false, kind: 'template' });
  }
  if (text.indexOf('\\', from) < 0 || text.indexOf('\\', from) >= to) return exact(from + 1, to - 1);
  const builder = new Builder();
  let at = from + 1;
  while (at < to - 1) {
    const slash = text.indexOf('\\', at);
    const end = slash < 0 || slash >= to - 1 ? to - 1 : slash;
    if (end > at) builder.add(exact(at, end));
    if (end === to - 1) break;
    const escaped = readEscape(text, end);
    if (escaped === null || escaped.value === "'") return null;
    builder.from(escaped.value, { source, from: end, to: escaped.to, exact: false, kind: 'template' });
    at = escaped.to;
  }
  return builder.done();
}

function readEscape(text: string, at: number): { value: string; to: number } | null {
  const char = text[at + 1] ?? '';
  const simple = SIMPLE.get(char);
  if (simple !== undefined) return { value: simple, to: at + 2 };
  const digits = char === 'x' ? 2 : char === 'u' ? 4 : char === 'U' ? 8 : 0;
  if (digits > 0) {
    const hex = text.slice(at + 2, at + 2 + digits);
    if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex)) return null;
    const code = Number.parseInt(hex, 16);
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
    return { value: char === 'x' ? byteText(code) : String.fromCodePoint(code), to: at + 2 + digits };
  }
  const octal = text.slice(at + 1, at + 4);
  if (!/^[0-3][0-7][0-7]$/.test(octal)) return null;
  return { value: byteText(Number.parseInt(octal, 8)), to: at + 4 };
}

export interface NumberLiteral {
  readonly value: Value;
  /** The value for an integer parameter; null if it has none. */
  readonly int: bigint | null;
}

/** A number token by Go's rules for untyped constants, or the message of the mistake. */
export function readNumber(text: string): NumberLiteral | string {
  const whole = parseInteger(text);
  if (whole !== null) {
    if (whole > 0x7fff_ffff_ffff_ffffn || whole < -0x8000_0000_0000_0000n) return `integer overflow: ${text}`;
    return { value: int(whole), int: whole };
  }
  if (!/[.eEpP]/.test(text)) return `bad number syntax: ${text}`;
  const value = parseFloatLiteral(text);
  if (value === null) return `bad number syntax: ${text}`;
  return { value: float(value), int: Number.isSafeInteger(value) ? BigInt(value) : null };
}

/** strconv.ParseInt(text, 0, …) without the range check. */
export function parseInteger(text: string): bigint | null {
  const match =
    /^([+-]?)(0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)$/.exec(text);
  if (match === null) return null;
  let digits = match[2]!.replaceAll('_', '');
  if (/^0[0-7]/.test(digits)) digits = `0o${digits.slice(1)}`;
  const value = BigInt(digits.toLowerCase());
  return match[1] === '-' ? -value : value;
}

function parseFloatLiteral(text: string): number | null {
  const plain = text.replaceAll('_', '');
  const hex = /^([+-]?)0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?[pP]([+-]?\d+)$/.exec(plain);
  if (hex !== null) {
    const fraction = hex[3] ?? '';
    const mantissa = Number.parseInt(`0${hex[2]}${fraction}`, 16) / 16 ** fraction.length;
    const value = mantissa * 2 ** Number(hex[4]);
    return hex[1] === '-' ? -value : value;
  }
  if (!/^[+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** The rune of a character constant, or null. */
export function readChar(text: string): bigint | null {
  const inner = text.slice(1, -1);
  if (inner.startsWith('\\')) {
    const escaped = readEscape(inner, 0);
    return escaped === null || escaped.to !== inner.length || escaped.value === '"'
      ? null
      : BigInt(isSingleByte(escaped.value) ? singleByte(escaped.value) : escaped.value.codePointAt(0)!);
  }
  const code = inner.codePointAt(0);
  return code === undefined || String.fromCodePoint(code) !== inner || inner === "'" ? null : BigInt(code);
}
