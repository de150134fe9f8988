import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeTemporaryFolders } from '../support/git-repository.ts';
import { type GithubServer, startGithubServer } from '../support/github-server.ts';
import { createPullRequest, pushCommit, quietPod, runPullRequest, socketPods } from '../support/scenario.ts';

let server: GithubServer;
beforeEach(async () => {
  server = await startGithubServer();
});
afterEach(() => server.close());
afterAll(removeTemporaryFolders);

describe('a pull request with 3 new and 300 old findings', () => {
  it('annotates the three, comments shortly, fails, and is green after the fix', async () => {
    const pull = createPullRequest(socketPods('old', 300), socketPods('new', 3));
    const first = await runPullRequest(pull, server);
    expect(first.output).toContain('3 new (3 errors), 300 existing, 0 fixed');
    expect(first.code).toBe(1);
    expect(first.annotations.map(({ name, properties }) => [name, properties.file, properties.line])).toEqual([
      ['error', 'deploy/new0.yaml', '15'],
      ['error', 'deploy/new1.yaml', '15'],
      ['error', 'deploy/new2.yaml', '15'],
    ]);
    expect(first.outputs).toMatchObject({ conclusion: 'failure', total: '303', new: '3', fixed: '0' });
    expect(server.state.comments.map(({ body }) => body?.split('\n')[2])).toEqual([
      '### ❌ Dockershim check: 3 new problems · 300 existing',
    ]);

    const fixed = pushCommit(pull, {
      'deploy/new0.yaml': quietPod('new0'),
      'deploy/new1.yaml': quietPod('new1'),
      'deploy/new2.yaml': quietPod('new2'),
    });
    const second = await runPullRequest(fixed, server, { runNumber: 2 });
    expect(second.code).toBe(0);
    expect(second.annotations).toEqual([]);
    expect(server.state.comments.map(({ body }) => body?.split('\n')[2])).toEqual([
      '### ✅ Dockershim check: nothing new · 300 existing',
    ]);
    expect(server.state.comments[0]?.body).toContain('3 resolved');
  });
});
