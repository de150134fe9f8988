/** A script that gives the kubelet another runtime, and then clears away what Docker still holds: nothing of that is the kubelet's any more. */
import type { Document } from '../../../model/document.ts';
import type { CommandFact, Fact } from '../../../model/fact.ts';
import { givesOtherRuntime } from '../../../placing/beside-engines.ts';
import { rootOf } from '../../../placing/units.ts';
import { once } from '../../../text/once.ts';
import { spanOf } from '../../../text/placed.ts';
import type { RuleContext } from '../../rule.ts';
import { type DockerCommand, dockerCommandOf } from './command.ts';
import { consumerOf } from './feeds.ts';

/** `--container-runtime-endpoint=unix:///run/containerd/containerd.sock`, and `docker rm -f $(docker ps -aq)` below it. */
export function clearsAfterMove(command: DockerCommand, fact: CommandFact, context: RuleContext): boolean {
  if (fact.site?.kind === 'container' || hasTimeOfItsOwn(fact.document)) return false;
  if (!clearsAway(command, fact, context)) return false;
  const move = movesIn(rootOf(fact.document), context).get(machineOf(fact));
  return move !== undefined && move < spanOf(fact.at).start;
}

/** A unit, or a file that is put on the machine, does not run where it stands: once the move is over, it goes on clearing away. */
function hasTimeOfItsOwn({ language, parent, target }: Document): boolean {
  return language === 'systemd' || (parent !== undefined && target !== undefined);
}

/** `ignore_errors: true` of a task that clears Docker away too, where the kubelet is given another runtime on the same machines. */
export function clearsBeside(command: DockerCommand, fact: CommandFact, context: RuleContext): boolean {
  return (
    fact.onFailure === 'goes-on' &&
    context.placementOf(fact).engine?.isBeside === true &&
    clearsAway(command, fact, context)
  );
}

function clearsAway(command: DockerCommand, fact: CommandFact, context: RuleContext): boolean {
  const consumer = command.row.purpose.startsWith('list-')
    ? consumerOf(fact, context.factsOf(fact.document))
    : undefined;
  const clearing = consumer ? dockerCommandOf(consumer) : command;
  return clearing !== undefined && CLEARS.test(clearing.row.purpose);
}

const CLEARS = /^(?:remove|remove-images|stop|kill|prune-.*)$/;

/** Where the file first gives the kubelet of a machine another runtime, itself or in a file that it writes. */
const movesIn = once((document: Document, context: RuleContext): ReadonlyMap<string, number> => {
  const own = context.factsOf(document).filter(givesOtherRuntime).slice(0, MOST_MOVES);
  const inParts = context.partsOf(document).slice(0, MOST_MOVES);
  const moves = new Map<string, number>();
  for (const [machine, start] of [
    ...own.map((fact) => [machineOf(fact), spanOf(fact.at).start] as const),
    ...inParts.flatMap((part) => [...movesIn(part, context)]),
  ])
    moves.set(machine, Math.min(start, moves.get(machine) ?? start));
  return moves;
});

/** In one text, since an offset says nothing about another one. */
function machineOf({ at, site, document }: Fact): string {
  const machine = site ?? document.site;
  return [spanOf(at).source.path, machine?.kind, machine?.name].join('\0');
}

const MOST_MOVES = 200;
