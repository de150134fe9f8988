/** Takes out what comments suppress, and tells which suppressions are wrong, expired, forbidden or of no use. */
import type { Finding } from '../model/finding.ts';
import type { InputFile } from '../model/input.ts';
import type { Note } from '../model/note.ts';
import type { LintOptions, Suppressed } from '../model/result.ts';
import type { RuleId } from '../model/rule-id.ts';
import { groupBy } from '../text/group.ts';
import { createSource, positionAt, type Span } from '../text/source.ts';
import { type Directive, readDirectives } from './directive.ts';

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
    if (!file.text.includes('dockershim:')) continue;
    const { directives, errors } = readDirectives(createSource(file.path, file.text));
    for (const { span, message } of errors) notes.push(note(span, message));
    for (const directive of directives) applyDirective(directive, byPath.get(file.path) ?? [], options, reasons, notes);
  }
  const suppressed = findings.flatMap((finding): Suppressed[] => {
    const reason = reasons.get(finding);
    return reason === undefined ? [] : [{ finding, reason, by: 'comment' }];
  });
  return { findings: findings.filter((finding) => !reasons.has(finding)), suppressed, notes };
}

function applyDirective(
  directive: Directive,
  findings: readonly Finding[],
  options: SuppressOptions,
  reasons: Map<Finding, string>,
  notes: Note[],
): void {
  const { span, until } = directive;
  for (const rule of directive.rules) {
    const matching = findings.filter((finding) => finding.rule === rule && covers(directive, finding));
    if (matching.length === 0) {
      if (options.levelOf(rule, span.source.path) !== 'off')
        notes.push(note(span, uselessText(rule, directive, findings)));
    } else if (options.unsuppressible.includes(rule)) {
      notes.push(note(span, `the configuration does not allow ${rule} to be suppressed`));
    } else if (until !== undefined && until < options.today) {
      notes.push(note(span, `the suppression of ${rule} expired on ${until}; the finding counts again`));
    } else {
      for (const finding of matching) if (!reasons.has(finding)) reasons.set(finding, directive.reason);
    }
  }
}

function covers(directive: Directive, finding: Finding): boolean {
  const { lines } = directive;
  if (!lines) return true;
  const { first, last } = linesOf(finding.span);
  return first <= lines.last && last >= lines.first;
}

function linesOf(span: Span): { readonly first: number; readonly last: number } {
  return {
    first: positionAt(span.source, span.start).line,
    last: positionAt(span.source, Math.max(span.start, span.end - 1)).line,
  };
}

/** Says where the finding is that the suppression may have meant. */
function uselessText(rule: RuleId, { lines }: Directive, findings: readonly Finding[]): string {
  const others = findings.filter((finding) => finding.rule === rule).map((finding) => linesOf(finding.span).first);
  if (!lines || others.length === 0) return `this suppression is of no use: ${rule} finds nothing in this file`;
  const near = others.reduce((a, b) => (Math.abs(b - lines.first) < Math.abs(a - lines.first) ? b : a));
  return `this suppression is of no use: ${rule} finds nothing on line ${lines.first}; the nearest finding is on line ${near}`;
}

function note(span: Span, message: string): Note {
  return { code: 'suppression', message, path: span.source.path, span, coverage: 'about' };
}
