/** Findings and runs for tests of reporters. */

import type { Finding } from '../../src/model/finding.ts';
import type { LintResult } from '../../src/model/result.ts';
import { helpPage } from '../../src/model/tool.ts';
import type { RunReport } from '../../src/report/model.ts';
import { createRunReport, type RunInput } from '../../src/report/verdict.ts';
import { compareFindings } from '../../src/stages/compare.ts';
import { createSource, type Source, type Span } from '../../src/text/source.ts';
import { BY_DEFAULT } from '../../src/text/view.ts';

/** The first occurrence of `text` in the source. */
export function spanOf(source: Source, text: string, after = 0): Span {
  const start = source.text.indexOf(text, after);
  if (start < 0) throw new Error(`${JSON.stringify(text)} is not in ${source.path}`);
  return { source, start, end: start + text.length };
}

export const MANIFEST = createSource(
  'deploy/agent.yaml',
  [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: agent',
    'spec:',
    '  volumes:',
    '    - name: sock',
    '      hostPath:',
    '        path: /var/run/docker.sock',
    '',
  ].join('\n'),
);

export const VALUES = createSource('charts/agent/values.yaml', 'agent:\n  socket: /var/run/docker.sock\n');

export function sampleFinding(parts: Partial<Finding> = {}): Finding {
  const span = parts.span ?? spanOf(MANIFEST, '/var/run/docker.sock');
  return {
    rule: 'docker-socket-mount',
    severity: 'error',
    confidence: 'high',
    message: 'The pod mounts `/var/run/docker.sock`, which does not exist on the node.',
    because: 'Only dockerd creates this socket',
    premise: 'nodes with containerd have no Docker Engine since Kubernetes 1.24 removed dockershim',
    instead: 'Use the CRI socket `/run/containerd/containerd.sock`.',
    span,
    related: [],
    placement: { place: 'workload', evidence: [{ kind: 'nature', is: 'cluster-object', object: 'Pod' }] },
    activation: BY_DEFAULT,
    fingerprint: '0123456789abcdef',
    help: helpPage('docker-socket-mount'),
    fix: undefined,
    copies: [],
    ...parts,
  };
}

/** A finding of `count` lines `docker ps` in one file, each with its own fingerprint. */
export function manyFindings(
  count: number,
  parts: (index: number) => Partial<Finding> = () => ({}),
): readonly Finding[] {
  const source = createSource('scripts/clean.sh', 'docker ps\n'.repeat(count));
  return Array.from({ length: count }, (_, index) =>
    sampleFinding({
      rule: 'docker-cli-command',
      message: '`docker ps` fails on the node.',
      span: { source, start: index * 10, end: index * 10 + 9 },
      fingerprint: index.toString(16).padStart(16, '0'),
      ...parts(index),
    }),
  );
}

export function sampleResult(parts: Partial<LintResult> = {}): LintResult {
  return {
    findings: [sampleFinding()],
    suppressed: [],
    coverage: {
      files: 12,
      partly: [],
      notUnderstood: [],
      otherKinds: [],
      leftOut: [],
      unexplained: { count: 0, lines: [] },
    },
    notes: [],
    ...parts,
  };
}

export function sampleRun(result: Partial<LintResult> = {}, parts: Partial<RunInput> = {}): RunReport {
  return createRunReport({
    version: '0.1.0',
    target: { runtime: 'containerd', minor: 37 },
    result: sampleResult(result),
    comparison: undefined,
    failOn: 'error',
    minConfidence: 'medium',
    failOnParseError: false,
    ...parts,
  });
}

export function comparedRun(before: readonly Finding[], after: readonly Finding[]): RunReport {
  return sampleRun({ findings: after }, { comparison: compareFindings('main at 1a2b3c4', before, after) });
}

/** One finding whose every text, and whose file, is a stranger's. */
export function hostileRun(text: string) {
  const source = createSource(`dir/${text}.sh`, `${text}\ndocker ps ${text}\n`);
  const span = spanOf(source, 'docker ps');
  const finding = sampleFinding({
    span,
    message: text,
    because: text,
    instead: text,
    related: [{ span, role: 'rule', message: text }],
    placement: { place: 'node', evidence: [{ kind: 'link', link: 'calls', by: text }] },
    activation: { kind: 'when', settings: [text], span },
  });
  return sampleRun({
    findings: [finding],
    suppressed: [{ finding, reason: text, by: 'comment' }],
    coverage: {
      files: 1,
      partly: [{ code: 'syntax', message: text, path: text, span, coverage: 'partly' }],
      notUnderstood: [],
      otherKinds: [],
      leftOut: [],
      unexplained: { count: 0, lines: [] },
    },
  });
}
