/** `docker ps -q | xargs docker stop`, and `docker ps -aq | xargs docker rm` on the next line: containers go, for one reason. */
import type { Document } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import { once } from '../../../text/once.ts';
import { spanOf } from '../../../text/placed.ts';
import { positionAt } from '../../../text/source.ts';
import type { RuleContext } from '../../rule.ts';
import { circumstancesOf } from '../circumstances.ts';
import { dockerCommandOf } from './command.ts';
import { consumerOf } from './feeds.ts';

/** The lists of containers to clear away that stand on lines below each other, the first with all of them. */
export function clearingsOf(fact: CommandFact, context: RuleContext): readonly CommandFact[] {
  return clearings(fact.document, context).get(fact) ?? [fact];
}

const clearings = once(
  (document: Document, { factsOf }: RuleContext): ReadonlyMap<CommandFact, readonly CommandFact[]> => {
    const facts = factsOf(document);
    const found = new Map<CommandFact, CommandFact[]>();
    let last: CommandFact | undefined;
    for (const fact of facts) {
      if (fact.kind !== 'command' || dockerCommandOf(fact)?.row.purpose !== 'list-containers') continue;
      const consumer = consumerOf(fact, facts);
      if (!consumer || !/^(?:stop|kill|remove)$/.test(dockerCommandOf(consumer)?.row.purpose ?? '')) continue;
      const group = (last && isBelow(fact, last) && found.get(last)) || [];
      group.push(fact);
      found.set(fact, group);
      last = fact;
    }
    return found;
  },
);

function isBelow(fact: CommandFact, before: CommandFact): boolean {
  return reasonOf(fact) === reasonOf(before) && Math.abs(lineOf(fact) - lineOf(before)) <= 1;
}

function lineOf({ at }: CommandFact): number {
  const { source, start } = spanOf(at);
  return positionAt(source, start).line;
}

function reasonOf(fact: CommandFact): string {
  return [fact.onFailure ?? '', circumstancesOf(fact)].join('\0');
}

/** `docker volume rm $(docker volume ls -qf dangling=true)`, and containers that are removed by their volumes. */
export function clearsVolumes({ statement }: CommandFact): boolean {
  const all = statement.commands.flatMap((one) => dockerCommandOf(one) ?? []);
  return (
    all.some(({ subcommand }) => /^volume (?:ls|list)$/.test(subcommand)) &&
    all.some(({ subcommand, row }) => /^volume (?:rm|remove)$/.test(subcommand) || row.purpose === 'remove')
  );
}
