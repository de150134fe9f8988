/** What gives a machine a container engine beside that of the kubelet, and what gives it cri-dockerd. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';
import { engineOf } from './places.ts';

const inScript = (line: string) => engineOf('run.sh', { 'run.sh': `${line}\n` });

describe('a script gives its machine Docker Engine', () => {
  it.each([
    'dockerd &',
    'docker daemon -H unix:///run/other.sock &',
    'curl -fsSL https://get.docker.com | sh',
    'curl -o install.sh https://test.docker.com',
    'yum install -y docker-ce',
    'apt-get install -y podman-docker',
    'docker swarm init',
    'docker stack deploy -c app.yaml app',
    'docker daemon',
    'docker swarm join --token a',
    'docker stack ls',
    'curl -o /tmp/a https://get.docker.com/rootless',
    'brew install docker',
    'apt-get install -y docker.io=20.10',
    'apt-get install -y Docker-CE',
    'cat > /etc/systemd/system/docker.service <<E\n[Service]\nE',
  ])('by %s', (line) => {
    expect(inScript(line)).toBe('own');
  });

  it.each([
    'kind create cluster',
    'kind get clusters',
    'kind load docker-image app',
    'kind delete cluster',
    'k3d cluster create',
    'k3d node list',
    'k3d image import app',
    'minikube start --driver=docker',
    'minikube start --vm-driver docker',
    'curl -Lo kind https://kind.sigs.k8s.io/dl/v0.20.0/kind-linux-amd64',
    'wget https://github.com/k3d-io/k3d/releases/latest',
    'go install sigs.k8s.io/kind@latest',
    'oc cluster up',
    'oc cluster down',
    'oc cluster add service-catalog',
    'docker run kindest/node:v1.30.0',
    'docker run rancher/k3s:v1.30.0',
    'docker run acme/kubeadm-dind-cluster',
    'minikube start --driver docker --cpus 2',
    'minikube start --vm-driver=docker',
    'go get sigs.k8s.io/kind@v0.1',
    'docker run k3s:1',
  ])('in which the nodes of a cluster are containers: %s', (line) => {
    expect(inScript(line)).toBe('own');
  });

  it.each([
    'systemctl start docker',
    'yum remove -y docker-ce',
    'pip install docker',
    'pip3 install docker',
    'npm install docker',
    'gem install docker',
    'curl -o key.gpg https://download.docker.com/linux/gpg',
    'rm /etc/systemd/system/docker.service',
    'cat > /etc/systemd/system/docker.service.d/proxy.conf <<E\n[Service]\nE',
    'docker service ls',
    'docker run app',
    'docker pull kindest/node:v1.30.0',
    'kind version',
    'k3d version',
    'minikube start --driver=kvm2',
    'minikube start --driver=dockerx',
    'minikube stop --driver=docker',
    'go install acme.example/sigs.k8s.io/kind@latest',
    'oc cluster status',
    'oc login',
    'oc cluster',
    'oc cluster upx',
    'oc project up',
    'docker ps daemon',
    'docker run docker:dind',
    'docker swarm leave',
    'docker node ls',
    'kind',
    'kind creates',
    'k3d clusters',
    'minikube start',
    'minikube start --driver=none',
    'minikube delete --driver=docker',
    'docker create kindest/node:v1',
    'docker run acme/mykindest/nodes',
    'docker run myk3s:1',
    'curl https://kind.sigs.k8s.io/docs/',
    'npm install -g dockerd',
    'apt-get install docker-compose',
    'apt-get remove podman-docker',
    'cat > /etc/systemd/system/docker.service.bak <<E\na\nE',
    'cat > /opt/docker.service <<E\n[Service]\nE',
    'if [ "$RUNTIME" = docker ]; then apt-get install -y docker-ce; fi',
  ])('and not by %s', (line) => {
    expect(inScript(line)).toBeUndefined();
  });
});

describe('a script gives its machine cri-dockerd', () => {
  it.each([
    'cri-dockerd --version',
    'apt-get install -y cri-dockerd',
    'dpkg -i cri-dockerd_0.3.1.deb',
    'install -m 755 cri-dockerd /usr/local/bin/cri-dockerd',
    'cat > /etc/systemd/system/cri-docker.service <<E\n[Service]\nE',
    'cat > /etc/systemd/system/cri-docker.socket <<E\n[Socket]\nE',
    'systemctl enable cri-docker',
    'systemctl start cri-docker.socket',
    'systemctl restart cri-dockerd.service',
    'systemctl reload-or-restart cri-docker',
    'service cri-docker start',
    'kubeadm init --cri-socket unix:///run/cri-dockerd.sock',
    'kubeadm join 10.0.0.1:6443 --cri-socket=unix:///var/run/cri-dockerd.sock',
    'kubelet --container-runtime-endpoint=unix:///run/cri-dockerd.sock',
    'kubelet --container-runtime-endpoint unix:///run/cri-dockerd.sock',
  ])('by %s', (line) => {
    expect(inScript(line)).toBe('adapter');
  });

  it.each([
    'docker run -d rancher/rancher-agent:v2.6.0',
    'docker rm rancher/hyperkube',
    'docker run registry.example.com/rancher/rke-tools:v0.1.80',
    'kubectl get configmap full-cluster-state',
    'kubectl get cm/full-cluster-state',
    'rm -rf /opt/rke/etcd-snapshots',
    'docker rm rancher/hyperkube:v1',
    'docker rm rancher/rke-tools@sha256:a',
    'kubectl get configmaps/full-cluster-state',
    'kubectl get cm full-cluster-state',
    'ls /opt/rke',
  ])('or the Docker Engine of RKE, by %s', (line) => {
    expect(inScript(line)).toBe('adapter');
  });

  it.each([
    'systemctl status cri-docker',
    'service cri-docker status',
    'kubeadm reset --cri-socket unix:///run/cri-dockerd.sock',
    'kubeadm join 10.0.0.1:6443 --cri-socket=unix:///run/containerd/containerd.sock',
    'kubelet --container-runtime-endpoint=unix:///run/containerd/containerd.sock',
    'docker run rancher/shell:v0.1.20',
    'kubectl get configmap my-full-cluster-state',
    'rm -rf /opt/rke2',
    'docker rm rancher/hyperkubes',
    'docker rm myrancher/hyperkube',
    'kubectl get secret/full-cluster-state',
    'kubectl get configmap full-cluster-state-2',
    'cri-dockerd-tool --version',
    'systemctl start my-cri-docker',
    'systemctl start cri-dockerx',
    'systemctl start cri-docker.timer',
    'systemctl disable cri-docker',
    'systemctl is-enabled cri-docker',
    'systemctl start nginx',
    'rm /usr/bin/cri-dockerd',
    'apt-get remove -y cri-dockerd',
    'cat > /etc/systemd/system/cri-docker.service.d/a.conf <<E\n[Service]\nE',
    'kubeadm config --cri-socket unix:///run/cri-dockerd.sock',
    'kubectl --container-runtime-endpoint=unix:///run/cri-dockerd.sock',
    'kubelet --other=unix:///run/cri-dockerd.sock',
  ])('and not by %s', (line) => {
    expect(inScript(line)).toBeUndefined();
  });

  it('and Docker Engine, in whatever order it says so', () => {
    expect(inScript('apt-get install -y docker-ce\nsystemctl enable cri-docker')).toBe('adapter');
    expect(inScript('systemctl enable cri-docker\napt-get install -y docker-ce')).toBe('adapter');
  });
});

describe('a Dockerfile', () => {
  it.each([
    ['FROM docker:28-dind', 'own'],
    ['FROM docker:28-dind-rootless', 'own'],
    ['FROM alpine\nRUN dockerd', 'own'],
    ['FROM docker:28-cli', undefined],
    ['FROM docker:dind', 'own'],
    ['FROM acme/dind', 'own'],
    ['FROM acme/dind:1', 'own'],
    ['FROM acme/dind@sha256:a', 'own'],
    ['FROM acme/my-dind-x', 'own'],
    ['FROM acme/dind-rootless', 'own'],
    ['FROM alpine\nCOPY dockerd /usr/bin/dockerd', 'own'],
    ['FROM alpine\nRUN apk add docker', 'own'],
    ['FROM acme/dindx', undefined],
    ['FROM acme/dind_x', undefined],
    ['FROM mydind', undefined],
    ['FROM alpine\nRUN docker daemon -H unix:///run/other.sock', undefined],
  ])('brings its engine: %s', (text, engine) => {
    expect(engineOf('Dockerfile', { Dockerfile: `${text}\n` })).toBe(engine);
  });
});

describe('a task', () => {
  it.each([
    ['- service: {name: cri-docker, state: started}', 'adapter'],
    ['- systemd: {name: cri-docker.socket, enabled: true}', 'adapter'],
    ['- ansible.builtin.systemd: {name: cri-docker}', 'adapter'],
    ['- apt: {name: cri-dockerd}', 'adapter'],
    ['- copy: {src: a, dest: /usr/local/bin/cri-dockerd}', 'adapter'],
    ['- template: {src: a, dest: /etc/systemd/system/cri-docker.service}', 'adapter'],
    ['- file: {path: /opt/rke, state: absent}', 'adapter'],
    ['- command: dockerd', 'own'],
    ['- debug: {name: cri-docker}', undefined],
    ['- service: {name: cri-dockers}', undefined],
    ['- service: {enabled: true, comment: cri-docker}', undefined],
    ['- service: {name: docker, state: started}', undefined],
    ['- apt: {name: docker-ce, state: absent}', undefined],
    ['- stat: {path: /etc/systemd/system/cri-docker.service}', undefined],
    ['- pip: {name: docker}', undefined],
  ])('gives its machine an engine by what it installs, writes or starts: %s', (task, engine) => {
    expect(engineOf('roles/a/tasks/main.yml', { 'roles/a/tasks/main.yml': `${task}\n` })).toBe(engine);
  });
});

describe('the values of a chart', () => {
  it.each([
    ['command: [sh, -c, "dockerd & run"]', 'own'],
    ['args: [dockerd]', 'own'],
    ['words: [sh, -c, "dockerd & run"]', undefined],
    ['args: dockerd', undefined],
    ['command: [dockerd]', 'own'],
    ['web: {server: {command: [dockerd]}}', 'own'],
    ['myargs: [dockerd]', undefined],
    ['argsx: [dockerd]', undefined],
    ['command: [[dockerd]]', undefined],
  ])('start an engine in a container: %s', (values, engine) => {
    const chart = { 'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'values.yaml': `${values}\n` };
    expect(engineOf('values.yaml', chart)).toBe(engine);
  });
});

describe('a script that installs Docker Engine has it beside the runtime of the kubelet', () => {
  const beside = (line: string, end = 'true') =>
    engineOf('run.sh', { 'run.sh': `apt-get install -y docker-ce\n${line}\n${end}\n` });

  it.each(['sed -i "s/false/%/"', 'echo "%" >>', 'printf "%" >', 'perl -pi -e "s/false/%/"', 'awk \'{print "%"}\''])(
    'where it sets containerd up for that: %s',
    (command) => {
      const line = command.replace('%', 'SystemdCgroup = true');
      expect(beside(`${line} /tmp/config.toml`, 'kubeadm init')).toBe('beside');
      expect(beside(`${line.replace('true', 'false')} /tmp/config.toml`, 'kubeadm init')).toBe('own');
    },
  );

  it.each([
    'k3s server',
    'rke2 server',
    'k0s install controller',
    'microk8s start',
    'systemctl enable k3s',
    'systemctl enable k3s-agent.service',
    'systemctl start rke2-server',
    'systemctl start rke2-agent',
    'systemctl start k0scontroller',
    'systemctl restart k0sworker',
    'systemctl status k3s',
    'curl -sfL https://get.k3s.io | sh -',
    'curl -sfL https://get.rke2.io | sh -',
    'curl -sSf https://get.k0s.sh | sh',
    'snap install microk8s',
  ])('of a distribution that brings one: %s', (line) => {
    expect(beside(line)).toBe('beside');
  });

  it.each([
    'grep "SystemdCgroup = true" /tmp/config.toml',
    'systemctl start k3sx',
    'apt-get remove -y k3s',
    'kubectl get k3s',
    'k3s server --docker',
    'kubeadm init',
  ])('and not by %s', (line) => {
    expect(beside(line)).toBe('own');
  });
});

describe('a script that starts containers with Docker', () => {
  const engine = (socket: string, line: string) =>
    engineOf('run.sh', { 'run.sh': `kubelet --container-runtime-endpoint=unix:///run/${socket}\n${line}\n` });

  it.each([
    ['containerd/containerd.sock', 'docker run -d app', 'beside'],
    ['containerd/containerd.sock', 'docker container run -d app', 'beside'],
    ['crio/crio.sock', 'docker run -d app', 'beside'],
    ['k3s/containerd/containerd.sock', 'docker run -d app', 'beside'],
    ['other.sock', 'docker run -d app', undefined],
    ['containerd/containerd.sock', 'docker start app', undefined],
    ['containerd/containerd.sock', 'docker container ls', undefined],
  ])('where the kubelet is given %s: %s', (socket, line, expected) => {
    expect(engine(socket, line)).toBe(expected);
  });
});

describe('a script of a distribution that uses a docker which it did not install', () => {
  it.each([
    ['k3s server', 'beside'],
    ['k0s install controller', 'beside'],
    ['curl -sfL https://get.k3s.io | sh -', 'beside'],
    ['systemctl enable k3s', undefined],
    ['k3s server\nkubeadm init', undefined],
    ['k3s server\napt-get install -y kubelet', undefined],
    ['k3s server\nkubelet --v=2', undefined],
  ])('has an engine of its own: %s', (lines, expected) => {
    expect(engineOf('run.sh', { 'run.sh': `${lines}\ndocker inspect a\n` })).toBe(expected);
  });
});

describe('an installer that configures another runtime for the kubelet', () => {
  const CONFIGURE = '- template: {src: a, dest: /etc/containerd/config.toml}\n';
  const INSTALL = '- apt: {name: docker-ce}\n';
  const LOGS = 'roles/logs/tasks/main.yml';
  const engine = (configure: string, install: string, path = LOGS) =>
    engineOf(path, {
      'roles/node/tasks/main.yml': `- command: kubeadm join\n${configure}`,
      'roles/node/tasks/engine.yml': install,
      [path]: '- shell: docker inspect a\n',
    });

  it.each([
    [CONFIGURE, INSTALL, 'beside'],
    ['- template: {src: a, dest: /etc/crio/crio.conf}\n', INSTALL, 'beside'],
    ['- template: {src: a, dest: /etc/crio/crio.conf.d/10-a.conf}\n', INSTALL, 'beside'],
    ['- command: kubelet --container-runtime-endpoint=unix:///run/containerd/containerd.sock\n', INSTALL, 'beside'],
    ['- template: {src: a, dest: /etc/crio/crio.conf.bak}\n', INSTALL, undefined],
    ['- template: {src: a, dest: /etc/containerd/other.toml}\n', INSTALL, undefined],
    ['- stat: {path: /etc/containerd/config.toml}\n', INSTALL, undefined],
    [CONFIGURE, '- apt: {name: podman}\n', undefined],
    [`${CONFIGURE}  when: container_manager == "containerd"\n`, INSTALL, undefined],
    [CONFIGURE, `${INSTALL}  when: container_manager == "docker"\n`, undefined],
  ])('and installs Docker Engine has both: %s%s', (configure, install, expected) => {
    expect(engine(configure, install)).toBe(expected);
  });

  it.each([
    ['roles/node/tasks/flatcar.yml', 'beside'],
    ['roles/node/tasks/coreos.yml', 'beside'],
    ['roles/node/tasks/container-linux.yml', 'beside'],
    ['roles/node/tasks/debian.yml', undefined],
  ])('has both on a system that ships Docker Engine: %s', (path, expected) => {
    expect(engine(CONFIGURE, '- debug: {}\n', path)).toBe(expected);
  });

  it.each([
    ['docker', 'beside'],
    ['docker-engine', 'beside'],
    ['docker_ce', 'beside'],
    ['acme.docker', 'beside'],
    ['install_docker', 'beside'],
    ['dockerx', undefined],
    ['docker-tools', undefined],
  ])('installs it with a role that is called %s', (role, expected) => {
    const files = {
      'roles/node/tasks/main.yml': `- command: kubeadm join\n${CONFIGURE}`,
      [`roles/${role}/tasks/main.yml`]: '- raw: bash /opt/setup.sh\n',
      [LOGS]: '- shell: docker inspect a\n',
    };
    expect(engineOf(LOGS, files)).toBe(expected);
  });
});

describe('the script with which Docker installs itself', () => {
  const found = (line: string) =>
    lintTexts({
      'node.sh': `#!/bin/bash\nsystemctl restart kubelet\n${line}\nsystemctl restart docker\n`,
    }).findings.map(({ rule, severity }) => `${rule} ${severity}`);

  it.each([
    'curl -fsSL https://raw.githubusercontent.com/docker/docker-install/master/install.sh | sh',
    'if ! type docker; then source <(curl -sL https://docker-install.example.com/install.sh); fi',
  ])('gives the machine its engine: %s', (line) => {
    expect(found(line)).not.toContain('docker-service-unit warning');
  });

  it('is another one by another name', () => {
    expect(found('curl -fsSL https://example.com/tool-install.sh | sh')).toEqual(['docker-service-unit warning']);
  });
});

describe('programs of the engine that a role copies', () => {
  it('are told once', () => {
    const copy = (program: string) => `- copy: {src: /tmp/docker/${program}, dest: /usr/bin/${program}}\n`;
    const files = { 'roles/docker/tasks/main.yml': `${copy('docker')}${copy('dockerd')}- service: {name: kubelet}\n` };
    expect(lintTexts(files).findings.map(({ rule, related }) => [rule, related.length])).toEqual([
      ['docker-engine-package', 1],
    ]);
  });
});
