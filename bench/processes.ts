/** Times whole programs side by side: each round runs all of them in turn, so that a busy moment is everybody's. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Program {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
}

export interface Measured {
  readonly name: string;
  /** Medians, in milliseconds; processor time and peak memory (MiB) where GNU time is there to tell. */
  readonly wall: number;
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
  /** Different outputs among the runs. */
  readonly outputs: number;
}

interface Once {
  readonly wall: number;
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
  readonly print: string;
}

export function measure(programs: readonly Program[], runs: number): readonly Measured[] {
  const rounds = Array.from({ length: runs }, () => programs.map(once));
  return programs.map(({ name }, index) => {
    const own = rounds.flatMap((round) => round[index] ?? []);
    return {
      name,
      wall: median(own.map(({ wall }) => wall)) ?? 0,
      cpu: median(own.flatMap(({ cpu }) => cpu ?? [])),
      memory: median(own.flatMap(({ memory }) => memory ?? [])),
      outputs: new Set(own.map(({ print }) => print)).size,
    };
  });
}

export function isThere(file: string, args: readonly string[]): boolean {
  return spawnSync(file, args, { stdio: 'ignore' }).error === undefined;
}

const TIME = isThere('/usr/bin/time', ['-f', '%U', 'true']) ? '/usr/bin/time' : undefined;

function once({ file, args }: Program): Once {
  const told = join(tmpdir(), `bench-${process.pid}.time`);
  const command = TIME === undefined ? [file, ...args] : [TIME, '-q', '-o', told, '-f', '%U %S %M', file, ...args];
  const [first = '', ...rest] = command;
  const started = performance.now();
  const { stdout } = spawnSync(first, rest, { maxBuffer: 1 << 29 });
  const wall = performance.now() - started;
  const print = createHash('sha256').update(stdout).digest('hex');
  if (TIME === undefined) return { wall, cpu: undefined, memory: undefined, print };
  const [user = 0, system = 0, peak = 0] = readFileSync(told, 'utf8').trim().split(' ').map(Number);
  rmSync(told);
  return { wall, cpu: (user + system) * 1000, memory: peak / 1024, print };
}

export function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
