/** Lines of a rendered chart that are a value, or hang on a switch: the keys that a person sets in their place. */
import { parseYaml, type YamlNode } from '../../languages/yaml/yaml.ts';
import type { Fact } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { isValuesFile } from '../../recognise/chart-layout.ts';
import { once } from '../../text/once.ts';
import type { Source, Span } from '../../text/source.ts';
import { fileView, type Origin, segmentIndexAt } from '../../text/view.ts';

export interface ChartValue {
  /** `agent.dockerSocketPath`, where the line is nothing but that value. */
  readonly key: string | undefined;
  /** What leaves the line out: `agent.dockerSocketPath: ""`, `docker.enabled: false`. */
  readonly off: string | undefined;
  /** What the chart has beside it for the runtime of the nodes: `containerd.enabled: true`. */
  readonly other: string | undefined;
  /** The template that writes the line. */
  readonly template: string;
}

/** Undefined where no value of a chart has to do with the line. */
export function chartValueOf({ at, document }: Fact, { runtime }: Target): ChartValue | undefined {
  const origin = at.view.root(at.start, at.end);
  const value = origin.exact && origin.related.some(({ role }) => role === 'use') ? entryAt(origin.span) : undefined;
  const switches = switchesOf(origin);
  const empty = value ? undefined : emptyAt(origin);
  if (!value && !empty && switches.length === 0) return undefined;
  const own = value && isOwnSwitch(origin) ? `${value.keys.join('.')}: ""` : undefined;
  const [first] = switches;
  const off = first ? `${first.keys.join('.')}: false` : own;
  const known = value ?? first;
  const other = known && otherOf(known, runtime === 'cri-o' ? 'cri-o' : 'containerd');
  return { key: (value ?? empty)?.keys.join('.'), off, other, template: document.path };
}

/** `{{ .Values.agent.socket | default "/var/run/docker.sock" }}` with `socket: ""`: what is written there takes the place of the default. */
function emptyAt({ related }: Origin): Entry | undefined {
  const span = related.find(({ role }) => role === 'empty-value')?.span;
  return span && entryAt(span);
}

interface Entry {
  readonly keys: readonly string[];
  readonly text: string;
  readonly span: Span;
  readonly end: number;
}

function isOwnSwitch({ span, related }: Origin): boolean {
  return related.some(
    (one) => one.role === 'switch' && one.span.source === span.source && one.span.start === span.start,
  );
}

/** Values that are on and are called after Docker or a socket; one that switches on more says nothing of it. */
function switchesOf({ related }: Origin): readonly Entry[] {
  return related.flatMap(({ role, span }) => {
    const entry = role === 'switch' ? entryAt(span) : undefined;
    return entry?.text === 'true' && /docker|sock/i.test(entry.keys.join('.')) ? [entry] : [];
  });
}

/** `containerd: {enabled: false}` beside `docker: {path}`, `containerdSock: false` beside `dockerSock: true`. */
function otherOf({ keys, span }: Entry, runtime: keyof typeof NAMES): string | undefined {
  const off = switchedOff(span.source);
  const found = [keys.slice(0, -1), keys.slice(0, -2)].flatMap(
    (above) => off.get([runtime, ...above].join('\0')) ?? [],
  );
  return found[0] && `${found[0]}: true`;
}

const NAMES = {
  containerd: /^containerd(?:[-_]?sock(?:et)?)?$/i,
  'cri-o': /^cri-?o(?:[-_]?sock(?:et)?)?$/i,
} as const;

/** The switches of each runtime that are off, by the map above them. */
const switchedOff = once((source: Source): ReadonlyMap<string, string> => {
  const off = new Map<string, string>();
  for (const { keys, text } of entriesOf(source)) {
    const path = keys.at(-1) === 'enabled' ? keys.slice(0, -1) : keys;
    const name = path.at(-1) ?? '';
    const runtime = NAMES.containerd.test(name) ? 'containerd' : NAMES['cri-o'].test(name) ? 'cri-o' : undefined;
    if (text === 'false' && runtime) off.set([runtime, ...path.slice(0, -1)].join('\0'), keys.join('.'));
  }
  return off;
});

/** The map of a values file that holds what stands there. */
export function mapAt(span: Span): string | undefined {
  const entry = isValuesFile(span.source.path) ? entryAt(span) : undefined;
  return entry && [span.source.path, ...entry.keys.slice(0, -1)].join('\0');
}

function entryAt({ source, start, end }: Span): Entry | undefined {
  const entries = entriesOf(source);
  const entry = entries[segmentIndexAt(entries, start)];
  return entry && entry.span.start <= start && end <= entry.end ? entry : undefined;
}

/** The scalars of a values file that stand in no list, in their order. */
const entriesOf = once((source: Source): readonly Entry[] => {
  if (!/\.ya?ml$/.test(source.path)) return [];
  const [document] = parseYaml(fileView(source), { path: source.path, templates: 'none' }).documents;
  if (!document?.root) return [];
  const entries: Entry[] = [];
  const visit = (node: YamlNode | undefined, keys: readonly string[]): void => {
    if (node?.kind === 'map') for (const { key, value } of node.pairs) visit(value, [...keys, key.text]);
    if (node?.kind !== 'scalar') return;
    const { span } = document.view.root(node.start, node.end);
    entries.push({ keys, text: node.text, span, end: span.end });
  };
  visit(document.root, []);
  return entries.sort((a, b) => a.end - b.end);
});
