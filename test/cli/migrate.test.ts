import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder } from '../support/command-line.ts';

const DAEMON = '{"registry-mirrors": ["https://m.example"], "exec-opts": ["native.cgroupdriver=systemd"]}';

describe('migrate', () => {
  let folder: Folder | undefined;
  afterEach(() => folder?.remove());

  it('prints what it would write, and writes nothing', async () => {
    folder = createFolder({ 'nodes/daemon.json': DAEMON });
    const { code, out } = await folder.run(['migrate', 'nodes', '--to', 'cri-o']);
    expect(code).toBe(0);
    expect(out.match(/^==> .* <==$/gm)).toEqual([
      '==> MIGRATION.md <==',
      '==> etc/containers/registries.conf.d/20-migrated.conf <==',
      '==> etc/crictl.yaml <==',
      '==> etc/crio/crio.conf.d/20-migrated.conf <==',
      '==> kubeadm/patches/kubeletconfiguration+merge.yaml <==',
      '==> kubelet/kubelet-configuration.yaml <==',
    ]);
  });

  it('writes below --out, refuses to overwrite, and overwrites with --force', async () => {
    folder = createFolder({ 'nodes/daemon.json': DAEMON });
    const args = ['migrate', '.', '--to', 'containerd', '--out', 'new'];
    expect(await folder.run(args)).toMatchObject({ code: 0, err: '' });
    const first = readFileSync(join(folder.path, 'new/MIGRATION.md'), 'utf8');
    const again = await folder.run(args);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('are there already; nothing was written. --force overwrites.');
    expect(await folder.run([...args, '--force'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder.path, 'new/MIGRATION.md'), 'utf8')).toBe(first);
  });

  it('writes through no link of the repository', async () => {
    folder = createFolder({ 'nodes/daemon.json': DAEMON, 'elsewhere/keep': '' });
    mkdirSync(join(folder.path, 'new'));
    symlinkSync(join(folder.path, 'elsewhere'), join(folder.path, 'new/etc'));
    const { code, err } = await folder.run(['migrate', 'nodes', '--out', 'new']);
    expect(code).toBe(2);
    expect(err).toContain('through the link');
  });

  it('says when there is nothing to migrate', async () => {
    folder = createFolder({ 'readme.md': 'hello' });
    const { code, err } = await folder.run(['migrate', '.']);
    expect(code).toBe(3);
    expect(err).toContain('There is nothing to migrate');
  });
});
