/** Sorts the files of a repository into charts, which are read as a whole, and files that are read one by one. */
import type { InputFile } from '../model/input.ts';
import { isRendered } from '../recognise/chart-layout.ts';

const CHART_FILE = 'Chart.yaml';
const IN_FOLDER = `/${CHART_FILE}`;

export interface ChartGroup {
  /** The chart's folder relative to the scanned root; '' is the root itself. */
  readonly root: string;
  /** Every file below the folder, sub-charts included. */
  readonly files: readonly InputFile[];
}

export interface Grouping {
  readonly charts: readonly ChartGroup[];
  /** Files that no chart renders: everything outside charts, and what a chart holds besides templates and values. */
  readonly single: readonly InputFile[];
}

export function groupFiles(files: readonly InputFile[]): Grouping {
  const roots = outermostCharts(files);
  if (roots.length === 0) return { charts: [], single: files };
  const byRoot = new Map<string, InputFile[]>(roots.map((root) => [root, []]));
  const single: InputFile[] = [];
  for (const file of files) {
    const root = chartOf(file.path, byRoot);
    if (root !== undefined) byRoot.get(root)?.push(file);
    if (root === undefined || !isRendered(file.path.slice(root === '' ? 0 : root.length + 1))) single.push(file);
  }
  return { charts: roots.map((root) => ({ root, files: byRoot.get(root) ?? [] })), single };
}

/** Charts that are not in the `charts/` folder of another chart: those are rendered with their parent. */
function outermostCharts(files: readonly InputFile[]): readonly string[] {
  const roots = new Set<string>();
  for (const { path } of files)
    if (path === CHART_FILE || path.endsWith(IN_FOLDER))
      roots.add(path.slice(0, Math.max(0, path.length - CHART_FILE.length - 1)));
  return [...roots].filter((root) => !isSubChart(root, roots)).sort();
}

function isSubChart(root: string, roots: ReadonlySet<string>): boolean {
  for (let at = root.lastIndexOf('/charts/'); at >= 0; at = root.lastIndexOf('/charts/', at - 1))
    if (roots.has(root.slice(0, at))) return true;
  return root.startsWith('charts/') && roots.has('');
}

/** The longest chart folder above a path. */
function chartOf(path: string, roots: ReadonlyMap<string, unknown>): string | undefined {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const folder = path.slice(0, at);
    if (roots.has(folder)) return folder;
  }
  return roots.has('') ? '' : undefined;
}
