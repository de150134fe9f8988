/** Where the ids come from that a command acts on: `docker ps -q | xargs docker rm`, `docker rm $(docker ps -q)`, a loop, a variable. */
import type { Token } from '../../../model/document.ts';
import type { CommandFact, Fact } from '../../../model/fact.ts';
import { groupBy } from '../../../text/group.ts';
import { once } from '../../../text/once.ts';
import { spanOf } from '../../../text/placed.ts';
import { firstIndex } from '../../../text/search.ts';
import type { Source } from '../../../text/source.ts';
import { HOLE, hasHole } from '../../../text/view.ts';
import { type DockerCommand, dockerCommandOf, isDockerProgram } from './command.ts';
import { shellQuote } from './typed.ts';

export type Feed =
  | { readonly how: 'xargs'; readonly producer: CommandFact; readonly xargs: string }
  | { readonly how: 'substitution'; readonly producer: CommandFact; readonly operand: Token }
  | {
      readonly how: 'loop' | 'variable';
      readonly producer: CommandFact;
      readonly operand: Token;
      readonly name: string;
    }
  /** The ids go through other programs first, or come from something that is not a list of docker. */
  | { readonly how: 'filtered'; readonly producer: CommandFact };

const HOLES = new RegExp(`${HOLE}+`);
const NEARBY = 12;
/** Further apart, two commands are not one thing that a person wrote. */
const REACH = 4000;
/** Shell words that continue the line of a pipeline, but neither end it nor start another stage. */
const ONE_STAGE = /^(?:[^|;&\n]|\\\n)*\|\s*(?:\\\n\s*)?$/;
/** `| paste -sd ' '`, `| tr '\\n' ' '` in front of xargs, which takes a list of lines as well. */
const JOINS =
  /\|\s{0,9}(?:paste\s{1,9}-sd?\s{0,9}(?:' '|" "|,)?(?:\s{1,9}-)?|tr\s{1,9}(?:'\\{1,2}n'|"\\{1,2}n")\s{1,9}(?:' '|" "))\s{0,9}(?=\|)/g;
/** What stands in front of the list that a variable holds. */
const SET_BEFORE = /(?:\bfor\s+(\w+)\s+in|\b(\w+)=)\s*["(\\]{0,4}$/;
/** Where a command is substituted, also in a text between quotes for another machine (`ssh n "docker rm \$(docker ps -q)"`). */
const SUBSTITUTION = /^\\{0,3}(?:\$\$?\(|`)\s*(?:sudo\s+)?$/;
const LISTS = new Set(['list-containers', 'list-images']);

/** Asked of each command by its rule, by its advice and by the lists near it; `facts` are those of its document. */
export const feedOf = once((fact: CommandFact, command: DockerCommand, facts: readonly Fact[]): Feed | undefined => {
  const place = spanOf(fact.at);
  const lists = listsOf(facts).get(place.source) ?? [];
  const xargs = fact.wrappers.findLast(({ program }) => program === 'xargs' || program === 'parallel');
  if (xargs?.words[0]) return pipeFeed(xargs.words, spanOf(xargs.words[0]).start, lists);
  for (const operand of command.operands) {
    // What a block of PowerShell is passed.
    const isPassed = operand.text === '$_';
    if (!isPassed && !hasHole(operand.text)) continue;
    const feed = isPassed
      ? variableFeed(operand, '_', place.source, place.start, lists)
      : operandFeed(operand, place.start, lists);
    if (feed) return feed;
  }
  return undefined;
});

/** The command that acts on the ids which this list prints. */
export function consumerOf(fact: CommandFact, facts: readonly Fact[]): CommandFact | undefined {
  const { commands, order } = dockerCommands(facts);
  const at = order.get(fact) ?? 0;
  for (const other of commands.slice(Math.max(0, at - NEARBY), at + NEARBY)) {
    if (other === fact) continue;
    const command = dockerCommandOf(other);
    if (command && !LISTS.has(command.row.purpose) && feedOf(other, command, facts)?.producer === fact) return other;
  }
  return undefined;
}

function pipeFeed(words: readonly Token[], end: number, lists: readonly DockerList[]): Feed | undefined {
  const nearest = lists[firstFrom(lists, end) - 1];
  if (!nearest) return undefined;
  const { fact: producer, source, start } = nearest;
  if (end - start > REACH) return undefined;
  const between = source.text.slice(start, end).replace(JOINS, '');
  if (ONE_STAGE.test(withoutQuotes(between)))
    return { how: 'xargs', producer, xargs: words.map(({ text }) => shellQuote(text)).join(' ') };
  return /[;&]|\n(?<!\\\n)/.test(withoutQuotes(between).replaceAll('\\\n', ''))
    ? undefined
    : { how: 'filtered', producer };
}

function operandFeed(operand: Token, end: number, lists: readonly DockerList[]): Feed | undefined {
  const match = HOLES.exec(operand.text);
  if (!match) return undefined;
  const from = operand.start + match.index;
  const { source, start, end: to } = spanOf({ ...operand, start: from, end: from + match[0].length });
  const written = source.text.slice(start, to);
  const first = lists[firstFrom(lists, start + 1)];
  const inside = first && first.start < to ? first.fact : undefined;
  if (inside) {
    const set = start < end ? SET_BEFORE.exec(source.text.slice(Math.max(0, start - 200), start)) : null;
    const alone = SUBSTITUTION.test(source.text.slice(start, spanOf(inside.at).start));
    const piped = withoutQuotes(written).includes('|');
    if (!alone || piped || (start < end && !set)) return { how: 'filtered', producer: inside };
    if (!set) return { how: 'substitution', producer: inside, operand };
    return { how: set[1] ? 'loop' : 'variable', producer: inside, operand, name: set[1] ?? set[2] ?? '' };
  }
  const name = /^\\{0,3}\$\$?\{?(\w+)\}?$/.exec(written)?.[1];
  return name === undefined ? undefined : variableFeed(operand, name, source, end, lists);
}

/** `for c in $(docker ps -q); do docker rm $c`, `ids=$(docker ps -q); docker rm $ids`, `docker ps -q | while read c`. */
function variableFeed(
  operand: Token,
  name: string,
  source: Source,
  end: number,
  lists: readonly DockerList[],
): Feed | undefined {
  const last = firstFrom(lists, end);
  for (const { fact: producer, start } of lists.slice(Math.max(0, last - NEARBY), last).toReversed()) {
    if (end - start > REACH) return undefined;
    const line = source.text.slice(Math.max(0, start - 200, source.text.lastIndexOf('\n', start - 1)), start);
    const sets = new RegExp(
      `(?:(for)\\s+${name}\\s+in|\\b${name}=)\\s*["(\\\\]{0,4}(?:\\$\\(|\`)\\s*(?:sudo\\s+)?$`,
    ).exec(line);
    const rest = withoutQuotes(source.text.slice(start, end));
    if (sets) {
      const inner = rest.slice(0, Math.max(0, rest.search(/[)`]/)));
      if (inner.includes('|')) return { how: 'filtered', producer };
      return { how: sets[1] ? 'loop' : 'variable', producer, operand, name };
    }
    const reads = new RegExp(`^([^;\\n]*)\\|\\s*while\\s+(?:IFS=\\S*\\s+)?read\\s+(?:-r\\s+)?${name}\\b`).exec(rest);
    // `docker ps -q | ForEach-Object { docker rm $_ }` of PowerShell.
    const passes = name === '_' ? /^([^;\n{}]*)\|\s*(?:foreach(?:-object)?|%)\s*\{[^{}\n]*$/i.exec(rest) : null;
    const looped = passes ?? reads;
    if (looped)
      return looped[1]?.includes('|') ? { how: 'filtered', producer } : { how: 'loop', producer, operand, name };
  }
  return undefined;
}

interface DockerList {
  readonly fact: CommandFact;
  readonly source: Source;
  readonly start: number;
}

const dockerCommands = once((facts: readonly Fact[]) => {
  const commands = facts.filter(
    (fact): fact is CommandFact => fact.kind === 'command' && isDockerProgram(fact.program),
  );
  return { commands, order: new Map(commands.map((fact, i) => [fact, i])) };
});

/** The commands of a document that print containers or images, by file, in the order of their places. */
const listsOf = once((facts: readonly Fact[]) => {
  const lists = dockerCommands(facts).commands.flatMap((fact): DockerList[] => {
    const purpose = dockerCommandOf(fact)?.row.purpose;
    if (purpose === undefined || !LISTS.has(purpose)) return [];
    const { source, start } = spanOf(fact.at);
    return [{ fact, source, start }];
  });
  return groupBy(
    lists.sort((a, b) => a.start - b.start),
    ({ source }) => source,
  );
});

/** The index of the first list that starts at `offset` or later. */
function firstFrom(lists: readonly DockerList[], offset: number): number {
  return firstIndex(lists.length, (index) => (lists[index]?.start ?? 0) < offset);
}

/** Text of the same length in which quoted `|`, `;` and braces of templates do not count. */
function withoutQuotes(text: string): string {
  return text.replace(/'[^']*'|"[^"]*"/g, (quoted) =>
    /^"[^"]*[$`]/.test(quoted) ? quoted : '_'.repeat(quoted.length),
  );
}
