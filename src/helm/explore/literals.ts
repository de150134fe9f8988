/** Text that stands in actions (`default "/run/x.sock"`): which of it no render printed, and how to show it all the same. */
import type { Prepared, Session } from '../session.ts';
import type { Node, Operand, Pipe } from '../template/ast.ts';
import type { Fragment, Origin, Source } from '../values/origin.ts';
import { Builder } from '../values/tracked.ts';
import type { StringValue, Value } from '../values/value.ts';
import { eachNode, pipeOf } from './coverage.ts';

export interface Literal {
  readonly value: StringValue;
  readonly node: Node;
  readonly origins: readonly Origin[];
}

/** Functions whose arguments may end up in what they return. */
const PASSING: ReadonlySet<string> = new Set(
  'default coalesce ternary or and printf print quote squote set dict list tuple append prepend toYaml toJson cat join tpl nindent indent trim concat'.split(
    ' ',
  ),
);

export class Literals {
  private readonly pending = new Map<Origin, Literal>();

  /** Only literals that hold one of the words that matter. */
  constructor(all: Prepared, session: Session, only: (text: string) => boolean) {
    for (const template of all.templates) {
      for (const { body } of session.parsedFile(template.source)?.definitions ?? []) {
        eachNode(body, (node) => {
          const pipe = pipeOf(node);
          if (pipe === null || node.type === 'if') return;
          for (const value of passedLiterals(pipe)) if (only(value.text)) this.add(node, value);
        });
      }
    }
  }

  private add(node: Node, value: StringValue): void {
    const origins = value.fragments.flatMap(({ origin }) => origin ?? []);
    const literal = { value, node, origins };
    for (const origin of origins) this.pending.set(origin, literal);
  }

  get size(): number {
    return this.pending.size;
  }

  values(): ReadonlySet<Value> {
    return new Set([...this.pending.values()].map(({ value }) => value));
  }

  nodes(): ReadonlySet<Node> {
    return new Set([...this.pending.values()].map(({ node }) => node));
  }

  remaining(): readonly Literal[] {
    return [...new Set(this.pending.values())];
  }

  /** Takes off what was printed. */
  printed(fragments: readonly Fragment[]): void {
    if (this.pending.size === 0) return;
    for (const { origin } of fragments) {
      const literal = origin === null ? undefined : this.pending.get(origin);
      for (const one of literal?.origins ?? []) this.pending.delete(one);
    }
  }

  /** Takes off what cannot be printed as text of a template. */
  drop(literal: Literal): void {
    for (const origin of literal.origins) this.pending.delete(origin);
  }
}

/** String literals of a pipeline that its result may contain. */
function passedLiterals(pipe: Pipe): StringValue[] {
  const result: StringValue[] = [];
  const visit = (one: Pipe): void => {
    for (const { args } of one.commands) {
      const [first] = args;
      if (first === undefined) continue;
      // What other functions and methods are given is compared or looked up, not passed on.
      if (first.type === 'identifier' ? !PASSING.has(first.name) : args.length > 1) continue;
      for (const operand of args) take(operand);
    }
  };
  const take = (operand: Operand): void => {
    if (operand.type === 'string') result.push(operand.value);
    else if (operand.type === 'pipe') visit(operand);
    else if (operand.type === 'chain') take(operand.operand);
  };
  visit(pipe);
  return result;
}

/** The text of a source with everything blanked but some literals; offsets stay. */
export function onlyLiterals(source: Source, literals: readonly Literal[]): StringValue {
  const ranges = literals.flatMap(({ origins }) => origins).filter((origin) => origin.source === source);
  return blankedBut(
    source,
    ranges.sort((a, b) => a.from - b.from),
  );
}

/** Blanks all but some ranges, which are in order. */
export function blankedBut(
  source: Source,
  ranges: readonly { readonly from: number; readonly to: number }[],
): StringValue {
  const { text } = source;
  const builder = new Builder();
  const blank = (from: number, to: number): Builder => builder.text(text.slice(from, to).replace(/[^\s]/g, ' '));
  let at = 0;
  for (const { from, to } of ranges) {
    if (from < at) continue;
    blank(at, from).from(text.slice(from, to), { source, from, to, exact: true, kind: 'template' });
    at = to;
  }
  return blank(at, text.length).done();
}
