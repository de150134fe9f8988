/**
 * Decides where every document runs, and every machine that documents act on. Evidence, strongest first: what it is, what
 * is done there, who runs it, what the hosts are, what stands beside it, what it is called.
 */
import { CLUSTER_HOST } from '../data/nodes.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Link } from '../model/link.ts';
import type { BesideEvidence, Placement } from '../model/place.ts';
import type { Places } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { groupBy } from '../text/group.ts';
import { baseName, folderOf } from '../text/path.ts';
import { hasHole } from '../text/view.ts';
import { adaptersOf } from './adapters.ts';
import { placeByThemselves } from './alone.ts';
import { type Board, inherited, UNKNOWN } from './board.ts';
import { NOTHING_SAID, type Said } from './configured.ts';
import { contentEvidence } from './content.ts';
import { enginesOfRuns, underRuns } from './engines-of-runs.ts';
import {
  besideInScripts,
  edgesOf,
  enginesBesideOfPlays,
  enginesOfBuilds,
  enginesOfHosts,
  enginesOfIncludes,
  enginesOfOverlays,
  enginesOfReached,
  enginesOfResources,
  followDown,
  followFirstBoots,
  followMachines,
  followUp,
  placeServersApart,
} from './following.ts';
import { groupsOfPattern } from './host-pattern.ts';
import { placeBesideKubelets } from './kubelets-without-runtime.ts';
import { byNature, otherMachine, quieted } from './natures.ts';
import { enginesOfSequences, isWholeScript, placeSequences, placeWithOthers, sequencesOf } from './sequences.ts';
import { placeStartsApart } from './starts.ts';
import type { Surroundings } from './surroundings.ts';
import { type Located, type Unit, unitOf } from './units.ts';
import { enginesOfRoles, weighed } from './weighing.ts';

/** Where everything runs when there is no time to find out. */
export const UNPLACED: Places = {
  placementOf: () => UNKNOWN,
  speaksOfKubernetes: () => true,
  holdsKubernetes: () => true,
};

export function placeEverything(
  documents: readonly Document[],
  facts: readonly Fact[],
  links: readonly Link[],
  around: Surroundings,
  said: Said = NOTHING_SAID,
): Places {
  const located = locate(documents, facts, links);
  const content = contentEvidence(facts);
  const roles = enginesOfRoles(content, documents);
  const board: Board = { content, around, said, located, placed: new Map(), roles };
  placeByThemselves(board, facts);
  const edges = edgesOf(documents, links, located);
  followFirstBoots(edges, board);
  placeServersApart(edges, board);
  placeStartsApart(edges, board);
  followUp(edges, board);
  followMachines(board);
  followDown(edges, board);
  const sequences = sequencesOf(documents);
  placeSequences(sequences, board);
  placeBeside(documents, board);
  placeBesideKubelets(documents, facts, board);
  placeByHost(board);
  const isForServers = playsOnServers(located, around);
  const acting = groupsThatAct(board);
  for (const [unit, where] of located) {
    if (board.placed.has(unit)) continue;
    const found =
      isServerOfPlay(unit, where, board) || isOnOtherHosts(unit, where, acting, board)
        ? otherMachine()
        : asFileOfNodes(where, inherited(where, board.placed));
    const isOfServers = isForServers || around.apart(where.document.path) === 'elsewhere';
    board.placed.set(unit, isOfServers && found.place === 'unknown' ? otherMachine() : found);
  }
  const builds = new Map([
    ...enginesOfSequences(sequences, content),
    ...enginesOfIncludes(edges, content),
    ...enginesOfResources(edges, content),
    ...enginesOfReached(edges, content),
    ...enginesBesideOfPlays(edges, content),
    ...enginesOfBuilds(edges, content),
    ...enginesOfOverlays(edges, content),
  ]);
  const ofHosts = enginesOfHosts(edges, content);
  const beside = besideInScripts(edges, content);
  const { adapterOf } = adaptersOf(edges, facts, board);
  for (const [unit, placement] of board.placed)
    board.placed.set(
      unit,
      weighed(unit, placement, board, { adapterOf, build: builds.get(unit), ofHosts, beside: beside.get(unit) }),
    );
  const ofRuns = enginesOfRuns(facts, links, board);
  return {
    placementOf: (where) => underRuns(where, board.placed.get(unitOf(where)) ?? UNKNOWN, ofRuns),
    speaksOfKubernetes: around.speaksOfKubernetes,
    holdsKubernetes: around.holdsKubernetes,
  };
}

function locate(
  documents: readonly Document[],
  facts: readonly Fact[],
  links: readonly Link[],
): ReadonlyMap<Unit, Located> {
  const located = new Map<Unit, Located>(documents.map((document) => [document, { document }]));
  const add = (document: Document, site: Site | undefined) => {
    for (let at = site; at; at = at.outer) {
      const where = { document, site: at };
      const unit = unitOf(where);
      if (!located.has(unit)) located.set(unit, where);
    }
  };
  for (const { document, site } of facts) add(document, site);
  for (const document of documents) if (document.parent) add(document.parent, document.site);
  for (const { from, site } of links) add(from, site);
  return located;
}

/** Machines of which nothing is known but that they are called like those of a cluster, in a folder that speaks of nodes. */
function placeByHost({ located, placed, around }: Board): void {
  for (const [unit, where] of located) {
    const { document, site } = where;
    if (site?.kind !== 'remote' || placed.has(unit) || !CLUSTER_HOST.test(site.name)) continue;
    if (inherited(where, placed).place !== 'unknown' || !around.speaksOfNodes(folderOf(document.path))) continue;
    const evidence = [{ kind: 'hosts', are: 'cluster-group', name: site.name }] as const;
    placed.set(unit, { place: 'node', evidence, atMost: 'warning' });
  }
}

/** Where half of the scripts of a folder do what only nodes do, the others are for nodes too. */
function placeBeside(documents: readonly Document[], board: Board): void {
  for (const [folder, group] of groupBy(documents.filter(isWholeScript), ({ path }) => folderOf(path))) {
    const evidence = board.around.elementOfNodes(folder);
    if (evidence) placeInElement(group, evidence, board);
    else placeWithOthers(group, board, Math.max(2, group.length / 2, board.around.scriptsIn(folder) / 2));
  }
}

/** The scripts of an element of diskimage-builder are for what its packages make of the image. */
function placeInElement(group: readonly Document[], evidence: BesideEvidence, { placed }: Board): void {
  for (const one of group)
    if (!placed.has(one)) placed.set(one, { place: 'node', evidence: [evidence], atMost: 'warning' });
}

/** A ConfigMap that no pod mounts holds the file for what writes it to the nodes. */
function asFileOfNodes({ document, site }: Located, placement: Placement): Placement {
  const isInCluster = placement.place === 'workload' && placement.evidence[0]?.kind === 'nature';
  if (site || !isInCluster || baseName(document.target ?? '') !== 'daemon.json') return placement;
  return quieted(byNature('node', 'node-file'), 'warning');
}

/**
 * The hosts of a play that are called like none of a cluster, in a playbook that makes nodes of others: they get an
 * engine and containers of their own.
 */
function isServerOfPlay(unit: Unit, { document, site }: Located, { content }: Board): boolean {
  if (site?.kind !== 'group' || !content.servers.has(unit) || content.actions.has(unit)) return false;
  const isNamed = !hasHole(site.name) && !/(?:^|[:,\s])(?:all|\*|localhost)(?:$|[:,\s])/.test(site.name);
  return isNamed && content.actions.has(document);
}

/** The groups of hosts on which the plays of a document do what only nodes do. */
function groupsThatAct({ located, content }: Board): ReadonlyMap<Document, readonly string[]> {
  const acting = [...located].flatMap(([unit, { document, site }]) =>
    site?.kind === 'group' && content.actions.has(unit) ? [{ document, groups: groupsOfPattern(site.name) }] : [],
  );
  const byDocument = groupBy(acting, ({ document }) => document);
  return new Map([...byDocument].map(([document, plays]) => [document, plays.flatMap(({ groups }) => groups)]));
}

/** The hosts of a play that the inventory keeps apart from those of another play of the file, which makes them nodes. */
function isOnOtherHosts(
  unit: Unit,
  { document, site }: Located,
  acting: ReadonlyMap<Document, readonly string[]>,
  { content, around }: Board,
): boolean {
  const nodes = acting.get(document) ?? [];
  if (site?.kind !== 'group' || nodes.length === 0 || content.actions.has(unit) || hasHole(site.name)) return false;
  const groups = groupsOfPattern(site.name);
  return groups.length > 0 && groups.every((group) => around.areOtherHosts(group, nodes));
}

/** Plays of a repository without a word of Kubernetes are for servers. */
function playsOnServers(located: Board['located'], around: Surroundings): boolean {
  return !around.speaksOfKubernetes('') && [...located.values()].some(({ site }) => site?.kind === 'group');
}
