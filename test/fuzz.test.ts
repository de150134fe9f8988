/** A short run of the fuzzer: `npm run fuzz -- --minutes 10` is the long one. What it once found stands here as a case of its own. */
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { check, findingsAlone, NEIGHBOURS } from './fuzz/check.ts';
import { mutated, randomOf } from './fuzz/mutate.ts';
import { readSeeds } from './fuzz/seeds.ts';

const seeds = readSeeds(resolve(import.meta.dirname, '..'));
const SEED = 1;
const CASES = 300;

it('damaged files of every language are read without an error, at their place, twice the same', () => {
  const wrong: unknown[] = [];
  for (let index = 0; index < CASES; index++) {
    const file = mutated(seeds, randomOf(SEED, index));
    const problem = check(file, index);
    if (problem !== undefined) wrong.push({ index, problem, file });
  }
  expect(wrong).toEqual([]);
});

it('a case depends on its number alone', () => {
  expect(mutated(seeds, randomOf(3, 14))).toEqual(mutated(seeds, randomOf(3, 14)));
});

it('every neighbour has a finding that it could lose', () => {
  expect(NEIGHBOURS.filter((one) => findingsAlone(one).size === 0)).toEqual([]);
});
