/** Jsonnet: the pods, objects and settings that it writes as literals. Nothing is evaluated. */
import type { Document } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { createDocument, EMPTY_READING, type Embed, type Input, mergeReadings } from '../front-end.ts';
import { findPods, isKubernetesObject, looseMounts, readKubernetesObject } from '../kubernetes/kubernetes.ts';
import { podReading } from '../kubernetes/processes.ts';
import { noteAt } from '../text/facts.ts';
import type { YamlMap, YamlNode } from '../yaml/yaml.ts';
import { parseJsonnet } from './parse.ts';

const PARTLY = 'Jsonnet is read for the objects that it writes out; imports, functions and variables are not evaluated';

export function readJsonnet(input: Input, embed: Embed): Reading {
  const document = createDocument(input, 'jsonnet');
  const own: Reading = { ...EMPTY_READING, documents: [document], notes: [noteAt(input, 'syntax', PARTLY, 0, 0)] };
  const inner: Input = { ...input, parent: document, depth: input.depth + 1 };
  return mergeReadings([own, ...parseJsonnet(input.view).map((node) => nodeReading(node, inner, embed))]);
}

function nodeReading(node: YamlNode, input: Input, embed: Embed): Reading {
  const objects = objectsIn(node);
  const isOutside = ({ start }: { readonly start: number }) =>
    !objects.some((object) => object.start <= start && start < object.end);
  const pods = findPods(node).filter((parts) => isOutside(parts.node));
  const document: Document = { ...createDocument(input, 'kubernetes'), label: `an object in ${input.label}` };
  const mounts = objects.length > 0 ? [] : looseMounts(document, node, pods);
  const own =
    pods.length === 0 && mounts.length === 0 ? [] : [{ ...EMPTY_READING, documents: [document], facts: mounts }];
  return mergeReadings([
    ...objects.map((object) => readKubernetesObject(object, input.view, input, embed)),
    ...own,
    ...pods.map((pod) => podReading(pod, { document, depth: input.depth, embed })),
  ]);
}

/** The objects of the cluster that a library, or a function of it, is a list or a map of; the outermost ones. */
function objectsIn(node: YamlNode): readonly YamlMap[] {
  if (node.kind === 'list') return node.items.flatMap(objectsIn);
  if (node.kind !== 'map') return [];
  const isOne: boolean = isKubernetesObject(node);
  return isOne ? [node] : node.pairs.flatMap(({ value }) => (value ? objectsIn(value) : []));
}
