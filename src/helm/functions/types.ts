/** Go's names of types and kinds, and conversions that every function shares (cast.ToInt64, strval, empty, DeepEqual). */
import { parseInteger } from '../template/literals.ts';
import { TemplateError } from '../values/error.ts';
import type { Origin } from '../values/origin.ts';
import { blurred, tracked } from '../values/tracked.ts';
import { compareBytes, fromUtf8, toUtf8 } from '../values/utf8.ts';
import { type IntValue, type ListValue, originOf, type StringValue, type Value } from '../values/value.ts';

export function typeName(value: Value): string {
  switch (value.kind) {
    case 'nil':
    case 'invalid':
      return '<nil>';
    case 'bool':
    case 'string':
      return value.kind;
    case 'int':
      return value.type;
    case 'float':
      return 'float64';
    case 'bytes':
      return '[]uint8';
    case 'list':
      return value.typeName ?? `[]${value.element}`;
    case 'map':
      return value.typeName ?? `map[string]${value.element}`;
    case 'object':
      return value.typeName;
  }
}

export function kindName(value: Value): string {
  switch (value.kind) {
    case 'nil':
    case 'invalid':
      return 'invalid';
    case 'int':
      return value.type.startsWith('time.') ? 'int64' : value.type;
    case 'float':
      return 'float64';
    case 'bytes':
    case 'list':
      return 'slice';
    case 'object':
      return value.typeName.startsWith('*') ? 'ptr' : 'struct';
    default:
      return value.kind;
  }
}

/** text/template's truth; also the opposite of sprig's `empty`. */
export function isTrue(value: Value): boolean {
  switch (value.kind) {
    case 'nil':
    case 'invalid':
      return false;
    case 'bool':
      return value.value;
    case 'int':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'string':
      return value.text !== '';
    case 'bytes':
      return value.content.text !== '';
    case 'list':
      return value.items.length > 0;
    case 'map':
      return value.entries.size > 0;
    case 'object':
      return true;
  }
}

const clamp = (value: bigint): bigint => BigInt.asIntN(64, value);

/** Go's conversion of a float to int64, out of range as on amd64. */
function truncated(value: number): bigint {
  if (!Number.isFinite(value)) return -(2n ** 63n);
  const whole = BigInt(Math.trunc(value));
  return whole >= 2n ** 63n || whole < -(2n ** 63n) ? -(2n ** 63n) : whole;
}

const trimZeroDecimal = (text: string): string => {
  const match = /^(.*)\.0*$/s.exec(text);
  return match !== null && match[1] !== '' ? match[1]! : text;
};

/** cast.ToInt64: anything that is no number is 0. */
export function toInt(value: Value): bigint {
  switch (value.kind) {
    case 'int':
      return value.value;
    case 'float':
      return truncated(value.value);
    case 'bool':
      return value.value ? 1n : 0n;
    case 'string': {
      const whole = parseInteger(trimZeroDecimal(value.text));
      return whole === null || clamp(whole) !== whole ? 0n : whole;
    }
    default:
      return 0n;
  }
}

/** cast.ToFloat64. */
export function toFloat(value: Value): number {
  switch (value.kind) {
    case 'int':
      return Number(value.value);
    case 'float':
      return value.value;
    case 'bool':
      return value.value ? 1 : 0;
    case 'string':
      return parseGoFloat(value.text) ?? 0;
    default:
      return 0;
  }
}

/** strconv.ParseFloat for decimal text; null when it is none. */
function parseGoFloat(text: string): number | null {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special !== null) {
    if (special[2]!.toLowerCase() === 'nan') return Number.NaN;
    return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A result computed from a number: keeps where its first input came from. */
export const intFrom = (value: bigint, type: 'int' | 'int64', ...inputs: readonly Value[]): IntValue => ({
  kind: 'int',
  type,
  value: clamp(value),
  origin: firstOrigin(inputs),
});

export function firstOrigin(values: readonly Value[]): ReturnType<typeof originOf> {
  for (const value of values) {
    const origin = originOf(value);
    if (origin !== null) return origin;
  }
  return null;
}

/** A count as a JS number; absurd ones stay absurd and fail the budget. */
export const count = (value: IntValue): number => Number(value.value);

/** reflect.DeepEqual. */
export function deepEqual(a: Value, b: Value, depth = 0): boolean {
  if (depth > 500) return false;
  if (a.kind === 'nil' || a.kind === 'invalid') return b.kind === 'nil' || b.kind === 'invalid';
  if (a.kind !== b.kind || typeName(a) !== typeName(b)) return false;
  switch (a.kind) {
    case 'bool':
      return a.value === (b as typeof a).value;
    case 'int':
      return a.value === (b as typeof a).value;
    case 'float':
      return a.value === (b as typeof a).value;
    case 'string':
      return a.text === (b as typeof a).text;
    case 'bytes':
      return a.content.text === (b as typeof a).content.text;
    case 'list': {
      const { items } = b as ListValue;
      if ((a.isNil === true) !== ((b as ListValue).isNil === true)) return false;
      return (
        a.items.length === items.length && a.items.every((item, index) => deepEqual(item, items[index]!, depth + 1))
      );
    }
    case 'map': {
      const { entries } = b as typeof a;
      if (a.entries.size !== entries.size) return false;
      for (const [key, item] of a.entries) {
        const other = entries.get(key);
        if (other === undefined || !deepEqual(item, other, depth + 1)) return false;
      }
      return true;
    }
    case 'object':
      return a === b || a.text() === (b as typeof a).text();
  }
}

/** The items of any Go slice, as sprig's list functions read them through reflection. */
export function itemsOf(value: Value, verb: string): readonly Value[] {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'bytes') {
    return [...bytesOf(value.content)].map((byte) => ({
      kind: 'int',
      type: 'uint8',
      value: BigInt(byte),
      origin: null,
    }));
  }
  if (value.kind === 'nil' || value.kind === 'invalid') {
    throw new TemplateError('runtime error: invalid memory address or nil pointer dereference');
  }
  throw new TemplateError(`Cannot ${verb} type ${kindName(value)}`);
}

export const bytesOf = (value: StringValue): Uint8Array => toUtf8(value.text);

/** A string of computed bytes. They are not those of the origin any more: a length that fits by chance would claim that they are. */
export const fromBytes = (bytes: Uint8Array, origin: Origin | null = null): StringValue =>
  tracked(fromUtf8(bytes), origin && blurred(origin));

export const sortedKeys = (entries: ReadonlyMap<string, unknown>): string[] => [...entries.keys()].sort(compareBytes);

/** Values inside of a value, itself included. */
export function sizeOf(value: Value, depth = 0): number {
  if (depth > 200) return 1;
  if (value.kind === 'list') return value.items.reduce((sum, item) => sum + sizeOf(item, depth + 1), 1);
  if (value.kind !== 'map') return 1;
  let sum = 1;
  for (const item of value.entries.values()) sum += sizeOf(item, depth + 1);
  return sum;
}
