/** A scanner for TOML that keeps the position of every key and value and reads on after a mistake. */
import type { Token } from '../../model/document.ts';
import { endOfLine } from '../../text/source.ts';
import { hasHole, type View } from '../../text/view.ts';
import { token } from '../text/facts.ts';
import { closingQuote, escapedString, plainString } from '../text/strings.ts';

/** A step of a path: a key, or an item of an array, which may turn out to have a name. */
export type Step = { readonly kind: 'key'; readonly key: Token } | { readonly kind: 'item'; name: string | undefined };

export interface TomlEntry {
  readonly path: readonly Step[];
  readonly value: Token;
}

interface TomlProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface TomlScan {
  readonly entries: readonly TomlEntry[];
  /** Items of arrays without a key of their own: `[[inputs.docker]]` alone already says something. */
  readonly empty: readonly (readonly Step[])[];
  readonly problems: readonly TomlProblem[];
}

interface Scanner {
  readonly view: View;
  readonly text: string;
  at: number;
  readonly entries: TomlEntry[];
  readonly problems: TomlProblem[];
}

const MAX_DEPTH = 64;
const MAX_PROBLEMS = 20;
const HEX_OR_BARE_END = new Set([',', ']', '}', '#', '\n', '\r', ' ', '\t']);
const KEY_END = new Set(['.', '=', ']', '[', '#', '\n', '\r', ' ', '\t', ',', '{', '}', '"', "'"]);

export function scanToml(view: View): TomlScan {
  const scanner: Scanner = { view, text: view.text, at: 0, entries: [], problems: [] };
  if (scanner.text.charCodeAt(0) === 0xfeff) scanner.at = 1;
  const empty: (readonly Step[])[] = [];
  let table: readonly Step[] = [];
  let before = 0;
  const closeTable = () => {
    if (table.at(-1)?.kind === 'item' && scanner.entries.length === before) empty.push(table);
    before = scanner.entries.length;
  };
  for (;;) {
    skipBlank(scanner);
    if (scanner.at >= scanner.text.length) break;
    if (scanner.text[scanner.at] === '[') {
      closeTable();
      table = readHeader(scanner, table) ?? table;
    } else readPair(scanner, table, 0);
    finishLine(scanner);
  }
  closeTable();
  return { entries: scanner.entries, empty, problems: scanner.problems };
}

function readHeader(scanner: Scanner, previous: readonly Step[]): readonly Step[] | undefined {
  const { text } = scanner;
  const array = text.startsWith('[[', scanner.at);
  const start = scanner.at;
  scanner.at += array ? 2 : 1;
  const keys = readKeys(scanner);
  if (text[scanner.at] !== ']' || keys.length === 0) {
    problem(scanner, start, 'the table header is not closed');
    return keys.length > 0 ? keys : undefined;
  }
  scanner.at += array && text[scanner.at + 1] === ']' ? 2 : 1;
  const steps = adoptItems(previous, keys);
  return array ? [...steps, { kind: 'item', name: undefined }] : steps;
}

/** `[runners.kubernetes]` after `[[runners]]` belongs to the last item of that array. */
function adoptItems(previous: readonly Step[], keys: readonly Step[]): readonly Step[] {
  const steps: Step[] = [];
  let taken = 0;
  for (const step of previous) {
    const next = keys[taken];
    if (next === undefined) break;
    if (step.kind === 'item') steps.push(step);
    else if (next.kind === 'key' && step.key.text === next.key.text) {
      steps.push(next);
      taken++;
    } else break;
  }
  return [...steps, ...keys.slice(taken)];
}

function readPair(scanner: Scanner, table: readonly Step[], depth: number): boolean {
  const start = scanner.at;
  const keys = readKeys(scanner);
  if (keys.length === 0 || scanner.text[scanner.at] !== '=') {
    if (!hasHole(scanner.text.slice(start, scanner.at))) problem(scanner, start, 'a key and a value were expected');
    return false;
  }
  scanner.at++;
  skipInline(scanner);
  readValue(scanner, [...table, ...keys], depth);
  return true;
}

function readKeys(scanner: Scanner): readonly Step[] {
  const keys: Step[] = [];
  for (;;) {
    skipInline(scanner);
    const key = readKey(scanner);
    if (!key) return keys;
    keys.push({ kind: 'key', key });
    skipInline(scanner);
    if (scanner.text[scanner.at] !== '.' || keys.length >= MAX_DEPTH) return keys;
    scanner.at++;
  }
}

function readKey(scanner: Scanner): Token | undefined {
  const { text } = scanner;
  const quote = text[scanner.at];
  if (quote === '"' || quote === "'") return readQuoted(scanner, quote);
  const start = scanner.at;
  while (scanner.at < text.length && !KEY_END.has(text[scanner.at] ?? '')) scanner.at++;
  return scanner.at > start ? token(scanner.view, start, scanner.at) : undefined;
}

function readValue(scanner: Scanner, path: readonly Step[], depth: number): void {
  const first = scanner.text[scanner.at];
  if (first === '[') readArray(scanner, path, depth);
  else if (first === '{') readInlineTable(scanner, path, depth);
  else readScalar(scanner, path, first);
}

function readScalar(scanner: Scanner, path: readonly Step[], first: string | undefined): void {
  const value = first === '"' || first === "'" ? readQuoted(scanner, first) : readBare(scanner);
  if (!value) return;
  nameItem(path, value);
  scanner.entries.push({ path, value });
}

function nameItem(path: readonly Step[], value: Token): void {
  const last = path.at(-1);
  const item = path.at(-2);
  if (last?.kind === 'key' && last.key.text === 'name' && item?.kind === 'item') item.name = value.text;
}

function readArray(scanner: Scanner, path: readonly Step[], depth: number): void {
  const start = scanner.at++;
  if (depth >= MAX_DEPTH) tooDeep(scanner, start);
  for (;;) {
    skipBlank(scanner);
    const character = scanner.text[scanner.at];
    if (character === undefined || character === ']') {
      if (character === undefined) problem(scanner, start, 'the array is not closed');
      scanner.at++;
      return;
    }
    const before = scanner.at;
    if (character === ',') scanner.at++;
    else readValue(scanner, [...path, { kind: 'item', name: undefined }], depth + 1);
    if (scanner.at === before) {
      problem(scanner, start, 'the array holds something that is not a value');
      return;
    }
  }
}

function readInlineTable(scanner: Scanner, path: readonly Step[], depth: number): void {
  const start = scanner.at++;
  if (depth >= MAX_DEPTH) tooDeep(scanner, start);
  for (;;) {
    skipBlank(scanner);
    const character = scanner.text[scanner.at];
    if (character === undefined || character === '}') {
      if (character === undefined) problem(scanner, start, 'the table is not closed');
      scanner.at++;
      return;
    }
    if (character === ',') scanner.at++;
    else if (!readPair(scanner, path, depth + 1)) return;
  }
}

function readQuoted(scanner: Scanner, quote: string): Token {
  const { text, view } = scanner;
  const long = text.startsWith(quote.repeat(3), scanner.at);
  const mark = long ? quote.repeat(3) : quote;
  let start = scanner.at + mark.length;
  const limit = long ? text.length : endOfLine(text, start);
  const found = closingQuote(text, start, limit, mark, quote === '"' ? '\\' : undefined);
  const end = found < 0 ? limit : found;
  if (found < 0) problem(scanner, scanner.at, 'the string is not closed');
  scanner.at = found < 0 ? end : end + mark.length;
  if (long && text[start] === '\r') start++;
  if (long && text[start] === '\n') start++;
  return quote === '"' ? escapedString(view, start, Math.max(start, end)) : plainString(view, start, end, quote);
}

function readBare(scanner: Scanner): Token | undefined {
  const start = scanner.at;
  const { text } = scanner;
  while (scanner.at < text.length && !HEX_OR_BARE_END.has(text[scanner.at] ?? '')) scanner.at++;
  if (scanner.at > start) return token(scanner.view, start, scanner.at);
  problem(scanner, start, 'a value was expected');
  return undefined;
}

function tooDeep(scanner: Scanner, start: number): void {
  scanner.at = scanner.text.length;
  problem(scanner, start, `values are nested more than ${MAX_DEPTH} deep; the rest of the text is not read`);
}

function problem(scanner: Scanner, start: number, message: string): void {
  if (scanner.problems.length >= MAX_PROBLEMS) return;
  scanner.problems.push({ start, end: Math.min(endOfLine(scanner.text, start), start + 200), message });
}

function skipInline(scanner: Scanner): void {
  while (scanner.text[scanner.at] === ' ' || scanner.text[scanner.at] === '\t') scanner.at++;
}

function skipBlank(scanner: Scanner): void {
  const { text } = scanner;
  while (scanner.at < text.length) {
    const character = text[scanner.at];
    if (character === '#') scanner.at = endOfLine(text, scanner.at);
    else if (character === ' ' || character === '\t' || character === '\n' || character === '\r') scanner.at++;
    else return;
  }
}

/** After a pair or a header only a comment may follow; anything else is said and passed over. */
function finishLine(scanner: Scanner): void {
  skipInline(scanner);
  const { text } = scanner;
  const rest = text[scanner.at];
  if (rest !== undefined && rest !== '\n' && rest !== '\r' && rest !== '#') {
    problem(scanner, scanner.at, 'the rest of the line is not TOML');
  }
  scanner.at = endOfLine(text, scanner.at);
}
