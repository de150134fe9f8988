/** What one run of the linter is asked and what it answers. */

import type { Span } from '../text/source.ts';
import type { Finding, Level } from './finding.ts';
import type { Knowledge } from './knowledge.ts';
import type { Memory } from './memory.ts';
import type { LeftOutReason, Note } from './note.ts';
import type { RuleId } from './rule-id.ts';
import type { Target } from './target.ts';

export type OnStep = (stage: 'reading' | 'judging', done: number, of: number) => void;

export interface LintOptions {
  readonly target: Target;
  /** What the configuration says about a rule in a file; undefined leaves the judgement as it is. */
  levelOf(rule: RuleId, path: string): Level | undefined;
  /** Rules that no comment may suppress. */
  readonly unsuppressible: readonly RuleId[];
  /** The day that `until=` of a suppression is compared with, as 2027-01-31. */
  readonly today: string;
  /** Values files for charts, in helm's order, relative to the scanned root. */
  readonly values: readonly string[];
  /** What the configuration adds to the tables. */
  readonly knowledge?: Knowledge;
  /** Whether the run has taken longer than it may; files that are not read by then are told in notes. */
  readonly isLate?: () => boolean;
  /** Whether the memory of the process is nearly used up; files that are not read by then are told in notes. */
  readonly isFull?: () => boolean;
  /** Told how far the run is. */
  readonly onStep?: OnStep | undefined;
  /** What earlier runs read. */
  readonly memory?: Memory | undefined;
  /** Parse files without a trigger word too; findings are the same, slower. For tests. */
  readonly everything?: boolean;
}

export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
  readonly by: 'comment' | 'configuration' | 'baseline';
}

/** Every file below the root is in one class: read fully, partly or not understood (`files`), of another kind, or left out. */
export interface Coverage {
  /** Files of the kinds that are read; those that neither `partly` nor `notUnderstood` names were read fully. */
  readonly files: number;
  readonly partly: readonly Note[];
  readonly notUnderstood: readonly Note[];
  /** What is read nowhere here, by extension, the most frequent first. */
  readonly otherKinds: readonly KindCount[];
  /** What a rule keeps from being read, the most frequent reason first. */
  readonly leftOut: readonly LeftOut[];
  readonly unexplained: Unexplained;
}

/** Lines that speak of Docker on nodes or in pods, and about which nothing is known. */
export interface Unexplained {
  readonly count: number;
  /** The first of them, in order: the word that speaks of Docker. */
  readonly lines: readonly Span[];
}

export const NOTHING_UNEXPLAINED: Unexplained = { count: 0, lines: [] };

export interface KindCount {
  /** `.go`; null for files without an extension. */
  readonly kind: string | null;
  readonly files: number;
}

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly files: number;
  /** The first of the files or folders, in order. */
  readonly paths: readonly string[];
}

export interface LintResult {
  /** In the order of path, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly coverage: Coverage;
  /** Notes that do not lessen coverage. */
  readonly notes: readonly Note[];
}
