import { describe, expect, it } from 'vitest';
import { type Budget, fitGroups, inBytes, inCharacters } from '../../src/report/budget.ts';
import { fc } from '../support/fast-check.ts';

function budget(limit: number): Budget<string> {
  return {
    limit,
    measure: inCharacters,
    levels: [(item) => `${item}: long text\n`, (item) => `${item}\n`],
    more: (hidden) => `and ${hidden} more\n`,
  };
}

const groups = [
  { items: ['a', 'b'], open: '<1>\n', close: '</1>\n' },
  { items: ['c'], open: '<2>\n', close: '</2>\n' },
];

describe('a budget', () => {
  it('shows everything where it fits', () => {
    expect(fitGroups(groups, budget(1000))).toBe('<1>\na: long text\nb: long text\n</1>\n<2>\nc: long text\n</2>\n');
  });

  it('shows all entries in less detail before it leaves one out', () => {
    expect(fitGroups(groups, budget(30))).toBe('<1>\na\nb\n</1>\n<2>\nc\n</2>\n');
    expect(fitGroups(groups, budget(40))).toBe('<1>\na: long text\nb\n</1>\n<2>\nc\n</2>\n');
  });

  it('counts what it leaves out', () => {
    const many = [
      { items: Array.from({ length: 100 }, (_, index) => `item ${index}`), open: '<1>\n', close: '</1>\n' },
    ];
    const text = fitGroups(many, budget(80));
    const shown = text.split('\n').filter((line) => line.startsWith('item')).length;
    expect(text).toContain(`and ${100 - shown} more\n`);
    expect(text.endsWith('</1>\n')).toBe(true);
  });

  it('never exceeds the limit, never cuts an entry, never loses one from the count', () => {
    const group = fc.record({
      items: fc.array(fc.string({ unit: fc.constantFrom('x', 'é', '日', '😀'), minLength: 1, maxLength: 30 }), {
        maxLength: 40,
      }),
      open: fc.constantFrom('<details>\n', '<details><summary>ü</summary>\n'),
      close: fc.constant('</details>\n'),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 8 }), fc.integer({ min: 0, max: 3000 }), (list, limit) => {
        const text = fitGroups(list, {
          limit,
          measure: inBytes,
          levels: [(item) => `- ${item} ${item}\n`, (item) => `- ${item}\n`],
          more: (hidden) => `+ ${hidden}\n`,
        });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
        expect(text.split('<details>').length).toBe(text.split('</details>').length);
        const lines = text.split('\n');
        const shown = lines.filter((line) => line.startsWith('- ')).length;
        const hidden = lines
          .filter((line) => line.startsWith('+ '))
          .reduce((sum, line) => sum + Number(line.slice(2)), 0);
        const all = list.reduce((sum, { items }) => sum + items.length, 0);
        if (text !== '') expect(shown + hidden).toBe(all);
        else expect(all === 0 || limit < 100).toBe(true);
      }),
    );
  });

  it('measures bytes as they are written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(inBytes(text)).toBe(Buffer.byteLength(text, 'utf8'));
      }),
    );
  });
});
