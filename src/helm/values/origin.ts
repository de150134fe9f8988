/** Where characters come from: source files, ranges in them, and the chain of scopes that printed them. */

export type SourceKind = 'template' | 'values' | 'file' | 'chart' | 'tpl';

/** A text with a name. `path` is relative to the scan root; a `tpl` source is a string that a template evaluated. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly kind: SourceKind;
  /** The tracked string behind a `tpl` source; its fragments lead to the file the text came from. */
  readonly behind?: import('./value.ts').StringValue;
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
  readonly value: import('./value.ts').Value;
}

/** One value path that a condition read, with what it found there. */
export interface Read {
  readonly origin: Origin;
  readonly value: import('./value.ts').Value;
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

export const fragment = (
  length: number,
  origin: Origin | null,
  delta = 0,
  site: Site | null = null,
  context: Context | null = null,
): Fragment => ({ length, origin, delta, site, context });
