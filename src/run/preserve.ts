/** A result as a text, and back: what points into a file says which file, and takes its text from the files of now. */
import { createHash } from 'node:crypto';
import { CONFIDENCES, type Finding, SEVERITIES } from '../model/finding.ts';
import type { InputFile } from '../model/input.ts';
import type { Note } from '../model/note.ts';
import type { Coverage, LintResult } from '../model/result.ts';
import { RULE_IDS } from '../model/rule-id.ts';
import { createSource, type Source, type Span } from '../text/source.ts';

/** Undefined for a result that points into a text which is none of the files. */
export function preserve(result: LintResult, files: readonly InputFile[]): string | undefined {
  const places = new Map(files.map(({ path }, index) => [path, index]));
  let isWhole = true;
  const body = JSON.stringify(result, (key, value: unknown) => {
    if (!isSource(value)) return value;
    const index = places.get(value.path) ?? -1;
    isWhole &&= key === 'source' && files[index]?.text === value.text;
    return { [FILE]: index };
  });
  return isWhole ? `${digestOf(body)}\n${body}\n` : undefined;
}

/** Undefined for what `preserve` has not written over files with the same names and texts. */
export function restore(kept: string, files: readonly InputFile[]): LintResult | undefined {
  const end = kept.indexOf('\n');
  const body = kept.slice(end + 1, -1);
  if (end < 0 || !kept.endsWith('\n') || kept.slice(0, end) !== digestOf(body)) return undefined;
  try {
    const result: unknown = JSON.parse(body);
    return withSources(result, files, new Map()) && isResult(result) ? result : undefined;
  } catch {
    return undefined;
  }
}

/** The key of what stands for a file: its index. */
const FILE = '$file';

/** Puts files in place of their indices, in the value itself; false where one, or a place in one, does not exist. */
function withSources(value: unknown, files: readonly InputFile[], sources: Map<number, Source>): boolean {
  if (!isObject(value)) return true;
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'source' || !isObject(inner) || !(FILE in inner)) {
      if (!withSources(inner, files, sources)) return false;
      continue;
    }
    const index = Number(inner[FILE]);
    const file = files[index];
    const source = sources.get(index) ?? (file && createSource(file.path, file.text));
    if (!source) return false;
    sources.set(index, source);
    value.source = source;
    if (!isSpan(value)) return false;
  }
  return true;
}

function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

type Name =
  | keyof LintResult
  | keyof Coverage
  | keyof Finding
  | keyof Note
  | keyof Span
  | keyof Source
  | 'finding'
  | 'evidence'
  | 'lines'
  | typeof FILE;

/** Something of which nothing is known but that it may have parts. */
type Unknown = { [N in Name]?: unknown };

function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null;
}

function isSource(value: unknown): value is Source {
  return isObject(value) && 'lineStarts' in value && 'text' in value && 'path' in value;
}

function isResult(value: unknown): value is LintResult {
  if (!isObject(value)) return false;
  const { findings, suppressed, coverage, notes } = value;
  return (
    [findings, suppressed, notes].every(Array.isArray) &&
    (findings as unknown[]).every(isFinding) &&
    (suppressed as unknown[]).every((one) => isObject(one) && isFinding(one.finding)) &&
    (notes as unknown[]).every(isNote) &&
    isObject(coverage) &&
    typeof coverage.files === 'number' &&
    [coverage.partly, coverage.notUnderstood].every((list) => Array.isArray(list) && list.every(isNote)) &&
    [coverage.otherKinds, coverage.leftOut].every(Array.isArray) &&
    isObject(coverage.unexplained) &&
    Array.isArray(coverage.unexplained.lines)
  );
}

const isOneOf = (words: readonly string[], value: unknown) => words.some((word) => word === value);

function isFinding(value: unknown): boolean {
  return (
    isObject(value) &&
    isOneOf(RULE_IDS, value.rule) &&
    isOneOf(SEVERITIES, value.severity) &&
    isOneOf(CONFIDENCES, value.confidence) &&
    [value.message, value.because, value.premise ?? '', value.instead, value.fingerprint, value.help].every(
      (text) => typeof text === 'string',
    ) &&
    isSpan(value.span) &&
    Array.isArray(value.related) &&
    isObject(value.placement) &&
    Array.isArray(value.placement.evidence) &&
    isObject(value.activation)
  );
}

function isNote(value: unknown): boolean {
  return isObject(value) && [value.code, value.message, value.path, value.coverage].every((t) => typeof t === 'string');
}

function isSpan(value: unknown): boolean {
  if (!isObject(value) || !isSource(value.source)) return false;
  const { source, start, end } = value;
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= Number(start) &&
    Number(start) <= Number(end) &&
    Number(end) <= source.text.length
  );
}
