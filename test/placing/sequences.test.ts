/** Scripts of one folder that are numbered run on one machine, one after the other. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../support/in-memory.ts';
import { engineOf, placeOf, placesOf } from './places.ts';

/** Where the first of the scripts runs, of which the last makes its machine a node. */
function placeBeside(...paths: readonly string[]): string {
  const files: Files = Object.fromEntries(
    paths.map((path, i) => [path, i === paths.length - 1 ? 'kubeadm init\n' : 'docker ps\n']),
  );
  return placeOf(paths[0] ?? '', files);
}

describe('a numbered script', () => {
  it.each([
    [['up/01-engine.sh', 'up/02-join.sh']],
    [['up/01_engine.sh', 'up/02_join.sh']],
    [['up/1.engine.sh', 'up/2.join.sh']],
    [['up/1 engine.sh', 'up/2 join.sh']],
    [['up/_01-engine.sh', 'up/_02-join.sh']],
    [['up/001-engine.ps1', 'up/100-join.sh']],
  ])('is for the node that another one of them makes: %j', (paths) => {
    expect(placeBeside(...paths)).toBe('node');
  });

  it.each([
    [['up/1234-engine.sh', 'up/1235-join.sh']],
    [['up/01-engine.sh', 'up/01-join.sh']],
    [['up/01-engine.sh', 'other/02-join.sh']],
    [['up/engine.sh', 'up/02-join.sh']],
    [['up/01-engine.txt', 'up/02-join.sh']],
    [['up/01-docker.sh', 'up/01-other.sh', 'up/02-join.sh']],
  ])('is not where its machine may be another one, or runs only one of the two: %j', (paths) => {
    expect(placeBeside(...paths)).not.toBe('node');
  });

  it('is said to stand beside it', () => {
    expect(placesOf({ 'up/01-engine.sh': 'docker ps\n', 'up/02-join.sh': 'kubeadm init\n' })['up/01-engine.sh']).toBe(
      'node: the scripts beside it set up nodes (up/02-join.sh, line 1 calls kubeadm init)',
    );
  });

  it('is for no node that only names what a node has', () => {
    expect(placeOf('up/01-engine.sh', { 'up/01-engine.sh': 'docker ps\n', 'up/02-a.sh': 'crictl ps\n' })).toBe(
      'unknown',
    );
  });

  it('stays a server that starts containers with the engine which it installs', () => {
    const server = 'apt-get install -y docker.io\ndocker run -d acme/proxy\n';
    expect(placeOf('up/01-proxy.sh', { 'up/01-proxy.sh': server, 'up/02-join.sh': 'kubeadm init\n' })).toBe('unknown');
  });

  it('has the engine that another one of them installs', () => {
    const node = { 'up/02-node.sh': 'kubeadm init\ndocker ps\n' };
    expect(engineOf('up/02-node.sh', { ...node, 'up/01-engine.sh': 'apt-get install -y docker-ce\n' })).toBe('own');
    expect(engineOf('up/02-node.sh', { ...node, 'up/01-engine.sh': 'apt-get install -y podman\n' })).toBeUndefined();
  });
});
