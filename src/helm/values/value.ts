/** The values that templates compute with, as Go's reflection tells them apart, each with its origin. */
import type { Fragment, Origin } from './origin.ts';

/** A nil interface: a missing or null map entry, or the literal `nil`. A field of it is an error. */
export interface NilValue {
  readonly kind: 'nil';
  readonly origin: Origin | null;
}

/** Go's zero reflect.Value: what nil becomes in a variable, a parenthesis or dot. A field of it is silently nothing. */
export interface InvalidValue {
  readonly kind: 'invalid';
  readonly origin: Origin | null;
}

export interface BoolValue {
  readonly kind: 'bool';
  readonly value: boolean;
  readonly origin: Origin | null;
}

type IntType = 'int' | 'int64' | 'int32' | 'uint' | 'uint8' | 'uint32' | 'uint64' | 'time.Duration' | 'time.Month';

export interface IntValue {
  readonly kind: 'int';
  readonly type: IntType;
  readonly value: bigint;
  readonly origin: Origin | null;
}

/** Every number that comes from YAML or JSON is one of these. */
export interface FloatValue {
  readonly kind: 'float';
  readonly value: number;
  readonly origin: Origin | null;
}

/** A tracked string: flat text plus run-length fragments whose lengths (UTF-16) add up to the text's. */
export interface StringValue {
  readonly kind: 'string';
  readonly text: string;
  readonly fragments: readonly Fragment[];
  /** The real bytes where the text is not valid UTF-8 (binary files, decoded base64). */
  readonly bytes?: Uint8Array;
}

/** A Go `[]byte`. */
export interface BytesValue {
  readonly kind: 'bytes';
  readonly content: StringValue;
}

export type ElementType = 'interface {}' | 'string' | 'int' | 'int64' | '[]uint8' | 'map[string]interface {}';

export interface ListValue {
  readonly kind: 'list';
  readonly items: Value[];
  readonly element: ElementType;
  readonly origin: Origin | null;
  readonly methods?: Methods;
  readonly typeName?: string;
  /** A nil slice: `null` in JSON, otherwise an empty list. */
  readonly isNil?: boolean;
}

/** Maps are mutable: all templates of a chart share one values tree, and `set` is visible in later files. */
export interface MapValue {
  readonly kind: 'map';
  readonly entries: Map<string, Value>;
  /** Where keys were written; entries without one were made by a template. */
  readonly keys: Map<string, Origin>;
  readonly element: ElementType;
  readonly origin: Origin | null;
  readonly methods?: Methods;
  /** Go's name of the type if it is not `map[string]<element>`, e.g. `chartutil.Values`. */
  readonly typeName?: string;
  readonly isNil?: boolean;
}

/** A Go struct or pointer with fields and methods (`.Chart`, `.Capabilities`, times). */
export interface ObjectValue {
  readonly kind: 'object';
  /** As `%T` prints it, e.g. `*chartutil.Capabilities`. */
  readonly typeName: string;
  readonly fields: ReadonlyMap<string, Value>;
  readonly methods: Methods;
  /** What encoding/json sees. */
  readonly json: () => Value;
  /** What fmt prints for %v, where a String method or a simple struct defines it. */
  readonly text: () => string;
  readonly origin: Origin | null;
}

export type Value =
  | NilValue
  | InvalidValue
  | BoolValue
  | IntValue
  | FloatValue
  | StringValue
  | BytesValue
  | ListValue
  | MapValue
  | ObjectValue;

export interface Method {
  readonly parameters: readonly ParameterType[];
  readonly variadic?: boolean;
  readonly call: (args: readonly Value[]) => Value;
}

export type ParameterType = 'string' | 'int' | 'any' | 'bytes';
export type Methods = ReadonlyMap<string, Method>;

export const NIL: NilValue = { kind: 'nil', origin: null };
export const INVALID: InvalidValue = { kind: 'invalid', origin: null };
export const TRUE: BoolValue = { kind: 'bool', value: true, origin: null };
export const FALSE: BoolValue = { kind: 'bool', value: false, origin: null };
export const NO_METHODS: Methods = new Map();

export const nil = (origin: Origin | null = null): NilValue => (origin === null ? NIL : { kind: 'nil', origin });
export const bool = (value: boolean, origin: Origin | null = null): BoolValue =>
  origin === null ? (value ? TRUE : FALSE) : { kind: 'bool', value, origin };
export const int = (value: number | bigint, origin: Origin | null = null): IntValue => ({
  kind: 'int',
  type: 'int',
  value: BigInt(value),
  origin,
});
export const int64 = (value: number | bigint, origin: Origin | null = null): IntValue => ({
  kind: 'int',
  type: 'int64',
  value: BigInt(value),
  origin,
});
export const float = (value: number, origin: Origin | null = null): FloatValue => ({ kind: 'float', value, origin });

export const list = (
  items: Value[],
  origin: Origin | null = null,
  element: ElementType = 'interface {}',
): ListValue => ({ kind: 'list', items, element, origin });

export const map = (
  entries: Map<string, Value> = new Map(),
  keys: Map<string, Origin> = new Map(),
  origin: Origin | null = null,
  element: ElementType = 'interface {}',
): MapValue => ({ kind: 'map', entries, keys, element, origin });

/** A map written in our own code: no key origins. */
export const mapOf = (entries: Readonly<Record<string, Value>>): MapValue => map(new Map(Object.entries(entries)));

export const isNil = (value: Value): value is NilValue | InvalidValue =>
  value.kind === 'nil' || value.kind === 'invalid';

/** The origin of a value as a whole: of a string, that of its first tracked fragment. */
export function originOf(value: Value): Origin | null {
  switch (value.kind) {
    case 'string':
      return value.fragments.find((part) => part.origin !== null)?.origin ?? null;
    case 'bytes':
      return originOf(value.content);
    default:
      return value.origin;
  }
}

/** Structure copied, scalars shared: what Helm does before a render may change the tree. */
export function copyTree(value: Value, depth = 0): Value {
  if (depth > 1000) return value;
  if (value.kind === 'map') {
    const entries = new Map<string, Value>();
    for (const [key, item] of value.entries) entries.set(key, copyTree(item, depth + 1));
    return { ...value, entries, keys: new Map(value.keys) };
  }
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => copyTree(item, depth + 1)) };
  return value;
}
