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
  set(name: string, values: readonly VariableValue[]): void;
  append(name: string, values: readonly VariableValue[]): void;
  /**
   * Runs each body with the values from before them: what one branch sets, another does not see. Behind them all values of the
   * branches are possible, and those from before where all may be passed over.
   */
  branches(bodies: Iterable<() => void>, mayPass: boolean): void;
  /**
   * Runs `body`, the body of a function, with its arguments, and puts the old ones back. Behind it the values that it
   * gives to other variables are possible, and so are those from before: it may not have been called.
   */
  within(bindings: ReadonlyMap<string, readonly VariableValue[]>, body: () => void): void;
}

/** The values that a variable may have at one place. */
export const MAX_VALUES = 8;
const MAX_TEXT = 65_536;
export const MAX_FIELDS = 256;
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
  const put = (name: string, values: readonly VariableValue[]) => {
    if (!changed.has(name)) changed.set(name, known.get(name) ?? []);
    known.set(name, distinct(values));
  };
  const set = (name: string, values: readonly VariableValue[]) => put(name, values.map(kept));
  /** Runs the body, and returns what held before for each variable that it changes. */
  const changesOf = (body: () => void): ReadonlyMap<string, readonly VariableValue[]> => {
    const outside = changed;
    const inside = new Map<string, readonly VariableValue[]>();
    changed = inside;
    body();
    changed = outside;
    return inside;
  };
  return {
    get: (name) => known.get(name) ?? [],
    set,
    append(name, values) {
      const before = known.get(name) ?? [];
      if (before.length === 0) set(name, values);
      else
        set(
          name,
          before.flatMap((first) => values.map((second) => joined(first, second))),
        );
    },
    branches(bodies, mayPass) {
      const earlier = new Map<string, readonly VariableValue[]>();
      const results: ReadonlyMap<string, readonly VariableValue[]>[] = [];
      for (const body of bodies) {
        const before = changesOf(body);
        results.push(new Map([...before.keys()].map((name) => [name, known.get(name) ?? []])));
        for (const [name, values] of before) {
          known.set(name, values);
          if (!earlier.has(name)) earlier.set(name, values);
        }
      }
      for (const [name, values] of earlier) {
        const ofBranches = results.map((after) => after.get(name) ?? values).reverse();
        put(name, [...ofBranches.flat(), ...(mayPass ? values : [])]);
      }
    },
    within(bindings, body) {
      const before = [...bindings.keys()].map((name) => [name, known.get(name)] as const);
      for (const [name, values] of bindings) known.set(name, values);
      for (const [name, earlier] of changesOf(body)) {
        if (bindings.has(name)) continue;
        known.set(name, distinct([...(known.get(name) ?? []), ...earlier]));
        if (!changed.has(name)) changed.set(name, earlier);
      }
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
