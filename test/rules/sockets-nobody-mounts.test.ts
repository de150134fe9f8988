/** Addresses of Docker's socket in a text that a pod reads which has no way to the socket. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../support/in-memory.ts';

const console = (text: string, volume: string) => ({
  'console.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  ${text}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, image: acme/console:1, volumeMounts: [{name: s, mountPath: /etc/acme}, {name: v, mountPath: /v}]}\n  volumes:\n    - {name: s, configMap: {name: settings}}\n    - {name: v, ${volume}}\n`,
});

describe('a variable in a file of a ConfigMap', () => {
  it.each(['acme.env: DOCKER_SOCKET=/var/run/docker.sock', 'acme.yaml: "docker_socket: /var/run/docker.sock"'])(
    'breaks nothing where no pod that reads it can reach the socket: %s',
    (text) => {
      expect(linesOf(console(text, 'emptyDir: {}'))).toEqual(['console.yaml:5 notice docker-socket-endpoint']);
    },
  );

  it('is an error beside the mount', () => {
    const lines = linesOf(
      console('acme.env: DOCKER_SOCKET=/var/run/docker.sock', 'hostPath: {path: /var/run/docker.sock}'),
    );
    expect(lines).toContain('console.yaml:5 error docker-socket-endpoint');
  });
});
