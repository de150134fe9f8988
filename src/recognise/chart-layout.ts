/** Where the files of a chart stand, and what each is for. */
import { folderOf } from '../text/path.ts';

/** Below `charts/name/` a sub-chart has the same layout. */
const SUB_CHARTS = /^(?:charts\/[^/]+\/)+/;
const MANIFEST_FOLDERS = /(?:^|\/)(?:templates|crds)\//;

/** Whether the engine takes a file in; `inside` is its path below the chart's folder, possibly below sub-charts. */
export function isRendered(inside: string): boolean {
  return /^(?:templates|crds)\/|^(?:Chart|requirements|values[^/]*)\.ya?ml$|^(?:Chart|requirements)\.lock$|^ci\/|^\.helmignore$/.test(
    inside.replace(SUB_CHARTS, ''),
  );
}

/** Values and metadata, which are read as they are. */
export function isChartSettings(path: string): boolean {
  const isNamed =
    /(?:^|\/)(?:Chart|requirements|[\w.-]{0,255}values[\w.-]{0,255})\.ya?ml$|(?:^|\/)ci\/[^/]+\.ya?ml$/.test(path);
  return isNamed && !isManifest(path);
}

/** What a chart says of itself, and what it depends on. */
export function isMetadata(path: string): boolean {
  return /(?:^|\/)(?:Chart|requirements)\.ya?ml$/.test(path) && !isTemplate(path);
}

/** Rendered as any template, and shown to people. */
export function isNotes(path: string): boolean {
  return /(?:^|\/)templates\/NOTES\.txt$/.test(path);
}

/** Any file that the engine renders. */
export function isTemplate(path: string): boolean {
  return /(?:^|\/)templates\//.test(path);
}

/** A file with values, whatever stands around the word in its name. */
export function isValuesFile(path: string): boolean {
  return /values[^/]{0,255}\.ya?ml$/.test(path);
}

/** A template or a definition of custom resources. */
export function isManifest(path: string): boolean {
  return MANIFEST_FOLDERS.test(path) && /\.(?:ya?ml|tpl|json)$/.test(path);
}

/** Helpers are read through the templates that include them, and are no YAML by themselves. */
export function isPartial(path: string): boolean {
  return /(?:^|\/)_[^/]*$|\.tpl$/.test(path);
}

/** The folder of the chart or sub-chart that a template belongs to. */
export function chartFolder(path: string): string {
  return path.slice(0, Math.max(0, path.search(MANIFEST_FOLDERS)));
}

/** The folder of a file; a chart's for its templates. */
export function projectFolderOf(path: string): string {
  return folderOf(path).replace(/(^|\/)(templates|crds)(\/.*)?$/s, '');
}
