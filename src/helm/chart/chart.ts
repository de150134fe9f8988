/** A chart in memory, as Helm's loader leaves it. */
import type { Source } from '../values/origin.ts';
import type { MapValue, ObjectValue, StringValue } from '../values/value.ts';

export interface ChartFile {
  /** Inside the chart, e.g. `templates/x.yaml`. */
  readonly name: string;
  readonly source: Source;
  readonly content: StringValue;
}

export interface Dependency {
  name: string;
  readonly version: string;
  readonly repository: string;
  readonly condition: string;
  readonly tags: readonly string[];
  readonly alias: string;
  readonly importValues: readonly ImportValues[];
  enabled: boolean;
  /** Where the dependency's name is written. */
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** `child` below the sub-chart's values goes to `parent`; a plain name means `exports.<name>` to the top. */
export interface ImportValues {
  readonly child: string;
  readonly parent: string;
}

export interface Metadata {
  readonly name: string;
  readonly version: string;
  readonly apiVersion: string;
  readonly type: string;
  readonly kubeVersion: string;
  dependencies: Dependency[];
}

export interface Chart {
  readonly metadata: Metadata;
  /** What Chart.yaml says, with origins; the base of `.Chart`. */
  readonly described: ObjectValue;
  values: MapValue;
  readonly templates: readonly ChartFile[];
  readonly files: readonly ChartFile[];
  readonly schema: ChartFile | null;
  dependencies: Chart[];
  parent: Chart | null;
}

/** Charts of one chart, sub-charts and their aliases included; more are left out. */
export const MOST_CHARTS = 300;

/** `parent/charts/child`: how names of templates start. */
export const fullPath = (chart: Chart): string =>
  chart.parent === null ? chart.metadata.name : `${fullPath(chart.parent)}/charts/${chart.metadata.name}`;

export function setDependencies(chart: Chart, dependencies: readonly Chart[]): void {
  chart.dependencies = [...dependencies];
  for (const child of dependencies) child.parent = chart;
}

export const isLibrary = (chart: Chart): boolean => chart.metadata.type.toLowerCase() === 'library';
