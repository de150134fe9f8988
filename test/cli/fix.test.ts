import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder } from '../support/command-line.ts';

let folder: Folder;
afterEach(() => folder?.remove());

const UNIT = '[Service]\nExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml --cni-bin-dir=/opt/cni/bin --v=2\n';
const FIXED = '[Service]\nExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml --v=2\n';

describe('--diff', () => {
  it('prints a patch and changes nothing', async () => {
    folder = createFolder({ 'nodes/kubelet.service': UNIT });
    const { code, out } = await folder.run(['--diff']);
    expect(code).toBe(1);
    expect(out).toBe(
      [
        '--- a/nodes/kubelet.service',
        '+++ b/nodes/kubelet.service',
        '@@ -1,2 +1,2 @@',
        ' [Service]',
        `-${UNIT.split('\n')[1]}`,
        `+${FIXED.split('\n')[1]}`,
        '',
      ].join('\n'),
    );
    expect(readFileSync(join(folder.path, 'nodes/kubelet.service'), 'utf8')).toBe(UNIT);
  });
});

describe('--fix', () => {
  it('writes what is safe and reports what is left', async () => {
    folder = createFolder({ 'nodes/kubelet.service': UNIT });
    const { code, out, err } = await folder.run(['--fix']);
    expect(err).toBe('Fixed 1 finding in 1 file.\n');
    expect(code).toBe(0);
    expect(out).toContain('Nothing found that depends on dockershim or Docker Engine.');
    expect(readFileSync(join(folder.path, 'nodes/kubelet.service'), 'utf8')).toBe(FIXED);
  });

  it.each([
    [
      'a dependency of a unit',
      'nodes/kubelet.service',
      '[Unit]\nAfter=network.target docker.service\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/kubelet\n',
      '[Unit]\nAfter=network.target containerd.service\nRequires=containerd.service\n[Service]\nExecStart=/usr/bin/kubelet\n',
    ],
    [
      'the socket of kubeadm',
      'kubeadm.yaml',
      'apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration:\n  criSocket: "/var/run/dockershim.sock"\n',
      'apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration:\n  criSocket: "unix:///run/containerd/containerd.sock"\n',
    ],
  ])('writes the word of the runtime in place of %s, once', async (_, path, before, after) => {
    folder = createFolder({ [path]: before });
    expect((await folder.run(['--fix'])).out).toContain('Nothing found that depends on dockershim or Docker Engine.');
    expect(readFileSync(join(folder.path, path), 'utf8')).toBe(after);
    expect((await folder.run(['--fix'])).err).toBe('There is nothing that is safe to fix.\n');
  });

  it('leaves the dependency of a unit that calls docker itself', async () => {
    folder = createFolder({
      'nodes/agent.service': '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/docker run --rm agent\n',
    });
    await folder.run(['--fix']);
    expect(readFileSync(join(folder.path, 'nodes/agent.service'), 'utf8')).toContain('Requires=docker.service');
  });

  it('does nothing where nothing is safe', async () => {
    folder = createFolder({ 'nodes/join.sh': '#!/bin/sh\nkubeadm join a:6443\ndocker ps\n' });
    const { code, err } = await folder.run(['--fix']);
    expect([code, err]).toEqual([1, 'There is nothing that is safe to fix.\n']);
  });

  it('never writes through a link', async () => {
    folder = createFolder({ 'real/nodes/kubelet.service': UNIT, 'repo/nodes/x': '' });
    symlinkSync(join(folder.path, 'real/nodes/kubelet.service'), join(folder.path, 'repo/nodes/kubelet.service'));
    await folder.run(['--fix', 'repo']);
    expect(readFileSync(join(folder.path, 'real/nodes/kubelet.service'), 'utf8')).toBe(UNIT);
  });

  it('goes not with --diff', async () => {
    folder = createFolder({ 'a.yaml': 'a: b\n' });
    expect((await folder.run(['--fix', '--diff'])).err).toBe(
      'dockershim-lint: --fix writes and --diff only shows; give one of them.\n',
    );
  });
});
