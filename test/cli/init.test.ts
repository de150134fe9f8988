import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { initWorkflows } from '../../src/github/init.ts';
import { createFolder, type Folder } from '../support/command-line.ts';

let folder: Folder;
afterEach(() => folder?.remove());

const read = (path: string) => readFileSync(join(folder.path, path), 'utf8');

describe('init', () => {
  it('writes the workflow for the default branch of the clone', async () => {
    folder = createFolder({ '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/trunk\n' });
    expect(await folder.run(['init'])).toEqual({ code: 0, out: 'wrote .github/workflows/dockershim.yml\n', err: '' });
    const workflow = read('.github/workflows/dockershim.yml');
    expect(workflow).toContain('branches: [trunk]');
    expect(workflow).toMatch(/uses: dockershim-lint\/dockershim-lint@(?:[0-9a-f]{40} # .*)?v\d/);
  });

  it('writes the companion for forks when asked', async () => {
    folder = createFolder();
    const { out } = await folder.run(['init', '--forks']);
    expect(out).toBe('wrote .github/workflows/dockershim.yml\nwrote .github/workflows/dockershim-forks.yml\n');
    expect(read('.github/workflows/dockershim.yml')).toContain('branches: [main]');
  });

  it('leaves a workflow alone that is there', async () => {
    folder = createFolder({ '.github/workflows/dockershim.yml': 'mine' });
    expect(await folder.run(['init'])).toEqual({
      code: 2,
      out: '',
      err: 'dockershim-lint: .github/workflows/dockershim.yml already exists; nothing was written.\n',
    });
    expect(read('.github/workflows/dockershim.yml')).toBe('mine');
  });

  it('adds the companion to a workflow that is there, and says which step it needs', async () => {
    folder = createFolder({ '.github/workflows/dockershim.yml': 'mine' });
    const { code, out } = await folder.run(['init', '--forks']);
    expect(code).toBe(0);
    expect(out).toContain(
      'wrote .github/workflows/dockershim-forks.yml\nkept .github/workflows/dockershim.yml; comments',
    );
    expect(out).toContain('path: ${{ steps.lint.outputs.json-file }}');
    expect(read('.github/workflows/dockershim.yml')).toBe('mine');
  });

  it('writes at the top of the repository, for the branch that it has', async () => {
    folder = createFolder({ 'deploy/x': '', 'a.txt': '' });
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder.path });
    git('init', '--quiet', '--initial-branch', 'master');
    const { out } = await folder.run(['init'], { cwd: join(folder.path, 'deploy') });
    expect(out).toBe('wrote ../.github/workflows/dockershim.yml\n');
    expect(read('.github/workflows/dockershim.yml')).toContain('branches: [master]');
  });

  it('labels a commit with a version only where the tag is on it', () => {
    const text = (isRelease: boolean) =>
      initWorkflows({ own: { commit: 'a'.repeat(40), isRelease }, defaultBranch: 'main' }, false)[0]?.text;
    expect(text(true)).toMatch(/@a{40} # v\d+\.\d+\.\d+\n/);
    expect(text(false)).toMatch(/@a{40} # the clone that wrote this, about v/);
  });
});
