/** The functions that Helm adds: include, tpl, required, fail, lookup, YAML and JSON. */
import { TemplateError } from '../values/error.ts';
import { EMPTY, plain } from '../values/tracked.ts';
import { bool, float, isNil, list, map, mapOf, NIL, originOf, type StringValue, type Value } from '../values/value.ts';
import { toYaml } from '../yaml/emit.ts';
import { emitJson, toJson } from '../yaml/json.ts';
import { loadYamlString } from '../yaml/load.ts';
import { type Env, type Fn, fn, transparent } from './function.ts';
import { typeName } from './types.ts';

const charge =
  (env: Env) =>
  (size: number): void =>
    env.budget.allocate(size);

/** Go's word for the JSON type of a value. */
function jsonType(value: Value): string {
  switch (value.kind) {
    case 'list':
      return 'array';
    case 'map':
      return 'object';
    case 'float':
    case 'int':
      return 'number';
    default:
      return value.kind;
  }
}

const cannot = (value: Value, into: string): string =>
  `json: cannot unmarshal ${jsonType(value)} into Go value of type ${into}`;

const failed = (message: string): Value => mapOf({ Error: plain(message) });

function fromYaml(text: StringValue): Value {
  const { value, error } = loadYamlString(text);
  if (error !== null || value === null) return failed(error ?? '');
  if (isNil(value)) return map();
  if (value.kind === 'map') return value;
  return failed(`error unmarshaling JSON: while decoding JSON: ${cannot(value, 'map[string]interface {}')}`);
}

function fromYamlArray(text: StringValue): Value {
  const { value, error } = loadYamlString(text);
  const wrong = (message: string): Value => list([plain(message)]);
  if (error !== null || value === null) return wrong(error ?? '');
  if (isNil(value)) return { ...list([]), isNil: true };
  if (value.kind === 'list') return value;
  return wrong(`error unmarshaling JSON: while decoding JSON: ${cannot(value, '[]interface {}')}`);
}

/** The value of JSON text, or Go's message. Origins come from reading it once more as YAML. */
function readJson(text: StringValue): Value | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.text);
  } catch {
    return jsonError(text.text);
  }
  const { value } = loadYamlString(text);
  return value ?? fromParsed(parsed);
}

function fromParsed(parsed: unknown): Value {
  if (parsed === null || parsed === undefined) return NIL;
  if (typeof parsed === 'boolean') return bool(parsed);
  if (typeof parsed === 'number') return float(parsed);
  if (typeof parsed === 'string') return plain(parsed);
  if (Array.isArray(parsed)) return list(parsed.map(fromParsed));
  return map(new Map(Object.entries(parsed).map(([key, value]) => [key, fromParsed(value)])));
}

const LITERALS = ['true', 'false', 'null'];

/** encoding/json's words for the commonest mistakes. */
function jsonError(text: string): string {
  const start = text.trimStart();
  if (start === '') return 'unexpected end of JSON input';
  const char = start[0]!;
  const word = LITERALS.find((literal) => literal[0] === char);
  if (word !== undefined) {
    for (let at = 1; at < word.length; at++) {
      if (start[at] === undefined) return 'unexpected end of JSON input';
      if (start[at] !== word[at]) {
        return `invalid character ${quoteChar(start[at]!)} in literal ${word} (expecting ${quoteChar(word[at]!)})`;
      }
    }
  }
  if (!'{["-0123456789tfn'.includes(char)) return `invalid character ${quoteChar(char)} looking for beginning of value`;
  if (!/[\]}"]\s*$/.test(text)) return 'unexpected end of JSON input';
  return 'invalid character in JSON input';
}

const quoteChar = (char: string): string => (char === "'" ? "'\\''" : char === '"' ? `'"'` : `'${char}'`);

function fromJson(text: StringValue): Value {
  const value = readJson(text);
  if (typeof value === 'string') return failed(value);
  if (isNil(value)) return { ...map(), isNil: true };
  return value.kind === 'map' ? value : failed(cannot(value, 'map[string]interface {}'));
}

function fromJsonArray(text: StringValue): Value {
  const value = readJson(text);
  if (typeof value === 'string') return list([plain(value)]);
  if (isNil(value)) return { ...list([]), isNil: true };
  return value.kind === 'list' ? value : list([plain(cannot(value, '[]interface {}'))]);
}

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

export const HELM: Readonly<Record<string, Fn>> = {
  include: transparent(fn(['string', 'any'], (env, name, data) => env.include(name.text, data))),
  tpl: transparent(fn(['string', 'any'], (env, text, data) => env.tpl(text, data))),
  required: transparent(fn(['string', 'any'], required)),
  fail: fn(['string'], (env, message) => {
    if (env.lenient) return env.hole(message.text, true);
    throw new TemplateError(message.text, true);
  }),
  lookup: transparent(fn(['string', 'string', 'string', 'string'], () => map())),
  toYaml: transparent(fn(['any'], yaml)),
  fromYaml: fn(['string'], (_, text) => fromYaml(text)),
  fromYamlArray: fn(['string'], (_, text) => fromYamlArray(text)),
  toJson: transparent(fn(['any'], (env, value) => toJson(value, charge(env)))),
  mustToJson: json({ escapeHtml: true, indent: '' }, true),
  toPrettyJson: json({ escapeHtml: true, indent: '  ' }, false),
  mustToPrettyJson: json({ escapeHtml: true, indent: '  ' }, true),
  toRawJson: json({ escapeHtml: false, indent: '' }, true),
  mustToRawJson: json({ escapeHtml: false, indent: '' }, true),
  fromJson: fn(['string'], (_, text) => fromJson(text)),
  fromJsonArray: fn(['string'], (_, text) => fromJsonArray(text)),
  mustFromJson: fn(['string'], (_, text) => {
    const value = readJson(text);
    if (typeof value === 'string') throw new TemplateError(value);
    return value;
  }),
};
