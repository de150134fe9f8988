/** Values to set, as a tree that overrides a chart's values, and as text for people. */
import type { Chart } from '../chart/chart.ts';
import { HOLE } from '../template/hole.ts';
import type { Setting } from '../types.ts';
import type { Wish } from '../values/origin.ts';
import { copyTree, type MapValue, map, type Value } from '../values/value.ts';
import { toJson } from '../yaml/json.ts';

/** Path of a values file → names of the sub-charts above it. */
export type Prefixes = ReadonlyMap<string, readonly string[]>;

/** Where each chart's own values.yaml hangs in the values of the root chart. */
export function valuesPrefixes(chart: Chart): Prefixes {
  const result = new Map<string, readonly string[]>();
  const visit = (one: Chart, names: readonly string[]): void => {
    const path = one.values.origin?.source.path;
    if (path !== undefined && !result.has(path)) result.set(path, names);
    for (const child of one.dependencies) visit(child, [...names, child.metadata.name]);
  };
  visit(chart, []);
  return result;
}

/** The path of a wish in the root chart's values. */
function pathOf(wish: Wish, prefixes: Prefixes): string[] | null {
  const { origin } = wish.read;
  if (origin.path === undefined || origin.path === '') return null;
  return [...(prefixes.get(origin.source.path) ?? []), ...origin.path.split('.')];
}

/** The override for some wishes; null if one of them has no path. `base` is what it will be laid over. */
export function overrideOf(wishes: readonly Wish[], prefixes: Prefixes, base: MapValue): MapValue | null {
  const result = map();
  for (const wish of wishes) {
    const path = pathOf(wish, prefixes);
    if (path === null || !put(result, path, wish.value, base)) return null;
  }
  return result;
}

/** Lists are replaced as a whole when values are merged, so their other items are copied. */
export function put(into: MapValue, path: readonly string[], value: Value, base: Value | undefined): boolean {
  let at: Value = into;
  let below = base;
  for (const [index, name] of path.entries()) {
    const last = index === path.length - 1;
    if (below?.kind === 'map') below = below.entries.get(name);
    else if (below?.kind === 'list') below = below.items[Number(name)];
    else below = undefined;
    // What a template works out of a text, a version compared or a name looked for, is no setting.
    if (last && value.kind === 'bool' && below?.kind === 'string' && below.text !== '') return false;
    if (at.kind === 'map') {
      if (last) at.entries.set(name, value);
      else at = at.entries.get(name) ?? child(at, name, below);
    } else if (at.kind === 'list') {
      const position = Number(name);
      if (!Number.isInteger(position) || position > at.items.length) return false;
      if (last) at.items[position] = value;
      else {
        const next: Value = at.items[position] ?? map();
        at.items[position] = next;
        at = next;
      }
    } else return false;
  }
  return true;
}

function child(parent: MapValue, name: string, base: Value | undefined): Value {
  const made: Value = base?.kind === 'list' ? (copyTree(base) as typeof base) : map();
  parent.entries.set(name, made);
  return made;
}

export function settingsOf(wishes: readonly Wish[], prefixes: Prefixes): Setting[] {
  return wishes.map((wish) => ({
    path: `.Values.${(pathOf(wish, prefixes) ?? []).join('.')}`,
    value: toJson(wish.value, () => undefined).text.replaceAll(HOLE, 'x'),
    file: wish.read.origin.source.path,
    offset: wish.read.origin.from,
  }));
}
