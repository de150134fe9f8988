/** What a run costs, in steps, beside the figures of the last commit that meant to change them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { treeOf } from '../bench/tree.ts';
import { lint } from '../src/lint.ts';
import { lintOptions } from './support/lint-options.ts';
import { stepsByRoom } from './support/steps.ts';

const FILE = join(resolve(import.meta.dirname, '..'), 'bench/steps.json');
const SHAPES = {
  'a tree without a hit': { files: 400, charts: 0.1, hits: 0 },
  'a tree with hits in one file of ten': { files: 400, charts: 0.1, hits: 0.1 },
  charts: { files: 80, charts: 1, hits: 0.5 },
} as const;

/** A room may take a quarter more before somebody is asked; one that does little is not counted. */
const MOST_GROWTH = 1.25;
const LEAST_STEPS = 20_000;

type Figures = Readonly<Record<string, number>>;
const known: Readonly<Record<string, Figures>> = JSON.parse(readFileSync(FILE, 'utf8'));
const update = process.env.UPDATE_STEPS !== undefined;
const measured: Record<string, Figures> = {};

afterAll(() => {
  if (update) writeFileSync(FILE, `${JSON.stringify(measured, null, 2)}\n`);
});

// After a change that is worth its steps: UPDATE_STEPS=1 npx vitest run test/bench.test.ts
describe('a run takes no more steps than bench/steps.json says', () => {
  it.each(Object.entries(SHAPES))('%s', (name, shape) => {
    const files = [...treeOf(shape)];
    const run = () => lint(files, lintOptions());
    // Tables are filled by the first run.
    run();
    const rooms = [...stepsByRoom(run)].sort(([a], [b]) => (a < b ? -1 : 1));
    const figures = Object.fromEntries([...rooms, ['all', rooms.reduce((sum, [, steps]) => sum + steps, 0)]]);
    measured[name] = figures;
    const limits = known[name] ?? {};
    const grown = Object.entries(figures)
      .filter(([room, steps]) => steps > Math.max(LEAST_STEPS, (limits[room] ?? 0) * MOST_GROWTH))
      .map(([room, steps]) => `${room}: ${steps} steps, ${limits[room] ?? 0} before`);
    if (!update) expect(grown).toEqual([]);
  });
});
