/** Machines that get cri-dockerd by one role or script of several: the containers of the kubelet are Docker's there, for the others too. */
import type { Fact } from '../model/fact.ts';
import type { EngineEvidence } from '../model/place.ts';
import { groupBy } from '../text/group.ts';
import { folderOf } from '../text/path.ts';
import type { Board } from './board.ts';
import { type Edge, runsWhereItStands } from './following.ts';
import { filesForDocker } from './for-docker.ts';
import { innerRoleOf } from './roles.ts';
import { rootOf, type Unit } from './units.ts';

export interface Adapters {
  /** `isBeside`: it is for nodes because other scripts of its folder are. */
  adapterOf(unit: Unit, path: string, isBeside: boolean): EngineEvidence | undefined;
}

const MAX_STEPS = 6;

/** A role as a whole; any other file by itself. */
function roleOrFile(path: string): string {
  return innerRoleOf(path) ?? path;
}

/** What a machine with the adapter runs, and no other. */
export function adaptersOf(
  edges: readonly Edge[],
  facts: readonly Fact[],
  { content, located, placed }: Board,
): Adapters {
  const known = new Map<string, EngineEvidence>();
  for (const [unit, engine] of content.engines)
    if (engine.kind === 'adapter' && typeof unit !== 'string') known.set(roleOrFile(rootOf(unit).path), engine);
  // What chooses between runtimes has the adapter for one choice alone.
  if (known.size > 0)
    for (const { conditions, document } of facts)
      if (conditions.some(({ kind }) => kind === 'runtime') && !filesForDocker(facts).has(document))
        known.delete(roleOrFile(document.path));
  const units = new Map<Unit, EngineEvidence>();
  if (known.size === 0) return { adapterOf: () => undefined };
  const calls = edges.filter(
    (edge) =>
      isPutIntoImage(edge) ||
      (isCall(edge) && (edge.link.from.language === 'ansible' || runsWhereItStands(edge.link, located.get(edge.from)))),
  );
  const callers = groupBy(calls, ({ document }) => roleOrFile(document.path));
  const engineFrom = ({ from }: Edge) =>
    units.get(from) ?? (typeof from === 'string' ? undefined : known.get(roleOrFile(from.path)));
  // Hosts of the project that show no kubelet have Docker Engine for themselves, and no runtime to lose.
  const isOfNodes = ({ from }: Edge) => {
    const placement = placed.get(from);
    const isKnown = placement?.place === 'node' && placement.evidence[0]?.kind !== 'project';
    return typeof from !== 'string' || units.has(from) || isKnown;
  };
  for (let step = 0; step < MAX_STEPS; step++) {
    const before = known.size + units.size;
    for (const { from, document, link } of calls) {
      const engine = link.conditions?.length ? undefined : known.get(roleOrFile(document.path));
      if (engine) units.set(from, engine);
    }
    for (const [key, edgesTo] of callers) {
      const [engine, ...others] = edgesTo.filter(isOfNodes).map(engineFrom);
      if (engine && others.every((one) => one !== undefined) && !known.has(key)) known.set(key, engine);
    }
    if (known.size + units.size === before) break;
  }
  const folders = new Map([...known].map(([path, engine]) => [folderOf(path), engine]));
  return {
    adapterOf: (unit, path, isBeside) =>
      units.get(unit) ?? known.get(roleOrFile(path)) ?? (isBeside ? folders.get(folderOf(path)) : undefined),
  };
}

/** `COPY start.sh /`: it runs with what its image has. */
function isPutIntoImage({ link }: Edge): boolean {
  return link.kind === 'copies' && link.from.language === 'dockerfile';
}

/** A call of a script, or of a role as a whole, from elsewhere. */
function isCall({ document, link }: Edge): boolean {
  const role = roleOrFile(document.path);
  if (role === roleOrFile(link.from.path)) return false;
  return role === document.path || document.path === `${role}/tasks/main.yml`;
}
