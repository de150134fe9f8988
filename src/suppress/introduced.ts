/** Takes back what the comments of a change suppress among the findings that the change introduces. */
import { type Finding, inOrder } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { LintResult, Suppressed } from '../model/result.ts';
import { apart } from '../model/together.ts';

/** `known` are the findings of the base, suppressed there or not; each accounts for one with the same fingerprint. */
export function uncoverIntroduced(result: LintResult, known: readonly Finding[]): LintResult {
  const left = new Map<string, number>();
  for (const { fingerprint } of known.flatMap(apart)) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  const isKnown = ({ fingerprint }: Finding): boolean => {
    const amount = left.get(fingerprint) ?? 0;
    left.set(fingerprint, amount - 1);
    return amount > 0;
  };
  result.findings.flatMap(apart).forEach(isKnown);
  const uncovered: Finding[] = [];
  const suppressed = result.suppressed.filter(({ finding, by }: Suppressed) => {
    if (isKnown(finding) || by !== 'comment') return true;
    uncovered.push(finding);
    return false;
  });
  if (uncovered.length === 0) return result;
  return {
    ...result,
    findings: [...result.findings, ...uncovered].sort(inOrder),
    suppressed,
    notes: [...result.notes, ...uncovered.map(noteOf)],
  };
}

function noteOf({ rule, span }: Finding): Note {
  return {
    code: 'suppression',
    message: `the suppression of ${rule} is new and does not count (new-suppressions: count)`,
    path: span.source.path,
    span,
    coverage: 'about',
  };
}
