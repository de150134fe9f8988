/** Says which patterns of the settings match nothing, and what to write in their place. */
import { compileGlob } from '../config/glob.ts';
import type { Settings } from '../config/options.ts';
import { nearest } from '../config/usage-error.ts';
import type { Note } from '../model/note.ts';

/** What a run came across. */
export interface Seen {
  /** Of files that were read and of files and folders that were not, relative to the root. */
  readonly paths: readonly string[];
  /** Folders of which nobody looked at what is inside. */
  readonly unopened: readonly string[];
  /** Whether the patterns speak of this folder, and all of it was looked at. */
  readonly isWhole: boolean;
  /** What stands before a path of the root where the patterns start. */
  readonly base: string;
}

const MOST_NOTES = 20;

export function patternNotes(settings: Settings, seen: Seen): readonly Note[] {
  return patternsOf(settings)
    .flatMap(([setting, pattern]): Note[] => {
      const reason = mistakeIn(pattern) ?? (seen.isWhole ? uselessness(pattern, seen) : undefined);
      if (reason === undefined) return [];
      const message = `the pattern "${pattern}" of ${setting} ${reason}`;
      return [{ code: 'configuration', message, path: '.', coverage: 'about' }];
    })
    .slice(0, MOST_NOTES);
}

function patternsOf({
  exclude,
  overrides,
  knowledge,
}: Settings): readonly (readonly [setting: string, pattern: string])[] {
  const named = (setting: string, lists: readonly (readonly string[] | undefined)[]) =>
    lists.flatMap((list) => list ?? []).map((pattern) => [setting, pattern] as const);
  return [
    ...named('exclude', [exclude]),
    ...named(
      'overrides',
      overrides.map(({ paths }) => paths),
    ),
    ...named(
      'knowledge.places',
      knowledge.places.map(({ paths }) => paths),
    ),
    ...named(
      'knowledge.advice',
      knowledge.advice.map(({ paths }) => paths),
    ),
  ];
}

/** What is a pattern elsewhere and is none here, with what to write. */
function mistakeIn(pattern: string): string | undefined {
  if (pattern.startsWith('!'))
    return `matches nothing: what is excluded cannot be taken back; write patterns for what is to be left out, without "${pattern.slice(1)}"`;
  if (/^[A-Za-z]:[\\/]/.test(pattern))
    return 'matches nothing: patterns start at a folder of the repository, not at a drive';
  if (pattern.includes('\\'))
    return `matches nothing: folders are separated by forward slashes; write "${pattern.replace(/\\+/g, '/')}"`;
  const braces = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(pattern);
  if (braces?.[2]?.includes(',')) {
    const each = braces[2].split(',').map((part) => `"${braces[1]}${part.trim()}${braces[3]}"`);
    return `matches nothing: braces are not read; write ${each.join(' and ')}`;
  }
  return undefined;
}

/**
 * A name alone (`dist`) may stand for what a build makes, which is not always there: it is told only where something has
 * nearly that name.
 */
function uselessness(pattern: string, { paths, unopened, base }: Seen): string | undefined {
  const matches = compileGlob(pattern);
  if (paths.some((path) => matches(base + path))) return undefined;
  const wanted = pattern.replace(/^\.?\/|^\*\*\/|\/(?:\*\*)?$/g, '').replace(/\/\*\*$/, '');
  const parts = wanted.split('/');
  const fixed = parts.filter((part) => !/[*?]/.test(part));
  // Nobody knows what is in a folder that was left out.
  if (unopened.some((folder) => fixed.join('/').startsWith(`${base}${folder}/`))) return undefined;
  const isName = parts.length === 1;
  const near = fixed.length === parts.length ? nearest(wanted, namesLike(parts.length, paths)) : undefined;
  if (near !== undefined) return `matches no file or folder; did you mean "${near}"?`;
  return isName ? undefined : 'matches no file or folder';
}

const MOST_NAMES = 3000;

/** Every folder and file of the depth; names alone from any depth. */
function namesLike(depth: number, paths: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const path of paths) {
    if (names.size >= MOST_NAMES) break;
    const parts = path.split('/');
    if (depth === 1) for (const part of parts) names.add(part);
    else if (parts.length >= depth) names.add(parts.slice(0, depth).join('/'));
  }
  return [...names];
}
