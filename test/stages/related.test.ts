/** Files without a word of Docker that are read all the same, since they say where one with such a word runs. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../support/in-memory.ts';
import { lintTexts } from '../support/in-memory.ts';

/** How loud a docker command is, with the other files and without them. */
function severities(path: string, files: Files): readonly (string | undefined)[] {
  const { [path]: text = '' } = files;
  return [files, { [path]: text }].map(
    (all) => lintTexts(all).findings.find(({ rule }) => rule === 'docker-cli-command')?.severity,
  );
}

const POD = (volumes: string, container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers: [{name: a, ${container}}]\n${volumes}`;

describe('a script or task with a docker command', () => {
  it.each<readonly [string, string, Files]>([
    ['is called by another script', 'up/clean.sh', { 'up/join.sh': 'kubeadm join\n./clean.sh\n' }],
    [
      'is called by what another script calls',
      'clean.sh',
      { 'join.sh': 'kubeadm join\n./tools.sh\n', 'tools.sh': './clean.sh\n' },
    ],
    ['is called by a script of PowerShell', 'clean.ps1', { 'up.ps1': 'Start-Service kubelet\n.\\clean.ps1\n' }],
    [
      'is called with all of its folder',
      'scripts/clean.sh',
      { 'up.sh': 'kubeadm join\nfor s in /vagrant/scripts/*.sh; do bash $s; done\n' },
    ],
    [
      'is called beside one of a node',
      'clean.sh',
      { 'main.sh': './clean.sh\n./join.sh\n', 'join.sh': 'kubeadm join\n' },
    ],
    ['is numbered like one of a node', 'up/01-clean.sh', { 'up/02-join.sh': 'kubeadm init\n' }],
    [
      'is in the tasks of a play',
      'tasks/clean.yml',
      { 'site.yml': '- hosts: kube_node\n  tasks:\n  - include_tasks: tasks/clean.yml\n' },
    ],
    ['is in a role of a play', 'roles/clean/tasks/main.yml', { 'site.yml': '- hosts: kube_node\n  roles: [clean]\n' }],
    [
      'is in a role beside one of nodes',
      'roles/clean/tasks/main.yml',
      { 'roles/node/tasks/main.yml': '- command: kubeadm join\n' },
    ],
    [
      'is in the ConfigMap that a pod mounts',
      'files/clean.sh',
      {
        'kustomization.yaml': 'configMapGenerator:\n- name: scripts\n  files: [files/clean.sh]\n',
        'pod.yaml': POD(
          '  volumes: [{name: s, configMap: {name: scripts}}]\n',
          'image: a, volumeMounts: [{name: s, mountPath: /s}]',
        ),
      },
    ],
    [
      'is in the image that a pod runs',
      'agent/run.sh',
      {
        'agent/Dockerfile': 'FROM a\nCOPY run.sh /\n',
        'pod.yaml': POD('  hostNetwork: true\n', 'image: "acme/agent:1"'),
      },
    ],
    [
      'is called by a target of make, with what nodes do',
      'clean.sh',
      { Makefile: 'node:\n\tkubeadm join\n\t./clean.sh\n' },
    ],
    [
      'is for a machine of Vagrant with one of a node',
      'clean.sh',
      {
        Vagrantfile:
          'Vagrant.configure("2") do |c|\n c.vm.provision "shell", path: "clean.sh"\n c.vm.provision "shell", path: "join.sh"\nend\n',
        'join.sh': 'kubeadm join\n',
      },
    ],
    [
      'is for a machine of Terraform with one of a node',
      'clean.sh',
      {
        'main.tf':
          'resource "aws_instance" "a" {\n  provisioner "remote-exec" {\n    scripts = ["clean.sh", "join.sh"]\n  }\n}\n',
        'join.sh': 'kubeadm join\n',
      },
    ],
    [
      'is for a machine of Packer with one of a node',
      'clean.sh',
      {
        'p.json': '{"builders": [], "provisioners": [{"type": "shell", "scripts": ["clean.sh", "join.sh"]}]}',
        'join.sh': 'kubeadm join\n',
      },
    ],
    [
      'is in a role that a play in YAML of the longer ending calls',
      'roles/clean/tasks/main.yml',
      { 'site.yaml': '- hosts: kube_node\n  roles:\n  - role: clean\n' },
    ],
    [
      'is in a role that a task includes',
      'roles/clean/tasks/main.yml',
      { 'site.yml': '- hosts: kube_node\n  tasks:\n  - include_role: {name: clean}\n' },
    ],
    [
      'is in a role that a task imports',
      'roles/clean/tasks/main.yml',
      { 'site.yml': '- hosts: kube_node\n  tasks:\n  - import_role:\n      name: clean\n' },
    ],
    [
      'is in tasks that are imported',
      'tasks/clean.yml',
      { 'site.yml': '- hosts: kube_node\n  tasks:\n  - import_tasks: tasks/clean.yml\n' },
    ],
    [
      'is in tasks that are included in the old way',
      'tasks/clean.yml',
      { 'site.yml': '- hosts: kube_node\n  tasks:\n  - include: tasks/clean.yml\n' },
    ],
    [
      'becomes a ConfigMap of Terraform',
      'files/clean.sh',
      {
        'main.tf':
          'resource "kubernetes_config_map" "a" {\n  metadata { name = "scripts" }\n  data = { "clean.sh" = file("files/clean.sh") }\n}\n',
        'pod.yaml': POD(
          '  volumes: [{name: s, configMap: {name: scripts}}]\n',
          'image: a, volumeMounts: [{name: s, mountPath: /s}]',
        ),
      },
    ],
    [
      'becomes a Secret of kustomize',
      'files/clean.sh',
      {
        'kustomization.yml': 'secretGenerator:\n- name: scripts\n  files: [files/clean.sh]\n',
        'pod.yaml': POD(
          '  volumes: [{name: s, secret: {secretName: scripts}}]\n',
          'image: a, volumeMounts: [{name: s, mountPath: /s}]',
        ),
      },
    ],
    [
      'is in an image that a pod names by its digest',
      'agent/run.sh',
      {
        'agent/Containerfile': 'FROM a\nCOPY run.sh /\n',
        'pod.yaml': POD('  hostNetwork: true\n', "image: 'reg.example:5000/acme/agent@sha256:a'"),
      },
    ],
  ])('that %s is louder than by itself', (_, path, files) => {
    const text = path.endsWith('.yml') ? '- command: docker inspect a\n' : 'docker inspect a\n';
    const [together, alone] = severities(path, { ...files, [path]: text });
    expect([together === 'error' || together === 'warning', alone]).toEqual([true, 'notice']);
  });

  it.each<readonly [string, string, Files]>([
    ['another one of that name is called', 'clean.sh', { 'join.sh': 'kubeadm join\n./cleanup.sh\n' }],
    ['the numbers are those of another folder', 'up/01-clean.sh', { 'other/02-join.sh': 'kubeadm init\n' }],
    [
      'the role that is called is another one',
      'roles/clean/tasks/main.yml',
      { 'site.yml': '- hosts: kube_node\n  roles: [cleaner]\n' },
    ],
    [
      'what calls the role is prose',
      'roles/clean/tasks/main.yml',
      { 'site.txt': '- hosts: kube_node\n  roles: [clean]\n' },
    ],
    ['the file of that number does nothing of a node', 'up/01-clean.sh', { 'up/02-other.sh': 'ls\n' }],
    [
      'the pod runs another image',
      'agent/run.sh',
      {
        'agent/Dockerfile': 'FROM a\nCOPY run.sh /\n',
        'pod.yaml': POD('  hostNetwork: true\n', 'image: acme/agent2'),
      },
    ],
    [
      'the play is for other machines',
      'tasks/clean.yml',
      { 'site.yml': '- hosts: printers\n  tasks:\n  - include_tasks: tasks/clean.yml\n' },
    ],
  ])('is as loud as by itself where %s', (_, path, files) => {
    const text = path.endsWith('.yml') ? '- command: docker inspect a\n' : 'docker inspect a\n';
    const [together, alone] = severities(path, { ...files, [path]: text });
    expect([together, alone]).toEqual(['notice', 'notice']);
  });
});

describe('a file without a word of Docker that says where its caller runs', () => {
  const severitiesOf = (path: string, text: string, files: Files) => severities(path, { ...files, [path]: text });

  it.each<readonly [string, string, string, Files]>([
    ['is called', 'main.sh', 'docker inspect a\n./join.sh\n', { 'join.sh': 'kubeadm join\n' }],
    ['is sourced', 'main.sh', 'docker inspect a\n. ./join.sh\n', { 'join.sh': 'kubeadm join\n' }],
    [
      'is one of a folder that is run as a whole',
      'main.sh',
      'docker inspect a\nfor s in scripts/*.sh; do bash $s; done\n',
      { 'scripts/join.sh': 'kubeadm join\n' },
    ],
    [
      'is included by a play',
      'main.yml',
      '- hosts: a\n  tasks:\n  - command: docker inspect a\n  - include_tasks: tasks/join.yml\n',
      { 'tasks/join.yml': '- command: kubeadm join\n' },
    ],
    [
      'is a role of a play, in YAML of the longer ending',
      'main.yml',
      '- hosts: a\n  roles: [x]\n  tasks:\n  - command: docker inspect a\n',
      { 'roles/x/tasks/main.yaml': '- command: kubeadm join\n' },
    ],
    [
      'is a recipe of its cookbook',
      'cookbooks/a/recipes/clean.rb',
      "execute 'docker inspect a'\n",
      { 'cookbooks/a/recipes/default.rb': "service 'kubelet'\n" },
    ],
    [
      'is a resource of its cookbook',
      'cookbooks/a/recipes/clean.rb',
      "execute 'docker inspect a'\n",
      { 'cookbooks/a/resources/default.rb': "execute 'kubeadm join'\n" },
    ],
    [
      'is a unit among the templates of its cookbook',
      'cookbooks/a/recipes/clean.rb',
      "execute 'docker inspect a'\n",
      { 'cookbooks/a/templates/kubelet.service.erb': '[Service]\nExecStart=/usr/bin/kubelet\n' },
    ],
    [
      'is a unit among the files of its cookbook',
      'cookbooks/a/recipes/clean.rb',
      "execute 'docker inspect a'\n",
      { 'cookbooks/a/files/kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet\n' },
    ],
    [
      'is another playbook of the folder',
      'playbooks/clean.yml',
      '- hosts: w\n  tasks: [{command: docker inspect a}]\n',
      { 'playbooks/join.yml': '- hosts: w\n  tasks: [{command: kubeadm join}]\n' },
    ],
  ])('%s', (_, path, text, files) => {
    expect(severitiesOf(path, text, files)).toEqual(['error', 'notice']);
  });

  it.each<readonly [string, string, string, Files]>([
    ['has another name', 'main.sh', 'docker inspect a\n./join.sh\n', { 'join2.sh': 'kubeadm join\n' }],
    [
      'is a unit in another folder of the cookbook',
      'cookbooks/a/recipes/clean.rb',
      "execute 'docker inspect a'\n",
      { 'cookbooks/a/other/kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet\n' },
    ],
  ])('says nothing where it %s', (_, path, text, files) => {
    expect(severitiesOf(path, text, files)).toEqual(['notice', 'notice']);
  });
});

describe('a state of Salt', () => {
  const engine = { 'salt/engine/init.sls': 'docker-ce:\n  pkg.installed: []\n' };
  const node = { 'salt/node/init.sls': 'kubelet:\n  service.running: []\n' };
  const severitiesOf = (files: Files) => lintTexts({ ...engine, ...files }).findings.map(({ severity }) => severity);

  it('is for the nodes that get it with others', () => {
    expect(severitiesOf({ ...node, 'salt/top.sls': "base:\n  'worker*':\n    - engine\n    - node\n" })).toEqual([
      'warning',
    ]);
    expect(severitiesOf({ 'salt/node/init.sls': `include: [engine]\n${node['salt/node/init.sls']}` })).toEqual([
      'warning',
    ]);
    expect(severitiesOf(node)).toEqual(['notice']);
  });
});
