import { describe, expect, test } from 'vitest';
import { readChart } from '../../src/languages/charts/chart.ts';
import { embed } from '../../src/languages/read.ts';
import type { Fact } from '../../src/model/fact.ts';
import { relatedText } from '../../src/report/reasons.ts';
import { positionAt, spanText } from '../../src/text/source.ts';
import { factsOf, settingLines } from './yaml-support.ts';

const VALUES = `agent:
  enabled: false
  socket: /var/run/docker.sock
runtime: docker
`;
const TEMPLATE = `{{- if .Values.agent.enabled }}
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  template:
    spec:
      containers:
        - name: agent
          image: acme/agent
          volumeMounts:
            - {name: sock, mountPath: /sock}
            - {name: state, mountPath: /state}
      volumes:
        - name: sock
          hostPath:
            path: {{ .Values.agent.socket }}
        - name: state
          hostPath:
            path: /var/lib/docker/containers
{{- end }}
`;

function chart(files: Record<string, string>) {
  const all = { 'Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n', ...files };
  return readChart(
    {
      root: 'charts/agent',
      files: Object.entries(all).map(([path, text]) => ({ path: `charts/agent/${path}`, text })),
      values: [],
      beside: new Map(),
    },
    embed,
    { matters: () => true, kubeVersion: '1.35' },
  );
}

function where(fact: Fact) {
  const origin = fact.at.view.root(fact.at.start, fact.at.end);
  const place = ({ source, start }: typeof origin.span) =>
    `${source.path.replace('charts/agent/', '')}:${positionAt(source, start).line}`;
  return {
    at: place(origin.span),
    text: spanText(origin.span),
    related: origin.related.map((one) => `${relatedText(one)} ${place(one.span)}`),
    activation: origin.activation.kind === 'when' ? origin.activation.settings : origin.activation.kind,
    certainty: fact.certainty,
  };
}

describe('a chart', () => {
  const reading = chart({ 'values.yaml': VALUES, 'templates/ds.yaml': TEMPLATE });
  const mounts = factsOf(reading, 'path').filter((fact) => fact.use === 'mount');

  test('leads from what is rendered to values and template, with what switches it on', () => {
    expect(mounts.map(where)).toEqual([
      {
        at: 'values.yaml:3',
        text: '/var/run/docker.sock',
        related: ['used here templates/ds.yaml:18'],
        activation: ['.Values.agent.enabled=true'],
        certainty: 'resolved',
      },
      {
        at: 'templates/ds.yaml:21',
        text: '/var/lib/docker/containers',
        related: [],
        activation: ['.Values.agent.enabled=true'],
        certainty: 'literal',
      },
    ]);
  });

  test.each([
    ['a switch that is on', 'agent: {enabled: true}\n', ['switched on here values.yaml:1']],
    ['a choice of docker', 'runtime: docker\n', ['switched on here values.yaml:1']],
    ['another choice that is no switch', 'runtime: containerd\n', []],
  ])('shows the value that lets it in: %s', (_, values, related) => {
    const condition = values.startsWith('runtime') ? '.Values.runtime' : '.Values.agent.enabled';
    const on = chart({
      'values.yaml': values,
      'templates/ds.yaml': TEMPLATE.replace('.Values.agent.enabled', condition).replace(
        '{{ .Values.agent.socket }}',
        '/run/docker.sock',
      ),
    });
    const mount = factsOf(on, 'path').find((fact) => fact.use === 'mount');
    expect(mount && where(mount)).toMatchObject({ at: 'templates/ds.yaml:18', related, activation: 'default' });
  });

  test('shows the value that lets it in where the template is off for another reason', () => {
    const guarded = `{{- if .Values.token }}\n${TEMPLATE.replace('{{ .Values.agent.socket }}', '/run/docker.sock')}{{- end }}\n`;
    const off = chart({ 'values.yaml': 'token: ""\nagent: {enabled: true}\n', 'templates/ds.yaml': guarded });
    const mount = factsOf(off, 'path').find((fact) => fact.use === 'mount');
    expect(mount && where(mount)).toMatchObject({
      related: ['switched on here values.yaml:2'],
      activation: ['.Values.token="x"'],
    });
  });

  test('has its metadata and the values that a template names as settings', () => {
    const named = chart({ 'values.yaml': VALUES, 'templates/a.yaml': 'a: {{ .Values.runtime }}\n' });
    expect(settingLines(named, 'helm-values')).toContain('runtime = docker');
    expect(settingLines(reading, 'helm-values')).not.toContain('runtime = docker');
    expect(settingLines(reading, 'chart-metadata')).toContain('name = agent');
  });

  test('shows the same pod of several values files once', () => {
    const again = chart({
      'values.yaml': VALUES,
      'ci/a-values.yaml': 'agent: {enabled: true}\n',
      'ci/b-values.yaml': 'agent: {enabled: true}\nruntime: containerd\n',
      'templates/ds.yaml': TEMPLATE,
    });
    expect(factsOf(again, 'path').filter((fact) => fact.use === 'mount').length).toBe(2);
  });

  test('is read as masked text where a template cannot be parsed', () => {
    const broken = chart({ 'values.yaml': VALUES, 'templates/ds.yaml': `${TEMPLATE}{{ if }}{{ bad (( }}\n` });
    expect(factsOf(broken, 'path').map((fact) => fact.path)).toContain('/var/lib/docker/containers');
    expect(broken.notes.map((note) => note.code)).toContain('template');
  });

  test('has dependencies with versions', () => {
    const parent = chart({
      'Chart.yaml':
        'apiVersion: v2\nname: p\nversion: 1.0.0\ndependencies:\n- {name: chaos-mesh, version: 2.1.0, repository: "https://x"}\n',
    });
    expect(settingLines(parent, 'chart-metadata')).toContain('dependencies.[chaos-mesh].version = 2.1.0');
  });

  test('names the empty values that a default stands in for', () => {
    const reading = chart({
      'values.yaml': 'agent:\n  dockerSocket:  # /var/run/docker.sock\n  name: agent\n',
      'templates/_socket.tpl':
        '{{- define "socket" -}}\n{{ .Values.agent.dockerSocket | default "/var/run/docker.sock" }}\n{{- end -}}\n',
      'templates/pod.yaml': `apiVersion: v1
kind: Pod
metadata: {name: {{ .Values.agent.name | default "nobody" }}}
spec:
  volumes:
    - name: socket
      hostPath: {path: {{ include "socket" . }}}
`,
    });
    const mount = reading.facts.find((fact) => fact.kind === 'path');
    expect(mount && where(mount)).toMatchObject({
      at: 'templates/_socket.tpl:2',
      related: ['included here templates/pod.yaml:7', 'empty, so that the default is used values.yaml:2'],
      activation: 'default',
    });
  });
});
