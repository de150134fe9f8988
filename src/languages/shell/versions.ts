/** Comparisons of versions as scripts do them: `sort -V`, `dpkg --compare-versions`, `version_lt`, `case v1.2[0-3]*`. */
import { DOCKERSHIM_FLAGS, RUNTIME_FLAGS } from '../../data/flags.ts';
import { type Branches, branchesOf, type Condition, NOTHING } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import {
  type Comparison,
  comparisonOf,
  matchedMinors,
  minorConditions,
  mirrored,
  namesKubernetesVersion,
  otherMinors,
  versionBranches,
} from '../conditions/versions.ts';
import type { ShellWord } from './ast.ts';
import { type Known, sourceOf, wordToken } from './known.ts';

const VERSION = /(?<![\w.])v?1\.\d{1,2}(?:\.\d{1,9})?(?![\w.]*\.\w)/;
const VARIABLE = /\$\{?([A-Za-z_]\w*|\d)/g;

/** `[ "$(printf '%s\n' 1.24 "$V" | sort -V | head -n1)" = "$V" ]`, `printf … | sort -VC`: which of two is the smaller. */
export function sortedVersions(source: string, at: Token, known: Known): Branches {
  const sort = /\bsort\s+(-\S*V\S*(?:\s+-[A-Za-z]+)*|(?:-[A-Za-z]+\s+)+-\S*V\S*|--version-sort[^|)]*)/.exec(
    source.slice(0, 600),
  );
  if (!sort) return NOTHING;
  const before = source.slice(0, sort.index);
  const bound = VERSION.exec(before)?.[0] ?? boundIn(before, known);
  const name = [...before.matchAll(VARIABLE)].map((match) => match[1] ?? '').find((one) => isSubject(one, known));
  if (bound === undefined || name === undefined) return NOTHING;
  const reversed = /(?<!\S)-\S*r/.test(sort[1] ?? '');
  if (/(?<!\S)-\S*[cC]/.test(sort[1] ?? '')) {
    const first = before.search(new RegExp(`\\$\\{?${name}\\b`)) < boundAt(before, bound, known);
    return versionBranches(name, first === reversed ? '>=' : '<', bound, at);
  }
  const after = source.slice(sort.index);
  const smallest = /\bhead\b|\bsed\s+(?:-n\s+)?['"]?1|NR\s*==\s*1/.test(after) !== reversed;
  const rest = after.slice(after.search(/\)"?\s*(?:!?==?)|$/));
  const other = /(?<=[=\s])"?\$\{?([A-Za-z_]\w*|\d)\}?"?\s*$/.exec(`${rest} `.trimEnd())?.[1] ?? leftOf(before);
  const isBound = other === undefined ? true : !isSubject(other, known);
  return versionBranches(name, smallest === isBound ? '>=' : '<', bound, at);
}

/** The variable that stands in front of the script: `[ "$V" = "$(printf … | sort -V | head -1)" ]`. */
function leftOf(before: string): string | undefined {
  return /^\s*"?\$\{?([A-Za-z_]\w*|\d)\}?"?\s*!?==?/.exec(before)?.[1];
}

/** The variable that is compared, and not the one that holds the limit. */
function isSubject(name: string, known: Known): boolean {
  return limitOf(name, known) === undefined;
}

const WHOLE_VERSION = /^v?1\.\d{1,2}(?:\.\d+)?$/;

function limitOf(name: string, { variables }: Known): string | undefined {
  const [value, ...others] = variables.get(name);
  const text = value?.fields[0]?.text;
  return others.length === 0 && text !== undefined && WHOLE_VERSION.test(text) ? text : undefined;
}

function boundIn(text: string, known: Known): string | undefined {
  return [...text.matchAll(VARIABLE)].flatMap((match) => limitOf(match[1] ?? '', known) ?? [])[0];
}

function boundAt(text: string, bound: string, known: Known): number {
  const literal = text.indexOf(bound);
  if (literal >= 0) return literal;
  return [...text.matchAll(VARIABLE)].find((match) => limitOf(match[1] ?? '', known) !== undefined)?.index ?? 0;
}

const HELPER = /^_?(?:is_?)?(?:check_?)?\w{0,80}?(?:semver|version|vers?|vercmp)\w{0,80}$/i;
/** The end of a helper's name, and what it asks. */
const ENDINGS: readonly (readonly [RegExp, Comparison])[] = [
  [/(?:_|r|n|p)(?:lte|le)$|less_?(?:than)?_?(?:or)?_?eq\w{0,80}$|at_?most$/i, '<='],
  [
    /(?:_|r|n|p)(?:gte|ge)$|greater_?(?:than)?_?(?:or)?_?eq\w{0,80}$|at_?least$|_min$|min_version$|or_?(?:newer|later|above|higher)$/i,
    '>=',
  ],
  [/(?:_|r|n|p)lt$|less_?(?:than)?$|older(?:_?than)?$|below$|before$|smaller\w{0,80}$|lower\w{0,80}$/i, '<'],
  [/(?:_|r|n|p)gt$|greater_?(?:than)?$|newer(?:_?than)?$|above$|after$|higher\w{0,80}$/i, '>'],
];

/** `dpkg --compare-versions "$V" lt 1.24`, `version_lt "$V" 1.24`, `vercomp "$V" '<' 1.24`. */
export function comparedByProgram(
  program: string,
  words: readonly ShellWord[],
  texts: readonly string[],
  known: Known,
): Branches {
  const isDpkg = program === 'dpkg' && texts[1] === '--compare-versions';
  if (!isDpkg && !HELPER.test(program)) return NOTHING;
  const given = words.slice(isDpkg ? 2 : 1);
  const sides = given.filter(
    (word) => comparisonOf(known.view.text.slice(word.start, word.end).replace(/["'\\]/g, '')) === undefined,
  );
  const sign = given
    .map((word) => known.view.text.slice(word.start, word.end).replace(/["'\\]/g, ''))
    .find((text) => comparisonOf(text));
  const comparison = sign ? comparisonOf(sign) : ENDINGS.find(([ending]) => ending.test(program))?.[1];
  const [first, second] = sides;
  if (!comparison || !first) return NOTHING;
  const last = words.at(-1) ?? first;
  const at: Token = { ...wordToken(words[0] ?? first, known), end: last.end };
  const whole = { ...at, text: known.view.text.slice(at.start, at.end) };
  const left = versionText(first, known);
  if (!second) return left ? versionBranches(program, comparison, left, whole) : NOTHING;
  const right = versionText(second, known);
  if (right && !left) return versionBranches(nameIn(first, known), comparison, right, whole);
  return left && !right ? versionBranches(nameIn(second, known), mirrored(comparison), left, whole) : NOTHING;
}

function versionText(word: ShellWord, known: Known): string | undefined {
  const source = sourceOf(word, known).replace(/["']/g, '');
  if (WHOLE_VERSION.test(source)) return source;
  const name = /^\$\{?(\w+)\}?$/.exec(source)?.[1];
  return name === undefined ? undefined : limitOf(name, known);
}

/** A version in a helper's argument is one even where its name says nothing: `version_lt "$1" 1.24`. */
function nameIn(word: ShellWord, known: Known): string {
  const source = sourceOf(word, known).replace(/^["'$\s{(]+|(?<!["'})\s])["'})\s]+$/g, '');
  return /^[\dv]$|^\w{1,3}$/.test(source) ? 'version' : source;
}

/** The arms of `case "$KUBE_VERSION" in v1.2[0-3]*)`; undefined where it is about something else. */
export function versionArms(
  subject: ShellWord,
  arms: readonly { readonly patterns: readonly ShellWord[] }[],
  texts: readonly (readonly string[])[],
  known: Known,
): (readonly Condition[])[] | undefined {
  const name = sourceOf(subject, known);
  const bare = /minor/i.test(name);
  const isNamed = namesKubernetesVersion(name) || /ver/i.test(name);
  if (!isNamed || !texts.some((patterns) => patterns.some((text) => (bare ? /\d/ : /^\*?v?1\.[\d[?*]/).test(text))))
    return undefined;
  let left: ReadonlySet<number> = otherMinors(new Set());
  return arms.map((arm, i) => {
    const patterns = (texts[i] ?? []).flatMap((text) => globOf(text) ?? []);
    const minors = matchedMinors((version) => patterns.some((pattern) => pattern.test(version)), bare);
    const own = new Set([...minors].filter((minor) => left.has(minor)));
    left = new Set([...left].filter((minor) => !minors.has(minor)));
    const at = arm.patterns[0] ?? subject;
    return minorConditions(own, wordToken(at, known));
  });
}

function globOf(text: string): RegExp | undefined {
  if (text.length > 60 || (text.match(/\*/g)?.length ?? 0) > 4 || !/^[\w.*?[\]|@(), ^!-]*$/.test(text))
    return undefined;
  const source = text
    .replace(/[.()|^]/g, '\\$&')
    .replaceAll('[!', '[^')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return compiled(`^${source}$`);
}

/** A pattern of `=~` or grep. */
export function patternOf(text: string): RegExp | undefined {
  return text.length > 80 || (text.match(/[*+{]/g)?.length ?? 0) > 4 ? undefined : compiled(text);
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}

/** `echo "$KUBE_VERSION" | grep -qE '^v1\.(1[0-9]|2[0-3])'`. */
export function searchedVersion(before: string, search: readonly string[], at: Token): Branches {
  if (!namesKubernetesVersion(before) && !/version/i.test(before)) return NOTHING;
  const text = search.slice(1).find((word) => !word.startsWith('-') && /1\\?\.(?:\d|\[|\()/.test(word));
  const pattern = text === undefined ? undefined : patternOf(text);
  if (!pattern) return NOTHING;
  const minors = matchedMinors((version) => pattern.test(version), false);
  return { whenTrue: minorConditions(minors, at), whenFalse: minorConditions(otherMinors(minors), at) };
}

/** `kubelet --help | grep -q -- --network-plugin`: only a kubelet from before the removal of the flag prints it. */
export function knownFlag(before: string, search: readonly string[], at: Token): Branches {
  if (!/\bkubelet(?:\.exe)?\s{1,9}(?:--help|-h)\b/.test(before)) return NOTHING;
  const names = search.slice(1).map((word) => /^(?:\\?-){0,2}([a-z][a-z-]{1,60})/.exec(word)?.[1]);
  const row = [...DOCKERSHIM_FLAGS, ...RUNTIME_FLAGS].find(({ flag }) => names.includes(flag));
  return row ? branchesOf({ kind: 'version', below: row.removed, holds: true, at }) : NOTHING;
}
