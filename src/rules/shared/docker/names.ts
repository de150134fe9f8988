/** What a script calls a container or an image. */
import type { Token } from '../../../model/document.ts';
import { spanText } from '../../../text/source.ts';
import { hasHole } from '../../../text/view.ts';

/** The name at the beginning of a word, or the words that a variable in it is written with. */
export function nameAsWritten({ text, view, start, end }: Token, name = text): string {
  // In single quotes `${tag}` is kept for whoever reads the text.
  if (!hasHole(name)) return name.replace(/\$\{(\w+)\}/g, '$$$1');
  return spanText(view.root(start, Math.min(start + name.length, end)).span).replace(/[{}"]/g, '');
}
