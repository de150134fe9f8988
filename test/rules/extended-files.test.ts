/** Docker in the files of operations: playbooks, monitors, units, first-boot files, templates of machine images. */
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/text/source.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';

const NEXT = { target: { runtime: 'containerd', minor: 38 } } as const;

/** `path:line,related lines severity rule`. */
function found(files: Files): readonly string[] {
  const { findings } = lintTexts(files, NEXT);
  return findings.map(({ span, severity, rule, related }) => {
    const lines = [span, ...related.map((one) => one.span)].map(({ source, start }) => positionAt(source, start).line);
    return `${span.source.path}:${lines.join(',')} ${severity} ${rule}`;
  });
}

const KUBELET_TASK = '- name: kubelet\n  service: name=kubelet state=started\n- name: join\n  command: kubeadm join\n';

describe('a playbook of nodes that brings Docker Engine as files', () => {
  const copies = (task: string) => found({ 'roles/node/tasks/main.yml': KUBELET_TASK + task });

  it('is told once, with every program of the loops', () => {
    const task = `- copy: src={{ base }}/bin/{{ item }} dest={{ bin_dir }}/{{ item }} mode=0755
  with_items:
    - containerd
    - docker-init
    - docker
    - dockerd
- name: older
  copy:
    src: "old/{{ item.name }}"
    dest: /usr/local/bin/
  loop: [{name: dockerd}, {name: runc}]
`;
    expect(copies(task)).toEqual(['roles/node/tasks/main.yml:8,9,10 warning docker-engine-package']);
  });

  it.each([
    ['- copy: src=files/dockerd dest=/usr/bin/dockerd\n', 5],
    ['- copy: {src: "docker/*", dest: /usr/bin/}\n', 5],
    ['- unarchive:\n    src: docker-{{ docker_version }}.tgz\n    dest: /usr/bin\n', 6],
  ])('%s', (task, line) => {
    expect(copies(task)).toEqual([`roles/node/tasks/main.yml:${line} warning docker-engine-package`]);
  });

  it.each([
    ['- copy: src=docker dest=/etc/bash_completion.d/docker\n'],
    ['- copy: src=docker-tag dest={{ bin_dir }}/docker-tag\n'],
    ['- copy: src=bin/{{ item }} dest={{ bin_dir }}/{{ item }}\n  with_items: [containerd, runc, ctr]\n'],
    ['- file: name=/usr/bin/{{ item }} state=absent\n  with_items: [docker, dockerd]\n'],
    ['- unarchive: {src: docker-compose.tgz, dest: /usr/bin}\n'],
  ])('and not by %s', (task) => {
    expect(copies(task)).toEqual([]);
  });

  it('writes the unit of the engine', () => {
    const task = '- template: src=docker.service.j2 dest=/etc/systemd/system/docker.service\n';
    expect(copies(task)).toEqual(['roles/node/tasks/main.yml:5 warning docker-service-unit']);
  });

  it('writes the unit of the engine from a file of the repository, where that is told once', () => {
    const task = '- template: src=docker.service.j2 dest=/etc/systemd/system/docker.service\n';
    const { findings } = lintTexts({
      'roles/node/tasks/main.yml': KUBELET_TASK + task,
      'roles/node/templates/docker.service.j2': '[Service]\nExecStart={{ bin_dir }}/dockerd --debug\n',
    });
    expect(
      findings.flatMap(({ rule, severity, span, related }) =>
        rule === 'docker-service-unit'
          ? [[severity, span.source.path, related.map((place) => place.span.source.path)]]
          : [],
      ),
    ).toEqual([['warning', 'roles/node/templates/docker.service.j2', ['roles/node/tasks/main.yml']]]);
  });
});

describe('a list of what a clean-up removes', () => {
  it('depends on nothing', () => {
    const task = `- file: name={{ item }} state=absent
  with_items:
    - /var/lib/docker/
    - /etc/docker/
    - /etc/systemd/system/docker.service.d/proxy.conf
- file:
    path: "{{ item }}"
    state: absent
  loop: [/etc/docker/daemon.json]
`;
    expect(found({ 'roles/clean/tasks/main.yml': KUBELET_TASK + task })).toEqual([]);
  });

  it('is told of what is done with a folder of Docker through xargs, and not of what is removed', () => {
    const script = '#!/bin/sh\nkubeadm reset -f\necho /var/lib/docker/overlay2/* | xargs umount\n';
    expect(found({ 'clean.sh': `${script}echo /var/lib/docker/a | xargs rm -rf\n` })).toEqual([
      'clean.sh:3 notice docker-host-path',
    ]);
  });
});

describe('a monitor of node-problem-detector', () => {
  const monitor = (settings: string) => `{"plugin": "custom", "source": "x",\n${settings}}`;

  it('that watches dockerd is one finding', () => {
    const rules = `"logPath": "/var/log/docker.log",
"rules": [{"type": "permanent", "path": "/bin/log-counter", "args": [
  "--journald-source=dockerd",
  "--count=10",
  "--pattern=readlink /var/lib/docker/overlay2.*"
]}]`;
    expect(found({ 'config/storage.json': monitor(rules) })).toEqual([
      'config/storage.json:2,4,6 warning docker-only-agent',
    ]);
  });

  it('that asks Docker for its health is told what to ask', () => {
    const rules = '"rules": [{"path": "/bin/health-checker", "args": ["--component=docker"]}]';
    const { findings } = lintTexts({ 'config/health.json': monitor(rules) }, NEXT);
    expect(findings.map(({ rule, instead }) => [rule, instead])).toEqual([
      ['docker-only-agent', 'Write --component=cri, with the socket of the runtime in --cri-socket-path'],
    ]);
  });

  it.each([
    ['"rules": [{"path": "/bin/health-checker", "args": ["--component=cri"]}]'],
    ['"rules": [{"pattern": "image docker.io/library/.* not found"}]'],
    ['"logPath": "/var/log/messages", "rules": []'],
  ])('that watches something else is quiet: %s', (settings) => {
    expect(found({ 'config/health.json': monitor(settings) })).toEqual([]);
  });

  it('is told at the list that names it, and not where its file stands or is put', () => {
    const values = 'monitors:\n  - /config/kernel-monitor.json\n  - /config/docker-monitor.json\n';
    const settings = '{"plugin": "journald", "pluginConfig": {"source": "dockerd"}, "logPath": "/var/log/docker.log"}';
    const template = `apiVersion: v1
kind: ConfigMap
metadata: {name: monitors}
data:
  docker-monitor.json: |
    ${settings}
  docker-monitor-filelog.json: |
    ${settings}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: detector}
spec:
  template:
    spec:
      containers:
        - name: detector
          image: registry.example.com/node-problem-detector:v1
          args: ['--config.system-log-monitor={{ join "," .Values.monitors }}']
          volumeMounts:
            - {name: config, mountPath: /config/docker-monitor.json, subPath: docker-monitor.json}
      volumes:
        - {name: config, configMap: {name: monitors}}
`;
    const chart = 'apiVersion: v2\nname: detector\nversion: 1.0.0\n';
    const files = { 'Chart.yaml': chart, 'values.yaml': values, 'templates/all.yaml': template };
    expect(found(files)).toEqual(['values.yaml:3,19,6,6 warning docker-only-agent']);
  });

  it('that has a pattern of Docker among others works without it', () => {
    const rules =
      '"rules": [{"pattern": "Started Kubelet"}, {"pattern": "Starting Docker Application Container Engine"}]';
    expect(found({ 'config/systemd-monitor.json': `{"plugin": "journald", "source": "x",\n${rules}}` })).toEqual([
      'config/systemd-monitor.json:2 notice docker-only-agent',
    ]);
  });

  it('is no other program with the same words', () => {
    const other = '{"rules": [{"args": ["--component=docker"]}], "logPath": "/var/log/docker.log"}';
    expect(found({ 'config/other.json': other })).toEqual([]);
  });
});

describe('the version of Docker', () => {
  it('goes with the choice of the runtime in the same file', () => {
    const text = 'container_manager: docker\ndocker_version: "20.10"\ndocker_containerd_version: latest\n';
    expect(found({ 'inventory/group_vars/all.yml': text })).toEqual([
      'inventory/group_vars/all.yml:1,2,3 warning provisioner-docker-runtime',
    ]);
  });

  it('is told where a template of a machine image gives it to the script of a node', () => {
    const packer = `{
  "variables": {"docker_version": "20.10.7-5"},
  "builders": [{"type": "amazon-ebs"}],
  "provisioners": [{"type": "shell", "script": "{{template_dir}}/scripts/worker.sh"}]
}
`;
    const script = (name: string) => `#!/bin/sh\nyum install -y ${name} docker\n`;
    const told = (name: string) => found({ 'worker.json': packer, 'scripts/worker.sh': script(name) });
    expect(told('kubelet')).toContain('worker.json:2 notice docker-engine-package');
    expect(told('nginx')).toEqual(['scripts/worker.sh:2 notice docker-engine-package']);
  });
});

describe('a program of a node that is told which runtime there is', () => {
  const unit = (runtime: string) => `[Unit]\n[Service]\nExecStart=/opt/bin/monitor.sh container-runtime ${runtime}\n`;
  const kubelet = { 'node/kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet\n' };

  it('docker', () => {
    expect(found({ ...kubelet, 'node/etc/systemd/system/health.service': unit('docker') })).toEqual([
      'node/etc/systemd/system/health.service:3 warning provisioner-docker-runtime',
    ]);
    expect(found({ ...kubelet, 'node/etc/systemd/system/health.service': unit('containerd') })).toEqual([]);
  });
});

describe('a first-boot file that a template makes', () => {
  it('shows what its files hold between the expressions', () => {
    const text = `#cloud-config
write_files:
{{if NeedsEngine}}
- path: /etc/docker/daemon.json
  content: |
    {
      "log-driver": "json-file"{{if HasGpu}},
      "default-runtime": "nvidia"{{end}}
    }
- path: /etc/motd
  content: |
    {{GetMessage}}
{{end}}
runcmd:
- kubeadm join
`;
    expect(found({ 'parts/node.yml': text })).toEqual(['parts/node.yml:4,7,8 error docker-daemon-config']);
  });
});

describe('a pipeline whose cluster runs on the Docker of its own machine', () => {
  const workflow = (exec: string) => `on: push
jobs:
  test:
    steps:
      - run: curl -sfL https://get.k3s.io | INSTALL_K3S_EXEC=${exec} sh -
      - run: docker load < app.tar
`;

  it('is told once, with the images that it loads there', () => {
    expect(found({ '.github/workflows/test.yml': workflow('--docker') })).toEqual([
      '.github/workflows/test.yml:5,6 notice provisioner-docker-runtime',
    ]);
    expect(found({ '.github/workflows/test.yml': workflow('--disable=traefik') })).toEqual([]);
  });
});
