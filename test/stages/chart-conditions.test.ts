/** What a chart writes only under a condition, and the value that it writes there. */

import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { positionAt } from '../../src/text/source.ts';
import { lintTexts, summaries } from '../support/in-memory.ts';
import { lintOptions } from '../support/lint-options.ts';

const OPTIONS = lintOptions({ target: { runtime: 'containerd', minor: 38 } });

function found(test: string, path: string, values: string): readonly string[] {
  const pod = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: x/y
      volumeMounts: [{name: sock, mountPath: /var/run/docker.sock}]
  volumes:
    - name: sock
      {{- if ${test} }}
      hostPath: {path: ${path}}
      {{- else }}
      emptyDir: {}
      {{- end }}
`;
  const files = [
    { path: 'chart/Chart.yaml', text: 'apiVersion: v2\nname: a\nversion: 1.0.0\n' },
    { path: 'chart/values.yaml', text: values },
    { path: 'chart/templates/pod.yaml', text: pod },
  ];
  return lint(files, OPTIONS).findings.map(({ span, severity, rule }) => {
    const { line } = positionAt(span.source, span.start);
    return `${span.source.path}:${line} ${severity} ${rule}`;
  });
}

const SOCKET = '/var/run/docker.sock';

describe('a socket that a chart mounts', () => {
  it.each([
    ['semverCompare "<1.24-0" .Capabilities.KubeVersion.Version', 'notice'],
    ['and .Values.shown (semverCompare "<1.23-0" .Capabilities.KubeVersion.Version)', 'notice'],
    ['semverCompare "<1.30-0" .Capabilities.KubeVersion.Version', 'warning'],
    ['.Values.shown', 'warning'],
  ])('under %s', (test, severity) => {
    expect(found(test, SOCKET, 'shown: false\n')).toEqual([
      `chart/templates/pod.yaml:12 ${severity} docker-socket-mount`,
    ]);
  });

  it.each([
    ['runtime: containerd', 'eq .Values.runtime "docker"', 'notice'],
    ['runtime: docker', 'eq .Values.runtime "docker"', 'error'],
    ['kind: {name: generic}', 'eq .Values.kind.name "docker"', 'notice'],
    ['docker: {enabled: false}', '.Values.docker.enabled', 'notice'],
    ['docker: {enabled: true}', '.Values.docker.enabled', 'error'],
    ['nodes: eks', 'eq .Values.nodes "minikube"', 'notice'],
    ['nodes: eks', 'eq .Values.nodes "docker-desktop"', 'notice'],
    ['nodes: eks', 'eq .Values.nodes "gke"', 'warning'],
    ['cluster: {rke: {enabled: false}}', '.Values.cluster.rke.enabled', 'notice'],
    ['cluster: {rke1: {enabled: false}}', '.Values.cluster.rke1.enabled', 'notice'],
    ['cluster: {rke2: {enabled: false}}', '.Values.cluster.rke2.enabled', 'warning'],
    ['{runtime: docker, shown: false}', 'and .Values.shown (eq .Values.runtime "docker")', 'warning'],
  ])('where the values say %s, and the template asks %s', (values, test, severity) => {
    expect(found(test, SOCKET, `${values}\n`)).toEqual([`chart/templates/pod.yaml:12 ${severity} docker-socket-mount`]);
  });

  it('in one of several lists of the values, of which another has the same lines, is judged by its own switch', () => {
    const list = (name: string) => `${name}: [{name: sock, hostPath: {path: ${SOCKET}, type: Socket}}]\n`;
    const template = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - {name: a, image: x/y, volumeMounts: [{name: sock, mountPath: ${SOCKET}}]}
  volumes:
    {{- if eq .Values.nodes "docker" }}
    {{- toYaml .Values.docker | nindent 4 }}
    {{- else if eq .Values.nodes "acme" }}
    {{- toYaml .Values.acme | nindent 4 }}
    {{- end }}
`;
    const files = {
      'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
      'chart/values.yaml': `nodes: generic\n${list('docker')}${list('acme')}`,
      'chart/templates/pod.yaml': template,
    };
    expect(summaries(lintTexts(files).findings)).toEqual([
      expect.stringMatching(/^chart\/values\.yaml:2:\d+ notice docker-socket-mount/),
      expect.stringMatching(/^chart\/values\.yaml:3:\d+ warning docker-socket-mount/),
    ]);
  });

  it('through a value is judged where the chart uses the value, and once', () => {
    expect(found('.Values.shown', '{{ .Values.sock }}', `shown: false\nsock: ${SOCKET}\n`)).toEqual([
      'chart/values.yaml:2 warning docker-socket-mount',
    ]);
    expect(found('.Values.shown', '{{ .Values.sock }}', `shown: true\nsock: ${SOCKET}\n`)).toEqual([
      'chart/values.yaml:2 error docker-socket-mount',
    ]);
  });
});

describe('what a chart writes for a choice of its values', () => {
  const chart = (values: string, template: string) =>
    lintTexts({
      'c/Chart.yaml': 'name: c\nversion: 1.0.0\n',
      'c/values.yaml': values,
      'c/templates/pod.yaml': template,
    });
  const pod = (volume: string, args = '[]') => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers: [{name: a, image: acme/chaos-daemon, args: ${args}, volumeMounts: [{name: s, mountPath: /s}]}]
  volumes:
    - name: other
      emptyDir: {}
${volume}
`;

  it('is told at the value, with the lines that go with it', () => {
    const volume = `    {{- if eq .Values.chaosDaemon.runtime "docker" }}
    - name: s
      hostPath: {path: /var/run/docker.sock}
    {{- end }}`;
    const values = '# chaos-mesh\nchaosDaemon:\n  runtime: docker\n';
    const { findings } = chart(values, pod(volume));
    expect(findings.map(({ rule, related }) => [rule, related.map(({ span }) => span.source.path)])).toEqual([
      // The volume and its mount.
      ['chart-runtime-docker', ['c/templates/pod.yaml', 'c/templates/pod.yaml']],
    ]);
  });

  it('is one runtime of several where a switch for Docker is off beside others', () => {
    const volume = (other: string) => `    {{- if .Values.sockets.dockerSock }}
    - name: s
      hostPath: {path: {{ .Values.sockets.path }}}
    {{- end }}
    {{- if .Values.sockets.${other} }}
    - name: t
      emptyDir: {}
    {{- end }}`;
    const values = 'sockets:\n  dockerSock: false\n  containerdSock: true\n  path: /var/run/docker.sock\n';
    const severities = (other: string) => chart(values, pod(volume(other))).findings.map(({ severity }) => severity);
    expect(severities('containerdSock')).toEqual(['notice']);
    expect(severities('cache')).toEqual(['warning']);
  });

  it('counts for RKE alone where a switch says so', () => {
    const logs = (name: string) => {
      const volume = `    {{- if .Values.sources.${name}.enabled }}
    - name: s
      hostPath: {path: /var/lib/docker/containers}
    {{- end }}`;
      return chart(`sources:\n  ${name}:\n    enabled: false\n`, pod(volume)).findings.map(({ severity }) => severity);
    };
    expect(logs('rke')).toEqual(['notice']);
    expect(logs('nodes')).toEqual(['warning']);
  });
});

describe('the socket of dockershim on Bottlerocket', () => {
  const pod = (path: string) =>
    lintTexts({
      [path]:
        'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /s}]}]\n  volumes: [{name: s, hostPath: {path: /run/dockershim.sock}}]\n',
    }).findings.map(({ severity }) => severity);
  it('is a link, and a notice', () => {
    expect(pod('deploy/bottlerocket/agent.yaml')).toEqual(['notice']);
    expect(pod('deploy/agent.yaml')).toEqual(['warning']);
  });
});
