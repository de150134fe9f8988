/** `render`, with and without `--trace`. */
import { describe, expect, it } from 'vitest';
import { renderCommand } from '../../src/helm/index.ts';

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
    expect(renderCommand(source).output).toBe(
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
    const { output } = renderCommand(source, { values: ['image: {tag: "3", name: other}'], set: ['image.tag=4'] });
    expect(output).toContain('image: other:4');
  });

  it('says what helm would say', () => {
    expect(renderCommand(source, { kubeVersion: 'x' })).toEqual({
      output: '',
      notes: [],
      error: "invalid kube version 'x': Invalid Semantic Version",
    });
  });

  it('traces every line to the template and the values', () => {
    const { output } = renderCommand(source, { trace: true });
    const lines = output.split('\n').map((line) => line.split(/ *│ ?/));
    expect(lines).toEqual([
      ['', '---'],
      ['', '# Source: agent/templates/pod.yaml'],
      ['templates/pod.yaml:1:1', 'kind: Pod'],
      [
        'templates/pod.yaml:2:1 ← values.yaml:3:15 (.Values.image.name) ← values.yaml:3:28 (.Values.image.tag)',
        'image: agent:2',
      ],
      ['templates/pod.yaml:3:1', 'spec:'],
      ['templates/pod.yaml:3:7', ''],
      ['templates/_pod.tpl:2:1', '  volumes:'],
      ['templates/_pod.tpl:3:27', '    - hostPath:'],
      ['templates/_pod.tpl:3:3 ← values.yaml:2:9 (.Values.host.path)', '        path: /run/engine.sock'],
      [''],
    ]);
  });
});
