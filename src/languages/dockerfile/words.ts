/** The words of ENV and ARG: names, values, quotes. */
import type { Token } from '../../model/document.ts';
import type { View } from '../../text/view.ts';
import { token } from '../text/facts.ts';
import { trimRange } from '../text/lines.ts';
import type { DockerInstruction } from './scan.ts';

/** `ENV name=value …`, or the old `ENV name value`. */
export function assignments(instruction: DockerInstruction): { name: Token; value: Token }[] {
  const { line } = instruction;
  const range = trimRange(line.text, instruction.rest, line.text.length);
  const name = /^[^\s=]+/.exec(line.text.slice(range.start, Math.min(range.end, range.start + 500)))?.[0] ?? '';
  const after = range.start + name.length;
  if (name === '') return [];
  if (line.text[after] !== '=') {
    const value = trimRange(line.text, after, range.end);
    return [{ name: token(line, range.start, after), value: token(line, value.start, value.end) }];
  }
  return dockerWords(line, range.start).flatMap((word) => {
    const { name: key, value } = assignment(word);
    return value ? [{ name: key, value }] : [];
  });
}

export function assignment(word: Token): { name: Token; value: Token | undefined } {
  const equals = word.text.indexOf('=');
  if (equals < 0) return { name: word, value: undefined };
  const at = word.start + equals;
  const quote = word.text[equals + 1];
  const quoted = (quote === '"' || quote === "'") && word.text.length > equals + 2 && word.text.endsWith(quote);
  return {
    name: token(word.view, word.start, at),
    value: quoted ? token(word.view, at + 2, word.end - 1) : token(word.view, at + 1, word.end),
  };
}

/** Words in which quotes hold white space together and a backslash takes the next character as it is. */
function dockerWords(line: View, start: number): Token[] {
  const words: Token[] = [];
  const { text } = line;
  let from = -1;
  let quote = '';
  for (let at = start; at <= text.length; at++) {
    const character = text[at];
    const blank = character === undefined || (quote === '' && (character === ' ' || character === '\t'));
    if (blank) {
      if (from >= 0) words.push(token(line, from, Math.min(at, text.length)));
      from = -1;
      continue;
    }
    if (from < 0) from = at;
    if (character === '\\') at++;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
  }
  return words;
}
