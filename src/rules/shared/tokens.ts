/** Points at a part of a token. */
import type { Token } from '../../model/document.ts';

/** The first place of `word` in the token from `from` on, or the whole place where its text is not written as it reads. */
export function within(token: Token, word: string, from = 0): Token {
  const at = token.text.indexOf(word, from);
  if (at < 0 || token.view.text.slice(token.start, token.end) !== token.text) return { ...token, text: word };
  return { text: word, view: token.view, start: token.start + at, end: token.start + at + word.length };
}

/** False for what comes out of a variable. */
export function isWritten(token: Token): boolean {
  return token.view.root(token.start, token.end).exact;
}
