/** Reads the test of an `if` in Jinja, Ansible's `when`, Go templates, Terraform, Salt or PowerShell as far as it is about Docker. */
import { allOf, anyOf, type Branches, branchesOf, inverted, NOTHING } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import type { View } from '../../text/view.ts';
import { type Comparison, comparisonOf, listedVersions, mirrored, versionBranches } from './versions.ts';
import { filledBranches, isDocker, namesRuntime, switchBranches, valueBranches } from './words.ts';

const LONGEST = 1000;

/** The part [start, end) of the view as a test; nothing where it is not understood. */
export function readExpression(view: View, start: number, end: number): Branches {
  return readTest(view.text.slice(start, end), { text: view.text.slice(start, end), view, start, end });
}

/** A test that is not written like that: `text` is what it says, and `at` where. */
export function readTest(test: string, at: Token): Branches {
  const text = test.slice(0, LONGEST);
  const reader: Reader = { tokens: tokensOf(text), next: 0, at, depth: 0 };
  return booleanOf(either(reader), at);
}

interface Reader {
  readonly tokens: readonly Piece[];
  next: number;
  /** The whole test: what a condition points at. */
  readonly at: Token;
  depth: number;
}

interface Piece {
  readonly kind: 'name' | 'literal' | 'sign';
  readonly text: string;
}

/** A variable, a literal, or a test in parentheses. */
interface Operand {
  readonly name: string | undefined;
  readonly values: readonly string[];
  readonly branches: Branches | undefined;
  /** The version that this one is compared with, where the comparison is a number: below 0 for an older one. */
  readonly than?: string;
}

const UNKNOWN: Operand = { name: undefined, values: [], branches: NOTHING };
const DEEPEST = 20;

const PIECE =
  /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`|(v?\d[\w.+-]*)|([$.@]?(?:(?:global|script|local|env):|(?:[A-Z]\w{0,40}::){1,4})?[A-Za-z_][\w.$-]*(?:\[[^\]\n]{0,40}\](?:\.[\w.]*)?)*)|(==|!=|<=|>=|=~|&&|\|\||[<>!()[\],|=])|(-[ic]?(?:eq|ne|lt|le|gt|ge|match|like|in|and|or|not)\b)/y;

/** The operators of PowerShell, `-ieq` and `-ceq` read as `-eq`. */
const POWERSHELL: ReadonlyMap<string, string> = new Map([
  ['-eq', '=='],
  ['-ne', '!='],
  ['-lt', '<'],
  ['-le', '<='],
  ['-gt', '>'],
  ['-ge', '>='],
  ['-match', '=~'],
  ['-like', '=~'],
  ['-in', 'in'],
  ['-and', 'and'],
  ['-or', 'or'],
  ['-not', 'not'],
]);

function tokensOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(text);
    if (!match) {
      at += 1;
      continue;
    }
    at = PIECE.lastIndex;
    const literal = match[1] ?? match[2] ?? match[3] ?? match[4];
    if (literal !== undefined) pieces.push({ kind: 'literal', text: literal });
    else if (match[5] !== undefined) pieces.push({ kind: 'name', text: match[5] });
    else if (match[6] !== undefined) pieces.push({ kind: 'sign', text: match[6] });
    else if (match[7] !== undefined)
      pieces.push({ kind: 'sign', text: POWERSHELL.get(match[7].replace(/^-[ic](?!n$)/i, '-').toLowerCase()) ?? '' });
  }
  return pieces;
}

function peek({ tokens, next }: Reader, ahead = 0): string {
  const piece = tokens[next + ahead];
  return piece && piece.kind !== 'literal' ? piece.text : '';
}

function taken(reader: Reader, ...words: readonly string[]): boolean {
  if (!words.includes(peek(reader))) return false;
  reader.next += 1;
  return true;
}

function either(reader: Reader): Operand {
  const first = both(reader);
  const parts = [first];
  while (taken(reader, 'or', '||')) parts.push(both(reader));
  return parts.length === 1 ? first : boolean(anyOf(parts.map((part) => booleanOf(part, reader.at))));
}

function both(reader: Reader): Operand {
  const first = negated(reader);
  const parts = [first];
  while (taken(reader, 'and', '&&')) parts.push(negated(reader));
  return parts.length === 1 ? first : boolean(allOf(parts.map((part) => booleanOf(part, reader.at))));
}

function negated(reader: Reader): Operand {
  if (!taken(reader, 'not', '!')) return compared(reader);
  return boolean(inverted(booleanOf(negated(reader), reader.at)));
}

function compared(reader: Reader): Operand {
  const left = filtered(reader);
  if (taken(reader, 'is')) return tested(reader, left);
  if (peek(reader) === 'not' && peek(reader, 1) === 'in') {
    reader.next += 2;
    return boolean(inverted(contained(left, filtered(reader), reader.at)));
  }
  if (taken(reader, 'in')) return boolean(contained(left, filtered(reader), reader.at));
  const sign = /^(?:==|!=|<=?|>=?|=~?)$/.exec(peek(reader))?.[0];
  if (!sign) return left;
  reader.next += 1;
  const right = filtered(reader);
  if (left.than !== undefined) return boolean(orderOf(left, sign, right, reader.at));
  if (sign === '=~') return boolean(searched(left, right.values[0] ?? '', reader.at));
  const comparison = comparisonOf(sign);
  return comparison ? boolean(comparedWith(left, comparison, right, reader.at)) : UNKNOWN;
}

/** `ansible.builtin.version` is `version`. */
function plainName(name: string): string {
  return name.replace(/^ansible\.builtin\./, '');
}

/**
 * `x | bool`, `x | version_compare('1.24', '<')`, and Go's `.x | eq "docker" | not`: filters that change no meaning are passed over.
 */
function filtered(reader: Reader): Operand {
  let operand = primary(reader);
  while (taken(reader, '|')) {
    const name = plainName(peek(reader));
    reader.next += 1;
    const piped = comparisonOf(name);
    if (piped && peek(reader) !== '(') {
      operand = boolean(comparedWith(operand, piped, primary(reader), reader.at));
      continue;
    }
    if (name === 'not') {
      operand = boolean(inverted(booleanOf(operand, reader.at)));
      continue;
    }
    const given = argumentsOf(reader);
    if (/^version(_compare)?$/.test(name)) operand = boolean(versionTest(operand, given, reader.at));
    else if (/search|match/.test(name)) operand = boolean(searched(operand, given[0]?.values[0] ?? '', reader.at));
    else if (/length|count/.test(name)) operand = { ...operand, values: [] };
  }
  return operand;
}

/** `x is version('1.24', '<')`, `x is not defined`, `check is succeeded`. */
function tested(reader: Reader, left: Operand): Operand {
  const negative = taken(reader, 'not');
  const name = plainName(peek(reader));
  reader.next += 1;
  if (name === 'in') {
    const branches = contained(left, filtered(reader), reader.at);
    return boolean(negative ? inverted(branches) : branches);
  }
  const given = argumentsOf(reader);
  const branches = testOf(name, left, given, reader.at);
  return boolean(negative ? inverted(branches) : branches);
}

function testOf(name: string, left: Operand, given: readonly Operand[], at: Token): Branches {
  if (/^version(_compare)?$/.test(name)) return versionTest(left, given, at);
  if (/^(search|match|regex|sameas|equalto|eq)$/.test(name)) return searched(left, given[0]?.values[0] ?? '', at);
  if (left.name === undefined) return NOTHING;
  if (name === 'defined' && GATHERED.test(left.name)) return branchesOf({ kind: 'presence', holds: true, at });
  if (/^(succeeded|success|truthy)$/.test(name)) return asked(left.name, at);
  if (/^(failed|falsy|skipped)$/.test(name)) return inverted(asked(left.name, at));
  // A variable that is defined may hold anything about docker; only one that holds an answer tells that it is there.
  return name === 'defined' && /check|exist|found|installed|present|result|running|stat/i.test(left.name)
    ? asked(left.name, at)
    : NOTHING;
}

/** A variable that holds what asking for docker gave: `docker_check`, `docker_installed`. */
function asked(name: string, at: Token): Branches {
  return /docker/i.test(name) && !/cri_?docker|registry|hub|image|repo|user|mirror/i.test(name)
    ? branchesOf({ kind: 'presence', holds: true, at })
    : NOTHING;
}

function versionTest(left: Operand, given: readonly Operand[], at: Token): Branches {
  const comparison = comparisonOf(given[1]?.values[0] ?? '==');
  const bound = given[0]?.values[0];
  return left.name && comparison && bound ? versionBranches(left.name, comparison, bound, at) : NOTHING;
}

function primary(reader: Reader): Operand {
  const piece = reader.tokens[reader.next];
  if (!piece || reader.depth > DEEPEST) return UNKNOWN;
  if (piece.kind === 'literal') {
    reader.next += 1;
    return { name: undefined, values: [piece.text], branches: undefined };
  }
  if (piece.text === '(' || piece.text === '[') return grouped(reader, piece.text === '(' ? ')' : ']');
  if (piece.kind === 'sign') {
    reader.next += 1;
    return UNKNOWN;
  }
  reader.next += 1;
  if (isCalled(piece.text, reader)) return call(piece.text, reader);
  // In Go templates the parenthesis after a field is the next argument.
  const given = peek(reader) === '(' && !/^[.$]/.test(piece.text) ? argumentsOf(reader) : [];
  if (
    /^(?:lower|upper|int|tostring|toString|trim|var\.\w+|atoi|replace|tonumber|parseint)$/.test(piece.text) &&
    given[0]
  )
    return given[0];
  if (VERSION_OF.test(piece.text) && given[0]) return asVersion(given[0]);
  const whole = PART.test(piece.text) ? given.find(({ name }) => name !== undefined) : undefined;
  if (whole) {
    while (peek(reader) === '[') grouped(reader, ']');
    return partOf(whole, piece.text);
  }
  if (/\.(?:startswith|find|contains)$|^(?:contains|strcontains|startswith)$/.test(piece.text)) {
    const subject = { ...UNKNOWN, name: given.find((one) => one.name)?.name ?? piece.text };
    const versions = listedVersions(subject.name, given[0]?.values ?? [], reader.at);
    if (versions !== NOTHING) return boolean(versions);
    return boolean(searched(subject, given.find((one) => one.values[0])?.values[0] ?? '', reader.at));
  }
  while (peek(reader) === '[') grouped(reader, ']');
  const name = keyAsked(piece.text, given) ?? piece.text;
  return comparisonOfVersions(piece.text, given) ?? { name, values: [], branches: undefined };
}

/** `pillar.get('container_runtime')`, `salt['grains.get']("engine")`: the key that is looked up, where Docker is not what it is otherwise. */
function keyAsked(called: string, [key, otherwise]: readonly Operand[]): string | undefined {
  if (!/(?:^|\.)get(?:["']\])?$/.test(called) || key?.name !== undefined) return undefined;
  return isDocker(otherwise?.values[0] ?? '') ? undefined : key?.values[0];
}

/** `Gem::Version.new(KUBE)`, `version.parse(kube)`, `LooseVersion(kube)` */
const VERSION_OF =
  /(?:^|[.:])(?:Version\.(?:new|create)|version\.(?:parse|Version)|(?:Loose|Strict)Version|parse_version)$/;

/** What is compared as a version is one, whatever it is called. */
function asVersion(operand: Operand): Operand {
  return operand.name === undefined ? operand : { ...operand, name: `${operand.name}_version` };
}

/** Terraform's functions for a part of a text: `tonumber(split(".", var.kubernetes_version)[1])`. */
const PART = /^(?:split|element|trimprefix|trimsuffix|trimspace|substr|regex)$/;

/** A number of two digits out of a version is the minor one. */
function partOf(whole: Operand, called: string): Operand {
  const isCut = /^(?:split|element|regex)$/.test(called) && /version$/i.test(whole.name ?? '');
  return isCut ? { ...whole, name: `${whole.name}_minor` } : whole;
}

/** `salt['pkg.version_cmp'](kube_version, 'v1.24.0')`: below 0 where the first is older. */
function comparisonOfVersions(called: string, given: readonly Operand[]): Operand | undefined {
  if (!/(?:version_?(?:cmp|compare)|vercmp)(?:["']\])?$/i.test(called)) return undefined;
  const [first, second] = given;
  const than = second?.values[0];
  return first?.name !== undefined && than !== undefined ? { ...first, than } : undefined;
}

function orderOf({ name, than }: Operand, sign: string, right: Operand, at: Token): Branches {
  const comparison = comparisonOf(sign);
  if (name === undefined || than === undefined || comparison === undefined) return NOTHING;
  return right.values[0] === '0' ? versionBranches(name, comparison, than, at) : NOTHING;
}

function grouped(reader: Reader, close: string): Operand {
  reader.next += 1;
  reader.depth += 1;
  const parts: Operand[] = [];
  while (reader.next < reader.tokens.length && peek(reader) !== close) {
    const before = reader.next;
    parts.push(either(reader));
    taken(reader, ',');
    if (reader.next === before) reader.next += 1;
  }
  reader.next += 1;
  reader.depth -= 1;
  const [only] = parts;
  return only && parts.length === 1
    ? only
    : { name: undefined, values: parts.flatMap((part) => part.values), branches: undefined };
}

function argumentsOf(reader: Reader): Operand[] {
  if (peek(reader) !== '(') return [];
  reader.next += 1;
  reader.depth += 1;
  const given: Operand[] = [];
  while (reader.next < reader.tokens.length && peek(reader) !== ')') {
    const before = reader.next;
    given.push(either(reader));
    taken(reader, ',');
    if (reader.next === before) reader.next += 1;
  }
  reader.next += 1;
  reader.depth -= 1;
  return given;
}

const CALLED =
  /^(?:eq|ne|lt|le|gt|ge|and|or|semverCompare|contains|hasPrefix|regexMatch|has|int|default|hasKey|empty)$/;

/** Go templates write the function in front: `eq .Values.runtime "docker"`. */
function isCalled(name: string, reader: Reader): boolean {
  const next = reader.tokens[reader.next];
  if (!CALLED.test(name) || !next) return false;
  return next.kind !== 'sign' || (next.text === '(' && !/^(?:contains|int|default|has)$/.test(name));
}

function call(name: string, reader: Reader): Operand {
  const given: Operand[] = [];
  while (reader.next < reader.tokens.length && !/^(?:\)|\]|\||,|and|or|&&|\|\||==|!=)$/.test(peek(reader))) {
    const before = reader.next;
    given.push(primary(reader));
    if (reader.next === before) reader.next += 1;
  }
  const [first = UNKNOWN, second = UNKNOWN] = given;
  switch (name) {
    case 'and':
      return boolean(allOf(given.map((one) => booleanOf(one, reader.at))));
    case 'or':
      return boolean(anyOf(given.map((one) => booleanOf(one, reader.at))));
    case 'int':
    case 'default':
      return given.find((one) => one.name) ?? first;
    case 'semverCompare':
      return boolean(semver(first.values[0] ?? '', second.name ?? 'version', reader.at));
    case 'contains':
    case 'hasPrefix':
    case 'regexMatch':
    case 'has':
      return boolean(searched(second, first.values[0] ?? '', reader.at));
    default: {
      const comparison = comparisonOf(name);
      return comparison ? boolean(comparedWith(first, comparison, second, reader.at)) : UNKNOWN;
    }
  }
}

/** `semverCompare "<1.24-0" .Capabilities.KubeVersion.Version`; parts joined by commas or spaces all have to hold. */
function semver(text: string, name: string, at: Token): Branches {
  const parts = [...text.matchAll(/(?:(<=?|>=?|!=|=)\s*)?v?(1\.\d+(?:\.\d+)?)/g)].map((match) => {
    const comparison = comparisonOf(match[1] ?? '==');
    return comparison ? versionBranches(name, comparison, match[2] ?? '', at) : NOTHING;
  });
  return text.includes('||') ? anyOf(parts) : allOf(parts);
}

function comparedWith(left: Operand, comparison: Comparison, right: Operand, at: Token): Branches {
  if (left.name === undefined && right.name !== undefined) return comparedWith(right, mirrored(comparison), left, at);
  const value = right.values[0];
  if (left.name === undefined) return NOTHING;
  const version = value === undefined ? NOTHING : versionBranches(left.name, comparison, value, at);
  if (version !== NOTHING || (comparison !== '==' && comparison !== '!=')) return version;
  const equal = equals(left.name, value ?? right.name ?? '', at);
  return comparison === '!=' ? inverted(equal) : equal;
}

/** What Ansible found on the machine: `ansible_facts.services.docker.state`, `ansible_facts.packages['docker-ce']`. */
const GATHERED = /(?:services|packages)(?:\.|\[["']?)docker(?![\w-]*(?:hub|compose|registry))/i;

/** What `systemctl is-active`, `is-enabled` and tests of a program print. */
const PRINTED = /\.(?:stdout|state|status|ActiveState)$/;
const THERE = /^(?:active|running|enabled|installed|present|loaded)$/;
const GONE = /^(?:inactive|stopped|disabled|absent|unknown|failed|not-found|not running|not installed)$/;

function equals(name: string, value: string, at: Token): Branches {
  if (PRINTED.test(name) && THERE.test(value)) return asked(name, at);
  if (PRINTED.test(name) && GONE.test(value)) return inverted(asked(name, at));
  if (/\.rc$|_rc$|\.exit_code$|status$/i.test(name)) return value === '0' ? asked(name, at) : NOTHING;
  if (value === '' && GATHERED.test(name)) return inverted(branchesOf({ kind: 'presence', holds: true, at }));
  if (value === '' || value === 'None' || value === 'null') return inverted(filledBranches(name, at));
  if (/^(true|1|yes|on|enabled)$/i.test(value)) return truth(name, at);
  if (/^(false|0|no|off|disabled)$/i.test(value)) return inverted(truth(name, at));
  return namesRuntime(name) || isChoiceOfChart(name, value) ? valueBranches(value, at, name) : NOTHING;
}

/** `eq .Values.environment.name "docker"`: whatever the value is called, in a chart it chooses between kinds of nodes. */
function isChoiceOfChart(name: string, value: string): boolean {
  return value === 'docker' && /^\$?\.Values\./.test(name);
}

/** `container_manager in ['docker']`, `'docker' in ansible_facts.packages`. */
function contained(left: Operand, right: Operand, at: Token): Branches {
  const [value] = left.values;
  if (left.name !== undefined && namesRuntime(left.name) && right.values.length > 0) {
    const { name } = left;
    const all = right.values.map((one) => valueBranches(one, at, name));
    return all.every((one) => one !== NOTHING && one.whenTrue[0]?.holds === all[0]?.whenTrue[0]?.holds)
      ? (all[0] ?? NOTHING)
      : NOTHING;
  }
  if (left.name !== undefined && right.values.length > 0) return listedVersions(left.name, right.values, at);
  if (value === undefined || right.name === undefined) return NOTHING;
  if (/packages|services/i.test(right.name) && /^docker(?:[.-]|$)/.test(value))
    return branchesOf({ kind: 'presence', holds: true, at });
  if (PRINTED.test(right.name) && THERE.test(value)) return asked(right.name, at);
  return namesRuntime(right.name) ? valueBranches(value, at, right.name) : asked(isDocker(value) ? right.name : '', at);
}

function searched(subject: Operand, pattern: string, at: Token): Branches {
  return subject.name !== undefined && namesRuntime(subject.name) ? valueBranches(pattern, at, subject.name) : NOTHING;
}

function booleanOf(operand: Operand, at: Token): Branches {
  if (operand.branches) return operand.branches;
  return operand.name === undefined ? NOTHING : truth(operand.name, at);
}

/** A variable by itself: `use_docker`, `docker_check.stat.exists`, `.IsDocker`. */
function truth(name: string, at: Token): Branches {
  if (/\.(?:stat\.exists|succeeded|found|exists)$/.test(name)) return asked(name, at);
  return switchBranches(name.replace(/^[.$]+/, ''), at);
}

function boolean(branches: Branches): Operand {
  return { name: undefined, values: [], branches };
}
