/** Exact numbers: 0.3 is a multiple of 0.1 in a schema. */
import { toDecimal } from '../functions/decimal.ts';
import type { FloatValue, IntValue } from '../values/origin.ts';
import { formatG } from '../yaml/number.ts';

export interface Rational {
  readonly numerator: bigint;
  /** Greater than zero. */
  readonly denominator: bigint;
}

/** Null for what JSON cannot hold. */
export function rationalOf(value: IntValue | FloatValue): Rational | null {
  if (value.kind === 'int') return { numerator: value.value, denominator: 1n };
  if (!Number.isFinite(value.value)) return null;
  const { digits, exponent } = toDecimal(value.value);
  return exponent >= 0
    ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-exponent) };
}

export const isWhole = ({ numerator, denominator }: Rational): boolean => numerator % denominator === 0n;

/** Below zero where `a` is less than `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : Number(left > right);
}

export const isMultiple = (a: Rational, b: Rational): boolean =>
  (a.numerator * b.denominator) % (a.denominator * b.numerator) === 0n;

/** As Go prints a big.Float. */
export const printRational = ({ numerator, denominator }: Rational): string =>
  formatG(Number(numerator) / Number(denominator));
