/**
 * The only file that writes. A scanned repository may hold a link wherever a report would go, so nothing is written
 * through one: the text goes to a new file beside the place and takes its name.
 */

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { statOf } from './entries.ts';
import { repositoryTop } from './git-folder.ts';
import { isInside } from './inside.ts';
import { readRegularFile } from './regular-file.ts';

export interface Place {
  readonly path: string;
  /** What the file is called in a sentence: `The report out.sarif`. */
  readonly name: string;
  /** Folders, without links, whose content a stranger may have written: no link in them is followed. */
  readonly guarded: readonly string[];
}

/** A text, or its pieces one after the other. */
type Text = string | Iterable<string>;

/** Writes a file whole or not at all, and makes the folders above it. Throws a UsageError. */
export function writeFile(place: Place, text: Text): void {
  inWords(place, () => {
    const before = writableAt(place);
    mkdirSync(dirname(place.path), { recursive: true });
    replace(place.path, text, before?.mode);
  });
}

/**
 * A report that `--output FORMAT=FILE` asks for, through no link of the folder that the command runs in, nor of the one
 * that was scanned. Throws a UsageError.
 */
export function writeReport(file: string, cwd: string, text: Text, scanned?: string): void {
  const folders = [realpathSync(cwd), ...(scanned === undefined ? [] : [scanned])];
  const guarded = folders.flatMap((folder) => [folder, repositoryTop(folder)]);
  writeFile({ path: resolve(cwd, file), name: `The report ${file}`, guarded }, text);
}

/** Writes a file that is not there yet. Throws a UsageError. */
export function createFile(place: Place, text: string): void {
  inWords(place, () => {
    if (writableAt(place)) throw new Refusal('is there already');
    mkdirSync(dirname(place.path), { recursive: true });
    writeFileSync(place.path, text, { flag: 'wx' });
  });
}

/** False, and nothing done, unless the file still holds exactly the bytes that were read. */
export function rewriteFile(path: string, from: Uint8Array, to: Uint8Array, guarded: readonly string[]): boolean {
  try {
    const before = writableAt({ path, guarded });
    const present = readRegularFile(path, from.length);
    if (!before || present.kind !== 'read' || !present.bytes.equals(from)) return false;
    replace(path, to, before.mode);
    return true;
  } catch {
    return false;
  }
}

/** Removes a regular file that stands there, through no link of a guarded folder; what cannot be removed stays. */
export function removeFile(path: string, guarded: readonly string[]): void {
  try {
    if (writableAt({ path, guarded })) unlinkSync(path);
  } catch {
    // Somebody else was quicker, or may more.
  }
}

/** A new folder that only this user can enter, with the given files in it. */
export function createPrivateFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'dockershim-lint-'));
  addPrivateFiles(folder, files);
  return folder;
}

export function addPrivateFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: 0o600 });
  }
}

export function removePrivateFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** What is at the path now: a regular file, or nothing. */
function writableAt({ path, guarded }: Pick<Place, 'path' | 'guarded'>): Stats | undefined {
  const link = guardedLink(dirname(path), guarded);
  if (link !== undefined) throw new Refusal(`would be written through the link ${link}`);
  const stat = statOf(path);
  if (stat?.isSymbolicLink()) throw new Refusal('is a link, and nothing is written through one');
  if (stat && !stat.isFile()) throw new Refusal('is not a regular file');
  return stat;
}

/** The first link on the way to the folder that stands in a guarded one; those of the machine itself are followed. */
function guardedLink(folder: string, guarded: readonly string[]): string | undefined {
  const above = dirname(folder);
  if (above === folder) return undefined;
  const link = guardedLink(above, guarded);
  if (link !== undefined || !statOf(folder)?.isSymbolicLink()) return link;
  const place = realpathSync(above);
  return guarded.some((root) => isInside(root, place)) ? folder : undefined;
}

function replace(path: string, text: Text | Uint8Array, mode: number | undefined): void {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(8).toString('hex')}.tmp`);
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const file = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o666);
  try {
    try {
      for (const piece of isWhole(text) ? [text] : text) writeFileSync(file, piece);
      if (mode !== undefined) fchmodSync(file, mode & 0o777);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
}

function isWhole(text: Text | Uint8Array): text is string | Uint8Array {
  return typeof text === 'string' || text instanceof Uint8Array;
}

/** Why not, as the end of a sentence. */
class Refusal extends Error {}

function inWords({ name }: Place, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (error instanceof Refusal) throw new UsageError(`${name} ${error.message}.`);
    // What went wrong while the text was made is no trouble of the disk.
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(`${name} cannot be written.`);
  }
}
