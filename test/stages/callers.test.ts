/** What a playbook includes under a `when` counts only there. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { lintOptions } from '../support/lint-options.ts';

const OPTIONS = lintOptions({ target: { runtime: 'containerd', minor: 38 } });

const RESTART = '- systemd: name=docker state=restarted\n- command: kubeadm join\n';

/** The severity of the finding in the file. */
function severityIn(path: string, files: Readonly<Record<string, string>>): string | undefined {
  const { findings } = lint(
    Object.entries(files).map(([name, text]) => ({ path: name, text })),
    OPTIONS,
  );
  return findings.find(({ span }) => span.source.path === path)?.severity;
}

describe('the tasks of a file that others include', () => {
  const ENGINE = 'roles/node/tasks/engine.yml';
  const included = (main: string) => severityIn(ENGINE, { [ENGINE]: RESTART, 'roles/node/tasks/main.yml': main });

  it.each([
    ['- import_tasks: engine.yml\n  when: container_manager == "docker"\n', 'notice'],
    ['- include_tasks: engine.yml\n  when:\n    - setup\n    - container_manager == "docker"\n', 'notice'],
    ['- block:\n    - include_tasks: engine.yml\n  when: container_manager == "docker"\n', 'notice'],
    ['- include_tasks: engine.yml\n', 'warning'],
    ['- include_tasks: engine.yml\n  when: setup\n', 'warning'],
    ['- include_tasks: engine.yml\n  when: container_manager == "docker"\n- include_tasks: engine.yml\n', 'warning'],
    [
      '- include_tasks: engine.yml\n  when: container_manager == "docker"\n- include_tasks: engine.yml\n  when: container_manager == "docker" and again\n',
      'notice',
    ],
  ])('%s', (main, severity) => {
    expect(included(main)).toBe(severity);
  });

  it('count where the role itself chooses docker', () => {
    const files = {
      [ENGINE]: RESTART,
      'roles/node/tasks/main.yml': '- import_tasks: engine.yml\n  when: container_manager == "docker"\n',
      'roles/node/defaults/main.yml': 'container_manager: docker\n',
    };
    expect(severityIn(ENGINE, files)).toBe('warning');
  });

  it('are reached through another file, and through files that include each other', () => {
    const files = {
      [ENGINE]: `${RESTART}- include_tasks: again.yml\n`,
      'roles/node/tasks/again.yml': '- include_tasks: engine.yml\n  when: container_manager == "docker"\n',
      'roles/node/tasks/main.yml': '- include_tasks: again.yml\n  when: container_manager == "docker"\n',
    };
    expect(severityIn(ENGINE, files)).toBe('notice');
  });
});

describe('a role under a condition', () => {
  const TASKS = 'roles/engine/tasks/main.yml';
  const HANDLERS = 'roles/engine/handlers/main.yml';
  const role = { [TASKS]: RESTART, [HANDLERS]: '- name: restart docker\n  command: systemctl restart docker\n' };

  it.each([
    ['site.yml', '- hosts: kube_node\n  roles:\n    - {role: engine, when: container_manager == "docker"}\n', 'notice'],
    ['site.yml', '- hosts: kube_node\n  roles: [engine] # docker\n', 'warning'],
    ['roles/cri/meta/main.yml', 'dependencies:\n  - role: engine\n    when: container_manager == "docker"\n', 'notice'],
    ['roles/cri/tasks/main.yml', '- include_role: {name: engine}\n  when: container_manager == "docker"\n', 'notice'],
  ])('in %s: %s', (path, text, severity) => {
    expect(severityIn(TASKS, { ...role, [path]: text })).toBe(severity);
    expect(severityIn(HANDLERS, { ...role, [path]: text })).toBe(severity);
  });
});

describe('a template that a task writes', () => {
  it('counts under the condition of the task', () => {
    const unit = {
      'roles/node/templates/kubelet.service.j2':
        '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/kubelet\n',
    };
    const task = (when: string) => ({
      'roles/node/tasks/main.yml': `- template: src=kubelet.service.j2 dest=/etc/systemd/system/kubelet.service\n${when}# docker\n`,
    });
    const path = 'roles/node/templates/kubelet.service.j2';
    expect(severityIn(path, { ...unit, ...task('') })).toBe('error');
    expect(severityIn(path, { ...unit, ...task('  when: container_manager == "docker"\n') })).toBe('notice');
  });
});

describe('a file that the task chooses between two', () => {
  const path = 'roles/node/templates/old.toml.j2';
  const config =
    'version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\nruntime_engine = "/usr/bin/crun"\n';
  const main = (src: string) => ({
    [path]: config,
    'roles/node/tasks/main.yml': `- template:\n    src: "${src}"\n    dest: /etc/containerd/config.toml\n- command: kubeadm join\n`,
  });

  it.each([
    ["{{ 'new.toml.j2' if containerd_version is version('2.0.0', '>=') else 'old.toml.j2' }}", 'notice'],
    ["{{ 'old.toml.j2' if containerd_version is version('2.0.0', '<') else 'new.toml.j2' }}", 'notice'],
    ["{{ ('old.toml.j2' if container_manager == 'docker' else 'new.toml.j2') }}", 'notice'],
    ["{{ 'old' if size > 3 else 'new' }}.toml.j2", 'error'],
    ['old.toml.j2', 'error'],
  ])('%s', (src, severity) => {
    expect(severityIn(path, main(src))).toBe(severity);
  });

  it('is for Docker where a variable that names a kind is put into its name', () => {
    const file = 'roles/store/tasks/install_docker.yml';
    const tasks = (include: string) => ({
      [file]: RESTART,
      'roles/store/tasks/main.yml': `- include_tasks: ${include}\n- command: docker info\n`,
    });
    expect(severityIn(file, tasks('"install_{{ store_deployment_type }}.yml"'))).toBe('notice');
    expect(severityIn(file, tasks('install_docker.yml'))).toBe('warning');
  });
});

describe('a role of which others call one file', () => {
  it('is under the conditions of whoever calls all of it', () => {
    const reset = 'roles/engine/tasks/reset.yml';
    const files = {
      'roles/engine/tasks/main.yml': RESTART,
      [reset]: RESTART,
      'roles/clean/tasks/main.yml':
        '- include_role:\n    name: engine\n    tasks_from: reset\n  when: container_manager != "containerd"\n',
      'roles/cri/tasks/main.yml': '- include_role: {name: engine}\n',
    };
    expect(severityIn('roles/engine/tasks/main.yml', files)).toBe('warning');
    expect(severityIn(reset, files)).toBe('notice');
  });
});

describe('the tasks of a file that a file between them includes', () => {
  it('count only under what leads to that one, though it says no word of Docker itself', () => {
    const common = 'roles/node/tasks/engine/common.yml';
    expect(
      severityIn(common, {
        [common]: RESTART,
        'roles/node/tasks/engine/main.yml': '- include_tasks: common.yml\n',
        'roles/node/tasks/main.yml': '- include_tasks: engine/main.yml\n  when: container_manager == "docker"\n',
      }),
    ).toBe('notice');
  });
});

describe('a module or cookbook that asks for the runtime', () => {
  const PUPPET = 'manifests/init.pp';
  const RECIPE = 'recipes/default.rb';
  const puppet = (parameter: string) =>
    `class k8s (${parameter}) {\n  package { 'kubeadm': }\n  if $container_runtime == 'docker' {\n    package { 'docker-ce': }\n  }\n}\n`;
  const recipe = "package 'kubeadm'\nif node['k8s']['container_runtime'] == 'docker'\n  package 'docker-ce'\nend\n";

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [PUPPET, { [PUPPET]: puppet("String $container_runtime = 'containerd'") }, 'notice'],
    [PUPPET, { [PUPPET]: puppet("String $container_runtime = 'docker'") }, 'warning'],
    [
      PUPPET,
      { [PUPPET]: puppet('$container_runtime'), 'data/common.yaml': 'k8s::container_runtime: docker\n' },
      'warning',
    ],
    [RECIPE, { [RECIPE]: recipe }, 'notice'],
    [
      RECIPE,
      { [RECIPE]: recipe, 'attributes/default.rb': "default['k8s']['container_runtime'] = 'docker'\n" },
      'warning',
    ],
  ])('%s goes by its default', (path, files, severity) => {
    expect(severityIn(path, files)).toBe(severity);
  });
});
