/** `--docker=unix:///var/run/docker.sock` of a container that mounts the socket: the mount shows the argument, and says all of it. */
import type { Finding } from '../model/finding.ts';
import { isLouder, together } from '../model/together.ts';
import { groupBy } from '../text/group.ts';
import type { Span } from '../text/source.ts';

export function tellShownOnce(findings: readonly Finding[]): readonly Finding[] {
  const covering = findings.filter(({ rule }) => rule === 'docker-socket-mount');
  const shown = groupBy(
    covering.flatMap((by) => by.related.flatMap(({ span, role }) => (role === 'rule' ? [{ by, span }] : []))),
    ({ span }) => span.source.path,
  );
  const byOf = new Map<Finding, Finding>();
  for (const one of findings) {
    if (one.rule !== 'docker-socket-endpoint') continue;
    const found = shown
      .get(one.span.source.path)
      ?.find(({ by, span }) => !isLouder(one, by) && touches(one.span, span));
    if (found) byOf.set(one, found.by);
  }
  if (byOf.size === 0) return findings;
  const others = groupBy([...byOf.keys()], (one) => byOf.get(one));
  return findings.flatMap((one) => (byOf.has(one) ? [] : [together(one, others.get(one) ?? [], () => 'goes with it')]));
}

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
