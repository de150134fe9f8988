/** How much a place counts: what the names, the role and the engine of the whole machine say of it. */
import { OTHER_PLATFORM_NAME } from '../data/other-platforms.ts';
import type { Document } from '../model/document.ts';
import type { EngineEvidence, Evidence, Placement } from '../model/place.ts';
import { isKeptCopy } from '../recognise/template-names.ts';
import type { Span } from '../text/source.ts';
import type { Adapters } from './adapters.ts';
import { isOfDistribution } from './beside-engines.ts';
import type { Board } from './board.ts';
import type { Content } from './content.ts';
import { otherMachine, quieted } from './natures.ts';
import { roleFolderOf } from './roles.ts';
import type { Surroundings } from './surroundings.ts';
import { machineOrFile, type Unit } from './units.ts';

/** What is called after a platform that is not Kubernetes needs no runtime of a node, unless it shows that it is one. */
function onOtherPlatform(placement: Placement): Placement {
  if (placement.evidence[0]?.kind === 'action') return placement;
  return quieted(placement, 'notice', { kind: 'name', hint: 'other-platform' });
}

/** Nothing here runs or writes it, and so nothing here breaks. */
function ofRole({ path }: Document, placement: Placement, around: Surroundings): Placement {
  if (placement.evidence[0]?.kind !== 'action' && around.isInRoleBesideNodes(path)) return otherMachine();
  const kind = around.isInUncalledRole(path)
    ? 'uncalled-role'
    : around.isUnusedInRole(path)
      ? 'unused-file'
      : undefined;
  return kind ? quieted(placement, 'notice', { kind }) : placement;
}

/** A role that runs an application of Compose drives the containers of that, unless its files show a node. */
function ofCompose({ path }: Document, placement: Placement, around: Surroundings): Placement {
  if (placement.evidence.some(({ kind }) => kind === 'action') || !around.isInComposeRole(path)) return placement;
  return quieted(placement, 'notice', COMPOSE_ROLE);
}

const COMPOSE: Evidence = { kind: 'nature', is: 'compose-application' };
const COMPOSE_ROLE: Evidence = { kind: 'nature', is: 'compose-role' };

/** `values.yaml.bak`, `terraform.tfstate`: what somebody or a program kept; nothing is run from it. */
function ofCopy({ path }: Document, placement: Placement): Placement {
  return isKeptCopy(path) ? quieted(placement, 'notice', { kind: 'kept-copy' }) : placement;
}

function engineAround(root: Document, content: Content, roles: Board['roles']): EngineEvidence | undefined {
  return (
    content.engines.get(root) ?? (root.language === 'ansible' ? roles.get(roleFolderOf(root.path) ?? '') : undefined)
  );
}

/** The engine that one file of a role installs, for its other tasks and handlers. */
export function enginesOfRoles({ engines }: Content, documents: readonly Document[]): Board['roles'] {
  const found = new Map<string, EngineEvidence>();
  for (const document of documents) {
    const engine = document.language === 'ansible' ? engines.get(document) : undefined;
    const role = roleFolderOf(document.path);
    if (role !== undefined && engine?.kind === 'own' && !engine.isBeside && !found.has(role)) found.set(role, engine);
  }
  return found;
}

function engineOfRke(span: EngineEvidence['span'] | undefined): EngineEvidence | undefined {
  return span && { kind: 'adapter', span };
}

/** A file for containers of Compose, that nothing of a cluster uses. */
function isOfComposeAlone({ path, object }: Document, { place }: Placement, around: Surroundings): boolean {
  return place === 'unknown' && !object && around.isMountedByCompose(path);
}

function besideOther(engine: EngineEvidence, span: Span | undefined): EngineEvidence | undefined {
  return span && engine.kind === 'own' ? { ...engine, isBeside: true, span } : undefined;
}

/** Where all that shows a node is that of K3s or its like, which brings its runtime, the engine is beside that. */
function besideDistribution(engine: EngineEvidence, { place, evidence }: Placement, content: Content): EngineEvidence {
  if (engine.kind !== 'own' || engine.isBeside || place !== 'node' || content.isDockerAsked) return engine;
  const actions = evidence.flatMap((one) => (one.kind === 'action' ? one : 'action' in one ? one.action : []));
  const [first] = actions;
  return first && actions.every(isOfDistribution) ? { ...engine, isBeside: true, span: first.span } : engine;
}

interface Engines {
  readonly adapterOf: Adapters['adapterOf'];
  readonly build: EngineEvidence | undefined;
  /** Those of the hosts that roles are called on, by the folders of the roles. */
  readonly ofHosts: ReadonlyMap<string, EngineEvidence>;
  /** Where another script of the machine gives the kubelet its runtime. */
  readonly beside: Span | undefined;
}

/** What holds for the whole machine: its engine, and whether anything near speaks of Kubernetes at all. */
export function weighed(
  unit: Unit,
  placement: Placement,
  { content, around, located, roles }: Board,
  { adapterOf, build, ofHosts, beside }: Engines,
): Placement {
  const where = located.get(unit);
  if (!where) return placement;
  const { document, site } = where;
  const engine =
    adapterOf(unit, document.path, placement.evidence[0]?.kind === 'beside') ??
    engineOfRke(around.rkeCluster(document.path)) ??
    content.engines.get(unit) ??
    (site ? undefined : engineAround(machineOrFile(document), content, roles)) ??
    build ??
    // What shows that it is a node by itself is no machine beside the nodes.
    (placement.atMost === undefined ? undefined : ofHosts.get(roleFolderOf(document.path) ?? ''));
  const here = OTHER_PLATFORM_NAME.test(document.path) ? onOtherPlatform(placement) : placement;
  const ours = ofCopy(document, ofCompose(document, ofRole(document, here, around), around));
  const withEngine = engine
    ? { ...ours, engine: besideOther(engine, beside) ?? besideDistribution(engine, ours, content) }
    : ours;
  if (isOfComposeAlone(document, placement, around)) return { ...withEngine, place: 'dev', evidence: [COMPOSE] };
  const compose = placement.place === 'unknown' ? around.composeFolder(document.path) : undefined;
  // What it reaches by ssh is the host of the application only where nothing at all speaks of a cluster.
  const isOther = site !== undefined && (site.kind !== 'remote' || around.speaksOfKubernetes(''));
  return compose === undefined || isOther || document.object || around.speaksOfKubernetes(compose)
    ? withEngine
    : { ...withEngine, place: 'dev', evidence: [COMPOSE] };
}
