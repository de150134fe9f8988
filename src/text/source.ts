/** A file of the scanned repository and the places in it. */

export interface Source {
  /** Relative to the scanned root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Offset of the first character of every line, in UTF-16 units. */
  readonly lineStarts: readonly number[];
}

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units; a byte order mark is not counted. */
  readonly column: number;
  /** 0-based, in UTF-16 units, a byte order mark included. */
  readonly offset: number;
}

/** Characters [start, end) of a file, in UTF-16 units. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

export function createSource(path: string, text: string): Source {
  return { path, text, lineStarts: findLineStarts(text) };
}

export function positionAt(source: Source, offset: number): Position {
  const line = lineIndexAt(source, offset);
  const start = source.lineStarts[line] ?? 0;
  const mark = line === 0 && source.text.charCodeAt(0) === 0xfeff && offset > 0 ? 1 : 0;
  return { line: line + 1, column: offset - start - mark + 1, offset };
}

/** The text of a 1-based line without its line break. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  const next = source.lineStarts[line] ?? source.text.length + 1;
  const text = source.text.slice(start, next - 1);
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

/** Where the line ends in which an offset stands, its line break left out. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the line begins in which an offset stands. */
export function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** What stands before an offset on its line, the last characters of it where it is long. */
export function lineBefore(text: string, at: number, most = Number.POSITIVE_INFINITY): string {
  return text.slice(Math.max(startOfLine(text, at), at - most), at);
}

/** Whether a `#` makes a comment of the line before an offset. */
export function isCommentedOut(text: string, at: number): boolean {
  return /^\s*#/.test(lineBefore(text, at));
}

export function spanText(span: Span): string {
  return span.source.text.slice(span.start, span.end);
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  // An array that grew holds room for more.
  return starts.slice();
}

function lineIndexAt(source: Source, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The same for the same characters. */
export function spanKey({ source, start, end }: Span): string {
  return `${source.path}:${start}-${end}`;
}

/** The same for all that begins on the same line. */
export function lineKey({ source, start }: Span): string {
  return `${source.path}:${positionAt(source, start).line}`;
}
