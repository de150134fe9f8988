/** Generated values and templates, given to the real helm and to ours: the same must come out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderChart } from '../../src/helm/index.ts';
import { agrees, outcomeOf, probeFiles, runProbe } from '../../test/helm/probes/probe.ts';
import { mangled, template, valuesTree } from '../../test/helm/support/generators.ts';
import { fc } from '../../test/support/fast-check.ts';
import type { Oracle } from './oracle.ts';

export interface GeneratedReport {
  readonly total: number;
  readonly agreeing: number;
  /** How many helm rendered; the others it refused. */
  readonly rendered?: number;
  readonly lines: readonly string[];
}

const PRINT = `{{ range $name, $_ := .Files.Glob "values/*" }}
{{- $tree := $.Files.Get $name | fromJson }}
{{ $name | quote }}: {{ list (toYaml $tree) (toJson $tree) (toPrettyJson $tree) (printf "%v" $tree) (toYamlPretty $tree) (toYaml (fromYaml (toYaml $tree))) | toJson | b64enc }}
{{- end }}
`;

/** More in one chart would exceed the budget of one file. */
const TREES_PER_CHART = 250;

/** Trees of values, many in one chart, printed in every way. */
export async function compareTrees(oracle: Oracle, count: number, seed: number): Promise<GeneratedReport> {
  const trees = fc.sample(valuesTree, { numRuns: count, seed });
  const lines: string[] = [];
  for (let from = 0; from < count; from += TREES_PER_CHART) {
    lines.push(...(await compareChart(oracle, trees.slice(from, from + TREES_PER_CHART))));
  }
  return { total: count, agreeing: count - lines.length, lines };
}

async function compareChart(oracle: Oracle, trees: readonly unknown[]): Promise<string[]> {
  const files = new Map<string, string>([
    ['Chart.yaml', 'apiVersion: v2\nname: trees\nversion: 1.0.0\n'],
    ['templates/print.yaml', PRINT],
    ...trees.map((value, index) => [`values/${index}.json`, JSON.stringify(value)] as const),
  ]);
  const helm = decode((await renderTheirs(oracle, files)).stdout);
  const result = renderChart({ root: '', files });
  if (result.error !== undefined) return [`ours: ${result.error}`];
  const ours = decode(result.manifest);
  const lines: string[] = helm.size === trees.length ? [] : [`helm printed ${helm.size} of ${trees.length} trees`];
  for (const [name, expected] of helm) {
    const own = ours.get(name) ?? [];
    const at = expected.findIndex((item, index) => item !== own[index]);
    if (at >= 0) {
      lines.push(`${files.get(name)}\n  helm: ${JSON.stringify(expected[at])}\n  ours: ${JSON.stringify(own[at])}`);
    }
  }
  return lines;
}

function decode(manifest: string): Map<string, string[]> {
  const found = manifest.matchAll(/^"(.*)": (\S*)$/gm);
  return new Map(
    [...found].map(([, name = '', encoded = '']) => [
      name,
      JSON.parse(Buffer.from(encoded, 'base64').toString()) as string[],
    ]),
  );
}

async function renderTheirs(
  oracle: Oracle,
  files: ReadonlyMap<string, string>,
): Promise<{ stdout: string; error: string | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'));
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const result = await oracle.template(folder, [], JSON.stringify([...files]), 0);
  rmSync(folder, { recursive: true });
  return result;
}

/** Templates, each in a chart of its own: most of them fail, and have to fail with both. */
export const compareTemplates = (oracle: Oracle, count: number, seed: number): Promise<GeneratedReport> =>
  compareTexts(oracle, fc.sample(template, { numRuns: count, seed }));

/** The same, damaged: what Go's parser refuses has to be refused. */
export const compareMangled = (oracle: Oracle, count: number, seed: number): Promise<GeneratedReport> =>
  compareTexts(oracle, fc.sample(mangled, { numRuns: count, seed }));

async function compareTexts(oracle: Oracle, texts: readonly string[]): Promise<GeneratedReport> {
  const count = texts.length;
  const lines: string[] = [];
  let rendered = 0;
  const queue = [...texts];
  const work = async (): Promise<void> => {
    for (let body = queue.shift(); body !== undefined; body = queue.shift()) {
      const probe = { about: 'generated', template: body };
      const { stdout, error } = await renderTheirs(oracle, probeFiles(probe));
      const theirs = outcomeOf(stdout, error);
      if (theirs.output !== undefined) rendered += 1;
      // A pointer's address, different each time.
      if (theirs.output?.includes('0xc0') === true) continue;
      const ours = runProbe(probe);
      if (!agrees(ours, theirs))
        lines.push(`${JSON.stringify(body)}\n  helm: ${JSON.stringify(theirs)}\n  ours: ${JSON.stringify(ours)}`);
    }
  };
  await Promise.all([work(), work()]);
  return { total: count, agreeing: count - lines.length, rendered, lines };
}
