/** Base 64, base 32, and checksums as template functions. */

import { table } from '../table.ts';
import { derived, plain } from '../values/tracked.ts';
import { originOf, type StringValue } from '../values/value.ts';
import { adler32, hex, sha1, sha256, sha512 } from './digest.ts';
import { type Env, type Fn, fn } from './function.ts';
import { bytesOf, fromBytes } from './types.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `bits` per character, padded to whole groups. */
function encode(bytes: Uint8Array, alphabet: string, bits: number, group: number): string {
  const parts: string[] = [];
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    held += 8;
    while (held >= bits) {
      held -= bits;
      parts.push(alphabet[(buffer >> held) & ((1 << bits) - 1)]!);
    }
  }
  if (held > 0) parts.push(alphabet[(buffer << (bits - held)) & ((1 << bits) - 1)]!);
  while (parts.length % group !== 0) parts.push('=');
  return parts.join('');
}

/** The bytes, or the offset at which the text is no such encoding. */
function decode(
  given: string,
  alphabet: string,
  bits: number,
  group: number,
  endings: readonly number[],
): Uint8Array | number {
  const text = given.replace(/[\r\n]/g, '');
  const out: number[] = [];
  let buffer = 0;
  let held = 0;
  let at = 0;
  for (; at < text.length && text[at] !== '='; at++) {
    const digit = alphabet.indexOf(text[at]!);
    if (digit < 0) return at;
    buffer = ((buffer << bits) | digit) & 0xffff;
    held += bits;
    if (held >= 8) {
      held -= 8;
      out.push((buffer >> held) & 0xff);
    }
  }
  const rest = at % group;
  if (rest !== 0 && (at === text.length || !endings.includes(rest))) return at - (at === text.length ? rest : 0);
  const padding = rest === 0 ? 0 : group - rest;
  if (text.slice(at) !== '='.repeat(padding)) return at;
  return new Uint8Array(out);
}

function encodeBase64(value: StringValue): string {
  const bytes = bytesOf(value);
  const parts: string[] = [];
  // A multiple of three, so that only the last part is padded.
  for (let at = 0; at < bytes.length; at += 24_000) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_000))));
  }
  return parts.join('');
}

function decoded(value: StringValue, base: 64 | 32): StringValue {
  const bytes = base === 64 ? decode(value.text, BASE64, 6, 4, [2, 3]) : decode(value.text, BASE32, 5, 8, [2, 4, 5, 7]);
  if (typeof bytes === 'number') return plain(`illegal base${base} data at input byte ${bytes}`);
  const origin = originOf(value);
  return fromBytes(bytes, origin === null ? null : { ...origin, exact: false });
}

const digest = (compute: (bytes: Uint8Array) => string): Fn =>
  fn(['string'], (env: Env, value) => {
    env.budget.step(1 + (value.text.length >> 6));
    return derived(compute(bytesOf(value)), value);
  });

const encoding = (compute: (value: StringValue) => string): Fn =>
  fn(['string'], (env, value) => {
    env.budget.allocate(value.text.length * 3);
    return derived(compute(value), value);
  });

export const ENCODE = table<Fn>({
  b64enc: encoding(encodeBase64),
  b64dec: fn(['string'], (_, value) => decoded(value, 64)),
  b32enc: encoding((value) => encode(bytesOf(value), BASE32, 5, 8)),
  b32dec: fn(['string'], (_, value) => decoded(value, 32)),
  sha1sum: digest((bytes) => hex(sha1(bytes))),
  sha256sum: digest((bytes) => hex(sha256(bytes))),
  sha512sum: digest((bytes) => hex(sha512(bytes))),
  adler32sum: digest((bytes) => String(adler32(bytes))),
});
