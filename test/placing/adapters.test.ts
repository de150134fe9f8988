/** cri-dockerd on a machine that several roles or scripts set up: Docker has the kubelet's containers there. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud, summaries } from '../support/in-memory.ts';

const ENGINE = '- package: {name: docker-ce}\n- command: docker ps -q\n';
const ADAPTER =
  '- copy: {src: cri-dockerd, dest: "{{ bin }}/cri-dockerd"}\n- service: {name: cri-dockerd.service, state: started}\n';
const NODE = '- command: kubeadm join\n';

/** What is louder than a notice in the role or script of the engine. */
function loudOfEngine(files: Files): readonly string[] {
  return loud(files).filter((line) => line.includes('engine'));
}

describe('a role that installs Docker Engine', () => {
  const roles = {
    'roles/engine/tasks/main.yml': ENGINE,
    'roles/adapter/tasks/main.yml': ADAPTER,
    'roles/node/tasks/main.yml': NODE,
  };
  const depends = { 'roles/adapter/meta/main.yml': '---\ndependencies:\n  - role: engine\n' };

  it.each<[string, Files]>([
    ['of which the role of cri-dockerd depends', depends],
    [
      'on the hosts of the role of cri-dockerd',
      { 'site.yml': '- hosts: kube_node\n  roles: [engine, adapter, node]\n' },
    ],
    [
      'and the hosts of another play, which show no kubelet',
      {
        'site.yml': '- hosts: kube_node\n  roles: [engine, adapter, node]\n',
        'files.yml': '- hosts: fileservers\n  roles: [engine]\n',
      },
    ],
    [
      'that another one calls to remove it',
      {
        ...depends,
        'roles/clean/tasks/main.yml': '- include_role: {name: engine, tasks_from: reset}\n',
      },
    ],
  ])('%s keeps the containers of the kubelet', (_, files) => {
    expect(loudOfEngine({ ...roles, ...files })).toEqual([]);
  });

  it.each<[string, Files]>([
    ['that others depend on too', { ...depends, 'roles/node/meta/main.yml': 'dependencies:\n  - role: engine\n' }],
    [
      'beside which cri-dockerd is a choice',
      { 'site.yml': '- hosts: kube_node\n  roles:\n    - engine\n    - {role: adapter, when: runtime == "docker"}\n' },
    ],
  ])('%s may have none', (_, files) => {
    expect(loudOfEngine({ ...roles, ...files })).toContain(
      'roles/engine/tasks/main.yml:2:12 warning docker-cli-command "docker"',
    );
  });

  it('may have none where a role chooses between cri-dockerd and another runtime', () => {
    const chooses =
      '- copy: {src: cri-dockerd, dest: /usr/bin/cri-dockerd}\n- include_tasks: plain.yml\n  when: runtime == "docker"\n';
    const files = {
      ...depends,
      ...roles,
      'roles/adapter/tasks/main.yml': chooses,
      'roles/adapter/tasks/plain.yml': '- command: docker info\n',
    };
    expect(loudOfEngine(files)).toContain('roles/engine/tasks/main.yml:2:12 warning docker-cli-command "docker"');
  });

  it('is said to show what Docker has', () => {
    const { findings } = lintTexts({ ...roles, ...depends });
    expect(findings.find(({ rule }) => rule === 'docker-cli-command')?.message).toBe(
      '`docker ps -q` only sees the containers of Docker Engine',
    );
  });
});

describe('a script that installs Docker Engine', () => {
  it('beside one that installs cri-dockerd keeps the containers of the kubelet', () => {
    const files = {
      'up.sh': './engine.sh\n./adapter.sh\nkubeadm init\n',
      'engine.sh': 'apt-get install -y docker-ce\ndocker ps -q\n',
    };
    expect(loudOfEngine({ ...files, 'adapter.sh': 'systemctl enable --now cri-docker.socket\n' })).toEqual([]);
    expect(loudOfEngine({ ...files, 'adapter.sh': 'systemctl enable --now nginx\n' })).toEqual([
      'engine.sh:1:20 warning docker-engine-package "docker-ce"',
      'engine.sh:2:1 warning docker-cli-command "docker"',
    ]);
  });
});

describe('a script beside those that set up nodes', () => {
  const files = (engine: string) => ({
    'install/engine.sh': `systemctl enable --now kubelet\n${engine}\n`,
    'install/join.sh': 'kubeadm join\ndocker info\n',
    'install/load.sh': 'docker load -i images.tar\n',
  });

  it.each([
    ['systemctl start cri-docker', undefined],
    ['systemctl start docker', 'warning'],
  ])('loads images where the kubelet finds them, if one of them starts cri-dockerd: %s', (engine, severity) => {
    const { findings } = lintTexts(files(engine));
    expect(findings.find(({ rule }) => rule === 'node-local-image-build')?.severity).toBe(severity);
  });
});

describe('a scenario of molecule', () => {
  it('chooses Docker for machines of its own', () => {
    const play = '- hosts: kube_node\n  vars: {container_manager: docker}\n  roles: [engine]\n';
    const files = { 'roles/engine/tasks/main.yml': NODE, 'roles/engine/molecule/default/converge.yml': play };
    expect(summaries(lintTexts(files).findings)).toEqual([
      'roles/engine/molecule/default/converge.yml:2:29 notice provisioner-docker-runtime "docker"',
    ]);
  });
});

describe('a play that kubeadm gives the socket of cri-dockerd', () => {
  const join = (socket: string) =>
    `- hosts: kube_node\n  tasks:\n    - command: kubeadm join 10.0.0.1:6443 --cri-socket unix:///run/${socket}\n    - service: {name: docker, state: started}\n`;

  it('has Docker Engine, and so have the plays beside it', () => {
    const files = {
      'cluster.yml': '- import_playbook: engine-first.yml\n- import_playbook: engine-second.yml\n',
      'engine-first.yml': join('cri-dockerd.sock'),
      'engine-second.yml': '- hosts: kube_node\n  tasks:\n    - service: {name: docker, state: started}\n',
    };
    expect(loudOfEngine(files)).toEqual([]);
  });

  it('has none with the socket of another runtime', () => {
    expect(loudOfEngine({ 'engine.yml': join('containerd/containerd.sock') })).toEqual([
      'engine.yml:4:23 warning docker-service-unit "docker"',
    ]);
  });
});

describe('a cluster of RKE, whose kubelet is a container of Docker', () => {
  const nodes = { 'nodes/engine.sh': 'apt-get install -y docker-ce\ndocker restart kubelet\n' };
  const description = 'nodes:\n  - address: 10.0.0.1\n    user: ops\n    role: [controlplane, etcd, worker]\n';

  it.each<[string, Files]>([
    ['by its description', { 'cluster.yml': description }],
    ['by its resource', { 'nodes/main.tf': 'resource "rke_cluster" "main" {}\n' }],
    ['by what makes it', { 'up.sh': 'rke up --config cluster.yml\n' }],
    ['by what it leaves', { 'backup.sh': 'cp cluster.rkestate /backup\n' }],
  ])('gives its nodes Docker Engine: told %s', (_, cluster) => {
    expect(loudOfEngine({ ...nodes, ...cluster })).toEqual([]);
  });

  it.each<[string, string]>([
    ['up.sh', 'rke --debug up'],
    ['up.sh', 'rke remove'],
    ['up.sh', 'rke etcd snapshot-save'],
    ['up.sh', 'rke util get-state-file'],
    ['up.sh', 'sudo /usr/bin/rke up'],
    ['up.sh', './rke_linux-amd64 up'],
    ['up.sh', 'state=`rke up`'],
    ['up.sh', '(rke up)'],
    ['main.tf', '  rke_config {'],
    ['main.tf', '  rke_config = {'],
    ['main.tf', '  source = "rancher/rke"'],
    ['cluster.yml', 'nodes:\n- address: a\n  role: [etcd]'],
    ['cluster.yml', 'nodes:\n- address: a\n  role: [worker]'],
    ['cluster.yml', 'nodes:\n- address: a\n  role:\n  - controlplane'],
  ])('gives its nodes Docker Engine: told in %s by %s', (path, text) => {
    expect(loud({ ...nodes, [path]: `${text}\n` })).toEqual([]);
  });

  it.each<[string, string]>([
    ['up.sh', 'rke version'],
    ['up.sh', 'xrke up'],
    ['up.sh', 'rke2 up'],
    ['up.sh', 'cp clusterxrkestate /backup'],
    ['main.tf', 'data "rke_cluster" "main" {}'],
    ['main.tf', '  rke_configs {'],
    ['main.tf', '  source = "rancher/rke2"'],
    ['cluster.yml', 'nodes:\n- address: a\n  role: [storage]'],
    ['cluster.yml', 'nodes:\n- host: a\n  role: [worker]'],
    ['cluster.yml', 'hosts:\n- address: a\n  role: [worker]'],
  ])('is not told in %s by %s', (path, text) => {
    expect(loud({ ...nodes, [path]: `${text}\n` })).not.toEqual([]);
  });

  it.each(['kubeadm', 'k3s', 'rke2', 'k0s', 'microk8s', 'kubespray', 'kops', 'eksctl', 'nodeadm'])(
    'says nothing beside a cluster of %s',
    (other) => {
      expect(loud({ ...nodes, 'cluster.yml': description, 'other.sh': `${other} --version\n` })).not.toEqual([]);
    },
  );

  it.each<[string, Files]>([
    ['another kind of cluster is made there too', { 'cluster.yml': description, 'other.sh': 'kubeadm init\n' }],
    ['it stands in a folder beside', { 'legacy/cluster.yml': description }],
    ['it is RKE2', { 'up.sh': 'systemctl enable rke2-server\n' }],
  ])('says nothing where %s', (_, files) => {
    expect(loudOfEngine({ ...nodes, ...files })).toEqual([
      'nodes/engine.sh:1:20 warning docker-engine-package "docker-ce"',
      'nodes/engine.sh:2:1 error docker-cli-command "docker"',
    ]);
  });
});

describe('an image that has cri-dockerd', () => {
  const start = '#!/bin/bash\ndocker ps -a\nexec kubelet --v=2\n';
  const loudWith = (dockerfile: string, script = start) =>
    loud({ 'image/Dockerfile': `FROM debian:12\n${dockerfile}COPY start.sh /start.sh\n`, 'image/start.sh': script });
  const release = 'https://github.com/Mirantis/cri-dockerd/releases/download/v0.3.4/cri-dockerd-0.3.4.amd64.tgz';

  it.each([
    'COPY --from=bin /cri-dockerd /usr/bin/cri-dockerd\n',
    `RUN curl -L ${release} | tar xz -C /usr/bin\n`,
    `RUN wget ${release}\n`,
  ])('is what its scripts run with: %s', (line) => {
    expect(loudWith(line)).toEqual([]);
  });

  it('is one also where a script of it starts the adapter', () => {
    const both = '#!/bin/bash\ncri-dockerd &\nkubelet --v=2\n';
    expect(loudWith('RUN apt-get install -y docker-ce kubelet\n', both)).toEqual([]);
    expect(loudWith('RUN apt-get install -y docker-ce kubelet\n', '#!/bin/bash\nkubelet --v=2\n')).toHaveLength(1);
  });

  it('is another one where nothing brings it there', () => {
    expect(loudWith('')).toHaveLength(1);
    expect(loudWith('RUN curl -LO https://example.com/crictl.tgz\n')).toHaveLength(1);
  });
});
