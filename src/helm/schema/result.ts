/** What a check found: its complaints, and how well the value fits otherwise. */
import type { Budget } from '../values/budget.ts';

/** Where a value stands, from the inside out. */
export interface Context {
  readonly name: string;
  readonly around: Context | null;
}

export class Result {
  readonly complaints: string[] = [];
  /** Of alternatives that all fail, the complaints of the one that fits best are told. */
  score = 0;
  private readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  get isValid(): boolean {
    return this.complaints.length === 0;
  }

  complain(context: Context, description: string): void {
    const field = fieldOf(context);
    this.budget.allocate(field.length + description.length);
    this.complaints.push(`${field}: ${description}`);
    this.score -= 2;
  }

  merge(other: Result): void {
    this.budget.step(other.complaints.length);
    for (const complaint of other.complaints) this.complaints.push(complaint);
    this.score += other.score;
  }
}

export const ROOT: Context = { name: '(root)', around: null };

export function fieldOf(context: Context): string {
  const names: string[] = [];
  for (let one: Context | null = context; one !== null; one = one.around) names.push(one.name);
  return names.length === 1 ? ROOT.name : names.reverse().slice(1).join('.');
}

export const below = (context: Context, name: string): Context => ({ name, around: context });
