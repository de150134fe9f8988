import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, NODE_SCRIPT } from '../support/command-line.ts';

let folder: Folder;
afterEach(() => folder?.remove());

describe('baseline', () => {
  it('accepts what is there, tells what is new, and is pruned', async () => {
    folder = createFolder({ 'nodes/a.sh': NODE_SCRIPT, 'nodes/b.sh': NODE_SCRIPT });
    const written = await folder.run(['baseline', 'write']);
    expect([written.code, written.out.split('\n')[0]]).toEqual([0, '.dockershim-baseline.json holds 2 findings.']);
    const flag = ['--baseline', '.dockershim-baseline.json'];
    const clean = await folder.run(flag);
    expect(clean.code).toBe(0);
    expect(clean.out).toContain('Nothing here depends on dockershim or Docker Engine; 2 suppressed.');

    folder.write({ 'nodes/b.sh': '#!/bin/sh\n', 'nodes/c.sh': NODE_SCRIPT });
    const later = await folder.run([...flag, '--format', 'compact']);
    expect(later.code).toBe(1);
    expect(later.out).toContain('nodes/c.sh:3:1: error');
    expect(later.out).toContain('1 entry matches nothing any more; `baseline prune` takes them out');

    const pruned = await folder.run(['baseline', 'prune']);
    expect(pruned.out.split('\n')[0]).toBe('.dockershim-baseline.json holds 1 finding, 1 taken out.');
    const { findings } = JSON.parse(readFileSync(join(folder.path, '.dockershim-baseline.json'), 'utf8'));
    expect(findings.map(({ path }: { path: string }) => path)).toEqual(['nodes/a.sh']);
  });

  it('of the configuration is used without a flag', async () => {
    folder = createFolder({ 'nodes/a.sh': NODE_SCRIPT, '.dockershim.yaml': 'baseline: accepted.json\n' });
    await folder.run(['baseline', 'write']);
    expect((await folder.run([])).code).toBe(0);
  });

  it('has nothing to do where nothing is scanned', async () => {
    folder = createFolder({});
    expect((await folder.run(['baseline', 'write'])).code).toBe(3);
  });
});
