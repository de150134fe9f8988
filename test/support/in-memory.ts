/** Lints texts given in code, for tests that need no folder. */

import { lint } from '../../src/lint.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { LintOptions, LintResult } from '../../src/model/result.ts';
import { positionAt, spanText } from '../../src/text/source.ts';
import { lintOptions } from './lint-options.ts';

/** Texts by their paths. */
export type Files = Readonly<Record<string, string>>;

export function lintTexts(files: Files, changes: Partial<LintOptions> = {}): LintResult {
  return lint(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    lintOptions(changes),
  );
}

/** `path:line:column severity rule "text"`, one for each finding. */
export function summaries(findings: readonly Finding[]): string[] {
  return findings.map((finding) => {
    const { line, column } = positionAt(finding.span.source, finding.span.start);
    return `${finding.span.source.path}:${line}:${column} ${finding.severity} ${finding.rule} ${JSON.stringify(spanText(finding.span))}`;
  });
}

/** The summaries of what is louder than a notice. */
export function loud(files: Files): string[] {
  return summaries(lintTexts(files).findings.filter(({ severity }) => severity !== 'notice'));
}
