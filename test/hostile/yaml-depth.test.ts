import { describe, expect, test } from 'vitest';
import { isTooDeep } from '../../src/languages/yaml/depth.ts';
import { readText } from '../languages/yaml-support.ts';
import { growth, IN_PROPORTION, steps } from '../support/steps.ts';

describe('nesting', () => {
  const deep: readonly [string, string][] = [
    ['brackets', '['.repeat(5000)],
    ['braces', '{a: '.repeat(5000)],
    ['dashes on one line', '- '.repeat(5000)],
    ['question marks', '? '.repeat(5000)],
    ['indented maps', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}k${i}:`).join('\n')],
    ['indented lists', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}-`).join('\n')],
    ['brackets that strings seem to close', '["]", '.repeat(3000)],
    ['anchors before brackets', '&a ['.repeat(3000)],
    ['keys on one line', 'a: '.repeat(3000)],
  ];

  test.each(deep)('%s end in a note, twice over', (_name, text) => {
    for (let i = 0; i < 2; i++) {
      const reading = readText('a.yaml', text);
      expect(reading.notes.length).toBeGreaterThan(0);
    }
  });

  test('many shallow brackets are not deep', () => {
    expect(isTooDeep(`a: [${'[1], '.repeat(5000)}]\n`)).toBe(false);
    expect(isTooDeep(`a: |\n${'  if [ "$x" = [[ ]; then printf "\\033[1m"\n'.repeat(500)}`)).toBe(false);
    expect(isTooDeep(Array.from({ length: 90 }, (_, i) => `${'  '.repeat(i)}k:`).join('\n'))).toBe(false);
  });

  test('JSON', () => {
    const reading = readText('a.json', '{"a":'.repeat(100_000));
    expect(reading.notes.map((note) => note.code)).toEqual(['too-deep']);
  });
});

describe('size', () => {
  test('aliases of aliases are visited within a budget', () => {
    const lines = ['a0: &a0 [docker, docker, docker, docker, docker, docker, docker, docker, docker, docker]'];
    for (let i = 1; i < 12; i++)
      lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    const bomb = `${lines.join('\n')}\n`;
    expect(readText('bomb.yaml', bomb).facts.length).toBeLessThan(300_001);
    expect(steps(() => readText('bomb.yaml', bomb))).toBeLessThan(200_000_000);
  });

  test('an anchor inside itself ends', () => {
    expect(readText('self.yaml', 'a: &x [1, *x, {b: *x}]\n').facts.length).toBe(2);
  });

  test('very many documents are cut with a note', () => {
    const reading = readText('many.yaml', 'a: 1\n---\n'.repeat(2500));
    expect(reading.notes.map((note) => note.code)).toEqual(['too-many']);
  });

  test.each([
    ['keys', (n: number) => Array.from({ length: n }, (_, i) => `k${i}: v`).join('\n')],
    ['unclosed templates', (n: number) => `a: ${'{{ x '.repeat(n)}`],
    ['quotes', (n: number) => `a: "${'\\n'.repeat(n)}"`],
    ['blank lines', (n: number) => `a: b\n${'\n'.repeat(n)}c: {{ d }}\n`],
    ['folded lines', (n: number) => `a: >\n${'  x\n'.repeat(n)}`],
  ])('steps grow with the size of the text: %s', (_name, make) => {
    expect(growth(4000, (n) => readText('a.yaml', make(n)))).toBeLessThan(IN_PROPORTION);
  });
});
