/** Files that a repository keeps once for each version: only the newest is for the nodes of today. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

function severities(texts: Readonly<Record<string, string>>): readonly string[] {
  return lintTexts(texts).findings.map(({ span, severity }) => `${span.source.path} ${severity}`);
}

describe('a configuration of kubeadm', () => {
  const judged = (...paths: readonly string[]) =>
    severities(
      Object.fromEntries(
        paths.map((path) => {
          const version = /v1(?:alpha|beta)\d/.exec(path)?.[0];
          const text = `apiVersion: kubeadm.k8s.io/${version}\nkind: InitConfiguration\nnodeRegistration:\n  criSocket: /var/run/dockershim.sock\n`;
          return [path, text];
        }),
      ),
    );

  it.each([
    [
      ['init.v1beta2.yaml', 'init.v1beta3.yaml'],
      ['notice', 'error'],
    ],
    [
      ['init.v1alpha3.yaml', 'init.v1beta1.yaml'],
      ['notice', 'error'],
    ],
    [
      ['v1beta2/init.yaml', 'v1beta3/init.yaml'],
      ['notice', 'error'],
    ],
    [
      ['init.v1beta1.yaml', 'init.v1beta2.yaml', 'init.v1beta3.yaml'],
      ['notice', 'notice', 'error'],
    ],
    [['init.v1beta3.yaml'], ['error']],
    [
      ['init.v1beta3.yaml', 'init.v1beta4.yaml'],
      ['error', 'error'],
    ],
    [
      ['init.v1beta2.yaml', 'other.v1beta3.yaml'],
      ['error', 'error'],
    ],
    [
      ['init.xv1beta2.yaml', 'init.xv1beta3.yaml'],
      ['error', 'error'],
    ],
  ])('is for the older Kubernetes beside one of a newer version: %j', (paths, expected) => {
    expect(judged(...paths)).toEqual(paths.map((path, i) => `${path} ${expected[i]}`));
  });
});

describe('a script or unit for a release of Kubernetes', () => {
  const unit = '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/kubelet\n';
  const script = 'kubeadm init\nsystemctl restart docker\n';
  const judged = (paths: readonly string[]) =>
    severities(Object.fromEntries(paths.map((path) => [path, path.endsWith('.sh') ? script : unit])));

  it.each([
    ['kubeadm/v1.9.1/init.sh', 'kubeadm/v1.10.0/init.sh'],
    ['kubeadm/1.9.1-a/init.sh', 'kubeadm/1.10.0-a/init.sh'],
    ['kubernetes.1.9/init.sh', 'kubernetes.1.10/init.sh'],
    ['k8s-1.9/init.sh', 'k8s-1.10/init.sh'],
    ['kube_1.9.sh', 'kube_1.10.sh'],
    ['20-kubelet-v1.10.conf', '20-kubelet-v1.12.conf'],
  ])('is no longer for all beside that for a later one: %s, %s', (older, newer) => {
    const found = judged([older, newer]);
    expect(found).toContain(`${older} notice`);
    expect(found).not.toContain(`${newer} notice`);
  });

  it.each([
    [['kubeadm/v1.9.1/init.sh']],
    [['kubeadm/v1.9.1/init.sh', 'kubeadm/v1.9.2/init.sh']],
    [['kubernetes/1.9/a.sh', 'kubernetes/1.10/b.sh']],
    [['kubernetes/2.9/init.sh', 'kubernetes/2.10/init.sh']],
    [['tool/v1.9/init.sh', 'tool/v1.10/init.sh']],
    [['units/v1.6/kubelet.service', 'units/v1.8/kubelet.service']],
    [['units/v1.6/kubelet.service', 'units/kubelet.service']],
  ])('is for all where none is for a later release of the same file: %j', (paths) => {
    expect(judged(paths).filter((line) => line.endsWith(' notice'))).toEqual([]);
  });

  it('is for its release alone where a file beside the folders is for all later ones', () => {
    expect(judged(['units/v1.6/kubelet.service', 'units/v1.8/kubelet.service', 'units/kubelet.service'])).toEqual([
      'units/kubelet.service error',
      'units/v1.6/kubelet.service notice',
      'units/v1.8/kubelet.service notice',
    ]);
  });
});
