/** Which roles of Ansible the repository uses: what it never calls, somebody else may run, or nobody. */
import type { InputFile } from '../model/input.ts';
import { once } from '../text/once.ts';

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

interface Calls {
  readonly role: string | undefined;
  readonly folder: string;
  readonly isPlaybook: boolean;
  readonly names: ReadonlySet<string>;
  readonly isDynamic: boolean;
}

/** Whether a path is in a role that nothing calls, while a playbook beside the roles calls others of them. */
export function uncalledRoles(files: readonly InputFile[]): (path: string) => boolean {
  const known = once((all: readonly InputFile[]) => ({
    roles: new Set(all.flatMap(({ path }) => roleOf(path) ?? [])),
    calls: all.flatMap(callsIn),
  }));
  const answers = new Map<string, boolean>();
  return (path) => {
    const role = roleOf(path);
    if (role === undefined) return false;
    const answer = answers.get(role) ?? isUncalled(role, known(files));
    answers.set(role, answer);
    return answer;
  };
}

/** The folder of the role that a path is below, whatever folder of the role it is in. */
export function roleFolderOf(path: string): string | undefined {
  return /^(?:.*\/)?roles\/[^/]+(?=\/)/.exec(path)?.[0];
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

function callsIn(file: InputFile): readonly Calls[] {
  const { path } = file;
  const text = PROSE.test(path) ? '' : file.text;
  if (text.length > LONGEST_TASKS || !CALLS.test(text)) return [];
  const names = rolesNamed(text);
  const isPlaybook = /^[ \t-]*hosts:/m.test(text);
  const role = roleOf(path) ?? roleFolderOf(path);
  return [{ role, folder: path.slice(0, path.lastIndexOf('/') + 1), isPlaybook, names, isDynamic: DYNAMIC.test(text) }];
}

function isUncalled(
  role: string,
  { roles, calls }: { readonly roles: ReadonlySet<string>; readonly calls: readonly Calls[] },
): boolean {
  const [, folder = '', name = ''] = /^(.*\/)([^/]+)$/.exec(role) ?? [];
  const project = folder.replace(/roles\/$/, '');
  const others = calls.filter((one) => one.role !== role);
  if (others.some(({ names, isDynamic }) => isDynamic || names.has(name))) return false;
  return others.some(
    (one) =>
      one.isPlaybook &&
      one.role === undefined &&
      one.folder.startsWith(project) &&
      [...one.names].some((called) => roles.has(`${folder}${called}`)),
  );
}
