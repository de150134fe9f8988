/**
 * Changes one thing of the sources after the other and tells which changes no test notices:
 * `npm run mutants -- [--sample 0.02] [--seed 1] [FILES of src]`. The tool is installed apart, into .cache/mutants.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isDrawn, type Sample } from './mutants/drawn.ts';

/** The last one for Node 20. */
const VERSION = '9.6.1';
const MUTATED = ['src/placing/**/*.ts', 'src/stages/**/*.ts', 'src/judge.ts', '!src/**/*.generated.ts'];

const folder = resolve('.cache/mutants');
const report = join(folder, 'report.json');

const { values, positionals } = parseArgs({
  options: { sample: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const sample: Sample = { seed: values.seed, share: Number(values.sample) };
if (!(sample.share > 0 && sample.share <= 1)) throw new Error(`--sample is a share from 0 to 1, not ${values.sample}`);

install();
mutate(positionals.length > 0 ? positionals : MUTATED);
tell();

function install(): void {
  const packages = [`@stryker-mutator/core@${VERSION}`, `@stryker-mutator/vitest-runner@${VERSION}`];
  const installed = join(folder, 'node_modules/@stryker-mutator/vitest-runner/package.json');
  if (existsSync(installed) && JSON.parse(readFileSync(installed, 'utf8')).version === VERSION) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  // It finds the project's own vitest above it.
  run('npm', ['install', '--prefix', folder, '--legacy-peer-deps', '--no-audit', '--no-fund', ...packages], {});
}

function mutate(files: readonly string[]): void {
  const { resolve: find } = createRequire(join(folder, 'package.json'));
  const config = join(folder, 'stryker.config.json');
  const settings = {
    plugins: [find('@stryker-mutator/vitest-runner')],
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutants/vitest.config.ts', related: false },
    mutate: files,
    coverageAnalysis: 'perTest',
    // What is made once as a module is read would need all tests for each mutant.
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 20_000,
    timeoutFactor: 3,
    dryRunTimeoutMinutes: 30,
    // Nothing of the files may change but what is mutated: tests compare some of them.
    disableTypeChecks: false,
    tsconfigFile: 'none.json',
    tempDirName: join(folder, 'tmp'),
    ignorePatterns: ['dist', '.cache', 'editors', 'bench'],
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
  };
  writeFileSync(config, JSON.stringify(settings, undefined, 2));
  const stryker = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  run(process.execPath, [stryker, 'run', config], { MUTANTS_SEED: sample.seed, MUTANTS_SHARE: String(sample.share) });
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? 1);
}

interface Mutant {
  readonly id: string;
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** Those that live, and the score of the sample: what is outside of it counts as reached by nothing in the tool's own report. */
function tell(): void {
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
  };
  const counts = new Map<string, number>();
  for (const [path, { mutants }] of Object.entries(files))
    for (const { id, status, mutatorName, replacement = '', location } of mutants) {
      if (!isDrawn(sample, id)) continue;
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const { line, column } = location.start;
      console.log(
        `${path}:${line}:${column} ${status} ${mutatorName} ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`,
      );
    }
  const of = (...statuses: readonly string[]) => statuses.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
  const killed = of('Killed', 'Timeout');
  const all = killed + of('Survived', 'NoCoverage');
  console.log([...counts].map(([status, count]) => `${count} ${status}`).join(', '));
  console.log(`${killed} of ${all} mutants are noticed: ${((100 * killed) / all).toFixed(1)} %`);
}
