import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryFolders, temporaryFolder } from './support/git-repository.ts';

afterAll(removeTemporaryFolders);

const root = resolve(import.meta.dirname, '..');

function pack(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts/pack.mjs'), ...args], { encoding: 'utf8' });
}

describe('the file that a release carries', () => {
  it('starts in the folder that it is unpacked into, with nothing installed', { timeout: 60_000 }, () => {
    const outdir = temporaryFolder();
    const file = pack('--outdir', outdir).stdout.trim();
    expect(readdirSync(outdir).sort()).toEqual([file.slice(outdir.length + 1), 'notes.md']);
    const folder = temporaryFolder();
    execFileSync('tar', ['-xzf', file, '-C', folder]);
    expect(readdirSync(folder)).toEqual(['package']);
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(folder, 'package/dist/cli.js'), ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH },
        encoding: 'utf8',
      });
    expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const linted = run(join(root, 'examples/legacy-cluster'));
    expect(linted.status).toBe(1);
    expect(linted.stdout).toContain('error docker-socket-mount');
    expect(linted.stderr).toBe('');
  });

  it('is not made for a tag of another version', () => {
    const { status, stderr } = pack('--outdir', temporaryFolder(), '--tag', 'v99.0.0');
    expect(status).toBe(1);
    expect(stderr).toContain('The tag v99.0.0 is not that of version');
  });
});
