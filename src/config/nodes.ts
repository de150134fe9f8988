/** The nodes of a configuration file as keys, texts and lists, with the line in every complaint. */
import { isAlias, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { UsageError } from './usage-error.ts';

/** Makes the error that names the line of the node. */
export type Fail = (node: Node | null | undefined, sentence: string) => UsageError;

export interface Entry {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node | null;
}

export function entriesOf(map: YAMLMap, fail: Fail): readonly Entry[] {
  const seen = new Set<string>();
  return map.items.map((pair): Entry => {
    const keyNode = pair.key as Node;
    const key = textOf('a key', keyNode, fail);
    if (seen.has(key)) throw fail(keyNode, `The key "${key}" is written twice.`);
    seen.add(key);
    return { key, keyNode, value: (pair.value ?? null) as Node | null };
  });
}

/** A list, or one text. */
export function textsOf(name: string, node: Node | null, fail: Fail): readonly string[] {
  if (isScalar(node) && node.value !== null) return [textOf(name, node, fail)];
  return itemsOf(name, node, fail).map((item) => textOf(name, item, fail));
}

export function itemsOf(name: string, node: Node | null, fail: Fail): readonly (Node | null)[] {
  if (!isSeq(node)) throw fail(node, `${name} must be a list.`);
  return node.items as readonly (Node | null)[];
}

/** The text as it is written: 1.30 stays 1.30. */
export function textOf(name: string, node: Node | null, fail: Fail): string {
  if (isAlias(node)) throw fail(node, 'Aliases are not read in the configuration.');
  if (!isScalar(node) || node.value === null) throw fail(node, `${name} must have one value.`);
  return node.type === 'PLAIN' && node.source !== undefined ? node.source : String(node.value);
}

export function withLine<T>(fail: Fail, node: Node | null, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError && !/^\S+:\d+: /.test(error.message)) throw fail(node, error.message);
    throw error;
  }
}
