/** PowerShell as commands and words: strings, here-strings, comments, variables with a constant value. */
import type { Condition } from '../../model/condition.ts';
import { endOfLine } from '../../text/source.ts';
import { slice, type View } from '../../text/view.ts';
import { closeBlock, closeParenthesis, closeRest, holding, isCaseByTest, openBlock, PLAIN_BLOCK } from './blocks.ts';
import type { PowerShellScan, Scanner } from './scanner.ts';
import { finish } from './statements.ts';
import { found, readArray, readHereString, readJoinedPath, readString, readWord, WORD_END } from './words.ts';

const SEPARATORS = new Set(['\n', ';', '|', '(', ')', '{', '}']);
const END = /[\n;{}]/;
/** Scripts in strings in scripts are read this deep. */
const DEEPEST = 8;

export function scanPowerShell(view: View): PowerShellScan {
  const scanner = scannerOf(view, undefined);
  run(scanner);
  closeRest(scanner);
  return scanner;
}

/** A part of a script shares what is known and found with the one around it. */
function scannerOf(view: View, around: Scanner | undefined): Scanner {
  return {
    view,
    text: view.text,
    at: view.text.charCodeAt(0) === 0xfeff ? 1 : 0,
    words: [],
    commands: around?.commands ?? [],
    assignments: around?.assignments ?? [],
    variables: around?.variables ?? new Map(),
    arrays: around?.arrays ?? new Map(),
    meanings: around?.meanings ?? new Map(),
    switches: around?.switches ?? new Set(),
    condition: 0,
    conditionStart: 0,
    asks: '',
    parameters: 0,
    depth: 0,
    invoked: false,
    piped: undefined,
    statementStart: 0,
    statementEnd: 0,
    statements: [],
    speaking: undefined,
    isPiped: false,
    input: undefined,
    ending: 'continues',
    given: around ? holding(around) : NO_CONDITIONS,
    isAsked: around !== undefined && (around.isAsked || around.condition > 0),
    nesting: around ? around.nesting + 1 : 0,
    open: around?.open ?? { count: 0 },
    inside: [],
    blocks: [],
    branches: [],
    next: PLAIN_BLOCK,
    otherwise: [],
  };
}

const NO_CONDITIONS: readonly Condition[] = [];

function run(scanner: Scanner): void {
  while (scanner.at < scanner.text.length) {
    step(scanner);
    if (scanner.inside.length > 0) runInside(scanner);
  }
  finish(scanner);
}

/** The scripts of the word that was just read: they run before its command does. */
function runInside(scanner: Scanner): void {
  for (const { start, end } of scanner.inside.splice(0))
    if (scanner.nesting < DEEPEST) run(scannerOf(slice(scanner.view, start, end), scanner));
}

function step(scanner: Scanner): void {
  const { text, at } = scanner;
  const character = text[at] ?? '';
  if (text.startsWith('<#', at)) scanner.at = found(text, text.indexOf('#>', at + 2), 2);
  else if (character === '#') scanner.at = endOfLine(text, at);
  else if (character === '`' && (text[at + 1] === '\n' || text.startsWith('\r\n', at + 1)))
    scanner.at = endOfLine(text, at) + 1;
  else if (isJoined(scanner, character) && readJoinedPath(scanner)) scanner.statementEnd = scanner.at;
  else if (SEPARATORS.has(character)) separate(scanner, character);
  else if (character === ',' && scanner.depth === scanner.parameters && scanner.depth > 0) separate(scanner, character);
  else if (character === '&' && scanner.words.length === 0) {
    scanner.invoked = true;
    scanner.at++;
  } else readPart(scanner, character);
}

/** Whether a path that is put together may stand here: in parentheses, or as the value of a variable. */
function isJoined({ words }: Scanner, character: string): boolean {
  return words.length > 0 && (character === '(' || (/^j$/i.test(character) && words.at(-1)?.text === '='));
}

/** A word, or what stands between two. */
function readPart(scanner: Scanner, character: string): void {
  const { text, at } = scanner;
  const count = scanner.words.length;
  if (text.startsWith('@"', at) || text.startsWith("@'", at)) readHereString(scanner, text[at + 1] ?? '"');
  else if (character === '"' || character === "'") readString(scanner, character);
  else if (text.startsWith('@(', at) && count > 0) readArray(scanner);
  else if (WORD_END.has(character)) {
    scanner.at++;
    return;
  } else readWord(scanner);
  if (count === 0) scanner.statementStart = at;
  scanner.statementEnd = Math.min(scanner.at, text.length);
}

function separate(scanner: Scanner, character: string): void {
  const { words } = scanner;
  const first = words[0]?.text.toLowerCase() ?? '';
  // `$args = if (…) { … }`
  const word = /^\+?=$/.test(words[1]?.text ?? '') ? (words[2]?.text.toLowerCase() ?? '') : first;
  const asks = words.length === 0 && isCaseByTest(scanner) ? 'case' : word;
  const opens = character === '(' && /^(?:if|elseif|while|switch|case)$/.test(asks);
  const declares = character === '(' && (first === 'param' || (first === 'function' && words.length === 2));
  const count = scanner.commands.length;
  if (character === '{') openBlock(scanner);
  finish(scanner);
  scanner.isPiped = character === '|';
  scanner.input = scanner.isPiped && words.length === 1 ? words[0] : undefined;
  if (END.test(character) && scanner.depth <= (scanner.speaking ?? -1)) scanner.speaking = undefined;
  scanner.piped = character === '|' && scanner.commands.length > count ? scanner.commands.at(-1) : undefined;
  scanner.at++;
  if (character === '(') scanner.depth++;
  if (declares) scanner.parameters = scanner.depth;
  if (opens && scanner.condition === 0) {
    scanner.condition = scanner.depth;
    scanner.conditionStart = scanner.at;
    scanner.asks = asks;
    if (asks !== 'elseif' && asks !== 'case') scanner.otherwise = [];
  }
  if (character === ')') closeParenthesis(scanner);
  if (character === '}') closeBlock(scanner);
}
