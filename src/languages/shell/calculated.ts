/** Comparisons that a shell leaves to a program which calculates: `awk "BEGIN { exit !($minor < 24) }"`, `[ "$(echo "$minor < 24" | bc)" -eq 1 ]`. */
import { type Branches, inverted, NOTHING } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { type Comparison, comparisonOf, mirrored, versionBranches } from '../conditions/versions.ts';

/** What awk answers by its status; `source` is the whole command. */
export function calculatedByAwk(source: string, at: Token): Branches {
  const text = source.slice(0, LONGEST);
  const exit = text.search(/\bexit\b/);
  if (exit < 0) return NOTHING;
  const [body = ''] = text.slice(exit + 'exit'.length).split(';');
  const told = comparedIn(namesGiven(text, body), at);
  // The status of a comparison that holds is 1, which is no success.
  return /^[ \t(]*!/.test(body) || CHOOSES_SUCCESS.test(body) ? told : inverted(told);
}

const LONGEST = 400;
/** `exit (a < b) ? 0 : 1` */
const CHOOSES_SUCCESS = /\?[ \t]{0,9}0[ \t]{0,9}:/;

/** `awk -v m="$minor" '…'`: the name that the program has for it is that of the variable. */
function namesGiven(command: string, expression: string): string {
  return [...command.matchAll(GIVEN)].reduce(
    (text, [, name = '', value = '']) => text.replace(new RegExp(`(?<![\\w$])${name}\\b`, 'g'), () => value),
    expression,
  );
}

const GIVEN = /-v[ \t]*([A-Za-z_]\w{0,40})=["']?(\$\{?\w{1,60}\}?|[\w.]{1,20})/g;

/** What bc prints is 1 where the comparison holds: `echo "$minor < 24" | bc`, `bc -l <<< "$minor < 24"`. */
export function calculatedByBc(source: string, at: Token): Branches {
  const text = source.slice(0, LONGEST);
  const pipe = text.search(/\|[ \t]{0,9}bc\b/);
  if (pipe >= 0) return /\becho\b/.test(text.slice(0, pipe)) ? comparedIn(text.slice(0, pipe), at) : NOTHING;
  const fed = /\bbc\b[^<\n]{0,20}<<</.exec(text);
  return fed ? comparedIn(text.slice(fed.index + fed[0].length), at) : NOTHING;
}

function comparedIn(expression: string, at: Token): Branches {
  const [, left = '', sign = '', right = ''] = COMPARED.exec(expression) ?? [];
  const comparison = comparisonOf(sign);
  if (!comparison) return NOTHING;
  return NUMBER.test(left) ? compared(right, mirrored(comparison), left, at) : compared(left, comparison, right, at);
}

function compared(name: string, comparison: Comparison, bound: string, at: Token): Branches {
  return NUMBER.test(bound) ? versionBranches(name.replace(/[^\w]/g, ''), comparison, bound, at) : NOTHING;
}

const COMPARED = /(\$\{?\w{1,60}\}?|[\d.]{1,8})[ \t]*(<=|>=|==|<|>)[ \t]*(\$\{?\w{1,60}\}?|[\d.]{1,8})/;
const NUMBER = /^[\d.]+$/;
