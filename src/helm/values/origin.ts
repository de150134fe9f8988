/**
 * The values that templates compute with, as Go's reflection tells them apart, and where they come from: source files,
 * ranges in them, the chain of scopes that printed them. Each is defined through the other.
 */

export type SourceKind = 'template' | 'values' | 'file' | 'chart' | 'tpl';

/** A text with a name. `path` is relative to the scan root; a `tpl` source is a string that a template evaluated. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly kind: SourceKind;
  /** The tracked string behind a `tpl` source; its fragments lead to the file the text came from. */
  readonly behind?: StringValue;
}

export type OriginKind = 'template' | 'values' | 'file' | 'chart' | 'computed' | 'random' | 'hole';

/**
 * A range of a source that produced text. `exact`: character i of the text is character `from + i` of the source.
 * `path` is the dotted values path (`image.tag`, `list.0.name`) where there is one.
 */
export interface Origin {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly kind: OriginKind;
  readonly path?: string;
  /** The path is not defined; the range is that of the nearest enclosing key that is. */
  readonly missing?: true;
}

/** The node (action or text) that printed something. */
export interface Site {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
}

export type ScopeKind = 'file' | 'include' | 'template' | 'tpl' | 'if' | 'with' | 'range';

/** One link of the chain of scopes around printed text; immutable and shared by all fragments of the scope. */
export interface Context {
  readonly parent: Context | null;
  readonly kind: ScopeKind;
  readonly site: Site;
  /** For control scopes: which branch was taken; the condition held, or not. */
  readonly branch?: 'then' | 'else';
  readonly forced?: boolean;
  /** For control scopes: text and range of the condition, and the values that it read. */
  readonly condition?: Site & { readonly text: string };
  readonly reads?: readonly Read[];
  /** For a literal that was taken in place of other arguments: values with which it would be. */
  readonly wanted?: readonly Wish[];
}

/** A value to set in place of one that was read. */
export interface Wish {
  readonly read: Read;
  readonly value: Value;
}

/** One value path that a condition read, with what it found there. */
export interface Read {
  readonly origin: Origin;
  readonly value: Value;
  /** The operand of the condition that read it. */
  readonly operand: object;
}

/**
 * A run of characters of a tracked string. An exact origin gives the source position `origin.from + delta` for the first one.
 * No origin: white space or punctuation that the `site` added.
 */
export interface Fragment {
  readonly length: number;
  readonly origin: Origin | null;
  readonly delta: number;
  readonly site: Site | null;
  readonly context: Context | null;
}

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

/** A tracked string: flat text plus run-length fragments whose lengths (UTF-16) add up to the text's. Bytes that are no UTF-8: utf8.ts. */
export interface StringValue {
  readonly kind: 'string';
  readonly text: string;
  readonly fragments: readonly Fragment[];
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

export const fragment = (
  length: number,
  origin: Origin | null,
  delta = 0,
  site: Site | null = null,
  context: Context | null = null,
): Fragment => ({ length, origin, delta, site, context });
