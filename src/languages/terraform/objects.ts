/** What Terraform hands to Kubernetes in its own syntax: objects, pods of resources, values of charts, flags of the kubelet. */
import type { Document, Token } from '../../model/document.ts';
import type { FlagFact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { type View, viewBuilder } from '../../text/view.ts';
import { listedParameters } from '../chart-files/parameters.ts';
import { valuesReading } from '../chart-files/values.ts';
import { readCloudConfig } from '../cloud-init/cloud-init.ts';
import { EMPTY_READING, type Embed, type Input, mergeReadings } from '../front-end.ts';
import { findPods, isKubernetesObject, readKubernetesObject } from '../kubernetes/kubernetes.ts';
import { podReading } from '../kubernetes/processes.ts';
import { carriedFlags } from '../yaml/carried-flags.ts';
import { get, itemsOf } from '../yaml/yaml.ts';
import { type Known, knownValues, writtenOut } from './dynamic.ts';
import { blockNode, nodeOf, resourceNode, variableNode, withApiNames } from './nodes.ts';
import { type HclBlock, type HclPair, type HclValue, parseHcl } from './tree.ts';

const MAY_MATTER = /kubernetes_|apiVersion|helm_release|kubelet|extra_?args|host_?path|write_files|runcmd|bootcmd/i;

/** The whole file, where something of it may matter here. */
export function objectsTree({ view }: Input): HclBlock | undefined {
  return MAY_MATTER.test(view.text) ? parseHcl(view) : undefined;
}

export function objectsReading(root: HclBlock, input: Input, parent: Document, embed: Embed): Reading {
  const inner: Input = { ...input, parent, depth: input.depth + 1 };
  const known = knownValues(root);
  const blocks = root.blocks.map((block) => blockReading(block, known, inner, embed));
  const objects = objectsIn(root).map((value) => objectReading(value, inner, embed));
  const pods = podsIn(root).map((value) => lonePodReading(value, inner, embed));
  const machines = mapsIn(root, isCloudConfig, isObject).map((value) =>
    readCloudConfig(nodeOf(value, input.view), input.view, { ...inner, label: `user data in ${input.label}` }, embed),
  );
  return mergeReadings([...blocks, ...objects, ...pods, ...machines]);
}

/** Flags in maps; `machineOf` tells for whose machines those of a block are. */
export function mapFlags(
  root: HclBlock,
  whole: Document,
  machineOf: (block: HclBlock) => Document,
): readonly FlagFact[] {
  const loose = carriedFlags(whole, blockNode({ ...root, blocks: [] }, whole.view));
  const held = root.blocks.map((block) =>
    carriedFlags(
      machineOf(block),
      block.type === 'variable'
        ? variableNode(block, whole.view)
        : blockNode({ ...root, pairs: [], blocks: [block] }, whole.view),
    ),
  );
  return [loose, ...held].flat();
}

function blockReading(block: HclBlock, known: Known, input: Input, embed: Embed): Reading {
  const [type = '', name = ''] = block.labels;
  if (block.type !== 'resource') return EMPTY_READING;
  if (type === 'helm_release') return releaseReading(block, input, embed);
  if (!type.startsWith('kubernetes_')) return EMPTY_READING;
  const document = childOf(input, 'kubernetes', `${type} ${name}`);
  const pods = findPods(resourceNode(writtenOut(block, known, input.view), input.view));
  if (pods.length === 0) return EMPTY_READING;
  const own = { ...EMPTY_READING, documents: [document] };
  return mergeReadings([own, ...pods.map((pod) => podReading(pod, { document, depth: input.depth, embed }))]);
}

/** `values = [yamlencode({…})]`, and `set = [{ name = "a.b", value = "c" }]`. */
function releaseReading(block: HclBlock, input: Input, embed: Embed): Reading {
  const document = childOf(input, 'helm-values', `values of ${block.labels[1] ?? 'a release'}`);
  const readings: Reading[] = [];
  for (const { key, value } of block.pairs) {
    const node = nodeOf(value, input.view);
    if (key.text === 'values') {
      for (const values of node.kind === 'map' ? [node] : itemsOf(node)) {
        if (values.kind === 'map') readings.push(valuesReading(document, values, { depth: input.depth, embed }));
      }
    } else if (isSet(key.text)) {
      readings.push({ ...EMPTY_READING, facts: listedParameters(document, node) });
    }
  }
  if (readings.length === 0) return EMPTY_READING;
  return mergeReadings([{ ...EMPTY_READING, documents: [document] }, ...readings]);
}

/** Maps with an `apiVersion` and a `kind`, wherever they stand; what is inside one belongs to it. */
function objectsIn(block: HclBlock): HclValue[] {
  return mapsIn(block, isObject, () => false);
}

function isObject(pairs: readonly HclPair[]): boolean {
  return ['apiVersion', 'kind'].every((name) => pairs.some(({ key }) => key.text === name));
}

/** `yamlencode({ write_files = […], runcmd = […] })`: what a machine does at its first boot. */
function isCloudConfig(pairs: readonly HclPair[]): boolean {
  return pairs.some(({ key, value }) => /^(?:write_files|runcmd|bootcmd)$/.test(key.text) && value.kind === 'list');
}

/** What a module is handed to make a pod of: `{ containers = [{…}], volumes = [{…}] }`. */
function podsIn(block: HclBlock): HclValue[] {
  return mapsIn(
    block,
    (pairs) =>
      ['containers', 'volumes'].some((name) => pairs.some(({ key, value }) => key.text === name && listsMaps(value))),
    isObject,
  );
}

function listsMaps(value: HclValue): boolean {
  if (value.kind === 'list') return value.items.some((item) => item.kind === 'map');
  return value.kind === 'call' && value.values.some(listsMaps);
}

function lonePodReading(value: HclValue, input: Input, embed: Embed): Reading {
  const node = withApiNames(nodeOf(value, input.view));
  const pods = node.kind === 'map' ? findPods(node) : [];
  if (pods.length === 0) return EMPTY_READING;
  const document = childOf(input, 'kubernetes', 'a pod');
  const own = { ...EMPTY_READING, documents: [document] };
  return mergeReadings([own, ...pods.map((pod) => podReading(pod, { document, depth: input.depth, embed }))]);
}

/** The outermost maps of a kind, and none inside a map that is of another. */
function mapsIn(
  block: HclBlock,
  isWanted: (pairs: readonly HclPair[]) => boolean,
  isOther: (pairs: readonly HclPair[]) => boolean,
): HclValue[] {
  const found: HclValue[] = [];
  const visit = (value: HclValue): void => {
    switch (value.kind) {
      case 'map':
        if (isOther(value.pairs)) return;
        if (isWanted(value.pairs)) found.push(value);
        else for (const pair of value.pairs) visit(pair.value);
        return;
      case 'list':
        for (const item of value.items) visit(item);
        return;
      case 'call':
        for (const one of value.values) visit(one);
        return;
      case 'text':
      case 'bare':
        return;
      default:
        value satisfies never;
    }
  };
  for (const { value } of block.pairs) visit(value);
  return [...found, ...block.blocks.flatMap((inner) => mapsIn(inner, isWanted, isOther))];
}

function objectReading(value: HclValue, input: Input, embed: Embed): Reading {
  const node = nodeOf(value, input.view);
  return isKubernetesObject(node) && get(node, 'kind')
    ? readKubernetesObject(node, input.view, input, embed)
    : EMPTY_READING;
}

function childOf(input: Input, language: 'kubernetes' | 'helm-values', name: string): Document {
  const { view, path, parent } = input;
  return { language, view, path, label: `${name} in ${input.label}`, parent, object: undefined, target: undefined };
}

/** A text of arguments as the command line of the program that gets them. */
export function argumentsView(value: Token, program: string): View {
  const builder = viewBuilder(value.view);
  builder.put(`${program} `, value.start, value.start);
  builder.copy(value.start, value.end);
  return builder.build((replacement) => (/["\\\n]/.test(replacement) ? null : replacement));
}

/** The key of a helm_release that sets one value of its chart. */
export function isSet(key: string): boolean {
  return /^set(?:_sensitive|_string)?$/.test(key);
}
