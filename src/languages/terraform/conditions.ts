/** What holds in Terraform: blocks with a `count`, and texts that a test chooses. */
import { DOCKERSHIM_FLAGS, RUNTIME_FLAGS } from '../../data/flags.ts';
import { type Condition, within } from '../../model/condition.ts';
import type { Document } from '../../model/document.ts';
import type { FlagFact } from '../../model/fact.ts';
import type { View } from '../../text/view.ts';
import { readExpression } from '../conditions/expression.ts';
import type { Stretch } from '../conditions/stretches.ts';
import { flagFact, token } from '../text/facts.ts';

const COUNT = /^[ \t]+(?:count|for_each)[ \t]*=(?:([^?\n]{1,300})\?([^:\n]{1,240}):|[ \t]*(0)[ \t]*$)/gm;
const NOTHING_MADE = /^(?:0|\[\s*\]|\{\s*\}|toset\(\[\s*\]\)|null)$/;

/** `count = var.container_runtime == "docker" ? 1 : 0`: the block around it is there under that condition. */
export function countStretches(view: View): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const match of view.text.matchAll(COUNT)) {
    const conditions = conditionsOf(match, view);
    const start = Math.max(blockBefore(view.text, match.index), stretches.at(-1)?.start ?? 0);
    const close = view.text.indexOf('\n}', match.index);
    const end = close < 0 ? view.text.length : close;
    stretches.push({ start: rootOf(view, start), conditions }, { start: rootOf(view, end), conditions: [] });
  }
  return stretches;
}

function conditionsOf(match: RegExpExecArray, view: View): readonly Condition[] {
  const [text, test = '', first = '', none] = match;
  const end = match.index + text.length;
  if (none !== undefined) return [{ kind: 'switch', holds: true, at: token(view, end - none.length, end) }];
  const from = match.index + text.indexOf(test);
  const branches = readExpression(view, from, from + test.length);
  return NOTHING_MADE.test(first.trim()) ? branches.whenFalse : branches.whenTrue;
}

function blockBefore(text: string, at: number): number {
  const close = text.lastIndexOf('\n}', at);
  return close < 0 ? 0 : close + 2;
}

function rootOf(view: View, at: number): number {
  return view.root(at, at).span.start;
}

const FLAGS = new Set([...DOCKERSHIM_FLAGS, ...RUNTIME_FLAGS].map((row) => row.flag));
const CHOSEN = /([?:])[ \t]*"--([a-z][a-z0-9-]{2,60})(?:[= ]([^"\n]{0,200}))?"/g;

/** `var.bin_dir != "" ? "--cni-bin-dir=${var.bin_dir}" : ""`: a flag of the kubelet that an expression puts in. */
export function chosenFlags(document: Document): readonly FlagFact[] {
  const { view } = document;
  if (!/kubelet/i.test(view.text)) return [];
  const found: FlagFact[] = [];
  for (const match of view.text.matchAll(CHOSEN)) {
    const [text, sign = '', name = '', value] = match;
    const line = view.text.lastIndexOf('\n', match.index) + 1;
    const before = view.text.slice(line, match.index);
    if (!FLAGS.has(name) || /^\s*(?:#|\/\/)/.test(before)) continue;
    const start = match.index + text.indexOf('"') + 1;
    const end = match.index + text.length - 1;
    const flag = {
      program: 'kubelet',
      name,
      at: token(view, start, end),
      value: value === undefined ? undefined : token(view, end - value.length, end),
    };
    const certainty = value?.includes('${') ? 'partial' : 'literal';
    const conditions = within([], conditionsBefore(view, line, match.index, sign));
    found.push(flagFact(document, flag, 'map', { certainty, conditions }));
    if (found.length >= MOST) break;
  }
  return found;
}

const MOST = 200;

/** The test in front of the `?` on the same line. */
function conditionsBefore(view: View, line: number, at: number, sign: string): readonly Condition[] {
  const question = sign === '?' ? at : view.text.lastIndexOf('?', at - 1);
  if (question < line) return [];
  const head = view.text.slice(line, question);
  const open = Math.max(head.lastIndexOf('${') + 2, head.search(/[^=!<>]=[^=]/) + 2);
  const branches = readExpression(view, line + open, question);
  return sign === '?' ? branches.whenTrue : branches.whenFalse;
}
