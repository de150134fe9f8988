/** The whole pipeline, readable top to bottom: files → documents → facts → places → reports → findings. */
import type { Finding } from './finding.ts';
import { type RuleReport, toFindings } from './findings.ts';
import { groupFiles } from './grouping.ts';
import type { Level } from './judge.ts';
import type { Note } from './note.ts';
import { placeDocuments } from './placing.ts';
import type { Project } from './project.ts';
import { readRepository } from './reading.ts';
import type { RuleId } from './rules/ids.ts';
import { RULES } from './rules/index.ts';
import type { Report, Rule, RuleContext, Target } from './rules/rule.ts';
import { suppress } from './suppress/comments.ts';
import { wordFilter } from './word-filter.ts';

export interface InputFile {
  /** Relative to the scanned root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface LintOptions {
  readonly target: Target;
  /** What the configuration says about a rule in a file; undefined leaves the judgement as it is. */
  levelOf(rule: RuleId, path: string): Level | undefined;
  /** Rules that no comment may suppress. */
  readonly unsuppressible: readonly RuleId[];
  /** The day that `until=` of a suppression is compared with, as 2027-01-31. */
  readonly today: string;
  /** Values files for charts, in helm's order, relative to the scanned root. */
  readonly values: readonly string[];
  /** Parse files without a trigger word too; findings are the same, slower. For tests. */
  readonly everything?: boolean;
}

export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
  readonly by: 'comment' | 'configuration' | 'baseline';
}

export interface Coverage {
  readonly files: number;
  readonly partly: readonly Note[];
  readonly notUnderstood: readonly Note[];
}

export interface LintResult {
  /** In the order of path, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly coverage: Coverage;
  /** Notes that do not lessen coverage. */
  readonly notes: readonly Note[];
}

/** `notes` are those of discovery: files that were left out before they could be read. */
export function lint(files: readonly InputFile[], options: LintOptions, notes: readonly Note[] = []): LintResult {
  const grouping = groupFiles(files);
  const matters = options.everything ? () => true : wordFilter(RULES.flatMap((rule) => rule.triggers));
  const reading = readRepository(grouping, {
    matters,
    kubeVersion: `1.${options.target.minor}.0`,
    values: options.values.flatMap((path) => files.find((file) => file.path === path) ?? []),
  });
  const { documents, facts, links } = reading;
  const placements = placeDocuments(documents, facts, links);
  const objects = [...new Set(documents.flatMap((document) => document.object ?? []))];
  const project: Project = { documents, facts, links, objects, placements };
  const checked = runRules(project, options.target);
  const findings = toFindings(checked.reports, options);
  const result = suppress(files, findings, options);
  const allNotes = [...notes, ...reading.notes, ...checked.notes, ...result.notes];
  return {
    findings: result.findings,
    suppressed: result.suppressed,
    coverage: coverageOf(files.length + notes.filter((note) => note.coverage === 'not').length, allNotes),
    notes: allNotes.filter((note) => note.coverage === 'about'),
  };
}

interface Checked {
  readonly reports: readonly RuleReport[];
  readonly notes: readonly Note[];
}

function runRules(project: Project, target: Target): Checked {
  const context = contextOf(project, target);
  const reports: RuleReport[] = [];
  const notes: Note[] = [];
  for (const rule of RULES) {
    const add = (found: readonly Report[]) => {
      for (const report of found)
        reports.push({ rule: rule.id, report, placement: context.placementOf(report.document) });
    };
    for (const fact of rule.checkFact ? project.facts : []) {
      try {
        const found = rule.checkFact?.(fact, context);
        if (found) add(Array.isArray(found) ? found : [found as Report]);
      } catch (error) {
        notes.push(brokenRule(rule, fact.document.path, error));
      }
    }
    try {
      add(rule.checkProject?.(context) ?? []);
    } catch (error) {
      notes.push(brokenRule(rule, '.', error));
    }
  }
  return { reports, notes };
}

function contextOf(project: Project, target: Target): RuleContext {
  const facts = groupBy(project.facts, (fact) => fact.document);
  const parts = groupBy(project.documents, (document) => document.parent);
  return {
    project,
    target,
    placementOf: (document) => project.placements.get(document) ?? { place: 'unknown', evidence: [] },
    factsOf: (document) => facts.get(document) ?? [],
    partsOf: (document) => parts.get(document) ?? [],
  };
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

function brokenRule(rule: Rule, path: string, error: unknown): Note {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `rule ${rule.id} failed here; please report it (${reason})`,
    path,
    coverage: 'partly',
  };
}

/** The worst note of each file decides; a file has one line in the coverage. */
function coverageOf(files: number, notes: readonly Note[]): Coverage {
  const worst = new Map<string, Note>();
  for (const note of notes) {
    if (note.coverage === 'about') continue;
    const known = worst.get(note.path);
    if (!known || (known.coverage === 'partly' && note.coverage === 'not')) worst.set(note.path, note);
  }
  const sorted = [...worst.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    files,
    partly: sorted.filter((n) => n.coverage === 'partly'),
    notUnderstood: sorted.filter((n) => n.coverage === 'not'),
  };
}
