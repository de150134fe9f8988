/** Files that are told by where a task or a script puts them: what goes to /etc/cron.d is a table of jobs, whatever it is called. */
import { createDocument } from '../languages/front-end.ts';
import { recogniseLanguage } from '../languages/recognise.ts';
import type { Document, Language } from '../model/document.ts';
import type { InputFile } from '../model/input.ts';
import type { Link } from '../model/link.ts';
import type { Reading } from '../model/project.ts';
import { linkResolver } from '../placing/links.ts';
import { withoutTemplateSuffix } from '../recognise/template-names.ts';
import { baseName, folderOf, joinPath } from '../text/path.ts';
import { literalPattern } from '../text/pattern.ts';
import { createSource } from '../text/source.ts';
import { fileView, hasHole } from '../text/view.ts';

/** More of them come from a hostile repository. */
const MOST = 200;

/** Those whose names and texts say little: no language, prose, or lines that several daemons could read. */
export function mayBePlaced(file: InputFile): boolean {
  const language = languageOf(file);
  return language === undefined || language === 'text' || language === 'ini';
}

/** Whether a text names one of the files where it puts files in their places. */
export function putsOneOf(files: readonly InputFile[]): (text: string) => boolean {
  const some = files.slice(0, MOST);
  if (some.length === 0) return () => false;
  const names = new Set(some.map(({ path }) => literalPattern(baseName(path))));
  const folders = some.map(({ path }) => baseName(folderOf(path))).filter((name) => name !== '');
  const inFolders = `(?:${[...new Set(folders)].map(literalPattern).join('|')})(?:/\\*?)?["']?[ \\t]+["']?/etc/`;
  const wanted = [`(?:${[...names].join('|')})(?=["'\\s,})]|$)`, ...(folders.length > 0 ? [inFolders] : [])].join('|');
  const line = new RegExp(
    `\\b(?:cp|install|mv|rsync|scp|ln|src|source|COPY|ADD|template|copy)\\b[^\\n]{0,200}[/"'\\s=:](?:${wanted})`,
    'm',
  );
  return (text) => line.test(text);
}

/** The readings of such files under the paths that links give them. */
export function readInPlace(
  files: readonly InputFile[],
  readings: readonly Reading[],
  read: (file: InputFile, target: string) => Reading,
): ReadonlyMap<string, Reading> {
  const found = new Map<string, Reading>();
  const targets = targetsOf(files.slice(0, MOST), readings);
  for (const file of files) {
    const language = targets.has(file.path) ? languageOf(file) : undefined;
    const target = targets.get(file.path)?.find((one) => isTold(language, one));
    const reading = target === undefined ? undefined : read(file, target);
    if (reading && reading.documents.length > 0) found.set(file.path, reading);
  }
  return found;
}

/** Whether the path tells more than the text does: prose stays prose in /etc/motd. */
function isTold(known: Language | undefined, target: string): boolean {
  const language = recogniseLanguage(target, '', target);
  return language !== undefined && language !== 'text' && (language !== known || language === 'ini');
}

function languageOf({ path, text }: InputFile): Language | undefined {
  return recogniseLanguage(path, text, undefined);
}

/** The paths that each file may have on its machine. */
function targetsOf(files: readonly InputFile[], readings: readonly Reading[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const copies = readings
    .flatMap(({ links }) => links)
    .filter(({ kind, target }) => kind === 'copies' && target?.startsWith('/') && !hasHole(target));
  if (copies.length === 0) return found;
  const stands = files.map(standFor);
  const resolve = linkResolver(stands, copies);
  for (const link of copies) {
    const named = resolve(link);
    for (const { path } of named.length > 0 ? named : inFolder(link, stands))
      found.set(path, [...(found.get(path) ?? []), ...pathsAt(link.target ?? '', path)]);
  }
  return found;
}

/** A target may be the file, or the folder that it gets into. */
function pathsAt(target: string, path: string): readonly string[] {
  const inside = `${target.replace(/\/$/, '')}/${withoutTemplateSuffix(baseName(path))}`;
  return target.endsWith('/') ? [inside] : [target, inside];
}

/** `cp -r files/cron.d /etc`, `cp jobs/* /etc/cron.d` */
function inFolder({ from, to }: Link, stands: readonly Document[]): readonly Document[] {
  const folder = to.kind === 'file' ? to.path.replace(/\/\*?$/, '') : '';
  if (folder === '' || hasHole(folder)) return [];
  const places = [joinPath(folderOf(from.path), folder), joinPath('', folder)];
  return stands.filter(({ path }) => places.some((place) => place !== '' && path.startsWith(`${place}/`)));
}

function standFor({ path }: InputFile): Document {
  const view = fileView(createSource(path, ''));
  return createDocument(
    { view, path, label: path, parent: undefined, object: undefined, target: undefined, language: undefined, depth: 0 },
    'text',
  );
}

/** The files that were read under such a path. */
export function readForPlace(documents: readonly Document[]): ReadonlySet<string> {
  return new Set(documents.flatMap(({ path, parent, target }) => (!parent && target !== undefined ? [path] : [])));
}
