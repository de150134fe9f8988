/** Which findings a change introduces: sets of fingerprints with multiplicity, not lines and not counts. */
import type { Finding } from '../model/finding.ts';
import { apart, only } from '../model/together.ts';

export interface Comparison {
  /** What the base is called in a sentence: `main at 1a2b3c4`. */
  readonly base: string;
  readonly introduced: readonly Finding[];
  readonly existing: readonly Finding[];
  readonly fixed: readonly Finding[];
}

/**
 * Each finding of the base accounts for one finding of the head with the same fingerprint. What the head only
 * suppresses is not fixed. Of findings that are told as one each is compared by itself: a new copy is introduced.
 */
export function compareFindings(
  base: string,
  before: readonly Finding[],
  after: readonly Finding[],
  suppressed: readonly Finding[] = [],
): Comparison {
  const left = new Map<string, Finding[]>();
  for (const finding of before.flatMap(apart))
    left.set(finding.fingerprint, [...(left.get(finding.fingerprint) ?? []), finding]);
  const known = new Set<Finding>();
  for (const finding of after.flatMap(apart)) if (left.get(finding.fingerprint)?.shift()) known.add(finding);
  for (const finding of suppressed) left.get(finding.fingerprint)?.shift();
  const gone = new Set([...left.values()].flat());
  return {
    base,
    introduced: after.flatMap((finding) => only(finding, (one) => !known.has(one)) ?? []),
    existing: after.flatMap((finding) => only(finding, (one) => known.has(one)) ?? []),
    fixed: before.flatMap((finding) => only(finding, (one) => gone.has(one)) ?? []),
  };
}
