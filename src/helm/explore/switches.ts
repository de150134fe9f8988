/** Sub-charts that are off by default, and the values that switch them on. */
import { type Chart, fullPath } from '../chart/chart.ts';
import type { Template } from '../chart/scope.ts';
import type { Setting } from '../types.ts';

/** A condition or tag of a dependency. */
export interface SubChartSwitch {
  readonly path: readonly string[];
  readonly setting: Setting;
}

/** How the names of a sub-chart's templates begin → what has to be on. */
export type Switches = ReadonlyMap<string, readonly SubChartSwitch[]>;

/** Whether any dependency may be off. */
export const hasSwitches = (chart: Chart): boolean =>
  chart.metadata.dependencies.some(({ condition, tags }) => condition !== '' || tags.length > 0) ||
  chart.dependencies.some(hasSwitches);

export function subChartSwitches(usual: Chart, all: Chart): Switches {
  const result = new Map<string, readonly SubChartSwitch[]>();
  const visit = (
    one: Chart,
    other: Chart | undefined,
    names: readonly string[],
    above: readonly SubChartSwitch[],
  ): void => {
    for (const child of one.dependencies) {
      const same = other?.dependencies.find(({ metadata }) => metadata.name === child.metadata.name);
      const own = same === undefined ? [...above, ...switchOf(one, child, names)] : above;
      if (own.length > 0) result.set(`${fullPath(child)}/`, own);
      visit(child, same, [...names, child.metadata.name], own);
    }
  };
  visit(all, usual, [], []);
  return result;
}

function switchOf(parent: Chart, child: Chart, names: readonly string[]): SubChartSwitch[] {
  const dependency = parent.metadata.dependencies.find(({ name }) => name === child.metadata.name);
  const condition = dependency?.condition.split(',')[0]?.trim() ?? '';
  const tag = dependency?.tags[0];
  if (dependency === undefined || (condition === '' && tag === undefined)) return [];
  const path = condition === '' ? ['tags', tag!] : [...names, ...condition.split('.')];
  const setting = { path: `.Values.${path.join('.')}`, value: 'true', file: dependency.file, offset: dependency.from };
  return [{ path, setting }];
}

export function switchesOf(template: Template, switches: Switches): readonly SubChartSwitch[] {
  let best = '';
  for (const prefix of switches.keys()) {
    if (template.name.startsWith(prefix) && prefix.length > best.length) best = prefix;
  }
  return switches.get(best) ?? [];
}
