/** A branch for docker is loud only where the repository itself chooses docker until somebody says otherwise. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../support/in-memory.ts';
import { lintTexts } from '../support/in-memory.ts';

function severitiesIn(path: string, files: Files): readonly string[] {
  return lintTexts(files).findings.flatMap(({ span, severity }) => (span.source.path === path ? severity : []));
}

describe('a branch of a script for one runtime', () => {
  const BRANCH = 'if [ "$RUNTIME" = docker ]; then\n  systemctl restart docker\nfi\n';
  const severities = (lines: string, files: Files = {}) =>
    severitiesIn('up/node.sh', { 'up/node.sh': `kubeadm join a\n. ./env.sh\n${lines}\n${BRANCH}`, ...files });

  it.each([
    'RUNTIME=docker',
    'RUNTIME=docker-ce',
    'RUNTIME=dockerd',
    'RUNTIME=moby',
    'RUNTIME="${RUNTIME:-docker}"',
    '[ -z "$RUNTIME" ] && RUNTIME=docker',
    'if [ -z "$RUNTIME" ]; then RUNTIME=docker; fi',
    'if [ "$RUNTIME" = containerd ]; then true; else RUNTIME=docker; fi',
  ])('is the usual one where docker is the default: %s', (lines) => {
    expect(severities(lines)).toEqual(['warning']);
  });

  it.each([
    '',
    'RUNTIME=containerd',
    'RUNTIME="${RUNTIME:-containerd}"',
    'RUNTIME=$(pick)',
    'OTHER=docker',
    'if [ -n "$OLD" ]; then RUNTIME=docker; fi',
    'if [ "$OLD" = docker ]; then RUNTIME=docker; fi',
    'for node in a b; do RUNTIME=docker; done',
  ])('is one of several where it is not: %s', (lines) => {
    expect(severities(lines)).toEqual(['notice']);
  });

  it.each([
    ['up/env.sh', 'warning'],
    ['up/settings.env', 'warning'],
    ['other/env.sh', 'notice'],
  ])('goes by the defaults of its folder: %s', (path, severity) => {
    expect(severities('true', { [path]: 'RUNTIME=docker\n' })).toEqual([severity]);
  });

  it('goes by its own default before that of another file', () => {
    expect(severities('RUNTIME=containerd', { 'up/env.sh': 'RUNTIME=docker\n' })).toEqual(['notice']);
    expect(severities('RUNTIME=docker', { 'up/env.sh': 'RUNTIME=containerd\n' })).toEqual(['warning']);
  });

  it('is one of several where the defaults of its folder differ', () => {
    const files = { 'up/env.sh': 'RUNTIME=docker\n', 'up/new.sh': 'RUNTIME=containerd\n' };
    expect(severities('true', files)).toEqual(['notice']);
  });
});

describe('a task for one runtime', () => {
  const TASKS = 'roles/node/tasks/main.yml';
  const severities = (path: string, text: string, when: string) =>
    severitiesIn(TASKS, {
      [TASKS]: `- command: kubeadm join a\n- service: {name: docker, state: restarted}\n  when: ${when}\n`,
      [path]: text,
    });

  it.each([
    ['roles/node/defaults/main.yml', 'container_runtime: docker\n', 'warning'],
    ['inventory/group_vars/all.yml', 'container_runtime: docker\n', 'warning'],
    ['all.yml', 'container_runtime: docker\n', 'warning'],
    ['data/common.yaml', 'k8s::container_runtime: docker\n', 'warning'],
    ['variables.tf', 'variable "container_runtime" {\n  default = "docker"\n}\n', 'warning'],
    ['hosts.ini', '[all:vars]\ncontainer_runtime=docker\n', 'warning'],
    ['inventory/hosts', '[k8s_cluster:vars]\ncontainer_runtime = docker\n', 'warning'],
    ['hosts.ini', '[all:vars]\ncontainer_runtime=containerd\n', 'notice'],
    ['roles/node/defaults/main.yml', 'container_runtime: containerd\n', 'notice'],
    ['roles/node/defaults/main.yml', 'container_runtime: cri-o\n', 'notice'],
    ['roles/node/defaults/main.yml', 'tools: {container_runtime: docker}\n', 'notice'],
    ['config/settings.yml', 'container_runtime: docker\n', 'notice'],
    ['main.tf', 'module "container_runtime" {\n  default = "docker"\n}\n', 'notice'],
  ])('goes by the default of its variable: %s: %s', (path, text, severity) => {
    expect(severities(path, text, 'container_runtime == "docker"')).toEqual([severity]);
  });

  it.each(['hostvars[inventory_hostname].container_runtime == "docker"', 'container_runtime != "containerd"'])(
    'asks for it in its own way: %s',
    (when) => {
      expect(severities('roles/node/defaults/main.yml', 'container_runtime: docker\n', when)).toEqual(['warning']);
    },
  );

  it.each([
    ['true', 'warning'],
    ['yes', 'warning'],
    ['false', 'notice'],
    ['no', 'notice'],
    ['perhaps', 'notice'],
  ])('goes by a switch: install_docker: %s', (value, severity) => {
    expect(severities('roles/node/defaults/main.yml', `install_docker: ${value}\n`, 'install_docker')).toEqual([
      severity,
    ]);
  });
});

describe('a variable for Docker of a project whose tasks ask for the runtime', () => {
  const TASKS = (when: string) => ({
    'roles/node/tasks/main.yml': `- command: kubeadm join\n- service: {name: docker}\n  when: ${when}\n`,
  });

  it.each([
    ['inventory/docker.env', 'DOCKER_OPTS=--insecure-registry=a\n'],
    ['inventory/group_vars/all.yml', 'docker_daemon_graph: /data/docker\n'],
  ])('is for the nodes that have it: %s', (path, text) => {
    const asked = severitiesIn(path, { ...TASKS('container_manager == "docker"'), [path]: text });
    expect([asked, severitiesIn(path, { ...TASKS('size > 3'), [path]: text })]).toEqual([['notice'], ['warning']]);
  });
});

describe('a file for Docker beside one for another runtime', () => {
  const UNIT = '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/kubelet\n';
  const DAEMON = '{"insecure-registries": ["reg.example:5000"]}\n';
  const CONTAINERD = 'version = 2\n[plugins."io.containerd.grpc.v1.cri"]\nsandbox_image = "a"\n';
  const POD =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /s}]}]\n  volumes: [{name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}]\n';
  const OTHER_POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: b}\n';
  const OTHER_UNIT =
    '[Service]\nExecStart=/usr/bin/kubelet --container-runtime-endpoint=unix:///run/containerd/containerd.sock\n';
  const NODE = { 'node/join.sh': 'kubeadm join a\n' };

  it.each<readonly [string, string, string, string]>([
    ['node/kubelet.service', 'node/kubelet-containerd.service', UNIT, OTHER_UNIT],
    ['node/kubelet.service', 'node/kubelet-crio.service', UNIT, OTHER_UNIT],
    ['node/kubelet.service', 'node/kubelet-cri-o.service', UNIT, OTHER_UNIT],
    ['node/docker/daemon.json', 'node/containerd/config.toml', DAEMON, CONTAINERD],
    ['node/docker/daemon.json.j2', 'node/containerd/config.toml.j2', DAEMON, CONTAINERD],
    ['node/docker/daemon.json', 'node/crio/crio.conf', DAEMON, '[crio.runtime]\n'],
    ['node/docker/daemon.json', 'node/cri-o/crio.conf', DAEMON, '[crio.runtime]\n'],
    ['node/daemon.json', 'node/config.toml', DAEMON, CONTAINERD],
    ['node/daemon.json', 'node/config.toml', DAEMON, CONTAINERD.replace('grpc.v1.cri', 'cri.v1.images')],
    ['agent-docker.yaml', 'agent-containerd.yaml', POD, OTHER_POD],
    ['agent-docker.yaml', 'agent-crio.yaml', POD, OTHER_POD],
    ['docker-agent.yaml', 'containerd-agent.yaml', POD, OTHER_POD],
    ['agents/docker.yaml', 'agents/containerd.yaml', POD, OTHER_POD],
  ])('is taken for Docker alone: %s, %s', (path, other, text, otherText) => {
    expect(severitiesIn(path, { ...NODE, [path]: text })).not.toEqual(['notice']);
    expect(severitiesIn(path, { ...NODE, [path]: text, [other]: otherText })).toEqual(['notice']);
  });

  it.each<readonly [string, string, string, string, string]>([
    ['node/kubelet.service', 'node/kubelet-other.service', UNIT, OTHER_UNIT, 'error'],
    ['node/kubelet.service', 'other/kubelet-containerd.service', UNIT, OTHER_UNIT, 'error'],
    ['node/docker/daemon.json', 'other/containerd/config.toml', DAEMON, CONTAINERD, 'warning'],
    ['node/daemon.json', 'node/config.toml', DAEMON, 'version = 2\n[proxy_plugins.x]\ntype = "snapshot"\n', 'warning'],
    ['agent-docker.yaml', 'agent.yaml', POD, OTHER_POD, 'error'],
    ['agent-docker.yaml', 'shipper-containerd.yaml', POD, OTHER_POD, 'error'],
    ['agents/mydocker.yaml', 'agents/mycontainerd.yaml', POD, OTHER_POD, 'error'],
  ])('is for all where the other is another thing: %s, %s', (path, other, text, otherText, severity) => {
    expect(severitiesIn(path, { ...NODE, [path]: text, [other]: otherText })).toEqual([severity]);
  });
});
