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

describe('an agent with a setting for the CRI', () => {
  it('is given the setting, for the runtime of the nodes', () => {
    expect(advice('a.yaml', agent('gcr.io/datadoghq/agent:7'))).toContain('DD_CRI_SOCKET_PATH=/host/run/containerd/');
    expect(advice('a.yaml', agent('gcr.io/datadoghq/agent:7'), 'cri-o')).toContain(
      'DD_CRI_SOCKET_PATH=/host/run/crio/',
    );
    expect(advice('a.yaml', agent('gcr.io/cadvisor/cadvisor:v0.49.1'))).toContain('--containerd-namespace=k8s.io');
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
