/** Values of a sub-chart are what the chart around it leaves of them, and off where it leaves the sub-chart off. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

const told = (files: Files) =>
  lintTexts(files).findings.map(({ span, severity, rule }) => `${span.source.path}: ${severity} ${rule}`);

const INPUTS = 'config:\n  filebeat.inputs:\n    - type: log\n    - type: docker\n      containers.ids: ["*"]\n';
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: {name: c}\ndata:\n  c: {{ toYaml .Values.config | b64enc }}\n';

/** `dependency`: lines of requirements.yaml below the name. */
function logs(values: string, dependency = '', at = 'logs/charts/shipper'): Files {
  return {
    'logs/Chart.yaml': 'apiVersion: v1\nname: logs\nversion: 1.0.0\n',
    'logs/requirements.yaml': `dependencies:\n  - name: shipper\n    version: 1.0.0\n${dependency}`,
    'logs/values.yaml': values,
    [`${at}/Chart.yaml`]: 'apiVersion: v1\nname: shipper\nversion: 1.0.0\n',
    [`${at}/values.yaml`]: INPUTS,
    [`${at}/templates/secret.yaml`]: SECRET,
  };
}

const SHIPPER = 'logs/charts/shipper/values.yaml';

describe('the values of a sub-chart', () => {
  it('hold where the chart around it says nothing', () => {
    expect(told(logs('{}\n'))).toEqual([`${SHIPPER}: warning docker-log-format`]);
    expect(told(logs('shipper: {enabled: true}\n', '    condition: shipper.enabled\n'))).toEqual([
      `${SHIPPER}: warning docker-log-format`,
    ]);
  });

  it('are off where its condition is not met by default', () => {
    const off = [`${SHIPPER}: notice docker-log-format`];
    expect(told(logs('shipper: {enabled: false}\n', '    condition: shipper.enabled\n'))).toEqual(off);
    expect(told(logs('features: {logs: false}\n', '    condition: features.absent, features.logs\n'))).toEqual(off);
    expect(told(logs('s: {enabled: false}\n', '    alias: s\n    condition: s.enabled\n'))).toEqual(off);
  });

  it('are on where the first condition that is answered is met', () => {
    const values = 'features: {logs: true, all: false}\n';
    expect(told(logs(values, '    condition: features.logs,features.all\n'))).toEqual([
      `${SHIPPER}: warning docker-log-format`,
    ]);
  });

  it('give way to a list of the chart around it', () => {
    const own = 'shipper:\n  config:\n    filebeat.inputs:\n      - type: container\n';
    expect(told(logs(own))).toEqual([]);
    expect(told(logs('shipper:\n  config:\n    other.inputs:\n      - type: container\n'))).toEqual([
      `${SHIPPER}: warning docker-log-format`,
    ]);
  });

  it('are called by the name of the sub-chart, not by its folder', () => {
    const folder = 'logs/charts/shipper-1.0.0';
    const dependency = '    condition: shipper.enabled\n';
    expect(told(logs('shipper: {enabled: false}\n', dependency, folder))).toEqual([
      `${folder}/values.yaml: notice docker-log-format`,
    ]);
  });
});

describe('the mount beside a parser that is off', () => {
  const daemon = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: shipper}
spec:
  template:
    spec:
      containers:
        - name: shipper
          image: docker.elastic.co/beats/filebeat:7.17.0
          volumeMounts: [{name: logs, mountPath: /var/log}, {name: docker, mountPath: /var/lib/docker/containers}]
      volumes:
        - {name: logs, hostPath: {path: /var/log}}
        - {name: docker, hostPath: {path: /var/lib/docker/containers}}
`;

  it('is told with it', () => {
    const files = { ...logs('shipper: {enabled: false}\n', '    condition: shipper.enabled\n') };
    const template = 'logs/charts/shipper/templates/daemon.yaml';
    expect(told({ ...files, [template]: daemon })).toEqual([`${SHIPPER}: notice docker-log-format`]);
    expect(told({ ...logs('{}\n'), [template]: daemon })).toEqual([`${SHIPPER}: warning docker-log-format`]);
  });
});
