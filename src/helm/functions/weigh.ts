/** What a call costs before it is made: charged by the size of its arguments, so that nothing large is built for free. */

import { table } from '../table.ts';
import type { Budget } from '../values/budget.ts';
import type { Value } from '../values/value.ts';

/** Functions that do not look into lists and maps below the first level. */
const SHALLOW: ReadonlySet<string> = new Set(
  (
    'include tpl required dict list tuple get set unset hasKey pluck keys values pick omit index slice first last rest ' +
    'initial reverse append prepend push mustAppend mustPrepend mustPush mustFirst mustLast mustRest mustInitial ' +
    'mustReverse mustSlice concat compact mustCompact chunk mustChunk default empty coalesce all any ternary not eq ne ' +
    'len typeOf typeIs typeIsLike kindOf kindIs merge mustMerge mergeOverwrite mustMergeOverwrite dig lookup ' +
    'date dateInZone date_in_zone genSignedCert genSelfSignedCert'
  ).split(' '),
);

/** How many steps a character costs, for functions that do much with each. */
const HEAVY = table<number>({
  sha512sum: 32,
  sha256sum: 2,
  sha1sum: 2,
  date: 32,
  dateInZone: 32,
  date_in_zone: 32,
  toDate: 32,
  mustToDate: 32,
  snakecase: 16,
  kebabcase: 16,
  camelcase: 16,
  title: 8,
  untitle: 8,
  swapcase: 16,
  initials: 8,
  upper: 4,
  lower: 4,
  nospace: 32,
  urlParse: 8,
  urlJoin: 8,
  semverCompare: 16,
  semver: 16,
  js: 16,
  splitList: 8,
  split: 8,
  b32enc: 4,
  b32dec: 4,
  b64dec: 4,
  fromYaml: 4,
  fromYamlArray: 4,
  fromJson: 4,
  fromToml: 8,
  printf: 2,
});

const LIST_ITEM = 8;
const FRAGMENT = 16;

export function chargeCall(name: string, args: readonly Value[], budget: Budget): void {
  let steps = 1;
  let size = 0;
  for (const value of args) {
    switch (value.kind) {
      case 'string':
        size += value.text.length + FRAGMENT * value.fragments.length;
        steps += (value.text.length >> 5) * (HEAVY.get(name) ?? 1) + (value.fragments.length >> 3);
        break;
      case 'bytes':
        size += value.content.text.length;
        steps += value.content.text.length >> 3;
        break;
      case 'list':
        size += value.items.length * LIST_ITEM;
        steps += value.items.length >> 2;
        break;
      case 'map':
        steps += value.entries.size >> 2;
        break;
      default:
    }
  }
  budget.step(steps);
  budget.allocate(size);
  if (!SHALLOW.has(name)) for (const value of args) weigh(value, budget);
}

/** Visits everything in a collection, however often it is shared; the budget ends what would not end. */
export function weigh(value: Value, budget: Budget): void {
  if (value.kind !== 'list' && value.kind !== 'map') return;
  const open: Value[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'string') budget.allocate(next.text.length + FRAGMENT * next.fragments.length);
    if (next.kind !== 'list' && next.kind !== 'map') continue;
    const items = next.kind === 'list' ? next.items : [...next.entries.values()];
    budget.step(1 + (items.length >> 2));
    budget.allocate(items.length * LIST_ITEM);
    for (const item of items) open.push(item);
  }
}
