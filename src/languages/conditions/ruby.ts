/** `if`, `unless` and `case` of Ruby, as far as they begin their lines and `end` is indented like them. */
import { type Branches, inverted, NOTHING } from '../../model/condition.ts';
import { once } from '../../text/once.ts';
import type { View } from '../../text/view.ts';
import { token } from '../text/facts.ts';
import { linesOf } from '../text/lines.ts';
import { createBlocks } from './blocks.ts';
import { readExpression } from './expression.ts';
import type { Stretch } from './stretches.ts';
import { isOtherRuntimeName, namesRuntime, valueBranches } from './words.ts';

const LINE = /^(?<indent>[ \t]*)(?<word>if|unless|elsif|else|case|when|end)\b[ \t]*(?<rest>.*)/d;
const LONGEST = 500;

interface Opened {
  readonly indent: string;
  /** What a `case` is about. */
  readonly subject: string | undefined;
}

export function rubyStretches(view: View): readonly Stretch[] {
  const blocks = createBlocks(view);
  const open: Opened[] = [];
  for (const { start, end } of linesOf(view.text)) {
    const match = LINE.exec(view.text.slice(start, Math.min(end, start + LONGEST)));
    const { indent = '', word = '', rest: written = '' } = match?.groups ?? {};
    const rest = withoutEnd(written);
    const at = start + (match?.indices?.groups?.rest?.[0] ?? 0);
    const last = open.at(-1);
    if (word === 'if' || word === 'unless' || word === 'case') {
      blocks.open(end, word === 'case' ? NOTHING : testOf(word, view, at, rest));
      open.push({ indent, subject: word === 'case' ? rest : undefined });
    } else if (word === 'end' && last?.indent === indent) {
      blocks.close(end);
      open.pop();
    } else if (word === 'when' && last?.subject !== undefined) blocks.next(end, whenOf(view, at, rest, last.subject));
    else if ((word === 'elsif' || word === 'else') && last?.indent === indent)
      blocks.next(end, testOf(word, view, at, rest));
  }
  return blocks.stretches();
}

/** A test without `then` and a comment behind it. */
function withoutEnd(written: string): string {
  const [code = ''] = written.split('#', 1);
  return code
    .trimEnd()
    .replace(/[ \t]then$/, '')
    .trimEnd();
}

const hasOtherArm = once((view: View): boolean => /^[ \t]*when[ \t]+["':](?:containerd|cri-?o)\b/im.test(view.text));

function testOf(word: string, view: View, at: number, test: string): Branches {
  if (test === '') return NOTHING;
  const branches = readExpression(view, at, at + test.length);
  return word === 'unless' ? inverted(branches) : branches;
}

/** `when 'docker'`; several values say nothing. The values tell what a variable chooses whose name does not. */
function whenOf(view: View, at: number, values: string, subject: string): Branches {
  const value = /^["':]([\w.-]+)["']?$/.exec(values)?.[1];
  if (
    value === undefined ||
    !(namesRuntime(subject) || isOtherRuntimeName(value) || (value === 'docker' && hasOtherArm(view)))
  )
    return NOTHING;
  return valueBranches(value, token(view, at, at + values.length), subject);
}
