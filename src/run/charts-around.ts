/** A template means something only in its chart: finds the chart of a path of which only a part was asked for. */
import { existsSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from '../files/inside.ts';
import { wayFrom } from '../files/paths.ts';

/** What of a chart is rendered with the rest of it. */
const RENDERED = /^(?:templates|crds|charts|ci)(?:\/|$)|^[^/]+\.ya?ml$/;
/** Folders of a template inside its chart. */
const HIGHEST = 12;

/** Absolute, without links; undefined for a path outside every chart, and for a chart that is asked for as a whole. */
export function chartAround(path: string, top: string): string | undefined {
  if (isChart(path)) return undefined;
  let folder = path;
  for (let height = 0; height < HIGHEST && folder !== top && folder !== dirname(folder); height++) {
    folder = dirname(folder);
    if (isChart(folder)) return RENDERED.test(wayFrom(folder, path)) ? folder : undefined;
  }
  return undefined;
}

/** The charts, relative to the root, of the paths that ask for a part of one. */
export function chartsAround(root: string, paths: readonly string[]): readonly string[] {
  const charts = paths.flatMap((path) => {
    const chart = chartAround(join(root, path), root);
    return chart === undefined || !isInside(root, chart) ? [] : [wayFrom(root, chart) || '.'];
  });
  return [...new Set(charts)].filter((chart) => !paths.includes(chart));
}

function isChart(folder: string): boolean {
  const file = join(folder, 'Chart.yaml');
  return existsSync(file) && lstatSync(file).isFile();
}
