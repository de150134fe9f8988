/** What the steps of placing know of one another. */
import { BESIDE_GROUP, CLUSTER_HOST } from '../data/nodes.ts';
import type { EngineEvidence, Placement } from '../model/place.ts';
import type { Said } from './configured.ts';
import type { Content } from './content.ts';
import { byNature, otherMachine } from './natures.ts';
import { roleFolderOf } from './roles.ts';
import type { Surroundings } from './surroundings.ts';
import { type Located, outerUnit, type Unit, unitOf } from './units.ts';

export const UNKNOWN: Placement = { place: 'unknown', evidence: [] };

export interface Board {
  readonly said: Said;
  readonly content: Content;
  readonly around: Surroundings;
  /** The first place where each unit is found. */
  readonly located: ReadonlyMap<Unit, Located>;
  readonly placed: Map<Unit, Placement>;
  /** The engines that roles install, by their folders. */
  readonly roles: ReadonlyMap<string, EngineEvidence>;
}

/** What stands beside nodes, or is called like one, says nothing about the machines that it reaches. */
function isOnlyNear({ evidence }: Placement): boolean {
  return evidence.every(({ kind }) => kind === 'project' || kind === 'beside' || kind === 'name');
}

/** `hosts: runners` of a play with tasks of its own: called after a machine beside the nodes. */
function isBesideNodes(hosts: string): boolean {
  const names = hosts.split(/[:,\s]+/).filter((name) => name !== '' && !name.startsWith('!'));
  return names.length > 0 && names.every((name) => BESIDE_GROUP.test(name) && name !== 'localhost');
}

/** A task of a role that is left to whoever runs the playbook. */
function isDelegated({ document, site }: Located): boolean {
  return site?.name === 'localhost' && roleFolderOf(document.path) !== undefined;
}

/** `node-#{i}` of a file with a node; a name that is not written out may be any, unless its variable says what it is for. */
function soundsLikeANode(machine: string): boolean {
  if (BESIDE_GROUP.test(/#\{([^}]{1,200})\}/.exec(machine)?.[1] ?? '')) return false;
  const written = machine.replace(/#\{[^}]{0,200}\}/g, '').replace(/(?<![-_.])[-_.]+$/, '');
  if (BESIDE_GROUP.test(written)) return false;
  return written === '' || CLUSTER_HOST.test(written) || /k8s|kube/i.test(written);
}

/** `WorkerInstance`, `k8s_master`: what a template calls its machines. */
export const NODE_NAME = /node|worker|master|minion|control[-_]?plane|k8s|kube/i;

const DEVELOPERS: Placement = { place: 'dev', evidence: [{ kind: 'name', hint: 'developer-tool' }] };

/** Where a machine or text is of which nothing else is known: what it stands in says so. */
export function inherited(where: Located, placed: Board['placed']): Placement {
  const kind = where.site?.kind;
  const name = where.site?.name ?? '';
  const outer = outerUnit(where);
  if (!outer) return UNKNOWN;
  const around = placed.get(unitOf(outer)) ?? inherited(outer, placed);
  const { machine } = where.document;
  if (!where.site && machine !== undefined && around.place === 'node' && !NODE_NAME.test(machine))
    return byNature('unknown', 'another-machine');
  switch (kind) {
    case 'remote':
      // A builder, a registry, a bastion: what its name says is all that is known of it.
      if (BESIDE_GROUP.test(name)) return otherMachine();
      return around.place === 'node' && !isOnlyNear(around) ? around : byNature('unknown', 'another-machine');
    case 'container':
      return around.place === 'ci' || around.place === 'dev' ? around : byNature('image', 'container');
    case 'group':
      if (isDelegated(where)) return byNature('unknown', 'another-machine');
      return isBesideNodes(name) ? byNature('unknown', 'another-machine') : around;
    case 'machine':
      if (BESIDE_GROUP.test(name)) return DEVELOPERS;
      return around.evidence[0]?.kind === 'machine' && !soundsLikeANode(name) ? DEVELOPERS : around;
    case 'host':
    case 'make-target':
    case 'operator':
    case undefined:
      return around;
    default:
      return kind satisfies never;
  }
}
