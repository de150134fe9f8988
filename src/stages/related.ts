/** Files without a word of their own that are read all the same: they may say where one that was read runs. */
import { SPEAKS_OF_NODES } from '../data/nodes.ts';
import type { Language } from '../model/document.ts';
import { type InputFile, readOnce } from '../model/input.ts';
import type { Reading } from '../model/project.ts';
import { unitOfNode } from '../placing/content.ts';
import { imageName, isEveryScript, namesOfDockerfile } from '../placing/links.ts';
import { isTemplateOrFile, LONGEST_TASKS, roleFolderOf, rolesNamed } from '../placing/roles.ts';
import { isNumbered } from '../placing/sequences.ts';
import { groupBy } from '../text/group.ts';
import { baseName, folderOf, joinPath } from '../text/path.ts';
import { literalPattern } from '../text/pattern.ts';

/** Roles and playbooks of Ansible, cookbooks of Chef, manifests of Puppet. */
const OF_ROLES =
  /(?:^|\/)(?:recipes|resources|providers)\/[^/]+\.rb$|^(?=.*\.ya?ml$)(?:.*\/)?(?:roles|playbooks)\/|^(?=.*\.pp$)(?:.*\/)?manifests\//;

/** Tasks that make a machine a node tell where the other roles of their project run; states of Salt, what their machines get too. */
export function preparesNodes(file: InputFile): boolean {
  if (file.path.endsWith('.sls')) return /(?:^|\/)top\.sls$/.test(file.path) || NAMES_STATES.test(file.text);
  if (isTemplateOrFile(file.path) && unitOfNode(file.path, undefined)) return true;
  return OF_ROLES.test(file.path) && (/\bkube(?:adm|let)\b/.test(file.text) || isPuppetForNodes(file));
}

/** `include ::kubernetes`, `class { 'kubernetes': …`: the module that makes a machine a node. */
function isPuppetForNodes({ path, text }: InputFile): boolean {
  return (
    path.endsWith('.pp') &&
    /^[ \t]*(?:(?:include|contain|require)|class[ \t]*\{)[ \t]*['"]?(?:::)?kubernetes\b(?!::)/m.test(text)
  );
}

const NAMES_STATES = /^include:|\bkube(?:adm|let)\b/m;

/** A caller's caller, and what that calls beside it, say where a script runs; further away nobody looks. */
const ROUNDS = 3;

/**
 * Adds files without a word of their own that may say where one that was read runs: they name a script, are called by
 * one, or run an image that is built here. `places` tells of a text that it puts a file that was read in its place.
 */
export function withRelated(
  first: readonly Reading[],
  files: readonly InputFile[],
  known: ReadonlySet<InputFile>,
  read: (file: InputFile) => Reading,
  places: (text: string) => boolean = () => false,
): readonly Reading[] {
  const readings = [...first];
  let left = files.filter((file) => !known.has(file));
  let fresh = first;
  for (let round = 0; round < ROUNDS && fresh.length > 0 && left.length > 0; round++) {
    const isRelated = relation(fresh);
    const found = left.filter((file) => {
      const one = readOnce(file);
      return isRelated(one) || (round === 0 && places(one.text));
    });
    const taken = new Set(found);
    left = left.filter((file) => !taken.has(file));
    fresh = found.map(read);
    readings.push(...fresh);
  }
  return readings;
}

function relation(readings: readonly Reading[]): (file: InputFile) => boolean {
  const scripts = new Set<string>();
  const folders = new Set<string>();
  const calledFolders = new Set<string>();
  const images = new Set<string>();
  const called = new Set<string>();
  const run = new Set<string>();
  const mounted = new Set<string>();
  const ofMachines = new Set<string>();
  const included = new Set<string>();
  const roles = new Set<string>();
  const tasks = new Set<string>();
  const sequences = new Set<string>();
  const foldersOfScripts = new Set<string>();
  const configurations = new Set<string>();
  for (const { documents, links } of readings) {
    for (const { parent, language, path } of documents) {
      if (parent) continue;
      if (!MANIFESTS.has(language)) configurations.add(baseName(path));
      const role = roleFolderOf(path);
      if (role !== undefined) roles.add(baseName(role));
      else if (language === 'ansible') tasks.add(baseName(path));
      if (language === 'shell' || language === 'powershell') scripts.add(baseName(path));
      if (language === 'shell') folders.add(baseName(folderOf(path)));
      if (language === 'shell' && isNumbered(path)) sequences.add(folderOf(path));
      if (language === 'shell') foldersOfScripts.add(folderOf(path));
      if (language === 'dockerfile') images.add(baseName(folderOf(path)));
    }
    for (const { kind, from, to } of links) {
      if (to.kind === 'image' && kind === 'runs-image') run.add(imageName(to.ref));
      if (to.kind === 'object') mounted.add(to.name);
      if (to.kind !== 'file' || (kind !== 'calls' && kind !== 'sources')) continue;
      if (from.language === 'shell') (isEveryScript(to.path) ? calledFolders : called).add(scriptOrFolder(to.path));
      else if (MAKES_MACHINES.has(from.language)) ofMachines.add(baseName(to.path));
      if (from.language === 'ansible') included.add(asEntry(joinPath(folderOf(from.path), to.path)));
    }
  }
  const image = imagePattern(images);
  const namesOne = createNameSearch(scripts);
  const namesTasks = createNameSearch(tasks);
  const namesConfiguration = createNameSearch(configurations);
  const definesOne = objectSearch(mounted);
  const asksTexts = scripts.size > 0 || mounted.size > 0 || image !== undefined;
  const isMeant = (text: string): boolean =>
    namesOne(text) || definesOne(text) || (image?.test(text) ?? false) || runsAll(text, folders);
  return (file) =>
    called.has(baseName(file.path)) ||
    included.has(asEntry(file.path)) ||
    (isScript(file.path) && calledFolders.has(baseName(folderOf(file.path)))) ||
    (isNumbered(file.path) && sequences.has(folderOf(file.path)) && SPEAKS_OF_NODES.test(file.text)) ||
    (isScript(file.path) && foldersOfScripts.has(folderOf(file.path)) && SPEAKS_OF_NODES.test(file.text)) ||
    (ofMachines.has(baseName(file.path)) && SPEAKS_OF_NODES.test(file.text)) ||
    (isDockerfile(file.path) && namesOfDockerfile(file.path).some((name) => name !== '' && run.has(name))) ||
    (asksTexts && isMeant(file.text)) ||
    (roles.size > 0 && callsRole(file, roles)) ||
    (tasks.size > 0 && includesTasks(file, namesTasks)) ||
    ((makesConfigMaps(file) || isDockerfile(file.path)) && namesConfiguration(file.text)) ||
    (configurations.size > 0 && isDockerfile(file.path) && SHIPPER.test(file.text));
}

/** The version that a configuration in the folder below is for. */
const SHIPPER = /^FROM[ \t]+\S{0,200}fluent-?bit/im;

/** kustomize and Terraform make ConfigMaps of any file but those of objects. */
function makesConfigMaps({ path, text }: InputFile): boolean {
  if (path.endsWith('.tf')) return /"kubernetes_(?:config_map|secret)/.test(text) && text.includes('file(');
  return /(?:^|\/)kustomization\.ya?ml$/.test(path) && text.includes('Generator:');
}

const MANIFESTS: ReadonlySet<Language> = new Set(['kubernetes', 'helm-values']);

/** A role is called by its name, and begins with `tasks/main.yml` or `tasks/main.yaml`. */
function asEntry(path: string): string {
  return path.replace(/(?<=\/main)\.yaml$/, '.yml');
}

function isScript(path: string): boolean {
  return /\.(?:ba)?sh$/.test(path);
}

function scriptOrFolder(path: string): string {
  return baseName(isEveryScript(path) ? folderOf(path) : path);
}

/** `for script in /vagrant/scripts/*.sh; do …` for one of the folders. */
function runsAll(text: string, folders: ReadonlySet<string>): boolean {
  let at = text.indexOf('*.sh');
  for (let seen = 0; at >= 0 && seen < MOST_GLOBS; seen++) {
    const folder = /([\w.-]{1,60})\/[\w-]{0,30}$/.exec(text.slice(Math.max(0, at - 100), at))?.[1];
    if (folder !== undefined && folders.has(folder)) return true;
    at = text.indexOf('*.sh', at + 1);
  }
  return false;
}

const MOST_GLOBS = 20;

/** What describes machines calls scripts, files of data and much else: only what speaks of nodes makes one of a machine. */
const MAKES_MACHINES: ReadonlySet<Language> = new Set([
  'ruby',
  'terraform',
  'json',
  'makefile',
  'cloud-init',
  'workflow',
]);

/** A playbook or role that calls one of the roles says where it runs, and under which conditions. */
function callsRole(file: InputFile, roles: ReadonlySet<string>): boolean {
  if (!/\.ya?ml$/.test(file.path) || file.text.length > LONGEST_TASKS) return false;
  return [...rolesNamed(file.text)].some((name) => roles.has(name));
}

/** A playbook whose play has the tasks of other files tells what else is done on its hosts. */
function includesTasks(file: InputFile, namesOne: (text: string) => boolean): boolean {
  if (!/\.ya?ml$/.test(file.path) || file.text.length > LONGEST_TASKS) return false;
  return /\b(?:include|import)_(?:tasks|playbook):|^[ \t-]*include:/m.test(file.text) && namesOne(file.text);
}

/** `image: registry.example.com/acme/agent:1` for the image `agent`. */
function imagePattern(names: ReadonlySet<string>): RegExp | undefined {
  const known = [...names].filter((name) => name.length > 2).map(literalPattern);
  return known.length === 0
    ? undefined
    : new RegExp(`\\bimage["']?:[ \\t]*["']?(?:[\\w.:-]+/)*(?:${known.join('|')})(?:[:@"'\\s]|$)`, 'm');
}

function isDockerfile(path: string): boolean {
  return /^(?:dockerfile|containerfile)(?:$|[._-])|\.(?:dockerfile|containerfile)$/i.test(baseName(path));
}

/** Whether a text defines a ConfigMap or Secret of one of the names. */
function objectSearch(names: ReadonlySet<string>): (text: string) => boolean {
  return (text) =>
    names.size > 0 &&
    /^kind: *(?:ConfigMap|Secret)\b/m.test(text) &&
    [...text.matchAll(/^ {2,4}name: *["']?([\w.-]{1,253})/gm)].some(([, name]) => names.has(name ?? ''));
}

/** Whether a text holds one of the names: a text without `.sh` holds none of those that end with it. */
function createNameSearch(names: ReadonlySet<string>): (text: string) => boolean {
  const byEnding = [...groupBy([...names], (name) => /\.\w+$/.exec(name)?.[0] ?? name)];
  return (text) =>
    byEnding.some(([ending, members]) => text.includes(ending) && members.some((name) => text.includes(name)));
}
