/** Advice that fits what reads the line: a shell or none, an inventory, a repository of packages, minikube. */

import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, adviceIn as told } from '../support/in-memory.ts';

function findings(files: Files, runtime: 'containerd' | 'cri-o' = 'containerd') {
  return lintTexts(files, { target: { runtime, minor: 37 } }).findings;
}

const SCRIPT = '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n';
const onNode = (lines: string) => told({ 'node/setup.sh': `${SCRIPT}${lines}\n` })[0] ?? '';

describe('a line that no shell reads', () => {
  const ID = "$(crictl ps -a -q --latest --name '^etcd$')";
  const playbook = (task: string) => ({
    'node.yml': `- hosts: kube_node\n  tasks:\n    - command: kubeadm join --config /etc/join.yaml\n    - name: clear\n      ${task}\n`,
  });

  it('of a unit gets one', () => {
    const unit = (line: string) =>
      told({ 'node/clear.service': `[Unit]\nAfter=kubelet.service\n[Service]\n${line}\n` });
    expect(unit('ExecStart=/usr/bin/docker restart web')).toEqual([
      '`/bin/sh -c "crictl stop --timeout 10 $(crictl ps -q --latest --name \'^web$\')"`; the kubelet starts the container again',
    ]);
    expect(unit('ExecStart=/usr/bin/docker container prune -f')).toEqual([
      "`/bin/sh -c 'crictl ps -a -q --state Exited | xargs -r crictl rm'`",
    ]);
    expect(unit('ExecStart=/bin/sh -c "docker container prune -f"')).toEqual([
      '`crictl ps -a -q --state Exited | xargs -r crictl rm`',
    ]);
    expect(unit('ExecStart=/usr/bin/docker ps')).toEqual(['`crictl ps`']);
  });

  it('of a task says which module starts one, and is not written into it', () => {
    const [found] = findings(playbook('command: docker rm -f etcd'));
    expect(found?.instead).toMatch(/^`crictl rm -f .*`; in a task of the module shell, as command starts none/);
    expect(found?.fix).toBeUndefined();
    expect(told(playbook('command: {argv: [docker, rm, -f, etcd]}'))[0]).toContain('of the module shell');
    expect(told(playbook('shell: docker rm -f etcd'))).toEqual([`\`crictl rm -f ${ID}\``]);
    expect(findings(playbook('shell: docker rm -f etcd'))[0]?.fix?.replacement).toBe(`crictl rm -f ${ID}`);
    expect(findings(playbook('command: docker ps -q'))[0]?.fix?.replacement).toBe('crictl ps -q');
  });

  it('of a list of words is one word of it', () => {
    const cloud = (item: string) =>
      told({ 'init.yaml': `#cloud-config\nruncmd:\n  - kubeadm join --config /etc/join.yaml\n  - ${item}\n` });
    expect(cloud('[docker, rm, -f, etcd]')).toEqual([
      `\`crictl rm -f ${ID}\`; as one word behind \`sh -c\`, as no shell reads this list`,
    ]);
    expect(cloud('[sh, -c, docker rm -f etcd]')).toEqual([`\`crictl rm -f ${ID}\``]);
    expect(cloud('docker rm -f etcd')).toEqual([`\`crictl rm -f ${ID}\``]);
  });
});

describe('a container that a variable names', () => {
  it.each(['docker exec "$1" ls', 'docker rm -f $CONTAINER', 'docker logs $box'])('may be a name: %s', (line) => {
    const [found] = findings({ 'node/setup.sh': `${SCRIPT}${line}\n` });
    expect(found?.instead).toContain(
      '; crictl takes ids, not names: `crictl ps -q --name NAME` finds the id of a name',
    );
    expect(found?.fix).toBeUndefined();
  });

  it.each(['docker exec "$id" ls', 'docker rm -f $CONTAINER_ID', 'docker rm -f $(docker ps -aq)', 'docker rm $cid'])(
    'is an id where that is told: %s',
    (line) => {
      expect(onNode(line)).not.toContain('not names');
    },
  );
});

describe('mirrors', () => {
  const mirror = (value: string, runtime: 'containerd' | 'cri-o' = 'containerd') =>
    told(
      {
        'roles/node/tasks/main.yml':
          '- command: kubeadm join --config /etc/join.yaml\n- template: {src: daemon.json.j2, dest: /etc/docker/daemon.json}\n',
        'roles/node/templates/daemon.json.j2': `{"registry-mirrors": ["${value}"]}\n`,
      },
      runtime,
    )[0];

  it('that a variable holds are addresses already', () => {
    expect(mirror('{{ mirror }}')).toContain('[host."{{ mirror }}"]');
    expect(mirror('{{ mirror }}', 'cri-o')).toContain('location = "{{ mirror }}" (without its https://)');
    expect(mirror('https://{{ mirror }}')).toContain('[host."https://{{ mirror }}"]');
    expect(mirror('https://m.example.com', 'cri-o')).toContain('location = "m.example.com"');
  });

  it('of plain HTTP say so to CRI-O', () => {
    expect(mirror('http://m.example.com:5000', 'cri-o')).toContain('location = "m.example.com:5000", insecure = true');
    expect(mirror('http://m.example.com:5000')).toContain('[host."http://m.example.com:5000"]');
  });

  it('keep the quotes of an expression', () => {
    expect(mirror("http://{{ groups['cache'][0] }}:5000")).toContain(`[host."http://{{ groups['cache'][0] }}:5000"]`);
  });
});

describe('variables of kubespray', () => {
  const inventory = (line: string, runtime: 'containerd' | 'cri-o' = 'containerd') =>
    told(
      {
        'inventory/c1/group_vars/all/docker.yml': `${line}\n`,
        'inventory/c1/group_vars/k8s_cluster/k8s-cluster.yml': 'container_manager: docker\n',
      },
      runtime,
    );

  it.each([
    [
      'docker_log_opts: "--log-opt max-size=50m --log-opt max-file=5"',
      'Write kubelet_logfiles_max_size: 50Mi and kubelet_logfiles_max_nr: 5 in its place',
    ],
    ['docker_daemon_graph: /data/docker', 'Write containerd_storage_dir: /data/docker in its place'],
    ['docker_daemon_graph: /var/lib/docker', 'Drop it: containerd keeps its data in /var/lib/containerd by default'],
    ['docker_iptables_enabled: "false"', 'Drop it: kubespray reads it with container_manager: docker only'],
  ])('have successors of their own: %s', (line, advice) => {
    expect(inventory(line)).toContain(advice);
  });

  it('are known by the variables beside them where the runtime is left at its default', () => {
    const advice = (more: string) => told({ 'cluster.yml': `${more}docker_log_opts: "--log-opt max-size=2g"\n` })[0];
    expect(advice('kube_network_plugin: calico\nkube_pods_subnet: 10.192.0.0/13\n')).toBe(
      'Write kubelet_logfiles_max_size: 2Gi in its place',
    );
    expect(advice('kube_network_plugin: calico\n')).toContain('in KubeletConfiguration');
  });

  it('name the variable for a folder that a template fills in', () => {
    expect(inventory('docker_daemon_graph: "{{ data_root }}"')).toContain(
      'Write containerd_storage_dir with this folder in its place: kubespray writes config.toml from it',
    );
  });

  it('are written by their fixes', () => {
    const fixOf = (line: string) =>
      findings({
        'inventory/c1/group_vars/all/docker.yml': `docker_dns_servers_strict: false\n${line}\n`,
        'inventory/c1/group_vars/k8s_cluster/k8s-cluster.yml': 'container_manager: docker\n',
      }).find(({ rule }) => rule === 'docker-daemon-config')?.fix;
    expect(fixOf('docker_log_opts: "--log-opt max-size=50m --log-opt max-file=5"')).toMatchObject({
      replacement: 'kubelet_logfiles_max_size: 50Mi\nkubelet_logfiles_max_nr: 5',
      safety: 'unsafe',
    });
    expect(fixOf('docker_iptables_enabled: "false"')?.replacement).toBe('');
    expect(fixOf('docker_daemon_graph: /var/lib/docker')?.replacement).toBe('');
    expect(fixOf('docker_daemon_graph: /data/docker')).toBeUndefined();
    expect(fixOf('docker_registry_mirrors: ["https://m.example.com"]')).toBeUndefined();
  });

  it('are those of CRI-O where that is the target', () => {
    expect(inventory('docker_daemon_graph: /data/docker', 'cri-o')).toContain('Set root = "/data/docker" under [crio]');
    expect(inventory('docker_registry_mirrors: ["https://m.example.com"]', 'cri-o').join()).toContain(
      'crio_registries',
    );
  });

  it('are options of dockerd elsewhere', () => {
    expect(told({ 'group_vars/all.yml': 'docker_log_opts: "--log-opt max-size=50m"\nkube_version: 1.30\n' })).toEqual([
      'Set containerLogMaxSize and containerLogMaxFiles in KubeletConfiguration',
    ]);
  });
});

describe('an install of Docker Engine', () => {
  const CONFIGURED = ', with /etc/containerd/config.toml for the kubelet (SystemdCgroup = true)';

  it.each([
    ['yum install -y docker-ce-19.03.8 kubelet', `Install containerd.io in its place${CONFIGURED}`],
    [
      'yum install -y docker-ce-19.03.8 containerd.io-1.2.13',
      `Keep containerd.io, of 1.6 or newer in place of 1.2.13, and drop docker-ce${CONFIGURED}`,
    ],
    ['apt-get install -y docker.io kubelet', `Install containerd in its place${CONFIGURED}`],
  ])('goes for a package that is there: %s', (line, advice) => {
    expect(onNode(line)).toBe(advice);
  });

  it('of two distributions has one answer', () => {
    const script =
      'if [ -f /etc/debian_version ]; then\n  apt-get install -y docker.io\nelse\n  yum install -y docker-ce\nfi';
    expect(onNode(script)).toBe(
      `Install containerd in its place (from Docker’s repository: containerd.io)${CONFIGURED}`,
    );
  });

  it('by a role goes for another role', () => {
    const play = { 'site.yml': '- hosts: all\n  roles: [acme.docker, acme.kubernetes]\n' };
    const [found] = findings(play);
    expect(found?.message).toBe('The role `acme.docker` installs Docker Engine, and the kubelet does not use it');
    expect(found?.instead).toBe(
      'Write a role that installs containerd in its place, such as geerlingguy.containerd with containerd_config_cgroup_driver_systemd: true',
    );
    expect(told(play, 'cri-o')).toEqual(['Write a role that installs CRI-O in its place']);
  });

  it('stays on a machine that is no node', () => {
    const files = { 'tools/runner.sh': '#!/bin/bash\ncurl -fsSL https://get.docker.com | sh\n', 'k8s.md': 'kubelet\n' };
    for (const instead of told(files))
      expect(instead).toMatch(/^On a node, install .*; a machine that is not a node keeps it$/);
  });
});

describe('what a script asks of docker.service', () => {
  it('is asked of the runtime where something waits for the answer', () => {
    expect(onNode('while true; do systemctl status docker | grep running && break; sleep 1; done')).toBe(
      'Write `systemctl status containerd` where something waits for the answer; drop the line otherwise',
    );
    expect(onNode('systemctl status docker')).toMatch(/^Drop the line/);
  });
});

describe('an engine of its own', () => {
  it('is what a prune clears, and not the images of the kubelet', () => {
    const line = 'apt-get install -y docker.io\ndocker system prune -af';
    const all = told({ 'node/setup.sh': `${SCRIPT}${line}\n` });
    expect(all.join('\n')).toContain('Drop it with this Docker Engine');
    expect(all.join('\n')).not.toContain('crictl rmi --prune');
  });
});

describe('a container that asks Docker', () => {
  it('is started by no other engine before it asks somebody else', () => {
    const line = 'docker run -d -v /var/run/docker.sock:/var/run/docker.sock acme/watch:1';
    const [found] = findings({ 'node/setup.sh': `${SCRIPT}${line}\n` });
    expect(found?.instead).toMatch(/^What runs inside asks Docker by docker\.sock, which no other engine brings/);
    expect(found?.instead).not.toContain('nerdctl');
  });
});

describe('images for minikube', () => {
  it.each([
    ['eval $(minikube docker-env)\ndocker build -t acme/app:1 .', 'Use minikube image build -t acme/app:1 .'],
    [
      'eval $(minikube docker-env)\ndocker build --no-cache -t acme/app:1 .',
      'Use minikube image build -t acme/app:1 .',
    ],
    ['eval $(minikube docker-env) && docker load -i /tmp/a.tar', 'Use minikube image load /tmp/a.tar'],
    ['eval $(minikube docker-env)\nmake', 'Use minikube image build -t NAME . or minikube image load NAME'],
    [
      'eval $(minikube docker-env)\ndocker build --build-arg A=1 -t acme/app:1 .',
      'Use minikube image build -t NAME . or minikube image load NAME',
    ],
    ['minikube cache add acme/app:1', 'Use minikube image load acme/app:1'],
  ])('come with its own commands: %s', (lines, advice) => {
    expect(told({ 'hack/try.sh': `#!/bin/bash\n${lines}\nkubectl apply -f k8s/\n` })).toContain(advice);
  });

  it('are told once, where its engine is chosen', () => {
    const text = '#!/bin/bash\neval $(minikube docker-env) && docker load -i /tmp/a.tar\nkubectl apply -f k8s/\n';
    expect(told({ 'hack/try.sh': text })).toHaveLength(1);
  });
});

describe('what is no work of a node', () => {
  it('is a text that Terraform prints', () => {
    const output = 'output "hint" {\n  value = <<-EOF\n    docker run -e HOST=<server> -it acme/app:1\n  EOF\n}\n';
    expect(told({ 'main.tf': output, 'node.sh': SCRIPT })).toEqual([]);
  });

  it('is a pipeline of GitLab under another name', () => {
    const text =
      'stages: [build]\npush:\n  stage: build\n  image: docker:27\n  services: [docker:27-dind]\n  script:\n    - docker login -u a registry.example.com\n';
    expect(told({ 'examples/images.yml': text, 'node.sh': SCRIPT })).toEqual([]);
    expect(told({ 'examples/images.yml': text.replace('stages: [build]\n', ''), 'node.sh': SCRIPT })).not.toEqual([]);
  });

  it('is a container that a recipe of make creates to take a file out of it', () => {
    const makefile =
      'tool:\n\tkubeadm version\n\t$(eval ID=$(shell docker create acme/tool:1))\n\tdocker cp $(ID):/tool .\n\tdocker rm -v $(ID)\n';
    expect(told({ Makefile: makefile })).toEqual([]);
  });
});

describe('a container with an underscore in its name', () => {
  it('is none of a pod', () => {
    expect(onNode('docker exec web_1 ls')).toMatch(/^Write nerdctl for docker/);
    expect(onNode('docker exec k8s_web_1 ls')).toBe("`crictl exec $(crictl ps -q --latest --name '^web$') ls`");
  });
});

describe('names of images that come through a pipe', () => {
  it('are pulled behind the same pipe', () => {
    expect(onNode('kubeadm config images list | xargs -n1 -P0 docker pull')).toBe(
      '`xargs -n1 -P0 crictl pull` behind the same pipe',
    );
  });
});

describe('options of dockerd', () => {
  it('that a variable hands on are told where they are written', () => {
    const lines = 'export DOCKER_OPTS="--bip=192.0.2.1/24"\nexport DOCKER_OPTS="$DOCKER_OPTS ${MORE}"';
    const all = findings({ 'node/setup.sh': `${SCRIPT}${lines}\n` }).filter(
      ({ rule }) => rule === 'docker-daemon-config',
    );
    expect(all.map(({ instead }) => instead)).toEqual(['Drop it: the pod network belongs to the CNI plugin']);
  });
});

describe('images of a role', () => {
  const pull = '- name: fetch\n  community.docker.docker_image_pull:\n    name: "{{ agent_image }}"\n';
  const unit = (image: string) =>
    `[Service]\nExecStartPre=/usr/bin/docker create --name agent ${image}\nExecStart=/usr/bin/docker start --attach agent\n`;
  const pulls = (files: Files) =>
    findings({
      'site.yml':
        '- hosts: kube_node\n  roles: [agent]\n- hosts: kube_node\n  tasks: [{command: kubeadm join --config a}]\n',
      ...files,
    })
      .filter(({ rule }) => rule === 'node-local-image-build')
      .map(({ instead }) => instead);

  it('that a unit of it starts with docker go with that', () => {
    const files = { 'roles/agent/tasks/install.yml': pull };
    expect(pulls({ ...files, 'roles/agent/templates/agent.service.j2': unit('{{ agent_image }}') })).toEqual([]);
    expect(pulls({ ...files, 'roles/agent/templates/agent.service.j2': unit('{{ other_image }}') })).toEqual([
      expect.stringMatching(/^`crictl pull \{\{ agent_image \}\}`/),
    ]);
  });

  it('that it builds with docker go with the build', () => {
    const line = 'docker build -t acme/app:1 .\ndocker image rm acme/app:1\ndocker image inspect acme/app:1';
    const quiet = findings({ 'tools/make.sh': `#!/bin/bash\n${line}\n`, 'node.sh': SCRIPT });
    expect(quiet.map(({ message }) => message).join('\n')).not.toMatch(/image (?:rm|inspect)/);
  });
});

describe('a volume of Docker’s logs that no container mounts', () => {
  it('is deleted', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, image: acme/a:1}\n  volumes: [{name: d, hostPath: {path: /var/lib/docker/containers}}]\n';
    expect(told({ 'agent.yaml': text })).toEqual(['Delete the volume: no container mounts it']);
  });
});

describe('a list of mirrors that an expression writes', () => {
  it('is no address', () => {
    const file = (endpoint: string) =>
      `version = 2\n[plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]\nendpoint = ${endpoint}\n`;
    const advice = (endpoint: string) => told({ 'roles/node/templates/config.toml.j2': file(endpoint) }).join('\n');
    expect(advice('{{ mirrors | to_json }}')).toContain('[host."https://MIRROR"]');
    expect(advice('["{{ mirror }}"]')).toContain('[host."{{ mirror }}"]');
  });
});

describe('DOCKER_API_VERSION', () => {
  const pod = (path: string) =>
    told({
      'agent.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: acme/a:1\n      env: [{name: DOCKER_API_VERSION, value: "1.40"}]\n      volumeMounts: [{name: s, mountPath: /s}]\n  volumes: [{name: s, hostPath: {path: ${path}}}]\n`,
    });

  it('is read by nobody where the pod has the socket of another runtime', () => {
    expect(pod('/run/containerd/containerd.sock')).toEqual([]);
    expect(pod('/data')).toEqual(['Delete the variable together with the Docker client that reads it']);
  });
});

describe('a node with Windows', () => {
  it('has containerd beside CRI-O too', () => {
    const script =
      'c:\\k\\PrepareNode.ps1 -KubernetesVersion "v1.30.0" -ContainerRuntime "Docker"\nStart-Service kubelet\n';
    expect(told({ 'windows-node.ps1': script }, 'cri-o')).toContain(
      'Write `-ContainerRuntime containerd`, where preparenode.ps1 knows it',
    );
  });
});

describe('an agent of Datadog', () => {
  const pod = (image: string) =>
    findings({
      'agent.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: ${image}\n      volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]\n  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]\n`,
    })[0];

  it('of version 5 is replaced, since it reads Docker alone', () => {
    expect(pod('datadog/docker-dd-agent:latest')?.instead).toMatch(/^Run Agent 7 \(datadog\/agent:7/);
    expect(pod('datadog/docker-dd-agent:latest')?.fix).toBeUndefined();
    expect(pod('datadog/agent:7')?.instead).toMatch(/^Set DD_CRI_SOCKET_PATH=/);
  });
});

describe('logs of Docker beside /var/log', () => {
  it('lose their volume, and the other stays', () => {
    const mounts = '[{name: l, mountPath: /var/log}, {name: d, mountPath: /var/lib/docker/containers}]';
    const volumes = '[{name: l, hostPath: {path: /var/log}}, {name: d, hostPath: {path: /var/lib/docker/containers}}]';
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, image: fluent/fluent-bit:3.0, volumeMounts: ${mounts}}\n  volumes: ${volumes}\n`;
    expect(told({ 'agent.yaml': text })).toEqual([
      'Drop the volume and its mount: the logs are files under /var/log/pods, linked from /var/log/containers, and /var/log stays mounted',
    ]);
  });
});

describe('dockerd that is told to read its configuration again', () => {
  const line = (text: string) =>
    told({ 'node/setup.sh': `#!/bin/bash\nkubeadm join --config /etc/join.yaml\n${text}\n` })[0];

  it.each(['pkill -SIGHUP dockerd', 'sudo pkill -HUP dockerd', 'killall -1 dockerd', 'kill -s HUP $(pidof dockerd)'])(
    'becomes a restart of the runtime: %s',
    (text) => {
      expect(line(text)).toBe('Write `systemctl restart containerd`: it reads its configuration when it starts');
    },
  );

  it.each(['pkill dockerd', 'pkill -9 dockerd'])('differs from what ends it: %s', (text) => {
    expect(line(text)).toBe('Drop the line: no process of Docker is left');
  });
});

describe('the unit of a kubelet that calls docker', () => {
  const unit = (name: string) =>
    told({
      [`etc/systemd/system/${name}.service`]: `[Unit]\nRequires=docker.service\n[Service]\nExecStartPre=-/usr/bin/docker rm ${name}\nExecStart=/opt/${name}.sh\n`,
      'node.sh': '#!/bin/bash\nkubeadm join a\n',
    });

  it('stays a unit of the node', () => {
    expect(unit('kubelet')).toContain(
      'Write containerd.service in its place, and let the unit run the kubelet on the node itself: no line of it may call docker',
    );
    expect(unit('proxy').join('\n')).not.toContain('let the unit run the kubelet');
  });
});

describe('a file for OpenShift', () => {
  const pod = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: watch}
spec: {template: {spec: {containers: [{name: watch, image: 'acme/watch:1', volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}], volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]}}}
`;
  const rights = `---\napiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata: {name: watch}\n`;
  const script = (line: string) =>
    `#!/bin/bash\n${line}\nssh node-1 docker exec etcd ls\ndocker save -o a.tar acme/app\n`;

  it.each<[string, Files]>([
    ['by an object of its own', { 'deploy/watch.yaml': pod + rights }],
    ['by its name', { 'deploy/watch_openshift.yml': pod }],
  ])('is answered for CRI-O: %s', (_, files) => {
    expect(told(files)[0]).toContain('/run/crio/crio.sock');
  });

  it('is answered for CRI-O where its script calls oc', () => {
    const all = (line: string) => told({ 'node/a.sh': script(line) }).join('\n');
    expect(all('oc get nodes')).toContain('podman save');
    expect(all('kubectl get nodes')).toContain('ctr -n k8s.io images export');
  });

  it.each<[string, Files]>([
    ['another cluster', { 'deploy/watch.yaml': pod }],
    ['a folder that is called so', { 'openshift-docs/watch.yaml': pod }],
    ['a file that names the socket of containerd', { 'deploy/watch.yaml': `${pod}${rights}# containerd.sock\n` }],
  ])('is not %s', (_, files) => {
    expect(told(files)[0]).toContain('/run/containerd/containerd.sock');
  });
});

describe('the default runtime of dockerd', () => {
  const json = (name: string) =>
    lintTexts({
      'roles/node/tasks/main.yml':
        '- command: kubeadm join\n- copy: {src: daemon.json, dest: /etc/docker/daemon.json}\n',
      'roles/node/files/daemon.json': `{"default-runtime": "${name}"}`,
    }).findings.filter(({ instead }) => /runtime/.test(instead));

  it.each(['runc', 'docker-runc'])('is that of every other runtime where it is %s', (name) => {
    expect(json(name).map(({ severity, instead }) => [severity, instead])).toEqual([
      [expect.stringMatching(/notice/), 'Drop it: runc is the default runtime of containerd'],
    ]);
  });

  it('is carried over where it is another', () => {
    expect(json('nvidia').map(({ severity }) => severity)).not.toContain('notice');
    expect(json('nvidia')[0]?.instead).toContain('default_runtime_name');
  });
});
