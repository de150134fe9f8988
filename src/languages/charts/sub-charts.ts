/** Values of a sub-chart that the chart around it sets itself, or whose sub-chart it leaves off. */
import type { Condition } from '../../model/condition.ts';
import type { Fact, SettingFact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import type { Source } from '../../text/source.ts';
import { allUnder } from '../conditions/stretches.ts';
import { get, itemsOf, textAt, tokenOf, type YamlNode } from '../yaml/yaml.ts';
import { rootOf, type ValueLookup } from './masked.ts';

/** `<parent>charts/<name>/values.yaml`, or the same in a package. */
const OF_SUB_CHART = /^(.*?)(?:^|\/)charts\/([^/]+)\/values\.ya?ml$/s;

/** What is known of the charts around a file of values. */
export interface Around {
  readonly root: string;
  readonly lookupOf: (folder: string) => ValueLookup;
  /** Empty where there is no such file. */
  readonly sourceOf: (path: string) => Source;
}

/** Values of a sub-chart as the chart around it leaves them. */
export function asSubChart(reading: Reading, path: string, around: Around): Reading {
  const [, parent, folder] = OF_SUB_CHART.exec(path) ?? [];
  if (parent === undefined || folder === undefined || reading.facts.length === 0 || !isInside(parent, around.root))
    return reading;
  const inParent = parent === '' ? '' : `${parent}/`;
  const name = textAt(rootOf(around.sourceOf(`${inParent}charts/${folder}/Chart.yaml`)), 'name') ?? folder;
  const wanted = dependenciesOn(name, inParent, around);
  const lookup = around.lookupOf(parent);
  const kept = wanted.length > 1 ? reading : withoutOverridden(reading, wanted[0]?.key ?? name, lookup);
  const off = wanted.map(({ conditions }) => switchOf(conditions, lookup));
  const [first] = off;
  return first && off.every((one) => one !== undefined) ? allUnder(kept, [first]) : kept;
}

/** Without the settings in whose place the values of the chart around it hold a scalar, or a list of their own. */
function withoutOverridden(reading: Reading, key: string, lookup: ValueLookup): Reading {
  const isSet = (fact: Fact): boolean =>
    fact.kind === 'setting' && (lookup.scalar([key, ...fact.path]) !== undefined || isInOtherList(fact, key, lookup));
  const overridden = new Set(reading.facts.filter(isSet).map((fact) => spanOf(fact.at).start));
  if (overridden.size === 0) return reading;
  return { ...reading, facts: reading.facts.filter((fact) => !overridden.has(spanOf(fact.at).start)) };
}

/** Helm lays maps over one another, and puts one list in the place of another. */
function isInOtherList({ path }: SettingFact, key: string, lookup: ValueLookup): boolean {
  const item = path.findIndex((one) => one.startsWith('['));
  return item > 0 && lookup.hasList([key, ...path.slice(0, item)]);
}

interface Wanted {
  readonly name: string;
  /** What its values are called in those of the chart around it. */
  readonly key: string;
  readonly conditions: readonly string[];
}

function dependenciesOn(name: string, inParent: string, { sourceOf }: Around): readonly Wanted[] {
  const lists = ['Chart.yaml', 'requirements.yaml'].map((file) => dependenciesIn(sourceOf(inParent + file)));
  return lists.flatMap((byName) => byName.get(name) ?? []);
}

/** A chart may have hundreds of sub-charts, of which each asks. */
const dependenciesIn = once((file: Source): ReadonlyMap<string, readonly Wanted[]> => {
  const wanted = itemsOf(get(rootOf(file), 'dependencies')).flatMap((item) => wantedBy(item) ?? []);
  return groupBy(wanted, ({ name }) => name);
});

function wantedBy(item: YamlNode): Wanted | undefined {
  const name = textAt(item, 'name');
  if (name === undefined) return undefined;
  const conditions = (textAt(item, 'condition') ?? '').split(',').map((one) => one.trim());
  return { name, key: textAt(item, 'alias') ?? name, conditions: conditions.filter((one) => one !== '') };
}

/** The first condition that the values answer decides, as in Helm. */
function switchOf(conditions: readonly string[], lookup: ValueLookup): Condition | undefined {
  for (const condition of conditions.slice(0, MOST_CONDITIONS)) {
    const value = lookup.scalar(condition.split('.'));
    if (value?.text === 'true') return undefined;
    if (value?.text === 'false') return { kind: 'switch', holds: true, at: tokenOf(value) };
  }
  return undefined;
}

const MOST_CONDITIONS = 20;

function isInside(folder: string, root: string): boolean {
  return root === '' || folder === root || folder.startsWith(`${root}/`);
}
