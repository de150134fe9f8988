/**
 * Files that a repository keeps once for each version: `join.v1beta2.yaml.j2` beside `join.v1beta3.yaml.j2` is for
 * Kubernetes that does not know v1beta3 yet, `kubelet/1.14/flags.env` beside `kubelet/1.15/flags.env` for Kubernetes 1.14.
 */
import { KUBEADM_API } from '../data/kubeadm-api.ts';
import { type Condition, underConditions } from '../model/condition.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { InputFile } from '../model/input.ts';
import { rootOf } from '../placing/units.ts';

const VERSION = /(?<![a-z\d])v1(?:alpha|beta)\d(?!\d)/i;

/** The facts of the older of such files, under the version that they are for. */
export function underEditions(facts: readonly Fact[], files: readonly InputFile[]): readonly Fact[] {
  const paths = new Set(files.flatMap(({ path }) => (VERSION.test(path) ? [path] : [])));
  const releases = releasesOf(files);
  if (paths.size < 2 && releases.size === 0) return facts;
  const known = new Map<Document, readonly Condition[]>();
  return facts.map((fact) => {
    const root = rootOf(fact.document);
    const conditions = known.get(root) ?? [...editionOf(root, paths), ...releaseOf(root, releases)];
    known.set(root, conditions);
    return underConditions(fact, conditions);
  });
}

function editionOf({ path, view }: Document, paths: ReadonlySet<string>): readonly Condition[] {
  const version = paths.has(path) ? VERSION.exec(path)?.[0] : undefined;
  const own = KUBEADM_API.findIndex((row) => row.version === version);
  const named = `kubeadm.k8s.io/${version}`;
  const start = own < 0 ? -1 : view.text.indexOf(named);
  const next = KUBEADM_API.slice(own + 1).find((row) => paths.has(path.replace(VERSION, row.version)));
  if (start < 0 || !next) return [];
  const at = { text: named, view, start, end: start + named.length };
  return [{ kind: 'version', holds: true, below: next.since, at }];
}

/** A release in the path of a file, alone in a folder or behind the name of a program: `kubeadm/v1.9.1/init.sh`, `20-kubelet-v1.10.conf`. */
const RELEASE = /^((?:.*\/)?(?:[^/]*(?:kube|k8s)[^/\d]*[_.-])?)v?\.?1\.(\d{1,2})(?:\.\d+)*(?=[/_.-])(.*)$/i;
const LONGEST = 300;
const OF_KUBERNETES = /kube|k8s/i;
const OF_NODES = /kubelet|kubeadm|kube-?(?:proxy|apiserver|controller|scheduler)/i;

interface Release {
  readonly minor: number;
  /** The same for all releases of one file. */
  readonly file: string;
}

function releaseIn(path: string): Release | undefined {
  if (path.length > LONGEST || !path.includes('1.')) return undefined;
  const [, before = '', minor, after = ''] = RELEASE.exec(path) ?? [];
  if (minor === undefined || !(OF_KUBERNETES.test(before) || (isFolder(before, after) && OF_NODES.test(after))))
    return undefined;
  return { minor: Number(minor), file: `${before}\0${after}` };
}

/** `templates/v1.6/kubelet.service` */
function isFolder(before: string, after: string): boolean {
  return /(?:^|\/)$/.test(before) && after.startsWith('/');
}

/** The minor versions for which a file is kept. */
function releasesOf(files: readonly InputFile[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { path } of files) {
    const release = releaseIn(path);
    if (!release) continue;
    const known = found.get(release.file);
    if (known) known.push(release.minor);
    else found.set(release.file, [release.minor]);
  }
  if (found.size === 0) return found;
  const paths = new Set(files.map(({ path }) => path));
  return new Map([...found].flatMap(([file, minors]) => withLatest(file, minors, paths)));
}

/**
 * `templates/kubelet.service` beside those of two releases is for all later ones. A folder whose name does not say that its
 * releases are those of Kubernetes has to have such a file.
 */
function withLatest(
  file: string,
  minors: readonly number[],
  paths: ReadonlySet<string>,
): readonly (readonly [string, readonly number[]])[] {
  const [before = '', after = ''] = file.split('\0');
  const hasLatest = new Set(minors).size > 1 && isFolder(before, after) && paths.has(`${before}${after.slice(1)}`);
  if (!hasLatest) return OF_KUBERNETES.test(before) ? [[file, minors]] : [];
  return [[file, [...minors, Math.max(...minors) + 1]]];
}

function releaseOf({ path, view }: Document, releases: ReadonlyMap<string, readonly number[]>): readonly Condition[] {
  const release = releaseIn(path);
  const later = release ? (releases.get(release.file) ?? []).filter((minor) => minor > release.minor) : [];
  if (later.length === 0 || !(OF_NODES.test(path) || OF_NODES.test(view.text))) return [];
  const end = Math.max(0, view.text.indexOf('\n'));
  const below = later.reduce((least, minor) => Math.min(least, minor));
  return [{ kind: 'version', holds: true, below, at: { text: view.text.slice(0, end), view, start: 0, end } }];
}
