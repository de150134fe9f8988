/** Why something is said about a line, or why nothing is: what was read there, what rules reported, what became of it. */
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { Placement } from '../model/place.ts';
import type { LintResult, Suppressed } from '../model/result.ts';
import type { RuleId } from '../model/rule-id.ts';
import { spanOf } from '../text/placed.ts';
import { createSource, positionAt, type Source, type Span } from '../text/source.ts';
import type { Examination } from './examination.ts';
import { COVERED, spanOfFinding } from './findings.ts';
import type { Weighed } from './weighing.ts';

export interface Explanation {
  readonly source: Source;
  readonly line: number;
  /** `no-words`: no rule looks for any word of the file. `no-reader`: nothing reads files of its kind. */
  readonly reading: 'read' | 'no-words' | 'no-reader';
  /** What stages noted about the file. */
  readonly notes: readonly Note[];
  /** Where what stands on the line runs. */
  readonly places: readonly { readonly document: Document; readonly placement: Placement }[];
  readonly facts: readonly FactThere[];
  readonly judgements: readonly Judged[];
  /** Findings elsewhere that show the line. */
  readonly shownBy: readonly Finding[];
}

export interface FactThere {
  readonly fact: Fact;
  readonly placement: Placement;
}

export interface Judged {
  readonly weighed: Weighed;
  readonly outcome: Outcome;
}

/**
 * `silent`: the judging table says nothing. `configured`: the configuration switches the rule off there.
 * `covered`: another finding on the same characters says it. `merged`: another report of the rule there is louder, or comes first.
 * `shown`: a finding elsewhere shows the line, as one file in many versions does, or the choice of a branch.
 * `elsewhere`: what a chart does with a value decides, not the value.
 */
export type Outcome =
  | { readonly kind: 'reported'; readonly finding: Finding }
  | { readonly kind: 'suppressed'; readonly suppressed: Suppressed }
  | { readonly kind: 'covered'; readonly by: RuleId }
  | { readonly kind: 'shown'; readonly with: Finding }
  | { readonly kind: 'silent' | 'configured' | 'merged' | 'elsewhere' };

/** Undefined when the file was not read or has no such line. */
export function explainLine(
  { files, project, weighed, notes, filter }: Examination,
  result: LintResult,
  path: string,
  line: number,
): Explanation | undefined {
  const file = files.find((one) => one.path === path);
  if (!file) return undefined;
  const source = createSource(path, file.text);
  if (line < 1 || line > source.lineStarts.length) return undefined;
  const isThere = (span: Span) => covers(span, path, line);
  const { placementOf } = project.places;
  const facts = project.facts
    .filter(({ at }) => isThere(spanOf(at)))
    .map((fact) => ({ fact, placement: placementOf(fact) }));
  const judgements = weighed
    .filter(({ origin }) => isThere(origin.span))
    .map((one) => ({ weighed: one, outcome: outcomeOf(one, result) }));
  const isRead = project.documents.some((document) => document.path === path);
  return {
    source,
    line,
    reading: isRead ? 'read' : filter.matters(file) ? 'no-reader' : 'no-words',
    notes: notes.filter((note) => note.path === path && note.coverage !== 'about'),
    places: placesOf(facts, project.documents, path, placementOf),
    facts,
    judgements,
    shownBy: result.findings.filter(
      (finding) => !isThere(finding.span) && finding.related.some(({ span }) => isThere(span)),
    ),
  };
}

function covers(span: Span, path: string, line: number): boolean {
  if (span.source.path !== path) return false;
  const first = positionAt(span.source, span.start).line;
  return first <= line && line <= positionAt(span.source, Math.max(span.start, span.end - 1)).line;
}

/** The places of the facts; of the whole file where there is none. */
function placesOf(
  facts: readonly FactThere[],
  documents: readonly Document[],
  path: string,
  placementOf: (where: { readonly document: Document }) => Placement,
): Explanation['places'] {
  const places = new Map<Placement, Document>();
  for (const { fact, placement } of facts) if (!places.has(placement)) places.set(placement, fact.document);
  const whole = documents.find((document) => document.path === path && !document.parent);
  if (places.size === 0 && whole) places.set(placementOf({ document: whole }), whole);
  return [...places].map(([placement, document]) => ({ placement, document }));
}

function outcomeOf(one: Weighed, { findings, suppressed }: LintResult): Outcome {
  if (!one.verdict) return { kind: 'silent' };
  if (one.severity === 'off') return { kind: 'configured' };
  const span = spanOfFinding(one);
  const finding = findings.find(({ rule, span: other }) => rule === one.rule && isSame(span, other));
  if (finding && isMadeOf(finding, one)) return { kind: 'reported', finding };
  const hidden = suppressed.find(({ finding: { rule, span: other } }) => rule === one.rule && isSame(span, other));
  if (hidden && isMadeOf(hidden.finding, one)) return { kind: 'suppressed', suppressed: hidden };
  const all = [...findings, ...suppressed.map((other) => other.finding)];
  const louder = all.find((other) => isSame(span, other.span) && COVERED.get(other.rule)?.includes(one.rule));
  if (louder) return { kind: 'covered', by: louder.rule };
  const others = findings.filter(({ related }) => related.some((place) => isSame(span, place.span)));
  const other = others.find(({ rule }) => rule === one.rule) ?? others[0];
  if (other) return { kind: 'shown', with: other };
  return { kind: one.report.document.language === 'helm-values' ? 'elsewhere' : 'merged' };
}

function isMadeOf(finding: Finding, { severity, placement }: Weighed): boolean {
  return finding.severity === severity && finding.placement === placement;
}

function isSame(a: Span, b: Span): boolean {
  return a.source.path === b.source.path && a.start === b.start && a.end === b.end;
}
