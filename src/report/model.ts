/** What every reporter is given: one immutable picture of a run. */
import type { Comparison } from '../compare.ts';
import type { Confidence, Severity } from '../finding.ts';
import type { LintResult } from '../lint.ts';
import type { Target } from '../rules/rule.ts';

export interface RunReport {
  readonly version: string;
  readonly target: Target;
  readonly result: LintResult;
  /** Undefined when the whole repository is judged. */
  readonly comparison: Comparison | undefined;
  readonly failOn: Severity | 'never';
  readonly minConfidence: Confidence;
  readonly verdict: Verdict;
}

export interface Verdict {
  readonly conclusion: 'success' | 'failure' | 'nothing-to-scan';
  /** Findings at or over the threshold: of the introduced ones when comparing. */
  readonly failing: number;
  /** One sentence for people. */
  readonly sentence: string;
}
