/** Helpers for credentials in what pods run are for a client in the pod, and never for the kubelet. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

const told = (files: Files) =>
  lintTexts(files).findings.map(({ span, severity, rule }) => `${span.source.path}: ${severity} ${rule}`);

const HELPER = '{"credHelpers": {"registry.example.com": "ecr-login"}}';

describe('a helper for credentials', () => {
  it('is quiet in the values of a chart, which gives it to its builders', () => {
    expect(
      told({
        'builds/Chart.yaml': 'apiVersion: v2\nname: builds\nversion: 1.0.0\n',
        'builds/values.yaml': `secrets:\n  dockerConfig: |-\n    ${HELPER}\n  other: |-\n    {"credsStore": "acr"}\n`,
        'releases/builds.values.yaml.gotmpl': `secrets:\n  dockerConfig: |-\n    ${HELPER}\n`,
      }),
    ).toEqual([]);
  });

  it('is quiet in what a container of a pod writes for itself', () => {
    expect(
      told({
        'build.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: build}\nspec:\n  containers:\n    - name: kaniko\n      image: acme/builder:1\n      command: [sh, -c]\n      args:\n        - echo '${HELPER}' > /root/.docker/config.json\n`,
      }),
    ).toEqual([]);
  });

  it('is told on a node', () => {
    expect(
      told({
        'nodes/join.sh': `#!/bin/bash\nkubeadm join --config /etc/join.yaml\necho '${HELPER}' > /root/.docker/config.json\n`,
      }),
    ).toContain('nodes/join.sh: warning node-registry-credentials');
  });
});
