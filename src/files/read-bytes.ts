/** Reads one regular file through no link and within a size, or says why not. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Note } from '../model/note.ts';

/** A note without its path. */
type Refusal = Pick<Note, 'code' | 'message' | 'coverage'>;

/** The bytes are those of the file until the next call. */
export function readBytes(full: string, limit: number): Buffer | Refusal {
  let handle: number;
  try {
    // A named pipe would block on open; O_NOFOLLOW closes the gap between the look and the opening.
    handle = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return UNREADABLE;
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile())
      return { code: 'not-a-regular-file', message: 'not a regular file; it was not read', coverage: 'not' };
    if (stat.size > limit) {
      const message = `larger than ${Math.round(limit / 1024 / 1024)} MiB; it was not read`;
      return { code: 'too-large', message, coverage: 'left-out' };
    }
    return readWhole(handle, stat.size);
  } catch {
    return UNREADABLE;
  } finally {
    closeSync(handle);
  }
}

const UNREADABLE: Refusal = { code: 'unreadable', message: 'the file cannot be read', coverage: 'not' };

/** Most files fit, and nobody keeps the bytes of a file: they become a text. */
const shared = Buffer.allocUnsafeSlow(256 * 1024);

/** One read for the usual file: its size is known and it is not growing. */
function readWhole(handle: number, size: number): Buffer {
  const bytes = size < shared.length ? shared : Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  while (length <= size) {
    const count = readSync(handle, bytes, length, size + 1 - length, null);
    if (count === 0) break;
    length += count;
    if (length === size) break;
  }
  return bytes.subarray(0, Math.min(length, size));
}
