/** Docker Engine beside the kubelet's own runtime: the host runs containers with it, and nothing of them is the kubelet's. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

function unit(endpoint: string): string {
  return [
    '[Unit]',
    'Requires=docker.service',
    'After=docker.service',
    '[Service]',
    'Environment=KUBELET_IMAGE=registry.example.com/kubelet:v1.33.0',
    'ExecStartPre=/usr/bin/docker run -d --name kubelet --privileged \\',
    '  ${KUBELET_IMAGE} \\',
    `  --config=/etc/kubernetes/kubelet.yaml${endpoint}`,
    'ExecStart=docker logs -f kubelet',
    'ExecStop=docker stop kubelet',
    '',
  ].join('\n');
}

function found(text: string): readonly string[] {
  return lintTexts({ 'etc/systemd/system/kubelet.service': text }).findings.map(({ span, severity, rule }) => {
    const line = span.source.text.slice(0, span.start).split('\n').length;
    return `${line} ${severity} ${rule}`;
  });
}

describe('a kubelet that runs as a container of Docker', () => {
  it('and is given the socket of containerd needs Docker Engine on its host, and no dockershim', () => {
    const lines = found(unit(' \\\n  --container-runtime-endpoint=unix:///run/containerd/containerd.sock'));
    expect(lines.map((line) => line.split(' ')[1])).toEqual(lines.map(() => 'notice'));
    expect(lines).toContain('2 notice docker-service-unit');
    expect(lines).toContain('11 notice docker-cli-command');
  });

  it('and is given no other runtime goes with Docker', () => {
    const lines = found(unit(''));
    expect(lines).toContain('2 error docker-service-unit');
    expect(lines).toContain('9 error docker-cli-command');
  });
});
