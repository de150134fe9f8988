/** A value against a schema, with the complaints of helm 3 in its words. */
import { matchesExpression } from '../regular-expression.ts';
import type { Budget } from '../values/budget.ts';
import type { FloatValue, IntValue, ListValue, MapValue, Value } from '../values/value.ts';
import { canonical } from './canonical.ts';
import { FORMATS } from './formats.ts';
import { checkDepth, type Schema } from './model.ts';
import { compareRationals, isMultiple, isWhole, printRational, type Rational, rationalOf } from './rational.ts';
import { below, type Context, fieldOf, Result, ROOT } from './result.ts';

/** Each a line of helm's message, without its dash. */
export function complaintsAbout(value: Value, schema: Schema, budget: Budget): readonly string[] {
  return new Checker(budget).alone(schema, value, ROOT).complaints;
}

type Numeric = IntValue | FloatValue;
const isNumeric = (value: Value): value is Numeric => value.kind === 'int' || value.kind === 'float';

class Checker {
  private readonly budget: Budget;
  private depth = 0;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  alone(schema: Schema, value: Value, context: Context): Result {
    const result = new Result(this.budget);
    this.check(schema, value, context, result);
    return result;
  }

  private check(written: Schema, value: Value, context: Context, result: Result): void {
    this.depth += 1;
    this.budget.step();
    checkDepth(this.depth);
    const schema = referred(written);
    if (schema.always !== undefined) {
      if (!schema.always) result.complain(context, 'False always fails validation');
    } else if (hasType(schema, value)) {
      this.checkAll(schema, value, context, result);
    } else {
      const types = schema.types ?? [];
      const expected = types.length === 1 ? types[0] : `[${types.join(',')}]`;
      result.complain(context, `Invalid type. Expected: ${expected}, given: ${typeOf(value)}`);
    }
    this.depth -= 1;
  }

  private checkAll(schema: Schema, value: Value, context: Context, result: Result): void {
    this.checkCombined(schema, value, context, result);
    if (value.kind === 'list') this.checkList(schema, value, context, result);
    if (value.kind === 'map') this.checkMap(schema, value, context, result);
    if (isNumeric(value)) this.checkNumber(schema, value, context, result);
    this.checkChoices(schema, value, context, result);
    if (value.kind === 'string') this.checkText(schema, value.text, context, result);
    if (value.kind === 'map') {
      for (const [name, property] of schema.properties ?? []) {
        const item = value.entries.get(name);
        if (item !== undefined) this.check(property, item, below(context, name), result);
      }
    }
    result.score += 1;
  }

  private checkCombined(schema: Schema, value: Value, context: Context, result: Result): void {
    if (schema.anyOf) this.checkAny(schema.anyOf, value, context, result);
    if (schema.oneOf) this.checkOne(schema.oneOf, value, context, result);
    if (schema.allOf) this.checkEach(schema.allOf, value, context, result);
    if (schema.not && this.alone(schema.not, value, context).isValid) {
      result.complain(context, 'Must not validate the schema (not)');
    }
    if (schema.dependencies && value.kind === 'map') {
      this.checkDependencies(schema.dependencies, value, context, result);
    }
    if (schema.if) this.checkCondition(schema.if, schema, value, context, result);
    result.score += 1;
  }

  private checkAny(schemas: readonly Schema[], value: Value, context: Context, result: Result): void {
    let best: Result | null = null;
    for (const schema of schemas) {
      const one = this.alone(schema, value, context);
      if (one.isValid) return;
      best = better(best, one);
    }
    result.complain(context, 'Must validate at least one schema (anyOf)');
    if (best !== null) result.merge(best);
  }

  private checkOne(schemas: readonly Schema[], value: Value, context: Context, result: Result): void {
    let valid = 0;
    let best: Result | null = null;
    for (const schema of schemas) {
      const one = this.alone(schema, value, context);
      if (one.isValid) valid += 1;
      else if (valid === 0) best = better(best, one);
    }
    if (valid === 1) return;
    result.complain(context, 'Must validate one and only one schema (oneOf)');
    if (valid === 0 && best !== null) result.merge(best);
  }

  private checkEach(schemas: readonly Schema[], value: Value, context: Context, result: Result): void {
    const results = schemas.map((schema) => this.alone(schema, value, context));
    for (const one of results) result.merge(one);
    if (!results.every((one) => one.isValid)) result.complain(context, 'Must validate all the schemas (allOf)');
  }

  private checkCondition(condition: Schema, schema: Schema, value: Value, context: Context, result: Result): void {
    const holds = this.alone(condition, value, context).isValid;
    const branch = holds ? schema.then : schema.else;
    if (branch === undefined) return;
    const one = this.alone(branch, value, context);
    if (one.isValid) return;
    result.complain(context, `Must validate ${holds ? '"then" as "if" was valid' : '"else" as "if" was not valid'}`);
    result.merge(one);
  }

  private checkDependencies(
    dependencies: ReadonlyMap<string, Schema | readonly string[]>,
    value: MapValue,
    context: Context,
    result: Result,
  ): void {
    for (const key of value.entries.keys()) {
      const needed = dependencies.get(key);
      if (needed === undefined) continue;
      if (!isNames(needed)) this.check(needed, value, context, result);
      else {
        for (const name of needed.filter((one) => !value.entries.has(one))) {
          result.complain(context, `Has a dependency on ${name}`);
        }
      }
    }
  }

  private checkChoices(schema: Schema, value: Value, context: Context, result: Result): void {
    const { constant, choices = [] } = schema;
    if (constant !== undefined || choices.length > 0) {
      const text = canonical(value, this.budget);
      if (constant !== undefined && text !== constant) {
        result.complain(context, `${fieldOf(context)} does not match: ${constant}`);
      }
      if (choices.length > 0 && !choices.includes(text)) {
        result.complain(context, `${fieldOf(context)} must be one of the following: ${choices.join(', ')}`);
      }
    }
    result.score += 1;
  }

  private checkList(schema: Schema, { items }: ListValue, context: Context, result: Result): void {
    items.forEach((item, index) => {
      const own = itemSchema(schema, index);
      if (own !== undefined) result.merge(this.alone(own, item, below(context, String(index))));
    });
    const { minItems, maxItems } = schema;
    if (isLists(schema.items) && items.length > schema.items.length && schema.additionalItems === false) {
      result.complain(context, 'No additional items allowed on array');
    }
    if (minItems !== undefined && items.length < minItems) {
      result.complain(context, `Array must have at least ${minItems} items`);
    }
    if (maxItems !== undefined && items.length > maxItems) {
      result.complain(context, `Array must have at most ${maxItems} items`);
    }
    if (schema.uniqueItems === true) this.checkUnique(items, context, result);
    if (schema.contains) this.checkContains(schema.contains, items, context, result);
    result.score += 1;
  }

  private checkUnique(items: readonly Value[], context: Context, result: Result): void {
    const seen = new Map<string, number>();
    items.forEach((item, index) => {
      const text = canonical(item, this.budget);
      const other = seen.get(text);
      if (other !== undefined) result.complain(context, `array items[${other},${index}] must be unique`);
      seen.set(text, index);
    });
  }

  private checkContains(schema: Schema, items: readonly Value[], context: Context, result: Result): void {
    let best: Result | null = null;
    for (const [index, item] of items.entries()) {
      const one = this.alone(schema, item, below(context, String(index)));
      if (one.isValid) return;
      best = better(best, one);
    }
    result.complain(context, 'At least one of the items must match');
    if (best !== null) result.merge(best);
  }

  private checkMap(schema: Schema, { entries }: MapValue, context: Context, result: Result): void {
    const { minProperties, maxProperties, required = [] } = schema;
    if (minProperties !== undefined && entries.size < minProperties) {
      result.complain(context, `Must have at least ${minProperties} properties`);
    }
    if (maxProperties !== undefined && entries.size > maxProperties) {
      result.complain(context, `Must have at most ${maxProperties} properties`);
    }
    this.budget.step(required.length >> 3);
    for (const name of required) {
      if (entries.has(name)) result.score += 1;
      else result.complain(context, `${name} is required`);
    }
    for (const [key, item] of entries) this.checkEntry(schema, key, item, context, result);
    if (schema.propertyNames) this.checkNames(schema.propertyNames, [...entries.keys()], context, result);
    result.score += 1;
  }

  private checkEntry(schema: Schema, key: string, item: Value, context: Context, result: Result): void {
    let isMatched = false;
    for (const [pattern, own] of schema.patternProperties ?? []) {
      if (!matchesExpression(pattern, key, this.budget)) continue;
      isMatched = true;
      result.merge(this.alone(own, item, below(context, key)));
    }
    if (isMatched) result.score += 1;
    if (isMatched || schema.properties?.has(key) === true) return;
    const others = schema.additionalProperties;
    if (others === false) result.complain(context, `Additional property ${key} is not allowed`);
    else if (typeof others === 'object') result.merge(this.alone(others, item, below(context, key)));
  }

  private checkNames(schema: Schema, names: readonly string[], context: Context, result: Result): void {
    for (const name of names) {
      const text: Value = { kind: 'string', text: name, fragments: [] };
      const one = this.alone(schema, text, context);
      if (one.isValid) continue;
      result.complain(context, `Property name of "${name}" does not match`);
      result.merge(one);
    }
  }

  private checkText(schema: Schema, text: string, context: Context, result: Result): void {
    const { minLength, maxLength, pattern, format } = schema;
    if (minLength !== undefined && characters(text) < minLength) {
      result.complain(context, `String length must be greater than or equal to ${minLength}`);
    }
    if (maxLength !== undefined && characters(text) > maxLength) {
      result.complain(context, `String length must be less than or equal to ${maxLength}`);
    }
    if (pattern !== undefined && !matchesExpression(pattern, text, this.budget)) {
      result.complain(context, `Does not match pattern '${pattern}'`);
    }
    if (format !== undefined && FORMATS.get(format)?.(text) === false) {
      result.complain(context, `Does not match format '${format}'`);
    }
    result.score += 1;
  }

  private checkNumber(schema: Schema, value: Numeric, context: Context, result: Result): void {
    const number = rationalOf(value);
    if (number === null) return;
    for (const complaint of numberComplaints(schema, number)) result.complain(context, complaint);
    // Every format that is checked is one of texts.
    if (schema.format !== undefined && FORMATS.has(schema.format)) {
      result.complain(context, `Does not match format '${schema.format}'`);
    }
    result.score += 1;
  }
}

/** Of those that fail, the one that matches more; the first of equals. */
function better(best: Result | null, one: Result): Result {
  return best === null || one.score > best.score ? one : best;
}

function referred(written: Schema): Schema {
  let schema = written;
  for (let steps = 0; schema.reference !== undefined; steps++) {
    checkDepth(steps);
    schema = schema.reference;
  }
  return schema;
}

function numberComplaints(schema: Schema, number: Rational): string[] {
  const { multipleOf, minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  const complaints: string[] = [];
  if (multipleOf && !isMultiple(number, multipleOf)) {
    complaints.push(`Must be a multiple of ${printRational(multipleOf)}`);
  }
  if (maximum && compareRationals(number, maximum) > 0) {
    complaints.push(`Must be less than or equal to ${printRational(maximum)}`);
  }
  if (exclusiveMaximum && compareRationals(number, exclusiveMaximum) >= 0) {
    complaints.push(`Must be less than ${printRational(exclusiveMaximum)}`);
  }
  if (minimum && compareRationals(number, minimum) < 0) {
    complaints.push(`Must be greater than or equal to ${printRational(minimum)}`);
  }
  if (exclusiveMinimum && compareRationals(number, exclusiveMinimum) <= 0) {
    complaints.push(`Must be greater than ${printRational(exclusiveMinimum)}`);
  }
  return complaints;
}

/** The schema of one item of a list; those behind the last of several have the additional one. */
function itemSchema({ items, additionalItems }: Schema, index: number): Schema | undefined {
  if (!isLists(items)) return items;
  if (items.length === 0) return undefined;
  return items[index] ?? (typeof additionalItems === 'object' ? additionalItems : undefined);
}

const isLists = (items: Schema['items']): items is readonly Schema[] => Array.isArray(items);
const isNames = (needed: Schema | readonly string[]): needed is readonly string[] => Array.isArray(needed);

function hasType({ types }: Schema, value: Value): boolean {
  if (types === undefined) return true;
  const type = typeOf(value);
  return types.some((one) => one === type) || (type === 'integer' && types.includes('number'));
}

function typeOf(value: Value): string {
  switch (value.kind) {
    case 'nil':
    case 'invalid':
      return 'null';
    case 'bool':
      return 'boolean';
    case 'int':
    case 'float':
      return isWhole(rationalOf(value) ?? { numerator: 1n, denominator: 2n }) ? 'integer' : 'number';
    case 'list':
      return 'array';
    case 'string':
    case 'bytes':
      return 'string';
    case 'map':
    case 'object':
      return 'object';
  }
}

const characters = (text: string): number => [...text].length;
