/** Laying values over one another: user values over chart values over those of sub-charts, with Helm's rules for null. */
import { copyTree, isNil, type MapValue, map, type Value } from '../values/value.ts';
import type { Chart } from './chart.ts';

/** `keepNull`: null is kept (merging) instead of removing the key (coalescing). */
export function coalesceChart(chart: Chart, given: MapValue, keepNull: boolean, errors: string[]): MapValue {
  const result = copyTree(given) as MapValue;
  coalesce(chart, result, keepNull, errors);
  return result;
}

function coalesce(chart: Chart, into: MapValue, keepNull: boolean, errors: string[]): void {
  coalesceValues(chart, into, keepNull);
  for (const child of chart.dependencies) {
    const { name } = child.metadata;
    const existing = into.entries.get(name);
    const own = existing ?? map();
    if (own.kind !== 'map') {
      errors.push(`type mismatch on ${name}: %!t(${goTypeName(own)})`);
      return;
    }
    if (existing === undefined) into.entries.set(name, own);
    coalesceGlobals(own, into);
    coalesce(child, own, keepNull, errors);
  }
}

function goTypeName(value: Value): string {
  if (value.kind === 'string') return `string=${value.text}`;
  if (value.kind === 'float') return `float64=${value.value}`;
  return isNil(value) ? '<nil>' : value.kind;
}

function coalesceValues(chart: Chart, into: MapValue, keepNull: boolean): void {
  const own = copyTree(chart.values) as MapValue;
  const children = new Set(chart.dependencies.map((child) => child.metadata.name));
  for (const [key, value] of own.entries) {
    const existing = into.entries.get(key);
    if (existing === undefined) put(into, key, value, own);
    else if (isNil(existing)) {
      if (!keepNull) remove(into, key);
    } else if (existing.kind === 'map' && value.kind === 'map') {
      coalesceTables(existing, value, keepNull || children.has(key));
    }
  }
}

function put(into: MapValue, key: string, value: Value, from: MapValue): void {
  into.entries.set(key, value);
  const origin = from.keys.get(key);
  if (origin === undefined) into.keys.delete(key);
  else into.keys.set(key, origin);
}

function remove(into: MapValue, key: string): void {
  into.entries.delete(key);
  into.keys.delete(key);
}

/** Adds to `into` what it lacks of `from`; shares the structure of `from`. */
export function coalesceTables(into: MapValue, from: MapValue, keepNull: boolean): MapValue {
  for (const [key, value] of from.entries) {
    const existing = into.entries.get(key);
    if (existing === undefined) put(into, key, value, from);
    else if (isNil(existing)) {
      if (!keepNull) remove(into, key);
    } else if (existing.kind === 'map' && value.kind === 'map') coalesceTables(existing, value, keepNull);
  }
  return into;
}

/** Globals of the parent win over those of the child; maps are copied one level deep. */
function coalesceGlobals(into: MapValue, from: MapValue): void {
  const target = into.entries.get('global') ?? map();
  const source = from.entries.get('global') ?? map();
  if (target.kind !== 'map' || source.kind !== 'map') return;
  for (const [key, value] of source.entries) {
    const existing = target.entries.get(key);
    if (value.kind !== 'map') {
      if (existing?.kind !== 'map') put(target, key, value, source);
      continue;
    }
    const copy: MapValue = { ...value, entries: new Map(value.entries), keys: new Map(value.keys) };
    if (existing === undefined) put(target, key, copy, source);
    else if (existing.kind === 'map') put(target, key, coalesceTables(copy, existing, true), source);
  }
  into.entries.set('global', target);
  const origin = from.keys.get('global');
  if (origin !== undefined && !into.keys.has('global')) into.keys.set('global', origin);
}

/** What `-f` files do to one another: later ones win, maps are merged, null stays. */
export function overlay(base: MapValue, over: MapValue): MapValue {
  const result: MapValue = { ...base, entries: new Map(base.entries), keys: new Map(base.keys) };
  for (const [key, value] of over.entries) {
    const existing = result.entries.get(key);
    const merged = existing?.kind === 'map' && value.kind === 'map' ? overlay(existing, value) : value;
    put(result, key, merged, over);
  }
  return result;
}
