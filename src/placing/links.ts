/** Finds the documents that links name: files by path, images by what builds them, objects and make targets by name. */

import type { Document, Language } from '../model/document.ts';
import type { Link, LinkTarget } from '../model/link.ts';
import { groupBy, groupByEach } from '../text/group.ts';
import { once } from '../text/once.ts';
import { baseName, folderOf, joinPath } from '../text/path.ts';
import { HOLE } from '../text/view.ts';
import { filesUnder, nearestTo } from './nearest.ts';
import { isTemplateOrFile } from './roles.ts';

/** A name that more files have than this says nothing about which is meant. */
const MOST_ALIKE = 3;

/** The files by the last part of their path, and by the whole path, without the suffixes of templates. */
interface Names {
  readonly files: readonly Document[];
  readonly byName: ReadonlyMap<string, readonly Document[]>;
  readonly byPath: ReadonlyMap<string, readonly Document[]>;
  readonly byFolder: ReadonlyMap<string, readonly Document[]>;
}

export type Resolve = (link: Link) => readonly Document[];

/** One for the documents of a run, whoever asks; each link is looked up once. */
export const linkResolver = once((documents: readonly Document[], links: readonly Link[]): Resolve => {
  const files = documents.filter((document) => !document.parent);
  const named: Names = {
    files,
    byName: groupBy(files, (document) => plainName(document.path)),
    byPath: groupBy(files, (document) => document.path.replace(TEMPLATE, '')),
    byFolder: groupBy(files, ({ path }) => folderOf(path)),
  };
  const makefiles = groupBy(
    files.filter(({ language }) => language === 'makefile'),
    ({ path }) => folderOf(path),
  );
  const objects = groupBy(documents, ({ object }) => (object ? `${object.kind}/${object.name}` : ''));
  const images = imageIndex(files, links, named);
  const resolve = (from: Document, to: LinkTarget): readonly Document[] => {
    switch (to.kind) {
      case 'file': {
        const found = filesNamed(to.path, from, named);
        // A role is called by its name, and its entry is `tasks/main.yml` or `tasks/main.yaml`.
        return found.length > 0 || !ENTRY_YML.test(to.path)
          ? found
          : filesNamed(to.path.replace(ENTRY_YML, '.yaml'), from, named);
      }
      case 'image':
        return images.get(imageName(to.ref)) ?? [];
      case 'object':
        return objects.get(`${to.object}/${to.name}`) ?? [];
      case 'make-target':
        return nearestMakefile(folderOf(from.path), to.folder, makefiles);
      // A part of a file: what calls it, and where it runs, is that of the file.
      case 'handler':
        return [];
      default:
        return to satisfies never;
    }
  };
  let folders = MOST_FOLDERS_COPIED;
  return once((link: Link) => {
    const { from, to, kind } = link;
    const own = isOverlay(link) && to.kind === 'file' ? filesBelow(to.path, from, named) : resolve(from, to);
    const found = own.length === 0 && isFolderOfSettings(link) && folders-- > 0 ? settingsBelow(link, named) : own;
    return found.filter(
      (document) =>
        (document !== from || to.kind === 'make-target') &&
        !((kind === 'calls' || kind === 'builds') && DATA.has(document.language)),
    );
  });
});

/** `COPY rootfs/ /`: the machine that the image becomes has every file where the folder has it. */
export function isOverlay({ from, kind, target }: Link): boolean {
  return from.language === 'dockerfile' && kind === 'copies' && target === '/';
}

/** `cp -r nagios/nrpe.d /etc/nagios`, `rsync -a monit/ /etc/monit/`: what the folder has, the machine has. */
function isFolderOfSettings({ from, kind, target, to }: Link): boolean {
  return from.language === 'shell' && kind === 'copies' && to.kind === 'file' && target?.startsWith('/etc/') === true;
}

/** Each looks through all folders. */
const MOST_FOLDERS_COPIED = 200;

function settingsBelow({ from, to }: Link, named: Names): readonly Document[] {
  const path = to.kind === 'file' ? to.path.replace(/\/\*?$/, '') : '';
  if (path === '' || path.includes('*')) return [];
  const beside = filesBelow(path, from, named);
  return beside.length > 0 || path.startsWith('..') ? beside : filesBelow(`/${path}`, from, named);
}

function filesBelow(path: string, from: Document, { files }: Names): readonly Document[] {
  const folder = joinPath(folderOf(from.path), withoutHoles(path));
  if (folder === folderOf(from.path)) return [];
  return filesUnder(files, folder).slice(0, MOST_BELOW);
}

const MOST_BELOW = 500;

const ENTRY_YML = /(?<=\/main)\.yml$/;

/** What is read and never run or built, whatever a command line looks like. */
const DATA: ReadonlySet<Language> = new Set([
  'json',
  'toml',
  'ini',
  'fluentd',
  'fluent-bit',
  'helm-values',
  'chart-metadata',
  'text',
]);

/** Suffixes of templates: `run.sh.j2` becomes `run.sh` where it runs. */
const TEMPLATE = /\.(j2|jinja2?|tmpl|tpl|template|gotmpl|tftpl|erb|in)$/i;

function plainName(path: string): string {
  return baseName(path).replace(TEMPLATE, '');
}

/**
 * The file at the path from the document's folder or from the root, or the nearest one whose path ends like it: what
 * runs `/opt/bin/run.sh` runs the repository's `run.sh` when nothing else has that name.
 */
function filesNamed(path: string, from: Document, { byName, byPath, byFolder }: Names): readonly Document[] {
  const wanted = withoutHoles(path);
  if (wanted === '') return [];
  if (isEveryScript(wanted)) return scriptsOf(folderOf(wanted), from, byFolder);
  for (const place of [joinPath(folderOf(from.path), wanted), joinPath('', wanted)]) {
    const found = (byPath.get(place.replace(TEMPLATE, '')) ?? []).filter(
      (one) => one !== from && (one.path === place || one.path.replace(TEMPLATE, '') === place),
    );
    if (found.length > 0) return found;
  }
  // The place of a template or file of a module is known: one of that name elsewhere is another one.
  if (from.language === 'puppet' && isTemplateOrFile(wanted)) return [];
  const tail = joinPath('', wanted).replace(TEMPLATE, '');
  const candidates = byName.get(plainName(wanted)) ?? [];
  const alike = alikeTo(tail, candidates, from);
  if (alike.length === 0 && UNIT_OF_PACKAGE.test(wanted)) return [];
  const isAlike = alike.length > 0 || ENTRY.test(tail) || BESIDE_OTHERS.test(tail);
  const nearest = isAlike ? nearestAlike(alike, tail, from) : nearestTo(candidates, from, folderOfImage(tail, from));
  return nearest.length <= MOST_ALIKE ? nearest : [];
}

/** `cp /usr/lib/systemd/system/docker.service …`: the unit comes with a package of the machine, whatever file of the repository has its name. */
const UNIT_OF_PACKAGE = /^\/(?:usr\/)?lib\/systemd\//;

/** `./build.sh` of a task stands in a folder that the play has made, and every project has one of that name. */
function nearestAlike(alike: readonly Document[], tail: string, from: Document): readonly Document[] {
  if (from.language !== 'ansible' || !COMMON.test(tail)) return nearestTo(alike, from);
  const role = folderOf(folderOf(from.path));
  return role === '' ? [] : nearestTo(alike, from, role);
}

/** `/tester/run.sh` of a pod stands in its image: a script of that name in another part of the repository is another one. */
function folderOfImage(tail: string, { language, path }: Document): string {
  return language === 'kubernetes' && COMMON.test(baseName(tail)) ? (path.split('/')[0] ?? '') : '';
}

/** `for script in /vagrant/scripts/*.sh; do $script; done` */
export function isEveryScript(path: string): boolean {
  return /\/[\w-]{0,30}\*\.(?:ba)?sh$/.test(path);
}

/** All scripts of a folder, which the machine may have elsewhere: `/vagrant/scripts`. */
function scriptsOf(folder: string, from: Document, byFolder: Names['byFolder']): readonly Document[] {
  const inside = folder.startsWith('/') ? folder.split('/').slice(2).join('/') : '';
  for (const place of [joinPath(folderOf(from.path), folder), joinPath('', folder), inside]) {
    if (place === '') continue;
    const found = (byFolder.get(place) ?? []).filter(({ path }) => /\.(?:ba)?sh$/.test(path));
    if (found.length > 0) return found.slice(0, MOST_SCRIPTS);
  }
  return [];
}

const MOST_SCRIPTS = 60;

/** Those at the whole path; or else those that share the most of it from its end, a folder at least: `engine/run.sh` of `tmp/engine/run.sh`. */
function alikeTo(tail: string, candidates: readonly Document[], from: Document): readonly Document[] {
  const ends = byEnd(candidates);
  const hasOther = (found: readonly Document[]) => found.some((one) => one !== from);
  const whole = ends.get(endOf(tail, MOST_PARTS)) ?? [];
  if (hasOther(whole) || ENTRY.test(tail)) return whole;
  const most = Math.min(tail.split('/').length - 1, MOST_FOLDERS + 1);
  for (let parts = most; parts > 1; parts--) {
    const found = ends.get(endOf(tail, parts)) ?? [];
    if (hasOther(found)) return found;
  }
  return [];
}

const MOST_FOLDERS = 4;
const MOST_PARTS = 8;

/** Files by the end of their path, in each number of parts. */
const byEnd = once((files: readonly Document[]) =>
  groupByEach(files, ({ path }) => {
    const plain = path.replace(TEMPLATE, '');
    const parts = Math.min(plain.split('/').length, MOST_PARTS);
    return Array.from({ length: parts }, (_, i) => endOf(plain, i + 1));
  }),
);

function endOf(path: string, parts: number): string {
  return path.split('/').slice(-parts).join('/');
}

/** The tasks of a role, the first file of a folder of states, a class of Puppet: their folders say which is meant. */
const ENTRY = /\/(?:main\.ya?ml|init\.sls)$|(?:^|\/)roles\/(?:[^/]+\/){1,8}tasks\/[^/]+$|^(?=.*\.pp$).*?\/manifests\//;

/** `docker/agent/Dockerfile`: each image of a project has one, and that of another says nothing. */
const BESIDE_OTHERS = /\/Dockerfile$/;

const COMMON = /^(?:build|run|install|setup|start|stop|test|deploy|init|configure|clean|update)\.sh$/;

/** What is known behind the last hole: `scripts/run.sh` of `${DIR}/scripts/run.sh`. */
function withoutHoles(path: string): string {
  const hole = path.lastIndexOf(HOLE);
  if (hole < 0) return path.trim();
  const slash = path.indexOf('/', hole);
  return slash < 0 ? '' : path.slice(slash + 1).trim();
}

/** `agent` of `registry.example.com:5000/acme/agent:1.2`; nothing where a part of the name is not known. */
export function imageName(ref: string): string {
  const name = baseName(ref.replace(/@.*/s, '')).replace(/:.*/s, '');
  return name.includes(HOLE) ? '' : name.toLowerCase();
}

/** The Dockerfiles by the name of the image: where a build names it, or a folder or the file itself is called like it. */
function imageIndex(
  files: readonly Document[],
  links: readonly Link[],
  names: Names,
): ReadonlyMap<string, readonly Document[]> {
  const index = new Map<string, Set<Document>>();
  const add = (name: string, document: Document) => {
    if (name !== '') index.set(name, (index.get(name) ?? new Set()).add(document));
  };
  for (const { kind, from, to, image } of links) {
    if (kind !== 'builds' || image === undefined || to.kind !== 'file') continue;
    for (const document of filesNamed(to.path, from, names))
      if (document.language === 'dockerfile') add(imageName(image), document);
  }
  for (const document of files) {
    if (document.language !== 'dockerfile') continue;
    for (const name of namesOfDockerfile(document.path)) if (!index.has(name)) add(name, document);
  }
  return new Map([...index].map(([name, found]) => [name, [...found]]));
}

/** What an image is called that is built from the file, by the names of the file and its folder. */
export function namesOfDockerfile(path: string): readonly string[] {
  const file = baseName(path).toLowerCase();
  const own =
    /^(?:dockerfile|containerfile)[._-](.+)$/.exec(file)?.[1] ?? /^(.+)\.(?:dockerfile|containerfile)$/.exec(file)?.[1];
  const folder = baseName(folderOf(path)).toLowerCase();
  return [
    own ?? '',
    /^(?:docker|build|image|images|src|package)$/.test(folder)
      ? baseName(folderOf(folderOf(path))).toLowerCase()
      : folder,
  ];
}

/** The makefile of the folder, or of the nearest folder above. */
function nearestMakefile(
  folder: string,
  inside: string | undefined,
  makefiles: ReadonlyMap<string, readonly Document[]>,
): readonly Document[] {
  const start = inside === undefined ? folder : joinPath(folder, withoutHoles(inside));
  for (let at = start; ; at = folderOf(at)) {
    const found = makefiles.get(at);
    if (found) return found;
    if (at === '') return [];
  }
}
