/** Findings as an editor shows them. */
import type { Diagnostic, DiagnosticSeverity, Location, Range, TextEdit } from 'vscode-languageserver';
import { isChartArchive } from '../files/names.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { apart } from '../model/together.ts';
import { TOOL } from '../model/tool.ts';
import { markdownSentence, oneLine, truncate } from '../report/escape.ts';
import { type Edit, editsOf, withoutOverlaps } from '../report/fixes.ts';
import { relatedText } from '../report/reasons.ts';
import { whereText } from '../report/text.ts';
import { whyText } from '../report/words.ts';
import { groupBy } from '../text/group.ts';
import { positionAt, type Source, type Span } from '../text/source.ts';
import { createRanges } from './positions.ts';
import type { FileReport, Problem, ProblemFix } from './scan-request.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, notice: 3 };
const LONGEST_TITLE = 80;
const MOST_RELATED = 20;

/** `uriOf` is given paths relative to the scanned root. */
export function fileReports(all: readonly Finding[], uriOf: (path: string) => string): readonly FileReport[] {
  // Who has one of several copies open sees what is said about it.
  const findings = all.flatMap(apart);
  const shown = createShown(uriOf);
  const problems = groupBy(findings, ({ span }) => shown.locationOf(span).uri);
  const edited = groupBy(
    findings.filter(({ fix }) => fix?.safety === 'safe'),
    ({ fix, span }) => uriOf((fix?.span ?? span).source.path),
  );
  return [...new Set([...problems.keys(), ...edited.keys()])].map((uri) => ({
    uri,
    problems: (problems.get(uri) ?? []).map((finding) => problemOf(finding, shown)),
    safeEdits: safeEdits(edited.get(uri) ?? [], shown),
  }));
}

interface Shown {
  locationOf(span: Span): Location;
  /** What stands before the words about a place that an editor cannot open. */
  prefixOf(span: Span): string;
  editsOf(source: Source, edits: readonly Edit[]): readonly TextEdit[];
  uriOf(path: string): string;
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function createShown(uriOf: (path: string) => string): Shown {
  const rangeOf = createRanges();
  return {
    uriOf,
    locationOf(span) {
      const archive = archiveOf(span.source.path);
      return archive === undefined
        ? { uri: uriOf(span.source.path), range: rangeOf(span) }
        : { uri: uriOf(archive), range: START };
    },
    prefixOf({ source, start }) {
      const archive = archiveOf(source.path);
      return archive === undefined
        ? ''
        : `${oneLine(source.path.slice(archive.length + 1))}:${positionAt(source, start).line}: `;
    },
    editsOf: (source, edits) =>
      edits.map(({ start, end, text }) => ({ range: rangeOf({ source, start, end }), newText: text })),
  };
}

/** The packaged chart that holds a file. */
function archiveOf(path: string): string | undefined {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
    if (isChartArchive(path.slice(0, end))) return path.slice(0, end);
  return undefined;
}

function problemOf(finding: Finding, shown: Shown): Problem {
  return {
    rule: finding.rule,
    diagnostic: diagnosticOf(finding, shown),
    words: wordsOf(finding),
    fix: fixOf(finding, shown),
  };
}

function diagnosticOf(finding: Finding, shown: Shown): Diagnostic {
  const related = finding.related.slice(0, MOST_RELATED).map((one) => ({
    location: shown.locationOf(one.span),
    message: `${shown.prefixOf(one.span)}${oneLine(relatedText(one))}`,
  }));
  const lines = [finding.message, whyText(finding), finding.instead === '' ? '' : `Instead: ${finding.instead}`];
  return {
    range: shown.locationOf(finding.span).range,
    severity: SEVERITY[finding.severity],
    source: TOOL,
    code: finding.rule,
    codeDescription: { href: finding.help },
    message: `${shown.prefixOf(finding.span)}${lines
      .filter((line) => line !== '')
      .map(oneLine)
      .join('\n')}`,
    relatedInformation: related,
    data: finding.fingerprint,
  };
}

function wordsOf(finding: Finding): string {
  const where = whereText(finding, { pathOf: (path) => path });
  const paragraphs = [
    `**${finding.severity}** [${finding.rule}](${finding.help}): ${markdownSentence(finding.message)}`,
    markdownSentence(whyText(finding)),
    finding.instead === '' ? '' : `**Instead**: ${markdownSentence(finding.instead)}`,
    `**Where**: ${markdownSentence(where)}`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function fixOf(finding: Finding, shown: Shown): ProblemFix | undefined {
  const { fix } = finding;
  if (!fix || archiveOf(fix.span.source.path) !== undefined) return undefined;
  const isSafe = fix.safety === 'safe';
  const edits = withoutOverlaps([editsOf(finding.fix, true)]);
  if (edits.length === 0) return undefined;
  return {
    title: isSafe ? fixTitle(fix.replacement) : `${fixTitle(fix.replacement)} (only where nodes run the new runtime)`,
    isSafe,
    uri: shown.uriOf(fix.span.source.path),
    edits: shown.editsOf(fix.span.source, edits),
  };
}

function fixTitle(replacement: string): string {
  const [first = '', ...more] = replacement.trim().split('\n');
  if (first === '') return 'Remove it';
  return `Write ${truncate(oneLine(first.trim()), LONGEST_TITLE)}${more.length > 0 ? ' …' : ''}`;
}

function safeEdits(findings: readonly Finding[], shown: Shown): readonly TextEdit[] {
  const source = findings[0]?.fix?.span.source;
  if (!source || archiveOf(source.path) !== undefined) return [];
  return shown.editsOf(source, withoutOverlaps(findings.map((finding) => editsOf(finding.fix, false))));
}
