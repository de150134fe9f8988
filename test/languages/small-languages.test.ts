/** Languages outside of the project's purpose, read for what they write out literally. */
import { describe, expect, test } from 'vitest';
import { apart } from '../../src/model/together.ts';
import { lintTexts, summaries } from '../support/in-memory.ts';

function lint(path: string, text: string) {
  const { findings, coverage } = lintTexts({ [path]: text });
  return {
    found: summaries(findings).map((one) => one.slice(path.length + 1)),
    partly: coverage.partly.map((note) => note.path),
  };
}

function found(path: string, text: string): string[] {
  return lint(path, text).found;
}

describe('Puppet', () => {
  const manifest = `# docker ps in a comment
class node {
  package { ['kubelet', 'docker-ce']: ensure => installed }
  package { 'docker.io': ensure => absent }
  service { 'docker': ensure => running, enable => true }
  file { '/etc/default/kubelet':
    ensure  => file,
    content => "KUBELET_EXTRA_ARGS=--network-plugin=cni --node-ip=\${ip}\\n",
  }
  exec { 'prune':
    command => '/usr/bin/docker system prune -af',
    onlyif  => 'test -f /a';
  'look':
    command => "docker inspect \${name}",
  }
  cron { 'prune': command => 'docker image prune -f', ensure => absent }
  notify { 'docker ps shows nothing': }
}
`;

  test('packages, services, files and commands of resources', () => {
    expect(found('manifests/node.pp', manifest)).toEqual([
      '3:26 warning docker-engine-package "docker-ce"',
      '5:14 notice docker-service-unit "docker"',
      expect.stringMatching(/^8:\d+ error kubelet-dockershim-flag "--network-plugin=cni"$/),
      '11:17 notice docker-cli-command "/usr/bin/docker"',
      '14:17 warning docker-cli-command "docker"',
    ]);
  });

  test.each([
    ['class node {', '  package { $tools: }\n'],
    ['class node inherits base {', '  package { $tools: ensure => present }\n'],
    ['class node ($a = 1) {', "  file { '/a': } ->\n  package { $tools: }\n"],
  ])('a list in a variable, with which a class may begin: %s', (head, install) => {
    const list = '  $tools = [\n    \'kubelet\', # on all\n    "docker-ce",\n  ]\n';
    expect(found('manifests/node.pp', `${head}\n${list}${install}}\n`)).toEqual([
      '4:6 warning docker-engine-package "docker-ce"',
    ]);
    expect(found('manifests/node.pp', `${head}\n${list}  package { $others: }\n}\n`)).toEqual([]);
  });

  test('an empty text is empty, and not the rest of the file', () => {
    const text = `file { '/opt/look.sh':\n  content => "",\n}\nnotify { "kubeadm join\ndocker ps\n": }\n`;
    expect(found('manifests/node.pp', text)).toEqual([]);
  });

  test('says that it is read in part', () => {
    expect(lint('manifests/node.pp', manifest).partly).toEqual(['manifests/node.pp']);
  });
});

describe('Jsonnet', () => {
  const library = `// docker.sock of the node
local k = import 'k.libsonnet';
{
  image:: 'docker.io/acme/agent',
  agent: k.daemonSet('agent') {
    spec+: { template+: { spec+: {
      containers: [{ name: 'agent', image: $.image, volumeMounts: [{ name: "s", mountPath: '/s' }] }] + extra,
      volumes: [
        if std.extVar('a') then {},
        { name: 's', hostPath: { path: '/var/run/docker.sock', type: 'Socket' } },
      ],
    } } },
  },
  description: 'mounts /var/run/docker.sock',
}
`;

  test('pods that are written out', () => {
    expect(found('agent.jsonnet', library)).toEqual(['10:41 error docker-socket-mount "/var/run/docker.sock"']);
  });

  test.each([
    ["kube.HostPathVolume('/var/lib/docker/containers', 'Directory')", 'error docker-host-path'],
    ["kube.HostPathVolume('/var/lib/docker/containers')", 'warning docker-host-path'],
    ["volume.fromHostPath('logs', '/var/run/docker.sock')", 'error docker-socket-mount'],
    ["kube.HostPathVolume(path, 'Directory')", undefined],
  ])('volumes that a library makes: %s', (call, expected) => {
    const text = `{ agent: kube.DaemonSet('a') { spec+: { volumes_+: { logs: ${call}, other: '/var/lib/docker' } } } }\n`;
    expect(found('agent.jsonnet', text).map((line) => line.replace(/^\S+ (\S+ \S+) .*$/, '$1'))).toEqual(
      expected === undefined ? [] : [expected],
    );
  });

  test('objects in lists, that functions of a library return, and locals between its fields', () => {
    const pod = (path: string) =>
      `{ containers: [{ name: 'a', image: 'a', volumeMounts: [{ name: 's', mountPath: '/s' }] }], volumes: [{ name: 's', hostPath: { path: '${path}' } }] }`;
    const text = `{
  app(name, version='1'):: [
    { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: name }, spec: { template: { spec: ${pod('/run/docker.sock')} } } },
  ],
  local other = { spec: ${pod('/var/lib/docker')} },
  other: other { name: 'b' },
}
`;
    expect(found('agent.jsonnet', text).map((line) => line.replace(/^(\d+):\d+ (\S+ \S+) .*$/, '$1 $2'))).toEqual([
      '3 error docker-socket-mount',
      '5 warning docker-host-path',
    ]);
  });

  test('is always read in part', () => {
    expect(lint('agent.libsonnet', library).partly).toEqual(['agent.libsonnet']);
  });
});

describe('Alloy', () => {
  const config =
    'logging {\n  level = "info"\n}\ndiscovery.docker "node" {\n  host = "unix:///var/run/docker.sock"\n}\n';

  test.each([
    ['config.alloy', config, 5],
    [
      'config.yaml',
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  config: |\n${config.replace(/^/gm, '    ')}`,
      10,
    ],
  ])('in %s, with its own advice', (path, text, line) => {
    const { findings } = lintTexts({ [path]: text });
    expect(summaries(findings).map((one) => one.replace(/^\S+:(\d+):\d+ \w+ /, '$1 '))).toEqual([
      `${line} docker-socket-endpoint "unix:///var/run/docker.sock"`,
    ]);
    expect(findings[0]?.instead).toContain('discovery.kubernetes');
  });
});

describe('batch files', () => {
  test('the kubelet, its service, and docker', () => {
    const text = `@echo off
rem kubelet --network-plugin=cni was a flag
set KUBELET_ARGS=--cni-conf-dir=C:\\k\\cni
if exist C:\\k\\kubelet.exe (
  start "" C:\\k\\kubelet.exe --v=2 ^
    --network-plugin=cni
)
nssm set kubelet AppParameters --cni-bin-dir=C:\\k\\bin
sc create kubelet binPath= "C:\\k\\kubelet.exe --image-pull-progress-deadline=20m"
echo docker ps && docker ps -q
`;
    expect(found('StartKubelet.cmd', text)).toEqual([
      '3:18 error kubelet-dockershim-flag "--cni-conf-dir=C:\\\\k\\\\cni"',
      '6:5 error kubelet-dockershim-flag "--network-plugin=cni"',
      '8:32 error kubelet-dockershim-flag "--cni-bin-dir=C:\\\\k\\\\bin"',
      expect.stringMatching(/^9:\d+ error kubelet-dockershim-flag "--image-pull-progress-deadline=20m"$/),
      '10:19 error docker-cli-command "docker"',
    ]);
  });
});

describe('Ruby', () => {
  test('scripts and provisioners of a Vagrantfile', () => {
    const text = `$setup = <<-SCRIPT
  kubeadm init
  docker ps -q
SCRIPT
Vagrant.configure("2") do |config|
  # config.vm.provision "docker"
  config.vm.provision "shell", inline: $setup
  config.vm.provision "shell", inline: "systemctl restart docker"
end
`;
    expect(found('Vagrantfile', text)).toEqual([
      '3:3 error docker-cli-command "docker"',
      expect.stringMatching(/^8:\d+ warning docker-service-unit /),
    ]);
  });

  test('texts of a file that a Vagrantfile loads, whatever they hold', () => {
    const text = `$prepare = <<SCRIPT
kubeadm join a
docker ps -q
SCRIPT

$unit = <<SCRIPT
cat > /etc/systemd/system/a.service <<EOF
[Service]
ExecStart=/bin/true
EOF
SCRIPT
`;
    expect(found('vagrant/common', text)).toEqual(['3:1 error docker-cli-command "docker"']);
  });

  test('packages of a recipe are those that a resource names, however it names them, and not the words behind `if`', () => {
    const text = `package 'kubelet'
package 'linux-modules' if node['docker']['driver'] == 'aufs'
package 'base' do
  package_name ['moby-engine',
                'etcd']
end
%w(docker-ce docker-ce-cli).each do |name|
  apt_preference name
  package name do
    action :upgrade
  end
end
%w(docker.io runc).each do |name|
  package name do
    action :remove
  end
end
`;
    const [finding, ...others] = lintTexts({ 'cookbooks/kube/recipes/default.rb': text }).findings;
    expect(others).toEqual([]);
    expect(summaries(finding ? apart(finding) : []).map((one) => one.replace(/^.*?:/, ''))).toEqual([
      '4:18 warning docker-engine-package "moby-engine"',
      '7:4 warning docker-engine-package "docker-ce"',
    ]);
  });

  test('resources of a recipe', () => {
    const text = `package %w(docker-ce kubelet)
package 'docker.io' do
  action :remove
end
service 'docker' do
  action [:enable, :start]
end
execute 'docker system prune -f'
log 'docker ps'
`;
    expect(
      found('cookbooks/node/recipes/default.rb', text).map((one) => one.replace(/:\d+ (?:error|warning|notice)/, '')),
    ).toEqual([
      '1 docker-engine-package "docker-ce"',
      '5 docker-service-unit "docker"',
      '8 docker-cli-command "docker"',
    ]);
  });

  test.each([
    ['action :stop', 'action :start'],
    ['action [:stop, :disable]', 'action [:stop, :start]'],
    ['action %i[stop disable]', 'action %i[enable start]'],
    ['action(%i(stop disable mask))', 'action(%i(enable start))'],
    ['action %w{\n    stop\n    disable\n  }', 'action %w{\n    enable\n    start\n  }'],
    ["action ['stop']", "action ['restart']"],
    ["only_if 'which docker'\n  action %i<stop>", "only_if 'which docker'"],
  ])('a service with %j is only stopped, one with %j is run', (stops, runs) => {
    const recipe = (action: string) => `package 'kubelet'\nservice 'docker' do\n  ${action}\nend\n`;
    expect(found('cookbooks/node/recipes/default.rb', recipe(stops))).toEqual([]);
    expect(found('cookbooks/node/recipes/default.rb', recipe(runs))).toHaveLength(1);
  });

  test.each([
    ['package %w[docker-ce containerd.io] do\n  action %i[purge]\nend', true],
    ["package [\n  'docker-ce',\n  'docker-ce-cli'\n] do\n  action :remove\nend", true],
    ["package('docker-ce') { action :purge }", true],
    ["package 'docker-ce' do action :remove end", true],
    ['package "docker-ce" do\n  action :remove\n  version node[\'v\'] # an old one\nend', true],
    ["file '/etc/docker/daemon.json' do\n  action %i[delete]\nend", true],
    ["package('docker-ce') { action :install }", false],
    ["package 'docker-ce'\npackage 'podman' do\n  action :remove\nend", false],
    ["file '/etc/docker/daemon.json' do\n  action %i[create_if_missing]\nend", false],
  ])('what a resource takes away is no use of it: %#', (resource, isQuiet) => {
    const lines = found('cookbooks/node/recipes/default.rb', `package 'kubelet'\n${resource}\n`);
    expect(lines.length === 0).toBe(isQuiet);
  });
});

describe('agents that run commands', () => {
  const NODE = 'UserParameter=kubelet,pgrep -c kubelet\n';

  test.each([
    [
      'etc/zabbix/zabbix_agentd.conf',
      `${NODE}UserParameter=a[*],sudo docker ps -q | wc -l\n`,
      '2:25 docker-cli-command',
    ],
    ['etc/nagios/nrpe.cfg', 'allowed_hosts=a\ncommand[docker]=/usr/bin/docker info\n', '2:17 docker-cli-command'],
    ['etc/monit/conf.d/a', 'check process a with pidfile /var/run/docker.pid\n', '1:30 docker-host-path'],
    ['etc/fstab', '/dev/xvdb /var/lib/docker ext4 defaults 0 0\n', '1:11 docker-host-path'],
  ])('%s', (path, text, expected) => {
    expect(
      found(path, text).map((one) =>
        one
          .split(' ')
          .filter((_, i) => i !== 1)
          .slice(0, 2)
          .join(' '),
      ),
    ).toEqual([expected]);
  });
});

describe('user data of CloudFormation', () => {
  const join = (parts: string) => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Node:
    Properties:
      UserData:
        Fn::Base64: ${parts}
`;

  test.each([
    [
      'a join',
      'AWS',
      '\n          Fn::Join:\n          - ""\n          - - "#!/bin/bash\\n"\n            - "kubeadm join a --node-name "\n            - Ref: Name\n            - "\\n"\n            - "docker ps -q\\n"\n',
      13,
    ],
    [
      'a join with a substitution in a key',
      'AWS',
      '\n          Fn::Join:\n          - "\\n"\n          - - "#!/bin/bash"\n            - Fn::Sub: kubeadm join ${A}\n            - Fn::Sub: ["docker ps -q # ${B}", {B: b}]\n',
      11,
    ],
    [
      'a join by its tag',
      'AWS',
      '!Join ["\\n", ["#!/bin/bash", !Sub "kubeadm join ${A}",\n          "docker ps -q"]]\n',
      7,
    ],
    [
      'a substitution',
      'AWS',
      '!Sub |\n          #!/bin/bash\n          kubeadm join ${A}\n          docker ps -q\n',
      9,
    ],
  ])('%s', (_, _path, text, line) => {
    expect(found('nodes.yaml', join(text)).map((one) => one.replace(/:\d+ /, ' '))).toEqual([
      `${line} error docker-cli-command "docker"`,
    ]);
  });

  test('in JSON', () => {
    const template = {
      Resources: {
        A: {
          Properties: {
            UserData: {
              'Fn::Base64': {
                'Fn::Join': ['', ['#!/bin/bash\n', 'kubeadm join ', { Ref: 'B' }, '\n', 'docker ps -q\n']],
              },
            },
          },
        },
      },
    };
    expect(found('nodes.json', JSON.stringify(template, null, 1)).map((one) => one.replace(/^\d+:\d+ /, ''))).toEqual([
      'error docker-cli-command "docker"',
    ]);
  });

  test('files, packages, services and commands of cfn-init', () => {
    const text = `Resources:
  Node:
    Metadata:
      AWS::CloudFormation::Init:
        config:
          packages:
            yum:
              docker: []
              kubelet: []
          files:
            /etc/default/kubelet:
              content: KUBELET_EXTRA_ARGS=--network-plugin=cni
          commands:
            01_prune:
              command: sudo docker system prune -f
          services:
            sysvinit:
              docker: {enabled: true, ensureRunning: true}
`;
    expect(found('nodes.yaml', text).map((one) => one.replace(/:\d+ \w+/, ''))).toEqual([
      '8 docker-engine-package "docker"',
      '12 kubelet-dockershim-flag "--network-plugin=cni"',
      '15 docker-cli-command "docker"',
      '18 docker-service-unit "docker"',
    ]);
  });
});

describe('a service of nssm that a variable of a batch file names', () => {
  const flags = (text: string) =>
    lintTexts({ 'kubelet.bat': text }).findings.map(({ rule, span }) => [
      rule,
      span.source.text.slice(span.start, span.end).slice(0, 16),
    ]);
  const set = 'nssm.exe set %NAME% AppParameters ^\r\n--v=6 ^\r\n--network-plugin=cni\r\n';

  test('is the kubelet where it is called so', () => {
    expect(flags(`SET NAME=kubelet\r\n${set}`)).toEqual([['kubelet-dockershim-flag', '--network-plugin']]);
    expect(flags(`set "NAME=Kubelet"\r\n${set}`)).toEqual([['kubelet-dockershim-flag', '--network-plugin']]);
  });

  test('may be another one', () => {
    expect(flags(set)).toEqual([]);
    expect(flags(`SET NAME=flanneld\r\n${set}`)).toEqual([]);
    expect(flags(`SET NAME=kubelet\r\nSET NAME=proxy\r\n${set}`)).toEqual([]);
  });
});
