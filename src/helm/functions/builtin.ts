/** The functions of text/template itself. `and` and `or` short-circuit and live in the evaluator. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import { slice as cut, derived, EMPTY, plain } from '../values/tracked.ts';
import { charOffset, compareBytes, isSingleByte, singleByte, utf8Length } from '../values/utf8.ts';
import { bool, int, type ListValue, NIL, nil, originOf, type StringValue, type Value } from '../values/value.ts';
import { isSameMoment, momentIn } from './dates.ts';
import { sprint, sprintf, sprintln } from './format.ts';
import { type Env, type Fn, fn, transparent, variadic } from './function.ts';
import { bytesOf, isTrue, typeName } from './types.ts';

type Basic = 'bool' | 'int' | 'float' | 'string' | 'uint' | null;

function basicKind(value: Value): Basic {
  if (value.kind === 'int') return value.type.startsWith('uint') ? 'uint' : 'int';
  return value.kind === 'bool' || value.kind === 'float' || value.kind === 'string' ? value.kind : null;
}

const isNothing = (value: Value): boolean => value.kind === 'nil' || value.kind === 'invalid';

/** nil of its type: a nil map or slice too. */
const isNilOfType = (value: Value): boolean =>
  isNothing(value) || ((value.kind === 'map' || value.kind === 'list') && value.isNil === true);

function equal(a: Value, b: Value): boolean {
  const left = basicKind(a);
  const right = basicKind(b);
  if (left !== right) {
    if (a.kind === 'int' && b.kind === 'int') return a.value === b.value;
    if (!isNothing(a) && !isNothing(b)) throw new TemplateError('incompatible types for comparison');
    return false;
  }
  if (a.kind === 'string' && b.kind === 'string') return a.text === b.text;
  if (left !== null) return (a as { value?: unknown }).value === (b as { value?: unknown }).value;
  if (a.kind !== b.kind && !isNothing(a) && !isNothing(b)) throw new TemplateError('non-comparable types');
  if (isNilOfType(a) || isNilOfType(b)) return isNilOfType(a) === isNilOfType(b);
  if (b.kind === 'object' && b.typeName.startsWith('*')) return a === b;
  const [moment, other] = [momentIn(a), momentIn(b)];
  if (moment && other) return isSameMoment(moment, other);
  if (a.kind === 'object' && b.kind === 'object' && b.typeName === 'time.Month' && a.typeName === b.typeName)
    return a.text() === b.text();
  throw new TemplateError(`non-comparable type ${typeName(b)}`);
}

function lessThan(a: Value, b: Value): boolean {
  const left = basicKind(a);
  const right = basicKind(b);
  if (left === null || right === null) throw new TemplateError('invalid type for comparison');
  if (a.kind === 'int' && b.kind === 'int') return a.value < b.value;
  if (left !== right) throw new TemplateError('incompatible types for comparison');
  if (a.kind === 'float' && b.kind === 'float') return a.value < b.value;
  if (a.kind === 'string' && b.kind === 'string') return compareBytes(a.text, b.text) < 0;
  throw new TemplateError('invalid type for comparison');
}

const lessOrEqual = (a: Value, b: Value): boolean => lessThan(a, b) || equal(a, b);

function indexNumber(value: Value, limit: number): number {
  if (value.kind === 'int') {
    if (value.value < 0n || value.value > BigInt(limit)) throw new TemplateError(`index out of range: ${value.value}`);
    return Number(value.value);
  }
  if (isNothing(value)) throw new TemplateError('cannot index slice/array with nil');
  throw new TemplateError(`cannot index slice/array with type ${typeName(value)}`);
}

function indexOnce(item: Value, index: Value): Value {
  switch (item.kind) {
    case 'list': {
      const at = indexNumber(index, item.items.length);
      const value = item.items[at];
      if (value === undefined) throw new TemplateError(`reflect: slice index out of range`);
      return value;
    }
    case 'string':
    case 'bytes': {
      const bytes = bytesOf(item.kind === 'string' ? item : item.content);
      const byte = bytes[indexNumber(index, bytes.length)];
      if (byte === undefined) throw new TemplateError('reflect: string index out of range');
      return { kind: 'int', type: 'uint8', value: BigInt(byte), origin: originOf(item) };
    }
    case 'map':
      if (isNothing(index)) throw new TemplateError('value is nil; should be of type string');
      if (index.kind !== 'string') throw new TemplateError(`value has type ${typeName(index)}; should be string`);
      return item.entries.get(index.text) ?? missingIn(item.element, item.origin, index.text);
    case 'nil':
    case 'invalid':
      throw new TemplateError('index of nil pointer');
    default:
      throw new TemplateError(`can't index item of type ${typeName(item)}`);
  }
}

function missingIn(element: ListValue['element'], origin: ReturnType<typeof originOf>, key: string): Value {
  if (element === 'string') return EMPTY;
  if (element === '[]uint8') return { kind: 'bytes', content: EMPTY };
  if (origin?.path === undefined) return NIL;
  return nil({ ...origin, exact: false, missing: true, path: origin.path === '' ? key : `${origin.path}.${key}` });
}

function sliceValue(item: Value, indexes: readonly Value[]): Value {
  if (isNothing(item)) throw new TemplateError('slice of untyped nil');
  if (indexes.length > 3) throw new TemplateError(`too many slice indexes: ${indexes.length}`);
  const size = item.kind === 'list' ? item.items.length : item.kind === 'string' ? utf8Length(item.text) : -1;
  if (size < 0) throw new TemplateError(`can't slice item of type ${typeName(item)}`);
  if (item.kind === 'string' && indexes.length === 3) throw new TemplateError('cannot 3-index slice a string');
  const [from = 0, to = size] = indexes.map((index) => indexNumber(index, size));
  if (from > to) throw new TemplateError(`invalid slice index: ${from} > ${to}`);
  if (item.kind === 'list') return { ...item, items: item.items.slice(from, to) };
  const text = item as StringValue;
  return cut(text, charOffset(text.text, from), charOffset(text.text, to));
}

function lengthOf(value: Value): number {
  switch (value.kind) {
    case 'list':
      return value.items.length;
    case 'map':
      return value.entries.size;
    case 'string':
      return utf8Length(value.text);
    case 'bytes':
      return utf8Length(value.content.text);
    case 'nil':
    case 'invalid':
      throw new TemplateError('len of nil pointer');
    default:
      throw new TemplateError(`len of type ${typeName(value)}`);
  }
}

const HTML = table<string>({
  '\0': '�',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
});

const JS = table<string>({
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
});

const upperHex = (code: number, width: number): string => code.toString(16).toUpperCase().padStart(width, '0');

function escapeJs(char: string): string {
  const simple = JS.get(char);
  if (simple !== undefined) return simple;
  if (isSingleByte(char)) return char;
  const code = char.codePointAt(0)!;
  if (code < 0x20) return `\\u00${upperHex(code, 2)}`;
  return code < 0x80 || !/[\p{C}\p{Z}]/u.test(char) ? char : `\\u${upperHex(code, 4)}`;
}

/** url.QueryEscape. */
function queryEscape(text: string): string {
  return [...text]
    .map((char) => (isSingleByte(char) ? `%${upperHex(singleByte(char), 2)}` : encodeURIComponent(char)))
    .join('')
    .replace(/[!'()*]/g, (char) => `%${upperHex(char.charCodeAt(0), 2)}`)
    .replaceAll('%20', '+');
}

const escaping = (change: (text: string) => string): Fn =>
  variadic([], 'any', (_, values) => {
    const text = sprint(values.map((value) => (isNothing(value) ? plain('<no value>') : value)));
    return derived(change(text.text), text);
  });

const comparison = (compare: (a: Value, b: Value) => boolean): Fn =>
  fn(['any', 'any'], (_, a, b) => bool(compare(a, b), originOf(a)));

function sized(env: Env, values: readonly Value[]): readonly Value[] {
  for (const value of values) if (value.kind === 'string') env.budget.allocate(value.text.length);
  return values;
}

export const BUILTIN = table<Fn>({
  eq: transparent(
    variadic(['any'], 'any', (_, others, first) => {
      if (others.length === 0) throw new TemplateError('missing argument for comparison');
      return bool(
        others.some((other) => equal(first, other)),
        originOf(first),
      );
    }),
  ),
  ne: transparent(comparison((a, b) => !equal(a, b))),
  lt: comparison(lessThan),
  le: comparison(lessOrEqual),
  gt: comparison((a, b) => !lessOrEqual(a, b)),
  ge: comparison((a, b) => !lessThan(a, b)),
  not: transparent(fn(['any'], (_, value) => bool(!isTrue(value), originOf(value)))),
  index: variadic(['any'], 'any', (_, indexes, item) => {
    if (isNothing(item)) throw new TemplateError('index of untyped nil');
    return indexes.reduce<Value>(indexOnce, item);
  }),
  slice: variadic(['any'], 'any', (_, indexes, item) => sliceValue(item, indexes)),
  len: fn(['any'], (_, value) => int(lengthOf(value), originOf(value))),
  print: transparent(variadic([], 'any', (env, values) => sprint(sized(env, values)))),
  println: transparent(variadic([], 'any', (env, values) => sprintln(sized(env, values)))),
  printf: transparent(
    variadic(['string'], 'any', (env, values, format) => {
      env.budget.allocate(format.text.length);
      // Where a branch was forced, what is missing would have been given.
      const given = env.forcing
        ? values.map((value) => (isNothing(value) ? env.unknown(originOf(value)) : value))
        : values;
      return sprintf(format, sized(env, given), env.budget);
    }),
  ),
  html: escaping((text) => text.replace(/[\0"'&<>]/g, (char) => HTML.get(char)!)),
  js: escaping((text) => [...text].map(escapeJs).join('')),
  urlquery: escaping(queryEscape),
  call: variadic(['any'], 'any', (_, __, callee) => {
    throw new TemplateError(`non-function of type ${typeName(callee)}`);
  }),
});
