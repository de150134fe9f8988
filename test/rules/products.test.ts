/** Advice in the keys of the program that a line belongs to, on the operating system of the line. */
import { describe, expect, it } from 'vitest';
import type { TargetRuntime } from '../../src/model/target.ts';
import { lintTexts } from '../support/in-memory.ts';

function advice(file: string, text: string, runtime: TargetRuntime = 'containerd'): string {
  const { findings } = lintTexts({ [file]: text }, { target: { runtime, minor: 37 } });
  return findings.map(({ instead }) => instead).join('\n');
}

function config(name: string, text: string): string {
  const body = text.replace(/^/gm, '    ');
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  ${name}: |\n${body}\n`;
}

function agent(image: string): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: a}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec:
      containers:
        - {name: a, image: "${image}", volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}
      volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]
`;
}

describe('a client of Docker’s API alone', () => {
  it.each([
    ['telegraf.conf', '[[inputs.docker]]\n  endpoint = "unix:///var/run/docker.sock"', 'inputs.kubernetes'],
    ['traefik.yml', 'providers:\n  docker:\n    endpoint: unix:///var/run/docker.sock', 'kubernetesCRD'],
    [
      'prometheus.yml',
      'scrape_configs:\n  - job_name: a\n    docker_sd_configs:\n      - host: unix:///var/run/docker.sock',
      'kubernetes_sd_configs with role: pod',
    ],
  ])('%s is told what its users did, and never containerd’s socket', (name, text, instead) => {
    const said = advice('a.yaml', config(name, text));
    expect(said).toContain(instead);
    expect(said).not.toContain('containerd.sock');
  });
});

describe('a value that tells where logs are', () => {
  const env = (name: string, value: string, group = 'litmuschaos.io/v1alpha1') =>
    `apiVersion: ${group}\nkind: ChaosExperiment\nmetadata: {name: a}\nspec:\n  definition:\n    env:\n    - {name: ${name}, value: ${value}}\n`;
  const logs = '/var/lib/docker/containers';

  it('is the path to write, and no mount', () => {
    const filebeat = `filebeat.inputs:\n- type: log\n  paths: ["${logs}/*/*.log"]`;
    expect(advice('a.yaml', config('filebeat.yml', filebeat))).toMatch(/^Write \/var\/log\/containers\/\*\.log: /);
    expect(advice('a.yaml', env('LOG_FOLDER', logs))).toMatch(/^Write \/var\/log\/pods: /);
  });

  it('is not read any more by LitmusChaos', () => {
    expect(advice('a.yaml', env('CONTAINER_PATH', logs))).toMatch(/^Delete CONTAINER_PATH, .*SOCKET_PATH=\/run\/cont/);
    expect(advice('a.yaml', env('CONTAINER_PATH', logs), 'cri-o')).toContain('CONTAINER_RUNTIME=crio');
    expect(advice('a.yaml', env('CONTAINER_PATH', logs, 'example.com/v1'))).toMatch(/^Write \/var\/log\/pods/);
  });
});

describe('a runtime that a script chooses', () => {
  const choice = '#!/bin/bash\nkubeadm join x\nCONTAINER_RUNTIME=docker\n';
  it.each([
    ['if [ "$CONTAINER_RUNTIME" = rkt ]; then date; fi', 'what reads CONTAINER_RUNTIME only knows rkt'],
    [
      'case $CONTAINER_RUNTIME in\n  docker|rkt) date ;;\nesac',
      'what reads CONTAINER_RUNTIME only knows docker and rkt',
    ],
    ['case $CONTAINER_RUNTIME in\n  docker) date ;;\n  containerd) id ;;\nesac', 'CONTAINER_RUNTIME=containerd'],
    ['date', 'CONTAINER_RUNTIME=containerd'],
  ])('is one that the scripts know: %s', (reader, expected) => {
    expect(advice('nodes/up.sh', `${choice}${reader}\n`)).toContain(expected);
  });
});

describe('the storage of Docker', () => {
  it('has no thin pool to set up any more', () => {
    const text = '#!/bin/bash\nkubeadm join x\necho VG=data > /etc/sysconfig/docker-storage-setup\n';
    expect(advice('nodes/up.sh', text)).toMatch(/^Delete it: containerd needs no thin pool; mount the disk at/);
  });
});

describe('a program that works without the socket', () => {
  it.each([
    ['docker.io/hyperledger/fabric-peer:2.5', 'run chaincode as a service'],
    ['newrelic/infrastructure-bundle:3.2', 'reads containers from the kubelet'],
  ])('%s is told to give it up', (image, instead) => {
    expect(advice('a.yaml', agent(image))).toContain(instead);
  });

  it('is known by its variable in a ConfigMap', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: peer}\ndata:\n  CORE_VM_ENDPOINT: unix:///host/var/run/docker.sock\n';
    expect(advice('peer.yaml', text)).toContain('run chaincode as a service');
  });
});

describe('an agent with a setting for the CRI', () => {
  it('is given the setting, for the runtime of the nodes', () => {
    expect(advice('a.yaml', agent('gcr.io/datadoghq/agent:7'))).toContain('DD_CRI_SOCKET_PATH=/host/run/containerd/');
    expect(advice('a.yaml', agent('gcr.io/datadoghq/agent:7'), 'cri-o')).toContain(
      'DD_CRI_SOCKET_PATH=/host/run/crio/',
    );
    expect(advice('a.yaml', agent('gcr.io/cadvisor/cadvisor:v0.49.1'))).toContain('--containerd-namespace=k8s.io');
  });

  it('or none is told what there is in its place', () => {
    expect(advice('a.yaml', agent('netdata/netdata:v1'))).toMatch(/^Delete the mount: in a pod Netdata reads/);
    expect(advice('a.yaml', agent('amazon/cloudwatch-agent:1'))).toMatch(
      /^Mount \/run\/containerd\/containerd\.sock at/,
    );
    expect(advice('a.yaml', agent('amazon/cloudwatch-agent:1'), 'cri-o')).not.toContain('crio.sock');
    expect(advice('a.yaml', agent('microsoft/oms:latest'))).toContain('Container insights');
    const monitors = 'monitors:\n- type: docker-container-stats\n  dockerURL: unix:///var/run/docker.sock';
    expect(advice('a.yaml', config('agent.yaml', monitors))).toBe(
      'Write type: kubelet-metrics, and delete dockerURL and the other options for Docker',
    );
  });

  it.each([
    [
      'monitors:\n- type: kubelet-metrics\n  usePodsEndpoint: true\n- type: docker-container-stats\n  dockerURL: unix:///var/run/docker.sock',
      'Delete this block: the list has type: kubelet-metrics already',
    ],
    [
      'processors:\n- add_kubernetes_metadata:\n- add_docker_metadata:',
      'Delete add_docker_metadata: add_kubernetes_metadata stands beside it',
    ],
    [
      'processors:\n- add_docker_metadata: {host: "unix:///var/run/docker.sock"}\n- add_kubernetes_metadata: {in_cluster: true}',
      'Delete add_docker_metadata: add_kubernetes_metadata stands beside it',
    ],
    [
      'receivers:\n  docker_stats: {}\n  kubeletstats/node: {auth_type: serviceAccount}',
      'Delete docker_stats, here and in service.pipelines: kubeletstats stands beside it',
    ],
    [
      'metricbeat.modules:\n- module: kubernetes\n  metricsets: [container, pod]\n- module: docker\n  metricsets: [cpu]',
      'Delete module: docker with its options: module: kubernetes beside it reads the same containers',
    ],
  ])('is only deleted where what takes its place stands beside it: %j', (text, expected) => {
    expect(advice('a.yaml', config('agent.yaml', text))).toBe(expected);
  });

  it.each([
    ['processors:\n- add_docker_metadata:', 'Write add_kubernetes_metadata: ~ in place of add_docker_metadata'],
    ['a: {processors: [{add_docker_metadata: {}}]}\nb: {processors: [{add_kubernetes_metadata: {}}]}', 'Write add_'],
    [
      'metricbeat.modules:\n- module: kubernetes\n  metricsets: [state_node]\n- module: docker\n  metricsets: [cpu]',
      'write module',
    ],
  ])('is replaced where nothing beside it does the same: %j', (text, expected) => {
    expect(advice('a.yaml', config('agent.yaml', text))).toContain(expected);
  });

  it('is known by a variable of its own where its image is not', () => {
    const text = agent('acme/dashboard:1').replace(
      'volumeMounts',
      'env: [{name: NUCLIO_CONTAINER_BUILDER_KIND, value: docker}], volumeMounts',
    );
    expect(advice('a.yaml', text)).toContain('containerBuilderKind: kaniko');
  });

  it('that brings the docker client of the node builds', () => {
    const text = agent('acme/baker:1').replace(
      'volumes: [',
      'volumes: [{name: bin, hostPath: {path: /usr/bin/docker}}, ',
    );
    expect(advice('a.yaml', text)).toContain('Delete the mount: build images with BuildKit');
  });

  it('that is not known is not told to write another socket where Docker’s stood', () => {
    expect(advice('a.yaml', agent('example.com/agent:1'))).not.toMatch(/^Use unix/m);
  });
});

describe('a custom resource', () => {
  it('of fluent-operator is answered in its own fields', () => {
    const input = `apiVersion: fluentbit.fluent.io/v1alpha2
kind: ClusterInput
metadata: {name: tail}
spec: {tail: {path: /var/log/containers/*.log, parser: docker}}
`;
    expect(advice('a.yaml', input)).toContain('multilineParser: docker, cri');
  });
});

describe('a socket', () => {
  it('keeps the scheme and the folder under which an agent sees the node', () => {
    const daemonSet = agent('example.com/agent:1').replace(
      'volumeMounts:',
      'env: [{name: CRI, value: "unix:///host/var/run/dockershim.sock"}], volumeMounts:',
    );
    expect(advice('a.yaml', daemonSet)).toContain('Use unix:///host/run/containerd/containerd.sock');
  });

  it('of a Windows node is a pipe', () => {
    const script = 'kubeadm join a:6443\n$pipe = "//./pipe/docker_engine"\n';
    expect(advice('node/a.ps1', script)).toContain('npipe:////./pipe/containerd-containerd');
    expect(advice('node/a.ps1', script)).not.toContain('unix://');
    const datadog = agent('gcr.io/datadoghq/agent:7').replace(
      'volumeMounts:',
      "env: [{name: DD_DOCKER_SOCKET_PATH, value: 'npipe:////./pipe/docker_engine'}], volumeMounts:",
    );
    expect(advice('a.yaml', datadog.replaceAll('/var/run/docker.sock', '\\\\.\\pipe\\docker_engine'))).not.toContain(
      '/run/',
    );
  });
});

describe('the mount of a known agent', () => {
  it.each([
    ['registry.example.com/acs/log-pilot:0.9', /^Replace it: log-pilot/],
    ['docker.io/cloudnativelabs/kube-router:v2', /--runtime-endpoint=unix:\/\/\/run\/containerd\/containerd\.sock/],
    ['registry.example.com/cadvisor:v0.30.2', /--containerd=\/run\/containerd\/containerd\.sock/],
    ['louislam/uptime-kuma:1', /HTTP or TCP/],
    ['rancher/mirrored-neuvector-enforcer:5', /containerd\.enabled: true/],
    ['registry:2', /^Drop the volume and its mount/],
    ['apache/airflow:2.9.0', /KubernetesPodOperator/],
  ])('of %s', (image, expected) => {
    expect(advice('a.yaml', agent(image))).toMatch(expected);
  });

  it('of the program of Docker goes with what else it mounts', () => {
    const text = agent('registry.k8s.io/node-problem-detector/node-problem-detector:v1').replaceAll(
      '/var/run/docker.sock',
      '/usr/bin/docker',
    );
    expect(advice('a.yaml', text)).toMatch(/^Drop this mount\. Delete the socket and docker-monitor\.json/);
  });
});

describe('the store of Docker beside its socket', () => {
  it('goes with the socket, whoever mounts both', () => {
    const both = agent('acme/agent:1')
      .replace('{name: s, mountPath: /var/run/docker.sock}', '$&, {name: d, mountPath: /var/lib/docker}')
      .replace('volumes: [', 'volumes: [{name: d, hostPath: {path: /var/lib/docker}}, ');
    const of = (text: string) =>
      advice('a.yaml', text)
        .split('\n')
        .filter((line) => /^(?:Drop|Use)/.test(line));
    expect(of(both)).toEqual([expect.stringMatching(/^Drop this mount together with that of docker.sock/)]);
    const alone = both.replace('{name: s, mountPath: /var/run/docker.sock}, ', '');
    expect(of(alone)).toEqual(['Use /var/lib/containerd']);
  });

  it.each([
    ['elastic/filebeat:8.2.0', 'add_kubernetes_metadata takes the place'],
    ['registry.example.com/tools/docker-gc-cron:1', 'the kubelet removes unused images'],
    ['instana/agent:latest', 'mount the folder /run at /run'],
  ])('%s has advice of its own', (image, words) => {
    expect(advice('a.yaml', agent(image)).toLowerCase()).toContain(words.toLowerCase());
  });
});
