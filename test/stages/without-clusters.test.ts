/** In a folder without a word of Kubernetes, what is only guessed of its machines is one notice of each rule. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { tellRulesOnce } from '../../src/stages/without-clusters.ts';
import { createSource } from '../../src/text/source.ts';
import { sampleFinding } from '../support/sample-run.ts';

const NOWHERE = { speaksOfKubernetes: () => false, holdsKubernetes: () => false };

function guess(path: string, line: number, parts: Partial<Finding> = {}): Finding {
  const source = createSource(path, 'docker ps\n'.repeat(9));
  return sampleFinding({
    rule: 'docker-cli-command',
    severity: 'notice',
    confidence: 'low',
    placement: { place: 'unknown', evidence: [] },
    span: { source, start: (line - 1) * 10, end: (line - 1) * 10 + 9 },
    instead: 'Use crictl',
    ...parts,
  });
}

/** `path copies`, for each finding. */
const told = (findings: readonly Finding[], places: Parameters<typeof tellRulesOnce>[1] = NOWHERE) =>
  tellRulesOnce(findings, places).map(({ span, copies }) => `${span.source.path} ${copies.length}`);

describe('four guesses of one rule', () => {
  const four = (parts: Partial<Finding> = {}) => [3, 1, 4, 2].map((line) => guess('a/run.sh', line, parts));

  it('are one notice, at the first line', () => {
    const [finding, ...others] = tellRulesOnce(four(), NOWHERE);
    expect([finding?.span.start, finding?.copies.length, others]).toEqual([0, 3, []]);
  });

  it('are four where they are of different rules', () => {
    const rules = ['docker-cli-command', 'docker-host-path', 'docker-service-unit', 'docker-engine-package'] as const;
    expect(told(rules.map((rule, at) => guess('a/run.sh', at + 1, { rule })))).toHaveLength(4);
  });

  it.each<readonly [string, Partial<Finding>]>([
    ['something breaks', { severity: 'warning' }],
    ['more is known', { confidence: 'medium' }],
    ['their place is known', { placement: { place: 'ci', evidence: [] } }],
    [
      'a chart writes them when something is switched on',
      { activation: { kind: 'when', settings: ['.Values.a=true'], span: guess('a/run.sh', 1).span } },
    ],
    [
      'each can be fixed',
      { fix: { span: guess('a/run.sh', 1).span, replacement: 'crictl ps', safety: 'safe', also: [] } },
    ],
  ])('are four where %s', (_, parts) => {
    expect(told(four(parts))).toHaveLength(4);
  });

  it('say of each line what else is to be done there', () => {
    const lines = ['Use crictl', 'Use crictl', 'Use podman', 'Use crictl'].map((instead, at) =>
      guess('a/run.sh', at + 1, { instead }),
    );
    const [finding] = tellRulesOnce(lines, NOWHERE);
    expect(finding?.related.map((one) => one.role === 'rule' && one.message)).toEqual([
      'the same again',
      'Use podman',
      'the same again',
    ]);
  });
});

describe('a few guesses', () => {
  it('are read as they are', () => {
    expect(told([1, 2, 3].map((line) => guess('a/run.sh', line)))).toEqual(['a/run.sh 0', 'a/run.sh 0', 'a/run.sh 0']);
  });
});

describe('guesses in several folders', () => {
  const spread = [guess('a/x/one.sh', 1), guess('a/x/one.sh', 2), guess('a/y/two.sh', 1), guess('a/y/two.sh', 2)];

  it('are one where no folder above speaks of Kubernetes', () => {
    expect(told(spread)).toEqual(['a/x/one.sh 3']);
  });

  it('are told folder by folder where only the one above speaks of it', () => {
    const above = { speaksOfKubernetes: () => true, holdsKubernetes: () => false };
    expect(told(spread, above)).toHaveLength(4);
    const many = [1, 2, 3, 4].map((line) => guess('a/x/one.sh', line));
    expect(told([...many, ...spread.slice(2)], above)).toEqual(['a/x/one.sh 3', 'a/y/two.sh 0', 'a/y/two.sh 0']);
  });

  it('stay as they are where a file of the folder itself speaks of it', () => {
    const inside = { speaksOfKubernetes: () => true, holdsKubernetes: () => true };
    expect(
      told(
        [1, 2, 3, 4].map((line) => guess('a/x/one.sh', line)),
        inside,
      ),
    ).toHaveLength(4);
  });
});
