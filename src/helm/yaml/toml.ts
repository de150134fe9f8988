/** toToml: maps, lists and scalars as Helm's TOML library writes them; fromToml. */
import { parse, TomlDate } from 'smol-toml';
import { table } from '../table.ts';
import type { Origin } from '../values/origin.ts';
import { Builder, plain, tracked } from '../values/tracked.ts';
import { compareBytes } from '../values/utf8.ts';
import type { ListValue, MapValue, StringValue, Value } from '../values/value.ts';
import { bool, float, int64, isNil, list, map, mapOf, originOf } from '../values/value.ts';
import type { Charge } from './emit.ts';
import { fitting } from './scalar-writer.ts';

class TomlError extends Error {}

const DEEPEST = 250;

/** The text, or the message of what cannot be written, which Helm prints in its place. */
export function toToml(value: Value, charge: Charge): StringValue {
  const writer = new TomlWriter(charge);
  try {
    writer.encode([], value);
  } catch (error) {
    if (error instanceof TomlError) return plain(error.message);
    throw error;
  }
  return writer.out.done();
}

const settled = (value: Value): Value => (value.kind === 'object' ? value.json() : value);

function isTables(value: ListValue): boolean {
  if (value.items.some(isNil)) throw new TomlError('toml: cannot encode array with nil element');
  return value.items.length > 0 && value.items.every((item) => settled(item).kind === 'map');
}

class TomlWriter {
  readonly out = new Builder();
  private readonly charge: Charge;

  constructor(charge: Charge) {
    this.charge = charge;
  }

  encode(path: readonly string[], given: Value): void {
    if (path.length > DEEPEST) throw new TomlError('toml: nested too deeply');
    const value = settled(given);
    if (isNil(value)) return;
    if (value.kind === 'map') this.table(path, value);
    else if (value.kind === 'list' && isTables(value)) this.tables(path, value);
    else this.pair(path, value, false);
  }

  private put(text: string): void {
    this.charge(text.length);
    this.out.text(text);
  }

  private newLine(): void {
    if (this.out.length > 0) this.put('\n');
  }

  private header(path: readonly string[], open: string, close: string): void {
    this.put(`${'  '.repeat(path.length - 1)}${open}${path.map(bareOrQuoted).join('.')}${close}`);
    this.newLine();
  }

  private table(path: readonly string[], value: MapValue): void {
    if (path.length === 1) this.newLine();
    if (path.length > 0) this.header(path, '[', ']');
    this.entries(path, value);
  }

  private tables(path: readonly string[], value: ListValue): void {
    if (path.length === 0) throw new TomlError('toml: top-level values must be Go maps or structs');
    for (const item of value.items) {
      const table = settled(item);
      if (table.kind !== 'map') continue;
      this.newLine();
      this.header(path, '[[', ']]');
      this.entries(path, table);
    }
  }

  /** Plain entries first: after a sub-table they would belong to it. */
  private entries(path: readonly string[], value: MapValue): void {
    const { direct, sub } = sorted(value);
    for (const key of [...direct, ...sub]) this.encode([...path, key], value.entries.get(key) as Value);
  }

  private pair(path: readonly string[], value: Value, inline: boolean): void {
    if (path.length > 0) {
      this.put(`${'  '.repeat(path.length - 1)}${bareOrQuoted(path[path.length - 1] ?? '')} = `);
    }
    this.element(value, 0);
    if (!inline && path.length > 0) this.newLine();
  }

  private element(given: Value, depth: number): void {
    if (depth > DEEPEST) throw new TomlError('toml: nested too deeply');
    const value = settled(given);
    switch (value.kind) {
      case 'string':
        this.string(value);
        break;
      case 'bytes':
        this.put(`[${Array.from(new TextEncoder().encode(value.content.text)).join(', ')}]`);
        break;
      case 'bool':
        this.out.from(String(value.value), value.origin === null ? null : fitting(value.origin, String(value.value)));
        break;
      case 'int':
        this.out.from(
          value.value.toString(),
          value.origin === null ? null : fitting(value.origin, value.value.toString()),
        );
        break;
      case 'float': {
        const text = floatText(value.value);
        this.out.from(text, value.origin === null ? null : fitting(value.origin, text));
        break;
      }
      case 'list':
        this.put('[');
        value.items.forEach((item, index) => {
          if (index > 0) this.put(', ');
          this.element(item, depth + 1);
        });
        this.put(']');
        break;
      case 'map':
        this.inline(value, depth);
        break;
      default:
        throw new TomlError('toml: cannot encode array with nil element');
    }
  }

  private inline(value: MapValue, depth: number): void {
    const { direct, sub } = sorted(value);
    this.put('{');
    for (const [group, comma] of [
      [direct, sub.length > 0],
      [sub, false],
    ] as const) {
      group.forEach((key, index) => {
        const item = value.entries.get(key) as Value;
        if (isNil(item)) return;
        this.put(`${bareOrQuoted(key)} = `);
        this.element(item, depth + 1);
        if (comma || index < group.length - 1) this.put(', ');
      });
    }
    this.put('}');
  }

  private string(value: StringValue): void {
    this.put('"');
    let from = 0;
    for (const found of value.text.matchAll(/[\0-\x1f"\\\x7f]/g)) {
      this.out.part(value, from, found.index);
      this.put(escapeSign(found[0]));
      from = found.index + 1;
    }
    this.out.part(value, from, value.text.length);
    this.put('"');
  }
}

function sorted(value: MapValue): { direct: string[]; sub: string[] } {
  const direct: string[] = [];
  const sub: string[] = [];
  for (const key of [...value.entries.keys()].sort(compareBytes)) {
    const item = settled(value.entries.get(key) as Value);
    const isTable = (item.kind === 'map' && item.isNil !== true) || (item.kind === 'list' && isTables(item));
    (isTable ? sub : direct).push(key);
  }
  return { direct, sub };
}

const SHORT = table<string>({
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
});

const escapeSign = (sign: string): string =>
  SHORT.get(sign) ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

function bareOrQuoted(key: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(key)) return key;
  return `"${key.replace(/[\0-\x1f"\\\x7f]/g, escapeSign)}"`;
}

/** Always with a decimal point, never with an exponent. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const text = fixed(value);
  return text.includes('.') ? text : `${text}.0`;
}

function fixed(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  const found = /^(-?)([0-9])(?:\.([0-9]+))?e([-+][0-9]+)$/.exec(text);
  if (found === null) return text;
  const [, sign = '', first = '', rest = '', power = '0'] = found;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/** A map; with the message under `Error` if the text is no TOML. */
export function fromToml(text: StringValue): MapValue {
  const origin = originOf(text);
  let parsed: unknown;
  try {
    parsed = parse(text.text, { integersAsBigInt: true });
  } catch (error) {
    return mapOf({ Error: plain(`toml: ${error instanceof Error ? error.message : 'syntax error'}`) });
  }
  const value = fromParsed(parsed, origin === null ? null : { ...origin, exact: false });
  return value.kind === 'map' ? value : map();
}

function fromParsed(parsed: unknown, origin: Origin | null): Value {
  if (typeof parsed === 'bigint') return int64(parsed, origin);
  if (typeof parsed === 'number') return float(parsed, origin);
  if (typeof parsed === 'boolean') return bool(parsed, origin);
  if (typeof parsed === 'string') return tracked(parsed, origin);
  if (parsed instanceof TomlDate) return tracked(dateText(parsed), origin);
  if (Array.isArray(parsed))
    return list(
      parsed.map((item) => fromParsed(item, origin)),
      origin,
    );
  const entries = Object.entries(parsed as object).map(([key, item]) => [key, fromParsed(item, origin)] as const);
  return map(new Map(entries), new Map(), origin);
}

/** As Go's time prints in JSON. */
const dateText = (date: TomlDate): string =>
  date
    .toISOString()
    .replace(/^(\d{4}-\d\d-\d\d)$/, '$1T00:00:00Z')
    .replace(/\.000/, '');
