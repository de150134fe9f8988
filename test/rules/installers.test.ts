/** Scripts, roles and cloud-init that set machines up: which machine they are for, and what they say once. */
import { describe, expect, it } from 'vitest';
import { type Files, linesOf, lintTexts } from '../support/in-memory.ts';

const NODE = '#!/bin/bash\nsystemctl enable kubelet\n';

const loudIn = (files: Files) => linesOf(files).filter((line) => !line.includes(' notice '));

describe('scripts of one folder', () => {
  const scripts = {
    'setup/engine.sh': '#!/bin/bash\nyum install -y docker-ce\n',
    'setup/packages.sh': '#!/bin/bash\nyum install -y kubelet kubeadm\n',
    'setup/first.sh': '#!/bin/bash\nkubeadm init\n',
  };

  it('are for the nodes that half of them set up, also without a word of Docker', () => {
    expect(loudIn(scripts)).toEqual(['setup/engine.sh:2 warning docker-engine-package']);
  });

  it('are for other machines where most of them say nothing of nodes', () => {
    const others = ['a', 'b', 'c'].map((name) => [`setup/${name}.sh`, '#!/bin/bash\necho done\n']);
    expect(loudIn({ ...scripts, ...Object.fromEntries(others) })).toEqual([]);
    const elsewhere = others.map(([path, text]) => [`${path?.replace('setup/', 'setup/tools/')}`, text]);
    expect(loudIn({ ...scripts, ...Object.fromEntries(elsewhere) })).toHaveLength(1);
  });
});

describe('a play that keeps the installer of Docker in a variable', () => {
  const play = (vars: string) =>
    `- hosts: k8s_nodes\n  vars:\n    installer: ${vars}\n    daemon_file: /etc/docker/daemon.json\n  tasks:\n` +
    '    - get_url: {url: "{{ installer }}", dest: /tmp/get.sh}\n' +
    '    - command: sh /tmp/get.sh\n' +
    '    - copy: {dest: "{{ daemon_file }}", content: "{}"}\n' +
    '    - service: {name: docker, state: started}\n    - service: {name: kubelet, state: started}\n';

  it('brings the engine to its hosts, at the line of the variable', () => {
    expect(linesOf({ 'node.yml': play('https://get.docker.com') })).toEqual([
      'node.yml:3 warning docker-engine-package',
      'node.yml:4 warning docker-daemon-config',
      'node.yml:9 notice docker-service-unit',
    ]);
  });

  it('brings none from an address that is not known', () => {
    expect(loudIn({ 'node.yml': play('"{{ mirror }}/get.sh"') })).toEqual([
      'node.yml:4 warning docker-daemon-config',
      'node.yml:9 warning docker-service-unit',
    ]);
  });

  it('may have one of its blocks say which', () => {
    const block =
      '- hosts: k8s_nodes\n  vars: {installer: https://example.com/a.sh}\n  tasks:\n    - vars: {installer: https://get.docker.com}\n      block:\n' +
      '        - get_url: {url: "{{ installer }}", dest: /tmp/get.sh}\n        - service: {name: kubelet, state: started}\n';
    expect(loudIn({ 'node.yml': block })).toEqual(['node.yml:4 warning docker-engine-package']);
  });
});

describe('numbered scripts of one folder', () => {
  const scripts = (first: string, second: string) => ({
    [`setup/${first}`]: '#!/bin/bash\nyum install -y docker-ce\nmkdir -p /etc/docker\n',
    'setup/20-tools.sh': '#!/bin/bash\nsystemctl restart docker\n',
    [`setup/${second}`]: '#!/bin/bash\nyum install -y kubelet kubeadm\nkubeadm init\n',
  });

  it('are for the same machine, and have the engine that one of them installs', () => {
    expect(linesOf(scripts('10-docker.sh', '30-kubernetes.sh'))).toEqual([
      'setup/10-docker.sh:2 warning docker-engine-package',
      'setup/10-docker.sh:3 notice docker-daemon-config',
      'setup/20-tools.sh:2 notice docker-service-unit',
    ]);
  });

  it('are one or the other where two have the same number', () => {
    const choice = {
      ...scripts('10-docker.sh', '30-kubernetes.sh'),
      'setup/10-containerd.sh': 'systemctl stop docker\n',
    };
    expect(loudIn(choice)).toEqual(['setup/20-tools.sh:2 warning docker-service-unit']);
  });

  it('have no engine of one another where only one has a number, and are for the node whose kubelet needs a runtime', () => {
    expect(loudIn(scripts('docker.sh', 'kubernetes.sh'))).toEqual([
      'setup/20-tools.sh:2 warning docker-service-unit',
      'setup/docker.sh:2 warning docker-engine-package',
    ]);
    expect(loudIn({ ...scripts('docker.sh', 'kubernetes.sh'), 'setup/cri-o.sh': 'dnf install -y cri-o\n' })).toEqual(
      [],
    );
  });
});

describe('cloud-init beside what speaks of nodes', () => {
  const start = (tools: string) => ({
    'machines/user-data.yaml': `#cloud-config\npackages: [docker.io]\nruncmd:\n${tools}`,
    'machines/nodes.sh': '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n',
  });

  it('is for a machine of people where it installs their tools', () => {
    expect(loudIn(start('  - snap install kubectl helm\n'))).toEqual([
      'machines/user-data.yaml:2 warning docker-engine-package',
    ]);
    expect(loudIn(start('  - snap install kubectl helm\n  - pip3 install ansible\n'))).toEqual([]);
  });
});

describe('plays for servers', () => {
  const play = (other: string) => ({
    'site.yml': '- hosts: all\n  roles: [docker]\n',
    'roles/docker/tasks/main.yml': '- template: {src: daemon.json.j2, dest: /etc/docker/daemon.json}\n',
    'roles/docker/templates/daemon.json.j2': '{"insecure-registries": ["registry.example.com"]}\n',
    ...(other === '' ? {} : { 'files/other': other }),
  });

  it('are a notice where the repository has no word of Kubernetes, but in what completes commands', () => {
    expect(loudIn(play(''))).toEqual([]);
    expect(loudIn(play('#compdef docker\nopts=(kubernetes swarm)\n'))).toEqual([]);
    expect(loudIn(play('kubectl get nodes\n'))).toEqual([
      'roles/docker/templates/daemon.json.j2:1 warning docker-daemon-config',
    ]);
  });
});

describe('a script of a node', () => {
  it.each<readonly [string, readonly string[]]>([
    ['[ "$(./bin/systemctl.sh exists docker)" = true ] && exit 1', []],
    ['systemctl list-unit-files docker.service', []],
    ['dpkg -R -i "$files"/packages/docker', ['node.sh:3 warning docker-engine-package']],
    [
      'if docker version 2>/dev/null; then\n  echo there\nelse\n  ./install.sh\n  if [ $? -ne 0 ]; then exit 1; fi\nfi',
      [],
    ],
    ['yum -y install docker-engine-$version\nsystemctl start docker', ['node.sh:3 warning docker-engine-package']],
    ['require_not_installed docker', []],
    ['is_installed docker-ce', []],
    ['ensure_installed docker-ce', ['node.sh:3 warning docker-engine-package']],
    ['dnf install -y docker-ce\ndnf remove -y docker', ['node.sh:3 warning docker-engine-package']],
    ["PASSWORD=$(aws ecr get-login | cut -d' ' -f6)", []],
    ["aws ecr get-login | sed 's/-e none//' | awk 1 | bash", ['node.sh:3 warning node-registry-credentials']],
    ['docker load -i images.tar\ndocker tag a reg:5000/a\ndocker push reg:5000/a', []],
    ['docker push reg:5000/a\ndocker load -i images.tar', ['node.sh:4 warning node-local-image-build']],
    ['docker load -i a.tar\ndocker push reg:5000/a\nkubeadm init', ['node.sh:3 warning node-local-image-build']],
  ])('that says `%s`', (line, expected) => {
    expect(loudIn({ 'node.sh': `${NODE}${line}\n` })).toEqual(expected);
  });

  it('tells loads in a row once', () => {
    const { findings } = lintTexts({
      'node.sh': `${NODE}docker load -i a.tar\ndocker load -i b.tar\ndocker load -i c.tar\n`,
    });
    expect(findings.map(({ message, instead }) => `${message}. ${instead}`)).toEqual([
      '`docker load -i a.tar` and the 2 loads below it leave the images in Docker’s store; the kubelet does not look there. `ctr -n k8s.io images import a.tar` (or: push the image to a registry and let the kubelet pull it); the same for each file below',
    ]);
  });

  it('tells once who may open the socket, and what becomes of it', () => {
    const { findings } = lintTexts({
      'node.sh': `${NODE}chgrp docker /var/run/docker.sock\nchmod 660 /var/run/docker.sock\n`,
    });
    expect(findings.map(({ severity, instead }) => `${severity}: ${instead}`)).toEqual([
      'warning: Drop the line with what opens the socket: that of another runtime is for root and the kubelet, and people use crictl through sudo',
    ]);
  });
});

describe('tasks of a role of nodes', () => {
  const role = (tasks: string) => ({
    'roles/node/tasks/main.yml': `- service: {name: kubelet, state: started}\n${tasks}`,
  });

  it('that enable a unit and restart it are one finding', () => {
    const tasks = '- service: {name: docker, enabled: yes}\n- service: {name: docker, state: restarted}\n';
    expect(loudIn(role(tasks))).toEqual(['roles/node/tasks/main.yml:2 warning docker-service-unit']);
  });

  it('are a notice where a failure is none', () => {
    const task = '- service: {name: docker, state: started}\n  failed_when: false\n';
    expect(linesOf(role(task))).toEqual(['roles/node/tasks/main.yml:2 notice docker-service-unit']);
  });

  it('install docker.io with any module', () => {
    const task = "- package: {name: '{{ item }}'}\n  with_items: [docker.io, socat]\n";
    expect(loudIn(role(task))).toEqual(['roles/node/tasks/main.yml:3 warning docker-engine-package']);
  });
});

describe('a script of PowerShell for nodes', () => {
  const script = (lines: string) => ({
    'node.ps1': `param([string] $KubernetesVersion)\n$kubelet = "C:/k/kubelet.exe"\n${lines}`,
  });
  const guarded = (value: string) =>
    `[version]$current = $($KubernetesVersion.Split("v") | Select -Index 1)\n[version]$limit = ${value}\nif ($current -lt $limit) {\n  $arguments = $arguments + "--network-plugin=cni "\n}\n`;

  it('compares versions that variables hold', () => {
    expect(linesOf(script(guarded("'1.24'")))).toEqual(['node.ps1:6 notice kubelet-dockershim-flag']);
    expect(linesOf(script(guarded("'1.40'")))).toEqual(['node.ps1:6 error kubelet-dockershim-flag']);
  });

  it('is told once of a list that a block works on, with advice in its own language', () => {
    const { findings } = lintTexts(script('Restart-Service kubelet\ndocker ps -aq | foreach {docker rm $_ -f}\n'));
    expect(findings.map(({ severity, instead }) => `${severity} ${instead.split(' (or')[0]}`)).toEqual([
      'error `crictl ps -a -q | ForEach-Object { crictl rm -f $_ }`',
    ]);
  });

  it('may ask for the pipe of Docker, and pulls what it runs', () => {
    expect(
      loudIn(script('Restart-Service kubelet\nif (-not(Test-Path "//./pipe/docker_engine")) { exit 1 }\n')),
    ).toEqual([]);
    expect(loudIn(script('Restart-Service kubelet\ndocker pull $image\ndocker run $image\n'))).toEqual([
      'node.ps1:5 warning docker-cli-command',
    ]);
  });
});

describe('an image that a task pulls', () => {
  const role = (run: string) => ({
    'roles/node/tasks/main.yml': `- service: {name: kubelet, state: started}\n- docker_image: {name: acme/agent, tag: '{{ tag }}'}\n${run}`,
  });

  it('with a tag of its own is told at the container that is started from it', () => {
    expect(loudIn(role("- docker_container: {name: agent, image: 'acme/agent:{{ tag }}'}\n"))).toEqual([
      'roles/node/tasks/main.yml:3 warning docker-cli-command',
    ]);
  });

  it('is not called latest', () => {
    expect(lintTexts(role('')).findings.map(({ message }) => message)).toEqual([
      '`docker pull acme/agent:{{ tag }}` leaves the image in Docker’s store; the kubelet does not look there',
    ]);
    expect(lintTexts(role('')).findings[0]?.instead).not.toContain('latest');
  });
});

describe('plays on hosts which the project makes no nodes', () => {
  const project = (hosts: string, inventory = '') => ({
    'nodes.yml': '- hosts: cluster\n  tasks:\n    - include: roles/join/tasks/main.yml\n',
    'roles/join/tasks/main.yml': '- shell: kubeadm join --config /etc/join.yaml\n',
    'metrics.yml': `- hosts: ${hosts}\n  roles: [metrics]\n`,
    'roles/metrics/tasks/main.yml': '- docker_container: {name: metrics, image: acme/metrics:1}\n',
    'inventory/hosts': inventory,
  });
  const told = ['roles/metrics/tasks/main.yml:1 warning docker-cli-command'];

  it('are for other machines', () => {
    expect(loudIn(project('metrics'))).toEqual([]);
    expect(loudIn(project('cluster'))).toEqual(told);
    expect(loudIn(project('all'))).toEqual(told);
    expect(loudIn(project('kube_node'))).toEqual(told);
  });

  it('are for nodes where an inventory has the hosts among them', () => {
    expect(loudIn(project('metrics', '[metrics]\nm1\n[cluster]\nn1\n'))).toEqual([]);
    expect(loudIn(project('metrics', '[metrics]\nm1\n[cluster:children]\nmetrics\n'))).toEqual(told);
    expect(loudIn(project('metrics', '[metrics]\nn1\n[cluster]\nn1\n'))).toEqual(told);
  });
});

describe('a package with its architecture or release behind the name', () => {
  const JOIN = 'kubeadm join --config a.yaml\n';
  const told = (files: Files) =>
    lintTexts(files).findings.filter(({ rule }) => rule === 'docker-engine-package').length;

  it.each([
    'yum install -y docker.x86_64',
    'dnf install -y docker-ce.aarch64 kubelet.aarch64',
    'yum install -y docker-ce-20.10.7-3.el7.x86_64',
    'apt-get install -y docker.io:amd64',
    'apt-get install -y docker.io/jammy-updates',
    'apt-get install -y docker-ce:arm64=5:27.0.1-1',
  ])('is Docker Engine: %s', (line) => {
    expect(told({ 'node.sh': `${line}\n${JOIN}` })).toBe(1);
  });

  it.each(['yum install -y docker-compose.noarch', 'apt-get install -y docker-doc:all', 'yum install -y docker.repo'])(
    'is another one: %s',
    (line) => {
      expect(told({ 'node.sh': `${line}\n${JOIN}` })).toBe(0);
    },
  );

  it('is Docker Engine in tasks, states and manifests too', () => {
    expect(told({ 'roles/a/tasks/main.yml': '- yum: {name: docker.x86_64}\n- command: kubeadm join\n' })).toBe(1);
    expect(told({ 'k8s/init.sls': 'docker.x86_64:\n  pkg.installed\nkubelet:\n  pkg.installed\n' })).toBe(1);
    expect(told({ 'manifests/k8s.pp': "package { ['docker.x86_64', 'kubelet']: ensure => present }\n" })).toBe(1);
  });
});
