/** Makes values, and asks them for what they hold. */
import type {
  BoolValue,
  ElementType,
  FloatValue,
  IntValue,
  InvalidValue,
  ListValue,
  MapValue,
  Methods,
  NilValue,
  Origin,
  Value,
} from './origin.ts';

export type {
  BoolValue,
  BytesValue,
  ElementType,
  FloatValue,
  IntValue,
  InvalidValue,
  ListValue,
  MapValue,
  Method,
  Methods,
  NilValue,
  ObjectValue,
  ParameterType,
  StringValue,
  Value,
} from './origin.ts';

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
