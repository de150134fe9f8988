/** `docker run --rm jq …` on many lines of a script: one program that the script takes from an image, told at its first use. */
import { implies } from '../../../model/condition.ts';
import type { Document } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import { LIMITS } from '../../../model/limits.ts';
import { groupByEach } from '../../../text/group.ts';
import { once } from '../../../text/once.ts';
import type { RuleContext } from '../../rule.ts';
import { type DockerCommand, dockerCommandOf } from './command.ts';
import { nameAsWritten } from './names.ts';

/** Whether an earlier line of the script, which always runs where this one does, starts the same image. */
export function isRunAgain(fact: CommandFact, command: DockerCommand, context: RuleContext): boolean {
  const first = runsOf(fact, command, context)[0];
  return first !== undefined && first !== fact && runsWith(fact, first);
}

/** The later lines that start the same image. */
export function runsAgain(fact: CommandFact, command: DockerCommand, context: RuleContext): readonly CommandFact[] {
  const [first, ...others] = runsOf(fact, command, context);
  return first === fact ? others.filter((other) => runsWith(other, first)).slice(0, LIMITS.relatedPlaces) : [];
}

/** Two lines may do two things with an image; a program is called more often. */
const FEWEST = 3;

function runsOf({ document }: CommandFact, command: DockerCommand, context: RuleContext): readonly CommandFact[] {
  const image = imageOfTool(command);
  const runs = image === undefined ? [] : (toolRuns(document, context).get(image) ?? []);
  return runs.length < FEWEST ? [] : runs;
}

const toolRuns = once((document: Document, { factsOf }: RuleContext): ReadonlyMap<string, readonly CommandFact[]> => {
  if (document.language !== 'shell') return NONE;
  const commands = factsOf(document).filter((fact) => fact.kind === 'command');
  return groupByEach(commands, (fact) => {
    const command = dockerCommandOf(fact);
    const image = command && imageOfTool(command);
    return image === undefined ? [] : [image];
  });
});

const NONE: ReadonlyMap<string, readonly CommandFact[]> = new Map();

/** A container that goes when its program has ended, and gets no name. */
function imageOfTool(command: DockerCommand): string | undefined {
  const { row, options, operands } = command;
  const isTool = row.purpose === 'run' && options.some(({ name }) => name === 'rm');
  const [image] = operands;
  if (!isTool || !image || options.some(({ name }) => name === 'name' || name === 'detach')) return undefined;
  return nameAsWritten(image);
}

/** The first line always runs where the later one does, on the same machine. */
function runsWith(later: CommandFact, first: CommandFact): boolean {
  return later.site === first.site && later.polarity === first.polarity && implies(later.conditions, first.conditions);
}
