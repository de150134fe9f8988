/** What runs what: a caller says where the called runs, and a script that makes its machine a node says it of its caller. */
import type { Document } from '../model/document.ts';
import type { Link } from '../model/link.ts';
import type { ActionEvidence, EngineEvidence, Evidence, LinkEvidence, Place, Placement } from '../model/place.ts';
import { groupBy, groupByEach } from '../text/group.ts';
import { folderOf } from '../text/path.ts';
import type { Span } from '../text/source.ts';
import { type Board, inherited, UNKNOWN } from './board.ts';
import { type Content, isPackerTemplate, strongActionOf } from './content.ts';
import { carriesEngine, reachesNoEngine } from './engines.ts';
import { sourcing } from './libraries.ts';
import { isOverlay, linkResolver } from './links.ts';
import { placeByName } from './names.ts';
import { otherMachine } from './natures.ts';
import { roleFolderOf } from './roles.ts';
import { isOfSalt, isTerraformBlock, type Located, type Unit, unitOf } from './units.ts';

/** Links are followed this many steps: a workflow calls a script that calls a script. */
const MAX_STEPS = 6;

export interface Edge {
  readonly link: Link;
  readonly from: Unit;
  readonly to: Unit;
  readonly document: Document;
}

export function edgesOf(
  documents: readonly Document[],
  links: readonly Link[],
  located: Board['located'],
): readonly Edge[] {
  const resolve = linkResolver(documents, links);
  const handlers = groupBy(documents.filter(isHandler), ({ path }) => folderOf(folderOf(path)));
  const withHandlers = (document: Document) =>
    isTaskOfRole(document) ? [document, ...(handlers.get(folderOf(folderOf(document.path))) ?? [])] : [document];
  return links.flatMap((link) =>
    (link.kind === 'calls' ? resolve(link).flatMap(withHandlers) : resolve(link)).flatMap((document): Edge[] => {
      const target =
        link.to.kind === 'make-target' ? ({ kind: 'make-target', name: link.to.name } as const) : undefined;
      const to = unitOf({ document, site: target });
      return located.has(to) ? [{ link, from: unitOf({ document: link.from, site: link.site }), to, document }] : [];
    }),
  );
}

/** What a play has with a role, besides its tasks, for the hosts of the play. */
function isHandler({ path, language, parent }: Document): boolean {
  return language === 'ansible' && !parent && /(?:^|\/)roles\/.*\/handlers\/[^/]+$/.test(path);
}

function isTaskOfRole({ path, language, parent }: Document): boolean {
  return language === 'ansible' && !parent && /(?:^|\/)roles\/.*\/tasks\/[^/]+$/.test(path);
}

/** The scripts of a Packer template run on one machine, one after the other. */
export function enginesOfBuilds(edges: readonly Edge[], { engines }: Content): ReadonlyMap<Unit, EngineEvidence> {
  const calls = edges.filter(({ link }) => link.kind === 'calls' && isPackerTemplate(link.from));
  return enginesOfMachines(
    groupBy(calls, ({ link }) => link.from.path),
    engines,
  );
}

/** The scripts that a resource of Terraform runs on its machine. */
export function enginesOfResources(edges: readonly Edge[], { engines }: Content): ReadonlyMap<Unit, EngineEvidence> {
  const calls = edges.filter(({ link }) => link.kind === 'calls' && resourceOf(link.from) !== undefined);
  return enginesOfMachines(
    groupBy(calls, ({ link }) => resourceOf(link.from)),
    engines,
  );
}

/** The scripts that another one sends to the same machine: `ssh "$HOST" bash -s < setup.sh`. */
export function enginesOfReached(edges: readonly Edge[], { engines }: Content): ReadonlyMap<Unit, EngineEvidence> {
  const calls = edges.filter(({ link }) => link.kind === 'calls' && link.site?.kind === 'remote');
  const machines = groupBy(calls, ({ from }) => from);
  const found = new Map(enginesOfMachines(machines, engines));
  for (const [machine, scripts] of machines) {
    const engine = engines.get(machine);
    if (engine?.kind === 'own') for (const { to } of scripts) found.set(to, engine);
  }
  return found;
}

/** What one of the scripts of a machine installs is there for all of them. */
function enginesOfMachines(
  machines: ReadonlyMap<unknown, readonly Edge[]>,
  engines: Content['engines'],
): ReadonlyMap<Unit, EngineEvidence> {
  const found = new Map<Unit, EngineEvidence>();
  for (const scripts of machines.values()) {
    const engine = scripts.map(({ to }) => engines.get(to)).find((one) => one?.kind === 'own' && !one.isBeside);
    if (engine) for (const { to } of scripts) found.set(to, engine);
  }
  return found;
}

function resourceOf(document: Document): Document | undefined {
  let at: Document | undefined = document;
  while (at && !isTerraformBlock(at)) at = at.parent;
  return at;
}

/** What an image that installs an engine has from a folder which is copied over its root: the units and scripts of that machine. */
export function enginesOfOverlays(edges: readonly Edge[], { engines }: Content): ReadonlyMap<Unit, EngineEvidence> {
  const found = new Map<Unit, EngineEvidence>();
  for (const { link, from, to } of edges) {
    const engine = isOverlay(link) ? engines.get(from) : undefined;
    if (engine?.kind === 'own') found.set(to, engine);
  }
  return found;
}

/** Roles that plays only call on hosts which a play gives an engine, by their folders: those of etcd, a registry, runners. */
export function enginesOfHosts(edges: readonly Edge[], { engines }: Content): ReadonlyMap<string, EngineEvidence> {
  const calls = edges.filter(({ link }) => link.kind === 'calls' && link.site?.kind === 'group');
  const byRole = groupByEach(calls, ({ document }) => {
    const role = roleFolderOf(document.path);
    return role === undefined ? [] : [role];
  });
  return whereAllHave(byRole, ({ from }) => (engines.get(from)?.kind === 'own' ? engines.get(from) : undefined));
}

/** Scripts that plays only copy or run where Docker Engine is beside the runtime of the kubelet: they drive that engine too. */
export function enginesBesideOfPlays(edges: readonly Edge[], { engines }: Content): ReadonlyMap<Unit, EngineEvidence> {
  const handed = edges.filter(({ link }) => link.site?.kind === 'group' && link.from.language === 'ansible');
  const byScript = groupBy(handed, ({ to }) => to);
  return whereAllHave(byScript, ({ from }) => (engines.get(from)?.isBeside ? engines.get(from) : undefined));
}

/**
 * Scripts that others run on their own machine beside those that make it a node and give the kubelet another runtime: an engine that they
 * install is beside that.
 */
export function besideInScripts(edges: readonly Edge[], content: Content): ReadonlyMap<Unit, Span> {
  const calls = edges.filter(({ link: { kind, from, site, perhaps, conditions = [] } }) => {
    const runs = kind === 'calls' || kind === 'sources';
    return runs && from.language === 'shell' && site === undefined && !perhaps && conditions.length === 0;
  });
  const makesNode = (unit: Unit) => strongActionOf(unit, content) !== undefined;
  const given = new Map(
    [...groupBy(calls, ({ from }) => from)].map(([caller, scripts]) => {
      const all = [caller, ...scripts.map(({ to }) => to)];
      return [
        caller,
        all.some(makesNode) ? all.flatMap((one) => content.runtimes.get(one) ?? [])[0] : undefined,
      ] as const;
    }),
  );
  const byScript = groupBy(calls, ({ to }) => to);
  return whereAllHave(byScript, ({ from }) => given.get(from));
}

/** What the first of those who call or copy it has, where each of them has some. */
function whereAllHave<K, V>(
  groups: ReadonlyMap<K, readonly Edge[]>,
  of: (edge: Edge) => V | undefined,
): ReadonlyMap<K, V> {
  const found = new Map<K, V>();
  for (const [key, edges] of groups) {
    const values = edges.map(of);
    const [first] = values;
    if (first !== undefined && values.every((value) => value !== undefined)) found.set(key, first);
  }
  return found;
}

/** Plays and task files that include what installs an engine: its unit is there when their own lines and handlers come. */
export function enginesOfIncludes(edges: readonly Edge[], { engines }: Content): ReadonlyMap<Unit, EngineEvidence> {
  const found = new Map<Unit, EngineEvidence>();
  for (const { link, from, to } of edges) {
    const engine = link.kind === 'calls' && !link.conditions?.length ? engines.get(to) : undefined;
    if (engine?.kind === 'own' && !engine.isBeside && link.from.language === 'ansible' && !found.has(from))
      found.set(from, engine);
  }
  return found;
}

/** A folder of tests holds the script, and a machine gets it as user data: what it does decides, and not the folder. */
export function followFirstBoots(edges: readonly Edge[], { content, placed }: Board): void {
  for (const { link, to } of edges) {
    const known = placed.get(to);
    if (link.target !== 'user-data' || known?.place !== 'unknown' || placeByName(link.from.path)?.place === 'ci')
      continue;
    const actions = content.actions.get(to)?.filter(({ weak }) => !weak) ?? [];
    if (actions.length > 0 && known.evidence.at(-1)?.kind === 'name')
      placed.set(to, { place: 'node', evidence: actions });
  }
}

/** A script of a ConfigMap that no pod mounts, and that starts containers with the Docker Engine which it installs, sets up a machine of its own. */
export function placeServersApart(edges: readonly Edge[], { content, placed }: Board): void {
  const scripts = [...content.servers].flatMap((unit) =>
    typeof unit !== 'string' && /^(?:ConfigMap|Secret)$/.test(unit.parent?.object?.kind ?? '') ? [unit] : [],
  );
  if (scripts.length === 0) return;
  const mounted = new Set(edges.flatMap(({ link, document }) => (link.kind === 'mounts' ? [document] : [])));
  for (const script of scripts) if (!placed.has(script) && !mounted.has(script)) placed.set(script, otherMachine());
}

/** What calls a script that makes its machine a node runs on that node itself. */
export function followUp(edges: readonly Edge[], { content, placed, located }: Board): void {
  const actionSourced = sourcing(edges, (library) =>
    placed.get(library)?.place === 'node' ? (content.strong.get(library) ?? []) : [],
  );
  for (let step = 0; step < MAX_STEPS; step++) {
    const found = new Map<Unit, Placement>();
    for (const { link, from, to, document } of edges) {
      // A playbook runs on its hosts, wherever it is started.
      if (document.language === 'ansible' && link.from.language !== 'ansible') continue;
      if (!runsWhereItStands(link, located.get(from)) || (placed.has(from) && !isWeakName(placed.get(from), link.from)))
        continue;
      const behind = actionBehind(to, placed.get(to), content);
      const action = link.kind === 'sources' ? actionSourced(from, link.from, behind) : behind;
      // What runs on all hosts may be left out on some of them.
      const isForAll = link.site?.kind === 'group' && /^(?:all|\*)$/.test(link.site.name);
      const atMost = isForAll ? ('warning' as const) : undefined;
      if (action) found.set(from, { place: 'node', evidence: [{ kind: 'call', to: document.label, action }], atMost });
    }
    if (found.size === 0) return;
    for (const [unit, placement] of found) placed.set(unit, placement);
  }
}

/** Whether the called runs on the machine that the unit stands for. */
export function runsWhereItStands({ kind, from }: Link, where: Located | undefined): boolean {
  if (kind !== 'calls' && kind !== 'sources') return false;
  const site = where?.site?.kind;
  if (site === 'remote') return true;
  const isScript = SCRIPTS.has(from.language) || isOfSalt(from) || site === 'group' || site === 'make-target';
  return (isScript || describesMachines(from)) && placeByName(from.path)?.place !== 'ci';
}

/** What it calls runs on machines that it makes: a Vagrantfile, a template of Packer, a resource of Terraform. */
function describesMachines(document: Document): boolean {
  return document.language === 'ruby' || isPackerTemplate(document) || isTerraformBlock(document);
}

/** What all machines of a file get, a node among them gets too. */
export function followMachines({ placed, located, content }: Board): void {
  for (const [unit, { document, site }] of located) {
    if (site?.kind !== 'machine' || !isWeakName(placed.get(document), document)) continue;
    const action = actionBehind(unit, placed.get(unit), content);
    const evidence = action && [{ kind: 'machine' as const, name: site.name, action }];
    if (evidence) placed.set(document, { place: 'node', evidence, atMost: 'warning' });
  }
}

const SCRIPTS: ReadonlySet<Document['language']> = new Set(['shell', 'powershell', 'puppet']);

function actionBehind(unit: Unit, placement: Placement | undefined, content: Content): ActionEvidence | undefined {
  if (placement?.place !== 'node') return undefined;
  const own = strongActionOf(unit, content);
  const [first] = placement.evidence;
  return own ?? (first?.kind === 'call' ? first.action : undefined);
}

/** A name such as build.sh, or that of every Vagrantfile: anything stronger decides before it. */
function isWeakName(placement: Placement | undefined, { language }: Document): boolean {
  const [first] = placement?.evidence ?? [];
  if (first?.kind !== 'name') return false;
  return first.hint === 'build-script' || (language === 'ruby' && first.hint === 'developer-tool');
}

/** Breadth first from every unit that has a place, along what makes other documents run. */
export function followDown(edges: readonly Edge[], board: Board): void {
  const { placed, located } = board;
  for (let step = 0; step < MAX_STEPS; step++) {
    const found = new Map<Unit, Placement>();
    for (const { link, from, to } of edges) {
      const where = located.get(from);
      const source = placed.get(from) ?? (where ? inherited(where, placed) : UNKNOWN);
      const known = placed.get(to);
      if (to === from || source.place === 'unknown' || (link.kind !== 'mounts' && hasOwnEngine(link))) continue;
      // Who runs playbooks is not called by what they do: it is another file of that name.
      if (board.content.operators.has(to) && link.from.language !== 'ansible' && source.place === 'node') continue;
      if (known && !overrides(source.place, known, link)) continue;
      const evidence = evidenceOf(link, source);
      const better = found.get(to);
      if (better && !comesBefore(source.place, evidence, better)) continue;
      found.set(to, { ...source, evidence: [evidence, ...source.evidence.slice(0, 2)] });
    }
    if (found.size === 0) return;
    for (const [unit, placement] of found) placed.set(unit, placement);
  }
}

function hasOwnEngine({ pod }: Link): boolean {
  return pod !== undefined && carriesEngine(pod);
}

function evidenceOf(link: Link, source: Placement): LinkEvidence {
  const { kind, from } = link;
  const evidence = { kind: 'link', link: kind, by: from.label } as const;
  // What a pod mounts, only some of its containers may run.
  if (kind === 'mounts') return hasOwnEngine(link) ? { ...evidence, withEngine: true } : evidence;
  const { pod } = link;
  const isWithout = pod ? reachesNoEngine(pod) : isWithoutEngine(source.evidence[0]);
  return isWithout ? { ...evidence, withoutEngine: true } : evidence;
}

function isWithoutEngine(first: Evidence | undefined): boolean {
  return first?.kind === 'link' && first.withoutEngine === true;
}

/** Where several callers differ, the place where most breaks wins. */
function comesBefore(place: Place, evidence: LinkEvidence, known: Placement): boolean {
  const more = rank(place) - rank(known.place);
  return more > 0 || (more === 0 && isHarmless(known.evidence[0]) && !isHarmless(evidence));
}

/** With no engine in reach, or with one of its own, less breaks. */
function isHarmless(first: Evidence | undefined): boolean {
  return first?.kind === 'link' && (first.withoutEngine === true || first.withEngine === true);
}

function isOtherMachine(first: Evidence | undefined): boolean {
  return first?.kind === 'nature' && first.is === 'another-machine';
}

function rank(place: Place): number {
  return { unknown: 0, dev: 1, ci: 2, image: 3, workload: 4, node: 5 }[place];
}

/**
 * An image that a pod runs is a workload; a script that only a name calls a developer's is where its caller runs; and
 * servers that a pipeline sets up are its own.
 */
function overrides(from: Place, { place, evidence }: Placement, link: Link): boolean {
  const isPartOfImage = place === 'image' && evidence[0]?.kind === 'link';
  if (link.kind === 'runs-image' || (link.kind === 'copies' && isPartOfImage))
    return place === 'image' && from === 'workload';
  if (link.kind === 'copies' || link.kind === 'builds') return false;
  if (isOtherMachine(evidence[0])) return from === 'ci';
  // A script that is called a test, and does what only nodes do.
  if (place === 'unknown') return from === 'node' && evidence.at(-1)?.kind === 'name';
  if (evidence[0]?.kind !== 'name') return false;
  return (place === 'dev' || place === 'ci') && (from === 'node' || from === 'workload');
}
