/** What is said of one machine, one list, one variable or one mount says nothing about another. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

function found(files: Files): readonly string[] {
  return lintTexts(files).findings.map(({ severity, rule }) => `${severity} ${rule}`);
}

describe('a machine whose kubelet is given another runtime', () => {
  const CLEAR = 'docker ps --filter name=k8s_ -q | xargs docker rm -f\n';

  it('says nothing about what is cleared away on another one', () => {
    const move = 'containerd config default > /etc/containerd/config.toml';
    expect(found({ 'node.sh': `#!/bin/bash\nkubeadm init\n${move}\n${CLEAR}` })).toEqual(['notice docker-cli-command']);
    expect(found({ 'node.sh': `#!/bin/bash\nssh other "${move}"\nkubeadm init\n${CLEAR}` })).toEqual([
      'error docker-cli-command',
    ]);
  });
});

describe('a container that another engine starts', () => {
  it('is not the one that ends here', () => {
    const script = (host: string) =>
      `#!/bin/bash\nkubeadm init\ndocker ${host}run -d --name web app\ndocker rm -f web\n`;
    expect(found({ 'node.sh': script('') })).toHaveLength(1);
    expect(found({ 'node.sh': script('-H tcp://builder:2375 ') })).toEqual(['warning docker-cli-command']);
  });
});

describe('a list of packages that a task removes', () => {
  const role = (install: string): Files => ({
    'roles/node/defaults/main.yml': 'engine_packages: [docker-ce, kubelet]\n',
    'roles/node/tasks/main.yml': `- command: kubeadm join a\n- apt: {name: "{{ engine_packages }}", state: absent}\n${install}`,
  });

  it('counts where a task installs it with others', () => {
    expect(found(role(''))).toEqual([]);
    expect(found(role('- apt: {name: "{{ engine_packages + more_packages }}"}\n'))).toEqual([
      'warning docker-engine-package',
    ]);
  });
});

describe('a variable that is written as a minor version of Kubernetes', () => {
  const role = (test: string): Files => ({
    'roles/node/tasks/main.yml': `- apt: {name: "kubelet=1.{{ cluster.target }}.0"}\n- command: kubeadm join a\n- command: docker ps --filter name=k8s_\n  when: ${test}\n`,
  });

  it('is not the one of that name which Docker has', () => {
    expect(found(role('cluster.target < 20'))).toEqual(['notice docker-cli-command']);
    expect(found(role('docker.target < 20'))).toEqual(['error docker-cli-command']);
  });
});

describe('an annotation', () => {
  const workload = (annotation: string): Files => ({
    'agent.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    metadata:
      annotations:
        ${annotation}
    spec:
      containers: [{name: agent, image: acme/agent}]
`,
  });

  it('is read where it holds volumes for whoever injects them', () => {
    const volumes = '- name: s\n            hostPath:\n              path: /var/run/docker.sock';
    expect(found(workload(`example.com/volumes: |\n          ${volumes}`))).toEqual(['error docker-socket-mount']);
    expect(found(workload('example.com/runbook: |\n          Look at the node:\n          docker ps -a'))).toEqual([]);
  });
});

describe('a choice of the runtime that is the name of a unit too', () => {
  const script = (end: string) =>
    `#!/bin/bash\nCONTAINER_RUNTIME=docker\nsystemctl restart "$CONTAINER_RUNTIME"${end}\nsystemctl restart kubelet\n`;

  it('is told as the unit where the script misses that', () => {
    expect(found({ 'node.sh': script('') })).toEqual(['warning docker-service-unit']);
    expect(found({ 'node.sh': script(' || true') })).toEqual([
      'notice docker-service-unit',
      'warning provisioner-docker-runtime',
    ]);
  });
});

describe('a mount of which the container is told nothing', () => {
  const pod = (env: string): Files => ({
    'pod.yaml': `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: hyperledger/fabric-tools
      env: [${env}]
      volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]
`,
  });

  it('is read where a variable chooses Docker', () => {
    expect(found(pod(''))).toEqual(['notice docker-socket-mount']);
    expect(found(pod('{name: CONTAINER_RUNTIME, value: docker}'))).toEqual(['error docker-socket-mount']);
  });
});
