/** What a run says when only some of the files that it read were asked for. */
import type { Finding } from '../model/finding.ts';
import type { LintResult } from '../model/result.ts';
import type { Span } from '../text/source.ts';

/** The findings that stand in a file that was asked for, or that come about through one. */
export function narrow(result: LintResult, isAsked: (path: string) => boolean): LintResult {
  const asked = (span: Span | undefined): boolean => span !== undefined && isAsked(span.source.path);
  const concerns = ({ span, related, activation }: Finding): boolean =>
    asked(span) ||
    related.some((other) => asked(other.span)) ||
    (activation.kind !== 'default' && asked(activation.span));
  return {
    ...result,
    findings: result.findings.filter(concerns),
    suppressed: result.suppressed.filter(({ finding }) => concerns(finding)),
  };
}
