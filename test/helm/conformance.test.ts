/** Our fixture charts against what the real helm printed for them, with every set of values. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCharts, readChart, variantsOf } from '../../scripts/helm/charts.ts';
import { fileName } from '../../scripts/helm/record.ts';
import { renderChart } from '../../src/helm/index.ts';

const FOLDER = join(process.cwd(), 'test', 'helm');

describe.each(findCharts(join(FOLDER, 'charts')).map((folder) => [basename(folder), folder] as const))(
  '%s',
  (name, folder) => {
    const { source } = readChart(folder);

    it.each(variantsOf(source).map((variant) => [variant.name, variant.values] as const))(
      'with %s',
      (variant, values) => {
        const file = join(FOLDER, 'rendered', name, `${fileName(variant)}.txt`);
        expect(existsSync(file), `no record of ${variant}; npm run test:helm -- --record`).toBe(true);
        const recorded = readFileSync(file, 'utf8');
        const { manifest, error } = renderChart(source, { values });
        if (recorded.startsWith('Error: ')) expect(error).not.toBe(undefined);
        else {
          expect(error).toBe(undefined);
          expect(manifest).toBe(recorded);
        }
      },
    );
  },
);
