/** Reading and writing YAML as Helm does. */

import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/helm/values/origin.ts';
import { plain } from '../../src/helm/values/tracked.ts';
import {
  bool,
  float,
  list,
  type MapValue,
  map,
  nil,
  type StringValue,
  type Value,
} from '../../src/helm/values/value.ts';
import { fromJson, fromYaml, fromYamlArray } from '../../src/helm/yaml/decode.ts';
import { toYaml, toYamlPretty } from '../../src/helm/yaml/emit.ts';
import { toJson } from '../../src/helm/yaml/json.ts';
import { loadYaml, loadYamlString } from '../../src/helm/yaml/load.ts';
import { formatG } from '../../src/helm/yaml/number.ts';
import { fc } from '../support/fast-check.ts';
import { growth, IN_PROPORTION } from '../support/steps.ts';

const free = (): void => undefined;
const source = (text: string): Source => ({ path: 'values.yaml', text, kind: 'values' });
const load = (text: string): Value => {
  const { value, error } = loadYaml(source(text), 'values');
  if (value === null) throw new Error(error ?? 'no value');
  return value;
};
const json = (text: string): string => toJson(load(text), free).text;
const error = (text: string): string | null => loadYaml(source(text), 'values').error;

describe('scalars of YAML 1.1', () => {
  it.each([
    ['[y, Yes, on, true, n, No, off, FALSE]', '[true,true,true,true,false,false,false,false]'],
    ['[~, null, NULL, "", "null"]', '[null,null,null,"","null"]'],
    ['[0755, 0o17, 0x1F, 0b101, 1_000, -0, +1, 089]', '[493,15,31,5,1000,0,1,89]'],
    ['[1.5, .5, 1., 1e3, 1e21, 1e-7, 1E+2]', '[1.5,0.5,1,1000,1e+21,1e-7,100]'],
    ['[2001-12-14, 12:30, 1.2.3, 0x, 1_000.5, =, <]', '["2001-12-14","12:30","1.2.3","0x",1000.5,"=","\\u003c"]'],
    ['{y: 1, 1.0: 2, 0x10: 3, "1.0": 4}', '{"1":2,"1.0":4,"16":3,"true":1}'],
    ['[!!str 1, !!float 1, !!int "2", ! x, !local y]', '["1",1,2,"x","y"]'],
    ['"a\\tb\\x41\\u00e9\\\n   c\\\\"', '"a\\tbAéc\\\\"'],
    ["'it''s\n\n  folded'", '"it\'s\\nfolded"'],
  ])('%s', (text, expected) => {
    expect(json(text)).toBe(expected);
  });
});

describe('block scalars', () => {
  it.each([
    ['a: |\n  x\n   y\n\nb: 1', '{"a":"x\\n y\\n","b":1}'],
    ['a: >-\n  x\n  y\n\n  z\n   kept\n  w\n', '{"a":"x y\\nz\\n kept\\nw"}'],
    ['a: |+\n  x\n\nb: |2\n    two\n', '{"a":"x\\n\\n","b":"  two\\n"}'],
    ['- |\n x\n- >\n y', '["x\\n","y"]'],
  ])('%j', (text, expected) => {
    expect(json(text)).toBe(expected);
  });
});

describe('structure', () => {
  it.each([
    [
      'a:\n- 1\n-\n- - 2\n  - b: 3\nc: {d: [e, f: g], h}',
      '{"a":[1,null,[2,{"b":3}]],"c":{"d":["e",{"f":"g"}],"h":null}}',
    ],
    [
      'base: &b {x: 1, y: 2}\nmore:\n  y: 3\n  <<: *b\nlist: {<<: [{p: 1}, {p: 2, q: 3}]}',
      '{"base":{"true":2,"x":1},"list":{"p":1,"q":3},"more":{"true":2,"x":1}}',
    ],
    ['a: 1\na: 2\n? b\n: c\n? [d]', null],
    ['--- \n# comment\nfirst: doc\n---\nsecond: doc', '{"first":"doc"}'],
    ['', 'null'],
    ['%YAML 1.1\n---\na: b # c\n...\nignored: [', '{"a":"b"}'],
  ])('%j', (text, expected) => {
    if (expected === null)
      expect(error(text)).toBe('error converting YAML to JSON: yaml: invalid map key: []interface {}{"d"}');
    else expect(json(text)).toBe(expected);
  });
});

describe('messages', () => {
  it.each([
    ['a: b: c', 'yaml: mapping values are not allowed in this context'],
    ['a: 1\n b: 2', 'yaml: line 2: mapping values are not allowed in this context'],
    ['a: [1', "yaml: line 1: did not find expected ',' or ']'"],
    ['a: "x', 'yaml: found unexpected end of stream'],
    ['\ta: 1', 'yaml: found character that cannot start any token'],
    ['a: *x', "yaml: unknown anchor 'x' referenced"],
    ['a: &a [*a]', "yaml: anchor 'a' value contains itself"],
    ['a: .inf', 'json: unsupported value: +Inf'],
    ['a: \x07', 'yaml: control characters are not allowed'],
    ['a:\n  - b\n c: d', 'yaml: line 2: did not find expected key'],
  ])('%j', (text, expected) => {
    expect(error(text)).toBe(`error converting YAML to JSON: ${expected}`);
  });

  it('of collections of the wrong kind stand in for the value', () => {
    const wrong = (into: string, kind: string): string =>
      `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${kind} into Go value of type ${into}`;
    expect(toJson(fromYaml(plain('- 1')), free).text).toBe(
      JSON.stringify({ Error: wrong('map[string]interface {}', 'array') }),
    );
    expect(toJson(fromYamlArray(plain('a: 1')), free).text).toBe(JSON.stringify([wrong('[]interface {}', 'object')]));
    expect(toJson(fromJson(plain('{"a" 1}')), free).text).toBe('{"Error":"invalid character \'1\' after object key"}');
  });
});

describe('origins', () => {
  const text = 'image:\n  tag: "1.2\\n3"\n  name: plain name # c\nnote: |\n  one\n  two\nports: [80, 1000000]\n';
  const root = load(text) as MapValue;
  const at = (value: Value, ...names: string[]): Value =>
    names.reduce<Value>(
      (inner, name) => (inner.kind === 'map' ? (inner.entries.get(name) as Value) : (inner as never)),
      value,
    );

  it('lead every character of a scalar to where it was written', () => {
    const slices = (value: Value): string[] =>
      (value as StringValue).fragments.map(({ origin }) => `${origin?.exact}:${text.slice(origin?.from, origin?.to)}`);
    expect(slices(at(root, 'image', 'tag'))).toEqual(['true:1.2', 'false:\\n', 'true:3']);
    expect(slices(at(root, 'image', 'name'))).toEqual(['true:plain name']);
    expect(slices(at(root, 'note'))).toEqual(['true:one\n', 'true:two\n']);
  });

  it('name the path below the top', () => {
    expect((at(root, 'image', 'name') as StringValue).fragments[0]?.origin?.path).toBe('image.name');
    const ports = at(root, 'ports');
    expect(
      ports.kind === 'list' &&
        ports.items.map((item) => [
          (item as { origin: { path?: string; exact: boolean } }).origin.path,
          (item as { origin: { exact: boolean } }).origin.exact,
        ]),
    ).toEqual([
      ['ports.0', true],
      ['ports.1', false],
    ]);
  });

  it('survive toYaml and fromYaml', () => {
    const printed = toYaml(root, free);
    const again = loadYamlString(printed).value as MapValue;
    const name = at(again, 'image', 'name') as StringValue;
    expect(name.fragments.map(({ origin, delta }) => text.slice((origin?.from ?? 0) + delta, origin?.to))).toEqual([
      'plain name',
    ]);
    expect(again.keys.get('note')?.source.path).toBe('values.yaml');
  });

  it('are exact only where the source says the same', () => {
    fc.assert(
      fc.property(document(), (value) => {
        const written = toYaml(value, free).text;
        const loaded = loadYaml(source(written), 'values').value as Value;
        for (const out of [toYaml(loaded, free), toJson(loaded, free)]) {
          let offset = 0;
          for (const { length, origin, delta } of out.fragments) {
            const part = out.text.slice(offset, offset + length);
            if (origin?.exact === true)
              expect(written.slice(origin.from + delta, origin.from + delta + length)).toBe(part);
            offset += length;
          }
          expect(offset).toBe(out.text.length);
        }
      }),
    );
  });
});

/** Values as JSON knows them; text that goyaml would refuse is left out. */
function document(): fc.Arbitrary<Value> {
  const awkward = fc.constantFrom(
    ' ',
    '\n',
    ': ',
    ' #',
    '- ',
    "'",
    '"',
    '\\',
    '\t',
    'yes',
    '0x1',
    '~',
    '|',
    '{',
    'é',
    '漢',
    '😀',
    'word',
    '---',
    '\r',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
    fc.array(awkward, { maxLength: 12 }).map((parts) => parts.join('')),
    fc
      .array(fc.constantFrom('lorem', 'ipsum', 'dolor', '  ', 'a-long-word-without-any-blanks-in-it'), {
        maxLength: 30,
      })
      .map((parts) => parts.join(' ')),
  );
  const scalar = fc.oneof(
    text.map(plain),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => float(value === 0 ? 0 : value)),
    fc.integer().map((value) => float(value)),
    fc.boolean().map((value) => bool(value)),
    fc.constant<Value>(nil()),
  );
  return fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalar,
      fc.array(tie('value'), { maxLength: 4 }).map((items) => list(items)),
      fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((pairs) => map(new Map(pairs))),
    ),
  })).value;
}

describe('properties', () => {
  it('what toYaml writes reads back as the same', () => {
    fc.assert(
      fc.property(document(), (value) => {
        const again = loadYaml(source(`${toYaml(value, free).text}\n`), 'values');
        expect(again.error).toBe(null);
        expect(toJson(again.value as Value, free).text).toBe(toJson(value, free).text);
      }),
      { numRuns: 300 },
    );
  });

  it('so does toYamlPretty, but for tabs at the start of a block, which it leaves bare', () => {
    fc.assert(
      fc.property(document(), (value) => {
        const written = toYamlPretty(value, free).text;
        fc.pre(!written.includes('\t'));
        const again = loadYaml(source(`${written}\n`), 'values');
        expect(again.error).toBe(null);
        expect(toYamlPretty(again.value as Value, free).text).toBe(written);
      }),
    );
  });

  it('no text makes the reader throw', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '|',
      '>',
      '&a ',
      '*a',
      '!t ',
      '? ',
      '#',
      '%',
      '\t',
      '---\n',
      '<<: ',
      '\\',
      '~',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const { value, error: message } = loadYaml(source(parts.join('')), 'values');
        expect((value === null) === (message !== null)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('hostile documents', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [index, name] of [...'bcdefghi'].entries()) {
    const before = 'abcdefghi'[index];
    bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`);
  }

  it.each([
    ['nested brackets', '['.repeat(100_000), 'exceeded max depth'],
    ['nested dashes', '- '.repeat(50_000), 'exceeded max depth'],
    ['nested braces', '{a: '.repeat(50_000), 'exceeded max depth'],
    ['aliases of aliases', bomb.join('\n'), 'document contains excessive aliasing'],
  ])('%s end in a message', (_, text, message) => {
    expect(error(text)).toContain(message);
  });

  it.each([
    ['one long plain scalar', (size: number) => `a: ${'x '.repeat(size)}`],
    ['one long quoted scalar', (size: number) => `a: "${'\\n '.repeat(size)}"`],
    ['many keys', (size: number) => Array.from({ length: size / 4 }, (_, index) => `key${index}: v`).join('\n')],
    ['a long block scalar', (size: number) => `a: |\n${'  line\n'.repeat(size)}`],
    ['many empty lines', (size: number) => `a: |${'\n'.repeat(size)}b`],
  ])('%s take steps in proportion', (_, make) => {
    expect(growth(20_000, (size) => loadYaml(source(make(size)), 'values'))).toBeLessThan(IN_PROPORTION);
  });
});

describe('numbers', () => {
  it.each([
    [1e6, '1e+06'],
    [123456, '123456'],
    [1234567, '1.234567e+06'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1e100, '1e+100'],
    [-2.5, '-2.5'],
    [100000.5, '100000.5'],
  ])('%d prints as %s', (value, expected) => {
    expect(formatG(value)).toBe(expected);
  });
});
