/** sprig's list functions. Items keep their origins because they are passed on as they are. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import { bool, isNil, type ListValue, list, NIL, type Value } from '../values/value.ts';
import { type Env, type Fn, fn, transparent, variadic } from './function.ts';
import { count, deepEqual, isTrue, itemsOf, kindName, toInt } from './types.ts';

const made = (env: Env, items: Value[]): ListValue => {
  env.budget.allocate(items.length);
  return list(items);
};

const nilList = (): ListValue => ({ ...list([]), isNil: true });
const contains = (items: readonly Value[], wanted: Value): boolean => items.some((item) => deepEqual(wanted, item));

function unique(env: Env, items: readonly Value[]): Value[] {
  const result: Value[] = [];
  for (const item of items) {
    env.budget.step(1 + (result.length >> 3));
    if (!contains(result, item)) result.push(item);
  }
  return result;
}

function part(value: Value, indexes: readonly Value[]): Value {
  const items = itemsOf(value, 'slice');
  if (items.length === 0) return NIL;
  const from = indexes[0] === undefined ? 0 : Number(toInt(indexes[0]));
  const to = indexes[1] === undefined ? items.length : Number(toInt(indexes[1]));
  if (from < 0 || to > items.length || from > to)
    throw new TemplateError('reflect.Value.Slice: slice index out of bounds');
  return { ...list(items.slice(from, to)), element: value.kind === 'list' ? value.element : 'interface {}' };
}

function chunks(env: Env, size: number, value: Value): Value {
  const items = itemsOf(value, 'chunk');
  if (size <= 0) throw new TemplateError('runtime error: makeslice: len out of range');
  const result: Value[] = [];
  for (let at = 0; at < items.length; at += size) result.push(made(env, items.slice(at, at + size)));
  return { ...list(result), typeName: '[][]interface {}' };
}

function concatenated(env: Env, lists: readonly Value[]): Value {
  const items: Value[] = [];
  for (const value of lists) {
    if (value.kind !== 'list' && value.kind !== 'bytes' && !isNil(value)) {
      throw new TemplateError(`Cannot concat type ${kindName(value)} as list`);
    }
    const more = itemsOf(value, 'concat');
    env.budget.allocate(more.length);
    for (const item of more) items.push(item);
  }
  return items.length === 0 ? nilList() : list(items);
}

const has = (needle: Value, haystack: Value): Value => {
  if (isNil(haystack)) return bool(false);
  return bool(contains(itemsOf(haystack, 'find has on'), needle), haystack.kind === 'list' ? haystack.origin : null);
};

function range(env: Env, start: number, stop: number, step: number): Value {
  const items: Value[] = [];
  const up = stop >= start;
  if (up ? step <= 0 : step >= 0) return list(items, null, 'int');
  env.budget.allocate(Math.ceil(Math.abs((stop - start) / step)) * 16);
  for (let at = start; up ? at < stop : at > stop; at += step) {
    items.push({ kind: 'int', type: 'int', value: BigInt(at), origin: null });
  }
  return list(items, null, 'int');
}

const append = transparent(fn(['any', 'any'], (env, value, item) => made(env, [...itemsOf(value, 'push on'), item])));
const prepend = transparent(
  fn(['any', 'any'], (env, value, item) => made(env, [item, ...itemsOf(value, 'prepend on')])),
);
const first = fn(['any'], (_, value) => itemsOf(value, 'find first on')[0] ?? NIL);
const last = fn(['any'], (_, value) => itemsOf(value, 'find last on').at(-1) ?? NIL);
const rest = fn(['any'], (env, value) => {
  const items = itemsOf(value, 'find rest on');
  return items.length === 0 ? nilList() : made(env, items.slice(1));
});
const initial = fn(['any'], (env, value) => {
  const items = itemsOf(value, 'find initial on');
  return items.length === 0 ? nilList() : made(env, items.slice(0, -1));
});
const reverse = fn(['any'], (env, value) => made(env, [...itemsOf(value, 'find reverse on')].reverse()));
const compact = fn(['any'], (env, value) => made(env, itemsOf(value, 'compact on').filter(isTrue)));
const uniq = fn(['any'], (env, value) => list(unique(env, itemsOf(value, 'find uniq on'))));
const without = variadic(['any'], 'any', (env, omit, value) =>
  made(
    env,
    itemsOf(value, 'find without on').filter((item) => !contains(omit, item)),
  ),
);
const hasFn = fn(['any', 'any'], (_, needle, haystack) => has(needle, haystack));
const chunk = fn(['int', 'any'], (env, size, value) => chunks(env, count(size), value));
const tuple = transparent(variadic([], 'any', (env, items) => made(env, [...items])));

export const LISTS = table<Fn>({
  list: tuple,
  tuple,
  append,
  push: append,
  mustAppend: append,
  mustPush: append,
  prepend,
  mustPrepend: prepend,
  first,
  mustFirst: first,
  last,
  mustLast: last,
  rest,
  mustRest: rest,
  initial,
  mustInitial: initial,
  reverse,
  mustReverse: reverse,
  compact,
  mustCompact: compact,
  uniq,
  mustUniq: uniq,
  without,
  mustWithout: without,
  has: hasFn,
  mustHas: hasFn,
  // text/template's own slice is overridden by sprig's.
  slice: variadic(['any'], 'any', (_, indexes, value) => part(value, indexes)),
  mustSlice: variadic(['any'], 'any', (_, indexes, value) => part(value, indexes)),
  chunk,
  mustChunk: chunk,
  concat: variadic([], 'any', concatenated),
  until: fn(['int'], (env, stop) => range(env, 0, count(stop), count(stop) < 0 ? -1 : 1)),
  untilStep: fn(['int', 'int', 'int'], (env, start, stop, step) => range(env, count(start), count(stop), count(step))),
});
