/**
 * Tells Stryker of the mutants of the sample alone which tests reach them, and no test twice: all tests run in one thread, and
 * what they reach is counted on from file to file there.
 */
import { afterAll } from 'vitest';
import { isDrawn } from './drawn.ts';

interface Coverage {
  readonly static: Record<string, number>;
  readonly perTest: Record<string, Record<string, number>>;
}

const sample = { seed: process.env.MUTANTS_SEED ?? '', share: Number(process.env.MUTANTS_SHARE ?? 1) };
const drawn = new Map<string, boolean>();

afterAll((_context, suite) => {
  const stryker: { mutantCoverage?: Coverage } | undefined = Reflect.get(globalThis, '__stryker__');
  const coverage = stryker?.mutantCoverage;
  if (coverage === undefined) return;
  const perTest = Object.entries(coverage.perTest).map(([test, hits]) => [test, ofSample(hits)] as const);
  Object.assign(suite.meta, {
    mutantCoverage: { static: ofSample(coverage.static), perTest: Object.fromEntries(perTest) },
  });
  for (const counted of [coverage.static, coverage.perTest])
    for (const key of Object.keys(counted)) delete counted[key];
});

function ofSample(hits: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(hits).filter(([id]) => isOfSample(id)));
}

function isOfSample(id: string): boolean {
  const known = drawn.get(id);
  if (known !== undefined) return known;
  const answer = isDrawn(sample, id);
  drawn.set(id, answer);
  return answer;
}
