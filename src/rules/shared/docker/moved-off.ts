/** A script that gives the kubelet another runtime, and then clears away what Docker still holds: nothing of that is the kubelet's any more. */
import type { CommandFact } from '../../../model/fact.ts';
import type { Project } from '../../../model/project.ts';
import { givesOtherRuntime } from '../../../placing/beside-engines.ts';
import { once } from '../../../text/once.ts';
import { spanOf } from '../../../text/placed.ts';
import type { Source } from '../../../text/source.ts';
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
  const { source, start } = spanOf(fact.at);
  const moved = movesOf(context.project).get(source);
  return moved !== undefined && moved < start;
}

const CLEARS = /^(?:remove|remove-images|stop|kill|prune-.*)$/;

/** Where each file first gives the kubelet another runtime. */
const movesOf = once(({ facts }: Project): ReadonlyMap<Source, number> => {
  const first = new Map<Source, number>();
  for (const fact of facts) {
    if (!givesOtherRuntime(fact)) continue;
    const { source, start } = spanOf(fact.at);
    first.set(source, Math.min(start, first.get(source) ?? start));
  }
  return first;
});
