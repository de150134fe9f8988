/** A piece of a view with its text: what a Token is, without knowing of documents. */
import type { View } from './view.ts';

export interface PlacedText {
  readonly text: string;
  readonly view: View;
  readonly start: number;
  readonly end: number;
}
