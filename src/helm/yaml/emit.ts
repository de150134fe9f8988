/** toYaml: what sigs.k8s.io/yaml prints (through JSON into goyaml v2), with the origin of every scalar and key kept. */
import type { Origin } from '../values/origin.ts';
import { derived, EMPTY, slice, tracked } from '../values/tracked.ts';
import { toUtf8, utf8Length } from '../values/utf8.ts';
import type { ListValue, MapValue, StringValue, Value } from '../values/value.ts';
import { formatG, formatYaml } from './number.ts';
import { MAX_DEPTH } from './parser.ts';
import { chooseStyle, ScalarWriter } from './scalar-writer.ts';
import { compareKeys, compareKeysPretty } from './sort.ts';

const WIDTH = 80;

/** Called with the size of what is about to be written. */
export type Charge = (size: number) => void;

/** With the final line break; null for what cannot be marshalled (helm's toYaml then prints nothing). */
function emitYaml(value: Value, charge: Charge): StringValue | null {
  return written(value, new Writer(charge, false));
}

function written(value: Value, writer: Writer): StringValue | null {
  try {
    writer.node(value, -1, 0);
  } catch (error) {
    if (error instanceof Unmarshallable) return null;
    throw error;
  }
  writer.text.indent(0);
  return writer.text.out.done();
}

/** toYamlPretty: goyaml v3, not by way of JSON; lists are indented and nothing is folded. */
export function toYamlPretty(value: Value, charge: Charge): StringValue {
  return withoutBreak(written(value, new Writer(charge, true)));
}

/** Without the final line break, as Helm's function returns it. */
export function toYaml(value: Value, charge: Charge): StringValue {
  return withoutBreak(emitYaml(value, charge));
}

function withoutBreak(text: StringValue | null): StringValue {
  if (text === null) return EMPTY;
  return text.text.endsWith('\n') ? slice(text, 0, text.text.length - 1) : text;
}

export class Unmarshallable extends Error {}

/** In JSON these reach goyaml's reader unescaped, which refuses them. */
/** base64 in YAML, lines of yaml.v3's encodeBase64. */
const BINARY_LINE = 70;

const REFUSED = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/;

class Writer {
  readonly text: ScalarWriter;
  private readonly charge: Charge;
  private readonly pretty: boolean;

  constructor(charge: Charge, pretty: boolean) {
    this.charge = charge;
    this.pretty = pretty;
    this.text = new ScalarWriter(pretty ? Number.POSITIVE_INFINITY : WIDTH);
  }

  /** `parent`: indentation of the enclosing collection, -1 at the top. */
  node(value: Value, parent: number, depth: number, inMapping = false): void {
    if (depth > MAX_DEPTH) throw new Unmarshallable();
    switch (value.kind) {
      case 'nil':
      case 'invalid':
        this.text.word('null', value.origin);
        break;
      case 'bool':
        this.text.word(String(value.value), value.origin);
        break;
      case 'int':
        this.text.word(value.value.toString(), value.origin);
        break;
      case 'float':
        this.float(value.value, value.origin);
        break;
      case 'string':
        this.string(value, scalarIndent(parent), false);
        break;
      case 'bytes':
        this.string(base64(value.content), scalarIndent(parent), false);
        break;
      case 'list':
        if (value.isNil === true) this.text.word('null', value.origin);
        else if (value.items.length === 0) this.empty('[', ']');
        else this.list(value, parent, depth, inMapping);
        break;
      case 'map':
        if (value.isNil === true) this.text.word('null', value.origin);
        else if (value.entries.size === 0) this.empty('{', '}');
        else this.map(value, parent, depth);
        break;
      case 'object':
        this.node(value.json(), parent, depth, inMapping);
    }
  }

  private float(value: number, origin: Origin | null): void {
    const text = this.pretty ? formatG(value) : formatYaml(value);
    if (text === null) throw new Unmarshallable();
    this.text.word(text, origin);
  }

  private string(value: StringValue, indent: number, asKey: boolean): void {
    this.charge(value.text.length);
    if (this.pretty && !value.text.isWellFormed()) {
      this.binary(value, indent, asKey);
      return;
    }
    const clean = throughJson(value);
    this.text.scalar(clean, chooseStyle(clean.text, asKey, this.pretty), indent, asKey);
  }

  /** goyaml v3's form of a string that is no UTF-8; in lines where it is long. */
  private binary(value: StringValue, indent: number, asKey: boolean): void {
    this.text.indicator('!!binary', true, false, false);
    const encoded = base64(value);
    const lines = encoded.text.match(new RegExp(`.{1,${BINARY_LINE}}`, 'g')) ?? [];
    if (lines.length < 2) this.text.scalar(encoded, 'plain', indent, asKey);
    else this.text.scalar(derived(`${lines.join('\n')}\n`, encoded), asKey ? 'double' : 'literal', indent, asKey);
  }

  private list(value: ListValue, parent: number, depth: number, inMapping: boolean): void {
    const indentless = inMapping && !this.text.indented && !this.pretty;
    const indent = parent < 0 ? 0 : indentless ? parent : parent + 2;
    for (const item of value.items) {
      this.charge(indent + 4);
      this.text.indent(indent);
      this.text.indicator('-', true, false, true);
      this.node(item, indent, depth + 1);
    }
  }

  private empty(open: string, close: string): void {
    this.text.indicator(open, true, true, false);
    this.text.indicator(close, false, false, false);
  }

  private map(value: MapValue, parent: number, depth: number): void {
    const indent = parent < 0 ? 0 : parent + 2;
    for (const key of [...value.entries.keys()].sort(this.pretty ? compareKeysPretty : compareKeys)) {
      this.charge(indent + 4);
      this.text.indent(indent);
      this.entry(key, value.keys.get(key) ?? null, value.entries.get(key) as Value, indent, depth);
    }
  }

  private entry(name: string, origin: Origin | null, value: Value, indent: number, depth: number): void {
    const key = tracked(name, origin);
    if (isSimpleKey(name)) {
      this.string(key, indent + 2, true);
      this.text.indicator(':', false, false, false);
    } else {
      if (name.includes('\x85') || JSON.stringify(name).length > 1024) throw new Unmarshallable();
      this.text.indicator('?', true, false, true);
      this.string(key, indent + 2, false);
      this.text.indent(indent);
      this.text.indicator(':', true, false, true);
    }
    this.node(value, indent, depth + 1, true);
  }
}

const scalarIndent = (parent: number): number => (parent < 0 ? 2 : parent + 2);

const BREAKS = /[\n\r\x85\u2028\u2029]/;

function isSimpleKey(name: string): boolean {
  if (BREAKS.test(name)) return false;
  return name.length <= 42 || utf8Length(name) <= 128;
}

/** What a string is after it was JSON and read back as YAML. */
function throughJson(value: StringValue): StringValue {
  if (REFUSED.test(value.text)) throw new Unmarshallable();
  if (!value.text.isWellFormed()) return rewritten(value.text.toWellFormed(), value);
  if (!value.text.includes('\x85')) return value;
  return rewritten(
    value.text.replace(/(?<! ) *\x85[ \x85]*/g, (gap) => {
      const count = gap.split('\x85').length - 1;
      return count === 1 ? ' ' : '\n'.repeat(count - 1);
    }),
    value,
  );
}

function rewritten(text: string, value: StringValue): StringValue {
  const origin = value.fragments.find((part) => part.origin !== null)?.origin ?? null;
  return tracked(text, origin === null ? null : { ...origin, exact: false });
}

export function base64(content: StringValue): StringValue {
  let binary = '';
  for (const byte of toUtf8(content.text)) binary += String.fromCharCode(byte);
  return rewritten(btoa(binary), content);
}
