import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
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
    expect(workflow).toMatch(/uses: dockershim-lint\/dockershim-lint@(?:[0-9a-f]{40} # )?v\d/);
  });

  it('writes the companion for forks when asked', async () => {
    folder = createFolder();
    const { out } = await folder.run(['init', '--forks']);
    expect(out).toBe('wrote .github/workflows/dockershim.yml\nwrote .github/workflows/dockershim-forks.yml\n');
    expect(read('.github/workflows/dockershim.yml')).toContain('branches: [main]');
  });

  it('leaves a workflow alone that is there', async () => {
    folder = createFolder({ '.github/workflows/dockershim.yml': 'mine' });
    expect(await folder.run(['init', '--forks'])).toEqual({
      code: 2,
      out: '',
      err: 'dockershim-lint: .github/workflows/dockershim.yml is there already; nothing was written.\n',
    });
    expect(read('.github/workflows/dockershim.yml')).toBe('mine');
  });
});
