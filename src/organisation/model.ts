/** What is known of many repositories, each from the JSON report of a run of its own. */
import type { Severity } from '../model/finding.ts';
import type { RuleId } from '../model/rule-id.ts';

export type SeverityCounts = Readonly<Record<Severity, number>>;

export interface Survey {
  /** In the order of `worstFirst`. */
  readonly repositories: readonly Repository[];
  /** In the order of how many repositories it concerns. */
  readonly rules: readonly RuleRow[];
}

export type Repository =
  | { readonly state: 'looked-at'; readonly name: string; readonly report: RepositoryReport }
  /** Nothing is known, which is not the same as nothing found. */
  | { readonly state: 'not-looked-at'; readonly name: string; readonly reason: string };

export interface RepositoryReport {
  readonly commit: string | undefined;
  /** As 2027-01-31. */
  readonly date: string | undefined;
  readonly conclusion: 'success' | 'failure' | 'nothing-to-scan';
  readonly counts: SeverityCounts;
  readonly suppressed: number;
  readonly files: number;
  readonly notUnderstood: number;
  readonly findings: readonly BriefFinding[];
}

export interface BriefFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly instead: string;
}

export interface RuleRow {
  readonly rule: RuleId;
  readonly counts: SeverityCounts;
  readonly repositories: number;
}
