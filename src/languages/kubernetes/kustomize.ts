/** JSON patches (RFC 6902) as kustomize and others apply them: the path of the operation gives the value its meaning. */
import type { Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import type { View } from '../../text/view.ts';
import { createDocument, EMPTY_READING, type Embed, type Input, mergeReadings } from '../front-end.ts';
import { envFact, imageFact } from '../text/facts.ts';
import { type ContentContext, scalarReading } from '../yaml/content.ts';
import { walkScalars } from '../yaml/walk.ts';
import { get, itemsOf, scalarAt, textAt, tokenOf, type YamlNode } from '../yaml/yaml.ts';
import { findPods, looseMounts } from './kubernetes.ts';
import { mountFact, podReading } from './processes.ts';

export function readJsonPatch(root: YamlNode, view: View, input: Input, embed: Embed): Reading {
  const document = createDocument({ ...input, view }, 'kubernetes');
  const { depth, object } = input;
  const context: ContentContext = { document, format: 'kubernetes', object, depth, embed, owner: document.label };
  const readings = itemsOf(root).map((operation) => {
    const value = get(operation, 'value');
    // `test` only compares what is there, mostly for what replaces it.
    const writes = !/^(?:remove|test)$/.test(textAt(operation, 'op') ?? '');
    return value && writes ? operationReading(operation, value, context) : EMPTY_READING;
  });
  return mergeReadings([{ ...EMPTY_READING, documents: [document] }, ...readings]);
}

function operationReading(operation: YamlNode, value: YamlNode, context: ContentContext): Reading {
  const path = pointer(textAt(operation, 'path') ?? '');
  const { document } = context;
  if (value.kind === 'scalar') {
    const facts = scalarFacts(path, value, document);
    if (facts.length > 0) return { ...EMPTY_READING, facts };
  }
  const variable = path.at(-2) === 'env' ? variableOf(value, document) : undefined;
  if (variable) return { ...EMPTY_READING, facts: [variable] };
  const readings: Reading[] = [];
  walkScalars(value, { visit: (visited) => readings.push(scalarReading(visited, context)) }, path);
  const pods = findPods(value);
  readings.push(...pods.map((parts) => podReading(parts, context)));
  readings.push({ ...EMPTY_READING, facts: looseMounts(document, value, pods) });
  return mergeReadings(readings);
}

/** `{name: DOCKER_HOST, value: …}` that is added to the variables of a container. */
function variableOf(value: YamlNode, document: Document): Fact | undefined {
  const name = scalarAt(value, 'name');
  const text = scalarAt(value, 'value');
  return name && text && envFact(document, tokenOf(name), tokenOf(text));
}

function scalarFacts(path: readonly string[], value: YamlNode & { kind: 'scalar' }, document: Document): Fact[] {
  const token = tokenOf(value);
  if (path.at(-1) === 'image') return [imageFact(document, token, token.text)];
  if (path.at(-1) !== 'path' || path.at(-2) !== 'hostPath') return [];
  const volume = { name: '', source: 'hostPath', path: token, type: undefined, reference: undefined } as const;
  const fact = mountFact(document, volume, undefined);
  return fact ? [fact] : [];
}

/** `/spec/containers/0/env/-` as setting paths are written: positions are `[]`. */
function pointer(text: string): string[] {
  return text
    .split('/')
    .slice(1)
    .map((part) => (/^(?:\d+|-)$/.test(part) ? '[]' : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}
