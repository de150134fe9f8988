/** What a document is says where it runs, and how sure that is. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../support/in-memory.ts';
import { lintTexts } from '../support/in-memory.ts';
import { placeOf, placesOf } from './places.ts';

const severities = (files: Files) => lintTexts(files).findings.map(({ severity }) => severity);

describe('a document', () => {
  it.each([
    ['Makefile', 'all:\n\tdocker ps\n', 'dev: a make target'],
    ['Jenkinsfile', "node { sh 'docker ps' }\n", 'ci: a pipeline of continuous integration'],
    ['.github/workflows/a.yml', 'on: push\njobs: {}\n', 'ci: a pipeline of continuous integration'],
    ['Chart.yaml', 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'workload: belongs to a chart'],
    ['Dockerfile', 'FROM alpine\n', 'image: built into a container image'],
    ['kubelet.service', '[Service]\nExecStart=/usr/bin/kubelet\n', 'node: a systemd unit'],
    ['kubelet.service.j2', '[Service]\nExecStart=docker ps\n', 'node: a systemd unit'],
    ['k3s.service.tpl', '[Service]\nExecStart=docker ps\n', 'node: a systemd unit'],
    ['kubelet.service.erb', '[Service]\nExecStart=docker ps\n', 'node: a systemd unit'],
    ['kubelet.service.tmpl', '[Service]\nExecStart=docker ps\n', 'node: a systemd unit'],
    ['kubelet.service.template', '[Service]\nExecStart=docker ps\n', 'node: a systemd unit'],
    ['etc/kubelet.service.d/10-docker.conf', '[Service]\nEnvironment=A=docker\n', 'node: a systemd unit'],
    ['test/kubelet.service', '[Service]\nExecStart=docker ps\n', 'ci: a folder of tests or continuous integration'],
    ['app.service', '[Service]\nExecStart=docker ps\n', 'unknown'],
    ['init.yaml', '#cloud-config\nruncmd: [docker ps]\n', 'unknown'],
    ['init.yaml', '#cloud-config\nruncmd: [kubeadm init]\n', 'node: cloud-init runs it when a node starts'],
    ['settings.json', '{"engine": "docker"}\n', 'unknown'],
  ])('%s with %j', (path, text, expected) => {
    expect(placesOf({ [path]: text })[path]).toBe(expected);
  });
});

describe('an object of the cluster', () => {
  const socket = 'metadata: {name: a, annotations: {kubeadm.alpha.kubernetes.io/cri-socket: /var/run/dockershim.sock}}';
  const node = `apiVersion: v1\nkind: Node\n${socket}\n`;
  const init =
    'apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration: {criSocket: /var/run/dockershim.sock}\n';
  const indented = init.replace(/^/gm, '    ');

  it('is a workload, or configures nodes', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, image: a}]}\n';
    const kubelet = 'kind: KubeletConfiguration\napiVersion: example.com/v1\n';
    expect(placesOf({ 'pod.yaml': pod, 'kubelet.yaml': kubelet })).toEqual({
      'Pod p': 'workload: kind Pod',
      'kubelet.yaml': 'node: configures nodes (kind KubeletConfiguration)',
    });
  });

  it('is what a test expects in a folder of tests', () => {
    expect(severities({ 'node.yaml': node })).toEqual(['error']);
    expect(severities({ 'test/node.yaml': node })).toEqual(['notice']);
  });

  it('configures nodes that are made anew, in a folder of tests and in kind', () => {
    expect(severities({ 'node.yaml': init })).toEqual(['error']);
    expect(severities({ 'test/node.yaml': init })).toEqual(['warning']);
    const kind = `apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nnodes:\n- role: worker\n  kubeadmConfigPatches:\n  - |\n${indented}`;
    expect(severities({ 'cluster.yaml': kind })).toEqual(['warning']);
  });
});

describe('the first start of a machine beside files of nodes', () => {
  const nodes = { 'cloud/kubelet.env': 'KUBELET_OPTS=--v=2\n' };
  const init = (...commands: readonly string[]) => `#cloud-config\nruncmd: [${commands.join(', ')}]\n`;

  it.each([
    [['docker ps'], 'node: cloud-init runs it when a node starts'],
    [['kubectl version', 'helm version'], 'node: cloud-init runs it when a node starts'],
    [['kubectl version', 'helm version', 'k9s version'], 'unknown: runs on another machine'],
    [['ansible --version', 'terraform version', 'stern --version'], 'unknown: runs on another machine'],
    [['kubectl version', 'k9s version', 'kind create cluster'], 'unknown: runs on another machine'],
    [['kubectl version', 'k9s version', 'echo this kind of machine'], 'node: cloud-init runs it when a node starts'],
  ])('is that of a node, unless it brings people the tools of their work: %j', (commands, expected) => {
    expect(placesOf({ ...nodes, 'cloud/init.yaml': init(...commands) })['cloud/init.yaml']).toBe(expected);
  });

  it.each([
    ['cloud/k8s-node.yaml', 'cloud/monitoring.yaml', 'unknown: runs on another machine'],
    ['cloud/worker.yaml', 'cloud/init-ci-cd.yaml', 'unknown: runs on another machine'],
    ['cloud/worker.yaml', 'cloud/gitlab-runner.yaml', 'unknown: runs on another machine'],
    ['cloud/worker.yaml', 'cloud/base.yaml', 'node: cloud-init runs it when a node starts'],
    ['cloud/worker.yaml', 'cloud/monitoring-node.yaml', 'node: cloud-init runs it when a node starts'],
    ['cloud/start.yaml', 'cloud/monitoring.yaml', 'node: cloud-init runs it when a node starts'],
    ['other/worker.yaml', 'cloud/monitoring.yaml', 'node: cloud-init runs it when a node starts'],
  ])('beside %s: %s', (node, path, expected) => {
    expect(placesOf({ ...nodes, [node]: init('kubeadm join a'), [path]: init('docker ps') })[path]).toBe(expected);
  });

  it('is one of another machine beside that of a node which Ansible makes one', () => {
    const files = { ...nodes, 'cloud/k8s-node.yaml': init('swapoff -a'), 'cloud/monitoring.yaml': init('docker ps') };
    expect(placesOf(files)['cloud/monitoring.yaml']).toBe('unknown: runs on another machine');
  });

  it('is a warning at most', () => {
    expect(severities({ ...nodes, 'cloud/init.yaml': init('docker inspect a') })).toEqual(['warning']);
  });
});

describe('a script that an agent of Jenkins runs when it starts', () => {
  it('is one of a pipeline', () => {
    const configuration =
      'jenkins:\n  clouds:\n  - amazonEC2:\n      templates:\n      - labelString: a\n        initScript: |\n          #!/bin/bash\n          docker ps\n';
    expect(placeOf('initScript in jenkins.yaml', { 'jenkins.yaml': configuration })).toBe('ci');
    expect(placeOf('initScript in a.yaml', { 'a.yaml': configuration.replace('clouds', 'agents') })).toBe('unknown');
  });
});

describe('the data of tests', () => {
  it.each([
    ['tests/testdata/a.sh', 'ci'],
    ['e2e/__fixtures__/a.sh', 'ci'],
    ['test/unit/data/a.sh', 'ci'],
    ['tests/data_v1/a.sh', 'ci'],
    ['tests/dataset.sh', 'unknown'],
    ['testdata/a.sh', 'node'],
  ])('makes no node of the machine of a test: %s', (path, place) => {
    expect(placeOf(path, { [path]: 'kubeadm init\ndocker ps\n' })).toBe(place);
  });
});

describe('the hosts of a play', () => {
  const severity = (hosts: string, more: Files = {}) =>
    severities({ 'play.yml': `- hosts: "${hosts}"\n  tasks: [{command: docker inspect a}]\n`, ...more });

  it.each([
    ['k8s', 'warning'],
    ['kube_node:!masters', 'warning'],
    ['web:&kube-node', 'warning'],
    ['kube_node,web', 'warning'],
    ['!kube_node', 'notice'],
    ['masters', 'notice'],
    ['nodes', 'notice'],
    ['all', 'notice'],
    ['localhost', 'notice'],
  ])('are nodes where one of their groups is called after a cluster: %s', (hosts, expected) => {
    expect(severity(hosts)).toEqual([expected]);
  });

  it.each([
    ['masters', 'warning'],
    ['nodes', 'warning'],
    ['workers', 'warning'],
    ['all', 'warning'],
    ['web', 'notice'],
  ])('are nodes where the inventory has the groups of a cluster: %s', (hosts, expected) => {
    expect(severity(hosts, { 'inventory/hosts.ini': '[kube_node]\na\n' })).toEqual([expected]);
  });

  it('are a notice in a test', () => {
    expect(severities({ 'tests/play.yml': '- hosts: kube_node\n  tasks: [{command: docker inspect a}]\n' })).toEqual([
      'notice',
    ]);
  });

  it('are no nodes where they are whoever runs the playbook', () => {
    const role = { 'roles/node/tasks/main.yml': '- command: kubeadm join\n' };
    expect([severity('web', role), severity('localhost', role), severity('127.0.0.1', role)]).toEqual([
      ['warning'],
      ['notice'],
      ['notice'],
    ]);
  });
});

describe('a machine of Vagrant that is called after a number', () => {
  const vagrantfile = (name: string) => `Vagrant.configure("2") do |config|
  config.vm.define "one" do |one|
    one.vm.provision "shell", inline: "kubeadm init"
  end
  config.vm.define "${name}" do |two|
    two.vm.provision "shell", inline: "docker inspect a"
  end
end
`;

  it.each([
    ['node-#{i}', 'warning'],
    ['kube#{i}', 'warning'],
    ['#{name}', 'warning'],
    ['printer-#{i}', 'notice'],
    ['registry-#{i}', 'notice'],
  ])('may be a node beside one: %s', (name, expected) => {
    expect(severities({ Vagrantfile: vagrantfile(name) })).toEqual([expected]);
  });
});

describe('the values of a chart that a script writes', () => {
  const script = (first: string) => `${first}\ncat > values.yaml <<E\nimage: docker\nE\n`;
  const step = (first: string) =>
    `on: push\njobs:\n  a:\n    steps:\n    - run: |\n${script(first).replace(/^(?=.)/gm, '        ')}`;

  it.each([
    ['run.sh', script('true'), 'values.yaml in run.sh', 'workload'],
    ['test/run.sh', script('true'), 'values.yaml in test/run.sh', 'ci'],
    ['.github/workflows/a.yml', step('true'), 'values.yaml in run in .github/workflows/a.yml', 'workload'],
    ['.github/workflows/a.yml', step('kind create cluster'), 'values.yaml in run in .github/workflows/a.yml', 'ci'],
  ])('are for the cluster, and in a test for one of its own: %s with %j', (path, text, label, place) => {
    expect(placeOf(label, { [path]: text })).toBe(place);
  });
});
