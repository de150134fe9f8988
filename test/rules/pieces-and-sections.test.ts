/** What is put together from pieces, overridden, deleted or only said, and engines and configurations of one section. */
import { describe, expect, it } from 'vitest';
import { type Files, linesOf, lintTexts } from '../support/in-memory.ts';

describe('an address that a template puts together', () => {
  const chart = (helper: string, values: string): Files => ({
    'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    'c/values.yaml': values,
    'c/templates/_helpers.tpl': `{{- define "socket" -}}\n${helper}\n{{- end -}}\n`,
    'c/templates/agent.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - name: agent
          image: acme/agent:1
          args: ['--endpoint=unix://{{ include "socket" . }}']
`,
  });
  const IF =
    '{{- if eq .Values.mode "docker" -}}/var/run/docker.sock{{- else -}}/run/containerd/containerd.sock{{- end -}}';
  const PART = '/var/run/{{ if eq .Values.mode "docker" }}docker{{ else }}crio{{ end }}.sock';
  const TERNARY = '{{- ternary "/var/run/docker.sock" "/run/crio/crio.sock" (eq .Values.runtime "docker") -}}';

  it.each([
    [IF, 'mode: containerd\n', 'notice'],
    [IF, 'mode: docker\n', 'error'],
    [PART, 'mode: containerd\n', 'warning'],
    [PART, 'mode: docker\n', 'error'],
    [TERNARY, 'runtime: containerd\n', 'notice'],
    [TERNARY, 'runtime: docker\n', 'error'],
  ])('is there where all of its pieces are: %s with %j', (helper, values, severity) => {
    expect(linesOf(chart(helper, values)).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      `${severity} docker-socket-endpoint`,
    ]);
  });
});

describe('values of a sub-chart', () => {
  const chart = (values: string): Files => ({
    'c/Chart.yaml':
      'apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies: [{name: agent, version: 1.x.x, repository: ""}]\n',
    'c/values.yaml': values,
    'c/charts/agent/Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
    'c/charts/agent/values.yaml': 'socket: /var/run/docker.sock\nother: {socket: /var/run/docker.sock}\n',
    'c/charts/agent/templates/agent.yaml': `apiVersion: v1
kind: Pod
metadata: {name: agent}
spec:
  containers:
    - {name: agent, image: acme/agent:1, args: ['--a={{ .Values.socket }}', '--b={{ .Values.other.socket }}']}
`,
  });

  it('hold for nobody where the chart around it sets them', () => {
    expect(linesOf(chart('agent: {socket: /run/crio/crio.sock, other: {socket: /run/crio/crio.sock}}\n'))).toEqual([]);
  });

  it('hold where the chart around it leaves them, or sets them to Docker itself', () => {
    expect(linesOf(chart('agent: {other: {socket: /run/crio/crio.sock}}\n'))).toEqual([
      'c/charts/agent/values.yaml:1 error docker-socket-endpoint',
    ]);
    expect(linesOf(chart('agent: {socket: /var/run/docker.sock, other: {socket: /run/crio/crio.sock}}\n'))).toEqual([
      'c/values.yaml:1 error docker-socket-endpoint',
    ]);
  });
});

describe('a strategic merge patch', () => {
  const patch = (fields: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - name: agent
          volumeMounts: [{name: sock, mountPath: /var/run/docker.sock${fields}}]
      volumes:
        - {name: sock, hostPath: {path: /var/run/docker.sock}${fields}}
`;

  it('deletes what it names', () => {
    expect(linesOf({ 'patch.yaml': patch(', $patch: delete') })).toEqual([]);
  });

  it('replaces what it names', () => {
    expect(linesOf({ 'patch.yaml': patch(', $patch: replace') })).toEqual(['patch.yaml:11 error docker-socket-mount']);
  });

  it('may hold itself', () => {
    expect(linesOf({ 'patch.yaml': `${patch('')}loop: &loop\n  - $patch: delete\n  - *loop\n` })).toEqual([
      'patch.yaml:11 error docker-socket-mount',
    ]);
  });
});

describe('annotations', () => {
  const rules = (annotations: string) => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: nodes}
spec:
  groups:
    - name: nodes
      rules: [{alert: Full, expr: up == 0, annotations: {${annotations}}}]
`;

  it('of an alert are read by people', () => {
    expect(linesOf({ 'rules.yaml': rules('runbook: docker system prune -af') })).toEqual([]);
    expect(linesOf({ 'rules.yaml': rules('steps: docker ps then systemctl restart docker') })).toEqual([]);
  });

  it('that name a command are run', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: a, annotations: {post.hook.example.org/command: docker exec db dump}}
spec: {containers: [{name: a, image: acme/a}]}
`;
    expect(linesOf({ 'pod.yaml': pod })).toEqual(['pod.yaml:3 error docker-cli-command']);
  });
});

describe('a query', () => {
  it.each(['errorQuery', 'total_query', 'errorRatioQuery', 'expr', 'query', 'queries'])('stands under %s', (key) => {
    const text = `apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata: {name: nodes}
spec: {slos: [{sli: {events: {${key}: sum(rate(kubelet_docker_operations_errors_total[5m]))}}}]}
`;
    expect(linesOf({ 'slo.yaml': text })).toEqual(['slo.yaml:4 warning docker-metrics-query']);
  });
});

describe('an engine in the values', () => {
  const volumes = 'volumes: [{name: engine, hostPath: {path: /var/run/docker.sock}}]';

  it('is for the pod that it stands in', () => {
    const values = (dind: string, other: string) => `classes:
  dind: {spec: {containers: [{name: dind, image: "docker:27-dind"}], ${dind}}}
  other: {spec: {containers: [{name: build, image: acme/build}], ${other}}}
`;
    expect(linesOf({ 'runner-values.yaml': values('replicas: 1', volumes) })).toEqual([
      'runner-values.yaml:3 warning docker-socket-mount',
    ]);
    expect(linesOf({ 'runner-values.yaml': values(volumes, 'replicas: 1') })).toEqual([]);
  });

  it('listens where its own arguments say', () => {
    const values = (section: string, repository: string) =>
      `${section}:\n  image: {repository: ${repository}, tag: 27-dind}\n  args: ["--host=unix:///var/run/docker.sock"]\n`;
    expect(linesOf({ 'runner-values.yaml': values('dind', 'mirror/docker') })).toEqual([]);
    expect(linesOf({ 'runner-values.yaml': values('engine', 'docker') })).toEqual([]);
    const agent = values('agent', 'acme/agent').replace('27-dind', '"27"');
    expect(linesOf({ 'runner-values.yaml': agent })).toEqual(['runner-values.yaml:3 error docker-socket-endpoint']);
  });

  it('is for all where a mode chooses it', () => {
    const values = `containerMode: {type: dind}\nspec: {${volumes}}\n`;
    expect(linesOf({ 'runner-values.yaml': values })).toEqual([]);
  });
});

describe('the socket in an agent that carries its configuration', () => {
  const pod = `daemonSet:
  podTemplate:
    spec:
      containers:
        - {name: agent, volumeMounts: [{name: sock, mountPath: /var/run/docker.sock}]}
      volumes:
        - {name: sock, hostPath: {path: /var/run/docker.sock}}
`;
  const indented = pod.replace(/^/gm, '  ').trimEnd();
  const object = (kind: string, config: string) =>
    `apiVersion: ${kind.toLowerCase()}.k8s.elastic.co/v1beta1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n  config: ${config}\n${indented}\n`;

  it.each(['Beat', 'Agent'])('%s is not missed where the configuration does not speak of Docker', (kind) => {
    const severities = (config: string) =>
      lintTexts({ 'a.yaml': object(kind, config) }).findings.map((f) => f.severity);
    expect(severities('{modules: [{module: system}]}')).toEqual(['notice']);
    expect(severities('{modules: [{module: docker}]}')).toContain('error');
  });

  it('is not missed in the values of such an object either', () => {
    const values = (module: string) => `type: metricbeat\nconfig: {modules: [{module: ${module}}]}\n${pod}`;
    const severities = (module: string) =>
      lintTexts({ 'metricbeat.yaml': values(module) }).findings.map((f) => f.severity);
    expect(severities('system')).toEqual(['notice']);
    expect(severities('docker')).toContain('error');
  });

  it('gets the answer of its product', () => {
    const config = '{inputs: [{type: docker/metrics, streams: [{hosts: ["unix:///var/run/docker.sock"]}]}]}';
    const { findings } = lintTexts({ 'a.yaml': object('Agent', config) });
    const advice = findings.filter(({ rule }) => rule === 'docker-socket-mount').map(({ instead }) => instead);
    expect(advice).toEqual([expect.stringContaining('kubernetes/metrics input asks the kubelet')]);
  });
});

describe('a cluster of kind', () => {
  it('whose configuration a script hands on has the socket on its nodes', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers: [{name: a, image: acme/a, volumeMounts: [{name: s, mountPath: /s}]}]
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]
`;
    const script = `#!/bin/sh
CONFIG="$(cat <<EOF
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes: [{role: control-plane, extraMounts: [{hostPath: /var/run/docker.sock, containerPath: /var/run/docker.sock}]}]
EOF
)"
export CONFIG
./create.sh
`;
    expect(linesOf({ 'pod.yaml': pod })).toEqual(['pod.yaml:6 error docker-socket-mount']);
    expect(linesOf({ 'pod.yaml': pod, 'hack/kind.sh': script })).not.toContainEqual(expect.stringContaining('error'));
  });
});

describe('the runtime of a managed node pool', () => {
  it.each([
    [
      'pool.tf',
      'resource "alicloud_cs_kubernetes_node_pool" "a" {\n  runtime_name = "docker"\n}\n',
      'pool.tf:2 error provisioner-docker-runtime',
    ],
    [
      'pool.yaml',
      'apiVersion: bootstrap.cluster.x-k8s.io/v1beta2\nkind: EKSConfigTemplate\nmetadata: {name: a}\nspec: {template: {spec: {containerRuntime: dockerd}}}\n',
      'pool.yaml:4 error provisioner-docker-runtime',
    ],
  ])('is refused: %s', (path, text, expected) => {
    expect(linesOf({ [path]: text })).toEqual([expected]);
  });
});
