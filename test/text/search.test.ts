/** Searching what is in order. */
import { describe, expect, test } from 'vitest';
import { groupBy, groupByEach } from '../../src/text/group.ts';
import { firstIndex, lastFrom } from '../../src/text/search.ts';

describe('what is in order', () => {
  const things = [2, 5, 5, 9].map((start) => ({ start }));

  test.each([
    [0, 0],
    [5, 1],
    [6, 3],
    [10, 4],
  ])('has its first one that does not come before %d at %d', (wanted, index) => {
    expect(firstIndex(things.length, (at) => (things[at]?.start ?? 0) < wanted)).toBe(index);
  });

  test('has a last one that begins at a place or before it, or none', () => {
    expect([1, 2, 8, 20].map((at) => things.indexOf(lastFrom(things, at) ?? { start: 0 }))).toEqual([-1, 0, 2, 3]);
    expect(lastFrom([], 3)).toBeUndefined();
  });
});

test('groups keep the order of their members, by one key or by several', () => {
  const words = ['ab', 'b', ''];
  expect([...groupBy(words, ({ length }) => length)]).toEqual([
    [2, ['ab']],
    [1, ['b']],
    [0, ['']],
  ]);
  expect([...groupByEach(words, (word) => word)]).toEqual([
    ['a', ['ab']],
    ['b', ['ab', 'b']],
  ]);
});
