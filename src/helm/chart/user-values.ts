/** The values a user gives: files laid over one another, then single settings. */
import type { Source } from '../values/origin.ts';
import { copyTree, type MapValue, map } from '../values/value.ts';
import { loadYaml } from '../yaml/load.ts';
import { overlay } from './coalesce.ts';
import { jsonKind } from './decode.ts';
import { applySet } from './strvals.ts';

export interface UserValues {
  readonly values: MapValue;
  readonly error: string | null;
}

/** Later files win; `set` wins over files. */
export function userValues(
  files: readonly Source[],
  set: readonly string[] = [],
  setText: readonly string[] = [],
): UserValues {
  let values = map();
  for (const file of files) {
    const loaded = loadYaml(file, 'values');
    if (loaded.value === null) return { values, error: `failed to parse ${file.path}: ${loaded.error}` };
    if (loaded.value.kind === 'map') values = overlay(values, loaded.value);
    else if (loaded.value.kind !== 'nil') {
      const wrong = `json: cannot unmarshal ${jsonKind(loaded.value)} into Go value of type map[string]interface {}`;
      return { values, error: `failed to parse ${file.path}: error unmarshaling JSON: while decoding JSON: ${wrong}` };
    }
  }
  if (set.length + setText.length > 0) values = copyTree(values) as MapValue;
  for (const text of set) {
    const error = applySet(text, values);
    if (error !== null) return { values, error };
  }
  for (const text of setText) {
    const error = applySet(text, values, true);
    if (error !== null) return { values, error };
  }
  return { values, error: null };
}
