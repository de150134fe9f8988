/**
 * values.schema.json as helm 3 reads it: drafts 4, 6 and 7, and all their keywords together where none of the three is named.
 * Keywords of later drafts count for nothing.
 */
import { compileExpression } from '../regular-expression.ts';
import type { Budget } from '../values/budget.ts';
import type { MapValue, Value } from '../values/value.ts';
import { canonical } from './canonical.ts';
import { flagOf, lengthOf, mapIn, numberOf, schemaExpected, textOf, textsOf } from './keywords.ts';
import {
  type Combined,
  checkDepth,
  type Draft,
  type OfLists,
  type OfMaps,
  type OfNumbers,
  type OfTexts,
  type Schema,
  SchemaError,
  TYPES,
  type Type,
} from './model.ts';
import type { Rational } from './rational.ts';
import { References } from './references.ts';

export interface ReadSchema {
  readonly schema: Schema;
  /** Schemas at addresses, which are not asked: anything is right there. */
  readonly elsewhere: readonly string[];
}

/** Throws SchemaError for what helm refuses as a schema. */
export function readSchema(root: Value, budget: Budget): ReadSchema {
  const reader = new Reader(root, budget);
  return { schema: reader.read(root), elsewhere: reader.elsewhere };
}

const DRAFTS: ReadonlyMap<string, Draft> = new Map([
  ['http://json-schema.org/draft-04/schema', 'draft 4'],
  ['http://json-schema.org/draft-06/schema', 'draft 6'],
  ['http://json-schema.org/draft-07/schema', 'draft 7'],
]);

function draftOf(root: Value): Draft {
  const named = root.kind === 'map' ? root.entries.get('$schema') : undefined;
  if (named === undefined) return 'none named';
  if (named.kind !== 'string') throw new SchemaError('$schema must be of type string');
  return DRAFTS.get(named.text.replace(/#$/, '')) ?? 'none named';
}

class Reader {
  readonly elsewhere: string[] = [];
  private readonly references: References;
  private readonly draft: Draft;
  private readonly budget: Budget;
  private depth = 0;
  /** By absolute reference; a schema stands here before it is read, since it may refer to itself. */
  private readonly referred = new Map<string, Schema>();

  constructor(root: Value, budget: Budget) {
    this.references = new References(root);
    this.draft = draftOf(root);
    this.budget = budget;
  }

  read(written: Value): Schema {
    this.depth += 1;
    checkDepth(this.depth);
    this.budget.step();
    const schema = this.readOne(written);
    this.depth -= 1;
    return schema;
  }

  private readOne(written: Value): Schema {
    if (written.kind === 'bool' && this.draft !== 'draft 4') return { always: written.value };
    if (written.kind !== 'map') throw new SchemaError('Expected: valid schema, given: Invalid JSON');
    this.checkWords(written);
    const reference = written.entries.get('$ref');
    if (reference !== undefined) return { reference: this.refer(written, textOf(written, '$ref') ?? '') };
    return {
      ...this.ofAll(written),
      ...this.combined(written),
      ...this.ofLists(written),
      ...this.ofMaps(written),
      ...ofTexts(written),
      ...this.ofNumbers(written),
    };
  }

  /** What is not asked of any value, and must be right all the same. */
  private checkWords(written: MapValue): void {
    const id = this.draft !== 'draft 4' && !(this.draft === 'none named' && written.entries.has('id')) ? '$id' : 'id';
    for (const key of [id, 'title', 'description']) textOf(written, key);
    for (const item of mapIn(written, 'definitions')?.values() ?? []) this.read(item);
  }

  private refer(from: MapValue, reference: string): Schema {
    const absolute = this.references.absolute(from, reference);
    const known = this.referred.get(absolute);
    if (known !== undefined) return known;
    const schema: Schema = {};
    this.referred.set(absolute, schema);
    const target = this.references.find(absolute);
    if (target.kind === 'here') Object.assign(schema, this.read(target.schema));
    else this.elsewhere.push(absolute);
    return schema;
  }

  private child(written: MapValue, key: string): Schema | undefined {
    const value = written.entries.get(key);
    if (value === undefined) return undefined;
    if (value.kind !== 'map' && value.kind !== 'bool') throw schemaExpected(key);
    return this.read(value);
  }

  private childOrFlag(written: MapValue, key: string): Schema | boolean | undefined {
    const value = written.entries.get(key);
    return value?.kind === 'bool' ? value.value : this.child(written, key);
  }

  private list(written: MapValue, key: string): Schema[] {
    const value = written.entries.get(key);
    if (value === undefined) return [];
    if (value.kind !== 'list') throw new SchemaError(`${key} must be of an array`);
    return value.items.map((item) => this.read(item));
  }

  private named(written: MapValue, key: string): Map<string, Schema> {
    const entries = mapIn(written, key) ?? new Map<string, Value>();
    return new Map([...entries].map(([name, item]) => [name, this.read(item)]));
  }

  private ofAll(written: MapValue): Schema {
    const constant = this.draft === 'draft 4' ? undefined : written.entries.get('const');
    return {
      ...given('types', typesOf(written)),
      ...given('constant', constant && canonical(constant, this.budget)),
      ...given('choices', this.choices(written)),
    };
  }

  private choices(written: MapValue): readonly string[] | undefined {
    const value = written.entries.get('enum');
    if (value === undefined) return undefined;
    if (value.kind !== 'list') throw new SchemaError('enum must be of an array');
    const texts = value.items.map((item) => canonical(item, this.budget));
    if (new Set(texts).size < texts.length) throw new SchemaError('enum items must be unique');
    return texts;
  }

  private combined(written: MapValue): Combined {
    const isConditional = this.draft === 'draft 7' || this.draft === 'none named';
    return {
      ...given('anyOf', filled(this.list(written, 'anyOf'))),
      ...given('oneOf', filled(this.list(written, 'oneOf'))),
      ...given('allOf', filled(this.list(written, 'allOf'))),
      ...given('not', this.child(written, 'not')),
      ...(isConditional
        ? {
            ...given('if', this.child(written, 'if')),
            ...given('then', this.child(written, 'then')),
            ...given('else', this.child(written, 'else')),
          }
        : {}),
      ...given('dependencies', this.dependencies(written)),
    };
  }

  private dependencies(written: MapValue): Map<string, Schema | readonly string[]> | undefined {
    const entries = mapIn(written, 'dependencies');
    return (
      entries &&
      new Map([...entries].map(([key, item]) => [key, item.kind === 'list' ? textsOf(item) : this.read(item)]))
    );
  }

  private ofLists(written: MapValue): OfLists {
    const items = written.entries.get('items');
    const contains = this.draft === 'draft 4' ? undefined : this.child(written, 'contains');
    return {
      ...given('items', items?.kind === 'list' ? this.list(written, 'items') : this.child(written, 'items')),
      ...given('additionalItems', this.childOrFlag(written, 'additionalItems')),
      ...given('minItems', lengthOf(written, 'minItems')),
      ...given('maxItems', lengthOf(written, 'maxItems')),
      ...given('uniqueItems', flagOf(written, 'uniqueItems')),
      ...given('contains', contains),
    };
  }

  private ofMaps(written: MapValue): OfMaps {
    const patterns = this.named(written, 'patternProperties');
    for (const pattern of patterns.keys()) checkExpression(pattern, `Invalid regex pattern '${pattern}'`);
    const required = written.entries.get('required');
    if (required !== undefined && required.kind !== 'list') throw new SchemaError('required must be of an array');
    const least = lengthOf(written, 'minProperties');
    const most = lengthOf(written, 'maxProperties');
    checkOrder(least, most, 'minProperties cannot be greater than maxProperties');
    const names = this.draft === 'draft 4' ? undefined : this.child(written, 'propertyNames');
    return {
      ...given('properties', filled(this.named(written, 'properties'))),
      ...given('patternProperties', filled(patterns)),
      ...given('additionalProperties', this.childOrFlag(written, 'additionalProperties')),
      ...given('propertyNames', names),
      ...given('required', required && uniqueTexts(textsOf(required), 'required')),
      ...given('minProperties', least),
      ...given('maxProperties', most),
    };
  }

  private ofNumbers(written: MapValue): OfNumbers {
    const multipleOf = numberOf(written, 'multipleOf');
    if (multipleOf !== undefined && multipleOf.numerator <= 0n) {
      throw new SchemaError('multipleOf must be strictly greater than 0');
    }
    const [minimum, exclusiveMinimum] = this.bounds(written, 'minimum', 'exclusiveMinimum');
    const [maximum, exclusiveMaximum] = this.bounds(written, 'maximum', 'exclusiveMaximum');
    return {
      ...given('multipleOf', multipleOf),
      ...given('minimum', minimum),
      ...given('exclusiveMinimum', exclusiveMinimum),
      ...given('maximum', maximum),
      ...given('exclusiveMaximum', exclusiveMaximum),
    };
  }

  /** Draft 4 writes `exclusiveMinimum: true` beside a minimum, later ones a number. */
  private bounds(written: MapValue, key: string, exclusiveKey: string): readonly (Rational | undefined)[] {
    const bound = numberOf(written, key);
    const exclusive = written.entries.get(exclusiveKey);
    if (exclusive === undefined) return [bound, undefined];
    const mayBeFlag = this.draft === 'draft 4' || this.draft === 'none named';
    if (exclusive.kind !== 'bool' || !mayBeFlag) {
      if (this.draft !== 'draft 4') return [bound, numberOf(written, exclusiveKey)];
      throw new SchemaError(`Invalid type. Expected: boolean, given: ${exclusiveKey}`);
    }
    if (bound === undefined) throw new SchemaError(`${exclusiveKey} cannot be used without ${key}`);
    return exclusive.value ? [undefined, bound] : [bound, undefined];
  }
}

function ofTexts(written: MapValue): OfTexts {
  const minLength = lengthOf(written, 'minLength');
  const maxLength = lengthOf(written, 'maxLength');
  checkOrder(minLength, maxLength, 'minLength cannot be greater than maxLength');
  const pattern = textOf(written, 'pattern');
  if (pattern !== undefined) checkExpression(pattern, 'pattern must be a valid regex');
  return {
    ...given('minLength', minLength),
    ...given('maxLength', maxLength),
    ...given('pattern', pattern),
    ...given('format', textOf(written, 'format')),
  };
}

function typesOf(written: MapValue): readonly Type[] | undefined {
  const value = written.entries.get('type');
  if (value === undefined) return undefined;
  const names = value.kind === 'list' ? textsOf(value) : [textOf(written, 'type') ?? ''];
  const types = uniqueTexts(names, 'type').map((name) => TYPES.find((type) => type === name) ?? unknownType(name));
  return types.length === 0 ? undefined : types;
}

function unknownType(name: string): never {
  throw new SchemaError(
    `has a primitive type that is NOT VALID -- given: /${name}/ Expected valid values are:[${TYPES.join(' ')}]`,
  );
}

function uniqueTexts(texts: readonly string[], key: string): readonly string[] {
  if (new Set(texts).size < texts.length) throw new SchemaError(`${key} items must be unique`);
  return texts;
}

function checkOrder(least: number | undefined, most: number | undefined, message: string): void {
  if (least !== undefined && most !== undefined && least > most) throw new SchemaError(message);
}

function checkExpression(expression: string, message: string): void {
  if (typeof compileExpression(expression) === 'string') throw new SchemaError(message);
}

/** A field that is there only where its value is. */
const given = <Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: T });

/** Empty lists and maps of schemas ask for nothing. */
function filled<T extends readonly unknown[] | ReadonlyMap<string, unknown>>(all: T): T | undefined {
  return ('size' in all ? all.size : all.length) === 0 ? undefined : all;
}
