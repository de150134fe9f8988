/** Jsonnet: the pods, objects and settings that it writes as literals. Nothing is evaluated. */
import type { Document } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { createDocument, EMPTY_READING, type Embed, type Input, mergeReadings } from '../front-end.ts';
import { findPods, isKubernetesObject, looseMounts, readKubernetesObject } from '../kubernetes/kubernetes.ts';
import { podReading } from '../kubernetes/processes.ts';
import { noteAt } from '../text/facts.ts';
import type { YamlNode } from '../yaml/yaml.ts';
import { parseJsonnet } from './parse.ts';

const PARTLY = 'Jsonnet is read for the objects that it writes out; imports, functions and variables are not evaluated';

export function readJsonnet(input: Input, embed: Embed): Reading {
  const document = createDocument(input, 'jsonnet');
  const own: Reading = { ...EMPTY_READING, documents: [document], notes: [noteAt(input, 'syntax', PARTLY, 0, 0)] };
  const inner: Input = { ...input, parent: document, depth: input.depth + 1 };
  return mergeReadings([own, ...parseJsonnet(input.view).map((node) => nodeReading(node, inner, embed))]);
}

function nodeReading(node: YamlNode, input: Input, embed: Embed): Reading {
  if (isKubernetesObject(node)) return readKubernetesObject(node, input.view, input, embed);
  const pods = findPods(node);
  const document: Document = { ...createDocument(input, 'kubernetes'), label: `an object in ${input.label}` };
  const mounts = looseMounts(document, node, pods);
  if (pods.length === 0 && mounts.length === 0) return EMPTY_READING;
  return mergeReadings([
    { ...EMPTY_READING, documents: [document], facts: mounts },
    ...pods.map((pod) => podReading(pod, { document, depth: input.depth, embed })),
  ]);
}
