import { describe, expect, it } from 'vitest';
import { visibleJson } from '../../src/report/escape.ts';
import { jsonReport, renderJson } from '../../src/report/json.ts';
import { lazily, visibleJsonPieces } from '../../src/report/json-pieces.ts';
import { createSource } from '../../src/text/source.ts';
import { comparedRun, MANIFEST, sampleFinding, sampleRun, spanOf, VALUES } from '../support/sample-run.ts';

describe('the JSON report', () => {
  it('shows an ellipsis for what a template would fill in, and every other private character as an escape', () => {
    const source = createSource('deploy/\uE000.yaml', 'image: docker\n');
    const finding = sampleFinding({ message: '`\uE000\uE000/docker` fails', span: { source, start: 0, end: 5 } });
    const text = [...renderJson(sampleRun({ findings: [finding] }))].join('');
    expect(text).not.toContain('\uE000');
    const [shown] = JSON.parse(text).findings;
    expect(shown.message).toBe('`…/docker` fails');
    expect(shown.location.path).toBe('deploy/\uE000.yaml');
  });

  it('has the fields that DESIGN promises, in a stable order', () => {
    const related = [{ span: spanOf(VALUES, '/var/run/docker.sock'), role: 'rule', message: 'the value' } as const];
    const run = sampleRun({ findings: [sampleFinding({ related })] });
    const report = JSON.parse([...renderJson(run)].join(''));
    expect(Object.keys(report)).toEqual([
      'schemaVersion',
      'tool',
      'target',
      'summary',
      'findings',
      'suppressed',
      'coverage',
      'notes',
      'verdict',
    ]);
    expect(report.schemaVersion).toBe(1);
    expect(report.findings[0]).toEqual({
      rule: 'docker-socket-mount',
      severity: 'error',
      confidence: 'high',
      message: 'The pod mounts `/var/run/docker.sock`, which does not exist on the node.',
      because:
        'Only dockerd creates this socket, and nodes with containerd have no Docker Engine since Kubernetes 1.24 removed dockershim',
      instead: 'Use the CRI socket `/run/containerd/containerd.sock`.',
      location: {
        path: 'deploy/agent.yaml',
        start: { line: 9, column: 15, offset: 113 },
        end: { line: 9, column: 35, offset: 133 },
      },
      related: [
        {
          path: 'charts/agent/values.yaml',
          start: { line: 2, column: 11, offset: 17 },
          end: { line: 2, column: 31, offset: 37 },
          message: 'the value',
        },
      ],
      place: 'workload',
      evidence: [{ text: 'kind Pod' }],
      activation: { kind: 'default' },
      fingerprint: '0123456789abcdef',
      help: 'https://github.com/dockershim-lint/dockershim-lint/blob/main/docs/rules/docker-socket-mount.md',
    });
    expect(report.summary).toEqual({
      conclusion: 'failure',
      total: 1,
      errors: 1,
      warnings: 0,
      notices: 0,
      failing: 1,
      suppressed: 0,
      failOn: 'error',
      minConfidence: 'medium',
    });
    expect(report.coverage).toEqual({
      files: 12,
      fully: 12,
      partly: [],
      notUnderstood: [],
      otherKinds: [],
      leftOut: [],
      unexplained: { count: 0, lines: [] },
    });
  });

  it('tells new findings from existing ones and lists the fixed', () => {
    const old = sampleFinding({ fingerprint: 'aa' });
    const fresh = sampleFinding({ fingerprint: 'bb' });
    const gone = sampleFinding({ fingerprint: 'cc' });
    const report = jsonReport(comparedRun([old, gone], [old, fresh]));
    expect(report.findings.map(({ fingerprint, state }) => [fingerprint, state])).toEqual([
      ['aa', 'existing'],
      ['bb', 'new'],
    ]);
    expect(report.fixed?.map(({ fingerprint }) => fingerprint)).toEqual(['cc']);
    expect(report.summary).toMatchObject({ comparedWith: 'main at 1a2b3c4', new: 1, existing: 1, fixed: 1 });
  });

  it('lists what is suppressed, by whom and why', () => {
    const finding = sampleFinding();
    const report = jsonReport(
      sampleRun({ findings: [], suppressed: [{ finding, reason: 'build nodes', by: 'comment' }] }),
    );
    expect(report.suppressed.map(({ rule, suppressed }) => [rule, suppressed])).toEqual([
      ['docker-socket-mount', { by: 'comment', reason: 'build nodes' }],
    ]);
    expect(report.summary.suppressed).toBe(1);
  });

  it('gives the line and the reason of each file that was not fully understood', () => {
    const note = {
      code: 'syntax',
      message: 'broken',
      path: 'deploy/agent.yaml',
      span: spanOf(MANIFEST, 'spec'),
      coverage: 'partly',
    } as const;
    const report = jsonReport(
      sampleRun({
        coverage: {
          files: 2,
          partly: [note],
          notUnderstood: [],
          otherKinds: [],
          leftOut: [],
          unexplained: { count: 0, lines: [] },
        },
      }),
    );
    expect(report.coverage).toEqual({
      files: 2,
      fully: 1,
      partly: [{ path: 'deploy/agent.yaml', line: 5, code: 'syntax', message: 'broken' }],
      notUnderstood: [],
      otherKinds: [],
      leftOut: [],
      unexplained: { count: 0, lines: [] },
    });
  });

  it('is written in pieces of which none is as long as a large one', () => {
    const findings = Array.from({ length: 500 }, () => sampleFinding());
    const pieces = [...renderJson(sampleRun({ findings }))];
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
    expect(JSON.parse(pieces.join('')).findings).toHaveLength(500);
  });

  it.each([0, 1, 2])('has the bytes of one that is written at once, indented by %d', (indent) => {
    const rows = [{ a: ['x\ny', '\u202e'], b: {} }, { a: [] }];
    const value = { none: undefined, list: rows, text: 'é\n', inner: { list: [1, [2]] }, empty: [] };
    const lazy = { ...value, list: lazily(rows, (row) => row) };
    expect([...visibleJsonPieces(lazy, indent)].join('')).toBe(`${visibleJson(value, indent)}\n`);
    expect([...visibleJsonPieces(rows, indent)].join('')).toBe(`${visibleJson(rows, indent)}\n`);
    for (const nothing of [{}, []])
      expect([...visibleJsonPieces(nothing, indent)].join('').trim()).toBe(JSON.stringify(nothing));
  });
});
