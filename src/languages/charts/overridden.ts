/** Values of a sub-chart that the chart around it sets itself: they hold for nobody who installs the chart. */
import type { Fact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { spanOf } from '../../text/placed.ts';
import type { ValueLookup } from './masked.ts';

/** `<parent>charts/<name>/values.yaml` */
const OF_SUB_CHART = /^(.*?)(?:^|\/)charts\/([^/]+)\/values\.ya?ml$/s;

/** Without the settings of a sub-chart’s values file in whose place the values of the chart around it hold a scalar. */
export function withoutOverridden(
  reading: Reading,
  path: string,
  root: string,
  lookupOf: (folder: string) => ValueLookup,
): Reading {
  const [, parent, name] = OF_SUB_CHART.exec(path) ?? [];
  if (parent === undefined || name === undefined || !isInside(parent, root)) return reading;
  const lookup = lookupOf(parent);
  const isSet = (fact: Fact): boolean => fact.kind === 'setting' && lookup([name, ...fact.path]) !== undefined;
  const overridden = new Set(reading.facts.filter(isSet).map((fact) => spanOf(fact.at).start));
  if (overridden.size === 0) return reading;
  return { ...reading, facts: reading.facts.filter((fact) => !overridden.has(spanOf(fact.at).start)) };
}

function isInside(folder: string, root: string): boolean {
  return root === '' || folder === root || folder.startsWith(`${root}/`);
}
