/** The one spelling of a path on a node, so that rules compare paths and not their disguises. */
import { HOLE } from './view.ts';

const SCHEME = /^(?:(?:docker|remote):)?(?:unix|npipe|file):/i;
/** Where agents mount the node's root, and an installer the one of the machine that it makes. */
const ROOT_MOUNTS = ['/target', '/host', '/hostfs', '/rootfs', '/host-root', '/hostroot', '/mnt/host'];

/**
 * The path as the node sees it: no scheme, no trailing slash, `/var/run` as `/run`, backslashes as slashes, prefixes
 * of agents (`/host`, `/rootfs`, …) taken off. Undefined unless the path is absolute. A leading hole before a slash
 * is taken off too, as the directory that it stands for is most often such a prefix.
 */
export function normaliseNodePath(text: string): string | undefined {
  // Most of what is asked about is no path at all.
  if (text.length > 4096 || !/[/\\:]/.test(text)) return undefined;
  const path = withoutHole(filledIn(text.trim().replace(SCHEME, '')).replaceAll('\\', '/'));
  const pipe = /^\/{2,}(?=[.?]\/+pipe\/)/i.exec(path);
  if (pipe) return `//${path.slice(pipe[0].length).replace(/\/{2,}/g, '/')}`;
  const drive = /^\/*([A-Za-z]):(?=\/|$)/.exec(path);
  if (drive) return `${(drive[1] ?? '').toUpperCase()}:${resolve(path.slice(drive[0].length))}`;
  if (!path.startsWith('/') || path.startsWith('//./')) return undefined;
  return withoutAlias(withoutRootMount(resolve(path)));
}

/** `$env:ProgramData\\docker`, `${env:ProgramFiles}/Docker`, `%SystemDrive%\\k`: folders that are the same on nearly every machine with Windows. */
const WINDOWS_VARIABLE =
  /^(?:\$env:|\$\{env:|%)(?:(programdata|allusersprofile)|(programfiles|programw6432)|(systemdrive|homedrive)|(?:systemroot|windir))(?:[}%]|(?=[\\/]|$))/i;

export function filledIn(path: string): string {
  const [variable, data, programs, drive] = WINDOWS_VARIABLE.exec(path) ?? [];
  if (variable === undefined) return path;
  const folder = data ? 'ProgramData' : programs ? 'Program Files' : 'Windows';
  return `${drive ? 'C:' : `C:/${folder}`}${path.slice(variable.length)}`;
}

/** True for a path that begins with such a variable, whose colon parts no pair of paths. */
export function beginsOnWindows(path: string): boolean {
  return /^[A-Za-z]:/.test(path) || namesWindowsFolder(path);
}

export function namesWindowsFolder(path: string): boolean {
  return WINDOWS_VARIABLE.test(path);
}

/**
 * Where a file is put whose folder is not written out, if the end of the path says which that is: `{{ systemd_dir }}/docker.service.d/a.conf`.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html
 */
export function normaliseTarget(text: string): string | undefined {
  const path = normaliseNodePath(text);
  if (path === undefined || !text.startsWith(HOLE)) return path;
  if (UNIT.test(path)) return `/etc/systemd/system${path}`;
  return path === '/docker/daemon.json' ? `/etc${path}` : path;
}

const UNIT = /^\/[\w@-]{1,80}\.(?:service|socket)(?:\.d\/[\w.@-]{1,80}\.conf)?$/;

/** True for a path that is `parent` or below it, both normalised. */
export function isUnder(path: string, parent: string): boolean {
  return path === parent || path.startsWith(parent === '/' ? '/' : `${parent}/`);
}

function withoutHole(path: string): string {
  let at = 0;
  while (path[at] === HOLE) at++;
  return at > 0 && path[at] === '/' ? path.slice(at) : path;
}

function resolve(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  return `/${kept.join('/')}`;
}

function withoutRootMount(path: string): string {
  if (isUnder(path, '/host-run')) return `/run${path.slice('/host-run'.length)}`;
  const mount = ROOT_MOUNTS.find((root) => path.startsWith(`${root}/`));
  return mount ? path.slice(mount.length) : path;
}

function withoutAlias(path: string): string {
  return isUnder(path, '/var/run') ? path.slice('/var'.length) : path;
}
