/** Files of the repository that a task, state or script puts on a node for Docker, and the lines that do. */
import type { Document } from '../../model/document.ts';
import type { PathFact } from '../../model/fact.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Link } from '../../model/link.ts';
import type { Project } from '../../model/project.ts';
import { linkResolver } from '../../placing/links.ts';
import { groupBy } from '../../text/group.ts';
import { normaliseNodePath, normaliseTarget } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import { baseName } from '../../text/path.ts';
import type { Report, RuleContext } from '../rule.ts';

/** Programs that only prepare a path, or change who may use it. */
const PREPARES = new Set(['mkdir', 'touch', 'chmod', 'chown', 'chgrp']);

/** The lines of a document that write each path, those that put something there before those that prepare it. */
const writes = once((document: Document, { factsOf }: RuleContext): ReadonlyMap<string, readonly PathFact[]> => {
  const all = factsOf(document).filter(
    (fact): fact is PathFact => fact.kind === 'path' && fact.use === 'write' && fact.command?.program !== 'rm',
  );
  const inOrder = [...all.filter((fact) => !onlyPrepares(fact)), ...all.filter(onlyPrepares)];
  return groupBy(inOrder, ({ path }) => path);
});

function onlyPrepares({ command }: PathFact): boolean {
  return PREPARES.has(command?.program ?? '');
}

interface Install {
  readonly document: Document;
  /** The line that puts it in its place. */
  readonly line: PathFact;
}

const installs = once(({ documents, links }: Project, context: RuleContext) => {
  const resolve = linkResolver(documents, links);
  const met = new Map<readonly PathFact[], number>();
  const all = links.flatMap((link): Install[] => {
    const lines = targetsOf(link)
      .flatMap((path) => (path.includes('docker') ? [writes(link.from, context).get(path) ?? []] : []))
      .find(({ length }) => length > 0);
    // Two resources that write one path are told apart by their order.
    const nth = lines ? (met.get(lines) ?? 0) : 0;
    if (lines) met.set(lines, nth + 1);
    const line = lines?.[nth] ?? lines?.[0];
    return line ? resolve(link).map((document) => ({ document, line })) : [];
  });
  return { byDocument: groupBy(all, ({ document }) => document), byLine: groupBy(all, ({ line }) => line) };
});

/** The path itself, and the file in it where it is a folder. */
function targetsOf({ from, kind, target, to }: Link): readonly string[] {
  const normalise = from.language === 'ansible' ? normaliseTarget : normaliseNodePath;
  const path = kind === 'copies' && target !== undefined ? normalise(target) : undefined;
  if (path === undefined) return [];
  return to.kind === 'file' ? [`${path}/${baseName(to.path)}`, path] : [path];
}

/** The files of the repository that the line puts in their place. */
export function installedBy(fact: PathFact, context: RuleContext): readonly Document[] {
  return (installs(context.project, context).byLine.get(fact) ?? []).map(({ document }) => document);
}

/** `template: src=daemon.json.j2`: the lines that put the file in its place, for a finding that stands in the file. */
export function installerPlaces(document: Document, context: RuleContext): NonNullable<Report['related']> {
  const all = installs(context.project, context).byDocument.get(document) ?? [];
  return all.slice(0, LIMITS.relatedPlaces).map(({ line: { at } }) => ({ at, message: 'puts it on the node' }));
}

/** Whether the file of the repository becomes a drop-in of docker.service. */
export function isInstalledDropIn(document: Document, context: RuleContext): boolean {
  const all = installs(context.project, context).byDocument.get(document) ?? [];
  return all.some(({ line: { path } }) => /\/docker\.service\.d(?:\/|$)/.test(path));
}
