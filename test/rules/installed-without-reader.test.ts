/** Settings that choose Docker where nothing reads them, or where the values have something else on. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

const told = (files: Files) =>
  lintTexts(files).findings.map(({ span, severity, rule }) => `${span.source.path}: ${severity} ${rule}`);

const config = (name: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata:\n  containerRuntimeExecutor: docker\n`;
const runs = (name: string, image: string) =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec:\n  template:\n    spec:\n      containers: [{name: ${name}, image: ${image}}]\n`;

describe('the executor of Argo in a ConfigMap', () => {
  const server = runs('api-server', 'acme/pipelines-api:1');

  it('is read by nobody in a file that installs everything but Argo', () => {
    expect(told({ 'install.yaml': config('pipeline-settings') + server })).toEqual([]);
  });

  it.each([
    ['its own controller', config('pipeline-settings') + server + runs('workflow-controller', 'acme/controller:3')],
    ['an image of it', config('pipeline-settings') + runs('argo', 'acme/argoworkflowcontroller:3')],
    ['the name of its ConfigMap', config('workflow-controller-configmap') + server],
    ['no pod beside it', config('pipeline-settings')],
  ])('is removed with %s', (_, text) => {
    expect(told({ 'install.yaml': text })).toEqual(['install.yaml: error chart-runtime-docker']);
  });
});

describe('a chart that falls back to Docker', () => {
  const chart = (values: string, condition: string) => ({
    'chart/Chart.yaml': 'apiVersion: v2\nname: pipelines\nversion: 1.0.0\n',
    'chart/values.yaml': values,
    'chart/templates/config.yaml': config('workflow-controller-configmap').replace(
      'docker',
      `'{{ if ${condition} }}emissary{{ else }}docker{{ end }}'`,
    ),
  });

  it('is a notice where the values have the other one on', () => {
    expect(told(chart('executor: {emissary: true}\n', '.Values.executor.emissary'))).toEqual([
      'chart/templates/config.yaml: notice chart-runtime-docker',
    ]);
    expect(told(chart('useContainerd: true\n', '.Values.useContainerd'))).toEqual([
      'chart/templates/config.yaml: notice chart-runtime-docker',
    ]);
  });

  it('is an error where they have not', () => {
    expect(told(chart('executor: {emissary: false}\n', '.Values.executor.emissary'))).toEqual([
      'chart/templates/config.yaml: error chart-runtime-docker',
    ]);
    expect(told(chart('tls: {remote: true}\n', '.Values.tls.remote'))).toEqual([
      'chart/templates/config.yaml: warning chart-runtime-docker',
    ]);
  });
});
