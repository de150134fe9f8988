/** The blocks of a script of PowerShell: what holds in each, and behind one that leaves. */
import { type Branches, behindLeaving, type Condition, NOTHING, within } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { token } from '../text/facts.ts';
import { caseBranches, testBranches } from './conditions.ts';
import type { Block, NextBlock, Scanner } from './scanner.ts';

export const PLAIN_BLOCK: NextBlock = { conditions: [], isBranch: false, subject: undefined, whenPassed: [] };

export function openBlock(scanner: Scanner): void {
  const { words, next, at: start, otherwise } = scanner;
  const [word] = words;
  const subject = scanner.blocks.at(-1)?.subject;
  const open = (block: NextBlock) => push(scanner, { ...block, start, otherwise, isRest: false });
  scanner.next = PLAIN_BLOCK;
  scanner.ending = 'continues';
  if (words.length === 1 && word && /^else$/i.test(word.text)) {
    open({ ...PLAIN_BLOCK, conditions: otherwise, isBranch: true });
  } else if (words.length === 1 && word && subject !== undefined) {
    const conditions = /^default$/i.test(word.text) ? otherwise : caseBranches(subject, word).whenTrue;
    open({ ...PLAIN_BLOCK, conditions, isBranch: true });
    scanner.words = [];
  } else open(next);
}

export function closeBlock(scanner: Scanner): void {
  const { blocks, at } = scanner;
  if (blocks.at(-1)?.isRest) endOf(scanner, blocks.pop());
  const block = blocks.pop();
  if (!block) return;
  endOf(scanner, block);
  scanner.otherwise = block.otherwise;
  if (blocks.at(-1)?.subject !== undefined) readCaseTest(scanner, block, blocks.at(-1)?.subject ?? '');
  const rest = behindLeaving(block.whenPassed, scanner.ending);
  scanner.ending = 'continues';
  if (rest.length === 0) return;
  const before = blocks.at(-1)?.isRest ? blocks.pop() : undefined;
  endOf(scanner, before);
  const conditions = within(before?.own ?? [], rest);
  push(scanner, { ...PLAIN_BLOCK, conditions, start: at, otherwise: block.otherwise, isRest: true });
}

/** `switch ($true) { ($minor -lt 24) { … } }` */
export function isCaseByTest({ blocks }: Scanner): boolean {
  return /^\$true$/i.test(blocks.at(-1)?.subject ?? '');
}

/** `switch ($minor) { { $_ -lt 24 } { … } }`: the first block is the test of the second. */
function readCaseTest(scanner: Scanner, { start }: Block, subject: string): void {
  const test = token(scanner.view, start + 1, Math.max(start + 1, scanner.at - 1));
  if (test.text.length > LONGEST_TEST || !/\$_(?!\w)/.test(test.text)) return;
  const branches = testBranches(
    test,
    scanner.meanings,
    test.text.replace(/\$_(?!\w)/g, () => subject),
  );
  scanner.next = { ...PLAIN_BLOCK, conditions: branches.whenTrue, isBranch: true };
  scanner.otherwise = within(scanner.otherwise, branches.whenFalse);
}

const LONGEST_TEST = 300;

/** What is open where the script ends. */
export function closeRest(scanner: Scanner): void {
  while (scanner.blocks.length > 0) endOf(scanner, scanner.blocks.pop());
}

type Opened = NextBlock & Pick<Block, 'start' | 'otherwise' | 'isRest'>;

/** A block knows all that holds in it, so that nothing looks through those around it. */
function push(scanner: Scanner, { conditions: own, ...block }: Opened): void {
  const isBranch = block.isBranch || scanner.blocks.at(-1)?.isBranch === true;
  scanner.blocks.push({ ...block, own, conditions: within(holding(scanner), own), isBranch });
}

function endOf({ branches, at }: Scanner, block: Block | undefined): void {
  if (block && block.own.length > 0) branches.push({ start: block.start, end: at, conditions: block.conditions });
}

export function closeParenthesis(scanner: Scanner): void {
  if (scanner.depth === scanner.condition && scanner.condition > 0) {
    scanner.condition = 0;
    const test = token(scanner.view, scanner.conditionStart, scanner.at - 1);
    if (scanner.asks === 'switch') scanner.next = { ...PLAIN_BLOCK, subject: test.text.trim().slice(0, 200) };
    else {
      const branches = branchesOfTest(scanner, test);
      const before = scanner.asks === 'case' ? [] : scanner.otherwise;
      const conditions = within(before, branches.whenTrue);
      const whenPassed = scanner.asks === 'if' ? branches.whenFalse : [];
      scanner.next = { conditions, isBranch: true, subject: undefined, whenPassed };
      scanner.otherwise = within(scanner.otherwise, branches.whenFalse);
    }
  }
  if (scanner.depth === scanner.parameters) scanner.parameters = 0;
  scanner.depth = Math.max(0, scanner.depth - 1);
}

/** A switch that the script itself turns on keeps nothing away. */
function branchesOfTest({ switches, meanings }: Scanner, test: Token): Branches {
  return switches.has(test.text.trim().toLowerCase()) ? NOTHING : testBranches(test, meanings);
}

export function holding({ blocks, given }: Scanner): readonly Condition[] {
  return blocks.at(-1)?.conditions ?? given;
}
