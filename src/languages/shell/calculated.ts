/** Comparisons that a shell leaves to a program which calculates: `awk "BEGIN { exit !($minor < 24) }"`, `[ "$(echo "$minor < 24" | bc)" -eq 1 ]`. */
import { type Branches, inverted, NOTHING } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { type Comparison, comparisonOf, mirrored, versionBranches } from '../conditions/versions.ts';

/** What awk answers by its status; `source` is the whole command. */
export function calculatedByAwk(source: string, at: Token): Branches {
  const text = source.slice(0, LONGEST);
  const [, negated, body = '', chosen] = AWK.exec(text) ?? [];
  const told = comparedIn(namesGiven(text, body), at);
  // The status of a comparison that holds is 1, which is no success.
  return negated !== undefined || chosen !== undefined ? told : inverted(told);
}

const LONGEST = 400;
const AWK =
  /\bexit[ \t]*\(?[ \t]*(!)?[ \t]*\(?([^()?;}!]{1,120}[<>=][^()?;}]{1,40})\)?(?:[ \t]*(\?[ \t]*0[ \t]*:[ \t]*1))?/;

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
  const [, echoed, fed] = BC.exec(text) ?? [];
  return comparedIn(echoed ?? fed ?? '', at);
}

const BC =
  /\becho[ \t]+["']?([^"'|\n]{1,120})["']?[ \t]*\|[ \t]*bc\b|\bbc\b[ \t\w-]{0,20}<<<[ \t]*["']?([^"'\n]{1,120})/;

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
