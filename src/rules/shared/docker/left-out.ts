/** Words of a command line that are nothing where their variable is empty: `docker run $more app`. */
import type { Token } from '../../../model/document.ts';
import { spanOf } from '../../../text/placed.ts';
import type { Span } from '../../../text/source.ts';
import { broughtInto } from '../../../text/view.ts';

export interface LeftOut {
  /** Takes the words that stand in front of this one; each is given once. */
  readonly before: (word: Token | undefined) => readonly string[];
}

const REFERENCE = String.raw`"?\$\{?\w{1,80}\}?"?`;
const BETWEEN = new RegExp(String.raw`^["']?(?:[ \t]|\\\n)+((?:${REFERENCE}(?:[ \t]|\\\n)+){1,9})["']?$`);
const BEHIND = new RegExp(String.raw`^["']?((?:(?:[ \t]|\\\n)+${REFERENCE}){1,9})(?=[ \t]*(?:[\n;|&)>"]|$))`);
const LONGEST = 300;

export function leftOutOf(words: readonly Token[]): LeftOut {
  const found = new Map<Token | undefined, readonly string[]>();
  words.forEach((word, i) => {
    const next = words[i + 1];
    const from = placeOf(word, 'end');
    const to = next && placeOf(next, 'start');
    const { text } = from.source;
    if (to && (to.source !== from.source || to.start <= from.end || to.start - from.end > LONGEST)) return;
    const between = to
      ? BETWEEN.exec(text.slice(from.end, to.start))?.[1]
      : BEHIND.exec(text.slice(from.end, from.end + LONGEST))?.[1];
    if (between !== undefined) found.set(next, between.match(new RegExp(REFERENCE, 'g')) ?? []);
  });
  return {
    before(word) {
      const taken = found.get(word) ?? [];
      found.delete(word);
      return taken;
    },
  };
}

/** Where the word stands in the command line, also where a variable brings it. */
function placeOf(word: Token, edge: 'start' | 'end'): Span {
  const brought = broughtInto(word.view, word.start, word.end);
  const own = spanOf(word);
  const at = edge === 'start' ? brought[0] : brought.at(-1);
  const isAtEdge = edge === 'start' ? at?.start === word.start : at?.end === word.end;
  return at && isAtEdge ? at.use : own;
}
