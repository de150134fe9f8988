import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { anyGlob } from '../../src/config/glob.ts';
import { readBaseFiles, readCommitFiles, type Scope } from '../../src/files/base.ts';
import { discover } from '../../src/files/discover.ts';
import { openRepository, type Repository } from '../../src/files/git.ts';
import { fc } from '../support/fast-check.ts';
import {
  createRepository,
  type Files,
  readerOf,
  removeTemporaryFolders,
  temporaryFolder,
} from '../support/git-repository.ts';
import { tar } from '../support/tar.ts';

afterAll(removeTemporaryFolders);

const ALL: Scope = { paths: ['.'], excluded: () => false };

async function opened(files: Files) {
  const test = createRepository(files);
  return { test, repository: readerOf(test) };
}

async function bothSides(repository: Repository, scope: Scope) {
  const head = discover(repository.top, scope.paths, scope.excluded);
  const commit = await readCommitFiles(repository, repository.head, scope, new Map());
  return { walked: head.files, stored: commit?.files };
}

const FOLDERS = [
  '',
  'deploy/',
  'vendor/',
  'a/node_modules/b/',
  'charts/x/templates/',
  'charts/x/templates/vendor/y/',
  'scripts/',
  'etc/',
  'testdata/',
  'old/',
  '.github/workflows/',
];
const NAMES = [
  'a.yaml',
  'run',
  'Dockerfile',
  'Dockerfile.dev',
  'README.md',
  'x.png',
  'kubelet',
  'b.sh',
  '.env',
  'package-lock.json',
];
const TEXTS = ['', 'a: b\n', '#!/bin/sh\ndocker ps\n', 'bin\0ary', '\ufeffa: b\r\n'];

describe('a commit, read from git', () => {
  it('is read up to as many characters as one run holds, and says what is left out', async () => {
    const { repository } = await opened({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 123456789\n', 'c.yaml': 'c: 1\n' });
    const commit = await readCommitFiles(repository, repository.head, ALL, new Map(), 12);
    expect(commit?.files.map(({ path }) => path)).toEqual(['a.yaml', 'c.yaml']);
    expect(commit?.notes.map(({ message }) => message)).toEqual([
      'the earlier files are larger together than one run reads, so all findings in some of them count as new (b.yaml)',
    ]);
  });

  it('gives the files that a walk of its checkout gives', async () => {
    const files = fc.dictionary(
      fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES)).map(([folder, name]) => folder + name),
      fc.constantFrom(...TEXTS),
      { minKeys: 1, maxKeys: 12 },
    );
    const scopes = fc.constantFrom<Scope>(
      ALL,
      { paths: ['deploy', 'scripts'], excluded: () => false },
      { paths: ['.'], excluded: anyGlob(['old', 'deploy/*.sh']) },
    );
    await fc.assert(
      fc.asyncProperty(files, scopes, async (contents, scope) => {
        const { test, repository } = await opened({
          ...contents,
          'deploy/always.yaml': 'x: y\n',
          'scripts/always.sh': ': \n',
        });
        expect(test.git('status', '--porcelain')).toBe('');
        const { walked, stored } = await bothSides(repository, scope);
        expect(stored).toEqual(walked);
      }),
      { numRuns: 25 },
    );
  });

  it('opens archives as a walk does', async () => {
    const { test } = await opened({ 'chart/Chart.yaml': 'name: x\n' });
    const archive = gzipSync(tar([{ name: 'sub/templates/a.yaml', text: 'kind: Pod\n' }]));
    mkdirSync(join(test.folder, 'chart/charts'));
    writeFileSync(join(test.folder, 'chart/charts/sub-1.tgz'), archive);
    test.commit({});
    const repository = readerOf(test);
    const { walked, stored } = await bothSides(repository, ALL);
    expect(walked.map(({ path }) => path)).toEqual(['chart/Chart.yaml', 'chart/charts/sub-1.tgz/templates/a.yaml']);
    expect(stored).toEqual(walked);
    const head = discover(repository.top, ['.']);
    const base = await readBaseFiles(repository, repository.head, head, ALL, new Map());
    expect(base).toEqual({ files: walked, notes: [], missing: [] });
  });

  it('takes no link, because its target is walked where it stands', async () => {
    const { test } = await opened({ 'deploy/a.yaml': 'a: b\n' });
    symlinkSync('a.yaml', join(test.folder, 'deploy/b.yaml'));
    test.commit({});
    const repository = readerOf(test);
    const { walked, stored } = await bothSides(repository, ALL);
    expect(walked.map(({ path }) => path)).toEqual(['deploy/a.yaml']);
    expect(stored).toEqual(walked);
  });

  it('follows renames', async () => {
    const { repository } = await opened({ 'old.yaml': 'a: b\n' });
    const files = await readCommitFiles(repository, repository.head, ALL, new Map([['old.yaml', 'new.yaml']]));
    expect(files?.files).toEqual([{ path: 'new.yaml', text: 'a: b\n' }]);
  });
});

describe('git', () => {
  it('knows no repository where there is none', async () => {
    const folder = temporaryFolder();
    expect(openRepository(folder, folder)).toEqual({ kind: 'none' });
  });

  it('takes nothing that looks like an option for a name', async () => {
    const { repository } = await opened({ a: 'b\n' });
    expect(await repository.resolve('--output=x')).toBeUndefined();
    const remote = { url: 'https://example.invalid/a/b', token: undefined };
    expect(await repository.fetch('--upload-pack=touch x', remote)).toBe('not a commit id');
    expect(await repository.has('HEAD; touch x')).toBe(false);
  });

  it('leaves out blobs that are missing or too large, and tells the missing ones', async () => {
    const { test, repository } = await opened({ small: 'abc', large: 'x'.repeat(1000) });
    const oid = (name: string) => test.git('rev-parse', `HEAD:${name}`);
    const { contents, missing } = await repository.blobs([oid('large'), 'e'.repeat(40), oid('small')], 100);
    expect([...missing]).toEqual(['e'.repeat(40)]);
    expect([...contents].map(([id, bytes]) => [id, bytes.toString()])).toEqual([[oid('small'), 'abc']]);
  });
});
