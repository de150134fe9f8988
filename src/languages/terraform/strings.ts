/** Strings and here-documents of HCL, escapes taken off and interpolations as holes. */
import type { Token } from '../../model/document.ts';
import { endOfLine } from '../../text/source.ts';
import { HOLE, slice, type View, viewBuilder } from '../../text/view.ts';
import { wholeToken } from '../text/facts.ts';
import { linesOf, trimRange } from '../text/lines.ts';
import { escapedString } from '../text/strings.ts';

export interface HclText {
  readonly token: Token;
  /** The offset behind it in the whole text. */
  readonly end: number;
}

/** The string whose opening quote stands at `open`. */
export function stringAt(view: View, open: number): HclText {
  const { text } = view;
  const start = open + 1;
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '\n') break;
    else if ((character === '$' || character === '%') && text[at + 1] === '{') {
      depth++;
      at++;
    } else if (character === '}' && depth > 0) depth--;
    else if (character === '"' && depth === 0) break;
  }
  const end = Math.min(at, text.length);
  return { token: interpolated(escapedString(view, start, end).view), end: Math.min(at + 1, text.length) };
}

export function isHeredoc(text: string, at: number): boolean {
  return text.startsWith('<<', at) && /^<<[-~]?"?[A-Za-z_]/.test(text.slice(at, at + 6));
}

/** The here-document whose mark stands at `at`. */
export function heredocAt(view: View, at: number): HclText {
  const { text } = view;
  const first = endOfLine(text, at);
  const mark = /^<<([-~]?)"?([\w-]+)/.exec(text.slice(at, Math.min(first, at + 200)));
  const name = mark?.[2] ?? '';
  const start = Math.min(first + 1, text.length);
  let end = text.length;
  let after = text.length;
  for (const line of linesOf(text, start)) {
    if (line.end - line.start > name.length + 200 || text.slice(line.start, line.end).trim() !== name) continue;
    end = line.start;
    after = line.end;
    break;
  }
  const body = slice(view, start, end);
  return { token: interpolated(mark?.[1] === '' ? body : withoutIndent(body)), end: after };
}

/** `${…}` and `%{…}` are not known here: holes, and blanks for what only controls. */
export function interpolated(view: View): Token {
  const { text } = view;
  if (!text.includes('${') && !text.includes('%{')) return wholeToken(view);
  const builder = viewBuilder(view);
  let from = 0;
  for (let at = nextTemplate(text, 0); at >= 0; at = nextTemplate(text, from)) {
    const literal = at > from && text[at - 1] === text[at];
    const end = literal ? at + 2 : templateEnd(text, at + 2);
    builder.copy(from, literal ? at - 1 : at);
    if (literal) builder.copy(at, end);
    else builder.put((text[at] === '$' ? HOLE : ' ').repeat(end - at), at, end);
    from = end;
  }
  builder.copy(from, text.length);
  return wholeToken(builder.build((replacement) => (/[$%]\{/.test(replacement) ? null : replacement)));
}

function nextTemplate(text: string, from: number): number {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
    if (at > from && (text[at - 1] === '$' || text[at - 1] === '%')) return at - 1;
  }
  return -1;
}

function templateEnd(text: string, start: number): number {
  let depth = 1;
  const limit = Math.min(text.length, start + 500);
  for (let at = start; at < limit; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return start;
}

/** `<<-` takes the indentation of the least indented line off every line. */
function withoutIndent(view: View): View {
  const { text } = view;
  let indent = Number.POSITIVE_INFINITY;
  for (const line of linesOf(text)) {
    const { start, end } = trimRange(text, line.start, line.end);
    if (start < end) indent = Math.min(indent, start - line.start);
  }
  if (indent === 0 || indent === Number.POSITIVE_INFINITY) return view;
  const builder = viewBuilder(view);
  for (const line of linesOf(text)) {
    const next = text.indexOf('\n', line.end);
    builder.copy(Math.min(line.start + indent, line.end), next < 0 ? text.length : next + 1);
  }
  return builder.build((replacement) => (replacement.includes('\n') ? null : replacement));
}
