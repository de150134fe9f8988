/** Files of the repository that a task, state or script puts on a node for Docker, and the lines that do. */
import type { Document } from '../../model/document.ts';
import type { PathFact } from '../../model/fact.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Project } from '../../model/project.ts';
import { linkResolver } from '../../placing/links.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import type { Report, RuleContext } from '../rule.ts';

/** The first line of a document that writes each path. */
const writes = once((document: Document, { factsOf }: RuleContext): ReadonlyMap<string, PathFact> => {
  const found = new Map<string, PathFact>();
  for (const fact of factsOf(document))
    if (fact.kind === 'path' && fact.use === 'write' && fact.command?.program !== 'rm' && !found.has(fact.path))
      found.set(fact.path, fact);
  return found;
});

const installers = once(({ documents, links }: Project, context: RuleContext): ReadonlyMap<Document, PathFact[]> => {
  const found = new Map<Document, PathFact[]>();
  const resolve = linkResolver(documents, links);
  for (const link of links) {
    const path = link.kind === 'copies' && link.target !== undefined ? normaliseNodePath(link.target) : undefined;
    const line = path?.includes('docker') ? writes(link.from, context).get(path) : undefined;
    if (!line) continue;
    for (const document of resolve(link)) found.set(document, [...(found.get(document) ?? []), line]);
  }
  return found;
});

const installed = once((project: Project, context: RuleContext): ReadonlyMap<PathFact, readonly Document[]> => {
  const found = new Map<PathFact, Document[]>();
  for (const [document, lines] of installers(project, context))
    for (const line of lines) found.set(line, [...(found.get(line) ?? []), document]);
  return found;
});

/** The files of the repository that the line puts in their place. */
export function installedBy(fact: PathFact, context: RuleContext): readonly Document[] {
  return installed(context.project, context).get(fact) ?? [];
}

/** `template: src=daemon.json.j2`: the lines that put the file in its place, for a finding that stands in the file. */
export function installerPlaces(document: Document, context: RuleContext): NonNullable<Report['related']> {
  const lines = installers(context.project, context).get(document) ?? [];
  return lines.slice(0, LIMITS.relatedPlaces).map(({ at }) => ({ at, message: 'puts it on the node' }));
}
