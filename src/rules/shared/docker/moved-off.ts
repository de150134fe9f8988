/** A script that gives the kubelet another runtime, and then clears away what Docker still holds: nothing of that is the kubelet's any more. */
import type { Document } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import { givesOtherRuntime } from '../../../placing/beside-engines.ts';
import { rootOf } from '../../../placing/units.ts';
import { once } from '../../../text/once.ts';
import { spanOf } from '../../../text/placed.ts';
import type { RuleContext } from '../../rule.ts';
import { type DockerCommand, dockerCommandOf } from './command.ts';
import { consumerOf } from './feeds.ts';

/** `--container-runtime-endpoint=unix:///run/containerd/containerd.sock`, and `docker rm -f $(docker ps -aq)` below it. */
export function clearsAfterMove(command: DockerCommand, fact: CommandFact, context: RuleContext): boolean {
  if (fact.site?.kind === 'container') return false;
  const consumer = command.row.purpose.startsWith('list-')
    ? consumerOf(fact, context.factsOf(fact.document))
    : undefined;
  const clearing = consumer ? dockerCommandOf(consumer) : command;
  if (!clearing || !CLEARS.test(clearing.row.purpose)) return false;
  const move = moveIn(rootOf(fact.document), context);
  return move !== undefined && move < spanOf(fact.at).start;
}

const CLEARS = /^(?:remove|remove-images|stop|kill|prune-.*)$/;

/** Where the file first gives the kubelet another runtime, itself or in a file that it writes. */
const moveIn = once((document: Document, context: RuleContext): number | undefined => {
  const own = context.factsOf(document).filter(givesOtherRuntime);
  const first = own.length > 0 ? Math.min(...own.slice(0, MOST_MOVES).map(({ at }) => spanOf(at).start)) : undefined;
  const inParts = context
    .partsOf(document)
    .slice(0, MOST_MOVES)
    .flatMap((part) => moveIn(part, context) ?? []);
  return first === undefined && inParts.length === 0
    ? undefined
    : Math.min(first ?? Number.POSITIVE_INFINITY, ...inParts);
});

const MOST_MOVES = 200;
