/** The settings of a run: defaults, then the configuration file, then what the caller says; and whose file that is. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { excluded, JUDGING, lintOptions } from '../config/apply.ts';
import { CONFIG_NAMES } from '../config/file-names.ts';
import { type Layer, mergeLayers, type Settings } from '../config/options.ts';
import { UsageError } from '../config/usage-error.ts';
import { startRun } from '../files/clock.ts';
import { readNamedFile, readRepositoryFile } from '../files/config-file.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { isInside } from '../files/inside.ts';
import { prefixFrom, wayFrom } from '../files/paths.ts';
import { realPath } from '../files/real-path.ts';
import type { Governor, PolicyEdit } from '../model/policy.ts';
import type { LintOptions } from '../model/result.ts';
import { type Baseline, DEFAULT_BASELINE, readBaseline } from '../suppress/baseline.ts';
import { type Base, type BaseSearch, BaseUnreadable } from './base.ts';
import { ignoredByGit } from './gitignore.ts';
import { baselineEdits, settingEdits } from './policy.ts';

export interface SettingsRequest {
  /** The scanned root, absolute and without links. */
  readonly root: string;
  /** The folder that a reader's paths start at. */
  readonly from: string;
  /** Where a configuration file is looked for when the caller names none; the first folder that has one counts. */
  readonly configFolders: readonly string[];
  /** What the caller says, its paths absolute. */
  readonly layer: Layer;
  readonly today: string;
  /** Judges everything, listed in a baseline or not. */
  readonly ignoreBaseline?: boolean;
}

export interface RunSettings {
  readonly settings: Settings;
  readonly configFile: string | undefined;
  readonly lintOptions: LintOptions;
  /** All of the settings that decide what is found, as a text that is equal where they are. */
  readonly judging: string;
  readonly excluded: (path: string) => boolean;
  readonly baseline: Baseline | undefined;
  /** Relative to the root: what a change to them changes about the check itself. */
  readonly policyFiles: readonly string[];
  readonly governor: Governor;
  /** What the change edits about the check. */
  readonly edits: readonly PolicyEdit[];
  readonly remarks: readonly string[];
  /** What comes before a path of the root where the patterns of the configuration start. */
  readonly base: string;
}

/** A file that a person wrote for the linter, by its absolute path; undefined where it does not exist. */
type ReadPolicy = (path: string, what: string, home: Home) => Promise<string | undefined>;

interface Home {
  /** The repository that the file must not lead out of. */
  readonly top: string;
  /** The caller named the file, which may then stand outside. */
  readonly named: boolean;
}

/**
 * `search` is the base of a change that is to be judged by others' rules than its own; `not-wanted` where nothing is
 * judged but the work tree.
 */
export async function readSettings(request: SettingsRequest, search: BaseSearch): Promise<RunSettings> {
  const now = await loadPolicy(request, readWorkTree);
  // Also where others' rules judge: a configuration that is broken would fail every run after the merge.
  const own = settle(request, now, 'head', [], []);
  if (search.kind === 'not-wanted') return own;
  const byHead = request.layer['config-from'] === 'head';
  try {
    if (search.kind === 'unreachable') throw new BaseUnreadable(search.reason);
    const before = await loadPolicy(request, atBase(search.base));
    const edits = editsBetween(request, before, now);
    if (byHead) return { ...own, edits };
    return settle(request, before, 'base', edits, await goneValues(before, search.base));
  } catch (error) {
    if (!(error instanceof BaseUnreadable)) throw error;
    if (byHead) return own;
    return settle(request, await loadPolicy(request, outsideOnly(request.root)), 'defaults', [], []);
  }
}

interface Policy {
  readonly file: string | undefined;
  /** What the file says, its paths absolute. */
  readonly written: Layer;
  /** With what the caller says. */
  readonly settings: Settings;
  readonly baseline: Baseline | undefined;
}

async function loadPolicy(request: SettingsRequest, read: ReadPolicy): Promise<Policy> {
  const { root, from, layer } = request;
  const file = layer.config ?? (await findConfig(request.configFolders, read));
  const text = file === undefined ? undefined : await readConfigFile(file, layer.config !== undefined, read);
  if (file !== undefined && text === undefined) missing('configuration file', file);
  const folder = file === undefined ? root : folderOf(file);
  const written =
    file === undefined || text === undefined
      ? {}
      : absoluteLayer((await import('../config/load.ts')).readConfig(shownPath(from, file), text), folder);
  const settings = mergeLayers([written, layer]);
  const baseline =
    settings.baseline === undefined || request.ignoreBaseline
      ? undefined
      : await loadBaseline(
          root,
          settings.baseline,
          { top: topOf(root, file), named: layer.baseline !== undefined },
          read,
        );
  return { file, written, settings, baseline };
}

function readConfigFile(path: string, named: boolean, read: ReadPolicy): Promise<string | undefined> {
  return read(path, 'configuration file', { top: repositoryTop(folderOf(path)), named });
}

async function findConfig(folders: readonly string[], read: ReadPolicy): Promise<string | undefined> {
  for (const folder of folders) {
    const found: string[] = [];
    for (const name of CONFIG_NAMES)
      if ((await readConfigFile(join(folder, name), false, read)) !== undefined) found.push(name);
    if (found.length > 1) throw new UsageError(`${folder} holds ${found.join(' and ')}; keep one of them.`);
    if (found[0] !== undefined) return join(folder, found[0]);
  }
  return undefined;
}

/** The repository of the root, or without one the folder whose configuration it follows. */
export function topOf(root: string, configFile: string | undefined): string {
  const top = repositoryTop(root);
  const folder = configFile === undefined ? top : folderOf(configFile);
  return isInside(folder, top) ? folder : top;
}

export async function loadBaseline(
  root: string,
  path: string,
  home: Home,
  read: ReadPolicy = readWorkTree,
): Promise<Baseline | undefined> {
  const text = await read(path, 'baseline', home);
  if (text === undefined) missing('baseline', path);
  return text === undefined ? undefined : readBaseline(wayFrom(root, path), text);
}

/** A file that was asked for must be somewhere; that the base does not have it yet is no mistake. */
function missing(what: string, path: string): void {
  if (!existsSync(path)) throw new UsageError(`The ${what} ${path} cannot be read.`);
}

async function readWorkTree(path: string, what: string, { top, named }: Home): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  return named ? readNamedFile(path, what, top) : readRepositoryFile(path, what, top);
}

/** What stands outside the repository is no part of the change. */
function atBase(base: Base): ReadPolicy {
  return async (path, what, home) =>
    isInside(base.top, path) ? base.text(wayFrom(base.top, path)) : readWorkTree(path, what, home);
}

function outsideOnly(root: string): ReadPolicy {
  return async (path, what, home) => (isInside(root, path) ? undefined : readWorkTree(path, what, home));
}

function editsBetween({ root }: SettingsRequest, before: Policy, now: Policy): readonly PolicyEdit[] {
  return [
    ...settingEdits(before.written, now.written, (path) => wayFrom(root, path)),
    ...baselineEdits(before.baseline, now.baseline),
  ];
}

/** Values files that the base names and that the change takes away: the change cannot be refused for its base. */
async function goneValues({ settings }: Policy, base: Base): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const path of settings.values) {
    const inside = isInside(base.top, path) && !existsSync(path);
    if (inside && (await base.text(wayFrom(base.top, path))) !== undefined) gone.push(path);
  }
  return gone;
}

function settle(
  request: SettingsRequest,
  { file, settings, baseline }: Policy,
  governor: Governor,
  edits: readonly PolicyEdit[],
  gone: readonly string[],
): RunSettings {
  const { root, from } = request;
  const folder = file === undefined ? root : folderOf(file);
  const base = isInside(folder, root) ? prefixFrom(folder, root) : '';
  const present = settings.values.filter((path) => !gone.includes(path));
  const far = present.filter((path) => isFar(request, path));
  const values = present
    .filter((path) => !far.includes(path))
    .map((path) => insideRoot(root, path, shownPath(from, path)));
  const judging = { ...settings, values };
  return {
    settings,
    configFile: file,
    lintOptions: { ...lintOptions(judging, request.today, base), isLate: startRun() },
    judging: JSON.stringify([base, ...JUDGING.map((name) => judging[name])]),
    excluded: leftOut(root, settings, base),
    baseline,
    policyFiles: policyFiles(root, file, settings.baseline),
    base,
    governor,
    edits,
    remarks: [
      ...gone.map(
        (path) => `The values file ${shownPath(from, path)} is gone; charts are rendered without it until the merge.`,
      ),
      ...far.map(
        (path) =>
          `The values file ${shownPath(from, path)} is outside the scanned folder; charts are rendered without it.`,
      ),
    ],
  };
}

/** By the configuration, or by git where the caller asks it. */
function leftOut(root: string, settings: Settings, base: string): (path: string) => boolean {
  const byConfiguration = excluded(settings, base);
  if (!settings.gitignore) return byConfiguration;
  const byGit = ignoredByGit(root);
  return (path) => byConfiguration(path) || byGit(path);
}

/** A file above the scanned folder speaks of the whole repository; what somebody names for this run must be in the folder. */
function isFar({ root, layer }: SettingsRequest, path: string): boolean {
  const real = realPath(path) ?? path;
  return layer.values === undefined && !isInside(root, real) && isInside(repositoryTop(root), real);
}

/** The layer with its paths made absolute from the folder that they are written in. */
export function absoluteLayer(layer: Layer, folder: string): Layer {
  return {
    ...layer,
    ...(layer.config === undefined ? {} : { config: resolve(folder, layer.config) }),
    ...(layer.baseline === undefined ? {} : { baseline: resolve(folder, layer.baseline) }),
    ...(layer.cache === undefined ? {} : { cache: resolve(folder, layer.cache) }),
    ...(layer.values === undefined ? {} : { values: layer.values.map((path) => resolve(folder, path)) }),
  };
}

/** Paths in a configuration file start at the folder in which it stands, not at what it may be a link to. */
function folderOf(file: string): string {
  const folder = dirname(file);
  return realPath(folder) ?? folder;
}

function policyFiles(root: string, config: string | undefined, baseline: string | undefined): readonly string[] {
  return [
    ...new Set([
      ...(config === undefined ? [] : [wayFrom(root, config)]),
      ...CONFIG_NAMES,
      baseline === undefined ? DEFAULT_BASELINE : wayFrom(root, baseline),
    ]),
  ];
}

function insideRoot(root: string, path: string, shown: string): string {
  const real = realPath(path) ?? path;
  if (!isInside(root, real)) throw new UsageError(`The values file ${shown} is outside the scanned folder.`);
  if (!existsSync(real)) throw new UsageError(`The values file ${shown} cannot be read.`);
  return wayFrom(root, real);
}

/** What a file is called in a sentence: short where it can be. */
function shownPath(from: string, path: string): string {
  const way = wayFrom(from, path);
  return way.startsWith('../') ? path : way;
}
