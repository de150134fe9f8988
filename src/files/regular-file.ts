/** Opens regular files only: no link in the last part of the path, no device, no pipe that would block. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

type RegularFile =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'missing' | 'not-regular' | 'too-large' | 'unreadable' };

export function readRegularFile(path: string, limit: number): RegularFile {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return {
      kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : code === 'ELOOP' ? 'not-regular' : 'unreadable',
    };
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { kind: 'not-regular' };
    if (stat.size > limit) return { kind: 'too-large' };
    return { kind: 'read', bytes: readWhole(handle, stat.size) };
  } catch {
    return { kind: 'unreadable' };
  } finally {
    closeSync(handle);
  }
}

/** The text of a small file; undefined for anything that is not one. */
export function readSmallText(path: string, limit: number): string | undefined {
  const file = readRegularFile(path, limit);
  return file.kind === 'read' ? file.bytes.toString('utf8') : undefined;
}

function readWhole(handle: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(handle, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}
