/** Records what helm prints for our own charts and probes, so that the plain tests need no helm. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findCharts, readChart, variantsOf } from './charts.ts';
import type { Oracle } from './oracle.ts';
import { record as recordProbes } from './probes.ts';

const TESTS = join(process.cwd(), 'test', 'helm');

export async function record(oracle: Oracle): Promise<void> {
  await recordProbes(oracle, join(TESTS, 'probes', 'recorded.json'));
  const target = join(TESTS, 'rendered');
  rmSync(target, { recursive: true, force: true });
  for (const folder of findCharts(join(TESTS, 'charts'))) {
    const chart = readChart(folder);
    mkdirSync(join(target, basename(folder)), { recursive: true });
    for (const variant of variantsOf(chart.source)) {
      const { stdout, error } = await oracle.template(folder, variant.values, chart.key, 0);
      const text = error === null ? stdout : `Error: ${error.replace(/\/\S*\/0\.yaml/, 'values')}\n`;
      writeFileSync(join(target, basename(folder), `${fileName(variant.name)}.txt`), text);
    }
  }
}

export const fileName = (variant: string): string => variant.replace(/[^a-z]+/gi, '-').replace(/-ya?ml$/, '');
