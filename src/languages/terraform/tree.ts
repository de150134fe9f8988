/** HCL as a tree: blocks with their attributes, and values as lists, maps, calls and texts. */
import type { Token } from '../../model/document.ts';
import { endOfLine } from '../../text/source.ts';
import type { View } from '../../text/view.ts';
import { token } from '../text/facts.ts';
import { heredocAt, isHeredoc, stringAt } from './strings.ts';

export type HclValue =
  | { readonly kind: 'text'; readonly token: Token; readonly start: number; readonly end: number }
  /** A number, a reference, an operation: known only by its characters. */
  | { readonly kind: 'bare'; readonly token: Token; readonly start: number; readonly end: number }
  | { readonly kind: 'list'; readonly items: readonly HclValue[]; readonly start: number; readonly end: number }
  | { readonly kind: 'map'; readonly pairs: readonly HclPair[]; readonly start: number; readonly end: number }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly values: readonly HclValue[];
      readonly start: number;
      readonly end: number;
    };

export interface HclPair {
  readonly key: Token;
  readonly value: HclValue;
}

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly pairs: readonly HclPair[];
  readonly blocks: readonly HclBlock[];
  readonly start: number;
  readonly end: number;
}

const MAX_DEPTH = 64;
const WORD = /[\w.*-]/;

interface Reader {
  readonly view: View;
  readonly text: string;
  at: number;
}

/** The whole text as a block without a type. What cannot be read is passed over. */
export function parseHcl(view: View): HclBlock {
  const reader: Reader = { view, text: view.text, at: 0 };
  return readBody(reader, '', [], 0, 0);
}

function readBody(reader: Reader, type: string, labels: readonly string[], start: number, depth: number): HclBlock {
  const pairs: HclPair[] = [];
  const blocks: HclBlock[] = [];
  while (skipSpace(reader, true)) {
    const { text } = reader;
    if (text[reader.at] === '}' && type !== '') {
      reader.at++;
      break;
    }
    const name = readName(reader);
    if (!name) {
      reader.at++;
      continue;
    }
    const words: string[] = [];
    for (let next = readName(reader); next; next = readName(reader)) words.push(next.text);
    skipSpace(reader, false);
    if (text[reader.at] === '=' && text[reader.at + 1] !== '=') {
      reader.at++;
      pairs.push({ key: name, value: readValue(reader, depth + 1) });
    } else if (text[reader.at] === '{') {
      reader.at++;
      if (depth < MAX_DEPTH) blocks.push(readBody(reader, name.text, words, name.start, depth + 1));
    }
  }
  return { type, labels, pairs, blocks, start, end: reader.at };
}

function isAssignment(text: string, at: number): boolean {
  return (text[at] === '=' && text[at + 1] !== '=') || text[at] === ':';
}

/** A word or a string on the same line: the name of an attribute, the type or a label of a block. */
function readName(reader: Reader): Token | undefined {
  skipSpace(reader, false);
  const { text, view } = reader;
  if (text[reader.at] === '"') return readText(reader);
  if (text[reader.at] === '(') {
    const start = reader.at;
    skipBrackets(reader);
    return token(view, start, reader.at);
  }
  const start = reader.at;
  while (reader.at < text.length && WORD.test(text[reader.at] ?? '')) reader.at++;
  return reader.at > start ? token(view, start, reader.at) : undefined;
}

function readText(reader: Reader): Token {
  const found = stringAt(reader.view, reader.at);
  reader.at = found.end;
  return found.token;
}

/** A value; where an operator follows, only the whole expression is known. */
function readValue(reader: Reader, depth: number): HclValue {
  skipSpace(reader, true);
  const start = reader.at;
  const first = readOperand(reader, depth);
  skipSpace(reader, false);
  if (isEnd(reader)) return first;
  while (!isEnd(reader)) skipPart(reader);
  return { kind: 'bare', token: token(reader.view, start, reader.at), start, end: reader.at };
}

function isEnd({ text, at }: Reader): boolean {
  return at >= text.length || '\n,}])'.includes(text[at] ?? '') || text[at] === '#' || text.startsWith('//', at);
}

function readOperand(reader: Reader, depth: number): HclValue {
  const { text, view } = reader;
  const start = reader.at;
  const character = text[start] ?? '';
  if (character === '"') return { kind: 'text', token: readText(reader), start, end: reader.at };
  if (isHeredoc(text, start)) {
    const found = heredocAt(view, start);
    reader.at = found.end;
    return { kind: 'text', token: found.token, start, end: found.end };
  }
  if (depth < MAX_DEPTH) {
    if (character === '{' && !isComprehension(text, start)) return readMap(reader, depth);
    if (character === '[' && !isComprehension(text, start)) {
      reader.at++;
      return { kind: 'list', items: readItems(reader, ']', depth), start, end: reader.at };
    }
  }
  const name = /^[A-Za-z_]\w*(?=\()/.exec(text.slice(start, start + 80))?.[0];
  if (name !== undefined && depth < MAX_DEPTH) {
    reader.at = start + name.length + 1;
    return { kind: 'call', name, values: readItems(reader, ')', depth), start, end: reader.at };
  }
  skipPart(reader);
  return { kind: 'bare', token: token(view, start, reader.at), start, end: reader.at };
}

function isComprehension(text: string, at: number): boolean {
  return /^[[{]\s*for\s/.test(text.slice(at, at + 40));
}

function readItems(reader: Reader, close: string, depth: number): HclValue[] {
  const items: HclValue[] = [];
  while (skipSpace(reader, true)) {
    const character = reader.text[reader.at] ?? '';
    if ('}])'.includes(character)) {
      if (character === close) reader.at++;
      break;
    }
    if (character === ',') reader.at++;
    else items.push(readValue(reader, depth + 1));
  }
  return items;
}

function readMap(reader: Reader, depth: number): HclValue {
  const start = reader.at;
  const pairs: HclPair[] = [];
  reader.at++;
  while (skipSpace(reader, true)) {
    const character = reader.text[reader.at] ?? '';
    if ('}])'.includes(character)) {
      if (character === '}') reader.at++;
      break;
    }
    const key = readName(reader);
    skipSpace(reader, false);
    if (key && isAssignment(reader.text, reader.at)) {
      reader.at++;
      pairs.push({ key, value: readValue(reader, depth + 1) });
    } else if (!key) reader.at++;
  }
  return { kind: 'map', pairs, start, end: reader.at };
}

/** Passes over one word, string, bracket or sign. */
function skipPart(reader: Reader): void {
  const { text, view } = reader;
  const character = text[reader.at] ?? '';
  if (character === '"') reader.at = stringAt(view, reader.at).end;
  else if (isHeredoc(text, reader.at)) reader.at = heredocAt(view, reader.at).end;
  else if ('([{'.includes(character)) skipBrackets(reader);
  else if (WORD.test(character)) while (WORD.test(text[reader.at] ?? '')) reader.at++;
  else reader.at++;
}

/** Linear: brackets are counted, strings and comments passed over. */
function skipBrackets(reader: Reader): void {
  let open = 0;
  do {
    const character = reader.text[reader.at] ?? '';
    if ('([{'.includes(character)) open++;
    else if (')]}'.includes(character)) open--;
    if ('([{)]}'.includes(character)) reader.at++;
    else if (skipSpace(reader, true) && !'([{)]}'.includes(reader.text[reader.at] ?? '')) skipPart(reader);
  } while (open > 0 && reader.at < reader.text.length);
}

/** Passes over white space and comments; false at the end of the text. */
function skipSpace(reader: Reader, lines: boolean): boolean {
  const { text } = reader;
  for (;;) {
    const character = text[reader.at];
    if (character === ' ' || character === '\t' || character === '\r' || (lines && character === '\n')) reader.at++;
    else if (lines && (character === '#' || text.startsWith('//', reader.at))) {
      reader.at = endOfLine(text, reader.at);
    } else if (text.startsWith('/*', reader.at)) {
      const end = text.indexOf('*/', reader.at + 2);
      reader.at = end < 0 ? text.length : end + 2;
    } else return reader.at < text.length;
  }
}
