/** Which sub-charts take part (condition, tags, alias), what they export to their parent, and the final values. */

import { copyTree, type MapValue, map, type Value } from '../values/value.ts';
import { type Chart, type Dependency, MOST_CHARTS, setDependencies } from './chart.ts';
import { coalesceChart, coalesceTables } from './coalesce.ts';
import { isCompatible } from './compatible.ts';
import { subChartObject } from './metadata.ts';

export interface Prepared {
  readonly values: MapValue;
  readonly error: string | null;
}

export interface PrepareOptions {
  /** Keeps sub-charts that conditions or tags switch off. */
  readonly enableAll?: boolean;
}

/** Changes the chart's dependencies and values as Helm does before rendering: pass a chart loaded for this render. */
export function prepareChart(chart: Chart, given: MapValue, options: PrepareOptions = {}): Prepared {
  const errors: string[] = [];
  selectDependencies(chart, given, '', { ...options, left: MOST_CHARTS }, errors);
  importValues(chart, errors);
  const values = coalesceChart(chart, given, false, errors);
  return { values, error: errors[0] ?? null };
}

/** A copy whose dependencies and values can be changed without touching the original. */
export function copyChart(chart: Chart, parent: Chart | null = null): Chart {
  const dependencies = chart.metadata.dependencies.map((dependency) => ({ ...dependency }));
  const copy: Chart = { ...chart, metadata: { ...chart.metadata, dependencies }, dependencies: [], parent };
  copy.dependencies = chart.dependencies.map((child) => copyChart(child, copy));
  return copy;
}

/** Whether anything below is switched by values; if not, they need not be laid over one another to choose. */
const needsValues = (chart: Chart): boolean =>
  chart.metadata.dependencies.some((one) => one.condition !== '' || one.tags.length > 0) ||
  chart.dependencies.some(needsValues);

/** `left`: how many sub-charts may still be chosen. */
type Selection = PrepareOptions & { left: number };

const matches = (chart: Chart, dependency: Dependency): boolean =>
  chart.metadata.name === dependency.name && isCompatible(dependency.version, chart.metadata.version);

function selectDependencies(chart: Chart, given: MapValue, path: string, options: Selection, errors: string[]): void {
  const wanted = chart.metadata.dependencies;
  if (wanted.length === 0) return;
  const chosen = chart.dependencies.filter((child) => !wanted.some((dependency) => matches(child, dependency)));
  for (const dependency of wanted) {
    const found = chart.dependencies.find((child) => matches(child, dependency));
    if (found !== undefined && options.left > 0) chosen.push(aliased(found, dependency.alias));
    else if (found !== undefined) errors.push(`there are more than ${MOST_CHARTS} sub-charts`);
    if (found !== undefined) options.left -= 1;
    if (dependency.alias !== '') dependency.name = dependency.alias;
    dependency.enabled = true;
  }
  setDependencies(chart, chosen);
  const values = needsValues(chart) ? coalesceChart(chart, given, false, errors) : given;
  applyTags(wanted, values);
  applyConditions(wanted, values, path);
  const off = new Set(wanted.filter((one) => !one.enabled && options.enableAll !== true).map((one) => one.name));
  const kept = chart.dependencies.filter((child) => !off.has(child.metadata.name));
  for (const child of kept) selectDependencies(child, values, `${path}${child.metadata.name}.`, options, errors);
  chart.metadata.dependencies = wanted.filter((dependency) => !off.has(dependency.name));
  setDependencies(chart, kept);
}

/** Two aliases of one chart share everything but the name, also their own sub-charts. */
function aliased(chart: Chart, alias: string): Chart {
  const name = alias === '' ? chart.metadata.name : alias;
  return {
    ...chart,
    metadata: { ...chart.metadata, name },
    described: name === chart.metadata.name ? chart.described : subChartObject(chart.described, name),
  };
}

function applyTags(dependencies: readonly Dependency[], values: MapValue): void {
  const tags = values.entries.get('tags');
  if (tags?.kind !== 'map') return;
  for (const dependency of dependencies) {
    const states = dependency.tags.map((tag) => tags.entries.get(tag)).filter((state) => state?.kind === 'bool');
    const on = states.some((state) => state?.kind === 'bool' && state.value);
    dependency.enabled = on || states.length === 0;
  }
}

function applyConditions(dependencies: readonly Dependency[], values: MapValue, path: string): void {
  for (const dependency of dependencies) {
    for (const condition of dependency.condition.trim().split(',')) {
      if (condition === '') continue;
      const state = valueAt(values, path + condition);
      if (state?.kind !== 'bool') continue;
      dependency.enabled = state.value;
      break;
    }
  }
}

/** The value at a dotted path, unless it is a table. */
function valueAt(values: MapValue, path: string): Value | null {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const value = tableAt(values, names)?.entries.get(last);
  return value === undefined || value.kind === 'map' ? null : value;
}

export function tableAt(values: MapValue, names: readonly string[]): MapValue | null {
  let table = values;
  for (const name of names) {
    const next = table.entries.get(name);
    if (next?.kind !== 'map') return null;
    table = next;
  }
  return table;
}

function importValues(chart: Chart, errors: string[]): void {
  for (const child of chart.dependencies) importValues(child, errors);
  if (chart.metadata.dependencies.length === 0) return;
  const values = coalesceChart(chart, map(), true, errors);
  const imported = map();
  for (const dependency of chart.metadata.dependencies) {
    for (const { child, parent } of dependency.importValues) {
      const table = tableAt(values, `${dependency.name}.${child}`.split('.'));
      if (table !== null) coalesceTables(imported, parent === '.' ? table : nested(parent.split('.'), table), true);
    }
  }
  // What was imported is a part of the values: they must not share it.
  const own = imported.entries.size === 0 ? values : (copyTree(values) as MapValue);
  chart.values = coalesceTables(own, imported, true);
}

function nested(names: readonly string[], table: MapValue): MapValue {
  return names.reduceRight((inner, name) => map(new Map<string, Value>([[name, inner]])), table);
}
