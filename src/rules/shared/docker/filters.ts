/** `docker ps | grep k8s_etcd | awk '{print $1}'`: the names that a person picks from a list, as crictl asks for them. */
import type { CommandFact } from '../../../model/fact.ts';
import { hasHole } from '../../../text/view.ts';
import { hasOption, readDockerCommand } from './command.ts';
import { namePattern } from './lists.ts';
import { shellQuote, typedWord } from './typed.ts';

/** The list with the name of the container, which is a part of what docker printed: never more than the filter let through. */
export function namedByFilter(list: CommandFact): string | undefined {
  const command = readDockerCommand(list.words);
  const [first, ...others] = list.pipedInto;
  if (!command || command.options.some(({ name }) => name === 'filter') || first === undefined) return undefined;
  if (others.includes('sed') || others.includes('tr')) return undefined;
  const word = wordPicked(list);
  const pattern = word === undefined ? '' : namePattern(word);
  const isOpen = OPEN_NAME.test(pattern);
  if (!NAME.test(pattern) && !isOpen) return undefined;
  return `crictl ps ${hasOption(command, 'all') ? '-a ' : ''}-q --name ${isOpen ? `"${pattern}"` : shellQuote(pattern)}`;
}

/** `docker ps -a | awk '{print $1}'`: every id, as with -q; what skips the line of headings besides changes nothing. */
export function printsColumn({ statement, pipedInto }: CommandFact, column: number): boolean {
  const between = pipedInto.filter((one) => one !== 'xargs');
  if (between.at(-1) !== 'awk' || between.length > 2) return false;
  const wordsOf = (program: string) =>
    statement.commands
      .filter((one) => one.program === program)
      .map(({ words }) => words.slice(1).map(({ text }) => text));
  const [awk = [], another] = wordsOf('awk');
  const isWhole =
    awk.length === 1 &&
    another === undefined &&
    COLUMN.exec((awk[0] ?? '').slice(0, LONGEST_PROGRAM).replace(/\s/g, ''))?.[1] === `${column}`;
  if (!isWhole || between.length === 1) return isWhole;
  const [skips = [], more] = wordsOf(between[0] ?? '');
  return more === undefined && NO_HEADINGS.test([between[0], ...skips].join(' '));
}

/** Without its blanks. */
const COLUMN = /^(?:NR(?:>1|>=2|!=1))?\{print\$(\d);?\}$/;
const LONGEST_PROGRAM = 200;
const NO_HEADINGS = /^(?:tail -n ?\+2|sed 1d|grep -v (?:-i )?(?:CONTAINER|REPOSITORY|IMAGE)(?: ID)?)$/i;

/** The word by which the first program behind the list picks from it. */
export function wordPicked(list: CommandFact): string | undefined {
  const [first] = list.pipedInto;
  return first === undefined ? undefined : wordOf(first, list);
}

/** Of a container, and not of the sandbox; a short word is in many names. */
const NAME = /^\^?(?!k8s)[a-z][a-z\d-]{3,}\$?$/;

/** `k8s_${service}`, which a variable names. */
const OPEN_NAME = /^\^\$\{?\w+\}?\$?$/;

/** What `grep` or `awk` looks for, where it is a plain word. */
function wordOf(program: string, { statement, pipedInto }: CommandFact): string | undefined {
  const filters = statement.commands.filter((one) => one.program === program);
  const [filter, ...narrower] = filters;
  // What else is left out of the list would be in that of crictl.
  if (
    narrower.some(({ words }) => !(words[1]?.text === '-v' && /^(?:pause|POD|k8s_POD\w*)$/.test(words[2]?.text ?? '')))
  )
    return undefined;
  if (!filter || filters.length !== pipedInto.filter((one) => one === program).length) return undefined;
  const [pattern, ...files] = filter.words
    .slice(1)
    .filter(({ text }) => !/^(?:-[iEwF]|--extended-regexp|--ignore-case)$/.test(text));
  if (!pattern || files.length > 0) return undefined;
  if (program === 'awk') return /^\/([\w-]+)\/\s*\{\s*print\s*\$1;?\s*\}$/.exec(pattern.text)?.[1];
  if (program !== 'grep' && program !== 'egrep') return undefined;
  const written = hasHole(pattern.text) ? typedWord(pattern, '').typed.replace(/"/g, '') : pattern.text;
  return /^[\w%-]+$|^k8s_\$(?:\{\w+\}|\w+)_?$/.exec(written)?.[0];
}
