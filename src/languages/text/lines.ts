/** Lines of a text, and lines joined by a continuation character, with offsets. */
import { step } from '../../text/steps.ts';
import { type View, viewBuilder } from '../../text/view.ts';

export interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
}

/** Every line from `from` on, a carriage return before the line feed left out. */
export function* linesOf(text: string, from = 0, to = text.length): Generator<Line> {
  let start = from;
  while (start < to && step()) {
    const feed = text.indexOf('\n', start);
    const stop = feed < 0 || feed > to ? to : feed;
    const end = stop > start && text[stop - 1] === '\r' ? stop - 1 : stop;
    yield { start, end };
    start = stop + 1;
  }
}

/** The part of [start, end) without white space at its ends. */
export function trimRange(text: string, start: number, end: number): Line {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** White-space separated pieces of [start, end). */
export function* piecesOf(text: string, start: number, end: number): Generator<Line> {
  let at = start;
  while (at < end) {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    const from = at;
    while (at < end && !isSpace(text.charCodeAt(at))) at++;
    if (at > from) yield { start: from, end: at };
  }
}

/** Puts pieces of a view one after another with `glue` in the gaps; a replacement may not hold a line break. */
export function joinRanges(view: View, ranges: readonly Line[], glue: string): View {
  const builder = viewBuilder(view);
  let previous: Line | undefined;
  for (const range of ranges) {
    if (previous) builder.put(glue, previous.end, range.start);
    builder.copy(range.start, range.end);
    previous = range;
  }
  return builder.build((text) => (text.includes('\n') ? null : text));
}
