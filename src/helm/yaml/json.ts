/** JSON as encoding/json writes it, with the origin of every scalar and key kept. */

import { table } from '../table.ts';
import type { Origin } from '../values/origin.ts';
import { Builder, EMPTY, tracked } from '../values/tracked.ts';
import { compareBytes, isSingleByte } from '../values/utf8.ts';
import type { ListValue, MapValue, StringValue, Value } from '../values/value.ts';
import { base64, type Charge, Unmarshallable } from './emit.ts';
import { formatJson } from './number.ts';
import { MAX_DEPTH } from './parser.ts';
import { fitting } from './scalar-writer.ts';

export interface JsonStyle {
  /** `<`, `>` and `&` as \u escapes. */
  readonly escapeHtml: boolean;
  /** '' for one line. */
  readonly indent: string;
}

/** Null for what cannot be marshalled. */
export function emitJson(value: Value, charge: Charge, style: JsonStyle): StringValue | null {
  const writer = new JsonWriter(charge, style);
  try {
    writer.node(value, 0);
  } catch (error) {
    if (error instanceof Unmarshallable) return null;
    throw error;
  }
  return writer.out.done();
}

export const toJson = (value: Value, charge: Charge): StringValue =>
  emitJson(value, charge, { escapeHtml: true, indent: '' }) ?? EMPTY;

class JsonWriter {
  readonly out = new Builder();
  private readonly charge: Charge;
  private readonly style: JsonStyle;

  constructor(charge: Charge, style: JsonStyle) {
    this.charge = charge;
    this.style = style;
  }

  node(value: Value, depth: number): void {
    if (depth > MAX_DEPTH) throw new Unmarshallable();
    switch (value.kind) {
      case 'nil':
      case 'invalid':
        this.word('null', value.origin);
        break;
      case 'bool':
        this.word(String(value.value), value.origin);
        break;
      case 'int':
        this.word(value.value.toString(), value.origin);
        break;
      case 'float':
        this.float(value.value, value.origin);
        break;
      case 'string':
        this.string(value);
        break;
      case 'bytes':
        this.string(base64(value.content));
        break;
      case 'list':
        if (value.isNil === true) this.word('null', value.origin);
        else this.list(value, depth);
        break;
      case 'map':
        if (value.isNil === true) this.word('null', value.origin);
        else this.map(value, depth, [...value.entries.keys()].sort(compareBytes));
        break;
      case 'object':
        this.object(value.json(), depth);
    }
  }

  private word(text: string, origin: Origin | null): void {
    this.out.from(text, origin === null ? null : fitting(origin, text));
  }

  private float(value: number, origin: Origin | null): void {
    const text = formatJson(value);
    if (text === null) throw new Unmarshallable();
    this.word(text, origin);
  }

  private newLine(depth: number): void {
    if (this.style.indent !== '') this.out.text(`\n${this.style.indent.repeat(depth)}`);
  }

  private list(value: ListValue, depth: number): void {
    this.out.text('[');
    value.items.forEach((item, index) => {
      this.charge(2);
      if (index > 0) this.out.text(',');
      this.newLine(depth + 1);
      this.node(item, depth + 1);
    });
    if (value.items.length > 0) this.newLine(depth);
    this.out.text(']');
  }

  /** Fields of a struct stay in their order. */
  private object(value: Value, depth: number): void {
    if (value.kind === 'map') this.map(value, depth, [...value.entries.keys()]);
    else this.node(value, depth);
  }

  private map(value: MapValue, depth: number, names: readonly string[]): void {
    this.out.text('{');
    names.forEach((name, index) => {
      this.charge(2);
      if (index > 0) this.out.text(',');
      this.newLine(depth + 1);
      this.string(tracked(name, value.keys.get(name) ?? null));
      this.out.text(this.style.indent === '' ? ':' : ': ');
      this.node(value.entries.get(name) as Value, depth + 1);
    });
    if (names.length > 0) this.newLine(depth);
    this.out.text('}');
  }

  private string(value: StringValue): void {
    const { text } = value;
    this.charge(text.length + 2);
    this.out.text('"');
    let from = 0;
    const special = this.style.escapeHtml ? SPECIAL_HTML : SPECIAL;
    special.lastIndex = 0;
    for (let found = special.exec(text); found !== null; found = special.exec(text)) {
      this.out.part(value, from, found.index);
      this.out.from(escapeSign(found[0]), originAt(value, found.index));
      from = found.index + 1;
    }
    this.out.part(value, from, text.length);
    this.out.text('"');
  }
}

const SPECIAL_HTML = /[\0-\x1f"\\<>&\u2028\u2029\ud800-\udfff]/gu;
const SPECIAL = /[\0-\x1f"\\\u2028\u2029\ud800-\udfff]/gu;
const SHORT = table<string>({
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
});

/** A byte that belongs to no character becomes the replacement character, and as an escape. */
const escapeSign = (sign: string): string =>
  isSingleByte(sign) ? '\\ufffd' : (SHORT.get(sign) ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

function originAt(value: StringValue, at: number): Origin | null {
  const origin = new Builder().part(value, at, at + 1).done().fragments[0]?.origin ?? null;
  return origin === null || !origin.exact ? origin : { ...origin, exact: false };
}
