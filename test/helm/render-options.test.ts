/** What is printed, and what values, settings and versions do to it. */
import { describe, expect, it } from 'vitest';
import { renderChart } from '../../src/helm/index.ts';

const source = {
  root: 'deploy/agent',
  files: new Map([
    ['Chart.yaml', 'apiVersion: v2\nname: agent\nversion: 1.0.0\n'],
    ['values.yaml', 'host:\n  path: /run/engine.sock\nimage: {name: agent, tag: "2"}\n'],
    [
      'templates/_pod.tpl',
      '{{ define "pod" }}\nvolumes:\n  {{- toYaml (list (dict "hostPath" .Values.host)) | nindent 2 }}\n{{- end }}\n',
    ],
    [
      'templates/pod.yaml',
      'kind: Pod\nimage: {{ .Values.image.name }}:{{ .Values.image.tag }}\nspec: {{- include "pod" . | nindent 2 }}\n',
    ],
  ]),
};

describe('render', () => {
  it('prints what helm template prints', () => {
    expect(renderChart(source).manifest).toBe(
      [
        '---',
        '# Source: agent/templates/pod.yaml',
        'kind: Pod',
        'image: agent:2',
        'spec:',
        '  ',
        '  volumes:',
        '    - hostPath:',
        '        path: /run/engine.sock',
        '',
      ].join('\n'),
    );
  });

  it('takes values files and settings, the latter win', () => {
    const { manifest } = renderChart(source, { values: ['image: {tag: "3", name: other}'], set: ['image.tag=4'] });
    expect(manifest).toContain('image: other:4');
  });

  it('says what helm would say', () => {
    expect(renderChart(source, { kubeVersion: 'x' })).toEqual({
      manifest: '',
      files: [],
      notes: [],
      error: "invalid kube version 'x': Invalid Semantic Version",
    });
  });
});
