/** Roles and playbooks of Ansible that no play runs on a node: they set up machines beside the cluster, or servers that have nothing to do with it. */
import { BESIDE_GROUP, CLUSTER_GROUP } from '../data/nodes.ts';
import type { InputFile } from '../model/input.ts';
import { once } from '../text/once.ts';
import { type Inventory, readInventory } from './inventories.ts';
import { type Hosts, type HostsByKey, type Plays, playsOfFiles, projectOf } from './plays.ts';
import { roleFolderOf } from './roles.ts';

const inventoryOf = once(readInventory);

/** Whether a path is in a role whose plays all name hosts that are called after such a machine, while roles of nodes run on others. */
export function rolesBesideNodes(files: readonly InputFile[]): (path: string) => boolean {
  const known = once((all: readonly InputFile[]) => besideNodes(playsOfFiles(all)));
  return (path) => known(files).has(roleFolderOf(path) ?? '');
}

function besideNodes({ ofRoles, ofNodes, withKubelet }: Plays): ReadonlySet<string> {
  const groupsOf = (role: string) => [...(ofRoles.get(role)?.values() ?? [])].map(({ group }) => group);
  const nodes = new Set([...withKubelet].flatMap(groupsOf));
  if (nodes.size === 0) return new Set();
  const isBeside = (group: string | undefined) => group !== undefined && BESIDE_GROUP.test(group) && !nodes.has(group);
  const beside = [...ofRoles.keys()].filter((role) => !ofNodes.has(role) && groupsOf(role).every(isBeside));
  return new Set(beside);
}

/**
 * Where no play runs a playbook or a role on the hosts that the project makes nodes: `elsewhere` where nothing says that they may be the
 * same, `apart` where only the names of the groups tell them apart, and the project is for a cluster.
 */
export type Apart = 'apart' | 'elsewhere';

export function apartOf(files: readonly InputFile[]): (path: string) => Apart | undefined {
  const known = once((all: readonly InputFile[]) => apartFromNodes(playsOfFiles(all), inventoryOf(all)));
  return (path) => known(files).get(roleFolderOf(path) ?? path);
}

export function otherHosts(files: readonly InputFile[]): (group: string, others: readonly string[]) => boolean {
  return (group, others) => {
    const inventory = inventoryOf(files);
    return [group, ...others].every(inventory.has) && !inventory.groupsSharingHosts(others).has(group);
  };
}

function apartFromNodes(plays: Plays, inventory: Inventory): ReadonlyMap<string, Apart> {
  const isOfNodes = nodesAmong(plays.nodes, inventory);
  const found = new Map<string, Apart>();
  for (const [whole, hosts] of [...plays.ofRoles, ...plays.ofPlaybooks]) {
    const project = plays.projects.get(projectOf(whole));
    if (plays.making.has(whole) || !project) continue;
    // What makes its nodes is not understood, or nobody knows where.
    if (!project.isForServers && !(project.makesNodes && plays.nodes.size > 0)) continue;
    if ([...hosts.values()].some((one) => isOfNodes(one, project.isForCluster))) continue;
    const isSure = !project.isForCluster || [...hosts.values()].every(({ group }) => inventory.has(group ?? ''));
    found.set(whole, isSure ? 'elsewhere' : 'apart');
  }
  for (const role of plays.roles)
    if (!plays.ofRoles.has(role) && plays.projects.get(projectOf(role))?.isForServers) found.set(role, 'elsewhere');
  return found;
}

/** Whether hosts are nodes, or may be: those of which nothing is written are where a play that is run together with theirs makes nodes. */
function nodesAmong(nodes: HostsByKey, inventory: Inventory): (hosts: Hosts, isForCluster: boolean) => boolean {
  const made = [...nodes.values()];
  const groups = new Set(made.flatMap(({ group }) => group ?? []));
  const trees = new Set(made.map(({ tree }) => tree));
  const openTrees = new Set(made.flatMap(({ group, tree }) => (group === undefined ? [tree] : [])));
  const sharing = inventory.groupsSharingHosts(groups);
  return ({ group, tree }, isForCluster) => {
    if (tree === undefined) return true;
    if (group === undefined) return trees.has(tree) || trees.has(undefined) || (isForCluster && made.length > 0);
    if (sharing.has(group) || CLUSTER_GROUP.test(group)) return true;
    return openTrees.has(tree) || (isForCluster && openTrees.size > 0);
  };
}
