/** Starts the pipeline only where there is something to read: most files of most repositories have none of the words. */
import { countFiles, coverageOf } from './coverage.ts';
import type { InputFile, LintOptions, LintResult } from './lint.ts';
import type { Note } from './note.ts';
import { mattersToRules } from './word-filter.ts';

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
