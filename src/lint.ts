/** The whole pipeline, readable top to bottom: files → documents → facts → places → reports → findings. */
import { runRules } from './checking.ts';
import { countFiles, coverageOf } from './coverage.ts';
import type { Finding } from './finding.ts';
import { toFindings } from './findings.ts';
import { groupFiles } from './grouping.ts';
import type { Level } from './judge.ts';
import type { Note } from './note.ts';
import { placeDocuments } from './placing.ts';
import type { Project } from './project.ts';
import { readRepository } from './reading.ts';
import type { RuleId } from './rules/ids.ts';
import type { Target } from './rules/rule.ts';
import { suppress } from './suppress/comments.ts';
import { hasRuleWord, mattersToRules } from './word-filter.ts';

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
  const reading = readRepository(grouping, {
    matters: options.everything ? () => true : mattersToRules,
    hasWord: options.everything ? () => true : hasRuleWord,
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
    coverage: coverageOf(countFiles(files, notes), allNotes),
    notes: allNotes.filter((note) => note.coverage === 'about'),
  };
}
