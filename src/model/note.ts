/** What was not read, or only partly: every limit, every rule of choice and every failure is one of these, never silence. */
import type { Span } from '../text/source.ts';

/** Why a rule keeps a file from being read. */
export const LEFT_OUT_REASONS = [
  'vendored',
  'ignored',
  'linked',
  'outside-root',
  'file-name',
  'binary',
  'too-large',
] as const;

export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export type NoteCode =
  | LeftOutReason
  | 'too-deep'
  | 'too-many'
  | 'not-text'
  | 'no-reader'
  | 'nul'
  | 'other-kind'
  | 'not-a-regular-file'
  | 'unreadable'
  | 'syntax'
  | 'template'
  | 'chart'
  | 'archive'
  | 'budget'
  | 'internal'
  | 'suppression'
  | 'comparison'
  | 'not-shown'
  | 'configuration';

export interface Note {
  readonly code: NoteCode;
  readonly message: string;
  readonly path: string;
  readonly span?: Span | undefined;
  /**
   * `partly`: findings of the rest of the file stand. `not`: nothing of it was understood. `left-out`: a rule keeps it from
   * being read, and the code says which. `other-kind`: nothing here reads files of its kind. `about`: coverage is whole.
   */
  readonly coverage: 'partly' | 'not' | 'left-out' | 'other-kind' | 'about';
  /** How many files a folder stands for that was left out. */
  readonly files?: number;
}

/** What the reader of a comparison has to know of it as a whole. */
export function comparisonNote(message: string): Note {
  return { code: 'comparison', message, path: '.', coverage: 'about' };
}
