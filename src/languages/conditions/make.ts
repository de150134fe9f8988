/** The conditional parts of makefiles: `ifeq ($(CONTAINER_RUNTIME),docker)` … `else` … `endif`. */
import { type Branches, type Condition, inverted, NOTHING, within } from '../../model/condition.ts';
import type { View } from '../../text/view.ts';
import { linesOf } from '../text/lines.ts';
import { readTest } from './expression.ts';
import type { Stretch } from './stretches.ts';

interface Frame {
  readonly outer: readonly Condition[];
  readonly otherwise: readonly Condition[];
}

const TEST =
  /^[ \t]*(else[ \t]+)?(ifn?eq)[ \t]+(?:\(([^,\n]{0,200}),([^\n]{0,200})\)|["']([^"'\n]{0,200})["'][ \t]+["']([^"'\n]{0,200})["'])/;

export function makeStretches(view: View): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const frames: Frame[] = [];
  for (const { start, end } of linesOf(view.text)) {
    const line = view.text.slice(start, Math.min(end, start + 500));
    if (!/^[ \t]*(?:if|else\b|endif\b)/.test(line)) continue;
    const conditions = step(frames, line, view, start, stretches.at(-1)?.conditions ?? []);
    if (conditions) stretches.push({ start: view.root(end, end).span.start, conditions });
  }
  return stretches;
}

/** What holds behind the line, or undefined where it is no directive. */
function step(
  frames: Frame[],
  line: string,
  view: View,
  start: number,
  now: readonly Condition[],
): readonly Condition[] | undefined {
  if (/^[ \t]*endif\b/.test(line)) return frames.pop()?.outer;
  const test = branchesOf(line, view, start);
  if (/^[ \t]*else\b/.test(line)) {
    const frame = frames.pop();
    if (!frame) return undefined;
    frames.push({ outer: frame.outer, otherwise: within(frame.otherwise, test.whenFalse) });
    return within(within(frame.outer, frame.otherwise), test.whenTrue);
  }
  if (!/^[ \t]*if(?:n?eq|n?def)[ \t]/.test(line)) return undefined;
  frames.push({ outer: now, otherwise: test.whenFalse });
  return within(now, test.whenTrue);
}

function branchesOf(line: string, view: View, start: number): Branches {
  const match = TEST.exec(line);
  if (!match) return NOTHING;
  const sides = [match[3] ?? match[5] ?? '', match[4] ?? match[6] ?? ''].map((side) => side.trim());
  const [name] = sides.flatMap((side) => /^\$[({]([\w.-]{1,80})[)}]$/.exec(side)?.[1] ?? []);
  const value = sides.find((side) => !side.startsWith('$')) ?? '';
  if (name === undefined || !/^[\w.+-]{0,60}$/.test(value)) return NOTHING;
  const at = { text: line, view, start, end: start + line.length };
  const branches = readTest(`${name} == "${value}"`, at);
  return match[2] === 'ifneq' ? inverted(branches) : branches;
}
