/** Starts the pipeline only where there is something to read: most files of most repositories have none of the words. */

import type { InputFile } from './model/input.ts';
import type { Note } from './model/note.ts';
import type { LintOptions, LintResult } from './model/result.ts';
import { coverageOf } from './stages/coverage.ts';
import type { Watch } from './stages/examination.ts';
import { filterFor } from './stages/filter.ts';
import { groupFiles } from './stages/grouping.ts';

/** What `lint` returns for the same arguments. */
export async function lintLazily(
  files: readonly InputFile[],
  options: LintOptions,
  notes: readonly Note[] = [],
  watch?: Watch,
): Promise<LintResult> {
  const filter = filterFor(options.knowledge);
  if (watch || options.everything || files.some(filter.matters))
    return (await import('./lint.ts')).lint(files, options, notes, watch);
  return {
    findings: [],
    suppressed: [],
    coverage: coverageOf(files, groupFiles(files), notes, filter.findWord),
    notes: notes.filter((note) => note.coverage === 'about'),
  };
}
