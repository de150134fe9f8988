/** Path patterns of the configuration: `*`, `?` and `**`, matched in time linear in pattern × path, without regular expressions. */
import { withoutTrailing } from '../text/trim.ts';

export type Matcher = (path: string) => boolean;

/**
 * A pattern without a slash matches a file or folder of that name anywhere; one with a slash starts at the root.
 * What lies below a matched folder matches too.
 */
export function compileGlob(pattern: string): Matcher {
  const trimmed = withoutTrailing(pattern.replace(/^\.\//, '').replace(/^\//, ''), '/');
  if (trimmed === '' || trimmed === '.') return () => true;
  const anywhere = !withoutTrailing(pattern, '/').includes('/');
  const segments = [...(anywhere ? ['**'] : []), ...trimmed.split('/'), '**'];
  return (path) => matchSegments(segments, path.split('/'));
}

export function anyGlob(patterns: readonly string[]): Matcher {
  const matchers = patterns.map(compileGlob);
  return (path) => matchers.some((matches) => matches(path));
}

function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  return matchWild(pattern.length, path.length, {
    isStar: (at) => pattern[at] === '**',
    matches: (at, item) => matchSegment(pattern[at] ?? '', path[item] ?? ''),
  });
}

function matchSegment(pattern: string, name: string): boolean {
  return matchWild(pattern.length, name.length, {
    isStar: (at) => pattern[at] === '*',
    matches: (at, item) => pattern[at] === '?' || pattern[at] === name[item],
  });
}

export interface Comparing {
  readonly isStar: (at: number) => boolean;
  readonly matches: (at: number, item: number) => boolean;
}

/** A star takes any number of items; only the last star ever has to take one more. */
export function matchWild(patterns: number, items: number, { isStar, matches }: Comparing): boolean {
  let at = 0;
  let item = 0;
  let star = -1;
  let taken = 0;
  while (item < items) {
    if (at < patterns && isStar(at)) {
      star = at++;
      taken = item;
    } else if (at < patterns && matches(at, item)) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++taken;
    } else {
      return false;
    }
  }
  while (at < patterns && isStar(at)) at++;
  return at === patterns;
}
