/** Quoted strings of the small languages, read into views that know how to write a replacement back. */
import type { Token } from '../../model/document.ts';
import { table } from '../../text/table.ts';
import { slice, type View, viewBuilder } from '../../text/view.ts';
import { wholeToken } from './facts.ts';

const SIMPLE_ESCAPES = table<string>({
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '/': '/',
  '\\': '\\',
});

/** The characters [start, end) between double quotes, with the escapes of JSON, TOML and HCL. */
export function escapedString(view: View, start: number, end: number): Token {
  const { text } = view;
  if (end <= start) return wholeToken(slice(view, start, start));
  const builder = viewBuilder(view);
  let from = start;
  for (let at = text.indexOf('\\', start); at >= 0 && at < end; at = text.indexOf('\\', from)) {
    builder.copy(from, at);
    const next = readEscape(text, at, end);
    builder.put(next.text, at, next.end);
    from = next.end;
  }
  builder.copy(from, end);
  return wholeToken(builder.build(writeEscaped));
}

/** Characters without escapes that may not hold `quote`: TOML's and the shell's single quotes. */
export function plainString(view: View, start: number, end: number, quote: string): Token {
  if (end <= start) return wholeToken(slice(view, start, start));
  const builder = viewBuilder(view);
  builder.copy(start, end);
  return wholeToken(builder.build((text) => (text.includes(quote) || text.includes('\n') ? null : text)));
}

/** The offset of the first `quote` in [start, limit) that is not escaped, or -1. */
export function closingQuote(text: string, start: number, limit: number, quote: string, escapes?: string): number {
  for (let at = start; at < limit; at++) {
    if (escapes !== undefined && text[at] === escapes) at++;
    else if (text.startsWith(quote, at)) return at;
  }
  return -1;
}

function readEscape(text: string, at: number, end: number): { text: string; end: number } {
  const letter = text[at + 1];
  if (letter === undefined || at + 1 >= end) return { text: '\\', end: at + 1 };
  if (letter === 'u' || letter === 'U') {
    const length = letter === 'u' ? 4 : 8;
    const code = Number.parseInt(text.slice(at + 2, at + 2 + length), 16);
    const valid = at + 2 + length <= end && code >= 0 && code <= 0x10ffff;
    return valid ? { text: String.fromCodePoint(code), end: at + 2 + length } : { text: '\\', end: at + 1 };
  }
  const simple = SIMPLE_ESCAPES.get(letter);
  if (simple !== undefined) return { text: simple, end: at + 2 };
  if (letter === '\n') return { text: '', end: skipSpace(text, at + 1, end) };
  return { text: '\\', end: at + 1 };
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && ' \t\r\n'.includes(text[at] ?? '')) at++;
  return at;
}

function writeEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
