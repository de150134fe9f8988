/**
 * Repositories that try to make git run a program of theirs while the linter compares: each would create a marker file.
 * Beside the marker, the comparison must be right, or say that it was not made.
 */
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { runIn } from '../support/command-line.ts';
import { eventPayload } from '../support/events.ts';
import {
  createRepository,
  removeTemporaryFolders,
  type TestRepository,
  temporaryFolder,
} from '../support/git-repository.ts';
import { startGithubServer } from '../support/github-server.ts';
import { runStep } from '../support/runner.ts';
import { createPullRequest, runPullRequest, socketPod } from '../support/scenario.ts';

/** A server that asks who is there, which makes git ask its helpers. */
let locked: { readonly url: string; readonly server: Server };
beforeAll(async () => {
  const server = createServer((_, response) =>
    response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  locked = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
});
afterAll(() => {
  locked.server.close();
  removeTemporaryFolders();
});

const OLD = { 'deploy/old.yaml': socketPod('old') };
const NEW = { 'deploy/new.yaml': socketPod('new') };

/** A shell command that leaves a trace, and where to look for it. */
function trap() {
  const marker = join(temporaryFolder(), 'ran');
  const script = `${marker}.sh`;
  writeFileSync(script, `#!/bin/sh\necho ran >>'${marker}'\nenv >>'${marker}'\nexit 1\n`, { mode: 0o755 });
  return { script, ran: () => existsSync(marker) };
}

function branch(): TestRepository {
  const repository = createRepository(OLD);
  repository.git('checkout', '--quiet', '-b', 'work');
  repository.commit(NEW);
  return repository;
}

async function compare(folder: string) {
  const { code, out, err } = await runIn(folder, ['--compare', 'main', '--format', 'json']);
  return { code, err, report: code === EXIT.usage ? undefined : JSON.parse(out) };
}

/** Removes the blob that the base has and the head has not, so that a comparison misses it. */
function loseBlob(repository: TestRepository, name: string): void {
  const oid = repository.git('rev-parse', name);
  rmSync(join(repository.folder, '.git/objects', oid.slice(0, 2), oid.slice(2)));
}

describe.skipIf(process.platform === 'win32')('the configuration of the repository', () => {
  type Trap = (repository: TestRepository, script: string) => void;
  const traps: Readonly<Record<string, Trap>> = {
    'core.fsmonitor': ({ git }, script) => git('config', 'core.fsmonitor', script),
    'core.hooksPath': ({ folder, git }, script) => {
      mkdirSync(join(folder, 'hooks'));
      for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change', 'pre-auto-gc'])
        cpSync(script, join(folder, 'hooks', hook));
      git('config', 'core.hooksPath', join(folder, 'hooks'));
    },
    'diff.external': ({ git }, script) => git('config', 'diff.external', script),
    'core.pager': ({ git }, script) => git('config', 'core.pager', script),
    'core.alternateRefsCommand': ({ git }, script) => git('config', 'core.alternateRefsCommand', script),
    'an alias of a command that is used': ({ git }, script) => git('config', 'alias.diff-tree', `!${script}`),
    'include.path': ({ folder, git }, script) => {
      writeFileSync(join(folder, 'more.config'), `[diff]\n\texternal = ${script}\n[core]\n\tfsmonitor = ${script}\n`);
      git('config', 'include.path', '../more.config');
    },
    'textconv of an attribute': ({ folder, git }, script) => {
      writeFileSync(join(folder, '.git/info/attributes'), '* diff=own filter=own merge=own\n');
      for (const key of ['diff.own.textconv', 'diff.own.command', 'filter.own.process', 'merge.own.driver'])
        git('config', key, script);
    },
  };

  it.each(Object.keys(traps))('%s runs nothing, and the comparison is right', async (name) => {
    const repository = branch();
    const { script, ran } = trap();
    traps[name]?.(repository, script);
    const { report } = await compare(repository.folder);
    expect(ran()).toBe(false);
    expect([report.summary.new, report.summary.existing, report.summary.fixed]).toEqual([1, 1, 0]);
  });

  const remotes: Readonly<Record<string, Trap>> = {
    'core.sshCommand': ({ git }, script) => {
      git('config', 'remote.origin.url', 'ssh://example.invalid/x');
      git('config', 'core.sshCommand', script);
    },
    'an ext:: address': ({ git }, script) => {
      git('config', 'remote.origin.url', `ext::${script}`);
      git('config', 'protocol.ext.allow', 'always');
    },
    uploadpack: ({ folder, git }, script) => {
      git('config', 'remote.origin.url', folder);
      git('config', 'remote.origin.uploadpack', script);
    },
    'credential.helper': ({ git }, script) => {
      git('config', 'remote.origin.url', locked.url);
      git('config', 'credential.helper', `!${script}`);
      git('config', 'core.askPass', script);
      git('config', 'core.gitProxy', script);
    },
  };

  it.each(Object.keys(remotes))(
    'a promisor with %s is not asked for a missing file, and that is said',
    async (name) => {
      const repository = createRepository({ ...OLD, 'deploy/edited.yaml': socketPod('edited') });
      repository.git('checkout', '--quiet', '-b', 'work');
      repository.commit({ ...NEW, 'deploy/edited.yaml': socketPod('changed') });
      const { script, ran } = trap();
      remotes[name]?.(repository, script);
      repository.git('config', 'core.repositoryFormatVersion', '1');
      repository.git('config', 'extensions.partialClone', 'origin');
      repository.git('config', 'remote.origin.promisor', 'true');
      loseBlob(repository, 'main:deploy/edited.yaml');
      const { report } = await compare(repository.folder);
      expect(ran()).toBe(false);
      expect(report.summary.existing).toBe(1);
      expect(report.notes.map(({ message }: { message: string }) => message).join()).toContain(
        'does not hold what a file held before, so all findings there count as new (deploy/edited.yaml)',
      );
    },
  );

  it.each(Object.keys(remotes))('%s runs nothing when the Action misses the base', async (name) => {
    const pull = createPullRequest(OLD, NEW);
    const { script, ran } = trap();
    remotes[name]?.(pull.repository, script);
    pull.repository.git('config', 'core.alternateRefsCommand', script);
    pull.repository.git('checkout', '--quiet', pull.head);
    const result = await runPullRequest({ ...pull, base: 'e'.repeat(40), merge: pull.head }, undefined, {
      env: { GITHUB_SERVER_URL: locked.url },
    });
    expect(ran()).toBe(false);
    expect(result.output).toContain('Not compared: main at eeeeeee cannot be read (git could not fetch it');
  });
});

/** A folder that git takes for a bare repository of its own. */
function bareInside(clone: string, script: string, head?: string): string {
  const inner = createRepository({ 'templates/a.yaml': socketPod('agent') });
  inner.git('checkout', '--quiet', '-b', 'work');
  inner.commit({ 'templates/a.yaml': socketPod('other') });
  loseBlob(inner, 'main:templates/a.yaml');
  inner.git('config', 'core.repositoryFormatVersion', '1');
  inner.git('config', 'core.bare', 'false');
  inner.git('config', 'core.worktree', '.');
  inner.git('config', 'core.fsmonitor', script);
  inner.git('config', 'extensions.partialClone', 'origin');
  inner.git('config', 'remote.origin.promisor', 'true');
  inner.git('config', 'remote.origin.url', '.');
  inner.git('config', 'remote.origin.uploadpack', script);
  const folder = join(clone, 'charts/agent');
  cpSync(join(inner.folder, '.git'), folder, { recursive: true });
  if (head !== undefined) writeFileSync(join(folder, 'HEAD'), `${head}\n`);
  mkdirSync(join(folder, 'templates'), { recursive: true });
  writeFileSync(join(folder, 'templates/a.yaml'), socketPod('other'));
  return folder;
}

describe.skipIf(process.platform === 'win32')('a folder that looks like a bare repository', () => {
  it('is content of the clone around it', async () => {
    const repository = branch();
    const { script, ran } = trap();
    const folder = bareInside(repository.folder, script);
    repository.commit({});
    const { report } = await compare(folder);
    expect(ran()).toBe(false);
    expect([report.summary.new, report.summary.existing]).toEqual([1, 0]);
    expect(report.verdict.sentence).toContain(`main at ${repository.git('rev-parse', '--short=7', 'main')}`);
  });

  it('runs nothing in the Action, which compares the checkout around it', async () => {
    const workspace = temporaryFolder();
    const { script, ran } = trap();
    const repository = createRepository(OLD, join(workspace, 'pr'));
    const before = repository.git('rev-parse', 'HEAD');
    bareInside(repository.folder, script);
    const after = repository.commit({});
    const server = await startGithubServer();
    const result = await runStep({
      event: 'push',
      payload: eventPayload('push', { before, after, forced: false, branch: 'main' }),
      workspace,
      sha: after,
      server,
      inputs: { paths: 'pr/charts/agent' },
    });
    await server.close();
    expect(ran()).toBe(false);
    expect(result.outputs).toMatchObject({ new: '1', total: '1' });
    expect(result.annotations.map(({ properties }) => properties.file)).toEqual(['charts/agent/templates/a.yaml']);
  });

  it('does not pass for the base branch under pull_request_target by what its HEAD says', async () => {
    const workspace = temporaryFolder();
    const { script, ran } = trap();
    const pull = createPullRequest(OLD, NEW);
    cpSync(pull.repository.folder, join(workspace, 'pr'), { recursive: true });
    const folder = bareInside(join(workspace, 'pr'), script, pull.base);
    const objects = join(pull.repository.folder, '.git/objects');
    cpSync(objects, join(folder, 'objects'), { recursive: true });
    const step = {
      event: 'pull_request_target',
      payload: eventPayload('pull_request', {
        base: pull.base,
        head: pull.head,
        headOwner: 'stranger',
        headRepository: 2,
      }),
      workspace,
      sha: pull.base,
      inputs: { paths: 'pr/charts/agent' },
    };
    const result = await runStep(step);
    expect([ran(), result.code]).toEqual([false, 2]);
    expect(result.annotations[0]?.data).toContain('a commit that is not that of the base branch');
    rmSync(join(workspace, 'pr/.git'), { recursive: true });
    const without = await runStep(step);
    expect([ran(), without.code]).toEqual([false, 2]);
    expect(without.annotations[0]?.data).toContain('git does not tell that the checkout is that of the base branch');
  });

  it('says what the checkout beside the base is, when both are there', async () => {
    const workspace = temporaryFolder();
    const pull = createPullRequest(OLD, NEW);
    pull.repository.git('checkout', '--quiet', pull.head);
    cpSync(pull.repository.folder, join(workspace, 'pr'), { recursive: true });
    pull.repository.git('checkout', '--quiet', pull.base);
    cpSync(join(pull.repository.folder, '.git'), join(workspace, '.git'), { recursive: true });
    const result = await runStep({
      event: 'pull_request_target',
      payload: eventPayload('pull_request', {
        base: pull.base,
        head: pull.head,
        headOwner: 'stranger',
        headRepository: 2,
      }),
      workspace,
      sha: pull.base,
      inputs: { paths: 'pr' },
    });
    expect(result.code).toBe(2);
  });
});

describe('a repository that is not where its folder is', () => {
  const usage = async (folder: string) => (await compare(folder)).err;

  it('is refused when .git is a link', async () => {
    const repository = branch();
    const other = temporaryFolder();
    writeFileSync(join(other, 'a.yaml'), socketPod('a'));
    symlinkSync(join(repository.folder, '.git'), join(other, '.git'));
    expect(await usage(other)).toContain('.git is a link.');
  });

  it('is refused when a .git file names a folder that does not know it', async () => {
    const repository = branch();
    const other = temporaryFolder();
    writeFileSync(join(other, 'a.yaml'), socketPod('a'));
    writeFileSync(join(other, '.git'), `gitdir: ${join(repository.folder, '.git')}\n`);
    expect(await usage(other)).toContain('neither a work tree of its repository nor a submodule');
  });

  it('is refused when it borrows objects', async () => {
    const repository = branch();
    const clone = temporaryFolder();
    repository.git('clone', '--quiet', '--shared', repository.folder, join(clone, 'c'));
    expect(await usage(join(clone, 'c'))).toContain('borrows objects of another repository (objects/info/alternates)');
  });

  it('is refused when its objects are links', async () => {
    const repository = branch();
    const objects = join(repository.folder, '.git/objects');
    const oid = repository.git('rev-parse', 'main:deploy/old.yaml');
    const path = join(objects, oid.slice(0, 2), oid.slice(2));
    cpSync(path, join(temporaryFolder(), 'object'));
    rmSync(path);
    symlinkSync('/dev/zero', path);
    expect(await usage(repository.folder)).toContain('is not a regular file.');
  });

  it('is read when it is a work tree beside the others', async () => {
    const repository = branch();
    const beside = join(temporaryFolder(), 'beside');
    repository.git('worktree', 'add', '--quiet', '--detach', beside, 'work');
    const { report } = await compare(beside);
    expect([report.summary.new, report.summary.existing]).toEqual([1, 1]);
  });

  it('is read when it is a submodule', async () => {
    const inner = branch();
    const outer = createRepository({ 'a.yaml': 'a: b\n' });
    outer.git('submodule', '--quiet', 'add', '--branch', 'work', inner.folder, 'inner');
    const { report } = await compare(join(outer.folder, 'inner'));
    expect([report.summary.new, report.summary.existing]).toEqual([1, 1]);
  });
});

describe('what git would take for another history', () => {
  it.each(['replace', 'grafts'])('%s changes nothing', async (kind) => {
    const repository = branch();
    const main = repository.git('rev-parse', 'main');
    const work = repository.git('rev-parse', 'work');
    if (kind === 'replace') repository.git('replace', main, work);
    else appendFileSync(join(repository.folder, '.git/info/grafts'), `${main} ${work}\n`);
    const { report } = await compare(repository.folder);
    expect([report.summary.new, report.summary.existing]).toEqual([1, 1]);
  });

  it('a reference that is a link is not followed', async () => {
    const repository = branch();
    const outside = join(temporaryFolder(), 'ref');
    writeFileSync(outside, `${repository.git('rev-parse', 'main')}\n`);
    symlinkSync(outside, join(repository.folder, '.git/refs/heads/linked'));
    const { err } = await runIn(repository.folder, ['--compare', 'linked']);
    expect(err).toContain('git has no commit or branch named "linked"');
  });
});
