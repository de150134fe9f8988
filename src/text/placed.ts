/** A piece of a view with its text: what a Token is, without knowing of documents. */
import type { Span } from './source.ts';
import { type View, withText } from './view.ts';

export interface PlacedText {
  readonly text: string;
  readonly view: View;
  readonly start: number;
  readonly end: number;
}

/** The piece's own text as a view. */
export function viewOf({ text, view, start, end }: PlacedText): View {
  if (start === 0 && end === view.text.length) return view;
  return withText(view, text, start);
}

/** The characters of the file that the piece comes from. */
export function spanOf({ view, start, end }: Omit<PlacedText, 'text'>): Span {
  return view.root(start, end).span;
}
