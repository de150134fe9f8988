/** Handlers of roles are for the hosts of the plays that call the roles. */
import { describe, expect, it } from 'vitest';
import { type Files, loud } from '../support/in-memory.ts';
import { placeOf } from './places.ts';

const HANDLERS = 'roles/net/handlers/main.yml';
const ROLE = {
  [HANDLERS]: '- name: start bridge\n  service: {name: docker, state: started}\n',
  'roles/net/tasks/main.yml': '- service: {name: net, state: started}\n  notify: start bridge\n',
};
const play = (hosts: string, role = 'net') => `- hosts: ${hosts}\n  roles: [${role}]\n`;
const place = (files: Files) => placeOf(HANDLERS, { ...ROLE, ...files });

describe('the handlers of a role', () => {
  it('are for the nodes on which a play calls it', () => {
    expect(place({ 'site.yml': play('kube_node') })).toBe('node');
    expect(loud({ ...ROLE, 'site.yml': play('kube_node') })).toEqual([
      `${HANDLERS}:2:19 warning docker-service-unit "docker"`,
    ]);
  });

  it('are for the nodes of a play whose tasks include it', () => {
    const tasks = '- hosts: kube_node\n  tasks:\n    - include_role: {name: net, tasks_from: docker}\n';
    const others = { 'roles/net/tasks/docker.yml': '- service: {name: docker, state: started}\n' };
    expect(place({ ...others, 'site.yml': tasks })).toBe('node');
  });

  it('are for the nodes of a role in a folder of roles', () => {
    const files = {
      'roles/net/bridge/handlers/main.yml': '- name: a\n  service: {name: docker, state: started}\n',
      'roles/net/bridge/tasks/main.yml': '- service: {name: docker, state: started}\n',
      'site.yml': play('kube_node', 'net/bridge'),
    };
    expect(placeOf('roles/net/bridge/handlers/main.yml', files)).toBe('node');
  });

  it('are for nobody knows whom where no play calls it, or one for others does', () => {
    expect(place({ 'site.yml': play('kube_node', 'other') })).toBe('unknown');
    expect(place({ 'site.yml': play('builders') })).toBe('unknown');
  });
});

describe('a file that a task puts into a folder of a variable', () => {
  const told = (target: string) =>
    loud({ 'roles/engine/tasks/main.yml': `- command: kubeadm join\n- copy: {src: a.conf, dest: "${target}"}\n` });

  it.each(['{{ systemd_dir }}/docker.service.d/proxy.conf', '{{ root }}/docker/daemon.json'])(
    'is known by the end of its path: %s',
    (target) => {
      expect(told(target).map((line) => line.split(' ')[2])).toEqual(['docker-daemon-config']);
    },
  );

  it.each([
    '{{ systemd_dir }}/containerd.service.d/proxy.conf',
    '{{ root }}/app/daemon.json',
    '{{ root }}/docker.service.d',
  ])('is another one: %s', (target) => {
    expect(told(target)).toEqual([]);
  });

  it('is told with the unit of the repository that it puts there', () => {
    const files = {
      'roles/engine/tasks/main.yml':
        '- command: kubeadm join\n- copy: {src: docker.service, dest: "{{ dir }}/docker.service"}\n',
      'roles/engine/files/docker.service': '[Service]\nExecStart=/usr/bin/docker -d\n',
    };
    expect(loud(files).map((line) => line.split(':')[0])).toEqual(['roles/engine/files/docker.service']);
  });
});

describe('a unit that starts the daemon in the words of an older Docker', () => {
  const told = (start: string) =>
    loud({ 'node.sh': 'kubeadm join\n', 'docker.service': `[Service]\nExecStart=/usr/bin/docker ${start}\n` });

  it.each(['-d $OPTIONS', '--daemon', 'daemon -H fd://'])('is told: docker %s', (start) => {
    expect(told(start).map((line) => line.split(' ')[2])).toEqual(['docker-service-unit']);
  });

  it('is none where it starts a container', () => {
    expect(told('run -d acme/a')[0]).toContain('docker-cli-command');
  });
});
