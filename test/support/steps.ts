/**
 * Counts the steps of a computation: how many blocks of JavaScript ran, as V8's own coverage counts them. The number is the same on a
 * busy machine and on an idle one. What runs inside V8 itself (a search in a string, a regular expression) counts as nothing.
 */
import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

// A call that optimised code has inlined is not counted, and when code is optimised depends on the machine's load.
setFlagsFromString('--no-opt');
setFlagsFromString('--no-maglev');

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** The steps since the last call, by the file that took them. */
function takenByFile(): Map<string, number> {
  const files = new Map<string, number>();
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error;
    for (const { url, functions } of (coverage as Coverage).result) {
      if (url.includes('support/steps')) continue;
      const sum = functions.reduce((all, { ranges }) => ranges.reduce((part, { count }) => part + count, all), 0);
      files.set(url, (files.get(url) ?? 0) + sum);
    }
  });
  return files;
}

function taken(): number {
  return [...takenByFile().values()].reduce((sum, count) => sum + count, 0);
}

/** The steps of each room of the sources (`text`, `languages`, …) and of the packages that they call. */
export function stepsByRoom(action: () => unknown): ReadonlyMap<string, number> {
  taken();
  action();
  const rooms = new Map<string, number>();
  for (const [url, count] of takenByFile()) {
    const room =
      /\/src\/([\w-]+)/.exec(url)?.[1] ?? /\/node_modules\/(?!vitest)([\w-]+)\/(?!.*\/node_modules\/)/.exec(url)?.[1];
    if (room !== undefined) rooms.set(room, (rooms.get(room) ?? 0) + count);
  }
  return rooms;
}

/** The first run of code takes other steps than the second: tables are filled. Run it once before where that matters. */
export function steps(action: () => unknown): number {
  return withSteps(action).taken;
}

export function withSteps<T>(action: () => T): { readonly value: T; readonly taken: number } {
  taken();
  const value = action();
  return { value, taken: taken() };
}

/** How many times more steps twice the size takes: 2 for work in proportion, 4 for work that grows with the square. */
export function growth(size: number, action: (size: number) => unknown): number {
  // Tables are filled by any size.
  action(Math.ceil(size / 10));
  const once = steps(() => action(size));
  return steps(() => action(size * 2)) / once;
}

/** What `growth` may be where work is in proportion. */
export const IN_PROPORTION = 2.5;
