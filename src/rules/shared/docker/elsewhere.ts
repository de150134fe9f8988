/** Clients of Docker that are told another engine than that of the node: `DOCKER_HOST=ssh://…`, `--context build`. */
import type { Document } from '../../../model/document.ts';
import type { CommandFact, EnvFact } from '../../../model/fact.ts';
import { once } from '../../../text/once.ts';
import { spanOf } from '../../../text/placed.ts';
import type { RuleContext } from '../../rule.ts';
import { isNodeAddress } from '../sockets.ts';
import type { DockerCommand } from './command.ts';

/** An engine of another machine, or the service of podman: the address as a client reads it. */
function isElsewhere(address: string): boolean {
  if (/^unix:.*\bpodman\b/.test(address)) return true;
  const url = WITHOUT_SCHEME.test(address) ? `tcp://${address}` : address;
  return /^(?:tcp|ssh|https?):/.test(url) && !isNodeAddress(url) && !OF_THIS_MACHINE.test(url);
}

/** `-H build:2375`: docker reads it as tcp. */
const WITHOUT_SCHEME = /^[\w.-]+:\d+$/;

const OF_THIS_MACHINE =
  /^\w+:\/\/(?:[^/@]*@)?(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]|0\.0\.0\.0)(?:[:/]|$)/;

/** Told by the command line itself (which wins), or by the variable that it gets. */
export function talksElsewhere(fact: CommandFact, command: DockerCommand, context: RuleContext): boolean {
  if (command.host) return isElsewhere(command.host.text);
  if (command.context) return !OWN_CONTEXT.test(command.context.text);
  return isElsewhere(hostBefore(fact, context));
}

const OWN_CONTEXT = /^(?:default|desktop-linux)$/;

/** The address that stands before the command, or what was exported last; empty where neither is known. */
function hostBefore(fact: CommandFact, context: RuleContext): string {
  const { source, start } = spanOf(fact.at);
  const before = hostsIn(fact.document, context).filter(({ at }) => {
    const span = spanOf(at);
    return span.source === source && span.start < start;
  });
  const own = before.findLast(({ forCommand }) => forCommand === true);
  if (own && fact.statement.variables.has(own.name) && isNext(own, fact)) return own.value?.text ?? '';
  const exported = before.findLast((one) => one.forCommand !== true && one.site === fact.site);
  return exported?.perhaps === true ? '' : (exported?.value?.text ?? '');
}

/** Nothing but assignments between the two. */
function isNext({ at, value }: EnvFact, fact: CommandFact): boolean {
  const end = value ? spanOf(value).end : spanOf(at).end;
  const { source, start } = spanOf(fact.at);
  return end <= start && /^["']?(?:\s+\w+=\S*)*\s*$/.test(source.text.slice(end, Math.min(start, end + 400)));
}

const hostsIn = once((document: Document, { factsOf }: RuleContext): readonly EnvFact[] =>
  factsOf(document)
    .filter((fact): fact is EnvFact => fact.kind === 'env' && fact.name === 'DOCKER_HOST' && fact.exported && !fact.pod)
    .slice(0, MOST_HOSTS),
);

/** Each command asks them all. */
const MOST_HOSTS = 50;
