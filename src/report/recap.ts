/** A long list at a glance: how many of which rule, the worst first. */
import type { Finding, Severity } from '../model/finding.ts';
import { groupBy } from '../text/group.ts';
import { countFiles } from './also.ts';
import { count, countBySeverity, severityCounts } from './words.ts';

interface RuleGroup {
  readonly rule: string;
  readonly members: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Groups of one rule each, the worst first. */
export function byRule(findings: readonly Finding[]): readonly RuleGroup[] {
  return [...groupBy(findings, ({ rule }) => rule)]
    .map(([rule, members]) => ({ rule, members, counts: countBySeverity(members) }))
    .sort(
      (a, b) =>
        b.counts.error - a.counts.error || b.counts.warning - a.counts.warning || b.members.length - a.members.length,
    );
}

export function recapLines(findings: readonly Finding[]): readonly string[] {
  const rows = byRule(findings);
  const column = Math.max(0, ...rows.map(({ rule }) => rule.length));
  return rows.map(
    ({ rule, members }) =>
      `${String(members.length).padStart(5)}  ${rule.padEnd(column)}  ${severityCounts(members)} in ${count(countFiles(members), 'file')}`,
  );
}
