/** What the scalars of a document mean: as values, as map keys, and as they print. */
import { goSyntax } from './go-syntax.ts';
import { formatG } from './number.ts';
import type { Node, ScalarNode } from './parser.ts';
import { type Resolved, resolvePlain } from './resolve.ts';
import { YamlError } from './token.ts';

/** An error without a line. */
export const fail = (text: string): never => {
  throw new YamlError(text, -1, false);
};

export function printScalar(resolved: Resolved): string {
  switch (resolved.kind) {
    case 'bool':
      return String(resolved.value);
    case 'int':
      return formatG(Number(resolved.value));
    case 'float':
      return formatG(resolved.value);
    default:
      return '';
  }
}

/** `%v` prints a nil that stands alone differently from one in a collection. */
const nullText = (value: Node): string => goSyntax(value).replace(/^interface \{\}\(nil\)$/, '<nil>');

/** `value` only serves the message of a null key. */
export function keyText(node: ScalarNode, value: Node): string {
  const resolved = resolveScalar(node);
  switch (resolved.kind) {
    case 'null':
      return fail(`unsupported map key of type: %!s(<nil>), key: <nil>, value: ${nullText(value)}`);
    case 'bool':
      return String(resolved.value);
    case 'int':
      return resolved.value.toString();
    case 'float':
      return formatG(Number(resolved.value.toPrecision(7)));
    case 'text':
    case 'date':
    case 'merge':
      return node.text;
  }
}

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
