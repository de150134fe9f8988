/** A cursor over YAML text that knows line and column; the end reads as NUL. */
import { isBreak, type Run, YamlError } from './token.ts';

export class Reader {
  readonly text: string;
  at = 0;
  line = 0;
  private lineStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  code(ahead = 0): number {
    const index = this.at + ahead;
    return index < this.text.length ? this.text.charCodeAt(index) : 0;
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** Moves behind a line break; what it stands for in a scalar's text. */
  breakLine(): string {
    const code = this.code();
    this.at += code === 0x0d && this.code(1) === 0x0a ? 2 : 1;
    this.line += 1;
    this.lineStart = this.at;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
  }

  /** At the end of a text whose last line has no break, libyaml goes to the next line; messages count it. */
  finishLine(): void {
    if (this.column === 0) return;
    this.line += 1;
    this.at += 1;
    this.lineStart = this.at;
  }

  skipComment(): void {
    if (this.code() !== 0x23) return;
    while (!this.ended && !isBreak(this.code())) this.at += 1;
  }

  /** `---` or `...` at the start of a line. */
  documentMark(): boolean {
    if (this.column !== 0) return false;
    const code = this.code();
    if (code !== 0x2d && code !== 0x2e) return false;
    if (this.code(1) !== code || this.code(2) !== code) return false;
    const next = this.code(3);
    return next === 0 || next === 0x20 || next === 0x09 || isBreak(next);
  }

  fail(message: string, offset = this.at): never {
    throw new YamlError(message, offset, true);
  }
}

/** Collects the text of a scalar and where each stretch of it was written. */
export class ScalarText {
  text = '';
  readonly runs: Run[] = [];

  /** Copies source characters [from, to). */
  copy(source: string, from: number, to: number): void {
    if (from === to) return;
    this.text += source.slice(from, to);
    const last = this.runs[this.runs.length - 1];
    if (last?.exact === true && last.to === from) {
      this.runs[this.runs.length - 1] = { ...last, length: last.length + to - from, to };
      return;
    }
    this.runs.push({ length: to - from, from, to, exact: true });
  }

  /** Text that the source characters [from, to) stand for. */
  put(text: string, from: number, to: number, source: string): void {
    if (text === '') return;
    if (source.startsWith(text, to - text.length) && text.length <= to - from) {
      this.copy(source, to - text.length, to);
      return;
    }
    this.text += text;
    this.runs.push({ length: text.length, from, to, exact: false });
  }
}

/** White space in the middle of a scalar: kept, folded or dropped depending on what follows. */
export class Gap {
  blanksFrom = -1;
  blanksTo = -1;
  leadingBreak = '';
  trailingBreaks = '';
  from = 0;
  to = 0;

  reset(): void {
    this.blanksFrom = -1;
    this.blanksTo = -1;
    this.leadingBreak = '';
    this.trailingBreaks = '';
  }

  /** Writes the gap as flow scalars fold it. */
  write(into: ScalarText, source: string): void {
    if (this.leadingBreak === '') {
      if (this.trailingBreaks !== '') into.put(this.trailingBreaks, this.from, this.to, source);
      else if (this.blanksFrom >= 0) into.copy(source, this.blanksFrom, this.blanksTo);
    } else if (this.leadingBreak === '\n') {
      into.put(this.trailingBreaks === '' ? ' ' : this.trailingBreaks, this.from, this.to, source);
    } else {
      into.put(this.leadingBreak + this.trailingBreaks, this.from, this.to, source);
    }
    this.reset();
  }
}
