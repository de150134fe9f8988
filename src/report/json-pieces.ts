/** Large JSON in pieces: as one text, a report of a hundred thousand lines takes more memory than what it is about. */
import { visibleJson } from './escape.ts';

/** A list of which each item is made when it is written. */
export function lazily<T, U>(items: readonly T[], make: (item: T) => U): Iterable<U> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield make(item);
    },
  };
}

/** What `JSON` makes of a list, or of an object of which members may be lists that are made lazily; with a line feed behind it. */
export function* visibleJsonPieces(value: object, indent: number): Iterable<string> {
  yield* joined(isIterable(value) ? listPieces(value, indent, '') : objectPieces(value, indent));
  yield '\n';
}

function* objectPieces(value: object, indent: number): Iterable<string> {
  const { inner, start, end } = layout(indent, '');
  let before = '{';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${start}${visibleJson(name, 0)}:${indent === 0 ? '' : ' '}`;
    if (isIterable(member)) yield* listPieces(member, indent, inner);
    else yield inside(visibleJson(member, indent), inner);
    before = ',';
  }
  yield before === '{' ? '{}' : `${end}}`;
}

function* listPieces(items: Iterable<unknown>, indent: number, outer: string): Iterable<string> {
  const { inner, start, end } = layout(indent, outer);
  let before = '[';
  for (const item of items) {
    yield `${before}${start}${inside(visibleJson(item, indent), inner)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : `${end}]`;
}

/** What stands before a member and behind the last one. */
function layout(indent: number, outer: string) {
  const inner = outer + ' '.repeat(indent);
  return indent === 0 ? { inner, start: '', end: '' } : { inner, start: `\n${inner}`, end: `\n${outer}` };
}

/** A line feed in a string is written as an escape: each one here is of the layout. */
function inside(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** Enough for few writes, and no more. */
const PIECE = 65_536;

function* joined(pieces: Iterable<string>): Iterable<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
