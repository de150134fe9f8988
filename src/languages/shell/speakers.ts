/** Functions that write their arguments down and run none of them: `note() { printf '%s\n' "$*" >> run.log; }`. */
import type { NodeOf, ShellList, ShellNode, ShellPart, ShellRedirect, ShellWord } from './ast.ts';
import { runsScript } from './definitions.ts';
import { wordsOf } from './looked-for.ts';

const PRINTS = new Set(['echo', 'printf', 'logger', 'wall', 'whiptail', 'dialog', 'notify-send']);

/** What is nested deeper counts as run. */
const DEEPEST = 40;

/** Whether everything that is done with the arguments, also under another name, is to print them. */
export function onlyPrints({ body }: NodeOf<'function'>): boolean {
  const given = new Set(['@', '*', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  let prints = false;
  const names = (word: ShellWord): boolean => word.parts.some(holds);
  const holds = (part: ShellPart): boolean => part.kind === 'variable' && given.has(part.name);
  let depth = DEEPEST;
  const isSafe = (list: ShellList): boolean => {
    if (depth === 0) return false;
    depth -= 1;
    const safe = list.every(isSafeNode);
    depth += 1;
    return safe;
  };
  const isSafeCommand = ({ words, assignments, declared, redirects }: NodeOf<'command'>): boolean => {
    if (!redirects.every(isSafeRedirect)) return false;
    for (const { name, value, elements } of [...assignments, ...declared]) {
      const values = [...(value ? [value] : []), ...(elements ?? [])];
      if (!values.every(isSafeWord)) return false;
      if (values.some(names)) given.add(name);
    }
    if (!words.every(isSafeWord)) return false;
    const program = literalOf(words[0]);
    if (!words.some((word) => names(word) || word.parts.some(runsScript))) return true;
    prints ||= PRINTS.has(program);
    return PRINTS.has(program) || NEUTRAL.has(program);
  };
  const isSafeWord = ({ parts }: ShellWord): boolean => parts.every(isSafePart);
  const isSafePart = (part: ShellPart): boolean => {
    if (part.kind === 'script') return isSafe(part.body);
    return part.kind === 'arithmetic' ? part.scripts.every(isSafe) : !runsScript(part);
  };
  const isSafeRedirect = (redirect: ShellRedirect): boolean => {
    const word = redirect.kind === 'here-document' ? redirect.body : redirect.target;
    return word === undefined || isSafeWord(word);
  };
  const isSafeNode = (node: ShellNode): boolean => {
    switch (node.kind) {
      case 'command':
        return isSafeCommand(node);
      case 'pipeline':
        return isSafe(node.parts) && node.parts.slice(1).every(isFilter);
      case 'chain':
        return isSafe(node.parts);
      case 'block':
        return isSafe(node.body);
      case 'redirected':
        return node.redirects.every(isSafeRedirect) && isSafeNode(node.body);
      case 'if':
        return (
          node.branches.every(({ condition, body: then }) => isSafe(condition) && isSafe(then)) &&
          isSafe(node.otherwise ?? [])
        );
      case 'loop':
        return isSafe(node.condition) && isSafe(node.body);
      case 'for':
        if (!node.words || node.words.some(names)) given.add(node.name);
        return (node.words ?? []).every(isSafeWord) && isSafe(node.body);
      case 'case':
        return isSafeWord(node.subject) && node.arms.every((arm) => isSafe(arm.body));
      case 'test':
        return wordsOf(node.expression).every(isSafeWord);
      case 'arithmetic':
        return node.scripts.every(isSafe);
      case 'function':
        return true;
      default:
        return node satisfies never;
    }
  };
  return isSafe(body) && prints;
}

/** What takes arguments and runs nothing of them. */
const NEUTRAL = new Set(['[', 'test', 'local', 'shift', 'return', 'exit', ':', 'declare', 'export', 'readonly', 'set']);

/** What may read printed words without running them. */
function isFilter(node: ShellNode): boolean {
  if (node.kind === 'redirected') return isFilter(node.body);
  return node.kind === 'command' && FILTERS.has(literalOf(node.words[0]));
}

const FILTERS = new Set(['tee', 'cat', 'sed', 'grep', 'tr', 'fold', 'fmt', 'logger', 'wall', 'mail', 'column']);

function literalOf(word: ShellWord | undefined): string {
  const [part, ...more] = word?.parts ?? [];
  return part?.kind === 'text' && more.length === 0 ? part.value : '';
}
