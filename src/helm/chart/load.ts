/** Loads a chart from its files as Helm's loader does, and says what Helm would refuse; broken parts stay out, the rest is loaded. */
import type { ChartSource, HelmNote, HelmNoteCode } from '../types.ts';
import type { Source, SourceKind } from '../values/origin.ts';
import { fromUtf8 } from '../values/utf8.ts';
import { type MapValue, map } from '../values/value.ts';
import { loadYaml } from '../yaml/load.ts';
import type { Chart, ChartFile } from './chart.ts';
import { MOST_CHARTS, setDependencies } from './chart.ts';
import { jsonKind } from './decode.ts';
import { contentOf } from './files.ts';
import { keptFiles, parseIgnore } from './ignore.ts';
import { describeChart } from './metadata.ts';
import { copyChart } from './prepare.ts';

export interface LoadedChart {
  /** Null only if there is no Chart.yaml that names the chart. */
  readonly chart: Chart | null;
  readonly notes: readonly HelmNote[];
  /** The first thing Helm would stop at while loading. */
  readonly error: string | null;
}

type Content = string | Uint8Array;

const FILE = 'file://';

/** Sub-charts nested deeper than this are left out. */
const DEEPEST = 20;

export function loadChart(source: ChartSource): LoadedChart {
  const loader = new Loader(source.neighbour ?? (() => undefined));
  const chart = loader.load(loader.kept(source.files, source.root), source.root, 0);
  if (chart === null && loader.error === null)
    loader.refuse('chart', 'Chart.yaml file is missing', join(source.root, 'Chart.yaml'));
  if (chart !== null) missingDependencies(chart, loader);
  return { chart, notes: loader.notes, error: loader.error };
}

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** Byte order marks go, as in Helm. */
function textOf(content: Content): string {
  const text = typeof content === 'string' ? content : fromUtf8(content);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

class Loader {
  readonly notes: HelmNote[] = [];
  error: string | null = null;
  private charts = 0;
  private readonly neighbour: NonNullable<ChartSource['neighbour']>;
  /** The folders of the charts that are being loaded: one that names itself is not loaded again. */
  private readonly open = new Set<string>();
  /** Neighbours by their folder. */
  private readonly loaded = new Map<string, Chart>();

  constructor(neighbour: NonNullable<ChartSource['neighbour']>) {
    this.neighbour = neighbour;
  }

  /** The files that `.helmignore` leaves. */
  kept(files: ReadonlyMap<string, Content>, folder: string): ReadonlyMap<string, Content> {
    const { rules, error } = parseIgnore(textOf(files.get('.helmignore') ?? ''));
    if (error !== null) this.refuse('chart', error, join(folder, '.helmignore'));
    const kept = new Map<string, Content>();
    for (const path of keptFiles(files.keys(), rules)) kept.set(path, files.get(path) as Content);
    return kept;
  }

  refuse(code: HelmNoteCode, message: string, path: string, from = 0, to = from): void {
    this.error ??= message;
    this.notes.push({ code, message, path, from, to });
  }

  load(files: ReadonlyMap<string, Content>, folder: string, depth: number): Chart | null {
    const description = files.get('Chart.yaml');
    if (description === undefined) return null;
    this.charts += 1;
    const about = this.yamlMap('Chart.yaml', description, folder, 'chart');
    const requirements = files.get('requirements.yaml');
    const required =
      requirements === undefined ? null : this.yamlMap('requirements.yaml', requirements, folder, 'chart');
    const described = describeChart(about, required);
    for (const message of described.errors) this.refuse('chart', message, join(folder, 'Chart.yaml'));
    const values = files.get('values.yaml');
    const isV1 = described.metadata.apiVersion === 'v1';
    const parts = sortParts(files, folder, isV1);
    const chart: Chart = {
      metadata: described.metadata,
      described: described.object,
      values: values === undefined ? map() : this.yamlMap('values.yaml', values, folder, 'values'),
      templates: parts.templates,
      files: parts.files,
      schema: parts.schema,
      dependencies: [],
      parent: null,
    };
    this.open.add(folder);
    const packed = this.subCharts(parts.subCharts, folder, depth);
    setDependencies(chart, [...packed, ...this.neighbours(chart, packed, folder, depth)]);
    this.open.delete(folder);
    return chart;
  }

  /** Dependencies by folder that nothing has packed yet. */
  private neighbours({ metadata }: Chart, packed: readonly Chart[], folder: string, depth: number): Chart[] {
    const known = new Set(packed.map((one) => one.metadata.name));
    const result: Chart[] = [];
    for (const { name, repository } of metadata.dependencies) {
      if (known.has(name) || !repository.startsWith(FILE) || depth >= DEEPEST || this.charts >= MOST_CHARTS) continue;
      const found = this.neighbour(folder, repository.slice(FILE.length));
      if (!found || this.open.has(found.root)) continue;
      const chart = this.loadOnce(found, depth + 1);
      if (chart?.metadata.name !== name) continue;
      known.add(name);
      result.push(chart);
    }
    return result;
  }

  /** Charts that many others name are loaded for the first of them. */
  private loadOnce({ root, files }: ChartSource, depth: number): Chart | null {
    const known = this.loaded.get(root);
    if (known !== undefined) {
      this.charts += countOf(known);
      return this.charts > MOST_CHARTS ? null : copyChart(known);
    }
    const chart = this.load(this.kept(files, root), root, depth);
    if (chart !== null) this.loaded.set(root, chart);
    return chart;
  }

  private yamlMap(name: string, content: Content, folder: string, kind: SourceKind & ('chart' | 'values')): MapValue {
    const source: Source = { path: join(folder, name), text: textOf(content), kind };
    const loaded = loadYaml(source, kind);
    if (loaded.value?.kind === 'map') return loaded.value;
    if (loaded.value === null) this.refuse('chart', `cannot load ${name}: ${loaded.error}`, source.path, loaded.offset);
    else if (loaded.value.kind !== 'nil') {
      const wrong = `json: cannot unmarshal ${jsonKind(loaded.value)} into Go value of type ${kind === 'chart' ? 'chart.Metadata' : 'map[string]interface {}'}`;
      this.refuse('chart', `cannot load ${name}: error unmarshaling JSON: while decoding JSON: ${wrong}`, source.path);
    }
    return map();
  }

  private subCharts(groups: ReadonlyMap<string, Map<string, Content>>, folder: string, depth: number): Chart[] {
    const result: Chart[] = [];
    for (const name of [...groups.keys()].sort()) {
      if (name.startsWith('_') || name.startsWith('.')) continue;
      const path = `${join(folder, 'charts')}/${name}`;
      const files = groups.get(name) as Map<string, Content>;
      if (files.has('')) {
        if (name.endsWith('.tgz')) this.refuse('chart', `error unpacking subchart ${name}`, path);
        continue;
      }
      if (depth >= DEEPEST) this.refuse('budget', `sub-charts are nested deeper than ${DEEPEST} levels`, path);
      else if (this.charts >= MOST_CHARTS) {
        this.refuse('budget', `there are more than ${MOST_CHARTS} sub-charts`, path);
        break;
      } else this.addSubChart(files, path, name, depth, result);
    }
    return result;
  }

  private addSubChart(
    files: ReadonlyMap<string, Content>,
    path: string,
    name: string,
    depth: number,
    into: Chart[],
  ): void {
    const chart = this.load(files, path, depth + 1);
    if (chart !== null) into.push(chart);
    else this.refuse('chart', `error unpacking subchart ${name}: Chart.yaml file is missing`, path);
  }
}

function countOf({ dependencies }: Chart): number {
  return dependencies.reduce((sum, child) => sum + countOf(child), 1);
}

interface Parts {
  readonly templates: ChartFile[];
  readonly files: ChartFile[];
  readonly subCharts: Map<string, Map<string, Content>>;
  schema: ChartFile | null;
}

const OWN_NAMES = new Set(['Chart.yaml', 'Chart.lock', 'values.yaml']);
const OLD_NAMES = new Set(['requirements.yaml', 'requirements.lock']);

/** Files of one sub-chart are grouped by its name; a file directly in `charts/` has the name ''. */
function sortParts(files: ReadonlyMap<string, Content>, folder: string, isV1: boolean): Parts {
  const parts: Parts = { templates: [], files: [], subCharts: new Map(), schema: null };
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name) as Content;
    if (OWN_NAMES.has(name) || (OLD_NAMES.has(name) && !isV1)) continue;
    if (name === 'values.schema.json') parts.schema = fileOf(name, content, folder, 'file');
    else if (name.startsWith('templates/')) parts.templates.push(fileOf(name, content, folder, 'template'));
    else if (name.startsWith('charts/') && !name.endsWith('.prov')) addToSubChart(parts, name.slice(7), content);
    else parts.files.push(fileOf(name, content, folder, 'file'));
  }
  return parts;
}

function addToSubChart(parts: Parts, path: string, content: Content): void {
  const slash = path.indexOf('/');
  const name = slash < 0 ? path : path.slice(0, slash);
  const group = parts.subCharts.get(name) ?? new Map<string, Content>();
  group.set(slash < 0 ? '' : path.slice(slash + 1), content);
  parts.subCharts.set(name, group);
}

function fileOf(name: string, content: Content, folder: string, kind: SourceKind): ChartFile {
  const source: Source = { path: join(folder, name), text: textOf(content), kind };
  return { name, source, content: contentOf(source) };
}

function missingDependencies(chart: Chart, loader: Loader): void {
  const present = new Set(chart.dependencies.map((child) => child.metadata.name));
  const missing = chart.metadata.dependencies.filter((dependency) => !present.has(dependency.name));
  if (missing.length === 0) return;
  const names = missing.map((dependency) => dependency.name).join(', ');
  for (const { file, from, to, name } of missing) {
    loader.refuse('dependency', `dependency ${name} is not in charts/`, file, from, to);
  }
  if (loader.error === `dependency ${missing[0]?.name} is not in charts/`) {
    loader.error = `An error occurred while checking for chart dependencies. You may need to run \`helm dependency build\` to fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: ${names}`;
  }
}
