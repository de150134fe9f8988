/** Findings of one cause are told as one; a comparison, a baseline and an editor still ask for each of them. */
import { spanKey } from '../text/source.ts';
import type { RelatedSpan } from '../text/view.ts';
import { type Finding, SEVERITIES } from './finding.ts';
import { LIMITS } from './limits.ts';

/** Every report lists all lines of a warning or an error, so no more of them are told together. */
export const MOST_TOGETHER = 50;

/** The first one, with the places of the others; `messageOf` says what each of them is to it. */
export function together<T extends Finding>(
  first: T,
  others: readonly Finding[],
  messageOf: (other: Finding) => string,
): T {
  if (others.length === 0) return first;
  const shown = others.flatMap((other): RelatedSpan[] => [
    { span: other.span, role: 'rule', message: messageOf(other) },
    ...other.related.filter(({ role }) => role === 'rule'),
  ]);
  return {
    ...first,
    related: withMore(first, shown),
    copies: [...first.copies, ...others.flatMap(apart)],
    alone: first.alone ?? first,
  };
}

/** Each finding that is told with one, itself first, as it would stand alone. */
export function apart(finding: Finding): readonly Finding[] {
  return finding.alone ? [finding.alone, ...finding.copies] : [finding];
}

/** What is left of a finding where only some of those that are told with it are meant: the loudest of them, with the others. */
export function only(finding: Finding, isMeant: (one: Finding) => boolean): Finding | undefined {
  const all = apart(finding);
  const meant = all.filter(isMeant);
  if (meant.length === all.length) return finding;
  const first = meant.find((one) => !meant.some((other) => isLouder(other, one)));
  if (!first) return undefined;
  const others = meant.filter((one) => one !== first);
  const messages = new Map(
    finding.related.flatMap((one) => (one.role === 'rule' ? [[spanKey(one.span), one.message] as const] : [])),
  );
  return together(first, others, ({ span }) => messages.get(spanKey(span)) ?? AGAIN);
}

export function isLouder(one: Finding, other: Finding): boolean {
  return SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity);
}

/** How the other places of what one file repeats are shown. */
export const AGAIN = 'the same again';

function withMore({ span, related }: Finding, more: readonly RelatedSpan[]): readonly RelatedSpan[] {
  const seen = new Set([span, ...related.map((one) => one.span)].map(spanKey));
  const fresh = more.filter((one) => {
    const key = spanKey(one.span);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return [...related, ...fresh].slice(0, LIMITS.copies);
}
