/** What a strategic merge patch takes out of an object, `$patch: delete`: its fields only name what is to go. */
import type { View } from '../../text/view.ts';
import { scalarAt, type YamlNode } from '../yaml/yaml.ts';

/** The tree without what the patch deletes; the same tree where it deletes nothing. */
export function withoutDeletions(root: YamlNode, { text }: View): YamlNode {
  return text.includes('$patch') ? pruned(root, new Map()) : root;
}

/** An alias leads to the same node again, and a node may stand inside of itself. */
function pruned(node: YamlNode, known: Map<YamlNode, YamlNode>): YamlNode {
  const before = known.get(node);
  if (before) return before;
  known.set(node, node);
  const after = prunedInside(node, known);
  known.set(node, after);
  return after;
}

function prunedInside(node: YamlNode, known: Map<YamlNode, YamlNode>): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'list':
      return { ...node, items: node.items.filter(stays).map((item) => pruned(item, known)) };
    case 'map':
      return {
        ...node,
        pairs: node.pairs
          .filter(({ value }) => value === undefined || stays(value))
          .map((pair) => ({ ...pair, value: pair.value && pruned(pair.value, known) })),
      };
    default:
      return node satisfies never;
  }
}

function stays(node: YamlNode): boolean {
  return node.kind !== 'map' || scalarAt(node, '$patch')?.text !== 'delete';
}
