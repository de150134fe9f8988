import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder } from '../support/command-line.ts';

let folder: Folder;
afterEach(() => folder?.remove());

const MOUNT = (path: string) =>
  `apiVersion: v1
kind: Pod
metadata: { name: x }
spec:
  containers: [{ name: c, image: x, volumeMounts: [{ name: s, mountPath: /s }] }]
  volumes: [{ name: s, hostPath: { path: ${path} } }]
`;
const FILES = {
  'charts/agent/Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
  'charts/agent/values.yaml': 'socket: /var/run/docker.sock\n',
  'charts/agent/templates/pod.yaml': MOUNT('{{ .Values.socket }}'),
  'charts/agent/templates/other.yaml': MOUNT('/var/run/docker.sock'),
};

describe('a part of a chart', () => {
  it.each([
    [['charts/agent/templates/pod.yaml'], '.'],
    [['pod.yaml'], 'charts/agent/templates'],
    [['values.yaml'], 'charts/agent'],
  ])('%j is read with its chart, and nothing else of the chart is reported', async (args, below) => {
    folder = createFolder(FILES);
    const { code, out } = await folder.run([...args, '-f', 'compact'], { cwd: `${folder.path}/${below}` });
    expect(code).toBe(1);
    expect(out.match(/values\.yaml:1:9: error: .*docker\.sock/g)).toHaveLength(1);
    expect(out).not.toContain('other.yaml');
    expect(out).toContain('note: read as a whole, because a part of this chart was asked for');
  });

  it('that is a folder is read with its chart too', async () => {
    folder = createFolder(FILES);
    const { out } = await folder.run(['-f', 'compact'], { cwd: `${folder.path}/charts/agent/templates` });
    expect(out.match(/: error: /g)).toHaveLength(2);
  });

  it('is not said of a whole chart', async () => {
    folder = createFolder(FILES);
    expect((await folder.run(['charts/agent', '-f', 'compact'])).out).not.toContain('as a whole');
  });
});
