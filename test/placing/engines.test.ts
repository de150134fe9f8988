/** What gives a machine a container engine beside that of the kubelet, and what gives it cri-dockerd. */
import { describe, expect, it } from 'vitest';
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
    ['FROM acme/dindx', undefined],
    ['FROM alpine\nRUN docker daemon -H unix:///run/other.sock', undefined],
  ])('brings its engine: %s', (text, engine) => {
    expect(engineOf('Dockerfile', { Dockerfile: `${text}\n` })).toBe(engine);
  });
});

describe('a task', () => {
  it.each([
    ['- service: {name: cri-docker, state: started}', 'adapter'],
    ['- debug: {name: cri-docker}', undefined],
  ])('names a service of its machine: %s', (task, engine) => {
    expect(engineOf('roles/a/tasks/main.yml', { 'roles/a/tasks/main.yml': `${task}\n` })).toBe(engine);
  });
});

describe('the values of a chart', () => {
  it.each([
    ['command: [sh, -c, "dockerd & run"]', 'own'],
    ['args: [dockerd]', 'own'],
    ['words: [sh, -c, "dockerd & run"]', undefined],
    ['args: dockerd', undefined],
  ])('start an engine in a container: %s', (values, engine) => {
    const chart = { 'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'values.yaml': `${values}\n` };
    expect(engineOf('values.yaml', chart)).toBe(engine);
  });
});
