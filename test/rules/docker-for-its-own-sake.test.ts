/** Machines and daemons that have Docker or containerd for their own sake, and are no nodes. */
import { describe, expect, it } from 'vitest';
import { type Files, linesOf, lintTexts } from '../support/in-memory.ts';

const CLUSTER = { 'check.sh': '#!/bin/bash\nkubectl get nodes\n' };

describe('a second containerd', () => {
  const config = (address: string) => `disabled_plugins = ["cri"]\n\n[grpc]\naddress = "${address}"\n`;
  const told = (address: string, more: Files = {}) =>
    linesOf({ 'etc/vm-containerd/config.toml': config(address), ...more }).filter((line) => line.includes('.toml:1'));

  it('needs no CRI plugin where it listens at an address of its own', () => {
    expect(told('/run/vm-containerd/containerd.sock')).toEqual([]);
    expect(told('/var/run/docker/containerd/containerd.sock')).toEqual([]);
  });

  it.each([
    '/run/containerd/containerd.sock',
    '/var/run/containerd/containerd.sock',
    '/run/k3s/containerd/containerd.sock',
  ])('is none at %s', (address) => {
    expect(told(address)).toHaveLength(1);
  });

  it('is the one of the kubelet where that is given its address', () => {
    const join =
      '#!/bin/bash\nkubeadm join a\nkubelet --container-runtime-endpoint=unix:///run/vm-containerd/containerd.sock\n';
    expect(told('/run/vm-containerd/containerd.sock', { 'nodes/join.sh': join })).toHaveLength(1);
  });
});

describe('a file of containerd with the tables that every machine has', () => {
  const unit = {
    'etc/systemd/system/proxy.service': '[Service]\nExecStart=/usr/bin/docker run --name proxy acme/proxy\n',
  };
  const dumped = '[plugins.cri]\nstream_server_port = "0"\n';
  const loudUnits = (files: Files) =>
    linesOf({ ...unit, ...files }).filter((line) => line.includes('proxy.service') && !line.includes(' notice '));

  it('makes no node of the units beside it', () => {
    expect(loudUnits({ 'etc/containerd/config.toml': dumped })).toEqual([]);
  });

  it('does where it speaks of the kubelet itself, or a file beside it does', () => {
    expect(loudUnits({ 'etc/containerd/config.toml': `# for the kubelet\n${dumped}` })).toHaveLength(1);
    expect(
      loudUnits({
        'etc/containerd/config.toml': dumped,
        'etc/systemd/system/kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet\n',
      }),
    ).toHaveLength(1);
  });

  it('is one of a node for its own lines', () => {
    const config = 'version = 2\n[plugins."io.containerd.grpc.v1.cri"]\nsystemd_cgroup = true\n';
    expect(linesOf({ 'etc/containerd/config.toml': config })).toEqual([
      'etc/containerd/config.toml:3 error containerd-legacy-config',
    ]);
  });
});

describe('settings of dockerd in a repository without a word of Kubernetes', () => {
  it.each<[string, string]>([
    ['inventories/group_vars/all.yml', 'docker_log_driver: json-file\n'],
    [
      'gpu/daemon.json',
      '{"default-runtime": "nvidia", "runtimes": {"nvidia": {"path": "nvidia-container-runtime"}}}\n',
    ],
    ['mirror/daemon.json', '{"registry-mirrors": ["https://mirror.example.com"]}\n'],
  ])('are a notice: %s', (path, text) => {
    expect(linesOf({ [path]: text }).map((line) => line.replace(/:\d+/, ''))).toEqual([
      `${path} notice docker-daemon-config`,
    ]);
    expect(linesOf({ [path]: text, ...CLUSTER }).map((line) => line.replace(/:\d+/, ''))).toEqual([
      `${path} warning docker-daemon-config`,
    ]);
  });
});

describe('a task that pulls an image and pushes it on', () => {
  const task = (more: string) =>
    linesOf({
      'roles/registry/tasks/main.yml': `- command: kubeadm join\n- community.docker.docker_image:\n    name: acme/app:1\n    source: pull\n    repository: registry.example.com/app:1\n${more}`,
    });

  it('fills a registry, and is told once', () => {
    expect(task('    push: true\n')).toEqual(['roles/registry/tasks/main.yml:2 notice node-local-image-build']);
    expect(task('')).toEqual(['roles/registry/tasks/main.yml:2 warning node-local-image-build']);
  });
});

describe('the runtimes that a template loops over', () => {
  const template = (list: string) =>
    `version = 2\n{% for one in ${list} %}\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.{{ one.name }}]\n  runtime_root = "{{ one.root }}"\n{% endfor %}\n`;
  const told = (list: string, defaults: string) =>
    linesOf({
      'roles/containerd/tasks/main.yml':
        '- command: kubeadm join\n- template: {src: config.toml.j2, dest: /etc/containerd/config.toml}\n',
      'roles/containerd/templates/config.toml.j2': template(list),
      'roles/containerd/defaults/main.yml': defaults,
      'roles/docker/defaults/main.yml': 'docker_storage:\n  root: /data/docker\n',
    }).filter((line) => line.includes('containerd-legacy-config'));

  it('have none of the old options where each of them leaves it empty', () => {
    expect(
      told(
        '[containerd_runtime] + containerd_others',
        'containerd_runtime:\n  name: runc\n  root: ""\ncontainerd_others: []\n',
      ),
    ).toEqual([]);
  });

  it('have it where one of them fills it in', () => {
    const more = 'containerd_runtime:\n  name: runc\n  root: /run/runc\ncontainerd_others: []\n';
    expect(told('[containerd_runtime] + containerd_others', more)).toHaveLength(1);
  });
});

describe('a script that hands commands to another machine', () => {
  const script = (program: string) =>
    `#!/bin/bash\n${program} "ls /var/lib/kubelet/config.yaml"\ndocker inspect "$box"\n`;
  const severities = (program: string) =>
    lintTexts({ 'lab/lib.sh': script(program) }).findings.map(({ severity }) => severity);

  it('runs on no node for what it does there', () => {
    expect(severities('vm-command')).toEqual(['notice']);
    expect(severities('remote_exec')).toEqual(['notice']);
    expect(severities('run_on_node')).toEqual(['notice']);
    expect(severities('show')).toEqual(['warning']);
  });
});

describe('a sentence that a line of prose begins with docker', () => {
  it('is no command where docker has no such subcommand', () => {
    const note = (line: string) => linesOf({ 'nodes/join.sh': `#!/bin/bash\nkubeadm join a\n${line}\n` });
    expect(note('docker volume was mounted over it')).toEqual([]);
    expect(note('docker network which the engine made')).toEqual([]);
    expect(note('docker volume inspect data')).toHaveLength(1);
    expect(note('docker network "$verb" pods')).toHaveLength(1);
  });
});

describe('a container that a task knows by a field for names', () => {
  const advice = (name: string) =>
    lintTexts({
      'roles/node/tasks/main.yml': `- command: kubeadm join\n- command: docker stop ${name}\n`,
    }).findings.map(({ instead }) => instead)[0];

  it('is looked up, as crictl takes no names', () => {
    expect(advice('"{{ app.name }}"')).toContain('$(crictl ps -q --latest --name "^{{ app.name }}$")');
    expect(advice('"{{ app.id }}"')).not.toContain('--name');
  });
});

describe('settings of the engine that a script installs and works with', () => {
  const script = (last: string) =>
    `#!/bin/bash\necho '{"registry-mirrors": ["https://mirror.example"]}' > /etc/docker/daemon.json\n${last}\n`;
  const severityOf = (last: string) =>
    linesOf({ ...CLUSTER, 'server/up.sh': script(last) }).filter((line) => line.includes('up.sh:2'));

  it.each([
    'docker run -d acme/graphs:1',
    'docker container run -d acme/graphs:1',
    'docker --debug run -d acme/graphs:1',
    'docker compose up -d',
  ])('are a notice where that starts containers: %s', (last) => {
    expect(severityOf(last)).toEqual(['server/up.sh:2 notice docker-daemon-config']);
  });

  it.each(['docker ps', 'docker compose down', 'systemctl restart docker'])('are told as loudly before: %s', (last) => {
    expect(severityOf(last)).toEqual(['server/up.sh:2 warning docker-daemon-config']);
  });
});
