/** Writes text and scalars with goyaml's line state: current column, and whether only white space or indentation precedes. */
import type { Origin } from '../values/origin.ts';
import { Builder, blurred } from '../values/tracked.ts';
import type { StringValue } from '../values/value.ts';
import { analyze, isBreakCode, isPrintable } from './analyze.ts';
import { resolvesToText } from './resolve.ts';

export type Style = 'plain' | 'single' | 'double' | 'literal';

export function chooseStyle(text: string, asKey: boolean, pretty: boolean): Style {
  const analysis = analyze(text, pretty);
  const wanted = text.includes('\n') ? 'literal' : resolvesToText(text) ? 'plain' : 'double';
  if (asKey && analysis.multiline) return 'double';
  if (wanted === 'literal') return analysis.block && !asKey ? 'literal' : 'double';
  if (wanted === 'double' || analysis.plain) return wanted;
  return analysis.single ? 'single' : 'double';
}

export class ScalarWriter {
  readonly out = new Builder();
  private readonly width: number;
  private column = 0;
  private whitespace = true;
  private indention = true;

  /** Longer lines are folded. */
  constructor(width: number) {
    this.width = width;
  }

  get indented(): boolean {
    return this.indention;
  }

  private put(text: string): void {
    this.out.text(text);
    this.column += text.length;
  }

  private lineBreak(): void {
    this.out.text('\n');
    this.column = 0;
  }

  indent(indent: number): void {
    const depth = Math.max(indent, 0);
    if (!this.indention || this.column > depth || (this.column === depth && !this.whitespace)) this.lineBreak();
    if (this.column < depth) this.put(' '.repeat(depth - this.column));
    this.whitespace = true;
    this.indention = true;
  }

  indicator(text: string, needsSpace: boolean, isSpace: boolean, isIndention: boolean): void {
    if (needsSpace && !this.whitespace) this.put(' ');
    this.put(text);
    this.whitespace = isSpace;
    this.indention = this.indention && isIndention;
  }

  /** A number, boolean or null. */
  word(text: string, origin: Origin | null): void {
    if (!this.whitespace) this.put(' ');
    this.out.from(text, origin === null ? null : fitting(origin, text));
    this.column += text.length;
    this.whitespace = false;
    this.indention = false;
  }

  scalar(value: StringValue, style: Style, indent: number, asKey: boolean): void {
    switch (style) {
      case 'plain':
        this.plain(value, indent, asKey);
        break;
      case 'single':
        this.single(value, indent, asKey);
        break;
      case 'double':
        this.double(value, indent, asKey);
        break;
      case 'literal':
        this.literal(value, indent);
        return;
    }
    this.whitespace = false;
    this.indention = false;
  }

  /** Copies characters; columns count code points. */
  private copy(value: StringValue, from: number, to: number): void {
    if (from >= to) return;
    this.out.part(value, from, to);
    this.column += to - from;
  }

  private plain(value: StringValue, indent: number, asKey: boolean): void {
    if (!this.whitespace) this.put(' ');
    const { text } = value;
    if (asKey || this.column + text.length <= this.width || !text.includes(' ')) {
      this.copy(value, 0, text.length);
      return;
    }
    this.folding(value, indent, false);
  }

  /** Plain text without line breaks, or the inside of single quotes. */
  private folding(value: StringValue, indent: number, quoted: boolean): void {
    const { text } = value;
    let from = 0;
    let spaces = false;
    let broken = false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x20) {
        const inside = !quoted || (at > 0 && at < text.length - 1);
        if (!spaces && inside && this.column + (at - from) > this.width && text.charCodeAt(at + 1) !== 0x20) {
          this.copy(value, from, at);
          this.indent(indent);
          from = at + 1;
        }
        spaces = true;
        continue;
      }
      if (isBreakCode(code)) {
        this.copy(value, from, at);
        if (!broken && code === 0x0a) this.lineBreak();
        this.copyBreak(value, at);
        this.indention = true;
        from = at + 1;
        broken = true;
        continue;
      }
      if (broken) this.indent(indent);
      if (quoted && code === 0x27) {
        this.copy(value, from, at);
        this.put("'");
        from = at;
      }
      this.indention = false;
      spaces = false;
      broken = false;
    }
    this.copy(value, from, text.length);
  }

  private copyBreak(value: StringValue, at: number): void {
    this.out.part(value, at, at + 1);
    this.column = 0;
  }

  private single(value: StringValue, indent: number, asKey: boolean): void {
    this.indicator("'", true, false, false);
    const { text } = value;
    if (asKey && !text.includes("'")) this.copy(value, 0, text.length);
    else if (asKey) this.doubling(value);
    else this.folding(value, indent, true);
    this.indicator("'", false, false, false);
  }

  private doubling(value: StringValue): void {
    let from = 0;
    for (let at = value.text.indexOf("'"); at >= 0; at = value.text.indexOf("'", at + 1)) {
      this.copy(value, from, at);
      this.put("'");
      from = at;
    }
    this.copy(value, from, value.text.length);
  }

  private double(value: StringValue, indent: number, asKey: boolean): void {
    this.indicator('"', true, false, false);
    const { text } = value;
    // goyaml looks for the byte order mark at the start of the text, whichever character it is at.
    const marked = text.startsWith('\ufeff');
    let from = 0;
    let spaces = false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (marked || !isPrintable(code) || isBreakCode(code) || code === 0x22 || code === 0x5c) {
        this.copy(value, from, at);
        const point = text.codePointAt(at) ?? code;
        const length = point > 0xffff ? 2 : 1;
        this.escape(value, at, length, point);
        at += length - 1;
        from = at + 1;
        spaces = false;
      } else if (code === 0x20) {
        if (!asKey && !spaces && this.column + (at - from) > this.width && at > 0 && at < text.length - 1) {
          this.copy(value, from, at);
          this.indent(indent);
          if (text.charCodeAt(at + 1) === 0x20) this.put('\\');
          from = at + 1;
        }
        spaces = true;
      } else spaces = false;
    }
    this.copy(value, from, text.length);
    this.indicator('"', false, false, false);
  }

  private escape(value: StringValue, at: number, length: number, point: number): void {
    const escaped = escapeOf(point);
    const piece = new Builder().part(value, at, at + length).done();
    const origin = piece.fragments[0]?.origin ?? null;
    this.out.from(escaped, origin === null ? null : blurred(origin));
    this.column += escaped.length;
  }

  private literal(value: StringValue, indent: number): void {
    this.indicator('|', true, false, false);
    const { text } = value;
    const first = text.charCodeAt(0);
    if (first === 0x20 || isBreakCode(first)) this.put('2');
    this.put(chomping(text));
    this.lineBreak();
    this.indention = true;
    this.whitespace = true;
    let from = 0;
    while (from < text.length) {
      const end = nextBreak(text, from);
      if (end > from) {
        this.indent(indent);
        this.copy(value, from, end);
        this.indention = false;
      }
      if (end < text.length) {
        this.copyBreak(value, end);
        this.indention = true;
      }
      from = end + 1;
    }
  }
}

function nextBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (isBreakCode(text.charCodeAt(at))) return at;
  }
  return text.length;
}

function chomping(text: string): string {
  if (!isBreakCode(text.charCodeAt(text.length - 1))) return '-';
  return text.length === 1 || isBreakCode(text.charCodeAt(text.length - 2)) ? '+' : '';
}

const SHORT: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  27: '\\e',
  34: '\\"',
  92: '\\\\',
  133: '\\N',
  160: '\\_',
  8232: '\\L',
  8233: '\\P',
};

function escapeOf(point: number): string {
  const short = SHORT[point];
  if (short !== undefined) return short;
  const hex = point.toString(16).toUpperCase();
  if (point <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** The origin of a printed scalar: exact only if the source spells it the same way. */
export function fitting(origin: Origin, text: string): Origin {
  const same = origin.to - origin.from === text.length && origin.source.text.startsWith(text, origin.from);
  if (!same) return blurred(origin);
  return origin.exact ? origin : { ...origin, exact: true };
}
