/** The verbs of fmt for numbers. */

import { formatG } from '../yaml/number.ts';
import { withoutTrailingZeros } from './digits.ts';
import { escapeChar } from './quote.ts';

/** A verb of a format with its flags. */
export interface Verb {
  readonly char: string;
  readonly minus: boolean;
  readonly plus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  readonly width: number | null;
  readonly precision: number | null;
}

const sign = (negative: boolean, verb: Verb): string => (negative ? '-' : verb.plus ? '+' : verb.space ? ' ' : '');

/** An integer with a verb; null when the verb does not fit. */
export function formatIntVerb(value: bigint, verb: Verb): string | null {
  const base = { d: 10, v: 10, b: 2, o: 8, O: 8, x: 16, X: 16 }[verb.char];
  if (base !== undefined) return inBase(value, base, verb);
  const code = Number(BigInt.asUintN(32, value));
  const char = code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '�';
  switch (verb.char) {
    case 'c':
      return char;
    case 'q': {
      const escaped = char === "'" ? "\\'" : char === '"' ? null : escapeChar(char, verb.plus);
      return `'${escaped ?? char}'`;
    }
    case 'U': {
      const hex = value
        .toString(16)
        .toUpperCase()
        .padStart(Math.max(4, verb.precision ?? 4), '0');
      return verb.sharp ? `U+${hex} '${char}'` : `U+${hex}`;
    }
    default:
      return null;
  }
}

function inBase(value: bigint, base: number, verb: Verb): string {
  let digits = (value < 0n ? -value : value).toString(base);
  if (verb.char === 'X') digits = digits.toUpperCase();
  if (verb.precision !== null)
    digits = verb.precision === 0 && value === 0n ? '' : digits.padStart(verb.precision, '0');
  if (verb.sharp) {
    if (verb.char === 'b') digits = `0b${digits}`;
    else if (verb.char === 'o' && !digits.startsWith('0')) digits = `0${digits}`;
    else if (verb.char === 'x') digits = `0x${digits}`;
    else if (verb.char === 'X') digits = `0X${digits}`;
  }
  if (verb.char === 'O') digits = `0o${digits}`;
  return sign(value < 0n, verb) + digits;
}

/** A float64 with a verb; null when the verb does not fit. */
export function formatFloatVerb(value: number, verb: Verb): string | null {
  if (!'vgGeEfFxXb'.includes(verb.char)) return null;
  const negative = value < 0 || Object.is(value, -0);
  const size = Math.abs(value);
  if (!Number.isFinite(value)) {
    if (Number.isNaN(value)) return verb.plus ? '+NaN' : 'NaN';
    return negative ? '-Inf' : '+Inf';
  }
  const text = magnitude(size, verb);
  return text === null ? null : sign(negative, verb) + text;
}

function magnitude(size: number, verb: Verb): string | null {
  switch (verb.char) {
    case 'v':
    case 'g':
    case 'G': {
      const text = verb.precision === null ? formatG(size) : general(size, verb.precision);
      return verb.char === 'G' ? text.toUpperCase() : text;
    }
    case 'e':
      return exponent(size, verb.precision ?? 6);
    case 'E':
      return exponent(size, verb.precision ?? 6).toUpperCase();
    case 'f':
    case 'F':
      return fixed(size, verb.precision ?? 6);
    case 'x':
    case 'X':
      return verb.char === 'X' ? hexFloat(size).toUpperCase() : hexFloat(size);
    default:
      return null;
  }
}

const wide = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2');
const exponent = (size: number, precision: number): string => wide(size.toExponential(Math.min(precision, 100)));

/** toFixed is exact below 1e21; above, the digits are those of the integer. */
function fixed(size: number, precision: number): string {
  if (size < 1e21) return size.toFixed(Math.min(precision, 100));
  const whole = BigInt(size).toString();
  return precision > 0 ? `${whole}.${'0'.repeat(precision)}` : whole;
}

/** `%.Ng`: shortest of %e and %f with N significant digits, without trailing zeros. */
function general(size: number, precision: number): string {
  if (size === 0) return '0';
  const digits = Math.max(precision, 1);
  const [mantissa, power] = size.toExponential(Math.min(digits - 1, 100)).split('e') as [string, string];
  const exp = Number(power);
  const trimmed = mantissa.includes('.') ? withoutTrailingZeros(mantissa).replace(/\.$/, '') : mantissa;
  if (exp < -4 || exp >= digits) return wide(`${trimmed}e${exp < 0 ? '-' : '+'}${Math.abs(exp)}`);
  const text = size.toFixed(Math.min(Math.max(digits - 1 - exp, 0), 100));
  return text.includes('.') ? withoutTrailingZeros(text).replace(/\.$/, '') : text;
}

function hexFloat(size: number): string {
  if (size === 0) return '0x0p+00';
  let exp = Math.floor(Math.log2(size));
  let mantissa = size / 2 ** exp;
  if (mantissa >= 2) {
    mantissa /= 2;
    exp++;
  }
  const digits = mantissa.toString(16).replace(/^1\.?/, '');
  const power = String(Math.abs(exp)).padStart(2, '0');
  return `0x1${digits === '' ? '' : `.${digits}`}p${exp < 0 ? '-' : '+'}${power}`;
}
