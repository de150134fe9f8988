/** The part of HCL that matters here: blocks, attributes with literal values, here-documents and function calls. */
import type { Token } from '../../model/document.ts';
import { endOfLine } from '../../text/source.ts';
import type { View } from '../../text/view.ts';
import { token } from '../text/facts.ts';
import { heredocAt, isHeredoc, stringAt } from './strings.ts';

export interface HclEntry {
  readonly path: readonly string[];
  readonly key: Token | undefined;
  readonly value: Token;
  readonly kind: 'string' | 'heredoc' | 'bare';
  /** The function whose argument it is: `templatefile`, `jsonencode`, `base64encode`. */
  readonly call: string | undefined;
}

export interface HclScan {
  readonly entries: readonly HclEntry[];
  readonly open: boolean;
}

interface Frame {
  /** The names of the frames around it and its own. */
  readonly path: readonly string[];
  readonly close: string;
  key: Token | undefined;
  call: string | undefined;
}

const MAX_DEPTH = 64;
const WORD = /[\w.*-]/;

interface Scanner {
  readonly view: View;
  readonly text: string;
  at: number;
  readonly frames: Frame[];
  readonly entries: HclEntry[];
  /** Words and labels since the last separator: `resource "x" "y"`. */
  pending: { text: string; token: Token; kind: 'word' | 'string' }[];
  key: Token | undefined;
}

export function scanHcl(view: View): HclScan {
  const scanner: Scanner = { view, text: view.text, at: 0, frames: [], entries: [], pending: [], key: undefined };
  while (scanner.at < scanner.text.length) step(scanner);
  flush(scanner);
  return { entries: scanner.entries, open: scanner.frames.length > 0 };
}

function step(scanner: Scanner): void {
  const { text, at } = scanner;
  const character = text[at] ?? '';
  if (character === '#' || text.startsWith('//', at)) scanner.at = endOfLine(text, at);
  else if (text.startsWith('/*', at)) scanner.at = after(text, text.indexOf('*/', at + 2), 2);
  else if (character === '"') readString(scanner);
  else if (isHeredoc(text, at)) readHeredoc(scanner);
  else if (character === '{' || character === '[' || character === '(') open(scanner, character);
  else if (character === '}' || character === ']' || character === ')') close(scanner, character);
  else if (character === '\n' || character === ',') separate(scanner);
  else if ((character === '=' && text[at + 1] !== '=' && !'=!<>'.includes(text[at - 1] ?? '')) || character === ':')
    assign(scanner);
  else if (WORD.test(character)) readWord(scanner);
  else scanner.at++;
}

function readWord(scanner: Scanner): void {
  const start = scanner.at;
  while (scanner.at < scanner.text.length && WORD.test(scanner.text[scanner.at] ?? '')) scanner.at++;
  const word = token(scanner.view, start, scanner.at);
  scanner.pending.push({ text: word.text, token: word, kind: 'word' });
}

function readString(scanner: Scanner): void {
  const { token: value, end } = stringAt(scanner.view, scanner.at);
  scanner.at = end;
  scanner.pending.push({ text: value.text, token: value, kind: 'string' });
}

function readHeredoc(scanner: Scanner): void {
  const { token: value, end } = heredocAt(scanner.view, scanner.at);
  scanner.at = end;
  add(scanner, value, 'heredoc');
  scanner.pending = [];
}

function open(scanner: Scanner, character: string): void {
  const { pending } = scanner;
  const last = pending.at(-1);
  scanner.at++;
  if (scanner.frames.length >= MAX_DEPTH) {
    scanner.at = scanner.text.length;
    return;
  }
  if (character === '(') {
    scanner.frames.push({
      path: scanner.frames.at(-1)?.path ?? [],
      close: ')',
      key: scanner.key,
      call: last?.kind === 'word' ? last.text : undefined,
    });
    pending.pop();
    return;
  }
  const names = scanner.key ? [scanner.key.text] : pending.map((part) => part.text);
  const around = scanner.frames.at(-1)?.path ?? [];
  scanner.frames.push({
    path: [...around, ...names.filter((name) => name !== ''), ...(character === '[' ? ['[]'] : [])],
    close: character === '{' ? '}' : ']',
    key: scanner.key,
    call: undefined,
  });
  scanner.pending = [];
  scanner.key = undefined;
}

function close(scanner: Scanner, character: string): void {
  flush(scanner);
  scanner.at++;
  const index = scanner.frames.findLastIndex((frame) => frame.close === character);
  if (index >= 0) scanner.frames.length = index;
}

function separate(scanner: Scanner): void {
  flush(scanner);
  scanner.at++;
}

function assign(scanner: Scanner): void {
  const last = scanner.pending.at(-1);
  scanner.at++;
  if (!last || scanner.key) return;
  scanner.key = last.token;
  scanner.pending = [];
}

/** What stands after the `=`, when it is one string or one word. */
function flush(scanner: Scanner): void {
  const { pending, key } = scanner;
  const inList = scanner.frames.at(-1)?.close !== '}';
  if (key || inList) {
    for (const part of pending) {
      if (part.kind === 'string' || key) add(scanner, part.token, part.kind === 'string' ? 'string' : 'bare');
    }
  }
  scanner.pending = [];
  scanner.key = undefined;
}

function add(scanner: Scanner, value: Token, kind: HclEntry['kind']): void {
  const frame = scanner.frames.at(-1);
  const around = frame?.path ?? [];
  const path = scanner.key ? [...around, scanner.key.text] : around;
  const key = scanner.key ?? scanner.frames.findLast((one) => one.key !== undefined)?.key;
  scanner.entries.push({ path, key, value, kind, call: frame?.call });
}

function after(text: string, found: number, length: number): number {
  return found < 0 ? text.length : found + length;
}
