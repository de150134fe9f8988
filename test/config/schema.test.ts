import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parse, parseDocument } from 'yaml';
import { readConfig } from '../../src/config/load.ts';
import { optionsOn } from '../../src/config/options.ts';
import { configSchema } from '../../src/config/schema.ts';
import { optionTable } from '../../src/config/table.ts';

const root = resolve(import.meta.dirname, '../..');
const file = (name: string) => readFileSync(resolve(root, name), 'utf8');
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(configSchema());

describe('what is generated from the options', () => {
  it('schema.json', () => {
    expect(JSON.parse(file('schema.json'))).toEqual(JSON.parse(JSON.stringify(configSchema())));
  });

  it('the table of docs/configuration.md', () => {
    expect(file('docs/configuration.md')).toContain(`<!-- options: generated -->\n${optionTable()}\n<!-- /options -->`);
  });

  it('the inputs of action.yml', () => {
    const inputs = parseDocument(file('action.yml')).get('inputs');
    const names = isMap(inputs) ? inputs.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [];
    expect([...names].sort()).toEqual([...optionsOn('action')].sort());
  });
});

describe('the schema', () => {
  it('accepts the example of the docs, as the linter does', () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(file('docs/configuration.md'))?.[1] ?? '';
    expect([validate(parse(example)), validate.errors]).toEqual([true, null]);
    expect(readConfig('example', example)['fail-on']).toBe('warning');
  });

  it.each([
    'fail-on: nope',
    'unknown: 1',
    'rules: {docker-cli: off}',
    'kubernetes-version: "2.0"',
    'overrides: [{paths: [a]}]',
  ])('refuses what the linter refuses: %s', (text) => {
    expect(validate(parse(text))).toBe(false);
    expect(() => readConfig('c', text)).toThrow();
  });
});
