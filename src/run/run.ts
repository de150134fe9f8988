/** One run, for every surface: settings → files → findings → baseline → base → comparison → the picture that reports show. */
import type { Settings } from '../config/options.ts';
import { UsageError } from '../config/usage-error.ts';
import { touches } from '../files/changes.ts';
import { type Discovery, discover, PathError } from '../files/discover.ts';
import { boundHeap, compileLater, watchHeap } from '../files/memory.ts';
import { lintLazily } from '../lint-lazily.ts';
import type { InputFile } from '../model/input.ts';
import { LIMITS } from '../model/limits.ts';
import { comparisonNote, type Note } from '../model/note.ts';
import type { Governor, NewSuppression, PolicyEdit } from '../model/policy.ts';
import type { LintResult, OnStep } from '../model/result.ts';
import { VERSION } from '../model/tool.ts';
import type { RunReport, Subject } from '../report/model.ts';
import { createRunReport } from '../report/verdict.ts';
import { editText } from '../report/words.ts';
import { compareFindings } from '../stages/compare.ts';
import type { Watch } from '../stages/examination.ts';
import { filterFor } from '../stages/filter.ts';
import type { RunMemory } from '../stages/memory.ts';
import { narrow } from '../stages/narrow.ts';
import { applyBaseline } from '../suppress/baseline.ts';
import { uncoverIntroduced } from '../suppress/introduced.ts';
import { positionAt } from '../text/source.ts';
import { type Base, type BaseSearch, BaseUnreadable } from './base.ts';
import { baselineScope } from './baseline.ts';
import type { LintFiles } from './cached.ts';
import { chartsAround } from './charts-around.ts';
import { patternNotes } from './patterns.ts';
import { addedSuppressions, changedConfiguration } from './policy.ts';
import { type RunSettings, readSettings, type SettingsRequest } from './settings.ts';

export interface RunRequest extends SettingsRequest {
  /** Scanned paths, relative to the root. */
  readonly paths: readonly string[];
  /** The commit whose configuration judges; `not-wanted` where it is that of the work tree. */
  findGovernor(): Promise<BaseSearch>;
  /** The commit that the findings are compared with. */
  findBase(): Promise<BaseSearch>;
  /** Files that come from elsewhere than the root, in place of those that stand there. */
  readonly given?: readonly InputFile[];
  /** What an editor holds of files that stand on the disk, in place of what they say there. */
  readonly open?: readonly InputFile[];
  /** Whether nobody waits for the answer any more; the run then ends early, with findings that mean nothing. */
  readonly isAbandoned?: () => boolean;
  /** What earlier runs read, where this is not the first of the process. */
  readonly memory?: RunMemory | undefined;
  /** What the repository is called, and the commit that is checked out. */
  readonly subject: Omit<Subject, 'date'>;
  /** Sentences of the surface about the run. */
  readonly remarks?: readonly string[];
  /** Told how many files there are before they are read. */
  onFiles?(amount: number): void;
  /** Told how far the files of now are. */
  readonly onStep?: OnStep | undefined;
  /** Given all that was known of the files that are there now, not of those of the base. */
  readonly watch?: Watch | undefined;
}

export interface Run {
  readonly settings: Settings;
  /** The configuration file that counted, absolute. */
  readonly configFile: string | undefined;
  readonly excluded: (path: string) => boolean;
  /** The paths of what was read. */
  readonly files: readonly string[];
  /** Whether the run was compared, and if not, why. */
  readonly search: BaseSearch;
  readonly report: RunReport;
  readonly change: RunChange;
}

/** What a reader must know about the change besides its findings. */
export interface RunChange {
  /** Configuration and baseline files that the change touches. */
  readonly configuration: readonly string[];
  readonly governor: Governor;
  /** What these files then say that they did not say before. */
  readonly edits: readonly PolicyEdit[];
  readonly suppressions: readonly NewSuppression[];
  /** Sentences about the comparison itself: the base is gone, a submodule moved. */
  readonly remarks: readonly string[];
}

export async function run(request: RunRequest): Promise<Run> {
  const settings = await readSettings(request, await request.findGovernor());
  const scope = scopeOf(request);
  const head = request.given
    ? { files: request.given, notes: [] }
    : underEditor(discoverFiles(request, scope, settings), request.open ?? []);
  request.onFiles?.(head.files.length);
  boundHeap(head.files.length);
  compileLater();
  const lintFiles = await lintWith(request, settings);
  const result = await judge(head, request, scope, settings, lintFiles);
  const earlier = await readEarlier(await request.findBase(), head, scope, settings, lintFiles);
  return { ...draw(request, settings, result, earlier), files: head.files.map(({ path }) => path) };
}

/** What is read, and what of it was asked for: a template is read with its whole chart. */
interface ReadScope {
  readonly paths: readonly string[];
  readonly charts: readonly string[];
  narrow(result: LintResult): LintResult;
}

function scopeOf({ root, paths, given }: RunRequest): ReadScope {
  const charts = given ? [] : chartsAround(root, paths);
  if (charts.length === 0) return { paths, charts, narrow: (result) => result };
  const isAsked = (path: string) =>
    paths.some((asked) => asked === '.' || path === asked || path.startsWith(`${asked}/`));
  return { paths: [...paths, ...charts], charts, narrow: (result) => narrow(result, isAsked) };
}

function chartNote(path: string): Note {
  return {
    code: 'chart',
    message: 'read as a whole, because a part of this chart was asked for',
    path,
    coverage: 'about',
  };
}

function discoverFiles(request: RunRequest, { paths, charts }: ReadScope, runSettings: RunSettings): Discovery {
  const { settings, excluded, base } = runSettings;
  try {
    const found = discover(request.root, paths, excluded, LIMITS, isQuietUnder(runSettings));
    const left = found.notes.filter(({ coverage }) => coverage !== 'about');
    const seen = {
      paths: [...found.files, ...left].map(({ path }) => path),
      unopened: left.flatMap(({ coverage, path }) => (coverage === 'left-out' ? [path] : [])),
      isWhole: request.paths.includes('.') && base === '',
      base,
    };
    return { ...found, notes: [...found.notes, ...charts.map(chartNote), ...patternNotes(settings, seen)] };
  } catch (error) {
    if (error instanceof PathError) throw new UsageError(`${error.message}.`);
    throw error;
  }
}

/** The digest of a cache takes all texts anyway. */
function isQuietUnder({ settings, lintOptions }: RunSettings): (file: InputFile) => boolean {
  if (settings.cache !== undefined || lintOptions.everything) return () => false;
  const { matters } = filterFor(lintOptions.knowledge);
  return (file) => !matters(file);
}

function underEditor(found: Discovery, open: readonly InputFile[]): Discovery {
  if (open.length === 0) return found;
  const texts = new Map(open.map(({ path, text }) => [path, text]));
  const files = found.files.map((file) => {
    const text = texts.get(file.path);
    return text === undefined ? file : { path: file.path, text };
  });
  return { ...found, files };
}

/** Straight, or with the results of earlier runs at hand. */
async function lintWith({ root }: RunRequest, { settings, judging }: RunSettings): Promise<LintFiles> {
  if (settings.cache === undefined) return lintLazily;
  return (await import('./cached.ts')).lintThroughCache(settings.cache, root, judging);
}

async function judge(
  head: Discovery,
  { root, paths, watch, onStep, isAbandoned, memory }: RunRequest,
  scope: ReadScope,
  { baseline, lintOptions, settings, edits, excluded, judging }: RunSettings,
  lintFiles: LintFiles,
): Promise<LintResult> {
  const isLate = () => isAbandoned?.() === true || lintOptions.isLate?.() === true;
  memory?.begin(judging);
  const isFull = watchHeap();
  const options = { ...lintOptions, isLate, isFull, onStep, memory };
  const all = scope.narrow(await lintFiles(head.files, options, head.notes, watch));
  if (!isLate() && !isFull()) memory?.end();
  if (!baseline || settings.baseline === undefined) return all;
  const entries = baselineScope(settings.baseline, { root, paths, excluded, settings });
  const known = applyBaseline(all, baseline, settings.unsuppressible, entries);
  // Who is taking entries out need not be told to.
  return edits.some(({ setting }) => setting === baseline.path) ? { ...known, notes: all.notes } : known;
}

/** What the findings are set against. */
interface Earlier {
  readonly search: BaseSearch;
  /** Undefined where there is no base, and where nothing that is read differs from it. */
  readonly result: LintResult | undefined;
  readonly notes: readonly Note[];
}

async function readEarlier(
  search: BaseSearch,
  head: Discovery,
  scope: ReadScope,
  { excluded, lintOptions }: RunSettings,
  lintFiles: LintFiles,
): Promise<Earlier> {
  if (search.kind !== 'found') return { search, result: undefined, notes: [] };
  try {
    const { files, notes } = await search.base.files(head, { paths: scope.paths, excluded });
    const result = sameFiles(files, head.files)
      ? undefined
      : scope.narrow(await lintFiles(files, { ...lintOptions, isFull: watchHeap() }));
    return { search, result, notes };
  } catch (error) {
    if (!(error instanceof BaseUnreadable)) throw error;
    return { search: { kind: 'unreachable', reason: error.message }, result: undefined, notes: [] };
  }
}

/** A change that touches nothing that is read needs no second look. */
function sameFiles(before: readonly InputFile[], head: readonly InputFile[]): boolean {
  return (
    before.length === head.length &&
    before.every((file, index) => {
      const other = head[index];
      return file === other || (file.path === other?.path && file.text === other.text);
    })
  );
}

function draw(request: RunRequest, runSettings: RunSettings, judged: LintResult, earlier: Earlier): Omit<Run, 'files'> {
  const { settings, configFile, excluded, lintOptions, policyFiles, governor, edits } = runSettings;
  const { search, result: before } = earlier;
  const base = search.kind === 'found' ? search.base : undefined;
  const remarks = [
    ...(request.remarks ?? []),
    ...runSettings.remarks,
    ...remarksOf(search, governor),
    ...earlier.notes.map(remarkOf),
  ];
  const result = withoutNewSuppressions(settings, judged, earlier);
  const suppressed = result.suppressed.map(({ finding }) => finding);
  const notes = [...remarks.map(comparisonNote), ...edits.slice(0, MOST_EDITS).map((edit) => editNote(edit, governor))];
  const report = createRunReport({
    version: VERSION,
    target: lintOptions.target,
    result: { ...result, notes: [...result.notes, ...notes] },
    comparison:
      base &&
      compareFindings(base.label, before?.findings ?? [...result.findings, ...suppressed], result.findings, suppressed),
    isInDiff: base && inDiff(base),
    failOn: settings['fail-on'],
    minConfidence: settings['min-confidence'],
    subject: { ...request.subject, date: request.today },
    failOnParseError: settings['on-parse-error'] === 'fail',
  });
  const change = {
    configuration: base ? changedConfiguration(base, policyFiles) : [],
    governor,
    edits,
    suppressions: before ? addedSuppressions(before.suppressed, judged.suppressed) : [],
    remarks,
  };
  return { settings, configFile, excluded, search, report, change };
}

/** Where the base is wanted and cannot be read, no suppression is known to be old. */
function withoutNewSuppressions(settings: Settings, judged: LintResult, { search, result }: Earlier): LintResult {
  if (settings['new-suppressions'] === 'allow' || search.kind === 'not-wanted') return judged;
  if (search.kind === 'unreachable') return uncoverIntroduced(judged, []);
  if (!result) return judged;
  return uncoverIntroduced(judged, [...result.findings, ...result.suppressed.map(({ finding }) => finding)]);
}

function remarksOf(search: BaseSearch, governor: Governor): readonly string[] {
  const lost = governor === 'defaults' ? [NOT_GOVERNED] : [];
  switch (search.kind) {
    case 'found':
      return [...search.base.remarks, ...lost];
    case 'unreachable':
      return [`Not compared: ${search.reason}. All findings count.`, ...lost];
    case 'not-wanted':
      return lost;
  }
}

const NOT_GOVERNED =
  'The configuration of the base cannot be read, so the defaults judge this change and not its own configuration; `fetch-depth: 0` in actions/checkout brings the base.';

/** More than a person reads. */
const MOST_EDITS = 50;

function editNote(edit: PolicyEdit, governor: Governor): Note {
  const when = governor === 'head' ? 'and this run already follows it' : 'which counts after the merge';
  const message = `this change edits its own check, ${when}: ${editText(edit)}`;
  return { code: 'configuration', message, path: '.', coverage: 'about' };
}

function remarkOf(note: Note): string {
  return note.path === '.' ? note.message : `${note.path}: ${note.message}`;
}

function inDiff({ changes, prefix }: Base): NonNullable<RunReport['isInDiff']> {
  return ({ span }) => {
    const { source, start, end } = span;
    return touches(changes, prefix + source.path, positionAt(source, start).line, positionAt(source, end).line);
  };
}
