/** Which findings a change introduces: sets of fingerprints with multiplicity, not lines and not counts. */
import type { Finding } from '../model/finding.ts';

export interface Comparison {
  /** What the base is called in a sentence: `main at 1a2b3c4`. */
  readonly base: string;
  readonly introduced: readonly Finding[];
  readonly existing: readonly Finding[];
  readonly fixed: readonly Finding[];
}

/**
 * Each finding of the base accounts for one finding of the head with the same fingerprint. What the head only
 * suppresses is not fixed.
 */
export function compareFindings(
  base: string,
  before: readonly Finding[],
  after: readonly Finding[],
  suppressed: readonly Finding[] = [],
): Comparison {
  const left = new Map<string, Finding[]>();
  for (const finding of before) left.set(finding.fingerprint, [...(left.get(finding.fingerprint) ?? []), finding]);
  const introduced: Finding[] = [];
  const existing: Finding[] = [];
  for (const finding of after) (left.get(finding.fingerprint)?.shift() ? existing : introduced).push(finding);
  for (const finding of suppressed) left.get(finding.fingerprint)?.shift();
  return { base, introduced, existing, fixed: [...left.values()].flat() };
}
