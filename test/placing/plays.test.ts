/** Which roles and playbooks of Ansible are for machines that no play makes nodes. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';
import { placesOf } from './places.ts';

const ENGINE = { 'roles/engine/tasks/main.yml': '- apt: {name: docker-ce}\n' };
const JOIN = { 'roles/worker/tasks/main.yml': '- command: kubeadm join --config /etc/join.yaml\n' };
/** Roles that have nothing to do with a cluster. */
const SERVERS = Object.fromEntries(
  ['users', 'mail', 'web', 'backup'].map((name) => [`roles/${name}/tasks/main.yml`, '- apt: {name: acl}\n']),
);

function engine(files: Readonly<Record<string, string>>): string | undefined {
  return placesOf({ ...ENGINE, ...JOIN, ...files })['roles/engine/tasks/main.yml'];
}

const ELSEWHERE = 'unknown: runs on another machine';
const NODE = 'node: the same Ansible project (roles/worker/tasks/main.yml, line 1 calls kubeadm join)';

describe('a role on hosts that whoever runs the play names', () => {
  const cluster = { 'cluster.yml': '- hosts: "{{ nodes }}"\n  roles: [worker]\n' };

  it.each([
    ['as a variable', '"{{ inventory }}"'],
    ['as a variable with a default', '"{{ target | default(\'all\') }}"'],
    ['with --limit', 'all'],
    ['as a group of its own', 'builders'],
  ])('is for other machines than those that another play makes nodes: %s', (_name, hosts) => {
    expect(engine({ ...SERVERS, ...cluster, 'engine.yml': `- hosts: ${hosts}\n  roles: [engine]\n` })).toBe(ELSEWHERE);
  });

  it.each([
    ['in the same play', { 'site.yml': '- hosts: all\n  roles: [engine, worker]\n' }],
    ['in a play beside it', { 'site.yml': '- hosts: all\n  roles: [engine]\n- hosts: nodes\n  roles: [worker]\n' }],
    [
      'in a playbook that is imported beside it',
      {
        'site.yml': '- import_playbook: engine.yml\n- ansible.builtin.import_playbook: plays/cluster.yml\n',
        'engine.yml': '- hosts: all\n  roles: [engine]\n',
        'plays/cluster.yml': '- hosts: nodes\n  roles: [worker]\n',
      },
    ],
    ['as what it depends on', { ...cluster, 'roles/worker/meta/main.yml': 'dependencies:\n  - role: engine\n' }],
    [
      'on the same group',
      {
        'engine.yml': '- hosts: machines\n  roles: [engine]\n',
        'cluster.yml': '- hosts: machines\n  roles: [worker]\n',
      },
    ],
    [
      'on a group of nodes of an inventory as INI',
      {
        'engine.yml': '- hosts: machines\n  roles: [engine]\n',
        'cluster.yml': '- hosts: first\n  roles: [worker]\n',
        'hosts.ini': '[first]\na.example.com\n[machines:children]\nfirst\n',
      },
    ],
    [
      'on a group of nodes of an inventory as YAML',
      {
        'engine.yml': '- hosts: machines\n  roles: [engine]\n',
        'cluster.yml': '- hosts: first\n  roles: [worker]\n',
        'inventory/hosts.yml':
          'all:\n  children:\n    machines:\n      children:\n        first:\n    first:\n      hosts:\n        a.example.com:\n          port: 22\n',
      },
    ],
    [
      'on a group of nodes of an inventory as YAML in braces',
      {
        'engine.yml': '- hosts: machines\n  roles: [engine]\n',
        'cluster.yml': '- hosts: first\n  roles: [worker]\n',
        'inventory/hosts.yml': 'machines: {children: {first: }}\nfirst: {hosts: {a.example.com: {port: 22}}}\n',
      },
    ],
  ])('is for nodes where a play calls it with the role that makes them: %s', (_name, files: Record<string, string>) => {
    expect(engine({ ...SERVERS, ...files })).toBe(NODE);
  });

  it('is for nodes in a project of which half is for a cluster', () => {
    const separate = { ...cluster, 'engine.yml': '- hosts: all\n  roles: [engine]\n' };
    expect(engine(separate)).toBe(NODE);
  });

  it('is for nodes in a project of which half of the playbooks are for a cluster, whatever its roles are', () => {
    const files = {
      ...SERVERS,
      ...cluster,
      'engine.yml': '- hosts: all\n  roles: [engine]\n',
      'drain.yml': '- hosts: "{{ group }}"\n  tasks:\n    - command: kubectl drain {{ inventory_hostname }}\n',
      'label.yml': '- hosts: "{{ group }}"\n  tasks:\n    - command: kubectl label node {{ inventory_hostname }} a=b\n',
    };
    expect(engine(files)).toBe(NODE);
  });

  it('may be for nodes where nobody knows what makes them', () => {
    const files = { ...SERVERS, 'engine.yml': '- hosts: all\n  roles: [engine]\n' };
    expect(engine(files)).toBe(NODE);
  });

  it('takes what it copies with it', () => {
    const files = {
      ...SERVERS,
      ...cluster,
      ...JOIN,
      'engine.yml': '- hosts: all\n  roles: [engine]\n',
      'roles/engine/tasks/main.yml': '- template: {src: daemon.json.j2, dest: /etc/docker/daemon.json}\n',
      'roles/engine/templates/daemon.json.j2': '{"registry-mirrors": ["https://mirror.example.com"]}\n',
      'roles/engine/templates/agent.service.j2': '[Service]\nExecStart=/usr/bin/docker run acme/agent\n',
    };
    expect(new Set(lintTexts(files).findings.map(({ severity }) => severity))).toEqual(new Set(['notice']));
  });
});

describe('hosts that whoever runs a playbook names', () => {
  const store = (hosts: string) =>
    lintTexts({
      'worker.yml': `- hosts: "{{ machines }}"\n  tasks:\n    - command: kubeadm join --config /etc/join.yaml\n`,
      'store.yml': `- hosts: "${hosts}"\n  tasks:\n    - command: docker ps -a\n`,
    }).findings.map(({ severity }) => severity);

  it('are others for each playbook, however they are called', () => {
    expect(store('{{ machines }}')).toEqual(['notice']);
    expect(store('{{ somebody }}')).toEqual(['notice']);
  });
});

describe('a role on hosts without those of another group', () => {
  it('is for other machines than those of the other group', () => {
    const cluster = { 'cluster.yml': '- hosts: workers\n  roles: [worker]\n' };
    const others = { 'engine.yml': "- hosts: 'builders:!workers'\n  roles: [engine]\n" };
    expect(engine({ ...SERVERS, ...cluster, ...others })).toBe(ELSEWHERE);
  });
});

describe('a role that no play of the repository calls', () => {
  const rules = { 'cluster/rules.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n' };
  const engine = (files: Readonly<Record<string, string>>) =>
    placesOf({ ...ENGINE, ...rules, ...files })['roles/engine/tasks/main.yml'];

  it('is for servers where no role beside it is for a cluster', () => {
    expect(engine(SERVERS)).toBe(ELSEWHERE);
    expect(engine({ ...SERVERS, 'roles/ports/tasks/main.yml': '- ufw: {rule: allow, comment: kubelet}\n' })).toBe(
      'unknown',
    );
    expect(engine({ 'roles/tools/tasks/main.yml': '- command: kubectl version\n' })).toBe('unknown');
  });
});

describe('a playbook for servers that a pipeline runs', () => {
  it.each(['all', 'localhost'])('is for the machine of the pipeline, with its roles: hosts: %s', (hosts) => {
    const files = {
      ...ENGINE,
      ...SERVERS,
      'site.yml': `- hosts: ${hosts}\n  roles: [engine]\n`,
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  try:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ansible-playbook -i localhost, site.yml\n',
    };
    expect(placesOf(files)['roles/engine/tasks/main.yml']).toMatch(/^ci: /);
  });
});

describe('files beside plays for servers', () => {
  const says = (other: string) =>
    lintTexts({
      'site.yml': '- hosts: web\n  tasks:\n    - include_tasks: tasks/engine.yml\n',
      'tasks/engine.yml': '- template: {src: ../config/daemon.json.j2, dest: /etc/docker/daemon.json}\n',
      'config/daemon.json.j2': '{"registry-mirrors": ["https://mirror.example.com"]}\n',
      'other.yml': other,
    }).findings.flatMap(({ severity }) => severity);

  it('are for them in a repository without a word of Kubernetes', () => {
    expect(says('a: 1\n')).not.toContain('warning');
    expect(says('apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n')).toContain('warning');
  });
});

describe('the tools of NVIDIA for containers', () => {
  it('are for any machine with Docker', () => {
    const files = {
      'roles/gpu/tasks/main.yml': '- apt: {name: nvidia-docker2}\n',
      'roles/tools/tasks/main.yml': '- command: docker ps\n',
    };
    expect(placesOf(files)['roles/tools/tasks/main.yml']).toBe('unknown');
  });
});

describe('a task for one machine beside the nodes', () => {
  const severities = (manner: string) =>
    lintTexts({
      'site.yml': `- hosts: k8s_nodes\n  tasks:\n    - command: docker ps\n      ${manner}\n    - service: {name: kubelet, state: started}\n`,
    }).findings.map(({ severity }) => severity);

  it.each([
    'when: inventory_hostname == "registry01"',
    "when: inventory_hostname == groups['harbor'][0]",
    'when: inventory_hostname in groups.registry',
    'when: "\'registry\' in group_names"',
    'when: registry_host == inventory_hostname',
    'when: [use_registry, inventory_hostname == registry_host]',
    'when: use_registry and inventory_hostname_short == "bastion"',
    'delegate_to: "{{ groups[\'registry\'] | first }}"',
    'delegate_to: bastion',
  ])('is quiet: %s', (manner) => {
    expect(severities(manner)).toEqual(['notice']);
  });

  it.each([
    'when: inventory_hostname != "registry01"',
    'when: inventory_hostname == "registry01" or force',
    'when: not inventory_hostname == "registry01"',
    "when: inventory_hostname not in groups['registry']",
    "when: inventory_hostname == groups['masters'][0]",
    'when: inventory_hostname == "kube-proxy-1"',
    'when: inventory_hostname == first_host',
    'when: registry_enabled',
    'delegate_to: "{{ groups[\'k8s_masters\'][0] }}"',
    'delegate_to: "{{ item }}"',
  ])('and one for nodes is not: %s', (manner) => {
    expect(severities(manner)).toEqual(['error']);
  });

  it('holds for a block', () => {
    const block =
      '- hosts: k8s_nodes\n  tasks:\n    - when: inventory_hostname == registry_host\n      block:\n        - command: docker ps\n    - service: {name: kubelet, state: started}\n';
    expect(lintTexts({ 'site.yml': block }).findings.map(({ severity }) => severity)).toEqual(['notice']);
  });
});
