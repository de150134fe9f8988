/** What could not be read, or only partly: every limit and every failure is one of these, never silence. */
import type { Span } from '../text/source.ts';

export type NoteCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'not-text'
  | 'not-a-regular-file'
  | 'outside-root'
  | 'unreadable'
  | 'syntax'
  | 'template'
  | 'chart'
  | 'archive'
  | 'budget'
  | 'internal'
  | 'suppression'
  | 'comparison';

export interface Note {
  readonly code: NoteCode;
  readonly message: string;
  readonly path: string;
  readonly span?: Span | undefined;
  /** `partly`: findings of the rest of the file stand. `not`: nothing of it was understood. `about`: coverage is whole. */
  readonly coverage: 'partly' | 'not' | 'about';
}
