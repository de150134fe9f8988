/** The settings of a run of the Action: defaults, then the configuration file, then the inputs. */
import { dirname, relative, resolve, sep } from 'node:path';
import { excluded, lintOptions } from '../config/apply.ts';
import { readConfig } from '../config/load.ts';
import { type Layer, mergeLayers, optionsOn, type Settings } from '../config/options.ts';
import { readInputs } from '../config/read-value.ts';
import { UsageError } from '../config/usage-error.ts';
import { CONFIG_NAMES, findConfig, readNamedFile, readRepositoryFile } from '../files/config-file.ts';
import type { LintOptions } from '../model/result.ts';
import { type Baseline, DEFAULT_BASELINE, readBaseline } from '../suppress/baseline.ts';

export interface ActionSettings {
  readonly settings: Settings;
  readonly lintOptions: LintOptions;
  readonly excluded: (path: string) => boolean;
  readonly baseline: Baseline | undefined;
  /** Relative to the root: what a change to them changes about the check itself. */
  readonly policyFiles: readonly string[];
}

export type InputReader = (name: string) => string;

/** An input `fail-on` arrives as `INPUT_FAIL-ON`. */
export function inputReader(env: NodeJS.ProcessEnv): InputReader {
  return (name) => env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`]?.trim() ?? '';
}

/** One path a line; all of the repository when there is none. */
export function readPaths(input: InputReader): readonly string[] {
  const paths = input('paths')
    .split('\n')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  return paths.length === 0 ? ['.'] : paths;
}

/** Paths of inputs start at the workspace, paths of the configuration file at that file. */
export function readSettings(root: string, workspace: string, input: InputReader, today: string): ActionSettings {
  const inputs = readInputs(optionsOn('action'), input);
  const file = inputs.config === undefined ? findConfig(root) : resolve(workspace, inputs.config);
  const folder = file === undefined ? root : dirname(file);
  const layer =
    file === undefined ? {} : readConfig(toRoot(root, file), read(file, 'configuration file', root, inputs.config));
  const settings = mergeLayers([absolute(layer, folder), absolute(inputs, workspace)]);
  const base = prefixOf(folder, root);
  const values = settings.values.map((path) => insideRoot(root, path));
  const baselineFile = settings.baseline;
  return {
    settings,
    lintOptions: lintOptions({ ...settings, values }, today, base),
    excluded: excluded(settings, base),
    baseline:
      baselineFile === undefined
        ? undefined
        : readBaseline(toRoot(root, baselineFile), read(baselineFile, 'baseline', root, inputs.baseline)),
    policyFiles: [
      ...(file === undefined ? CONFIG_NAMES : [...new Set([toRoot(root, file), ...CONFIG_NAMES])]),
      baselineFile === undefined ? DEFAULT_BASELINE : toRoot(root, baselineFile),
    ],
  };
}

/** What an input names is the workflow's choice; what the repository names or holds must stand in it. */
function read(path: string, what: string, root: string, input: string | undefined): string {
  return input === undefined ? readRepositoryFile(path, what, root) : readNamedFile(path, what, root);
}

function absolute(layer: Layer, folder: string): Layer {
  return {
    ...layer,
    ...(layer.baseline === undefined ? {} : { baseline: resolve(folder, layer.baseline) }),
    ...(layer.values === undefined ? {} : { values: layer.values.map((path) => resolve(folder, path)) }),
  };
}

function insideRoot(root: string, path: string): string {
  const relativePath = toRoot(root, path);
  if (relativePath.startsWith('../')) throw new UsageError(`The values file ${path} is outside the repository.`);
  return relativePath;
}

export function toRoot(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** What comes before a path of the root where the configuration file's patterns are matched. */
function prefixOf(folder: string, root: string): string {
  const way = toRoot(folder, root);
  return way === '' || way.startsWith('..') ? '' : `${way}/`;
}
