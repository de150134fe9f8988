import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventPayload } from '../support/events.ts';
import {
  createRepository,
  type Files,
  removeTemporaryFolders,
  shallowClone,
  type TestRepository,
  temporaryFolder,
} from '../support/git-repository.ts';
import { type GitServer, startGitServer } from '../support/git-server.ts';
import { type GithubServer, startGithubServer, WORKFLOW_TOKEN } from '../support/github-server.ts';
import { runStep, type StepResult } from '../support/runner.ts';
import {
  createPullRequest,
  type PullRequest,
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

/** The same pull request, looked at from another work tree. */
function seenFrom(pull: PullRequest, repository: TestRepository): PullRequest {
  return { ...pull, repository };
}

/** What a checkout without git leaves: files, and no history. */
function withoutGit(pull: PullRequest): PullRequest {
  rmSync(join(pull.repository.folder, '.git'), { recursive: true });
  return pull;
}

/** Runs where the forge also serves the repository's git objects. */
async function runWithGit(
  pull: PullRequest,
  clone: TestRepository,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult & Pick<GitServer, 'authorizations'>> {
  const git = await startGitServer(pull.repository.folder);
  try {
    const result = await runPullRequest(seenFrom(pull, clone), server, {
      inputs,
      env: { GITHUB_SERVER_URL: git.url },
    });
    return { ...result, authorizations: git.authorizations };
  } finally {
    await git.close();
  }
}

describe('a shallow clone of depth 1', () => {
  it('of the merge commit fetches the base that it was merged into, and leaves the clone as it is', async () => {
    const pull = createPullRequest(OLD, NEW);
    const clone = shallowClone(pull.repository, pull.merge);
    const before = clone.git('count-objects');
    const result = await runWithGit(pull, clone);
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(result.output).toContain(`compared with main at ${pull.base.slice(0, 7)}`);
    expect(server.calls('compare')).toEqual([]);
    const token = Buffer.from(`x-access-token:${WORKFLOW_TOKEN}`).toString('base64');
    expect([...new Set(result.authorizations)]).toEqual([`basic ${token}`]);
    expect(clone.git('count-objects')).toBe(before);
  });

  it('of the head asks the API for the merge base, and does not blame the branch for what main has since fixed', async () => {
    const pull = createPullRequest(OLD, NEW);
    const { repository } = pull;
    repository.git('checkout', '--quiet', 'main');
    const newer = repository.commit({ 'deploy/old0.yaml': quietPod('old0') });
    server.state.comparisons[`${newer}...${pull.head}`] = { merge_base_commit: { sha: pull.base }, files: [] };
    const clone = shallowClone(repository, pull.head);
    const result = await runWithGit({ ...pull, base: newer }, clone);
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(result.output).toContain(`compared with main at ${pull.base.slice(0, 7)}`);
  });

  it('of the head compares with the newest base, and says so, when the API does not tell the merge base', async () => {
    const pull = createPullRequest(OLD, NEW);
    const result = await runWithGit(pull, shallowClone(pull.repository, pull.head));
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(server.state.comments[0]?.body).toContain('is compared with the newest main');
  });
});

describe('a base that is gone', () => {
  it('is said, and all findings count', async () => {
    const pull = createPullRequest(OLD, NEW);
    const clone = shallowClone(pull.repository, pull.head);
    const result = await runPullRequest({ ...seenFrom(pull, clone), base: 'e'.repeat(40) }, server);
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ new: '3', total: '3' });
    expect(result.annotations.filter(({ name }) => name === 'notice')).toHaveLength(1);
    expect(result.annotations[0]?.data).toContain('Not compared: main at eeeeeee cannot be read');
    expect(server.state.comments[0]?.body).toContain('Not compared');
    expect(server.state.comments[0]?.body).toContain('### ❌ Dockershim check: 3 problems');
  });
});

describe('no git', () => {
  const compare = (pull: PullRequest, files: object[]) => {
    server.state.comparisons[`${pull.base}...${pull.merge}`] = { merge_base_commit: { sha: pull.base }, files };
  };

  it('compares over the API, by the patches it gives', async () => {
    const pull = withoutGit(
      createPullRequest(
        { ...OLD, 'deploy/edit.yaml': quietPod('edit') },
        { ...NEW, 'deploy/edit.yaml': socketPod('edit') },
      ),
    );
    compare(pull, [
      { filename: 'deploy/new.yaml', status: 'added', patch: '@@ -0,0 +1,15 @@\n+apiVersion: v1' },
      { filename: 'deploy/edit.yaml', status: 'modified' },
      { filename: 'logo.png', status: 'modified' },
    ]);
    server.state.contents[`${pull.base}:deploy/edit.yaml`] = quietPod('edit');
    const result = await runPullRequest(pull, server);
    expect(result.outputs).toMatchObject({ new: '2', total: '4', fixed: '0' });
    expect(result.code).toBe(1);
  });

  it('follows a rename, and counts what the change removed as fixed', async () => {
    const pull = withoutGit(
      createPullRequest(OLD, {
        'deploy/old0.yaml': null,
        'deploy/moved.yaml': socketPod('old0'),
        'deploy/old1.yaml': null,
      }),
    );
    compare(pull, [
      { filename: 'deploy/moved.yaml', previous_filename: 'deploy/old0.yaml', status: 'renamed' },
      { filename: 'deploy/old1.yaml', status: 'removed', patch: '@@ -1,15 +0,0 @@\n-apiVersion: v1' },
    ]);
    server.state.contents[`${pull.base}:deploy/old0.yaml`] = socketPod('old0');
    server.state.contents[`${pull.base}:deploy/old1.yaml`] = socketPod('old1');
    const result = await runPullRequest(pull, server);
    expect(result.outputs).toMatchObject({ new: '0', total: '1', fixed: '1' });
    expect(result.code).toBe(0);
  });

  it('compares whole trees when the list of files is cut at 300', async () => {
    const pull = createPullRequest(OLD, NEW);
    const listed = Array.from({ length: 300 }, (_, index) => ({ filename: `docs/${index}.md`, status: 'added' }));
    server.state.trees[pull.base] = treeOf(pull, pull.base);
    server.state.trees[pull.merge] = treeOf(pull, pull.merge);
    const folder = withoutGit(pull);
    compare(pull, listed);
    const result = await runPullRequest(folder, server);
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(server.calls('read tree')).toHaveLength(2);
  });

  it.each([403, 404, 500])('judges everything when the earlier content of a file ends in %i', async (status) => {
    const pull = withoutGit(createPullRequest(OLD, { ...NEW, 'deploy/old0.yaml': quietPod('old0') }));
    compare(pull, [{ filename: 'deploy/old0.yaml', status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' }]);
    server.fail('read file', { status, times: 99 });
    const result = await runPullRequest(pull, server);
    expect(result.outputs).toMatchObject({ new: '2', total: '2' });
    expect(result.annotations.find(({ name }) => name === 'notice')?.data).toContain(`HTTP ${status}`);
  });

  it.each(['read tree', 'read blob'] as const)('judges everything when %s is forbidden', async (call) => {
    const pull = createPullRequest(OLD, { ...NEW, 'deploy/old0.yaml': quietPod('old0') });
    server.state.trees[pull.base] = treeOf(pull, pull.base);
    server.state.trees[pull.merge] = treeOf(pull, pull.merge);
    compare(
      pull,
      Array.from({ length: 300 }, (_, index) => ({ filename: `docs/${index}.md`, status: 'added' })),
    );
    server.fail(call, { status: 403, message: 'Resource not accessible by integration', times: 99 });
    const result = await runPullRequest(withoutGit(pull), server);
    expect(result.outputs).toMatchObject({ new: '2', total: '2' });
    expect(result.annotations.find(({ name }) => name === 'notice')?.data).toContain('Not compared');
  });

  it('says so when the tree is cut as well', async () => {
    const pull = createPullRequest(OLD, NEW);
    server.state.trees[pull.base] = { ...treeOf(pull, pull.base), truncated: true };
    server.state.trees[pull.merge] = treeOf(pull, pull.merge);
    compare(
      pull,
      Array.from({ length: 300 }, (_, index) => ({ filename: `docs/${index}.md`, status: 'added' })),
    );
    const result = await runPullRequest(withoutGit(pull), server);
    expect(result.outputs).toMatchObject({ new: '3', total: '3' });
    expect(result.summary).toContain('too large to compare');
  });

  it('judges everything when there is no token either', async () => {
    const result = await runPullRequest(withoutGit(createPullRequest(OLD, NEW)), server, { inputs: { token: '' } });
    expect(result.outputs).toMatchObject({ new: '3', total: '3' });
    expect(result.summary).toContain('there is no token');
    expect(server.requests).toEqual([]);
  });
});

function treeOf({ repository }: PullRequest, commit: string) {
  const lines = repository.git('ls-tree', '-r', commit).split('\n');
  const tree = lines.map((line) => {
    const [, mode = '', type = '', sha = '', path = ''] = /^(\d+) (\w+) (\w+)\t(.*)$/.exec(line) ?? [];
    return { path, sha, mode, type };
  });
  return { truncated: false, tree };
}

describe('a reference to compare with', () => {
  it('that the checkout does not have is asked for', async () => {
    const pull = createPullRequest(OLD, NEW);
    const clone = shallowClone(pull.repository, pull.head);
    server.state.commits['release-1'] = pull.base;
    const result = await runWithGit(pull, clone, { compare: 'release-1' });
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
    expect(result.output).toContain(`compared with release-1 at ${pull.base.slice(0, 7)}`);
  });

  it.each([404, 500])('that nobody knows (%i) is said, and everything counts', async (status) => {
    const pull = createPullRequest(OLD, NEW);
    server.fail('read commit', { status, times: 99 });
    const result = await runPullRequest(pull, server, { inputs: { compare: 'release-1' } });
    expect(result.outputs).toMatchObject({ new: '3', total: '3' });
    expect(result.annotations.find(({ name }) => name === 'notice')?.data).toContain(
      'release-1 is not in the checkout',
    );
  });
});

describe('new or not:', () => {
  const change = async (base: Files, head: Files): Promise<StepResult> =>
    runPullRequest(createPullRequest(base, head), server);

  it('a renamed file', async () => {
    const result = await change(OLD, { 'deploy/old0.yaml': null, 'deploy/sub/moved.yaml': socketPod('old0') });
    expect(result.outputs).toMatchObject({ new: '0', total: '2', fixed: '0' });
  });

  it('a file renamed to a name that git must quote', async () => {
    const name = process.platform === 'win32' ? 'tab ü.yaml' : 't\tab "ü".yaml';
    const result = await change(OLD, { 'deploy/old0.yaml': null, [`deploy/${name}`]: socketPod('old0') });
    expect(result.outputs).toMatchObject({ new: '0', total: '2', fixed: '0' });
  });

  it('a finding whose line moved, or whose indentation changed', async () => {
    const moved = `# A comment.\n\n${socketPod('old0').replace('        path:', '          path:')}`;
    const result = await change(OLD, { 'deploy/old0.yaml': moved });
    expect(result.outputs).toMatchObject({ new: '0', total: '2', fixed: '0' });
  });

  it('a second finding like an old one is new, an equal number of them is not', async () => {
    const twice = `${socketPod('old0')}---\n${socketPod('old0')}`;
    const result = await change({ 'deploy/old0.yaml': socketPod('old0') }, { 'deploy/old0.yaml': twice });
    expect(result.outputs).toMatchObject({ new: '1', total: '2', fixed: '0' });
  });

  it('one fixed and one added of the same kind in one file is still one new', async () => {
    const result = await change(
      { 'deploy/a.yaml': `${socketPod('one')}---\n${quietPod('two')}`, 'deploy/b.yaml': quietPod('three') },
      { 'deploy/a.yaml': `${quietPod('one')}---\n${quietPod('two')}`, 'deploy/b.yaml': socketPod('three') },
    );
    expect(result.outputs).toMatchObject({ new: '1', total: '1', fixed: '1' });
    expect(result.code).toBe(1);
  });

  it('a file that the job generated and git does not know', async () => {
    const pull = createPullRequest(OLD, { 'deploy/quiet.yaml': quietPod('quiet') });
    pull.repository.write({ 'build/rendered.yaml': socketPod('rendered') });
    const result = await runPullRequest(pull, server);
    expect(result.outputs).toMatchObject({ new: '0', total: '3' });
  });

  it('a file that only git sees as changed, because line ends are converted on checkout', async () => {
    const pull = createPullRequest(OLD, NEW);
    pull.repository.write({ 'deploy/old0.yaml': socketPod('old0').replaceAll('\n', '\r\n') });
    const result = await runPullRequest(pull, server);
    expect(result.outputs).toMatchObject({ new: '1', total: '3', fixed: '0' });
  });
});

describe('a sparse checkout', () => {
  it('does not take for fixed what it does not hold', async () => {
    const pull = createPullRequest(
      { 'one/a.yaml': socketPod('a'), 'two/b.yaml': socketPod('b') },
      { 'one/a.yaml': `${socketPod('a')}# edited\n`, 'two/b.yaml': `${socketPod('b')}# edited\n` },
    );
    pull.repository.git('sparse-checkout', 'set', 'one');
    const result = await runPullRequest(pull, server);
    expect(result.outputs).toMatchObject({ new: '0', total: '1', fixed: '0' });
  });
});

describe('a chart', () => {
  const chart = (socket: string): Files => ({
    'chart/Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 0.1.0\n',
    'chart/values.yaml': `agent:\n  socket: ${socket}\n`,
    'chart/templates/pod.yaml': socketPod('agent').replaceAll('/var/run/docker.sock', '{{ .Values.agent.socket }}'),
  });

  it('whose values make an untouched template break is new, on the line that was edited', async () => {
    const result = await runPullRequest(
      createPullRequest(chart('/run/containerd/containerd.sock'), chart('/var/run/docker.sock')),
      server,
    );
    expect(result.outputs).toMatchObject({ fixed: '0', conclusion: 'failure' });
    expect(result.annotations.map(({ properties }) => properties.title)).toContain('docker-socket-mount');
    const places = result.annotations.map(({ properties }) => `${properties.file}:${properties.line}`);
    expect([...new Set(places)]).toEqual(['chart/values.yaml:2']);
  });
});

describe('a submodule', () => {
  function withModule(bump: boolean): PullRequest {
    const module = createRepository({ 'agent.yaml': socketPod('agent') });
    const main = createRepository(OLD);
    main.git('submodule', '--quiet', 'add', module.folder, 'vendored');
    const base = main.commit({});
    main.git('checkout', '--quiet', '-b', 'feature');
    if (bump) {
      module.commit({ 'more.yaml': socketPod('more') });
      main.git('-C', 'vendored', 'pull', '--quiet');
    }
    const head = main.commit(NEW);
    return { repository: main, base, head, merge: main.merge(base, head) };
  }

  it('that stays where it was is old', async () => {
    const result = await runPullRequest(withModule(false), server);
    expect(result.outputs).toMatchObject({ new: '1', total: '4' });
  });

  it('that moves is judged as new, and the comment says why', async () => {
    const result = await runPullRequest(withModule(true), server);
    expect(result.outputs).toMatchObject({ new: '3', total: '5' });
    expect(server.state.comments[0]?.body).toContain('points to another commit than before');
  });
});

describe('the checkout', () => {
  it('may stand in a folder of the workspace; paths are those of the repository', async () => {
    const workspace = temporaryFolder();
    const repository = createRepository(OLD, join(workspace, 'shop'));
    const before = repository.git('rev-parse', 'HEAD');
    const after = repository.commit(NEW);
    const result = await runStep({
      event: 'push',
      payload: eventPayload('push', { before, after, forced: false, branch: 'main' }),
      workspace,
      sha: after,
      server,
      inputs: { paths: 'shop' },
    });
    expect(result.annotations.map(({ properties }) => properties.file)).toEqual(['deploy/new.yaml']);
    expect(result.outputs).toMatchObject({ new: '1', total: '3' });
  });

  it('can be looked at in part, as a monorepo does', async () => {
    const pull = createPullRequest(
      { 'one/a.yaml': socketPod('a'), 'two/b.yaml': socketPod('b') },
      { 'one/c.yaml': socketPod('c'), 'two/d.yaml': socketPod('d') },
    );
    const result = await runPullRequest(pull, server, { inputs: { paths: 'two\n' } });
    expect(result.outputs).toMatchObject({ new: '1', total: '2' });
    expect(result.annotations.map(({ properties }) => properties.file)).toEqual(['two/d.yaml']);
  });
});
