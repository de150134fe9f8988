/** Steps of workflows that only run where a test holds: `when: "{{inputs.parameters.runtime}} == docker"` of Argo, and Tekton's lists. */
import { allOf, type Branches, type Condition, implies, NOTHING, underConditions } from '../../model/condition.ts';
import type { Reading } from '../../model/project.ts';
import { groupBy } from '../../text/group.ts';
import { spanOf } from '../../text/placed.ts';
import { type Span, spanText } from '../../text/source.ts';
import type { View } from '../../text/view.ts';
import { readTest } from '../conditions/expression.ts';
import { walkMaps } from '../yaml/walk.ts';
import { get, itemsOf, scalarAt, textAt, tokenOf, type YamlMap, type YamlNode } from '../yaml/yaml.ts';

const GROUPS = /^(?:argoproj|tekton)\b/;

/** The facts of steps with what has to hold for them. */
export function underSteps(reading: Reading, root: YamlMap, view: View): Reading {
  if (reading.facts.length === 0 || !GROUPS.test(textAt(root, 'apiVersion') ?? '')) return reading;
  const parts = conditionalParts(root, view);
  if (parts.length === 0) return reading;
  const facts = reading.facts.map((fact) => {
    const own = spanOf(fact.at);
    const around = parts.filter(({ span }) => isInside(own, span)).flatMap(({ conditions }) => conditions);
    return underConditions(fact, around);
  });
  return { ...reading, facts };
}

interface Part {
  readonly span: Span;
  readonly conditions: readonly Condition[];
}

interface Use {
  readonly name: string;
  readonly conditions: readonly Condition[];
}

/** A step is written where it is asked for, or as a template that steps name: that stands under what all of them ask. */
function conditionalParts(root: YamlMap, view: View): readonly Part[] {
  const named: (readonly [string, YamlMap])[] = [];
  const uses: Use[] = [];
  const parts: Part[] = [];
  walkMaps(root, (map) => {
    const name = textAt(map, 'name');
    if (name !== undefined && RUNS.some((key) => get(map, key))) named.push([name, map]);
    const conditions = testOf(map).whenTrue;
    const used = textAt(map, 'template');
    if (used !== undefined) uses.push({ name: used, conditions });
    if (conditions.length > 0) parts.push({ span: spanIn(map, view), conditions });
  });
  const byName = groupBy(uses, ({ name }) => name);
  for (const [name, map] of named) {
    const [first, ...others] = byName.get(name) ?? [];
    const conditions = first?.conditions ?? [];
    if (conditions.length > 0 && others.every((other) => implies(other.conditions, conditions)))
      parts.push({ span: spanIn(map, view), conditions });
  }
  return parts.slice(0, MOST_PARTS);
}

const MOST_PARTS = 200;
const RUNS = ['container', 'script', 'containerSet', 'resource'];

function testOf(map: YamlMap): Branches {
  const when = get(map, 'when');
  if (when?.kind === 'scalar') return written(spanText(spanOf(tokenOf(when))), when);
  return when?.kind === 'list' ? allOf(when.items.map(listed)) : NOTHING;
}

/** The names and words of Argo's tests stand without quotes. */
function written(text: string, when: YamlNode & { kind: 'scalar' }): Branches {
  const [, name, sign, value] = WRITTEN.exec(text.slice(0, 300)) ?? [];
  return name && sign ? readTest(`${name} ${sign} "${value}"`, tokenOf(when)) : NOTHING;
}

const WRITTEN = /^[\s"']*\{\{=?\s*([\w.-]{1,100})\s*\}\}["']?\s*(==|!=)\s*["']?([\w.-]{1,60})[\s"']*$/;

/** `{input: $(params.runtime), operator: in, values: [docker]}` */
function listed(test: YamlNode): Branches {
  const input = scalarAt(test, 'input');
  const values = itemsOf(get(test, 'values'));
  const name = /^\$\(([\w.-]{1,100})\)$/.exec(input?.text ?? '')?.[1];
  const [value] = values;
  if (!input || !name || values.length !== 1 || value?.kind !== 'scalar') return NOTHING;
  const sign = textAt(test, 'operator') === 'notin' ? '!=' : '==';
  return readTest(`${name} ${sign} "${value.text.slice(0, 60).replaceAll('"', '')}"`, tokenOf(input));
}

function spanIn({ start, end }: YamlMap, view: View): Span {
  return view.root(start, end).span;
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end;
}
