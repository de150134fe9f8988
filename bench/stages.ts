/**
 * What each stage of a run costs. The sources are bundled with the functions of the table below inside wrappers that carry
 * the name of their stage; V8's sampling profilers then tell time and allocations, and a sample belongs to the innermost
 * stage on its stack.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { median } from './processes.ts';

/** The functions at which a stage begins, by the file that exports them. */
const STAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/files/discover.ts': { discover: 'walk' },
  'src/files/read-bytes.ts': { readBytes: 'read' },
  'src/files/accept.ts': { acceptBytes: 'decode' },
  'src/stages/filter.ts': { filterFor: 'filter' },
  'src/stages/grouping.ts': { groupFiles: 'group' },
  'src/helm/explore/explore.ts': { exploreChart: 'render' },
  'src/stages/reading.ts': { readRepository: 'parse' },
  'src/placing/placing.ts': { placeEverything: 'place' },
  'src/placing/surroundings.ts': { lookAround: 'place' },
  'src/stages/checking.ts': { runRules: 'rules' },
  'src/stages/weighing.ts': { weigh: 'findings' },
  'src/stages/findings.ts': { toFindings: 'findings' },
  'src/stages/unexplained.ts': { unexplainedLines: 'findings' },
  'src/stages/coverage.ts': { coverageOf: 'findings' },
  'src/suppress/comments.ts': { suppress: 'findings' },
};

const ORDER = 'walk read decode filter group render parse place rules findings report collect start'.split(' ');

export interface StageCost {
  readonly stage: string;
  /** Of its own, without the stages inside it. */
  readonly milliseconds: number;
  readonly mebibytes: number;
}

export async function measureStages(folder: string, runs: number): Promise<readonly StageCost[]> {
  const root = process.cwd();
  const out = mkdtempSync(join(root, 'node_modules', '.cache', 'bench-'));
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [join(root, 'bench/profiled.ts')],
      outdir: out,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      logLevel: 'warning',
      plugins: [wrapStages(root)],
    });
    const results = Array.from({ length: runs }, () => [
      profiled(join(out, 'profiled.mjs'), 'time', folder),
      profiled(join(out, 'profiled.mjs'), 'allocations', folder),
    ]);
    const typical = (which: 0 | 1, stage: string) => median(results.map((pair) => pair[which]?.[stage] ?? 0)) ?? 0;
    return ORDER.map((stage) => ({ stage, milliseconds: typical(0, stage), mebibytes: typical(1, stage) }));
  } finally {
    rmSync(out, { recursive: true });
  }
}

function profiled(script: string, what: string, folder: string): Readonly<Record<string, number>> {
  const done = spawnSync(process.execPath, [script, what, folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

function wrapStages(root: string): Plugin {
  return {
    name: 'stages',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const stages = STAGES[relative(root, path).split(sep).join('/')];
        if (!stages) return undefined;
        let text = readFileSync(path, 'utf8');
        for (const [name, stage] of Object.entries(stages)) text = wrapped(text, name, stage, path);
        return { contents: text, loader: 'ts', resolveDir: resolve(path, '..') };
      });
    },
  };
}

function wrapped(text: string, name: string, stage: string, path: string): string {
  const declaration = `export function ${name}(`;
  if (!text.includes(declaration)) throw new Error(`${path} exports no function ${name}`);
  const wrapper = `export const ${name}: typeof ${name}Inside = { 'stage ${stage}'(...given: any[]): any { return (${name}Inside as any)(...given); } }['stage ${stage}'];\n`;
  return text.replace(declaration, () => `${wrapper}function ${name}Inside(`);
}
