/** The folder in which results are kept between runs: small files with names of our own making, and nothing else is touched. */
import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { isInside } from './inside.ts';
import { realPath } from './real-path.ts';
import { readSmallText } from './regular-file.ts';
import { removeFile, writeFile } from './write.ts';

export interface CacheFolder {
  /** The text that was kept under the name, or undefined. */
  read(name: string): string | undefined;
  write(name: string, text: string): void;
}

/** One for each state of a tree that somebody works on; more would only be carried about. */
const MOST_ENTRIES = 24;
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * `repository` is absolute and without links. A folder inside it is refused: whoever proposes a change could propose the
 * result of its own check.
 */
export function openCache(folder: string, repository: string): CacheFolder {
  if (isInside(repository, folder) || isInside(repository, realPlace(folder)))
    throw new UsageError(
      `The cache ${folder} is inside the repository, where a change could bring its own result; name a folder outside it.`,
    );
  const fileOf = (name: string) => join(folder, `${name}.json`);
  return {
    read: (name) => readSmallText(fileOf(name), MOST_BYTES),
    write(name, text) {
      writeFile({ path: fileOf(name), name: `The cache ${folder}`, guarded: [repository] }, text);
      for (const old of entriesOf(folder).slice(MOST_ENTRIES)) removeFile(join(folder, old), [repository]);
    },
  };
}

/** Where the folder is, or would be made. */
function realPlace(path: string): string {
  const above = dirname(path);
  return realPath(path) ?? (above === path ? path : join(realPlace(above), basename(path)));
}

/** The newest first. */
function entriesOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
    .map((name) => ({ name, time: timeOf(join(folder, name)) }))
    .sort((a, b) => b.time - a.time || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

function timeOf(path: string): number {
  try {
    return lstatSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
