/** Starts a rule in a copy of the project, as CONTRIBUTING.md tells, and runs the tests that a new rule meets. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const COPIED = ['src', 'docs', 'scripts', 'test', 'package.json', 'tsconfig.json', 'biome.json', 'schema.json'];

describe('npm run new-rule', () => {
  let copy = '';

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'new-rule-'));
    for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    execFileSync('git', ['init', '-q'], { cwd: copy });
    runScript('scripts/new-rule.mjs', ['docker-something', 'What it finds']);
  }, 120_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('writes a rule, a page and their lines in the lists, which the tests of all rules accept', () => {
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const out = runScript(vitest, ['run', 'test/rules.test.ts', 'test/consistency.test.ts', '--reporter=json']);
    const result = JSON.parse(out) as {
      numFailedTests: number;
      testResults: { assertionResults: { title: string }[] }[];
    };
    expect(result.numFailedTests).toBe(0);
    const titles = result.testResults.flatMap((file) => file.assertionResults.map(({ title }) => title));
    expect(titles).toContain('docker-something has the title, summary, headings and sources of every page');
  }, 120_000);

  it('ends the summary with one full stop', () => {
    expect(readFileSync(join(copy, 'docs/rules/docker-something.md'), 'utf8').split('\n')[2]).toBe('What it finds.');
  });

  it('refuses to write over a rule', () => {
    expect(() => runScript('scripts/new-rule.mjs', ['docker-socket-mount', 'Twice'])).toThrow(/is there already/);
  });

  function runScript(script: string, args: readonly string[]): string {
    return execFileSync(process.execPath, [script, ...args], {
      cwd: copy,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
});
