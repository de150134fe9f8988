/** The whole pipeline, readable top to bottom: files → documents → facts → places → reports → findings. */

import type { InputFile } from './model/input.ts';
import { NO_KNOWLEDGE } from './model/knowledge.ts';
import type { Note } from './model/note.ts';
import type { Project } from './model/project.ts';
import type { LintOptions, LintResult } from './model/result.ts';
import { placeEverything, UNPLACED } from './placing/placing.ts';
import { lookAround } from './placing/surroundings.ts';
import { underCalls } from './stages/called-functions.ts';
import { underCallers } from './stages/callers.ts';
import { runRules } from './stages/checking.ts';
import { openChoices, underChoice, underTwins } from './stages/choices.ts';
import { coverageOf } from './stages/coverage.ts';
import { underEditions } from './stages/editions.ts';
import type { Watch } from './stages/examination.ts';
import { filterFor } from './stages/filter.ts';
import { toFindings } from './stages/findings.ts';
import { groupFiles } from './stages/grouping.ts';
import { usesOf } from './stages/mounted.ts';
import { tellOnce } from './stages/one-cause.ts';
import { readForPlace } from './stages/placed-files.ts';
import { readRepository } from './stages/reading.ts';
import { unexplainedLines } from './stages/unexplained.ts';
import { weigh } from './stages/weighing.ts';
import { suppress } from './suppress/comments.ts';
import { forgetAnswers } from './text/once.ts';

const NEVER = () => false;
const IGNORE = () => undefined;

/** `notes` are those of discovery: files that were left out before they could be read. */
export function lint(
  files: readonly InputFile[],
  options: LintOptions,
  notes: readonly Note[] = [],
  watch: Watch = IGNORE,
): LintResult {
  forgetAnswers();
  const isLate = options.isLate ?? NEVER;
  const knowledge = options.knowledge ?? NO_KNOWLEDGE;
  const filter = filterFor(knowledge);
  const grouping = groupFiles(files);
  const reading = readRepository(grouping, {
    matters: options.everything ? () => true : filter.matters,
    hasWord: options.everything ? () => true : filter.hasWordInChart,
    kubeVersion: `1.${options.target.minor}.0`,
    wrappers: knowledge.wrappers,
    isLate,
    isFull: options.isFull ?? NEVER,
    onStep: options.onStep,
    memory: options.memory,
    values: options.values.flatMap((path) => files.find((file) => file.path === path) ?? []),
  });
  const { documents, links } = reading;
  const called = underCallers(documents, underCalls(documents, reading.facts, links, files), links);
  const facts = underChoice(underTwins(underEditions(called, files), files));
  // That the time is over is told by the rules.
  const places = isLate() ? UNPLACED : placeEverything(documents, facts, links, lookAround(files), knowledge.placeOf);
  const objects = [...new Set(documents.flatMap((document) => document.object ?? []))];
  const project: Project = { documents, facts, links, objects, places };
  const checked = runRules(project, options.target, knowledge, isLate, options.onStep);
  const weighing = { ...options, choices: openChoices(facts), usedWhen: usesOf(objects) };
  const weighed = checked.reports.map((report) => weigh(report, weighing));
  const findings = toFindings(weighed, knowledge.adviceFor);
  const unexplained = unexplainedLines(project, weighed);
  const result = suppress(files.filter(filter.matters), findings, options);
  const allNotes = [...notes, ...reading.notes, ...checked.notes, ...result.notes];
  watch({ files, filter, project, weighed, notes: allNotes });
  return {
    findings: tellOnce(result.findings, places),
    suppressed: result.suppressed,
    coverage: coverageOf(files, grouping, allNotes, filter.findWord, unexplained, readForPlace(documents)),
    notes: allNotes.filter((note) => note.coverage === 'about'),
  };
}
