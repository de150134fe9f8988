/** Where a configuration file is looked for. */
import { dirname } from 'node:path';
import { repositoryTop } from '../files/git-folder.ts';
import { isInside } from '../files/inside.ts';

/** The scanned root and what is above it, as far as its repository goes or, without one, to the current folder. */
export function configFolders(root: string, here: string): readonly string[] {
  const top = repositoryTop(root);
  const last = top === root && isInside(here, root) ? here : top;
  const folders = [root];
  for (let folder = root; folder !== last; folder = dirname(folder)) folders.push(dirname(folder));
  return folders;
}
