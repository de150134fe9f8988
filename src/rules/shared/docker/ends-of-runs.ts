/** `docker run --name web …` with `docker stop web` and `docker rm web` in the same file: whoever starts it otherwise ends it otherwise. */
import type { Document, Token } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import { LIMITS } from '../../../model/limits.ts';
import { once } from '../../../text/once.ts';
import type { RuleContext } from '../../rule.ts';
import { circumstancesOf } from '../circumstances.ts';
import { type DockerCommand, dockerCommandOf, valuesOf } from './command.ts';
import { talksElsewhere } from './elsewhere.ts';
import { nameIn } from './own-containers.ts';

/** What starts the one container that the command stops or removes, under the same conditions. */
export function startOf(fact: CommandFact, command: DockerCommand, context: RuleContext): CommandFact | undefined {
  const key = ENDS.test(command.row.purpose) ? keyOf(fact, command.operands) : undefined;
  return key === undefined ? undefined : startsIn(fact.document, context).get(key);
}

/** The lines that stop and remove what this one starts. */
export function endsOf(fact: CommandFact, context: RuleContext): readonly CommandFact[] {
  return endsIn(fact.document, context).get(fact) ?? [];
}

const endsIn = once((document: Document, context: RuleContext): ReadonlyMap<CommandFact, readonly CommandFact[]> => {
  const ends = new Map<CommandFact, CommandFact[]>();
  for (const { fact, command } of commandsOf(document, context)) {
    const start = startOf(fact, command, context);
    const known = start ? (ends.get(start) ?? []) : [];
    if (start && known.length < LIMITS.relatedPlaces) ends.set(start, [...known, fact]);
  }
  return ends;
});

const ENDS = /^(?:stop|kill|remove)$/;
const STARTS = /^(?:run|create)$/;

const startsIn = once((document: Document, context: RuleContext): ReadonlyMap<string, CommandFact> => {
  const starts = new Map<string, CommandFact>();
  for (const { fact, command } of commandsOf(document, context)) {
    const key = STARTS.test(command.row.purpose) ? keyOf(fact, valuesOf(command, 'name')) : undefined;
    if (key !== undefined && !starts.has(key)) starts.set(key, fact);
  }
  return starts;
});

const commandsOf = once((document: Document, context: RuleContext) =>
  context.factsOf(document).flatMap((fact) => {
    const command = fact.kind === 'command' ? dockerCommandOf(fact) : undefined;
    return fact.kind === 'command' && command && !talksElsewhere(fact, command, context) ? [{ fact, command }] : [];
  }),
);

/** One name, and the machine and conditions under which it is used. */
function keyOf(fact: CommandFact, names: readonly Token[]): string | undefined {
  const [name, another] = names.map(nameIn);
  return !name || another !== undefined ? undefined : `${name}\0${circumstancesOf(fact)}`;
}
