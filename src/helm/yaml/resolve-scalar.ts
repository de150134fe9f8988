/** What a scalar of a document means, with its tag. */
import type { ScalarNode } from './parser.ts';
import { type Resolved, resolvePlain } from './resolve.ts';
import { YamlError } from './token.ts';

/** An error without a line. */
export const fail = (text: string): never => {
  throw new YamlError(text, -1, false);
};

const STRING: Resolved = { kind: 'text' };
const LONG = 'tag:yaml.org,2002:';

export function resolveScalar(node: ScalarNode): Resolved {
  const tag = node.tag.startsWith(`!<${LONG}`) ? `!!${node.tag.slice(LONG.length + 2, -1)}` : node.tag;
  if (tag === '' || tag === '!') return node.plain || tag === '!' ? resolvePlain(node.text) : STRING;
  return resolveTagged(tag, node.text);
}

function resolveTagged(tag: string, text: string): Resolved {
  const resolved = resolvePlain(text);
  const refuse = (): Resolved =>
    fail(`cannot decode !!${resolved.kind === 'text' ? 'str' : resolved.kind} \`${text}\` as a ${tag}`);
  switch (tag) {
    case '!!int':
    case '!!bool':
    case '!!null':
      return `!!${resolved.kind}` === tag ? resolved : refuse();
    case '!!float':
      if (resolved.kind === 'int') return { kind: 'float', value: Number(resolved.value) };
      return resolved.kind === 'float' ? resolved : refuse();
    default:
      return STRING;
  }
}
