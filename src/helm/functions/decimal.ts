/** Decimal arithmetic on the shortest form of floats, as sprig's addf, subf, mulf and divf do it. */
import { TemplateError } from '../values/error.ts';

/** `digits · 10^exponent` */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const DIVISION_PRECISION = 16;

export function toDecimal(value: number): Decimal {
  if (!Number.isFinite(value)) throw new TemplateError('Cannot create a Decimal from a number that is not finite');
  const [mantissa, power] = value.toExponential().split('e') as [string, string];
  const point = mantissa.indexOf('.');
  const fraction = point < 0 ? 0 : mantissa.length - point - 1;
  return { digits: BigInt(mantissa.replace('.', '')), exponent: Number(power) - fraction };
}

export const fromDecimal = (value: Decimal): number => Number(`${value.digits}e${value.exponent}`);

/** Both with the smaller exponent. */
function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; exponent: number } {
  const exponent = Math.min(a.exponent, b.exponent);
  const scale = (value: Decimal): bigint => value.digits * 10n ** BigInt(value.exponent - exponent);
  return { a: scale(a), b: scale(b), exponent };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const both = aligned(a, b);
  return { digits: both.a + both.b, exponent: both.exponent };
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const both = aligned(a, b);
  return { digits: both.a - both.b, exponent: both.exponent };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

/** Rounded half away from zero at 16 places. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (b.digits === 0n) throw new TemplateError('decimal division by 0');
  const both = aligned(a, b);
  const numerator = both.a * 10n ** BigInt(DIVISION_PRECISION);
  const quotient = numerator / both.b;
  const rest = numerator % both.b;
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const away = numerator < 0n === both.b < 0n ? 1n : -1n;
  const digits = size(rest) * 2n >= size(both.b) ? quotient + away : quotient;
  return { digits, exponent: -DIVISION_PRECISION };
}
