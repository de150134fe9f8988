/** What a file makes run on one machine, in several scripts: one of them makes it a node for all. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud } from '../support/in-memory.ts';
import { placeOf } from './places.ts';

/** Neither names the other, and the second has no word of Docker. */
const SCRIPTS = { 'engine.sh': 'yum install -y docker-ce\n', 'cluster.sh': 'kubeadm init\n' };

const ENGINE = ['engine.sh:1:16 warning docker-engine-package "docker-ce"'];

describe('two scripts that run on one machine are both for a node', () => {
  it.each<[string, Files]>([
    [
      'a machine of Vagrant',
      {
        Vagrantfile: `config.vm.define "one" do |one|
  one.vm.provision "shell", path: "engine.sh"
  one.vm.provision "shell",
    path: "cluster.sh"
end
`,
      },
    ],
    [
      'all machines of Vagrant, in the older spelling',
      {
        Vagrantfile: `Vagrant.configure("2") do |config|
  config.vm.provision :shell, :path => "engine.sh"
  config.vm.provision :shell do |s|
    s.path = "#{DIR}/cluster.sh"
  end
end
`,
      },
    ],
    [
      'a template of Packer',
      { 'a.pkr.hcl': 'build {\n  provisioner "shell" { scripts = ["engine.sh", "cluster.sh"] }\n}\n' },
    ],
    [
      'an older template of Packer',
      { 'a.json': '{"builders": [], "provisioners": [{"scripts": ["engine.sh", "cluster.sh"]}]}\n' },
    ],
    [
      'the provisioners of a resource of Terraform',
      {
        'main.tf': `resource "aws_instance" "a" {
  provisioner "remote-exec" {
    script = "\${path.module}/engine.sh"
  }
  provisioner "remote-exec" {
    script = "\${path.module}/cluster.sh"
  }
}
`,
      },
    ],
    [
      'the parts of a cloud-init in Terraform',
      {
        'main.tf': `data "cloudinit_config" "a" {
  part {
    content = file("engine.sh")
  }
  part {
    content = file("cluster.sh")
  }
}
`,
      },
    ],
    [
      'ssh in a makefile',
      { Makefile: 'up:\n\tssh $(HOST) bash -s < engine.sh\n\tcat cluster.sh | ssh $(HOST) bash\n' },
    ],
    ['a make target', { Makefile: 'up:\n\t./engine.sh\n\t./cluster.sh\n' }],
    [
      'a workflow that reaches a machine',
      {
        '.github/workflows/up.yml':
          'on: push\njobs: {a: {steps: [{run: "ssh $HOST bash -s < engine.sh\\nssh $HOST bash -s < cluster.sh"}]}}\n',
      },
    ],
  ])('of %s', (_, files) => {
    expect(loud({ ...SCRIPTS, ...files })).toEqual(ENGINE);
  });

  it('of files of tasks that one play includes', () => {
    const files = {
      'site.yml': '- hosts: machines\n  tasks:\n  - import_tasks: engine.yml\n  - include_tasks: cluster.yml\n',
      'engine.yml': '- name: engine\n  yum: {name: docker-ce}\n',
      'cluster.yml': '- name: cluster\n  command: kubeadm init\n',
    };
    expect(loud(files)).toEqual(['engine.yml:2:15 warning docker-engine-package "docker-ce"']);
  });
});

describe('the machines of a Vagrantfile', () => {
  const vagrantfile = (machine: string, engine: string, all = '') => `Vagrant.configure("2") do |config|
${all}
  config.vm.define "main" do |main|
    main.vm.provision "shell", path: "cluster.sh"
  end
  ${machine} do |m|
    ${engine}
  end
end
`;
  const path = 'm.vm.provision "shell", path: "engine.sh"';

  it.each([
    ['config.vm.define "worker-#{i}"', 'node'],
    ['config.vm.define :k8s2', 'node'],
    ['config.vm.define name', 'node'],
    ['config.vm.define "jenkins"', 'dev'],
    ['config.vm.define "shop", primary: true', 'dev'],
  ])('are nodes beside one by what they are called: %s', (machine, place) => {
    expect(placeOf('engine.sh', { ...SCRIPTS, Vagrantfile: vagrantfile(machine, path) })).toBe(place);
  });

  it.each([
    ['m.vm.provision "docker"', []],
    ['m.vm.provision "shell", inline: "yum install -y docker-ce"', []],
    ['m.vm.provision "shell", inline: <<-SHELL\nyum install -y docker-ce\nSHELL', []],
  ])('have scripts of their own: %s', (engine, expected) => {
    const Vagrantfile = vagrantfile('config.vm.define "shop"', engine);
    expect(loud({ 'cluster.sh': SCRIPTS['cluster.sh'], Vagrantfile })).toEqual(expected);
  });

  it('get what all get, a node too', () => {
    const all = '  config.vm.provision "docker"';
    const Vagrantfile = vagrantfile('config.vm.define "shop"', '', all);
    expect(loud({ 'cluster.sh': SCRIPTS['cluster.sh'], Vagrantfile })).toEqual([
      'Vagrantfile:2:24 warning docker-engine-package "docker"',
    ]);
  });

  it('that no script makes a node are those of a developer', () => {
    const Vagrantfile = vagrantfile('config.vm.define "worker"', path).replace('cluster.sh', 'motd.sh');
    expect(placeOf('engine.sh', { ...SCRIPTS, Vagrantfile })).toBe('dev');
  });

  it.each([
    ['container_runtime', 'notice'],
    ['size', 'warning'],
  ])('run the script for Docker where a variable such as %s chooses it', (variable, severity) => {
    const Vagrantfile = vagrantfile(
      'config.vm.define "worker"',
      `m.vm.provision "shell", path: "install-#{$${variable}}.sh"`,
    );
    const files = {
      'cluster.sh': SCRIPTS['cluster.sh'],
      'install-docker.sh': '#!/bin/bash\nkubeadm join --config a\napt-get install -y docker-ce\n',
      'install-crio.sh': '#!/bin/bash\napt-get install -y cri-o\n',
      Vagrantfile,
    };
    expect(lintTexts(files).findings.map((one) => [one.span.source.path, one.severity])).toEqual([
      ['install-docker.sh', severity],
    ]);
  });

  it('of a test are those of the test', () => {
    const Vagrantfile = vagrantfile('config.vm.define "worker"', path);
    expect(
      placeOf('e2e/engine.sh', { 'e2e/engine.sh': 'docker ps\n', ...SCRIPTS, 'e2e/Vagrantfile': Vagrantfile }),
    ).toBe('ci');
  });
});

describe('resources of Terraform', () => {
  it('are machines of their own', () => {
    const main = `resource "aws_instance" "a" {
  user_data = file("engine.sh")
}
resource "aws_instance" "b" {
  user_data = file("cluster.sh")
}
`;
    expect(loud({ ...SCRIPTS, 'main.tf': main })).toEqual([]);
  });
});

describe('classes of Puppet', () => {
  const modules = {
    'modules/kubelet/manifests/init.pp': "class kubelet {\n  service { 'kubelet': }\n}\n",
    'modules/role/manifests/worker.pp': 'class role::worker {\n  include docker\n  contain ::profile::node\n}\n',
    'modules/profile/manifests/node.pp': "class profile::node {\n  class { 'kubelet': }\n}\n",
  };

  it('that one includes are for its machine, a node where one of them is', () => {
    const files = {
      ...modules,
      'modules/docker/manifests/init.pp': "class docker {\n  package { 'docker-ce': }\n}\n",
      'modules/web/manifests/init.pp': "class web {\n  package { 'docker-ce': }\n}\n",
    };
    expect(loud(files)).toEqual(['modules/docker/manifests/init.pp:2:14 warning docker-engine-package "docker-ce"']);
  });

  it('of a module from elsewhere are told where they are included', () => {
    expect(loud(modules)).toEqual(['modules/role/manifests/worker.pp:2:11 warning docker-engine-package "docker"']);
  });
});

describe('a cookbook', () => {
  it('is for nodes where it has the unit of one among its templates', () => {
    const recipe = { 'k8s/recipes/engine.rb': "package 'docker-ce'\n" };
    const unit = '[Service]\nExecStart=/opt/kubelet\n';
    expect(loud({ ...recipe, 'k8s/templates/default/kubelet.service.erb': unit })).toEqual([
      'k8s/recipes/engine.rb:1:10 warning docker-engine-package "docker-ce"',
    ]);
    expect(loud({ ...recipe, 'web/templates/default/kubelet.service.erb': unit })).toEqual([]);
  });
});

describe('a script among the templates of a cookbook or role', () => {
  const starts = '#!/bin/sh\n# after docker\n./kubelet \\\n  --v=2\n';

  it('that starts the kubelet shows whose machines the recipes are for', () => {
    const recipe = { 'k8s/recipes/engine.rb': "package 'docker-ce'\n" };
    expect(loud({ ...recipe, 'k8s/templates/run.sh.erb': starts })).toEqual([
      'k8s/recipes/engine.rb:1:10 warning docker-engine-package "docker-ce"',
    ]);
    expect(loud({ ...recipe, 'k8s/templates/run.sh.erb': '#!/bin/sh\n# after docker\nkubectl get nodes\n' })).toEqual(
      [],
    );
  });

  it('shows it of the other roles that run on the same hosts', () => {
    const engine = { 'roles/docker/tasks/main.yml': '- apt: {name: docker-ce}\n' };
    const play = (hosts: string, role: string) => `- hosts: ${hosts}\n  roles: [${role}]\n`;
    const site = play('engines', 'docker') + play('workers', 'agent') + play('others', 'web');
    const files = { ...engine, 'roles/agent/templates/run.sh.j2': starts, 'roles/web/tasks/main.yml': '- debug:\n' };
    const found = (inventory: string) => loud({ ...files, 'site.yml': site, hosts: inventory });
    expect(found('[engines]\na\nb\n[workers]\nb\n[others]\nc\n')).toEqual([
      'roles/docker/tasks/main.yml:1:15 warning docker-engine-package "docker-ce"',
    ]);
    expect(found('[engines]\na\n[workers]\nb\n[others]\nc\n')).toEqual([]);
  });
});

describe('a recipe that writes the unit of a kubelet', () => {
  const unit = (...words: readonly string[]) => ({
    'k8s/recipes/unit.rb': `unit = { 'ExecStart' => [\n  ${words.join('\n  ')}\n].join(' '), 'Restart' => '--network-plugin=a' }\n`,
  });

  it('has the flags of its list of words', () => {
    const words = ["'/usr/bin/kubelet', # the agent", `"--root=#{node['k']['dir']}",`, '"--network-plugin=cni"'];
    expect(loud(unit(...words))).toEqual([
      'k8s/recipes/unit.rb:4:4 error kubelet-dockershim-flag "--network-plugin=cni"',
    ]);
  });

  it('has none of another program, nor of a line that is commented out', () => {
    expect(loud(unit("'/usr/bin/agent',", "'--network-plugin=cni'"))).toEqual([]);
    expect(loud(unit("'/usr/bin/kubelet',", "# '--network-plugin=cni',", "'--v=2'"))).toEqual([]);
  });
});

describe('the attributes of a cookbook', () => {
  it('are for the machines of its recipes', () => {
    const attributes = { 'k8s/attributes/default.rb': "default['k8s']['container_runtime'] = 'docker'\n" };
    const found = (files: Files) => loud({ ...attributes, ...files });
    expect(found({ 'k8s/recipes/node.rb': "package 'kubelet'\n" })).toEqual([
      'k8s/attributes/default.rb:1:40 warning provisioner-docker-runtime "docker"',
    ]);
    expect(found({ 'web/recipes/node.rb': "package 'kubelet'\n" })).toEqual([]);
  });
});

describe('a virtual machine that the cluster runs', () => {
  const boot = (indent: string) =>
    ['packages: [docker.io]', 'runcmd:', '- docker run -d acme/desktop', '- systemctl restart docker']
      .map((line) => `${indent}${line}\n`)
      .join('');
  const severities = (files: Files) => new Set(lintTexts(files).findings.map(({ severity }) => severity));

  it('has an engine of its own, and is no node', () => {
    const machine = `apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      volumes:\n      - name: boot\n        cloudInitNoCloud:\n          userData: |\n            #cloud-config\n${boot('            ')}`;
    expect(severities({ 'vm.yaml': machine })).toEqual(new Set(['notice']));
    const values = `machine:\n  cloudinit:\n${boot('    ')}`;
    expect(severities({ 'apps/desktop/values.yaml': values })).toEqual(new Set(['notice']));
  });

  it('is a node where it says so', () => {
    const values = `machine:\n  cloudinit:\n${boot('    ')}    - kubeadm join\n`;
    expect(severities({ 'apps/desktop/values.yaml': values })).toContain('warning');
  });
});

describe('the scripts that another one sends to a machine', () => {
  it('find the cluster there that one of them starts in Docker Engine', () => {
    const setup =
      'echo \'{"insecure-registries": ["10.0.0.0/8"]}\' > /etc/docker/daemon.json\nsystemctl restart docker\n';
    const files = (command: string) => ({
      'go.sh': `#!/bin/bash\nssh root@$IP 'bash -s' < ./setup.sh\nssh root@$IP "${command}"\n`,
      'setup.sh': setup,
      'check.sh': '#!/bin/bash\nkubectl get nodes\n',
    });
    expect(loud(files('oc cluster up'))).toEqual([]);
    expect(loud(files('uptime'))).not.toEqual([]);
  });
});

describe('a script that only copies one of a node', () => {
  it.each([
    ['./join.sh', 'node'],
    ['. ./join.sh', 'node'],
    ['bash join.sh', 'node'],
    ['cp join.sh /opt', 'unknown'],
    ['scp join.sh "$HOST":/opt', 'unknown'],
    ['docker build -f join.sh .', 'unknown'],
  ])('runs anywhere: %s', (line, place) => {
    expect(placeOf('up.sh', { 'up.sh': `${line}\n`, 'join.sh': 'kubeadm join\n' })).toBe(place);
  });
});

describe('a play in a folder that is called after the image of a machine', () => {
  it.each([
    ['localhost', 'warning'],
    ['default', 'warning'],
    ['builder', 'notice'],
  ])('is for that machine, unless its hosts are called after another one: %s', (hosts, severity) => {
    const files = {
      'packer/play.yml': `- hosts: ${hosts}\n  tasks: [{command: docker inspect a}]\n`,
      'packer/kube.sh': 'kubelet --v=2\n',
    };
    expect(lintTexts(files).findings.map((one) => one.severity)).toEqual([severity]);
  });
});

describe('user data of a machine beside the nodes', () => {
  const engine = '#!/bin/bash\napt-get install -y docker.io\n';
  const block = (name: string, file: string) =>
    `resource "aws_instance" "${name}" {\n  user_data = file("user-data/${file}")\n}\n`;
  const placesWith = (name: string, file: string, node = 'kubeadm join a\n') =>
    placeOf(`user-data/${file}`, {
      'main.tf': `${block('workers', 'join.sh')}${block(name, file)}`,
      'user-data/join.sh': `#!/bin/bash\n${node}`,
      [`user-data/${file}`]: engine,
    });

  it.each([
    ['sonarqube', 'quality.sh'],
    ['bastion', 'start.sh'],
    ['mail', 'mail.sh'],
  ])('is that machine’s, by the name of its resource: %s', (name, file) => {
    expect(placesWith(name, file)).toBe('unknown');
  });

  it.each([
    ['worker_gpu', 'gpu.sh'],
    ['this', 'start.sh'],
    ['server', 'start.sh'],
    ['sonarqube', 'node.sh'],
    ['sonarqube', 'k8s-base.sh'],
  ])('is a node’s where the resource or the file may be one: %s, %s', (name, file) => {
    expect(placesWith(name, file)).toBe('node');
  });

  it('is judged by its folder where no other machine shows a node', () => {
    expect(placesWith('sonarqube', 'quality.sh', 'ls /etc/kubernetes\n')).toBe('node');
  });

  it('is a node’s where it does what only a node does', () => {
    const files = {
      'main.tf': `${block('workers', 'join.sh')}${block('sonarqube', 'quality.sh')}`,
      'user-data/join.sh': 'kubeadm join a\n',
      'user-data/quality.sh': `${engine}kubeadm join b\n`,
    };
    expect(placeOf('user-data/quality.sh', files)).toBe('node');
  });

  it.each(['jenkins.sh', 'harbor_start.sh', 'bastion.tpl'])('is that machine’s beside one of a node: %s', (file) => {
    const files = { 'user-data/worker.sh': '#!/bin/bash\nkubeadm join a\n', [`user-data/${file}`]: engine };
    expect(placeOf(`user-data/${file}`, files)).toBe('unknown');
  });
});
