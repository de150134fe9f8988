/** Evaluates pipelines by Go's rules: fields, methods, nil against invalid, argument types. */
import type { Env, FunctionMap, Param } from '../functions/function.ts';
import { isTrue, typeName } from '../functions/types.ts';
import { chargeCall } from '../functions/weigh.ts';
import { TemplateError } from '../values/error.ts';
import type { Origin, Read } from '../values/origin.ts';
import { EMPTY } from '../values/tracked.ts';
import {
  INVALID,
  isNil,
  list,
  type MapValue,
  type Method,
  map,
  NIL,
  nil,
  originOf,
  type ParameterType,
  type StringValue,
  type Value,
} from '../values/value.ts';
import type { Command, Operand, Pipe } from './ast.ts';
import { isHole } from './hole.ts';

/** Dot and the variables in scope; control structures cut the arrays back. */
export interface Frame {
  readonly dot: Value;
  readonly names: string[];
  readonly values: Value[];
}

/** What runs the templates, as far as a pipeline needs it. */
interface Execution extends Env {
  /** What takes the place of the result of a choosing function while a branch is forced. */
  preferred(name: string, values: readonly Value[]): Value | null;
}

type IdentifierOperand = Extract<Operand, { type: 'identifier' }>;

export class Evaluator {
  private readonly exec: Execution;
  private readonly functions: FunctionMap;
  /** Missing values remember where they would be defined. */
  private readonly tracing: boolean;
  private reads: Read[] | null = null;

  constructor(exec: Execution, functions: FunctionMap, tracing: boolean) {
    this.exec = exec;
    this.functions = functions;
    this.tracing = tracing;
  }

  /** The value of a pipeline and the chart values it read. */
  recording(pipe: Pipe, frame: Frame): { value: Value; reads: readonly Read[] } {
    const before = this.reads;
    const reads: Read[] = [];
    this.reads = reads;
    try {
      return { value: this.pipe(pipe, frame), reads };
    } finally {
      this.reads = before;
    }
  }

  pipe(pipe: Pipe, frame: Frame): Value {
    let value: Value | undefined;
    for (const command of pipe.commands) {
      value = this.command(command, frame, value);
      if (value.kind === 'nil') value = value.origin === null ? INVALID : { kind: 'invalid', origin: value.origin };
    }
    const result = value ?? INVALID;
    for (const name of pipe.variables) {
      if (pipe.assigns) this.assign(frame, name, result);
      else {
        frame.names.push(name);
        frame.values.push(result);
      }
    }
    return result;
  }

  assign(frame: Frame, name: string, value: Value): void {
    const index = frame.names.lastIndexOf(name);
    if (index < 0) this.fail(`undefined variable: ${name}`);
    else frame.values[index] = value;
  }

  /** An error when strict; a note and a hole otherwise. */
  private fail(message: string, refusal = false): StringValue {
    if (!this.exec.lenient) throw new TemplateError(message, refusal);
    return this.exec.hole(message, refusal);
  }

  private command(command: Command, frame: Frame, final: Value | undefined): Value {
    const first = command.args[0]!;
    switch (first.type) {
      case 'identifier':
        return this.call(first, command.args, frame, final);
      case 'field':
        return this.chain(first, frame.dot, first.fields, command.args, frame, final);
      case 'chain':
        return this.chain(first, this.arg(first.operand, frame), first.fields, command.args, frame, final);
      case 'variable': {
        const value = this.variable(first.name, frame);
        if (first.fields.length > 0) return this.chain(first, value, first.fields, command.args, frame, final);
        return this.notAFunction(command, final) ?? this.seen(value, first);
      }
      case 'pipe':
        return this.notAFunction(command, final) ?? this.pipe(first, frame);
      case 'nil':
        return this.fail('nil is not a command');
      default:
        return this.notAFunction(command, final) ?? this.arg(first, frame);
    }
  }

  private notAFunction(command: Command, final: Value | undefined): Value | null {
    if (command.args.length === 1 && final === undefined) return null;
    return this.fail("can't give argument to non-function");
  }

  private variable(name: string, frame: Frame): Value {
    const index = frame.names.lastIndexOf(name);
    return index < 0 ? this.fail(`undefined variable: ${name}`) : frame.values[index]!;
  }

  /** An operand without arguments of its own. */
  private arg(operand: Operand, frame: Frame): Value {
    switch (operand.type) {
      case 'dot':
        return this.seen(frame.dot, operand);
      case 'nil':
        return NIL;
      case 'field':
        return this.chain(operand, frame.dot, operand.fields, null, frame, undefined);
      case 'variable': {
        const value = this.variable(operand.name, frame);
        return operand.fields.length > 0
          ? this.chain(operand, value, operand.fields, null, frame, undefined)
          : this.seen(value, operand);
      }
      case 'pipe':
        return this.pipe(operand, frame);
      case 'identifier':
        return this.call(operand, null, frame, undefined);
      case 'chain':
        return this.chain(operand, this.arg(operand.operand, frame), operand.fields, null, frame, undefined);
      case 'string':
      case 'bool':
      case 'number':
        return operand.value;
    }
  }

  private seen(value: Value, operand: object): Value {
    if (this.reads !== null) {
      const origin = originOf(value);
      if (origin !== null && origin.kind === 'values' && origin.path !== undefined)
        this.reads.push({ origin, value, operand });
    }
    return value;
  }

  // --- fields and methods

  private chain(
    operand: object,
    start: Value,
    fields: readonly string[],
    args: readonly Operand[] | null,
    frame: Frame,
    final: Value | undefined,
  ): Value {
    let value = start;
    const last = fields.length - 1;
    for (let index = 0; index < last; index++) value = this.field(value, fields[index]!, null, frame, undefined);
    return this.seen(this.field(value, fields[last]!, args, frame, final), operand);
  }

  private field(
    receiver: Value,
    name: string,
    args: readonly Operand[] | null,
    frame: Frame,
    final: Value | undefined,
  ): Value {
    switch (receiver.kind) {
      case 'invalid':
        return receiver.origin === null ? INVALID : { kind: 'invalid', origin: below(receiver.origin, name) };
      case 'nil':
        return this.fail(`nil pointer evaluating interface {}.${name}`);
      case 'map': {
        const method = receiver.methods?.get(name);
        if (method !== undefined) return this.method(name, method, args, frame, final);
        if (hasArguments(args, final)) return this.fail(`${name} is not a method but has arguments`);
        return receiver.entries.get(name) ?? this.missing(receiver, name);
      }
      case 'list': {
        const method = receiver.methods?.get(name);
        if (method !== undefined) return this.method(name, method, args, frame, final);
        break;
      }
      case 'object': {
        const method = receiver.methods.get(name);
        if (method !== undefined) return this.method(name, method, args, frame, final);
        const value = receiver.fields.get(name);
        if (value === undefined) break;
        if (hasArguments(args, final)) return this.fail(`${name} has arguments but cannot be invoked as function`);
        return value;
      }
      default:
    }
    if (isHole(receiver)) return receiver;
    return this.fail(`can't evaluate field ${name} in type ${typeName(receiver)}`);
  }

  private missing(receiver: MapValue, name: string): Value {
    switch (receiver.element) {
      case 'interface {}':
        if (!this.tracing || receiver.origin === null) return NIL;
        return nil(below(receiver.origin, name));
      case 'string':
        return EMPTY;
      case '[]uint8':
        return { kind: 'bytes', content: EMPTY };
      case 'int':
      case 'int64':
        return { kind: 'int', type: receiver.element, value: 0n, origin: null };
      case 'map[string]interface {}':
        return { ...map(), isNil: true };
    }
  }

  private method(
    name: string,
    method: Method,
    args: readonly Operand[] | null,
    frame: Frame,
    final: Value | undefined,
  ): Value {
    const given = (args ?? []).slice(1).map((operand) => this.arg(operand, frame));
    if (final !== undefined) given.push(final);
    const { parameters } = method;
    const fixed = method.variadic === true ? parameters.length - 1 : parameters.length;
    if (given.length < fixed || (method.variadic !== true && given.length > fixed)) {
      return this.fail(`wrong number of args for ${name}: want ${fixed} got ${given.length}`);
    }
    const unknown = given.find(isHole);
    if (unknown !== undefined) return unknown;
    for (const [index, value] of given.entries()) {
      const wanted = parameters[Math.min(index, parameters.length - 1)]!;
      if (!fitsParameter(value, wanted)) return this.fail(wrongType(wanted, value));
    }
    return this.guarded(name, () => method.call(given));
  }

  // --- functions

  private call(
    node: IdentifierOperand,
    args: readonly Operand[] | null,
    frame: Frame,
    final: Value | undefined,
  ): Value {
    const { name } = node;
    const operands = args === null ? [] : args.slice(1);
    if (name === 'and' || name === 'or') return this.shortCircuit(name, operands, frame, final);
    const fn = this.functions.get(name);
    if (fn === undefined) return this.fail(`"${name}" is not a defined function`);
    const total = operands.length + (final === undefined ? 0 : 1);
    const fixed = fn.params.length;
    if (total < fixed || (fn.rest === null && total > fixed)) {
      return this.fail(`wrong number of args for ${name}: want ${fixed} got ${total}`);
    }
    const values: Value[] = [];
    for (const operand of operands) {
      const param = fn.params[values.length] ?? fn.rest!;
      const value = this.argument(operand, param, frame);
      if (value === null) return this.lastFailure!;
      values.push(value);
    }
    if (final !== undefined) {
      const value = this.validate(final, fn.params[values.length] ?? fn.rest!);
      if (value === null) return this.lastFailure!;
      values.push(value);
    }
    chargeCall(name, values, this.exec.budget);
    const preferred = this.exec.preferred(name, values);
    if (preferred !== null) return preferred;
    if (this.exec.lenient && !fn.transparent) {
      const unknown = values.find(isHole);
      if (unknown !== undefined) return unknown;
    }
    return this.guarded(name, () => fn.call(this.exec, values));
  }

  private guarded(name: string, run: () => Value): Value {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      if (!this.exec.lenient) throw new TemplateError(`error calling ${name}: ${error.message}`, error.refusal);
      return this.exec.hole(`error calling ${name}: ${error.message}`, error.refusal);
    }
  }

  private shortCircuit(
    name: 'and' | 'or',
    operands: readonly Operand[],
    frame: Frame,
    final: Value | undefined,
  ): Value {
    let value: Value | undefined;
    for (const [index, operand] of operands.entries()) {
      value = this.arg(operand, frame);
      const preferred = this.exec.preferred(name, [value]);
      if (preferred !== null) return preferred;
      if (isTrue(value) !== (name === 'or')) continue;
      // What decides a condition is also what the operands behind this one read.
      if (this.reads !== null) for (const rest of operands.slice(index + 1)) this.arg(rest, frame);
      return value;
    }
    return final ?? value ?? this.fail(`wrong number of args for ${name}: want at least 1 got 0`);
  }

  private lastFailure: StringValue | null = null;

  private argument(operand: Operand, param: Param, frame: Frame): Value | null {
    if (operand.type === 'number' || operand.type === 'bool' || operand.type === 'string') {
      return this.literal(operand, param);
    }
    if (operand.type === 'nil') {
      if (param === 'any') return NIL;
      if (param === 'map' || param === 'list' || param === 'strings') return emptyOf(param);
      return this.refuse(`cannot assign nil to ${param}`);
    }
    return this.validate(this.arg(operand, frame), param);
  }

  private literal(operand: Extract<Operand, { type: 'number' | 'bool' | 'string' }>, param: Param): Value | null {
    if (param === 'any') return operand.value;
    if (param === 'int' && operand.type === 'number' && operand.int !== null) {
      return operand.value.kind === 'int'
        ? operand.value
        : { kind: 'int', type: 'int', value: operand.int, origin: null };
    }
    if (param === 'float' && operand.type === 'number') {
      const { value } = operand;
      if (value.kind === 'float') return value;
      if (value.kind === 'int') return { kind: 'float', value: Number(value.value), origin: value.origin };
    }
    if (param === operand.type) return operand.value;
    return this.refuse(`expected ${param}; found ${operand.type}`);
  }

  private refuse(message: string): null {
    this.lastFailure = this.fail(message);
    return null;
  }

  /** Checks a value against a parameter's type as reflection would; null after a failure. */
  private validate(value: Value, param: Param): Value | null {
    if (param === 'any') return value.kind === 'invalid' ? nil(value.origin) : value;
    if (value.kind === 'invalid' && (param === 'map' || param === 'list' || param === 'strings')) return emptyOf(param);
    if (fits(value, param)) return value;
    if (isHole(value)) {
      this.lastFailure = value;
      return null;
    }
    return this.refuse(isNil(value) ? `invalid value; expected ${param}` : wrongType(param, value));
  }
}

const hasArguments = (args: readonly Operand[] | null, final: Value | undefined): boolean =>
  final !== undefined || (args !== null && args.length > 1);

const wrongType = (wanted: Param | ParameterType, value: Value): string =>
  `wrong type for value; expected ${wanted}; got ${typeName(value)}`;

/** Where a key below a value would be defined. */
const below = (origin: Origin, name: string): Origin => {
  if (origin.path === undefined) return origin;
  return { ...origin, exact: false, missing: true, path: origin.path === '' ? name : `${origin.path}.${name}` };
};

const emptyOf = (param: 'map' | 'list' | 'strings'): Value =>
  param === 'map'
    ? { ...map(), isNil: true }
    : { ...list([], null, param === 'list' ? 'interface {}' : 'string'), isNil: true };

function fits(value: Value, param: Param): boolean {
  switch (param) {
    case 'any':
      return true;
    case 'int':
      return value.kind === 'int' && value.type === 'int';
    case 'map':
      return value.kind === 'map' && value.element === 'interface {}';
    case 'list':
      return value.kind === 'list' && value.element === 'interface {}';
    case 'strings':
      return value.kind === 'list' && value.element === 'string';
    case 'time':
      return value.kind === 'object' && value.typeName === 'time.Time';
    case 'certificate':
      return value.kind === 'object' && value.typeName === 'sprig.certificate';
    default:
      return value.kind === param;
  }
}

const fitsParameter = (value: Value, wanted: ParameterType): boolean =>
  wanted === 'any' || (wanted === 'int' ? value.kind === 'int' && value.type === 'int' : value.kind === wanted);
