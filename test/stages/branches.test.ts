/** A script that chooses Docker itself, and has a branch for another runtime, is mended at that choice. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

const found = (script: string) =>
  lintTexts({ 'renew.sh': `#!/bin/bash\nsystemctl restart kubelet\n${script}` }).findings.map(
    ({ rule, severity, related }) => [rule, severity, related.length],
  );

describe('the branch of a script for Docker', () => {
  const branches = (other: string) =>
    `case $CRI in\n  docker)\n    docker ps -q | xargs docker restart\n    ;;\n  ${other})\n    crictl ps -q\n    ;;\nesac\n`;

  it('is shown where the script chooses Docker', () => {
    expect(found(`CRI=docker\n${branches('containerd')}`)).toEqual([['provisioner-docker-runtime', 'warning', 1]]);
    expect(found(`RUNTIME_TYPE=docker\nif [ $RUNTIME_TYPE = docker ]; then docker ps; else crictl ps; fi\n`)).toEqual([
      ['docker-cli-command', 'error', 1],
    ]);
    expect(found(`runtime_type=docker\n${branches('containerd').replace('$CRI', '$runtime_type')}`)).toEqual([
      ['provisioner-docker-runtime', 'warning', 1],
    ]);
  });

  it('is loud by itself where there is no other one', () => {
    expect(found('CRI=docker\ncase $CRI in docker) docker ps ;; esac\n').map(([rule]) => rule)).toContain(
      'docker-cli-command',
    );
    expect(found('CRI=docker\ndocker ps\n').map(([rule]) => rule)).toContain('docker-cli-command');
  });

  it('is a notice where Docker is not chosen', () => {
    expect(found(`CRI=containerd\n${branches('containerd')}`)).toEqual([['docker-cli-command', 'notice', 1]]);
  });

  it('leaves flags of the kubelet errors of their own', () => {
    const flags =
      'if [ "$CRI" = docker ]; then kubelet --network-plugin=cni; elif [ "$CRI" = containerd ]; then kubelet; fi\n';
    expect(found(`CRI=docker\n${flags}`).map(([rule, severity]) => [rule, severity])).toContainEqual([
      'kubelet-dockershim-flag',
      'error',
    ]);
  });
});

describe('advice for a branch whose choice is told nowhere', () => {
  it('is to choose another runtime', () => {
    const script =
      '#!/bin/bash\nsystemctl restart kubelet\nENGINE=docker\nif [ "$ENGINE" = docker ]; then docker ps; else nerdctl ps; fi\n';
    const [one] = lintTexts({ 'node.sh': script }).findings;
    expect([one?.rule, one?.instead, one?.fix]).toEqual([
      'docker-cli-command',
      'Set ENGINE to the runtime of the nodes: this branch is for Docker, and the file has one for another runtime',
      undefined,
    ]);
  });
});
