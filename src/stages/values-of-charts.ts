/** Values of a chart in files that are not called after them: `examples/production.yaml`, `envs/staging.yml` below its folder. */
import type { InputFile } from '../model/input.ts';
import { isRendered, isValuesFile } from '../recognise/chart-layout.ts';
import { step } from '../text/steps.ts';
import type { ChartGroup } from './grouping.ts';

/** The `values.yaml` of its chart, for each such file. */
export function valuesOfCharts(
  charts: readonly ChartGroup[],
  matters: (file: InputFile) => boolean,
): ReadonlyMap<InputFile, InputFile> {
  const found = new Map<InputFile, InputFile>();
  for (const { root, files } of charts) {
    const folder = root === '' ? '' : `${root}/`;
    const values = files.find(({ path }) => path === `${folder}values.yaml`);
    const known = values && keysOf(values.text);
    if (!values || !known) continue;
    for (const file of files)
      if (step() && mayHoldValues(file, folder) && matters(file) && isWithin(keysOf(file.text), known))
        found.set(file, values);
  }
  return found;
}

function mayHoldValues({ path }: InputFile, folder: string): boolean {
  return /\.ya?ml$/.test(path) && !isValuesFile(path) && !isRendered(path.slice(folder.length));
}

/** One key may be in any file; two that the chart has are its own. */
function isWithin(keys: ReadonlySet<string> | undefined, known: ReadonlySet<string>): boolean {
  return keys !== undefined && keys.size > 1 && [...keys].every((key) => known.has(key));
}

/** The keys at the left edge of a map; undefined for a manifest, several documents and what is too long. */
function keysOf(text: string): ReadonlySet<string> | undefined {
  if (text.length > LONGEST || NO_VALUES.test(text)) return undefined;
  return new Set([...text.matchAll(KEY)].map(([, key = '']) => key));
}

const LONGEST = 400_000;
const NO_VALUES = /^(?:(?:apiVersion|kind):|\{\{)|\n---/m;
const KEY = /^([\w.-]{1,100}):(?:[ \t\r]|$)/gm;
