/** What `explain FILE:LINE` knows of a line: what was read there, where it runs, and what became of what rules reported. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import type { LintOptions } from '../../src/model/result.ts';
import type { Examination } from '../../src/stages/examination.ts';
import { type Explanation, explainLine } from '../../src/stages/explaining.ts';
import type { Files } from '../support/in-memory.ts';
import { lintOptions } from '../support/lint-options.ts';

function explained(
  files: Files,
  path: string,
  line: number,
  changes: Partial<LintOptions> = {},
): Explanation | undefined {
  const seen: Examination[] = [];
  const inputs = Object.entries(files).map(([name, text]) => ({ path: name, text }));
  const result = lint(inputs, lintOptions(changes), [], (examination) => void seen.push(examination));
  const [examination] = seen;
  return examination && explainLine(examination, result, path, line);
}

/** `rule outcome`, with the rule that covers it. */
function outcomes(...asked: Parameters<typeof explained>): readonly string[] {
  return (explained(...asked)?.judgements ?? []).map(({ weighed, outcome }) => {
    const by = outcome.kind === 'covered' ? ` by ${outcome.by}` : '';
    return `${weighed.rule} ${outcome.kind}${by}`;
  });
}

const NODE = 'kubeadm join\n';
const POD = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: a
      env: [{name: DOCKER_HOST, value: "unix:///var/run/docker.sock"}]
      volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]
  volumes:
    - name: s
      hostPath: {path: /var/run/docker.sock, type: Socket}
`;

describe('a line', () => {
  it.each<readonly [string, Files, string, number, readonly string[]]>([
    ['that is reported', { 'a.sh': `${NODE}docker inspect a\n` }, 'a.sh', 2, ['docker-cli-command reported']],
    [
      'of which nothing is said there',
      { 'hack/a.sh': 'docker inspect a\n' },
      'hack/a.sh',
      1,
      ['docker-cli-command silent'],
    ],
    [
      'that a comment suppresses',
      { 'a.sh': `${NODE}docker inspect a # dockershim-lint: ignore[docker-cli-command] -- asked for\n` },
      'a.sh',
      2,
      ['docker-cli-command suppressed'],
    ],
    ['about which no rule reports anything', { 'a.sh': NODE }, 'a.sh', 1, []],
    [
      'that one in a newer version of the file shows',
      Object.fromEntries(['1.1', '1.2', '1.3'].map((one) => [`s/v${one}.0/a.sh`, `${NODE}docker inspect a\n`])),
      's/v1.1.0/a.sh',
      2,
      ['docker-cli-command shown'],
    ],
    [
      'of a branch that the choice of its runtime shows',
      {
        'a.sh':
          'systemctl restart kubelet\nCRI=docker\ncase $CRI in\n  docker) docker ps ;;\n  containerd) crictl ps ;;\nesac\n',
      },
      'a.sh',
      4,
      ['docker-cli-command shown'],
    ],
  ])('%s', (_, files, path, line, expected) => {
    expect(outcomes(files, path, line)).toEqual(expected);
  });

  it('is told where the configuration switches its rule off', () => {
    const files = { 'a.sh': `${NODE}docker inspect a\n` };
    expect(outcomes(files, 'a.sh', 2, { levelOf: () => 'off' })).toEqual(['docker-cli-command configured']);
  });

  it('is known by all lines of what stands there, and by no other', () => {
    const files = { 'a.sh': `${NODE}docker inspect \\\n  a\ntrue\n` };
    const facts = (line: number) => explained(files, 'a.sh', line)?.facts.map(({ fact }) => fact.kind);
    expect([facts(1), facts(2), facts(4)]).toEqual([['command'], ['command'], ['command']]);
    expect(explained(files, 'a.sh', 4)?.judgements).toEqual([]);
  });

  it.each([0, -1, 4])('is none outside of the file: %i', (line) => {
    expect(explained({ 'a.sh': `${NODE}docker ps\n` }, 'a.sh', line)).toBeUndefined();
  });

  it('is none of a file that is not there', () => {
    expect(explained({ 'a.sh': `${NODE}docker ps\n` }, 'b.sh', 1)).toBeUndefined();
  });

  it('has the place of its file where nothing stands on it, and those of what does', () => {
    const files = { 'a.sh': `${NODE}\nssh b docker inspect a\n`, 'b.sh': 'docker ps\n' };
    const places = (line: number) => explained(files, 'a.sh', line)?.places.map(({ placement }) => placement.place);
    expect([places(2), places(3)]).toEqual([['node'], ['node']]);
    expect(explained(files, 'a.sh', 2)?.places.map(({ document }) => document.label)).toEqual(['a.sh']);
  });

  it('has the place of its own file, and not that of the first', () => {
    const files = { 'a.sh': NODE, 'b.sh': 'true\n# docker\n' };
    const places = explained(files, 'b.sh', 1)?.places.map(({ document, placement }) => [
      document.label,
      placement.place,
    ]);
    expect(places).toEqual([['b.sh', 'unknown']]);
  });

  it('is covered where another rule says more of the same characters', () => {
    const files = {
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': 'socket: /var/run/docker.sock\n',
      'c/templates/pod.yaml': POD.replaceAll('/var/run/docker.sock', '{{ .Values.socket }}').replace(
        '{path: {{ .Values.socket }}',
        '{path: "{{ .Values.socket }}"',
      ),
    };
    expect(outcomes(files, 'c/values.yaml', 1)).toEqual([
      'docker-socket-mount reported',
      'docker-socket-endpoint covered by docker-socket-mount',
    ]);
  });

  it('is shown by what stands elsewhere', () => {
    const shown = explained({ 'pod.yaml': POD }, 'pod.yaml', 9)?.shownBy.map(({ rule }) => rule);
    expect(shown).toContain('docker-socket-mount');
    expect(explained({ 'pod.yaml': POD }, 'pod.yaml', 12)?.shownBy).toEqual([]);
  });
});

describe('a file', () => {
  it.each<readonly [string, string, string, Explanation['reading']]>([
    ['that is read', 'a.sh', 'docker ps\n', 'read'],
    ['without a word of a rule', 'a.sh', 'ls\n', 'no-words'],
    ['that nothing reads', 'a.rego', 'docker\n', 'no-reader'],
  ])('%s', (_, path, text, reading) => {
    expect(explained({ 'other.sh': 'docker ps\n', [path]: text }, path, 1)?.reading).toBe(reading);
  });

  it('has its own notes alone', () => {
    const broken = 'apiVersion: v1\nkind: Pod\nspec: {hostPath: {path: /var/run/docker.sock\n';
    const notes = (path: string) =>
      explained({ 'a.yaml': broken, 'b.yaml': broken, 'c.yaml': POD }, path, 1)?.notes.map((note) => note.path);
    expect(new Set(notes('a.yaml'))).toEqual(new Set(['a.yaml']));
    expect(notes('c.yaml')).toEqual([]);
  });
});
