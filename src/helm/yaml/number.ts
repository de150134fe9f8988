/** How Go prints floating-point numbers: strconv's shortest 'g', and encoding/json's mixture of 'f' and 'e'. */

import { integer } from './resolve.ts';

/** `strconv.FormatFloat(value, 'g', -1, 64)`, which is also what `%v` and YAML print: an exponent from 10^6 on. */
export function formatG(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e6) return String(value);
  const [mantissa, power] = value.toExponential().split('e') as [string, string];
  const exponent = Number(power);
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** As encoding/json writes a float64; null for what JSON cannot hold. */
export function formatJson(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A YAML scalar that went through JSON: whole numbers come back as integers. */
export function formatYaml(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const text = String(value === 0 ? 0 : value);
  return INTEGER.test(text) && integer(text) !== null ? text : formatG(value);
}

const INTEGER = /^-?[0-9]+$/;
