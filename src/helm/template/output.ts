/** What a template prints: text and fragments, stamped with the node and the scopes that printed them. */
import type { Budget } from '../values/budget.ts';
import type { Context, Fragment, Site } from '../values/origin.ts';
import { Builder, EMPTY, fromFragments, splitOn } from '../values/tracked.ts';
import type { StringValue } from '../values/value.ts';
import type { TextNode } from './ast.ts';

/** What a fragment costs, in characters. */
const FRAGMENT = 8;
const NO_VALUE = '<no value>';

export class Output {
  private readonly texts: string[] = [];
  private readonly parts: Fragment[] = [];
  private readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  text(node: TextNode, context: Context): void {
    this.budget.print(node.text.length + FRAGMENT);
    this.texts.push(node.text);
    this.parts.push({ length: node.text.length, origin: node.origin, delta: 0, site: node, context });
  }

  value(value: StringValue, site: Site, context: Context): void {
    if (value.text === '') return;
    this.budget.print(value.text.length + FRAGMENT * value.fragments.length);
    this.budget.step(value.fragments.length >> 3);
    this.texts.push(value.text);
    for (const part of value.fragments) {
      this.parts.push(
        part.site === null ? { length: part.length, origin: part.origin, delta: part.delta, site, context } : part,
      );
    }
  }

  done(): StringValue {
    if (this.texts.length === 0) return EMPTY;
    return fromFragments(this.texts.join(''), this.parts);
  }
}

/** Helm deletes what Go prints for a missing value, at the end of a file and of each `tpl`. */
export function withoutNoValue(value: StringValue): StringValue {
  if (!value.text.includes(NO_VALUE)) return value;
  const builder = new Builder();
  for (const part of splitOn(value, NO_VALUE)) builder.add(part);
  return builder.done();
}
