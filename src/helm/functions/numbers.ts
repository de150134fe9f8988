/** sprig's arithmetic: 64-bit integers, and floats by exact decimal arithmetic. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import { tracked } from '../values/tracked.ts';
import { type FloatValue, float, type IntValue, type Value } from '../values/value.ts';
import { addDecimals, divideDecimals, fromDecimal, multiplyDecimals, subtractDecimals, toDecimal } from './decimal.ts';
import { formatValue } from './format.ts';
import { type Env, type Fn, fn, variadic } from './function.ts';
import { count, firstOrigin, intFrom, toFloat, toInt } from './types.ts';

const binary = (compute: (a: bigint, b: bigint) => bigint): Fn =>
  fn(['any', 'any'], (_, a, b) => intFrom(compute(toInt(a), toInt(b)), 'int64', a, b));

function divide(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new TemplateError('runtime error: integer divide by zero');
  return a / b;
}

function modulo(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new TemplateError('runtime error: integer divide by zero');
  return a % b;
}

const fold = (compute: (a: bigint, b: bigint) => bigint): Fn =>
  variadic(['any'], 'any', (_, others, first) =>
    intFrom(
      others.reduce((sum, other) => BigInt.asIntN(64, compute(sum, toInt(other))), toInt(first)),
      'int64',
      first,
      ...others,
    ),
  );

const floatFrom = (value: number, ...inputs: readonly Value[]): FloatValue => float(value, firstOrigin(inputs));

const decimals = (compute: typeof addDecimals): Fn =>
  variadic(['any'], 'any', (_, others, first) => {
    let result = toDecimal(toFloat(first));
    for (const other of others) result = compute(result, toDecimal(toFloat(other)));
    return floatFrom(fromDecimal(result), first, ...others);
  });

const foldFloat = (compute: (a: number, b: number) => number): Fn =>
  variadic(['any'], 'any', (_, others, first) =>
    floatFrom(
      others.reduce((sum, other) => compute(sum, toFloat(other)), toFloat(first)),
      first,
      ...others,
    ),
  );

function round(value: Value, places: IntValue, on: FloatValue | undefined): Value {
  const power = 10 ** count(places);
  const digit = power * toFloat(value);
  const fraction = digit - Math.trunc(digit);
  const whole = fraction >= (on?.value ?? 0.5) ? Math.ceil(digit) : Math.floor(digit);
  return floatFrom(whole / power, value);
}

/** A sequence as the shell's seq prints it. */
function sequence(env: Env, params: readonly IntValue[]): Value {
  const numbers = params.map(count);
  const [a = 0, b = 0, c = 0] = numbers;
  if (numbers.length === 0 || numbers.length > 3) return tracked('', null);
  const start = numbers.length === 1 ? 1 : a;
  const end = numbers.length === 1 ? a : numbers.length === 2 ? b : c;
  const down = end < start;
  const step = numbers.length === 3 ? b : down ? -1 : 1;
  if (numbers.length === 3 && down && step > 0) return tracked('', null);
  const stop = end + (down ? -1 : 1);
  if (step === 0 || (stop < start ? step >= 0 : step <= 0)) return tracked('', null);
  const items: number[] = [];
  env.budget.allocate(Math.abs((stop - start) / step) * 4);
  for (let at = start; stop >= start ? at < stop : at > stop; at += step) items.push(at);
  return tracked(items.join(' '), null);
}

function octal(value: Value): bigint {
  const text = formatValue(value).text;
  return /^[+-]?[0-7]+$/.test(text) ? parseOctal(text) : 0n;
}

function parseOctal(text: string): bigint {
  const value = BigInt(`0o${text.replace(/^[+-]/, '')}`);
  const signed = text.startsWith('-') ? -value : value;
  return BigInt.asIntN(64, signed) === signed ? signed : 0n;
}

const larger = (a: bigint, b: bigint): boolean => a > b;
const biggest = fold((a, b) => (larger(b, a) ? b : a));

export const NUMBERS = table<Fn>({
  add1: fn(['any'], (_, value) => intFrom(toInt(value) + 1n, 'int64', value)),
  add: variadic([], 'any', (_, values) =>
    intFrom(
      values.reduce((sum, value) => sum + toInt(value), 0n),
      'int64',
      ...values,
    ),
  ),
  sub: binary((a, b) => a - b),
  div: binary(divide),
  mod: binary(modulo),
  mul: fold((a, b) => a * b),
  max: biggest,
  biggest,
  min: fold((a, b) => (larger(a, b) ? b : a)),
  add1f: fn(['any'], (_, value) => floatFrom(fromDecimal(addDecimals(toDecimal(toFloat(value)), toDecimal(1))), value)),
  addf: variadic([], 'any', (_, values) => {
    const sum = values.reduce((total, value) => addDecimals(total, toDecimal(toFloat(value))), toDecimal(0));
    return floatFrom(fromDecimal(sum), ...values);
  }),
  subf: decimals(subtractDecimals),
  mulf: decimals(multiplyDecimals),
  divf: decimals(divideDecimals),
  maxf: foldFloat(Math.max),
  minf: foldFloat(Math.min),
  ceil: fn(['any'], (_, value) => floatFrom(Math.ceil(toFloat(value)), value)),
  floor: fn(['any'], (_, value) => floatFrom(Math.floor(toFloat(value)), value)),
  round: variadic(['any', 'int'], 'float', (_, on, value, places) => round(value, places, on[0])),
  int: fn(['any'], (_, value) => intFrom(toInt(value), 'int', value)),
  int64: fn(['any'], (_, value) => intFrom(toInt(value), 'int64', value)),
  float64: fn(['any'], (_, value) => floatFrom(toFloat(value), value)),
  atoi: fn(['string'], (_, value) => intFrom(decimalInteger(value.text), 'int', value)),
  toDecimal: fn(['any'], (_, value) => intFrom(octal(value), 'int64', value)),
  seq: variadic([], 'int', sequence),
});

/** strconv.Atoi whose error is ignored: the nearest value when out of range, 0 when no number. */
function decimalInteger(text: string): bigint {
  if (!/^[+-]?\d+$/.test(text)) return 0n;
  const value = BigInt(text.replace(/^\+/, ''));
  if (value > 2n ** 63n - 1n) return 2n ** 63n - 1n;
  return value < -(2n ** 63n) ? -(2n ** 63n) : value;
}
