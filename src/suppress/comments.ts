/** Takes out what comments suppress, and tells which suppressions are wrong, expired, forbidden or of no use. */
import type { Finding } from '../model/finding.ts';
import type { InputFile } from '../model/input.ts';
import type { Note } from '../model/note.ts';
import type { LintOptions, Suppressed } from '../model/result.ts';
import type { RuleId } from '../model/rule-id.ts';
import { groupBy } from '../text/group.ts';
import { once } from '../text/once.ts';
import { firstIndex } from '../text/search.ts';
import { createSource, positionAt, type Span } from '../text/source.ts';
import { type Directive, type Lines, mentionsDirective, readDirectives } from './directive.ts';

export interface Suppression {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly notes: readonly Note[];
}

type SuppressOptions = Pick<LintOptions, 'unsuppressible' | 'today' | 'levelOf'>;

export function suppress(
  files: readonly InputFile[],
  findings: readonly Finding[],
  options: SuppressOptions,
): Suppression {
  const byPath = groupBy(findings, (finding) => finding.span.source.path);
  const reasons = new Map<Finding, string>();
  const notes: Note[] = [];
  for (const file of files) {
    if (!mentionsDirective(file.text)) continue;
    const { directives, errors } = readDirectives(createSource(file.path, file.text));
    for (const { span, message } of errors) notes.push(note(span, message));
    const placed = groupBy((byPath.get(file.path) ?? []).map(placedOf), ({ finding }) => finding.rule);
    for (const directive of directives) applyDirective(directive, placed, options, reasons, notes);
  }
  const suppressed = findings.flatMap((finding): Suppressed[] => {
    const reason = reasons.get(finding);
    return reason === undefined ? [] : [{ finding, reason, by: 'comment' }];
  });
  return { findings: findings.filter((finding) => !reasons.has(finding)), suppressed, notes };
}

interface Placed {
  readonly finding: Finding;
  readonly lines: Lines;
}

function placedOf(finding: Finding): Placed {
  return { finding, lines: linesOf(finding.span) };
}

function applyDirective(
  directive: Directive,
  placed: ReadonlyMap<RuleId, readonly Placed[]>,
  options: SuppressOptions,
  reasons: Map<Finding, string>,
  notes: Note[],
): void {
  const { span, until } = directive;
  for (const rule of directive.rules) {
    const findings = placed.get(rule) ?? [];
    const matching = coveredBy(directive, findings);
    if (matching.length === 0) {
      if (options.levelOf(rule, span.source.path) !== 'off')
        notes.push(note(span, uselessText(rule, directive, findings)));
    } else if (options.unsuppressible.includes(rule)) {
      notes.push(note(span, `the configuration does not allow ${rule} to be suppressed`));
    } else if (until !== undefined && until < options.today) {
      notes.push(note(span, `the suppression of ${rule} expired on ${until}; the finding counts again`));
    } else {
      for (const { finding } of matching) if (!reasons.has(finding)) reasons.set(finding, directive.reason);
    }
  }
}

/** `findings` are in the order of their lines. */
function coveredBy({ lines }: Directive, findings: readonly Placed[]): readonly Placed[] {
  if (!lines) return findings;
  const from = firstFrom(findings, lines.first - mostLines(findings));
  const to = firstFrom(findings, lines.last + 1);
  return findings.slice(from, to).filter(({ lines: { last } }) => last >= lines.first);
}

/** The index of the first finding that begins on a line or below it. */
function firstFrom(findings: readonly Placed[], line: number): number {
  return firstIndex(findings.length, (index) => (findings[index]?.lines.first ?? 0) < line);
}

/** How many lines the longest finding goes on after its first. */
const mostLines = once((findings: readonly Placed[]): number =>
  findings.reduce((most, { lines }) => Math.max(most, lines.last - lines.first), 0),
);

function linesOf(span: Span): Lines {
  return {
    first: positionAt(span.source, span.start).line,
    last: positionAt(span.source, Math.max(span.start, span.end - 1)).line,
  };
}

/** Says where the finding is that the suppression may have meant. */
function uselessText(rule: RuleId, { lines }: Directive, findings: readonly Placed[]): string {
  if (!lines || findings.length === 0) return `unused suppression: ${rule} reports nothing in this file`;
  const below = firstFrom(findings, lines.first);
  const near = [below - 1, below]
    .flatMap((index) => findings[index]?.lines.first ?? [])
    .reduce((a, b) => (Math.abs(b - lines.first) < Math.abs(a - lines.first) ? b : a));
  return `unused suppression: ${rule} reports nothing on line ${lines.first}; the nearest finding is on line ${near}`;
}

function note(span: Span, message: string): Note {
  return { code: 'suppression', message, path: span.source.path, span, coverage: 'about' };
}
