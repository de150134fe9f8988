/** What a file's path says about where it runs. */
import { PATH_HINTS } from '../data/path-hints.ts';
import type { NameHint, Place } from '../model/place.ts';
import { folderOf } from '../text/path.ts';

export interface NamePlace {
  readonly place: Place;
  readonly hint: NameHint;
  /** The folder whose other files tell whether a name that sounds like a node's is one. */
  readonly base: string;
}

export function placeByName(path: string): NamePlace | undefined {
  for (const { pattern, place, hint } of PATH_HINTS) {
    const match = pattern.exec(path);
    if (match) return { place, hint, base: baseOf(path, match, hint) };
  }
  return undefined;
}

function baseOf(path: string, match: RegExpExecArray, hint: NameHint): string {
  switch (hint) {
    case 'node-folder':
      return path.slice(0, match.index + match[0].length).replace(/\/$/, '');
    case 'node-etc':
      return folderOf(path.slice(0, match.index));
    default:
      return folderOf(path);
  }
}
