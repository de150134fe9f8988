/** Which lines of a document write one and the same file of dockerd: its folder, the file, a copy of it. */
import { DAEMON_FILES } from '../../data/daemon-config.ts';
import type { Document } from '../../model/document.ts';
import type { PathFact } from '../../model/fact.ts';
import { isUnder } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';

/** Programs that only look at a path, or take it away. */
export const IGNORED_PROGRAMS = new Set(['rm', 'ls', 'test', '[', '[[', 'stat', 'auditctl']);

/** Paths of dockerd that a document writes, in its order. */
const daemonWrites = once((document: Document, { factsOf }: RuleContext): readonly PathFact[] =>
  factsOf(document).filter(
    (fact): fact is PathFact =>
      fact.kind === 'path' &&
      fact.use === 'write' &&
      !IGNORED_PROGRAMS.has(fact.command?.program ?? '') &&
      DAEMON_FILES.some((row) => isUnder(fact.path, row.path)),
  ),
);

/** `mkdir -p /etc/docker` before a file is written there: one cause, told at the file. */
export function isFolderOfFile({ path, document }: PathFact, context: RuleContext): boolean {
  return daemonWrites(document, context).some((other) => other.path !== path && isUnder(other.path, path));
}

/** The lines that make the folder of the first file which is written there. */
export function foldersMade(fact: PathFact, context: RuleContext): readonly PathFact[] {
  const writes = daemonWrites(fact.document, context);
  return writes.filter(
    ({ path }) =>
      path !== fact.path && writes.find((other) => other.path !== path && isUnder(other.path, path)) === fact,
  );
}

/** `cp daemon.json daemon.json.old`: what is written is told, and not what it is a copy of. */
export function isCopied({ use, command, document }: PathFact, context: RuleContext): boolean {
  return (
    use === 'read' &&
    command !== undefined &&
    daemonWrites(document, context).some((other) => other.command === command)
  );
}
