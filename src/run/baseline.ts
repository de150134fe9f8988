/** Which folder a baseline is kept for, and which of its entries a scan looks at. */
import { dirname, join, resolve } from 'node:path';
import { isSelected } from '../config/apply.ts';
import type { Settings } from '../config/options.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { isInside } from '../files/inside.ts';
import { isBelowVendored } from '../files/names.ts';
import { wayFrom } from '../files/paths.ts';
import { realPath } from '../files/real-path.ts';
import type { BaselineScope } from '../suppress/baseline.ts';

export interface Scanned {
  readonly root: string;
  /** Relative to the root. */
  readonly paths: readonly string[];
  readonly excluded: (path: string) => boolean;
  readonly settings: Settings;
}

/** Whatever folder is scanned, an entry names its file from one and the same folder. */
export function baselineScope(file: string, { root, paths, excluded, settings }: Scanned): BaselineScope {
  const home = homeOf(file, root);
  return {
    pathOf: home === root ? undefined : (path) => wayFrom(home, join(root, path)),
    covers({ path: entry, rule }) {
      const full = resolve(home, entry);
      const path = wayFrom(root, full);
      return (
        isSelected(settings, rule) &&
        isInside(root, full) &&
        !excluded(path) &&
        paths.some((scanned) => isBelow(path, scanned === '.' ? '' : scanned))
      );
    },
  };
}

/** The folder of the file; for one that stands outside, the repository that it is about. */
function homeOf(file: string, root: string): string {
  const folder = realPath(dirname(file)) ?? dirname(file);
  const top = repositoryTop(root);
  return isInside(top, folder) || isInside(folder, root) ? folder : top;
}

/** Folders of what others wrote are only scanned when they are named. */
function isBelow(path: string, scanned: string): boolean {
  if (path === scanned) return true;
  if (scanned !== '' && !path.startsWith(`${scanned}/`)) return false;
  return !isBelowVendored(path, scanned === '' ? 0 : scanned.length + 1);
}
