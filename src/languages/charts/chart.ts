/** A chart read as a whole: what its templates render to, its values as settings, its metadata. */

import { exploreChart } from '../../helm/index.ts';
import type { ChartSource, Exploration, HelmNote, RenderedFile } from '../../helm/types.ts';
import type { Fact } from '../../model/fact.ts';
import type { Note } from '../../model/note.ts';
import type { Reading } from '../../model/project.ts';
import { chartFolder, isChartSettings, isManifest, isPartial } from '../../recognise/chart-layout.ts';
import { pathInside } from '../../text/path.ts';
import { createSource, type Source } from '../../text/source.ts';
import { fileView, type RelatedSpan, type View } from '../../text/view.ts';
import { EMPTY_READING, type Embed, type Input, mergeReadings } from '../front-end.ts';
import { readYaml } from '../read-yaml.ts';
import { maskedTemplate, type ValueLookup, valuesLookup } from './masked.ts';
import { asSubChart } from './sub-charts.ts';
import { withoutComments } from './telling.ts';
import { withoutUnread } from './unread.ts';
import { type ChartSources, renderedView, sourceSpan } from './view.ts';

interface ChartFile {
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
  /** Charts of the repository that it depends on, by their folder. */
  readonly beside: ReadonlyMap<string, readonly ChartFile[]>;
}

export interface ChartOptions {
  /** Whether a text has a word that some rule needs. */
  readonly matters: (text: string) => boolean;
  readonly kubeVersion: string;
}

export function readChart(chart: Chart, embed: Embed, options: ChartOptions): Reading {
  const reader = createReader(chart, embed, options);
  const { renders, notes } = explore(chart, options);
  const rendered = renders.map((file) => reader.rendered(file));
  for (const [index, file] of renders.entries()) {
    if (rendered[index]?.documents.length) file.settle(options.matters);
  }
  const done = new Set(renders.map((file) => file.template));
  const others = chart.files.filter((file) => isManifest(file.path) && !done.has(file.path));
  const unread = others.filter((file) => !isPartial(file.path) || renders.length === 0);
  return withCertainty(
    mergeReadings([
      ...chart.files
        .filter((file) => isChartSettings(file.path) && options.matters(withoutComments(file.text)))
        .map((file) => {
          const read = withoutUnread(reader.plain(file), file.path, chart.root, chart.files);
          return asSubChart(read, file.path, { root: chart.root, ...reader });
        }),
      ...rendered,
      ...unread.map((file) => reader.masked(file)),
      { ...EMPTY_READING, notes: notes.map((note) => noteOf(note, reader.sourceOf)) },
    ]),
  );
}

function explore({ root, files, values, beside }: Chart, { kubeVersion, matters }: ChartOptions): Exploration {
  const neighbours = new Map(
    [...beside].map(([folder, others]) => [folder, { root: folder, files: inside(folder, others) }]),
  );
  const neighbour = (from: string, path: string): ChartSource | undefined => {
    const folder = pathInside(from, path);
    return folder === undefined ? undefined : neighbours.get(folder);
  };
  const source = { root, files: inside(root, files), neighbour };
  return exploreChart(source, { kubeVersion, valuesFiles: values, only: matters });
}

/** Texts by their path inside the chart. */
function inside(root: string, files: readonly ChartFile[]): ReadonlyMap<string, string> {
  const prefix = root === '' ? 0 : root.length + 1;
  return new Map(files.map((file) => [file.path.slice(prefix), file.text]));
}

function createReader(chart: Chart, embed: Embed, { matters }: ChartOptions) {
  const all = [...[...chart.beside.values()].flat(), ...chart.files, ...chart.values];
  const byPath = new Map(all.map((file) => [file.path, file]));
  const sources = new Map<string, Source>();
  const sourceOf = (path: string): Source => {
    const known = sources.get(path);
    if (known) return known;
    const source = createSource(path, byPath.get(path)?.text ?? '');
    sources.set(path, source);
    return source;
  };
  const lookups = new Map<string, ValueLookup>();
  const lookupOf = (folder: string): ValueLookup => {
    const known = lookups.get(folder);
    if (known) return known;
    const own = folder === '' ? 'values.yaml' : `${folder}/values.yaml`;
    const paths = [...chart.values.map((file) => file.path).reverse(), ...(byPath.has(own) ? [own] : [])];
    const lookup = valuesLookup(paths.map(sourceOf));
    lookups.set(folder, lookup);
    return lookup;
  };
  const scalarOf: ChartSources['scalarOf'] = (template, keys) => {
    const scalar = lookupOf(chartFolder(template)).scalar(keys);
    return scalar && { text: scalar.text, span: scalar.view.root(0, scalar.text.length).span };
  };
  /** Documents that several passes render alike, in what findings come from, are read once; the default pass comes first. */
  const read = new Set<string>();
  return {
    sourceOf,
    lookupOf,
    plain: (file: ChartFile): Reading => readYaml(inputOf(fileView(sourceOf(file.path)), file.path), embed),
    masked(file: ChartFile): Reading {
      const view = maskedTemplate(sourceOf(file.path), lookupOf(chartFolder(file.path)));
      const reading = matters(view.text)
        ? readYaml(doneInput(view, file.path), embed, ({ text }) => matters(text))
        : EMPTY_READING;
      return isPartial(file.path) ? withoutSyntaxNotes(reading) : reading;
    },
    rendered(file: RenderedFile): Reading {
      if (!matters(file.text)) return EMPTY_READING;
      const isNew = (document: View) => {
        if (!matters(document.text)) return false;
        const key = `${file.template}\0${tellingLines(document, matters)}`;
        if (read.has(key)) return false;
        read.add(key);
        return true;
      };
      const reading = readYaml(doneInput(renderedView(file, { sourceOf, scalarOf }), file.template), embed, isNew);
      return file.pass === 'forced'
        ? { ...reading, notes: reading.notes.filter((note) => note.code !== 'syntax') }
        : reading;
    },
  };
}

/** The lines that findings come from, with where they are written, and those of a pod that decide what they mean. */
function tellingLines(document: View, matters: (text: string) => boolean): string {
  const telling: string[] = [];
  let start = 0;
  for (const line of document.text.split('\n')) {
    if (matters(line)) {
      const { span } = document.root(start, start + line.length);
      telling.push(`${line}\0${span.source.path}\0${span.start}`);
    } else if (POD_LINE.test(line)) telling.push(line);
    start += line.length + 1;
  }
  return telling.join('\n');
}

const POD_LINE =
  /^\s*(?:- )?(?:kind|name|image|type|privileged|hostPID|hostPath|emptyDir|mountPath|path|configMap|runtimeClassName):/;

function withoutSyntaxNotes(reading: Reading): Reading {
  return { ...reading, notes: reading.notes.filter((note) => note.code !== 'syntax') };
}

function inputOf(view: View, path: string): Input {
  const nothing = { parent: undefined, object: undefined, target: undefined, language: undefined };
  return { view, path, label: path, ...nothing, depth: 0 };
}

/** A text in which the engine has filled in or masked all templates. */
function doneInput(view: View, path: string): Input {
  return { ...inputOf(view, path), templating: 'done' };
}

function noteOf(note: HelmNote, sourceOf: (path: string) => Source): Note {
  const span = sourceSpan(sourceOf(note.path), note.from, note.to);
  const common = { message: note.message, path: note.path, span };
  switch (note.code) {
    case 'chart':
    case 'dependency':
      return { ...common, code: 'chart', coverage: note.code === 'chart' ? 'partly' : 'about' };
    case 'syntax':
      return { ...common, code: 'template', coverage: 'partly' };
    case 'render':
    case 'refusal':
      return { ...common, code: 'template', coverage: 'about' };
    case 'budget':
      return { ...common, code: 'budget', coverage: 'partly' };
  }
}

/** What comes through values is known through them. */
function withCertainty(reading: Reading): Reading {
  const facts = reading.facts.map((fact): Fact => {
    if (fact.certainty !== 'literal') return fact;
    const { related } = fact.at.view.root(fact.at.start, fact.at.end);
    return related.some(comesFromValue) ? { ...fact, certainty: 'resolved' } : fact;
  });
  return { ...reading, facts };
}

function comesFromValue({ role }: RelatedSpan): boolean {
  return role === 'use' || role === 'value' || role === 'value-part';
}
