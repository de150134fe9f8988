/** The statements of PowerShell: commands, values of variables, and those that only speak. */

import type { Ending } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { beginsOnWindows, filledIn } from '../../text/node-path.ts';
import { endOfLine } from '../../text/source.ts';
import { viewBuilder } from '../../text/view.ts';
import { token, wholeToken } from '../text/facts.ts';
import { holding } from './blocks.ts';
import { meaningOf } from './meanings.ts';
import type { Scanner } from './scanner.ts';

/** Prints its words, or tells why the script ends. */
export const SPEAKS =
  /^(?:write-\w+|log(?:-?\w+)?|echo|throw|out-(?:log|host|default|gridview)|add-logentry|read-host|\[(?:system\.)?console\]::[\w.]+|\$(?:host\.ui|pscmdlet)\.\w+)$/is;

const WRITES = /^(?:out-file|set-content|add-content|tee-object)$/i;
/** What people read, and no program. */
const PROSE = /(?:readme|notes?|help|usage|about|motd)[^\\/]{0,40}\.txt$|\.(?:md|log|html?)$/i;

/** What a value may begin with that is a statement of its own. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  'if else elseif foreach function param return try catch while switch throw exit break continue'.split(' '),
);

export function finish(scanner: Scanner): void {
  const words = withoutTypes(scanner.words);
  const invoked = scanner.invoked;
  scanner.words = [];
  scanner.invoked = false;
  const [first, second] = words;
  if (!first) return;
  const attached = attachedValue(first, second);
  const isAssignment = attached !== undefined || (first.text.startsWith('$') && /^\+?=$/.test(second?.text ?? ''));
  const name = attached?.name ?? first;
  noteStatement(scanner, words, isAssignment ? bareName(name) : undefined);
  if (/^(?:return|exit|throw|break|continue)$/i.test(first.text)) scanner.ending = leaving(words);
  if (isAssignment && second?.text !== '+=') learn(scanner, name);
  if (attached) assign(scanner, attached.name, [attached.value, ...words.slice(attached.value === second ? 2 : 1)]);
  else if (isAssignment && second?.text === '=') assign(scanner, first, words.slice(2));
  else if (invoked || isCommandName(scanner, first)) addCommand(scanner, words);
}

function noteStatement(scanner: Scanner, words: readonly Token[], assigns: string | undefined): void {
  const { statementStart: start, statementEnd: end, statements } = scanner;
  const verb = words.find(({ text }) => text !== '&' && !/^(?:\$null|=)$/i.test(text))?.text ?? '';
  const isHelp = words.some(({ text }) => /^helpmessage(?:=|$)/i.test(text));
  const isForPeople = isHelp || (WRITES.test(verb) && words.some(({ text }) => text.length < 500 && PROSE.test(text)));
  const speaks = scanner.speaking !== undefined || isForPeople || SPEAKS.test(verb);
  if (speaks && scanner.speaking === undefined) scanner.speaking = scanner.depth;
  const before = speaks && scanner.isPiped ? statements.pop() : undefined;
  if (before) statements.push({ ...before, speaks });
  statements.push({ start, end, speaks, assigns });
}

/** `exit 1` and `throw` end with an error. */
function leaving([first, status]: readonly Token[]): Ending {
  const word = first?.text.toLowerCase();
  const fails = word === 'throw' || (word === 'exit' && status !== undefined && status.text !== '0');
  return fails ? 'fails' : 'leaves';
}

/** Of which version the rest of the line makes the variable. */
function learn({ text, view, meanings }: Scanner, name: Token): void {
  if (name.view !== view) return;
  const line = text.slice(name.end, Math.min(endOfLine(text, name.end), name.end + 400));
  const meaning = meaningOf(expressionIn(line.replace(/^\s{0,20}=/, '')), meanings);
  if (meaning === undefined) meanings.delete(name.text.toLowerCase());
  else meanings.set(name.text.toLowerCase(), meaning);
}

/** Up to what ends it: the parenthesis of the parameters around, a comma between two of them, a comment. */
function expressionIn(line: string): string {
  let depth = 0;
  for (const { 0: piece, index } of line.matchAll(/"[^"]*"|'[^']*'|[(),;}#]/g)) {
    if (piece === '(') depth++;
    else if (piece === ')') depth--;
    if (depth < 0 || (depth === 0 && /^[,;}#]$/.test(piece))) return line.slice(0, index);
  }
  return line;
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
  const name = /^\$\{?[\w:]{1,80}\}?(?=\+?=(?:[A-Za-z.\\/&]|$))/.exec(text)?.[0];
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
  const [value, ...called] = values;
  // `$ids = & docker.exe ps -q`
  if (value?.text === '&' && called.length > 0) {
    addCommand(scanner, called);
    return;
  }
  if (!value || (value.view === scanner.view && KEYWORDS.has(value.text.toLowerCase()))) return;
  if (isCommandName(scanner, value) && (values.length > 1 || /^[A-Za-z]+-[A-Za-z]+$/.test(value.text))) {
    addCommand(scanner, values);
  } else if (values.length === 1 && value.text.startsWith('@(')) {
    scanner.arrays.set(bareName(name), value);
  } else if (values.length === 1 && (!/^[$[@]/.test(value.text) || beginsOnWindows(value.text))) {
    scanner.variables.set(name.text.toLowerCase(), filledIn(value.text.slice(0, 2000)));
    const perhaps = scanner.blocks.at(-1)?.isBranch === true;
    scanner.assignments.push({ name, value, conditions: holding(scanner), perhaps });
  } else if (/^\$true$/i.test(value.text)) scanner.switches.add(name.text.toLowerCase());
}

function addCommand(scanner: Scanner, words: readonly Token[]): void {
  const [first, ...rest] = words;
  if (!first) return;
  scanner.commands.push({
    words: [resolve(scanner, first), ...rest],
    condition: scanner.condition > 0 || scanner.isAsked,
    conditions: holding(scanner),
    after: scanner.piped,
    input: scanner.input,
  });
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
