/** From a condition and the branch that was forced to the values that make the condition choose that branch. */
import { isTrue } from '../functions/types.ts';
import type { Command, ControlNode, Operand, Pipe } from '../template/ast.ts';
import { hole } from '../template/hole.ts';
import type { Read, Wish } from '../values/origin.ts';
import { plain } from '../values/tracked.ts';
import { bool, float, isNil, list, map, nil, type StringValue, type Value } from '../values/value.ts';
import { eachNode, eachOperand, pipeOf } from './coverage.ts';

/** Possible solutions, likeliest first; each is a list of values to set together. */
export type Solutions = readonly (readonly Wish[])[];

const MOST = 6;
const IMPOSSIBLE: Solutions = [];
const NOTHING_TO_DO: Solutions = [[]];

export function solve(node: ControlNode, wanted: boolean, reads: readonly Read[]): Solutions {
  const solver = new Solver(reads, node.pipe);
  const exact = solver.pipe(node.pipe, wanted);
  // A condition that is no formula over values: try what it read, one by one.
  const guesses = reads.map((read) => [{ read, value: wanted ? truthy(read) : falsy(read.value) }]);
  const toggled = reads.map((read) => [{ read, value: isTrue(read.value) ? falsy(read.value) : truthy(read) }]);
  const solutions = [...exact, ...guesses, ...toggled].slice(0, MOST);
  return wanted && node.type !== 'if' ? solutions.map((wishes) => wishes.map((wish) => shaped(wish, node))) : solutions;
}

/** What was missing or empty is, for `range`, a collection; for `with`, a map; with the fields that the body asks for. */
function shaped(wish: Wish, node: ControlNode): Wish {
  const { value } = wish.read;
  const wasList = value.kind === 'list';
  const wasMap = value.kind === 'map';
  if (!isNil(value) && !wasList && !wasMap) return wish;
  if (isTrue(value) || !isTrue(wish.value)) return wish;
  const fields = fieldsAsked(node);
  const text = anything(wish.read);
  const item: Value = fields.size > 0 ? map(new Map([...fields].map((name) => [name, text]))) : text;
  if (node.type === 'range') {
    const asMap = wasMap || (!wasList && node.pipe.variables.length > 1);
    return { ...wish, value: asMap ? map(new Map([['x', item]])) : list([item]) };
  }
  if (wasList) return wish;
  return { ...wish, value: item.kind === 'map' ? item : wasMap ? map(new Map([['x', text]])) : item };
}

const MOST_FIELDS = 12;
const TOP_LEVEL = new Set(['Values', 'Release', 'Chart', 'Files', 'Capabilities', 'Template', 'Subcharts']);

/** First fields of dot, or of the loop variable, in the body. */
function fieldsAsked(node: ControlNode): ReadonlySet<string> {
  const names = new Set<string>();
  const variable = node.pipe.variables[node.pipe.variables.length - 1];
  eachNode(node.body, (inner) => {
    const pipe = pipeOf(inner);
    if (pipe === null) return;
    eachOperand(pipe, (operand) => {
      const isItem = operand.type === 'field' || (operand.type === 'variable' && operand.name === variable);
      const name = isItem ? operand.fields[0] : undefined;
      if (name !== undefined && !TOP_LEVEL.has(name) && names.size < MOST_FIELDS) names.add(name);
    });
  });
  return names;
}

class Solver {
  private readonly reads: readonly Read[];
  /** Operands of the condition itself, not of helpers. */
  private readonly own = new Set<object>();

  constructor(reads: readonly Read[], condition: Pipe) {
    this.reads = reads;
    eachOperand(condition, (operand) => this.own.add(operand));
  }

  pipe(pipe: Pipe, wanted: boolean): Solutions {
    const [first, ...rest] = pipe.commands;
    if (first === undefined) return IMPOSSIBLE;
    if (rest.length === 0) return this.command(first, [], wanted);
    // `a | f b`: the value of `a` is the last argument of `f`.
    if (rest.length > 1 || first.args.length !== 1) return IMPOSSIBLE;
    return this.command(rest[0]!, [first.args[0]!], wanted);
  }

  private operand(operand: Operand, wanted: boolean): Solutions {
    if (operand.type === 'pipe') return this.pipe(operand, wanted);
    if (operand.type === 'bool') return isTrue(operand.value) === wanted ? NOTHING_TO_DO : IMPOSSIBLE;
    return this.truth(operand, wanted);
  }

  private truth(operand: Operand, wanted: boolean): Solutions {
    const read = this.readOf(operand);
    if (read === null) return IMPOSSIBLE;
    if (isTrue(read.value) === wanted) return NOTHING_TO_DO;
    return [[{ read, value: wanted ? truthy(read) : falsy(read.value) }]];
  }

  private readOf(operand: Operand | undefined): Read | null {
    if (operand === undefined) return null;
    if (operand.type === 'pipe') {
      const [command, ...rest] = operand.commands;
      if (command === undefined || rest.some(({ args }) => !isConversion(args[0]))) return null;
      const { args } = command;
      // `(int .Values.x)`, `(default "a" .Values.x)`, `(.Values.x | toString)`: the last argument counts.
      if (args.length > 1 && !isConversion(args[0])) return null;
      return this.readOf(args[args.length - 1]);
    }
    return this.reads.find((read) => read.operand === operand) ?? null;
  }

  private command(command: Command, final: readonly Operand[], wanted: boolean): Solutions {
    const [first, ...given] = command.args;
    if (first === undefined) return IMPOSSIBLE;
    const args = [...given, ...final];
    if (first.type !== 'identifier') return args.length === 0 ? this.operand(first, wanted) : IMPOSSIBLE;
    switch (first.name) {
      case 'not':
        return args[0] === undefined ? IMPOSSIBLE : this.operand(args[0], !wanted);
      case 'empty':
        return args[0] === undefined ? IMPOSSIBLE : this.operand(args[0], !wanted);
      case 'include':
        return this.throughHelper();
      case 'and':
        return wanted ? this.all(args, true) : this.some(args, false);
      case 'or':
      case 'coalesce':
        return wanted ? this.some(args, true) : this.all(args, false);
      case 'eq':
        return this.equals(args, wanted);
      case 'ne':
        return this.equals(args, !wanted);
      case 'default':
      case 'toString':
      case 'int':
      case 'int64':
      case 'tpl':
      case 'required':
        return this.last(args, wanted);
      case 'contains':
      case 'hasPrefix':
      case 'hasSuffix':
        return this.assign(args[1], literal(args[0]), wanted);
      case 'has':
        return this.includes(args, wanted);
      case 'hasKey':
        return this.hasKey(args, wanted);
      case 'kindIs':
      case 'typeIs':
        return this.kind(args, wanted);
      case 'gt':
      case 'ge':
        return this.compared(args, wanted ? 1 : -1);
      case 'lt':
      case 'le':
        return this.compared(args, wanted ? -1 : 1);
      default:
        return IMPOSSIBLE;
    }
  }

  private last(args: readonly Operand[], wanted: boolean): Solutions {
    const last = args[args.length - 1];
    return last === undefined ? IMPOSSIBLE : this.operand(last, wanted);
  }

  private some(args: readonly Operand[], wanted: boolean): Solutions {
    return args.flatMap((arg) => this.operand(arg, wanted)).slice(0, MOST);
  }

  /** One solution for each operand, together; then the second ones. */
  private all(args: readonly Operand[], wanted: boolean): Solutions {
    const options = args.map((arg) => this.operand(arg, wanted));
    if (options.some((solutions) => solutions.length === 0)) return IMPOSSIBLE;
    const rounds = Math.min(MOST, Math.max(...options.map((solutions) => solutions.length)));
    const result: Wish[][] = [];
    for (let round = 0; round < rounds; round++) {
      result.push(options.flatMap((solutions) => solutions[Math.min(round, solutions.length - 1)]!));
    }
    return result;
  }

  /** What a helper decides, it decides by what it reads. */
  private throughHelper(): Solutions {
    const inside = this.reads.filter((read) => !this.own.has(read.operand));
    const toggled = inside.map((read) => ({
      read,
      value: isTrue(read.value) ? falsy(read.value) : truthy(read),
    }));
    const [first, ...others] = toggled.map((wish) => [wish]);
    if (first === undefined) return IMPOSSIBLE;
    const missing = toggled.filter(({ read }) => !isTrue(read.value));
    return [first, missing, ...others].slice(0, MOST);
  }

  private equals(args: readonly Operand[], wanted: boolean): Solutions {
    if (args.some(callsHelper)) return this.throughHelper();
    const [first, ...others] = args;
    for (const other of others) {
      const value = literal(other) ?? literal(first);
      const read = literal(other) === null ? this.readOf(other) : this.readOf(first);
      if (value === null || read === null) continue;
      const same = sameText(read.value, value);
      if (same === wanted) return NOTHING_TO_DO;
      return [[{ read, value: wanted ? value : different(value) }]];
    }
    return IMPOSSIBLE;
  }

  private assign(operand: Operand | undefined, value: Value | null, wanted: boolean): Solutions {
    const read = this.readOf(operand);
    if (read === null || value === null) return IMPOSSIBLE;
    return [[{ read, value: wanted ? value : plain('x') }]];
  }

  private includes(args: readonly Operand[], wanted: boolean): Solutions {
    const needle = literal(args[0]);
    const container = this.readOf(args[1]);
    if (needle !== null && container !== null) return [[{ read: container, value: list(wanted ? [needle] : []) }]];
    const read = this.readOf(args[0]);
    const choice = args[1] === undefined ? null : firstLiteral(args[1]);
    if (read === null || choice === null) return IMPOSSIBLE;
    return [[{ read, value: wanted ? choice : plain('x') }]];
  }

  private hasKey(args: readonly Operand[], wanted: boolean): Solutions {
    const key = literal(args[1]);
    const read = this.readOf(args[0]);
    if (read === null || key?.kind !== 'string' || !wanted) return IMPOSSIBLE;
    const { origin } = read;
    const path = origin.path === undefined || origin.path === '' ? key.text : `${origin.path}.${key.text}`;
    return [[{ read: { ...read, origin: { ...origin, path } }, value: bool(true) }]];
  }

  private kind(args: readonly Operand[], wanted: boolean): Solutions {
    const name = literal(args[0]);
    const read = this.readOf(args[1]);
    if (read === null || name?.kind !== 'string') return IMPOSSIBLE;
    if (!wanted) return [[{ read, value: name.text === 'string' ? bool(true) : plain('x') }]];
    switch (name.text) {
      case 'string':
        return [[{ read, value: plain('x') }]];
      case 'map':
        return [[{ read, value: map(new Map([['x', plain('y')]])) }]];
      case 'slice':
        return [[{ read, value: list([plain('x')]) }]];
      case 'bool':
        return [[{ read, value: bool(true) }]];
      case 'float64':
      case 'int':
      case 'int64':
        return [[{ read, value: float(1) }]];
      default:
        return [[{ read, value: nil() }]];
    }
  }

  /** Makes the first operand larger (1) or smaller (-1) than the second. */
  private compared(args: readonly Operand[], direction: 1 | -1): Solutions {
    const [left, right] = args;
    const onLeft = literal(right);
    const read = onLeft === null ? this.readOf(right) : this.readOf(left);
    const limit = onLeft ?? literal(left);
    if (read === null || limit === null) return IMPOSSIBLE;
    const number = limit.kind === 'int' ? Number(limit.value) : limit.kind === 'float' ? limit.value : Number.NaN;
    if (Number.isNaN(number)) return IMPOSSIBLE;
    return [[{ read, value: float(number + (onLeft === null ? -direction : direction)) }]];
  }
}

const CONVERSIONS = new Set([
  'default',
  'int',
  'int64',
  'float64',
  'toString',
  'lower',
  'upper',
  'trim',
  'quote',
  'len',
  'tpl',
  'toYaml',
]);

const isConversion = (operand: Operand | undefined): boolean =>
  operand?.type === 'identifier' && CONVERSIONS.has(operand.name);

function literal(operand: Operand | undefined): Value | null {
  if (operand === undefined) return null;
  if (operand.type === 'string' || operand.type === 'bool' || operand.type === 'number') return operand.value;
  if (operand.type !== 'pipe' || operand.commands.length !== 1) return null;
  const { args } = operand.commands[0]!;
  return args.length === 1 || isConversion(args[0]) ? literal(args[args.length - 1]) : null;
}

/** The first literal of `(list "a" "b")`. */
function firstLiteral(operand: Operand): Value | null {
  if (operand.type !== 'pipe') return null;
  const args = operand.commands[0]?.args ?? [];
  if (args[0]?.type !== 'identifier' || (args[0].name !== 'list' && args[0].name !== 'tuple')) return null;
  return literal(args[1]);
}

const callsHelper = (operand: Operand): boolean =>
  operand.type === 'pipe' &&
  operand.commands.some(({ args: [first] }) => first?.type === 'identifier' && first.name === 'include');

const textOf = (value: Value): string | null => {
  switch (value.kind) {
    case 'string':
      return value.text;
    case 'bool':
    case 'float':
    case 'int':
      return String(value.value);
    default:
      return null;
  }
};

const sameText = (a: Value, b: Value): boolean => textOf(a) === textOf(b);

function different(value: Value): Value {
  switch (value.kind) {
    case 'bool':
      return bool(!value.value);
    case 'int':
      return float(Number(value.value) + 1);
    case 'float':
      return float(value.value + 1);
    case 'string':
      return plain(`${value.text}x`);
    default:
      return plain('x');
  }
}

/** Names of values that are texts, where nothing says so. */
const TEXTUAL =
  /(?:path|dir|socket|sock|name|image|url|uri|host|key|secret|token|password|class|ip|tag|repository|version|file|namespace|account|zone|region|address|endpoint|runtime|type)$/i;

/** Text that stands for whatever somebody sets. */
const anything = (read: Read): StringValue => hole(read.origin);

/** A value of the same type that is true. */
function truthy(read: Read): Value {
  const { value, origin } = read;
  switch (value.kind) {
    case 'string':
      return anything(read);
    case 'float':
    case 'int':
      return float(1);
    case 'map':
      return map(new Map([['x', anything(read)]]));
    case 'list':
      return list([anything(read)]);
    case 'nil':
    case 'invalid':
      return TEXTUAL.test(origin.path ?? '') ? anything(read) : unknownBool(read);
    default:
      return bool(true);
  }
}

const unknownBool = (read: Read): Value => bool(true, { ...read.origin, exact: false, kind: 'hole' });

/** A value that is false and overrides the one given. */
function falsy(value: Value): Value {
  switch (value.kind) {
    case 'string':
      return plain('');
    case 'float':
    case 'int':
      return float(0);
    case 'list':
      return list([]);
    case 'map':
      return nil();
    default:
      return bool(false);
  }
}
