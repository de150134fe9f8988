/** What a document or a machine says about itself: what it is, what is done there, what it is called. */
import { CLUSTER_GROUP, GROUP_OF_CLUSTER } from '../data/nodes.ts';
import { AGENT_MACHINES, OTHER_SCHEDULERS } from '../data/other-platforms.ts';
import { isLocalhost } from '../languages/ansible/modules.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { ActionEvidence, BesideEvidence, Evidence, Placement } from '../model/place.ts';
import type { Site } from '../model/site.ts';
import { once } from '../text/once.ts';
import { baseName } from '../text/path.ts';
import type { Board } from './board.ts';
import { saidPlacement } from './configured.ts';
import { type Content, unitOfNode } from './content.ts';
import { groupsOfPattern } from './host-pattern.ts';
import { placeByName } from './names.ts';
import { byNature, isGuest, otherMachine, placeByNature, quieted } from './natures.ts';
import { isTemplateOrFile, roleFolderOf, roleNameIn } from './roles.ts';
import type { Surroundings } from './surroundings.ts';
import { ansibleProject, isTerraformFile, machineOrFile, rootOf, type Unit } from './units.ts';

export function placeByThemselves(board: Board, facts: readonly Fact[]): void {
  const completions = completionScripts(facts);
  const notes = pagesOfNotes(facts);
  const projects = ansibleEvidence(board);
  for (const [unit, { document, site }] of board.located) {
    const own = site
      ? (sitePlacement(unit, document, site, board) ?? operatorPlacement(document, site, projects, board.around))
      : completions.has(document)
        ? byNature('dev', 'completion')
        : documentPlacement(document, board, projects);
    const decided = saidPlacement({ document, site }, board.said) ?? doubted(document, own, board, notes);
    if (decided) board.placed.set(unit, decided);
  }
}

/** Neither a name nor a folder makes a node of a server that starts containers with the Docker Engine which it installs; notes are for people. */
function doubted(
  document: Document,
  own: Placement | undefined,
  { content }: Board,
  notes: ReadonlySet<Document>,
): Placement | undefined {
  if (own?.place !== 'node') return own;
  if (content.servers.has(document) && own.evidence.every(({ kind }) => kind === 'name')) return undefined;
  if (content.servers.has(document) && own.atMost !== undefined && isFirstBoot(own)) return otherMachine();
  return notes.has(document) ? quieted(own, 'warning') : own;
}

/** Nothing but that it starts a machine, in a folder that also starts nodes. */
function isFirstBoot({ evidence }: Placement): boolean {
  return evidence.every((one) => one.kind === 'nature' && one.is === 'cloud-init');
}

/** Scripts that a shell of a person reads: `complete -F _docker docker`. */
function completionScripts(facts: readonly Fact[]): ReadonlySet<Document> {
  const found = facts.filter(
    (fact) => fact.kind === 'command' && fact.program === 'complete' && fact.words.some(({ text }) => text === '-F'),
  );
  return new Set(found.map((fact) => fact.document));
}

/** Scripts whose lines are sentences too, such as `2. Look at the disk`: a person picks commands from them, and nothing runs them. */
function pagesOfNotes(facts: readonly Fact[]): ReadonlySet<Document> {
  const found = new Set<Document>();
  const met = new Set<Document>();
  for (const fact of facts) {
    if (fact.kind !== 'command' || !SENTENCE.test(fact.program) || fact.document.language !== 'shell') continue;
    if (met.has(fact.document) && !fact.document.view.text.startsWith('#!')) found.add(fact.document);
    met.add(fact.document);
  }
  return found;
}

/** The first word of a sentence: a number of a step, or a word that no program has for its name. */
const SENTENCE = /^(?:\d{1,2}[.)\u3001\uFF0E]|[\u0080-\uDFFF\uF900-\uFFEF])/;

/** What the document itself says, or undefined where only others can say it. */
function documentPlacement(document: Document, { content, around }: Board, projects: Beside): Placement | undefined {
  const name = placeByName(document.path);
  const root = machineOrFile(document);
  const inTestedScript = name?.place === 'ci' && document.parent && !root.object && !isHandedToCluster(document);
  const nature = inTestedScript ? undefined : placeByNature(document, around);
  if (nature) return nature;
  const own = content.actions.get(document) ?? [];
  const actions = own.length > 0 ? own : isTerraformFile(root) ? [] : (content.actions.get(root) ?? []);
  const inContainers = content.containers.has(document);
  if (name?.place === 'ci' && !isPartOfCluster(document, root))
    return !TEST_DATA.test(document.path) && actions.some(makesThisMachineANode)
      ? { place: 'unknown', evidence: [...actions, { kind: 'name', hint: name.hint }] }
      : named(document, around);
  if (document.language === 'shell' && document.parent && actions.length === 0 && startsAgents(root))
    return byNature('ci', 'pipeline');
  if (inContainers && !actions.some(makesThisMachineANode)) return byNature('dev', 'cluster-in-containers');
  const isOperators = content.operators.has(document) && actions.every(({ weak }) => weak);
  if (actions.length > 0 && document.language !== 'dockerfile' && !isOperators) return nodeBy(document, actions);
  if (OTHER_SCHEDULERS.test(roleNameIn(document.path) ?? '') || isGuest(document)) return otherMachine();
  if (isOfRoles(document) && rolesWithContainers(content).has(roleFolderOf(document.path) ?? ''))
    return byNature('dev', 'cluster-in-containers');
  const roles = isOfRoles(document) ? rolePlacement(document, projects, around) : undefined;
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

/** What stands in an object of the cluster, or in the values of a chart, runs where that says, whatever the folder is called. */
function isPartOfCluster(document: Document, root: Document): boolean {
  return document !== root && (root.object !== undefined || root.language === 'helm-values');
}

/** Scripts in the configuration of Jenkins, which its agents run when their machines start. */
const startsAgents = once(({ view }: Document): boolean =>
  [CLOUDS, AGENT_MACHINES].every((pattern) => pattern.test(view.text.slice(0, LONGEST_CONFIGURATION))),
);

const CLOUDS = /^[ \t]*clouds:/m;
const LONGEST_CONFIGURATION = 400_000;

/** Roles of which one file starts the nodes of a cluster as containers. */
const rolesWithContainers = once(
  ({ containers }: Content): ReadonlySet<string> =>
    new Set([...containers].flatMap((unit) => (typeof unit === 'string' ? [] : (roleFolderOf(unit.path) ?? [])))),
);

/**
 * A pipeline describes the pod of its agent, which the cluster runs, and the values of a chart that it deploys, unless
 * the cluster is its own.
 */
function isHandedToCluster(document: Document): boolean {
  const root = rootOf(document);
  const isPodOfStep =
    document.parent === root &&
    root.language === 'workflow' &&
    // A pod that the pipeline itself runs as is none of a cluster which it starts.
    (document.view === root.view || !OWN_CLUSTER.test(root.view.text));
  if (document.language === 'kubernetes') return root.language === 'groovy' || isPodOfStep;
  const isPipeline = root.language === 'groovy' || root.language === 'workflow';
  return document.language === 'helm-values' && isPipeline && !OWN_CLUSTER.test(root.view.text);
}

/** What tests read, and nobody runs. */
const TEST_DATA = /(?:^|\/)(?:test-?data|(?:__)?fixtures(?:__)?|tests?\/(?:[^/]+\/)?(?:test)?data(?:_[^/]*)?)\//i;

const OWN_CLUSTER = /\b(?:kind(?!:)|k3d|minikube|microk8s|kubeadm)\b/;

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
  if (around.speaksOfNodes(path)) return { place: 'node', evidence };
  if (around.startsBesideNodes(path)) return otherMachine();
  return around.speaksOfNodes(name.base) ? { place: 'node', evidence, atMost: 'warning' } : undefined;
}

/** Another machine is known by what is done there, or by what its name comes from. */
function sitePlacement(unit: Unit, document: Document, site: Site, board: Board): Placement | undefined {
  const actions = board.content.actions.get(unit) ?? [];
  if (site.kind === 'machine' && placeByName(document.path)?.place === 'ci') return undefined;
  if (actions.length > 0) return { place: 'node', evidence: actions };
  if (site.is === 'configured-node') return { place: 'node', evidence: [{ kind: 'configuration' }] };
  if (site.is === 'cluster-node' && site.kind !== 'container')
    return { place: 'node', evidence: [{ kind: 'hosts', are: 'cluster-nodes', name: site.name }] };
  if (site.is === 'named-node' && site.kind !== 'container')
    return { place: 'node', evidence: [{ kind: 'hosts', are: 'named-nodes', name: site.name }] };
  if (site.is === 'cluster-group') return ofClusterGroup(site.name);
  switch (site.kind) {
    case 'host':
      return byNature('node', 'host-of-a-pod');
    case 'group':
      return groupPlacement(document, site.name, board);
    case 'operator':
      return byNature('dev', 'operator');
    // A recipe that loads images into the nodes of kind talks to those containers, whatever it calls.
    case 'make-target':
      return board.content.containers.has(unit) ? byNature('dev', 'cluster-in-containers') : undefined;
    case 'remote':
    case 'container':
    case 'machine':
      return undefined;
    default:
      return site.kind satisfies never;
  }
}

function ofClusterGroup(name: string): Placement {
  return { place: 'node', evidence: [{ kind: 'hosts', are: 'cluster-group', name }], atMost: 'warning' };
}

/** A play on localhost is of whoever runs the playbook; that others of the project make nodes says nothing about it. */
function operatorPlacement(
  document: Document,
  { kind, name }: Site,
  projects: Beside,
  around: Surroundings,
): Placement | undefined {
  const isLocal = kind === 'group' && isLocalhost(name);
  const byProject = isLocal && isOfRoles(document) ? rolePlacement(document, projects, around) : undefined;
  return byProject?.place === 'node' && byProject.atMost !== undefined
    ? byNature('unknown', 'another-machine')
    : undefined;
}

function groupPlacement(document: Document, hosts: string, { around }: Board): Placement | undefined {
  const isTest = document.language === 'ansible' && placeByName(document.path)?.hint === 'test-folder';
  const atMost = isTest ? ('notice' as const) : ('warning' as const);
  const groups = groupsOfPattern(hosts);
  const ofCluster = around.hasClusterInventory(ansibleProject(document.path));
  const named = groups.find((name) => CLUSTER_GROUP.test(name) || (ofCluster && GROUP_OF_CLUSTER.test(name)));
  if (named) return { place: 'node', evidence: [{ kind: 'hosts', are: 'cluster-group', name: named }], atMost };
  if (hosts === 'all' && ofCluster)
    return { place: 'node', evidence: [{ kind: 'hosts', are: 'all-of-a-cluster', name: hosts }], atMost };
  return undefined;
}

/** What one file of a role does says where the others run; other roles of the project may be for machines beside the nodes. */
function rolePlacement({ path }: Document, projects: Beside, around: Surroundings): Placement | undefined {
  const folder = roleFolderOf(path) ?? cookbookOf(path);
  const role = folder === undefined ? undefined : projects.get(folder);
  if (role && !role.action.weak) return { place: 'node', evidence: [role] };
  const apart = role ? undefined : around.apart(path);
  if (apart === 'elsewhere') return otherMachine();
  const found = role ?? (apart ? undefined : projects.get(ansibleProject(path)));
  return found && { place: 'node', evidence: [found], atMost: 'warning' };
}

/** What belongs to a role of Ansible or a cookbook of Chef. */
function isOfRoles({ language, path }: Document): boolean {
  return language === 'ansible' || (language === 'ruby' && cookbookOf(path) !== undefined);
}

/** The folder of a cookbook. */
function cookbookOf(path: string): string | undefined {
  return /^(?:.*\/)?(?=(?:recipes|resources|providers|attributes)\/[^/]+\.rb$)/.exec(path)?.[0];
}

type Beside = ReadonlyMap<string, BesideEvidence>;

function unitEvidence({ path, view }: Document): BesideEvidence {
  const { span } = view.root(0, 0);
  return { kind: 'beside', path, action: { kind: 'action', verb: 'is', what: `the unit ${baseName(path)}`, span } };
}

/** The folder of the cookbook in which a unit of nodes is kept. */
function cookbookOfUnit({ language, path, parent }: Document): string | undefined {
  if (language !== 'systemd' || parent || !unitOfNode(path, undefined)) return undefined;
  return /^(?:.*\/)?(?=(?:templates|files)\/)/.exec(path)?.[0];
}

/** The folder of the role that has a unit of nodes among its templates and files. */
function roleOfUnit({ language, path, parent }: Document): string | undefined {
  return language === 'systemd' && !parent && unitOfNode(path, undefined) ? roleFolderOf(path) : undefined;
}

/** A script among the templates and files of a role or cookbook that starts the kubelet of its machine. */
function kubeletInScript(document: Document, { actions }: Content): BesideEvidence | undefined {
  const { language, parent, path } = document;
  if (language !== 'shell' || parent || !isTemplateOrFile(path)) return undefined;
  const action = actions.get(document)?.find(({ weak, verb }) => !weak && STARTS_KUBELET.has(verb));
  return action && { kind: 'beside', path, action };
}

const STARTS_KUBELET: ReadonlySet<ActionEvidence['verb']> = new Set(['calls', 'passes', 'sets']);

/** It says of the role, of the cookbook and of the project what they set up. */
function addStarted(found: Map<string, BesideEvidence>, started: BesideEvidence): void {
  const role = roleFolderOf(started.path);
  const folders = role === undefined ? [started.path.replace(/(?:templates|files)\/.*$/s, '')] : [role];
  for (const folder of folders) if (found.get(folder)?.action.weak ?? true) found.set(folder, started);
  const project = ansibleProject(started.path);
  if (role !== undefined && !found.has(project)) found.set(project, { ...started, kind: 'project' });
}

/** What is done on nodes, by the folder of the role and by that of the project. */
function ansibleEvidence({ content, located }: Board): Beside {
  const found = new Map<string, BesideEvidence>();
  for (const [, { document, site }] of located) {
    const cookbook = site ? undefined : cookbookOfUnit(document);
    if (cookbook !== undefined && !found.has(cookbook)) found.set(cookbook, unitEvidence(document));
    const ofUnit = site ? undefined : roleOfUnit(document);
    if (ofUnit !== undefined && (found.get(ofUnit)?.action.weak ?? true)) found.set(ofUnit, unitEvidence(document));
    const started = site ? undefined : kubeletInScript(document, content);
    if (started) addStarted(found, started);
    if (site || !isOfRoles(document)) continue;
    const action = content.actions.get(document)?.[0];
    if (!action) continue;
    const isCookbook = document.language !== 'ansible';
    const folders = isCookbook
      ? [cookbookOf(document.path)]
      : [roleFolderOf(document.path), ansibleProject(document.path)];
    for (const folder of folders)
      if (folder !== undefined && !found.has(folder))
        found.set(folder, { kind: isCookbook ? 'beside' : 'project', path: document.path, action });
  }
  return found;
}
