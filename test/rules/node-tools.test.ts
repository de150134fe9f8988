/** What Salt, Puppet, Chef, Vagrant, Ansible and scripts of nodes do with Docker, told once and as loudly as it breaks. */
import { describe, expect, it } from 'vitest';
import { linesOf, lintTexts, loud } from '../support/in-memory.ts';

const NODE = '#!/bin/bash\nsystemctl enable kubelet\n';

describe('a kubelet in a container that Salt starts', () => {
  const state = (called: string) => `kubelet:
  docker_container.${called}:
    - image: acme/hyperkube:v1
    - binds:
      - /sys:/sys
    - command: "/hyperkube kubelet --kubeconfig=/etc/acme --network-plugin=kubenet"
`;

  it('is given the flags of its command', () => {
    expect(linesOf({ 'salt/node/kubelet.sls': state('running') })).toEqual([
      'salt/node/kubelet.sls:1 warning docker-cli-command',
      'salt/node/kubelet.sls:6 error kubelet-dockershim-flag',
    ]);
  });

  it('is given none where the container goes', () => {
    expect(linesOf({ 'salt/node/kubelet.sls': state('absent') })).toEqual([]);
  });
});

describe('containers of the module docker of Puppet', () => {
  const manifest = (attributes: string) =>
    `class acme::proxy {\n  service { 'kubelet': }\n  docker::run { 'proxy':\n    ${attributes}\n  }\n}\n`;

  it('are started with docker', () => {
    const { findings } = lintTexts({ 'manifests/proxy.pp': manifest("image => 'acme/proxy',") });
    expect(findings.map(({ message }) => message)).toEqual([
      '`docker run -d --name proxy acme/proxy` does not start: the node has no `docker`',
    ]);
  });

  it('are not, where they go; a variable is no name of an image', () => {
    expect(linesOf({ 'manifests/proxy.pp': manifest("ensure => 'absent',") })).toEqual([]);
    const { findings } = lintTexts({ 'manifests/proxy.pp': manifest('image => $image,') });
    expect(findings.map(({ message }) => message)).toEqual([
      '`docker run -d --name proxy …` does not start: the node has no `docker`',
    ]);
  });
});

describe('advice for a resource that starts a container', () => {
  const advice = (path: string, text: string) => lintTexts({ [path]: text }).findings.map(({ instead }) => instead);
  const puppet = (image: string) =>
    `class a {\n  service { 'kubelet': }\n  docker::run { 'web':\n    image => ${image},\n  }\n}\n`;
  const chef = (lines: string) => `service 'kubelet'\ndocker_container 'web' do\n${lines}end\n`;
  const replace =
    'Replace this resource, which only reaches Docker Engine: run it as a static pod, a DaemonSet or a systemd unit';
  const unit =
    /`nerdctl run --detach --name web acme\.io\/web:1`; in a unit, as this resource only reaches Docker Engine; /;

  it('is no command to write another program into', () => {
    expect(advice('manifests/web.pp', puppet('$image'))).toEqual([replace]);
    expect(advice('cookbooks/web/recipes/default.rb', chef("  image node['web']\n"))).toEqual([replace]);
  });

  it('is the command for a unit where it is known', () => {
    expect(advice('manifests/web.pp', puppet("'acme.io/web:1'"))).toEqual([expect.stringMatching(unit)]);
    expect(advice('cookbooks/web/recipes/default.rb', chef("  repo 'acme.io/web'\n  tag '1'\n"))).toEqual([
      expect.stringMatching(unit),
    ]);
  });

  it('is none that names the resource for its title', () => {
    const image = "service 'kubelet'\ndocker_image 'acme/app' do\n  tag '2'\nend\n";
    expect(advice('cookbooks/web/recipes/default.rb', image)).toEqual([expect.stringContaining('acme/app:2')]);
  });
});

describe('the cookbook docker of Chef', () => {
  it('installs the engine once, and starts it', () => {
    const recipe = `service 'kubelet'
docker_service 'default' do
  version '1.8'
  action :create
end
docker_service 'default' do
  action :start
end
docker_service 'old' do
  action :delete
end
`;
    expect(linesOf({ 'cookbooks/acme/recipes/node.rb': recipe })).toEqual([
      'cookbooks/acme/recipes/node.rb:2 warning docker-engine-package',
      'cookbooks/acme/recipes/node.rb:6 notice docker-service-unit',
    ]);
  });
});

describe('a Vagrantfile that takes a script by the runtime', () => {
  const files = (chosen: string, arm: string) => ({
    Vagrantfile: `ENGINE = "${chosen}"
Vagrant.configure("2") do |config|
  case ENGINE
  when "containerd"
    config.vm.provision "shell", path: "scripts/containerd.sh"
  ${arm}
    config.vm.provision "shell", path: "scripts/docker.sh"
  end
  config.vm.provision "shell", path: "scripts/kubelet.sh"
end
`,
    'scripts/docker.sh': '#!/bin/bash\napt-get install -y docker-ce\n',
    'scripts/kubelet.sh': '#!/bin/bash\napt-get install -y kubelet\n',
  });

  it.each(['else', 'when "docker"'])('counts by what is chosen: %s', (arm) => {
    expect(linesOf(files('containerd', arm))).toEqual(['scripts/docker.sh:2 notice docker-engine-package']);
    expect(linesOf(files('docker', arm))).toEqual(['scripts/docker.sh:2 warning docker-engine-package']);
  });
});

describe('a script that another one calls for a runtime', () => {
  it('counts for that runtime', () => {
    const caller = (test: string) => `${NODE}if ${test}; then\n  ./scripts/install-engine.sh\nfi\n`;
    const told = (test: string) =>
      linesOf({
        'setup.sh': caller(test),
        'scripts/install-engine.sh': '#!/bin/bash\nsystemctl enable kubelet\napt-get install -y docker-ce\n',
      });
    expect(told('[ "$RUNTIME" = docker ]')).toEqual(['scripts/install-engine.sh:3 notice docker-engine-package']);
    expect(told('[ "$ROLE" = worker ]')).toEqual(['scripts/install-engine.sh:3 warning docker-engine-package']);
  });
});

describe('a daemon.json of the repository', () => {
  const FILE = { 'files/daemon.json': '{"registry-mirrors": ["https://mirror.example.com"]}\n' };

  it.each([
    'cp /vagrant/daemon.json /etc/docker/',
    'sudo mv "$FILES/daemon.json" /etc/docker/daemon.json',
    'install -m 644 files/daemon.json /etc/docker/daemon.json',
  ])('is told in its file, not where it is put: %s', (line) => {
    expect(linesOf({ ...FILE, 'node.sh': `${NODE}${line}\n` })).toEqual([
      'files/daemon.json:1 warning docker-daemon-config',
    ]);
  });

  it('is told so behind a loop of Ansible over pairs', () => {
    const play = `- hosts: k8s_nodes
  tasks:
    - service: {name: kubelet, state: started}
    - template: {src: "{{ item.src }}", dest: "{{ item.dest }}"}
      with_items:
        - {src: files/other.conf, dest: /etc/acme/other.conf}
        - {src: files/daemon.json, dest: /etc/docker/daemon.json}
`;
    expect(linesOf({ ...FILE, 'site.yml': play })).toEqual(['files/daemon.json:1 warning docker-daemon-config']);
  });

  it('is told where it is put when the repository has none', () => {
    expect(linesOf({ 'node.sh': `${NODE}cp /vagrant/daemon.json /etc/docker/\n` })).toEqual([
      'node.sh:3 warning docker-daemon-config',
    ]);
  });
});

describe('an image that a script pulls to run it', () => {
  it('is told at the run', () => {
    const script = (pulled: string) => `${NODE}docker pull ${pulled}\ndocker run --rm acme/tool cp -r /a /b\n`;
    expect(linesOf({ 'node.sh': script('acme/tool:latest') })).toEqual([
      'node.sh:3 notice node-local-image-build',
      'node.sh:4 warning docker-cli-command',
    ]);
    expect(linesOf({ 'node.sh': script('acme/pause:3') })).toEqual([
      'node.sh:3 warning node-local-image-build',
      'node.sh:4 warning docker-cli-command',
    ]);
  });
});

describe('a bridge docker0', () => {
  it('that a script makes is one notice', () => {
    const script = (line: string) =>
      `${NODE}${line}\nip addr add 172.18.42.1/24 dev docker0\nip link set dev docker0 up\n`;
    expect(linesOf({ 'node.sh': script('brctl addbr docker0') })).toEqual(['node.sh:3 notice docker-bridge-network']);
    expect(linesOf({ 'node.sh': script('ip link add name docker0 type bridge') })).toEqual([
      'node.sh:3 notice docker-bridge-network',
    ]);
    expect(linesOf({ 'node.sh': script('brctl addbr cbr0') })).toEqual([
      'node.sh:4 warning docker-bridge-network',
      'node.sh:5 warning docker-bridge-network',
    ]);
  });
});

describe('an installer of Docker Engine', () => {
  it('of Rancher is known', () => {
    const line = 'curl https://releases.rancher.com/install-docker/20.10.sh | sh';
    expect(linesOf({ 'node.sh': `${NODE}${line}\n` })).toEqual(['node.sh:3 warning docker-engine-package']);
  });
});

describe('a pod of an agent in the configuration of Jenkins', () => {
  it('runs in a cluster, whatever its folder is called', () => {
    const text = `jenkins:
  clouds:
    - kubernetes:
        templates:
          - name: builder
            volumes:
              - hostPathVolume:
                  hostPath: /var/run/docker.sock
                  mountPath: /var/run/docker.sock
`;
    expect(linesOf({ 'jenkins/jcasc.yaml': text })).toEqual(['jenkins/jcasc.yaml:8 error docker-socket-mount']);
  });
});

describe('credentials', () => {
  it('of a registry that stay valid go into a Secret, those of a cloud to a provider', () => {
    const advice = (line: string) =>
      lintTexts({ 'node.sh': `${NODE}${line}\n` }).findings.map(({ instead }) => instead);
    expect(advice('docker login registry.example.com -u pull -p pull')).toEqual([
      expect.stringMatching(/^Provide the login as imagePullSecrets/),
    ]);
    expect(advice('aws ecr get-login-password | docker login --username AWS --password-stdin "$REGISTRY"')).toEqual([
      expect.stringMatching(/^Configure a kubelet image credential provider/),
    ]);
  });

  it('have no place in a hosts.toml', () => {
    const text = (key: string) =>
      `version = 2\n[plugins."io.containerd.grpc.v1.cri".registry.${key}]\n  password = "x"\n  endpoint = ["https://a.example.com"]\n`;
    const advice = (key: string) =>
      lintTexts({ 'config.toml': text(key) }).findings.map(({ instead }) => instead.slice(0, 24));
    expect(advice('configs."a.example.com".auth')).toEqual(['Give credentials as imag']);
    expect(advice('mirrors."b.example.com"')).toEqual(['Delete registry.mirrors,']);
  });
});

describe('the bridge that Weave Scope is told', () => {
  it('only counts for its probe of Docker', () => {
    const args = "['--probe.docker=true', '--probe.docker.bridge=docker0']";
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: scope}
spec:
  containers:
    - name: scope
      image: acme/scope
      command: [/home/weave/scope]
      args: ${args}
`;
    expect(linesOf({ 'pod.yaml': pod })).toEqual([
      'pod.yaml:9 error chart-runtime-docker',
      'pod.yaml:9 notice chart-runtime-docker',
    ]);
  });
});

describe('what a line does, told once', () => {
  it('in a unit that runs docker and requires its service', () => {
    const script = (start: string) =>
      `${NODE}cat > /etc/systemd/system/agent.service <<EOF\n[Unit]\nRequires=docker.service\n[Service]\nExecStart=${start}\nEOF\n`;
    expect(linesOf({ 'node.sh': script('/usr/bin/docker run --rm acme/proxy') })).toEqual([
      'node.sh:7 error docker-cli-command',
    ]);
    expect(linesOf({ 'node.sh': script('-/usr/bin/docker ps') })[0]).toBe('node.sh:5 warning docker-service-unit');
  });

  it('in a docker run that does not start', () => {
    const line = 'docker run -d -v /var/lib/docker:/var/lib/docker acme/proxy';
    expect(linesOf({ 'node.sh': `${NODE}${line}\n` })).toEqual(['node.sh:3 warning docker-cli-command']);
    expect(linesOf({ 'node.sh': `${NODE}apt-get install -y docker-ce\n${line}\n` })).toContain(
      'node.sh:4 warning docker-host-path',
    );
  });

  it('further down', () => {
    const told = (between: string) =>
      linesOf({ 'node.sh': `${NODE}systemctl enable docker\n${between}systemctl restart docker\n` });
    expect(told('')).toEqual(['node.sh:3 warning docker-service-unit']);
    expect(told('sleep 1\n')).toEqual(['node.sh:3 warning docker-service-unit']);
    expect(told('[ -x /usr/bin/dockerd ] &&\n')).toHaveLength(2);
  });

  it('in a list that names a package twice', () => {
    const play = `- hosts: k8s_nodes
  tasks:
    - service: {name: kubelet, state: started}
    - yum:
        name:
          - docker-ce
          - lvm2
          - docker-ce
`;
    expect(linesOf({ 'site.yml': play })).toEqual(['site.yml:6 warning docker-engine-package']);
  });

  it('in a pull for a file', () => {
    const script = (image: string) => `${NODE}docker pull acme/a:1\ndocker save -o a.tar ${image}\n`;
    expect(linesOf({ 'node.sh': script('acme/a:1') })).toEqual([
      'node.sh:3 notice node-local-image-build',
      'node.sh:4 warning node-local-image-build',
    ]);
    expect(linesOf({ 'node.sh': script('acme/b:1') })[0]).toBe('node.sh:3 warning node-local-image-build');
  });

  it('in a variable that the kubelet is given', () => {
    const script = (flag: string) =>
      `${NODE}CONTAINER_RUNTIME=docker\ncat > /etc/systemd/system/kubelet.service <<EOF\n[Service]\nExecStart=/usr/bin/kubelet ${flag}\nEOF\n`;
    expect(linesOf({ 'node.sh': script('--container-runtime=$CONTAINER_RUNTIME') })).toEqual([
      'node.sh:6 error kubelet-container-runtime-flag',
    ]);
    expect(linesOf({ 'node.sh': script('--v=2') })).toEqual(['node.sh:3 warning provisioner-docker-runtime']);
  });

  it('in a drop-in that is compared with the one before', () => {
    const script = `${NODE}F=/etc/systemd/system/docker.service.d/a.conf
cat > $F.new <<EOF
[Service]
MountFlags=shared
EOF
diff /tmp/old $F.new
`;
    expect(linesOf({ 'node.sh': script })).toEqual(['node.sh:4 warning docker-daemon-config']);
  });

  it('in a file of Ignition and the one it is compiled from', () => {
    const unit = '[Service]\\nExecStart=/usr/bin/kubelet --network-plugin=cni\\n';
    const compiled = `{"ignition":{"version":"3.3.0"},"systemd":{"units":[{"name":"kubelet.service","contents":"${unit}"}]}}\n`;
    const source = `variant: fcos
version: 1.4.0
systemd:
  units:
    - name: kubelet.service
      contents: |
        [Service]
        ExecStart=/usr/bin/kubelet --network-plugin=cni
`;
    expect(linesOf({ 'node.ign': compiled, 'node.bu': source })).toEqual(['node.bu:8 error kubelet-dockershim-flag']);
    expect(linesOf({ 'node.ign': compiled, 'other.bu': source })).toHaveLength(2);
  });

  it('in the folder of a file on Windows', () => {
    const script = `New-Item -ItemType Directory "C:\\ProgramData\\Docker\\config"
$c | Out-File "C:\\ProgramData\\Docker\\config\\daemon.json"
C:\\k\\kubelet.exe --hostname-override=a
`;
    expect(linesOf({ 'node.ps1': script })).toEqual(['node.ps1:2 warning docker-daemon-config']);
  });
});

describe('functions of login shells', () => {
  it('are for people', () => {
    const script = 'dps () { docker ps -a; }\n';
    const write = (path: string) => `${NODE}cat > ${path} <<'EOF'\n${script}EOF\n`;
    expect(linesOf({ 'node.sh': write('/etc/profile.d/aliases.sh') })).toEqual(['node.sh:4 notice docker-cli-command']);
    expect(linesOf({ 'node.sh': write('/opt/clean.sh') })).toEqual(['node.sh:4 error docker-cli-command']);
  });

  it('are for people in a file of aliases too', () => {
    const script = `${NODE}docker-clean () { docker rm $(docker ps -aq); }\n`;
    expect(linesOf({ 'files/docker-aliases.sh': script })).toEqual([
      'files/docker-aliases.sh:3 notice docker-cli-command',
    ]);
    expect(linesOf({ 'files/docker-clean.sh': script })).toEqual(['files/docker-clean.sh:3 error docker-cli-command']);
  });
});

describe('the program docker', () => {
  it('is put on no node by what says who may use it, or where nothing tells of one', () => {
    expect(linesOf({ 'node.sh': `${NODE}chmod u+s /usr/bin/docker\n` })).toEqual([]);
    const play = (more: string) =>
      `- hosts: k8s_nodes\n  tasks:\n    - service: {name: kubelet, state: started}\n    - file: {path: /usr/bin/docker, ${more}}\n`;
    expect(linesOf({ 'site.yml': play('mode: u+s') })).toEqual([]);
    expect(linesOf({ 'node.sh': `${NODE}install docker /usr/bin/docker\n` })[0]).toMatch(/:3 warning/);
    expect(loud({ 'get.sh': 'cp docker /usr/bin/docker\n' })).toEqual([]);
  });
});

describe('a word kubelet among others', () => {
  it('makes no node', () => {
    const line = 'docker run --rm -ti acme/ssh root@$1 tasks exec kubelet ash -l';
    expect(linesOf({ 'into.sh': `${line}\n` })).toEqual(['into.sh:1 notice docker-cli-command']);
  });
});

describe('the unit of a kubelet', () => {
  it('requires the unit of its runtime, whatever its template is asked', () => {
    const unit = "[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/kubelet <%= @flags['docker'] %>\n";
    const { findings } = lintTexts({ 'templates/kubelet.service.erb': unit });
    expect(findings.map(({ instead }) => instead)).toEqual(['Write containerd.service in its place']);
  });
});

describe('a container that the repository starts with docker', () => {
  it('is asked for by its name in a filter', () => {
    const files = (name: string) => ({
      'start.sh': `${NODE}docker run -d --name acme-agent acme/agent\n`,
      'ask.sh': `${NODE}[ "$(docker ps -q -f name=${name})" ] || exit 0\n`,
    });
    const { findings } = lintTexts(files('acme-agent'));
    expect(findings.filter(({ span }) => span.source.path === 'ask.sh')).toEqual([
      expect.objectContaining({ severity: 'warning', instead: expect.stringMatching(/^Write nerdctl for docker/) }),
    ]);
    expect(linesOf(files('other'))).toContain('ask.sh:3 error docker-cli-command');
  });
});

describe('more of what is told once', () => {
  it('a list of images before they are loaded', () => {
    const line = 'docker images | grep -q acme/agent || docker load < agent.tar';
    expect(linesOf({ 'node.sh': `${NODE}${line}\n` })).toEqual([
      'node.sh:3 notice docker-cli-command',
      'node.sh:3 warning node-local-image-build',
    ]);
  });

  it('a drop-in that is written line by line', () => {
    const path = '/etc/systemd/system/docker.service.d/hosts.conf';
    const script = `${NODE}echo '[Service]' | tee ${path}\necho 'ExecStart=' | tee -a ${path}\necho 'ExecStart=/usr/bin/dockerd -H fd://' | tee -a ${path}\n`;
    expect(linesOf({ 'node.sh': script })).toEqual(['node.sh:3 warning docker-daemon-config']);
  });

  it('the units of Docker that a script fetches and edits', () => {
    const script = `${NODE}curl https://example.com/docker.service > /lib/systemd/system/docker.service
curl https://example.com/docker.socket > /lib/systemd/system/docker.socket
sed -i 's|a|b|' /lib/systemd/system/docker.service
`;
    expect(linesOf({ 'node.sh': script })).toEqual(['node.sh:3 warning docker-service-unit']);
  });

  it('the file and the line of a task', () => {
    const play = `- hosts: k8s_nodes
  tasks:
    - service: {name: kubelet, state: started}
    - lineinfile:
        dest: /etc/default/docker
        line: 'DOCKER_OPTS="--bip=10.1.0.1/24"'
`;
    expect(linesOf({ 'site.yml': play })).toEqual(['site.yml:6 warning docker-daemon-config']);
  });

  it('tasks that write lines of one file, beside the setting that one of them writes', () => {
    const line = (name: string) =>
      `    - lineinfile: {path: /etc/sysconfig/docker, line: ${name}=http://proxy.example.com}\n`;
    const setting = '    - lineinfile: {path: /etc/sysconfig/docker, line: \'OTHER_ARGS="--bip=10.1.0.1/24"\'}\n';
    const play = `- hosts: k8s_nodes\n  tasks:\n    - service: {name: kubelet, state: started}\n${line('http_proxy')}${line('https_proxy')}${setting}`;
    expect(linesOf({ 'site.yml': play })).toEqual([
      'site.yml:4 warning docker-daemon-config',
      'site.yml:6 notice docker-daemon-config',
    ]);
    expect(lintTexts({ 'site.yml': play }).findings[0]?.related).toHaveLength(2);
  });

  it('the options of a file and the file, where one task writes both', () => {
    const play = `- hosts: k8s_nodes
  tasks:
    - service: {name: kubelet, state: started}
    - copy:
        content: |
          EXTRA_STORAGE_OPTIONS="--storage-opt overlay2.override_kernel_check=true"
        dest: /etc/sysconfig/docker-storage-setup
`;
    expect(linesOf({ 'site.yml': play })).toEqual(['site.yml:6 warning docker-daemon-config']);
  });

  it('pulls of one line that a loop repeats', () => {
    const script = `${NODE}for image in acme/a:1 acme/b:1 acme/c:1; do\n  docker pull $image\ndone\n`;
    const { findings } = lintTexts({ 'node.sh': script });
    expect(findings.map(({ message }) => message)).toEqual([
      '`docker pull acme/a:1` and 2 more pulls of this line leave the images in Docker’s store; the kubelet does not look there',
    ]);
  });
});

describe('a task that may fail', () => {
  it('to start the unit is a notice', () => {
    const play = (more: string) =>
      `- hosts: k8s_nodes\n  tasks:\n    - service: {name: kubelet, state: started}\n    - name: start it\n      service: {name: docker, state: restarted}\n${more}`;
    expect(linesOf({ 'site.yml': play('') })).toEqual(['site.yml:5 warning docker-service-unit']);
    expect(linesOf({ 'site.yml': play('      ignore_errors: true\n') })).toEqual([
      'site.yml:5 notice docker-service-unit',
    ]);
  });
});

describe('a handler', () => {
  const role = (notify: string) => ({
    'site.yml': '- hosts: k8s_nodes\n  roles:\n    - node\n',
    'roles/node/tasks/main.yml': `- name: start the kubelet\n  service: {name: kubelet, state: started}\n  notify: ${notify}\n`,
    'roles/node/handlers/main.yml': '- name: restart docker\n  service: {name: docker, state: restarted}\n',
  });

  it('that nobody notifies is a notice', () => {
    expect(linesOf(role('restart docker'))).toEqual(['roles/node/handlers/main.yml:2 warning docker-service-unit']);
    expect(linesOf(role('\n    - Other\n    - "restart docker"'))).toEqual([
      'roles/node/handlers/main.yml:2 warning docker-service-unit',
    ]);
    expect(linesOf(role('"{{ handlers }}"'))).toEqual(['roles/node/handlers/main.yml:2 warning docker-service-unit']);
    expect(linesOf(role('restart kubelet'))).toEqual(['roles/node/handlers/main.yml:2 notice docker-service-unit']);
  });
});

describe('ERB of Puppet and Chef', () => {
  it('has its values and branches in units and files of variables', () => {
    const unit = `[Service]
ExecStart=/usr/bin/kubelet \\
  --node-ip=<%= @ip -%> \\
<% if @plugin -%>
  --network-plugin=<%= @plugin -%> \\
<% end -%>
  --v=2
`;
    expect(linesOf({ 'templates/kubelet.service.erb': unit })).toEqual([
      'templates/kubelet.service.erb:5 warning kubelet-dockershim-flag',
    ]);
  });

  it('stands in the advice as its author wrote it', () => {
    const unit = (run: string) =>
      `[Unit]\nBefore=kubelet.service\n[Service]\nExecStart=/usr/bin/docker run --rm --name etcd ${run}\n`;
    const { findings } = lintTexts({
      'templates/etcd.service.erb': unit('<%= @image %> etcd --name <%= @name %>'),
      'templates/kubelet.service.erb': '[Service]\nExecStart=/usr/bin/kubelet --v=2\n',
    });
    expect(findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(findings[0]?.instead).toContain('`nerdctl run --rm --name etcd <%= @image %> etcd --name <%= @name %>`');
  });
});

describe('a script that is content with podman', () => {
  it('does not end without docker, and its variable is no docker where it is compared', () => {
    const script = (asks: string) => `${NODE}CLI=
if command -v docker; then
  CLI=docker
${asks}else
  echo nothing
  exit 1
fi
`;
    const other = 'elif [ -x /opt/acme/cli ]; then\n  CLI=/opt/acme/cli\n';
    const podman = 'elif command -v podman; then\n  CLI=podman\n';
    expect(linesOf({ 'node.sh': script(other) })).toEqual(['node.sh:4 warning docker-cli-command']);
    expect(linesOf({ 'node.sh': script(podman) })).toEqual([]);
    const run = 'if [ "$CLI" = "podman" ]; then\n  $CLI run --rm acme/a:1\nelse\n  sudo $CLI run --rm acme/a:1\nfi\n';
    expect(linesOf({ 'node.sh': script(podman) + run })).toEqual(['node.sh:5 notice docker-cli-command']);
  });
});

describe('a journal of docker', () => {
  it('beside that of the runtime that a variable names is a notice', () => {
    const source = (unit: string) =>
      `<source>\n  @type systemd\n  matches [{ "_SYSTEMD_UNIT": "${unit}" }]\n</source>\n`;
    expect(linesOf({ 'fluent.conf': source('docker.service') + source('kubelet.service') })).toEqual([
      'fluent.conf:3 warning docker-service-unit',
    ]);
    expect(linesOf({ 'fluent.conf': source('docker.service') + source('{{ container_runtime }}.service') })).toEqual([
      'fluent.conf:3 notice docker-service-unit',
    ]);
  });
});

describe('a custom resource of Chef', () => {
  it('is read as a recipe is', () => {
    const files = {
      'cookbooks/acme/recipes/node.rb': "package 'kubelet'\n",
      'cookbooks/acme/resources/engine.rb': "action :create do\n  service 'docker' do\n    action :start\n  end\nend\n",
    };
    expect(linesOf(files)).toEqual(['cookbooks/acme/resources/engine.rb:2 warning docker-service-unit']);
  });
});

describe('a unit with a blank behind the backslash', () => {
  it('has the flags of the next line', () => {
    const unit = (next: string) => `[Service]\nExecStart=/usr/bin/kubelet \\\n  --v=2 \\ \n${next}\n`;
    expect(linesOf({ 'kubelet.service': unit('  --network-plugin=cni') })).toEqual([
      'kubelet.service:4 error kubelet-dockershim-flag',
    ]);
    expect(linesOf({ 'kubelet.service': unit('User=root --network-plugin=cni') })).toEqual([]);
  });
});

describe('machines of RKE', () => {
  it('have Docker as long as they are its', () => {
    const clear = (folder: string) => `#!/bin/bash\ndocker rm -f $(docker ps -aq)\nrm -rf /etc/kubernetes ${folder}\n`;
    expect(linesOf({ 'clear.sh': clear('/opt/rke') })).toEqual(['clear.sh:2 notice docker-cli-command']);
    expect(linesOf({ 'clear.sh': clear('/opt/cni') })).toEqual(['clear.sh:2 warning docker-cli-command']);
  });
});

describe('classes of one module of Puppet', () => {
  const init = (name: string) =>
    `class acme_k8s (\n  String $container_runtime = 'docker',\n) {\n  class { '${name}': }\n}\n`;
  const worker = "class acme_k8s::node::worker {\n  package { 'kubelet': ensure => present }\n}\n";
  const found = (folder: string, name: string) =>
    lintTexts({
      [`${folder}manifests/init.pp`]: init(name),
      [`${folder}manifests/node/worker.pp`]: worker,
    }).findings.map(({ rule }) => rule);

  it.each(['', 'puppet-k8s/', 'modules/acme_k8s/'])('are found whatever its folder is called: %s', (folder) => {
    expect(found(folder, 'acme_k8s::node::worker')).toEqual(['provisioner-docker-runtime']);
    expect(found(folder, '::acme_k8s::node::worker')).toEqual(['provisioner-docker-runtime']);
  });

  it('are others of another module', () => {
    expect(found('', 'other::node::worker')).toEqual([]);
  });
});
