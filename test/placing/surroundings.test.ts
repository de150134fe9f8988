/** What the other files of a repository say about the machines of one. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';
import { placesOf } from './places.ts';

const NODE_ROLE = { 'roles/worker/tasks/main.yml': '- command: kubeadm join --config /etc/join.yaml\n' };
const DOCKER_ROLE = { 'roles/docker/tasks/main.yml': '- apt: {name: docker-ce}\n' };

function docker(files: Files): string {
  const { findings } = lintTexts({ ...NODE_ROLE, ...DOCKER_ROLE, ...files });
  return findings.map(({ severity }) => severity).join();
}

describe('a role beside one that joins nodes', () => {
  const site = { 'site.yml': '- hosts: all\n  roles: [worker, tools]\n' };
  const says = (files: Files): readonly string[] =>
    lintTexts({ ...NODE_ROLE, ...site, ...files }).findings.map(
      ({ severity, rule, confidence }) => `${severity} ${rule} ${confidence}`,
    );

  it('may be for other machines, so that a docker command is a warning', () => {
    expect(says({ 'roles/tools/tasks/main.yml': '- command: docker ps\n' })).toEqual([
      'warning docker-cli-command medium',
    ]);
  });

  it('shares the variables of its inventory', () => {
    const files = { 'inventory/staging/group_vars/all.yml': 'container_runtime: docker\n' };
    expect(says(files)).toEqual(['warning provisioner-docker-runtime medium']);
  });

  it('may be a playbook that stands at the root with the roles', () => {
    const show = { 'show.yml': '- hosts: all\n  tasks:\n  - command: docker ps\n' };
    expect(says(show)).toEqual(['warning docker-cli-command medium']);
  });

  it('is as loud as the role that joins them in its own files', () => {
    expect(says({ 'roles/worker/tasks/clean.yml': '- command: docker ps\n' })).toEqual([
      'error docker-cli-command high',
    ]);
  });

  it.each([
    ['by its module', '- community.docker.docker_compose_v2:\n    project_src: /opt/app\n'],
    ['by its command', '- command: docker-compose -f /opt/app/compose.yaml up -d\n'],
  ])('drives containers of its own where it runs Compose %s', (_name, task) => {
    const files = { 'roles/tools/tasks/main.yml': task, 'roles/tools/tasks/stop.yml': '- command: docker ps\n' };
    expect(says(files).filter((one) => one.startsWith('error') || one.startsWith('warning'))).toEqual([]);
    expect(placesOf({ ...NODE_ROLE, ...site, ...files })['roles/tools/tasks/stop.yml']).toMatch(
      /; its role runs an application of Compose$/,
    );
  });
});

describe('a role that only runs on machines beside the nodes', () => {
  const engine = '- apt: {name: docker.io}\n- service: {name: docker, state: started}\n';
  const severities = (hosts: string, more = '') => {
    const files = {
      'site.yml': `- hosts: workers\n  roles: [kubelet]\n- hosts: ${hosts}\n  roles: [entry]\n${more}`,
      'roles/kubelet/tasks/main.yml': '- command: kubeadm join\n',
      'roles/entry/tasks/main.yml': '- include_role: {name: engine}\n',
      'roles/engine/tasks/main.yml': engine,
      'roles/prepare/tasks/main.yml': '- file: {path: /etc/kubernetes, state: directory}\n',
    };
    return lintTexts(files).findings.map(({ severity }) => severity);
  };

  it('gives none of them an engine, however it is called', () => {
    expect(severities('bastion')).toEqual(['notice', 'notice']);
    expect(severities('[registry]')).toEqual(['notice', 'notice']);
    expect(severities('bastion', '- hosts:\n    - kubelet\n    - bastion\n  roles: [prepare]\n')).toEqual([
      'notice',
      'notice',
    ]);
  });

  it('may be for the nodes where plays name more groups than anybody tells apart', () => {
    const groups = (count: number) => Array.from({ length: count }, (_, i) => `bastion${i}`).join(',');
    expect(severities(groups(40))).toEqual(['notice', 'notice']);
    expect(severities(groups(60))).toContain('warning');
  });

  it('may be for the nodes where another play runs it elsewhere, or its hosts are called otherwise', () => {
    expect(severities('bastion', '- hosts: workers\n  roles: [engine]\n')).toContain('warning');
    expect(severities('machines')).toContain('warning');
  });
});

describe('a role with a dot in its name', () => {
  it('is called under the conditions of its call, and is no role of a collection', () => {
    const files = {
      'site.yml':
        "- hosts: workers\n  roles:\n    - role: acme.kubelet\n      when: k8s_version is version('1.24', '<')\n",
      'roles/acme.kubelet/tasks/main.yml':
        '- template: {src: kubelet.service.j2, dest: /etc/systemd/system/kubelet.service}\n- command: docker ps\n',
      'roles/acme.kubelet/templates/kubelet.service.j2': '[Service]\nExecStart=/usr/bin/kubelet --network-plugin=cni\n',
    };
    expect(lintTexts(files).findings.map(({ severity }) => severity)).toEqual(['notice', 'notice']);
  });
});

describe('a machine from which playbooks are run', () => {
  const start = (line: string) =>
    lintTexts({
      'install.sh': `#!/bin/bash\ncp hosts.ini /etc/kubernetes/ansible/\n${line}\n`,
    }).findings.map(({ severity }) => severity);

  it('is no node for a path of nodes alone', () => {
    expect(start('docker run --rm -v /etc/kubernetes/ansible:/a acme/ansible ansible-playbook site.yml')).toEqual([
      'notice',
    ]);
    expect(start('docker run --rm -v /etc/kubernetes/ansible:/a acme/tool')).toEqual(['warning']);
  });
});

describe('a role that is called docker', () => {
  it('gives nodes an engine beside the runtime that the kubelet is given', () => {
    const files = {
      'roles/docker/tasks/main.yml': '- raw: bash /opt/docker/setup.sh\n- stat: {path: /etc/docker}\n',
      'roles/kubelet/tasks/main.yml':
        '- service: {name: kubelet}\n- command: docker run --rm acme/tools cp /bin/a /opt\n',
      'roles/kubelet/templates/kubelet.service.j2':
        '[Service]\nExecStart=/usr/bin/kubelet --container-runtime-endpoint=unix:///run/containerd/containerd.sock\n',
    };
    const severity = (texts: Files) =>
      lintTexts(texts).findings.flatMap((one) => (one.rule === 'docker-cli-command' ? one.severity : []));
    expect(severity(files)).toEqual(['notice']);
    const { 'roles/docker/tasks/main.yml': tasks, ...others } = files;
    expect(severity({ ...others, 'roles/tools/tasks/main.yml': tasks })).toEqual(['warning']);
  });
});

describe('a recipe of Chef', () => {
  const recipe = "service 'docker' do\n  action [:enable, :start]\nend\n";
  const severities = (files: Files) =>
    lintTexts({ 'cookbooks/node/recipes/engine.rb': recipe, ...files }).findings.map(({ severity }) => severity);

  it('is for nodes where another of its cookbook starts the kubelet', () => {
    const kubelet = "service 'kubelet' do\n  action :start\nend\n";
    expect(severities({ 'cookbooks/node/recipes/kubelet.rb': kubelet })).toEqual(['warning']);
    expect(severities({ 'cookbooks/other/recipes/kubelet.rb': kubelet })).toEqual(['notice']);
  });
});

describe('the scripts of one Packer template', () => {
  const build = JSON.stringify({
    builders: [{ type: 'null' }],
    provisioners: [{ type: 'shell', scripts: ['provision/engine.sh', 'provision/node.sh'] }],
  });

  it('share the engine that one of them installs', () => {
    const files = {
      'build.json': build,
      'provision/engine.sh': '#!/bin/bash\napt-get install -y docker-ce\n',
      'provision/node.sh': '#!/bin/bash\nsystemctl enable kubelet\nsystemctl restart docker\n',
    };
    const found = (texts: Files) =>
      lintTexts(texts).findings.flatMap(({ rule, severity }) => (rule === 'docker-service-unit' ? severity : []));
    expect(found(files)).toEqual(['notice']);
    expect(found({ ...files, 'provision/engine.sh': '#!/bin/bash\napt-get install -y docker-doc\n' })).toEqual([
      'warning',
    ]);
  });
});

describe('variables of kubespray for Docker', () => {
  const found = (manager: string) =>
    lintTexts({
      'inventory/group_vars/all/docker.yml': 'docker_daemon_graph: /data/docker\n',
      'inventory/group_vars/k8s_cluster/k8s.yml': `container_manager: ${manager}\n`,
    }).findings.flatMap(({ rule, severity }) => (rule === 'docker-daemon-config' ? severity : []));

  it('are passed over where the same inventory chooses another runtime', () => {
    expect(found('containerd')).toEqual([]);
    expect(found('docker')).toEqual(['warning']);
  });
});

describe('a role of Ansible', () => {
  it.each<readonly [string, Files, string]>([
    [
      'is quiet where the playbook calls other roles only',
      { 'site.yml': '- hosts: all\n  roles: \n    - worker\n' },
      'notice',
    ],
    [
      'is loud where the playbook calls it',
      { 'site.yml': '- hosts: all\n  roles:\n    - worker\n    - docker\n' },
      'warning',
    ],
    [
      'is loud where another role needs it',
      {
        'site.yml': '- hosts: all\n  roles:\n    - role: worker\n',
        'roles/worker/meta/main.yml': 'dependencies:\n  - role: acme.nodes.docker\n',
      },
      'warning',
    ],
    [
      'is loud where a task includes it',
      { 'site.yml': '- hosts: all\n  roles: [worker]\n  tasks:\n    - include_role:\n        name: docker\n' },
      'warning',
    ],
    [
      'is loud where a name is only known when the play runs',
      { 'site.yml': '- hosts: all\n  roles:\n    - worker\n    - role: "{{ extra }}"\n' },
      'warning',
    ],
    [
      'is loud where a template of a playbook calls it',
      {
        'site.yml': '- hosts: all\n  roles: [{role: worker}]\n',
        'templates/site.j2': '- hosts: all\n  roles:\n    - role: docker\n',
      },
      'warning',
    ],
    ['is loud where no playbook calls any', { 'site.yml': '- hosts: all\n  tasks: [{ping: {}}]\n' }, 'warning'],
  ])('%s', (_name, files, severity) => {
    expect(docker(files)).toBe(severity);
  });

  it('is said to be called by nothing', () => {
    const files = { ...NODE_ROLE, ...DOCKER_ROLE, 'site.yml': '- hosts: all\n  roles:\n    - worker\n' };
    expect(placesOf(files)['roles/docker/tasks/main.yml']).toMatch(/; no playbook here calls this role$/);
  });

  it('of another scheduler is not for the nodes of the project', () => {
    const agent = 'roles/swarm/tasks/main.yml';
    const places = placesOf({ ...NODE_ROLE, [agent]: '- command: docker ps\n' });
    expect(places[agent]).toBe('unknown: runs on another machine');
  });
});

describe('the hosts "all"', () => {
  const play = { 'scripts/collect.yml': '- hosts: all\n  tasks:\n    - command: docker ps\n' };
  const severities = (files: Files) => lintTexts({ ...play, ...files }).findings.map(({ severity }) => severity);

  it('are those of the nearest inventory', () => {
    expect(severities({ 'inventory/hosts.ini': '[kube_node]\na\n' })).toEqual(['warning']);
    expect(severities({ 'group_vars/k8s_cluster.yml': 'a: 1\n' })).toEqual(['warning']);
    expect(severities({ 'inventory/hosts.ini': '[kube_node]\na\n', 'scripts/hosts.ini': '[printers]\nb\n' })).toEqual([
      'notice',
    ]);
  });
});

describe('a unit without a word of nodes, in a folder that speaks of them', () => {
  const unit = '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/docker run --name ca acme/issuer\n';
  const files = { 'resources/cfssl.service': unit, 'resources/kubelet.env': 'KUBELET_OPTS=--v=2\n' };

  it.each([
    ['is one of a node', {}, 'node: a systemd unit'],
    [
      'is one of a node where the file of Terraform that uses it speaks of them',
      { 'worker.tf': 'locals { units = ["kubelet", file("resources/cfssl.service")] }\n' },
      'node: a systemd unit',
    ],
    [
      'is one of another machine where no file that uses it does',
      { 'ca.tf': 'locals { unit = file("resources/cfssl.service") }\n' },
      'unknown: runs on another machine',
    ],
  ])('%s', (_name, more, place) => {
    expect(placesOf({ ...files, ...more })['resources/cfssl.service']).toBe(place);
  });
});

describe('a template of a role', () => {
  const TASKS = (source: string) => ({
    'site.yml': '- hosts: all\n  roles: [worker]\n',
    'roles/worker/tasks/main.yml': `- command: kubeadm join\n- template:\n    src: ${source}\n    dest: /etc/worker.conf\n`,
    'roles/worker/templates/worker.conf.j2': 'a=b\n',
    'roles/worker/templates/daemon.json.j2': '{"insecure-registries": ["reg.example:5000"]}\n',
  });
  const severities = (files: Files) =>
    lintTexts(files).findings.map(({ span, severity }) => `${span.source.path} ${severity}`);

  it('that no task names is left of another time, and is a notice', () => {
    expect(severities(TASKS('worker.conf.j2'))).toEqual(['roles/worker/templates/daemon.json.j2 notice']);
    expect(placesOf(TASKS('worker.conf.j2'))['roles/worker/templates/daemon.json.j2']).toBe(
      'unknown: no task here names this file of the role',
    );
  });

  it('is known by a path from the folder of the role, too', () => {
    expect(severities(TASKS('"{{ role_path }}/templates/worker.conf.j2"'))).toEqual([
      'roles/worker/templates/daemon.json.j2 notice',
    ]);
  });

  it.each([
    ['the task names it', 'daemon.json.j2', 'error'],
    ['the name is known when the play runs', '"{{ engine }}.j2"', 'warning'],
  ])('counts where %s', (_, source, severity) => {
    expect(severities(TASKS(source))).toEqual([`roles/worker/templates/daemon.json.j2 ${severity}`]);
  });
});

describe('a role that installs Docker Engine', () => {
  const role = (tasks: string) => ({
    'roles/worker/tasks/main.yml': `- command: kubeadm join\n  notify: restart the engine\n- include_tasks: engine.yml\n`,
    'roles/worker/tasks/engine.yml': tasks,
    'roles/worker/handlers/main.yml': '- name: restart the engine\n  service: {name: docker, state: restarted}\n',
  });
  const ofHandler = (tasks: string) =>
    lintTexts(role(tasks)).findings.flatMap(({ span, severity, message, related }) => [
      ...(span.source.path.includes('handlers') ? [`${severity}: ${message}`] : []),
      ...related.flatMap((one) =>
        one.role === 'rule' && one.span.source.path.includes('handlers') ? one.message : [],
      ),
    ]);

  it('has the unit of it in its handlers too', () => {
    expect(ofHandler('- yum: {name: docker-ce}\n')).toEqual([
      'notice: `docker` belongs to the Docker Engine that is installed here, and the kubelet does not use it',
      'its unit, which goes with it',
    ]);
  });

  it('has its socket, so that a variable with it is a warning', () => {
    const files = {
      'roles/worker/tasks/main.yml': '- command: kubeadm join\n- yum: {name: docker-ce}\n',
      'roles/worker/defaults/main.yml': 'docker_socket_path: /var/run/docker.sock\n',
    };
    expect(lintTexts(files).findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'warning docker-socket-endpoint',
      'warning docker-engine-package',
    ]);
  });

  it('has it where the package is a file', () => {
    expect(ofHandler('- yum: {name: "/tmp/docker-ce-{{ version }}.x86_64.rpm"}\n')).toEqual([
      'notice: `docker` belongs to the Docker Engine that is installed here, and the kubelet does not use it',
      'its unit, which goes with it',
    ]);
  });

  it('misses it where the role installs another package', () => {
    expect(ofHandler('- yum: {name: containerd.io}\n')).toEqual([
      'warning: This fails: there is no `docker` unit on a node without Docker Engine',
    ]);
  });
});

describe('a script that runs every script of a folder', () => {
  const files = (loop: string) => ({
    Vagrantfile: `Vagrant.configure("2") do |config|\n  config.vm.provision "shell", inline: <<-SHELL\n${loop}\n  SHELL\nend\n`,
    'scripts/engine.sh': '#!/bin/bash\nyum install -y docker-ce\n',
    'scripts/node.sh': '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n',
    // With so many others, what lies beside one another says nothing.
    ...Object.fromEntries(['mail', 'web', 'users'].map((name) => [`scripts/${name}.sh`, `yum install -y ${name}\n`])),
  });
  const severityOf = (loop: string) => lintTexts(files(loop)).findings.map(({ severity }) => severity);

  it('makes them scripts of its machine', () => {
    expect(severityOf('for script in /vagrant/scripts/*.sh; do\n  $script\ndone')).toEqual(['warning']);
    expect(severityOf('for script in /vagrant/other/*.sh; do\n  $script\ndone')).toEqual(['notice']);
  });
});

describe('an engine that other files of a machine need', () => {
  const play = (hosts: string, entry: string) => ({
    ...NODE_ROLE,
    'site.yml': `- hosts: ${hosts}\n  tasks:\n    - yum: {name: docker-ce}\n- hosts: store\n  roles:\n    - role: store\n`,
    [`roles/store/tasks/${entry}`]: '- include_tasks: start.yml\n',
    'roles/store/tasks/start.yml': '- service: {name: docker, state: started}\n',
  });
  const ofRole = (files: Files) =>
    lintTexts(files).findings.flatMap(({ span, severity }) => (span.source.path.includes('roles/') ? severity : []));

  it('is there where a play gives it to the hosts of a role', () => {
    expect(ofRole(play('store', 'main.yml'))).toEqual(['notice']);
    expect(ofRole(play('store', 'main.yaml'))).toEqual(['notice']);
    expect(ofRole(play('others', 'main.yml'))).toEqual(['warning']);
  });

  it('is there for all scripts of a resource of Terraform', () => {
    const files = (second: string) => ({
      'main.tf': `resource "cloud_server" "node" {
  provisioner "remote-exec" {
    inline = ["bash /root/engine.sh"]
  }
}
resource "cloud_server" "other" {
}
resource "cloud_server" "${second}" {
  provisioner "remote-exec" {
    inline = ["bash /root/join.sh"]
  }
}
`.replace(
        second === 'node' ? /\}\nresource "cloud_server" "other" \{\n\}\nresource "cloud_server" "node" \{\n/ : /^$/,
        '',
      ),
      'scripts/engine.sh': '#!/bin/bash\napt-get install -y docker-ce\n',
      'scripts/join.sh': '#!/bin/bash\nkubeadm join --config /etc/join.yaml\nsystemctl enable docker\n',
    });
    const ofJoin = (second: string) =>
      lintTexts(files(second)).findings.flatMap(({ span, severity }) =>
        span.source.path.includes('join') ? severity : [],
      );
    expect(ofJoin('node')).toEqual(['notice']);
    expect(ofJoin('store')).toEqual(['warning']);
  });
});
