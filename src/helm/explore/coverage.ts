/** What of a chart's templates has run, and where something is left to run. */
import type { Definition, Node, Operand, Pipe } from '../template/ast.ts';
import type { Templates } from '../template/templates.ts';
import type { Fragment } from '../values/origin.ts';

/** Whether a node is worth executing for its own sake. */
export type Interest = (node: Node) => boolean;

/** Calls for every pipeline below an operand, itself first. */
export function eachOperand(pipe: Pipe, visit: (operand: Operand) => void): void {
  for (const command of pipe.commands) {
    for (const operand of command.args) {
      visit(operand);
      if (operand.type === 'pipe') eachOperand(operand, visit);
      else if (operand.type === 'chain' && operand.operand.type === 'pipe') eachOperand(operand.operand, visit);
    }
  }
}

/** Names of the templates that a pipeline includes by a literal name. */
export function includedBy(pipe: Pipe): string[] {
  const names: string[] = [];
  const ofCommands = (one: Pipe): void => {
    for (const command of one.commands) {
      const [first, name] = command.args;
      if (first?.type === 'identifier' && first.name === 'include' && name?.type === 'string')
        names.push(name.value.text);
      for (const operand of command.args) {
        if (operand.type === 'pipe') ofCommands(operand);
        else if (operand.type === 'chain' && operand.operand.type === 'pipe') ofCommands(operand.operand);
      }
    }
  };
  ofCommands(pipe);
  return names;
}

/** A node whose text reached no output in this many passes counts as executed: it is only ever hashed or encoded. */
const MOST_ROUNDS = 2;

export class Coverage {
  readonly executed = new Set<Node>();
  private recent: Node[] = [];
  private round = 0;
  private readonly missed = new Map<Node, { round: number; times: number }>();
  readonly interest: Interest;
  private readonly named: Templates;
  /** Nothing is left below these. */
  private readonly finished = new Set<Node>();
  private readonly finishedNames = new Set<string>();
  private readonly includes = new Map<Node, readonly string[]>();

  constructor(named: Templates, interest: Interest) {
    this.named = named;
    this.interest = interest;
  }

  /** Counts a node for the time being; `settle` decides. */
  add(node: Node): void {
    if (this.executed.has(node)) return;
    this.executed.add(node);
    this.recent.push(node);
  }

  nextRound(): void {
    this.round++;
  }

  /** After a file: takes back text that did not reach what it printed. Returns what counts from now on. */
  settle(printed: readonly Fragment[]): ReadonlySet<Node> {
    const sites = new Set<unknown>();
    for (const { site } of printed) sites.add(site);
    const kept = new Set<Node>();
    for (const node of this.recent) {
      if (node.type !== 'text' || sites.has(node) || this.acceptMissed(node)) kept.add(node);
      else this.executed.delete(node);
    }
    if (kept.size < this.recent.length) {
      this.finished.clear();
      this.finishedNames.clear();
    }
    this.recent = [];
    return kept;
  }

  /** Takes back what ran since the last `settle`. */
  discard(): void {
    for (const node of this.recent) this.executed.delete(node);
    this.recent = [];
    this.finished.clear();
    this.finishedNames.clear();
  }

  private acceptMissed(node: Node): boolean {
    const before = this.missed.get(node);
    const times = before === undefined ? 1 : before.times + (before.round === this.round ? 0 : 1);
    this.missed.set(node, { round: this.round, times });
    return times >= MOST_ROUNDS || node.type !== 'text' || node.text.trim() === '';
  }

  /** Whether something interesting in these nodes, or in what they include, has not run. */
  pending(nodes: readonly Node[] | null): boolean {
    return nodes !== null && this.any(nodes, new Set());
  }

  pendingDefinition(definition: Definition): boolean {
    return this.any(definition.body, new Set());
  }

  private any(nodes: readonly Node[], visited: Set<string>): boolean {
    for (const node of nodes) if (this.left(node, visited)) return true;
    return false;
  }

  private left(node: Node, visited: Set<string>): boolean {
    if (this.finished.has(node)) return false;
    const before = visited.size;
    if (this.leftNow(node, visited)) return true;
    // A recursive include was taken for finished; only trust the answer if none was met.
    if (visited.size === before || node.type === 'text') this.finished.add(node);
    return false;
  }

  private leftNow(node: Node, visited: Set<string>): boolean {
    if (!this.executed.has(node) && this.interest(node)) return true;
    switch (node.type) {
      case 'action':
        return this.leftInIncludes(node, node.pipe, visited);
      case 'template':
        return this.leftIn(node.name, visited) || (node.pipe !== null && this.leftInIncludes(node, node.pipe, visited));
      case 'if':
      case 'with':
      case 'range':
        return (
          this.leftInIncludes(node, node.pipe, visited) ||
          this.any(node.body, visited) ||
          (node.otherwise !== null && this.any(node.otherwise, visited))
        );
      default:
        return false;
    }
  }

  private leftInIncludes(node: Node, pipe: Pipe, visited: Set<string>): boolean {
    let names = this.includes.get(node);
    if (names === undefined) {
      names = includedBy(pipe);
      this.includes.set(node, names);
    }
    return names.some((name) => this.leftIn(name, visited));
  }

  private leftIn(name: string, visited: Set<string>): boolean {
    if (this.finishedNames.has(name) || visited.has(name)) return false;
    const definition = this.named.get(name);
    if (definition === undefined) return false;
    const outermost = visited.size === 0;
    visited.add(name);
    if (this.any(definition.body, visited)) return true;
    if (outermost) for (const done of visited) this.finishedNames.add(done);
    return false;
  }
}

/** Calls for every node of a body, in order. */
export function eachNode(nodes: readonly Node[], visit: (node: Node) => void): void {
  for (const node of nodes) {
    visit(node);
    if (node.type === 'if' || node.type === 'with' || node.type === 'range') {
      eachNode(node.body, visit);
      if (node.otherwise !== null) eachNode(node.otherwise, visit);
    }
  }
}

/** The pipeline of a node, where it has one. */
export const pipeOf = (node: Node): Pipe | null => ('pipe' in node ? node.pipe : null);
