/** Values of a chart that stand in files of other names. */
import { describe, expect, it } from 'vitest';
import { type Files, loud } from '../support/in-memory.ts';

const CHART: Files = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: probe\nversion: 1.0.0\n',
  'chart/values.yaml': 'replicas: 1\nhostVolumes: []\n',
  'chart/templates/a.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {n: "{{ .Values.replicas }}{{ .Values.hostVolumes }}"}\n',
};
const OWN = 'replicas: 2\nhostVolumes:\n- name: s\n  hostPath: /var/run/docker.sock\n';

describe('a file with the keys of the chart around it', () => {
  it.each(['chart/examples/production.yaml', 'chart/staging.yml'])('holds its values: %s', (path) => {
    expect(loud({ ...CHART, [path]: OWN })).toEqual([
      `${path}:4:13 warning docker-socket-mount "/var/run/docker.sock"`,
    ]);
  });

  it('is a warning at most: somebody has to hand it to the chart', () => {
    const agent =
      'replicas: 2\nhostVolumes:\n  docker:\n    endpoint: unix:///var/run/docker.sock\n    gather_services: false\n';
    const severity = (path: string) => loud({ ...CHART, [path]: agent }).map((line) => line.split(' ')[1]);
    expect(severity('chart/examples/values-docker.yaml')).toEqual(['error']);
    expect(severity('chart/examples/docker.yaml')).toEqual(['warning']);
  });

  it.each([
    ['another key', `${OWN}other: 1\n`],
    ['one key alone', OWN.replace('replicas: 2\n', '')],
    ['a list', `- ${OWN.replace(/\n(?=.)/g, '\n  ')}`],
    ['several documents', `${OWN}---\n${OWN}`],
  ])('holds none with %s', (_, text) => {
    expect(loud({ ...CHART, 'chart/examples/production.yaml': text })).toEqual([]);
  });

  it('holds none outside of the chart', () => {
    expect(loud({ ...CHART, 'examples/production.yaml': OWN })).toEqual([]);
  });

  it('stays what it is where its name says that', () => {
    const manifest = 'apiVersion: v1\nkind: Pod\nreplicas: 1\nhostVolumes: []\n# docker.sock\n';
    expect(loud({ ...CHART, 'chart/examples/pod.yaml': manifest })).toEqual([]);
  });
});
