/** One text for values that are equal in JSON. */
import type { Budget } from '../values/budget.ts';
import type { Value } from '../values/value.ts';
import { emitJson } from '../yaml/json.ts';

/** Numbers as the floats that Go compares them as. */
export function canonical(value: Value, budget: Budget): string {
  const charge = (size: number): void => budget.step(1 + (size >> 4));
  return emitJson(asFloats(value), charge, { escapeHtml: true, indent: '' })?.text ?? '';
}

function asFloats(value: Value): Value {
  switch (value.kind) {
    case 'int':
      return { kind: 'float', value: Number(value.value), origin: null };
    case 'list':
      return { ...value, items: value.items.map(asFloats) };
    case 'map':
      return { ...value, entries: new Map([...value.entries].map(([key, item]) => [key, asFloats(item)])) };
    default:
      return value;
  }
}
