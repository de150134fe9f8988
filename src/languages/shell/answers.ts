/** Questions of which a script only keeps the answer: `if docker info; then HAS_DOCKER=1; fi`. */
import { baseName } from '../../text/path.ts';
import type { ShellList, ShellNode } from './ast.ts';
import { runsScript } from './definitions.ts';
import { type Known, writtenText } from './known.ts';

/** Whether all that the lists do is to give variables a value, and to say so. */
export function onlyKeepAnswer(lists: readonly ShellList[], known: Known): boolean {
  let keeps = false;
  const isKept = (node: ShellNode): boolean => {
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
        return isKept(node.body);
      case 'block':
        return !node.subshell && node.body.every(isKept);
      case 'if':
        return node.branches.every(({ body }) => body.every(isKept)) && (node.otherwise ?? []).every(isKept);
      default:
        return false;
    }
  };
  return lists.every((list) => list.every(isKept)) && keeps;
}

const SAYS = /^(?:echo|printf|logger|:|true)$/;
const DECLARES = /^(?:export|local|declare|typeset|readonly)$/;
