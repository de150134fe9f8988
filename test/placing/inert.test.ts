/** Objects that no cluster starts a container of say little of what runs on a node. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

const told = (files: Files) =>
  lintTexts(files).findings.map(({ span, severity, rule }) => `${span.source.path}: ${severity} ${rule}`);

const VOLUME = 'volumes: [{name: engine, hostPath: {path: /var/run/docker.sock}}]';
const mounting = (image: string) =>
  `containers: [{name: app, ${image}volumeMounts: [{name: engine, mountPath: /var/run/docker.sock}]}]`;

const controller = (image: string, kind = 'Deployment') => `apiVersion: apps/v1
kind: ${kind}
metadata: {name: app}
spec:
  template:
    spec:
      ${mounting(image)}
      ${VOLUME}
`;
const pod = (image: string) => `apiVersion: v1
kind: Pod
metadata: {name: app}
spec:
  ${mounting(image)}
  ${VOLUME}
`;

describe('a controller without an image', () => {
  it.each(['Deployment', 'DaemonSet', 'StatefulSet', 'DeploymentConfig'])('is a notice: %s', (kind) => {
    expect(told({ 'checks/socket.yml': controller('', kind) })).toEqual([
      'checks/socket.yml: notice docker-socket-mount',
    ]);
  });

  it('is told as loud as any where it has one', () => {
    expect(told({ 'checks/socket.yml': controller('image: acme/app, ') })).toEqual([
      'checks/socket.yml: error docker-socket-mount',
    ]);
  });

  it('is a patch where a kustomization names it, or where it says so', () => {
    const patch = controller('');
    expect(
      told({
        'base/kustomization.yaml': 'resources: [app.yaml]\n',
        'over/kustomization.yaml': 'resources: [../base]\npatches: [{path: patches/socket.yml}]\n',
        'over/patches/socket.yml': patch,
      }),
    ).toEqual(['over/patches/socket.yml: error docker-socket-mount']);
    expect(told({ 'over/socket.yml': `#@ load("@ytt:overlay", "overlay")\n${patch}` })).toEqual([
      'over/socket.yml: error docker-socket-mount',
    ]);
  });

  it('is a template of a chart whose value for the image is not set', () => {
    expect(
      told({
        'chart/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n',
        'chart/values.yaml': 'app: {}\n',
        'chart/templates/app.yaml': controller('image: {{ .Values.app.image }}, '),
      }),
    ).toEqual(['chart/templates/app.yaml: error docker-socket-mount']);
  });
});

describe('a pod', () => {
  it('may be the template of a tool that brings the image', () => {
    expect(told({ 'agents/pod.yaml': pod('') })).toEqual(['agents/pod.yaml: error docker-socket-mount']);
  });

  it('of the empty image is never started', () => {
    expect(told({ 'fixtures/pod.yaml': pod('image: scratch, ') })).toEqual([
      'fixtures/pod.yaml: notice docker-socket-mount',
    ]);
    expect(told({ 'fixtures/pod.yaml': pod('image: acme/scratch, ') })).toEqual([
      'fixtures/pod.yaml: error docker-socket-mount',
    ]);
  });
});
