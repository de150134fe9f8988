/** What the variables of a script hold, as far as its text says. */
import type { Token } from '../../model/document.ts';
import { HOLE } from '../../text/view.ts';

/** A field that a variable gives: its text, with holes for what is not known, and where that was written. */
export interface Field {
  readonly text: string;
  readonly at: Token | undefined;
  /** The key of an element of an associative array. */
  readonly key?: string | undefined;
}

/** One of the values that a variable may have: one field, or the elements of an array. */
export interface VariableValue {
  readonly fields: readonly Field[];
}

export interface Variables {
  /** The possible values; empty when nothing is known. */
  get(name: string): readonly VariableValue[];
  /** `conditional`: the assignment may be skipped, so earlier values stay possible. */
  set(name: string, values: readonly VariableValue[], conditional: boolean): void;
  append(name: string, values: readonly VariableValue[], conditional: boolean): void;
  /**
   * Runs `body`, the body of a function, with its arguments, and puts the old ones back. Behind it the values that it
   * gives to other variables are possible, and so are those from before: it may not have been called.
   */
  within(bindings: ReadonlyMap<string, readonly VariableValue[]>, body: () => void): void;
}

/** The values that a variable may have at one place. */
export const MAX_VALUES = 8;
const MAX_TEXT = 65_536;
const MAX_FIELDS = 256;
/** All values of a script together; behind that only short ones are kept: `PATH=$PATH:…` a thousand times. */
const MAX_KEPT = 4_000_000;
const SHORT = 200;

export function createVariables(): Variables {
  const known = new Map<string, readonly VariableValue[]>();
  /** What held before the function that is being read changed it. */
  let changed = new Map<string, readonly VariableValue[]>();
  let room = MAX_KEPT;
  const kept = ({ fields }: VariableValue): VariableValue => ({
    fields: fields.slice(0, MAX_FIELDS).map((field) => {
      const { length } = field.text;
      if (length > SHORT) room -= length;
      return length > (room > 0 ? MAX_TEXT : SHORT) ? { text: HOLE, at: undefined } : field;
    }),
  });
  const set = (name: string, values: readonly VariableValue[], conditional: boolean) => {
    const earlier = known.get(name) ?? [];
    if (!changed.has(name)) changed.set(name, earlier);
    known.set(name, distinct([...values.map(kept), ...(conditional ? earlier : [])]));
  };
  return {
    get: (name) => known.get(name) ?? [],
    set,
    append(name, values, conditional) {
      const before = known.get(name) ?? [];
      if (before.length === 0) set(name, values, conditional);
      else
        set(
          name,
          before.flatMap((first) => values.map((second) => joined(first, second))),
          conditional,
        );
    },
    within(bindings, body) {
      const before = [...bindings.keys()].map((name) => [name, known.get(name)] as const);
      for (const [name, values] of bindings) known.set(name, values);
      const outside = changed;
      changed = new Map();
      body();
      for (const [name, earlier] of changed) {
        known.set(name, distinct([...(known.get(name) ?? []), ...earlier]));
        if (!outside.has(name)) outside.set(name, earlier);
      }
      changed = outside;
      for (const [name, values] of before) {
        if (values) known.set(name, values);
        else known.delete(name);
      }
    },
  };
}

function joined(first: VariableValue, second: VariableValue): VariableValue {
  if (first.fields.length !== 1 || second.fields.length !== 1) return { fields: [...first.fields, ...second.fields] };
  const [a] = first.fields;
  const [b] = second.fields;
  return { fields: [{ text: `${a?.text ?? ''}${b?.text ?? ''}`, at: b?.at }] };
}

function distinct(values: readonly VariableValue[]): VariableValue[] {
  const seen = new Set<string>();
  const different: VariableValue[] = [];
  for (const value of values) {
    const key = value.fields.map((field) => field.text).join('\0');
    if (different.length >= MAX_VALUES || seen.has(key)) continue;
    seen.add(key);
    different.push(value);
  }
  return different;
}
