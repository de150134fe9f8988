/** Semantic versions and constraints as the Masterminds library reads and compares them. */

export interface Version {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly pre: string;
  readonly metadata: string;
  readonly original: string;
}

const VERSION =
  /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;
const NUMBERS = /^[0-9]+$/;
const LONGEST = 512;
const MOST = 2n ** 64n;

/** Null for "Invalid Semantic Version". Minor and patch may be left out. */
export function parseVersion(text: string): Version | null {
  const found = text.length > LONGEST ? null : VERSION.exec(text);
  if (found === null) return null;
  const [, major, minor, patch, pre = '', metadata = ''] = found;
  const version = {
    major: BigInt(major ?? 0),
    minor: BigInt(minor ?? 0),
    patch: BigInt(patch ?? 0),
    pre,
    metadata,
    original: text,
  };
  if (version.major >= MOST || version.minor >= MOST || version.patch >= MOST) return null;
  const wrong = pre.split('.').some((part) => part.length > 1 && part.startsWith('0') && NUMBERS.test(part));
  return wrong ? null : version;
}

/** `major.minor.patch-pre+metadata` */
export function formatVersion(version: Version): string {
  const pre = version.pre === '' ? '' : `-${version.pre}`;
  const metadata = version.metadata === '' ? '' : `+${version.metadata}`;
  return `${version.major}.${version.minor}.${version.patch}${pre}${metadata}`;
}

const order = (left: bigint, right: bigint): number => (left === right ? 0 : left < right ? -1 : 1);

/** -1, 0 or 1; metadata does not count. */
export function compareVersions(left: Version, right: Version): number {
  const numbers =
    order(left.major, right.major) || order(left.minor, right.minor) || order(left.patch, right.patch);
  if (numbers !== 0) return numbers;
  if (left.pre === right.pre) return 0;
  if (left.pre === '') return 1;
  if (right.pre === '') return -1;
  return comparePre(left.pre.split('.'), right.pre.split('.'));
}

function comparePre(left: readonly string[], right: readonly string[]): number {
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const result = comparePart(left[i] ?? '', right[i] ?? '');
    if (result !== 0) return result;
  }
  return 0;
}

function comparePart(left: string, right: string): number {
  if (left === right) return 0;
  if (left === '') return -1;
  if (right === '') return 1;
  const leftNumber = NUMBERS.test(left);
  const rightNumber = NUMBERS.test(right);
  if (leftNumber && rightNumber) return BigInt(left) > BigInt(right) ? 1 : -1;
  if (leftNumber !== rightNumber) return leftNumber ? -1 : 1;
  return left > right ? 1 : -1;
}

type Operator = '' | '=' | '!=' | '>' | '<' | '>=' | '=>' | '<=' | '=<' | '~' | '~>' | '^';
const OPERATORS: readonly Operator[] = ['!=', '>=', '=>', '<=', '=<', '~>', '=', '>', '<', '~', '^'];

interface Comparison {
  readonly operator: Operator;
  readonly version: Version;
  readonly minorOpen: boolean;
  readonly patchOpen: boolean;
  /** Some part is `x`, `*` or missing. */
  readonly open: boolean;
}

/** Alternatives of comparisons that must all hold. */
export type Constraint = readonly (readonly Comparison[])[];

const PATTERN =
  /v?([0-9|xX*]+)(\.[0-9|xX*]+)?(\.[0-9|xX*]+)?(-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?/y;
const RANGE = new RegExp(`(${PATTERN.source})\\s+-\\s+(${PATTERN.source})`, 'g');

/** Null for "improper constraint". */
export function parseConstraint(text: string): Constraint | null {
  if (text.length > LONGEST) return null;
  const rewritten = text.includes(' - ') || text.includes('\t') ? rewriteRanges(text) : text;
  const result: Comparison[][] = [];
  for (const part of rewritten.split('||')) {
    const all = parseAll(part);
    if (all === null) return null;
    result.push(all);
  }
  return result;
}

const rewriteRanges = (text: string): string =>
  text.replace(RANGE, (...found) => `>= ${String(found[1])}, <= ${String(found[7])} `);

function parseAll(text: string): Comparison[] | null {
  const result: Comparison[] = [];
  let at = spaces(text, 0);
  for (;;) {
    const operator = OPERATORS.find((sign) => text.startsWith(sign, at)) ?? '';
    at = spaces(text, at + operator.length);
    PATTERN.lastIndex = at;
    const found = PATTERN.exec(text);
    const comparison = found === null ? null : toComparison(operator, found);
    if (found === null || comparison === null) return null;
    result.push(comparison);
    at += found[0].length;
    const next = spaces(text, at);
    if (next === text.length) return result;
    if (text[next] === ',') at = spaces(text, next + 1);
    else if (next > at) at = next;
    else return null;
  }
}

function spaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\f\r'.includes(text[at] ?? '')) at += 1;
  return at;
}

const isOpen = (part: string | undefined): boolean =>
  part === undefined || part === 'x' || part === 'X' || part === '*';

function toComparison(operator: Operator, found: RegExpExecArray): Comparison | null {
  const [, major, minor, patch, pre = ''] = found;
  const majorOpen = isOpen(major);
  const minorOpen = !majorOpen && isOpen(minor?.slice(1));
  const patchOpen = !majorOpen && !minorOpen && isOpen(patch?.slice(1));
  const numbers = majorOpen
    ? '0.0.0'
    : minorOpen
      ? `${major}.0.0`
      : `${major}${minor}${patchOpen ? '.0' : (patch ?? '')}`;
  const version = parseVersion(numbers + pre);
  if (version === null) return null;
  return { operator, version, minorOpen, patchOpen, open: majorOpen || minorOpen || patchOpen };
}

export const satisfies = (constraint: Constraint, version: Version): boolean =>
  constraint.some((all) => all.every((comparison) => holds(comparison, version)));

/** False also if either of them cannot be read. */
export function isCompatible(constraint: string, version: string): boolean {
  const parsed = parseVersion(version);
  const wanted = parseConstraint(constraint);
  return parsed !== null && wanted !== null && satisfies(wanted, parsed);
}

function holds(comparison: Comparison, version: Version): boolean {
  const { operator, version: wanted } = comparison;
  if (operator === '!=' && !comparison.open) return compareVersions(version, wanted) !== 0;
  if (version.pre !== '' && wanted.pre === '') return false;
  switch (operator) {
    case '!=':
      return differs(comparison, version);
    case '':
    case '=':
      return comparison.open ? tilde(comparison, version) : compareVersions(version, wanted) === 0;
    case '>':
      return above(comparison, version);
    case '<':
      return compareVersions(version, wanted) < 0;
    case '>=':
    case '=>':
      return compareVersions(version, wanted) >= 0;
    case '<=':
    case '=<':
      return atMost(comparison, version);
    case '~':
    case '~>':
      return tilde(comparison, version);
    case '^':
      return caret(comparison, version);
  }
}

function differs({ version: wanted, minorOpen, patchOpen }: Comparison, version: Version): boolean {
  if (version.major !== wanted.major) return true;
  if (minorOpen) return false;
  if (version.minor !== wanted.minor) return true;
  if (patchOpen) {
    if (version.pre === '' && wanted.pre === '') return false;
    return comparePre(version.pre.split('.'), wanted.pre.split('.')) !== 0;
  }
  return version.patch !== wanted.patch || compareVersions(version, wanted) !== 0;
}

function above({ version: wanted, open, minorOpen, patchOpen }: Comparison, version: Version): boolean {
  if (open && version.major !== wanted.major) return version.major > wanted.major;
  if (open && minorOpen) return false;
  if (open && patchOpen) return version.minor > wanted.minor;
  return compareVersions(version, wanted) > 0;
}

function atMost({ version: wanted, open, minorOpen }: Comparison, version: Version): boolean {
  if (!open) return compareVersions(version, wanted) <= 0;
  if (version.major !== wanted.major) return version.major < wanted.major;
  return minorOpen || version.minor <= wanted.minor;
}

function tilde({ version: wanted, minorOpen, patchOpen }: Comparison, version: Version): boolean {
  if (compareVersions(version, wanted) < 0) return false;
  const zero = wanted.major === 0n && wanted.minor === 0n && wanted.patch === 0n;
  if (zero && !minorOpen && !patchOpen) return true;
  return version.major === wanted.major && (minorOpen || version.minor === wanted.minor);
}

function caret({ version: wanted, minorOpen, patchOpen }: Comparison, version: Version): boolean {
  if (compareVersions(version, wanted) < 0) return false;
  if (wanted.major > 0n || minorOpen) return version.major === wanted.major;
  if (version.major > 0n) return false;
  if (wanted.minor > 0n || patchOpen) return version.minor === wanted.minor;
  return version.minor === 0n && version.patch === wanted.patch;
}
