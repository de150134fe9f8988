/** Folders of Docker that a container uses as any folder of the node. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../support/in-memory.ts';

const pod = (more: string) => ({
  'pod.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: acme/pool\n      ${more}\n      volumeMounts: [{name: store, mountPath: /var/lib/docker}]\n  volumes:\n    - {name: store, hostPath: {path: /var/lib/docker}}\n`,
});
const told = (more: string) => linesOf(pod(more)).filter((line) => line.startsWith('pod.yaml:11'));

describe('a mount of the folder of Docker', () => {
  it.each(['env: [{name: POOL, value: /var/lib/docker/acme-pool}]', 'args: [/var/lib/docker/acme-pool]'])(
    'serves a program that keeps its own files there: %s',
    (more) => {
      expect(told(more)).toEqual(['pod.yaml:11 notice docker-host-path']);
    },
  );

  it.each([
    'env: [{name: LOGS, value: /var/lib/docker/containers}]',
    'env: [{name: ROOT, value: /var/lib/docker}]',
    'args: [--v=2]',
  ])('serves none that looks for what Docker keeps: %s', (more) => {
    expect(told(more)).toEqual(['pod.yaml:11 warning docker-host-path']);
  });
});
