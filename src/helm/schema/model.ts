/** A values schema, read: what each keyword asks for. */
import type { Rational } from './rational.ts';

export const TYPES = ['array', 'boolean', 'integer', 'number', 'null', 'object', 'string'] as const;
export type Type = (typeof TYPES)[number];

export type Draft = 'draft 4' | 'draft 6' | 'draft 7' | 'none named';

export interface Schema extends Combined, OfLists, OfMaps, OfTexts, OfNumbers {
  /** `true` or `false` in the place of a schema. */
  readonly always?: boolean;
  /** What stands beside `$ref` counts for nothing. */
  readonly reference?: Schema;
  readonly types?: readonly Type[];
  /** As canonical JSON. */
  readonly constant?: string;
  readonly choices?: readonly string[];
}

export interface Combined {
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  /** A key and what a map with it needs beside it. */
  readonly dependencies?: ReadonlyMap<string, Schema | readonly string[]>;
}

export interface OfLists {
  /** One schema for all items, or one for each. */
  readonly items?: Schema | readonly Schema[];
  readonly additionalItems?: Schema | boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: Schema;
}

export interface OfMaps {
  readonly properties?: ReadonlyMap<string, Schema>;
  /** Expressions and what a key that they match must hold. */
  readonly patternProperties?: ReadonlyMap<string, Schema>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

export interface OfTexts {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

export interface OfNumbers {
  readonly multipleOf?: Rational;
  readonly minimum?: Rational;
  readonly exclusiveMinimum?: Rational;
  readonly maximum?: Rational;
  readonly exclusiveMaximum?: Rational;
}

/** A schema that nothing can be checked against; helm refuses the chart. */
export class SchemaError extends Error {}

/** Deeper than schemas and values are nested, and less than a stack holds. */
const DEEPEST = 500;

/** helm ends with a full stack where a schema refers to itself without an end. */
export function checkDepth(depth: number): void {
  if (depth > DEEPEST) throw new SchemaError('the schema is nested too deeply, or refers to itself without an end');
}
