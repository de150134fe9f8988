/** The values of keywords by what they must be; undefined where a keyword is not there. */
import type { ListValue, MapValue, Value } from '../values/value.ts';
import { SchemaError } from './model.ts';
import { isWhole, type Rational, rationalOf } from './rational.ts';

export function textOf(written: MapValue, key: string): string | undefined {
  const value = written.entries.get(key);
  if (value === undefined || value.kind === 'string') return value?.text;
  throw new SchemaError(`Invalid type. Expected: string, given: ${key}`);
}

export function flagOf(written: MapValue, key: string): boolean | undefined {
  const value = written.entries.get(key);
  if (value === undefined || value.kind === 'bool') return value?.value;
  throw new SchemaError(`${key} must be of a boolean`);
}

export function numberOf(written: MapValue, key: string): Rational | undefined {
  const value = written.entries.get(key);
  if (value === undefined) return undefined;
  const number = value.kind === 'float' || value.kind === 'int' ? rationalOf(value) : null;
  if (number === null) throw new SchemaError(`${key} must be of a number`);
  return number;
}

export function lengthOf(written: MapValue, key: string): number | undefined {
  if (!written.entries.has(key)) return undefined;
  const number = numberOf(written, key);
  if (number === undefined || !isWhole(number)) throw new SchemaError(`${key} must be of an integer`);
  if (number.numerator < 0n) throw new SchemaError(`${key} must be greater than or equal to 0`);
  return Number(number.numerator / number.denominator);
}

export function textsOf(list: ListValue): readonly string[] {
  return list.items.map((item) => {
    if (item.kind !== 'string') throw new SchemaError('items must be of type string');
    return item.text;
  });
}

export function mapIn(written: MapValue, key: string): ReadonlyMap<string, Value> | undefined {
  const value = written.entries.get(key);
  if (value === undefined || value.kind === 'map') return value?.entries;
  throw schemaExpected(key);
}

export const schemaExpected = (key: string): SchemaError =>
  new SchemaError(`Invalid type. Expected: valid schema, given: ${key}`);
