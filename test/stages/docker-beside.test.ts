/** What is said of Docker once where several lines are about it, and quietly where nothing depends on it. */
import { describe, expect, it } from 'vitest';
import { lintTexts, loud } from '../support/in-memory.ts';

describe('a script that puts docker.service in its place', () => {
  it('is told there, and not where it starts the unit', () => {
    const script =
      'mv docker.service /etc/systemd/system/docker.service\nsystemctl enable docker\nsystemctl start docker\nkubeadm init\n';
    expect(loud({ 'run.sh': script })).toEqual([expect.stringMatching(/^run\.sh:1:\d+ warning docker-service-unit /)]);
  });
});

describe('a unit of Docker that need not be there', () => {
  it.each([
    ['systemctl start docker || true', []],
    ['systemctl start docker', ['run.sh:1:1 warning docker-service-unit "systemctl"']],
  ])('%s', (line, expected) => {
    expect(loud({ 'run.sh': `${line}\nkubeadm init\n` })).toEqual(expected);
  });
});

describe('a file of dockerd', () => {
  const DAEMON = '{"insecure-registries": ["registry.example.com"], "log-driver": "json-file"}\n';
  const NODE = 'kubeadm init\n';

  it('beside what containerd is told of pods is for those who choose Docker', () => {
    const containerd = '[plugins."io.containerd.grpc.v1.cri"]\nsandbox_image = "pause:3.9"\n';
    const unit = '[Service]\nExecStart=/usr/bin/dockerd\n';
    const files = { 'kubelet/daemon.json': DAEMON, 'kubelet/docker.service': unit, 'kubelet/join.sh': NODE };
    expect(loud(files)).toHaveLength(2);
    expect(loud({ ...files, 'kubelet/containerd.toml': containerd })).toEqual([]);
    expect(loud({ ...files, 'kubelet/containerd.toml': '[grpc]\nuid = 0\n' })).toHaveLength(2);
  });
});

describe('a question about Docker before it is installed', () => {
  it('is none about containers', () => {
    const tasks = `- name: is it there
  command: docker ps
  ignore_errors: yes
  register: found
- name: engine
  package: {name: docker-ce}
  when: found.rc != 0
- command: kubeadm join
`;
    expect(loud({ 'roles/node/tasks/main.yml': tasks })).toEqual([
      expect.stringMatching(/^roles\/node\/tasks\/main\.yml:6:\d+ warning docker-engine-package /),
    ]);
  });
});

describe('a play that includes the tasks which install Docker', () => {
  it('has its unit', () => {
    const files = {
      'site.yml': `- hosts: kube_node
  tasks:
    - include_tasks: engine.yml
    - command: kubeadm join
  handlers:
    - name: start
      service: {name: docker, state: started}
`,
      'engine.yml': '- name: engine\n  apt: {name: docker-ce}\n',
    };
    expect(loud(files)).toEqual(['engine.yml:2:15 warning docker-engine-package "docker-ce"']);
  });
});

describe('a template of a role that only a comment, or a path of the machine, names', () => {
  const tasks = (lines: string) =>
    `- template: {src: other.conf, dest: /etc/other.conf}\n${lines}- command: kubeadm join\n`;
  const found = (lines: string) =>
    lintTexts({
      'roles/node/templates/config.toml.j2':
        'version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\nruntime_engine = "/usr/bin/crun"\n',
      'roles/node/templates/other.conf': '',
      'roles/node/tasks/main.yml': tasks(lines),
    }).findings.map(({ severity }) => severity);

  it.each([
    ['#  src: config.toml.j2\n', ['notice']],
    ['- shell: containerd config default > /etc/containerd/config.toml\n', ['notice']],
    ['- template: {src: config.toml.j2, dest: /etc/containerd/config.toml}\n', ['error']],
  ])('%s', (lines, severities) => {
    expect(found(lines)).toEqual(severities);
  });
});
