import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { removeTemporaryFolders, shallowClone } from '../support/git-repository.ts';
import { type GitServer, startGitServer } from '../support/git-server.ts';
import { type CallName, type Fault, READ_ONLY_TOKEN, WORKFLOW_BOT } from '../support/github-server.ts';
import type { StepResult } from '../support/runner.ts';
import { createPullRequest, type PullRequest, runPullRequest, socketPod, socketPods } from '../support/scenario.ts';
import { serverTest as it } from '../support/server-test.ts';

let pull: PullRequest;
/** Where a clone that lacks the base fetches it from. */
let git: GitServer;
beforeAll(async () => {
  pull = createPullRequest(socketPods('old', 2), { 'deploy/new.yaml': socketPod('new') });
  git = await startGitServer(pull.repository.folder);
});
afterAll(async () => {
  await git.close();
  removeTemporaryFolders();
});

/** Whatever the API does, these hold. */
function expectNothingLost(result: StepResult): void {
  expect(result.code).toBe(1);
  expect(result.annotations.map(({ properties }) => properties.file)).toEqual(['deploy/new.yaml']);
  expect(result.outputs).toMatchObject({ conclusion: 'failure', new: '1', total: '3' });
  expect(result.summary).toContain('deploy/new.yaml:15');
  expect(result.output).toContain('Failed: 1 new (1 error), 2 existing, 0 fixed');
}

const ALWAYS = 99;
const LASTING: readonly (readonly [string, Fault])[] = [
  ['403', { status: 403, message: 'Resource not accessible by integration' }],
  ['500', { status: 500 }],
];

describe.concurrent.each(['list comments', 'create comment'] as const)('%s', (call: CallName) => {
  it.for(LASTING)('that ends in %s for good costs the comment and nothing else', async ([, fault], { server }) => {
    server.fail(call, { ...fault, times: ALWAYS });
    const result = await runPullRequest(pull, server);
    expectNothingLost(result);
    expect(result.output.match(/The comment could not be written/g)).toHaveLength(1);
    expect(result.summary).toContain('The comment could not be written');
    expect(server.state.comments).toEqual([]);
  });

  it('that meets 502 once works at the next try', async ({ server }) => {
    server.fail(call, { status: 502 });
    const result = await runPullRequest(pull, server);
    expectNothingLost(result);
    expect(result.output).toContain('Comment written');
    expect(server.state.comments).toHaveLength(1);
  });
});

describe.concurrent('update comment', () => {
  it.for(LASTING)('that ends in %s for good is told', async ([, fault], { server }) => {
    await runPullRequest(pull, server);
    const comment = server.state.comments[0];
    const old = comment?.body?.replace('1 new problem', 'old text') ?? '';
    if (comment) server.state.comments = [{ ...comment, body: old }];
    server.fail('update comment', { ...fault, times: ALWAYS });
    const result = await runPullRequest(pull, server, { runNumber: 2 });
    expectNothingLost(result);
    expect(result.output.match(/The comment could not be written/g)).toHaveLength(1);
    expect(server.state.comments.map(({ body }) => body)).toEqual([old]);
  });
});

describe.concurrent('create comment', () => {
  it('that was done although the server answered 502 is not done twice', async ({ server }) => {
    server.fail('create comment', { status: 502, afterwards: true });
    const result = await runPullRequest(pull, server);
    expectNothingLost(result);
    expect(server.state.comments).toHaveLength(1);
    expect(result.outputs['comment-url']).toBe('https://github.example/acme/shop/pull/7#issuecomment-1000');
  });

  it('that was done although the connection was cut is not done twice', async ({ server }) => {
    server.fail('create comment', { status: 0, hangUp: true, afterwards: true });
    expectNothingLost(await runPullRequest(pull, server));
    expect(server.state.comments).toHaveLength(1);
  });

  it('that is too long for the server is tried shorter', async ({ server }) => {
    server.fail('create comment', { status: 422, message: 'Body is too long (maximum is 65536 characters)' });
    expectNothingLost(await runPullRequest(pull, server));
    expect(server.state.comments).toHaveLength(1);
  });

  it('with a token that can only read names the permission', async ({ server }) => {
    const result = await runPullRequest(pull, server, { inputs: { token: READ_ONLY_TOKEN } });
    expectNothingLost(result);
    expect(result.output.match(/permissions: pull-requests: write/g)).toHaveLength(1);
  });

  it('on a locked conversation does not blame the permissions', async ({ server }) => {
    server.fail('create comment', { status: 403, message: 'Unable to create comment because issue is locked.' });
    const result = await runPullRequest(pull, server);
    expectNothingLost(result);
    expect(result.output).toContain('issue is locked');
    expect(result.output).not.toContain('lacks');
  });

  it('against a proxy that answers with a page shows the start of it', async ({ server }) => {
    const page = `<html>\n::error::forged\n${'<p>Bad gateway</p>'.repeat(500)}</html>`;
    server.fail('create comment', { status: 502, message: page, times: ALWAYS });
    const result = await runPullRequest(pull, server);
    expectNothingLost(result);
    const line = result.output.split('\n').find((text) => text.includes('The comment could not be written'));
    expect(line?.length).toBeLessThan(600);
  });

  it('without a token says so', async ({ server }) => {
    const result = await runPullRequest(pull, server, { inputs: { token: '' } });
    expectNothingLost(result);
    expect(result.output).toContain('the input token is empty');
    expect(server.requests).toEqual([]);
  });

  it('against a server that is not there', async ({ server }) => {
    const url = server.url;
    const result = await runPullRequest(pull, undefined, { env: { GITHUB_API_URL: url.replace(/:\d+/, ':9') } });
    expectNothingLost(result);
    expect(result.output).toContain('The comment could not be written');
  });
});

describe.concurrent('compare', () => {
  it.for(LASTING)('that ends in %s for good leaves the newest base to go by', async ([, fault], { server }) => {
    const clone = shallowClone(pull.repository, pull.head);
    server.fail('compare', { ...fault, times: ALWAYS });
    const result = await runPullRequest({ ...pull, repository: clone }, server, {
      env: { GITHUB_SERVER_URL: git.url },
    });
    expectNothingLost(result);
    expect(result.summary).toContain('is compared with the newest main');
  });

  it('that meets 503 twice is asked a third time', async ({ server }) => {
    const clone = shallowClone(pull.repository, pull.head);
    server.state.comparisons[`${pull.base}...${pull.head}`] = { merge_base_commit: { sha: pull.base }, files: [] };
    server.fail('compare', { status: 503, times: 2 });
    const env = { GITHUB_SERVER_URL: git.url };
    expectNothingLost(await runPullRequest({ ...pull, repository: clone }, server, { env }));
    expect(server.calls('compare').map(({ status }) => status)).toEqual([503, 503, 200]);
  });
});

describe.concurrent('the runner', () => {
  it('may give no files for summary and outputs', async ({ server }) => {
    const result = await runPullRequest(pull, server, { env: { GITHUB_STEP_SUMMARY: '', GITHUB_OUTPUT: '' } });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(server.state.comments).toHaveLength(1);
  });

  it('may give an output file and a temporary folder that cannot be written', async ({ server }) => {
    const env = { GITHUB_OUTPUT: '/nowhere/output', RUNNER_TEMP: join(pull.repository.folder, 'deploy/old0.yaml') };
    const result = await runPullRequest(pull, server, { env });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.output).toContain('The outputs of this step cannot be written.');
    expect(server.state.comments).toHaveLength(1);
  });

  it('may start us without a checkout', async ({ server }) => {
    const result = await runPullRequest(pull, server, { env: { GITHUB_WORKSPACE: '/nowhere' } });
    expect(result.code).toBe(2);
    expect(result.annotations[0]?.data).toContain('put a step with actions/checkout before this one');
  });

  it('may give a summary file that cannot be written', async ({ server }) => {
    const result = await runPullRequest(pull, server, { env: { GITHUB_STEP_SUMMARY: '/nowhere/summary.md' } });
    expect(result.code).toBe(1);
    expect(result.output).toContain('The job summary cannot be written');
  });

  it('never sees the token, except to hide it', async ({ server }) => {
    server.addComment('hello', WORKFLOW_BOT);
    const token = 'ghs_workflow';
    const result = await runPullRequest(pull, server);
    const lines = result.output.split('\n').filter((line) => line.includes(token));
    expect(lines).toEqual([`::add-mask::${token}`]);
    expect(result.summary).not.toContain(token);
    expect(server.state.comments.some(({ body }) => body?.includes(token))).toBe(false);
  });
});
