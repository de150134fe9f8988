/** Which roles of Ansible the repository uses: what it never calls, somebody else may run, or nobody. */
import type { InputFile } from '../model/input.ts';
import { once } from '../text/once.ts';
import { baseName, folderOf, foldersAbove } from '../text/path.ts';

const ROLE = /^((?:.*\/)?roles\/)([^/]+)\/(?:tasks|handlers|templates|files|defaults|vars|meta)\//;
/** Prose shows how somebody else would call a role. */
const PROSE = /\.(?:md|markdown|rst|adoc|txt)$/i;
/** A longer file of Ansible is data. */
export const LONGEST_TASKS = 200_000;

/** `role: docker`, `include_role: {name: docker}`, `- docker` below `roles:`: names that lead to a role. */
const NAMED =
  /\brole:[ \t]*["']?([\w./-]+)|^[ \t]*-[ \t]*["']?([\w./-]+)["']?[ \t]*(?:#.*)?$|\bname[:=][ \t]*["']?([\w./-]+)/gm;
/** `roles: [docker, kubelet]`. */
const IN_ONE_LINE = /^[ \t-]*(?:roles|dependencies):[ \t]*\[([^\]\n\r\u2028\u2029]*)\]/gm;
const CALLS = /^[ \t-]*(?:roles|dependencies):|_role\b|\brole:/m;
/** A name that is only known when the play runs may be any role. */
const DYNAMIC =
  /\brole:[ \t]*["']?\{\{|_role:?\s[^\n]{0,40}\n?[^\n]{0,40}name[:=][ \t]*["']?\{\{|^[ \t-]*roles:[ \t\r]*\n(?:[ \t\r]*\n){0,3}[ \t]*-[ \t]*["']?\{\{/m;

/** Who calls roles, each by the folder of its role, or `undefined` for a playbook. */
type Callers = ReadonlySet<string | undefined>;

interface Calls {
  readonly ofAny: Callers;
  readonly byName: ReadonlyMap<string, Callers>;
  /** What playbooks below a folder call. */
  readonly below: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whether a path is in a role that nothing calls, while a playbook beside the roles calls others of them. */
export function uncalledRoles(files: readonly InputFile[]): (path: string) => boolean {
  const known = once((all: readonly InputFile[]) => {
    const roles = new Set(all.flatMap(({ path }) => roleOf(path) ?? []));
    const calls = callsIn(all);
    return { calls, areCalled: foldersOfCalled(roles, calls) };
  });
  return (path) => {
    const role = roleOf(path);
    if (role === undefined) return false;
    const { calls, areCalled } = known(files);
    const callers = calls.byName.get(baseName(role)) ?? new Set();
    return !hasOther(calls.ofAny, role) && !hasOther(callers, role) && areCalled.has(folderOf(role));
  };
}

function hasOther(callers: Callers, role: string): boolean {
  return callers.size > (callers.has(role) ? 1 : 0);
}

/** The folders with roles of which a playbook beside them, or below that, calls some. */
function foldersOfCalled(roles: ReadonlySet<string>, { below }: Calls): ReadonlySet<string> {
  const folders = new Set([...roles].map(folderOf));
  const isCalled = (folder: string) =>
    [...(below.get(folderOf(folder)) ?? [])].some((name) => roles.has(`${folder}/${name}`));
  return new Set([...folders].filter(isCalled));
}

/** Whether a path is among the templates and files of a role, a module or a cookbook. */
export function isTemplateOrFile(path: string): boolean {
  return /(?:^|\/)(?:templates|files)\//.test(path);
}

/** The folder of the role that a path is below, whatever folder of the role it is in. */
export function roleFolderOf(path: string): string | undefined {
  return /^(?:.*\/)?roles\/[^/]+(?=\/)/.exec(path)?.[0];
}

/** `container-engine/docker` of a role in a folder of roles: the folder below which all of its files are. */
export function innerRoleOf(path: string): string | undefined {
  return /^(?:.*\/)?roles\/[^/]+(?:\/[^/]+){0,8}?(?=\/(?:tasks|handlers|templates|files|defaults|vars|meta)\/)/.exec(
    path,
  )?.[0];
}

/** The name of the role that a path is below. */
export function roleNameIn(path: string): string | undefined {
  return /(?:^|\/)roles\/([^/]+)\//.exec(path)?.[1];
}

/** A task that runs an application of Compose, as a module or as a command. */
const RUNS_COMPOSE =
  /^[ \t]*(?:-[ \t]*)?(?:[\w.]+\.)?docker_compose(?:_v2)?:|\bdocker[- ]compose[ \t]+(?:-\S+[ \t]+\S+[ \t]+){0,4}(?:up|down|pull|start|stop|restart|kill|ps|exec|run)\b/m;

/** Whether a path is in a role that runs an application of Compose: its containers are that application's. */
export function composeRoles(files: readonly InputFile[]): (path: string) => boolean {
  const known = once(
    (all: readonly InputFile[]) =>
      new Set(
        all.flatMap((file) => {
          const role = PROSE.test(file.path) ? undefined : roleOf(file.path);
          return role !== undefined && runsCompose(file.text) ? [role] : [];
        }),
      ),
  );
  return (path) => {
    const role = roleOf(path);
    return role !== undefined && known(files).has(role);
  };
}

function runsCompose(text: string): boolean {
  return text.length <= LONGEST_TASKS && RUNS_COMPOSE.test(text);
}

function roleOf(path: string): string | undefined {
  const [, folder, name] = ROLE.exec(path) ?? [];
  return folder === undefined || name === undefined ? undefined : `${folder}${name}`;
}

/** Words of a text that lead to a role; more of them than there are roles. */
export function rolesNamed(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!CALLS.test(text)) return names;
  const add = (word: string) => {
    const name = word.replace(/\/$/, '');
    names.add(name).add(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1));
  };
  for (const found of text.matchAll(NAMED)) add(found[1] ?? found[2] ?? found[3] ?? '');
  for (const [, list = ''] of text.matchAll(IN_ONE_LINE)) for (const word of list.split(/[\s,"']+/)) add(word);
  return names;
}

function callsIn(files: readonly InputFile[]): Calls {
  const ofAny = new Set<string | undefined>();
  const byName = new Map<string, Set<string | undefined>>();
  const below = new Map<string, Set<string>>();
  for (const file of files) {
    const { path } = file;
    const text = PROSE.test(path) ? '' : file.text;
    if (text.length > LONGEST_TASKS || !CALLS.test(text)) continue;
    const names = rolesNamed(text);
    const role = roleOf(path) ?? roleFolderOf(path);
    if (DYNAMIC.test(text)) ofAny.add(role);
    for (const name of names) byName.set(name, (byName.get(name) ?? new Set()).add(role));
    if (role !== undefined || !PLAYBOOK.test(text)) continue;
    for (const folder of foldersAbove(path)) {
      const called = below.get(folder) ?? new Set();
      for (const name of names) called.add(name);
      below.set(folder, called);
    }
  }
  return { ofAny, byName, below };
}

const PLAYBOOK = /^[ \t-]*hosts:/m;
