/** sprig's regular expressions, with Go's syntax and matching order and in linear time. */
import type { RE2JS } from 're2js';
import { compileExpression, expressionFor } from '../regular-expression.ts';
import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import { Builder, derived, EMPTY, plain, slice } from '../values/tracked.ts';
import { bool, list, originOf, type StringValue, type Value } from '../values/value.ts';
import { type Env, type Fn, fn } from './function.ts';
import { strings } from './text.ts';
import { count } from './types.ts';

function expression(env: Env, pattern: StringValue, text: StringValue): RE2JS {
  const result = expressionFor(pattern.text, text.text, env.budget);
  if (typeof result === 'string') throw new TemplateError(result);
  return result;
}

/** Start and end of each group; -1 where a group took no part. */
type Match = readonly number[];

/** regexp.FindAllStringSubmatchIndex: no empty match right after another match. */
function allMatches(re: RE2JS, text: string, limit: number): Match[] {
  const result: Match[] = [];
  const matcher = re.matcher(text);
  const groups = matcher.groupCount();
  let end = -1;
  while ((limit < 0 || result.length < limit) && matcher.find()) {
    const match: number[] = [];
    for (let group = 0; group <= groups; group++) match.push(matcher.start(group), matcher.end(group));
    const accepted = match[0] !== match[1] || match[0] !== end;
    end = match[1]!;
    if (accepted) result.push(match);
  }
  return result;
}

function find(env: Env, pattern: StringValue, text: StringValue): StringValue {
  const [match] = allMatches(expression(env, pattern, text), text.text, 1);
  return match === undefined ? EMPTY : slice(text, match[0]!, match[1]!);
}

function findAll(env: Env, pattern: StringValue, text: StringValue, limit: number): Value {
  const matches = allMatches(expression(env, pattern, text), text.text, limit);
  env.budget.allocate(matches.length);
  if (matches.length === 0) return { ...list([], null, 'string'), isNil: true };
  return strings(matches.map((match) => slice(text, match[0]!, match[1]!)));
}

function split(env: Env, pattern: StringValue, text: StringValue, limit: number): Value {
  if (limit === 0) return { ...list([], null, 'string'), isNil: true };
  if (pattern.text !== '' && text.text === '') return strings([EMPTY]);
  const parts: StringValue[] = [];
  let begin = 0;
  let end = 0;
  for (const match of allMatches(expression(env, pattern, text), text.text, limit)) {
    if (limit > 0 && parts.length >= limit - 1) break;
    end = match[0]!;
    if (match[1] !== 0) parts.push(slice(text, begin, end));
    begin = match[1]!;
  }
  if (end !== text.text.length) parts.push(slice(text, begin));
  env.budget.allocate(parts.length);
  return strings(parts);
}

/** What a replacement is made of: text, or the number of a group. */
type Piece = StringValue | number;

/** Go's replacement templates: `$1`, `${name}`, `$$`. */
function template(value: StringValue, names: ReadonlyMap<string, number>): Piece[] {
  const pieces: Piece[] = [];
  const { text } = value;
  let at = 0;
  for (;;) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) break;
    if (dollar > at) pieces.push(slice(value, at, dollar));
    if (text[dollar + 1] === '$') {
      pieces.push(slice(value, dollar, dollar + 1));
      at = dollar + 2;
      continue;
    }
    const name = /^(?:\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/u.exec(text.slice(dollar + 1, dollar + 202));
    if (name === null) {
      pieces.push(slice(value, dollar, dollar + 1));
      at = dollar + 1;
      continue;
    }
    const word = name[1] ?? name[2]!;
    pieces.push(/^(0|[1-9]\d{0,7})$/.test(word) ? Number(word) : (names.get(word) ?? -1));
    at = dollar + 1 + name[0].length;
  }
  if (at < text.length) pieces.push(slice(value, at));
  return pieces;
}

function replace(env: Env, pattern: StringValue, text: StringValue, by: StringValue, literal: boolean): StringValue {
  const re = expression(env, pattern, text);
  const matches = allMatches(re, text.text, -1);
  if (matches.length === 0) return text;
  const pieces = literal ? [by] : template(by, table<number>(re.namedGroups()));
  env.budget.allocate(text.text.length + matches.length * (by.text.length + 1));
  const builder = new Builder();
  let at = 0;
  for (const match of matches) {
    builder.part(text, at, match[0]!);
    for (const piece of pieces) {
      if (typeof piece !== 'number') builder.add(piece);
      else if ((match[2 * piece] ?? -1) >= 0) {
        env.budget.allocate(match[2 * piece + 1]! - match[2 * piece]!);
        builder.part(text, match[2 * piece]!, match[2 * piece + 1]!);
      }
    }
    at = match[1]!;
  }
  return builder.part(text, at, text.text.length).done();
}

function matches(env: Env, pattern: StringValue, text: StringValue): boolean {
  return expression(env, pattern, text).matcher(text.text).find();
}

const findFn = fn(['string', 'string'], find);
const findAllFn = fn(['string', 'string', 'int'], (env, pattern, text, limit) =>
  findAll(env, pattern, text, count(limit)),
);
const splitFn = fn(['string', 'string', 'int'], (env, pattern, text, limit) => split(env, pattern, text, count(limit)));
const replaceFn = fn(['string', 'string', 'string'], (env, pattern, text, by) =>
  replace(env, pattern, text, by, false),
);
const literalFn = fn(['string', 'string', 'string'], (env, pattern, text, by) => replace(env, pattern, text, by, true));

export const REGEX = table<Fn>({
  // Without `must`, a pattern that is wrong matches nothing.
  regexMatch: fn(['string', 'string'], (env, pattern, text) => {
    if (typeof compileExpression(pattern.text) === 'string') return bool(false);
    return bool(matches(env, pattern, text), originOf(text));
  }),
  mustRegexMatch: fn(['string', 'string'], (env, pattern, text) => bool(matches(env, pattern, text), originOf(text))),
  regexFind: findFn,
  mustRegexFind: findFn,
  regexFindAll: findAllFn,
  mustRegexFindAll: findAllFn,
  regexSplit: splitFn,
  mustRegexSplit: splitFn,
  regexReplaceAll: replaceFn,
  mustRegexReplaceAll: replaceFn,
  regexReplaceAllLiteral: literalFn,
  mustRegexReplaceAllLiteral: literalFn,
  regexQuoteMeta: fn(['string'], (_, text) => {
    const quoted = text.text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
    return quoted === text.text ? text : quoted === '' ? plain('') : derived(quoted, text);
  }),
});
