/**
 * Results of earlier runs. What is kept is what the pipeline returned, under a digest of all that it was given: the names
 * and texts of the files, what was said of those that were left out, the settings, the program. Nothing of the file system
 * is trusted, such as the time of a change, so that a fresh checkout finds the results of another.
 */
import { createHash } from 'node:crypto';
import { openCache } from '../files/cache.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { lintLazily } from '../lint-lazily.ts';
import type { InputFile } from '../model/input.ts';
import { VERSION } from '../model/tool.ts';
import { preserve, restore } from './preserve.ts';

/** Changes with every change of the sources; scripts/build.mjs fills it in. */
const BUILD = process.env.DOCKERSHIM_LINT_BUILD ?? 'unbuilt';

/** What `lintLazily` returns for the same arguments. */
export type LintFiles = typeof lintLazily;

/** `judging` says what the options were made of, but for the day. */
export function lintThroughCache(folder: string, root: string, judging: string): LintFiles {
  const cache = openCache(folder, repositoryTop(root));
  return async (files, options, notes = [], watch) => {
    // What is watched has to happen.
    if (watch) return lintLazily(files, options, notes, watch);
    const program = [VERSION, BUILD, process.version];
    const key = digest(JSON.stringify([program, judging, notes, dayThatMatters(files, options.today)]), files);
    const kept = cache.read(key);
    const known = kept === undefined ? undefined : restore(kept, files);
    if (known) return known;
    const fresh = await lintLazily(files, options, notes);
    const text = options.isLate?.() || options.isFull?.() ? undefined : preserve(fresh, files);
    if (text !== undefined) cache.write(key, text);
    return fresh;
  };
}

/** A suppression may end on a day; without one, yesterday's result is today's. */
function dayThatMatters(files: readonly InputFile[], today: string): string | undefined {
  return files.some(({ text }) => text.includes('until=')) ? today : undefined;
}

/** Characters that are handed to the digest at once: few at a time would cost more than the digest itself. */
const MANY = 1 << 18;

/** Equal only for equal files in the same order. */
function digest(head: string, files: readonly InputFile[]): string {
  const hash = createHash('sha256');
  let waiting = '';
  const add = (text: string): void => {
    // What is no well-formed text would be changed on its way to bytes.
    waiting += text.isWellFormed() ? `${text.length}:${text}` : `${text.length}!${JSON.stringify(text)}`;
    if (waiting.length < MANY) return;
    hash.update(waiting);
    waiting = '';
  };
  add(head);
  for (const { path, text } of files) {
    add(path);
    add(text);
  }
  return hash.update(waiting).digest('hex');
}
