/** One line a finding: `compact` as compilers print it, for editors; `agent` with reason and advice, for language models. */
import type { Finding } from '../model/finding.ts';
import { positionAt } from '../text/source.ts';
import { alsoText, countedLines } from './also.ts';
import { oneLine } from './escape.ts';
import { countedFindings, type RenderOptions, type RunReport } from './model.ts';
import { createStyle } from './style.ts';
import { activationText, coverageText, placeText, premisesOf } from './words.ts';

export function renderCompact(run: RunReport, options: RenderOptions): string {
  const style = createStyle(options.color, options.hyperlinks);
  const lines = countedLines(run).map(
    (finding) =>
      `${place(finding, options)}: ${style.paint(finding.severity, finding.severity)}: ${oneLine(finding.message)} [${style.link(finding.rule, finding.help)}]`,
  );
  return lines.map((line) => `${line}\n`).join('') + epilogue(run, options);
}

export function renderAgent(run: RunReport, options: RenderOptions): string {
  const lines = countedFindings(run).map((finding) => {
    const where = `${placeText(finding.placement.place)}, ${activationText(finding.activation, options.pathOf)}`;
    const parts = [finding.message, `why: ${finding.because}`, `instead: ${finding.instead}`, `where: ${where}`];
    const also = alsoText(finding, options.pathOf);
    if (also !== '') parts.push(`also at: ${also}`);
    return `${place(finding, options)} ${finding.severity} ${finding.rule} (${finding.confidence}) ${parts.map(oneLine).join(' | ')}`;
  });
  const premises = options.quiet ? [] : premisesOf(countedFindings(run));
  return [...lines, ...premises].map((line) => `${line}\n`).join('') + epilogue(run, options);
}

function place(finding: Finding, { pathOf }: RenderOptions): string {
  const { line, column } = positionAt(finding.span.source, finding.span.start);
  return `${oneLine(pathOf(finding.span.source.path))}:${line}:${column}`;
}

function epilogue(run: RunReport, options: RenderOptions): string {
  return options.quiet ? '' : `${[...noteLines(run, options), ...closing(run)].join('\n')}\n`;
}

function noteLines(run: RunReport, { pathOf }: RenderOptions): readonly string[] {
  const { notes, coverage } = run.result;
  return [...notes, ...coverage.partly, ...coverage.notUnderstood].map((note) => {
    const { line, column } = note.span ? positionAt(note.span.source, note.span.start) : { line: 1, column: 1 };
    return `${oneLine(pathOf(note.path))}:${line}:${column}: note: ${oneLine(note.message)} [${note.code}]`;
  });
}

function closing(run: RunReport): readonly string[] {
  return [coverageText(run.result.coverage), oneLine(run.verdict.sentence)];
}
