/** What tools beside the cluster carry to it or to its nodes: charms, task runners, schedulers, operators, folders of values; and what they are told. */
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/text/source.ts';
import { type Files, lintTexts, loud, summaries } from '../support/in-memory.ts';

function found(files: Files): readonly string[] {
  return summaries(lintTexts(files).findings);
}

function insteadIn(files: Files): readonly string[] {
  return lintTexts(files).findings.map(({ instead }) => instead);
}

describe('flags of the kubelet in a charm of Juju', () => {
  const bundle = (args: string) =>
    `applications:\n  worker:\n    charm: kubernetes-worker\n    options:\n      kubelet-extra-args: "${args}"\n`;

  it('are a list without dashes', () => {
    expect(found({ 'bundle.yaml': bundle('v=3 cni-cache-dir=/a') })).toEqual([
      'bundle.yaml:5:32 error kubelet-dockershim-flag "cni-cache-dir=/a"',
    ]);
    expect(found({ 'bundle.yaml': bundle('v=3 max-pods=99') })).toEqual([]);
  });

  it('have dashes where one of them has', () => {
    expect(found({ 'bundle.yaml': bundle('--v=3 node-labels=cni-cache-dir=a') })).toEqual([]);
  });
});

describe('a folder of values', () => {
  const text = 'agent:\n  volumes:\n    - {type: HostPath, hostPath: /var/run/docker.sock, mountPath: /s}\n';

  it('is for charts that others wrote', () => {
    const line = '3:34 warning docker-socket-mount "/var/run/docker.sock"';
    expect(found({ 'values/prod/jenkins.yaml': text })).toEqual([`values/prod/jenkins.yaml:${line}`]);
    expect(found({ 'helm-values/jenkins.yml': text })).toEqual([`helm-values/jenkins.yml:${line}`]);
    expect(found({ 'config/jenkins.yaml': text })).toEqual([]);
  });
});

describe('tasks of a Taskfile', () => {
  const taskfile = (task: string) => `version: "3"
vars:
  HOSTS: {sh: kubectl get nodes -o name}
  BOXES: {sh: cat boxes}
tasks:
  build:
    - docker build -t acme/a .
    - docker volume prune -f
  look:
    cmds:
${task.replace(/^/gm, '      ')}
`;

  it.each([
    '- for: {var: HOSTS}\n  cmd: ssh root@{{.ITEM}} docker ps',
    '- for: {var: HOSTS, as: NODE}\n  cmd: ssh {{.NODE}} docker ps',
    '- |\n  for n in $(kubectl get nodes -o name); do ssh "$n" docker ps; done',
  ])('that go to the nodes: %s', (task) => {
    expect(loud({ 'Taskfile.yml': taskfile(task) }).map((line) => line.split(' ')[2])).toEqual(['docker-cli-command']);
  });

  it('that go elsewhere, or nowhere', () => {
    expect(loud({ 'Taskfile.yml': taskfile('- for: {var: BOXES}\n  cmd: ssh {{.ITEM}} docker ps') })).toEqual([]);
    expect(found({ 'Taskfile.dist.yaml': taskfile('- docker ps') })).toEqual([]);
    expect(found({ 'Taskfile.yml': 'tasks: [1, {a: b}]\n', 'taskfile.yaml': 'tasks: {a: , b: {cmds: 3}}\n' })).toEqual(
      [],
    );
  });
});

describe('Metricbeat in a resource of an operator', () => {
  it('is told where it asks Docker, with its module', () => {
    const text = `apiVersion: beat.k8s.elastic.co/v1beta1
kind: Beat
metadata: {name: m}
spec:
  config:
    metricbeat.modules:
      - module: docker
        hosts: ["unix:///var/run/docker.sock"]
      - module: system
        hosts: ["unix:///var/run/docker.sock.d"]
`;
    const [first, ...others] = lintTexts({ 'm.yaml': text }).findings;
    expect(others).toEqual([]);
    expect(first?.rule).toBe('docker-socket-endpoint');
    expect(first?.related.map(({ span }) => positionAt(span.source, span.start).line)).toEqual([7]);
  });
});

describe('a file that Terraform encodes', () => {
  it('is what it will be on the machine', () => {
    const text = `locals {
  boot = yamlencode({
    write_files = [{
      path    = "/etc/docker/daemon.json"
      content = jsonencode({ "insecure-registries" = ["reg.example.org:80"] })
    }]
    runcmd = ["kubeadm join --config j.yaml"]
  })
}
`;
    expect(insteadIn({ 'a.tf': text })).toEqual([expect.stringContaining('certs.d/reg.example.org:80/hosts.toml')]);
  });
});

describe('a command for later', () => {
  it('is read from what is piped into at', () => {
    const script = (program: string) =>
      `#!/bin/sh\nset -e\nsystemctl restart kubelet\necho 'docker system df' | ${program}\n`;
    expect(loud({ 'a.sh': script('at now + 1 hour') })).toHaveLength(1);
    expect(loud({ 'a.sh': script('batch') })).toHaveLength(1);
    expect(loud({ 'a.sh': script('mail root') })).toEqual([]);
    expect(loud({ 'a.sh': script('at -f job.sh noon') })).toEqual([]);
  });
});

describe('hosts that a play has where nobody names others', () => {
  it('are those of its roles', () => {
    const files = (group: string) => ({
      'hosts.ini': '[kube_node]\nw1\n[lab]\nl1\n',
      'plays/weekly.yml': `- hosts: "{{ target | default('${group}') }}"\n  tasks:\n    - import_role: {name: tidy, tasks_from: disk}\n- hosts: lab\n  roles: [lab]\n`,
      'plays/roles/tidy/tasks/disk.yml': '- command: docker image prune -af\n',
      'plays/roles/lab/tasks/main.yml': '- command: docker image prune -af\n',
    });
    expect(loud(files('kube_node')).map((line) => line.split(':')[0])).toEqual(['plays/roles/tidy/tasks/disk.yml']);
    expect(loud(files('lab'))).toEqual([]);
  });
});

describe('what becomes of a flag', () => {
  const flags = (text: string, target = {}) =>
    lintTexts({ 'etc/default/kubelet': `KUBELET_EXTRA_ARGS=${text}\n` }, target).findings.map(({ instead }) => instead);

  it.each([
    [
      '--cni-bin-dir=/srv/cni,/opt/cni/bin',
      'Set bin_dirs = ["/srv/cni", "/opt/cni/bin"] (bin_dir = "/srv/cni,/opt/cni/bin"',
    ],
    ['--cni-conf-dir=/srv/net.d', 'Set conf_dir = "/srv/net.d" under'],
    ['--network-plugin-mtu=1400', 'Set "mtu": 1400 in the CNI configuration'],
    ['--network-plugin-mtu=$MTU', 'Set "mtu" in the CNI configuration'],
  ])('is told with its value: %s', (text, expected) => {
    expect(flags(text)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('registries of K3s and RKE2', () => {
  const script = (key: string, install: string) =>
    `#!/bin/sh\ncat > /etc/docker/daemon.json <<'EOF'\n{"${key}": ["reg.example.org"]}\nEOF\nsystemctl restart kubelet\n${install}\n`;

  it('stand in a file of theirs', () => {
    const k3s = 'curl -sfL https://get.k3s.io | sh -s - agent';
    expect(insteadIn({ 'a.sh': script('registry-mirrors', k3s) })).toContainEqual(
      expect.stringContaining(
        'rite /etc/rancher/k3s/registries.yaml: mirrors: {docker.io: {endpoint: ["https://reg.example.org"]}}, and restart k3s',
      ),
    );
    expect(insteadIn({ 'a.sh': script('insecure-registries', 'rke2 agent') })).toContainEqual(
      expect.stringMatching(/rite \/etc\/rancher\/rke2\/registries\.yaml: configs: \{"reg\.example\.org": /),
    );
  });

  it('stand in those of containerd elsewhere', () => {
    expect(insteadIn({ 'a.sh': script('registry-mirrors', 'kubeadm join --config j.yaml') })).toContainEqual(
      expect.stringContaining('/etc/containerd/certs.d/docker.io/hosts.toml'),
    );
  });
});
