/** A piece of a view with its text: what a Token is, without knowing of documents. */
import type { View } from './view.ts';

export interface PlacedText {
  readonly text: string;
  readonly view: View;
  readonly start: number;
  readonly end: number;
}

/** The piece's own text as a view. */
export function viewOf({ text, view, start, end }: PlacedText): View {
  if (start === 0 && end === view.text.length) return view;
  return {
    text,
    root: (from, to) => view.root(start + from, start + to),
    encode: (from, to, replacement) => view.encode(start + from, start + to, replacement),
  };
}
