/** The syntax tree of a template; every node knows its source and its range in it. */
import type { Origin, Site, Source } from '../values/origin.ts';
import type { StringValue, Value } from '../values/value.ts';

export interface TextNode extends Site {
  readonly type: 'text';
  readonly text: string;
  readonly origin: Origin;
}

interface ActionNode extends Site {
  readonly type: 'action';
  readonly pipe: Pipe;
}

/** `if`, `with` and `range`. The range of the node is that of its opening action. */
export interface ControlNode extends Site {
  readonly type: 'if' | 'with' | 'range';
  readonly pipe: Pipe;
  readonly body: readonly Node[];
  readonly otherwise: readonly Node[] | null;
}

export interface TemplateNode extends Site {
  readonly type: 'template';
  readonly name: string;
  readonly pipe: Pipe | null;
}

interface JumpNode extends Site {
  readonly type: 'break' | 'continue';
}

/** An action that cannot be parsed. */
export interface BadNode extends Site {
  readonly type: 'bad';
  readonly message: string;
}

export type Node = TextNode | ActionNode | ControlNode | TemplateNode | JumpNode | BadNode;

export interface Pipe {
  readonly type: 'pipe';
  readonly from: number;
  readonly to: number;
  readonly variables: readonly string[];
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

export interface Command {
  readonly from: number;
  readonly to: number;
  readonly args: readonly Operand[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

export type Operand =
  | Pipe
  | ({ readonly type: 'identifier'; readonly name: string } & Range)
  | ({ readonly type: 'field'; readonly fields: readonly string[] } & Range)
  | ({ readonly type: 'variable'; readonly name: string; readonly fields: readonly string[] } & Range)
  | ({ readonly type: 'chain'; readonly operand: Operand; readonly fields: readonly string[] } & Range)
  | ({ readonly type: 'dot' } & Range)
  | ({ readonly type: 'nil' } & Range)
  | ({ readonly type: 'string'; readonly value: StringValue } & Range)
  /** A bool or number; `int` is what it is for an integer parameter. */
  | ({ readonly type: 'bool' | 'number'; readonly value: Value; readonly int: bigint | null } & Range);

/** A body with a name: a file or a `define`. */
export interface Definition {
  readonly name: string;
  readonly source: Source;
  readonly from: number;
  readonly to: number;
  readonly body: readonly Node[];
}

export interface Mistake {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

export interface ParsedFile {
  readonly source: Source;
  /** The file's own body first, then its definitions in order. */
  readonly definitions: readonly Definition[];
  readonly errors: readonly Mistake[];
}

/** Nothing but white space and comments: such a definition does not replace another one. */
export const isBlank = (body: readonly Node[]): boolean =>
  body.every((node) => node.type === 'text' && node.text.trim() === '');
