/** Volumes that a workflow of Argo has for the pods of all its templates. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../support/in-memory.ts';

const workflow = (mounts: string) => ({
  'build.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {generateName: a-}\nspec:\n  entrypoint: build\n  volumes:\n    - name: docker\n      hostPath: {path: /var/run/docker.sock}\n  templates:\n    - name: build\n      container:\n        image: acme/build\n        command: [run]\n${mounts}`,
});

describe('the socket of Docker in a workflow', () => {
  it('breaks nothing where no template mounts it', () => {
    expect(linesOf(workflow(''))).toEqual(['build.yaml:8 notice docker-socket-mount']);
  });

  it('is missing where one does', () => {
    const mounts = '        volumeMounts: [{name: docker, mountPath: /var/run/docker.sock}]\n';
    expect(linesOf(workflow(mounts))).toEqual(['build.yaml:8 error docker-socket-mount']);
  });
});
