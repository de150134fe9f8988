/** In which folder the commands of a script run, as far as `cd` says it. */
import type { Token } from '../../model/document.ts';
import { HOLE } from '../../text/view.ts';

/** As written, from where the script starts: `/tmp/engine`, `../tools`, nothing. */
export interface Folder {
  readonly path: string;
  readonly before: string;
}

export const START: Folder = { path: '', before: '' };

/** Longer paths are none that a person wrote. */
const LONGEST = 300;

/** Where the next command runs. */
export function folderAfter(program: string, words: readonly Token[], { path, before }: Folder): Folder {
  if (program === 'popd') return { path: before, before: path };
  if (program !== 'cd' && program !== 'pushd') return { path, before };
  const to = words.slice(1).find(({ text }) => !/^-[a-zA-Z]|^--$/.test(text))?.text ?? HOLE;
  if (to === '-') return { path: before, before: path };
  const next = insideFolder({ path, before }, to);
  return { path: next.length > LONGEST ? HOLE : next, before: path };
}

/** The path of a file from where the script starts. */
export function insideFolder({ path }: Folder, file: string): string {
  return path === '' || /^[/~]/.test(file) || file.startsWith(HOLE) ? file : `${path}/${file}`;
}
