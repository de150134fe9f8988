/** Finds and reads the files worth reading below a root: regular files only, nothing outside the root; a note for every other one. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { InputFile } from '../model/input.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import type { LeftOutReason, Note, NoteCode } from '../model/note.ts';
import { acceptBytes, nulNote } from './accept.ts';
import { readChartArchive } from './archive.ts';
import { isChartArchive, isHistory, isVendored, mayHoldFindings } from './names.ts';
import { readBytes } from './read-bytes.ts';
import { realPath } from './real-path.ts';
import { StoredFile } from './stored-file.ts';

export interface Discovery {
  readonly files: readonly InputFile[];
  readonly notes: readonly Note[];
}

interface Walk {
  readonly root: string;
  readonly excluded: (path: string) => boolean;
  readonly limits: Limits;
  readonly files: InputFile[];
  readonly notes: Note[];
  /** What was read, by its full path. */
  readonly seen: string[];
  /** The same to ask, from when on a file may be met twice. */
  again: Set<string> | undefined;
  /** Whether a file can be read again when it is asked for, and need not be held. */
  readonly isQuiet: (file: InputFile) => boolean;
  /** What such a file says now, and one that was asked for by its name. */
  readonly textNow: { readonly found: (path: string) => string; readonly named: (path: string) => string };
  /** Of all files so far that are held. */
  characters: number;
  /** Folders that are not walked, with the reason: they are only counted, when all else has been read. */
  readonly uncounted: { readonly folder: string; readonly code: LeftOutCode }[];
}

type LeftOutCode = Exclude<LeftOutReason, 'too-large'>;

/**
 * `paths` are relative to `root` or absolute inside it; `excluded` is asked with paths relative to the root.
 * A path that does not exist throws a PathError: it was asked for by name. Of a large repository the texts of files that
 * are quiet are read again whenever they are asked for.
 */
export function discover(
  root: string,
  paths: readonly string[],
  excluded: (path: string) => boolean = () => false,
  limits: Limits = LIMITS,
  isQuiet: (file: InputFile) => boolean = () => false,
): Discovery {
  const realRoot = realpathSync(root);
  const walk: Walk = {
    ...{ root: realRoot, excluded, limits, isQuiet, textNow: textsNow(realRoot, limits) },
    ...{ files: [], notes: [], seen: [], characters: 0, uncounted: [] },
    again: paths.length > 1 ? new Set() : undefined,
  };
  for (const path of paths) {
    const full = resolve(realRoot, path);
    if (!isInside(realRoot, full)) throw new PathError(path, 'is outside the scanned root');
    const stat = statOf(full);
    if (!stat) throw new PathError(path, 'does not exist or cannot be read');
    if (stat.isDirectory()) walkFolder(walk, full, 0);
    else readOne(walk, full, true);
  }
  countFolders(walk);
  const files = walk.files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, notes: walk.notes };
}

export class PathError extends Error {
  constructor(path: string, reason: string) {
    super(`${path} ${reason}`);
  }
}

function walkFolder(walk: Walk, folder: string, depth: number): void {
  if (depth > walk.limits.folderDepth) {
    addNote(
      walk,
      folder,
      'too-deep',
      `folders are nested more than ${walk.limits.folderDepth} deep; nothing below was read`,
    );
    return;
  }
  const entries = entriesOf(folder);
  if (!entries) {
    addNote(walk, folder, 'unreadable', 'the folder cannot be read');
    return;
  }
  if (entries.length > 1) entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inside = folder.endsWith(sep) ? folder : folder + sep;
  for (const entry of entries) {
    if (walk.files.length >= walk.limits.files) {
      addNote(walk, folder, 'too-many', `more than ${walk.limits.files} files; the rest was not read`);
      return;
    }
    const full = inside + entry.name;
    const isFolder = entry.isDirectory();
    if (isFolder && isHistory(entry.name)) continue;
    const reason = reasonToLeave(walk, full, entry);
    if (reason !== undefined) leaveOut(walk, full, reason, isFolder);
    else if (isFolder) walkFolder(walk, full, depth + 1);
    else if (entry.isSymbolicLink()) followLink(walk, full);
    else if (entry.isFile()) readOne(walk, full, false);
    else if (mayHoldFindings(entry.name))
      addNote(walk, full, 'not-a-regular-file', 'not a regular file; it was not opened');
    else addOtherKind(walk, full);
  }
}

function reasonToLeave(walk: Walk, full: string, entry: Dirent): LeftOutCode | undefined {
  const path = relativePath(walk, full);
  if (walk.excluded(path)) return 'ignored';
  if (entry.isDirectory() && isVendored(path)) return 'vendored';
  // What is not UTF-8 comes with this character, and would not be found again under the name that it makes.
  return entry.name.includes('\ufffd') && statOf(full) === undefined ? 'file-name' : undefined;
}

const LEFT_OUT: Readonly<Record<LeftOutCode, string>> = {
  vendored: 'holds what others wrote; it was not read',
  ignored: 'the configuration excludes it',
  linked: 'a link; what it leads to is read under its own name, if it is below the scanned root',
  'outside-root': 'a link that leads outside the scanned root; it was not followed',
  'file-name': 'its name is not UTF-8; it was not read',
  binary: 'not a text; it was not read',
};

function leaveOut(walk: Walk, full: string, code: LeftOutCode, isFolder: boolean): void {
  if (isFolder) walk.uncounted.push({ folder: full, code });
  else walk.notes.push({ code, message: LEFT_OUT[code], path: relativePath(walk, full), coverage: 'left-out' });
}

function addOtherKind(walk: Walk, full: string): void {
  const path = relativePath(walk, full);
  walk.notes.push({ code: 'other-kind', message: 'of a kind that is not read', path, coverage: 'other-kind' });
}

/** How many files the folders hold that were left out, up to a limit for all of them. */
function countFolders(walk: Walk): void {
  let left = walk.limits.countedFiles;
  for (const { folder, code } of walk.uncounted) {
    const files = countBelow(walk, folder, left);
    left -= files;
    const path = relativePath(walk, folder);
    walk.notes.push({ code, message: LEFT_OUT[code], path, coverage: 'left-out', files });
  }
  if (left > 0) return;
  const message = `the folders that are left out hold ${walk.limits.countedFiles} files or more; the rest was not counted`;
  walk.notes.push({ code: 'too-many', message, path: '.', coverage: 'about' });
}

function countBelow(walk: Walk, folder: string, most: number): number {
  let files = 0;
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined && files < most; next = pending.pop()) {
    for (const entry of entriesOf(next) ?? []) {
      const full = next + sep + entry.name;
      if (entry.isDirectory()) pending.push(full);
      else if (!walk.again?.has(full)) files++;
    }
  }
  return Math.min(files, most);
}

/** A link to a file is followed inside the root; a link to a folder never is, because the folder is walked where it stands. */
function followLink(walk: Walk, link: string): void {
  const target = realPath(link);
  const stat = target === undefined ? undefined : statOf(target);
  if (target === undefined || !stat || stat.isDirectory()) leaveOut(walk, link, 'linked', false);
  else if (!mayHoldFindings(link) && !isChartArchive(link)) addOtherKind(walk, link);
  else if (!isInside(walk.root, target)) leaveOut(walk, link, 'outside-root', false);
  else if (!stat.isFile())
    addNote(walk, link, 'not-a-regular-file', 'a link to something that is not a regular file; it was not opened');
  else {
    leaveOut(walk, link, 'linked', false);
    walk.again ??= new Set(walk.seen);
    readOne(walk, target, false);
  }
}

function readOne(walk: Walk, full: string, named: boolean): void {
  if (walk.again?.has(full)) return;
  if (walk.again) walk.again.add(full);
  else walk.seen.push(full);
  const path = relativePath(walk, full);
  if (isChartArchive(path)) {
    readArchive(walk, full, path);
    return;
  }
  if (!named && !mayHoldFindings(path)) {
    addOtherKind(walk, full);
    return;
  }
  const bytes = bytesOf(walk, full, LIMITS.fileBytes);
  if (!bytes) return;
  const accepted = acceptBytes(path, bytes, named);
  switch (accepted.kind) {
    case 'text': {
      keepText(walk, full, { path, text: accepted.text }, named);
      const note = nulNote(path, accepted.text);
      if (note) walk.notes.push(note);
      return;
    }
    case 'other':
      addOtherKind(walk, full);
      return;
    case 'binary':
      if (named) addNote(walk, full, 'not-text', 'not a text file');
      else leaveOut(walk, full, 'binary', false);
      return;
    default:
      accepted satisfies never;
  }
}

function keepText(walk: Walk, full: string, file: InputFile, named: boolean): void {
  if (walk.characters < walk.limits.heldCharacters) {
    keep(walk, full, [file]);
    return;
  }
  const stored = new StoredFile(file, named ? walk.textNow.named : walk.textNow.found);
  if (walk.isQuiet(stored)) {
    stored.letGo();
    walk.files.push(stored);
  } else keep(walk, full, [stored]);
}

function textsNow(root: string, limits: Limits): Walk['textNow'] {
  const inside = root.endsWith(sep) ? root : root + sep;
  const text = (path: string, named: boolean): string => {
    const bytes = readBytes(inside + path, limits.fileBytes);
    const accepted = Buffer.isBuffer(bytes) ? acceptBytes(path, bytes, named) : undefined;
    // Nothing of a file that was there when it was found: then it says nothing any more.
    return accepted?.kind === 'text' ? accepted.text : '';
  };
  return { found: (path) => text(path, false), named: (path) => text(path, true) };
}

/** A run holds these files at once. */
function keep(walk: Walk, full: string, files: readonly InputFile[]): void {
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  if (walk.characters + characters > walk.limits.runCharacters) {
    const most = walk.limits.runCharacters / 1024 / 1024;
    addNote(walk, full, 'too-large', `all files together are larger than ${most} MiB with it; it was not read`);
    return;
  }
  walk.characters += characters;
  walk.files.push(...files);
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function readArchive(walk: Walk, full: string, path: string): void {
  const bytes = bytesOf(walk, full, LIMITS.archiveBytes);
  if (!bytes) return;
  const archive = readChartArchive(path, bytes);
  walk.notes.push(...archive.notes);
  keep(walk, full, archive.files);
}

function bytesOf(walk: Walk, full: string, limit: number): Buffer | undefined {
  const bytes = readBytes(full, limit);
  if (Buffer.isBuffer(bytes)) return bytes;
  walk.notes.push({ ...bytes, path: relativePath(walk, full) });
  return undefined;
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function relativePath(walk: Walk, full: string): string {
  if (full === walk.root) return '.';
  const path = full.slice(walk.root.endsWith(sep) ? walk.root.length : walk.root.length + 1);
  return sep === '/' ? path : path.split(sep).join('/');
}

function addNote(walk: Walk, full: string, code: NoteCode, message: string): void {
  walk.notes.push({ code, message, path: relativePath(walk, full), coverage: 'not' });
}
