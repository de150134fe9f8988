/** A chart read as a whole: its templates with its values, its values as settings, its metadata. */
import type { Fact } from '../facts.ts';
import type { Reading } from '../project.ts';
import { createSource, type Source } from '../text/source.ts';
import { fileView, type View } from '../text/view.ts';
import { EMPTY_READING, type Embed, type Input, mergeReadings } from './front-end.ts';
import { maskedTemplate, type ValueLookup, valuesLookup } from './helm-chart-masked.ts';
import { readYaml } from './yaml-read.ts';

export interface ChartFile {
  /** Relative to the scanned root. */
  readonly path: string;
  readonly text: string;
}

export interface Chart {
  /** The chart's folder relative to the scanned root; '' is the root itself. */
  readonly root: string;
  readonly files: readonly ChartFile[];
  /** Values files given by the user, in helm's order. */
  readonly values: readonly ChartFile[];
}

export interface ChartOptions {
  /** Whether a text has a word that some rule needs. */
  readonly matters: (text: string) => boolean;
  readonly kubeVersion: string;
}

export function readChart(chart: Chart, embed: Embed, options: ChartOptions): Reading {
  const sources = new Map<string, Source>();
  const sourceOf = (file: ChartFile): Source => {
    const known = sources.get(file.path);
    const source = known ?? createSource(file.path, file.text);
    if (!known) sources.set(file.path, source);
    return source;
  };
  const own = chart.files.filter(isSettings).map((file) => readFile(fileView(sourceOf(file)), file.path, embed));
  const templates = chart.files.filter((file) => isTemplate(file.path));
  const lookups = new Map<string, ValueLookup>();
  const read = templates.map((file) => {
    const folder = chartFolder(file.path);
    const lookup = lookups.get(folder) ?? lookupFor(folder, chart, sourceOf);
    lookups.set(folder, lookup);
    return readTemplateMasked(sourceOf(file), lookup, embed, options);
  });
  return withCertainty(mergeReadings([...own, ...read]));
}

function isSettings({ path }: ChartFile): boolean {
  return (
    !isTemplate(path) &&
    /(?:^|\/)(?:Chart|requirements|[\w.-]*values[\w.-]*)\.ya?ml$|(?:^|\/)ci\/[^/]+\.ya?ml$/.test(path)
  );
}

function isTemplate(path: string): boolean {
  return /(?:^|\/)(?:templates|crds)\/.*\.(?:ya?ml|tpl|json)$/.test(path);
}

function readFile(view: View, path: string, embed: Embed): Reading {
  return readYaml(inputOf(view, path), embed);
}

function inputOf(view: View, path: string): Input {
  return {
    view,
    path,
    label: path,
    parent: undefined,
    object: undefined,
    target: undefined,
    language: undefined,
    depth: 0,
  };
}

/** The folder of the chart or sub-chart that a template belongs to. */
function chartFolder(path: string): string {
  return path.slice(0, Math.max(0, path.search(/(?:^|\/)(?:templates|crds)\//)));
}

/** The values that a template sees: those of the user, then its chart's own. */
function lookupFor(folder: string, chart: Chart, sourceOf: (file: ChartFile) => Source): ValueLookup {
  const name = folder === '' ? 'values.yaml' : `${folder}/values.yaml`;
  const own = chart.files.filter((file) => file.path === name);
  return valuesLookup([...chart.values.toReversed(), ...own].map(sourceOf));
}

export function readTemplateMasked(source: Source, lookup: ValueLookup, embed: Embed, options: ChartOptions): Reading {
  const view = maskedTemplate(source, lookup);
  if (!options.matters(view.text)) return EMPTY_READING;
  return readYaml(inputOf(view, source.path), embed);
}

/** What was filled in from values is known through them. */
function withCertainty(reading: Reading): Reading {
  const facts = reading.facts.map((fact): Fact => {
    if (fact.certainty !== 'literal') return fact;
    const origin = fact.at.view.root(fact.at.start, fact.at.end);
    return origin.related.length > 0 ? { ...fact, certainty: 'resolved' } : fact;
  });
  return { ...reading, facts };
}
