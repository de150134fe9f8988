/** Go's %#v of decoded YAML, which goyaml prints in its message about keys that are no scalars. */

import { formatG } from './number.ts';
import type { Node } from './parser.ts';
import { resolveScalar } from './resolve-scalar.ts';

export function goSyntax(node: Node, depth = 0): string {
  if (depth > 20) return '…';
  switch (node.kind) {
    case 'alias':
      return goSyntax(node.target, depth + 1);
    case 'sequence':
      return `[]interface {}{${node.items.map((item) => goSyntax(item, depth + 1)).join(', ')}}`;
    case 'mapping': {
      const pairs = node.pairs.map(([key, value]) => `${goSyntax(key, depth + 1)}:${goSyntax(value, depth + 1)}`);
      return `map[interface {}]interface {}{${pairs.join(', ')}}`;
    }
    case 'scalar': {
      const resolved = resolveScalar(node);
      if (resolved.kind === 'null') return 'interface {}(nil)';
      if (resolved.kind === 'float') return formatG(resolved.value);
      if (resolved.kind === 'bool' || resolved.kind === 'int') return String(resolved.value);
      return JSON.stringify(node.text);
    }
  }
}
