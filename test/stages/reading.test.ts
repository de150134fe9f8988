/** Which files are read, what is read once, and what a file that cannot be read leaves of the others. */
import { describe, expect, it } from 'vitest';
import { groupFiles } from '../../src/stages/grouping.ts';
import { type ReadOptions, readRepository } from '../../src/stages/reading.ts';

const WORD = (text: string) => text.includes('docker');
const OPTIONS: ReadOptions = {
  matters: ({ text }) => WORD(text),
  hasWord: WORD,
  kubeVersion: '1.37.0',
  values: [],
  isLate: () => false,
  isFull: () => false,
};

function read(files: Readonly<Record<string, string>>, options: Partial<ReadOptions> = {}) {
  const inputs = Object.entries(files).map(([path, text]) => ({ path, text }));
  return readRepository(groupFiles(inputs), { ...OPTIONS, ...options });
}

function pathsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set(read(files).documents.map(({ path }) => path))].sort();
}

describe('reading a repository', () => {
  it('reads only files that can matter', () => {
    expect(pathsOf({ 'a.sh': 'docker ps\n', 'b.sh': 'ls\n' })).toEqual(['a.sh']);
  });

  it('also reads what names a script that was read, because it may say where that runs', () => {
    expect(pathsOf({ 'a.sh': 'docker ps\n', 'b.sh': 'kubeadm join\n./a.sh\n', 'c.sh': 'ls\n' })).toEqual([
      'a.sh',
      'b.sh',
    ]);
  });

  it('also reads the Dockerfile of an image that runs, and the objects that are mounted', () => {
    const pod = (more: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n${more}`;
    const config = (kind: string, name: string) =>
      `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\ndata: {a: b}\n`;
    const files = {
      'pod.yaml': pod(
        '  containers: [{name: docker, image: "example.com/acme/agent:1", volumeMounts: [{name: c, mountPath: /c}]}]\n  volumes: [{name: c, configMap: {name: settings}}]\n',
      ),
      'images/agent/Dockerfile': 'FROM alpine\n',
      'build/Dockerfile.agent': 'FROM alpine\n',
      'images/other/Dockerfile': 'FROM alpine\n',
      Dockerfile: 'FROM alpine\n',
      'settings.yaml': config('ConfigMap', 'settings'),
      'others.yaml': config('ConfigMap', 'others'),
      'service.yaml': config('Service', 'settings'),
    };
    expect(pathsOf(files)).toEqual(['build/Dockerfile.agent', 'images/agent/Dockerfile', 'pod.yaml', 'settings.yaml']);
  });

  it('also reads the tasks that make machines nodes, because they say where the other roles run', () => {
    const files = {
      'roles/kube/tasks/main.yml': '- package: {name: kubelet}\n',
      'roles/app/tasks/main.yml': '- package: {name: nginx}\n',
    };
    expect(pathsOf(files)).toEqual(['roles/kube/tasks/main.yml']);
  });

  it('gives one fact for the same characters that several passes reach', () => {
    const files = {
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': 'a: false\n',
      'c/templates/p.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - name: c\n      image: docker:27\n{{- if .Values.a }}\n  hostPID: true\n{{- end }}\n',
    };
    expect(read(files).facts.filter((fact) => fact.kind === 'image')).toHaveLength(1);
  });

  it('keeps two facts on the same characters that say different things', () => {
    const facts = read({ 'a.sh': 'for i in a b; do docker rm $i; done\n' }).facts;
    const words = facts.flatMap((fact) =>
      fact.kind === 'command' ? [fact.words.map(({ text }) => text).join(' ')] : [],
    );
    expect(words).toEqual(['docker rm a', 'docker rm b']);
  });

  it('tells of a chart that cannot be rendered, and reads the other files', () => {
    const files = { 'c/Chart.yaml': ': [', 'c/templates/p.yaml': 'docker: {{ if }}\n', 'a.sh': 'docker ps\n' };
    const { notes, facts } = read(files);
    expect(notes.map(({ path }) => path)).toContain('c/templates/p.yaml');
    expect(facts.some((fact) => fact.document.path === 'a.sh')).toBe(true);
  });
});
