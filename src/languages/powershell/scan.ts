/** PowerShell as commands and words: strings, here-strings, comments, variables with a constant value. */
import { type Condition, opposite } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { type View, viewBuilder } from '../../text/view.ts';
import { token, wholeToken } from '../text/facts.ts';

export interface PowerShellCommand {
  readonly words: readonly Token[];
  /** It stands in the condition of an `if`. */
  readonly condition: boolean;
  /** What holds where it runs, outermost first. */
  readonly conditions: readonly Condition[];
  /** The command whose output it gets. */
  readonly after: PowerShellCommand | undefined;
}

export interface PowerShellScan {
  readonly commands: readonly PowerShellCommand[];
  /** The last value of every variable, by its lower-case name with the dollar sign. */
  readonly variables: ReadonlyMap<string, string>;
  readonly assignments: readonly { readonly name: Token; readonly value: Token }[];
}

interface Scanner {
  readonly view: View;
  readonly text: string;
  at: number;
  words: Token[];
  readonly commands: PowerShellCommand[];
  readonly assignments: { name: Token; value: Token }[];
  readonly variables: Map<string, string>;
  /** The depth of parentheses at which a condition began, or 0. */
  condition: number;
  conditionStart: number;
  depth: number;
  invoked: boolean;
  piped: PowerShellCommand | undefined;
  /** What holds in the open blocks, in the next one, and what held in the one that was closed last. */
  readonly blocks: (readonly Condition[])[];
  next: readonly Condition[];
  closed: readonly Condition[];
}

const SEPARATORS = new Set(['\n', ';', '|', '(', ')', '{', '}']);
const WORD_END = new Set([' ', '\t', '\r', '\n', ';', '|', '(', ')', '{', '}', ',', '"', "'"]);

export function scanPowerShell(view: View): PowerShellScan {
  const scanner: Scanner = {
    view,
    text: view.text,
    at: view.text.charCodeAt(0) === 0xfeff ? 1 : 0,
    words: [],
    commands: [],
    assignments: [],
    variables: new Map(),
    condition: 0,
    conditionStart: 0,
    depth: 0,
    invoked: false,
    piped: undefined,
    blocks: [],
    next: [],
    closed: [],
  };
  while (scanner.at < scanner.text.length) step(scanner);
  finish(scanner);
  const { commands, assignments, variables } = scanner;
  return { commands, assignments, variables };
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
  else if (SEPARATORS.has(character)) separate(scanner, character);
  else if (character === '&' && scanner.words.length === 0) {
    scanner.invoked = true;
    scanner.at++;
  } else if (WORD_END.has(character)) scanner.at++;
  else readWord(scanner);
}

function separate(scanner: Scanner, character: string): void {
  const opens = character === '(' && /^(?:if|elseif|while)$/i.test(scanner.words[0]?.text ?? '');
  const otherwise = character === '{' && /^else$/i.test(scanner.words[0]?.text ?? '');
  const count = scanner.commands.length;
  finish(scanner);
  scanner.piped = character === '|' && scanner.commands.length > count ? scanner.commands.at(-1) : undefined;
  scanner.at++;
  if (character === '(') scanner.depth++;
  if (opens && scanner.condition === 0) {
    scanner.condition = scanner.depth;
    scanner.conditionStart = scanner.at;
  }
  if (character === ')') closeParenthesis(scanner);
  if (character === '{') {
    scanner.blocks.push(otherwise ? scanner.closed.map(opposite) : scanner.next);
    scanner.closed = [];
    scanner.next = [];
  }
  if (character === '}') scanner.closed = scanner.blocks.pop() ?? [];
}

function closeParenthesis(scanner: Scanner): void {
  if (scanner.depth === scanner.condition && scanner.condition > 0) {
    scanner.condition = 0;
    scanner.next = conditionsOf(token(scanner.view, scanner.conditionStart, scanner.at - 1));
  }
  scanner.depth = Math.max(0, scanner.depth - 1);
}

/** `$ContainerRuntime -eq "docker"`, `Get-Service docker`, `Test-Path …docker.exe`. */
function conditionsOf(at: Token): readonly Condition[] {
  const text = at.text.slice(0, 500).toLowerCase();
  const runtime = /runtime\w*\s+-(i?eq|i?ne)\s+["']?(docker|containerd)\b/.exec(text);
  if (runtime) {
    const equal = runtime[1]?.endsWith('eq') ?? false;
    return [{ kind: 'runtime', holds: equal === (runtime[2] === 'docker'), at }];
  }
  if (!/(?:get-service|get-command|get-process|test-path)\b.*docker/.test(text)) return [];
  return [{ kind: 'presence', holds: !/^\s*(?:!|-not\b)/.test(text), at }];
}

function finish(scanner: Scanner): void {
  const { words } = scanner;
  const invoked = scanner.invoked;
  scanner.words = [];
  scanner.invoked = false;
  const [first, second] = words;
  if (!first) return;
  const attached = attachedValue(scanner, first);
  if (attached) assign(scanner, attached.name, [attached.value, ...words.slice(1)]);
  else if (first.text.startsWith('$') && second?.text === '=') assign(scanner, first, words.slice(2));
  else if (invoked || isCommandName(scanner, first)) addCommand(scanner, words);
}

/** `$id=docker`: no blank need stand around the sign. */
function attachedValue({ view }: Scanner, { text, start, end, ...word }: Token) {
  const name = /^\$\{?[\w:]{1,80}\}?(?=\+?=[A-Za-z.\\/])/.exec(text)?.[0];
  if (name === undefined || word.view !== view || view.text.slice(start, end) !== text) return undefined;
  const from = text.indexOf('=') + 1;
  return { name: token(view, start, start + name.length), value: token(view, start + from, end) };
}

/** Strings, variables and expressions at the start of a statement run nothing. */
function isCommandName(scanner: Scanner, first: Token): boolean {
  return first.view === scanner.view && /^[A-Za-z.\\/%~?]/.test(first.text);
}

function assign(scanner: Scanner, name: Token, values: readonly Token[]): void {
  const [value] = values;
  if (!value) return;
  if (isCommandName(scanner, value) && (values.length > 1 || /^[A-Za-z]+-[A-Za-z]+$/.test(value.text))) {
    addCommand(scanner, values);
  } else if (values.length === 1 && !/^[$[@]/.test(value.text)) {
    scanner.variables.set(name.text.toLowerCase(), value.text.slice(0, 2000));
    scanner.assignments.push({ name, value });
  }
}

function addCommand(scanner: Scanner, words: readonly Token[]): void {
  const [first, ...rest] = words;
  if (!first) return;
  scanner.commands.push({
    words: [resolve(scanner, first), ...rest],
    condition: scanner.condition > 0,
    conditions: scanner.blocks.flat(),
    after: scanner.piped,
  });
}

/** A program that is a variable with a known path is read as that path. */
function resolve(scanner: Scanner, word: Token): Token {
  const known = scanner.variables.get(word.text.toLowerCase());
  if (known === undefined || !/[\\/]/.test(known)) return word;
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
