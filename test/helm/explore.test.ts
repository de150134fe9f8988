/** Exploring: what default values switch off is forced, proved by values, and lands on the lines that people edit. */
import { describe, expect, it } from 'vitest';
import { exploreChart } from '../../src/helm/index.ts';
import type { Activation, ExploreOptions, RenderedFile } from '../../src/helm/types.ts';
import { type ChartParts, chart, textAt } from './support/chart.ts';

const explore = (parts: ChartParts, options?: ExploreOptions) => exploreChart(chart(parts), options);

/** Every render that prints a text, with what switches it on. */
function found(renders: readonly RenderedFile[], text: string): { pass: string; activation: Activation }[] {
  return renders.flatMap((file) => {
    const at = file.text.indexOf(text);
    return at < 0 ? [] : [{ pass: file.pass, activation: file.activationAt(at) }];
  });
}

const one = (template: string, values: string, text: string): Activation | undefined =>
  found(explore({ values, templates: { 'a.yaml': template } }).renders, text)[0]?.activation;

describe('what switches text on', () => {
  it('is the default where nothing has to be set', () => {
    expect(one('{{ if .Values.use }}here{{ end }}', 'use: true', 'here')).toEqual({ kind: 'default' });
  });

  it.each([
    ['{{ if .Values.a.use }}here{{ end }}', 'a:\n  use: false', '.Values.a.use', 'true', 10],
    ['{{ if .Values.a }}here{{ end }}', 'a: ""', '.Values.a', '"x"', 3],
    ['{{ if not .Values.a }}here{{ end }}', 'a: true', '.Values.a', 'false', 3],
    ['{{ if eq .Values.kind "DaemonSet" }}here{{ end }}', 'kind: Deployment', '.Values.kind', '"DaemonSet"', 6],
    ['{{ if ne .Values.kind "Deployment" }}here{{ end }}', 'kind: Deployment', '.Values.kind', '"Deploymentx"', 6],
    ['{{ if .Values.use }}no{{ else }}here{{ end }}', 'use: true', '.Values.use', 'false', 5],
    ['{{ range .Values.l }}here{{ end }}', 'l: []', '.Values.l', '["x"]', 3],
    ['{{ with .Values.m }}here{{ .x }}{{ end }}', 'm: {}', '.Values.m', '{"x":"x"}', 3],
    ['{{ if gt (int .Values.num) 2 }}here{{ end }}', 'num: 1', '.Values.num', '3', 5],
    ['{{ if has "b" .Values.l }}here{{ end }}', 'l: [a]', '.Values.l', '["b"]', 3],
    [
      '{{ if eq (include "on" .) "true" }}here{{ end }}{{ define "on" }}{{ .Values.use }}{{ end }}',
      'use: false',
      '.Values.use',
      'true',
      5,
    ],
  ])('%s', (template, values, path, value, offset) => {
    const set = [{ path, value, file: 'charts/app/values.yaml', offset }];
    expect(one(template, values, 'here')).toEqual({ kind: 'when', set });
  });

  it('is several values when conditions are nested', () => {
    const activation = one(
      '{{ if .Values.a }}{{ if and .Values.b .Values.c }}here{{ end }}{{ end }}',
      'a: false\nb: false\nc: true',
      'here',
    );
    expect(activation?.kind === 'when' ? activation.set.map(({ path }) => path) : []).toEqual([
      '.Values.a',
      '.Values.b',
    ]);
  });

  it('is named below the nearest key when nothing defines it', () => {
    const activation = one('{{ if .Values.a.b }}here{{ end }}', 'a:\n  c: 1', 'here');
    expect(activation).toEqual({
      kind: 'when',
      set: [{ path: '.Values.a.b', value: 'true', file: 'charts/app/values.yaml', offset: 5 }],
    });
  });

  it('is a condition in words when no value proves it', () => {
    const template = '{{ if semverCompare "<1.10" .Capabilities.KubeVersion.Version }}here{{ end }}';
    expect(one(template, '', 'here')).toEqual({
      kind: 'conditional',
      condition: 'semverCompare "<1.10" .Capabilities.KubeVersion.Version',
      path: 'charts/app/templates/a.yaml',
      offset: 6,
    });
  });
});

describe('coverage', () => {
  it('reaches every branch of a chain', () => {
    const template = ['a', 'b', 'c', 'd', 'e']
      .map((kind) => `{{ if eq .Values.kind "${kind}" }}is-${kind}\n{{ end }}`)
      .join('');
    const { coverage, renders } = explore({ values: 'kind: a', templates: { 'a.yaml': template } });
    expect(coverage.executed).toBe(coverage.total);
    for (const kind of ['a', 'b', 'c', 'd', 'e']) expect(found(renders, `is-${kind}`).length).toBeGreaterThan(0);
  });

  it('does not take text that is only hashed for seen', () => {
    const { renders } = explore({
      values: 'use: false',
      templates: {
        'config.yaml': 'a: b\n{{ if .Values.use }}docker: yes\n{{ end }}',
        'z.yaml':
          'sum: {{ include (print $.Template.BasePath "/config.yaml") . | sha256sum }}\n{{ if .Values.use }}x: y{{ end }}',
      },
    });
    expect(found(renders, 'docker: yes')).toHaveLength(1);
  });

  it('is no switch in place of a text from which a template works one out', () => {
    const template =
      '{{ $old := false }}{{ if regexMatch "^[0-9]" .Values.tag }}{{ $old = semverCompare "<2.0.0" .Values.tag }}{{ end }}{{ if $old }}here{{ end }}';
    expect(one(template, 'tag: 3.1.0', 'here')).toMatchObject({ kind: 'conditional', condition: '$old' });
  });

  it('renders helpers that nothing includes', () => {
    const { renders, coverage } = explore({ templates: { '_h.tpl': '{{ define "lost" }}path: /run/x{{ end }}' } });
    expect(found(renders, '/run/x')[0]?.activation).toMatchObject({
      kind: 'conditional',
      condition: 'template "lost" is included',
    });
    expect(coverage.executed).toBe(coverage.total);
  });

  it('returns no forced render that shows nothing new', () => {
    const { renders } = explore({
      values: 'a: 1',
      templates: { 'a.yaml': 'x: {{ .Values.a }}', 'b.yaml': '{{ if .Values.b }}y: 1{{ end }}' },
    });
    expect(renders.filter(({ pass }) => pass === 'forced').map(({ template }) => template)).toEqual([
      'charts/app/templates/b.yaml',
    ]);
  });
});

describe('with a word filter', () => {
  const only = (text: string): boolean => text.includes('docker');

  it('replaces a mixture of branches by renders that values prove', () => {
    const template =
      'socket: {{ if eq .Values.os "windows" }}npipe://docker{{ else if eq .Values.os "bsd" }}bsd://docker{{ else }}unix://docker{{ end }}\n';
    const { renders } = explore({ values: 'os: linux', templates: { 'a.yaml': template } }, { only });
    expect(renders.map(({ text, pass }) => [pass, text])).toEqual([
      ['default', 'socket: unix://docker\n'],
      ['forced', 'socket: bsd://docker\n'],
      ['forced', 'socket: npipe://docker\n'],
    ]);
    expect(renders[2]?.activationAt(8)).toMatchObject({
      kind: 'when',
      set: [{ path: '.Values.os', value: '"windows"' }],
    });
    expect(renders[2]?.activationAt(0)).toEqual({ kind: 'default' });
  });

  it('forces nothing where no such word may come', () => {
    const { renders } = explore(
      { values: 'a: 1', templates: { 'a.yaml': '{{ if .Values.b }}y: 1{{ end }}' } },
      { only },
    );
    expect(renders.map(({ pass }) => pass)).toEqual(['default']);
  });

  it('shows a literal that a set value hides', () => {
    const source = chart({
      values: 'socket: /run/own.sock',
      templates: { 'a.yaml': 'path: {{ .Values.socket | default "/run/docker.sock" }}' },
    });
    const { renders } = exploreChart(source, { only });
    const file = renders.find(({ text }) => text.includes('docker'));
    const at = file!.text.indexOf('/run/docker.sock');
    const [origin] = file!.originAt(at, at + 16);
    expect(file?.text).toBe('path: /run/docker.sock');
    expect(file?.activationAt(at)).toMatchObject({ kind: 'when', set: [{ path: '.Values.socket', value: '""' }] });
    expect(textAt(source, origin!.path).slice(origin!.from, origin!.to)).toBe('/run/docker.sock');
  });
});

describe('values files', () => {
  it('are those of the chart and those given, where they change something', () => {
    const { renders } = explore(
      {
        values: 'use: false',
        templates: { 'a.yaml': 'x: {{ if .Values.use }}{{ .Values.p }}{{ end }}' },
        files: { 'ci/a-values.yaml': 'use: true\np: docker' },
      },
      { valuesFiles: [{ path: 'env/same.yaml', text: 'use: false' }] },
    );
    const file = renders.find(({ pass }) => pass === 'values-file');
    expect([file?.valuesFile, file?.text]).toEqual(['charts/app/ci/a-values.yaml', 'x: docker']);
    expect(file?.activationAt(3)).toEqual({
      kind: 'when',
      set: [{ path: '.Values.use', value: 'true', file: 'charts/app/ci/a-values.yaml', offset: 5 }],
    });
    expect(renders.filter(({ pass }) => pass === 'values-file')).toHaveLength(1);
  });
});

describe('what fails', () => {
  it('becomes notes and holes that YAML can stand', () => {
    const { renders, notes } = explore({
      templates: {
        'a.yaml':
          'a:\n  {{- include "elsewhere.labels" . | nindent 2 }}\nb: {{ .Values.x.y }}\nc: {{ required "give c" .Values.c }}\n',
      },
      chart: 'dependencies:\n  - name: elsewhere\n    version: 1.0.0\n    repository: https://example.invalid\n',
    });
    expect(renders[0]?.text).toBe('a:\n  #_hole__\nb: __hole__\nc: __hole__\n');
    expect(notes.map(({ code }) => code).sort()).toEqual(['dependency', 'refusal', 'render', 'render']);
  });

  it('in syntax costs only the action', () => {
    const { renders, notes } = explore({ templates: { 'a.yaml': 'a: {{ nosuch }}\nb: {{ .Chart.Name }}\n' } });
    expect(renders[0]?.text).toBe('a: __hole__\nb: app\n');
    expect(notes[0]).toMatchObject({ code: 'syntax', path: 'charts/app/templates/a.yaml', from: 3, to: 15 });
  });
});

describe('sub-charts', () => {
  const sub = (name: string): Record<string, string> => ({
    [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
    [`charts/${name}/values.yaml`]: 'inner: false\n',
    [`charts/${name}/templates/s.yaml`]: 'here: {{ .Chart.Name }}\n{{ if .Values.inner }}deep: 1{{ end }}\n',
  });
  const dependency = 'dependencies:\n  - name: sub\n    version: 1.0.0\n    condition: sub.enabled\n';

  it('that are off are switched on by their condition', () => {
    const { renders } = explore({ values: 'sub:\n  enabled: false', files: sub('sub'), chart: dependency });
    const [first] = found(renders, 'here: sub');
    expect(first?.activation).toMatchObject({ kind: 'when', set: [{ path: '.Values.sub.enabled', value: 'true' }] });
  });

  it('name their own values from the root', () => {
    const { renders } = explore({ values: 'sub:\n  enabled: true', files: sub('sub'), chart: dependency });
    expect(found(renders, 'deep: 1')[0]?.activation).toMatchObject({
      kind: 'when',
      set: [{ path: '.Values.sub.inner', value: 'true', file: 'charts/app/charts/sub/values.yaml' }],
    });
  });
});
