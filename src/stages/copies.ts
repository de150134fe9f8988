/**
 * A file that is kept in many versions (`addon/v1.5.0.yaml`, `addon/v1.6.0.yaml`, …) has its findings in each of them.
 * They are one cause: it is told at the newest version, which people edit, and the others are shown with it. A finding
 * with a fix brings those of the others along, because each has to be written. Copies that are the same but for their versions (an image
 * for each of a dozen destinations) are one cause too, and so is what several files of examples repeat word for word.
 */
import type { Finding } from '../model/finding.ts';
import { LIMITS } from '../model/limits.ts';
import { groupBy, partition } from '../text/group.ts';
import { once } from '../text/once.ts';
import { baseName } from '../text/path.ts';
import { lineText, positionAt, type Source } from '../text/source.ts';

/** How the other places of a notice are shown that one file repeats. */
export const AGAIN = 'the same again';

type Copy = Pick<Finding, 'rule' | 'severity' | 'message' | 'instead' | 'span' | 'related' | 'fix' | 'copies'>;

/** Two files that differ in a version may be two things; three are a habit. */
const FEWEST = 3;
/** `1.6.0`, `v0.2`, `2.10-rc1` in a path, and a folder that is called by a number. */
const VERSION = /(?<![\d.])v?\d+(?:\.\d+)+(?:\.x)?(?:[-+](?:rc|alpha|beta|build)?[.\d]*\d)?|(?<=\/)[1-9]\d{0,3}(?=\/)/g;
const LONGEST_LINE = 1000;
const EXAMPLES = /(?:^|\/)(?:examples?|samples?|demos?)\//i;

export function tellCopiesOnce<T extends Copy>(findings: readonly T[]): T[] {
  return repeatedInFile(oncePerCopy(findings));
}

/** A dashboard with a dozen panels, a script that starts a unit and turns it on: what one file repeats in the same words is one notice. */
function repeatedInFile<T extends Copy>(findings: readonly T[]): T[] {
  const isQuiet = ({ severity, fix }: Copy) => severity === 'notice' && !fix;
  const [quiet, loud] = partition(findings, isQuiet);
  const groups = groupBy(quiet, ({ rule, message, instead, span }) =>
    [rule, message, instead, span.source.path].join('\0'),
  );
  return [...loud, ...[...groups.values()].flatMap(firstInFile)];
}

function firstInFile<T extends Copy>(repeated: readonly T[]): readonly T[] {
  const [first, ...others] = [...repeated].sort((a, b) => a.span.start - b.span.start);
  return first && others.length > 0 ? [shownWith(first, others, AGAIN)] : repeated;
}

function oncePerCopy<T extends Copy>(findings: readonly T[]): T[] {
  const [versioned, others] = partition(
    tellCompiledOnce(findings),
    ({ span }) => span.source.path.search(VERSION) >= 0,
  );
  const [examples, plain] = partition(others, ({ fix, span }) => !fix && EXAMPLES.test(span.source.path));
  const newest = inGroups(numbered(versioned, pathOf));
  const repeated = [...groupBy(examples, repeatedWords).values()];
  return [...plain, ...repeated.flatMap(firstOf), ...inGroups(numbered(newest, textOf))];
}

function inGroups<T extends Copy>(keyed: readonly (readonly [string, T])[]): readonly T[] {
  return [...groupBy(keyed, ([key]) => key).values()].flatMap((group) => newestOf(group.map(([, finding]) => finding)));
}

function pathOf({ path }: Source): string {
  return path.replace(VERSION, '#');
}

const textOf = once(({ path, text }: Source): string => `${baseName(path)}\0${text.replace(VERSION, '#')}`);

/** `node.ign` is compiled from `node.yaml` beside it, or `node.bu`: what both say is told where people write it. */
function tellCompiledOnce<T extends Copy>(findings: readonly T[]): readonly T[] {
  const [compiled, written] = partition(findings, ({ span }) => COMPILED.test(span.source.path));
  if (compiled.length === 0) return findings;
  const told = new Set(written.flatMap((one) => (SOURCE.test(one.span.source.path) ? [wordsIn(one, SOURCE)] : [])));
  return [...written, ...compiled.filter((one) => !told.has(wordsIn(one, COMPILED)))];
}

const COMPILED = /\.ign(?:\.json)?$/;
const SOURCE = /\.(?:ya?ml|bu|fcc|clc)$/;

function wordsIn({ rule, message, span }: Copy, ending: RegExp): string {
  return [rule, message, span.source.path.replace(ending, '')].join('\0');
}

function repeatedWords({ rule, severity, message, instead, span: { source, start } }: Copy): string {
  const line = lineText(source, positionAt(source, start).line).slice(0, LONGEST_LINE).trim();
  return [rule, severity, message, instead, line].join('\0');
}

/** The first file of those that repeat it; what one file says twice stays. */
function firstOf<T extends Copy>(repeated: readonly T[]): readonly T[] {
  const files = new Set(repeated.map(({ span }) => span.source));
  if (files.size < FEWEST || files.size < repeated.length) return repeated;
  const [first, ...others] = [...repeated].sort((a, b) => (a.span.source.path < b.span.source.path ? -1 : 1));
  return first ? [shownWith(first, others, 'the same in another example')] : repeated;
}

function shownWith<T extends Copy>(finding: T, others: readonly T[], message: string): T {
  const shown = others.flatMap(({ span, related }) => [
    { span, role: 'rule', message } as const,
    ...related.filter(({ role }) => role === 'rule'),
  ]);
  const copies = others.flatMap((one) => [...(one.fix ? [one.fix] : []), ...one.copies]);
  return {
    ...finding,
    related: [...finding.related, ...shown].slice(0, LIMITS.copies),
    copies: [...finding.copies, ...copies],
  };
}

/** What is the same in every copy, and which of several equal lines of its file it is. */
function numbered<T extends Copy>(
  findings: readonly T[],
  fileOf: (source: Source) => string,
): readonly (readonly [string, T])[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { source, start } = finding.span;
    const line = lineText(source, positionAt(source, start).line).slice(0, LONGEST_LINE).replace(VERSION, '#').trim();
    const key = [finding.rule, finding.severity, finding.message.replace(VERSION, '#'), fileOf(source), line].join(
      '\0',
    );
    const inFile = `${key}\0${source.path}`;
    const count = (seen.get(inFile) ?? 0) + 1;
    seen.set(inFile, count);
    return [`${key}\0${count}`, finding] as const;
  });
}

function newestOf<T extends Copy>(copies: readonly T[]): readonly T[] {
  if (copies.length < FEWEST) return copies;
  // Made here, because it takes longer to make than most runs take to judge.
  const { compare } = new Intl.Collator('en', { numeric: true });
  const [newest, ...older] = [...copies].sort((a, b) => compare(b.span.source.path, a.span.source.path));
  return newest ? [shownWith(newest, older, 'the same in another version')] : copies;
}
