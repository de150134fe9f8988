/** Bounds on what a chart may cost; every allocating function charges here before it builds. */

export interface Limits {
  /** Template nodes executed and function calls, for one file. */
  readonly steps: number;
  /** Characters and list or map entries built, for one file. */
  readonly allocation: number;
  /** Characters that one file may print. */
  readonly output: number;
  /** Nesting of include, template and tpl. */
  readonly depth: number;
  /** Steps for all files and passes of a chart. */
  readonly total: number;
}

export const DEFAULT_LIMITS: Limits = {
  steps: 1_000_000,
  allocation: 48_000_000,
  output: 16_000_000,
  depth: 400,
  total: 3_000_000,
};

/** Of a chart that somebody asked for by its name: definitions of an operator's resources can take two million steps. */
export const PATIENT_LIMITS: Pick<Limits, 'steps' | 'total'> = {
  steps: 8 * DEFAULT_LIMITS.steps,
  total: 8 * DEFAULT_LIMITS.total,
};

export type Exhausted = 'steps' | 'allocation' | 'output' | 'depth' | 'total';

export class BudgetError extends Error {
  readonly what: Exhausted;
  constructor(what: Exhausted) {
    super(`template exceeds the budget (${what})`);
    this.what = what;
  }
}

export class Budget {
  readonly limits: Limits;
  private steps = 0;
  private allocated = 0;
  private printed = 0;
  private total = 0;
  private level = 0;

  /** Steps so far, for all files. */
  get used(): number {
    return this.total;
  }

  get exhausted(): boolean {
    return this.total > this.limits.total;
  }

  constructor(limits: Limits = DEFAULT_LIMITS) {
    this.limits = limits;
  }

  /** A new file starts; only the total goes on counting. */
  nextFile(): void {
    this.steps = 0;
    this.allocated = 0;
    this.printed = 0;
    this.level = 0;
  }

  step(count = 1): void {
    this.steps += count;
    this.total += count;
    if (this.steps > this.limits.steps) throw new BudgetError('steps');
    if (this.total > this.limits.total) throw new BudgetError('total');
  }

  /** Call before building `size` characters or entries. */
  allocate(size: number): void {
    this.allocated += size;
    if (!(this.allocated <= this.limits.allocation)) throw new BudgetError('allocation');
  }

  print(size: number): void {
    this.printed += size;
    if (this.printed > this.limits.output) throw new BudgetError('output');
  }

  enter(): void {
    this.level += 1;
    if (this.level > this.limits.depth) throw new BudgetError('depth');
  }

  leave(): void {
    this.level -= 1;
  }
}
