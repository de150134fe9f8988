/**
 * What a comment is made of. It is the shape of our own JSON report, so that a comment is the same whether the run that
 * found the problems writes it or, for a fork, a second workflow that only has the report.
 */
import type { Severity } from '../model/finding.ts';
import type { Coverage } from '../model/result.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { RunChange } from '../run/run.ts';

export interface CommentReport {
  readonly summary: {
    readonly conclusion: 'success' | 'failure' | 'nothing-to-scan';
    readonly suppressed: number;
    readonly comparedWith?: string | undefined;
  };
  readonly target: { readonly runtime: string; readonly kubernetesVersion: string };
  readonly findings: readonly CommentFinding[];
  readonly fixed?: readonly CommentFinding[] | undefined;
  readonly coverage: {
    readonly files: number;
    readonly fully: number;
    readonly partly: readonly CommentNote[];
    readonly notUnderstood: readonly CommentNote[];
    readonly otherKinds: Coverage['otherKinds'];
    readonly leftOut: Coverage['leftOut'];
    readonly unexplained: Pick<Coverage['unexplained'], 'count'>;
  };
  readonly change: ChangeFacts;
}

export interface CommentFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly instead: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number; readonly column: number } };
  readonly activation: { readonly kind: 'default' | 'when' | 'conditional'; readonly settings?: readonly string[] };
  readonly fingerprint: string;
  /** The other lines that are told with it. */
  readonly also?: readonly Pick<CommentFinding, 'location' | 'fingerprint'>[] | undefined;
  readonly state?: 'new' | 'existing' | undefined;
}

export interface CommentNote {
  readonly path: string;
  readonly line?: number | undefined;
  readonly message: string;
}

/** What a report does not say of itself: which commit its lines belong to, and what the change does besides. */
export interface ChangeFacts extends RunChange {
  readonly commit: string;
}

/** The findings that count: the new ones when comparing. */
export function countedOf(report: Pick<CommentReport, 'findings' | 'summary'>): readonly CommentFinding[] {
  if (report.summary.comparedWith === undefined) return report.findings;
  return report.findings.filter((finding) => finding.state === 'new');
}

export function existingOf(report: Pick<CommentReport, 'findings' | 'summary'>): readonly CommentFinding[] {
  if (report.summary.comparedWith === undefined) return [];
  return report.findings.filter((finding) => finding.state !== 'new');
}
