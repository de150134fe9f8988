/** What findings say for each target, and which fixes they carry. */
import { describe, expect, it } from 'vitest';
import type { TargetRuntime } from '../../src/model/target.ts';
import { positionAt, spanText } from '../../src/text/source.ts';
import { lintTexts } from '../support/in-memory.ts';

function findings(text: string, runtime: TargetRuntime = 'containerd', minor = 37) {
  return lintTexts(
    { 'node/setup.sh': `#!/bin/bash\nkubeadm join --config /etc/join.yaml\n${text}\n` },
    { target: { runtime, minor } },
  ).findings;
}

const advice = (text: string, runtime?: TargetRuntime) => findings(text, runtime).map((finding) => finding.instead);

describe('advice', () => {
  it('is the command for this line', () => {
    expect(advice('docker ps -aq')).toEqual(['`crictl ps -a -q` (or: kubectl get pods -o wide)']);
  });

  it('speaks the language of the target', () => {
    const line = 'crictl --runtime-endpoint unix:///var/run/dockershim.sock ps';
    expect(advice(line)).toEqual(['Write unix:///run/containerd/containerd.sock']);
    expect(advice(line, 'cri-o')).toEqual(['Write unix:///run/crio/crio.sock']);
    expect(advice(line, 'cri-dockerd')).toEqual(['Write unix:///run/cri-dockerd.sock']);
    expect(advice('systemctl restart docker', 'cri-o')[0]).toContain('crio');
  });

  it('lists the counterpart of every key of a daemon.json that a script writes', () => {
    const text =
      'cat > /etc/docker/daemon.json <<EOF\n{"insecure-registries": ["reg:5000"], "log-opts": {"max-size": "9m"}}\nEOF';
    const [finding] = findings(text);
    expect(finding?.severity).toBe('error');
    expect(finding?.instead).toContain('/etc/containerd/certs.d/reg:5000/hosts.toml');
    expect(finding?.related.map(({ span }) => spanText(span))).toEqual(['reg:5000', '9m']);
    expect(findings(text, 'cri-dockerd')).toEqual([]);
  });

  it('is about the line that sets a variable, once', () => {
    const found = findings(
      'SOCK=/var/run/docker.sock\ncurl --unix-socket "$SOCK" http://x/a\ncurl --unix-socket "$SOCK" http://x/b',
    );
    expect(found.map(({ span }) => positionAt(span.source, span.start).line)).toEqual([3]);
  });
});

describe('fixes', () => {
  const fixes = (text: string, runtime?: TargetRuntime) =>
    findings(text, runtime).map(({ span, fix }) => [spanText(span), fix?.replacement]);

  it('delete flags whose value is what the runtime does anyway', () => {
    expect(fixes('KUBELET_EXTRA_ARGS="--network-plugin=cni --v=2"')).toEqual([['--network-plugin=cni', '']]);
    expect(fixes('/usr/bin/kubelet --container-runtime=remote')).toEqual([['--container-runtime=remote', '']]);
  });

  it('leave other values to people', () => {
    expect(fixes('/usr/bin/kubelet --cni-conf-dir=/custom')).toEqual([['--cni-conf-dir=/custom', undefined]]);
  });

  it('name the socket in place of docker, unless it is named already', () => {
    const flag = '--container-runtime=docker';
    const socket = '--container-runtime-endpoint=unix:///run/containerd/containerd.sock';
    expect(fixes(`/usr/bin/kubelet ${flag}`)).toEqual([[flag, socket]]);
    expect(fixes(`/usr/bin/kubelet ${flag}`, 'cri-o')).toEqual([
      [flag, '--container-runtime-endpoint=unix:///run/crio/crio.sock'],
    ]);
    expect(fixes(`/usr/bin/kubelet ${flag} ${socket}`)).toEqual([[flag, '']]);
  });

  it('leave flags that move to cri-dockerd', () => {
    expect(fixes('/usr/bin/kubelet --network-plugin=cni', 'cri-dockerd')).toEqual([
      ['--network-plugin=cni', undefined],
    ]);
  });
});
