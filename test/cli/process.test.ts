import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { progressText, startProgress } from '../../src/cli/progress.ts';
import type { OnStep } from '../../src/model/result.ts';
import { RULES } from '../../src/rules/index.ts';
import { NODE_SCRIPT } from '../support/command-line.ts';
import { lintTexts } from '../support/in-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'dockershim-process-'));
const cli = join(folder, 'cli.mjs');
const repository = join(folder, 'repository');

beforeAll(async () => {
  await build({
    entryPoints: [resolve(import.meta.dirname, '../../src/cli.ts')],
    outfile: cli,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  mkdirSync(join(repository, 'nodes'), { recursive: true });
  const script = NODE_SCRIPT.replace(
    'docker ps\n',
    Array.from({ length: 3000 }, (_, at) => `docker inspect c${at}\n`).join(''),
  );
  writeFileSync(join(repository, 'nodes/join.sh'), script);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { PATH: process.env.PATH, ...env },
  });

describe('the process', () => {
  it('writes a long report as a whole before it ends with its status', () => {
    const { status, stdout, stderr } = run([repository, '--format', 'json']);
    expect([status, JSON.parse(stdout).findings.length, stderr]).toEqual([1, 3000, '']);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [cli, repository, '--format', 'json']);
    let err = '';
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((done) => child.on('close', done));
    expect([status, err]).toEqual([1, '']);
  });

  it.each([['--version'], ['--help']])('ends quietly when nobody reads what %s says', async (option) => {
    const child = spawn(process.execPath, [cli, option]);
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString();
    });
    const status = await new Promise((done) => child.on('close', done));
    expect([status, err]).toEqual([0, '']);
  });

  it('tells wrong usage on standard error only', () => {
    const { status, stdout, stderr } = run(['--nope']);
    expect([status, stdout, stderr]).toEqual([
      2,
      '',
      `dockershim-lint: Unknown option "--nope". See dockershim-lint --help.\n`,
    ]);
  });

  it('prints no colours into a pipe', () => {
    expect(run([repository, '--format', 'text']).stdout).not.toContain('\u001b');
  });
});

describe('progress', () => {
  const stream = (isTerminal: boolean) => ({ write: () => {}, isTerminal, columns: 80 });
  const io = (isTerminal: boolean, env = {}) => ({
    readInput: async () => '',
    serve: async () => {},
    untilChange: async () => false,
    out: stream(false),
    err: stream(isTerminal),
    env,
    cwd: '.',
    today: '2026-11-25',
  });

  it('stops before its thread is there, without a wait for it', () => {
    const wait = vi.spyOn(Atomics, 'wait');
    const progress = startProgress(io(true));
    progress.found(3);
    progress.stop();
    progress.stop();
    expect(wait).not.toHaveBeenCalled();
  });

  it('counts what is read and judged', () => {
    expect([
      progressText(0, 0, 0, 0),
      progressText(4120, 0, 0, 0),
      progressText(4120, 1, 103, 412),
      progressText(4120, 2, 26, 26),
    ]).toEqual([
      'looking for files',
      '4,120 files found',
      '[#####---------------] reading 103 of 412 files',
      '[####################] judging 26 of 26 rules',
    ]);
  });

  it('is told about each file and each rule', () => {
    const steps: string[] = [];
    const onStep: OnStep = (stage, done, of) => steps.push(`${stage} ${done}/${of}`);
    lintTexts({ 'a.sh': 'docker ps', 'b.sh': 'docker ps', 'c.sh': 'ls' }, { onStep });
    expect(steps.slice(0, 3)).toEqual(['reading 0/2', 'reading 1/2', `judging 0/${RULES.length}`]);
    expect(steps).toHaveLength(2 + RULES.length);
  });

  it('is silent without a terminal, and in CI', () => {
    for (const silent of [startProgress(io(false)), startProgress(io(true, { CI: 'true' }))]) {
      expect(silent).toBe(startProgress(io(false)));
    }
  });
});
