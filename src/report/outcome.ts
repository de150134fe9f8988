/** What a run came to when nothing counts, in the same words on every surface: green is only said of what was read. */
import { count } from './words.ts';

export interface Outcome {
  /** Files of the kinds that are read. */
  readonly files: number;
  /** Of them, those that were not understood. */
  readonly unread: number;
  readonly accepted: number;
  readonly comparison: { readonly existing: number; readonly fixed: number } | undefined;
}

export const NOTHING_TO_SCAN = 'Nothing to scan';

/** The parts of a sentence; the first one begins it. */
export function quietParts({ files, unread, accepted, comparison }: Outcome): readonly string[] {
  if (files === 0) return [NOTHING_TO_SCAN];
  if (unread >= files) return ['Nothing could be read', unreadText(unread)];
  const known = accepted > 0 || comparison !== undefined;
  const what = unread > 0 ? 'in what could be read' : known ? '' : 'that depends on dockershim or Docker Engine';
  return [
    `${known ? 'Nothing new' : 'Nothing found'} ${what}`.trim(),
    ...(comparison && comparison.existing > 0 ? [`${comparison.existing} existing`] : []),
    ...(comparison && comparison.fixed > 0 ? [`${comparison.fixed} fixed`] : []),
    ...(accepted > 0 ? [acceptedText(accepted)] : []),
    ...(unread > 0 ? [unreadText(unread)] : []),
  ];
}

/** By a comment or by the baseline. */
export function acceptedText(accepted: number): string {
  return `${accepted} accepted`;
}

function unreadText(unread: number): string {
  return `${count(unread, 'file')} ${unread === 1 ? 'was' : 'were'} not understood`;
}
