/** Parts of a path with forward slashes. */

/** What follows the last slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What stands before the last slash; empty for a file at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** From the folder that holds the path to the root, which is empty; no more than `most`. */
export function foldersAbove(path: string, most = Number.POSITIVE_INFINITY): readonly string[] {
  const folders: string[] = [];
  for (let at = folderOf(path); folders.length < most; at = folderOf(at)) {
    folders.push(at);
    if (at === '') break;
  }
  return folders;
}

/** The path from the folder; from the root where it begins with a slash. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = path.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The path from the folder; undefined where it is one of a machine or leads above the root. */
export function pathInside(folder: string, path: string): string | undefined {
  let depth = folder === '' ? 0 : folder.split('/').length;
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return undefined;
  }
  return path.startsWith('/') ? undefined : joinPath(folder, path);
}
