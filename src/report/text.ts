/** The report for a person at a terminal: frames, what, why, what to write instead, then how much was understood. */
import type { Finding } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import { projectFolderOf } from '../recognise/chart-layout.ts';
import { groupBy } from '../text/group.ts';
import { lineText, positionAt, type Source } from '../text/source.ts';
import { alsoText } from './also.ts';
import { oneLine } from './escape.ts';
import { type Mark, renderFrame } from './frame.ts';
import { countedFindings, type RenderOptions, type RunReport } from './model.ts';
import { relatedText } from './reasons.ts';
import { recapLines } from './recap.ts';
import { createStyle, type Style } from './style.ts';
import { wrap } from './width.ts';
import {
  activationText,
  count,
  coverageText,
  noteLine,
  placementText,
  placeText,
  premisesOf,
  unexplainedText,
  unreadLines,
} from './words.ts';

const WIDEST_PROSE = 110;
const MOST_RELATED = 8;
/** More findings than a reader keeps in mind. */
const LONG = 20;

export function renderText(run: RunReport, options: RenderOptions): string {
  const style = createStyle(options.color, options.hyperlinks);
  const blocks = countedFindings(run).map((finding) => renderFinding(finding, options, style));
  if (options.quiet) return blocks.map((block) => `${block}\n\n`).join('');
  const recap = blocks.length > LONG ? [recapLines(countedFindings(run)).join('\n')] : [];
  return `${[...blocks, ...recap, ...renderNotes(run, options, style), renderVerdict(run, options, style)].join('\n\n')}\n`;
}

function renderFinding(finding: Finding, options: RenderOptions, style: Style): string {
  const head = `${style.paint(finding.severity, finding.severity)} ${style.link(style.paint('strong', finding.rule), finding.help)}`;
  const gutter = gutterOf(finding);
  const details = [
    ['why', finding.because],
    ['instead', finding.instead],
    ['where', whereText(finding, options)],
    // What the frames have no room for.
    ['also at', finding.related.length > MOST_RELATED ? alsoText(finding, options.pathOf) : ''],
  ] as const;
  return [
    head,
    ...wrap(oneLine(finding.message), proseWidth(options, 0)),
    ...renderFrames(finding, options, style),
    ...details.flatMap(([name, text]) => renderDetail(name, text, gutter, options, style)),
  ].join('\n');
}

/** Where it runs, when, and how sure that is. */
export function whereText(finding: Finding, { pathOf }: Pick<RenderOptions, 'pathOf'>): string {
  return `${placementText(finding)}; ${activationText(finding.activation, pathOf)}; confidence ${finding.confidence}`;
}

/** The lines of code of a finding, file by file. */
export function renderFrames(
  finding: Finding,
  options: Pick<RenderOptions, 'pathOf' | 'width'>,
  style: Style,
): readonly string[] {
  const gutter = gutterOf(finding);
  const frames = marksByFile(finding).flatMap(({ source, marks }, index) => {
    const place = positionAt(source, (marks.find((mark) => mark.caret === '^') ?? marks[0])?.span.start ?? 0);
    const at = `${oneLine(options.pathOf(source.path))}:${place.line}:${place.column}`;
    const arrow = index === 0 ? '-->' : ':::';
    return [
      `${' '.repeat(gutter)}${style.paint('dim', arrow)} ${at}`,
      ...renderFrame(source, marks, gutter, options.width, style),
    ];
  });
  const more = finding.related.length - MOST_RELATED;
  return more > 0 ? [...frames, `${' '.repeat(gutter)} … and ${count(more, 'more place')}`] : frames;
}

function renderDetail(name: string, text: string, gutter: number, options: RenderOptions, style: Style): string[] {
  if (text === '') return [];
  const indent = ' '.repeat(gutter + 1);
  const lines = wrap(oneLine(text), proseWidth(options, gutter + 12));
  return lines.map((line, index) =>
    index === 0
      ? `${indent}${style.paint('dim', '=')} ${style.paint('strong', name.padEnd(8))} ${line}`
      : `${indent}${' '.repeat(11)}${line}`,
  );
}

function proseWidth(options: RenderOptions, taken: number): number {
  return Math.max(30, Math.min(options.width, WIDEST_PROSE) - taken);
}

/** The primary file first, then the related ones in their order. */
function marksByFile(finding: Finding): readonly { readonly source: Source; readonly marks: readonly Mark[] }[] {
  const primary: Mark = {
    span: finding.span,
    label: placeText(finding.placement.place),
    role: finding.severity,
    caret: '^',
  };
  const related = finding.related
    .slice(0, MOST_RELATED)
    .map((one): Mark => ({ span: one.span, label: oneLine(relatedText(one)), role: 'related', caret: '-' }));
  const files = new Map<string, { readonly source: Source; readonly marks: Mark[] }>();
  for (const mark of [primary, ...related]) {
    const { source } = mark.span;
    const file = files.get(source.path);
    if (file) file.marks.push(mark);
    else files.set(source.path, { source, marks: [mark] });
  }
  return [...files.values()];
}

function gutterOf(finding: Finding): number {
  const spans = [finding.span, ...finding.related.slice(0, MOST_RELATED).map((related) => related.span)];
  return Math.max(...spans.map((span) => String(positionAt(span.source, span.end).line).length));
}

function renderNotes(run: RunReport, options: RenderOptions, style: Style): string[] {
  const { coverage, notes } = run.result;
  const lines = [
    ...noteLines(notes, options, style),
    ...coverage.partly.map((note) => noteText('partly', note, options, style)),
    ...coverage.notUnderstood.map((note) => noteText('not understood', note, options, style)),
    ...unreadLines(coverage, options.pathOf).map(([title, text]) => `${style.paint('dim', title)} ${oneLine(text)}`),
    ...unexplainedLines(run, options, style),
  ];
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function unexplainedLines({ result }: RunReport, options: RenderOptions, style: Style): readonly string[] {
  const { unexplained } = result.coverage;
  const sentence = unexplainedText(unexplained);
  if (sentence === undefined) return [];
  const title = style.paint('dim', 'unexplained');
  if (!options.showUnexplained) return [`${title} ${sentence} (--show-unexplained lists them)`];
  const more = unexplained.count - unexplained.lines.length;
  return [
    `${title} ${sentence}:`,
    ...unexplained.lines.map(({ source, start }) => {
      const { line } = positionAt(source, start);
      const text = oneLine(lineText(source, line).trim().slice(0, LONGEST_LINE));
      return `  ${oneLine(options.pathOf(source.path))}:${line} ${style.paint('dim', text)}`;
    }),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

const LONGEST_LINE = 160;

/** A chart whose dependency is missing fails at every place that uses it: the first one tells of them all. */
function noteLines(notes: readonly Note[], options: RenderOptions, style: Style): readonly string[] {
  const groups = groupBy(notes, (note) =>
    FOLDED.has(note.code) ? `${note.code}\0${projectFolderOf(note.path)}` : note,
  );
  return [...groups.values()].flatMap((group) => {
    const shown = group.slice(0, 1).map((note) => noteText('note', note, options, style));
    const more = group.length - shown.length;
    if (more === 0) return shown;
    const [first] = group;
    const chart = oneLine(options.pathOf(projectFolderOf(first?.path ?? '')));
    return [...shown, style.paint('dim', `     and ${more} more in ${chart} (--format compact lists them)`)];
  });
}

const FOLDED: ReadonlySet<Note['code']> = new Set(['template', 'chart']);

function noteText(kind: string, note: Note, options: RenderOptions, style: Style): string {
  const line = noteLine(note);
  const at = `${oneLine(options.pathOf(note.path))}${line === undefined ? '' : `:${line}`}`;
  return `${style.paint('dim', kind)} ${at}: ${oneLine(note.message)} ${style.paint('dim', `(${note.code})`)}`;
}

function renderVerdict(run: RunReport, options: RenderOptions, style: Style): string {
  const { verdict, result } = run;
  const role = verdict.conclusion === 'success' ? 'success' : verdict.conclusion === 'failure' ? 'error' : 'warning';
  return [
    ...premisesOf(countedFindings(run)).flatMap((premise) => wrap(premise, proseWidth(options, 0))),
    coverageText(result.coverage),
    style.paint(role, oneLine(verdict.sentence)),
  ].join('\n');
}
