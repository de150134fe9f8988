/** Operations on tracked strings: cut, join and derive text while every character keeps its origin. */
import type { Fragment, Origin } from './origin.ts';
import { fragment } from './origin.ts';
import { fromUtf8, toUtf8 } from './utf8.ts';
import type { StringValue } from './value.ts';

const NONE: readonly Fragment[] = [];
export const EMPTY: StringValue = { kind: 'string', text: '', fragments: NONE };

export const fromFragments = (text: string, fragments: readonly Fragment[]): StringValue => ({
  kind: 'string',
  text,
  fragments,
});

/** Text that nobody wrote: no origin. */
export const plain = (text: string): StringValue =>
  text === '' ? EMPTY : { kind: 'string', text, fragments: [fragment(text.length, null)] };

/** Text that as a whole comes from one origin; the origin says whether character by character. */
export function tracked(text: string, origin: Origin | null): StringValue {
  if (text === '' && origin === null) return EMPTY;
  return { kind: 'string', text, fragments: [fragment(text.length, fitting(text, origin))] };
}

/** An origin of another length cannot be exact. */
const fitting = (text: string, origin: Origin | null): Origin | null =>
  origin?.exact === true && origin.to - origin.from !== text.length ? blurred(origin) : origin;

const inexact = new WeakMap<Origin, Origin>();

/** The same range, no longer character by character. */
export function blurred(origin: Origin): Origin {
  if (!origin.exact) return origin;
  let result = inexact.get(origin);
  if (result === undefined) {
    result = { ...origin, exact: false };
    inexact.set(origin, result);
  }
  return result;
}

/** Where a string as a whole comes from; exact only if all of it is one exact run. */
export function wholeOrigin(value: StringValue): Origin | null {
  const [first, ...others] = value.fragments;
  const origin = value.fragments.find((part) => part.origin !== null)?.origin ?? null;
  if (origin === null || first === undefined) return origin;
  if (others.length > 0 || !origin.exact) return blurred(origin);
  if (first.delta === 0 && origin.to - origin.from === first.length) return origin;
  return { ...origin, from: origin.from + first.delta, to: origin.from + first.delta + first.length };
}

/** New text computed from others (upper, b64enc, …): one inexact fragment with the first origin among them. */
export function derived(text: string, ...inputs: readonly StringValue[]): StringValue {
  for (const input of inputs) {
    for (const part of input.fragments) {
      if (part.origin === null) continue;
      return fromFragments(text, [fragment(text.length, blurred(part.origin), 0, part.site, part.context)]);
    }
  }
  return plain(text);
}

/** The characters [start, end) of a fragment. */
export const cutFragment = (part: Fragment, start: number, end: number): Fragment =>
  start === 0 && end === part.length
    ? part
    : { ...part, length: end - start, delta: part.origin?.exact === true ? part.delta + start : part.delta };

/** Where each fragment of a long list starts, so that many cuts of one string stay cheap. */
const starts = new WeakMap<readonly Fragment[], Uint32Array>();
const FEW = 32;

function startsOf(fragments: readonly Fragment[]): Uint32Array {
  let result = starts.get(fragments);
  if (result === undefined) {
    result = new Uint32Array(fragments.length);
    let at = 0;
    for (const [index, part] of fragments.entries()) {
      result[index] = at;
      at += part.length;
    }
    starts.set(fragments, result);
  }
  return result;
}

/** The first fragment that may hold an offset, and where it starts. */
function seek(fragments: readonly Fragment[], offset: number): { index: number; at: number } {
  if (fragments.length <= FEW) return { index: 0, at: 0 };
  const offsets = startsOf(fragments);
  let low = 0;
  let high = fragments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { index: low, at: offsets[low]! };
}

/** Appends to `out` the parts of `fragments` that lie in [start, end). */
export function cutFragments(fragments: readonly Fragment[], start: number, end: number, out: Fragment[]): void {
  let { index, at } = seek(fragments, start);
  for (; index < fragments.length && at < end; index++) {
    const part = fragments[index]!;
    const next = at + part.length;
    if (next > start) out.push(cutFragment(part, Math.max(start - at, 0), Math.min(end - at, part.length)));
    at = next;
  }
}

export function slice(value: StringValue, start: number, end: number = value.text.length): StringValue {
  if (start <= 0 && end >= value.text.length) return value;
  if (start >= end) {
    const origin = value.fragments[0];
    return origin === undefined ? EMPTY : fromFragments('', [{ ...origin, length: 0 }]);
  }
  const fragments: Fragment[] = [];
  cutFragments(value.fragments, start, end, fragments);
  return fromFragments(value.text.slice(start, end), fragments);
}

/** Collects pieces in order; what every splicing function (quote, indent, replace, printf, toYaml) writes with. */
export class Builder {
  private readonly texts: string[] = [];
  private readonly parts: Fragment[] = [];
  length = 0;

  add(value: StringValue): this {
    this.texts.push(value.text);
    for (const part of value.fragments) this.parts.push(part);
    this.length += value.text.length;
    return this;
  }

  /** Adds characters nobody wrote (quotes, indentation, separators). */
  text(text: string): this {
    return text === '' ? this : this.piece(text, fragment(text.length, null));
  }

  /** Adds text with one origin. */
  from(text: string, origin: Origin | null): this {
    return this.piece(text, fragment(text.length, fitting(text, origin)));
  }

  /** Adds the part [start, end) of a string. */
  part(value: StringValue, start: number, end: number): this {
    if (start >= end) return this;
    this.texts.push(value.text.slice(start, end));
    cutFragments(value.fragments, start, end, this.parts);
    this.length += end - start;
    return this;
  }

  private piece(text: string, part: Fragment): this {
    this.texts.push(text);
    this.parts.push(part);
    this.length += text.length;
    return this;
  }

  done(): StringValue {
    const text = this.texts.join('');
    if (!text.isWellFormed()) return joinedBytes(fromFragments(text, this.parts));
    return text === '' && this.parts.length === 0 ? EMPTY : fromFragments(text, this.parts);
  }
}

/** Bytes that stood alone may be a character now that they stand side by side. */
function joinedBytes(value: StringValue): StringValue {
  const text = fromUtf8(toUtf8(value.text));
  return text === value.text ? value : derived(text, value);
}

export function concat(...values: readonly StringValue[]): StringValue {
  const builder = new Builder();
  for (const value of values) builder.add(value);
  return builder.done();
}

/** Cuts at every occurrence of a non-empty separator. */
export function splitOn(value: StringValue, separator: string, limit = Number.POSITIVE_INFINITY): StringValue[] {
  const result: StringValue[] = [];
  let start = 0;
  for (;;) {
    const at = result.length + 1 < limit ? value.text.indexOf(separator, start) : -1;
    if (at < 0) break;
    result.push(slice(value, start, at));
    start = at + separator.length;
  }
  result.push(slice(value, start));
  return result;
}
