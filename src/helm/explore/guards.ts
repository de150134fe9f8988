/** The conditions around printed text that did not hold by themselves. */
import { rangeOf } from '../source-map.ts';
import type { ControlNode } from '../template/ast.ts';
import type { Activation, FileRange } from '../types.ts';
import type { Context, Read } from '../values/origin.ts';

export interface Guard {
  readonly node: ControlNode;
  readonly wanted: boolean;
  readonly reads: readonly Read[];
  readonly context: Context;
}

/** Forced conditions, outermost first. */
export function forcedGuards(context: Context | null): Guard[] {
  const result: Guard[] = [];
  for (let link = context; link !== null; link = link.parent) {
    if (link.forced !== true) continue;
    result.push({
      node: link.site as ControlNode,
      wanted: link.branch === 'then',
      reads: link.reads ?? [],
      context: link,
    });
  }
  return result.reverse();
}

/** Conditions that read a values file. */
export function readsFrom(context: Context | null, file: string): Read[] {
  const result: Read[] = [];
  for (let link = context; link !== null; link = link.parent) {
    for (const read of link.reads ?? []) if (read.origin.source.path === file) result.push(read);
  }
  return result.reverse();
}

/** Scalars of values files that conditions read which hold by themselves, innermost first. */
export function switchesOf(context: Context | null): FileRange[] {
  const result: FileRange[] = [];
  for (let link = context; link !== null; link = link.parent) {
    if (link.forced === true || link.branch !== 'then') continue;
    for (const { origin, value } of link.reads ?? []) {
      const holds = value.kind === 'bool' ? value.value : value.kind === 'string' && value.text !== '';
      if (holds && origin.kind === 'values' && origin.missing !== true) result.push(rangeOf(origin));
    }
  }
  return result;
}

/** The innermost forced condition in words. */
export function conditional(guards: readonly Guard[]): Activation {
  const guard = guards[guards.length - 1];
  const condition = guard?.context.condition;
  if (guard === undefined || condition === undefined) return { kind: 'default' };
  const { path, from } = rangeOf(condition);
  const isPlain = guard.node.type === 'if' || guard.context.wanted !== undefined;
  const text = isPlain ? condition.text : `${guard.node.type} ${condition.text}`;
  return { kind: 'conditional', condition: guard.wanted ? text : `not (${text})`, path, offset: from };
}
