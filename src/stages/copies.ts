/**
 * A file that is kept in many versions (`addon/v1.5.0.yaml`, `addon/v1.6.0.yaml`, …) has its findings in each of them.
 * They are one cause: it is told at the newest version, which people edit, and the others are shown with it. Copies that are the
 * same but for their versions (an image for each of a dozen destinations) are one cause too, and so is what several files of examples
 * repeat word for word.
 */
import type { Finding } from '../model/finding.ts';
import { together } from '../model/together.ts';
import { groupBy, partition } from '../text/group.ts';
import { once } from '../text/once.ts';
import { baseName } from '../text/path.ts';
import { lineText, positionAt, type Source } from '../text/source.ts';

/** Two files that differ in a version may be two things; three are a habit. */
const FEWEST = 3;
/** `1.6.0`, `v0.2`, `2.10-rc1` in a path, and a folder that is called by a number. */
const VERSION = /(?<![\d.])v?\d+(?:\.\d+)+(?:\.x)?(?:[-+](?:rc|alpha|beta|build)?[.\d]*\d)?|(?<=\/)[1-9]\d{0,3}(?=\/)/g;
const LONGEST_LINE = 1000;
const EXAMPLES = /(?:^|\/)(?:examples?|samples?|demos?)\//i;

export function tellCopiesOnce(findings: readonly Finding[]): readonly Finding[] {
  const [versioned, others] = partition(findings, ({ span }) => span.source.path.search(VERSION) >= 0);
  const [examples, plain] = partition(others, ({ fix, span }) => !fix && EXAMPLES.test(span.source.path));
  const newest = inGroups(numbered(versioned, withoutVersion(pathOf)));
  const repeated = [...groupBy(examples, repeatedWords).values()];
  return [...plain, ...repeated.flatMap(firstOf), ...inGroups(numbered(newest, withoutVersion(textOf)))];
}

function inGroups(keyed: readonly (readonly [string, Finding])[]): readonly Finding[] {
  return [...groupBy(keyed, ([key]) => key).values()].flatMap((group) => newestOf(group.map(([, finding]) => finding)));
}

/** What is left of a path without the version in it. */
export function pathOf({ path }: Source): string {
  return path.replace(VERSION, '#');
}

const textOf = once(({ path, text }: Source): string => `${baseName(path)}\0${text.replace(VERSION, '#')}`);

/** `node.ign` is compiled from `node.yaml` beside it, or `node.bu`: what both say is told where people write it, and suppress it. */
export function tellWhereWritten<T extends Words>(findings: readonly T[]): readonly T[] {
  const [compiled, written] = partition(findings, ({ span }) => COMPILED.test(span.source.path));
  if (compiled.length === 0) return findings;
  const told = new Set(written.flatMap((one) => (SOURCE.test(one.span.source.path) ? [wordsIn(one, SOURCE)] : [])));
  return [...written, ...compiled.filter((one) => !told.has(wordsIn(one, COMPILED)))];
}

const COMPILED = /\.ign(?:\.json)?$/;
const SOURCE = /\.(?:ya?ml|bu|fcc|clc)$/;

type Words = Pick<Finding, 'rule' | 'message' | 'span'>;

function wordsIn({ rule, message, span }: Words, ending: RegExp): string {
  return [rule, message, span.source.path.replace(ending, '')].join('\0');
}

function repeatedWords({ rule, severity, message, instead, span }: Finding): string {
  return [rule, severity, message, instead, lineOf(span)].join('\0');
}

function lineOf({ source, start }: Finding['span']): string {
  return lineText(source, positionAt(source, start).line).slice(0, LONGEST_LINE).trim();
}

/** The first file of those that repeat it; what one file says twice stays. */
function firstOf(repeated: readonly Finding[]): readonly Finding[] {
  const files = new Set(repeated.map(({ span }) => span.source));
  if (files.size < FEWEST || files.size < repeated.length) return repeated;
  const [first, ...others] = [...repeated].sort((a, b) => (a.span.source.path < b.span.source.path ? -1 : 1));
  return first ? [together(first, others, () => 'the same in another example')] : repeated;
}

/** What is the same in every copy. */
function withoutVersion(fileOf: (source: Source) => string): (finding: Finding) => string {
  return ({ rule, severity, message, span }) => {
    const line = lineOf(span).replace(VERSION, '#');
    return [rule, severity, message.replace(VERSION, '#'), fileOf(span.source), line].join('\0');
  };
}

/** Findings with what others have in common with them, and which of several alike in its file each of them is. */
export function numbered(
  findings: readonly Finding[],
  sharedOf: (finding: Finding) => string,
): readonly (readonly [string, Finding])[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = sharedOf(finding);
    const inFile = `${key}\0${finding.span.source.path}`;
    const count = (seen.get(inFile) ?? 0) + 1;
    seen.set(inFile, count);
    return [`${key}\0${count}`, finding] as const;
  });
}

function newestOf(copies: readonly Finding[]): readonly Finding[] {
  return copies.length < FEWEST ? copies : newestFirst(copies);
}

export function newestFirst(copies: readonly Finding[]): readonly Finding[] {
  // Made here, because it takes longer to make than most runs take to judge.
  const { compare } = new Intl.Collator('en', { numeric: true });
  const [newest, ...older] = [...copies].sort((a, b) => compare(b.span.source.path, a.span.source.path));
  return newest ? [together(newest, older, () => 'the same in another version')] : copies;
}
