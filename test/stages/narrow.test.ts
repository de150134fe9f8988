/** When only some files were asked for, a finding counts that stands in one of them or comes about through one. */
import { describe, expect, it } from 'vitest';
import { narrow } from '../../src/stages/narrow.ts';
import { createSource, type Span } from '../../src/text/source.ts';
import { sampleFinding, sampleResult } from '../support/sample-run.ts';

function span(path: string): Span {
  return { source: createSource(path, 'docker\n'), start: 0, end: 6 };
}

describe('a run for some files', () => {
  const inAsked = sampleFinding({ fingerprint: 'a', span: span('asked.yaml'), related: [] });
  const elsewhere = sampleFinding({ fingerprint: 'b', span: span('other.yaml'), related: [] });
  const related = sampleFinding({
    fingerprint: 'c',
    span: span('other.yaml'),
    related: [
      { span: span('third.yaml'), role: 'rule', message: '' },
      { span: span('asked.yaml'), role: 'rule', message: '' },
    ],
  });
  const switched = (path: string) =>
    sampleFinding({
      fingerprint: 'd',
      span: span('other.yaml'),
      related: [],
      activation: { kind: 'when', settings: ['a=b'], span: span(path) },
    });
  const shown = (findings: Parameters<typeof sampleFinding>[0][]) =>
    narrow(sampleResult({ findings: findings.map(sampleFinding) }), (path) => path === 'asked.yaml').findings.map(
      ({ fingerprint }) => fingerprint,
    );

  it('shows what stands there, and what is shown with it', () => {
    expect(shown([inAsked, elsewhere, related])).toEqual(['a', 'c']);
  });

  it('shows what a value there switches on', () => {
    expect([shown([switched('asked.yaml')]), shown([switched('third.yaml')])]).toEqual([['d'], []]);
  });

  it('keeps of what is suppressed the same', () => {
    const suppressed = [inAsked, elsewhere].map((finding) => ({ finding, reason: 'known', by: 'comment' as const }));
    const result = narrow(sampleResult({ suppressed }), (path) => path === 'asked.yaml');
    expect(result.suppressed.map(({ finding }) => finding.fingerprint)).toEqual(['a']);
  });
});
