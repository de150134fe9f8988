/** values.schema.json, as helm 3 reads it and in helm's words. */
import { describe, expect, it } from 'vitest';
import { renderChart } from '../../src/helm/index.ts';
import { chart } from './support/chart.ts';

const DRAFT_4 = 'http://json-schema.org/draft-04/schema#';
const DRAFT_6 = 'http://json-schema.org/draft-06/schema#';
const DRAFT_7 = 'http://json-schema.org/draft-07/schema#';

const rendered = (schema: unknown, values: string) =>
  renderChart(
    chart({
      values,
      templates: { 'a.yaml': 'kind: A\n' },
      files: { 'values.schema.json': typeof schema === 'string' ? schema : JSON.stringify(schema) },
    }),
  );

const HEAD = "values don't meet the specifications of the schema(s) in the following chart(s):\napp:\n";

/** The lines of helm's message; none where the chart is printed. */
function complaints(schema: unknown, values: string): readonly string[] {
  const { error, manifest } = rendered(schema, values);
  if (error === undefined) {
    expect(manifest).toContain('kind: A');
    return [];
  }
  expect(error.slice(0, HEAD.length)).toBe(HEAD);
  return error.slice(HEAD.length).trimEnd().split('\n');
}

describe('a values schema asks for', () => {
  it.each<[string, unknown, string, readonly string[]]>([
    [
      'a type',
      { properties: { a: { type: 'string' } } },
      'a: 1',
      ['- a: Invalid type. Expected: string, given: integer'],
    ],
    [
      'one of several types',
      { properties: { a: { type: ['string', 'null'] } } },
      'a: true',
      ['- a: Invalid type. Expected: [string,null], given: boolean'],
    ],
    ['whole numbers, which 2.0 is', { properties: { a: { type: 'integer' } } }, 'a: 2.0', []],
    ['numbers, which whole ones are', { properties: { a: { type: 'number' } } }, 'a: 2', []],
    ['a key', { required: ['a', 'b'] }, 'a: 1', ['- (root): b is required']],
    [
      'no other keys',
      { properties: { a: {} }, additionalProperties: false },
      'a: 1\nb: 2',
      ['- (root): Additional property b is not allowed'],
    ],
    [
      'other keys of one kind',
      { additionalProperties: { type: 'string' } },
      'a: x\nb: {c: 1}',
      ['- b: Invalid type. Expected: string, given: object'],
    ],
    [
      'keys by an expression',
      { patternProperties: { '^x-': { type: 'integer' } }, additionalProperties: false },
      'x-a: 1\nx-b: two',
      ['- x-b: Invalid type. Expected: integer, given: string'],
    ],
    [
      'names of keys',
      { propertyNames: { pattern: '^[a-z]+$' } },
      'A: 1',
      ['- (root): Property name of "A" does not match', "- (root): Does not match pattern '^[a-z]+$'"],
    ],
    ['a number of keys', { minProperties: 2, maxProperties: 3 }, 'a: 1', ['- (root): Must have at least 2 properties']],
    [
      'one of some values',
      { properties: { a: { enum: ['x', 1.5, null] } } },
      'a: y',
      ['- a: a must be one of the following: "x", 1.5, null'],
    ],
    ['values that are equal as JSON', { properties: { a: { enum: [{ b: 1, c: [2] }] } } }, 'a: {c: [2.0], b: 1}', []],
    ['one value', { properties: { a: { const: 'x' } } }, 'a: y', ['- a: a does not match: "x"']],
    [
      'a range',
      { properties: { a: { minimum: 1, maximum: 65535 } } },
      'a: 70000',
      ['- a: Must be less than or equal to 65535'],
    ],
    ['an open range', { properties: { a: { exclusiveMinimum: 0 } } }, 'a: 0', ['- a: Must be greater than 0']],
    ['multiples, exactly', { properties: { a: { multipleOf: 0.1 } } }, 'a: 0.3', []],
    ['multiples', { properties: { a: { multipleOf: 0.1 } } }, 'a: 0.35', ['- a: Must be a multiple of 0.1']],
    ['a length in characters', { properties: { a: { maxLength: 2 } } }, 'a: 🐳🐳', []],
    [
      'a length',
      { properties: { a: { minLength: 3 } } },
      'a: ab',
      ['- a: String length must be greater than or equal to 3'],
    ],
    ['an expression of Go', { properties: { a: { pattern: '(?i)^docker$' } } }, 'a: DOCKER', []],
    [
      'items of one kind',
      { properties: { a: { items: { type: 'string' } } } },
      'a: [x, 1]',
      ['- a.1: Invalid type. Expected: string, given: integer'],
    ],
    [
      'items one by one',
      { properties: { a: { items: [{}, { type: 'string' }], additionalItems: false } } },
      'a: [1, 2, 3]',
      ['- a.1: Invalid type. Expected: string, given: integer', '- a: No additional items allowed on array'],
    ],
    ['a number of items', { properties: { a: { minItems: 1 } } }, 'a: []', ['- a: Array must have at least 1 items']],
    [
      'different items',
      { properties: { a: { uniqueItems: true } } },
      'a: [1, 2, 1.0]',
      ['- a: array items[0,2] must be unique'],
    ],
    [
      'an item',
      { properties: { a: { contains: { const: 1 } } } },
      'a: [2]',
      ['- a: At least one of the items must match', '- a.0: a.0 does not match: 1'],
    ],
    ['what one key needs beside it', { dependencies: { a: ['b'] } }, 'a: 1', ['- (root): Has a dependency on b']],
    [
      'the rest where a condition holds',
      '{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}',
      'a: 1',
      ['- (root): Must validate "then" as "if" was valid', '- (root): b is required'],
    ],
    ['the opposite', { not: { required: ['a'] } }, 'a: 1', ['- (root): Must not validate the schema (not)']],
    [
      'all of several',
      { allOf: [{ required: ['a'] }, { required: ['b'] }] },
      'a: 1',
      ['- (root): b is required', '- (root): Must validate all the schemas (allOf)'],
    ],
    [
      'any of several, and says why the one that fits best does not',
      {
        properties: {
          a: {
            anyOf: [{ type: 'string' }, { type: 'object', required: ['b'], properties: { c: { type: 'string' } } }],
          },
        },
      },
      'a: {c: x}',
      ['- a: Must validate at least one schema (anyOf)', '- a: b is required'],
    ],
    [
      'exactly one of several',
      { oneOf: [{}, {}] },
      'a: 1',
      ['- (root): Must validate one and only one schema (oneOf)'],
    ],
    ['nothing', { properties: { a: false } }, 'a: 1', ['- a: False always fails validation']],
  ])('%s', (_, schema, values, expected) => {
    expect(complaints(schema, values)).toEqual(expected);
  });
});

describe('a values schema checks formats that Go can read, and no others:', () => {
  it.each([
    ['ipv4', '10.0.0.1', '10.0.0.256'],
    ['ipv6', 'fe80::1', 'fe80:::1'],
    ['hostname', 'registry.example.org', 'registry_1'],
    ['uri', 'https://example.org/a', 'example.org/a'],
    ['uri-reference', '../a', 'a\\b'],
    ['email', 'ops@example.org', 'ops'],
    ['date', '2024-02-29', '2023-02-29'],
    ['time', '23:59:59Z', '24:00:00Z'],
    ['date-time', '2024-02-29T10:00:00+01:00', '2024-02-30T10:00:00Z'],
    ['uuid', '123e4567-e89b-42d3-a456-426614174000', '123e4567'],
    ['regex', '^a+$', 'a('],
    ['json-pointer', '/a/~0b', 'a/b'],
    ['uri-template', '/a/{b}', '/a/{b'],
  ])('%s', (format, right, wrong) => {
    const schema = { properties: { a: { format } } };
    expect(complaints(schema, `a: ${JSON.stringify(right)}`)).toEqual([]);
    expect(complaints(schema, `a: ${JSON.stringify(wrong)}`)).toEqual([`- a: Does not match format '${format}'`]);
  });

  it('int32', () => {
    expect(complaints({ properties: { a: { format: 'int32' } } }, 'a: 99999999999')).toEqual([]);
  });
});

describe('of the drafts', () => {
  const exclusive = (schema: string | undefined, exclusiveMinimum: unknown) => ({
    ...(schema === undefined ? {} : { $schema: schema }),
    properties: { a: { minimum: 1, exclusiveMinimum } },
  });

  it.each<[string, unknown, string, readonly string[]]>([
    ['4 closes a range with a word', exclusive(DRAFT_4, true), 'a: 1', ['- a: Must be greater than 1']],
    [
      '4 takes no number there',
      exclusive(DRAFT_4, 1),
      'a: 1',
      ['Invalid type. Expected: boolean, given: exclusiveMinimum'],
    ],
    ['7 takes no word there', exclusive(DRAFT_7, true), 'a: 1', ['exclusiveMinimum must be of a number']],
    ['none takes both where none is named', exclusive(undefined, true), 'a: 1', ['- a: Must be greater than 1']],
    ['4 has no `const`', { $schema: DRAFT_4, const: 1 }, 'a: 1', []],
    ['6 has no `if`', `{"$schema": "${DRAFT_6}", "if": {}, "then": false}`, 'a: 1', []],
    [
      'a later one counts for nothing',
      { $schema: 'https://json-schema.org/draft/2020-12/schema', unevaluatedProperties: false },
      'a: 1',
      [],
    ],
  ])('%s', (_, schema, values, expected) => {
    expect(complaints(schema, values)).toEqual(expected);
  });
});

describe('a reference leads', () => {
  const TYPES = { text: { type: 'string' }, 'a/b': { type: 'string' } };
  const REFUSED = ['- a: Invalid type. Expected: string, given: integer'];

  it.each<[string, object]>([
    ['to a definition', { definitions: TYPES, properties: { a: { $ref: '#/definitions/text' } } }],
    ['to a name with a slash', { definitions: TYPES, properties: { a: { $ref: '#/definitions/a~1b' } } }],
    [
      'past what stands beside it',
      { definitions: TYPES, properties: { a: { $ref: '#/definitions/text', type: 'integer' } } },
    ],
    ['to a place of later drafts', { $defs: TYPES, properties: { a: { $ref: '#/$defs/text' } } }],
    ['to an id', { definitions: { t: { $id: '#text', type: 'string' } }, properties: { a: { $ref: '#text' } } }],
    [
      'to a file of the same base that stands here',
      {
        $id: 'https://example.org/schemas/values.json',
        definitions: { t: { $id: 'text.json', type: 'string' } },
        properties: { a: { $ref: 'text.json' } },
      },
    ],
    [
      'into the schema by its own address',
      {
        $id: 'https://example.org/values.json',
        definitions: TYPES,
        properties: { a: { $ref: 'https://example.org/values.json#/definitions/text' } },
      },
    ],
  ])('%s', (_, schema) => {
    expect(complaints(schema, 'a: 1')).toEqual(REFUSED);
  });

  it('back to itself, as deep as the values go', () => {
    const schema = { properties: { size: { type: 'integer' }, child: { $ref: '#' } } };
    expect(complaints(schema, 'child: {child: {child: {size: big}}}')).toEqual([
      '- child.child.child.size: Invalid type. Expected: integer, given: string',
    ]);
  });

  it('to another address, which is not asked: a note says so', () => {
    const address = 'https://example.org/pod.json';
    const { error, notes, manifest } = rendered(
      { properties: { a: { $ref: address }, b: { type: 'string' } } },
      'a: 1',
    );
    expect([error, manifest]).toEqual([undefined, expect.stringContaining('kind: A')]);
    expect(notes.map(({ code, message, path }) => [code, message, path])).toEqual([
      ['refusal', `values are not checked against ${address}, which is not fetched`, 'charts/app/values.schema.json'],
    ]);
  });

  it.each([
    ['nowhere', '#/definitions/none', "Object has no key 'definitions'"],
    ['to a file beside it', 'pod.json', 'Reference pod.json must be canonical'],
  ])('%s, which helm refuses', (_, reference, message) => {
    expect(complaints({ properties: { a: { $ref: reference } } }, 'a: 1')).toEqual([message]);
  });
});

describe('a schema that is none', () => {
  it.each<[string, unknown, string]>([
    ['broken JSON', '{"type": ', 'unexpected end of JSON input'],
    ['a list', [], 'Expected: valid schema, given: Invalid JSON'],
    [
      'an unknown type',
      { type: 'map' },
      'has a primitive type that is NOT VALID -- given: /map/ Expected valid values are:[array boolean integer number null object string]',
    ],
    ['an expression that Go cannot read', { pattern: '(?=a)' }, 'pattern must be a valid regex'],
    ['a length below zero', { minLength: -1 }, 'minLength must be greater than or equal to 0'],
    ['a length that is no number', { maxItems: 'two' }, 'maxItems must be of a number'],
    ['a required key that is no list', { required: true }, 'required must be of an array'],
    ['a choice that is there twice', { enum: [1, 1.0] }, 'enum items must be unique'],
    ['properties that are no schemas', { properties: { a: 'string' } }, 'Expected: valid schema, given: Invalid JSON'],
  ])('%s', (_, schema, message) => {
    expect(complaints(schema, 'a: 1')).toEqual([message]);
  });
});

describe('the schemas of sub-charts', () => {
  const source = chart({
    chart: 'dependencies:\n  - {name: db, version: 1.0.0, condition: db.enabled}\n',
    values: 'size: 1\ndb: {enabled: true, size: big}\nglobal: {region: north}\n',
    templates: { 'a.yaml': 'kind: A\n' },
    files: {
      'values.schema.json': '{"properties": {"size": {"type": "string"}}}',
      'charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
      'charts/db/values.schema.json': '{"required": ["global"], "properties": {"size": {"type": "integer"}}}',
    },
  });

  it('are asked too, each of the values of its own chart with the global ones', () => {
    expect(renderChart(source).error).toBe(
      `${HEAD}- size: Invalid type. Expected: string, given: integer\ndb:\n- size: Invalid type. Expected: integer, given: string\n`,
    );
  });

  it('are not asked of sub-charts that are off', () => {
    expect(renderChart(source, { set: ['db.enabled=false', 'size=x'] }).error).toBe(undefined);
  });

  it('are not asked where they shall not be', () => {
    expect(renderChart(source, { skipSchemaValidation: true }).manifest).toContain('kind: A');
  });
});

describe('a hostile schema', () => {
  const next = (at: number): object => ({ $ref: `#/definitions/d${at + 1}` });
  const steps = Array.from({ length: 60 }, (_, at) => [`d${at}`, { anyOf: [next(at), next(at)] }] as const);
  const doubling = { definitions: { ...Object.fromEntries(steps), d60: { type: 'null' } }, $ref: '#/definitions/d0' };

  it('that doubles sixty times ends in a note, and the chart is printed', () => {
    const { error, notes, manifest } = rendered(doubling, 'a: 1');
    expect([error, manifest]).toEqual([undefined, expect.stringContaining('kind: A')]);
    expect(notes.map(({ message }) => message)).toEqual([
      'values are not checked against this schema, which is too much work',
    ]);
  });

  it.each<[string, object]>([
    ['that refers to itself alone', { $ref: '#' }],
    [
      'that refers to itself for the same value',
      { definitions: { a: { allOf: [{ $ref: '#/definitions/a' }] } }, $ref: '#/definitions/a' },
    ],
    [
      'that two references pass on to each other',
      {
        definitions: { a: { $ref: '#/definitions/b' }, b: { $ref: '#/definitions/a' } },
        $ref: '#/definitions/a',
      },
    ],
  ])('%s is refused', (_, schema) => {
    expect(complaints(schema, 'a: 1')).toEqual(['the schema is nested too deeply, or refers to itself without an end']);
  });

  it('with names of JavaScript asks for them as for any others', () => {
    const schema = '{"required": ["constructor", "__proto__"], "properties": {"__proto__": {"type": "string"}}}';
    expect(complaints(schema, 'a: 1')).toEqual([
      '- (root): constructor is required',
      '- (root): __proto__ is required',
    ]);
  });

  it('with an expression that backtracking would never end', () => {
    expect(complaints({ properties: { a: { pattern: '^(a+)+$' } } }, `a: ${'a'.repeat(50_000)}!`)).toEqual([
      "- a: Does not match pattern '^(a+)+$'",
    ]);
  });
});
