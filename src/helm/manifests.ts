/** What `helm template` prints of rendered files: documents cut apart, hooks set aside, sorted by kind, each under its `# Source:`. */
import { asText, jsonKind } from './chart/decode.ts';
import { compareBytes } from './values/utf8.ts';
import type { MapValue } from './values/value.ts';
import { loadYaml } from './yaml/load.ts';

export interface RenderedText {
  /** As in `# Source:`. */
  readonly name: string;
  readonly text: string;
}

/** One document: a range of a rendered file's text. */
export interface ManifestDocument {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: string;
  readonly hook: boolean;
}

export interface Manifests {
  /** In print order. Empty if there is an error. */
  readonly documents: readonly ManifestDocument[];
  readonly error: string | null;
}

const ORDER = [
  'PriorityClass Namespace NetworkPolicy ResourceQuota LimitRange PodSecurityPolicy PodDisruptionBudget ServiceAccount',
  'Secret SecretList ConfigMap StorageClass PersistentVolume PersistentVolumeClaim CustomResourceDefinition ClusterRole',
  'ClusterRoleList ClusterRoleBinding ClusterRoleBindingList Role RoleList RoleBinding RoleBindingList Service DaemonSet',
  'Pod ReplicationController ReplicaSet Deployment HorizontalPodAutoscaler StatefulSet Job CronJob IngressClass Ingress APIService',
]
  .join(' ')
  .split(' ');

const HOOKS = new Set([
  'pre-install',
  'post-install',
  'pre-delete',
  'post-delete',
  'pre-upgrade',
  'post-upgrade',
  'pre-rollback',
  'post-rollback',
  'test',
  'test-success',
]);

export function sortManifests(files: readonly RenderedText[]): Manifests {
  const documents: ManifestDocument[] = [];
  for (const file of [...files].sort((left, right) => compareBytes(left.name, right.name))) {
    const base = file.name.slice(file.name.lastIndexOf('/') + 1);
    if (base.startsWith('_') || base.endsWith('NOTES.txt')) continue;
    const error = addDocuments(file, documents);
    if (error !== null) return { documents: [], error: `YAML parse error on ${file.name}: ${error}` };
  }
  const generic = documents.filter((document) => !document.hook);
  const hooks = documents.filter((document) => document.hook);
  return { documents: [...generic.sort(byKind), ...hooks.sort(byKind)], error: null };
}

export interface PrintOptions {
  /** CRD files, printed first: name and content. */
  readonly crds?: readonly RenderedText[];
}

export function printManifests(documents: readonly ManifestDocument[], options: PrintOptions = {}): string {
  const print = ({ name, text }: RenderedText): string => `---\n# Source: ${name}\n${text}\n`;
  const generic = [...(options.crds ?? []), ...documents.filter((document) => !document.hook)].map(print).join('');
  return `${generic.trim()}\n${documents
    .filter((document) => document.hook)
    .map(print)
    .join('')}`;
}

function byKind(left: ManifestDocument, right: ManifestDocument): number {
  const first = ORDER.indexOf(left.kind);
  const second = ORDER.indexOf(right.kind);
  if (first < 0 && second < 0) return compareBytes(left.kind, right.kind);
  if (first < 0 || second < 0) return first < 0 ? 1 : -1;
  return first - second;
}

const isSpace = (code: number): boolean => code === 0x20 || (code >= 9 && code <= 13 && code !== 11);
const isWideSpace = (code: number): boolean =>
  isSpace(code) ||
  code === 11 ||
  code === 0x85 ||
  code === 0xa0 ||
  (code > 0x167f && code !== 0xfeff && String.fromCharCode(code).trim() === '');

/** The range without white space around it. */
function trimmed(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from < to && isWideSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isWideSpace(text.charCodeAt(to - 1))) to -= 1;
  return [from, to];
}

/** The parts between `---` lines, as ranges without white space around them. */
export function splitDocuments(text: string): [number, number][] {
  const [from, to] = trimmed(text, 0, text.length);
  const parts: [number, number][] = [];
  let start = from;
  const skip = (at: number): number => {
    let next = at;
    while (next < to && isSpace(text.charCodeAt(next))) next += 1;
    return next;
  };
  if (text.startsWith('---', from)) start = skip(from + 3);
  for (;;) {
    const found = text.indexOf('\n---', start);
    if (found < 0 || found + 4 > to) break;
    let end = found;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
    if (end > start) parts.push(trimmed(text, start, end));
    start = skip(found + 4);
  }
  if (start < to) parts.push(trimmed(text, start, to));
  return parts;
}

function addDocuments(file: RenderedText, into: ManifestDocument[]): string | null {
  for (const [start, end] of splitDocuments(file.text)) {
    const text = file.text.slice(start, end);
    const head = readHead(text);
    if (typeof head === 'string') return head;
    if (head.hooks === null) into.push({ name: file.name, start, end, text, kind: head.kind, hook: false });
    else if (head.hooks.every((hook) => HOOKS.has(hook))) {
      into.push({ name: file.name, start, end, text, kind: head.kind, hook: true });
    }
  }
  return null;
}

interface Head {
  readonly kind: string;
  /** Null where the document is no hook. */
  readonly hooks: readonly string[] | null;
}

const refuse = (kind: string, type: string): string =>
  `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${kind} into Go ${type}`;

/** The head of a document, or what Helm says about it. */
function readHead(text: string): Head | string {
  const { value, error } = loadYaml({ path: '', text, kind: 'template' }, 'template');
  if (value === null) return error ?? '';
  if (value.kind === 'nil') return { kind: '', hooks: null };
  if (value.kind !== 'map') return refuse(jsonKind(value), 'value of type releaseutil.SimpleHead');
  const kind = textField(value, 'kind');
  if (kind === null) return refuse('object', 'struct field SimpleHead.kind of type string');
  const metadata = value.entries.get('metadata');
  const annotations = metadata?.kind === 'map' ? metadata.entries.get('annotations') : undefined;
  if (annotations?.kind !== 'map') return { kind, hooks: null };
  for (const annotation of annotations.entries.values()) {
    if (annotation.kind === 'map' || annotation.kind === 'list') {
      return refuse(jsonKind(annotation), 'struct field .metadata.annotations of type string');
    }
  }
  const hooks = textField(annotations, 'helm.sh/hook');
  if (hooks === null || !annotations.entries.has('helm.sh/hook')) return { kind, hooks: null };
  return { kind, hooks: hooks.split(',').map((hook) => hook.trim().toLowerCase()) };
}

/** '' where it is missing, null where it is no scalar. */
function textField(value: MapValue, name: string): string | null {
  const field = value.entries.get(name);
  if (field === undefined || field.kind === 'nil') return '';
  return asText(field)?.text ?? null;
}
