/** The words of PowerShell: bare ones, strings, here-strings, lists. */

import type { Token } from '../../model/document.ts';
import { beginsOnWindows, filledIn } from '../../text/node-path.ts';
import { endOfLine } from '../../text/source.ts';
import { viewBuilder } from '../../text/view.ts';
import { token, wholeToken } from '../text/facts.ts';
import { endOfArray } from './arrays.ts';
import type { Scanner } from './scanner.ts';
import { readSubstitution } from './substitutions.ts';

export const WORD_END = new Set([' ', '\t', '\r', '\n', ';', '|', '(', ')', '{', '}', ',', '"', "'"]);

export function readWord(scanner: Scanner): void {
  const start = scanner.at;
  const { text } = scanner;
  while (scanner.at < text.length && !WORD_END.has(text[scanner.at] ?? '')) {
    if (text[scanner.at] === '$' && text[scanner.at + 1] === '(')
      scanner.at = readSubstitution(scanner, scanner.at) ?? found(text, text.indexOf(')', scanner.at), 1);
    else if (text[scanner.at] === '$' && text[scanner.at + 1] === '{')
      scanner.at = found(text, text.indexOf('}', scanner.at), 1);
    else scanner.at++;
  }
  scanner.words.push(token(scanner.view, start, Math.min(scanner.at, text.length)));
}

const PART = String.raw`(?:"([^"\`$\n]{1,200}|\$\{?\w{1,20}(?::\w{1,80})?\}?(?:[\\/][^"\`$\n]{0,200})?)"|'([^'\n]{1,200})'|([$\w{}:.\\/-]{1,200}))`;
const JOINED = new RegExp(
  `\\(?[ \\t]*Join-Path[ \\t]+(?:-Path[ \\t]+)?${PART}[ \\t]+(?:-ChildPath[ \\t]+)?${PART}[ \\t]*(\\)|(?=[;\\r\\n#|]|$))`,
  'iy',
);

/** `(Join-Path $env:ProgramData 'docker\config\daemon.json')`, which is one path; false where something else stands here. */
export function readJoinedPath(scanner: Scanner): boolean {
  const { view, variables, at } = scanner;
  JOINED.lastIndex = at;
  const match = JOINED.exec(scanner.text);
  if (!match || match[0].startsWith('(') !== (match[7] === ')')) return false;
  const folder = match[1] ?? match[2] ?? match[3] ?? '';
  const rest = match[4] ?? match[5] ?? match[6] ?? '';
  scanner.at = at + match[0].length;
  const builder = viewBuilder(view);
  builder.put(`${variables.get(folder.toLowerCase()) ?? filledIn(folder)}\\${rest}`, at, scanner.at);
  scanner.words.push(wholeToken(builder.build(() => null)));
  return true;
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
  const folder = quote === '"' ? knownFolder(scanner, start) : undefined;
  if (folder) builder.put(folder.path, start, folder.end);
  let from = folder?.end ?? start;
  let at = from;
  for (; at < text.length; at++) {
    const character = text[at];
    if (quote === '"' && character === '$' && text[at + 1] === '(') {
      at = (readSubstitution(scanner, at) ?? at + 1) - 1;
    } else if (quote === '"' && character === '`' && at + 1 < text.length) {
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

const FOLDER = /\$\{?(\w{1,80})\}?(?=[\\/])/y;

/** `"$root\config\daemon.json"`, where the script says which folder that is. */
function knownFolder({ text, variables }: Scanner, at: number) {
  FOLDER.lastIndex = at;
  const [whole, name] = FOLDER.exec(text) ?? [];
  const path = name === undefined ? undefined : variables.get(`$${name.toLowerCase()}`);
  return whole !== undefined && path !== undefined && beginsOnWindows(path)
    ? { path, end: at + whole.length }
    : undefined;
}

export function readHereString(scanner: Scanner, quote: string): void {
  const { text, view } = scanner;
  const start = Math.min(endOfLine(text, scanner.at) + 1, text.length);
  const close = text.indexOf(`\n${quote}@`, Math.max(start - 1, 0));
  const end = close < 0 ? text.length : Math.max(close, start);
  scanner.at = close < 0 ? text.length : close + 3;
  if (quote === '"') substitutionsIn(scanner, start, end);
  push(scanner, token(view, start, end), -1);
}

function substitutionsIn(scanner: Scanner, start: number, end: number): void {
  const { text } = scanner;
  for (let at = text.indexOf('$(', start); at >= 0 && at < end; ) {
    const close = text[at - 1] === '`' ? undefined : readSubstitution(scanner, at, end);
    at = text.indexOf('$(', close ?? at + 2);
  }
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

export function found(text: string, at: number, length: number): number {
  return at < 0 ? text.length : at + length;
}
