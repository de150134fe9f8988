/** The functions that Helm adds: include, tpl, required, fail, lookup, YAML and JSON. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import { EMPTY } from '../values/tracked.ts';
import { isNil, map, originOf, type StringValue, type Value } from '../values/value.ts';
import { fromJson, fromJsonArray, fromYaml, fromYamlArray } from '../yaml/decode.ts';
import { toYaml, toYamlPretty } from '../yaml/emit.ts';
import { emitJson, toJson } from '../yaml/json.ts';
import { parseJson } from '../yaml/json-parse.ts';
import { fromToml, toToml } from '../yaml/toml.ts';
import { type Env, type Fn, fn, transparent } from './function.ts';
import { sizeOf, typeName } from './types.ts';

const charge =
  (env: Env) =>
  (size: number): void => {
    env.budget.step(1 + (size >> 4));
    env.budget.allocate(size);
  };

const json = (style: { escapeHtml: boolean; indent: string }, must: boolean): Fn =>
  transparent(
    fn(['any'], (env, value) => {
      const text = emitJson(value, charge(env), style);
      if (text === null && must) throw new TemplateError(`json: unsupported value: ${typeName(value)}`);
      return text ?? EMPTY;
    }),
  );

const isEmptyCollection = (value: Value): boolean =>
  isNil(value) ||
  (value.kind === 'map' && value.entries.size === 0) ||
  (value.kind === 'list' && value.items.length === 0);

/** Where a branch was forced, an empty collection stands for what would be there. */
function yaml(env: Env, value: Value): StringValue {
  if (env.forcing && isEmptyCollection(value)) return env.unknown(originOf(value));
  return toYaml(value, charge(env));
}

function required(env: Env, message: StringValue, value: Value): Value {
  const missing = isNil(value) || (value.kind === 'string' && value.text === '');
  if (!missing) return value;
  if (env.lenient) return env.hole(message.text, true);
  throw new TemplateError(message.text, true);
}

/** Many small values cost more to read than their text tells. */
function weighed(env: Env, value: Value): Value {
  env.budget.step(sizeOf(value) >> 1);
  return value;
}

export const HELM = table<Fn>({
  include: transparent(fn(['string', 'any'], (env, name, data) => env.include(name.text, data))),
  tpl: transparent(fn(['string', 'any'], (env, text, data) => env.tpl(text, data))),
  required: transparent(fn(['string', 'any'], required)),
  fail: fn(['string'], (env, message) => {
    if (!env.lenient) throw new TemplateError(message.text, true);
    env.hole(message.text, true);
    return EMPTY;
  }),
  lookup: transparent(fn(['string', 'string', 'string', 'string'], () => map())),
  toYaml: transparent(fn(['any'], yaml)),
  toYamlPretty: transparent(fn(['any'], (env, value) => toYamlPretty(value, charge(env)))),
  fromToml: fn(['string'], (_, text) => fromToml(text)),
  toToml: transparent(
    fn(['any'], (env, value) => {
      if (isNil(value)) throw new TemplateError('reflect: call of reflect.Value.Type on zero Value');
      return toToml(value, charge(env));
    }),
  ),
  fromYaml: fn(['string'], (env, text) => weighed(env, fromYaml(text))),
  fromYamlArray: fn(['string'], (env, text) => weighed(env, fromYamlArray(text))),
  toJson: transparent(fn(['any'], (env, value) => toJson(value, charge(env)))),
  mustToJson: json({ escapeHtml: true, indent: '' }, true),
  toPrettyJson: json({ escapeHtml: true, indent: '  ' }, false),
  mustToPrettyJson: json({ escapeHtml: true, indent: '  ' }, true),
  toRawJson: json({ escapeHtml: false, indent: '' }, true),
  mustToRawJson: json({ escapeHtml: false, indent: '' }, true),
  fromJson: fn(['string'], (_, text) => fromJson(text)),
  fromJsonArray: fn(['string'], (_, text) => fromJsonArray(text)),
  mustFromJson: fn(['string'], (_, text) => {
    const { value, error } = parseJson(text);
    if (value === null) throw new TemplateError(error ?? 'invalid JSON');
    return value;
  }),
});
