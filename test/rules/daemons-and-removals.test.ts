/** keepalived and scheduled tasks run commands, rules of a firewall that go are not missed, and versions in Ruby. */
import { describe, expect, it } from 'vitest';
import { type Files, loud } from '../support/in-memory.ts';

const NODE: Files = {
  'site.yml': '- hosts: control_plane\n  roles: [control_plane]\n',
  'roles/control_plane/tasks/main.yml':
    '- command: kubeadm join --config /etc/join.yaml\n- copy: {src: keepalived.conf, dest: /etc/keepalived/keepalived.conf}\n- copy: {src: check.conf, dest: /etc/ha/check.conf}\n',
};

describe('keepalived on a node', () => {
  const conf = (lines: string): Files => ({ ...NODE, 'roles/control_plane/files/keepalived.conf': lines });

  it.each([
    'vrrp_script chk {\n  script "/usr/bin/docker ps | grep -q k8s_kube-apiserver"\n}\n',
    'vrrp_script chk {\n  script "/bin/sh -c \'/usr/bin/docker ps | grep -q x\'"\n}\n',
    'vrrp_script chk {\n  script /usr/bin/docker ps\n}\n',
    'vrrp_instance a {\n  notify_master "docker ps"\n}\n',
  ])('runs commands: %j', (lines) => {
    expect(loud(conf(lines))).toEqual([
      expect.stringMatching(
        /^roles\/control_plane\/files\/keepalived\.conf:2:\d+ (?:error|warning) docker-cli-command/,
      ),
    ]);
  });

  it('has its addresses on an interface', () => {
    expect(loud(conf('vrrp_instance a {\n  interface docker0\n}\n'))).toEqual([
      'roles/control_plane/files/keepalived.conf:2:13 warning docker-bridge-network "docker0"',
    ]);
  });

  it.each([
    'vrrp_script chk {\n  # script "docker ps"\n}\n',
    'vrrp_instance a {\n  interface eth0\n  track_interface { docker }\n}\n',
  ])('is quiet about the rest: %j', (lines) => {
    expect(loud(conf(lines))).toEqual([]);
  });

  it('is known by its blocks under any name', () => {
    expect(
      loud({ ...NODE, 'roles/control_plane/files/check.conf': 'vrrp_script chk {\n  script "docker ps"\n}\n' }),
    ).toHaveLength(1);
  });
});

describe('rules of a firewall', () => {
  const script = (line: string) => loud({ 'run.sh': `#!/bin/sh\nsystemctl restart kubelet\n${line}\n` });

  it.each([
    'iptables -D FORWARD -o docker0 -j ACCEPT',
    'iptables -t nat --delete POSTROUTING -o docker0 -j MASQUERADE',
    'nft delete rule ip filter forward oifname docker0',
    'firewall-cmd --zone=trusted --remove-interface=docker0',
    'ufw delete allow in on docker0',
  ])('that go are not missed: %s', (line) => {
    expect(script(line)).toEqual([]);
  });

  it.each(['iptables -A FORWARD -o docker0 -j ACCEPT', 'firewall-cmd --zone=trusted --add-interface=docker0'])(
    'that come are: %s',
    (line) => {
      expect(script(line)).toEqual([expect.stringContaining('warning docker-bridge-network')]);
    },
  );
});

describe('a task that Windows starts', () => {
  it('runs the program that it is told', () => {
    const text =
      "kubeadm join a:6443\n$a = New-ScheduledTaskAction -Execute 'docker.exe' -Argument 'image prune -af'\nRegister-ScheduledTask -TaskName x -Action $a\n";
    expect(loud({ 'task.ps1': text })).toEqual([expect.stringMatching(/^task\.ps1:2:\d+ error docker-cli-command/)]);
  });
});

describe('an image that a script builds and hands to MicroK8s', () => {
  it('needs the engine that builds it', () => {
    const hand = 'docker save shop:1 -o shop.tar\nmicrok8s ctr image import shop.tar\n';
    expect(loud({ 'a.sh': `#!/bin/sh\ndocker build -t shop:1 .\n${hand}` })).toEqual([]);
    expect(loud({ 'a.sh': `#!/bin/sh\n${hand}` })).toEqual([expect.stringContaining('node-local-image-build')]);
  });
});

describe('a Vagrantfile that compares versions', () => {
  const file = (test: string) =>
    loud({
      Vagrantfile: `Vagrant.configure('2') do |config|
  config.vm.provision 'shell', inline: 'kubeadm join a:6443'
  if ${test}
    config.vm.provision 'shell', inline: 'docker pull registry.k8s.io/pause:3.9'
  end
end
`,
    });

  it.each([
    ["Gem::Version.new(KUBE) < Gem::Version.new('1.24')", 0],
    ["Gem::Version.new('1.24') > Gem::Version.new(KUBE)", 0],
    ["Gem::Version.new(KUBE) >= Gem::Version.new('1.24')", 1],
    ["Gem::Version.new(Vagrant::VERSION) < Gem::Version.new('2.4')", 1],
  ])('%s', (test, count) => {
    expect(file(test)).toHaveLength(count);
  });
});

describe('the journal of docker.service', () => {
  const script = (more: string) =>
    loud({ 'check.sh': `#!/bin/sh\n${more}journalctl -u docker.service -n 30\nsystemctl restart kubelet\n` });

  it('is filled on a machine with an engine of its own', () => {
    expect(script('apt-get install -y docker.io\ncurl -sfL https://get.k3s.io | sh -\n')).toEqual([]);
  });

  it('stays empty on others', () => {
    expect(script('')).toEqual([expect.stringContaining('warning docker-service-unit')]);
  });
});

describe('roles of Galaxy', () => {
  const play = (roles: string) => ({ 'site.yml': `- hosts: all\n  become: true\n  roles: [${roles}]\n` });

  it.each(['geerlingguy.docker, geerlingguy.kubernetes', '{role: acme.docker, tags: [a]}, acme.infra.kubeadm'])(
    'put Docker Engine on nodes: %s',
    (roles) => {
      expect(loud(play(roles))).toEqual([expect.stringMatching(/^site\.yml:3:\d+ warning docker-engine-package/)]);
    },
  );

  it.each([
    'geerlingguy.docker',
    'geerlingguy.docker, geerlingguy.containerd, geerlingguy.kubernetes',
    'acme.docker_registry, acme.kubernetes',
    'geerlingguy.kubernetes',
  ])('put none there: %s', (roles) => {
    expect(loud(play(roles))).toEqual([]);
  });

  it('speak for themselves where the repository has copied them', () => {
    const tasks = { 'roles/geerlingguy.docker/tasks/main.yml': '- apt: {name: docker-ce}\n' };
    expect(loud({ ...play('geerlingguy.docker, geerlingguy.kubernetes'), ...tasks })).toEqual([
      expect.stringMatching(/^roles\/geerlingguy\.docker\/tasks\/main\.yml:1:\d+ warning docker-engine-package/),
    ]);
  });
});
