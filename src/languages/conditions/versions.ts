/** What comparisons say about the version of Kubernetes: `[ $minor -lt 24 ]`, `kube_version is version('v1.24', '<')`. */
import { type Branches, branchesOf, inverted, NOTHING } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import type { Source } from '../../text/source.ts';

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

const KUBERNETES_NAME = /kube|k8s|k3s|rke|eks|aks|gke|cluster_?version|control_?plane_?version/i;
const OTHER_NAME =
  /docker|containerd|runc|go_?lang|go_?version|helm|python|ansible|terraform|calico|cilium|cni|etcd|kernel|os_?version|ubuntu|distribution|release|chart/i;

/** `os_minor_version`, `rhelMinor`: what has a minor version too. */
const OWNER_OF_MINOR =
  /(?:^|[\W_])(?:os|go|py|sles?)(?:[\W_]|minor|version)|distro|distribution|rhel|red_?hat|centos|rocky|alma|debian|ubuntu|fedora|suse|amazon|windows|linux|kernel|python|golang|java|jdk|node_?js|ansible|terraform|openssl|glibc|systemd|nvidia|cuda|driver/i;

/** Minor versions that Kubernetes has, or may have before anybody reads this. */
const FIRST = 5;
const LAST = 60;

/** True for names of variables that hold a version of Kubernetes. */
export function namesKubernetesVersion(name: string): boolean {
  const isNamed = KUBERNETES_NAME.test(name) || isBareMinor(name);
  return isNamed && !/docker|containerd|runc|helm|cni|calico|etcd/i.test(name);
}

/** `minor` of nothing else. */
function isBareMinor(name: string): boolean {
  return /minor/i.test(name) && !OWNER_OF_MINOR.test(name);
}

const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['<', '<'],
  ['lt', '<'],
  ['-lt', '<'],
  ['lt-nl', '<'],
  ['<=', '<='],
  ['le', '<='],
  ['lte', '<='],
  ['lteq', '<='],
  ['-le', '<='],
  ['le-nl', '<='],
  ['>', '>'],
  ['gt', '>'],
  ['-gt', '>'],
  ['>=', '>='],
  ['ge', '>='],
  ['gte', '>='],
  ['gteq', '>='],
  ['-ge', '>='],
  ['=', '=='],
  ['==', '=='],
  ['eq', '=='],
  ['-eq', '=='],
  ['!=', '!='],
  ['ne', '!='],
  ['-ne', '!='],
] as const);

export function comparisonOf(text: string): Comparison | undefined {
  return COMPARISONS.get(text.toLowerCase());
}

/** The comparison with its sides changed: `24 -gt $minor`. */
export function mirrored(comparison: Comparison): Comparison {
  return ({ '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' } as const)[comparison];
}

/** `1.24`, `v1.24.0`, `v1.24.0-0`, and `24` or `124` where the name says that it is the minor version. */
function minorOf(bound: string, name: string): number | undefined {
  const full = /^["']?v?1\.(\d{1,2})(?:\.\d+)?(?:[-+].*)?["']?$/.exec(bound);
  if (full) return Number(full[1]);
  const bare = /^["']?1?(\d{2})["']?$/.exec(bound);
  return bare && (/kube|k8s/i.test(name) || isBareMinor(name)) ? Number(bare[1]) : undefined;
}

/** Variables that the file writes behind `1.` for a program or package of Kubernetes: `kubeadm upgrade apply v1.{{ target }}.0`. */
const minorsWritten = once(({ text }: Source): ReadonlySet<string> => {
  const found = text.slice(0, LONGEST_FILE).matchAll(MINOR_WRITTEN);
  return new Set([...found].map(({ groups = {} }) => lastPart(groups.filled ?? groups.variable ?? '')));
});

const MINOR_WRITTEN =
  /\bkube(?:adm|let|ctl|rnetes)\b[^\n]{0,80}?\bv?1\.(?:\{\{-?[ \t]{0,4}(?<filled>[A-Za-z_][\w.]{0,80})|\$\{?(?<variable>[A-Za-z_]\w{0,80}))/g;
const LONGEST_FILE = 200_000;

/** `target` for `node.target` and `"${target}"`. */
function lastPart(name: string): string {
  return /(?<!\w)([A-Za-z_]\w{0,80})\W{0,9}$/.exec(name.slice(-100))?.[1] ?? name;
}

/** `docker.target` is another one than the `target` that the file writes. */
function isMinorWritten(name: string, at: Token): boolean {
  const last = lastPart(name);
  const owner = name.slice(0, Math.max(0, name.lastIndexOf(last)));
  return minorsWritten(spanOf(at).source).has(last) && !OTHER_NAME.test(owner);
}

/** Variables that are filled with what a program of Kubernetes says its version is, or with a part of such a one: `v=$(kubelet --version | cut …)`. */
const versionsAsked = once(({ text }: Source): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { groups = {} } of text.slice(0, LONGEST_FILE).matchAll(FILLED)) {
    const { name = '', value = '' } = groups;
    const from = /\$\{?([A-Za-z_]\w{0,80})/.exec(value)?.[1];
    if (ASKS_VERSION.test(value) || (from !== undefined && names.has(from))) names.add(name);
    else names.delete(name);
  }
  return names;
});

const FILLED =
  /^[ \t]*(?:(?:export|local|declare|readonly)[ \t]+)?(?<name>[A-Za-z_]\w{0,80})=(?<value>["']?[$`][^\n]{1,300})$/gm;
const ASKS_VERSION = /^["']?(?:\$\(|`)[^|;&\n]{0,80}\bkube(?:let|adm|ctl)\b[^|;&\n]{0,80}\bversion\b/;

/** What `name comparison bound` says; a bound like 1.24 tells by itself that Kubernetes is meant, unless the name speaks of another thing. */
export function versionBranches(name: string, comparison: Comparison, bound: string, at: Token): Branches {
  if (/containerd/i.test(name)) return containerdBranches(comparison, bound.trim(), at);
  const isMinor = isMinorWritten(name, at) || versionsAsked(spanOf(at).source).has(lastPart(name));
  const minor = minorOf(bound.trim(), isMinor ? 'minor' : name);
  if (minor === undefined || minor < FIRST || minor > LAST) return NOTHING;
  if (!isMinor && !namesKubernetesVersion(name) && (OTHER_NAME.test(name) || !/ver|^v$|^\d$/i.test(name) || minor < 12))
    return NOTHING;
  const below = (limit: number): Branches => branchesOf({ kind: 'version', below: limit, holds: true, at });
  const hasPatch = /1\.\d+\.\d*[1-9]/.test(bound);
  switch (comparison) {
    case '<':
      return below(hasPatch ? minor + 1 : minor);
    case '<=':
      return below(minor + 1);
    case '>':
      return inverted(below(/^\D*\d{2,3}\D*$/.test(bound) ? minor + 1 : minor));
    case '>=':
      return inverted(below(minor));
    case '==':
      return { whenTrue: between(minor, minor, at), whenFalse: [] };
    case '!=':
      return { whenTrue: [], whenFalse: between(minor, minor, at) };
  }
}

/** `containerd_version is version('2.0.0', '<')`. */
function containerdBranches(comparison: Comparison, bound: string, at: Token): Branches {
  const [, major, minor] = /^["']?v?([12])\.(\d{1,2})(?:\.|["']?$)/.exec(bound) ?? [];
  if (major === undefined || minor === undefined) return NOTHING;
  const number = Number(major) * 100 + Number(minor);
  const below = (limit: number): Branches => branchesOf({ kind: 'containerd', below: limit, holds: true, at });
  switch (comparison) {
    case '<':
      return below(number);
    case '<=':
      return below(number + 1);
    case '>':
    case '>=':
      return inverted(below(number));
    case '==':
    case '!=':
      return NOTHING;
  }
}

function between(first: number, last: number, at: Token): Branches['whenTrue'] {
  return [
    { kind: 'version', below: first, holds: false, at },
    { kind: 'version', below: last + 1, holds: true, at },
  ];
}

/** The versions that a pattern lets through, tried one by one: `v1.2[0-3]*`, `^1\.(1[0-9]|2[0-3])`. */
export function matchedMinors(matches: (version: string) => boolean, bare: boolean): ReadonlySet<number> {
  const found = new Set<number>();
  for (let minor = FIRST; minor <= LAST; minor++) {
    const spellings = bare
      ? [`${minor}`]
      : [`1.${minor}`, `v1.${minor}`, `1.${minor}.0`, `v1.${minor}.0`, `1.${minor}.12`, `v1.${minor}.12`];
    if (spellings.some(matches)) found.add(minor);
  }
  return found;
}

/** `kube_version in ['1.22', '1.23']`, `contains(["1.22", "1.23"], var.cluster_version)`. */
export function listedVersions(name: string, values: readonly string[], at: Token): Branches {
  const minors = values.flatMap((value) => /^v?1\.(\d{1,2})(?:\.(?:\d+|x|\*))?$/.exec(value)?.[1] ?? []);
  if (!namesKubernetesVersion(name) || minors.length === 0 || minors.length < values.length) return NOTHING;
  const listed = new Set(minors.map(Number));
  return { whenTrue: minorConditions(listed, at), whenFalse: [] };
}

/** What is known where the version is one of these; nothing where they are no range that ends or begins. */
export function minorConditions(minors: ReadonlySet<number>, at: Token): Branches['whenTrue'] {
  if (minors.size === 0 || minors.size > LAST - FIRST) return [];
  const last = Math.max(...minors);
  const first = Math.min(...minors);
  return [
    ...(first > FIRST ? [{ kind: 'version', below: first, holds: false, at } as const] : []),
    ...(last < LAST ? [{ kind: 'version', below: last + 1, holds: true, at } as const] : []),
  ];
}

export function otherMinors(minors: ReadonlySet<number>): ReadonlySet<number> {
  const rest = new Set<number>();
  for (let minor = FIRST; minor <= LAST; minor++) if (!minors.has(minor)) rest.add(minor);
  return rest;
}
