/** Which playbooks and roles start their containers with an engine that another play or role of the same run installs. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../support/in-memory.ts';
import { lintTexts } from '../support/in-memory.ts';

/** A project of a cluster, whose inventory has its hosts alone. */
const CLUSTER = {
  'inventory/hosts.ini': '[kube_node]\na.example.com\n[other]\nb.example.com\n',
  'cluster.yml': '- hosts: kube_node\n  roles: [worker]\n',
  'roles/worker/tasks/main.yml': '- command: kubeadm join --config /etc/join.yaml\n',
};
const FETCHED = '- hosts: all\n  roles: [../modules/engines/docker]\n';
const ENGINE = { 'engine.yml': FETCHED };
const RUN = '- command: docker run -d --name probe acme/probe\n';
const PROBE = `- hosts: all\n  tasks:\n    ${RUN}`;

/** How loud it is that the file starts a container. */
function loudness(path: string, files: Files): string | undefined {
  const { findings } = lintTexts({ ...CLUSTER, ...files });
  return findings.find((one) => one.rule === 'docker-cli-command' && one.span.source.path === path)?.severity;
}

describe('a playbook starts containers with the engine that its run installs', () => {
  it.each([
    ['by an import in front of it', `- import_playbook: engine.yml\n${PROBE}`],
    ['by an import that has a name', `- name: Engine\n  import_playbook: engine.yml\n${PROBE}`],
    ['by an include, as Ansible had it', `- include: engine.yml\n${PROBE}`],
    [
      'by a play on all hosts',
      `- hosts: all\n  tasks:\n    - apt: {name: docker-ce}\n- hosts: other\n  tasks:\n    ${RUN}`,
    ],
    ['by a role that is fetched', `${FETCHED}${PROBE}`],
    [
      'by a fetched role that is switched on',
      `- hosts: all\n  roles:\n    - {role: ../modules/engines/docker, when: "install_docker | default('yes')"}\n${PROBE}`,
    ],
  ])('%s', (_name, playbook) => {
    expect(loudness('probe.yml', { ...ENGINE, 'probe.yml': playbook })).toBe('notice');
  });

  it.each([
    ['nothing installs one', PROBE],
    ['it is installed on other hosts', `${FETCHED.replace('all', 'other')}${PROBE}`],
    [
      'it is installed where somebody chooses it',
      `- hosts: all\n  roles:\n    - {role: ../modules/engines/docker, when: runtime == 'docker'}\n${PROBE}`,
    ],
    ['the run is about a kubelet', `- import_playbook: engine.yml\n- import_playbook: cluster.yml\n${PROBE}`],
    ['the run is for nodes by name', `- import_playbook: engine.yml\n${PROBE}- hosts: k8s_workers\n  tasks: []\n`],
  ])('and not where %s', (_name, playbook) => {
    expect(loudness('probe.yml', { ...ENGINE, 'probe.yml': playbook })).toBe('warning');
  });

  it('and not where a run for nodes imports it too', () => {
    const files = {
      ...ENGINE,
      'probe.yml': `- import_playbook: engine.yml\n${PROBE}`,
      'site.yml': '- import_playbook: cluster.yml\n- import_playbook: probe.yml\n',
    };
    expect(loudness('probe.yml', files)).toBe('warning');
  });
});

describe('a role starts containers with the engine of a role that is called with it', () => {
  const unit = 'roles/boot/templates/boot.service.j2';
  const roles = {
    'units/kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet --config /etc/kubelet.yaml\n',
    'roles/labels/tasks/main.yml': '- command: kubectl label node a b=c\n',
    'roles/common/tasks/main.yml': '- apt: {name: docker.io}\n',
    'roles/boot/tasks/main.yml': '- template: {src: boot.service.j2, dest: /etc/systemd/system/boot.service}\n',
    [unit]: '[Service]\nExecStart=/usr/bin/docker run --rm --name boot acme/boot\n',
  };
  const called = (files: Files) => loudness(unit, { ...roles, ...files });

  it('in the same play', () => {
    expect(called({ 'boot.yml': '- hosts: all\n  roles:\n    - common\n    - boot\n' })).toBe('notice');
  });

  it('as what it depends on', () => {
    const files = {
      'boot.yml': '- hosts: all\n  roles: [boot]\n',
      'roles/boot/meta/main.yml': 'dependencies: [common]\n',
    };
    expect(called(files)).toBe('notice');
  });

  it('and not where a play calls it without', () => {
    const files = {
      'boot.yml': '- hosts: all\n  roles: [common, boot]\n',
      'more.yml': '- hosts: all\n  roles: [boot]\n',
    };
    expect(called(files)).toBe('warning');
  });

  it('and not with a role of nodes', () => {
    expect(called({ 'boot.yml': '- hosts: all\n  roles: [common, boot, worker]\n' })).toBe('warning');
  });
});

describe('plays that import the same playbook', () => {
  it('are run by themselves, and make no nodes of the hosts of one another', () => {
    const servers = Object.fromEntries(
      ['mail', 'web', 'backup', 'users'].map((name) => [`roles/${name}/tasks/main.yml`, '- apt: {name: acl}\n']),
    );
    const files = {
      ...servers,
      'inventory/hosts.ini': '[machines]\na.example.com\n',
      'cluster.yml': '- import_playbook: base.yml\n- hosts: "{{ nodes }}"\n  roles: [worker]\n',
      'store.yml': `- import_playbook: base.yml\n- hosts: "{{ store }}"\n  tasks:\n    ${RUN}`,
      'base.yml': '- hosts: "{{ any }}"\n  tasks:\n    - apt: {name: acl}\n',
    };
    expect(loudness('store.yml', files)).toBe('notice');
    const together = { ...files, 'site.yml': '- import_playbook: cluster.yml\n- import_playbook: store.yml\n' };
    expect(loudness('store.yml', together)).toBe('warning');
  });
});
