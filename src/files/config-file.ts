/** Reads the files that people write for the linter: its configuration and its baseline. */
import { UsageError } from '../config/usage-error.ts';
import { isInside } from './inside.ts';
import { realPath } from './real-path.ts';
import { readRegularFile } from './regular-file.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** A file that the repository itself names or holds: read only where it stands inside `root`, also behind its links. */
export function readRepositoryFile(path: string, what: string, root: string): string {
  const real = existing(path, what);
  if (!isInside(existing(root, 'folder'), real))
    throw new UsageError(`The ${what} ${path} is outside the repository, or a link that leads out of it.`);
  return readText(real, what, path);
}

/** A file that a person named: it may stand anywhere, but a path inside `root` must not lead out of it. */
export function readNamedFile(path: string, what: string, root: string): string {
  if (isInside(root, path)) return readRepositoryFile(path, what, root);
  return readText(existing(path, what), what, path);
}

function existing(path: string, what: string): string {
  const real = realPath(path);
  if (real === undefined) throw new UsageError(`The ${what} ${path} cannot be read.`);
  return real;
}

function readText(real: string, what: string, written: string): string {
  const file = readRegularFile(real, MAX_BYTES);
  switch (file.kind) {
    case 'read':
      return file.bytes.toString('utf8');
    case 'not-regular':
      throw new UsageError(`The ${what} ${written} is not a file.`);
    case 'too-large':
      throw new UsageError(`The ${what} ${written} is too large.`);
    case 'missing':
    case 'unreadable':
      throw new UsageError(`The ${what} ${written} cannot be read.`);
  }
}
