import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeTemporaryFolders } from '../support/git-repository.ts';
import { type GithubServer, MONA, startGithubServer, WORKFLOW_BOT } from '../support/github-server.ts';
import { visibleLines } from '../support/markdown.ts';
import {
  createPullRequest,
  type PullRequest,
  pushCommit,
  quietPod,
  runPullRequest,
  socketPod,
  socketPods,
} from '../support/scenario.ts';

let server: GithubServer;
beforeEach(async () => {
  server = await startGithubServer();
});
afterEach(() => server.close());
afterAll(removeTemporaryFolders);

const OLD = socketPods('old', 2);
const NEW = { 'deploy/new.yaml': socketPod('new') };
const FIXED = { 'deploy/new.yaml': quietPod('new') };

const failing = (): PullRequest => createPullRequest(OLD, NEW);
const clean = (): PullRequest => createPullRequest(OLD, { 'deploy/quiet.yaml': quietPod('quiet') });
const headlines = () => server.state.comments.map(({ body }) => body?.split('\n')[2]);
const bodyOf = (index: number) => server.state.comments[index]?.body ?? '';

const ONE_NEW = '### ❌ Dockershim check: 1 new problem · 2 existing';
const GREEN = '### ✅ Dockershim check: nothing new · 2 existing';

describe('what a comment says', () => {
  it('is advice to its last word', async () => {
    const chart = 'examples/legacy-cluster/charts/node-agent';
    const files = readdirSync(chart, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:yaml|tpl)$/.test(path),
    );
    const read = Object.fromEntries(files.map((path) => [`chart/${path}`, readFileSync(join(chart, path), 'utf8')]));
    await runPullRequest(createPullRequest(OLD, read), server);
    expect(bodyOf(0)).toContain('from chart/templates/daemonset.yaml, which no value switches off, or replace it<br>');
  });
});

describe('when there is a comment', () => {
  it('never for a pull request that is clean from the start', async () => {
    const result = await runPullRequest(clean(), server);
    expect(result.code).toBe(0);
    expect(server.state.comments).toEqual([]);
    expect(result.output).toContain('No comment is needed.');
    expect(result.outputs['comment-url']).toBeUndefined();
  });

  it('for a clean one too with comment: always', async () => {
    await runPullRequest(clean(), server, { inputs: { comment: 'always' } });
    expect(headlines()).toEqual([GREEN]);
  });

  it('not at all with comment: never', async () => {
    const result = await runPullRequest(failing(), server, { inputs: { comment: 'never' } });
    expect(result.code).toBe(1);
    expect(server.requests).toEqual([]);
  });

  it('one, updated in place, green after the fix, red again after a relapse', async () => {
    const pull = failing();
    const first = await runPullRequest(pull, server);
    expect(first.outputs['comment-url']).toBe('https://github.example/acme/shop/pull/7#issuecomment-1000');
    const fixed = pushCommit(pull, FIXED);
    await runPullRequest(fixed, server, { runNumber: 2 });
    expect(headlines()).toEqual([GREEN]);
    expect(bodyOf(0)).toContain(`Since the last run (\`${pull.head.slice(0, 7)}\`): 1 resolved.`);
    await runPullRequest(pushCommit(fixed, NEW), server, { runNumber: 3 });
    expect(headlines()).toEqual([ONE_NEW]);
    expect(bodyOf(0)).toContain(`Since the last run (\`${fixed.head.slice(0, 7)}\`): 1 added.`);
  });

  it('left alone when a second run of the same commit has nothing to change', async () => {
    const pull = failing();
    await runPullRequest(pull, server);
    const again = await runPullRequest(pull, server);
    expect(again.output).toContain('Comment is up to date');
    expect(server.calls('update comment')).toEqual([]);
  });
});

describe('whose comment', () => {
  const markerOf = (body: string) => body.slice(0, body.indexOf('\n'));

  it('not that of a stranger who copied our marker', async () => {
    const pull = failing();
    await runPullRequest(pull, server);
    const marker = markerOf(bodyOf(0));
    server.state.comments = [];
    server.addComment(`${marker}\n\nApproved by everybody.`, MONA);
    await runPullRequest(pull, server);
    expect(bodyOf(0)).toBe(`${marker}\n\nApproved by everybody.`);
    expect(headlines()).toEqual(['Approved by everybody.', ONE_NEW]);
  });

  it('not that of another app, nor of a person who took the name of ours', async () => {
    const pull = failing();
    await runPullRequest(pull, server);
    const marker = markerOf(bodyOf(0));
    server.state.comments = [];
    server.addComment(`${marker}\n\nother app`, { ...WORKFLOW_BOT, app: 'other-app' });
    server.addComment(`${marker}\n\nperson`, { login: 'github-actions', type: 'User', canWrite: true });
    await runPullRequest(pull, server);
    expect(headlines()).toEqual(['other app', 'person', ONE_NEW]);
  });

  it('not one that only quotes the marker', async () => {
    const pull = failing();
    await runPullRequest(pull, server);
    const quote = `> ${bodyOf(0)}\n\nWhat is this?`;
    server.state.comments = [];
    server.addComment(quote, WORKFLOW_BOT);
    await runPullRequest(pull, server);
    expect(bodyOf(0)).toBe(quote);
    expect(server.state.comments).toHaveLength(2);
  });

  it('ours, also where the server does not tell the app', async () => {
    const pull = failing();
    await runPullRequest(pull, server);
    server.state.comments = server.state.comments.map((comment) => ({ ...comment, performed_via_github_app: null }));
    await runPullRequest(pushCommit(pull, FIXED), server, { runNumber: 2 });
    expect(headlines()).toEqual([GREEN]);
  });

  it.each(['ghs_company', 'ghp_person'])('that of the token that the workflow gives (%s)', async (token) => {
    const pull = failing();
    await runPullRequest(pull, server, { inputs: { token } });
    await runPullRequest(pushCommit(pull, FIXED), server, { inputs: { token }, runNumber: 2 });
    expect(headlines()).toEqual([GREEN]);
  });

  it('one that stands on the third page of the thread', async () => {
    const pull = failing();
    for (let index = 0; index < 230; index++) server.addComment(`Comment ${index}`, MONA);
    await runPullRequest(pull, server);
    await runPullRequest(pushCommit(pull, FIXED), server, { runNumber: 2 });
    expect(server.state.comments).toHaveLength(231);
    expect(bodyOf(230)).toContain(GREEN);
  });

  it('a new one when somebody deleted it and there are still findings', async () => {
    const pull = failing();
    await runPullRequest(pull, server);
    server.state.comments = [];
    await runPullRequest(pull, server, { runNumber: 2 });
    expect(headlines()).toEqual([ONE_NEW]);
  });

  it('none when somebody deleted it and nothing is left to say', async () => {
    const pull = failing();
    await runPullRequest(pull, server);
    server.state.comments = [];
    await runPullRequest(pushCommit(pull, FIXED), server, { runNumber: 2 });
    expect(server.state.comments).toEqual([]);
  });

  it('a new one when it is deleted between the look and the update', async () => {
    const pull = failing();
    await runPullRequest(pull, server);
    const effect = () => {
      server.state.comments = [];
    };
    server.fail('update comment', { status: 404, message: 'Not Found', effect });
    await runPullRequest(pushCommit(pull, { 'deploy/more.yaml': socketPod('more') }), server, { runNumber: 2 });
    expect(headlines()).toEqual(['### ❌ Dockershim check: 2 new problems · 2 existing']);
  });
});

describe('jobs that run at the same time', () => {
  it('two jobs of one workflow keep a comment each', async () => {
    const pull = failing();
    const [left, right] = await Promise.all([
      runPullRequest(pull, server, { job: 'charts' }),
      runPullRequest(pull, server, { job: 'scripts' }),
    ]);
    expect([left.code, right.code]).toEqual([1, 1]);
    expect(headlines()).toEqual([ONE_NEW, ONE_NEW]);
    const fixed = pushCommit(pull, FIXED);
    await Promise.all(['charts', 'scripts'].map((job) => runPullRequest(fixed, server, { job, runNumber: 2 })));
    expect(headlines()).toEqual([GREEN, GREEN]);
  });

  it('the cells of a matrix keep a comment each', async () => {
    const pull = failing();
    for (const target of ['containerd', 'cri-o']) {
      const inputs = { matrix: JSON.stringify({ target }), 'target-runtime': target };
      await runPullRequest(pull, server, { inputs });
      await runPullRequest(pull, server, { inputs, runNumber: 2 });
    }
    expect(server.state.comments).toHaveLength(2);
    expect(bodyOf(0)).toContain('for containerd on');
    expect(bodyOf(1)).toContain('for cri-o on');
  });

  it('two runs of one job that both saw no comment end with one report', async () => {
    const pull = failing();
    await Promise.all([1, 2, 3].map((runNumber) => runPullRequest(pull, server, { runNumber })));
    const reports = server.state.comments.filter(({ body }) => body?.includes(ONE_NEW));
    expect(reports).toHaveLength(1);
    expect(reports[0]?.id).toBe(1000);
    const others = server.state.comments.slice(1);
    expect(others.every(({ body }) => body?.startsWith('Two runs of this check'))).toBe(true);
  });

  it('an older run that ends later leaves the newer report alone', async () => {
    const pull = failing();
    const fixed = pushCommit(pull, FIXED);
    await runPullRequest(fixed, server, { runNumber: 9, inputs: { comment: 'always' } });
    pull.repository.git('checkout', '--quiet', pull.merge);
    const late = await runPullRequest(pull, server, { runNumber: 8 });
    expect(late.code).toBe(1);
    expect(late.output).toContain('a later run already wrote it');
    expect(headlines()).toEqual([GREEN]);
  });
});

describe('what the comment shows', () => {
  it('three new and 300 existing in fewer than 20 lines', async () => {
    const pull = createPullRequest(socketPods('old', 300), socketPods('new', 3));
    await runPullRequest(pull, server);
    const lines = visibleLines(bodyOf(0));
    expect(lines.length).toBeLessThan(20);
    expect(lines.filter((line) => /deploy\/new[012]\.yaml:15/.test(line))).toHaveLength(3);
    expect(lines.some((line) => line.startsWith('Existing: 300'))).toBe(true);
    expect(lines.some((line) => line.includes('deploy/old'))).toBe(false);
  });

  it('what the change fixes', async () => {
    await runPullRequest(createPullRequest(OLD, { ...NEW, 'deploy/old0.yaml': quietPod('old0') }), server);
    expect(headlines()).toEqual(['### ❌ Dockershim check: 1 new problem · 1 existing · 1 fixed']);
    expect(bodyOf(0)).toContain('Fixed by this change: 1');
    expect(bodyOf(0)).toContain('"fixed by this change" : 1');
  });

  it('a configuration that the change edits, also when nothing is found', async () => {
    const pull = createPullRequest(OLD, { '.dockershim.yaml': 'rules:\n  docker-socket-mount: off\n' });
    const result = await runPullRequest(pull, server);
    expect(result.code).toBe(0);
    expect(bodyOf(0)).toContain('This change edits how it is checked (`.dockershim.yaml`)');
  });

  it('suppressions that the change adds, and does not count what they hide as fixed', async () => {
    const ignored = socketPod('old0').replace(
      '        path:',
      '        # dockershim: ignore[docker-socket-mount] -- the node keeps it\n        path:',
    );
    const pull = createPullRequest(OLD, { 'deploy/old0.yaml': ignored });
    const result = await runPullRequest(pull, server);
    expect(result.outputs).toMatchObject({ new: '0', fixed: '0', suppressed: '1', total: '1' });
    expect(bodyOf(0)).toContain('This change adds 1 suppression');
    expect(bodyOf(0)).toContain('the node keeps it');
  });

  it('survives a state that somebody edited', async () => {
    const pull = failing();
    await runPullRequest(pull, server);
    const comment = server.state.comments[0];
    if (comment) server.state.comments = [{ ...comment, body: bodyOf(0).replace(/state=\S+/, 'state=%%%') }];
    await runPullRequest(pushCommit(pull, FIXED), server, { runNumber: 2 });
    expect(headlines()).toEqual([GREEN]);
  });
});
