/** Whether a line only counts where Docker is. */
import { needsDocker } from '../../model/condition.ts';
import type { Fact } from '../../model/fact.ts';

export function isGuarded(fact: Fact): boolean {
  return fact.conditions.some(needsDocker);
}
