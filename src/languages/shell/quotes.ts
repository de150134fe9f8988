/** Takes quotes and escapes of shell words apart into runs that remember where they stand. */

import { table } from '../../text/table.ts';
import { type View, viewBuilder } from '../../text/view.ts';
import type { Quote, ShellPart } from './ast.ts';

/** A text in single quotes, as `printf %q` and `${x@Q}` write it. */
export function quotedView(parent: View): View {
  const { text } = parent;
  const builder = viewBuilder(parent);
  builder.put("'", 0, 0);
  let from = 0;
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", from)) {
    builder.copy(from, at);
    builder.put("'\\''", at, at + 1);
    from = at + 1;
  }
  builder.copy(from, text.length);
  builder.put("'", text.length, text.length);
  return builder.build(() => null);
}

/** A text that offsets of the parser index, and the way to the offsets of the whole script. */
export interface Frame {
  readonly text: string;
  /** Undefined where both are the same. */
  readonly map: readonly number[] | undefined;
}

export function offsetIn(frame: Frame, offset: number): number {
  return frame.map ? (frame.map[Math.min(offset, frame.map.length - 1)] ?? 0) : offset;
}

const ESCAPABLE = { none: undefined, double: '$`"\\\n', document: '$`\\\n' } as const;

/**
 * The runs of `[start, end)` outside of single quotes. Outside of all quotes a backslash escapes everything; in double
 * quotes and here-documents only a few characters. `strip` leaves out the tabs at the start of lines.
 */
export function pushEscapedText(
  out: ShellPart[],
  frame: Frame,
  start: number,
  end: number,
  style: keyof typeof ESCAPABLE,
  strip = false,
): void {
  const { text } = frame;
  let from = start;
  let at = start;
  const flush = () => pushText(out, frame, from, at, text.slice(from, at), style);
  while (at < end) {
    const char = text[at];
    if (strip && char === '\t' && (at === 0 || text[at - 1] === '\n')) {
      flush();
      while (at < end && text[at] === '\t') at++;
      from = at;
      continue;
    }
    const next = text[at + 1];
    if (char !== '\\' || at + 1 >= end || next === undefined || ESCAPABLE[style]?.includes(next) === false) {
      at++;
      continue;
    }
    flush();
    if (next !== '\n') pushText(out, frame, at, at + 2, next, style);
    at += 2;
    from = at;
  }
  flush();
}

export function pushText(
  out: ShellPart[],
  frame: Frame,
  start: number,
  end: number,
  value: string,
  quote: Quote,
): void {
  if (value === '') return;
  out.push({ kind: 'text', start: offsetIn(frame, start), end: offsetIn(frame, end), value, quote });
}

const ANSI = table<string>({
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
});

/** The runs between the quotes of `$'…'`. */
export function pushAnsiText(out: ShellPart[], frame: Frame, start: number, end: number): void {
  const { text } = frame;
  let from = start;
  for (let at = start; at + 1 < end; at = from) {
    while (at < end && text[at] !== '\\') at++;
    if (at + 1 >= end) break;
    pushText(out, frame, from, at, text.slice(from, at), 'ansi');
    const escaped = ansiEscape(text.slice(at, Math.min(end, at + 10)));
    pushText(out, frame, at, at + escaped.length, escaped.value, 'ansi');
    from = at + escaped.length;
  }
  pushText(out, frame, from, end, text.slice(from, end), 'ansi');
}

function ansiEscape(source: string): { value: string; length: number } {
  const code = /^\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3}))/.exec(source);
  if (code) {
    const point = code[4]
      ? Number.parseInt(code[4], 8) & 0xff
      : Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16);
    return { value: point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd', length: code[0].length };
  }
  const char = source[1] ?? '';
  if (char === 'c' && source.length > 2) return { value: String.fromCharCode(source.charCodeAt(2) & 0x1f), length: 3 };
  return { value: ANSI.get(char) ?? (/[\\'"?]/.test(char) ? char : `\\${char}`), length: 2 };
}

/** How the text between backticks maps to the script: a backslash before `$`, a backtick or a backslash is dropped. */
export function backtickFrame(outer: Frame, start: number, end: number, source: string, inQuotes: boolean): Frame {
  const map: number[] = [];
  let decoded = '';
  for (let at = start; at < end; at++) {
    const next = outer.text[at + 1];
    const escapes = outer.text[at] === '\\' && at + 1 < end && next !== undefined;
    if (escapes && ('$`\\'.includes(next) || (inQuotes && next === '"'))) at++;
    map.push(offsetIn(outer, at));
    decoded += outer.text[at];
  }
  map.push(offsetIn(outer, end));
  if (decoded === source) return { text: source, map };
  const whole = Array.from({ length: source.length + 1 }, () => offsetIn(outer, start));
  return { text: source, map: whole };
}
