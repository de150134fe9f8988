/** Semantic versions and constraints as the Masterminds library reads them; no template functions here. */

export interface Version {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly pre: string;
  readonly metadata: string;
  readonly original: string;
}

const SUFFIX = '(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?';
const VERSION = new RegExp(`^v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?${SUFFIX}$`);
const PATTERN = new RegExp(`v?([0-9|xX*]+)(?:\\.([0-9|xX*]+))?(?:\\.([0-9|xX*]+))?${SUFFIX}`, 'y');
const LONGEST = 256;
const MAX_UINT = 2n ** 64n - 1n;

/** The version, or what is wrong with it. */
export function parseVersion(text: string): Version | string {
  const match = text.length > LONGEST ? null : VERSION.exec(text);
  if (match === null) return 'Invalid Semantic Version';
  const [, major = '', minor = '0', patch = '0', pre = '', metadata = ''] = match;
  if (pre.split('.').some((part) => /^0\d+$/.test(part))) return 'Version segment starts with 0';
  const numbers = [BigInt(major), BigInt(minor), BigInt(patch)] as const;
  if (numbers.some((number) => number > MAX_UINT)) return 'Error parsing version segment: value out of range';
  return { major: numbers[0], minor: numbers[1], patch: numbers[2], pre, metadata, original: text };
}

export const versionText = (version: Version): string =>
  `${version.major}.${version.minor}.${version.patch}${version.pre === '' ? '' : `-${version.pre}`}${
    version.metadata === '' ? '' : `+${version.metadata}`
  }`;

const sign = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  const left = /^\d+$/.test(a);
  const right = /^\d+$/.test(b);
  if (left && right) return sign(BigInt(a), BigInt(b));
  if (left !== right) return left ? -1 : 1;
  return a < b ? -1 : 1;
}

function comparePre(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  const left = a.split('.');
  const right = b.split('.');
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = comparePart(left[index], right[index]);
    if (order !== 0) return order;
  }
  return 0;
}

export function compareVersions(a: Version, b: Version): number {
  return sign(a.major, b.major) || sign(a.minor, b.minor) || sign(a.patch, b.patch) || comparePre(a.pre, b.pre);
}

interface Constraint {
  readonly operator: string;
  readonly version: Version;
  /** Parts left out or written as x. */
  readonly dirty: boolean;
  readonly minorDirty: boolean;
  readonly patchDirty: boolean;
}

export type Constraints = readonly (readonly Constraint[])[];

const OPERATORS = ['!=', '>=', '=>', '<=', '=<', '~>', '=', '>', '<', '~', '^'];
const isX = (part: string | undefined): boolean => part === undefined || part === 'x' || part === 'X' || part === '*';
const isBlank = (char: string | undefined): boolean => char !== undefined && ' \t\n\f\r'.includes(char);

/** The constraint, or null when it is improper. */
export function parseConstraints(text: string): Constraints | null {
  if (text.length > 4 * LONGEST) return null;
  const alternatives: Constraint[][] = [];
  for (const part of rewriteRanges(text).split('||')) {
    const all = parseAll(part);
    if (all === null) return null;
    alternatives.push(all);
  }
  return alternatives;
}

/** `1.2 - 1.4` is `>= 1.2, <= 1.4 `. */
function rewriteRanges(text: string): string {
  let result = text;
  for (let at = 0; at < result.length; at++) {
    const first = patternAt(result, at);
    if (first === null) continue;
    const gap = /^\s+-\s+/.exec(result.slice(first.to));
    const second = gap === null ? null : patternAt(result, first.to + gap[0].length);
    if (second === null) {
      at = first.to - 1;
      continue;
    }
    const head = result.slice(0, at).trimEnd();
    const range = `>= ${result.slice(at, first.to)}, <= ${result.slice(second.to - second.text.length, second.to)} `;
    result = head + range + result.slice(second.to).trimStart();
    at = head.length + range.length - 1;
  }
  return result;
}

function patternAt(text: string, at: number): { text: string; to: number; match: RegExpExecArray } | null {
  PATTERN.lastIndex = at;
  const match = PATTERN.exec(text);
  return match === null ? null : { text: match[0], to: at + match[0].length, match };
}

function parseAll(text: string): Constraint[] | null {
  const result: Constraint[] = [];
  let at = 0;
  const blanks = (): number => {
    const start = at;
    while (isBlank(text[at])) at++;
    return at - start;
  };
  blanks();
  for (;;) {
    const operator = OPERATORS.find((candidate) => text.startsWith(candidate, at)) ?? '';
    at += operator.length;
    blanks();
    const pattern = patternAt(text, at);
    if (pattern === null) return null;
    const constraint = makeConstraint(operator, pattern.match);
    if (constraint === null) return null;
    result.push(constraint);
    at = pattern.to;
    let separated = blanks() > 0;
    if (at === text.length) return result;
    if (text[at] === ',') {
      at++;
      blanks();
      separated = true;
    }
    if (!separated) return null;
  }
}

function makeConstraint(operator: string, match: RegExpExecArray): Constraint | null {
  const [, major, minor, patch, pre] = match;
  const suffix = pre === undefined ? '' : `-${pre}`;
  const majorX = isX(major);
  const minorDirty = !majorX && isX(minor);
  const patchDirty = !majorX && !minorDirty && isX(patch);
  const dirty = majorX || minorDirty || patchDirty;
  const text = majorX
    ? `0.0.0${suffix}`
    : minorDirty
      ? `${major}.0.0${suffix}`
      : patchDirty
        ? `${major}.${minor}.0${suffix}`
        : match[0];
  const version = parseVersion(text);
  return typeof version === 'string' ? null : { operator, version, dirty, minorDirty, patchDirty };
}

export const satisfies = (version: Version, constraints: Constraints): boolean =>
  constraints.some((all) => all.every((constraint) => check(version, constraint)));

function check(v: Version, c: Constraint): boolean {
  if (c.operator === '!=') return notEqual(v, c);
  if (v.pre !== '' && c.version.pre === '') return false;
  const order = compareVersions(v, c.version);
  switch (c.operator) {
    case '':
    case '=':
      return c.dirty ? tilde(v, c) : order === 0;
    case '>':
      return greater(v, c, order);
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      return lessOrEqual(v, c, order);
    case '~':
    case '~>':
      return tilde(v, c);
    default:
      return caret(v, c, order);
  }
}

function notEqual(v: Version, c: Constraint): boolean {
  if (!c.dirty) return compareVersions(v, c.version) !== 0;
  if (v.pre !== '' && c.version.pre === '') return false;
  if (v.major !== c.version.major) return true;
  if (v.minor !== c.version.minor && !c.minorDirty) return true;
  if (c.minorDirty) return false;
  if (v.patch !== c.version.patch && !c.patchDirty) return true;
  if (c.patchDirty) return (v.pre !== '' || c.version.pre !== '') && comparePre(v.pre, c.version.pre) !== 0;
  return compareVersions(v, c.version) !== 0;
}

function greater(v: Version, c: Constraint, order: number): boolean {
  if (!c.dirty) return order > 0;
  if (v.major !== c.version.major) return v.major > c.version.major;
  if (c.minorDirty) return false;
  return c.patchDirty ? v.minor > c.version.minor : order > 0;
}

function lessOrEqual(v: Version, c: Constraint, order: number): boolean {
  if (!c.dirty) return order <= 0;
  if (v.major > c.version.major) return false;
  return !(v.major === c.version.major && v.minor > c.version.minor && !c.minorDirty);
}

function tilde(v: Version, c: Constraint): boolean {
  if (compareVersions(v, c.version) < 0) return false;
  const { major, minor, patch } = c.version;
  if (major === 0n && minor === 0n && patch === 0n && !c.minorDirty && !c.patchDirty) return true;
  return v.major === major && (v.minor === minor || c.minorDirty);
}

function caret(v: Version, c: Constraint, order: number): boolean {
  if (order < 0) return false;
  const { major, minor, patch } = c.version;
  if (major > 0n || c.minorDirty) return v.major === major;
  if (v.major > 0n) return false;
  if (minor > 0n || c.patchDirty) return v.minor === minor;
  return v.minor === 0n && v.patch === patch;
}
