/** Small charts written in a test. */
import type { ChartSource } from '../../../src/helm/types.ts';

export interface ChartParts {
  readonly values?: string;
  readonly templates?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly chart?: string;
}

export function chart(parts: ChartParts): ChartSource {
  const files = new Map<string, string>([
    ['Chart.yaml', `apiVersion: v2\nname: app\nversion: 1.2.3\n${parts.chart ?? ''}`],
    ['values.yaml', parts.values ?? ''],
  ]);
  for (const [name, text] of Object.entries(parts.templates ?? {})) files.set(`templates/${name}`, text);
  for (const [name, text] of Object.entries(parts.files ?? {})) files.set(name, text);
  return { root: 'charts/app', files };
}

/** The text at a path relative to the scan root. */
export const textAt = (source: ChartSource, path: string): string =>
  String(source.files.get(path.slice(source.root.length + 1)) ?? '');
