/** The tests of `[ … ]`, `[[ … ]]` and `(( … ))` about the runtime, its files, and versions. */
import { SHOWS_DOCKER, SHOWS_OTHER_RUNTIME } from '../../data/paths.ts';
import { allOf, anyOf, type Branches, branchesOf, type Condition, inverted, NOTHING } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { readExpression } from '../conditions/expression.ts';
import {
  comparisonOf,
  matchedMinors,
  minorConditions,
  mirrored,
  otherMinors,
  versionBranches,
} from '../conditions/versions.ts';
import { filledBranches, isOtherClient, namesRuntime, switchBranches, valueBranches } from '../conditions/words.ts';
import type { ShellList, ShellTest, ShellWord } from './ast.ts';
import { calculatedByBc } from './calculated.ts';
import type { Assigned } from './engine.ts';
import { type Known, sourceOf, variableIn, wordToken, writtenText } from './known.ts';
import { patternOf, sortedVersions } from './versions.ts';

type ReadList = (list: ShellList, known: Known) => Branches;

export function conditionOfTest(test: ShellTest, known: Known, readList: ReadList): Branches {
  switch (test.kind) {
    case 'not':
      return inverted(conditionOfTest(test.operand, known, readList));
    case 'all':
      return allOf(test.operands.map((operand) => conditionOfTest(operand, known, readList)));
    case 'any':
      return anyOf(test.operands.map((operand) => conditionOfTest(operand, known, readList)));
    case 'unary':
      return unaryTest(test.operator, test.operand, known, readList);
    case 'binary':
      return binaryTest(test.operator, test.left, test.right, known, readList);
  }
}

/** `[ … ]` with its words; `-a` and `-o` join tests. */
export function conditionOfBrackets(words: readonly ShellWord[], known: Known, readList: ReadList): Branches {
  const text = (i: number) => writtenText(words[i], known);
  for (const joint of ['-o', '-a']) {
    const at = words.findIndex((_, i) => i > 0 && text(i) === joint);
    if (at <= 0) continue;
    const sides = [words.slice(0, at), words.slice(at + 1)].map((side) => conditionOfBrackets(side, known, readList));
    return joint === '-o' ? anyOf(sides) : allOf(sides);
  }
  if (text(0) === '!') return inverted(conditionOfBrackets(words.slice(1), known, readList));
  const [first, second, third] = words;
  if (first && second && third) return binaryTest(text(1), first, third, known, readList);
  if (first && second) return unaryTest(text(0), second, known, readList);
  return first ? unaryTest('-n', first, known, readList) : NOTHING;
}

/** `(( minor < 24 ))`, `(( $(echo "$minor < 24" | bc) ))`. */
export function conditionOfArithmetic(start: number, end: number, known: Known): Branches {
  const at = wordToken({ start, end }, known);
  const calculated = calculatedByBc(at.text, at);
  if (calculated !== NOTHING) return calculated;
  return readExpression(known.view, start + 2, Math.max(start + 2, end - 2));
}

function unaryTest(operator: string, operand: ShellWord, known: Known, readList: ReadList): Branches {
  const at = wordToken(operand, known);
  const script = operand.parts.find((part) => part.kind === 'script');
  // `[ -x "$(which docker)" ]` is true where it prints a path.
  if (/^-[efxSrsdhLw]$/.test(operator) && script?.kind === 'script') return readList(script.body, known);
  if (/^-[efxSrsdhLw]$/.test(operator)) {
    const paths = possibleTexts(operand, known).map((text) => normaliseNodePath(text) ?? text);
    if (paths.some((path) => SHOWS_DOCKER.test(path))) return branchesOf({ kind: 'presence', holds: true, at });
    const isOther = paths.some((path) => SHOWS_OTHER_RUNTIME.test(path));
    return isOther ? branchesOf({ kind: 'runtime', holds: false, at }) : NOTHING;
  }
  if (operator !== '-n' && operator !== '-z') return NOTHING;
  const name = variableIn(operand);
  const condition =
    script?.kind === 'script'
      ? readList(script.body, known)
      : name === undefined
        ? NOTHING
        : settled(name, (text) => text !== '', filledBranches(name, at), known);
  return operator === '-n' ? condition : inverted(condition);
}

function binaryTest(operator: string, left: ShellWord, right: ShellWord, known: Known, readList: ReadList): Branches {
  const at = spannedToken(left, right, known);
  const asked = answered(operator, left, writtenText(right, known), known, readList);
  if (asked !== NOTHING) return asked;
  const calculated = calculatedAnswer(operator, left, writtenText(right, known), at, known);
  if (calculated !== NOTHING) return calculated;
  const sorted = sortedVersions(known.view.text.slice(left.start, right.end), at, known);
  if (sorted !== NOTHING) return operator === '!=' ? inverted(sorted) : sorted;
  if (operator === '=~') return matched(left, right, at, known);
  const comparison = comparisonOf(operator.replace('\\', ''));
  if (!comparison) return NOTHING;
  const swapped = !isVariable(left) && isVariable(right);
  const [subject, value] = swapped ? [right, left] : [left, right];
  const text = withoutPadding(subject, writtenText(value, known));
  const version = versionBranches(
    nameOf(subject, known),
    swapped ? mirrored(comparison) : comparison,
    resolved(value, known),
    at,
  );
  if (version !== NOTHING) return version;
  if (comparison !== '==' && comparison !== '!=') return NOTHING;
  const equal = equality(subject, text, wordToken(value, known), known);
  return comparison === '!=' ? inverted(equal) : equal;
}

/** `[[ "$(pgrep -o dockerd)" -ne 0 ]]`: whether a question has an answer at all. */
function answered(operator: string, left: ShellWord, right: string, known: Known, readList: ReadList): Branches {
  const [script, ...others] = left.parts;
  if (script?.kind !== 'script' || others.length > 0) return NOTHING;
  const isZero = /^0?$/.test(right);
  if (isZero && /^(?:-ne|-gt|!=)$/.test(operator)) return readList(script.body, known);
  return isZero && /^(?:-eq|==?)$/.test(operator) ? inverted(readList(script.body, known)) : NOTHING;
}

/** `[ "$(echo "$minor < 24" | bc)" -eq 1 ]`, `-ne 0` */
function calculatedAnswer(operator: string, left: ShellWord, right: string, at: Token, { view }: Known): Branches {
  const comparison = comparisonOf(operator);
  if (left.parts[0]?.kind !== 'script' || !/^[01]$/.test(right)) return NOTHING;
  if (comparison !== '==' && comparison !== '!=') return NOTHING;
  const told = calculatedByBc(view.text.slice(left.start, left.end), at);
  return (comparison === '==') === (right === '1') ? told : inverted(told);
}

/** `[ "x$RUNTIME" = xdocker ]`: a letter before both sides, for shells of old in which an empty side was no word. */
function withoutPadding({ parts: [first] }: ShellWord, text: string): string {
  return first?.kind === 'text' && /^[xX_.]$/.test(first.value) && text.startsWith(first.value) ? text.slice(1) : text;
}

function equality(subject: ShellWord, text: string, at: Token, known: Known): Branches {
  const name = variableIn(subject);
  const source = sourceOf(subject, known);
  const told =
    namesRuntime(source) || isOtherClient(text)
      ? valueBranches(text, at, name ?? source)
      : switched(name ?? source, text, at);
  return name === undefined ? told : settled(name, (value) => value === text, told, known);
}

function switched(name: string, text: string, at: Token): Branches {
  if (text === '') return inverted(filledBranches(name.replace(/(?<!\W)\W+$/, ''), at));
  if (/^(true|1|yes|on|y)$/i.test(text)) return switchBranches(name, at);
  return /^(false|0|no|off|n)$/i.test(text) ? inverted(switchBranches(name, at)) : NOTHING;
}

/**
 * A variable that the script sets itself has the value where the assignments hold: `command -v docker && found=1`. Where
 * the script always sets it so, the branch is the usual one, and its name keeps nothing away.
 */
function settled(name: string, matches: (value: string) => boolean, told: Branches, known: Known): Branches {
  const fitting = (known.assigned.get(name) ?? []).filter(({ text }) => matches(text));
  if (fitting.length === 0) return told;
  if (fitting.some((one) => isAlwaysSet(one, known))) return { ...told, whenTrue: [] };
  if (fitting.some((one) => one.conditions.length === 0)) return told;
  const [first, ...others] = fitting.map((one) => one.conditions);
  const all = (first ?? []).filter((one) => others.every((list) => list.some((two) => isAlike(one, two))));
  return { whenTrue: [...told.whenTrue, ...all], whenFalse: told.whenFalse };
}

/** Whether the script gives the variable one of the values where nothing can pass over it. */
export function isAlwaysOneOf(name: string, values: readonly string[], known: Known): boolean {
  return (known.assigned.get(name) ?? []).some((one) => values.includes(one.text) && isAlwaysSet(one, known));
}

/** At the top of the script, or of the function that asks. */
function isAlwaysSet({ conditional, conditions, body }: Assigned, known: Known): boolean {
  return conditions.length === 0 && (!conditional || (body !== undefined && body === known.body));
}

function isAlike(a: Condition, b: Condition): boolean {
  return a.kind === b.kind && a.holds === b.holds;
}

/** `[[ "$RUNTIME" =~ docker ]]`, `[[ "$V" =~ ^v?1\.2[0-3] ]]`. */
function matched(left: ShellWord, right: ShellWord, at: Token, known: Known): Branches {
  const name = nameOf(left, known);
  const text = known.view.text.slice(right.start, right.end).replace(/^["']|["']$/g, '');
  const pattern = /\d/.test(text) ? patternOf(text) : undefined;
  if (pattern) {
    const minors = matchedMinors((version) => pattern.test(version), /minor/i.test(name));
    return { whenTrue: minorConditions(minors, at), whenFalse: minorConditions(otherMinors(minors), at) };
  }
  return namesRuntime(name) ? valueBranches(text, at, name) : NOTHING;
}

/** What a word may be: `"$socket"` is each of the sockets of the loop around it. */
function possibleTexts(word: ShellWord, known: Known): readonly string[] {
  const [part, ...others] = word.parts.filter(({ kind }) => kind !== 'text');
  if (part?.kind !== 'variable' || part.operation.kind !== 'none' || others.length > 0)
    return [writtenText(word, known)];
  const values = known.variables.get(part.name).flatMap(({ fields }) => (fields.length === 1 ? fields : []));
  if (values.length === 0) return [writtenText(word, known)];
  return values.map(({ text }) => word.parts.map((one) => (one.kind === 'text' ? one.value : text)).join(''));
}

function isVariable(word: ShellWord): boolean {
  return word.parts.some((part) => part.kind === 'variable' || part.kind === 'script');
}

/** The variable of a word, or its whole text where a script or a template gives it. */
function nameOf(word: ShellWord, known: Known): string {
  return variableIn(word) ?? sourceOf(word, known);
}

/** The text of a literal, or of a variable that is a literal: `[ "$V" -lt "$LIMIT" ]`. */
function resolved(word: ShellWord, known: Known): string {
  const name = variableIn(word);
  const [value, ...others] = name === undefined ? [] : known.variables.get(name);
  const [field] = value?.fields ?? [];
  return field && others.length === 0 && value?.fields.length === 1 ? field.text : writtenText(word, known);
}

function spannedToken(left: ShellWord, right: ShellWord, { view }: Known): Token {
  const start = Math.min(left.start, right.start);
  const end = Math.max(left.end, right.end);
  return { text: view.text.slice(start, end), view, start, end };
}
