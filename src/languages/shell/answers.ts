/** Questions of which a script only keeps the answer: `if docker info; then HAS_DOCKER=1; fi`. */
import { baseName } from '../../text/path.ts';
import type { ShellList, ShellNode } from './ast.ts';
import { runsScript } from './definitions.ts';
import { type Known, writtenText } from './known.ts';

/** Whether all that the lists do is to give variables a value, and to say so. */
export function onlyKeepAnswer(lists: readonly ShellList[], known: Known): boolean {
  let keeps = false;
  const isKept = (node: ShellNode, level: number): boolean => {
    if (level > DEEPEST) return false;
    switch (node.kind) {
      case 'command': {
        const { words, assignments, declared } = node;
        const program = baseName(writtenText(words[0], known));
        const isSaid = SAYS.test(program) || known.functions.get(program)?.speaks === true;
        if (words.length > 0 && !isSaid && !DECLARES.test(program)) return false;
        const given = [...assignments, ...declared];
        keeps ||= given.length > 0;
        return given.every(({ value }) => !value?.parts.some(runsScript));
      }
      case 'redirected':
        return isKept(node.body, level + 1);
      case 'block':
        return !node.subshell && areKept(node.body, level + 1);
      case 'if':
        return node.branches.every(({ body }) => areKept(body, level + 1)) && areKept(node.otherwise ?? [], level + 1);
      default:
        return false;
    }
  };
  const areKept = (list: ShellList, level: number): boolean => list.every((node) => isKept(node, level));
  return lists.every((list) => areKept(list, 0)) && keeps;
}

/** Each `if` asks what stands inside of it: a test in a test in a test does more than to keep an answer. */
const DEEPEST = 3;

const SAYS = /^(?:echo|printf|logger|:|true)$/;
const DECLARES = /^(?:export|local|declare|typeset|readonly)$/;
