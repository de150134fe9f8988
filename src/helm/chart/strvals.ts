/** `--set a.b[0]=x,c={1,2}`: Helm's own little language for single values. */
import { plain } from '../values/tracked.ts';
import { bool, int64, list, type MapValue, map, nil, type Value } from '../values/value.ts';

class SetError extends Error {}

const DEEPEST = 30;
const LARGEST_INDEX = 65536;

/** Puts the settings into `into`; the message of what is wrong, or null. */
export function applySet(text: string, into: MapValue, asText = false): string | null {
  try {
    new SetParser(text, asText).run(into);
    return null;
  } catch (error) {
    if (error instanceof SetError) return `failed parsing --set data: ${error.message}`;
    throw error;
  }
}

const fail: (message: string) => never = (message) => {
  throw new SetError(message);
};

interface Piece {
  readonly text: string;
  /** The sign it ended at; '' at the end of the text. */
  readonly stop: string;
}

class SetParser {
  private readonly signs: readonly string[];
  private readonly asText: boolean;
  private at = 0;

  constructor(text: string, asText: boolean) {
    this.signs = Array.from(text);
    this.asText = asText;
  }

  run(into: MapValue): void {
    while (this.at < this.signs.length) this.key(into, 0);
  }

  private until(stops: string): Piece {
    let text = '';
    while (this.at < this.signs.length) {
      const sign = this.signs[this.at++] ?? '';
      if (stops.includes(sign)) return { text, stop: sign };
      if (sign === '\\') {
        const next = this.signs[this.at++];
        if (next === undefined) return { text, stop: '' };
        text += next;
      } else text += sign;
    }
    return { text, stop: '' };
  }

  private key(into: MapValue, level: number): void {
    const { text, stop } = this.until('=[,.');
    switch (stop) {
      case '':
        if (text !== '') fail(`key ${JSON.stringify(text)} has no value`);
        return;
      case '[':
        this.indexed(into, text, level);
        return;
      case '=':
        put(into, text, this.value());
        return;
      case ',':
        put(into, text, plain(''));
        fail(`key ${JSON.stringify(text)} has no value (cannot end with ,)`);
        return;
      default:
        this.nested(into, text, level + 1);
    }
  }

  private nested(into: MapValue, name: string, level: number): void {
    if (level > DEEPEST) {
      fail(`value name nested level is greater than maximum supported nested level of ${DEEPEST}`);
    }
    const inner = into.entries.get(name) ?? map();
    if (inner.kind !== 'map') fail(conversion(inner, 'map[string]interface {}'));
    this.key(inner, level);
    if (inner.entries.size === 0) fail(`key map ${JSON.stringify(name)} has no value`);
    put(into, name, inner);
  }

  private indexed(into: MapValue, name: string, level: number): void {
    const index = this.index();
    const existing = into.entries.get(name) ?? list([]);
    if (existing.kind !== 'list') fail(conversion(existing, '[]interface {}'));
    put(into, name, list(this.item(existing.items, index, level)));
  }

  private index(): number {
    const { text, stop } = this.until(']');
    if (stop === '' || !/^[-+]?[0-9]+$/.test(text)) {
      fail(`error parsing index: strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
    }
    const index = Number(text);
    if (index < 0) fail(`negative ${index} index not allowed`);
    if (index > LARGEST_INDEX) fail(`index of ${index} is greater than maximum supported index of ${LARGEST_INDEX}`);
    return index;
  }

  /** The list with what follows `]` put at the index. */
  private item(items: readonly Value[], index: number, level: number): Value[] {
    const { text, stop } = this.until('[.=');
    if (text !== '') fail(`unexpected data at end of array index: ${JSON.stringify(text)}`);
    const existing = items[index];
    if (stop === '=') return withItem(items, index, this.value());
    if (stop === '[') {
      const inner = existing?.kind === 'list' ? existing.items : [];
      return withItem(items, index, list(this.item(inner, this.index(), level)));
    }
    if (stop !== '.') return [...items];
    const inner = existing?.kind === 'map' ? existing : map();
    this.key(inner, level);
    return withItem(items, index, inner);
  }

  private value(): Value {
    if (this.signs[this.at] === '{') return this.list();
    return this.typed(this.until(',').text);
  }

  private list(): Value {
    this.at += 1;
    const items: Value[] = [];
    for (;;) {
      const { text, stop } = this.until(',}');
      if (stop === '') fail("list must terminate with '}'");
      items.push(this.typed(text));
      if (stop === '}') break;
    }
    if (this.signs[this.at] === ',') this.at += 1;
    return list(items);
  }

  private typed(text: string): Value {
    if (this.asText) return plain(text);
    const lower = text.toLowerCase();
    if (lower === 'true' || lower === 'false') return bool(lower === 'true');
    if (lower === 'null') return nil();
    if (text === '0') return int64(0);
    if (/^[-+]?[0-9]+$/.test(text) && !text.startsWith('0')) {
      const number = BigInt(text.startsWith('+') ? text.slice(1) : text);
      if (BigInt.asIntN(64, number) === number) return int64(number);
    }
    return plain(text);
  }
}

function put(into: MapValue, name: string, value: Value): void {
  if (name === '') return;
  into.entries.set(name, value);
  into.keys.delete(name);
}

function withItem(items: readonly Value[], index: number, value: Value): Value[] {
  const result = [...items];
  while (result.length < index) result.push(nil());
  result[index] = value;
  return result;
}

const conversion = (value: Value, type: string): string =>
  `unable to parse key: interface conversion: interface {} is ${value.kind === 'float' ? 'float64' : value.kind}, not ${type}`;
