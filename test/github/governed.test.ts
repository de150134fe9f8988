/** Whoever proposes a change does not decide by which rules it is judged. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { eventPayload } from '../support/events.ts';
import { type Files, removeTemporaryFolders, shallowClone, temporaryFolder } from '../support/git-repository.ts';
import { startGitServer } from '../support/git-server.ts';
import { runStep } from '../support/runner.ts';
import { createPullRequest, runPullRequest, socketPod, socketPods } from '../support/scenario.ts';
import { serverTest as it } from '../support/server-test.ts';

afterAll(removeTemporaryFolders);

const OLD = socketPods('old', 1);
const NEW = { 'deploy/new.yaml': socketPod('new') };
const config = (text: string): Files => ({ '.dockershim.yaml': text });
const SILENCE = 'fail-on: never\ncomment: never\nsummary: false\nannotations: false\n';
const SUPPRESSED = socketPod('new').replace(
  '        path:',
  '        # dockershim: ignore[docker-socket-mount] -- we know\n        path:',
);

describe('a pull request that edits its own check', () => {
  it('cannot turn itself green and silent', async ({ server }) => {
    const result = await runPullRequest(createPullRequest(OLD, { ...NEW, ...config(SILENCE) }), server);
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ properties }) => properties.file)).toEqual(['deploy/new.yaml']);
    for (const text of [result.summary, server.state.comments[0]?.body ?? '']) {
      expect(text).toContain('This change edits how it is checked (`.dockershim.yaml`).');
      expect(text).toContain('- `fail-on` from `error` to `never`');
      expect(text).toContain('- `summary` from `true` to `false`');
    }
    expect(result.summary.indexOf('edits how it is checked')).toBeLessThan(result.summary.indexOf('### ❌'));
    expect(result.output).toContain(
      'this change edits its own check, which counts after the merge: `fail-on` from `error` to `never`',
    );
  });

  it.for([
    ['rules:\n  docker-socket-mount: off\n', '`rules.docker-socket-mount` from `default` to `off`'],
    ['exclude: ["**"]\n', '`**` added to `exclude`'],
    [
      'overrides:\n  - paths: [deploy]\n    rules: { docker-socket-mount: off }\n',
      '`deploy → docker-socket-mount: off` added to `overrides`',
    ],
    ['min-confidence: high\n', '`min-confidence` from `medium` to `high`'],
    [
      'knowledge:\n  places: [{ paths: [deploy], place: dev }]\n',
      '`paths: deploy; place: dev` added to `knowledge.places`',
    ],
    [
      'knowledge:\n  advice: [{ rule: docker-socket-mount, instead: nothing to do }]\n',
      '`rule: docker-socket-mount; instead: nothing to do` added to `knowledge.advice`',
    ],
  ] as const)('by %j is judged as if it had not, and says so', async ([text, edit], { server }) => {
    const result = await runPullRequest(createPullRequest(OLD, { ...NEW, ...config(text) }), server);
    expect([result.code, result.outputs.new]).toEqual([1, '1']);
    expect(server.state.comments[0]?.body).toContain(edit);
  });

  it('cannot add its own findings to the baseline', async ({ server }) => {
    const baseline = (...fingerprints: string[]) =>
      JSON.stringify({
        schemaVersion: 1,
        findings: fingerprints.map((fingerprint) => ({ rule: 'docker-socket-mount', path: 'a', fingerprint })),
      });
    const base = { ...OLD, ...config('baseline: known.json\n'), 'known.json': baseline('0', '1') };
    const probe = await runPullRequest(createPullRequest(base, NEW), server);
    const fingerprint = /"fingerprint": ?"([0-9a-f]{16})"/.exec(
      readFileSync(probe.outputs['json-file'] ?? '', 'utf8'),
    )?.[1];
    const pull = createPullRequest(base, { ...NEW, 'known.json': baseline('0', fingerprint ?? '') });
    const result = await runPullRequest(pull, server);
    expect([result.code, result.outputs.new, result.outputs.suppressed]).toEqual([1, '1', '0']);
    expect(server.state.comments[0]?.body).toContain('- `1 entry` added to `known.json`');
    expect(server.state.comments[0]?.body).toContain('- `1 entry` removed from `known.json`');
  });

  it('is judged by itself where the workflow says config-from: head', async ({ server }) => {
    const pull = createPullRequest(OLD, { ...NEW, ...config('fail-on: never\n') });
    const result = await runPullRequest(pull, server, { inputs: { 'config-from': 'head' } });
    expect(result.code).toBe(0);
    expect(server.state.comments[0]?.body).toContain('It is checked by its own configuration.');
    expect(server.state.comments[0]?.body).toContain('- `fail-on` from `error` to `never`');
  });

  it('is told about a configuration that would fail every run after the merge', async ({ server }) => {
    const result = await runPullRequest(createPullRequest(OLD, config('fail-onn: never\n')), server);
    expect(result.code).toBe(2);
    expect(result.annotations[0]?.data).toContain('.dockershim.yaml:1: Unknown key "fail-onn"');
  });

  it('gets no list for an edit that changes nothing', async ({ server }) => {
    const pull = createPullRequest({ ...OLD, ...config('fail-on: error\n') }, config('# ours\nfail-on: error\n'));
    await runPullRequest(pull, server);
    expect(server.state.comments[0]?.body).toContain('edits `.dockershim.yaml`, which leaves the check as it is');
  });
});

describe('the configuration of the base', () => {
  it('judges, also when the change deletes it', async ({ server }) => {
    const pull = createPullRequest({ ...OLD, ...config('fail-on: never\n') }, { ...NEW, '.dockershim.yaml': null });
    const result = await runPullRequest(pull, server);
    expect(result.code).toBe(0);
    expect(server.state.comments[0]?.body).toContain('- `fail-on` from `never` to `error`');
  });

  it('is fetched for a shallow checkout', async ({ server }) => {
    const pull = createPullRequest(
      { ...OLD, ...config('fail-on: never\n') },
      { ...NEW, ...config('fail-on: error\n') },
    );
    const clone = shallowClone(pull.repository, pull.merge);
    const git = await startGitServer(pull.repository.folder);
    const result = await runPullRequest({ ...pull, repository: clone }, server, {
      env: { GITHUB_SERVER_URL: git.url },
    });
    await git.close();
    expect(result.code).toBe(0);
  });

  it('is asked of the API where the checkout has no git, and only when the change touches it', async ({ server }) => {
    const pull = createPullRequest(
      { ...OLD, ...config('fail-on: never\n') },
      { ...NEW, ...config('fail-on: error\n') },
    );
    rmSync(join(pull.repository.folder, '.git'), { recursive: true });
    const files = [
      { filename: 'deploy/new.yaml', status: 'added', patch: '@@ -0,0 +1,15 @@\n+apiVersion: v1' },
      { filename: '.dockershim.yaml', status: 'modified' },
    ] as const;
    server.state.comparisons[`${pull.base}...${pull.merge}`] = {
      merge_base_commit: { sha: pull.base },
      files: [...files],
    };
    server.state.contents[`${pull.base}:.dockershim.yaml`] = 'fail-on: never\n';
    expect((await runPullRequest(pull, server)).code).toBe(0);
    expect(server.calls('read file').map(({ path }) => path)).toContain('/repos/acme/shop/contents/.dockershim.yaml');
    const { comparisons } = server.state;
    const key = `${pull.base}...${pull.merge}`;
    comparisons[key] = { merge_base_commit: { sha: pull.base }, files: [files[0]] };
    const calls = server.calls('read file').length;
    expect((await runPullRequest(pull, server)).code).toBe(1);
    expect(server.calls('read file')).toHaveLength(calls);
  });

  it('gives way to the defaults, loudly, where it cannot be read', async ({ server }) => {
    const pull = createPullRequest(
      { ...OLD, ...config('fail-on: never\n') },
      { ...NEW, ...config('fail-on: never\n') },
    );
    const clone = shallowClone(pull.repository, pull.head);
    const result = await runPullRequest({ ...pull, repository: clone, base: 'e'.repeat(40) }, server);
    expect(result.code).toBe(1);
    const notice = result.annotations.find(({ name }) => name === 'notice')?.data;
    expect(notice).toContain('the defaults judge this change and not its own configuration');
  });

  it('judges a merge group', async ({ server }) => {
    const pull = createPullRequest(OLD, { ...NEW, ...config('fail-on: never\n') });
    const payload = eventPayload('merge_group', { base: pull.base, head: pull.merge });
    const step = { event: 'merge_group', payload, workspace: pull.repository.folder, sha: pull.merge, server };
    expect((await runStep(step)).code).toBe(1);
  });

  it('does not judge a push, which has been merged', async ({ server }) => {
    const pull = createPullRequest(OLD, { ...NEW, ...config('fail-on: never\n') });
    const payload = eventPayload('push', {
      before: pull.base,
      after: pull.merge,
      branch: 'main',
      forced: false,
      created: false,
      deleted: false,
    });
    const step = { event: 'push', payload, workspace: pull.repository.folder, sha: pull.merge, server };
    expect((await runStep(step)).code).toBe(0);
  });

  it('gives way to a file that the job itself made', async ({ server }) => {
    const pull = createPullRequest(OLD, NEW);
    writeFileSync(join(pull.repository.folder, 'made.yaml'), 'fail-on: never\n');
    expect((await runPullRequest(pull, server, { inputs: { config: 'made.yaml' } })).code).toBe(0);
  });

  it('is not led astray by a link that the change puts in its place', async ({ server }) => {
    const pull = createPullRequest({ ...OLD, 'ci/lint.yaml': 'fail-on: error\n' }, NEW);
    const { repository } = pull;
    repository.git('checkout', '--quiet', 'feature');
    rmSync(join(repository.folder, 'ci'), { recursive: true });
    mkdirSync(join(repository.folder, 'evil'));
    writeFileSync(join(repository.folder, 'evil/lint.yaml'), 'fail-on: never\n');
    symlinkSync('evil', join(repository.folder, 'ci'));
    const head = repository.commit({});
    const linked = { ...pull, head, merge: repository.merge(pull.base, head) };
    expect((await runPullRequest(linked, server, { inputs: { config: 'ci/lint.yaml' } })).code).toBe(1);
  });

  it('may name a values file that the change moves', async ({ server }) => {
    const base = { ...OLD, ...config('values: [prod.yaml]\n'), 'prod.yaml': 'a: 1\n' };
    const pull = createPullRequest(base, {
      ...config('values: [live.yaml]\n'),
      'prod.yaml': null,
      'live.yaml': 'a: 1\n',
    });
    const result = await runPullRequest(pull, server);
    expect(result.code).toBe(0);
    expect(result.output).toContain('The values file prod.yaml is gone');
  });
});

describe('a suppression that a change adds for what it introduces', () => {
  it('holds by default, and is listed', async ({ server }) => {
    const result = await runPullRequest(createPullRequest(OLD, { 'deploy/new.yaml': SUPPRESSED }), server);
    expect([result.code, result.outputs.suppressed]).toEqual([0, '1']);
    expect(server.state.comments[0]?.body).toContain('This change adds 1 suppression');
  });

  it('does not hold where new-suppressions: count, which the change cannot lift', async ({ server }) => {
    const base = { ...OLD, ...config('new-suppressions: count\n') };
    const pull = createPullRequest(base, { 'deploy/new.yaml': SUPPRESSED, ...config('new-suppressions: allow\n') });
    const result = await runPullRequest(pull, server);
    expect([result.code, result.outputs.new, result.outputs.suppressed]).toEqual([1, '1', '0']);
    expect(result.output).toContain('the suppression of docker-socket-mount is new and does not count');
    expect(server.state.comments[0]?.body).toContain('This change adds 1 suppression');
  });

  it('holds for what was there before', async ({ server }) => {
    const base = { 'deploy/new.yaml': socketPod('new'), ...config('new-suppressions: count\n') };
    const result = await runPullRequest(createPullRequest(base, { 'deploy/new.yaml': SUPPRESSED }), server);
    expect([result.code, result.outputs.suppressed]).toEqual([0, '1']);
  });
});

describe('surfaces that are all switched off', () => {
  it('still say a bad verdict in the log and in one annotation', async ({ server }) => {
    const off = config('comment: never\nsummary: false\nannotations: false\n');
    const result = await runPullRequest(createPullRequest({ ...OLD, ...off }, NEW), server);
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ name, data }) => [name, data.split(';')[0]])).toEqual([
      ['error', expect.stringContaining('1 new (1 error)')],
    ]);
    expect(result.output).toContain('Failed: 1 new');
  });
});

describe('a missing checkout', () => {
  it.for([
    ['an empty workspace', {}],
    ['files of another step', { 'notes.md': 'hello' }],
  ] as const)('fails with the step to add: %s', async ([, files], { server }) => {
    const workspace = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text);
    const step = { event: 'schedule', payload: {}, workspace, sha: 'a'.repeat(40), server };
    const result = await runStep(step);
    expect(result.code).toBe(2);
    expect(result.annotations.map(({ name }) => name)).toEqual(['error']);
    expect(result.annotations[0]?.data).toContain('put a step with actions/checkout before this one');
  });
});
