/** Whether a run passes, and the one sentence that says so. */

import { CONFIDENCES, type Confidence, type Finding, inOrder, SEVERITIES, type Severity } from '../model/finding.ts';
import type { LintResult } from '../model/result.ts';
import { apart } from '../model/together.ts';
import type { Comparison } from '../stages/compare.ts';
import { countFiles } from './also.ts';
import { countedFindings, type RunReport, type Verdict } from './model.ts';
import { acceptedText, NOTHING_TO_SCAN, quietParts } from './outcome.ts';
import { count, severityCounts, unreadCount } from './words.ts';

export type RunInput = Omit<RunReport, 'verdict'> & {
  /** A file that was not understood fails the run. */
  readonly failOnParseError: boolean;
};

export function createRunReport(input: RunInput): RunReport {
  const { failOnParseError, ...run } = input;
  return { ...run, result: inParts(run), verdict: reachVerdict(input, failOnParseError) };
}

/** Of lines that are told as one, some may be new and others not: every report shows them as the comparison has them. */
function inParts({ result, comparison }: Omit<RunReport, 'verdict'>): LintResult {
  if (!comparison) return result;
  const parts = [...comparison.introduced, ...comparison.existing];
  const compared = new Set(parts);
  return result.findings.every((one) => compared.has(one)) ? result : { ...result, findings: parts.sort(inOrder) };
}

/** True when the finding, or one that is told with it, is severe and sure enough to fail a run. */
export function isFailing(finding: Finding, failOn: Severity | 'never', minConfidence: Confidence): boolean {
  if (failOn === 'never') return false;
  return apart(finding).some(
    ({ severity, confidence }) =>
      SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn) &&
      CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(minConfidence),
  );
}

function reachVerdict(run: RunInput, failOnParseError: boolean): Verdict {
  const { result, failOn, minConfidence } = run;
  if (result.coverage.files === 0) {
    return { conclusion: 'nothing-to-scan', failing: 0, sentence: `${NOTHING_TO_SCAN}.` };
  }
  const counted = countedFindings(run);
  const failing = counted.filter((finding) => isFailing(finding, failOn, minConfidence)).length;
  const unread = failOnParseError ? unreadCount(result.coverage) : 0;
  const conclusion = failing > 0 || unread > 0 ? 'failure' : 'success';
  return { conclusion, failing, sentence: sentenceOf(run, counted.length, failing, unread) };
}

function sentenceOf(run: RunInput, counted: number, failing: number, unread: number): string {
  const { result, failOn, minConfidence } = run;
  const parts = counted > 0 ? [foundText(countedFindings(run), run.comparison)] : [...quietText(run)];
  const threshold = `fail-on ${failOn}, min-confidence ${minConfidence}`;
  if (failing > 0) parts.push(`${failing} ${failing === 1 ? 'fails' : 'fail'} the check (${threshold})`);
  else if (counted > 0 && failOn !== 'never') parts.push(`none fails the check (${threshold})`);
  if (unread > 0) parts.push(`${count(unread, 'file')} not understood, which fails the check (on-parse-error fail)`);
  if (counted > 0 && result.suppressed.length > 0) parts.push(acceptedText(result.suppressed.length));
  return `${parts.join('; ')}.`;
}

function foundText(counted: readonly Finding[], comparison: Comparison | undefined): string {
  if (comparison) {
    const { introduced, existing, fixed, base } = comparison;
    return `${introduced.length} new (${severityCounts(introduced)}), ${existing.length} existing, ${fixed.length} fixed, compared with ${base}`;
  }
  return `${count(counted.length, 'finding')} (${severityCounts(counted)}) in ${count(countFiles(counted), 'file')}`;
}

function quietText({ result, comparison }: RunInput): readonly string[] {
  const parts = quietParts({
    files: result.coverage.files,
    unread: unreadCount(result.coverage),
    accepted: result.suppressed.length,
    comparison: comparison && { existing: comparison.existing.length, fixed: comparison.fixed.length },
  });
  return comparison ? [...parts, `compared with ${comparison.base}`] : parts;
}
