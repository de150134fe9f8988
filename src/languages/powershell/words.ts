/** The words of PowerShell: bare ones, strings, here-strings, lists. */

import type { Token } from '../../model/document.ts';
import { viewBuilder } from '../../text/view.ts';
import { token, wholeToken } from '../text/facts.ts';
import { endOfArray } from './arrays.ts';
import type { Scanner } from './scanner.ts';

export const WORD_END = new Set([' ', '\t', '\r', '\n', ';', '|', '(', ')', '{', '}', ',', '"', "'"]);

export function readWord(scanner: Scanner): void {
  const start = scanner.at;
  const { text } = scanner;
  while (scanner.at < text.length && !WORD_END.has(text[scanner.at] ?? '')) {
    if (text[scanner.at] === '$' && text[scanner.at + 1] === '(')
      scanner.at = found(text, text.indexOf(')', scanner.at), 1);
    else if (text[scanner.at] === '$' && text[scanner.at + 1] === '{')
      scanner.at = found(text, text.indexOf('}', scanner.at), 1);
    else scanner.at++;
  }
  scanner.words.push(token(scanner.view, start, Math.min(scanner.at, text.length)));
}

export function readArray(scanner: Scanner): void {
  const end = endOfArray(scanner.text, scanner.at);
  if (end === undefined) scanner.at += 1;
  else {
    scanner.words.push(token(scanner.view, scanner.at, end));
    scanner.at = end;
  }
}

export function readString(scanner: Scanner, quote: string): void {
  const { text, view } = scanner;
  const start = scanner.at + 1;
  const builder = viewBuilder(view);
  let from = start;
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at];
    if (quote === '"' && character === '`' && at + 1 < text.length) {
      builder.copy(from, at);
      builder.put(text[at + 1] ?? '', at, at + 2);
      from = at + 2;
      at++;
    } else if (character === quote) {
      if (text[at + 1] !== quote) break;
      builder.copy(from, at);
      builder.put(quote, at, at + 2);
      from = at + 2;
      at++;
    }
  }
  builder.copy(from, Math.min(at, text.length));
  scanner.at = Math.min(at + 1, text.length);
  push(
    scanner,
    wholeToken(builder.build((replacement) => (/["'`$\n]/.test(replacement) ? null : replacement))),
    start - 1,
  );
}

export function readHereString(scanner: Scanner, quote: string): void {
  const { text, view } = scanner;
  const start = Math.min(endOfLine(text, scanner.at) + 1, text.length);
  const close = text.indexOf(`\n${quote}@`, Math.max(start - 1, 0));
  const end = close < 0 ? text.length : Math.max(close, start);
  scanner.at = close < 0 ? text.length : close + 3;
  push(scanner, token(view, start, end), -1);
}

/** A string that follows a word without white space belongs to it: `--config="…"`. */
function push(scanner: Scanner, value: Token, start: number): void {
  const last = scanner.words.at(-1);
  if (last && start >= 0 && last.view === scanner.view && last.end === start) {
    const builder = viewBuilder(scanner.view);
    builder.copy(last.start, last.end);
    builder.put(value.text, start, scanner.at);
    scanner.words[scanner.words.length - 1] = wholeToken(builder.build(() => null));
  } else scanner.words.push(value);
}

export function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

export function found(text: string, at: number, length: number): number {
  return at < 0 ? text.length : at + length;
}
