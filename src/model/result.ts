/** What one run of the linter is asked and what it answers. */

import type { Finding, Level } from './finding.ts';
import type { Note } from './note.ts';
import type { RuleId } from './rule-id.ts';
import type { Target } from './target.ts';

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
  /** Parse files without a trigger word too; findings are the same, slower. For tests. */
  readonly everything?: boolean;
}

export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
  readonly by: 'comment' | 'configuration' | 'baseline';
}

export interface Coverage {
  readonly files: number;
  readonly partly: readonly Note[];
  readonly notUnderstood: readonly Note[];
}

export interface LintResult {
  /** In the order of path, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly coverage: Coverage;
  /** Notes that do not lessen coverage. */
  readonly notes: readonly Note[];
}
