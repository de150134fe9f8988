/** The settings of a run: defaults, then the configuration file, then the command line. */
import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readConfig } from '../config/load.ts';
import { type Layer, mergeLayers, type Settings } from '../config/options.ts';
import { findConfig, readNamedFile, readRepositoryFile } from '../files/config-file.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { isInside, prefixFrom } from './scan-root.ts';

export interface LoadedSettings {
  readonly settings: Settings;
  /** The folder that the configuration's paths start at. */
  readonly folder: string;
  /** What comes before a path of the scanned root when the configuration's patterns are matched. */
  readonly base: string;
}

/** The file is that of the scanned root, or of the current folder when the root is inside it. */
export function loadSettings(root: string, cwd: string, layer: Layer): LoadedSettings {
  const here = realpathSync(cwd);
  const found = findConfig(root) ?? (isInside(here, root) ? findConfig(here) : undefined);
  const path = layer.config === undefined ? found : resolve(cwd, layer.config);
  if (path === undefined) return { settings: mergeLayers([layer]), folder: root, base: '' };
  const readFile = layer.config === undefined ? readRepositoryFile : readNamedFile;
  const text = readFile(path, 'configuration file', repositoryTop(dirname(path)));
  const file = readConfig(path, text);
  const folder = realpathSync(dirname(path));
  const base = isInside(folder, root) ? prefixFrom(folder, root) : '';
  return { settings: mergeLayers([fromFolder(file, folder), layer]), folder, base };
}

/** Paths in a configuration file are relative to the file. */
function fromFolder(layer: Layer, folder: string): Layer {
  return {
    ...layer,
    ...(layer.baseline === undefined ? {} : { baseline: resolve(folder, layer.baseline) }),
    ...(layer.values === undefined ? {} : { values: layer.values.map((path) => resolve(folder, path)) }),
  };
}
