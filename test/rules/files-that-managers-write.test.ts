/** What Puppet, Chef and Ansible put on nodes from files, templates and variables of their own. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud, summaries } from '../support/in-memory.ts';

const DAEMON = '{\n  "registry-mirrors": ["https://mirror.example.com"]\n}\n';

describe('a template of Puppet', () => {
  const files = (content: string, template: string): Files => ({
    'modules/runtime/manifests/node.pp': `class runtime::node {
  package { 'kubelet': ensure => present }
  file { '/etc/docker/daemon.json':
    ensure  => file,
    content => ${content},
  }
}
`,
    [template]: DAEMON,
  });

  it.each([
    ["template('runtime/daemon.json.erb')", 'modules/runtime/templates/daemon.json.erb'],
    ['template("${module_name}/daemon.json.erb")', 'modules/runtime/templates/daemon.json.erb'],
    ["epp('base/daemon.json.epp', {'a' => 1})", 'modules/base/templates/daemon.json.epp'],
  ])('by %s is on the node of its manifest', (content, template) => {
    expect(loud(files(content, template))).toEqual([
      `${template}:2:25 warning docker-daemon-config "https://mirror.example.com"`,
    ]);
  });

  it('of a module of which the repository has no part stays told at the manifest', () => {
    expect(loud(files("template('runtime/daemon.json.erb')", 'doc/daemon.json.erb'))).toEqual([
      'modules/runtime/manifests/node.pp:3:11 warning docker-daemon-config "/etc/docker/daemon.json"',
    ]);
  });

  it('and a file of a module are found from the root of a module too', () => {
    const found = loud({
      'manifests/init.pp': `class runtime {
  package { 'kubelet': ensure => present }
  file { '/etc/docker/daemon.json': source => 'puppet:///modules/runtime/daemon.json' }
}
`,
      'files/daemon.json': DAEMON,
    });
    expect(found).toEqual(['files/daemon.json:2:25 warning docker-daemon-config "https://mirror.example.com"']);
  });

  it('that only the choice of Docker takes is a notice', () => {
    const found = lintTexts({
      'manifests/init.pp': `class runtime($container_runtime) {
  package { 'kubelet': ensure => present }
  case $container_runtime {
    'docker': {
      file { '/etc/docker/daemon.json': content => template('runtime/daemon.json.erb') }
    }
    default: { }
  }
}
`,
      'templates/daemon.json.erb': DAEMON,
    }).findings.map(({ severity }) => severity);
    expect(found).toEqual(['notice']);
  });
});

describe('a unit that a module of Puppet puts in its folder', () => {
  const unit = '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/docker run --rm --name proxy squid\n';
  const manifest = (resource: string) => ({
    'manifests/init.pp': `class a {\n  package { 'kubelet': ensure => present }\n  ${resource}\n}\n`,
  });

  it.each([
    `systemd::unit_file { 'proxy.service': content => "${unit}" }`,
    `systemd::unit { 'proxy': content => inline_template("${unit}") }`,
    `private::systemd::unit { 'proxy.service': enable => true, content => inline_template('${unit}') }`,
  ])('is a unit: %s', (resource) => {
    expect(lintTexts(manifest(resource)).findings.map(({ rule, severity }) => `${severity} ${rule}`)).toContain(
      'error docker-cli-command',
    );
  });

  it('is none where it is to be absent', () => {
    const resource = `systemd::unit_file { 'proxy.service': ensure => absent, content => "${unit}" }`;
    expect(loud(manifest(resource))).toEqual([]);
  });

  it('may be a drop-in', () => {
    const resource = `systemd::dropin_file { 'a.conf': unit => 'kubelet.service', content => "[Unit]\nRequires=docker.service\n" }`;
    expect(loud(manifest(resource))).toEqual([
      expect.stringMatching(/^manifests\/init\.pp:4:\d+ error docker-service-unit/),
    ]);
  });
});

describe('the runtime that a module of Puppet gives nodes', () => {
  it('is told by a parameter of the class', () => {
    const manifest = "node 'a' {\n  class { 'kubernetes': controller => true, container_runtime => 'docker' }\n}\n";
    expect(loud({ 'site.pp': manifest })).toEqual(['site.pp:2:67 warning provisioner-docker-runtime "docker"']);
    expect(loud({ 'site.pp': manifest.replace("'docker'", "'cri_containerd'") })).toEqual([]);
    expect(loud({ 'site.pp': manifest.replace("'docker'", '$docker') })).toEqual([]);
  });

  it('is told in Hiera', () => {
    expect(loud({ 'data/common.yaml': 'kubernetes::container_runtime: docker\n' })).toHaveLength(1);
    expect(loud({ 'data/common.yaml': 'kubernetes::container_runtime: cri_containerd\n' })).toEqual([]);
  });
});

describe('a template of Chef', () => {
  const cookbook = (resource: string, path: string): Files => ({
    'cookbooks/node/recipes/default.rb': `package 'kubelet'\n${resource}\n`,
    [path]: DAEMON,
  });

  it.each([
    [
      "template '/etc/docker/daemon.json' do\n  source 'daemon.json.erb'\nend",
      'cookbooks/node/templates/default/daemon.json.erb',
    ],
    ["template '/etc/docker/daemon.json' do\n  mode '0644'\nend", 'cookbooks/node/templates/daemon.json.erb'],
    [
      "cookbook_file '/etc/docker/daemon.json' do\n  source 'daemon.json'\nend",
      'cookbooks/node/files/default/daemon.json',
    ],
  ])('is on the node of its recipe: %s', (resource, path) => {
    expect(loud(cookbook(resource, path))).toEqual([
      `${path}:2:25 warning docker-daemon-config "https://mirror.example.com"`,
    ]);
  });

  it('that two resources write is told once', () => {
    const one = "template '/etc/docker/daemon.json' do\n  source 'daemon.json.erb'\nend\n";
    expect(summaries(lintTexts(cookbook(one + one, 'cookbooks/node/templates/daemon.json.erb')).findings)).toHaveLength(
      1,
    );
  });
});

describe('a role of Ansible with a unit of the kubelet', () => {
  const role = (unit: string): Files => ({
    'roles/worker/defaults/main.yml': 'kubelet_settings:\n  network-plugin: cni\n',
    'roles/worker/tasks/main.yml': '- template: {src: a.service.j2, dest: /etc/systemd/system/a.service}\n',
    [`roles/worker/templates/${unit}.service.j2`]: '[Service]\nExecStart={{ bin }}/a\n',
  });

  it('is for nodes', () => {
    expect(loud(role('kubelet'))).toEqual([
      'roles/worker/defaults/main.yml:2:3 error kubelet-dockershim-flag "network-plugin"',
    ]);
  });
});

describe('packages in a variable', () => {
  const list = (name: string, ...items: readonly string[]) =>
    loud({ 'group_vars/all.yml': `${name}:\n${items.map((item) => `- ${item}\n`).join('')}` });

  it.each(['install_pkgs', 'k8s_packages', 'base_rpms'])('that is called %s are installed', (name) => {
    expect(list(name, 'wget', 'docker', 'kubelet{{ version }}')).toEqual([
      'group_vars/all.yml:3:3 warning docker-engine-package "docker"',
    ]);
  });

  it('are others where the list is of services, has nothing of nodes, or is to go', () => {
    expect(list('services', 'docker', 'kubelet')).toEqual([]);
    expect(list('install_pkgs', 'wget', 'docker')).toEqual([]);
    expect(list('remove_packages', 'docker', 'kubelet')).toEqual([]);
  });
});

describe('an application of Compose on a node', () => {
  it('does not start', () => {
    const script = '#!/bin/bash\nkubeadm join --config a\ndocker-compose -f lb.yml up -d\ndocker compose pull\n';
    expect(loud({ 'join.sh': script })).toEqual([expect.stringMatching(/^join\.sh:3:1 warning docker-cli-command/)]);
    expect(loud({ 'up.sh': script.replace(/kubeadm.*/, '') })).toEqual([]);
  });

  it('keeps its unit from starting', () => {
    const unit = '[Unit]\nBefore=kubelet.service\n[Service]\nExecStart=/usr/local/bin/docker-compose up\n';
    expect(loud({ 'node/lb.service': unit })).toEqual([
      expect.stringMatching(/^node\/lb\.service:4:\d+ error docker-cli-command/),
    ]);
  });
});

describe('a script that is called after what it makes of its machine', () => {
  it('makes it a node', () => {
    const script = (called: string) => ({
      'a.sh': `git clone https://example.com/a\ncd a\nsudo ./${called}\nsystemctl restart docker\n`,
    });
    expect(loud(script('install-kubeadm.bash'))).toHaveLength(1);
    expect(loud(script('install-kubectl.sh'))).toEqual([]);
  });
});
