import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/config/usage-error.ts';
import { inputReader, readPaths, readSettings } from '../../src/github/settings.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/git-repository.ts';

afterAll(removeTemporaryFolders);

const TODAY = '2026-01-01';

function read(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
  repository = '.',
) {
  const workspace = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  return readSettings(join(workspace, repository), workspace, inputReader(env), TODAY);
}

const BASELINE = JSON.stringify({ schemaVersion: 1, findings: [] });

describe('the settings of the Action', () => {
  it('are the defaults when nothing is said', () => {
    expect(read({}).settings).toMatchObject({ 'fail-on': 'error', comment: 'on-findings', annotations: true });
  });

  it('come from the configuration file, and inputs are stronger', () => {
    const files = { '.dockershim.yaml': 'fail-on: never\ncomment: always\n' };
    expect(read(files).settings).toMatchObject({ 'fail-on': 'never', comment: 'always' });
    expect(read(files, { 'fail-on': 'warning' }).settings).toMatchObject({ 'fail-on': 'warning', comment: 'always' });
  });

  it('take an empty input for none', () => {
    expect(read({ '.dockershim.yaml': 'fail-on: never\n' }, { 'fail-on': '  ' }).settings['fail-on']).toBe('never');
  });

  it('start paths of inputs at the workspace, and paths of the file at the file', () => {
    const files = {
      'shop/ci/lint.yaml': 'baseline: known.json\nvalues: [../values/prod.yaml]\n',
      'shop/ci/known.json': BASELINE,
      'shop/values/prod.yaml': '{}\n',
      'other.json': BASELINE,
    };
    const fromFile = read(files, { config: 'shop/ci/lint.yaml' }, 'shop');
    expect(fromFile.baseline?.path).toBe('ci/known.json');
    expect(fromFile.lintOptions.values).toEqual(['values/prod.yaml']);
    const fromInput = read(files, { config: 'shop/ci/lint.yaml', baseline: 'other.json' }, 'shop');
    expect(fromInput.baseline?.path).toBe('../other.json');
  });

  it('match patterns from the folder of the file', () => {
    const { excluded } = read({ '.dockershim.yaml': 'exclude: [charts/old/**]\n' });
    expect([excluded('charts/old/a.yaml'), excluded('charts/new/a.yaml')]).toEqual([true, false]);
  });

  it('name the files by which a change can edit how it is checked', () => {
    expect(read({}).policyFiles).toEqual([
      '.dockershim.yaml',
      '.dockershim.yml',
      '.dockershim.json',
      '.dockershim-baseline.json',
    ]);
    const own = read(
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
  ])('refuse %o with %o', (files, inputs) => {
    expect(() => read(files as Record<string, string>, inputs as Record<string, string>)).toThrow(UsageError);
  });
});

describe('the paths', () => {
  it('are lines, and all of the repository by default', () => {
    const paths = (value: string) => readPaths(inputReader({ INPUT_PATHS: value }));
    expect(paths('')).toEqual(['.']);
    expect(paths('a\n  b c \n\n')).toEqual(['a', 'b c']);
  });
});
