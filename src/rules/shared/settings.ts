/** Asks settings for their keys, written with or without dashes and underscores. */
import type { EnvFact, SettingFact } from '../../model/fact.ts';

/** The last key that is not a list position. */
export function lastKey(fact: SettingFact): string {
  for (let i = fact.path.length - 1; i >= 0; i--) {
    const key = fact.path[i] ?? '';
    if (!key.startsWith('[')) return key;
  }
  return '';
}

export function endsWithKey(fact: SettingFact, ...keys: readonly string[]): boolean {
  return keys.includes(lastKey(fact));
}

/** True when the path ends with these keys; `*` stands for any one of them, and list positions count as one. */
export function endsWithKeys(path: readonly string[], keys: readonly string[]): boolean {
  return standAt(path, path.length - keys.length, keys);
}

/** True when the keys stand somewhere in the path, one after the other. */
export function containsKeys(path: readonly string[], keys: readonly string[]): boolean {
  for (let at = path.length - keys.length; at >= 0; at--) if (standAt(path, at, keys)) return true;
  return false;
}

/** The last key is the one that differs most; every setting is asked this for every row of every table. */
function standAt(path: readonly string[], at: number, keys: readonly string[]): boolean {
  if (at < 0) return false;
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i] ?? '';
    if (key !== '*' && !same(path[at + i] ?? '', key)) return false;
  }
  return true;
}

/** A key of chart values that names a socket or a path to mount. */
export function isMountKey(fact: SettingFact): boolean {
  const key = plain(lastKey(fact));
  if (key === 'mountpath') return false;
  return (
    /docker.{0,100}sock|sock.{0,100}docker|hostpath$/.test(key) ||
    (key === 'path' && fact.path.some((part) => /hostpath|volume|mount/i.test(part)))
  );
}

export function plain(key: string): string {
  return key.toLowerCase().replace(/[-_.]/g, '');
}

function same(a: string, b: string): boolean {
  if (b === '[]') return a.startsWith('[');
  if (a.length === b.length) return a === b || a.toLowerCase() === b.toLowerCase();
  // One of several components of a collector: `docker_stats/node`.
  return a.charCodeAt(b.length) === SLASH && a.startsWith(b);
}

const SLASH = 47;

/** The name of a variable that is written as `{name: NAME, value: …}` outside a container: in a custom resource, in values. */
export function variableName(fact: SettingFact): string | undefined {
  const item = fact.path.at(-2) ?? '';
  return fact.path.at(-1) === 'value' && item.startsWith('[') && item.length > 2 ? item.slice(1, -1) : undefined;
}

/** The key with its value, and the key alone where it has none. */
export function writtenOf(fact: SettingFact | EnvFact): string {
  const name = fact.kind === 'env' ? fact.name : lastKey(fact);
  return fact.at.text === name ? name : `${name} ${fact.at.text}`;
}
