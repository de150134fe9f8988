/** `data:,…` and `data:;base64,…`, in which Ignition and others keep the content of files, as a view of what it holds. */
import { slice, type View, viewBuilder } from '../../text/view.ts';
import { encodedView } from './gzip.ts';

/** Nothing for another text, or one that cannot be decoded. https://www.rfc-editor.org/rfc/rfc2397 */
export function dataUrlView(parent: View): View | undefined {
  const head = /^data:([\w.+/;=-]{0,200}),/.exec(parent.text.slice(0, 210));
  if (!head) return undefined;
  const content = slice(parent, head[0].length, parent.text.length);
  return /;base64$/i.test(head[1] ?? '') ? encodedView(content) : percentView(content);
}

const ENCODER = new TextEncoder();

function percentView(parent: View): View | undefined {
  const { text } = parent;
  const builder = viewBuilder(parent);
  let from = 0;
  for (const { 0: escaped, index } of text.matchAll(/(?:%[\da-f]{2})+/gi)) {
    const decoded = decodedOf(escaped);
    if (decoded === undefined) return undefined;
    builder.copy(from, index);
    from = index;
    for (const character of decoded) {
      const length = 3 * ENCODER.encode(character).length;
      builder.put(character, from, from + length);
      from += length;
    }
  }
  builder.copy(from, text.length);
  return builder.build((replacement) => encodeURIComponent(replacement));
}

function decodedOf(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}
