/** Flags in files of kubeadm, by the Kubernetes versions whose kubeadm reads them. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../support/in-memory.ts';

const join = (version: string, argument: string) => ({
  'join.yaml': `apiVersion: kubeadm.k8s.io/${version}\nkind: JoinConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    ${argument}\n`,
});

describe('a flag in a file of kubeadm', () => {
  it.each(['v1beta1', 'v1beta2'])('that outlived the version of the file breaks no kubelet: %s', (version) => {
    expect(linesOf(join(version, 'container-runtime: remote'))).toEqual([
      'join.yaml:5 notice kubelet-container-runtime-flag',
    ]);
  });

  it.each([
    ['v1beta3', 'container-runtime: remote', 'error kubelet-container-runtime-flag'],
    ['v1beta2', 'container-runtime: docker', 'error kubelet-container-runtime-flag'],
    ['v1beta2', 'network-plugin: cni', 'error kubelet-dockershim-flag'],
  ])('that went before the version of the file does: %s with %s', (version, argument, told) => {
    expect(linesOf(join(version, argument))).toEqual([`join.yaml:5 ${told}`]);
  });
});

describe('a script that asks for a container in several ways', () => {
  const script = (test: string) => ({
    'pod.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      command:\n        - sh\n        - -c\n        - |\n          if ${test}; then echo yes; fi\n`,
  });

  it.each([
    '[ -f /.dockerenv ] || [ -n "$ECS_CONTAINER_METADATA_URI" ]',
    '[ -f /.dockerenv ] || [ -n "${KUBERNETES_PORT}" ]',
  ])('finds it without Docker: %s', (test) => {
    expect(linesOf(script(test)).filter((line) => !line.includes(' notice '))).toEqual([]);
  });

  it('finds none where the other test is of something else', () => {
    expect(linesOf(script('[ -f /.dockerenv ] || [ "$USER" = root ]'))).toEqual([
      'pod.yaml:11 warning docker-env-detection',
    ]);
  });
});
