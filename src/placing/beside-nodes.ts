/** Roles of Ansible that no play runs on a node: they set up a machine beside the cluster, such as a bastion or a registry. */
import { BESIDE_GROUP, SPEAKS_OF_NODES } from '../data/nodes.ts';
import type { InputFile } from '../model/input.ts';
import { once } from '../text/once.ts';
import { roleFolderOf, rolesNamed } from './roles.ts';

/** A longer file is data. */
const LONGEST = 200_000;
const YAML = /\.ya?ml$/;
const PLAY = /^[ \t]*(?:- )?[ \t]*hosts:/m;
/** The hosts of a play, in one line or as a list. */
const HOSTS = /^[ \t]*(?:- )?[ \t]*hosts:[ \t]*(?:([^\n#]+)|\n((?:[ \t]*- [^\n]*\n?)+))/;

interface Roles {
  /** The groups of hosts on which plays run a role, by its name; an empty name where they are not written out. */
  readonly hosts: ReadonlyMap<string, ReadonlySet<string>>;
  /** The roles of which a file speaks of what only nodes have. */
  readonly ofNodes: ReadonlySet<string>;
  /** The roles whose hosts are nodes. */
  readonly withKubelet: ReadonlySet<string>;
}

const HAS_KUBELET = /\b(?:kubelet|kubeadm|k3s|rke2|k0s)\b/;

/** Whether a path is in a role whose plays all name hosts that are called after such a machine, while roles of nodes run on others. */
export function rolesBesideNodes(files: readonly InputFile[]): (path: string) => boolean {
  const known = once((all: readonly InputFile[]) => besideNodes(readRoles(all)));
  return (path) => {
    const role = nameOf(path);
    return role !== undefined && known(files).has(role);
  };
}

function besideNodes({ hosts, ofNodes, withKubelet }: Roles): ReadonlySet<string> {
  const nodes = new Set([...withKubelet].flatMap((role) => [...(hosts.get(role) ?? [])]));
  if (nodes.size === 0) return new Set();
  const isBeside = (group: string) => BESIDE_GROUP.test(group) && !nodes.has(group);
  const beside = [...hosts].filter(([role, groups]) => !ofNodes.has(role) && [...groups].every(isBeside));
  return new Set(beside.map(([role]) => role));
}

function readRoles(files: readonly InputFile[]): Roles {
  const hosts = new Map<string, Set<string>>();
  const ofNodes = new Set<string>();
  const withKubelet = new Set<string>();
  const inside: (readonly [string, ReadonlySet<string>])[] = [];
  const add = (role: string, groups: Iterable<string>): boolean => {
    const known = hosts.get(role) ?? new Set<string>();
    const before = known.size;
    for (const group of groups) known.add(group);
    if (known.size > 0) hosts.set(role, known);
    return known.size > before;
  };
  for (const { path, text } of files) {
    if (text.length > LONGEST) continue;
    const role = nameOf(path);
    if (role !== undefined && SPEAKS_OF_NODES.test(text)) ofNodes.add(role);
    if (role !== undefined && HAS_KUBELET.test(text)) withKubelet.add(role);
    if (!YAML.test(path)) continue;
    if (role !== undefined) inside.push([role, rolesNamed(text)]);
    else
      for (const play of playsOf(text))
        for (const name of rolesNamed(play.replace(HOSTS, ''))) add(name, groupsOf(play));
  }
  for (let grows = true; grows; ) {
    grows = false;
    for (const [caller, names] of inside)
      for (const name of names) if (name !== caller && add(name, hosts.get(caller) ?? [])) grows = true;
  }
  return { hosts, ofNodes, withKubelet };
}

function nameOf(path: string): string | undefined {
  const folder = roleFolderOf(path);
  return folder?.slice(folder.lastIndexOf('/') + 1);
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
  return groups.length === 0 || /\{\{/.test(line ?? list ?? '') ? [''] : groups;
}
