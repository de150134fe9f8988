/** Finds and reads the files worth reading below a root: regular files only, nothing outside the root, every limit a note. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { InputFile } from '../model/input.ts';
import type { Note, NoteCode } from '../model/note.ts';
import { readChartArchive } from './archive.ts';
import { LIMITS } from './limits.ts';
import { isChartArchive, isSkippedFolder, mayHoldFindings } from './names.ts';

export interface Discovery {
  readonly files: readonly InputFile[];
  readonly notes: readonly Note[];
}

interface Walk {
  readonly root: string;
  readonly excluded: (path: string) => boolean;
  readonly files: InputFile[];
  readonly notes: Note[];
  readonly seen: Set<string>;
}

/**
 * `paths` are relative to `root` or absolute inside it; `excluded` is asked with paths relative to the root.
 * A path that does not exist throws a PathError: it was asked for by name.
 */
export function discover(
  root: string,
  paths: readonly string[],
  excluded: (path: string) => boolean = () => false,
): Discovery {
  const realRoot = realpathSync(root);
  const walk: Walk = { root: realRoot, excluded, files: [], notes: [], seen: new Set() };
  for (const path of paths) {
    const full = resolve(realRoot, path);
    if (!isInside(realRoot, full)) throw new PathError(path, 'is outside the scanned root');
    const stat = statOf(full);
    if (!stat) throw new PathError(path, 'does not exist or cannot be read');
    if (stat.isDirectory()) walkFolder(walk, full, 0);
    else readOne(walk, full, true);
  }
  const files = walk.files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, notes: walk.notes };
}

export class PathError extends Error {
  constructor(path: string, reason: string) {
    super(`${path} ${reason}`);
  }
}

function walkFolder(walk: Walk, folder: string, depth: number): void {
  if (depth > LIMITS.folderDepth) {
    addNote(
      walk,
      folder,
      'too-deep',
      `folders are nested more than ${LIMITS.folderDepth} deep; nothing below was read`,
    );
    return;
  }
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    addNote(walk, folder, 'unreadable', 'the folder cannot be read');
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (walk.files.length >= LIMITS.files) {
      addNote(walk, folder, 'too-many', `more than ${LIMITS.files} files; the rest was not read`);
      return;
    }
    const full = folder.endsWith(sep) ? folder + entry.name : folder + sep + entry.name;
    if (walk.excluded(relativePath(walk, full))) continue;
    if (entry.isDirectory()) {
      if (!isSkippedFolder(entry.name)) walkFolder(walk, full, depth + 1);
    } else if (entry.isSymbolicLink()) {
      followLink(walk, full, depth);
    } else if (entry.isFile()) {
      readOne(walk, full, false);
    } else if (mayHoldFindings(entry.name)) {
      addNote(walk, full, 'not-a-regular-file', 'not a regular file; it was not opened');
    }
  }
}

/** A link to a file is followed inside the root; a link to a folder never is, because the folder is walked where it stands. */
function followLink(walk: Walk, link: string, _depth: number): void {
  let target: string;
  try {
    target = realpathSync(link);
  } catch {
    return;
  }
  const stat = statOf(target);
  if (!stat || stat.isDirectory()) return;
  if (!mayHoldFindings(link) && !isChartArchive(link)) return;
  if (!isInside(walk.root, target))
    addNote(walk, link, 'outside-root', 'a link that leads outside the scanned root; it was not followed');
  else if (!stat.isFile())
    addNote(walk, link, 'not-a-regular-file', 'a link to something that is not a regular file; it was not opened');
  else readOne(walk, target, false);
}

function readOne(walk: Walk, full: string, named: boolean): void {
  if (walk.seen.has(full)) return;
  walk.seen.add(full);
  const path = relativePath(walk, full);
  if (isChartArchive(path)) {
    readArchive(walk, full, path);
    return;
  }
  if (!named && !mayHoldFindings(path)) return;
  const bytes = readBytes(walk, full);
  if (!bytes) return;
  if (named && isBinary(bytes)) addNote(walk, full, 'not-text', 'not a text file');
  const text = acceptedText(path, bytes, named);
  if (text !== undefined) walk.files.push({ path, text });
}

/** The text of a file that is worth reading; `named`: somebody asked for exactly this file. */
export function acceptedText(path: string, bytes: Buffer, named: boolean): string | undefined {
  if (bytes.length === 0 || isBinary(bytes)) return undefined;
  if (!named && !hasExtension(path) && !isScriptOrKnown(path, bytes)) return undefined;
  return bytes.toString('utf8');
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8000).includes(0);
}

function readArchive(walk: Walk, full: string, path: string): void {
  const bytes = readBytes(walk, full, LIMITS.archiveBytes);
  if (!bytes) return;
  const archive = readChartArchive(path, bytes);
  walk.notes.push(...archive.notes);
  for (const file of archive.files) walk.files.push(file);
}

function readBytes(walk: Walk, full: string, limit: number = LIMITS.scriptBytes): Buffer | undefined {
  let handle: number;
  try {
    // A named pipe would block on open; O_NOFOLLOW closes the gap between the look and the opening.
    handle = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  } catch {
    addNote(walk, full, 'unreadable', 'the file cannot be read');
    return undefined;
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) {
      addNote(walk, full, 'not-a-regular-file', 'not a regular file; it was not read');
      return undefined;
    }
    if (stat.size > limit) {
      addNote(walk, full, 'too-large', `larger than ${Math.round(limit / 1024 / 1024)} MiB; it was not read`);
      return undefined;
    }
    return readWhole(handle, stat.size);
  } catch {
    addNote(walk, full, 'unreadable', 'the file cannot be read');
    return undefined;
  } finally {
    closeSync(handle);
  }
}

/** One read for the usual file: its size is known and it is not growing. */
function readWhole(handle: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(handle, bytes, length, bytes.length - length, null);
    if (count === 0) break;
    length += count;
    if (length === size) break;
  }
  return bytes.subarray(0, Math.min(length, size));
}

function hasExtension(path: string): boolean {
  return /\.[^/.]+$/.test(path);
}

const KNOWN_WITHOUT_EXTENSION =
  /(^|\/)(dockerfile|containerfile|makefile|gnumakefile|jenkinsfile|vagrantfile|kubelet|docker|crontab|user-data|userdata)$/i;
const ENVIRONMENT_FOLDER =
  /(^|\/)(etc|default|sysconfig|cron\.[a-z]+|logrotate\.d|conf\.d|init\.d|bin|sbin|hooks|scripts?)\//i;

/** Words that no prose of a folder has at the start of a line, for files that nothing else tells about. */
const NODE_WORDS =
  /^(?:--[a-z][\w-]*=|(?:runtime|image)-endpoint:|\[(?:Unit|Service)\]|apiVersion: |(?:sudo )?(?:docker|systemctl|kubeadm) [a-z-]+ )/m;

function isScriptOrKnown(path: string, bytes: Buffer): boolean {
  if (bytes[0] === 0x23 && (bytes[1] === 0x21 || bytes.subarray(0, 13).toString('latin1') === '#cloud-config'))
    return true;
  return (
    KNOWN_WITHOUT_EXTENSION.test(path) ||
    /(^|\/)(Dockerfile|Containerfile|Jenkinsfile)[.-][^/]*$/i.test(path) ||
    ENVIRONMENT_FOLDER.test(path) ||
    NODE_WORDS.test(bytes.subarray(0, 16_384).toString('latin1'))
  );
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
