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
    'RUNTIME=DOCKER',
    'RUNTIME="${RUNTIME:-docker}"',
    '[ -z "$RUNTIME" ] && RUNTIME=docker',
    '[[ -z  ${RUNTIME} ]] && RUNTIME=docker',
    "[ -z '$RUNTIME' ] && RUNTIME=docker",
    'if [ -z "$RUNTIME" ]; then RUNTIME=docker; fi',
    'if [ -z "$RUNTIME" ];  then RUNTIME=docker; fi',
    'if [ -z "$RUNTIME" ]\n  then\n  RUNTIME=docker\nfi',
    'if [ "$RUNTIME" = containerd ]; then true; elif [ "$RUNTIME" = crio ]; then true; else RUNTIME=docker; fi',
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
    'RUNTIME=mydocker',
    'RUNTIME=dockers',
    '[ -z "$RUNTIMES" ] && RUNTIME=docker',
    '[ -z "$RUNTIME" ] || RUNTIME=docker',
    '[ -n "$RUNTIME" ] && RUNTIME=docker',
    'if [ "$RUNTIME" = docker ]; then RUNTIME=docker; fi',
    'if [ "$OTHER" = containerd ]; then true; else RUNTIME=docker; fi',
    'if command -v docker; then RUNTIME=docker; fi',
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

  it.each<readonly [string, string, string]>([
    ['of PowerShell beside it', 'up/env.ps1', '$RUNTIME = "docker"\n'],
    ['of Puppet anywhere', 'other/params.pp', "class params {\n  $runtime = 'docker'\n}\n"],
  ])('goes by the variables %s', (_, path, text) => {
    expect(severities('true', { [path]: text })).toEqual(['warning']);
    expect(severities('true', { [path]: text.replace('docker', 'containerd') })).toEqual(['notice']);
  });

  it.each<readonly [string, string]>([
    ['up/Dockerfile', 'FROM a\nENV RUNTIME=docker\n'],
    ['up/Makefile', 'RUNTIME=docker\n'],
    ['up/compose.yml', 'services: {a: {image: a, environment: {RUNTIME: docker}}}\n'],
    [
      'up/pod.yaml',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a, env: [{name: RUNTIME, value: docker}]}]}\n',
    ],
  ])('goes by no variable of something else: %s', (path, text) => {
    expect(severities('true', { [path]: text })).toEqual(['notice']);
  });

  it.each(['containerd', 'crio', 'cri-o', 'podman', 'remote', 'rkt', 'CONTAINERD'])(
    'is one of several where the defaults of its folder differ: docker, %s',
    (other) => {
      const files = { 'up/env.sh': 'RUNTIME=docker\n', 'up/new.sh': `RUNTIME=${other} # or docker\n` };
      expect(severities('true', files)).toEqual(['notice']);
    },
  );

  it.each(['sandbox', 'mycontainerd', 'containerd2', 'podman-next'])(
    'is the usual one where the other default of its folder names no runtime: docker, %s',
    (other) => {
      const files = { 'up/env.sh': 'RUNTIME=docker\n', 'up/new.sh': `RUNTIME=${other} # or docker\n` };
      expect(severities('true', files)).toEqual(['warning']);
    },
  );
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
    ['roles/node/vars/main.yml', 'container_runtime: docker\n', 'warning'],
    ['host_vars/a.yaml', 'container_runtime: docker\n', 'warning'],
    ['inventories/a.yml', 'container_runtime: docker\n', 'warning'],
    ['vars.yml', 'container_runtime: docker\n', 'warning'],
    ['defaults.yaml', 'container_runtime: docker\n', 'warning'],
    ['group_vars/all', 'container_runtime: docker\n', 'warning'],
    ['roles/node/defaults/main.yml', 'Container_Runtime: Docker\n', 'warning'],
    ['config/settings.yml', 'container_runtime: docker\n', 'notice'],
    ['small.yml', 'container_runtime: docker\n', 'notice'],
    ['myvars/a.yml', 'container_runtime: docker\n', 'notice'],
    ['vars-old/a.yml', 'container_runtime: docker\n', 'notice'],
    ['roles/node/defaults/main.yml', 'container_runtime: true\n', 'notice'],
    ['roles/node/defaults/main.yml', 'container_runtime: docker\n---\ncontainer_runtime: containerd\n', 'notice'],
    ['data/common.yaml', 'container_runtime: docker\n', 'notice'],
    ['data/common.yaml', 'k8s: {"a::container_runtime": docker}\n', 'notice'],
    ['data/common.yaml', 'k8s::container_runtime::x: docker\n', 'notice'],
    ['inventory/hosts', '[all]\ncontainer_runtime=docker\n', 'notice'],
    ['variables.tf', 'variable "container_runtime" {\n  description = "docker"\n}\n', 'notice'],
    ['variables.tf', 'variable "other" {\n  default = "docker"\n}\n', 'notice'],
    ['variables.tf', 'locals {\n  container_runtime = "docker"\n}\n', 'notice'],
    ['main.tf', 'module "container_runtime" {\n  default = "docker"\n}\n', 'notice'],
  ])('goes by the default of its variable: %s: %s', (path, text, severity) => {
    expect(severities(path, text, 'container_runtime == "docker"')).toEqual([severity]);
  });

  it.each([
    ['hostvars[inventory_hostname].container_runtime == "docker"', 'warning'],
    ['hostvars["node1"]["container_runtime"] == "docker"', 'warning'],
    ['groups[0].container_runtime == "docker"', 'warning'],
    ['container_runtime in ["docker"]', 'warning'],
    ['container_runtime != "containerd"', 'warning'],
    ['container_runtime == "nvidia-docker"', 'notice'],
    ['container_runtime_2 == "docker"', 'notice'],
  ])('asks for it in its own way: %s', (when, severity) => {
    expect(severities('roles/node/defaults/main.yml', 'container_runtime: docker\n', when)).toEqual([severity]);
  });

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
    ['inventory/group_vars/all.yml', 'Docker_options: "--insecure-registry=a"\n'],
    ['inventory/group_vars/all.yml', 'docker_options: ["--insecure-registry=a"]\n'],
    ['inventory/group_vars/all.yml', 'engine: {docker_options: "--insecure-registry=a"}\n'],
    ['vars/main.yml', 'docker_options: "--insecure-registry=a"\n'],
    ['roles/x/defaults/main.yml', 'docker_options: "--insecure-registry=a"\n'],
    ['hosts', '[all:vars]\ndocker_daemon_graph=/data/docker\n'],
    ['hosts.ini', '[all:vars]\ndocker_daemon_graph=/data/docker\n'],
    ['inventories/a.ini', '[all:vars]\ndocker_daemon_graph=/data/docker\n'],
  ])('is for the nodes that have it: %s: %s', (path, text) => {
    const asked = severitiesIn(path, { ...TASKS('container_manager == "docker"'), [path]: text });
    expect([asked, severitiesIn(path, { ...TASKS('size > 3'), [path]: text })]).toEqual([['notice'], ['warning']]);
  });

  it.each([
    ['config/main.yml', 'docker_options: "--insecure-registry=a"\n'],
    ['ghosts.ini', '[all:vars]\ndocker_options="--insecure-registry=a"\n'],
    ['inventory/docker.env', 'MY_DOCKER_OPTS=--insecure-registry=a\n'],
    ['inventory/run.sh', 'DOCKER_OPTS=--insecure-registry=a\n'],
  ])('is for all nodes where it is no variable of the tasks: %s: %s', (path, text) => {
    expect(severitiesIn(path, { ...TASKS('container_manager == "docker"'), [path]: text })).toEqual(['warning']);
  });
});

describe('a file for Docker beside one for another runtime', () => {
  const UNIT = '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/kubelet\n';
  const DAEMON = '{"insecure-registries": ["reg.example:5000"]}\n';
  const CONTAINERD = 'version = 2\n[plugins."io.containerd.grpc.v1.cri"]\nsandbox_image = "a"\n';
  const POD =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /s}]}]\n  volumes: [{name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}]\n';
  const ENGINE_UNIT = '[Service]\nExecStart=/usr/bin/dockerd --insecure-registry=a -H unix:///run/docker.sock\n';
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
    ['agent.docker.yaml', 'agent.crio.yaml', POD, OTHER_POD],
    ['agent_docker.yml', 'agent_cri.yml', POD, OTHER_POD],
    ['agent-docker.yaml', 'agent-cri-o.yaml', POD, OTHER_POD],
    ['agent-docker-v2.yaml', 'agent-containerd-v2.yaml', POD, OTHER_POD],
    ['values-docker.yaml', 'values-containerd.yaml', 'socket: /var/run/docker.sock\n', 'socket: /run/a.sock\n'],
    ['node/kubelet.service', 'node/kubelet-cri.service', UNIT, OTHER_UNIT],
    ['docker/daemon.json', 'containerd/config.toml', DAEMON, CONTAINERD],
    ['node/daemon.json.j2', 'node/config.toml.j2', DAEMON, CONTAINERD],
    ['node/docker.service', 'node/config.toml', ENGINE_UNIT, CONTAINERD],
    ['node/daemon.json', 'node/config.toml', DAEMON, 'version = 1\n[plugins.cri]\nsandbox_image = "a"\n'],
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
    ['agent-docker-v2.yaml', 'agent-containerd-v3.yaml', POD, OTHER_POD, 'error'],
    ['agent-docker.yaml', 'agent-containerd.txt', POD, OTHER_POD, 'error'],
    ['agent-docker.yaml', 'agent-containerd.yaml.bak', POD, OTHER_POD, 'error'],
    ['a/agent-docker.yaml', 'b/agent-containerd.yaml', POD, OTHER_POD, 'error'],
    ['node/daemon.json', 'other/config.toml', DAEMON, CONTAINERD, 'warning'],
    ['node/daemon.json', 'node/config.toml', DAEMON, CONTAINERD.replace('v1.cri', 'v1.crix'), 'warning'],
    ['node/kubelet.service', 'node/kubelet.containerd.service', UNIT, OTHER_UNIT, 'error'],
  ])('is for all where the other is another thing: %s, %s', (path, other, text, otherText, severity) => {
    expect(severitiesIn(path, { ...NODE, [path]: text, [other]: otherText })).toEqual([severity]);
  });
});

describe('a file that Salt puts on nodes where a pillar says docker', () => {
  const state = (test: string) =>
    `{% if ${test} == 'docker' %}\n/opt/watch.sh:\n  file.managed:\n    - source: salt://cron/watch.sh\n{% endif %}\nkubelet:\n  service.running: []\n`;
  const severities = (test: string, files: Files = {}) =>
    severitiesIn('cron/watch.sh', {
      'cron/init.sls': state(test),
      'cron/watch.sh': '#!/bin/bash\nsystemctl restart docker\n',
      ...files,
    });

  it.each(["pillar['cri']", "salt['pillar.get']('kubernetes:cri')", "pillar.get('cri', 'containerd')"])(
    'is for Docker alone: %s',
    (test) => {
      expect(severities(test)).toEqual(['notice']);
      expect(severities(test, { 'pillar/node.sls': 'kubernetes:\n  cri: containerd\n' })).toEqual(['notice']);
    },
  );

  it('is the usual one where the pillar of the repository says docker', () => {
    const test = "salt['pillar.get']('kubernetes:cri')";
    expect(severities(test, { 'pillar/node.sls': 'kubernetes:\n  cri: docker\n' })).toEqual(['warning']);
    expect(severities(test, { 'other/node.sls': 'kubernetes:\n  cri: docker\n' })).toEqual(['notice']);
    expect(severities("pillar.get('cri', 'docker')")).toEqual(['warning']);
    expect(severities("pillar.get('name')")).toEqual(['warning']);
  });
});
