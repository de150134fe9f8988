/** Visits every scalar of a tree with the keys that lead to it. */
import { leaveRest, step } from '../../text/steps.ts';
import {
  pairsOf,
  scalarAt,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from './yaml.ts';

export interface Visited {
  readonly value: YamlScalar;
  /** Keys from the root; list positions are `[]`, an item with a `name` is `[name]`. */
  readonly path: readonly string[];
  readonly key: YamlScalar | undefined;
  /** The maps and lists around the value, outermost first. */
  readonly around: readonly YamlNode[];
}

export interface Walk {
  /** An empty map, list or value is visited too, as an empty scalar at the end of its key. */
  readonly visit: (visited: Visited) => void;
  /** Whether what stands under a key is passed over. */
  readonly skip?: (pair: YamlPair, path: readonly string[], owner: YamlMap) => boolean;
}

/** Aliases make a tree larger than its text: visits stop here. */
const VISIT_LIMIT = 300_000;

// Each fact keeps its path: `concat` makes one of the length that it has, where spreading leaves room for sixteen more.

export function walkScalars(root: YamlNode | undefined, walk: Walk, path: readonly string[] = []): void {
  let budget = VISIT_LIMIT;
  const around: YamlNode[] = [];
  const visit = (node: YamlNode | undefined, at: readonly string[], key: YamlScalar | undefined): void => {
    if (budget-- <= 0) leaveRest();
    if (budget < 0 || !step() || (node && around.includes(node))) return;
    const value = node && !isEmptyCollection(node) ? node : key && emptyAt(key);
    if (value?.kind === 'scalar') walk.visit({ value, path: at, key, around });
    else if (value) inside(value, at, key);
  };
  const inside = (node: YamlMap | YamlList, at: readonly string[], key: YamlScalar | undefined): void => {
    around.push(node);
    if (node.kind === 'list') for (const item of node.items) visit(item, at.concat(itemName(item)), key);
    else {
      for (const pair of node.pairs)
        if (!walk.skip?.(pair, at, node)) visit(pair.value, at.concat(pair.key.text), pair.key);
    }
    around.pop();
  };
  visit(root, path, undefined);
}

function isEmptyCollection(node: YamlNode): boolean {
  return (node.kind === 'map' && node.pairs.length === 0) || (node.kind === 'list' && node.items.length === 0);
}

function emptyAt(key: YamlScalar): YamlScalar {
  return { kind: 'scalar', start: key.end, end: key.end, text: '', style: 'plain', view: key.view };
}

/** Every map of a tree with its path, outermost first. */
export function walkMaps(root: YamlNode | undefined, visit: (map: YamlMap, path: readonly string[]) => void): void {
  let budget = VISIT_LIMIT;
  const around: YamlNode[] = [];
  const enter = (node: YamlNode | undefined, path: readonly string[]): void => {
    if (!node || node.kind === 'scalar') return;
    if (budget-- <= 0) leaveRest();
    if (budget < 0 || !step() || around.includes(node)) return;
    around.push(node);
    if (node.kind === 'map') {
      visit(node, path);
      for (const pair of pairsOf(node)) enter(pair.value, path.concat(pair.key.text));
    } else {
      for (const item of node.items) enter(item, path.concat(itemName(item)));
    }
    around.pop();
  };
  enter(root, []);
}

function itemName(item: YamlNode): string {
  const name = scalarAt(item, 'name')?.text;
  return name ? `[${name}]` : '[]';
}
