/** Which branches a forced pass takes: those in which something has not run yet. */
import type { ControlNode } from '../template/ast.ts';
import type { Steering } from '../template/exec.ts';
import type { Value } from '../values/value.ts';
import type { Coverage } from './coverage.ts';

const CHOOSING: ReadonlySet<string> = new Set(['default', 'coalesce', 'ternary', 'or', 'and']);

/** The natural branch while something is left in it, otherwise the other one if something is left there. */
export function towardsPending(coverage: Coverage, literals: ReadonlySet<Value>): Steering {
  return {
    choose(node: ControlNode, natural: boolean): boolean {
      const inNatural = coverage.pending(natural ? node.body : node.otherwise);
      if (inNatural) return natural;
      return coverage.pending(natural ? node.otherwise : node.body) ? !natural : natural;
    },
    prefer(name: string, values: readonly Value[]): Value | null {
      if (literals.size === 0 || !CHOOSING.has(name)) return null;
      return values.find((value) => literals.has(value)) ?? null;
    },
  };
}
