/** Links of a repository that lead out of it, where the command line would write or read for a person. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { NODE_SCRIPT, runIn } from '../support/command-line.ts';
import { createRepository, removeTemporaryFolders, temporaryFolder } from '../support/git-repository.ts';

afterAll(removeTemporaryFolders);

let outside: string;
let repository: string;
beforeEach(() => {
  outside = temporaryFolder();
  writeFileSync(join(outside, 'kept'), 'kept');
  repository = createRepository({ 'sub/nodes/join.sh': NODE_SCRIPT }).folder;
});

function untouched(): void {
  expect([readdirSync(outside), readFileSync(join(outside, 'kept'), 'utf8')]).toEqual([['kept'], 'kept']);
}

describe('a link that the repository holds is not written through', () => {
  it.each([
    ['--output', ['--output', 'json=out']],
    ['--output from a folder below', ['--output', 'json=../out'], 'sub'],
    ['baseline write', ['baseline', 'write', '--baseline', 'out']],
    ['baseline write, by its usual name', ['baseline', 'write']],
  ])('%s', async (_, args, from = '.') => {
    symlinkSync(join(outside, 'kept'), join(repository, 'out'));
    symlinkSync(join(outside, 'kept'), join(repository, '.dockershim-baseline.json'));
    const { code, err } = await runIn(join(repository, from), args);
    expect(code).toBe(2);
    expect(err).toMatch(
      / is (?:a link, and nothing is written through one|outside the repository, or a link that leads out of it)\.$/m,
    );
    untouched();
  });

  it('init', async () => {
    symlinkSync(outside, join(repository, '.github'));
    const { code, err } = await runIn(repository, ['init']);
    expect(code).toBe(2);
    expect(err).toContain('would be written through the link');
    untouched();
  });
});

describe('a file that a person writes for the linter is not read out of the repository', () => {
  it('when the configuration file is a link out', async () => {
    writeFileSync(join(outside, 'kept'), 'fail-on: never\n');
    symlinkSync(join(outside, 'kept'), join(repository, '.dockershim.yaml'));
    for (const args of [[], ['--config', '.dockershim.yaml'], ['sub']]) {
      const { code, err } = await runIn(repository, args);
      expect([code, err]).toEqual([2, expect.stringContaining('or a link that leads out of it.')]);
    }
  });

  it('when the configuration names a baseline outside', async () => {
    writeFileSync(join(repository, '.dockershim.yaml'), `baseline: ${join(outside, 'kept')}\n`);
    const { code, err } = await runIn(repository, []);
    expect([code, err]).toEqual([2, expect.stringContaining('is outside the repository')]);
    expect(err).not.toContain('kept"');
  });

  it('but a link inside it is followed, also above the scanned folder', async () => {
    mkdirSync(join(repository, 'lint'));
    writeFileSync(join(repository, 'lint/shared.yaml'), 'fail-on: never\n');
    symlinkSync('../lint/shared.yaml', join(repository, 'sub/.dockershim.yaml'));
    expect((await runIn(repository, ['sub'])).code).toBe(0);
  });

  it('and a file that the command line names may stand anywhere', async () => {
    writeFileSync(join(outside, 'kept'), 'fail-on: never\n');
    expect((await runIn(repository, ['--config', join(outside, 'kept')])).code).toBe(0);
  });
});
