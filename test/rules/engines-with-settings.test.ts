/** A pod whose container is given the settings of dockerd has an engine of its own, unless the node’s is in reach. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

const told = (files: Files) =>
  lintTexts(files).findings.map(({ span, severity, rule }) => `${span.source.path}: ${severity} ${rule}`);

const SETTINGS = `apiVersion: v1
kind: ConfigMap
metadata: {name: engine-settings}
data:
  daemon.json: |
    {"insecure-registries": ["registry.example.com"]}
`;

const runner = (volumes: string, mountPath = '/etc/docker/daemon.json') => `apiVersion: ci.example.com/v1
kind: RunnerPool
metadata: {name: runners}
spec:
  template:
    spec:
      containers:
        - name: engine
          volumeMounts:
            - {name: settings, mountPath: ${mountPath}, subPath: daemon.json}
      volumes:
        - {name: settings, configMap: {name: engine-settings}}
${volumes}`;

const host = (path: string) => `        - {name: host, hostPath: {path: ${path}}}\n`;

describe('settings of dockerd that a container is given', () => {
  it.each(['/etc/docker/daemon.json', '/etc/docker', '/etc/docker/'])('are for the engine in it at %s', (path) => {
    expect(told({ 'settings.yaml': SETTINGS, 'runners.yaml': runner('', path) })).toEqual([]);
    expect(told({ 'settings.yaml': SETTINGS, 'runners.yaml': runner(host('/data'), path) })).toEqual([]);
  });

  it.each(['/', '/etc', '/etc/docker'])('may be copied to the node where %s of it is mounted', (path) => {
    expect(told({ 'settings.yaml': SETTINGS, 'runners.yaml': runner(host(path)) })).toContain(
      'settings.yaml: error docker-daemon-config',
    );
  });

  it('may be for the node at a place where no dockerd looks', () => {
    expect(told({ 'settings.yaml': SETTINGS, 'runners.yaml': runner('', '/settings/daemon.json') })).toEqual([
      'settings.yaml: warning docker-daemon-config',
    ]);
  });

  it('make no engine beside the socket of the node', () => {
    expect(told({ 'settings.yaml': SETTINGS, 'runners.yaml': runner(host('/var/run/docker.sock')) })).toContain(
      'runners.yaml: error docker-socket-mount',
    );
  });
});
