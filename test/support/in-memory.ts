/** Lints texts given in code, for tests that need no folder. */

import { lint } from '../../src/lint.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { LintOptions, LintResult } from '../../src/model/result.ts';
import type { TargetRuntime } from '../../src/model/target.ts';
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

/** `path:line severity rule`, one for each finding. */
export function linesOf(files: Files): readonly string[] {
  return lintTexts(files).findings.map((finding) => `${finding.span.source.path}:${lineOf(finding)}`);
}

/** `line severity rule`, one for each finding, where one file is meant. */
export function bareLinesOf(files: Files): readonly string[] {
  return lintTexts(files).findings.map(lineOf);
}

function lineOf({ span, severity, rule }: Finding): string {
  return `${positionAt(span.source, span.start).line} ${severity} ${rule}`;
}

/** What is advised, without what else serves. */
export function adviceIn(files: Files, runtime: TargetRuntime = 'containerd'): readonly string[] {
  return lintTexts(files, { target: { runtime, minor: 37 } }).findings.map(({ instead }) =>
    instead.replace(/ \(or: .*$/s, ''),
  );
}
