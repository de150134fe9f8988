/**
 * Charts of the repository that another one depends on by their folder (`repository: file://../common`): `helm dependency
 * build` packs them into its `charts/`, and they are rendered as if it had.
 */
import type { InputFile } from '../model/input.ts';
import { LIMITS } from '../model/limits.ts';
import { joinPath, pathInside } from '../text/path.ts';
import type { ChartGroup } from './grouping.ts';

/** The files of a chart's folder, by the folder relative to the scanned root. */
export type Neighbours = ReadonlyMap<string, readonly InputFile[]>;

const REPOSITORY = /^[ \t-]*repository:[ \t]*["']?file:\/\/([^\s"'#]+)/gm;
/** A longer description is none that a person wrote. */
const LONGEST = 200_000;
/** What a chart counts for, however small: it is rendered again for each that names it. */
const LEAST = 16 * 1024;
/** More than a chart may have anyway. */
const MOST = 300;

/** What is too much stays a missing dependency, which the report names. */
export function createNeighbours(charts: readonly ChartGroup[]): (chart: ChartGroup) => Neighbours {
  const roots = new Map(charts.map((chart) => [chart.root, chart]));
  const known = new Map<string, readonly string[]>();
  const named = (folder: string, files: readonly InputFile[]): readonly string[] => {
    const folders = known.get(folder) ?? foldersNamed(folder, files);
    known.set(folder, folders);
    return folders;
  };
  let left: number = LIMITS.neighbourCharacters;
  return (chart) => {
    const found = new Map<string, readonly InputFile[]>();
    let room = Math.min(left, LIMITS.chartCharacters - sizeOf(chart.files));
    const open = [{ folder: chart.root, files: chart.files }];
    for (let next = open.pop(); next && found.size < MOST && room > LEAST; next = open.pop()) {
      for (const folder of named(next.folder, next.files)) {
        const files = folder === chart.root || found.has(folder) ? [] : filesOf(folder, roots);
        const size = Math.max(LEAST, sizeOf(files));
        if (files.length === 0 || size > room) continue;
        room -= size;
        left -= size;
        found.set(folder, files);
        open.push({ folder, files });
      }
    }
    return found;
  };
}

/** The folders that the description of a chart names, if they are in the repository. */
function foldersNamed(folder: string, files: readonly InputFile[]): readonly string[] {
  const own = new Set(['Chart.yaml', 'requirements.yaml'].map((name) => joinPath(folder, name)));
  return files
    .filter(({ path, text }) => own.has(path) && text.length <= LONGEST)
    .flatMap(({ text }) => [...text.matchAll(REPOSITORY)])
    .flatMap(([, path = '']) => pathInside(folder, path) ?? []);
}

function filesOf(folder: string, roots: ReadonlyMap<string, ChartGroup>): readonly InputFile[] {
  return roots.get(folder)?.files ?? [];
}

function sizeOf(files: readonly InputFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}
