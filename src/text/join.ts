/** Several tokens read as one text, as a shell does with the arguments of `eval` or `ssh`. */
import type { PlacedText } from './placed.ts';
import { derive, type Origin, segmentIndexAt, type View } from './view.ts';

/** The texts with `glue` between them; a range over several tokens stands for all from the first to the last. */
export function joinedView(tokens: readonly PlacedText[], glue = ' '): View {
  const starts: number[] = [];
  let text = '';
  for (const token of tokens) {
    if (starts.length > 0) text += glue;
    starts.push(text.length);
    text += token.text;
  }
  // A token ends where the next one begins: the glue is a part of what stands before it.
  const ends = [...starts.slice(1), text.length + 1].map((end) => ({ end }));
  const indexAt = (offset: number) => segmentIndexAt(ends, offset);
  const rootOf = (index: number, from: number, to: number): Origin | undefined => {
    const token = tokens[index];
    const shift = starts[index] ?? 0;
    if (!token) return undefined;
    const clamp = (offset: number) => Math.min(Math.max(offset - shift, 0), token.text.length);
    return token.view.root(token.start + clamp(from), token.start + clamp(to));
  };
  return {
    text,
    root(start, end) {
      const first = indexAt(start);
      const last = Math.max(first, indexAt(Math.max(start, end - 1)));
      const a = rootOf(first, start, end) as Origin;
      const b = last === first ? undefined : rootOf(last, start, end);
      if (!b || b.span.source !== a.span.source || b.span.end < a.span.start) return a;
      return { ...a, exact: false, span: { ...a.span, end: b.span.end }, related: [...a.related, ...b.related] };
    },
    encode(start, end, replacement) {
      const index = indexAt(start);
      const token = tokens[index];
      const shift = starts[index] ?? 0;
      if (!token || end - shift > token.text.length) return null;
      return token.view.encode(token.start + start - shift, token.start + end - shift, replacement);
    },
  };
}

/** Two views of one file as one text, with a line break between them. */
export function joinedLines(first: View, second: View): View {
  const border = first.text.length + 1;
  const encode = (text: string) => text;
  const left = derive(first, first.text, [{ start: 0, end: border, from: 0, to: border, exact: true }], encode);
  return {
    text: `${first.text}\n${second.text}`,
    root: (start, end) =>
      start >= border ? second.root(start - border, end - border) : left.root(start, Math.min(end, border - 1)),
    encode: (start, end, replacement) =>
      start >= border
        ? second.encode(start - border, end - border, replacement)
        : first.encode(start, Math.min(end, border - 1), replacement),
  };
}
