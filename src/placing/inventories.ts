/** Which hosts the groups of an inventory have, as far as inventories in the form of INI or YAML files write them out. */
import { walkMaps } from '../languages/yaml/walk.ts';
import { parseYaml } from '../languages/yaml/yaml.ts';
import type { InputFile } from '../model/input.ts';
import { groupByEach } from '../text/group.ts';
import { createSource } from '../text/source.ts';
import { fileView } from '../text/view.ts';

const INVENTORY = /(?:^|\/)(?:inventor(?:y|ies)|hosts)(?:[^/]*$|\/)|\.ini$/i;
const YAML = /\.ya?ml$/;
const LONGEST = 200_000;

export function isInventory(path: string): boolean {
  return INVENTORY.test(path);
}

interface Groups {
  readonly hosts: Map<string, Set<string>>;
  readonly children: Map<string, Set<string>>;
}

export interface Inventory {
  /** Whether some inventory says which hosts or groups are in the group. */
  has(group: string): boolean;
  /** These, and the groups that have a host of one of them, or may. */
  groupsSharingHosts(groups: Iterable<string>): ReadonlySet<string>;
}

/** A placeholder such as localhost is no host. */
export function readInventory(files: readonly InputFile[]): Inventory {
  const groups: Groups = { hosts: new Map(), children: new Map() };
  for (const file of files) {
    if (!isInventory(file.path) || /\.(?:json|py|sh)$/.test(file.path)) continue;
    const { text } = file;
    if (text.length > LONGEST) continue;
    if (YAML.test(file.path)) readYamlGroups(file.path, text, groups);
    else readGroups(text, groups);
  }
  const { hosts, children } = groups;
  const parents = groupByEach(children.keys(), (group) => children.get(group) ?? []);
  return {
    has: (group) => hosts.has(group) || children.has(group),
    groupsSharingHosts: (some) => {
      const within = reached(some, children);
      const machines = new Set([...within].flatMap((group) => [...(hosts.get(group) ?? [])]));
      const others = [...hosts].flatMap(([group, own]) => ([...own].some((host) => machines.has(host)) ? [group] : []));
      return reached([...within, ...others], parents);
    },
  };
}

/** These groups and all to which the edges lead from them. */
function reached(from: Iterable<string>, edges: ReadonlyMap<string, Iterable<string>>): ReadonlySet<string> {
  const found = new Set(from);
  for (const group of found) for (const next of edges.get(group) ?? []) found.add(next);
  return found;
}

function readGroups(text: string, groups: Groups): void {
  let group: string | undefined;
  let kind = '';
  for (const line of text.split('\n')) {
    const header = /^\[([\w.-]{1,100})(?::(\w{1,20}))?\]/.exec(line);
    if (header) [, group, kind = ''] = header;
    const word = header || group === undefined ? undefined : /^[\w.-]{1,253}/.exec(line)?.[0];
    if (word === undefined || group === undefined || kind === 'vars') continue;
    add(kind === 'children' ? groups.children : groups.hosts, group, word);
  }
}

/** `workers: {hosts: …}` and `cluster: {children: …}`. */
function readYamlGroups(path: string, text: string, groups: Groups): void {
  if (!SAYS_MEMBERS.test(text)) return;
  for (const { root } of parseYaml(fileView(createSource(path, text)), { path, templates: 'values' }).documents)
    walkMaps(root, ({ pairs }, keys) => {
      const [group, kind] = keys.slice(-2);
      if (group === undefined || (kind !== 'hosts' && kind !== 'children')) return;
      for (const { key } of pairs) add(groups[kind], group, key.text);
    });
}

const SAYS_MEMBERS = /\b(?:hosts|children)\b/;

function add(into: Map<string, Set<string>>, group: string, word: string): void {
  if (/^localhost$|^127\./.test(word)) return;
  const members = into.get(group) ?? new Set();
  members.add(word);
  into.set(group, members);
}
