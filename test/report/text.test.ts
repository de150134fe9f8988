import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { PLAIN } from '../../src/report/model.ts';
import { renderText } from '../../src/report/text.ts';
import { createSource } from '../../src/text/source.ts';
import {
  comparedRun,
  MANIFEST,
  manyFindings,
  sampleFinding,
  sampleRun,
  spanOf,
  VALUES,
} from '../support/sample-run.ts';

function lines(text: string): readonly string[] {
  return text.split('\n');
}

describe('the text report', () => {
  it('shows what, the exact characters, why, what instead, where, coverage and verdict', () => {
    const related = [
      { span: spanOf(VALUES, '/var/run/docker.sock'), role: 'rule', message: 'the value is written here' } as const,
    ];
    const run = sampleRun({ findings: [sampleFinding({ related })] });
    expect(lines(renderText(run, PLAIN))).toEqual([
      'error docker-socket-mount',
      'The pod mounts `/var/run/docker.sock`, which does not exist on the node.',
      ' --> deploy/agent.yaml:9:15',
      '9 │         path: /var/run/docker.sock',
      '  │               ^^^^^^^^^^^^^^^^^^^^ runs in a pod',
      ' ::: charts/agent/values.yaml:2:11',
      '2 │   socket: /var/run/docker.sock',
      '  │           -------------------- the value is written here',
      '  = why      Only dockerd creates this socket',
      '  = instead  Use the CRI socket `/run/containerd/containerd.sock`.',
      '  = where    in a pod: kind Pod; on by default; confidence high',
      '',
      'Nodes with containerd have no Docker Engine since Kubernetes 1.24 removed dockershim.',
      'scanned 12 files (12 fully, 0 partly, 0 not understood)',
      '1 finding (1 error) in 1 file; 1 fails the check (fail-on error, min-confidence medium).',
      '',
    ]);
  });

  it('says once what all reasons rest on, and nothing of it where nothing is found', () => {
    const premise = 'have no Docker Engine since';
    const times = (findings: readonly Finding[]) =>
      renderText(sampleRun({ findings }), PLAIN).split(premise).length - 1;
    expect([times([]), times([sampleFinding()]), times([...manyFindings(3)])]).toEqual([0, 1, 1]);
  });

  it('says each of several things that reasons rest on as a sentence of its own', () => {
    const findings = ['nodes have no Docker Engine', 'pods have no client'].map((premise) =>
      sampleFinding({ premise }),
    );
    expect(lines(renderText(sampleRun({ findings }), PLAIN)).slice(-5, -3)).toEqual([
      'Nodes have no Docker Engine.',
      'Pods have no client.',
    ]);
  });

  it('puts related spans of the same file into one frame', () => {
    const related = [{ span: spanOf(MANIFEST, 'name: sock'), role: 'rule', message: 'the volume' } as const];
    const text = renderText(sampleRun({ findings: [sampleFinding({ related })] }), PLAIN);
    expect(lines(text).slice(2, 8)).toEqual([
      ' --> deploy/agent.yaml:9:15',
      '7 │     - name: sock',
      '  │       ---------- the volume',
      '  ⋮',
      '9 │         path: /var/run/docker.sock',
      '  │               ^^^^^^^^^^^^^^^^^^^^ runs in a pod',
    ]);
  });

  it('lists each file that was not fully understood with line and reason', () => {
    const span = spanOf(MANIFEST, 'spec');
    const run = sampleRun({
      findings: [],
      coverage: {
        files: 3,
        partly: [
          { code: 'syntax', message: 'a list item is expected', path: 'deploy/agent.yaml', span, coverage: 'partly' },
        ],
        notUnderstood: [{ code: 'too-large', message: 'larger than 2 MiB', path: 'big.yaml', coverage: 'not' }],
        otherKinds: [
          { kind: '.go', files: 31 },
          { kind: null, files: 2 },
        ],
        leftOut: [
          { reason: 'vendored', files: 120, paths: ['node_modules', 'vendor'] },
          { reason: 'binary', files: 1, paths: ['data.conf'] },
        ],
        unexplained: { count: 3, lines: [span] },
      },
      notes: [{ code: 'suppression', message: 'of no use', path: 'a.sh', coverage: 'about' }],
    });
    expect(lines(renderText(run, PLAIN))).toEqual([
      'note a.sh: of no use (suppression)',
      'partly deploy/agent.yaml:5: a list item is expected (syntax)',
      'not understood big.yaml: larger than 2 MiB (too-large)',
      'other kinds 31 .go, 2 without an extension',
      'left out 120 in folders of what others wrote (node_modules, vendor), 1 binary (data.conf)',
      'unexplained 3 lines on nodes or in pods mention Docker, and nothing here explains them (--show-unexplained lists them)',
      '',
      'scanned 3 files (1 fully, 1 partly, 1 not understood); not read: 33 of other kinds, 121 left out',
      'Nothing found in what could be read; 1 file was not understood.',
      '',
    ]);
  });

  it('tells once of a chart that fails in many places', () => {
    const failing = (path: string, message: string) =>
      ({ code: 'template', message, path, coverage: 'about' }) as const;
    const run = sampleRun({
      findings: [],
      notes: [
        failing('app/templates/a.yaml', 'no template "common.name"'),
        failing('app/templates/deep/b.yaml', 'no template "common.labels"'),
        failing('other/templates/a.yaml', 'a value is required'),
        failing('app/templates/c.yaml', 'no template "common.name"'),
        { code: 'suppression', message: 'of no use', path: 'app/templates/a.yaml', coverage: 'about' },
      ],
    });
    expect(lines(renderText(run, PLAIN)).slice(0, 4)).toEqual([
      'note app/templates/a.yaml: no template "common.name" (template)',
      '     and 2 more in app (--format compact lists them)',
      'note other/templates/a.yaml: a value is required (template)',
      'note app/templates/a.yaml: of no use (suppression)',
    ]);
  });

  it('shows only what a change introduces, and counts the rest', () => {
    const old = sampleFinding({ fingerprint: 'aa' });
    const gone = sampleFinding({ fingerprint: 'cc' });
    const text = renderText(
      comparedRun([old, gone], [old, sampleFinding({ fingerprint: 'bb', severity: 'warning' })]),
      PLAIN,
    );
    expect(text).not.toContain('error docker-socket-mount');
    expect(text).toContain('warning docker-socket-mount');
    expect(lines(text).at(-2)).toBe(
      '1 new (1 warning), 1 existing, 1 fixed, compared with main at 1a2b3c4; none fails the check (fail-on error, min-confidence medium).',
    );
  });

  it('colours and links only when asked', () => {
    const run = sampleRun();
    expect(renderText(run, PLAIN)).not.toContain('\u001b');
    const colored = renderText(run, { ...PLAIN, color: true, hyperlinks: true });
    expect(colored).toContain('\u001b[1;31merror\u001b[0m');
    expect(colored).toContain(
      '\u001b]8;;https://github.com/dockershim-lint/dockershim-lint/blob/main/docs/rules/docker-socket-mount.md\u001b\\',
    );
  });

  it('makes control and direction characters of files visible', () => {
    const source = createSource('a\u001b[2J\n.sh', 'docker ps # \u202e\u0007\u001b]0;x\n');
    const text = renderText(sampleRun({ findings: [sampleFinding({ span: spanOf(source, 'docker ps') })] }), PLAIN);
    expect(text).toContain(' --> a\\u001b[2J\\n.sh:1:1');
    expect(text).toContain('1 │ docker ps # \\u202e\\u0007\\u001b]0;x');
  });

  it('writes the condition that switches a finding on', () => {
    const activation = { kind: 'when', settings: ['agent.enabled'], span: spanOf(VALUES, 'agent') } as const;
    const text = renderText(sampleRun({ findings: [sampleFinding({ activation })] }), PLAIN);
    expect(text.replace(/\s+/g, ' ')).toContain('when agent.enabled is set (charts/agent/values.yaml:1)');
  });

  it('shows paths as the reader can open them', () => {
    const text = renderText(sampleRun(), { ...PLAIN, pathOf: (path) => `../infra/${path}` });
    expect(text).toContain(' --> ../infra/deploy/agent.yaml:9:15');
  });
});
