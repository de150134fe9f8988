/** What a name or a path says by itself: of an image and its Dockerfile, of a unit, a project of Ansible, the hosts of its plays. */
import { describe, expect, it } from 'vitest';
import { apartOf } from '../../src/placing/beside-nodes.ts';
import { unitOfNode } from '../../src/placing/content.ts';
import { imageName, isEveryScript, namesOfDockerfile } from '../../src/placing/links.ts';
import { playsOfFiles } from '../../src/placing/plays.ts';
import { ansibleProject } from '../../src/placing/units.ts';
import { HOLE } from '../../src/text/view.ts';
import type { Files } from '../support/in-memory.ts';

const inputs = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));

describe('the name of an image', () => {
  it.each([
    ['agent', 'agent'],
    ['acme/agent:1.2', 'agent'],
    ['reg.example:5000/acme/agent', 'agent'],
    ['reg.example:5000/acme/agent:1@sha256:ab', 'agent'],
    ['acme/Agent', 'agent'],
    [`${HOLE}/agent:1`, 'agent'],
    [`acme/agent:${HOLE}`, 'agent'],
    [`acme/${HOLE}agent`, ''],
  ])('is the last part without its version: %j: %s', (ref, name) => {
    expect(imageName(ref)).toBe(name);
  });

  it.each<readonly [string, readonly string[]]>([
    ['agent/Dockerfile', ['agent']],
    ['x/Agent/Dockerfile', ['agent']],
    ['agent/docker/Dockerfile', ['agent']],
    ['agent/build/Dockerfile', ['agent']],
    ['agent/image/Dockerfile', ['agent']],
    ['agent/images/Dockerfile', ['agent']],
    ['agent/src/Dockerfile', ['agent']],
    ['agent/package/Dockerfile', ['agent']],
    ['agent/dockers/Dockerfile', ['dockers']],
    ['x/Dockerfile.agent', ['agent', 'x']],
    ['x/Dockerfile-agent', ['agent', 'x']],
    ['x/Dockerfile_Agent', ['agent', 'x']],
    ['x/Containerfile.agent', ['agent', 'x']],
    ['x/agent.dockerfile', ['agent', 'x']],
    ['x/agent.Containerfile', ['agent', 'x']],
    ['x/MyDockerfile.agent', ['x']],
    ['x/agent.dockerfile.bak', ['x']],
  ])('may be that of its Dockerfile or the folder: %s: %j', (path, names) => {
    expect(namesOfDockerfile(path).filter((name) => name !== '')).toEqual(names);
  });
});

describe('all scripts of a folder', () => {
  it.each([
    ['/vagrant/scripts/*.sh', true],
    ['scripts/*.bash', true],
    ['scripts/run-*.sh', true],
    ['scripts/*', false],
    ['scripts/*.py', false],
    ['*.sh', false],
    ['scripts/*.sh.bak', false],
    ['scripts/*/a.sh', false],
  ])('are named by a pattern: %s: %s', (path, expected) => {
    expect(isEveryScript(path)).toBe(expected);
  });
});

describe('the unit of a node', () => {
  it.each<readonly [string, string | undefined, boolean]>([
    ['kubelet.service', undefined, true],
    ['etc/kubelet.service.j2', undefined, true],
    ['etc/kubelet.service.tmpl', undefined, true],
    ['etc/kubelet.service.tpl', undefined, true],
    ['etc/kubelet.service.erb', undefined, true],
    ['etc/kubelet.service.template', undefined, true],
    ['kubelet.service.d/10-kubeadm.conf', undefined, true],
    ['10-kubeadm.conf', '/etc/systemd/system/kubelet.service.d/10-kubeadm.conf', true],
    ['unit.txt', '/etc/systemd/system/kubelet.service', true],
    ['kubelet.service', '/etc/systemd/system/web.service', false],
    ['kubelet.service.bak', undefined, false],
    ['kubelet.service.d/sub/10-kubeadm.conf', undefined, false],
    ['web.service', undefined, false],
    ['my-kubelet-watch.timer', undefined, false],
  ])('is known by its path, or by the one that it gets: %s, %s: %s', (path, target, expected) => {
    expect(unitOfNode(path, target)).toBe(expected);
  });
});

describe('the project of Ansible', () => {
  it.each([
    ['a/roles/x/tasks/main.yml', 'a'],
    ['a/playbooks/x.yml', 'a'],
    ['a/extra_playbooks/x.yml', 'a'],
    ['a/tasks/x.yml', 'a'],
    ['a/handlers/x.yml', 'a'],
    ['a/inventory/x/hosts', 'a'],
    ['a/inventories/x/hosts', 'a'],
    ['a/group_vars/all.yml', 'a'],
    ['a/host_vars/n1.yml', 'a'],
    ['a/vars/x.yml', 'a'],
    ['a/defaults/main.yml', 'a'],
    ['a/library/x.py', 'a'],
    ['a/site.yml', 'a'],
    ['a/site.yaml', 'a'],
    ['roles/x/tasks/main.yml', ''],
    ['site.yml', ''],
    ['a/myroles/x.txt', 'a/myroles/x.txt'],
    ['a/roles', 'a/roles'],
  ])('is the folder that holds its roles and playbooks: %s: %j', (path, project) => {
    expect(ansibleProject(path)).toBe(project);
  });
});

describe('the hosts of a role', () => {
  const TASKS: Files = { 'roles/a/tasks/main.yml': '- command: ls\n', 'roles/b/tasks/main.yml': '- command: ls\n' };
  const groups = (files: Files, role = 'roles/a') =>
    [
      ...(playsOfFiles(inputs({ ...TASKS, ...files }))
        .ofRoles.get(role)
        ?.values() ?? []),
    ].map(({ group }) => group ?? 'any');

  it.each<readonly [string, string, readonly string[]]>([
    ['a group', '- hosts: web\n  roles: [a]\n', ['web']],
    ['two groups', '- hosts: web:db\n  roles: [a]\n', ['web', 'db']],
    ['a list of groups', '- hosts:\n  - web\n  - db\n  roles: [a]\n', ['web', 'db']],
    ['a group with a comment', '- hosts: web # all of them\n  roles: [a]\n', ['web']],
    ['all hosts', '- hosts: all\n  roles: [a]\n', ['any']],
    ['a pattern for all', '- hosts: "*"\n  roles: [a]\n', ['any']],
    ['hosts without a group', '- hosts: ungrouped\n  roles: [a]\n', ['any']],
    ['hosts that are filled in', '- hosts: "{{ target }}"\n  roles: [a]\n', ['any']],
    ['those of two plays', '- hosts: web\n  roles: [a]\n- hosts: db\n  roles: [a]\n', ['web', 'db']],
    ['those of its own play alone', '- hosts: web\n  roles: [a]\n- hosts: db\n  roles: [b]\n', ['web']],
    ['a play that includes its tasks', '- hosts: web\n  tasks:\n  - include: roles/a/tasks/main.yml\n', ['web']],
    ['nobody’s where no play calls it', '- hosts: web\n  roles: [b]\n', []],
  ])('are %s', (_, text, expected) => {
    expect(groups({ 'site.yml': text })).toEqual(expected);
  });

  it('are those of the roles that call it', () => {
    const files = { 'site.yml': '- hosts: web\n  roles: [b]\n', 'roles/b/meta/main.yml': 'dependencies: [a]\n' };
    expect(groups(files)).toEqual(['web']);
  });

  it('are those of the roles that call each other, once', () => {
    const files = {
      'site.yml': '- hosts: web\n  roles: [b]\n',
      'roles/a/meta/main.yml': 'dependencies: [b]\n',
      'roles/b/meta/main.yml': 'dependencies: [a]\n',
    };
    expect([groups(files), groups(files, 'roles/b')]).toEqual([['web'], ['web']]);
  });

  it('are those of the play that is nearest, where two projects have a role of its name', () => {
    const files = {
      'x/site.yml': '- hosts: web\n  roles: [a]\n',
      'x/roles/a/tasks/main.yml': '',
      'y/site.yml': '- hosts: db\n  roles: [a]\n',
      'y/roles/a/tasks/main.yml': '',
    };
    expect([groups(files, 'x/roles/a'), groups(files, 'y/roles/a')]).toEqual([['web'], ['db']]);
  });
});

describe('a role or playbook beside those of nodes', () => {
  const NODES: Files = {
    'site.yml': '- hosts: nodes\n  roles: [node]\n',
    'roles/node/tasks/main.yml': '- command: kubeadm join\n',
    'web.yml': '- hosts: web\n  roles: [web]\n',
    'roles/web/tasks/main.yml': '- command: ls\n',
    'roles/db/tasks/main.yml': '- command: ls\n',
    'roles/mail/tasks/main.yml': '- command: ls\n',
  };
  const apart = (files: Files, path = 'roles/web/tasks/main.yml') => apartOf(inputs({ ...NODES, ...files }))(path);

  it.each<readonly [string, Files, 'apart' | 'elsewhere' | undefined]>([
    ['on a group of their own', {}, 'elsewhere'],
    ['on the group of the nodes', { 'web.yml': '- hosts: nodes\n  roles: [web]\n' }, undefined],
    ['on a group of a cluster', { 'web.yml': '- hosts: kube_node\n  roles: [web]\n' }, undefined],
    ['on hosts that the inventory has in both groups', { hosts: '[nodes]\na\n[web]\na\n' }, undefined],
    ['on hosts of other machines by the inventory', { hosts: '[nodes]\na\n[web]\nb\n' }, 'elsewhere'],
    ['on any hosts, by a playbook of its own', { 'web.yml': '- hosts: "{{ x }}"\n  roles: [web]\n' }, 'elsewhere'],
    [
      'on any hosts, by a playbook that is imported together with theirs',
      {
        'web.yml': '- hosts: "{{ x }}"\n  roles: [web]\n',
        'all.yml': '- import_playbook: site.yml\n- import_playbook: web.yml\n',
      },
      undefined,
    ],
    ['where no play makes a node', { 'site.yml': '- hosts: nodes\n  roles: [db]\n' }, undefined],
  ])('%s', (_, files, expected) => {
    expect(apart(files)).toBe(expected);
    expect(apart(files, 'web.yml')).toBe(expected);
  });

  it('is none that makes the nodes', () => {
    expect(apart({}, 'roles/node/tasks/main.yml')).toBeUndefined();
    expect(apart({}, 'site.yml')).toBeUndefined();
  });
});
