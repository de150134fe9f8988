import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder } from '../support/command-line.ts';

let folder: Folder;
afterEach(() => folder?.remove());

const UNIT = '[Service]\nExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml --cni-bin-dir=/opt/cni/bin --v=2\n';
const FIXED = '[Service]\nExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml --v=2\n';
/** The image beside it is new enough for the option. */
const FLUENT_BIT = `apiVersion: v1
kind: Pod
metadata: {name: logs}
spec: {containers: [{name: logs, image: 'fluent/fluent-bit:3.2.0'}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: logs}
data:
  fluent-bit.conf: |
    [INPUT]
      Name tail
      Path /var/log/containers/*.log
`;

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

  it('writes the copies of other versions too, which are shown with the newest', async () => {
    const paths = ['v1.0/kubelet.service', 'v1.1/kubelet.service', 'v1.2/kubelet.service'];
    folder = createFolder(Object.fromEntries(paths.map((path) => [path, UNIT])));
    expect((await folder.run(['--fix'])).err).toBe('Fixed 3 findings in 3 files.\n');
    expect(paths.map((path) => readFileSync(join(folder.path, path), 'utf8'))).toEqual([FIXED, FIXED, FIXED]);
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

  it.each([
    [
      'a removed flag of the kubelet in a map, with its line',
      'kubeadm.yaml',
      'apiVersion: kubeadm.k8s.io/v1beta3\nkind: JoinConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    network-plugin: cni\n    v: "2"\n',
      'apiVersion: kubeadm.k8s.io/v1beta3\nkind: JoinConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    v: "2"\n',
    ],
    [
      'a removed flag with the value behind it',
      'nodes/kubelet.service',
      '[Service]\nExecStart=/usr/bin/kubelet --network-plugin cni --v=2\n',
      '[Service]\nExecStart=/usr/bin/kubelet --v=2\n',
    ],
    [
      'the flag that names docker, by the one that names the socket',
      'nodes/kubelet.service',
      '[Service]\nExecStart=/usr/bin/kubelet --container-runtime=docker --v=2\n',
      '[Service]\nExecStart=/usr/bin/kubelet --container-runtime-endpoint=unix:///run/containerd/containerd.sock --v=2\n',
    ],
    [
      'a unit of the kubelet, all of it at once',
      'nodes/kubelet.service',
      '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/kubelet \\\n    --container-runtime docker \\\n    --v=2\n',
      '[Unit]\nRequires=containerd.service\n[Service]\nExecStart=/usr/bin/kubelet \\\n    --container-runtime-endpoint=unix:///run/containerd/containerd.sock \\\n    --v=2\n',
    ],
    [
      'the parser of Fluent Bit',
      'logs.yaml',
      `${FLUENT_BIT}      Parser docker\n`,
      `${FLUENT_BIT}      multiline.parser docker, cri\n`,
    ],
    [
      'a runtime that the tool refuses',
      'cluster.yaml',
      'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a}\nspec:\n  containerRuntime: docker\n',
      'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a}\nspec:\n  containerRuntime: containerd\n',
    ],
  ])('mends %s, and finds nothing there afterwards', async (_, path, before, after) => {
    folder = createFolder({ [path]: before });
    expect((await folder.run(['--fix'])).out).toContain('Nothing found that depends on dockershim or Docker Engine.');
    expect(readFileSync(join(folder.path, path), 'utf8')).toBe(after);
  });

  it.each([
    ['the only entry of a map', 'kubeletExtraArgs:\n    network-plugin: cni\n'],
    ['a map in braces', 'kubeletExtraArgs: {network-plugin: cni, v: "2"}\n'],
    ['a value over two lines', 'kubeletExtraArgs:\n    v: "2"\n    network-plugin: >-\n      cni\n'],
  ])('leaves %s alone', async (_, args) => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta3\nkind: JoinConfiguration\nnodeRegistration:\n  ${args}`;
    folder = createFolder({ 'kubeadm.yaml': text });
    await folder.run(['--fix']);
    expect(readFileSync(join(folder.path, 'kubeadm.yaml'), 'utf8')).toBe(text);
  });

  it.each(['--fix=unsafe', '--fix --unsafe-fixes'])(
    'with %s writes commands, units and values anew',
    async (options) => {
      const before = [
        '#!/bin/bash',
        'kubeadm join a:6443',
        'docker ps -q --filter name=k8s_etcd',
        'sudo docker stop "$id"',
        'ids=$(docker ps -q)',
        'systemctl enable --now docker',
        '',
      ];
      const after = [
        '#!/bin/bash',
        'kubeadm join a:6443',
        "crictl ps -q --name '^etcd'",
        'sudo crictl stop --timeout 10 "$id"',
        'ids=$(crictl ps -q)',
        'systemctl enable --now containerd',
        '',
      ];
      folder = createFolder({ 'join.sh': before.join('\n') });
      const { err, code } = await folder.run(options.split(' '));
      expect([err, code]).toEqual(['Fixed 4 findings in 1 file.\n', 0]);
      expect(readFileSync(join(folder.path, 'join.sh'), 'utf8')).toBe(after.join('\n'));
      expect((await folder.run(options.split(' '))).err).toBe('There is nothing that can be fixed.\n');
    },
  );

  it.each([
    ['a pipeline with other programs in it', 'docker ps -aq | head -3 | xargs docker rm -f\n'],
    ['what the reader has to fill in', 'docker kill --signal HUP "$C"\n'],
    ['a command over several lines', 'docker ps \\\n  -q\n'],
    ['an alias of the program', 'D=docker\n$D ps -q\n'],
  ])('with --fix=unsafe leaves alone %s', async (_, script) => {
    const text = `#!/bin/bash\nkubeadm join a:6443\n${script}`;
    folder = createFolder({ 'join.sh': text });
    await folder.run(['--fix=unsafe']);
    expect(readFileSync(join(folder.path, 'join.sh'), 'utf8')).toBe(text);
  });

  it('mends what a fix leaves behind too: the mount of logs that the parser was told for', async () => {
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  fluent-bit.conf: |\n    [INPUT]\n        Name tail\n        Path /var/log/containers/*.log\n        Parser docker\n';
    const agent = (mounts: readonly string[]) => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: a}
spec:
  template:
    spec:
      containers:
        - name: a
          image: fluent/fluent-bit:3.1
          volumeMounts:
${mounts.map((name) => `            - name: ${name}\n              mountPath: /${name.replaceAll('.', '/')}\n`).join('')}      volumes:
        - name: config
          configMap: {name: a}
${mounts.map((name) => `        - name: ${name}\n          hostPath:\n            path: /${name.replaceAll('.', '/')}\n`).join('')}`;
    folder = createFolder({ 'config.yaml': config, 'agent.yaml': agent(['var.log', 'var.lib.docker.containers']) });
    const { err } = await folder.run(['--fix=unsafe', '--min-severity', 'notice']);
    expect(err).toBe('Fixed 2 findings in 2 files.\n');
    expect(readFileSync(join(folder.path, 'agent.yaml'), 'utf8')).toBe(agent(['var.log']));
    expect((await folder.run(['--fix=unsafe'])).err).toBe('There is nothing that can be fixed.\n');
  });

  it('keeps what a node fills in from the shell and the make in front of it', async () => {
    folder = createFolder({
      'join.sh': '#!/bin/bash\nkubeadm join a:6443\nssh node "docker rm -f web"\n',
      'nodes/Makefile': 'node:\n\tkubeadm join a:6443\n\tdocker rm -f web\n',
    });
    await folder.run(['--fix=unsafe']);
    const lineOf = (path: string) => readFileSync(join(folder.path, path), 'utf8').split('\n')[2];
    expect([lineOf('join.sh'), lineOf('nodes/Makefile')]).toEqual([
      'ssh node "crictl rm -f \\$(crictl ps -a -q --latest --name \'^web\\$\')"',
      "\tcrictl rm -f $$(crictl ps -a -q --latest --name '^web$$')",
    ]);
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
