/** Which of the files that were dropped are read, as a scan of a folder would choose. */
import { type UnzipFileInfo, unzipSync } from 'fflate/browser';
import { isBelowVendored, isChartArchive, isHistory, mayHoldFindings } from '../files/names.ts';
import { isWorthReading } from '../files/worth-reading.ts';
import type { InputFile } from '../model/input.ts';

export interface Upload {
  readonly files: readonly InputFile[];
  /** What was not read, in sentences. */
  readonly remarks: readonly string[];
}

interface Dropped {
  /** With forward slashes, below what was dropped. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const MIB = 1024 * 1024;
const MOST_FILES = 2000;
const MOST_BYTES = 24 * MIB;
const LONGEST_PATH = 400;
const SAMPLE = 8000;

export function isPath(path: string): boolean {
  const parts = path.split('/');
  return path.length <= LONGEST_PATH && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

/** A single file is read whatever it is called: somebody wants to know about it. */
export function readUpload(dropped: readonly Dropped[]): Upload {
  const remarks = new Set<string>();
  const all = dropped.flatMap((one) => (/\.zip$/i.test(one.path) ? unpack(one, remarks) : [one]));
  const named = all.length === 1;
  const files: InputFile[] = [];
  let bytes = 0;
  for (const one of withoutCommonFolder(all)) {
    if (isChartArchive(one.path)) {
      remarks.add('Packaged charts are not unpacked here; the command line reads them.');
      continue;
    }
    if (!isPath(one.path) || (!named && !isWanted(one.path))) continue;
    bytes += one.bytes.length;
    if (files.length >= MOST_FILES || bytes > MOST_BYTES) {
      remarks.add(
        `More than ${MOST_FILES} files or ${MOST_BYTES / MIB} MiB: the rest was not read. The command line reads all of it.`,
      );
      break;
    }
    const text = textOf(one.bytes);
    if (text !== undefined && (named || isWorthReading(one.path, text))) files.push({ path: one.path, text });
  }
  if (files.length === 0) remarks.add('There is nothing in it that is read here.');
  return { files, remarks: [...remarks] };
}

function isWanted(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return !folders.some(isHistory) && !isBelowVendored(path) && mayHoldFindings(path);
}

/** Only what is wanted is unpacked, and no more of it than the limit, by what the archive says of its sizes. */
function unpack({ path, bytes }: Dropped, remarks: Set<string>): readonly Dropped[] {
  let left = MOST_BYTES;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (name.endsWith('/') || !isWanted(name)) return false;
    left -= originalSize;
    if (left < 0) remarks.add(`${path} unpacks to more than ${MOST_BYTES / MIB} MiB; the rest was not read.`);
    return left >= 0;
  };
  try {
    return Object.entries(unzipSync(bytes, { filter })).map(([name, content]) => ({ path: name, bytes: content }));
  } catch {
    remarks.add(`${path} is not a zip archive that can be read.`);
    return [];
  }
}

/** Archives of a repository hold one folder with everything in it. */
function withoutCommonFolder(files: readonly Dropped[]): readonly Dropped[] {
  const [first] = files;
  const top = first?.path.slice(0, first.path.indexOf('/') + 1) ?? '';
  if (top === '' || files.length < 2 || !files.every(({ path }) => path.startsWith(top))) return files;
  return files.map(({ path, bytes }) => ({ path: path.slice(top.length), bytes }));
}

function textOf(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  if (encoding === 'utf-8' && bytes.subarray(0, SAMPLE).includes(0)) return undefined;
  return new TextDecoder(encoding).decode(bytes);
}
