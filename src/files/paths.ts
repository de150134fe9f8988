/** Absolute paths of the machine, and the paths with forward slashes that reports are written in. */
import { relative, sep } from 'node:path';

/** The way from a folder to a path, with forward slashes; empty for the folder itself. */
export function wayFrom(folder: string, path: string): string {
  const way = relative(folder, path);
  return sep === '/' ? way : way.split(sep).join('/');
}

/** What to write before a path of `folder` so that it can be opened from `from`: `deploy/`, `../shop/`, or nothing. */
export function prefixFrom(from: string, folder: string): string {
  const way = wayFrom(from, folder);
  return way === '' ? '' : `${way}/`;
}
