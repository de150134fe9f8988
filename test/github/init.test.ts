import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { optionsOn } from '../../src/config/options.ts';
import { initWorkflows, ownCommit } from '../../src/github/init.ts';
import { createRepository, removeTemporaryFolders, temporaryFolder } from '../support/git-repository.ts';

afterAll(removeTemporaryFolders);

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const COMMIT = '1234567890abcdef1234567890abcdef12345678';

describe('the workflows that init writes', () => {
  const files = initWorkflows({ own: { commit: COMMIT, isRelease: true }, defaultBranch: 'trunk' }, true);

  it.each(files)('$path pins every action to a commit', ({ text }) => {
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, name]) => name);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((name) => !/@[0-9a-f]{40}$/.test(name ?? ''))).toEqual([]);
  });

  it.each(files)('$path starts from no permissions', ({ text }) => {
    const workflow = parse(text);
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs) as { permissions: object }[]) {
      expect(Object.keys(job.permissions).sort()).toEqual(
        text.includes('workflow_run:') ? ['actions', 'pull-requests'] : ['contents', 'pull-requests'],
      );
    }
  });

  it('never checks out or runs anything of a pull request where the token can write', () => {
    const companion = files[1]?.text ?? '';
    expect(companion).not.toContain('checkout');
    const steps: readonly { uses?: string; run?: string }[] = parse(companion).jobs.comment.steps;
    expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
    expect(steps.map(({ uses }) => uses?.split('@')[0])).toEqual([
      'actions/download-artifact',
      'dockershim-lint/dockershim-lint',
    ]);
  });

  it('listen to the pull request, the queue and the default branch', () => {
    expect(parse(files[0]?.text ?? '').on).toEqual({
      pull_request: null,
      merge_group: null,
      push: { branches: ['trunk'] },
    });
  });

  it.each([
    ['dockershim.yml', false, 0],
    ['dockershim-with-forks.yml', true, 0],
    ['dockershim-forks.yml', true, 1],
  ])('are the example docs/examples/%s', (name, forks, index) => {
    const written = initWorkflows({ own: undefined, defaultBranch: 'main' }, forks)[index];
    expect(read(`docs/examples/${name}`)).toBe(written?.text);
  });
});

describe('the commit that init pins', () => {
  it('is that of the clone that the linter runs from', async () => {
    const clone = createRepository({ 'package.json': '{"name":"dockershim-lint"}', 'dist/cli.js': '' });
    expect(ownCommit(join(clone.folder, 'dist'))).toEqual({ commit: clone.git('rev-parse', 'HEAD'), isRelease: false });
  });

  it('is not that of a repository that the linter was installed into', async () => {
    const other = createRepository({ 'package.json': '{"name":"shop"}', 'node_modules/x/cli.js': '' });
    expect(ownCommit(join(other.folder, 'node_modules/x'))).toBeUndefined();
    expect(ownCommit(temporaryFolder())).toBeUndefined();
  });
});

describe('action.yml', () => {
  const action = parse(read('action.yml'));

  it('has an input for every option of the Action, and two that only the Action has', () => {
    const inputs = Object.keys(action.inputs).sort();
    expect(inputs).toEqual([...new Set([...optionsOn('action'), 'comment-from', 'matrix', 'paths'])].sort());
  });

  it('sets no default for what the configuration file can set', () => {
    const withDefault = Object.entries(action.inputs as Record<string, { default?: string }>)
      .filter(([, input]) => input.default !== undefined)
      .map(([name]) => name);
    expect(withDefault).toEqual(['token', 'matrix']);
  });

  it('needs none of its inputs', () => {
    const inputs = Object.values(action.inputs as Record<string, { required: boolean }>);
    expect(inputs.every(({ required }) => required === false)).toBe(true);
  });

  it('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main.js' });
  });
});
