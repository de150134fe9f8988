import { describe, expect, test } from 'vitest';
import { targetText } from '../support/link-text.ts';
import { factsOf, flagLines, labels, placeOf, readText, settingLines } from './yaml-support.ts';

const AGENT = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  annotations:
    note: "watches docker"
  labels:
    runtime: docker
spec:
  template:
    spec:
      hostPID: true
      initContainers:
        - name: prepare
          image: busybox
          command: ["sh", "-c", "docker ps"]
      containers:
        - name: agent
          image: 'acme/agent:1.2'
          args: [--docker-endpoint=unix:///var/run/docker.sock]
          env:
            - name: DOCKER_HOST
              value: tcp://$(HOST_IP):2375
            - name: HOST_IP
              valueFrom: {fieldRef: {fieldPath: status.hostIP}}
          volumeMounts:
            - {name: sock, mountPath: /var/run/docker.sock}
            - {name: scripts, mountPath: /scripts}
          lifecycle:
            preStop:
              exec:
                command: [docker, stop, me]
      volumes:
        - name: sock
          hostPath:
            path: "/var/run/docker.sock"
            type: Socket
        - name: scripts
          configMap: {name: agent-scripts}
`;

describe('a workload', () => {
  const reading = readText('agent.yaml', AGENT);

  test('is one document with its pod', () => {
    expect(labels(reading)).toEqual(['kubernetes: DaemonSet agent']);
    const pod = reading.documents[0]?.object?.pods[0];
    expect(pod?.hostPid).toBe(true);
    expect(pod?.partial).toBe(false);
    expect(pod?.containers.map((c) => [c.name, c.init])).toEqual([
      ['agent', false],
      ['prepare', true],
    ]);
    expect(pod?.volumes.map((v) => [v.name, v.source, v.reference, v.type?.text])).toEqual([
      ['sock', 'hostPath', undefined, 'Socket'],
      ['scripts', 'configMap', 'agent-scripts', undefined],
    ]);
  });

  test('mounts the socket by the path that a node has', () => {
    const mounts = factsOf(reading, 'path').filter((fact) => fact.use === 'mount');
    expect(mounts.map((fact) => [fact.path, fact.volume?.name, placeOf(fact)])).toEqual([
      ['/run/docker.sock', 'sock', '/var/run/docker.sock'],
    ]);
  });

  test('runs images and commands of processes and hooks', () => {
    expect(factsOf(reading, 'image').map((fact) => fact.ref)).toEqual(['acme/agent:1.2', 'busybox']);
    const docker = factsOf(reading, 'command').filter((fact) => fact.program === 'docker');
    expect(docker.map((fact) => fact.words.map((word) => word.text).join(' ')).sort()).toEqual([
      'docker ps',
      'docker stop me',
    ]);
    expect(docker.map((fact) => fact.container?.name).sort()).toEqual(['agent', 'prepare']);
  });

  test('passes flags to the program that its image names', () => {
    expect(flagLines(reading)).toContain('agent docker-endpoint=unix:///var/run/docker.sock (command-line)');
  });

  test('has environment variables with values and fields', () => {
    expect(factsOf(reading, 'env').map((fact) => [fact.name, fact.value?.text, fact.fieldPath, fact.exported])).toEqual(
      [
        ['DOCKER_HOST', 'tcp://$(HOST_IP):2375', undefined, true],
        ['HOST_IP', undefined, 'status.hostIP', true],
      ],
    );
  });

  test('has annotations for settings, but not labels', () => {
    const settings = settingLines(reading, 'kubernetes');
    expect(settings).toContain('metadata.annotations.note = watches docker');
    expect(settings.filter((line) => line.includes('labels'))).toEqual([]);
  });

  test('links to the ConfigMap it mounts, with the path there', () => {
    expect(
      reading.links.filter((link) => link.kind === 'mounts').map((link) => [targetText(link), link.target]),
    ).toEqual([['ConfigMap agent-scripts', '/scripts']]);
  });
});

describe('where pods are', () => {
  test('in a CronJob, a List and a custom resource', () => {
    const pod = 'containers: [{name: c, image: i}]';
    const text = [
      `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {jobTemplate: {spec: {template: {spec: {${pod}}}}}}\n`,
      `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {${pod}}}\n`,
      `apiVersion: acme.io/v1\nkind: Farm\nmetadata: {name: c}\nspec: {worker: {podTemplate: {${pod}}}}\n`,
    ].join('---\n');
    const reading = readText('all.yaml', text);
    expect(reading.documents.map((d) => [d.label, d.object?.pods.length])).toEqual([
      ['CronJob a', 1],
      ['Pod b', 1],
      ['Farm c', 1],
    ]);
  });

  test('in a patch that names only a volume', () => {
    const reading = readText(
      'patch.yaml',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec:\n  template:\n    spec:\n      volumes:\n      - name: d\n        hostPath: {path: /run/docker.sock}\n',
    );
    expect(reading.documents[0]?.object?.pods.map((pod) => pod.partial)).toEqual([true]);
    expect(factsOf(reading, 'path').map((fact) => fact.path)).toEqual(['/run/docker.sock']);
  });

  test('in the values of a JSON patch', () => {
    const text = `- op: add
  path: /spec/template/spec/volumes/-
  value: {name: d, hostPath: {path: /var/lib/docker}}
- op: replace
  path: /spec/template/spec/volumes/0/hostPath/path
  value: /var/run/docker.sock
- {op: add, path: /metadata/annotations/acme.io~1runtime, value: docker}
`;
    const reading = readText('patches/json.yaml', text);
    expect(factsOf(reading, 'path').map((fact) => [fact.path, placeOf(fact)])).toEqual([
      ['/var/lib/docker', '/var/lib/docker'],
      ['/run/docker.sock', '/var/run/docker.sock'],
    ]);
    expect(settingLines(reading, 'kubernetes')).toContain('metadata.annotations.acme.io/runtime = docker');
  });

  test('a container that stands alone in a workflow template', () => {
    const reading = readText(
      'wf.yaml',
      'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: w}\nspec:\n  templates:\n  - name: t\n    container: {image: "docker:24-cli", command: [docker, ps]}\n',
    );
    expect(factsOf(reading, 'image').map((fact) => fact.ref)).toEqual(['docker:24-cli']);
    expect(factsOf(reading, 'command').map((fact) => fact.words.map((w) => w.text))).toEqual([['docker', 'ps']]);
  });

  test('volumes outside pods: a persistent volume', () => {
    const reading = readText(
      'pv.yaml',
      'apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: p}\nspec:\n  local: {path: /var/lib/docker/volumes}\n',
    );
    expect(factsOf(reading, 'path').map((fact) => [fact.use, fact.path])).toEqual([
      ['mount', '/var/lib/docker/volumes'],
    ]);
  });
});

describe('texts inside objects', () => {
  test('a script in a ConfigMap points at its own word', () => {
    const reading = readText(
      'cm.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: jobs}\ndata:\n  level: debug\n  clean.sh: |\n    #!/bin/sh\n    docker system prune -f\n',
    );
    expect(labels(reading)).toEqual(['kubernetes: ConfigMap jobs', 'shell: clean.sh in ConfigMap jobs']);
    const command = factsOf(reading, 'command').find((fact) => fact.program === 'docker');
    expect(command?.words.map((word) => word.text)).toEqual(['docker', 'system', 'prune', '-f']);
    expect(settingLines(reading, 'kubernetes')).toContain('data.level = debug');
  });

  test('a Secret in base64 is read decoded', () => {
    const encoded = btoa('#!/bin/bash\ndocker ps\n');
    const reading = readText(
      's.yaml',
      `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  run.sh: ${encoded}\n`,
    );
    const command = factsOf(reading, 'command').find((fact) => fact.program === 'docker');
    expect(command?.words.map((word) => word.text)).toEqual(['docker', 'ps']);
    expect(encoded).toContain(command ? placeOf(command) : 'nothing');
  });

  test('schemas of custom resources, status and managed fields are no settings', () => {
    const crd =
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec: {a: docker}\n';
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p, managedFields: [{a: docker}]}\nspec: {containers: []}\nstatus: {b: "docker://1"}\n';
    const reading = readText('x.yaml', `${crd}---\n${pod}`);
    expect(settingLines(reading, 'kubernetes').filter((line) => line.includes('docker'))).toEqual([]);
  });
});

describe('values that objects carry', () => {
  test('HelmRelease, Argo CD values and parameters', () => {
    const text = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: chaos}
spec:
  values:
    chaosDaemon: {runtime: docker}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: app}
spec:
  source:
    helm:
      values: |
        socketPath: /var/run/docker.sock
      parameters:
        - {name: agent.runtime, value: docker}
`;
    const reading = readText('release.yaml', text);
    expect(settingLines(reading, 'helm-values')).toEqual([
      'chaosDaemon.runtime = docker',
      'socketPath = /var/run/docker.sock',
      'agent.runtime = docker',
    ]);
  });
});

describe('configuration of nodes', () => {
  test('kubelet flags in maps and lists', () => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
nodeRegistration:
  criSocket: /var/run/dockershim.sock
  kubeletExtraArgs: {network-plugin: cni}
---
apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - {name: container-runtime, value: remote}
`;
    const reading = readText('kubeadm.yaml', text);
    expect(flagLines(reading)).toEqual(['kubelet network-plugin=cni (map)', 'kubelet container-runtime=remote (map)']);
    expect(settingLines(reading, 'kubeadm')).toContain('nodeRegistration.criSocket = /var/run/dockershim.sock');
  });

  test('k3s, RKE and maps with dashes', () => {
    expect(flagLines(readText('config.yaml', 'kubelet-arg:\n- network-plugin=cni\ndocker: true\n'))).toEqual([
      'kubelet network-plugin=cni (map)',
    ]);
    expect(flagLines(readText('cluster.yml', 'services: {kubelet: {extra_args: {cni-bin-dir: /x}}}\n'))).toEqual([
      'kubelet cni-bin-dir=/x (map)',
    ]);
    expect(
      flagLines(readText('api.json', '{"kubernetesConfig": {"kubeletConfig": {"--network-plugin": "cni"}}}')),
    ).toEqual(['kubelet network-plugin=cni (map)']);
    expect(flagLines(readText('vars.yaml', 'kubelet_custom_flags: "--cni-conf-dir=/etc/x --v=2"\n'))).toEqual([
      'kubelet cni-conf-dir=/etc/x (map)',
      'kubelet v=2 (map)',
    ]);
  });

  test('a KubeletConfiguration has its own format', () => {
    const reading = readText(
      'kubelet.yaml',
      'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\ncgroupDriver: cgroupfs\n',
    );
    expect(settingLines(reading, 'kubelet-configuration')).toContain('cgroupDriver = cgroupfs');
  });

  test('commands and files that Cluster API runs and writes on nodes', () => {
    const text = `apiVersion: bootstrap.cluster.x-k8s.io/v1beta1
kind: KubeadmConfigTemplate
metadata: {name: md}
spec:
  template:
    spec:
      preKubeadmCommands:
        - systemctl restart docker
      files:
        - path: /etc/docker/daemon.json
          content: |
            {"exec-opts": ["native.cgroupdriver=systemd"]}
`;
    const reading = readText('md.yaml', text);
    expect(factsOf(reading, 'command').map((fact) => fact.words.map((w) => w.text).join(' '))).toEqual([
      'systemctl restart docker',
    ]);
    expect(settingLines(reading, 'daemon-json')).toEqual(['exec-opts.[] = native.cgroupdriver=systemd']);
  });
});
