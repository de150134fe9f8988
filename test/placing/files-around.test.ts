/** What is read from the files of a repository alone, before any of them is parsed: applications of Compose, RKE, inventories, roles. */
import { describe, expect, it } from 'vitest';
import { composeMounts, hasComposeServices, isComposeName } from '../../src/placing/compose.ts';
import { isInventory, readInventory } from '../../src/placing/inventories.ts';
import { clustersOfRke } from '../../src/placing/rke.ts';
import { unusedRoleFiles } from '../../src/placing/role-files.ts';
import { composeRoles, roleFolderOf, rolesNamed, uncalledRoles } from '../../src/placing/roles.ts';
import { isNumbered } from '../../src/placing/sequences.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';

const inputs = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));

describe('a file of Compose', () => {
  it.each([
    ['docker-compose.yml', true],
    ['compose.yaml', true],
    ['a/Docker-Compose.prod.yml', true],
    ['compose.override.yaml', true],
    ['my-compose.yml', false],
    ['docker-compose.json', false],
    ['docker-compose.yml.bak', false],
  ])('is known by its name: %s: %s', (path, expected) => {
    expect(isComposeName(path)).toBe(expected);
  });

  it.each([
    ['services:\n  web:\n    image: a\n', true],
    ['services:\n  web:\n    build: .\n', true],
    ['version: "3"\nservices:\n  "web":\n    ports: [a]\n', true],
    ["services:  \n  'web':\n    deploy: {}\n", true],
    ['services:\n  web:\n    # the server\n    restart: always\n', true],
    ['services:\n  web:\n      depends_on: [db]\n', true],
    ['services:\n  web: &web\n    image: a\n', false],
    ['services:\n  web:\n    port: 80\n', false],
    ['services:\n  web:\n', false],
    ['services: [web]\n', false],
    ['  services:\n    web:\n      image: a\n', false],
    ['all:\n  web:\n    image: a\n', false],
    ['nodes:\n- address: a\nservices:\n  etcd:\n    image: a\n', false],
    ['steps: []\nservices:\n  web:\n    image: a\n', false],
    ['jobs: {}\nservices:\n  web:\n    image: a\n', false],
    ['kind: A\nservices:\n  web:\n    image: a\n', false],
    ['stages: [a]\nservices:\n  web:\n    image: a\n', false],
    ['pipeline: {}\nservices:\n  web:\n    image: a\n', false],
  ])('is known by its services: %j: %s', (text, expected) => {
    expect(hasComposeServices({ path: 'stack.yml', text })).toBe(expected);
    expect(hasComposeServices({ path: 'stack.txt', text })).toBe(false);
  });

  it.each([
    ['    - ./conf/a.yml:/etc/a.yml:ro', 'app/conf/a.yml', true],
    ['    - "./conf/a.yml:/etc/a.yml"', 'app/conf/a.yml', true],
    ["    -   './conf/a.yml:/etc/a.yml'", 'app/conf/a.yml', true],
    ['    - ../conf/a.yml:/etc/a.yml', 'conf/a.yml', true],
    ['      source: ./conf/a.yml', 'app/conf/a.yml', true],
    ['    - source: "./conf/a.yml"', 'app/conf/a.yml', true],
    ['    - ./conf:/etc/conf', 'app/conf/a.yml', true],
    ['    - ./conf:/etc/conf', 'app/conf/sub/a.yml', true],
    ['    - ./conf/a.yml:/etc/a.yml', 'app/conf/b.yml', false],
    ['    - ./conf/a.yml:/etc/a.yml', 'conf/a.yml', false],
    ['    - /conf/a.yml:/etc/a.yml', 'app/conf/a.yml', false],
    ['    - conf:/etc/conf', 'app/conf/a.yml', false],
    ['    - ./conf/a.yml:relative', 'app/conf/a.yml', false],
    ['    # ./conf/a.yml:/etc/a.yml', 'app/conf/a.yml', false],
    ['    - ./${ENV}/a.yml:/etc/a.yml', 'app/prod/a.yml', true],
    ['    - ./{{ .env }}/a.yml:/etc/a.yml', 'app/prod/a.yml', true],
    ['    - ./{{ .env }}/a.yml:/etc/a.yml', 'app/prod/b.yml', false],
    ['    - ./{{ .env }}/a.yml:/etc/a.yml', 'app/prod/x/a.yml', false],
    ['    - ./conf/${NAME}:/etc/a.yml', 'app/conf/a.yml', false],
  ])('mounts what it names below its folder: %j: %s: %s', (line, path, expected) => {
    const text = `services:\n  web:\n    image: a\n    volumes:\n${line}\n`;
    expect(composeMounts([{ path: 'app/compose.yml', text }])(path)).toBe(expected);
  });
});

describe('a folder with a cluster of RKE', () => {
  const rke = (files: Files, path = 'c/x/run.sh') => clustersOfRke(inputs(files))(path);

  it.each([
    'resource "rke_cluster" "a" {\n',
    'rke_config = {}\n',
    '  rke_config {\n',
    'source = "rancher/rke"\n',
    'source="rancher/rke"\n',
    'rke up\n',
    'sudo rke up\n',
    './rke up\n',
    'rke_linux-amd64 up\n',
    'rke --config up\n',
    'rke -d remove\n',
    'rke etcd snapshot-save\n',
    'rke util get-state-file\n',
    'x=$(rke up)\n',
    'rm cluster.rkestate\n',
    'nodes:\n- address: a\n  role: [controlplane, etcd]\n',
    'nodes:\n- address: a\n  role:\n  - worker\n',
  ])('is known by %j', (text) => {
    expect(rke({ 'c/a.txt': text })?.source.path).toBe('c/a.txt');
  });

  it.each([
    'resource "rke2_cluster" "a" {\n',
    'my_rke_config = {}\n',
    'source = "rancher/rke2"\n',
    'rke2 up\n',
    'rke upgrade\n',
    'rke version\n',
    'barke up\n',
    'my.cluster.rkestates\n',
    'nodes:\n- address: a\n  role: [web]\n',
    'nodes:\n- host: a\n  role: [worker]\n',
    'hosts:\n- address: a\n  role: [worker]\n',
  ])('and not by %j', (text) => {
    expect(rke({ 'c/a.txt': text })).toBeUndefined();
  });

  it('is that of the nearest folder above, with the line that says so', () => {
    const files = { 'a.sh': 'true\nrke up --x\ntrue\n', 'c/b.sh': 'rke remove\n' };
    const shown = (path: string) => {
      const span = rke(files, path);
      return span && `${span.source.path} ${span.source.text.slice(span.start, span.end)}`;
    };
    expect([shown('c/x/run.sh'), shown('c/run.sh'), shown('d/run.sh'), shown('run.sh')]).toEqual([
      'c/b.sh rke remove',
      'c/b.sh rke remove',
      'a.sh rke up --x',
      'a.sh rke up --x',
    ]);
  });

  it.each(['kubeadm', 'k3s', 'rke2', 'k0s', 'microk8s', 'kubespray', 'kops', 'eksctl', 'nodeadm'])(
    'is none where a file of it makes another cluster: %s',
    (tool) => {
      expect(rke({ 'c/a.sh': 'rke up\n', 'c/y/b.sh': `${tool} up\n` })).toBeUndefined();
      expect(rke({ 'c/a.sh': 'rke up\n', 'd/b.sh': `${tool} up\n` })).toBeDefined();
    },
  );
});

describe('an inventory', () => {
  it.each([
    ['hosts', true],
    ['hosts.ini', true],
    ['inventory/a', true],
    ['inventories/prod/a.yml', true],
    ['inventory.yml', true],
    ['prod.INI', true],
    ['ghosts', false],
    ['myinventory/a', false],
    ['prod.init', false],
  ])('is known by its path: %s: %s', (path, expected) => {
    expect(isInventory(path)).toBe(expected);
  });

  const sharing = (files: Files, group: string) => [...readInventory(inputs(files)).groupsSharingHosts([group])].sort();

  it.each<readonly [string, Files, string, readonly string[]]>([
    ['with one host in two groups', { hosts: '[a]\nn1\n[b]\nn1 x=1\n[c]\nn2\n' }, 'a', ['a', 'b']],
    ['with a group in another one', { hosts: '[a]\nn1\n[all_nodes:children]\na\n' }, 'a', ['a', 'all_nodes']],
    ['with the hosts of a child', { hosts: '[a:children]\nb\n[b]\nn1\n[c]\nn1\n' }, 'a', ['a', 'b', 'c']],
    ['with variables of one name', { hosts: '[a]\nn1\n[b:vars]\nn1=x\n' }, 'a', ['a']],
    ['with localhost in two groups', { hosts: '[a]\nlocalhost\n127.0.0.1\n[b]\nlocalhost\n127.0.0.1\n' }, 'a', ['a']],
    ['with comments and blank lines', { hosts: '[a]\n# n1\n\n[b]\n# n1\n' }, 'a', ['a']],
    ['in two files', { 'hosts.ini': '[a]\nn1\n', 'inventory/x': '[b]\nn1\n' }, 'a', ['a', 'b']],
    ['in a program that prints one', { 'hosts.ini': '[a]\nn1\n', 'inventory/x.py': '[b]\nn1\n' }, 'a', ['a']],
    ['in a file that is called otherwise', { 'hosts.ini': '[a]\nn1\n', 'list.txt': '[b]\nn1\n' }, 'a', ['a']],
    [
      'in YAML',
      {
        'hosts.yml':
          'all:\n  children:\n    a: {hosts: {n1: , n2: }}\n    b: {hosts: {n2: }}\n    c: {hosts: {n3: }}\n',
      },
      'a',
      ['a', 'all', 'b'],
    ],
  ])('%s', (_, files, group, expected) => {
    expect(sharing(files, group)).toEqual(expected);
  });

  it('says which groups it has', () => {
    const { has } = readInventory(inputs({ hosts: '[a]\nn1\n[b:children]\na\n[c:vars]\nx=1\n[d]\n' }));
    expect(['a', 'b', 'c', 'd'].filter(has)).toEqual(['a', 'b']);
  });
});

describe('a numbered script', () => {
  it.each([
    ['01-docker.sh', true],
    ['up/1_docker.sh', true],
    ['up/100.docker.sh', true],
    ['_02-docker.sh', true],
    ['02 docker.sh', true],
    ['2docker.sh', false],
    ['docker-01.sh', false],
    ['2024-docker.sh', false],
    ['01-up/docker.sh', false],
  ])('begins with its number: %s: %s', (path, expected) => {
    expect(isNumbered(path)).toBe(expected);
  });
});

describe('the words that lead to a role', () => {
  it.each<readonly [string, readonly string[]]>([
    ['- role: a\n', ['a']],
    ['- { role: "a", when: x }\n', ['a']],
    ["- role: 'acme.a'\n", ['acme.a', 'a']],
    ['roles: [a, b]\n', ['a', 'b']],
    ['roles:\n- a\n- "b"\n', ['a', 'b']],
    ['dependencies:\n  - a # first\n', ['a']],
    ['- include_role: {name: a}\n', ['a']],
    ['- import_role:\n    name: "a"\n', ['a']],
    ['- include_role: name=a\n', ['a']],
    ['roles:\n- ../a/\n', ['../a', 'a']],
  ])('are in %j', (text, expected) => {
    expect([...rolesNamed(text)]).toEqual(expect.arrayContaining([...expected]));
  });

  it.each(['tasks:\n- a\n', 'name: a\n', 'hosts: a\n', '# a\n', '  my_roles: [a]\n'])('are none in %j', (text) => {
    expect([...rolesNamed(text)]).toEqual([]);
  });

  it.each([
    ['roles/a/tasks/main.yml', 'roles/a'],
    ['x/roles/a/b/tasks/main.yml', 'x/roles/a'],
    ['roles/a.yml', undefined],
    ['myroles/a/tasks/main.yml', undefined],
  ])('are those of the folder of a role: %s: %s', (path, folder) => {
    expect(roleFolderOf(path)).toBe(folder);
  });
});

describe('a role that nothing calls', () => {
  const ROLES = { 'roles/a/tasks/main.yml': '', 'roles/b/tasks/main.yml': '' };
  const isUncalled = (files: Files, path = 'roles/b/tasks/main.yml') =>
    uncalledRoles(inputs({ ...ROLES, ...files }))(path);
  const PLAY = '- hosts: x\n  roles: [a]\n';

  it.each<readonly [string, Files, boolean]>([
    ['a playbook beside it calls another one', { 'site.yml': PLAY }, true],
    ['a playbook below that calls another one', { 'plays/site.yml': PLAY }, true],
    ['a playbook calls it', { 'site.yml': '- hosts: x\n  roles: [a, b]\n' }, false],
    ['another role calls it', { 'site.yml': PLAY, 'roles/a/meta/main.yml': 'dependencies: [b]\n' }, false],
    ['it only calls itself', { 'site.yml': PLAY, 'roles/b/tasks/x.yml': '- include_role: {name: b}\n' }, true],
    ['prose calls it', { 'site.yml': PLAY, 'README.md': 'roles: [b]\n' }, true],
    ['no playbook calls any', { 'site.yml': '- hosts: x\n' }, false],
    ['what calls the other is no playbook', { 'tasks.yml': '- include_role: {name: a}\n' }, false],
    ['a playbook calls one elsewhere', { 'site.yml': '- hosts: x\n  roles: [c]\n' }, false],
    ['the playbook lies in another project', { 'other/site.yml': PLAY, 'x/roles/b/tasks/main.yml': '' }, true],
    ['a playbook calls any', { 'site.yml': `${PLAY}- hosts: y\n  roles:\n  - "{{ name }}"\n` }, false],
    ['a role of any name is included', { 'site.yml': `${PLAY}  tasks:\n  - include_role: {name: "{{ x }}"}\n` }, false],
    ['a role of any name is called', { 'site.yml': `${PLAY}- hosts: y\n  roles:\n  - role: "{{ x }}"\n` }, false],
  ])('where %s: %s', (_, files, expected) => {
    expect(isUncalled(files)).toBe(expected);
  });

  it.each([
    ['roles/b/handlers/main.yml', true],
    ['roles/b/templates/x.j2', true],
    ['roles/b/files/x', true],
    ['roles/b/defaults/main.yml', true],
    ['roles/b/vars/main.yml', true],
    ['roles/b/meta/main.yml', true],
    ['roles/b/README.md', false],
    ['roles/a/tasks/main.yml', false],
    ['tasks/main.yml', false],
  ])('has all of its files: %s: %s', (path, expected) => {
    expect(isUncalled({ 'site.yml': PLAY }, path)).toBe(expected);
  });
});

describe('a role that runs an application of Compose', () => {
  it.each([
    ['- docker_compose: {project_src: a}\n', true],
    ['  docker_compose_v2:\n', true],
    ['- community.docker.docker_compose_v2: {}\n', true],
    ['- command: docker-compose up -d\n', true],
    ['- command: docker compose -f a.yml down\n', true],
    ['- command: docker compose --file a.yml exec web ls\n', true],
    ['- command: docker-compose version\n', false],
    ['- command: docker compose config\n', false],
    ['- docker_container: {name: a}\n', false],
    ['- my_docker_compose: {}\n', false],
  ])('says so in a task: %j: %s', (text, expected) => {
    const is = composeRoles(inputs({ 'roles/a/tasks/main.yml': text, 'roles/b/tasks/main.yml': '' }));
    expect([is('roles/a/handlers/main.yml'), is('roles/b/tasks/main.yml'), is('a.yml')]).toEqual([
      expected,
      false,
      false,
    ]);
  });

  it('does not say so in prose', () => {
    const files = inputs({ 'roles/a/files/README.md': '- command: docker-compose up\n' });
    expect(composeRoles(files)('roles/a/tasks/main.yml')).toBe(false);
  });
});

describe('a file of a role that no task names', () => {
  const isUnused = (tasks: string, path = 'roles/a/templates/old.conf.j2', more: Files = {}) =>
    unusedRoleFiles(inputs({ 'roles/a/tasks/main.yml': tasks, ...more }))(path);
  const OTHER = '- template: {src: new.conf.j2, dest: /etc/a.conf}\n';

  it.each<readonly [string, string, boolean]>([
    ['tasks name another one', OTHER, true],
    ['tasks name it', `${OTHER}- template: {src: old.conf.j2, dest: /b}\n`, false],
    ['tasks name it without the ending of templates', `${OTHER}- template: {src: old.conf, dest: /b}\n`, false],
    ['tasks name it with a folder', `${OTHER}- template: src=sub/old.conf.j2 dest=/b\n`, false],
    ['a comment names it', `${OTHER}# old.conf.j2\n`, true],
    ['a path of the machine ends like it', `${OTHER}- file: {path: /etc/old.conf, state: absent}\n`, true],
    ['tasks write no file', '- command: ls\n', false],
    ['a name is filled in', `${OTHER}- template: src={{ name }}.j2 dest=/b\n`, false],
    ['a whole folder is copied', `${OTHER}- copy:\n    src: sub/\n    dest: /b\n`, false],
    ['all of a pattern are copied', `${OTHER}  with_fileglob: "*.j2"\n`, false],
    ['the first one that is there is taken', `${OTHER}  with_first_found: [a]\n`, false],
    ['a lookup finds it', `${OTHER}- debug: msg={{ lookup("file", x) }}\n`, false],
    [
      'another is found by the path of the role',
      `${OTHER}- copy:\n    src: "{{ role_path }}/files/x"\n    dest: /b\n`,
      true,
    ],
  ])('where %s: %s', (_, tasks, expected) => {
    expect(isUnused(tasks)).toBe(expected);
  });

  it.each<readonly [string, string, Files, boolean]>([
    ['is one of its files', 'roles/a/files/old.sh', {}, true],
    ['lies deeper', 'x/roles/a/files/sub/old.sh', { 'x/roles/a/tasks/main.yml': OTHER }, true],
    ['is one of another role', 'roles/b/files/old.sh', {}, false],
    ['is no file of it', 'roles/a/tasks/old.yml', {}, false],
    ['is named by another role', 'roles/a/files/old.sh', { 'roles/b/tasks/main.yml': '- copy: src=old.sh\n' }, false],
    ['is named by a script', 'roles/a/files/old.sh', { 'run.sh': 'cp roles/a/files/old.sh /b\n' }, false],
    ['is named in prose', 'roles/a/files/old.sh', { 'README.md': 'old.sh\n' }, true],
  ])('where it %s', (_, path, more, expected) => {
    expect(isUnused(OTHER, path, more)).toBe(expected);
  });
});

describe('what somebody has typed', () => {
  const home = (name: string) =>
    lintTexts({
      'manifests/node.pp': `file { "/home/a/${name}":\n  content => template("site/${name.replace('.', '')}.erb")\n}\nservice { 'kubelet': ensure => running }\n`,
      [`templates/${name.replace('.', '')}.erb`]: 'docker logs <%= @name %>\ndocker ps\n',
    }).findings.length;

  it('is run by nothing, wherever a node has its history', () => {
    expect(home('.bash_history')).toBe(0);
    expect(home('.bash_profile')).toBeGreaterThan(0);
  });
});

describe('bodies of requests in the pages of an API', () => {
  it('configure no node', () => {
    const told = (path: string) =>
      lintTexts({ [path]: '{"coe": "kubernetes", "docker_storage_driver": "overlay"}\n' }).findings;
    expect(told('api-ref/samples/template-create-req.json')).toEqual([]);
    expect(told('samples/template.json').length).toBe(1);
  });
});
