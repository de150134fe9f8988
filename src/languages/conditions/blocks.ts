/** The branches that an `if` or `case` of a language opens, one inside the other, and what holds behind each step. */
import { type Branches, type Condition, NOTHING, within } from '../../model/condition.ts';
import type { View } from '../../text/view.ts';
import type { Stretch } from './stretches.ts';

interface Frame {
  readonly outer: readonly Condition[];
  /** What holds where none of the branches so far is taken. */
  readonly otherwise: readonly Condition[];
}

/** Told from the first step to the last; offsets are those of the view. */
export interface Blocks {
  /** A block opens in which the test holds; one without a test changes nothing. */
  open(at: number, test?: Branches): void;
  /** The block ends and its next branch begins, in which the test holds. */
  next(at: number, test?: Branches): void;
  close(at: number): void;
  stretches(): readonly Stretch[];
}

export function createBlocks(view: View): Blocks {
  const found: Stretch[] = [];
  const frames: Frame[] = [];
  let now: readonly Condition[] = [];
  const to = (at: number, conditions: readonly Condition[]) => {
    if (conditions !== now) found.push({ start: view.root(at, at).span.start, conditions });
    now = conditions;
  };
  const under = (around: readonly Condition[], more: readonly Condition[]) =>
    more.length === 0 ? around : within(around, more);
  return {
    open(at, test = NOTHING) {
      frames.push({ outer: now, otherwise: test.whenFalse });
      to(at, under(now, test.whenTrue));
    },
    next(at, test = NOTHING) {
      const frame = frames.pop();
      if (!frame) return;
      frames.push({ outer: frame.outer, otherwise: under(frame.otherwise, test.whenFalse) });
      to(at, under(under(frame.outer, frame.otherwise), test.whenTrue));
    },
    close(at) {
      const frame = frames.pop();
      if (frame) to(at, frame.outer);
    },
    stretches: () => found,
  };
}
