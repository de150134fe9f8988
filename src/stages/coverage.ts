/** How much of the repository was understood: every file in one class, and a line for each that was not, or only partly. */

import { readerOf } from '../languages/recognise.ts';
import type { InputFile } from '../model/input.ts';
import { LEFT_OUT_REASONS, type Note } from '../model/note.ts';
import { type Coverage, type KindCount, type LeftOut, NOTHING_UNEXPLAINED, type Unexplained } from '../model/result.ts';
import { groupBy } from '../text/group.ts';
import { createSource } from '../text/source.ts';
import type { Grouping } from './grouping.ts';

/** A word of a rule in a text, or nothing. */
type FindWord = (text: string) => { readonly start: number; readonly end: number } | undefined;

/**
 * What of `grouping` was read is told by `notes`, and for a file without any by whether something reads its kind.
 * `inPlace`: those that were read for where they are put.
 */
export function coverageOf(
  files: readonly InputFile[],
  grouping: Grouping,
  notes: readonly Note[],
  findWord: FindWord,
  unexplained: Unexplained = NOTHING_UNEXPLAINED,
  inPlace: ReadonlySet<string> = new Set(),
): Coverage {
  const worst = worstNotes(notes);
  const others = otherFiles(files, grouping, worst).filter(({ path }) => !inPlace.has(path));
  const named = others.flatMap((file) => unreadNote(file, findWord) ?? []);
  for (const note of named) worst.set(note.path, note);
  const sorted = [...worst.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const partly = sorted.filter((note) => note.coverage === 'partly');
  const notUnderstood = sorted.filter((note) => note.coverage === 'not');
  const quiet = others.filter((file) => !worst.has(file.path));
  const fully = files.filter((file) => !worst.has(file.path)).length - quiet.length;
  return {
    files: fully + partly.length + notUnderstood.length,
    partly,
    notUnderstood,
    otherKinds: kindsOf([
      ...quiet.map((file) => file.path),
      ...notes.flatMap((note) => (note.coverage === 'other-kind' ? [note.path] : [])),
    ]),
    leftOut: leftOutOf(notes),
    unexplained,
  };
}

/** The worst note of each file decides; a file has one line in the coverage. */
function worstNotes(notes: readonly Note[]): Map<string, Note> {
  const worst = new Map<string, Note>();
  for (const note of notes) {
    if (note.coverage !== 'partly' && note.coverage !== 'not') continue;
    const known = worst.get(note.path);
    if (!known || (known.coverage === 'partly' && note.coverage === 'not')) worst.set(note.path, note);
  }
  return worst;
}

/** Files that stand alone, that no note tells about, and that nothing reads. */
function otherFiles(
  files: readonly InputFile[],
  grouping: Grouping,
  worst: ReadonlyMap<string, Note>,
): readonly InputFile[] {
  const known = new Set(files);
  return grouping.single.filter(
    (file) => known.has(file) && !worst.has(file.path) && readerOf(file.path, file.text) !== 'front-end',
  );
}

/** A file in a language that nothing here reads, although it speaks of what is looked for. */
function unreadNote({ path, text }: InputFile, findWord: FindWord): Note | undefined {
  const word = readerOf(path, text) === 'none' ? findWord(text) : undefined;
  if (!word) return undefined;
  const name = text.slice(word.start, word.end);
  const span = { source: createSource(path, text), ...word };
  return {
    code: 'no-reader',
    message: `names ${name}, and files of this kind are not read`,
    path,
    span,
    coverage: 'not',
  };
}

function kindsOf(paths: readonly string[]): readonly KindCount[] {
  return [...groupBy(paths, kindOf)]
    .map(([kind, members]) => ({ kind, files: members.length }))
    .sort((a, b) => b.files - a.files || ((a.kind ?? '') < (b.kind ?? '') ? -1 : 1));
}

function kindOf(path: string): string | null {
  return /\.[^/.]+$/.exec(path)?.[0].toLowerCase() ?? null;
}

const SHOWN_PATHS = 10;

function leftOutOf(notes: readonly Note[]): readonly LeftOut[] {
  const left = notes.filter((note) => note.coverage === 'left-out');
  return LEFT_OUT_REASONS.map((reason) => ({ reason, members: left.filter((note) => note.code === reason) }))
    .filter(({ members }) => members.length > 0)
    .map(({ reason, members }) => ({
      reason,
      files: members.reduce((sum, { files = 1 }) => sum + files, 0),
      paths: members
        .map((note) => note.path)
        .sort()
        .slice(0, SHOWN_PATHS),
    }))
    .sort((a, b) => b.files - a.files || (a.reason < b.reason ? -1 : 1));
}
