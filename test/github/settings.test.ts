import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/config/usage-error.ts';
import { readLayer, readPaths } from '../../src/github/settings.ts';
import { readSettings } from '../../src/run/settings.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/git-repository.ts';

afterAll(removeTemporaryFolders);
afterEach(() => vi.unstubAllEnvs());

const TODAY = '2026-01-01';

async function read(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
  repository = '.',
) {
  const workspace = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
  const root = join(workspace, repository);
  const layer = readLayer(workspace);
  return readSettings({ root, from: root, configFolders: [root], layer, today: TODAY }, { kind: 'not-wanted' });
}

const BASELINE = JSON.stringify({ schemaVersion: 1, findings: [] });

describe('the settings of the Action', () => {
  it('are the defaults when nothing is said', async () => {
    expect((await read({})).settings).toMatchObject({ 'fail-on': 'error', comment: 'on-findings', annotations: true });
  });

  it('come from the configuration file, and inputs are stronger', async () => {
    const files = { '.dockershim.yaml': 'fail-on: never\ncomment: always\n' };
    expect((await read(files)).settings).toMatchObject({ 'fail-on': 'never', comment: 'always' });
    expect((await read(files, { 'fail-on': 'warning' })).settings).toMatchObject({
      'fail-on': 'warning',
      comment: 'always',
    });
  });

  it('take an empty input for none', async () => {
    expect((await read({ '.dockershim.yaml': 'fail-on: never\n' }, { 'fail-on': '  ' })).settings['fail-on']).toBe(
      'never',
    );
  });

  it('start paths of inputs at the workspace, and paths of the file at the file', async () => {
    const files = {
      'shop/ci/lint.yaml': 'baseline: known.json\nvalues: [../values/prod.yaml]\n',
      'shop/ci/known.json': BASELINE,
      'shop/values/prod.yaml': '{}\n',
      'other.json': BASELINE,
    };
    const fromFile = await read(files, { config: 'shop/ci/lint.yaml' }, 'shop');
    expect(fromFile.baseline?.path).toBe('ci/known.json');
    expect(fromFile.lintOptions.values).toEqual(['values/prod.yaml']);
    const fromInput = await read(files, { config: 'shop/ci/lint.yaml', baseline: 'other.json' }, 'shop');
    expect(fromInput.baseline?.path).toBe('../other.json');
  });

  it('match patterns from the folder of the file', async () => {
    const { excluded } = await read({ '.dockershim.yaml': 'exclude: [charts/old/**]\n' });
    expect([excluded('charts/old/a.yaml'), excluded('charts/new/a.yaml')]).toEqual([true, false]);
  });

  it('name the files by which a change can edit how it is checked', async () => {
    expect((await read({})).policyFiles).toEqual([
      '.dockershim.yaml',
      '.dockershim.yml',
      '.dockershim.json',
      '.dockershim-baseline.json',
    ]);
    const own = await read(
      { 'ci/lint.yaml': 'baseline: known.json\n', 'ci/known.json': BASELINE },
      { config: 'ci/lint.yaml' },
    );
    expect(own.policyFiles).toContain('ci/lint.yaml');
    expect(own.policyFiles).toContain('ci/known.json');
  });

  it.each([
    [{}, { 'target-runtime': 'docker' }],
    [{}, { 'kubernetes-version': 'latest' }],
    [{}, { annotations: 'yes' }],
    [{}, { baseline: 'missing.json' }],
    [{ '.dockershim.yaml': 'a: 1\n' }, {}],
    [{ '.dockershim.yaml': '{}', '.dockershim.yml': '{}' }, {}],
    [{ '.dockershim.yaml': 'values: [../../etc/passwd]\n' }, {}],
    [{ '.dockershim.yaml': 'values: [missing.yaml]\n' }, {}],
    [{}, { values: 'missing.yaml' }],
  ])('refuse %o with %o', async (files, inputs) => {
    const reading = read(files as Record<string, string>, inputs as Record<string, string>);
    await expect(reading).rejects.toThrow(UsageError);
  });
});

describe('the paths', () => {
  it('are lines, and all of the repository by default', () => {
    const paths = (value: string) => {
      vi.stubEnv('INPUT_PATHS', value);
      return readPaths();
    };
    expect(paths('')).toEqual(['.']);
    expect(paths('a\n  b c \n\n')).toEqual(['a', 'b c']);
  });
});
