/**
 * `npm run test:helm [folder…]`: renders our fixtures, probes and any charts with the real helm and with ours, and compares.
 * Generated templates are the same in every run; `--seed=N --generated=N` makes others, as the weekly search does.
 */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findCharts, readChart, type VariantKind, variantsOf } from './helm/charts.ts';
import { type Comparison, compare, type Provenance, type Verdict } from './helm/compare.ts';
import { compareMangled, compareTemplates, compareTrees, type GeneratedReport } from './helm/generated.ts';
import { findHelm, Oracle } from './helm/oracle.ts';
import { compareProbes } from './helm/probes.ts';
import { record } from './helm/record.ts';

const VERDICTS: readonly Verdict[] = [
  'equal',
  'equal but for random lines',
  'differ',
  'only we fail',
  'only helm fails',
  'helm needs a network',
  'both fail',
];
const KINDS: readonly VariantKind[] = ['default', 'ci', 'all false → true', 'all true → false'];

interface Row {
  readonly chart: string;
  readonly kind: VariantKind;
  readonly variant: string;
  readonly result: Comparison;
}

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const only = options.find((option) => option.startsWith('--only='))?.slice('--only='.length);
const log = options.find((option) => option.startsWith('--log='))?.slice('--log='.length);

const binary = findHelm();
if (binary === null) {
  console.log('There is no helm binary for this platform; nothing was compared.');
  process.exit(0);
}
const oracle = new Oracle(binary, options.includes('--remember'));

async function compareFolder(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  const queue = findCharts(folder).filter((chart) => only === undefined || chart.includes(only));
  const work = async (): Promise<void> => {
    for (let chart = queue.shift(); chart !== undefined; chart = queue.shift()) {
      const read = readChart(chart);
      for (const variant of variantsOf(read.source)) {
        const result = await compare(oracle, chart, read, variant);
        rows.push({ chart: relative(folder, chart) || '.', kind: variant.kind, variant: variant.name, result });
      }
    }
  };
  await Promise.all([work(), work()]);
  return rows.sort((left, right) => (left.chart < right.chart ? -1 : left.chart > right.chart ? 1 : 0));
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

function summarize(rows: readonly Row[]): string {
  const head = ['values', ...VERDICTS, 'helm ms', 'ours ms'];
  const lines = KINDS.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const counts = VERDICTS.map((verdict) => String(own.filter((row) => row.result.verdict === verdict).length));
    const accepted = own.filter((row) => row.result.helmError === null);
    const times = [
      accepted.map((row) => row.result.helmMilliseconds),
      accepted.map((row) => row.result.ourMilliseconds),
    ];
    return [kind, ...counts, ...times.map((list) => median(list).toFixed(1))];
  });
  return [head, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

const describe = (row: Row): string => `${row.result.verdict}: ${row.chart} (${row.variant})\n  ${row.result.detail}`;

if (options.includes('--record')) {
  await record(oracle);
  process.exit(0);
}

let failed = false;

function report(what: string, { total, agreeing, rendered, lines }: GeneratedReport): void {
  const share = rendered === undefined ? '' : ` (helm rendered ${rendered})`;
  console.log(`${what}: ${agreeing} of ${total} agree${share}`);
  for (const line of lines.slice(0, 20)) console.log(line);
  failed ||= lines.length > 0;
}

const number = (name: string, otherwise: number): number =>
  Number(options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);
const generated = number('generated', folders.length === 0 ? 100 : 0);
if (folders.length === 0 || options.includes('--probes')) report('probes', await compareProbes(oracle));
if (generated > 0) {
  const seed = number('seed', 1124);
  console.log(`generated with --seed=${seed}`);
  report('generated values', await compareTrees(oracle, generated * 5, seed));
  report('generated templates', await compareTemplates(oracle, generated, seed));
  report('damaged templates', await compareMangled(oracle, generated, seed));
}
const targets = folders.length > 0 ? folders : [join(process.cwd(), 'test', 'helm', 'charts')];
for (const folder of targets) {
  const rows = await compareFolder(folder);
  const charts = new Set(rows.map((row) => row.chart)).size;
  console.log(`\n${folder}: ${charts} charts, ${rows.length} renders\n${summarize(rows)}`);
  const sum = (count: (provenance: Provenance) => number): number =>
    rows.reduce((total, row) => total + count(row.result.provenance), 0);
  const wrong = sum((one) => one.wrong);
  console.log(`provenance: ${sum((one) => one.fragments)} fragments, ${sum((one) => one.exact)} exact, ${wrong} wrong`);
  failed ||= wrong > 0;
  const bad = rows.filter((row) => row.result.verdict === 'differ' || row.result.verdict === 'only we fail');
  for (const row of bad.slice(0, 40)) console.log(describe(row));
  if (bad.length > 40) console.log(`… and ${bad.length - 40} more`);
  if (log !== undefined) {
    writeFileSync(
      log,
      rows
        .filter((row) => !row.result.verdict.startsWith('equal'))
        .map(describe)
        .join('\n'),
    );
  }
  failed ||= bad.length > 0;
}
process.exitCode = failed ? 1 : 0;
