/** The probe table: one template expression per line of expressions.txt, what helm printed for it in recorded.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderChart } from '../../../src/helm/index.ts';
import type { ChartSource } from '../../../src/helm/types.ts';

const FOLDER = join(process.cwd(), 'test', 'helm', 'probes');

export interface Probe {
  /** The function it is about, or `language`. */
  readonly about: string;
  readonly template: string;
}

export interface Outcome {
  readonly output?: string;
  /** As helm words it; that there is an error is what has to agree. */
  readonly error?: string;
}

export function readProbes(): Probe[] {
  const probes: Probe[] = [];
  let about = '';
  for (const line of readFileSync(join(FOLDER, 'expressions.txt'), 'utf8').split('\n')) {
    if (line.startsWith('## ')) about = line.slice(3);
    else if (line !== '') probes.push({ about, template: line });
  }
  return probes;
}

export const readRecorded = (): Record<string, Outcome> =>
  JSON.parse(readFileSync(join(FOLDER, 'recorded.json'), 'utf8')) as Record<string, Outcome>;

const FILES: Readonly<Record<string, string>> = {
  'Chart.yaml': 'apiVersion: v2\nname: probe\nversion: 1.2.3\nappVersion: "4.5"\n',
  'notes/first.txt': 'first note\n',
  'notes/second.txt': 'one\ntwo\n',
  'other/image.txt': 'no picture',
  'templates/result.yaml': 'v: {{ include "probe/templates/_probe.tpl" . | b64enc }}\n',
};

/** A chart whose only output is the probe's, in base64. */
export function probeFiles(probe: Probe): Map<string, string> {
  const values = readFileSync(join(FOLDER, 'values.yaml'), 'utf8');
  return new Map([...Object.entries(FILES), ['values.yaml', values], ['templates/_probe.tpl', probe.template]]);
}

export function outcomeOf(manifest: string, error: string | null | undefined): Outcome {
  if (error !== null && error !== undefined) return { error };
  const encoded = /^v: (.*)$/m.exec(manifest)?.[1] ?? '';
  return { output: Buffer.from(encoded, 'base64').toString() };
}

export function runProbe(probe: Probe): Outcome {
  const source: ChartSource = { root: '', files: probeFiles(probe) };
  const result = renderChart(source);
  return outcomeOf(result.manifest, result.error);
}

export const agrees = (ours: Outcome, recorded: Outcome): boolean =>
  recorded.error === undefined ? ours.output === recorded.output : ours.error !== undefined;
