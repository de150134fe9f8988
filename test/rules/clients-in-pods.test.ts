/** Clients of Docker in pods: which volume brings them the socket, and which engine answers. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

function linesOf(files: Files): readonly string[] {
  return lintTexts(files).findings.map(({ span, severity, rule }) => {
    const line = span.source.text.slice(0, span.start).split('\n').length;
    return `${line} ${severity} ${rule}`;
  });
}

describe('a folder of the node that brings the socket', () => {
  const peer = (mount: string, value: string, image = 'hyperledger/fabric-peer:2.2') => `apiVersion: v1
kind: Pod
metadata: {name: peer}
spec:
  containers:
    - name: peer
      image: ${image}
      env: [{name: CORE_VM_ENDPOINT, value: '${value}'}]
      volumeMounts: [{name: run, mountPath: ${mount}}]
  volumes: [{name: run, hostPath: {path: /var/run}}]
`;

  it.each(['/host/var/run', '/host/var/run/'])('is one finding with the variable of the client: %s', (mount) => {
    const { findings } = lintTexts({ 'peer.yaml': peer(mount, 'unix:///host/var/run/docker.sock') });
    expect(findings.map(({ severity, rule, related }) => [severity, rule, related.length])).toEqual([
      ['error', 'docker-socket-endpoint', 2],
    ]);
  });

  it('is told by itself where the variable is another one, with what the program wants', () => {
    const { findings } = lintTexts({ 'peer.yaml': peer('/host/run', 'unix:///host/var/run/docker.sock') });
    expect(findings.map(({ severity, rule }) => [severity, rule])).toEqual([
      ['notice', 'docker-socket-endpoint'],
      ['warning', 'docker-socket-parent-mount'],
    ]);
    expect(findings[1]?.instead).toContain('run chaincode as a service');
  });
});

describe('the address of an engine in the values of a server that makes pods', () => {
  const values = (tag: string) => `additionalAgents:
  docker:
    envVars: [{name: DOCKER_HOST, value: "unix:///var/run/docker.sock"}]
    additionalContainers:
      - image: {repository: acme/docker, tag: ${tag}}
  other:
    envVars: [{name: DOCKER_HOST, value: "unix:///var/run/docker.sock"}]
`;
  it('is right for the pods that have one', () => {
    const endpoints = (tag: string) =>
      linesOf({ 'values.yaml': values(tag) }).filter((line) => line.includes('endpoint'));
    expect(endpoints('28-dind')).toEqual(['7 error docker-socket-endpoint']);
    expect(endpoints('28-cli').length).toBe(2);
  });
});

describe('a volume of an agent in the values of Jenkins', () => {
  it('is for builds', () => {
    const volume = (type: string) =>
      `Agent:\n  volumes:\n    - type: ${type}\n      hostPath: /var/run/docker.sock\n      mountPath: /var/run/docker.sock\n`;
    const advice = (type: string) => lintTexts({ 'values.yaml': volume(type) }).findings.map(({ instead }) => instead);
    expect(advice('HostPath')).toEqual([expect.stringMatching(/^Delete the mount: build images with BuildKit/)]);
    expect(advice('hostPath')).toEqual([expect.stringMatching(/^Delete the mount where nothing opens it/)]);
  });
});

describe('a pod of a Jenkinsfile that mounts the socket', () => {
  it('builds, whatever its container is called', () => {
    const pipeline = `pipeline {
  agent {
    kubernetes {
      yaml """
apiVersion: v1
kind: Pod
spec:
  containers:
    - {name: charts, image: acme/charts, volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}
  volumes:
    - {name: s, hostPath: {path: /var/run/docker.sock}}
"""
    }
  }
}
`;
    expect(lintTexts({ Jenkinsfile: pipeline }).findings.map(({ instead }) => instead)).toEqual([
      'Delete the mount: build images with BuildKit or Buildah, or with a docker:dind sidecar and DOCKER_HOST=tcp://localhost:2376',
    ]);
  });
});

describe('a version of the API', () => {
  it('is no finding where a script hands it on as it came', () => {
    const told = (line: string) =>
      lintTexts({ 'run.sh': `#!/bin/sh\nkubeadm join a\n${line}\n` }).findings.map(({ rule }) => rule);
    expect(told('DOCKER_API_VERSION=$DOCKER_API_VERSION ./run')).toEqual([]);
    expect(told('DOCKER_API_VERSION=1.24 ./run')).toEqual(['docker-socket-endpoint']);
  });
});
