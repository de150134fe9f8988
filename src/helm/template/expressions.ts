/** Parses what is inside an action: pipelines, commands and operands, by Go's grammar. */
import type { Source } from '../values/origin.ts';
import { bool } from '../values/value.ts';
import type { Command, Operand, Pipe } from './ast.ts';
import type { Token, TokenType } from './lexer.ts';
import { readChar, readNumber, readString } from './literals.ts';

/** A mistake in an action; caught by the parser, which goes on behind the action. */
export class ParseError extends Error {}

const MAX_NESTING = 200;
const OPERAND: ReadonlySet<TokenType> = new Set([
  'bool',
  'char',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'raw',
  'string',
  'variable',
  '(',
]);
const NOT_EXECUTABLE: ReadonlySet<string> = new Set(['bool', 'dot', 'nil', 'number', 'string']);

/** Names that an expression may use: functions, and the variables in scope (pipelines add theirs). */
export interface Scope {
  readonly variables: string[];
  hasFunction(name: string): boolean;
}

export class ExpressionParser {
  private readonly source: Source;
  private readonly tokens: readonly Token[];
  private readonly scope: Scope;
  private at: number;
  private nesting = 0;

  constructor(source: Source, tokens: readonly Token[], start: number, scope: Scope) {
    this.source = source;
    this.tokens = tokens;
    this.at = start;
    this.scope = scope;
  }

  private peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)]!;
  }

  private skipSpace(): Token {
    while (this.peek().type === 'space') this.at++;
    return this.peek();
  }

  /** A pipeline up to the end of the action. */
  action(context: string): Pipe {
    return this.pipeline(context, 'end');
  }

  /** Nothing may follow but the end of the action. */
  finish(context: string): void {
    const token = this.skipSpace();
    if (token.type !== 'end') throw new ParseError(`unexpected ${JSON.stringify(token.text)} in ${context}`);
  }

  private pipeline(context: string, end: TokenType): Pipe {
    const from = this.skipSpace().from;
    const { variables, assigns } = this.declarations(context);
    const commands: Command[] = [];
    for (;;) {
      const token = this.skipSpace();
      if (token.type === end) break;
      if (!OPERAND.has(token.type)) throw new ParseError(`unexpected ${JSON.stringify(token.text)} in ${context}`);
      commands.push(this.command());
    }
    const to = end === ')' ? this.peek().to : (commands[commands.length - 1]?.to ?? from);
    if (end !== 'end') this.at++;
    if (commands.length === 0) throw new ParseError(`missing value for ${context}`);
    for (const [index, command] of commands.entries()) {
      if (index > 0 && NOT_EXECUTABLE.has(command.args[0]!.type)) {
        throw new ParseError(`non executable command in pipeline stage ${index + 1}`);
      }
    }
    return { type: 'pipe', from, to, variables, assigns, commands };
  }

  private declarations(context: string): { variables: string[]; assigns: boolean } {
    const variables: string[] = [];
    for (;;) {
      const start = this.at;
      const variable = this.skipSpace();
      if (variable.type !== 'variable') return { variables, assigns: false };
      this.at++;
      const next = this.skipSpace();
      if (next.type === '=' || next.type === ':=') {
        this.at++;
        variables.push(variable.text);
        this.scope.variables.push(variable.text);
        return { variables, assigns: next.type === '=' };
      }
      if (next.type !== ',') {
        this.at = start;
        return { variables, assigns: false };
      }
      this.at++;
      variables.push(variable.text);
      this.scope.variables.push(variable.text);
      if (context !== 'range' || variables.length > 1) throw new ParseError(`too many declarations in ${context}`);
      if (this.skipSpace().type !== 'variable') throw new ParseError('range can only initialize variables');
    }
  }

  private command(): Command {
    const from = this.skipSpace().from;
    const args: Operand[] = [];
    let to = from;
    for (;;) {
      this.skipSpace();
      const operand = this.operand();
      if (operand !== null) {
        args.push(operand);
        to = operand.to;
      }
      const token = this.peek();
      if (token.type === 'space') {
        this.at++;
        continue;
      }
      if (token.type === 'pipe') this.at++;
      else if (token.type !== 'end' && token.type !== ')') {
        throw new ParseError(`unexpected ${JSON.stringify(token.text)} in operand`);
      }
      break;
    }
    if (args.length === 0) throw new ParseError('empty command');
    return { from, to, args };
  }

  private operand(): Operand | null {
    const term = this.term();
    if (term === null || this.peek().type !== 'field') return term;
    const fields: string[] = [];
    let to = term.to;
    for (let token = this.peek(); token.type === 'field'; token = this.peek()) {
      fields.push(token.text.slice(1));
      to = token.to;
      this.at++;
    }
    switch (term.type) {
      case 'field':
        return { ...term, to, fields: [...term.fields, ...fields] };
      case 'variable':
        return { ...term, to, fields: [...term.fields, ...fields] };
      case 'bool':
      case 'string':
      case 'number':
      case 'nil':
      case 'dot':
        throw new ParseError('unexpected . after term');
      default:
        return { type: 'chain', operand: term, fields, from: term.from, to };
    }
  }

  private term(): Operand | null {
    const token = this.skipSpace();
    const { from, to } = token;
    const taken = <T extends Operand>(operand: T): T => {
      this.at++;
      return operand;
    };
    switch (token.type) {
      case 'identifier':
        if (!this.scope.hasFunction(token.text)) throw new ParseError(`function "${token.text}" not defined`);
        return taken({ type: 'identifier', name: token.text, from, to });
      case 'dot':
        return taken({ type: 'dot', from, to });
      case 'nil':
        return taken({ type: 'nil', from, to });
      case 'variable':
        if (!this.scope.variables.includes(token.text)) throw new ParseError(`undefined variable "${token.text}"`);
        return taken({ type: 'variable', name: token.text, fields: [], from, to });
      case 'field':
        return taken({ type: 'field', fields: [token.text.slice(1)], from, to });
      case 'bool':
        return taken({ type: 'bool', value: bool(token.text === 'true'), int: null, from, to });
      case 'number':
      case 'char':
        return taken(this.number(token));
      case 'string':
      case 'raw': {
        const value = readString(this.source, from, to);
        if (value === null) throw new ParseError('invalid syntax');
        return taken({ type: 'string', value, from, to });
      }
      case '(':
        return this.parenthesis();
      default:
        return null;
    }
  }

  private number(token: Token): Operand {
    const { from, to } = token;
    if (token.type === 'char') {
      const rune = readChar(token.text);
      if (rune === null) throw new ParseError(`malformed character constant: ${token.text}`);
      const origin = null;
      return { type: 'number', value: { kind: 'int', type: 'int', value: rune, origin }, int: rune, from, to };
    }
    const literal = readNumber(token.text);
    if (typeof literal === 'string') throw new ParseError(literal);
    const origin = { source: this.source, from, to, exact: false, kind: 'template' } as const;
    const value =
      literal.value.kind === 'int' || literal.value.kind === 'float' ? { ...literal.value, origin } : literal.value;
    return { type: 'number', value, int: literal.int, from, to };
  }

  private parenthesis(): Operand {
    if (++this.nesting > MAX_NESTING) throw new ParseError('max expression depth exceeded');
    const { from } = this.peek();
    this.at++;
    const pipe = this.pipeline('parenthesized pipeline', ')');
    this.nesting--;
    return { ...pipe, from, to: this.tokens[this.at - 1]!.to };
  }
}
