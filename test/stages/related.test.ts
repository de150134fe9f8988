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
  ])('that %s is louder than by itself', (_, path, files) => {
    const text = path.endsWith('.yml') ? '- command: docker inspect a\n' : 'docker inspect a\n';
    const [together, alone] = severities(path, { ...files, [path]: text });
    expect([together === 'error' || together === 'warning', alone]).toEqual([true, 'notice']);
  });

  it.each<readonly [string, string, Files]>([
    ['another one of that name is called', 'clean.sh', { 'join.sh': 'kubeadm join\n./cleanup.sh\n' }],
    ['the numbers are those of another folder', 'up/01-clean.sh', { 'other/02-join.sh': 'kubeadm init\n' }],
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
