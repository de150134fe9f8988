/** Plays of Ansible: on which hosts they run which roles, and which of them make their hosts nodes. */
import { MAKES_NODES } from '../data/nodes.ts';
import { usualHosts } from '../languages/ansible/hosts.ts';
import type { InputFile } from '../model/input.ts';
import { groupBy, partition } from '../text/group.ts';
import { once } from '../text/once.ts';
import { baseName } from '../text/path.ts';
import { groupsOfPattern } from './host-pattern.ts';
import { nearestTo } from './nearest.ts';
import { HAS_KUBELET, type PlayTexts, readPlayTexts } from './play-texts.ts';
import { rolesNamed } from './roles.ts';
import { type PlayOfRun, type Run, runsOf } from './runs.ts';
import { ansibleProject } from './units.ts';

/** The hosts of a play. */
export interface Hosts {
  /** `undefined` where they are not written out or may be any. */
  readonly group: string | undefined;
  /** A playbook that runs the play, by itself or as one that it imports; `undefined` where nobody tells them apart. */
  readonly tree: string | undefined;
}

/** Hosts, each once. */
export type HostsByKey = ReadonlyMap<string, Hosts>;

export interface Plays {
  /** By their folders. */
  readonly roles: ReadonlySet<string>;
  /** On what plays run a role, by its folder: those that call it, and those that call what calls it. */
  readonly ofRoles: ReadonlyMap<string, HostsByKey>;
  readonly ofPlaybooks: ReadonlyMap<string, HostsByKey>;
  /** What a play or a role makes nodes. */
  readonly nodes: HostsByKey;
  /** The roles of which a task makes a machine a node. */
  readonly making: ReadonlySet<string>;
  readonly withKubelet: ReadonlySet<string>;
  /** The roles and playbooks of which a file speaks of what only nodes have. */
  readonly ofNodes: ReadonlySet<string>;
  readonly runs: readonly Run[];
  /** By the folder of the project. */
  readonly projects: ReadonlyMap<string, AnsibleProject>;
}

export interface AnsibleProject {
  readonly makesNodes: boolean;
  /** Half of its roles or of its playbooks, or more, speak of Kubernetes. */
  readonly isForCluster: boolean;
  /** Several roles and playbooks, of which none makes a node or works on one, and few speak of Kubernetes. */
  readonly isForServers: boolean;
}

/** The hosts of a play, in one line or as a list. */
const HOSTS = /^[ \t]*(?:-[ \t]+)?hosts:[ \t]*(?:([^\n#]+)|\n((?:[ \t]*- [^\n]*(?:\n|$))+))/;

export const playsOfFiles = once((files: readonly InputFile[]): Plays => {
  const texts = readPlayTexts(files);
  const { plays, calls, roles, making, withKubelet, ofNodes } = texts;
  const treesOfPlay = treesOf(texts.imports);
  const rolesCalled = rolesByName(roles);
  const ofRoles = new Map<string, HostsByKey>();
  const ofPlaybooks = new Map<string, HostsByKey>();
  const nodes = new Map<string, Hosts>();
  const others = new Map(
    [...calls].map(([role, names]) => [role, [...names].flatMap((name) => rolesCalled(name, role))] as const),
  );
  const ofRuns = plays.map(({ path, text }): PlayOfRun => {
    const groups = groupsOf(text);
    const trees = treesOfPlay(path);
    const hosts = byKey(groups.flatMap((group) => trees.map((tree) => ({ group, tree }))));
    ofPlaybooks.set(path, withHosts(ofPlaybooks.get(path), hosts));
    if (MAKES_NODES.test(text)) for (const [key, one] of hosts) nodes.set(key, one);
    const own = [...rolesNamed(text.replace(HOSTS, '')), ...rolesIncluded(text)].flatMap((name) =>
      rolesCalled(name, path),
    );
    for (const role of own) ofRoles.set(role, withHosts(ofRoles.get(role), hosts));
    const called = withCalled(own, others);
    const hasKubelet = HAS_KUBELET.test(text) || [...called].some((role) => withKubelet.has(role));
    return { path, roles: called, groups, hasKubelet };
  });
  passOn(ofRoles, others);
  for (const role of making) for (const [key, one] of ofRoles.get(role) ?? []) nodes.set(key, one);
  const projects = projectsOf(texts, [...roles, ...ofPlaybooks.keys()]);
  const runs = runsOf(ofRuns, texts.imports);
  return { roles, ofRoles, ofPlaybooks, nodes, making, withKubelet, ofNodes, runs, projects };
});

/** A play calls few roles; of those that call hundreds of others, the rest is not looked for. */
const MOST_CALLED = 200;

function withCalled(own: readonly string[], calls: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set(own);
  for (const role of found) {
    if (found.size > MOST_CALLED) break;
    for (const one of calls.get(role) ?? []) found.add(one);
  }
  return found;
}

function projectsOf(
  { plays, making, workingOnNodes, ofKubernetes }: PlayTexts,
  wholes: readonly string[],
): ReadonlyMap<string, AnsibleProject> {
  const makers = new Set([...making, ...plays.flatMap(({ path, text }) => (MAKES_NODES.test(text) ? [path] : []))]);
  return new Map(
    [...groupBy(wholes, projectOf)].map(([project, all]) => {
      const [playbooks, roles] = partition(all, (one) => PLAYBOOK.test(one));
      const isForCluster = [roles, playbooks].some((some) => mostly(some, ofKubernetes));
      const makesNodes = all.some((one) => makers.has(one));
      const isOfNodes = makesNodes || all.some((one) => workingOnNodes.has(one));
      return [
        project,
        { makesNodes, isForCluster, isForServers: all.length >= SEVERAL && !isForCluster && !isOfNodes },
      ];
    }),
  );
}

function mostly(some: readonly string[], those: ReadonlySet<string>): boolean {
  return some.length > 0 && some.filter((one) => those.has(one)).length * 2 >= some.length;
}

/** A role or two may be a part of what makes nodes elsewhere. */
const SEVERAL = 4;
const PLAYBOOK = /\.ya?ml$/;

/** The project of a role by its folder, or of a playbook. */
export function projectOf(whole: string): string {
  return ansibleProject(PLAYBOOK.test(whole) ? whole : `${whole}/`);
}

function keyOfHosts({ group, tree }: Hosts): string {
  return `${group ?? ''}\0${tree ?? ''}`;
}

function byKey(hosts: readonly Hosts[]): HostsByKey {
  return new Map(hosts.map((one) => [keyOfHosts(one), one]));
}

/** Nobody writes more groups for one role; what is behind them is not told apart. */
const MOST_HOSTS = 50;
const ANY: Hosts = { group: undefined, tree: undefined };

function withHosts(known: HostsByKey | undefined, more: HostsByKey): HostsByKey {
  if (known?.has(keyOfHosts(ANY))) return known;
  const all = new Map(known);
  for (const [key, one] of more) {
    if (all.size < MOST_HOSTS || all.has(key)) all.set(key, one);
    else all.set(keyOfHosts(ANY), ANY);
  }
  return all;
}

/**
 * What a role runs on, the roles that it calls run on too. A role is looked at again whenever it has got more hosts,
 * which is at most as often as there is room for them.
 */
function passOn(ofRoles: Map<string, HostsByKey>, calls: ReadonlyMap<string, readonly string[]>): void {
  const grown = [...ofRoles.keys()];
  for (let role = grown.pop(); role !== undefined; role = grown.pop())
    for (const called of calls.get(role) ?? []) {
      const before = ofRoles.get(called);
      const after = withHosts(before, ofRoles.get(role) ?? new Map());
      if (after.size === (before?.size ?? 0)) continue;
      ofRoles.set(called, after);
      grown.push(called);
    }
}

/** `include: roles/node/tasks/install.yml` */
function rolesIncluded(play: string): readonly string[] {
  return [...play.matchAll(/\broles\/([\w.-]{1,100})\/tasks\//g)].flatMap(([, name]) => name ?? []);
}

/** The roles of a name that are nearest to who calls them; `docker/harbor` is a part of the folder of the role `docker`. */
function rolesByName(roles: ReadonlySet<string>): (name: string, caller: string) => readonly string[] {
  const named = groupBy(
    [...roles].map((path) => ({ path })),
    ({ path }) => baseName(path),
  );
  return (name, caller) => {
    const found = named.get(name) ?? named.get(name.split('/')[0] ?? '') ?? [];
    const nearest = found.length < 2 ? found : nearestTo(found, { path: caller });
    return nearest.map(({ path }) => path);
  };
}

/** Hosts are told apart by the playbooks that a play is run with; one that more of them import than that may be run with any. */
const MOST_TREES = 8;

/** The playbooks that import a playbook and that no other imports, each by its path; of itself where nothing does. */
function treesOf(imports: readonly (readonly [string, string])[]): (path: string) => readonly (string | undefined)[] {
  const importers = groupBy(imports, ([, to]) => to);
  return (path) => {
    const above = new Set([path]);
    for (const one of above) {
      for (const [from] of importers.get(one) ?? []) above.add(from);
      if (above.size > MOST_IMPORTERS) return [undefined];
    }
    const roots = [...above].filter((one) => !importers.has(one));
    if (roots.length > MOST_TREES) return [undefined];
    return roots.length === 0 ? [path] : roots;
  };
}

const MOST_IMPORTERS = 100;

function groupsOf(play: string): readonly (string | undefined)[] {
  const [, line, list] = HOSTS.exec(play) ?? [];
  const said = line ?? list ?? '';
  const written = usualHosts(said) ?? said;
  const groups = groupsOfPattern(written);
  return groups.length === 0 || /\{\{/.test(written) ? [undefined] : groups.map(groupNamed);
}

/** What may be any machine is no group. */
function groupNamed(word: string): string | undefined {
  return /^(?:all|\*|ungrouped)$/.test(word) ? undefined : word;
}
