/** Charts that depend on another one by its folder are rendered with it, as after `helm dependency build`. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/model/limits.ts';
import { groupFiles } from '../../src/stages/grouping.ts';
import { createNeighbours } from '../../src/stages/neighbours.ts';
import { positionAt } from '../../src/text/source.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';

function chart(folder: string, dependencies: readonly string[] = [], more = ''): Record<string, string> {
  const list = dependencies.map((path) => `  - name: ${path.split('/').at(-1)}\n    repository: file://${path}\n`);
  const needs = list.length > 0 ? `dependencies:\n${list.join('')}` : '';
  const name = folder.split('/').at(-1);
  return { [`${folder}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}${needs}` };
}

function neighboursOf(root: string, files: Files): readonly string[] {
  const { charts } = groupFiles(Object.entries(files).map(([path, text]) => ({ path, text })));
  const of = createNeighbours(charts);
  const own = charts.find((one) => one.root === root);
  return own ? [...of(own).keys()].sort() : [];
}

describe('the charts that a chart names by their folder', () => {
  it('are those of the repository, and those that they name', () => {
    const files = {
      ...chart('apps/a', ['../../lib/common']),
      ...chart('lib/common', ['../base']),
      ...chart('lib/base'),
    };
    expect(neighboursOf('apps/a', files)).toEqual(['lib/base', 'lib/common']);
  });

  it.each([
    ['out of the repository', '../../../lib'],
    ['at a path of the machine', '/lib'],
    ['at the chart itself', '../a'],
    ['where no chart is', '../missing'],
  ])('are none %s', (_where, path) => {
    expect(neighboursOf('apps/a', { ...chart('apps/a', [path]), ...chart('lib') })).toEqual([]);
  });

  it('end where each names the other', () => {
    expect(neighboursOf('a', { ...chart('a', ['../b']), ...chart('b', ['../a']) })).toEqual(['b']);
  });

  it('are left out where they are too much for a chart', () => {
    const big = { 'lib/templates/a.yaml': '#'.repeat(LIMITS.chartCharacters) };
    expect(neighboursOf('a', { ...chart('a', ['../lib']), ...chart('lib'), ...big })).toEqual([]);
  });
});

describe('charts that all name each other', () => {
  it('are given to one another as often as a run allows, and then are missing', () => {
    const names = Array.from({ length: 100 }, (_, index) => `c${index}`);
    const files = Object.entries(
      Object.assign(
        {},
        ...names.map((name) =>
          chart(
            name,
            names.map((one) => `../${one}`),
          ),
        ),
      ) as Record<string, string>,
    );
    const { charts } = groupFiles(files.map(([path, text]) => ({ path, text })));
    const of = createNeighbours(charts);
    const given = charts.map((one) => of(one).size);
    expect([given[0], given.at(-1)]).toEqual([99, 0]);
    expect(given.reduce((sum, one) => sum + one, 0)).toBe(LIMITS.neighbourCharacters / (16 * 1024));
  });
});

describe('a chart with a neighbour', () => {
  const common = {
    ...chart('lib/common', [], 'type: library\n'),
    'lib/common/templates/_volumes.tpl':
      '{{- define "common.volumes" }}\n- name: sock\n  hostPath:\n    path: {{ .Values.socket }}\n{{- end }}\n',
  };
  const app = {
    ...chart('apps/a', ['../../lib/common']),
    'apps/a/values.yaml': 'socket: /var/run/docker.sock\n',
    'apps/a/templates/pod.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: b\n      volumeMounts: [{name: sock, mountPath: /sock}]\n  volumes:\n    {{- include "common.volumes" . | nindent 4 }}\n',
  };

  it('is rendered with its templates, and told at the value', () => {
    const { findings, notes } = lintTexts({ ...common, ...app });
    expect(notes).toEqual([]);
    expect(
      findings.map(
        ({ rule, severity, span }) =>
          `${span.source.path}:${positionAt(span.source, span.start).line} ${severity} ${rule}`,
      ),
    ).toEqual(['apps/a/values.yaml:1 error docker-socket-mount']);
  });

  it('says what is missing where no folder of the repository has it', () => {
    expect(lintTexts(app).notes.map(({ message }) => message)).toContain('dependency common is not in charts/');
  });

  it('shows the templates of the neighbour in the neighbour’s own files', () => {
    const agent = {
      ...chart('agent'),
      'agent/templates/pod.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: b, volumeMounts: [{name: s, mountPath: /s}]}]\n  volumes:\n    - name: s\n      hostPath:\n        path: /var/run/docker.sock\n',
    };
    const { findings } = lintTexts({ ...agent, ...chart('all', ['../agent'], 'description: docker\n') });
    expect(findings.map(({ span }) => span.source.path)).toEqual(['agent/templates/pod.yaml']);
  });
});
