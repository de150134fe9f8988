/** Builds the tree of a template file. A mistake becomes a bad node or is repaired; all are listed as errors. */
import type { Source } from '../values/origin.ts';
import type { BadNode, ControlNode, Definition, Mistake, Node, ParsedFile, Pipe, TextNode } from './ast.ts';
import { isBlank } from './ast.ts';
import { ExpressionParser, ParseError, type Scope } from './expressions.ts';
import { cutTemplate, type Segment, type Token } from './lexer.ts';
import { readString } from './literals.ts';

type Action = Extract<Segment, { type: 'action' }>;

const MAX_DEPTH = 400;

interface OpenControl {
  readonly kind: 'if' | 'with' | 'range';
  readonly node: Action;
  readonly pipe: Pipe;
  readonly body: Node[];
  otherwise: Node[] | null;
  /** `else if`: closed together with the control around it. */
  readonly chained: boolean;
  readonly mark: number;
}

interface OpenDefinition {
  readonly kind: 'define';
  readonly node: Action;
  readonly name: string;
  readonly body: Node[];
  readonly variables: string[];
  readonly nested: boolean;
}

type Open = OpenControl | OpenDefinition;

const EMPTY_PIPE: Pipe = { type: 'pipe', from: 0, to: 0, variables: [], assigns: false, commands: [] };

/** Parses a whole file. `hasFunction` decides which identifiers exist. */
export function parseTemplate(name: string, source: Source, hasFunction: (name: string) => boolean): ParsedFile {
  return new Parser(source, hasFunction).parse(name);
}

function textNode(source: Source, from: number, to: number): TextNode {
  const origin = { source, from, to, exact: true, kind: 'template' } as const;
  return { type: 'text', source, from, to, text: source.text.slice(from, to), origin };
}

class Parser {
  private readonly source: Source;
  private readonly hasFunction: (name: string) => boolean;
  private readonly errors: Mistake[] = [];
  private readonly definitions: Definition[] = [];
  private readonly indexes = new Map<string, number>();
  private readonly root: Node[] = [];
  private readonly open: Open[] = [];
  private variables: string[] = ['$'];
  private skipped = 0;

  constructor(source: Source, hasFunction: (name: string) => boolean) {
    this.source = source;
    this.hasFunction = hasFunction;
  }

  parse(name: string): ParsedFile {
    for (const segment of cutTemplate(this.source.text)) {
      if (segment.type === 'text') {
        const { from, to } = segment;
        this.body().push(textNode(this.source, from, to));
      } else this.action(segment);
    }
    const end = this.source.text.length;
    if (this.open.length > 0) this.error('unexpected EOF', end, end);
    while (this.open.length > 0) this.close(end);
    const file: Definition = { name, source: this.source, from: 0, to: end, body: this.root };
    return { source: this.source, definitions: [file, ...this.definitions], errors: this.errors };
  }

  private error(message: string, from: number, to: number): void {
    this.errors.push({ message, from, to });
  }

  private body(): Node[] {
    const top = this.open[this.open.length - 1];
    if (top === undefined) return this.root;
    return top.kind === 'define' ? top.body : (top.otherwise ?? top.body);
  }

  private action(action: Action): void {
    const start = firstWord(action.tokens);
    const word = action.tokens[start];
    const keyword = word?.type === 'keyword' ? word.text : '';
    try {
      this.dispatch(action, keyword, start + (keyword === '' ? 0 : 1));
    } catch (mistake) {
      if (!(mistake instanceof ParseError)) throw mistake;
      this.recover(action, keyword, mistake.message);
    }
  }

  private dispatch(action: Action, keyword: string, start: number): void {
    if (action.error !== null) throw new ParseError(action.error);
    const scope: Scope = { variables: this.variables, hasFunction: this.hasFunction };
    const mark = this.variables.length;
    const parser = new ExpressionParser(this.source, action.tokens, start, scope);
    const { source } = this;
    const { from, to } = action;
    switch (keyword) {
      case '':
        this.body().push({ type: 'action', source, from, to, pipe: parser.action('command') });
        return;
      case 'if':
      case 'with':
      case 'range':
        this.push({
          kind: keyword,
          node: action,
          pipe: parser.action(keyword),
          body: [],
          otherwise: null,
          chained: false,
          mark,
        });
        return;
      case 'else':
        this.otherwise(action, start);
        return;
      case 'end':
        parser.finish('end');
        if (this.skipped > 0) this.skipped--;
        else if (this.open.length === 0) throw new ParseError('unexpected {{end}}');
        else this.close(action.to);
        return;
      case 'break':
      case 'continue':
        parser.finish(`{{${keyword}}}`);
        if (!this.inRange()) throw new ParseError(`{{${keyword}}} outside {{range}}`);
        this.body().push({ type: keyword, source, from, to });
        return;
      case 'define':
        this.define(action, start, false);
        return;
      case 'template':
      case 'block':
        this.template(action, keyword, start);
        return;
      default:
        throw new ParseError(`unexpected ${keyword}`);
    }
  }

  private push(open: Open): void {
    if (this.open.length >= MAX_DEPTH) {
      this.skipped++;
      throw new ParseError('nesting is too deep');
    }
    this.open.push(open);
  }

  private inRange(): boolean {
    for (let index = this.open.length - 1; index >= 0; index--) {
      const { kind } = this.open[index]!;
      if (kind === 'range') return true;
      if (kind === 'define') return false;
    }
    return false;
  }

  private otherwise(action: Action, start: number): void {
    const top = this.open[this.open.length - 1];
    if (top === undefined || top.kind === 'define' || top.otherwise !== null)
      throw new ParseError('unexpected {{else}}');
    top.otherwise = [];
    const next = skipSpace(action.tokens, start);
    const word = action.tokens[next];
    if (word?.type === 'keyword' && (word.text === 'if' || word.text === 'with') && word.text === top.kind) {
      const scope: Scope = { variables: this.variables, hasFunction: this.hasFunction };
      const mark = this.variables.length;
      const pipe = new ExpressionParser(this.source, action.tokens, next + 1, scope).action(word.text);
      this.push({ kind: word.text, node: action, pipe, body: [], otherwise: null, chained: true, mark });
      return;
    }
    if (word?.type !== 'end') throw new ParseError(`unexpected ${JSON.stringify(word?.text ?? '')} in else`);
  }

  private nameOf(action: Action, start: number, context: string): { name: string; next: number } {
    const at = skipSpace(action.tokens, start);
    const token = action.tokens[at];
    const value =
      token?.type === 'string' || token?.type === 'raw' ? readString(this.source, token.from, token.to) : null;
    if (value === null) throw new ParseError(`unexpected ${JSON.stringify(token?.text ?? '')} in ${context}`);
    return { name: value.text, next: at + 1 };
  }

  private define(action: Action, start: number, repair: boolean): void {
    const { name, next } = this.nameOf(action, start, 'define clause');
    const end = action.tokens[skipSpace(action.tokens, next)];
    if (end?.type !== 'end') throw new ParseError(`unexpected ${JSON.stringify(end?.text ?? '')} in define clause`);
    if (this.open.length > 0 && !repair) this.error('unexpected {{define}}', action.from, action.to);
    this.push({
      kind: 'define',
      node: action,
      name,
      body: [],
      variables: this.variables,
      nested: this.open.length > 0,
    });
    this.variables = ['$'];
  }

  private template(action: Action, keyword: 'template' | 'block', start: number): void {
    const { name, next } = this.nameOf(action, start, `${keyword} clause`);
    const scope: Scope = { variables: this.variables, hasFunction: this.hasFunction };
    const bare = keyword === 'template' && action.tokens[skipSpace(action.tokens, next)]?.type === 'end';
    const pipe = bare
      ? null
      : new ExpressionParser(this.source, action.tokens, next, scope).action(`${keyword} clause`);
    const { from, to } = action;
    this.body().push({ type: 'template', source: this.source, from, to, name, pipe });
    if (keyword === 'template') return;
    this.push({ kind: 'define', node: action, name, body: [], variables: this.variables, nested: true });
    this.variables = ['$'];
  }

  private close(at: number): void {
    for (;;) {
      const top = this.open.pop();
      if (top === undefined) return;
      if (top.kind === 'define') {
        this.variables = top.variables;
        this.addDefinition({ name: top.name, source: this.source, from: top.node.from, to: at, body: top.body });
        return;
      }
      this.variables.length = top.mark;
      const { from, to } = top.node;
      const { kind: type, pipe, body, otherwise } = top;
      const node: ControlNode = { type, source: this.source, from, to, pipe, body, otherwise };
      this.body().push(node);
      if (!top.chained) return;
    }
  }

  private addDefinition(definition: Definition): void {
    const index = this.indexes.get(definition.name) ?? -1;
    const other = this.definitions[index];
    if (other === undefined) {
      this.indexes.set(definition.name, this.definitions.length);
      this.definitions.push(definition);
    } else if (isBlank(other.body)) this.definitions[index] = definition;
    else if (!isBlank(definition.body)) {
      this.error(`multiple definition of template "${definition.name}"`, definition.from, definition.to);
      this.definitions[index] = definition;
    }
  }

  /** Keeps the nesting right when an action is broken. */
  private recover(action: Action, keyword: string, message: string): void {
    this.error(message, action.from, action.to);
    const { from, to } = action;
    const bad: BadNode = { type: 'bad', source: this.source, from, to, message };
    const pipe: Pipe = { ...EMPTY_PIPE, from, to };
    const mark = this.variables.length;
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        if (this.open.length < MAX_DEPTH) {
          this.open.push({ kind: keyword, node: action, pipe, body: [], otherwise: null, chained: false, mark });
        }
        return;
      case 'define':
      case 'block': {
        const variables = this.variables;
        if (this.open.length < MAX_DEPTH) {
          this.open.push({ kind: 'define', node: action, name: `\0${from}`, body: [], variables, nested: true });
          this.variables = ['$'];
        }
        return;
      }
      case 'end':
        if (this.open.length > 0 && action.error !== null) this.close(to);
        return;
      default:
        this.body().push(bad);
    }
  }
}

function skipSpace(tokens: readonly Token[], start: number): number {
  let at = start;
  while (tokens[at]?.type === 'space') at++;
  return at;
}

const firstWord = (tokens: readonly Token[]): number => skipSpace(tokens, 0);
