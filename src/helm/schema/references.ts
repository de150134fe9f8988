/**
 * Where `$ref` leads. An `$id` gives the schemas below it a base; a reference is resolved against the nearest, and what it names is
 * looked for among the ids of the file, then as a pointer into the schema whose id the part before `#` is.
 */
import { table } from '../table.ts';
import type { Value } from '../values/value.ts';
import { SchemaError } from './model.ts';

/** `elsewhere`: at an address, which is not asked. */
export type Target = { readonly kind: 'here'; readonly schema: Value } | { readonly kind: 'elsewhere' };

/** Keys of these are names of values, not keywords. */
const NAMES = new Set(['properties', 'dependencies', 'patternProperties']);
const LITERAL = new Set(['const', 'enum']);

export class References {
  private readonly known = new Map<string, Value>();
  private readonly bases = new Map<Value, string>();

  constructor(root: Value) {
    this.known.set('', root);
    this.collect(root, '');
  }

  private collect(value: Value, base: string): void {
    if (value.kind === 'list') for (const item of value.items) this.collect(item, base);
    if (value.kind !== 'map') return;
    const id = value.entries.get('id') ?? value.entries.get('$id');
    const own = id?.kind === 'string' ? resolve(base, id.text) : base;
    this.bases.set(value, own);
    if (id?.kind === 'string') {
      if (this.known.has(own)) return;
      this.known.set(own, value);
    }
    for (const [key, item] of value.entries) {
      if (LITERAL.has(key)) continue;
      const named = NAMES.has(key) && item.kind === 'map' ? [...item.entries.values()] : [item];
      for (const child of named) this.collect(child, own);
    }
  }

  /** The absolute form of a reference in a schema, which tells two of them apart. */
  absolute(from: Value, reference: string): string {
    return resolve(this.bases.get(from) ?? '', reference);
  }

  find(absolute: string): Target {
    const whole = this.known.get(absolute);
    if (whole !== undefined) return { kind: 'here', schema: whole };
    const [document = '', fragment = ''] = splitFragment(absolute);
    const holder = this.known.get(document);
    if (holder !== undefined) return { kind: 'here', schema: pointed(holder, fragment) };
    if (!/^(?:[a-z][a-z0-9+.-]*:\/\/[^/]|file:\/\/\/)/i.test(document)) {
      throw new SchemaError(`Reference ${absolute} must be canonical`);
    }
    return { kind: 'elsewhere' };
  }
}

function splitFragment(reference: string): readonly [string, string] {
  const at = reference.indexOf('#');
  return at < 0 ? [reference, ''] : [reference.slice(0, at), reference.slice(at + 1)];
}

/** As net/url resolves it; an empty fragment falls away. */
function resolve(base: string, reference: string): string {
  const [path, fragment] = splitFragment(reference);
  const [document] = splitFragment(base);
  const joined = path === '' ? document : joinedWith(document, path);
  return fragment === '' ? joined : `${joined}#${fragment}`;
}

function joinedWith(base: string, path: string): string {
  if (URL.canParse(path)) return path;
  return URL.canParse(path, base) ? new URL(path, base).href : path;
}

function pointed(document: Value, fragment: string): Value {
  const pointer = unescaped(fragment);
  if (!pointer.startsWith('/')) return document;
  return pointer.slice(1).split('/').reduce(step, document);
}

function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    throw new SchemaError(`invalid URL escape in "#${fragment}"`);
  }
}

const ESCAPES = table<string>({ '~0': '~', '~1': '/' });

function step(value: Value, token: string): Value {
  if (value.kind === 'map') {
    const key = token.replace(/~[01]/g, (sign) => ESCAPES.get(sign) ?? sign);
    const found = value.entries.get(key);
    if (found === undefined) throw new SchemaError(`Object has no key '${key}'`);
    return found;
  }
  if (value.kind !== 'list') throw new SchemaError(`Invalid token reference '${token}'`);
  if (!/^[-+]?[0-9]{1,15}$/.test(token)) throw new SchemaError(`Invalid array index '${token}'`);
  const found = value.items[Number(token)];
  if (found === undefined) throw new SchemaError(`Out of bound array[0,${value.items.length}] index '${token}'`);
  return found;
}
