/** Starts the pipeline only where there is something to read: most files of most repositories have none of the words. */

import type { InputFile } from './model/input.ts';
import type { Note } from './model/note.ts';
import type { LintOptions, LintResult } from './model/result.ts';
import { countFiles, coverageOf } from './stages/coverage.ts';
import { mattersToRules } from './stages/filter.ts';

/** What `lint` returns for the same arguments. */
export async function lintLazily(
  files: readonly InputFile[],
  options: LintOptions,
  notes: readonly Note[] = [],
): Promise<LintResult> {
  if (options.everything || files.some(mattersToRules)) return (await import('./lint.ts')).lint(files, options, notes);
  return {
    findings: [],
    suppressed: [],
    coverage: coverageOf(countFiles(files, notes), notes),
    notes: notes.filter((note) => note.coverage === 'about'),
  };
}
