/** Fields of YAML documents read as Go structs with JSON tags: names in any case, numbers as text where text is wanted. */
import { tracked } from '../values/tracked.ts';
import type { MapValue, StringValue, Value } from '../values/value.ts';
import { isNil, originOf } from '../values/value.ts';
import { formatG } from '../yaml/number.ts';
import { resolvePlain } from '../yaml/resolve.ts';

/** Collects what a Go decoder would refuse. */
export class Decoder {
  readonly errors: string[] = [];
  private readonly struct: string;

  constructor(struct: string) {
    this.struct = struct;
  }

  field(map: MapValue, name: string): Value | null {
    const exact = map.entries.get(name);
    if (exact !== undefined) return isNil(exact) ? null : exact;
    const lower = name.toLowerCase();
    for (const [key, value] of map.entries) {
      if (key.toLowerCase() === lower) return isNil(value) ? null : value;
    }
    return null;
  }

  private refuse(value: Value, name: string, type: string): void {
    this.errors.push(
      `json: cannot unmarshal ${jsonKind(value)} into Go struct field ${this.struct}.${name} of type ${type}`,
    );
  }

  string(map: MapValue, name: string): StringValue | null {
    const value = this.field(map, name);
    if (value === null) return null;
    const text = asText(value);
    if (text === null) this.refuse(value, name, 'string');
    return text;
  }

  strings(map: MapValue, name: string): StringValue[] | null {
    const value = this.field(map, name);
    if (value === null) return null;
    if (value.kind !== 'list') {
      this.refuse(value, name, '[]string');
      return null;
    }
    const result: StringValue[] = [];
    for (const item of value.items) {
      const text = isNil(item) ? tracked('', item.origin) : asText(item);
      if (text === null) this.refuse(item, name, 'string');
      else result.push(text);
    }
    return result;
  }

  boolean(map: MapValue, name: string): Value | null {
    const value = this.field(map, name);
    if (value === null || value.kind === 'bool') return value;
    this.refuse(value, name, 'bool');
    return null;
  }

  maps(map: MapValue, name: string, type: string): MapValue[] | null {
    const value = this.field(map, name);
    if (value === null) return null;
    if (value.kind !== 'list') {
      this.refuse(value, name, `[]*${type}`);
      return null;
    }
    const result: MapValue[] = [];
    for (const item of value.items) {
      if (item.kind === 'map') result.push(item);
      else if (!isNil(item)) this.refuse(item, name, type);
    }
    return result;
  }

  stringMap(map: MapValue, name: string): MapValue | null {
    const value = this.field(map, name);
    if (value === null) return null;
    if (value.kind !== 'map') {
      this.refuse(value, name, 'map[string]string');
      return null;
    }
    const entries = new Map<string, Value>();
    for (const [key, item] of value.entries) {
      const text = isNil(item) ? tracked('', item.origin) : asText(item);
      if (text === null) this.refuse(item, name, 'string');
      else entries.set(key, text);
    }
    return { ...value, entries, element: 'string' };
  }
}

/** As JSON calls it in messages. */
export function jsonKind(value: Value): string {
  switch (value.kind) {
    case 'list':
      return 'array';
    case 'map':
    case 'object':
      return 'object';
    case 'int':
    case 'float':
      return 'number';
    case 'bool':
      return 'bool';
    case 'nil':
    case 'invalid':
      return 'null';
    case 'string':
    case 'bytes':
      return 'string';
  }
}

/** The text of a scalar; null for collections. */
export function asText(value: Value): StringValue | null {
  switch (value.kind) {
    case 'string':
      return value;
    case 'bool':
      return tracked(String(value.value), value.origin);
    case 'float':
      return numberText(value.value, value);
    case 'int':
      return tracked(value.value.toString(), value.origin);
    default:
      return null;
  }
}

/** Whole numbers written without a fraction stay whole, whatever their size. */
function numberText(number: number, value: Value): StringValue {
  const origin = originOf(value);
  const written = origin === null ? '' : origin.source.text.slice(origin.from, origin.to);
  const resolved = resolvePlain(written);
  const text = resolved.kind === 'int' ? resolved.value.toString() : formatG(number);
  return tracked(text, origin === null ? null : { ...origin, exact: text === written });
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;

/** White space becomes blanks, unprintable characters go. */
export function sanitized(text: string): string {
  if (!INVISIBLE.test(text) && !/[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u1680]/.test(text)) return text;
  return text.replace(/\s/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '');
}
