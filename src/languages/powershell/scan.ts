/** PowerShell as commands and words: strings, here-strings, comments, variables with a constant value. */
import { type Branches, type Condition, NOTHING, within } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { type View, viewBuilder } from '../../text/view.ts';
import { token, wholeToken } from '../text/facts.ts';
import { caseBranches, testBranches } from './conditions.ts';
import type { NextBlock, PowerShellScan, Scanner } from './scanner.ts';
import { endOfLine, found, readArray, readHereString, readString, readWord, WORD_END } from './words.ts';

const PLAIN_BLOCK: NextBlock = { conditions: [], isBranch: false, subject: undefined };

const SEPARATORS = new Set(['\n', ';', '|', '(', ')', '{', '}']);

export function scanPowerShell(view: View): PowerShellScan {
  const scanner: Scanner = {
    view,
    text: view.text,
    at: view.text.charCodeAt(0) === 0xfeff ? 1 : 0,
    words: [],
    commands: [],
    assignments: [],
    variables: new Map(),
    arrays: new Map(),
    switches: new Set(),
    condition: 0,
    conditionStart: 0,
    isSwitch: false,
    parameters: 0,
    depth: 0,
    invoked: false,
    piped: undefined,
    blocks: [],
    branches: [],
    next: PLAIN_BLOCK,
    otherwise: [],
  };
  while (scanner.at < scanner.text.length) step(scanner);
  finish(scanner);
  const { commands, assignments, variables, arrays, branches } = scanner;
  return { commands, assignments, variables, arrays, branches };
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
  else if (text.startsWith('@(', at) && scanner.words.length > 0) readArray(scanner);
  else if (SEPARATORS.has(character)) separate(scanner, character);
  else if (character === ',' && scanner.depth === scanner.parameters && scanner.depth > 0) separate(scanner, character);
  else if (character === '&' && scanner.words.length === 0) {
    scanner.invoked = true;
    scanner.at++;
  } else if (WORD_END.has(character)) scanner.at++;
  else readWord(scanner);
}

function separate(scanner: Scanner, character: string): void {
  const { words } = scanner;
  const first = words[0]?.text.toLowerCase() ?? '';
  const opens = character === '(' && /^(?:if|elseif|while|switch)$/.test(first);
  const declares = character === '(' && (first === 'param' || (first === 'function' && words.length === 2));
  const count = scanner.commands.length;
  if (character === '{') openBlock(scanner);
  finish(scanner);
  scanner.piped = character === '|' && scanner.commands.length > count ? scanner.commands.at(-1) : undefined;
  scanner.at++;
  if (character === '(') scanner.depth++;
  if (declares) scanner.parameters = scanner.depth;
  if (opens && scanner.condition === 0) {
    scanner.condition = scanner.depth;
    scanner.conditionStart = scanner.at;
    scanner.isSwitch = first === 'switch';
    if (first !== 'elseif') scanner.otherwise = [];
  }
  if (character === ')') closeParenthesis(scanner);
  if (character === '}') closeBlock(scanner);
}

function closeBlock({ blocks, branches, at }: Scanner): void {
  const block = blocks.pop();
  if (block && block.conditions.length > 0)
    branches.push({ start: block.start, end: at, conditions: block.conditions });
}

function openBlock(scanner: Scanner): void {
  const { words, next, at: start } = scanner;
  const [word] = words;
  const subject = scanner.blocks.at(-1)?.subject;
  scanner.next = PLAIN_BLOCK;
  if (words.length === 1 && word && /^else$/i.test(word.text)) {
    scanner.blocks.push({ start, conditions: scanner.otherwise, isBranch: true, subject: undefined });
  } else if (words.length === 1 && word && subject !== undefined) {
    scanner.blocks.push({
      start,
      conditions: caseBranches(subject, word).whenTrue,
      isBranch: true,
      subject: undefined,
    });
    scanner.words = [];
  } else scanner.blocks.push({ ...next, start });
}

function closeParenthesis(scanner: Scanner): void {
  if (scanner.depth === scanner.condition && scanner.condition > 0) {
    scanner.condition = 0;
    const test = token(scanner.view, scanner.conditionStart, scanner.at - 1);
    if (scanner.isSwitch) scanner.next = { ...PLAIN_BLOCK, subject: test.text.trim().slice(0, 200) };
    else {
      const branches = branchesOfTest(scanner, test);
      scanner.next = {
        conditions: within(scanner.otherwise, branches.whenTrue),
        isBranch: true,
        subject: undefined,
      };
      scanner.otherwise = within(scanner.otherwise, branches.whenFalse);
    }
  }
  if (scanner.depth === scanner.parameters) scanner.parameters = 0;
  scanner.depth = Math.max(0, scanner.depth - 1);
}

/** A switch that the script itself turns on keeps nothing away. */
function branchesOfTest({ switches }: Scanner, test: Token): Branches {
  return switches.has(test.text.trim().toLowerCase()) ? NOTHING : testBranches(test);
}

function finish(scanner: Scanner): void {
  const words = withoutTypes(scanner.words);
  const invoked = scanner.invoked;
  scanner.words = [];
  scanner.invoked = false;
  const [first, second] = words;
  if (!first) return;
  const attached = attachedValue(first, second);
  if (attached) assign(scanner, attached.name, [attached.value, ...words.slice(attached.value === second ? 2 : 1)]);
  else if (first.text.startsWith('$') && second?.text === '=') assign(scanner, first, words.slice(2));
  else if (invoked || isCommandName(scanner, first)) addCommand(scanner, words);
}

/** `[Parameter(…)][string]$name = …`: what stands in front of a variable says of which type it is. */
function withoutTypes(words: readonly Token[]): readonly Token[] {
  const [first, ...rest] = words;
  const types = first && /^\]?(?:\[[\w.]{1,80}(?:\[\])?\])*/.exec(first.text)?.[0].length;
  if (!first || !types) return words;
  if (types === first.text.length) return rest;
  return first.text[types] === '$' && first.end - first.start === first.text.length
    ? [token(first.view, first.start + types, first.end), ...rest]
    : words;
}

/** `$id=docker`, `$id='docker'`, `$id= 'docker'`: no blank need stand around the sign. */
function attachedValue({ view, text, start, end }: Token, next: Token | undefined) {
  const name = /^\$\{?[\w:]{1,80}\}?(?=\+?=(?:[A-Za-z.\\/]|$))/.exec(text)?.[0];
  if (name === undefined || view.text.slice(start, end) !== text) return undefined;
  const from = text.indexOf('=') + 1;
  const value = from < text.length ? token(view, start + from, end) : next;
  return value && { name: token(view, start, start + name.length), value };
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
  } else if (values.length === 1 && value.text.startsWith('@(')) {
    scanner.arrays.set(bareName(name), value);
  } else if (values.length === 1 && !/^[$[@]/.test(value.text)) {
    scanner.variables.set(name.text.toLowerCase(), value.text.slice(0, 2000));
    const { blocks } = scanner;
    scanner.assignments.push({
      name,
      value,
      conditions: holding(scanner),
      perhaps: blocks.some((one) => one.isBranch),
    });
  } else if (/^\$true$/i.test(value.text)) scanner.switches.add(name.text.toLowerCase());
}

function addCommand(scanner: Scanner, words: readonly Token[]): void {
  const [first, ...rest] = words;
  if (!first) return;
  scanner.commands.push({
    words: [resolve(scanner, first), ...rest],
    condition: scanner.condition > 0,
    conditions: holding(scanner),
    after: scanner.piped,
  });
}

function holding({ blocks }: Scanner): readonly Condition[] {
  return blocks.reduce<readonly Condition[]>((all, { conditions }) => within(all, conditions), []);
}

function bareName({ text }: Token): string {
  return text.replace(/^\$\{?(?:\w+:)?|\}$/g, '').toLowerCase();
}

/** A program that is a variable with a known path is read as that path. */
function resolve(scanner: Scanner, word: Token): Token {
  const known = scanner.variables.get(word.text.toLowerCase());
  if (known === undefined || !/[\\/]/.test(known)) return word;
  const builder = viewBuilder(word.view);
  builder.put(known, word.start, word.end);
  return wholeToken(builder.build(() => null));
}
