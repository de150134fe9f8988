/** HEAD, references and the shallow borders of a repository, read without git and through no link. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isFolder } from './entries.ts';
import type { GitFolder } from './git-folder.ts';
import { readSmallText } from './regular-file.ts';

const OID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** A part of what `git check-ref-format` takes, and nothing that leaves the folder. */
const REF = /^refs(?:\/(?!\.)(?:(?!\.\.|@\{|\.lock(?:\/|$))[^\0-\x20\x7f~^:?*[\\/])+)+$/;
const REF_BYTES = 4096;
const PACKED_BYTES = 64 * 1024 * 1024;
const MOST_REFS = 100_000;
const MOST_FOLDERS = 50;

export function isObjectId(text: string): boolean {
  return OID.test(text);
}

function isReference(name: string): boolean {
  return REF.test(name);
}

/** The commit of the work tree; undefined before the first one. */
export function readHead(folder: GitFolder): string | undefined {
  let text = readSmallText(join(folder.own, 'HEAD'), REF_BYTES)?.trim();
  for (let steps = 0; text !== undefined && steps < 5; steps++) {
    if (isObjectId(text)) return text;
    const name = /^ref: *([^ ].*)$/.exec(text)?.[1];
    if (name === undefined || !isReference(name)) return undefined;
    text = looseReference(folder, name) ?? readPackedReferences(folder).get(name);
  }
  return undefined;
}

/** Every branch, tag and remote branch with its object, loose ones before packed ones. */
export function readReferences(folder: GitFolder): ReadonlyMap<string, string> {
  const references = new Map(readPackedReferences(folder));
  const loose = new Map<string, string>();
  for (const root of ['refs/heads', 'refs/remotes', 'refs/tags']) {
    if (isFolder(join(folder.common, 'refs'))) walk(folder, root, 0, loose);
  }
  for (const [name, text] of loose) {
    const target = /^ref: *([^ ].*)$/.exec(text)?.[1];
    const oid = target === undefined ? text : (loose.get(target) ?? references.get(target));
    if (oid !== undefined && isObjectId(oid)) references.set(name, oid);
  }
  return references;
}

/** Commits whose parents the clone does not hold. */
export function readShallow({ common }: GitFolder): readonly string[] {
  return (readSmallText(join(common, 'shallow'), PACKED_BYTES) ?? '').split('\n').filter(isObjectId);
}

function readPackedReferences({ common }: GitFolder): ReadonlyMap<string, string> {
  const references = new Map<string, string>();
  for (const line of (readSmallText(join(common, 'packed-refs'), PACKED_BYTES) ?? '').split('\n')) {
    const space = line.indexOf(' ');
    const [oid, name] = [line.slice(0, space), line.slice(space + 1)];
    if (space > 0 && isObjectId(oid) && isReference(name)) references.set(name, oid);
  }
  return references;
}

/** Work trees share their branches, and may have references of their own. */
function looseReference({ own, common }: GitFolder, name: string): string | undefined {
  const parts = name.split('/');
  for (const root of own === common ? [common] : [own, common]) {
    const folders = parts.slice(0, -1).map((_, index) => join(root, ...parts.slice(0, index + 1)));
    if (!folders.every(isFolder)) continue;
    const text = readSmallText(join(root, name), REF_BYTES)?.trim();
    if (text !== undefined) return text;
  }
  return undefined;
}

function walk(folder: GitFolder, name: string, depth: number, found: Map<string, string>): void {
  const path = join(folder.common, name);
  if (depth > MOST_FOLDERS || !isFolder(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = `${name}/${entry.name}`;
    if (found.size >= MOST_REFS || !isReference(inner)) continue;
    if (entry.isDirectory()) walk(folder, inner, depth + 1, found);
    else if (entry.isFile()) found.set(inner, readSmallText(join(path, entry.name), REF_BYTES)?.trim() ?? '');
  }
}
