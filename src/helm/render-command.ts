/** What `dockershim-lint render CHART` prints: the same as `helm template`, or each line with its origin. */
import { renderChart } from './render.ts';
import { traceManifest } from './trace.ts';
import type { ChartSource, HelmNote, RenderOptions } from './types.ts';

export interface RenderCommandOptions extends RenderOptions {
  readonly trace?: boolean;
}

export interface RenderCommandResult {
  readonly output: string;
  readonly notes: readonly HelmNote[];
  /** What helm would print behind `Error: `; there is no output then. */
  readonly error: string | null;
}

export function renderCommand(source: ChartSource, options: RenderCommandOptions = {}): RenderCommandResult {
  const result = renderChart(source, options);
  if (result.error !== undefined) return { output: '', notes: result.notes, error: result.error };
  const output = options.trace === true ? traceManifest(source, result) : result.manifest;
  return { output, notes: result.notes, error: null };
}
