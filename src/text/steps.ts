/**
 * The steps that reading one file or chart may take. A step is one turn of a loop whose length the repository decides (a line, a value,
 * a command), never a moment of a clock: what is found does not depend on the machine. Files are read one after the other and never
 * side by side, so loops need not hand the count down to each other.
 */
let left = Number.POSITIVE_INFINITY;
let isSpent = false;
let taken = 0;

/** Counts one step, or as many as one turn is worth; false when there are none left, and the loop ends. */
export function step(count = 1): boolean {
  left -= count;
  taken += count;
  if (left < 0) isSpent = true;
  return left >= 0;
}

/** All steps since the program began: what a computation takes is the difference. */
export function stepsTaken(): number {
  return taken;
}

/** A loop reached a bound of its own: what it leaves is told like the end of the steps. */
export function leaveRest(): void {
  isSpent = true;
}

/** `spent`: a part was not read. */
export function withSteps<T>(steps: number, read: () => T): { readonly value: T; readonly spent: boolean } {
  const outer = { left, isSpent };
  left = steps;
  isSpent = false;
  try {
    const value = read();
    return { value, spent: isSpent };
  } finally {
    left = outer.left;
    isSpent = outer.isSpent;
  }
}
