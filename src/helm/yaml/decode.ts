/** fromYaml, fromYamlArray, fromJson and fromJsonArray: text in, collection out, an error in the place of a value. */
import { plain } from '../values/tracked.ts';
import { type ListValue, list, type MapValue, map, mapOf, type StringValue, type Value } from '../values/value.ts';
import { parseJson } from './json-parse.ts';
import { loadYamlString } from './load.ts';

const MAP = 'map[string]interface {}';
const LIST = '[]interface {}';

/** A nil map or list is what `null` becomes in JSON; YAML's empty document leaves an empty one. */
export function fromYaml(text: StringValue): MapValue {
  const { value, error } = loadYamlString(text);
  if (value === null) return failedMap(error ?? '');
  if (value.kind === 'map') return value;
  return value.kind === 'nil' ? map() : failedMap(inYaml(mismatch(value, MAP)));
}

export function fromYamlArray(text: StringValue): ListValue {
  const { value, error } = loadYamlString(text);
  if (value === null) return failedList(error ?? '');
  if (value.kind === 'list') return value;
  return value.kind === 'nil' ? list([]) : failedList(inYaml(mismatch(value, LIST)));
}

export function fromJson(text: StringValue): MapValue {
  const { value, error } = parseJson(text);
  if (value === null) return failedMap(error ?? '');
  if (value.kind === 'map') return value;
  return value.kind === 'nil' ? { ...map(), isNil: true } : failedMap(mismatch(value, MAP));
}

export function fromJsonArray(text: StringValue): ListValue {
  const { value, error } = parseJson(text);
  if (value === null) return failedList(error ?? '');
  if (value.kind === 'list') return value;
  return value.kind === 'nil' ? { ...list([]), isNil: true } : failedList(mismatch(value, LIST));
}

const failedMap = (error: string): MapValue => mapOf({ Error: plain(error) });
const failedList = (error: string): ListValue => list([plain(error)]);
const inYaml = (error: string): string => `error unmarshaling JSON: while decoding JSON: ${error}`;

function mismatch(value: Value, type: string): string {
  const kind =
    value.kind === 'list' ? 'array' : value.kind === 'map' ? 'object' : value.kind === 'float' ? 'number' : value.kind;
  return `json: cannot unmarshal ${kind} into Go value of type ${type}`;
}
