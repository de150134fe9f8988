/** The instructions of a Dockerfile, with the command line and the here-documents of each as views. */
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import type { Token } from '../../model/document.ts';
import { type View, viewBuilder } from '../../text/view.ts';
import { token } from '../text/facts.ts';
import { type Line, linesOf, piecesOf, trimRange } from '../text/lines.ts';
import { escapedString } from '../text/strings.ts';

export interface DockerInstruction {
  readonly keyword: string;
  readonly at: Token;
  /** The arguments on one line: continuations joined, comment lines left out, as the builder reads them. */
  readonly line: View;
  /** Options such as `--mount=…` and `--from=…` in front of the arguments. */
  readonly flags: readonly Token[];
  /** Where the arguments begin in `line`, after the options. */
  readonly rest: number;
  readonly heredocs: readonly Heredoc[];
}

interface Heredoc {
  readonly name: string;
  /** The `<<NAME` in the line. */
  readonly mark: Line;
  /** The body and its closing line in the Dockerfile. */
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

const HEREDOC_KEYWORDS = new Set(['RUN', 'COPY', 'ADD']);

export function scanDockerfile(view: View): readonly DockerInstruction[] {
  const file = DockerfileParser.parse(withoutComments(view.text));
  const mark = file.getEscapeCharacter();
  const lines = lineStarts(view.text);
  const offset = (position: Position) => (lines[position.line] ?? view.text.length) + position.character;
  return file.getInstructions().map((instruction) => readInstruction(view, instruction, offset, mark));
}

interface Position {
  readonly line: number;
  readonly character: number;
}

type Offset = (position: Position) => number;

function readInstruction(view: View, instruction: Instruction, offset: Offset, mark: string): DockerInstruction {
  const range = instruction.getRange();
  const start = offset(range.start);
  const end = offset(range.end);
  const wordEnd = offset(instruction.getInstructionRange().end);
  const at = token(view, start, wordEnd);
  return instructionAt(view, instruction.getKeyword(), at, wordEnd, end, mark);
}

/** The instruction after ONBUILD. */
export function innerInstruction(outer: DockerInstruction): DockerInstruction | undefined {
  const { line, rest } = outer;
  const word = piecesOf(line.text, rest, line.text.length).next().value;
  if (!word) return undefined;
  const at = token(line, word.start, word.end);
  return instructionAt(line, at.text.toUpperCase(), at, word.end, line.text.length, '\\');
}

function instructionAt(view: View, keyword: string, at: Token, from: number, end: number, mark: string) {
  const { ranges, after } = commandLines(view.text, from, end, mark);
  const builder = viewBuilder(view);
  for (const range of ranges) builder.copy(range.start, range.end);
  const line = builder.build((text) => (text.includes('\n') ? null : text));
  const { flags, rest } = leadingFlags(line);
  const heredocs = HEREDOC_KEYWORDS.has(keyword) ? readHeredocs(view.text, line.text, rest, after, end) : [];
  return { keyword, at, line, flags, rest, heredocs };
}

function commandLines(text: string, start: number, end: number, mark: string): { ranges: Line[]; after: number } {
  const ranges: Line[] = [];
  let continued = false;
  for (const line of linesOf(text, start, end)) {
    const content = trimRange(text, line.start, line.end);
    if (continued && (content.start === content.end || text[content.start] === '#')) continue;
    const more = content.end > content.start && text[content.end - 1] === mark;
    ranges.push({ start: line.start, end: more ? content.end - 1 : line.end });
    if (!more) return { ranges, after: Math.min(end, text.indexOf('\n', line.end) + 1 || end) };
    continued = true;
  }
  return { ranges, after: end };
}

function leadingFlags(line: View): { flags: Token[]; rest: number } {
  const flags: Token[] = [];
  for (const piece of piecesOf(line.text, 0, line.text.length)) {
    if (!/^--[a-z]/.test(line.text.slice(piece.start, piece.start + 3))) return { flags, rest: piece.start };
    flags.push(token(line, piece.start, piece.end));
  }
  return { flags, rest: line.text.length };
}

function readHeredocs(text: string, line: string, rest: number, after: number, end: number): Heredoc[] {
  const heredocs: Heredoc[] = [];
  if (after >= end) return heredocs;
  let at = after;
  for (const mark of piecesOf(line, rest, line.length)) {
    const match = /^\d*<<(-?)(["']?)([A-Za-z_][\w.-]*)\2$/.exec(
      line.slice(mark.start, Math.min(mark.end, mark.start + 200)),
    );
    if (!match) continue;
    const name = match[3] ?? '';
    const body = heredocBody(text, at, end, name, match[1] === '-');
    heredocs.push({ name, mark, start: at, ...body });
    at = body.after;
  }
  return heredocs;
}

function heredocBody(text: string, start: number, end: number, name: string, tabs: boolean) {
  for (const line of linesOf(text, start, end)) {
    const found = text.slice(line.start, line.end);
    if ((tabs ? found.replace(/^\t+/, '') : found) !== name) continue;
    return { end: line.start, after: Math.min(end, text.indexOf('\n', line.end) + 1 || end) };
  }
  return { end, after: end };
}

/** The words of the exec form `["a", "b"]`, or undefined for the shell form. */
export function execForm(line: View, start: number): Token[] | undefined {
  const { text } = line;
  const range = trimRange(text, start, text.length);
  if (text[range.start] !== '[' || text[range.end - 1] !== ']') return undefined;
  const words: Token[] = [];
  let at = range.start + 1;
  for (;;) {
    while (at < range.end && (text[at] === ' ' || text[at] === '\t' || text[at] === ',')) at++;
    if (at >= range.end - 1) return words;
    if (text[at] !== '"') return undefined;
    const from = at + 1;
    for (at = from; at < range.end && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    if (at >= range.end) return undefined;
    words.push(escapedString(line, from, at));
    at++;
  }
}

/** Words of an instruction, quotes taken off when they are around a whole word. */
export function plainWords(line: View, start: number): Token[] {
  const words: Token[] = [];
  for (const { start: from, end } of piecesOf(line.text, start, line.text.length)) {
    const quote = line.text[from];
    const quoted = end - from > 1 && (quote === '"' || quote === "'") && line.text[end - 1] === quote;
    words.push(quoted ? token(line, from + 1, end - 1) : token(line, from, end));
  }
  return words;
}

/** Blanks comments (not parser directives), which the parser sorts into stages at a quadratic cost. */
function withoutComments(text: string): string {
  let out = '';
  let from = 0;
  let directives = true;
  for (const line of linesOf(text)) {
    const { start, end } = trimRange(text, line.start, line.end);
    directives &&= text[start] === '#' && /^#\s*[A-Za-z]+\s*=/.test(text.slice(start, start + 200));
    if (directives || text[start] !== '#') continue;
    out += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return out + text.slice(from);
}

/** As the parser counts lines: a carriage return ends one too. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    if (code === 10 || code === 13) starts.push(at + 1);
  }
  return starts;
}
