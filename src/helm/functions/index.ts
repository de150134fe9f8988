/** All functions of Helm's templates by name. */
import { BUILTIN } from './builtin.ts';
import { CASE } from './case.ts';
import { DATES } from './dates.ts';
import { DICTS } from './dicts.ts';
import { ENCODE } from './encode.ts';
import type { FunctionMap } from './function.ts';
import { HELM } from './helm.ts';
import { LISTS } from './lists.ts';
import { NUMBERS } from './numbers.ts';
import { PATHS } from './paths.ts';
import { REGEX } from './regex.ts';
import { SECRETS } from './secrets.ts';
import { SEMVER } from './semver.ts';
import { TEXT } from './text.ts';

/** `and` and `or` are not here: the evaluator runs them itself. */
export const FUNCTIONS: FunctionMap = new Map(
  [BUILTIN, TEXT, CASE, LISTS, DICTS, NUMBERS, REGEX, SEMVER, PATHS, ENCODE, DATES, SECRETS, HELM].flatMap((group) => [
    ...group,
  ]),
);

export const isFunction = (name: string): boolean => name === 'and' || name === 'or' || FUNCTIONS.has(name);
