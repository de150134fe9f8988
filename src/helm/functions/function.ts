/** How template functions are declared: Go parameter types, checked before the call, and what a call may use. */
import type { Budget } from '../values/budget.ts';
import type { Origin } from '../values/origin.ts';
import type {
  BoolValue,
  BytesValue,
  FloatValue,
  IntValue,
  ListValue,
  MapValue,
  ObjectValue,
  StringValue,
  Value,
} from '../values/value.ts';

/** A Go parameter type. `any` takes nil; `map` and `list` are `map[string]interface{}` and `[]interface{}`. */
export type Param =
  | 'any'
  | 'string'
  | 'int'
  | 'float'
  | 'bool'
  | 'map'
  | 'list'
  | 'time'
  | 'certificate'
  | 'strings'
  | 'bytes';

interface ParamValues {
  any: Value;
  string: StringValue;
  int: IntValue;
  float: FloatValue;
  bool: BoolValue;
  map: MapValue;
  list: ListValue;
  time: ObjectValue;
  certificate: ObjectValue;
  strings: ListValue;
  bytes: BytesValue;
}

type Args<P extends readonly Param[]> = { [K in keyof P]: ParamValues[P[K]] };

/** What a function may use of the execution around it. */
export interface Env {
  readonly budget: Budget;
  include(name: string, data: Value): StringValue;
  tpl(text: StringValue, data: Value): StringValue;
  /** Marks text as random, so that no one takes it for what the author wrote. */
  random(text: string): StringValue;
  /** Missing values and refusals become holes instead of errors. */
  readonly lenient: boolean;
  /** Stands for text that cannot be known; `reason` becomes a note at the current action. */
  hole(reason: string, refusal?: boolean): StringValue;
  /** Branches are being forced: empty values stand for what they would hold. */
  readonly forcing: boolean;
  /** A hole without a note, for a value that is empty only because a branch was forced. */
  unknown(origin: Origin | null): StringValue;
}

export interface Fn {
  readonly params: readonly Param[];
  readonly rest: Param | null;
  /** Takes unknown text (a hole) like any other text; other functions of a hole are a hole. */
  readonly transparent: boolean;
  readonly call: (env: Env, args: readonly Value[]) => Value;
}

export type FunctionMap = ReadonlyMap<string, Fn>;

export function fn<const P extends readonly Param[]>(params: P, call: (env: Env, ...args: Args<P>) => Value): Fn {
  const apply = call as unknown as (env: Env, ...args: readonly Value[]) => Value;
  return { params, rest: null, transparent: false, call: (env, args) => apply(env, ...args) };
}

/** A function with a variadic last parameter, which the implementation gets before the fixed ones. */
export function variadic<const P extends readonly Param[], R extends Param>(
  params: P,
  rest: R,
  call: (env: Env, rest: readonly ParamValues[R][], ...args: Args<P>) => Value,
): Fn {
  const apply = call as unknown as (env: Env, rest: readonly Value[], ...args: readonly Value[]) => Value;
  const { length } = params;
  return {
    params,
    rest,
    transparent: false,
    call: (env, args) => apply(env, args.slice(length), ...args.slice(0, length)),
  };
}

export const transparent = (declared: Fn): Fn => ({ ...declared, transparent: true });
