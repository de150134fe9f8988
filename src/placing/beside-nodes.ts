/** Roles of Ansible that no play runs on a node: they set up a machine beside the cluster, such as a bastion or a registry. */
import { BESIDE_GROUP, CLUSTER_GROUP, MAKES_NODES, SPEAKS_OF_NODES } from '../data/nodes.ts';
import type { InputFile } from '../model/input.ts';
import { once } from '../text/once.ts';
import { baseName } from '../text/path.ts';
import { hostsOfGroups } from './inventories.ts';
import { LONGEST_TASKS, roleFolderOf, rolesNamed } from './roles.ts';

const YAML = /\.ya?ml$/;
const PLAY = /^[ \t]*(?:-[ \t]+)?hosts:/m;
/** The hosts of a play, in one line or as a list. */
const HOSTS = /^[ \t]*(?:-[ \t]+)?hosts:[ \t]*(?:([^\n#]+)|\n((?:[ \t]*- [^\n]*(?:\n|$))+))/;

interface Roles {
  /** The groups of hosts on which plays run a role, by its name; an empty name where they are not written out. */
  readonly hosts: ReadonlyMap<string, ReadonlySet<string>>;
  /** The roles of which a file speaks of what only nodes have. */
  readonly ofNodes: ReadonlySet<string>;
  /** The roles whose hosts are nodes. */
  readonly withKubelet: ReadonlySet<string>;
  /** The roles and groups of which a task makes a machine a node. */
  readonly making: ReadonlySet<string>;
  readonly made: ReadonlySet<string>;
  /** The groups of the plays of a file. */
  readonly playbooks: ReadonlyMap<string, ReadonlySet<string>>;
}

const TASKS = /\/(?:tasks|handlers|templates)\/[^/]/;
const HAS_KUBELET = /\b(?:kubelet|kubeadm|k3s|rke2|k0s)\b/;

/** Whether a path is in a role whose plays all name hosts that are called after such a machine, while roles of nodes run on others. */
export function rolesBesideNodes(files: readonly InputFile[]): (path: string) => boolean {
  const known = once((all: readonly InputFile[]) => besideNodes(rolesOf(all)));
  return (path) => {
    const role = roleNameOf(path);
    return role !== undefined && known(files).has(role);
  };
}

/**
 * Whether a path is of a playbook, or in a role, whose plays all name hosts which no play makes nodes, and which no inventory has among the
 * nodes: that the same project makes nodes says nothing about it.
 */
export function apartOf(files: readonly InputFile[]): (path: string) => boolean {
  const known = once((all: readonly InputFile[]) => apartFromNodes(rolesOf(all), hostsOfGroups(all)));
  return (path) => known(files).has(roleNameOf(path) ?? path);
}

function apartFromNodes(roles: Roles, members: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const nodes = new Set([...groupsOfRoles(roles.making, roles), ...roles.made]);
  if (nodes.size === 0 || [...nodes].some(isOpenGroup)) return new Set();
  const machines = new Set([...nodes].flatMap((group) => [...(members.get(group) ?? [])]));
  const isApart = (group: string) =>
    !isOpenGroup(group) &&
    !nodes.has(group) &&
    !CLUSTER_GROUP.test(group) &&
    ![...(members.get(group) ?? [])].some((host) => machines.has(host));
  const areApart = (groups: ReadonlySet<string>) => groups.size > 0 && [...groups].every(isApart);
  const apart = [...roles.hosts].filter(([role, groups]) => !roles.making.has(role) && areApart(groups));
  const playbooks = [...roles.playbooks].filter(([, groups]) => areApart(groups));
  return new Set([...apart.map(([role]) => role), ...playbooks.map(([path]) => path)]);
}

/** What may be any machine. */
function isOpenGroup(group: string): boolean {
  return group === UNWRITTEN || /^(?:all|\*|ungrouped)$/.test(group);
}

function groupsOfRoles(names: ReadonlySet<string>, { hosts }: Roles): ReadonlySet<string> {
  return new Set([...names].flatMap((role) => [...(hosts.get(role) ?? [])]));
}

function besideNodes(roles: Roles): ReadonlySet<string> {
  const { hosts, ofNodes } = roles;
  const nodes = groupsOfRoles(roles.withKubelet, roles);
  if (nodes.size === 0) return new Set();
  const isBeside = (group: string) => BESIDE_GROUP.test(group) && !nodes.has(group);
  const beside = [...hosts].filter(([role, groups]) => !ofNodes.has(role) && [...groups].every(isBeside));
  return new Set(beside.map(([role]) => role));
}

/** Two questions are answered by them. */
const rolesOf = once((files: readonly InputFile[]): Roles => {
  const hosts = new Map<string, ReadonlySet<string>>();
  const calls = new Map<string, Set<string>>();
  const ofNodes = new Set<string>();
  const withKubelet = new Set<string>();
  const making = new Set<string>();
  const made = new Set<string>();
  const playbooks = new Map<string, ReadonlySet<string>>();
  for (const file of files) {
    const role = roleNameOf(file.path);
    const isYaml = YAML.test(file.path);
    const text = role !== undefined || isYaml ? file.text : '';
    if (text.length > LONGEST_TASKS) continue;
    if (role !== undefined && SPEAKS_OF_NODES.test(text)) ofNodes.add(role);
    if (role !== undefined && HAS_KUBELET.test(text)) withKubelet.add(role);
    if (role !== undefined && TASKS.test(file.path) && MAKES_NODES.test(text)) making.add(role);
    if (!isYaml) continue;
    if (role !== undefined) calls.set(role, new Set([...(calls.get(role) ?? []), ...rolesNamed(text)]));
    else
      for (const play of playsOf(text)) {
        const groups = groupsOf(play);
        playbooks.set(file.path, withGroups(playbooks.get(file.path), groups));
        if (MAKES_NODES.test(play)) for (const group of groups) made.add(group);
        for (const name of [...rolesNamed(play.replace(HOSTS, '')), ...rolesIncluded(play)])
          hosts.set(name, withGroups(hosts.get(name), groups));
      }
  }
  return { hosts: passedOn(hosts, calls), ofNodes, withKubelet, making, made, playbooks };
});

/**
 * What a role runs on, the roles that it calls run on too. A role is looked at again whenever it has got more groups,
 * which is at most as often as there is room for groups.
 */
function passedOn(
  hosts: ReadonlyMap<string, ReadonlySet<string>>,
  calls: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map(hosts);
  const grown = [...hosts.keys()];
  for (let role = grown.pop(); role !== undefined; role = grown.pop())
    for (const name of calls.get(role) ?? []) {
      const before = all.get(name);
      const after = withGroups(before, all.get(role) ?? []);
      if (after.size === (before?.size ?? 0)) continue;
      all.set(name, after);
      grown.push(name);
    }
  return all;
}

/** Nobody writes more groups for one role; what is behind them is not told apart. */
const MOST_GROUPS = 50;

function withGroups(known: ReadonlySet<string> | undefined, more: Iterable<string>): ReadonlySet<string> {
  const groups = new Set(known);
  for (const group of more) groups.add(groups.size < MOST_GROUPS || groups.has(group) ? group : UNWRITTEN);
  return groups;
}

/** A group whose name is not written out. */
const UNWRITTEN = '';

/** `include: roles/node/tasks/install.yml` */
function rolesIncluded(play: string): readonly string[] {
  return [...play.matchAll(/\broles\/([\w.-]{1,100})\/tasks\//g)].flatMap(([, name]) => name ?? []);
}

function roleNameOf(path: string): string | undefined {
  const folder = roleFolderOf(path);
  return folder === undefined ? undefined : baseName(folder);
}

function playsOf(text: string): readonly string[] {
  if (!PLAY.test(text)) return [];
  const starts = [...text.matchAll(new RegExp(PLAY, 'gm'))].map(({ index }) => index);
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
}

/** `a:&b` and `a,b` are several groups. */
function groupsOf(play: string): readonly string[] {
  const [, line, list] = HOSTS.exec(play) ?? [];
  const words = (line ?? list ?? '').split(/[\s:,[\]"'&!]+|- /);
  const groups = words.filter((word) => word !== '');
  return groups.length === 0 || /\{\{/.test(line ?? list ?? '') ? [UNWRITTEN] : groups;
}
