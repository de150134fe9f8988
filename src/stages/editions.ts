/**
 * Files that a repository keeps once for each version of kubeadm's configuration: `join.v1beta2.yaml.j2` beside
 * `join.v1beta3.yaml.j2` is for Kubernetes that does not know v1beta3 yet.
 */
import { KUBEADM_API } from '../data/kubeadm-api.ts';
import { type Condition, within } from '../model/condition.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { InputFile } from '../model/input.ts';
import { rootOf } from '../placing/units.ts';

const VERSION = /(?<![a-z\d])v1(?:alpha|beta)\d(?!\d)/i;

/** The facts of the older of such files, under the version that they are for. */
export function underEditions(facts: readonly Fact[], files: readonly InputFile[]): readonly Fact[] {
  const paths = new Set(files.flatMap(({ path }) => (VERSION.test(path) ? [path] : [])));
  if (paths.size < 2) return facts;
  const known = new Map<Document, readonly Condition[]>();
  return facts.map((fact) => {
    const root = rootOf(fact.document);
    const conditions = known.get(root) ?? editionOf(root, paths);
    known.set(root, conditions);
    return conditions.length === 0 ? fact : { ...fact, conditions: within(conditions, fact.conditions) };
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
