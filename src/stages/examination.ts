/** All that a run knew on its way to the findings, for those who ask why: `explain FILE:LINE` and `--debug`. */
import type { InputFile } from '../model/input.ts';
import type { Note } from '../model/note.ts';
import type { Project } from '../model/project.ts';
import type { WordFilter } from './filter.ts';
import type { Weighed } from './weighing.ts';

export interface Examination {
  readonly files: readonly InputFile[];
  /** What decided which of them are read. */
  readonly filter: WordFilter;
  readonly project: Project;
  readonly weighed: readonly Weighed[];
  /** Of all stages, also those that reports only count. */
  readonly notes: readonly Note[];
}

/** Is given the examination once it is complete. */
export type Watch = (examination: Examination) => void;
