/** What each template of a chart sees as dot, and the order in which Helm parses and executes templates. */
import type { Source } from '../values/origin.ts';
import { plain } from '../values/tracked.ts';
import { compareBytes } from '../values/utf8.ts';
import type { MapValue, Method, ObjectValue, StringValue, Value } from '../values/value.ts';
import { map, mapOf } from '../values/value.ts';
import { toYaml } from '../yaml/emit.ts';
import { type Chart, fullPath, isLibrary } from './chart.ts';
import { type Charge, filesValue } from './files.ts';
import { subChartObject } from './metadata.ts';
import { tableAt } from './prepare.ts';

export interface Template {
  /** As in `# Source:`, e.g. `parent/charts/child/templates/x.yaml`. */
  readonly name: string;
  readonly source: Source;
  readonly content: StringValue;
  /** Partials are only included from other templates. */
  readonly partial: boolean;
  /** Shared by all templates of a chart. */
  readonly dot: MapValue;
  /** Sets `.Template`; call it before executing the template. */
  readonly enter: () => void;
}

export interface RenderScope {
  readonly values: MapValue;
  readonly release: MapValue;
  readonly capabilities: ObjectValue;
  readonly charge: Charge;
}

/** In Helm's order: deepest path first, names backwards. */
export function templatesOf(chart: Chart, scope: RenderScope): Template[] {
  const templates = new Map<string, Template>();
  addTemplates(chart, scope, asValues(scope.values), templates);
  const ranked = [...templates.values()].map((template) => ({ template, depth: depth(template.name) }));
  ranked.sort((left, right) => right.depth - left.depth || compareBytes(right.template.name, left.template.name));
  return ranked.map(({ template }) => template);
}

const depth = (name: string): number => name.split('/').length;

function addTemplates(chart: Chart, scope: RenderScope, values: MapValue, into: Map<string, Template>): MapValue {
  const subCharts = mapOf({});
  const dot = asValues(
    mapOf({
      Chart: chart.parent === null ? chart.described : subChartObject(chart.described, chart.metadata.name),
      Files: filesValue(chart.files, scope.charge),
      Release: scope.release,
      Capabilities: scope.capabilities,
      Values: values,
      Subcharts: subCharts,
    }),
  );
  for (const child of chart.dependencies) {
    const own = tableAt(values, [child.metadata.name]) ?? map();
    subCharts.entries.set(child.metadata.name, {
      ...addTemplates(child, scope, asValues(own), into),
      methods: new Map(),
      typeName: 'map[string]interface {}',
    });
  }
  const path = fullPath(chart);
  for (const { name, source, content } of chart.templates) {
    const partial = name.slice(name.lastIndexOf('/') + 1).startsWith('_');
    if (isLibrary(chart) && !partial) continue;
    const full = `${path}/${name}`;
    into.set(full, {
      name: full,
      source,
      content,
      partial,
      dot,
      enter: () => dot.entries.set('Template', templateInfo(full, path)),
    });
  }
  return dot;
}

const templateInfo = (name: string, path: string): Value => ({
  ...mapOf({ Name: plain(name), BasePath: plain(`${path}/templates`) }),
  typeName: 'chartutil.Values',
});

/** Go's `chartutil.Values`: the same map, with methods. */
function asValues(value: MapValue): MapValue {
  return { ...value, typeName: 'chartutil.Values', methods: methodsOf(value) };
}

function methodsOf(value: MapValue): ReadonlyMap<string, Method> {
  const path = (name: Value | undefined): string[] => (name?.kind === 'string' ? name.text.split('.') : []);
  return new Map<string, Method>([
    ['AsMap', { parameters: [], call: () => value }],
    ['YAML', { parameters: [], call: () => toYaml(value, () => undefined) }],
    ['Table', { parameters: ['string'], call: ([name]) => asValues(tableAt(value, path(name)) ?? map()) }],
  ]);
}
