import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventPayload } from '../support/events.ts';
import { createRepository, removeTemporaryFolders, shallowClone } from '../support/git-repository.ts';
import { startGitServer } from '../support/git-server.ts';
import { type GithubServer, READ_ONLY_TOKEN, startGithubServer } from '../support/github-server.ts';
import { runStep } from '../support/runner.ts';
import { createPullRequest, quietPod, runPullRequest, socketPod, socketPods } from '../support/scenario.ts';

let server: GithubServer;
beforeEach(async () => {
  server = await startGithubServer();
});
afterEach(() => server.close());
afterAll(removeTemporaryFolders);

const ZERO = '0'.repeat(40);
const OLD = socketPods('old', 2);
const NEW = { 'deploy/new.yaml': socketPod('new') };

describe('a pull request from a fork', () => {
  it('loses nothing: log, summary, outputs and annotations, and one line says why there is no comment', async () => {
    const result = await runPullRequest(createPullRequest(OLD, NEW), server, {
      fork: true,
      inputs: { token: READ_ONLY_TOKEN },
    });
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ properties }) => properties.file)).toEqual(['deploy/new.yaml']);
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(result.summary).toContain('deploy/new.yaml:15');
    expect(result.summary).toContain('comes from a fork');
    expect(result.output.match(/No comment was written/g)).toHaveLength(1);
    expect(server.requests).toEqual([]);
  });

  it('shows in the summary what the comment would have shown: old findings, fixed ones, edited rules', async () => {
    const pull = createPullRequest(OLD, {
      ...NEW,
      'deploy/old0.yaml': quietPod('old0'),
      '.dockershim.yaml': 'rules:\n  docker-cli-command: off\n',
    });
    const { summary } = await runPullRequest(pull, server, { fork: true, inputs: { token: READ_ONLY_TOKEN } });
    expect(summary).toContain('Existing: 1, not part of this change');
    expect(summary).toContain('deploy/old1.yaml:15');
    expect(summary).toContain('Fixed by this change: 1');
    expect(summary).toContain('This change edits how it is checked (`.dockershim.yaml`)');
  });

  it('is silent about the comment when none would have been written', async () => {
    const pull = createPullRequest(OLD, { 'deploy/quiet.yaml': quietPod('quiet') });
    const result = await runPullRequest(pull, server, { fork: true, inputs: { token: READ_ONLY_TOKEN } });
    expect(result.code).toBe(0);
    expect(result.output).not.toContain('No comment was written');
  });
});

describe('push', () => {
  const run = (
    repository: { readonly folder: string },
    blanks: { before: string; after: string; forced?: boolean; branch?: string },
    env: Readonly<Record<string, string>> = {},
  ) => {
    const branch = blanks.branch ?? 'main';
    return runStep({
      event: 'push',
      payload: eventPayload('push', { forced: false, ...blanks, branch }),
      workspace: repository.folder,
      sha: blanks.after,
      server,
      env: { GITHUB_REF_NAME: branch, ...env },
    });
  };

  it('judges what the push brings', async () => {
    const repository = createRepository(OLD);
    const before = repository.git('rev-parse', 'HEAD');
    const after = repository.commit(NEW);
    const result = await run(repository, { before, after });
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(result.output).toContain(`compared with main at ${before.slice(0, 7)}`);
    expect(result.code).toBe(1);
    expect(server.state.comments).toEqual([]);
  });

  it('compares the first push of a branch with where it left the default branch', async () => {
    const repository = createRepository(OLD);
    const fork = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '--quiet', '-b', 'feature');
    const after = repository.commit(NEW);
    const result = await run(repository, { before: ZERO, after, branch: 'feature' });
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(result.output).toContain(`compared with main at ${fork.slice(0, 7)}`);
  });

  it('judges the whole repository on the first push of the default branch', async () => {
    const repository = createRepository(OLD);
    const result = await run(repository, { before: ZERO, after: repository.git('rev-parse', 'HEAD') });
    expect(result.outputs).toMatchObject({ new: '2', total: '2' });
    expect(result.annotations.map(({ name }) => name)).toEqual(['error', 'error']);
  });

  it('compares a force push with what was there before, fetched when it is no ancestor', async () => {
    const origin = createRepository({ 'deploy/quiet.yaml': quietPod('quiet') });
    const start = origin.git('rev-parse', 'HEAD');
    const before = origin.commit(OLD);
    origin.git('reset', '--quiet', '--hard', start);
    const after = origin.commit({ ...OLD, ...NEW });
    const clone = shallowClone(origin, after);
    const git = await startGitServer(origin.folder);
    const env = { GITHUB_SERVER_URL: git.url };
    const result = await run(clone, { before, after, forced: true }, env);
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(result.output).toContain('main before the force push');

    // A whole history stays whole.
    clone.git('fetch', '--quiet', '--unshallow', 'origin', after);
    clone.git('-c', 'gc.reflogExpire=now', 'gc', '--quiet', '--prune=now');
    expect((await run(clone, { before, after, forced: true }, env)).outputs).toMatchObject({ new: '1', total: '3' });
    await git.close();
    expect(clone.git('rev-parse', '--is-shallow-repository')).toBe('false');
  });

  it('compares a force push of a branch with the default branch when what was there is gone', async () => {
    const repository = createRepository(OLD);
    repository.git('checkout', '--quiet', '-b', 'feature');
    const after = repository.commit(NEW);
    const result = await run(repository, { before: 'f'.repeat(40), after, forced: true, branch: 'feature' });
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(result.output).toContain('compared with main at');
  });

  it('says so and judges everything when the base of a force push to the default branch is gone', async () => {
    const repository = createRepository({ ...OLD, ...NEW });
    const after = repository.git('rev-parse', 'HEAD');
    const result = await run(repository, { before: 'f'.repeat(40), after, forced: true });
    expect(result.outputs).toMatchObject({ new: '3', total: '3' });
    const notice = result.annotations.find(({ name }) => name === 'notice');
    expect(notice?.data).toContain('Not compared: the commit before the force push is gone');
    expect(result.summary).toContain('Not compared');
  });
});

describe('merge_group', () => {
  it('judges what the queue merges, without a pull request in the payload', async () => {
    const repository = createRepository(OLD);
    const base = repository.git('rev-parse', 'HEAD');
    const head = repository.commit(NEW);
    const result = await runStep({
      event: 'merge_group',
      payload: eventPayload('merge_group', { base, head }),
      workspace: repository.folder,
      sha: head,
      server,
    });
    expect(result.outputs).toMatchObject({ new: '1', total: '3', conclusion: 'failure' });
    expect(result.code).toBe(1);
    expect(server.requests).toEqual([]);
  });
});

describe.each(['workflow_dispatch', 'schedule'] as const)('%s', (event) => {
  it('judges the whole repository', async () => {
    const repository = createRepository(OLD);
    const sha = repository.git('rev-parse', 'HEAD');
    const result = await runStep({
      event,
      payload: eventPayload(event, {}),
      workspace: repository.folder,
      sha,
      server,
    });
    expect(result.outputs).toMatchObject({ new: '2', total: '2' });
    expect(result.code).toBe(1);
    expect(server.requests).toEqual([]);
  });

  it('compares with a reference when it is told to', async () => {
    const repository = createRepository(OLD);
    repository.git('tag', 'v1');
    const sha = repository.commit(NEW);
    const result = await runStep({
      event,
      payload: eventPayload(event, {}),
      workspace: repository.folder,
      sha,
      server,
      inputs: { compare: 'v1' },
    });
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
  });
});

describe('an unknown event with an empty payload', () => {
  it('judges the whole repository', async () => {
    const repository = createRepository(OLD);
    const sha = repository.git('rev-parse', 'HEAD');
    const result = await runStep({ event: 'page_build', payload: {}, workspace: repository.folder, sha, server });
    expect(result.outputs).toMatchObject({ total: '2' });
    expect(result.code).toBe(1);
  });
});

describe('compare: off', () => {
  it('judges the whole repository on a pull request too', async () => {
    const result = await runPullRequest(createPullRequest(OLD, NEW), server, { inputs: { compare: 'off' } });
    expect(result.outputs).toMatchObject({ new: '3', total: '3' });
    expect(server.state.comments[0]?.body).toContain('### ❌ Dockershim check: 3 problems');
  });
});

describe('pull_request_target', () => {
  it('refuses a checkout of the head', async () => {
    const pull = createPullRequest(OLD, NEW);
    pull.repository.git('checkout', '--quiet', pull.head);
    const result = await runPullRequest({ ...pull, merge: pull.base }, server, {
      event: 'pull_request_target',
      fork: true,
    });
    expect(result.code).toBe(2);
    expect(result.annotations.map(({ name }) => name)).toEqual(['error']);
    expect(result.annotations[0]?.data).toContain('pull_request_target');
    expect(server.requests).toEqual([]);
  });

  it('refuses a checkout of the head in a folder below that of the base', async () => {
    const pull = createPullRequest(OLD, NEW);
    pull.repository.git('checkout', '--quiet', pull.base);
    pull.repository.git('clone', '--quiet', '.', 'pr');
    pull.repository.git('-C', 'pr', 'checkout', '--quiet', pull.head);
    const result = await runPullRequest({ ...pull, merge: pull.base }, server, {
      event: 'pull_request_target',
      fork: true,
    });
    expect(result.code).toBe(2);
    expect(result.annotations[0]?.data).toContain('has checked out a commit that is not that of the base branch');
    expect(server.requests).toEqual([]);
  });

  it('runs on a checkout of the head when the workflow says so, and comments', async () => {
    const pull = createPullRequest(OLD, NEW);
    pull.repository.git('checkout', '--quiet', pull.head);
    const result = await runPullRequest({ ...pull, merge: pull.base }, server, {
      event: 'pull_request_target',
      fork: true,
      inputs: { 'allow-untrusted-target': 'true' },
    });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(server.state.comments).toHaveLength(1);
  });

  it('says that a checkout of the base branch tells nothing about the pull request', async () => {
    const pull = createPullRequest(OLD, NEW);
    pull.repository.git('checkout', '--quiet', pull.base);
    const result = await runPullRequest({ ...pull, merge: pull.base }, server, { event: 'pull_request_target' });
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({ new: '0', total: '2' });
    expect(result.summary).toContain('looks at the base branch and not at the pull request');
    expect(server.requests).toEqual([]);
  });
});

describe('a repository with nothing to scan', () => {
  it('warns and passes', async () => {
    const repository = createRepository({ 'README.md': '# Nothing\n' });
    const sha = repository.git('rev-parse', 'HEAD');
    const result = await runStep({
      event: 'schedule',
      payload: eventPayload('schedule', {}),
      workspace: repository.folder,
      sha,
      server,
    });
    expect(result.code).toBe(0);
    expect(result.outputs.conclusion).toBe('nothing-to-scan');
    expect(result.annotations.map(({ name, data }) => [name, data])).toEqual([
      ['warning', 'Nothing to scan. Do the paths match what actions/checkout brings?'],
    ]);
  });
});

describe('mistakes of the workflow', () => {
  it.each([
    [{ 'fail-on': 'eror' }, 'Input "fail-on" must be one of error, warning, notice, never. Unknown value "eror".'],
    [{ paths: 'charts' }, 'charts does not exist'],
    [{ outputs: 'sarif' }, 'Write outputs as FORMAT=FILE'],
    [{ config: 'missing.yaml' }, 'cannot be read'],
    [{ 'comment-from': 'report.json' }, 'comment-from is for workflow_run'],
  ])('%o is one sentence and exit status 2', async (inputs, sentence) => {
    const repository = createRepository(OLD);
    const sha = repository.git('rev-parse', 'HEAD');
    const result = await runStep({ event: 'schedule', payload: {}, workspace: repository.folder, sha, server, inputs });
    expect(result.code).toBe(2);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.data).toContain(sentence);
  });
});
