import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderCheckstyle } from '../../src/report/checkstyle.ts';
import { renderAgent, renderCompact } from '../../src/report/compact.ts';
import { renderGitlab } from '../../src/report/gitlab.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { PLAIN } from '../../src/report/model.ts';
import { renderRdjsonl } from '../../src/report/rdjsonl.ts';
import { createSource } from '../../src/text/source.ts';
import { manyFindings, sampleFinding, sampleRun, spanOf } from '../support/sample-run.ts';
import { parseXml } from '../support/xml.ts';

const odd = createSource('a<b>&"\'\u0001.sh', 'docker ps');
const findings = [
  sampleFinding({ fingerprint: 'aa' }),
  sampleFinding({
    fingerprint: 'bb',
    severity: 'notice',
    message: 'x < y && "z" \u0000 ]]>',
    span: spanOf(odd, 'docker ps'),
  }),
];
const run = sampleRun({ findings });

describe('Checkstyle', () => {
  it('is well-formed and has an element for each finding', () => {
    const root = parseXml(renderCheckstyle(run, PLAIN));
    expect(root.children.map((file) => [file.attributes.name, file.children.length])).toEqual([
      ['deploy/agent.yaml', 1],
      ['a<b>&"\'\\u0001.sh', 1],
    ]);
    expect(root.children[0]?.children[0]?.attributes).toEqual({
      line: '9',
      column: '15',
      severity: 'error',
      message:
        'The pod mounts `/var/run/docker.sock`, which does not exist on the node. Instead: Use the CRI socket `/run/containerd/containerd.sock`.',
      source: 'dockershim-lint.docker-socket-mount',
    });
  });
});

describe('JUnit', () => {
  it('fails the cases that fail the run and passes the others', () => {
    const root = parseXml(renderJunit(run, PLAIN));
    expect(root.attributes).toEqual({ name: 'dockershim-lint', tests: '2', failures: '1' });
    const cases = root.children.flatMap((suite) => suite.children);
    expect(cases.map(({ attributes, children }) => [attributes.name, children[0]?.name])).toEqual([
      ['docker-socket-mount 9:15', 'failure'],
      ['docker-socket-mount 1:1', 'system-out'],
    ]);
  });

  it('has one passed case when there is nothing to say', () => {
    const root = parseXml(renderJunit(sampleRun({ findings: [] }), PLAIN));
    expect(root.attributes).toEqual({ name: 'dockershim-lint', tests: '1', failures: '0' });
    expect(root.children[0]?.children[0]?.children).toEqual([]);
  });
});

describe('GitLab code quality', () => {
  it('has the fields that GitLab reads', () => {
    expect(JSON.parse([...renderGitlab(run, PLAIN)].join(''))[0]).toEqual({
      description:
        'The pod mounts `/var/run/docker.sock`, which does not exist on the node. Instead: Use the CRI socket `/run/containerd/containerd.sock`.',
      check_name: 'docker-socket-mount',
      fingerprint: 'aa',
      severity: 'critical',
      location: { path: 'deploy/agent.yaml', lines: { begin: 9, end: 9 } },
    });
  });

  it('is an empty list without findings', () => {
    expect([...renderGitlab(sampleRun({ findings: [] }), PLAIN)].join('')).toBe('[]\n');
  });
});

describe('line formats', () => {
  it('compact prints what editors parse', () => {
    expect(renderCompact(sampleRun(), PLAIN).split('\n')[0]).toBe(
      'deploy/agent.yaml:9:15: error: The pod mounts `/var/run/docker.sock`, which does not exist on the node. [docker-socket-mount]',
    );
  });

  it('agent prints reason and advice on the same line', () => {
    expect(renderAgent(sampleRun(), PLAIN).split('\n')[0]).toBe(
      'deploy/agent.yaml:9:15 error docker-socket-mount (high) The pod mounts `/var/run/docker.sock`, which does not exist on the node. | why: Only dockerd creates this socket | instead: Use the CRI socket `/run/containerd/containerd.sock`. | where: runs in a pod, on by default',
    );
  });
});

describe('a hundred thousand findings', () => {
  const many = sampleRun({ findings: manyFindings(100_000) });

  it.each([
    ['checkstyle', renderCheckstyle],
    ['junit', renderJunit],
  ] as const)('%s stays well-formed', (_, render) => {
    const root = parseXml(render(many, PLAIN));
    expect(root.children[0]?.children).toHaveLength(100_000);
  });

  it('gitlab keeps every fingerprint apart', () => {
    const issues: { fingerprint: string }[] = JSON.parse([...renderGitlab(many, PLAIN)].join(''));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(100_000);
  });
});

describe('reviewdog', () => {
  const lines = (of: Parameters<typeof renderRdjsonl>[0]) =>
    renderRdjsonl(of, PLAIN)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));

  it('has a line for each finding, with columns in bytes', () => {
    const wide = createSource('wide.sh', 'echo "grüße 🐳"; docker ps\n');
    const [line] = lines(sampleRun({ findings: [sampleFinding({ span: spanOf(wide, 'docker ps') })] }));
    expect(line).toEqual({
      message:
        'The pod mounts `/var/run/docker.sock`, which does not exist on the node. Instead: Use the CRI socket `/run/containerd/containerd.sock`.',
      location: {
        path: 'wide.sh',
        range: { start: { line: 1, column: 22 }, end: { line: 1, column: 31 } },
      },
      severity: 'ERROR',
      source: { name: 'dockershim-lint' },
      code: { value: 'docker-socket-mount', url: expect.stringContaining('docker-socket-mount') },
    });
  });

  it('offers fixes that are safe as suggestions', () => {
    const span = spanOf(odd, 'docker');
    const fix = (safety: 'safe' | 'unsafe') => ({ span, replacement: 'crictl', safety, also: [] });
    const all = [sampleFinding({ fix: fix('safe') }), sampleFinding({ fix: fix('unsafe'), fingerprint: 'b' })];
    expect(lines(sampleRun({ findings: all })).map(({ suggestions }) => suggestions)).toEqual([
      [{ range: { start: { line: 1, column: 1 }, end: { line: 1, column: 7 } }, text: 'crictl' }],
      undefined,
    ]);
  });
});

describe('the problem matcher', () => {
  it('reads the lines of the compact format that are errors or warnings', () => {
    const file = readFileSync(resolve(import.meta.dirname, '../../docs/problem-matcher.json'), 'utf8');
    const [pattern] = JSON.parse(file).problemMatcher[0].pattern;
    const read = renderCompact(run, PLAIN)
      .split('\n')
      .flatMap((line) => {
        const match = new RegExp(pattern.regexp).exec(line);
        return match
          ? [[pattern.file, pattern.line, pattern.column, pattern.severity, pattern.code].map((at) => match[at])]
          : [];
      });
    expect(read).toEqual([['deploy/agent.yaml', '9', '15', 'error', 'docker-socket-mount']]);
  });
});
