/** Of many files that have one name, those that are nearest to who names them. An index for each list keeps the steps in proportion. */
import { groupByEach } from '../text/group.ts';
import { once } from '../text/once.ts';
import { foldersAbove } from '../text/path.ts';

interface Located {
  readonly path: string;
}

/** Nobody tells more of them apart. */
const MOST_NEAR = 20;

const byFolderAbove = once((all: readonly Located[]) => groupByEach(all, ({ path }) => foldersAbove(path)));

/** Those in the folder and in the folders below it. */
export function filesUnder<T extends Located>(all: readonly T[], folder: string): readonly T[] {
  return (byFolderAbove(all) as ReadonlyMap<string, readonly T[]>).get(folder) ?? [];
}

/** Those that share the most folders with `from`, which is none of them itself: the folder `within` at least, and twenty at most. */
export function nearestTo<T extends Located>(all: readonly T[], from: Located, within = ''): readonly T[] {
  for (const folder of foldersAbove(from.path)) {
    const below = filesUnder(all, folder).slice(0, MOST_NEAR + 1);
    const found = below.filter((one) => one !== from);
    if (found.length > 0) return found.slice(0, MOST_NEAR);
    if (folder === within) break;
  }
  return [];
}
