import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryFolders } from '../support/git-repository.ts';
import { startGithubServer } from '../support/github-server.ts';
import { createPullRequest, pushCommit, quietPod, runPullRequest, socketPod } from '../support/scenario.ts';

afterAll(removeTemporaryFolders);

const NEW = { 'deploy/new.yaml': socketPod('new') };
const failing = () => createPullRequest({ 'deploy/quiet.yaml': quietPod('quiet') }, NEW);
const RED = '### ❌ Dockershim check: 1 new problem';
const GREEN = '### ✅ Dockershim check: nothing new';

describe('GitHub Enterprise Server', () => {
  it('is reached under its own address, GraphQL too', async () => {
    const server = await startGithubServer('/api/v3');
    const pull = failing();
    await runPullRequest(pull, server);
    await runPullRequest(pushCommit(pull, { 'deploy/new.yaml': null }), server, { runNumber: 2 });
    expect(server.state.comments.map(({ body }) => body?.split('\n')[2])).toEqual([GREEN]);
    expect(server.calls('viewer')[0]).toEqual({ call: 'viewer', path: '/api/graphql', status: 200 });
    expect(server.requests.every(({ call }) => call !== 'unknown')).toBe(true);
    await server.close();
  });
});

describe('a proxy', () => {
  it('is used when the environment names one', async () => {
    const server = await startGithubServer();
    const asked: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket, head) => {
      asked.push(request.url ?? '');
      const onward = connect(server.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    const result = await runPullRequest(failing(), server, {
      env: { GITHUB_API_URL: 'http://api.shop.test', http_proxy: `http://127.0.0.1:${port}` },
    });
    expect(result.output).toContain('Comment written');
    expect(asked[0]).toBe('api.shop.test:80');
    expect(server.state.comments).toHaveLength(1);
    proxy.closeAllConnections();
    proxy.close();
    await server.close();
  });
});

describe('Gitea and Forgejo', () => {
  it.each([
    ['that name the user of the token', 'user known'],
    ['that do not', 'user refused'],
  ])('%s keep one comment', async (_, kind) => {
    const server = await startGithubServer('/api/v1');
    if (kind === 'user refused') server.fail('user', { status: 403, times: 9 });
    const pull = failing();
    const options = { inputs: { token: 'gitea_task' }, env: { GITEA_ACTIONS: 'true' } };
    const first = await runPullRequest(pull, server, options);
    expect(first.code).toBe(1);
    expect(server.state.comments.map(({ body }) => body?.split('\n')[2])).toEqual([RED]);
    expect(server.state.comments[0]?.body).toContain(`/acme/shop/src/commit/${pull.head}/deploy/new.yaml#L15`);
    await runPullRequest(pushCommit(pull, { 'deploy/new.yaml': null }), server, { ...options, runNumber: 2 });
    expect(server.state.comments.map(({ body }) => body?.split('\n')[2])).toEqual([GREEN]);
    expect(server.calls('viewer')).toEqual([]);
    await server.close();
  });
});
