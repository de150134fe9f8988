/** Which hosts the groups of an inventory have, as far as inventories in the form of INI or YAML files write them out. */
import type { InputFile } from '../model/input.ts';

const INVENTORY = /(?:^|\/)(?:inventor(?:y|ies)|hosts)(?:[^/]*$|\/)|\.ini$/i;
const YAML = /\.ya?ml$/;
const LONGEST = 200_000;
const MOST_STEPS = 6;

export function isInventory(path: string): boolean {
  return INVENTORY.test(path);
}

interface Groups {
  readonly hosts: Map<string, Set<string>>;
  readonly children: Map<string, Set<string>>;
}

/** Hosts by group, those of the groups in it among them. A placeholder such as localhost is no host. */
export function hostsOfGroups(files: readonly InputFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups: Groups = { hosts: new Map(), children: new Map() };
  for (const file of files) {
    if (!isInventory(file.path) || /\.(?:json|py|sh)$/.test(file.path)) continue;
    const { text } = file;
    if (text.length > LONGEST) continue;
    if (YAML.test(file.path)) readYamlGroups(text, groups);
    else readGroups(text, groups);
  }
  for (let step = 0; step < MOST_STEPS; step++) if (!passUp(groups)) break;
  return groups.hosts;
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

/** `workers: {hosts: …}` and `cluster: {children: …}` as blocks, where the lines within are indented more. */
function readYamlGroups(text: string, groups: Groups): void {
  const above: { readonly indent: number; readonly key: string }[] = [];
  for (const line of text.split('\n')) {
    const [, spaces, key] = /^( *)["']?([\w.-]{1,253})["']?:/.exec(line) ?? [];
    if (spaces === undefined || key === undefined) continue;
    while ((above.at(-1)?.indent ?? -1) >= spaces.length) above.pop();
    const [kind, group] = [above.at(-1)?.key, above.at(-2)?.key];
    if (group !== undefined && kind === 'hosts') add(groups.hosts, group, key);
    if (group !== undefined && kind === 'children') add(groups.children, group, key);
    if (above.length < DEEPEST) above.push({ indent: spaces.length, key });
  }
}

const DEEPEST = 50;

function add(into: Map<string, Set<string>>, group: string, word: string): void {
  if (/^localhost$|^127\./.test(word)) return;
  const members = into.get(group) ?? new Set();
  members.add(word);
  into.set(group, members);
}

/** Whether a group has got hosts of its children that it did not have. */
function passUp({ hosts, children }: Groups): boolean {
  let isChanged = false;
  for (const [group, names] of children) {
    const members = hosts.get(group) ?? new Set();
    const before = members.size;
    for (const name of names) for (const host of hosts.get(name) ?? []) members.add(host);
    hosts.set(group, members);
    if (members.size !== before) isChanged = true;
  }
  return isChanged;
}
