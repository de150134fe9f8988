/** How the scalars of a document print: by themselves and as map keys. */
import { goSyntax } from './go-syntax.ts';
import { formatG } from './number.ts';
import type { Node, ScalarNode } from './parser.ts';
import type { Resolved } from './resolve.ts';
import { fail, resolveScalar } from './resolve-scalar.ts';

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
