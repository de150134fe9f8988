/** PowerShell as commands and words: strings, here-strings, comments, variables with a constant value. */
import type { Token } from '../document.ts';
import { type View, viewBuilder } from '../text/view.ts';
import { token, wholeToken } from './text-facts.ts';

export interface PowerShellCommand {
  readonly words: readonly Token[];
  /** It stands in the condition of an `if`. */
  readonly condition: boolean;
}

export interface PowerShellScan {
  readonly commands: readonly PowerShellCommand[];
  readonly strings: readonly Token[];
  readonly assignments: readonly { readonly name: Token; readonly value: Token }[];
}

interface Scanner {
  readonly view: View;
  readonly text: string;
  at: number;
  words: Token[];
  readonly commands: PowerShellCommand[];
  readonly strings: Token[];
  readonly assignments: { name: Token; value: Token }[];
  readonly variables: Map<string, string>;
  /** The depth of parentheses at which a condition began, or 0. */
  condition: number;
  depth: number;
}

const WORD_END = new Set([' ', '\t', '\r', '\n', ';', '|', '(', ')', '{', '}', ',', '"', "'"]);

export function scanPowerShell(view: View): PowerShellScan {
  const scanner: Scanner = {
    view,
    text: view.text,
    at: view.text.charCodeAt(0) === 0xfeff ? 1 : 0,
    words: [],
    commands: [],
    strings: [],
    assignments: [],
    variables: new Map(),
    condition: 0,
    depth: 0,
  };
  while (scanner.at < scanner.text.length) step(scanner);
  finish(scanner);
  const { commands, strings, assignments } = scanner;
  return { commands, strings, assignments };
}

function step(scanner: Scanner): void {
  const { text, at } = scanner;
  const character = text[at] ?? '';
  if (text.startsWith('<#', at)) scanner.at = found(text, text.indexOf('#>', at + 2), 2);
  else if (character === '#') scanner.at = endOfLine(text, at);
  else if (character === '`' && (text[at + 1] === '\n' || text.startsWith('\r\n', at + 1)))
    scanner.at = endOfLine(text, at) + 1;
  else if (text.startsWith('@"', at) || text.startsWith("@'", at)) readHereString(scanner, text[at + 1] ?? '"');
  else if (character === '"' || character === "'") readString(scanner, character);
  else if (character === '\n' || character === ';' || character === '|' || '(){}'.includes(character)) {
    const opens = character === '(' && /^(?:if|elseif|while)$/i.test(scanner.words[0]?.text ?? '');
    finish(scanner);
    if (character === '(') scanner.depth++;
    if (opens && scanner.condition === 0) scanner.condition = scanner.depth;
    if (character === ')') {
      if (scanner.depth === scanner.condition) scanner.condition = 0;
      scanner.depth = Math.max(0, scanner.depth - 1);
    }
    scanner.at++;
  } else if (character === '&' && scanner.words.length === 0) scanner.at++;
  else if (WORD_END.has(character)) scanner.at++;
  else readWord(scanner);
}

function finish(scanner: Scanner): void {
  const { words } = scanner;
  scanner.words = [];
  const [first, second] = words;
  if (!first) return;
  if (first.text.startsWith('$') && second?.text === '=') assign(scanner, first, words.slice(2));
  else addCommand(scanner, words);
}

function assign(scanner: Scanner, name: Token, values: readonly Token[]): void {
  const [value] = values;
  if (!value) return;
  if (values.length > 1) addCommand(scanner, values);
  else {
    scanner.variables.set(name.text.toLowerCase(), value.text.slice(0, 2000));
    scanner.assignments.push({ name, value });
  }
}

function addCommand(scanner: Scanner, words: readonly Token[]): void {
  const resolved = words.map((word) => resolve(scanner, word));
  scanner.commands.push({ words: resolved, condition: scanner.condition > 0 });
}

/** A word that is a variable with one known value is read as that value. */
function resolve(scanner: Scanner, word: Token): Token {
  const known = word.text.startsWith('$') ? scanner.variables.get(word.text.toLowerCase()) : undefined;
  if (known === undefined) return word;
  const builder = viewBuilder(word.view);
  builder.put(known, word.start, word.end);
  return wholeToken(builder.build(() => null));
}

function readWord(scanner: Scanner): void {
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

function readString(scanner: Scanner, quote: string): void {
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

function readHereString(scanner: Scanner, quote: string): void {
  const { text, view } = scanner;
  const start = Math.min(endOfLine(text, scanner.at) + 1, text.length);
  const close = text.indexOf(`\n${quote}@`, Math.max(start - 1, 0));
  const end = close < 0 ? text.length : Math.max(close, start);
  scanner.at = close < 0 ? text.length : close + 3;
  push(scanner, token(view, start, end), -1);
}

/** A string that follows a word without white space belongs to it: `--config="…"`. */
function push(scanner: Scanner, value: Token, start: number): void {
  scanner.strings.push(value);
  const last = scanner.words.at(-1);
  if (last && start >= 0 && last.view === scanner.view && last.end === start) {
    const builder = viewBuilder(scanner.view);
    builder.copy(last.start, last.end);
    builder.put(value.text, start, scanner.at);
    scanner.words[scanner.words.length - 1] = wholeToken(builder.build(() => null));
  } else scanner.words.push(value);
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function found(text: string, at: number, length: number): number {
  return at < 0 ? text.length : at + length;
}
