/** Whether a task leaves what it names on the machine: `state: absent`, by a test, or for each item of a loop. */
import type { Condition } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { readTest } from '../conditions/expression.ts';
import type { Arguments } from './arguments.ts';
import { eitherOf } from './either.ts';

/** What is unmounted is cleared away, and a path that is not mounted is no failure. */
const GONE = /^(?:absent(?:_from_fstab)?|removed|unmounted)$/;

export function isGone(state: string | undefined): boolean {
  return GONE.test(state ?? '');
}

/** Whether the one of the things that an argument names is to be gone: a loop of pairs has a state for each. */
export function isGoneAt(args: Arguments, named: readonly Token[], i: number): boolean {
  const states = args.get('state') ?? [];
  return isGone((states.length === named.length ? states[i] : states[0])?.text);
}

/** What has to hold for the thing to be there: `state: "{{ 'present' if use_docker else 'absent' }}"`. */
export function stateConditions(state: Token | undefined): readonly Condition[] {
  const either = state && eitherOf(spanText(spanOf(state)).trim());
  if (!either || isGone(either.first) === isGone(either.second)) return [];
  const { whenTrue, whenFalse } = readTest(either.test, state);
  return isGone(either.first) ? whenFalse : whenTrue;
}
