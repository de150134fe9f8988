/** JSON text into values with origins, with encoding/json's messages. */

import { table } from '../table.ts';
import { toUtf8 } from '../values/utf8.ts';
import { bool, float, list, type MapValue, map, nil, type StringValue, type Value } from '../values/value.ts';
import type { Run } from './token.ts';
import { inString, type Written } from './written.ts';

export interface ParsedJson {
  readonly value: Value | null;
  readonly error: string | null;
}

class JsonError extends Error {}

const DEEPEST = 1000;

export function parseJson(text: StringValue): ParsedJson {
  const parser = new JsonParser(inString(text));
  try {
    return { value: parser.document(), error: null };
  } catch (error) {
    if (error instanceof JsonError) return { value: null, error: error.message };
    throw error;
  }
}

const ESCAPES = table<string>({
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
});

class JsonParser {
  private readonly written: Written;
  private readonly text: string;
  private at = 0;

  constructor(written: Written) {
    this.written = written;
    this.text = written.text;
  }

  document(): Value {
    const value = this.value('', 0);
    this.space();
    if (this.at < this.text.length) this.fail('after top-level value');
    return value;
  }

  private fail(where: string): never {
    if (this.at >= this.text.length) throw new JsonError('unexpected end of JSON input');
    // encoding/json names the byte, as if it were a character.
    const [byte = 0] = toUtf8(String.fromCodePoint(this.text.codePointAt(this.at) ?? 0));
    throw new JsonError(`invalid character ${quoteSign(String.fromCharCode(byte))} ${where}`);
  }

  private space(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at += 1;
  }

  private value(path: string, depth: number): Value {
    if (depth > DEEPEST) throw new JsonError('exceeded max depth');
    this.space();
    const sign = this.text[this.at] ?? '';
    const from = this.at;
    if (sign === '{') return this.object(path, depth);
    if (sign === '[') return this.array(path, depth);
    if (sign === '"') return this.string(path);
    if (sign === '-' || (sign >= '0' && sign <= '9')) return this.number(path);
    for (const word of ['true', 'false', 'null']) {
      if (sign !== word[0]) continue;
      this.literal(word);
      const origin = this.written.origin(from, this.at, word !== 'null', path);
      return word === 'null' ? nil(origin) : bool(word === 'true', origin);
    }
    return this.fail('looking for beginning of value');
  }

  private literal(word: string): void {
    this.at += 1;
    for (const sign of word.slice(1)) {
      if (this.text[this.at] !== sign) this.fail(`in literal ${word} (expecting ${quoteSign(sign)})`);
      this.at += 1;
    }
  }

  private digits(where: string): void {
    if (!/[0-9]/.test(this.text[this.at] ?? '')) this.fail(where);
    while (/[0-9]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private number(path: string): Value {
    const from = this.at;
    if (this.text[this.at] === '-') this.at += 1;
    if (this.text[this.at] === '0') this.at += 1;
    else this.digits('in numeric literal');
    if (this.text[this.at] === '.') {
      this.at += 1;
      this.digits('after decimal point in numeric literal');
    }
    if (/[eE]/.test(this.text[this.at] ?? '')) {
      this.at += 1;
      if (/[-+]/.test(this.text[this.at] ?? '')) this.at += 1;
      this.digits('in exponent of numeric literal');
    }
    const literal = this.text.slice(from, this.at);
    const number = Number(literal);
    if (!Number.isFinite(number)) {
      throw new JsonError(`json: cannot unmarshal number ${literal} into Go value of type float64`);
    }
    return float(number, this.written.origin(from, this.at, literal === String(number), path));
  }

  private string(path: string): StringValue {
    const start = this.at;
    this.at += 1;
    const runs: Run[] = [];
    let text = '';
    for (;;) {
      const from = this.at;
      while (!'"\\'.includes(this.text[this.at] ?? '"') && this.text.charCodeAt(this.at) >= 0x20) this.at += 1;
      if (this.at > from) runs.push({ length: this.at - from, from, to: this.at, exact: true });
      text += this.text.slice(from, this.at).toWellFormed();
      const sign = this.text[this.at];
      if (sign === '"') break;
      if (sign !== '\\') this.fail('in string literal');
      const begin = this.at;
      const escaped = this.escape();
      text += escaped;
      runs.push({ length: escaped.length, from: begin, to: this.at, exact: false });
    }
    this.at += 1;
    return this.written.string(text, runs, start, this.at, path);
  }

  private escape(): string {
    this.at += 1;
    const letter = this.text[this.at] ?? '';
    const known = ESCAPES.get(letter);
    if (known !== undefined) {
      this.at += 1;
      return known;
    }
    if (letter !== 'u') return this.fail('in string escape code');
    const code = this.hex();
    if (code < 0xd800 || code > 0xdfff) return String.fromCharCode(code);
    if (code < 0xdc00 && this.text.startsWith('\\u', this.at)) {
      const before = this.at;
      this.at += 1;
      const low = this.hex();
      if (low >= 0xdc00 && low <= 0xdfff) return String.fromCharCode(code, low);
      this.at = before;
    }
    return '\ufffd';
  }

  private hex(): number {
    this.at += 1;
    const from = this.at;
    for (let i = 0; i < 4; i++) {
      if (!/[0-9a-fA-F]/.test(this.text[this.at] ?? '')) this.fail('in \\u hexadecimal character escape');
      this.at += 1;
    }
    return Number.parseInt(this.text.slice(from, this.at), 16);
  }

  private array(path: string, depth: number): Value {
    const from = this.at;
    this.at += 1;
    const items: Value[] = [];
    this.space();
    if (this.text[this.at] === ']') this.at += 1;
    else {
      for (;;) {
        items.push(this.value(join(path, String(items.length)), depth + 1));
        this.space();
        const sign = this.text[this.at];
        if (sign !== ',' && sign !== ']') this.fail('after array element');
        this.at += 1;
        if (sign === ']') break;
      }
    }
    return list(items, this.written.origin(from, this.at, false, path));
  }

  private object(path: string, depth: number): MapValue {
    const from = this.at;
    this.at += 1;
    const result = map();
    this.space();
    if (this.text[this.at] === '}') this.at += 1;
    else {
      for (;;) {
        this.entry(result, path, depth);
        const sign = this.text[this.at];
        if (sign !== ',' && sign !== '}') this.fail('after object key:value pair');
        this.at += 1;
        if (sign === '}') break;
      }
    }
    return { ...result, origin: this.written.origin(from, this.at, false, path) };
  }

  private entry(into: MapValue, path: string, depth: number): void {
    this.space();
    if (this.text[this.at] !== '"') this.fail('looking for beginning of object key string');
    const from = this.at;
    const { text } = this.string(path);
    const origin = this.written.origin(
      from + 1,
      this.at - 1,
      this.text.slice(from + 1, this.at - 1) === text,
      join(path, text),
    );
    this.space();
    if (this.text[this.at] !== ':') this.fail('after object key');
    this.at += 1;
    into.entries.set(text, this.value(join(path, text), depth + 1));
    if (origin !== null) into.keys.set(text, origin);
    this.space();
  }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** Go's quoteChar: strconv.Quote but for the quotes. */
function quoteSign(sign: string): string {
  if (sign === "'") return "'\\''";
  if (sign === '"') return `'"'`;
  if (sign < '\x7f') return `'${JSON.stringify(sign).slice(1, -1)}'`;
  if (!/[\p{C}\p{Z}]/u.test(sign)) return `'${sign}'`;
  const hex = sign.charCodeAt(0).toString(16);
  return sign === '\x7f' ? `'\\x${hex}'` : `'\\u00${hex}'`;
}
