/** sprig's functions on maps, and those that choose between values. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import { EMPTY, tracked, wholeOrigin } from '../values/tracked.ts';
import { bool, copyTree, isNil, list, type MapValue, map, NIL, originOf, type Value } from '../values/value.ts';
import { textOf } from './format.ts';
import { type Env, type Fn, fn, transparent, variadic } from './function.ts';
import { mergeMaps } from './merge.ts';
import { deepEqual, isTrue, kindName, sizeOf, sortedKeys, typeName } from './types.ts';

function dict(env: Env, items: readonly Value[]): Value {
  env.budget.allocate(items.length);
  const result = map();
  for (let at = 0; at < items.length; at += 2) {
    const key = textOf(items[at]!);
    result.entries.set(key.text, items[at + 1] ?? EMPTY);
    const origin = wholeOrigin(key);
    if (origin !== null) result.keys.set(key.text, origin);
  }
  return result;
}

/** Some entries of a map in a new one. */
function chosen(source: MapValue, keep: (key: string) => boolean): MapValue {
  const result = map(new Map(), source.keys, source.origin);
  for (const [key, value] of source.entries) if (keep(key)) result.entries.set(key, value);
  return result;
}

const named = (names: readonly { text: string }[]): ReadonlySet<string> => new Set(names.map((name) => name.text));

function keyText(source: MapValue, key: string): Value {
  return tracked(key, source.keys.get(key) ?? null);
}

function asMap(value: Value): MapValue {
  if (value.kind === 'map' && value.typeName === undefined && value.element === 'interface {}') return value;
  const name = value.kind === 'nil' ? 'nil' : typeName(value);
  throw new TemplateError(`interface conversion: interface {} is ${name}, not map[string]interface {}`);
}

function dig(args: readonly Value[]): Value {
  if (args.length < 3) throw new TemplateError('dig needs at least three arguments');
  const start = asMap(args[args.length - 1]!);
  const otherwise = args[args.length - 2]!;
  const path = args.slice(0, -2).map((key) => {
    if (key.kind !== 'string')
      throw new TemplateError(`interface conversion: interface {} is ${typeName(key)}, not string`);
    return key.text;
  });
  let value: Value = start;
  for (const key of path) {
    const next: Value | undefined = asMap(value).entries.get(key);
    if (next === undefined) return otherwise;
    value = next;
  }
  return value;
}

const merging = (overwrite: boolean): Fn =>
  transparent(
    variadic(['map'], 'map', (env, sources, target) => {
      const into = target.isNil === true && sources.length > 0 ? map() : target;
      for (const source of sources) mergeMaps(env, into, source, overwrite);
      return into;
    }),
  );

const deepCopy = fn(['any'], (env, value) => {
  env.budget.allocate(sizeOf(value, 0));
  if (isNil(value)) throw new TemplateError('reflect: call of reflect.Value.Type on zero Value');
  return copyTree(value);
});

const coalesce = transparent(variadic([], 'any', (_, values) => values.find(isTrue) ?? NIL));

export const DICTS = table<Fn>({
  dict: transparent(variadic([], 'any', dict)),
  get: transparent(fn(['map', 'string'], (_, source, key) => source.entries.get(key.text) ?? EMPTY)),
  set: transparent(
    fn(['map', 'string', 'any'], (_, target, key, value) => {
      if (target.isNil === true) throw new TemplateError('assignment to entry in nil map');
      target.entries.set(key.text, value);
      const origin = wholeOrigin(key);
      if (origin !== null) target.keys.set(key.text, origin);
      else target.keys.delete(key.text);
      return target;
    }),
  ),
  unset: fn(['map', 'string'], (_, target, key) => {
    target.entries.delete(key.text);
    return target;
  }),
  hasKey: fn(['map', 'string'], (_, source, key) => bool(source.entries.has(key.text), source.origin)),
  pluck: variadic(['string'], 'map', (_, sources, key) =>
    list(sources.flatMap((source) => source.entries.get(key.text) ?? [])),
  ),
  // Go's order is random; sorted is one of the orders it may have.
  keys: variadic([], 'map', (env, sources) => {
    const keys = sources.flatMap((source) => sortedKeys(source.entries).map((key) => keyText(source, key)));
    env.budget.allocate(keys.length);
    return list(keys, null, 'string');
  }),
  values: fn(['map'], (env, source) => {
    env.budget.allocate(source.entries.size);
    return list(sortedKeys(source.entries).map((key) => source.entries.get(key)!));
  }),
  pick: variadic(['map'], 'string', (_, names, source) => {
    const wanted = named(names);
    return chosen(source, (key) => wanted.has(key));
  }),
  omit: variadic(['map'], 'string', (env, names, source) => {
    env.budget.allocate(source.entries.size);
    const unwanted = named(names);
    return chosen(source, (key) => !unwanted.has(key));
  }),
  merge: merging(false),
  mustMerge: merging(false),
  mergeOverwrite: merging(true),
  mustMergeOverwrite: merging(true),
  deepCopy,
  mustDeepCopy: deepCopy,
  dig: variadic([], 'any', (_, args) => dig(args)),
  default: transparent(
    variadic(['any'], 'any', (_, given, otherwise) =>
      given[0] !== undefined && isTrue(given[0]) ? given[0] : otherwise,
    ),
  ),
  empty: transparent(fn(['any'], (_, value) => bool(!isTrue(value), originOf(value)))),
  coalesce,
  all: variadic([], 'any', (_, values) => bool(values.every(isTrue))),
  any: variadic([], 'any', (_, values) => bool(values.some(isTrue))),
  deepEqual: fn(['any', 'any'], (_, a, b) => bool(deepEqual(a, b), originOf(a))),
  typeOf: fn(['any'], (_, value) => tracked(typeName(value), null)),
  typeIs: transparent(fn(['string', 'any'], (_, name, value) => bool(name.text === typeName(value), originOf(value)))),
  typeIsLike: transparent(
    fn(['string', 'any'], (_, name, value) =>
      bool(name.text === typeName(value) || `*${name.text}` === typeName(value), originOf(value)),
    ),
  ),
  kindOf: fn(['any'], (_, value) => tracked(kindName(value), null)),
  kindIs: transparent(fn(['string', 'any'], (_, name, value) => bool(name.text === kindName(value), originOf(value)))),
});
