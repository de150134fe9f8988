/** Cuts YAML 1.1 into tokens exactly as libyaml does, with its rules for simple keys and indentation. */
import { Reader, ScalarText } from './reader.ts';
import { scanBlock, scanPlain, scanQuoted } from './scalars.ts';
import {
  isBlank,
  isBlankEnd,
  isBreak,
  isBreakEnd,
  isWord,
  NO_RUNS,
  type Run,
  type Token,
  type TokenType,
} from './token.ts';

interface SimpleKey {
  readonly required: boolean;
  readonly number: number;
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

const LIMIT = 1000;
const DIRECTIVE =
  /^%(?:YAML[ \t]+[0-9]{1,2}\.[0-9]{1,2}[ \t]*(?:#[\s\S]*)?|TAG[ \t]+![\w-]*!?[ \t]+\S+(?:[ \t]+#[\s\S]*|[ \t]*))$/;
const TAG_SIGNS = new Set([...";/?:@&=+$,.!~*'()[]%"].map((sign) => sign.charCodeAt(0)));
const STARTERS_REFUSED = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map((sign) => sign.charCodeAt(0)));

export class Scanner {
  readonly reader: Reader;
  private tokens: Token[] = [];
  private head = 0;
  private taken = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private flowLevel = 0;
  private keyAllowed = true;
  private readonly keys: (SimpleKey | null)[] = [null];
  private done = false;
  private available = false;

  constructor(text: string) {
    this.reader = new Reader(text);
  }

  peek(): Token {
    if (!this.available) {
      while (this.needsMore() && !this.done) this.fetch();
      this.available = true;
    }
    return this.tokens[this.head] as Token;
  }

  take(): Token {
    const token = this.peek();
    if (token.type === 'stream-end') return token;
    this.head += 1;
    this.taken += 1;
    this.available = false;
    if (this.head > 256) {
      this.tokens = this.tokens.slice(this.head);
      this.head = 0;
    }
    return token;
  }

  private needsMore(): boolean {
    if (this.head >= this.tokens.length) return true;
    for (let level = this.keys.length - 1; level >= 0; level--) {
      if (this.keys[level]?.number === this.taken) return this.isValid(level);
    }
    return false;
  }

  private isValid(level: number): boolean {
    const key = this.keys[level];
    if (key === null || key === undefined) return false;
    if (key.line < this.reader.line || key.at + 1024 < this.reader.at) {
      if (key.required) this.reader.fail("could not find expected ':'");
      this.keys[level] = null;
      return false;
    }
    return true;
  }

  private saveKey(): void {
    if (!this.keyAllowed) return;
    this.removeKey();
    const { at, line, column } = this.reader;
    const required = this.flowLevel === 0 && this.indent === column;
    this.keys[this.keys.length - 1] = { required, number: this.nextNumber(), at, line, column };
  }

  private removeKey(): void {
    const last = this.keys.length - 1;
    if (this.keys[last]?.required === true) this.reader.fail("could not find expected ':'");
    this.keys[last] = null;
  }

  private nextNumber(): number {
    return this.taken + this.tokens.length - this.head;
  }

  private add(
    type: TokenType,
    from: number,
    to: number,
    text = '',
    plain = false,
    runs: readonly Run[] = NO_RUNS,
  ): void {
    this.tokens.push({ type, from, to, text, plain, runs });
  }

  private insert(number: number, type: TokenType, at: number): void {
    this.tokens.splice(this.head + number - this.taken, 0, {
      type,
      from: at,
      to: at,
      text: '',
      plain: false,
      runs: NO_RUNS,
    });
  }

  private roll(column: number, number: number, type: TokenType, at: number): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (this.indents.length > LIMIT) this.reader.fail(`exceeded max depth of ${LIMIT}`);
    this.insert(number, type, at);
  }

  private unroll(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.add('block-end', this.reader.at, this.reader.at);
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private skipSpace(): void {
    const reader = this.reader;
    for (;;) {
      if (reader.column === 0 && reader.code() === 0xfeff) reader.at += 1;
      const tabs = this.flowLevel > 0 || !this.keyAllowed;
      while (reader.code() === 0x20 || (tabs && reader.code() === 0x09)) reader.at += 1;
      reader.skipComment();
      if (reader.ended || !isBreak(reader.code())) return;
      reader.breakLine();
      if (this.flowLevel === 0) this.keyAllowed = true;
    }
  }

  private fetch(): void {
    this.skipSpace();
    const reader = this.reader;
    this.unroll(reader.column);
    if (reader.ended) {
      reader.finishLine();
      this.unroll(-1);
      this.removeKey();
      this.add('stream-end', reader.at, reader.at);
      this.done = true;
      return;
    }
    const code = reader.code();
    if (reader.column === 0 && code === 0x25) this.fetchDirective();
    else if (reader.documentMark()) this.fetchDocumentMark(code === 0x2d ? 'document-start' : 'document-end');
    else if (!this.fetchIndicator(code)) this.fetchOther(code);
  }

  private fetchOther(code: number): void {
    if (
      code === 0x2d || code === 0x3a || code === 0x3f
        ? this.startsPlain(code)
        : !STARTERS_REFUSED.has(code) && !isBlankEnd(code)
    ) {
      this.fetchPlain();
    } else this.reader.fail('found character that cannot start any token');
  }

  private startsPlain(code: number): boolean {
    if (code === 0x2d) return !isBlank(this.reader.code(1));
    return this.flowLevel === 0 && !isBlankEnd(this.reader.code(1));
  }

  private fetchIndicator(code: number): boolean {
    const next = this.reader.code(1);
    switch (code) {
      case 0x5b:
        return this.openFlow('flow-sequence-start');
      case 0x7b:
        return this.openFlow('flow-mapping-start');
      case 0x5d:
        return this.closeFlow('flow-sequence-end');
      case 0x7d:
        return this.closeFlow('flow-mapping-end');
      case 0x2c:
        return this.sign('flow-entry', true);
      case 0x2d:
        return isBlankEnd(next) && this.fetchEntry();
      case 0x3f:
        return (this.flowLevel > 0 || isBlankEnd(next)) && this.fetchKey();
      case 0x3a:
        return (this.flowLevel > 0 || isBlankEnd(next)) && this.fetchValue();
      case 0x2a:
        return this.fetchAnchor('alias');
      case 0x26:
        return this.fetchAnchor('anchor');
      case 0x21:
        return this.fetchTag();
      case 0x7c:
      case 0x3e:
        return this.flowLevel === 0 && this.fetchBlock(code === 0x7c);
      case 0x27:
      case 0x22:
        return this.fetchQuoted(code === 0x27);
      default:
        return false;
    }
  }

  private fetchDirective(): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    const from = this.reader.at;
    while (!isBreakEnd(this.reader.code())) this.reader.at += 1;
    const text = this.reader.text.slice(from, this.reader.at);
    if (!DIRECTIVE.test(text)) {
      this.reader.fail(
        /^%[\w-]/.test(text) ? 'found unknown directive name' : 'could not find expected directive name',
      );
    }
    this.add('directive', from, this.reader.at, text);
  }

  private fetchDocumentMark(type: TokenType): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    this.reader.at += 3;
    this.add(type, this.reader.at - 3, this.reader.at);
  }

  private openFlow(type: TokenType): true {
    this.saveKey();
    this.keys.push(null);
    this.flowLevel += 1;
    if (this.flowLevel > LIMIT) this.reader.fail(`exceeded max depth of ${LIMIT}`);
    this.keyAllowed = true;
    this.reader.at += 1;
    this.add(type, this.reader.at - 1, this.reader.at);
    return true;
  }

  private closeFlow(type: TokenType): true {
    this.removeKey();
    if (this.flowLevel > 0) {
      this.flowLevel -= 1;
      this.keys.pop();
    }
    this.keyAllowed = false;
    this.reader.at += 1;
    this.add(type, this.reader.at - 1, this.reader.at);
    return true;
  }

  private sign(type: TokenType, keyAllowed: boolean): true {
    this.removeKey();
    this.keyAllowed = keyAllowed;
    this.reader.at += 1;
    this.add(type, this.reader.at - 1, this.reader.at);
    return true;
  }

  private fetchEntry(): true {
    const { reader } = this;
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) reader.fail('block sequence entries are not allowed in this context');
      this.roll(reader.column, this.nextNumber(), 'block-sequence-start', reader.at);
    }
    return this.sign('block-entry', true);
  }

  private fetchKey(): true {
    const { reader } = this;
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) reader.fail('mapping keys are not allowed in this context');
      this.roll(reader.column, this.nextNumber(), 'block-mapping-start', reader.at);
    }
    return this.sign('key', this.flowLevel === 0);
  }

  private fetchValue(): true {
    const { reader } = this;
    const level = this.keys.length - 1;
    const key = this.keys[level];
    if (key !== null && key !== undefined && this.isValid(level)) {
      this.insert(key.number, 'key', key.at);
      this.roll(key.column, key.number, 'block-mapping-start', key.at);
      this.keys[level] = null;
      this.keyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        if (!this.keyAllowed) reader.fail('mapping values are not allowed in this context');
        this.roll(reader.column, this.nextNumber(), 'block-mapping-start', reader.at);
      }
      this.keyAllowed = this.flowLevel === 0;
    }
    reader.at += 1;
    this.add('value', reader.at - 1, reader.at);
    return true;
  }

  private fetchAnchor(type: 'alias' | 'anchor'): true {
    this.saveKey();
    this.keyAllowed = false;
    const { reader } = this;
    const from = reader.at;
    reader.at += 1;
    while (isWord(reader.code())) reader.at += 1;
    const next = reader.code();
    if (reader.at === from + 1 || !(isBlankEnd(next) || '?:,]}%@`'.includes(String.fromCharCode(next)))) {
      reader.fail('did not find expected alphabetic or numeric character', from);
    }
    this.add(type, from, reader.at, reader.text.slice(from + 1, reader.at));
    return true;
  }

  private fetchTag(): true {
    this.saveKey();
    this.keyAllowed = false;
    const { reader } = this;
    const from = reader.at;
    const verbatim = reader.code(1) === 0x3c;
    reader.at += verbatim ? 2 : 1;
    while (isWord(reader.code()) || TAG_SIGNS.has(reader.code())) reader.at += 1;
    if (verbatim) {
      if (reader.code() !== 0x3e) reader.fail("did not find the expected '>'");
      reader.at += 1;
    }
    if (!isBlankEnd(reader.code())) reader.fail('did not find expected whitespace or line break');
    this.add('tag', from, reader.at, reader.text.slice(from, reader.at));
    return true;
  }

  private fetchBlock(literal: boolean): true {
    this.removeKey();
    this.keyAllowed = true;
    const from = this.reader.at;
    const into = new ScalarText();
    scanBlock(this.reader, into, literal, this.indent);
    this.add('scalar', from, this.reader.at, into.text, false, into.runs);
    return true;
  }

  private fetchQuoted(single: boolean): true {
    this.saveKey();
    this.keyAllowed = false;
    const from = this.reader.at;
    const into = new ScalarText();
    scanQuoted(this.reader, into, single);
    this.add('scalar', from, this.reader.at, into.text, false, into.runs);
    return true;
  }

  private fetchPlain(): void {
    this.saveKey();
    this.keyAllowed = false;
    const from = this.reader.at;
    const into = new ScalarText();
    const { to, broken } = scanPlain(this.reader, into, this.indent + 1, this.flowLevel > 0);
    if (broken) this.keyAllowed = true;
    this.add('scalar', from, to, into.text, true, into.runs);
  }
}
