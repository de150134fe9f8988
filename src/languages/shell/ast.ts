/** Shell syntax in our own words, so that one file (shell-parser.ts) knows the parser behind it. */

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A run of a word. Offsets are those of the parsed text. */
export type ShellPart =
  /** `value` is what the shell reads; where it equals the source, the run maps character by character. */
  | (Range & { readonly kind: 'text'; readonly value: string; readonly quote: Quote })
  | (Range & {
      readonly kind: 'variable';
      readonly name: string;
      readonly quoted: boolean;
      readonly operation: VariableOperation;
    })
  | (Range & { readonly kind: 'script'; readonly quoted: boolean; readonly process: boolean; readonly body: ShellList })
  | (Range & { readonly kind: 'arithmetic'; readonly scripts: readonly ShellList[] });

/** `document`: a here-document, in which double quotes are like any other character. */
export type Quote = 'none' | 'single' | 'double' | 'document' | 'ansi';

export type VariableOperation =
  | { readonly kind: 'none' }
  | { readonly kind: 'default'; readonly assigns: boolean; readonly word: ShellWord }
  | { readonly kind: 'alternate'; readonly word: ShellWord }
  /** `joined`: `*` in quotes, which gives one field. */
  | { readonly kind: 'elements'; readonly joined: boolean }
  /** `${x@Q}`. */
  | { readonly kind: 'quoted' }
  /** One element of an array, by its index or key. */
  | { readonly kind: 'element'; readonly index: string }
  /** A change of the value that is not followed: substring, replacement, length; `words` may hold scripts. */
  | { readonly kind: 'other'; readonly words: readonly ShellWord[] };

export interface ShellWord extends Range {
  readonly parts: readonly ShellPart[];
}

export interface ShellAssignment extends Range {
  readonly name: string;
  readonly append: boolean;
  /** `NAME[index]=value`. */
  readonly index: string | undefined;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly value: ShellWord | undefined;
  /** The elements of an array value. */
  readonly elements: readonly ShellWord[] | undefined;
}

export type ShellRedirect =
  | (Range & { readonly kind: 'file'; readonly operator: string; readonly target: ShellWord | undefined })
  | (Range & { readonly kind: 'here-string'; readonly target: ShellWord | undefined })
  | (Range & {
      readonly kind: 'here-document';
      /** Written as `<<'EOF'`: nothing in the text is expanded. */
      readonly quoted: boolean;
      /** The text; for `<<-` without the leading tabs. */
      readonly body: ShellWord;
    });

export type ShellList = readonly ShellNode[];

export type ShellNode =
  | (Range & {
      readonly kind: 'command';
      readonly assignments: readonly ShellAssignment[];
      readonly words: readonly ShellWord[];
      /** Assignments among the arguments of `export`, `local`, `declare`. */
      readonly declared: readonly ShellAssignment[];
      readonly redirects: readonly ShellRedirect[];
    })
  | (Range & { readonly kind: 'pipeline'; readonly negated: boolean; readonly parts: ShellList })
  | (Range & { readonly kind: 'chain'; readonly parts: ShellList; readonly operators: readonly ('&&' | '||')[] })
  | (Range & { readonly kind: 'block'; readonly body: ShellList; readonly subshell: boolean })
  | (Range & {
      readonly kind: 'if';
      readonly branches: readonly ShellBranch[];
      readonly otherwise: ShellList | undefined;
    })
  | (Range & { readonly kind: 'loop'; readonly condition: ShellList; readonly body: ShellList })
  | (Range & {
      readonly kind: 'for';
      readonly name: string;
      readonly words: readonly ShellWord[] | undefined;
      readonly body: ShellList;
    })
  | (Range & { readonly kind: 'case'; readonly subject: ShellWord; readonly arms: readonly ShellArm[] })
  | (Range & { readonly kind: 'function'; readonly name: string; readonly body: ShellList })
  | (Range & { readonly kind: 'test'; readonly expression: ShellTest })
  | (Range & { readonly kind: 'arithmetic'; readonly scripts: readonly ShellList[] })
  | (Range & { readonly kind: 'redirected'; readonly body: ShellNode; readonly redirects: readonly ShellRedirect[] });

export type NodeOf<K extends ShellNode['kind']> = Extract<ShellNode, { kind: K }>;

export interface ShellBranch {
  readonly condition: ShellList;
  readonly body: ShellList;
}

interface ShellArm {
  readonly patterns: readonly ShellWord[];
  readonly body: ShellList;
}

/** The condition of `[[ … ]]`; `[ … ]` is a command. */
export type ShellTest =
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: ShellWord }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: ShellWord; readonly right: ShellWord }
  | { readonly kind: 'all' | 'any'; readonly operands: readonly ShellTest[] }
  | { readonly kind: 'not'; readonly operand: ShellTest };

export interface ShellError {
  readonly message: string;
  readonly start: number;
}

export interface ShellScript {
  readonly body: ShellList;
  readonly errors: readonly ShellError[];
}
