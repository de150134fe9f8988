/** Compares what helm and we print for one chart and one set of values. */
import { PATIENT_LIMITS, renderChart } from '../../src/helm/index.ts';
import type { RenderResult } from '../../src/helm/types.ts';
import type { ReadChart, Variant } from './charts.ts';
import type { HelmOutput, Oracle } from './oracle.ts';

export type Verdict =
  | 'equal'
  | 'equal but for random lines'
  | 'differ'
  | 'only we fail'
  | 'only helm fails'
  | 'helm needs a network'
  | 'both fail';

export interface Comparison {
  readonly verdict: Verdict;
  /** What differs, for people. */
  readonly detail: string;
  readonly helmMilliseconds: number;
  readonly ourMilliseconds: number;
  readonly helmError: string | null;
  /** Of our render: characters that claim an exact origin, and those whose source says something else. */
  readonly provenance: Provenance;
}

export interface Provenance {
  readonly fragments: number;
  readonly exact: number;
  readonly wrong: number;
}

interface Ours {
  readonly manifest: string;
  readonly provenance: Provenance;
  readonly error: string | null;
  readonly milliseconds: number;
}

function renderOurs(chart: ReadChart, values: readonly string[]): Ours {
  const files = values.map((text, index) => ({ path: `given values ${index}`, text }));
  const start = performance.now();
  let manifest = '';
  let error: string | null;
  let milliseconds = 0;
  let provenance: Provenance = { fragments: 0, exact: 0, wrong: 0 };
  try {
    const result = renderChart(chart.source, { values: files, limits: PATIENT_LIMITS });
    milliseconds = performance.now() - start;
    manifest = result.manifest;
    const texts = new Map<string, string | Uint8Array>([
      ...chart.source.files,
      ...files.map(({ path, text }) => [path, text] as const),
    ]);
    provenance = checkProvenance(texts, result);
    error = result.error ?? null;
  } catch (thrown) {
    error = thrown instanceof Error ? `internal: ${thrown.stack?.split('\n').slice(0, 4).join(' ')}` : String(thrown);
  }
  return { manifest, provenance, error, milliseconds };
}

/** Every fragment with an exact origin has to be that slice of its file. */
function checkProvenance(texts: ReadonlyMap<string, string | Uint8Array>, { files }: RenderResult): Provenance {
  let fragments = 0;
  let exact = 0;
  let wrong = 0;
  for (const file of files) {
    for (const origin of file.originAt(0, file.text.length)) {
      fragments += 1;
      if (!origin.exact) continue;
      exact += 1;
      const content = texts.get(origin.path);
      const source = typeof content === 'string' ? content.replace(/^\ufeff/, '') : '';
      if (source.slice(origin.from, origin.to) !== file.text.slice(origin.start, origin.end)) wrong += 1;
    }
  }
  return { fragments, exact, wrong };
}

export async function compare(oracle: Oracle, folder: string, chart: ReadChart, variant: Variant): Promise<Comparison> {
  const helm = await oracle.template(folder, variant.values, chart.key, 0);
  const ours = renderOurs(chart, variant.values);
  const times = {
    helmMilliseconds: helm.milliseconds,
    ourMilliseconds: ours.milliseconds,
    helmError: helm.error,
    provenance: ours.provenance,
  };
  if (helm.error !== null) {
    const unmatched = helm.isOffline ? 'helm needs a network' : 'only helm fails';
    const verdict = ours.error === null ? unmatched : 'both fail';
    return { verdict, detail: `helm: ${helm.error.slice(0, 300)}\n  ours: ${ours.error ?? '(renders)'}`, ...times };
  }
  if (ours.error !== null) return { verdict: 'only we fail', detail: ours.error, ...times };
  if (helm.stdout === ours.manifest) return { verdict: 'equal', detail: '', ...times };
  let detail = difference(helm, await oracle.template(folder, variant.values, chart.key, 1), ours.manifest);
  if (detail !== null) {
    // What depends on the clock only shows after a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    detail = difference(helm, await oracle.template(folder, variant.values, chart.key, 2), ours.manifest);
  }
  return { verdict: detail === null ? 'equal but for random lines' : 'differ', detail: detail ?? '', ...times };
}

/** The first line that differs although helm prints it the same twice; null if there is none. */
function difference(first: HelmOutput, second: HelmOutput, ours: string): string | null {
  const once = first.stdout.split('\n');
  const twice = second.stdout.split('\n');
  const lines = ours.split('\n');
  const shown = (at: number): string =>
    `line ${at + 1}\n  helm: ${once
      .slice(Math.max(0, at - 2), at + 2)
      .join('⏎')
      .slice(0, 400)}\n  ours: ${lines
      .slice(Math.max(0, at - 2), at + 2)
      .join('⏎')
      .slice(0, 400)}`;
  for (let at = 0; at < Math.max(once.length, lines.length); at++) {
    if (once[at] === lines[at]) continue;
    if (once.length === twice.length && once[at] !== undefined && once[at] !== twice[at] && lines[at] !== undefined)
      continue;
    return shown(at);
  }
  return once.length === lines.length ? null : `${once.length} lines, ours ${lines.length}`;
}
