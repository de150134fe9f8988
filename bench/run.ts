/**
 * Measures the built command line end to end beside a plain search for the word, and the sources stage by stage.
 *   npm run bench                                     # generated trees of 1,000, 10,000 and 100,000 files
 *   npm run bench -- --files 5000 --hits 0 --charts 0 --runs 7
 *   npm run bench -- --folder DIR --kube-linter /usr/local/bin/kube-linter --json figures.json
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isThere, type Measured, measure, type Program } from './processes.ts';
import { measureStages, type StageCost } from './stages.ts';
import { type Shape, writeTree } from './tree.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000,10000,100000' },
    charts: { type: 'string', default: '0.1' },
    hits: { type: 'string', default: '0.05' },
    folder: { type: 'string' },
    runs: { type: 'string', default: '7' },
    dist: { type: 'string', default: 'dist' },
    'kube-linter': { type: 'string' },
    json: { type: 'string' },
    'no-stages': { type: 'boolean', default: false },
  },
});

interface Result {
  readonly tree: string;
  readonly programs: readonly Measured[];
  readonly stages: readonly StageCost[];
}

const runs = Number(values.runs);
const results: Result[] = [];
if (values.folder !== undefined) await measureTree(values.folder, resolve(values.folder));
else for (const files of values.files.split(',')) await generated(Number(files));
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, runs, results }, null, 2)}\n`);

async function generated(files: number): Promise<void> {
  const shape: Shape = { files, charts: Number(values.charts), hits: Number(values.hits) };
  const root = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writeTree(root, shape);
    await measureTree(`${files} files, ${percent(shape.charts)} in charts, ${percent(shape.hits)} with hits`, root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function measureTree(tree: string, root: string): Promise<void> {
  const programs = measure(programsFor(root), runs);
  const stages = values['no-stages'] ? [] : await measureStages(root, Math.min(runs, 3));
  results.push({ tree, programs, stages });
  print(tree, programs, stages);
}

function programsFor(root: string): readonly Program[] {
  const node = process.execPath;
  const cli = resolve(values.dist, 'cli.js');
  const search: Program[] = isThere('rg', ['--version'])
    ? [{ name: 'rg -uu -li docker', file: 'rg', args: ['-uu', '-li', 'docker', root] }]
    : [{ name: 'grep -rli docker', file: 'grep', args: ['-rli', 'docker', root] }];
  const other = values['kube-linter'];
  return [
    { name: 'dockershim-lint', file: node, args: [cli, '--format', 'json', '--fail-on', 'never', root] },
    ...search,
    ...(other === undefined ? [] : [{ name: 'kube-linter', file: other, args: ['lint', root] }]),
    { name: 'node -e 0', file: node, args: ['-e', '0'] },
    { name: 'dockershim-lint --version', file: node, args: [cli, '--version'] },
  ];
}

function print(tree: string, programs: readonly Measured[], stages: readonly StageCost[]): void {
  console.log(`\n${tree}, medians of ${runs}`);
  const mine = programs[0]?.wall ?? 0;
  table([
    ['program', 'wall ms', 'ours is', 'cpu ms', 'peak MiB'],
    ...programs.map(({ name, wall, cpu, memory }) => [
      name,
      wall.toFixed(0),
      `${(mine / wall).toFixed(1)} ×`,
      cpu?.toFixed(0) ?? '-',
      memory?.toFixed(0) ?? '-',
    ]),
  ]);
  const outputs = programs[0]?.outputs ?? 1;
  if (outputs > 1) console.log(`dockershim-lint printed ${outputs} different outputs`);
  if (stages.length === 0) return;
  table([
    ['stage', 'ms', 'MiB allocated'],
    ...stages.map(({ stage, milliseconds, mebibytes }) => [stage, milliseconds.toFixed(1), mebibytes.toFixed(1)]),
  ]);
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), []);
  for (const row of rows)
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
