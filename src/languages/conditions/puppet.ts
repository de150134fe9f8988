/** `if`, `unless`, `elsif`, `else` and `case` of Puppet, and classes for one of several runtimes. */
import { type Branches, branchesOf, inverted, NOTHING } from '../../model/condition.ts';
import { once } from '../../text/once.ts';
import type { View } from '../../text/view.ts';
import { token } from '../text/facts.ts';
import { type Blocks, createBlocks } from './blocks.ts';
import { readExpression } from './expression.ts';
import type { Stretch } from './stretches.ts';
import { namesOtherRuntime, namesRuntime, valueBranches } from './words.ts';

/** A comment, an option of a `case`, a text, the head of a statement, a brace. */
const PIECE =
  /#[^\n]*|(?<option>["'][\w.-]{1,60}["'](?:\s*,\s*["'][\w.-]{1,60}["']){0,9}|\bdefault)\s*:\s*\{|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\b(?<word>if|elsif|unless|case)\s+(?<test>[^\s{}][^{}\n]{0,399})(?:\n\s*)?\{|\b(?<otherwise>else)\s*\{|^[ \t]*class\s+(?<named>[\w:]{1,100})(?:\s+inherits\s+[\w:]{1,100})?\s*\{|[{}]/gm;

interface Brace {
  readonly of: 'branch' | 'case' | 'option' | 'other';
  /** What a `case` is about. */
  readonly subject?: string;
}

/** `class engine::docker {` beside `class engine::containerd {`: a machine gets one of them. */
function branchesOfClass(view: View, start: number, name: string): Branches {
  if (!/docker/.test(name) || namesOtherRuntime(name) || !hasOther(view)) return NOTHING;
  const at = view.text.indexOf(name, start);
  return branchesOf({ kind: 'runtime', holds: true, at: token(view, at, at + name.length) });
}

const hasOther = once(({ text }: View): boolean =>
  [...text.matchAll(CLASS)].some(([, name = '']) => namesOtherRuntime(name)),
);

const CLASS = /^[ \t]*class\s+([\w:]{1,100})/gm;

export function puppetStretches(view: View): readonly Stretch[] {
  const blocks = createBlocks(view);
  const open: Brace[] = [];
  /** Behind the brace of a branch, which another one may follow. */
  let ended: number | undefined;
  for (const match of view.text.matchAll(PIECE)) {
    if (match[0].startsWith('#')) continue;
    const end = match.index + match[0].length;
    const { word, otherwise } = match.groups ?? {};
    const goesOn = ended !== undefined && (word === 'elsif' || otherwise !== undefined);
    if (ended !== undefined && !goesOn) blocks.close(ended);
    ended = undefined;
    if (match[0] === '}') {
      const { of } = open.pop() ?? { of: 'other' };
      if (of === 'branch') ended = end;
      if (of === 'case') blocks.close(end);
    } else if (match[0].endsWith('{')) open.push(enter(blocks, { match, end, view, goesOn }, open.at(-1)));
  }
  return blocks.stretches();
}

interface Head {
  readonly match: RegExpExecArray;
  readonly end: number;
  readonly view: View;
  /** Whether it goes on with the branches of the one before. */
  readonly goesOn: boolean;
}

function enter(blocks: Blocks, { match, end, view, goesOn }: Head, around: Brace | undefined): Brace {
  const { word, otherwise, option, named } = match.groups ?? {};
  if (named !== undefined) {
    blocks.open(end, branchesOfClass(view, match.index, named));
    return { of: 'branch' };
  }
  const test = (match.groups?.test ?? '').trimEnd();
  if (option !== undefined && around?.of === 'case') {
    blocks.next(end, branchesOfOption(view, match.index, option, around.subject ?? ''));
    return { of: 'option' };
  }
  if (word === 'case') {
    blocks.open(end);
    return { of: 'case', subject: test };
  }
  if (word === undefined && !(otherwise !== undefined && goesOn)) return { of: 'other' };
  const at = match.index + match[0].indexOf(test, word?.length ?? 0);
  const branches = word === undefined ? NOTHING : readExpression(view, at, at + test.length);
  if (goesOn) blocks.next(end, branches);
  else blocks.open(end, word === 'unless' ? inverted(branches) : branches);
  return { of: 'branch' };
}

function branchesOfOption(view: View, at: number, option: string, subject: string): Branches {
  const [value, ...others] = option.split(',');
  if (value === undefined || others.length > 0 || option === 'default' || !namesRuntime(subject)) return NOTHING;
  return valueBranches(value.replace(/["']/g, ''), token(view, at, at + option.length), subject);
}
