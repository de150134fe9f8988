/** Objects that HCL writes in its own syntax, as the trees that YAML is read into. */
import type { Token } from '../../model/document.ts';
import { table } from '../../text/table.ts';
import { HOLE, type View, viewBuilder } from '../../text/view.ts';
import { wholeToken } from '../text/facts.ts';
import { scalarOf, tokenOf, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from '../yaml/yaml.ts';
import type { HclBlock, HclPair, HclValue } from './tree.ts';

/** Functions that hand their arguments on, put together where there are several. */
const TRANSPARENT =
  /^(?:yamlencode|jsonencode|merge|concat|flatten|compact|distinct|toset|tolist|tomap|tostring|try|coalesce|coalescelist|sensitive|nonsensitive)$/;

/** `view` is the text that the value stands in. */
export function nodeOf(value: HclValue, view: View): YamlNode {
  const { start, end } = value;
  switch (value.kind) {
    case 'text':
      return scalar(value.token, value);
    case 'bare':
      return isLiteral(value.token.text) ? scalar(value.token, value) : unknown(view, start, end);
    case 'list':
      return { kind: 'list', start, end, items: value.items.map((item) => nodeOf(item, view)) };
    case 'map':
      return { kind: 'map', start, end, pairs: pairsOf(value.pairs, view) };
    case 'call':
      return joinedFlags(value, view) ?? handedOn(value, view);
    default:
      return value satisfies never;
  }
}

function handedOn(call: Extract<HclValue, { kind: 'call' }>, view: View): YamlNode {
  const { name, values, start, end } = call;
  if (!TRANSPARENT.test(name)) return unknown(view, start, end);
  return together(
    values.map((one) => nodeOf(one, view)),
    call,
    view,
  );
}

/** `join(" ", ["--a=b", "--c"])`: a list of flags that is handed on as one text. */
function joinedFlags({ name, values }: Extract<HclValue, { kind: 'call' }>, view: View): YamlNode | undefined {
  const [delimiter, list] = name === 'join' ? values : [];
  if (!list || delimiter?.kind !== 'text' || !/^\s+$/.test(delimiter.token.text)) return undefined;
  const node = nodeOf(list, view);
  return node.kind === 'list' && node.items.some((item) => item.kind === 'scalar' && item.text.startsWith('--'))
    ? node
    : undefined;
}

function together(nodes: readonly YamlNode[], { start, end }: HclValue, view: View): YamlNode {
  const [first] = nodes;
  if (!first) return unknown(view, start, end);
  if (nodes.length === 1 || first.kind === 'scalar') return first;
  if (first.kind === 'map') {
    const pairs = nodes.flatMap((node) => (node.kind === 'map' ? node.pairs : []));
    return { kind: 'map', start, end, pairs };
  }
  const items = nodes.flatMap((node) => (node.kind === 'list' ? node.items : [node]));
  return { kind: 'list', start, end, items };
}

function pairsOf(pairs: readonly HclPair[], view: View): YamlPair[] {
  return pairs.map(({ key, value }) => ({ key: scalar(key, key), value: nodeOf(value, view) }));
}

/** Blocks of the Kubernetes provider that repeat, and the lists of the API that they make. */
const LISTS = table({
  container: 'containers',
  init_container: 'initContainers',
  volume: 'volumes',
  volume_mount: 'volumeMounts',
  env: 'env',
});

const SPECIAL = table({ host_pid: 'hostPID', host_ipc: 'hostIPC', host_ip: 'hostIP' });

/** A `kubernetes_daemonset`, `kubernetes_pod` and their kin as the object of the API that they make. */
export function resourceNode(block: HclBlock, view: View): YamlMap {
  const pairs: YamlPair[] = block.pairs.map(({ key, value }) => ({
    key: named(key, apiName(key.text)),
    value: nodeOf(value, view),
  }));
  const lists = new Map<string, YamlMap[]>();
  for (const inner of block.blocks) {
    const content = inner.type === 'dynamic' ? inner.blocks.find(({ type }) => type === 'content') : inner;
    const type = inner.type === 'dynamic' ? (inner.labels[0] ?? '') : inner.type;
    if (!content) continue;
    const node = resourceNode(content, view);
    const list = LISTS.get(type);
    if (list) lists.set(list, [...(lists.get(list) ?? []), node]);
    else pairs.push({ key: keyAt(inner, apiName(type), view), value: node });
  }
  for (const [name, items] of lists) {
    const [first] = items;
    if (!first) continue;
    const { start, end } = block;
    pairs.push({ key: keyAt(first, name, view), value: { kind: 'list', start, end, items } });
  }
  return { kind: 'map', start: block.start, end: block.end, pairs };
}

/** Maps and lists with the names of the API: `volume_mounts` as `volumeMounts`. */
export function withApiNames(node: YamlNode): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'list':
      return { ...node, items: node.items.map(withApiNames) };
    case 'map':
      return {
        ...node,
        pairs: node.pairs.map(({ key, value }) => ({
          key: named(tokenOf(key), apiName(key.text)),
          value: value && withApiNames(value),
        })),
      };
    default:
      return node satisfies never;
  }
}

/** A block with its own names; each block inside is a map under its type. */
export function blockNode(block: HclBlock, view: View): YamlMap {
  const inner = block.blocks.map((one) => ({ key: keyAt(one, one.type, view), value: blockNode(one, view) }));
  return { kind: 'map', start: block.start, end: block.end, pairs: [...pairsOf(block.pairs, view), ...inner] };
}

/** `variable "kubelet_extra_args" { default = "…" }` under its name. */
export function variableNode(block: HclBlock, view: View): YamlMap {
  const value = blockNode(block, view);
  return { ...value, pairs: [{ key: keyAt(block, block.labels[0] ?? '', view), value }] };
}

/** `hostPath` for `host_path`. */
function apiName(name: string): string {
  return SPECIAL.get(name) ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function keyAt({ start }: { readonly start: number }, name: string, view: View): YamlScalar {
  const written = { text: name, view, start, end: start + name.length };
  if (view.text.startsWith(name, start)) return scalar(written, written);
  const builder = viewBuilder(view);
  builder.put(name, start, start + 1);
  return scalarOf(wholeToken(builder.build(() => null)), start, start + 1);
}

function named(key: Token, name: string): YamlScalar {
  if (name === key.text) return scalar(key, key);
  const builder = viewBuilder(key.view);
  builder.put(name, key.start, key.end);
  return scalarOf(wholeToken(builder.build(() => null)), key.start, key.end);
}

function isLiteral(text: string): boolean {
  return /^(?:true|false|null|-?\d[\d.]*)$/.test(text.trim());
}

/** The scalar of a token; `range` is where it stands in the whole text. */
function scalar(at: Token, range: { readonly start: number; readonly end: number }): YamlScalar {
  return scalarOf(at, range.start, range.end);
}

function unknown(view: View, start: number, end: number): YamlScalar {
  const builder = viewBuilder(view);
  builder.put(HOLE.repeat(Math.max(1, end - start)), start, end);
  return scalarOf(wholeToken(builder.build(() => null)), start, end);
}
