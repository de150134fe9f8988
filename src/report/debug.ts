/** `--debug`: what the stages of a run know, one JSON object a line. For whoever looks for the stage that went wrong. */
import { stepsOf } from '../judge.ts';
import type { Condition } from '../model/condition.ts';
import type { Document, Token } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Placement } from '../model/place.ts';
import type { Site } from '../model/site.ts';
import { linkResolver } from '../placing/links.ts';
import type { Examination } from '../stages/examination.ts';
import type { Explanation } from '../stages/explaining.ts';
import type { Weighed } from '../stages/weighing.ts';
import { positionAt } from '../text/source.ts';
import { visibleJson } from './escape.ts';
import { factText } from './facts.ts';
import { evidenceText } from './reasons.ts';

export const DEBUG_STAGES = ['files', 'documents', 'facts', 'sites', 'links', 'places', 'judgements'] as const;
export type DebugStage = (typeof DEBUG_STAGES)[number];

/** Lines without their ends. Documents are named by their number in `documents`. */
export function debugLines(examination: Examination, stages: readonly DebugStage[]): readonly string[] {
  const numbers = new Map(examination.project.documents.map((document, index) => [document, index]));
  return DEBUG_STAGES.filter((stage) => stages.includes(stage)).flatMap((stage) =>
    linesOf(stage, examination, numbers).map((line) => visibleJson({ stage, ...line }, 0)),
  );
}

type Line = Readonly<Record<string, unknown>>;
type Numbers = ReadonlyMap<Document, number>;

function linesOf(stage: DebugStage, examination: Examination, numbers: Numbers): readonly Line[] {
  const { project, weighed } = examination;
  switch (stage) {
    case 'files':
      return fileLines(examination);
    case 'documents':
      return project.documents.map((document, number) => ({
        number,
        path: document.path,
        label: document.label,
        language: document.language,
        parent: document.parent && numbers.get(document.parent),
        object: document.object && `${document.object.kind}/${document.object.name}`,
        target: document.target,
        site: siteLine(document.site),
      }));
    case 'facts':
      return project.facts.map((fact) => factLine(fact, numbers));
    case 'sites':
      return sitesOf(examination).map(({ document, site }) => ({
        document: numbers.get(document),
        ...siteLine(site),
      }));
    case 'links': {
      const resolve = linkResolver(project.documents, project.links);
      return project.links.map((link) => ({
        kind: link.kind,
        from: numbers.get(link.from),
        site: siteLine(link.site),
        to: link.to,
        image: link.image,
        target: link.target,
        conditions: link.conditions?.map(conditionLine),
        found: resolve(link).map((document) => numbers.get(document)),
      }));
    }
    case 'places':
      return [...project.documents.map((document) => ({ document, site: undefined })), ...sitesOf(examination)].map(
        ({ document, site }) => ({
          document: numbers.get(document),
          site: siteLine(site),
          ...placementLine(project.places.placementOf({ document, site })),
        }),
      );
    case 'judgements':
      return weighed.map(judgementLine);
    default:
      return stage satisfies never;
  }
}

function judgementLine(weighed: Weighed): Line {
  const { rule, report, placement, judged, activation, verdict, configured, severity } = weighed;
  return {
    rule,
    cause: report.cause,
    ...at(report.at),
    ...placementLine(placement),
    site: siteLine(report.site),
    activation: activation.kind,
    certainty: report.certainty,
    polarity: report.polarity,
    conditions: judged.conditions.map(conditionLine),
    steps: stepsOf(judged).map(({ by, level }) => `${by}: ${level}`),
    confidence: verdict?.confidence,
    configured,
    severity,
  };
}

/** The answer to `explain FILE:LINE`, for programs. */
export function explanationJson({ source, line, reading, judgements, facts, places, notes, shownBy }: Explanation) {
  return {
    schemaVersion: 1,
    path: source.path,
    line,
    reading,
    judgements: judgements.map(({ weighed, outcome }) => ({ ...judgementLine(weighed), outcome: outcome.kind })),
    facts: facts.map(({ fact, placement }) => ({ ...factLine(fact, NO_NUMBERS), place: placement.place })),
    places: places.map(({ document, placement }) => ({ label: document.label, ...placementLine(placement) })),
    notes: notes.map(({ code, message }) => ({ code, message })),
    shownBy: shownBy.map(({ rule, span }) => ({
      rule,
      path: span.source.path,
      line: positionAt(span.source, span.start).line,
    })),
  };
}

const NO_NUMBERS: Numbers = new Map();

function fileLines({ files, project, notes }: Examination): readonly Line[] {
  const read = new Set(project.documents.map(({ path }) => path));
  return files.map(({ path, text }) => ({
    path,
    length: text.length,
    read: read.has(path),
    notes: notes.filter((note) => note.path === path && note.coverage !== 'about').map(({ message }) => message),
  }));
}

function factLine(fact: Fact, numbers: Numbers): Line {
  return {
    kind: fact.kind,
    text: factText(fact),
    document: numbers.get(fact.document),
    ...at(fact.at),
    certainty: fact.certainty,
    polarity: fact.polarity,
    conditions: fact.conditions.map(conditionLine),
    site: siteLine(fact.site),
  };
}

/** Each machine of each document once, in the order of what is done there. */
function sitesOf({ project }: Examination): readonly { readonly document: Document; readonly site: Site }[] {
  const sites = new Map<string, { readonly document: Document; readonly site: Site }>();
  const add = (document: Document, site: Site | undefined) => {
    if (!site) return;
    const key = JSON.stringify([document.path, document.label, site]);
    if (!sites.has(key)) sites.set(key, { document, site });
  };
  for (const { document, site } of project.facts) add(document, site);
  for (const { from, site } of project.links) add(from, site);
  for (const document of project.documents) if (document.parent) add(document.parent, document.site);
  return [...sites.values()];
}

function siteLine(site: Site | undefined): { readonly kind: string; readonly name: string } | undefined {
  return site && { kind: site.kind, name: site.name, ...(site.outer ? { outer: siteLine(site.outer) } : {}) };
}

function placementLine({ place, evidence, atMost, engine }: Placement): Line {
  return { place, evidence: evidence.map(evidenceText), atMost, engine: engine?.kind };
}

function conditionLine(condition: Condition): string {
  const version = condition.kind === 'version' ? ` below 1.${condition.below}` : '';
  const { line } = at(condition.at);
  return `${condition.holds ? '' : 'not '}${condition.kind}${version} (line ${line})`;
}

function at({ view, start, end }: Token): { readonly path: string; readonly line: number; readonly column: number } {
  const { source, start: offset } = view.root(start, end).span;
  const { line, column } = positionAt(source, offset);
  return { path: source.path, line, column };
}
