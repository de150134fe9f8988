import { execFileSync } from 'node:child_process';
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
    expect([written.code, written.out.split('\n')[0]]).toEqual([
      0,
      '.dockershim-baseline.json holds 2 findings: 2 added, 0 removed.',
    ]);
    const flag = ['--baseline', '.dockershim-baseline.json'];
    const clean = await folder.run(flag);
    expect(clean.code).toBe(0);
    expect(clean.out).toContain('Nothing new; 2 accepted.');

    folder.write({ 'nodes/b.sh': '#!/bin/sh\n', 'nodes/c.sh': NODE_SCRIPT });
    const later = await folder.run([...flag, '--format', 'compact']);
    expect(later.code).toBe(1);
    expect(later.out).toContain('nodes/c.sh:3:1: error');
    expect(later.out).toContain('1 entry no longer matches a finding; `baseline prune` removes it');

    const pruned = await folder.run(['baseline', 'prune']);
    expect(pruned.out.split('\n')[0]).toBe('.dockershim-baseline.json holds 1 finding: 1 removed.');
    const { findings } = JSON.parse(readFileSync(join(folder.path, '.dockershim-baseline.json'), 'utf8'));
    expect(findings.map(({ path }: { path: string }) => path)).toEqual(['nodes/a.sh']);
  });

  it('of the configuration is used without a flag', async () => {
    folder = createFolder({ 'nodes/a.sh': NODE_SCRIPT, '.dockershim.yaml': 'baseline: accepted.json\n' });
    await folder.run(['baseline', 'write']);
    expect((await folder.run([])).code).toBe(0);
  });

  describe('of a repository', () => {
    const files = {
      '.dockershim.yaml': 'baseline: .dockershim-baseline.json\n',
      'k8s/a.sh': `${NODE_SCRIPT}docker ps\n`,
      'nodes/b.sh': NODE_SCRIPT,
    };
    const paths = () =>
      JSON.parse(readFileSync(join(folder.path, '.dockershim-baseline.json'), 'utf8')).findings.map(
        (entry: { path: string; line: number }) => `${entry.path}:${entry.line}`,
      );

    it('is honoured by a scan of one folder or one file, from wherever it is started', async () => {
      folder = createFolder(files);
      await folder.run(['baseline', 'write']);
      expect(paths()).toEqual(['k8s/a.sh:3', 'k8s/a.sh:4', 'nodes/b.sh:3'].sort());
      for (const args of [['k8s'], ['k8s/a.sh'], ['nodes', 'k8s/a.sh']]) {
        const { code, out } = await folder.run(args);
        expect([args, code, out.includes('baseline prune')]).toEqual([args, 0, false]);
      }
      execFileSync('git', ['init', '-q'], { cwd: folder.path });
      expect((await folder.run([], { cwd: join(folder.path, 'k8s') })).code).toBe(0);
    });

    it('loses nothing when one folder is pruned or written', async () => {
      folder = createFolder(files);
      await folder.run(['baseline', 'write', '--reason', 'until the nodes are replaced']);
      folder.write({ 'k8s/a.sh': NODE_SCRIPT, 'nodes/b.sh': '#!/bin/sh\n' });
      expect((await folder.run(['baseline', 'prune', 'k8s'])).out).toBe(
        '.dockershim-baseline.json holds 2 findings: 1 removed.\n',
      );
      expect(paths()).toEqual(['k8s/a.sh:3', 'nodes/b.sh:3']);
      folder.write({ 'k8s/c.sh': NODE_SCRIPT });
      await folder.run(['baseline', 'write', 'k8s']);
      expect(paths()).toEqual(['k8s/a.sh:3', 'k8s/c.sh:3', 'nodes/b.sh:3']);
      const { findings } = JSON.parse(readFileSync(join(folder.path, '.dockershim-baseline.json'), 'utf8'));
      expect(findings[0]).toMatchObject({
        message: '`docker ps` fails: the node has no `docker`, and the kubelet’s containers are not Docker’s',
        reason: 'until the nodes are replaced',
        date: '2026-11-25',
      });
      expect(findings[1].reason).toBe(undefined);
    });

    it('is checked: what is no longer found is listed with what it said, and fails', async () => {
      folder = createFolder(files);
      await folder.run(['baseline', 'write']);
      expect((await folder.run(['baseline', 'check'])).code).toBe(0);
      folder.write({ 'nodes/b.sh': '#!/bin/sh\n' });
      const { code, out } = await folder.run(['baseline', 'check']);
      expect(code).toBe(1);
      expect(out).toContain('nodes/b.sh:3 docker-cli-command: `docker ps` fails');
      expect(out).toContain('holds 3 findings: 2 still found, 1 no longer found.');
      expect((await folder.run(['baseline', 'check', 'k8s'])).out).toContain('1 outside what was scanned');
    });
  });

  it.each([[['baseline']], [['baseline', 'sort']], [['baseline', 'check', '--reason', 'x']]])(
    'refuses %j',
    async (args) => {
      folder = createFolder({ 'a.sh': NODE_SCRIPT });
      expect((await folder.run(args)).code).toBe(2);
    },
  );

  it('has nothing to do where nothing is scanned', async () => {
    folder = createFolder({});
    expect((await folder.run(['baseline', 'write'])).code).toBe(3);
  });
});
