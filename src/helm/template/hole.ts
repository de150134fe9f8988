/** Text that cannot be known: printed as a fixed token, so that what surrounds it keeps its place. */
import { fragment, type Origin } from '../values/origin.ts';
import { fromFragments } from '../values/tracked.ts';
import type { StringValue, Value } from '../values/value.ts';

export const HOLE = '__hole__';

/** A hole in place of what `origin` says. */
export const hole = (origin: Origin): StringValue =>
  fromFragments(HOLE, [fragment(HOLE.length, { ...origin, exact: false, kind: 'hole' })]);

export const isHole = (value: Value): value is StringValue =>
  value.kind === 'string' && value.text === HOLE && value.fragments[0]?.origin?.kind === 'hole';

/**
 * Makes the printed text safe for a YAML parser without moving offsets: a hole that stands alone on its line or after a dash
 * becomes a comment, one behind a finished value white space.
 */
export function commentHoles(text: string, isHoleAt: (offset: number) => boolean): string {
  let at = text.indexOf(HOLE);
  if (at < 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (; at >= 0; at = text.indexOf(HOLE, at + HOLE.length)) {
    if (!isHoleAt(at)) continue;
    const end = at + HOLE.length;
    const by = replacement(text, at, end);
    if (by === HOLE) continue;
    parts.push(text.slice(done, at), by);
    done = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}

function replacement(text: string, at: number, end: number): string {
  const newline = text.indexOf('\n', end);
  const rest = text.slice(end, newline < 0 ? text.length : newline);
  if (rest !== '' && !/^(?:[ \t]*$|__hole__)/.test(rest)) return HOLE;
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (/^[ \t]*(?:-[ \t]+)*$/.test(before)) return `#${HOLE.slice(1)}`;
  return /["'\]}][ \t]*$/.test(before) ? ' '.repeat(HOLE.length) : HOLE;
}
