/** Roles of Ansible: whether anything calls them, which of their files are used, and on whose hosts they run. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../support/in-memory.ts';
import { lintTexts } from '../support/in-memory.ts';

const NODE = { 'roles/worker/tasks/main.yml': '- command: kubeadm join --config /etc/join.yaml\n' };
const SITE = { 'site.yml': '- hosts: all\n  roles: [worker]\n' };

function severitiesIn(path: string, files: Files): string {
  return lintTexts(files)
    .findings.flatMap(({ span, severity }) => (span.source.path === path ? severity : []))
    .join();
}

describe('a role beside one that a playbook calls', () => {
  const ENGINE = 'roles/docker/tasks/main.yml';
  const severity = (path: string, text: string) =>
    severitiesIn(ENGINE, { ...NODE, ...SITE, [ENGINE]: '- apt: {name: docker-ce}\n', [path]: text });

  it.each([
    ['more.yml', '- hosts: all\n  roles: [docker]\n'],
    ['more.yml', '- hosts: all\n  roles: ["docker", other]\n'],
    ['more.yml', "- hosts: all\n  roles:\n  - 'docker' # the engine\n"],
    ['more.yml', '- hosts: all\n  roles:\n  - role: docker\n'],
    ['more.yml', '- hosts: all\n  roles:\n  - { role: "docker", size: 1 }\n'],
    ['more.yml', '- hosts: all\n  roles: [roles/docker]\n'],
    ['more.yml', '- hosts: all\n  roles: [docker/]\n'],
    ['more.yml', '- hosts: all\n  roles: [acme.docker]\n'],
    ['more.yml', '- hosts: all\n  tasks:\n  - import_role: name=docker\n'],
    ['more.yml', '- hosts: all\n  tasks:\n  - include_role:\n      name: docker\n'],
    ['other/more.yml', '- hosts: all\n  roles: [docker]\n'],
    ['more.j2', '- hosts: all\n  roles: [docker]\n'],
    ['roles/worker/meta/main.yml', 'dependencies: [docker]\n'],
    ['roles/worker/meta/main.yml', 'dependencies:\n- docker\n'],
    ['more.yml', '- hosts: all\n  roles:\n\n  - "{{ engine }}"\n'],
    ['more.yml', '- hosts: all\n  roles:\n  - role: "{{ engine }}"\n'],
    ['more.yml', '- hosts: all\n  tasks:\n  - include_role: name={{ engine }}\n'],
    ['more.yml', '- hosts: all\n  tasks:\n  - include_role:\n      name: "{{ engine }}"\n'],
  ])('may be called by %s: %s', (path, text) => {
    expect(severity(path, text)).toBe('warning');
  });

  it.each([
    ['more.yml', '- hosts: all\n  roles: [dockerx]\n'],
    ['more.yml', '# roles: [docker]\n'],
    ['more.yml', 'engine: docker\n'],
    ['README.md', '- hosts: all\n  roles: [docker]\n'],
    ['roles/docker/tasks/other.yml', '- include_role: {name: docker}\n'],
  ])('is called by nobody in %s: %s', (path, text) => {
    expect(severity(path, text)).toBe('notice');
  });

  it('may be called by somebody else where no playbook calls a role that is here', () => {
    const engine = { ...NODE, [ENGINE]: '- apt: {name: docker-ce}\n' };
    const other = { 'roles/other/tasks/main.yml': '- include_role: {name: worker}\n' };
    expect(severitiesIn(ENGINE, { ...engine, ...other })).toBe('warning');
    expect(severitiesIn(ENGINE, { ...engine, 'site.yml': '- hosts: all\n  roles: [unknown]\n' })).toBe('warning');
  });
});

describe('a template of a role whose tasks name their files', () => {
  const DAEMON = 'roles/worker/templates/daemon.json.j2';
  const severity = (source: string, more: Files = {}) =>
    severitiesIn(DAEMON, {
      ...SITE,
      'roles/worker/tasks/main.yml': `- command: kubeadm join\n- template:\n    src: ${source}\n    dest: /etc/worker.conf\n`,
      [DAEMON]: '{"insecure-registries": ["reg.example:5000"]}\n',
      ...more,
    });

  it.each([
    ['worker.conf.j2', 'notice'],
    ['worker.conf.j2\n    # daemon.json', 'notice'],
    ['/etc/docker/daemon.json', 'notice'],
    ['daemon.json', 'error'],
    ['"{{ name }}.j2"', 'warning'],
    ['templates/', 'warning'],
  ])('is used or not: src: %s', (source, expected) => {
    expect(severity(source)).toBe(expected);
  });

  it.each([
    ['roles/worker/tasks/more.yml', '- template: {src: "{{ name }}", dest: /etc}\n'],
    ['roles/worker/tasks/more.yml', `- debug: msg="{{ lookup('file', 'a') }}"\n`],
    ['roles/worker/tasks/more.yml', '- copy: {dest: /etc}\n  with_fileglob: ["*"]\n'],
    ['roles/worker/tasks/more.yml', '- copy: {dest: /etc}\n  with_filetree: [a]\n'],
    ['roles/worker/tasks/more.yml', '- copy: {dest: /etc}\n  with_first_found: [a]\n'],
    ['roles/worker/vars/main.yml', 'files: [daemon.json]\n'],
    ['roles/other/vars/main.yml', 'files: [daemon.json]\n'],
    ['tools/write.py', 'name = "daemon.json"\n'],
    ['tools/write.sh', 'name=daemon.json\n'],
  ])('may be used where %s says %s', (path, text) => {
    expect(severity('worker.conf.j2', { [path]: text })).toBe('warning');
  });

  it.each([
    ['notes.txt', 'daemon.json\n'],
    ['tools/show.sh', 'cat /etc/docker/daemon.json\n'],
  ])('is not, where %s says %s', (path, text) => {
    expect(severity('worker.conf.j2', { [path]: text })).toBe('notice');
  });
});

describe('a role that runs an application of Compose', () => {
  const STOP = 'roles/tools/tasks/stop.yml';
  const severity = (task: string, stop = '- command: docker inspect a\n', path = 'roles/tools/tasks/main.yml') =>
    severitiesIn(STOP, {
      ...NODE,
      'site.yml': '- hosts: all\n  roles: [worker, tools]\n',
      [path]: `- ${task}\n`,
      [STOP]: stop,
    });

  it.each([
    'command: docker compose up -d',
    'command: docker-compose -f a.yml -p app down',
    'command: docker compose pull',
    'command: docker compose start',
    'command: docker compose stop',
    'command: docker compose restart',
    'command: docker compose kill',
    'command: docker compose ps',
    'command: docker compose exec web true',
    'command: docker compose run web',
    'docker_compose: {project_src: /opt/app}',
    'community.docker.docker_compose: {project_src: /opt/app}',
    'community.docker.docker_compose_v2: {project_src: /opt/app}',
  ])('drives containers of its own: %s', (task) => {
    expect(severity(task)).toBe('notice');
  });

  it.each(['command: docker compose version', 'command: docker compose config', 'debug: {msg: compose}'])(
    'is told by what runs it: %s',
    (task) => {
      expect(severity(task)).toBe('warning');
    },
  );

  it('is not told by prose, and says nothing of a file that does what only nodes do', () => {
    expect(severity('command: docker compose up', undefined, 'roles/tools/files/README.md')).toBe('warning');
    const stop = '- command: docker inspect a\n- service: {name: kubelet, state: stopped}\n';
    expect(severity('command: docker compose up', stop)).toBe('error');
  });
});

describe('a play on hosts that no play makes nodes', () => {
  const files = (hosts: string): Files => ({
    'node.yml': '- hosts: east\n  tasks: [{command: kubeadm join}]\n',
    'roles/agent/tasks/main.yml': '- command: kubeadm join\n',
    'agent.yml': '- hosts: east\n  roles: [agent]\n',
    'play.yml': `- hosts: ${hosts}\n  tasks: [{command: docker inspect a}]\n`,
  });
  const severity = (hosts: string, path = 'inventory/hosts.ini', inventory = '') =>
    severitiesIn('play.yml', { ...files(hosts), [path]: inventory });

  it.each([
    ['west', 'notice'],
    ['\n  - west', 'notice'],
    ['east', 'error'],
    ['west,east', 'warning'],
    ['\n  - west\n  - east', 'warning'],
    ['"{{ group }}"', 'warning'],
    ['kube_node', 'warning'],
    ['all', 'warning'],
  ])('is for other machines: hosts: %s', (hosts, expected) => {
    expect(severity(hosts)).toBe(expected);
  });

  it.each([
    ['[east]\na\n[west]\nb\n', 'notice'],
    ['[east]\na\n[west]\na\n', 'warning'],
    ['[east]\na ansible_host=10.0.0.1\n[west]\na ansible_user=ops\n', 'warning'],
    ['[east]\na\n[inner]\na\n[west:children]\ninner\n', 'warning'],
    ['[east]\na\n[inner]\nb\n[west:children]\ninner\n', 'notice'],
    ['[inner]\na\n[east:children]\ninner\n[west]\na\n', 'warning'],
    ['[east:vars]\nsize=1\n[west:vars]\nsize=1\n', 'notice'],
    ['[east]\nlocalhost\n[west]\nlocalhost\n', 'notice'],
    ['[east]\n127.0.0.1\n[west]\n127.0.0.1\n', 'notice'],
  ])('is for nodes where an inventory has one of them in both groups: %j', (inventory, expected) => {
    expect(severity('west', undefined, inventory)).toBe(expected);
  });

  it.each([
    ['hosts', 'warning'],
    ['production.ini', 'warning'],
    ['inventory/production', 'warning'],
    ['inventories/production/hosts', 'warning'],
    ['inventory/hosts.yml', 'notice'],
    ['production.txt', 'notice'],
  ])('reads the inventory in %s', (path, expected) => {
    expect(severity('west', path, '[east]\na\n[west]\na\n')).toBe(expected);
  });
});
