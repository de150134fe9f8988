/** mergo.Merge and MergeWithOverwrite on maps, with their treatment of empty values. */
import type { MapValue, Value } from '../values/value.ts';
import type { Env } from './function.ts';
import { kindName } from './types.ts';

/** mergo's isEmptyValue: false, zero, "", empty collections and nil. */
function isEmpty(value: Value | undefined): boolean {
  switch (value?.kind) {
    case undefined:
    case 'nil':
    case 'invalid':
      return true;
    case 'bool':
      return !value.value;
    case 'int':
      return value.value === 0n;
    case 'float':
      return value.value === 0;
    case 'string':
      return value.text === '';
    case 'bytes':
      return value.content.text === '';
    case 'list':
      return value.items.length === 0;
    case 'map':
      return value.entries.size === 0;
    case 'object':
      return false;
  }
}

/** Merges `source` into `target`, which changes. */
export function mergeMaps(env: Env, target: MapValue, source: MapValue, overwrite: boolean, depth = 0): void {
  if (depth > 500) return;
  env.budget.step(1 + source.entries.size);
  for (const [key, value] of source.entries) {
    const present = target.entries.get(key);
    const put = (): void => {
      target.entries.set(key, value);
      const origin = source.keys.get(key);
      if (origin === undefined) target.keys.delete(key);
      else target.keys.set(key, origin);
    };
    if (value.kind === 'nil' || value.kind === 'invalid') {
      if (overwrite) put();
      continue;
    }
    if (value.kind === 'map' && present?.kind === 'map') {
      mergeMaps(env, present, value, overwrite, depth + 1);
      // mergo goes on here only for an empty map.
      if (!isEmpty(present)) continue;
    }
    if (value.kind === 'list' && mayReplaceList(target, source, overwrite)) {
      put();
      continue;
    }
    if (!isEmpty(present) && kindName(value) === 'slice') continue;
    if (overwrite || isEmpty(present)) put();
  }
}

/** For lists mergo asks whether the maps around them are empty. */
const mayReplaceList = (target: MapValue, source: MapValue, overwrite: boolean): boolean =>
  !isEmpty(source) && (overwrite || isEmpty(target));
