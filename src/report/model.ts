/** What every reporter is given: one immutable picture of a run. */

import type { Confidence, Finding, Severity } from '../model/finding.ts';
import type { LintResult } from '../model/result.ts';
import type { Target } from '../model/target.ts';
import type { Comparison } from '../stages/compare.ts';
import type { HistoryPoint } from './history.ts';

export interface RunReport {
  readonly version: string;
  readonly target: Target;
  readonly result: LintResult;
  /** Undefined when the whole repository is judged. */
  readonly comparison: Comparison | undefined;
  /** Whether a finding's lines are part of the diff that a reviewer sees; undefined when there is none. */
  readonly isInDiff?: ((finding: Finding) => boolean) | undefined;
  readonly failOn: Severity | 'never';
  readonly minConfidence: Confidence;
  /** What was looked at and when, for a report that is kept. */
  readonly subject?: Subject | undefined;
  readonly verdict: Verdict;
}

export interface Subject {
  /** What the repository is called. */
  readonly name: string;
  readonly commit: string | undefined;
  /** As 2027-01-31. */
  readonly date: string;
}

export interface Verdict {
  readonly conclusion: 'success' | 'failure' | 'nothing-to-scan';
  /** Findings at or over the threshold: of the introduced ones when comparing. */
  readonly failing: number;
  /** One sentence for people. */
  readonly sentence: string;
}

/** The findings that count: those that the change introduces when comparing, all of them otherwise. */
export function countedFindings(run: Pick<RunReport, 'comparison' | 'result'>): readonly Finding[] {
  return run.comparison?.introduced ?? run.result.findings;
}

/** How a report is printed, where its reader is. */
export interface RenderOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether a terminal shows the report, which obeys what a name may hold. */
  readonly terminal: boolean;
  /** Whether the terminal shows OSC 8 links. */
  readonly hyperlinks: boolean;
  /** Findings and nothing else. */
  readonly quiet?: boolean;
  /** Each line that nothing explains, not only their number. */
  readonly showUnexplained?: boolean;
  /** The path that a reader can open for a path of the report, which is relative to the scanned root. */
  readonly pathOf: (path: string) => string;
  /** What earlier reports counted, for HTML; the run itself is the last point. */
  readonly history?: readonly HistoryPoint[] | undefined;
  /** An address that shows the lines of a file, for Markdown and HTML. */
  readonly linkOf?: ((path: string, line: number, endLine: number) => string | undefined) | undefined;
  /** Tells several uploads of one commit apart in SARIF: the workflow, job and matrix entry. */
  readonly category?: string | undefined;
}

export const PLAIN: RenderOptions = {
  color: false,
  width: 100,
  terminal: false,
  hyperlinks: false,
  pathOf: (path) => path,
};
