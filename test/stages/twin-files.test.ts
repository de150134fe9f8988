/** What files for the same job say alike about their machines is one finding; workloads in files of their own are two. */
import { describe, expect, it, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { apart } from '../../src/model/together.ts';
import { compareFindings } from '../../src/stages/compare.ts';
import { applyBaseline, updateBaseline } from '../../src/suppress/baseline.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';

/** The files of each warning and error. */
function told(files: Files): readonly string[] {
  return loud(files).map((finding) =>
    apart(finding)
      .map(({ span }) => span.source.path)
      .join(' + '),
  );
}

function loud(files: Files) {
  return lintTexts(files).findings.filter(({ severity }) => severity !== 'notice');
}

const script = (name: string) => `#!/bin/bash
set -e
export NAME=${name}
swapoff -a
modprobe br_netfilter
sysctl --system
apt-get update
apt-get install -y apt-transport-https
apt-get install -y docker-ce
apt-get install -y kubelet kubeadm
systemctl enable kubelet
kubeadm join --token a.b
`;
const short = (line: string) => `#!/bin/bash\n${line}\nkubeadm join\n`;

describe('a script', () => {
  it('is told once, wherever the copy lies', () => {
    expect(told({ 'a/setup.sh': script('x'), 'b/c/init-machine.sh': script('y') })).toEqual([
      'a/setup.sh + b/c/init-machine.sh',
    ]);
  });

  test.each([
    ['kinds of nodes', 'master.sh', 'worker.sh'],
    ['distributions', 'centos/install.sh', 'ubuntu/install.sh'],
    ['roles', 'roles/k8s-master/files/a.sh', 'roles/k8s-node/files/a.sh'],
    ['numbers', 'node1/a.sh', 'node2/a.sh'],
    ['machines, of which one has no word', 'deploy.sh', 'deploy_worker.sh'],
  ])('goes with the one for other %s, which has the same to do', (_, one, other) => {
    const line = 'systemctl restart docker';
    expect(told({ [one]: short(line), [other]: short(line) })).toEqual([`${one} + ${other}`]);
  });

  it('of another release is told at the newer one', () => {
    expect(told({ 'v1.8.1/setup.sh': script('x'), 'v1.10.0/setup.sh': script('y') })).toEqual([
      'v1.10.0/setup.sh + v1.8.1/setup.sh',
    ]);
    expect(told({ 'v1.8.1/setup.sh': script('x'), 'v1.9.0/setup.sh': script('y') })).toEqual([
      'v1.9.0/setup.sh + v1.8.1/setup.sh',
    ]);
  });

  it('is another one where it does something else', () => {
    const other = script('x').replace(
      /^(?:swapoff|modprobe|sysctl|apt-get update|systemctl).*$/gm,
      (line) => `echo ${line}`,
    );
    expect(told({ 'a/setup.sh': script('x'), 'a/upgrade.sh': other })).toHaveLength(2);
    expect(told({ 'a.sh': short('systemctl restart docker'), 'b.sh': short('systemctl restart docker') })).toHaveLength(
      2,
    );
  });

  it('is the same with other numbers, however long', () => {
    const numbered = (n: string) =>
      script('x').replace(/^[a-z].*$/gm, (line) => (/docker|kube/.test(line) ? line : `${line} ${n}`));
    expect(told({ 'a/setup.sh': numbered('7'), 'b/init-machine.sh': numbered('1234') })).toEqual([
      'a/setup.sh + b/init-machine.sh',
    ]);
  });

  it('is another one under the same comments', () => {
    const head = Array.from({ length: 40 }, (_, i) => `# ${'x'.repeat(i + 1)}\n`).join('');
    const one = `#!/bin/bash\n${head}swapoff -a\nsystemctl restart docker\nkubeadm join\n`;
    const other = `#!/bin/bash\n${head}modprobe br_netfilter\nsystemctl restart docker\nsystemctl start kubelet\n`;
    expect(told({ 'a/setup.sh': one, 'b/upgrade.sh': other })).toHaveLength(2);
  });

  it('with another command is another thing to mend', () => {
    const files = { 'master.sh': short('docker ps -q'), 'worker.sh': short('docker inspect a') };
    expect(told(files)).toHaveLength(2);
  });

  it('has as many lines told as its twin', () => {
    const twice = short('docker ps\nsleep 1\ndocker ps');
    expect(told({ 'master.sh': twice, 'worker.sh': short('docker ps') })).toEqual([
      'master.sh + master.sh + worker.sh',
    ]);
  });

  it('is told in parts where reports could not list all of them', () => {
    const files = Object.fromEntries(
      Array.from({ length: 70 }, (_, at) => [`node-${at}/a.sh`, short('systemctl restart docker')]),
    );
    expect(loud(files).map((finding) => apart(finding).length)).toEqual([50, 20]);
  });
});

describe('workloads', () => {
  const pod = (name: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${name}}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}}
    spec:
      hostPID: true
      containers:
        - name: a
          image: acme/agent
          command: [nsenter, -t, '1', -m, --, systemctl, restart, docker]
          securityContext: {privileged: true}
          volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]
      volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]
`;

  it('in files for masters and workers are mended in each', () => {
    const one = loud({ 'master.yaml': pod('a') });
    expect(one.length).toBeGreaterThan(0);
    expect(loud({ 'master.yaml': pod('a'), 'worker.yaml': pod('a') })).toHaveLength(2 * one.length);
  });

  it('stay apart for images and Compose as well', () => {
    const compose = 'services:\n  a:\n    image: acme/a\n    volumes: [/var/run/docker.sock:/var/run/docker.sock]\n';
    const image = 'FROM docker:24\nCMD ["docker", "ps"]\n';
    const files = (path: string, text: string) => ({ [`master/${path}`]: text, [`worker/${path}`]: text });
    for (const [path, text] of [
      ['docker-compose.yml', compose],
      ['Dockerfile', image],
    ] as const)
      expect(lintTexts(files(path, text)).findings.flatMap(({ copies }) => copies)).toEqual([]);
  });

  it.each(['Dockerfile', 'Dockerfile.node', 'node.dockerfile'])('stay apart for images of nodes: %s', (name) => {
    const text = 'FROM debian\nRUN apt-get install -y kubelet kubeadm\nRUN systemctl enable docker\n';
    const { findings } = lintTexts({ [`master/${name}`]: text, [`worker/${name}`]: text });
    expect(findings.map(({ span, severity, copies }) => [span.source.path, severity, copies.length])).toEqual([
      [`master/${name}`, 'warning', 0],
      [`worker/${name}`, 'warning', 0],
    ]);
  });
});

describe('a copy of a script', () => {
  const one = { 'a/setup.sh': script('x') };
  const both = { ...one, 'b/setup.sh': script('y') };
  const paths = (files: readonly Finding[]) =>
    files.map((finding) => apart(finding).map(({ span }) => span.source.path));

  it('that is new is introduced', () => {
    const { introduced, existing, fixed } = compareFindings('main', loud(one), loud(both));
    expect([paths(introduced), paths(existing), fixed]).toEqual([[['b/setup.sh']], [['a/setup.sh']], []]);
    expect(existing[0]?.related.some(({ span }) => span.source.path === 'b/setup.sh')).toBe(false);
  });

  it('that is gone is fixed', () => {
    const { introduced, existing, fixed } = compareFindings('main', loud(both), loud(one));
    expect([introduced, paths(existing), paths(fixed)]).toEqual([[], [['a/setup.sh']], [['b/setup.sh']]]);
  });

  it('counts where a baseline has the other', () => {
    const known = updateBaseline(lintTexts(one), { path: 'b.json', entries: [] }, {});
    const { findings } = applyBaseline(lintTexts(both), known, []);
    expect(paths(findings.filter(({ severity }) => severity !== 'notice'))).toEqual([['b/setup.sh']]);
  });

  it('counts where a comment suppresses the other', () => {
    const quiet = script('x').replace(
      'apt-get install -y docker-ce',
      '# dockershim-lint: ignore[docker-engine-package] -- built elsewhere\napt-get install -y docker-ce',
    );
    expect(told({ ...both, 'a/setup.sh': quiet })).toEqual(['b/setup.sh']);
  });
});
