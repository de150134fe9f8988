/** Code frames: the lines of a file with carets under the exact characters and a label at each. */
import { lineText, positionAt, type Source, type Span } from '../text/source.ts';
import { oneLine } from './escape.ts';
import type { Role, Style } from './style.ts';
import { characterWidth, displayWidth } from './width.ts';

export interface Mark {
  readonly span: Span;
  readonly label: string;
  readonly role: Role;
  readonly caret: '^' | '-';
}

/** A stretch of one line that a mark covers, in UTF-16 units of the line. */
interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly role: Role;
  readonly caret: '^' | '-';
}

const TAB = 4;

/** `gutter` is the number of columns that line numbers take. The marks are all in one file. */
export function renderFrame(
  source: Source,
  marks: readonly Mark[],
  gutter: number,
  width: number,
  style: Style,
): string[] {
  const stretches = marks.flatMap((mark) => stretchesOf(source, mark));
  const numbers = [...new Set(stretches.map((stretch) => stretch.line))].sort((a, b) => a - b);
  const lines: string[] = [];
  let previous: number | undefined;
  for (const number of numbers) {
    if (previous !== undefined && number > previous + 1) lines.push(style.paint('dim', `${' '.repeat(gutter)} ⋮`));
    previous = number;
    const here = stretches.filter((stretch) => stretch.line === number);
    lines.push(...renderLine(source, number, here, gutter, Math.max(20, width - gutter - 3), style));
  }
  return lines;
}

/** The first and the last line of a mark that spans several; the whole of one that spans one. */
function stretchesOf(source: Source, mark: Mark): readonly Stretch[] {
  const start = positionAt(source, mark.span.start);
  const last = positionAt(source, Math.max(mark.span.start, mark.span.end - 1));
  const { role, caret, label } = mark;
  const from = start.offset - lineStart(source, start.line);
  if (last.line === start.line) {
    const to = Math.max(from + 1, mark.span.end - lineStart(source, start.line));
    return [{ line: start.line, from, to, label, role, caret }];
  }
  const lastText = lineText(source, last.line);
  const indent = lastText.length - lastText.trimStart().length;
  const firstEnd = Math.max(from + 1, lineText(source, start.line).length);
  const lastEnd = Math.max(indent + 1, mark.span.end - lineStart(source, last.line));
  return [
    { line: start.line, from, to: firstEnd, label: '', role, caret },
    { line: last.line, from: indent, to: Math.min(lastEnd, Math.max(indent + 1, lastText.length)), label, role, caret },
  ];
}

function lineStart(source: Source, line: number): number {
  return source.lineStarts[line - 1] ?? 0;
}

function renderLine(
  source: Source,
  number: number,
  stretches: readonly Stretch[],
  gutter: number,
  room: number,
  style: Style,
): string[] {
  const first = stretches.reduce((a, b) => (b.from < a.from ? b : a), stretches[0] as Stretch);
  const window = cutWindow(lineText(source, number), first, room);
  const margin = `${' '.repeat(gutter)} ${style.paint('dim', '│')} `;
  const head = `${style.paint('dim', `${String(number).padStart(gutter)} │`)} ${window.shown}`;
  const carets = stretches.map((stretch) => {
    const start = window.columnOf(stretch.from);
    const size = Math.max(1, window.columnOf(stretch.to) - start);
    const label = stretch.label === '' ? '' : ` ${stretch.label}`;
    return `${margin}${' '.repeat(start)}${style.paint(stretch.role, stretch.caret.repeat(size) + label)}`;
  });
  return [head.trimEnd(), ...carets];
}

/** Characters of a line that are looked at: in front of the first mark, and in all. */
const LOOK_BACK = 600;
const LOOK_AT = 4000;

/** The part of a long line that holds the first mark, as it is shown, and the column of each character in it. */
function cutWindow(text: string, focus: Stretch, room: number) {
  const cells: { readonly at: number; readonly shown: string; readonly column: number }[] = [];
  const begin = characterStart(text, focus.from - LOOK_BACK);
  let column = begin > 0 ? room : 0;
  let at = begin;
  for (const character of text.slice(begin, begin + LOOK_AT)) {
    if (!(at === 0 && character === '\ufeff')) {
      const shown = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : oneLine(character);
      cells.push({ at, shown, column });
      column += shown === character ? characterWidth(character) : displayWidth(shown);
    }
    at += character.length;
  }
  const total = column;
  const columnAt = (offset: number) => cells.find((cell) => cell.at >= offset)?.column ?? total;
  if (total <= room) return { shown: cells.map((cell) => cell.shown).join(''), columnOf: columnAt };
  const focusStart = columnAt(focus.from);
  const focusSize = Math.min(columnAt(focus.to) - focusStart, room - 2);
  const left = focusStart + focusSize + 2 <= room ? 0 : Math.max(0, focusStart - Math.floor((room - focusSize) / 3));
  const right = left + room - (left > 0 ? 1 : 0) - 1;
  const inside = cells.filter((cell) => cell.column >= left && cell.column + displayWidth(cell.shown) <= right);
  const shift = left > 0 ? 1 - (inside[0]?.column ?? 0) : 0;
  const clipped = right < total;
  const end = (inside.at(-1)?.column ?? 0) + displayWidth(inside.at(-1)?.shown ?? '') + shift;
  return {
    shown: `${left > 0 ? '…' : ''}${inside.map((cell) => cell.shown).join('')}${clipped ? '…' : ''}`,
    columnOf: (offset: number) => Math.min(Math.max(0, columnAt(offset) + shift), end),
  };
}

/** Not between the halves of a surrogate pair. */
function characterStart(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}
