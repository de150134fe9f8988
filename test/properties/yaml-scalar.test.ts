import { describe, expect, test } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { parseJson } from '../../src/languages/yaml/json.ts';
import { parseYaml, type YamlNode, type YamlScalar } from '../../src/languages/yaml/yaml.ts';
import { createSource, spanText } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';
import { fc } from '../support/fast-check.ts';

function scalarsOf(node: YamlNode | undefined): YamlScalar[] {
  if (!node) return [];
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(scalarsOf);
  return node.pairs.flatMap((pair) => [pair.key, ...scalarsOf(pair.value)]);
}

function read(text: string) {
  const view = fileView(createSource('a.yaml', text));
  return parseYaml(view, { path: 'a.yaml', templates: 'none' });
}

/** The values as the library reads them, in the order of the text. */
function expectedValues(text: string): string[] {
  const values: string[] = [];
  visit(parseDocument(text, { schema: 'failsafe', uniqueKeys: false, strict: false, logLevel: 'silent' }), {
    Scalar: (_key, node) => {
      if (isScalar(node)) values.push(String(node.value));
    },
  });
  return values;
}

function check(text: string) {
  const stream = read(text);
  const scalars = stream.documents.flatMap((document) => scalarsOf(document.root));
  expect(scalars.map((scalar) => scalar.text)).toEqual(expectedValues(text));
  for (const scalar of scalars) {
    expect(scalar.view.text).toBe(scalar.text);
    for (let i = 0; i < scalar.text.length; i++) {
      const origin = scalar.view.root(i, i + 1);
      if (origin.exact) expect(spanText(origin.span)).toBe(scalar.text[i]);
    }
  }
}

const words = fc.stringMatching(/^[A-Za-z0-9/._-]{1,8}$/);
const hostileText = fc
  .array(
    fc.constantFrom(
      'a',
      'b ',
      ' c',
      '\n',
      '\n\n',
      '\t',
      ' ',
      '\\',
      '"',
      "'",
      "''",
      '#',
      ': ',
      '- ',
      'é',
      '😀',
      '\\n',
      '|',
      '{',
      '}',
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));
const blockText = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom('', 'x', 'x y', '\tz', '# no')), {
  maxLength: 8,
});

function blockScalar(header: string, lines: readonly (readonly [number, string])[], lineBreak: string) {
  const body = lines.map(([indent, content]) => `${' '.repeat(4 + indent)}${content}`);
  return `a:\n  key: ${header}\n${body.join('\n')}\n  next: y\n`.replaceAll('\n', lineBreak);
}

describe('a scalar as a view has the text that the library reads', () => {
  test('double-quoted', () => {
    fc.assert(fc.property(hostileText, (text) => check(`a:\n  - ${JSON.stringify(text)}\n  - b\n`)));
  });
  test('double-quoted over several lines', () => {
    const parts = fc.array(
      fc.constantFrom('a', ' ', '\n    ', '\r\n    ', '\\\n    ', '\t', '\\ ', '\\x41', '\\u00e9', '\\"', '\n\n    '),
      {
        maxLength: 12,
      },
    );
    fc.assert(fc.property(parts, (pieces) => check(`a:\n  b: "x${pieces.join('')}y"\n`)));
  });
  test('single-quoted', () => {
    const parts = fc.array(fc.constantFrom('a', ' ', '\n    ', "''", '\\', '\n\n   ', '\r\n   ', '"', '\t'), {
      maxLength: 12,
    });
    fc.assert(fc.property(parts, (pieces) => check(`a:\n  b: 'x${pieces.join('')}y'\n`)));
  });
  test('plain', () => {
    const parts = fc.array(fc.constantFrom('a', ' b', '\n    c', '\n\n    d', '  e', '\r\n    f', '#g', '\n     h'), {
      maxLength: 10,
    });
    fc.assert(fc.property(parts, (pieces) => check(`k:\n  b: x${pieces.join('')}\n  z: [x${pieces.join('')}, y]\n`)));
  });
  test('block scalars of every header', () => {
    const headers = fc
      .tuple(fc.constantFrom('|', '>'), fc.constantFrom('', '-', '+'), fc.constantFrom('', '1', '2'))
      .map((h) => h.join(''));
    fc.assert(
      fc.property(headers, blockText, fc.constantFrom('\n', '\r\n'), (header, lines, lineBreak) =>
        check(blockScalar(header, lines, lineBreak)),
      ),
      { numRuns: 500 },
    );
  });
  test('with a byte order mark', () => {
    fc.assert(fc.property(words, (word) => check(`\uFEFFa: ${word}\nb: |\n  ${word}\n`)));
  });
});

describe('what a view writes is read back', () => {
  const replacement = fc.constantFrom(
    'containerd',
    '/run/containerd/containerd.sock',
    "it's",
    '"q"',
    'a: b',
    '# x',
    'a\nb',
    '- x',
    '\\',
    'x,y',
  );
  const templates = [
    'a: docker run',
    "a: 'docker run'",
    'a: "docker run"',
    'a: |\n  docker run\n',
    'a: >-\n  docker run\n',
    'a: [docker run, b]',
  ];
  test.each(templates)('%j', (text) => {
    fc.assert(
      fc.property(replacement, (word) => {
        const scalar = scalarsOf(read(text).documents[0]?.root).find((s) => s.text.startsWith('docker'));
        if (!scalar) throw new Error('no scalar');
        const written = scalar.view.encode(0, 6, word);
        if (written === null) return;
        const { start, end } = scalar.view.root(0, 6).span;
        const changed = text.slice(0, start) + written + text.slice(end);
        expect(expectedValues(changed)).toContain(scalar.text.replace('docker', () => word));
      }),
    );
  });
});

describe('JSON', () => {
  test('has the values that JSON.parse reads, exactly where they are written', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const { document, notes } = parseJson(fileView(createSource('a.json', text)), 'a.json');
        expect(notes).toEqual([]);
        expect(plain(document?.root)).toEqual(strings(JSON.parse(text)));
      }),
    );
  });
});

function plain(node: YamlNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.view.text;
  if (node.kind === 'list') return node.items.map(plain);
  return node.pairs.map((pair) => [pair.key.text, plain(pair.value)]);
}

function strings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strings);
  if (value !== null && typeof value === 'object') return Object.entries(value).map(([key, v]) => [key, strings(v)]);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
