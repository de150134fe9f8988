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
 * Makes the printed text safe for a YAML parser without moving offsets: a hole that stands alone on its line, after a dash
 * or as a key becomes a comment.
 */
export function commentHoles(text: string): string {
  let at = text.indexOf(HOLE);
  if (at < 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (; at >= 0; at = text.indexOf(HOLE, at + HOLE.length)) {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    if (!/^[ \t]*(?:-[ \t]+)*$/.test(text.slice(start, at))) continue;
    const end = text.indexOf('\n', at);
    const rest = text.slice(at + HOLE.length, end < 0 ? text.length : end);
    if (!/^(?:[ \t]*$|[ \t]*:(?:[ \t]|$)|__hole__)/.test(rest)) continue;
    parts.push(text.slice(done, at), '#');
    done = at + 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}
