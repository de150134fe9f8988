/** Pods that only run on nodes whose labels say that they have Docker. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../support/in-memory.ts';

const pod = (chooses: string) => ({
  'pod.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, image: docker:24, command: [docker, ps], volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}\n  volumes:\n    - {name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}\n${chooses}`,
});
const severity = (chooses: string) =>
  linesOf(pod(chooses)).filter((line) => line.endsWith('docker-socket-mount') && line.startsWith('pod.yaml:8'));
const requires = (expression: string, more = '') =>
  `  affinity:\n    nodeAffinity:\n      requiredDuringSchedulingIgnoredDuringExecution:\n        nodeSelectorTerms:\n          - matchExpressions: [${expression}]\n${more}`;

describe('a pod that mounts the socket of Docker', () => {
  it.each([
    '  nodeSelector: {docker: "true"}\n',
    '  nodeSelector: {acme.com/is-install-docker: yes}\n',
    '  nodeSelector: {kubernetes.io/os: linux, container-runtime: docker}\n',
    requires('{key: has-docker, operator: Exists}'),
    requires('{key: runtime, operator: In, values: [docker]}'),
  ])('finds it on the nodes that it asks for: %j', (chooses) => {
    expect(severity(chooses)).toEqual(['pod.yaml:8 notice docker-socket-mount']);
  });

  it.each([
    '',
    '  nodeSelector: {docker: "false"}\n',
    '  nodeSelector: {docker.io/pool: build}\n',
    '  nodeSelector: {docker-registry: "true"}\n',
    '  nodeSelector: {container-runtime: containerd}\n',
    requires('{key: docker, operator: NotIn, values: ["true"]}'),
    requires('{key: docker, operator: Exists}', '          - matchExpressions: [{key: pool, operator: Exists}]\n'),
  ])('needs it on every other: %j', (chooses) => {
    expect(severity(chooses)).toEqual(['pod.yaml:8 error docker-socket-mount']);
  });
});
