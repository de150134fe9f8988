/**
 * Decides where every document runs, and every machine that documents act on. Evidence, strongest first: what it is, what
 * is done there, who runs it, what the hosts are, what stands beside it, what it is called.
 */
import { CLUSTER_GROUP } from '../data/nodes.ts';
import { OTHER_PLATFORM_NAME, OTHER_SCHEDULERS } from '../data/other-platforms.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Link } from '../model/link.ts';
import type { ActionEvidence, BesideEvidence, EngineEvidence, Evidence, Place, Placement } from '../model/place.ts';
import type { Places } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { groupBy } from '../text/group.ts';
import { baseName, folderOf } from '../text/path.ts';
import { NOTHING_SAID, type Said, saidPlacement } from './configured.ts';
import { type Content, contentEvidence, isPackerTemplate } from './content.ts';
import { carriesEngine } from './engines.ts';
import { linkResolver } from './links.ts';
import { placeByName } from './names.ts';
import { byNature, otherMachine, placeByNature } from './natures.ts';
import { roleFolderOf } from './roles.ts';
import type { Surroundings } from './surroundings.ts';
import { ansibleProject, isTerraformFile, type Located, outerUnit, rootOf, type Unit, unitOf } from './units.ts';

const UNKNOWN: Placement = { place: 'unknown', evidence: [] };

/** Links are followed this many steps: a workflow calls a script that calls a script. */
const MAX_STEPS = 6;

interface Board {
  readonly said: Said;
  readonly content: Content;
  readonly around: Surroundings;
  /** The first place where each unit is found. */
  readonly located: ReadonlyMap<Unit, Located>;
  readonly placed: Map<Unit, Placement>;
  /** The engines that roles install, by their folders. */
  readonly roles: ReadonlyMap<string, EngineEvidence>;
}

/** Where everything runs when there is no time to find out. */
export const UNPLACED: Places = { placementOf: () => UNKNOWN };

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
  followUp(edges, board);
  followDown(edges, board);
  placeBeside(documents, board);
  for (const [unit, where] of located)
    if (!board.placed.has(unit)) board.placed.set(unit, ofNodes(where, inherited(where, board.placed)));
  for (const [unit, placement] of board.placed) board.placed.set(unit, weighed(unit, placement, board));
  return { placementOf: (where) => board.placed.get(unitOf(where)) ?? UNKNOWN };
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

function placeByThemselves(board: Board, facts: readonly Fact[]): void {
  const completions = completionScripts(facts);
  const projects = ansibleEvidence(board);
  for (const [unit, { document, site }] of board.located) {
    const own = site
      ? sitePlacement(unit, document, site, board)
      : completions.has(document)
        ? byNature('dev', 'completion')
        : documentPlacement(document, board, projects);
    const decided = saidPlacement({ document, site }, board.said) ?? own;
    if (decided) board.placed.set(unit, decided);
  }
}

/** Scripts that a shell of a person reads: `complete -F _docker docker`. */
function completionScripts(facts: readonly Fact[]): ReadonlySet<Document> {
  const found = facts.filter(
    (fact) => fact.kind === 'command' && fact.program === 'complete' && fact.words.some(({ text }) => text === '-F'),
  );
  return new Set(found.map((fact) => fact.document));
}

/** What the document itself says, or undefined where only others can say it. */
function documentPlacement(document: Document, { content, around }: Board, projects: Beside): Placement | undefined {
  const name = placeByName(document.path);
  const root = rootOf(document);
  const inTestedScript = name?.place === 'ci' && document.parent && !root.object && !isHandedToCluster(document);
  const nature = inTestedScript ? undefined : placeByNature(document, around);
  if (nature) return nature;
  const own = content.actions.get(document) ?? [];
  const actions = own.length > 0 ? own : isTerraformFile(root) ? [] : (content.actions.get(root) ?? []);
  const inContainers = content.containers.has(document);
  if (name?.place === 'ci')
    return !TEST_DATA.test(document.path) && actions.some(makesThisMachineANode)
      ? { place: 'unknown', evidence: [...actions, { kind: 'name', hint: name.hint }] }
      : named(document, around);
  if (inContainers && !actions.some(makesThisMachineANode)) return byNature('dev', 'cluster-in-containers');
  if (actions.length > 0 && document.language !== 'dockerfile') return nodeBy(document, actions);
  if (OTHER_SCHEDULERS.test(roleName(document.path))) return otherMachine();
  const roles = document.language === 'ansible' ? rolePlacement(document, projects) : undefined;
  if (roles) return roles;
  if (document.parent) return undefined;
  if (document.language === 'dockerfile') {
    if (name?.place === 'dev') return named(document, around);
    return actions.length > 0 ? { place: 'node', evidence: actions } : byNature('image', 'image-build');
  }
  return named(document, around);
}

/** A script that only names a path of nodes, or asks crictl, may be for other machines too. */
function nodeBy({ language }: Document, actions: readonly ActionEvidence[]): Placement {
  const isWeak = (language === 'shell' || language === 'powershell') && actions.every(({ weak }) => weak);
  return { place: 'node', evidence: actions, ...(isWeak ? { atMost: 'warning' as const } : {}) };
}

function roleName(path: string): string {
  return /(?:^|\/)roles\/([^/]+)\//.exec(path)?.[1] ?? '';
}

/**
 * A pipeline describes the pod of its agent, which the cluster runs, and the values of a chart that it deploys, unless
 * the cluster is its own.
 */
function isHandedToCluster(document: Document): boolean {
  const root = rootOf(document);
  if (document.language === 'kubernetes') return root.language === 'groovy';
  const isPipeline = root.language === 'groovy' || root.language === 'workflow';
  return document.language === 'helm-values' && isPipeline && !OWN_CLUSTER.test(root.view.text);
}

/** What tests read, and nobody runs. */
const TEST_DATA = /(?:^|\/)(?:test-?data|(?:__)?fixtures(?:__)?|tests?\/(?:[^/]+\/)?(?:test)?data(?:_[^/]*)?)\//i;

const OWN_CLUSTER = /\b(?:kind|k3d|minikube|microk8s|kubeadm)\b/;

/** A pipeline that calls kubeadm runs on a machine that becomes a node, or tests one elsewhere: its path does not say which. */
function makesThisMachineANode({ verb, what }: ActionEvidence): boolean {
  if (verb === 'asks') return true;
  return verb === 'calls' && /^kubeadm (init|join|reset)$/.test(what);
}

/** A name that sounds like a node's is one only where something beside it speaks of what nodes have. */
function named({ path }: Document, around: Surroundings): Placement | undefined {
  const name = placeByName(path);
  if (!name) return undefined;
  const evidence: readonly Evidence[] = [{ kind: 'name', hint: name.hint }];
  if (name.place !== 'node') return { place: name.place, evidence };
  if (!around.speaksOfNodes(name.base)) return undefined;
  return { place: 'node', evidence, atMost: around.speaksOfNodes(path) ? undefined : 'warning' };
}

/** Another machine is known by what is done there, or by what its name comes from. */
function sitePlacement(unit: Unit, document: Document, site: Site, board: Board): Placement | undefined {
  const actions = board.content.actions.get(unit) ?? [];
  if (actions.length > 0) return { place: 'node', evidence: actions };
  if (site.is === 'configured-node') return { place: 'node', evidence: [{ kind: 'configuration' }] };
  if (site.is === 'cluster-node' && site.kind !== 'container')
    return { place: 'node', evidence: [{ kind: 'hosts', are: 'cluster-nodes', name: site.name }] };
  switch (site.kind) {
    case 'host':
      return byNature('node', 'host-of-a-pod');
    case 'group':
      return groupPlacement(document, site.name, board);
    case 'remote':
    case 'container':
    case 'make-target':
      return undefined;
    default:
      return site.kind satisfies never;
  }
}

function groupPlacement(document: Document, hosts: string, { around }: Board): Placement | undefined {
  const named = hosts.split(/[:,\s]+/).find((name) => CLUSTER_GROUP.test(name.replace(/^[&!]/, '')));
  if (named)
    return { place: 'node', evidence: [{ kind: 'hosts', are: 'cluster-group', name: named }], atMost: 'warning' };
  if (hosts === 'all' && around.hasClusterInventory(ansibleProject(document.path)))
    return { place: 'node', evidence: [{ kind: 'hosts', are: 'all-of-a-cluster', name: hosts }], atMost: 'warning' };
  return undefined;
}

/** What one file of a role does says where the others run; other roles of the project may be for machines beside the nodes. */
function rolePlacement({ path }: Document, projects: Beside): Placement | undefined {
  const folder = roleFolderOf(path);
  const role = folder === undefined ? undefined : projects.get(folder);
  if (role && !role.action.weak) return { place: 'node', evidence: [role] };
  const found = role ?? projects.get(ansibleProject(path));
  return found && { place: 'node', evidence: [found], atMost: 'warning' };
}

type Beside = ReadonlyMap<string, BesideEvidence>;

/** What is done on nodes, by the folder of the role and by that of the project. */
function ansibleEvidence({ content, located }: Board): Beside {
  const found = new Map<string, BesideEvidence>();
  for (const [, { document, site }] of located) {
    if (site || document.language !== 'ansible') continue;
    const action = content.actions.get(document)?.[0];
    if (!action) continue;
    for (const folder of [roleFolderOf(document.path), ansibleProject(document.path)])
      if (folder !== undefined && !found.has(folder))
        found.set(folder, { kind: 'project', path: document.path, action });
  }
  return found;
}

interface Edge {
  readonly link: Link;
  readonly from: Unit;
  readonly to: Unit;
  readonly document: Document;
}

function edgesOf(documents: readonly Document[], links: readonly Link[], located: Board['located']): readonly Edge[] {
  const resolve = linkResolver(documents, links);
  return links.flatMap((link) =>
    resolve(link).flatMap((document): Edge[] => {
      const target =
        link.to.kind === 'make-target' ? ({ kind: 'make-target', name: link.to.name } as const) : undefined;
      const to = unitOf({ document, site: target });
      return located.has(to) ? [{ link, from: unitOf({ document: link.from, site: link.site }), to, document }] : [];
    }),
  );
}

/** What calls a script that makes its machine a node runs on that node itself. */
function followUp(edges: readonly Edge[], { content, placed, located }: Board): void {
  for (let step = 0; step < MAX_STEPS; step++) {
    const found = new Map<Unit, Placement>();
    for (const { link, from, to, document } of edges) {
      // A playbook runs on its hosts, wherever it is started.
      if (document.language === 'ansible' && link.from.language !== 'ansible') continue;
      if (!runsWhereItStands(link, located.get(from)) || (placed.has(from) && !isWeakName(placed.get(from)))) continue;
      const action = actionBehind(to, placed.get(to), content);
      if (action) found.set(from, { place: 'node', evidence: [{ kind: 'call', to: document.label, action }] });
    }
    if (found.size === 0) return;
    for (const [unit, placement] of found) placed.set(unit, placement);
  }
}

function runsWhereItStands({ kind, from }: Link, where: Located | undefined): boolean {
  if (kind !== 'calls' && kind !== 'sources') return false;
  const isScript = from.language === 'shell' || (from.language === 'ansible' && where?.site?.kind === 'group');
  return (isScript || isPackerTemplate(from)) && placeByName(from.path)?.place !== 'ci';
}

function actionBehind(unit: Unit, placement: Placement | undefined, content: Content): ActionEvidence | undefined {
  if (placement?.place !== 'node') return undefined;
  const own = content.actions.get(unit)?.find((one) => !one.weak);
  const [first] = placement.evidence;
  return own ?? (first?.kind === 'call' ? first.action : undefined);
}

/** A name such as build.sh: anything stronger decides before it. */
function isWeakName(placement: Placement | undefined): boolean {
  const [first] = placement?.evidence ?? [];
  return first?.kind === 'name' && first.hint === 'build-script';
}

/** Breadth first from every unit that has a place, along what makes other documents run. */
function followDown(edges: readonly Edge[], board: Board): void {
  const { placed, located } = board;
  for (let step = 0; step < MAX_STEPS; step++) {
    const found = new Map<Unit, Placement>();
    for (const { link, from, to } of edges) {
      const where = located.get(from);
      const source = placed.get(from) ?? (where ? inherited(where, placed) : UNKNOWN);
      const known = placed.get(to);
      if (to === from || source.place === 'unknown' || (link.pod && carriesEngine(link.pod))) continue;
      if (known && !overrides(source.place, known, link)) continue;
      const better = found.get(to);
      if (better && rank(better.place) >= rank(source.place)) continue;
      found.set(to, {
        ...source,
        evidence: [{ kind: 'link', link: link.kind, by: link.from.label }, ...source.evidence.slice(0, 2)],
      });
    }
    if (found.size === 0) return;
    for (const [unit, placement] of found) placed.set(unit, placement);
  }
}

/** Where several callers differ, the place where most breaks wins. */
function rank(place: Place): number {
  return { unknown: 0, dev: 1, ci: 2, image: 3, workload: 4, node: 5 }[place];
}

/** An image that a pod runs is a workload; a script that only a name calls a developer's is where its caller runs. */
function overrides(from: Place, { place, evidence }: Placement, link: Link): boolean {
  const isPartOfImage = place === 'image' && evidence[0]?.kind === 'link';
  if (link.kind === 'runs-image' || (link.kind === 'copies' && isPartOfImage))
    return place === 'image' && from === 'workload';
  if (link.kind === 'copies' || link.kind === 'builds' || evidence[0]?.kind !== 'name') return false;
  return (place === 'dev' || place === 'ci') && (from === 'node' || from === 'workload');
}

/** Where half of the scripts of a folder do what only nodes do, the others are for nodes too. */
function placeBeside(documents: readonly Document[], { placed, content }: Board): void {
  const scripts = documents.filter(
    ({ parent, language }) => !parent && (language === 'shell' || language === 'powershell'),
  );
  for (const group of groupBy(scripts, ({ path }) => folderOf(path)).values()) {
    const does = group.flatMap((one) => {
      const action =
        placed.get(one)?.place === 'node' ? content.actions.get(one)?.find(({ weak }) => !weak) : undefined;
      return action ? [{ one, action }] : [];
    });
    const [first] = does;
    if (!first || does.length < 2 || does.length * 2 < group.length) continue;
    for (const one of group)
      if (!placed.has(one))
        placed.set(one, {
          place: 'node',
          evidence: [{ kind: 'beside', path: first.one.path, action: first.action }],
          atMost: 'warning',
        });
  }
}

function inherited(where: Located, placed: Board['placed']): Placement {
  const kind = where.site?.kind;
  const outer = outerUnit(where);
  if (!outer) return UNKNOWN;
  const around = placed.get(unitOf(outer)) ?? inherited(outer, placed);
  switch (kind) {
    case 'remote':
      return around.place === 'node' ? around : byNature('unknown', 'another-machine');
    case 'container':
      return around.place === 'ci' || around.place === 'dev' ? around : byNature('image', 'container');
    case 'host':
    case 'group':
    case 'make-target':
    case undefined:
      return around;
    default:
      return kind satisfies never;
  }
}

/** A ConfigMap that no pod mounts holds the file for what writes it to the nodes. */
function ofNodes({ document, site }: Located, placement: Placement): Placement {
  const isInCluster = placement.place === 'workload' && placement.evidence[0]?.kind === 'nature';
  if (site || !isInCluster || baseName(document.target ?? '') !== 'daemon.json') return placement;
  return { ...byNature('node', 'node-file'), atMost: 'warning' };
}

/** What is called after a platform that is not Kubernetes needs no runtime of a node, unless it shows that it is one. */
function onOtherPlatform(placement: Placement): Placement {
  if (placement.evidence[0]?.kind === 'action') return placement;
  const named: Evidence = { kind: 'name', hint: 'other-platform' };
  return { ...placement, evidence: [...placement.evidence, named], atMost: 'notice' };
}

/** Nothing here runs or writes it, and so nothing here breaks. */
function ofRole({ path }: Document, placement: Placement, around: Surroundings): Placement {
  const kind = around.isInUncalledRole(path)
    ? 'uncalled-role'
    : around.isUnusedInRole(path)
      ? 'unused-file'
      : undefined;
  return kind ? { ...placement, evidence: [...placement.evidence, { kind }], atMost: 'notice' } : placement;
}

/** A role that runs an application of Compose drives the containers of that, unless its files show a node. */
function ofCompose({ path }: Document, placement: Placement, around: Surroundings): Placement {
  if (placement.evidence.some(({ kind }) => kind === 'action') || !around.isInComposeRole(path)) return placement;
  return { ...placement, evidence: [...placement.evidence, COMPOSE_ROLE], atMost: 'notice' };
}

const COMPOSE: Evidence = { kind: 'nature', is: 'compose-application' };
const COMPOSE_ROLE: Evidence = { kind: 'nature', is: 'compose-role' };

function engineAround(root: Document, content: Content, roles: Board['roles']): EngineEvidence | undefined {
  return (
    content.engines.get(root) ?? (root.language === 'ansible' ? roles.get(roleFolderOf(root.path) ?? '') : undefined)
  );
}

/** The engine that one file of a role installs, for its other tasks and handlers. */
function enginesOfRoles({ engines }: Content, documents: readonly Document[]): Board['roles'] {
  const found = new Map<string, EngineEvidence>();
  for (const document of documents) {
    const engine = document.language === 'ansible' ? engines.get(document) : undefined;
    const role = roleFolderOf(document.path);
    if (role !== undefined && engine?.kind === 'own' && !engine.isBeside && !found.has(role)) found.set(role, engine);
  }
  return found;
}

/** What holds for the whole machine: its engine, and whether anything near speaks of Kubernetes at all. */
function weighed(unit: Unit, placement: Placement, { content, around, located, roles }: Board): Placement {
  const where = located.get(unit);
  if (!where) return placement;
  const { document, site } = where;
  const engine = content.engines.get(unit) ?? (site ? undefined : engineAround(rootOf(document), content, roles));
  const here = OTHER_PLATFORM_NAME.test(document.path) ? onOtherPlatform(placement) : placement;
  const ours = ofCompose(document, ofRole(document, here, around), around);
  const withEngine = engine ? { ...ours, engine } : ours;
  const compose = placement.place === 'unknown' && !site ? around.composeFolder(document.path) : undefined;
  return compose === undefined || document.object || around.speaksOfKubernetes(compose)
    ? withEngine
    : { ...withEngine, place: 'dev', evidence: [COMPOSE] };
}
