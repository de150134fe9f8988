/** Reads the files that can matter: a failure in one is a note and hides nothing of the others. */

import { readChart } from '../languages/charts/chart.ts';
import { mayTell } from '../languages/charts/telling.ts';
import { underTemplates } from '../languages/conditions/templates.ts';
import { EMPTY_READING, type Embed, mergeReadings } from '../languages/front-end.ts';
import { createEmbed } from '../languages/read.ts';
import type { CommandFact, Fact, PathFact } from '../model/fact.ts';
import type { InputFile } from '../model/input.ts';
import type { OwnWrapper } from '../model/knowledge.ts';
import { LIMITS } from '../model/limits.ts';
import type { Memory } from '../model/memory.ts';
import type { Note } from '../model/note.ts';
import type { Reading } from '../model/project.ts';
import type { OnStep } from '../model/result.ts';
import { numberCommands } from '../model/same-command.ts';
import { mountsOf } from '../rules/shared/pods.ts';
import { spanOf } from '../text/placed.ts';
import { createSource } from '../text/source.ts';
import { fileView } from '../text/view.ts';
import { createBounds } from './bounds.ts';
import type { ChartGroup, Grouping } from './grouping.ts';
import { createNeighbours, type Neighbours } from './neighbours.ts';
import { mayBePlaced, putsOneOf, readInPlace } from './placed-files.ts';
import { preparesNodes, withRelated } from './related.ts';
import { createSourced, type Sourced } from './sourced.ts';
import { valuesOfCharts } from './values-of-charts.ts';

export interface ReadOptions {
  /** Whether some rule may find something in a file; others are not parsed. */
  readonly matters: (file: InputFile) => boolean;
  /** Whether a text of a chart has a word that some rule needs. */
  readonly hasWord: (text: string) => boolean;
  readonly kubeVersion: string;
  /** Commands of the configuration that run their arguments. */
  readonly wrappers?: ReadonlyMap<string, OwnWrapper> | undefined;
  /** Values files given by the user, relative to the scanned root. */
  readonly values: readonly InputFile[];
  /** Whether the run has taken longer than it may. */
  readonly isLate: () => boolean;
  /** Whether there is no memory for more. */
  readonly isFull: () => boolean;
  readonly onStep?: OnStep | undefined;
  readonly memory?: Memory | undefined;
}

export function readRepository(grouping: Grouping, options: ReadOptions): Reading {
  const charts = grouping.charts.filter((chart) => saysMore(chart, options));
  const single = grouping.single.filter((file) => options.matters(file) || preparesNodes(file));
  const within = createBounds(options, LIMITS.runFacts, options.memory);
  const embed = createEmbed(options.wrappers ?? new Map());
  const sourcedBy = createSourced(grouping.single);
  const valuesOf = valuesOfCharts(grouping.charts, options.matters);
  const readFile = (file: InputFile, target?: string) => {
    const { files, variables } = sourcedBy(file);
    const values = valuesOf.get(file);
    const read = () => readFileSafely(file, variables, embed, target, values && 'helm-values');
    const from = [file, ...(values ? [values] : []), ...files];
    return within(file.path, LIMITS.fileSteps, read, target === undefined ? from : undefined);
  };
  const neighboursOf = createNeighbours(grouping.charts);
  const step = counter(charts, single.length, options.onStep);
  const first = [
    ...charts.map((chart) => {
      step(chart.files.length);
      const beside = neighboursOf(chart);
      const read = () => readChartSafely(chart, beside, options, embed);
      const files = [...chart.files, ...options.values, ...[...beside.values()].flat()];
      return within(chartFile(chart), LIMITS.chartSteps, read, files);
    }),
    ...single.map((file) => {
      step(1);
      return readFile(file);
    }),
  ];
  const placed = single.filter((file) => options.matters(file) && mayBePlaced(file));
  const all = withRelated(first, grouping.single, new Set(single), (file) => readFile(file), putsOneOf(placed));
  const inPlace = readInPlace(placed, all, readFile);
  const settled = all.map((reading, index) => inPlace.get(single[index - charts.length]?.path ?? '') ?? reading);
  return dedupe(mergeReadings(settled));
}

/** Whether a chart has a word where it counts, or a file that needs none. */
function saysMore({ files }: ChartGroup, { matters, hasWord }: ReadOptions): boolean {
  const some = files.filter(matters);
  return mayTell(some, files, hasWord) || some.some(({ path }) => matters({ path, text: '' }));
}

/** Tells how many files were read before each chart and file. */
function counter(charts: readonly ChartGroup[], single: number, onStep: OnStep | undefined): (files: number) => void {
  const all = charts.reduce((sum, { files }) => sum + files.length, single);
  let done = 0;
  return (files) => {
    onStep?.('reading', done, all);
    done += files;
  };
}

function chartFile({ root }: ChartGroup): string {
  return root === '' ? 'Chart.yaml' : `${root}/Chart.yaml`;
}

function readFileSafely(
  file: InputFile,
  sourced: Sourced['variables'],
  embed: Embed,
  target: string | undefined,
  language: 'helm-values' | undefined,
): Reading {
  const source = createSource(file.path, file.text);
  const input = {
    view: fileView(source),
    path: file.path,
    label: file.path,
    parent: undefined,
    object: undefined,
    target,
    language,
    depth: 0,
    sourced,
  };
  return safely(file.path, () => underTemplates(embed(input), source));
}

function readChartSafely(chart: ChartGroup, beside: Neighbours, options: ReadOptions, embed: Embed): Reading {
  return safely(chartFile(chart), () => {
    const { files, notes } = holdable(chart);
    const reading = readChart({ root: chart.root, files, values: options.values, beside }, embed, {
      matters: options.hasWord,
      kubeVersion: options.kubeVersion,
    });
    return notes.length === 0 ? reading : mergeReadings([reading, { ...EMPTY_READING, notes }]);
  });
}

/** A chart is rendered as a whole: what is too much for that is left out, the files of sub-charts first. */
function holdable({ root, files }: ChartGroup): {
  readonly files: readonly InputFile[];
  readonly notes: readonly Note[];
} {
  const isOwn = ({ path }: InputFile) => !path.startsWith(root === '' ? 'charts/' : `${root}/charts/`);
  let room: number = LIMITS.chartCharacters;
  const kept = new Set<InputFile>();
  for (const file of [...files.filter(isOwn), ...files.filter((file) => !isOwn(file))]) {
    if (file.text.length > room) continue;
    room -= file.text.length;
    kept.add(file);
  }
  const message = `the chart is larger than ${LIMITS.chartCharacters / 1024 / 1024} MiB with it; it was not read`;
  const notes = files
    .filter((file) => !kept.has(file))
    .map(({ path }): Note => ({ code: 'too-large', message, path, coverage: 'not' }));
  return { files: files.filter((file) => kept.has(file)), notes };
}

function safely(path: string, read: () => Reading): Reading {
  try {
    return read();
  } catch (error) {
    const message = `an error of the linter stopped it here; please report it (${error instanceof Error ? error.message : String(error)})`;
    return { ...EMPTY_READING, notes: [{ code: 'internal', message, path, coverage: 'not' }] };
  }
}

/** The same characters reached twice (several values files, a file that a chart includes) are one fact. */
function dedupe(reading: Reading): Reading {
  const seen = new Set<string>();
  const numberOf = numberCommands();
  const facts: Fact[] = [];
  for (const fact of reading.facts) {
    const span = spanOf(fact.at);
    const key = `${fact.kind}\0${span.source.path}\0${span.start}\0${span.end}\0${fact.at.text}\0${detailOf(fact, numberOf)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    facts.push(fact);
  }
  return { ...reading, facts };
}

function detailOf(fact: Fact, numberOf: (command: CommandFact) => number): string {
  switch (fact.kind) {
    case 'command':
      return `${numberOf(fact)}`;
    case 'flag':
      return `${fact.program} ${fact.name}`;
    case 'env':
      return `${fact.name} ${fact.value?.text}`;
    case 'path':
      return `${fact.use} ${fact.path} ${fact.volume?.source ?? ''} ${mountersOf(fact)} ${fact.command ? numberOf(fact.command) : ''}`;
    case 'setting':
      return fact.path.join('.');
    case 'package':
      return `${fact.name} ${fact.action}`;
    case 'image':
      return fact.ref;
    default:
      return fact satisfies never;
  }
}

/** Another pass over a chart may add containers that mount the same volume: they are shown with the finding. */
function mountersOf({ pod, volume }: PathFact): string {
  if (!pod || !volume) return '';
  const mounters = new Set(mountsOf(pod, volume).map(({ container }) => container));
  return [...mounters].map(({ name }) => name).join(' ');
}
