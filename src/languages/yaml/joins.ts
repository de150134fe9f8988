/** Texts that CloudFormation puts together: `Fn::Join` of a delimiter and a list. */
import type { Token } from '../../model/document.ts';
import { joinedView } from '../../text/join.ts';
import { HOLE, type View, viewBuilder } from '../../text/view.ts';
import { wholeToken } from '../text/facts.ts';
import { itemsOf, pairsOf, tokenOf, type YamlNode, type YamlPair, type YamlScalar } from './yaml.ts';

export interface JoinedText {
  /** The key under which it stands, with the functions of the template passed over: `UserData`. */
  readonly key: string;
  readonly view: View;
}

/** What is joined under a key, when most of it is literal text of several lines. */
export function joinedText({ value }: YamlPair, path: readonly string[]): JoinedText | undefined {
  const [delimiter, parts, ...others] = itemsOf(value);
  if (delimiter?.kind !== 'scalar' || parts?.kind !== 'list' || others.length > 0) return undefined;
  if (delimiter.text.length > 2 || parts.items.length < 2) return undefined;
  const isScript = parts.items.some((item) => item.kind === 'scalar' && /\n|^#!/.test(item.text));
  if (!isScript && delimiter.text !== '\n') return undefined;
  const tokens = parts.items.flatMap(partOf);
  const key = path.findLast((step) => !/^Fn::|^\[/.test(step)) ?? '';
  return { key, view: joinedView(tokens, delimiter.text) };
}

/** A literal as it is; a reference as a hole in its place. */
function partOf(item: YamlNode): Token[] {
  if (item.kind === 'scalar') return [tokenOf(item)];
  const substituted = substitutedText(item);
  if (substituted) return [tokenOf(substituted)];
  const scalar = firstScalar(item);
  if (!scalar) return [];
  const builder = viewBuilder(scalar.view);
  builder.put(HOLE.repeat(Math.max(1, scalar.text.length)), 0, scalar.text.length);
  return [wholeToken(builder.build(() => null))];
}

/** `Fn::Sub: text`, or a list of the text and its variables: what it fills in, a shell reads as variables of its own. */
function substitutedText(item: YamlNode): YamlScalar | undefined {
  const [pair, ...others] = pairsOf(item);
  if (pair?.key.text !== 'Fn::Sub' || others.length > 0) return undefined;
  const [text = pair.value] = itemsOf(pair.value);
  return text?.kind === 'scalar' ? text : undefined;
}

function firstScalar(node: YamlNode | undefined, depth = 0): YamlScalar | undefined {
  if (!node || depth > 20) return undefined;
  if (node.kind === 'scalar') return node;
  return firstScalar(node.kind === 'map' ? pairsOf(node)[0]?.value : node.items[0], depth + 1);
}
