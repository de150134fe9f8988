/** Lists of words in PowerShell: `@("pull", "$image")`. */
import type { Token } from '../../model/document.ts';
import { token } from '../text/facts.ts';

const BETWEEN = /(?:[\s,]|#[^\n]*(?:\n|$))*/y;
const ITEM = /"(?:[^"`]|`[\s\S]|"")*"|'(?:[^']|'')*'|\$[\w:.{}]+(?:\[[^\]\n]{0,100}\])?|-?\d+(?![\w.])/y;

/** Where the list that begins with `@(` ends; undefined where it is not made of texts, numbers and variables alone. */
export function endOfArray(text: string, start: number): number | undefined {
  let at = start + 2;
  for (;;) {
    at = after(BETWEEN, text, at) ?? at;
    if (text[at] === ')') return at + 1;
    const end = after(ITEM, text, at);
    if (end === undefined) return undefined;
    at = end;
  }
}

/** The items of a word that is a list; quotes are taken off. */
export function arrayItems({ view, start, end, text }: Token): Token[] {
  const items: Token[] = [];
  for (let at = 2; ; ) {
    at = after(BETWEEN, text, at) ?? at;
    const stop = after(ITEM, text, at);
    if (stop === undefined || start + stop > end) return items;
    const quoted = /["']/.test(text[at] ?? '') ? 1 : 0;
    items.push(token(view, start + at + quoted, start + stop - quoted));
    at = stop;
  }
}

export function isArray({ text, start, end }: Token): boolean {
  return text.startsWith('@(') && end - start === text.length;
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
