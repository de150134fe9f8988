/** Lints damaged files for a while: `npm run fuzz -- --minutes 10 [--seed N] [--cases N]`. Prints each case that breaks a promise. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { InputFile } from '../src/model/input.ts';
import { check } from '../test/fuzz/check.ts';
import { mutated, randomOf } from '../test/fuzz/mutate.ts';
import { readSeeds } from '../test/fuzz/seeds.ts';

/** Processor time that no case of a few kilobytes may need, and memory that no number of them may hold. */
const MOST_MILLISECONDS = 5000;
const MOST_MEBIBYTES = 700;
/** Asking for the memory costs as much as a case. */
const CASES_BETWEEN_LOOKS = 1000;

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, cases: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const cases = Number(values.cases ?? Number.POSITIVE_INFINITY);
const end = performance.now() + Number(values.minutes ?? (values.cases === undefined ? 10 : 10_000)) * 60_000;
const seeds = readSeeds(resolve('.'));

let done = 0;
let failures = 0;
for (; done < cases && performance.now() < end; done++) {
  const file = mutated(seeds, randomOf(seed, done));
  const problem = problemOf(file, done);
  if (problem === undefined) continue;
  failures += 1;
  console.log(JSON.stringify({ seed, case: done, problem, file: smaller(file, problem, done) }));
}
console.log(`${done} cases with seed ${seed}, ${failures} failures`);
process.exitCode = failures > 0 ? 1 : 0;

function problemOf(file: InputFile, index: number): string | undefined {
  const before = performance.now();
  const problem = thrown(file, index);
  if (problem !== undefined) return problem;
  if (performance.now() - before > MOST_MILLISECONDS && processorMilliseconds(file, index) > MOST_MILLISECONDS)
    return 'takes too long';
  if (index % CASES_BETWEEN_LOOKS !== 0) return undefined;
  return process.memoryUsage().heapUsed > MOST_MEBIBYTES * 1024 * 1024 ? 'holds too much memory' : undefined;
}

/** A busy machine makes every case slow; the time of the processor tells which one is. */
function processorMilliseconds(file: InputFile, index: number): number {
  const before = process.cpuUsage();
  thrown(file, index);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function thrown(file: InputFile, index: number): string | undefined {
  try {
    return check(file, index);
  } catch (error) {
    return `throws ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The file without every part that the problem does not need. */
function smaller(file: InputFile, problem: string, index: number): InputFile {
  let { text } = file;
  for (let size = text.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < text.length; ) {
      const shorter = text.slice(0, at) + text.slice(at + size);
      if (thrown({ ...file, text: shorter }, index) === problem) text = shorter;
      else at += size;
    }
  }
  return { ...file, text };
}
