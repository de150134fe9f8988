/** Reads a packaged chart (`.tgz`) in memory, under limits; nothing is unpacked to disk and links inside are ignored. */
import type { InputFile } from '../model/input.ts';
import { LIMITS } from '../model/limits.ts';
import type { Note } from '../model/note.ts';

export interface Archive {
  readonly files: readonly InputFile[];
  readonly notes: readonly Note[];
}

const BLOCK = 512;

/**
 * The files of the archive as if it were unpacked into a folder with the archive's own name: `name/templates/a.yaml` of
 * `charts/name-1.0.0.tgz` becomes `charts/name-1.0.0.tgz/templates/a.yaml`.
 */
export function readChartArchive(path: string, bytes: Uint8Array): Archive {
  const note = (message: string): Archive => ({
    files: [],
    notes: [{ code: 'archive', message, path, coverage: 'not' }],
  });
  const most = Math.min(LIMITS.archiveBytes, Math.max(bytes.length * LIMITS.archiveRatio, LIMITS.archiveHarmlessBytes));
  // Most runs meet no archive.
  const { gunzipSync } = process.getBuiltinModule('node:zlib');
  let tar: Buffer;
  try {
    tar = gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return note(tooLarge ? 'unpacks to more than the limit; it was not read' : 'is not a gzip archive');
  }
  return readTar(path, tar);
}

function readTar(path: string, tar: Buffer): Archive {
  const files: InputFile[] = [];
  const notes: Note[] = [];
  const add = (message: string) => notes.push({ code: 'archive', message, path, coverage: 'partly' });
  let longName: string | undefined;
  let entries = 0;
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (++entries > LIMITS.archiveEntries) {
      add(`holds more than ${LIMITS.archiveEntries} entries; the rest was not read`);
      break;
    }
    const size = octal(header, 124, 12);
    const body = tar.subarray(at + BLOCK, at + BLOCK + size);
    if (!Number.isSafeInteger(size) || body.length < size) {
      add('ends in the middle of a file');
      break;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'L') longName = textOf(body);
    else if (type === 'x') longName = paxPath(body) ?? longName;
    else if (type === '0' || type === '\0') {
      const name = innerName(longName ?? headerName(header));
      longName = undefined;
      if (name === undefined) add('holds a path that leads outside the chart; that file was not read');
      else if (size > LIMITS.archiveEntryBytes)
        add(`${name} is larger than ${LIMITS.archiveEntryBytes / 1024 / 1024} MiB; it was not read`);
      else if (!body.subarray(0, 8000).includes(0))
        files.push({ path: `${path}/${name}`, text: body.toString('utf8') });
    } else longName = undefined;
  }
  return { files, notes };
}

/** The path below the chart's own folder, or undefined when it leads outside. */
function innerName(name: string): string | undefined {
  const parts = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || name.startsWith('/') || parts.length < 2) return undefined;
  return parts.slice(1).join('/');
}

function headerName(header: Buffer): string {
  const prefix = header.toString('latin1', 257, 262) === 'ustar' ? textOf(header.subarray(345, 500)) : '';
  const name = textOf(header.subarray(0, 100));
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** The `path` record of an extended header: `27 path=name/templates/a.yaml`. */
function paxPath(body: Buffer): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(body.toString('utf8'))?.[1];
}

function octal(header: Buffer, start: number, length: number): number {
  return Number.parseInt(textOf(header.subarray(start, start + length)).trim() || '0', 8);
}

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
