/** A pod that mounts the socket, with one finding of its own in the sixth line. */
export const SOCKET_POD = [
  'apiVersion: v1',
  'kind: Pod',
  'metadata: {name: agent}',
  'spec:',
  '  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /s}]}]',
  '  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]',
  '',
].join('\n');
