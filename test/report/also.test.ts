/** Whoever reads a report sees each line of a finding that is told once for several. */
import { describe, expect, it, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { together } from '../../src/model/together.ts';
import { jsonReport } from '../../src/report/json.ts';
import { PLAIN } from '../../src/report/model.ts';
import { reporterOf } from '../../src/report/render.ts';
import { createSource } from '../../src/text/source.ts';
import { comparedRun, sampleFinding, sampleRun } from '../support/sample-run.ts';

const LINES = 12;

function atLine(path: string, line: number, parts: Partial<Finding> = {}): Finding {
  const source = createSource(path, 'docker ps\n'.repeat(LINES));
  const start = (line - 1) * 10;
  return sampleFinding({
    severity: 'warning',
    span: { source, start, end: start + 9 },
    fingerprint: `${path}${line}`,
    ...parts,
  });
}

const lines = Array.from({ length: LINES }, (_, index) => atLine('a.sh', index + 1));
const elsewhere = atLine('b.sh', 7);
const told = (first: Finding, ...others: readonly Finding[]) => together(first, others, () => 'the same again');
const [first = elsewhere, ...others] = lines;
const whole = told(first, ...others, elsewhere);

describe('every line of a finding', () => {
  test.each(['text', 'markdown', 'github', 'sarif', 'html', 'agent', 'junit'] as const)('is in %s', async (format) => {
    const report = await reporterOf(format);
    const text = report(sampleRun({ findings: [whole] }), PLAIN);
    expect(text).toContain('a.sh:2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12; b.sh:7');
  });

  it('counts with its file', async () => {
    const report = await reporterOf('text');
    expect(report(sampleRun({ findings: [whole] }), PLAIN)).toContain('1 finding (1 warning) in 2 files');
  });

  test.each(['compact', 'checkstyle', 'gitlab', 'rdjsonl'] as const)('has its own in %s', async (format) => {
    const report = await reporterOf(format);
    const text = report(sampleRun({ findings: [whole] }), PLAIN);
    expect(text.split(whole.message).length - 1).toBe(LINES + 1);
  });

  it('is in JSON, with what a comparison knows it by', () => {
    const [finding] = jsonReport(sampleRun({ findings: [told(first, elsewhere)] })).findings;
    expect(
      finding?.also?.map(({ location, fingerprint }) => [location.path, location.start.line, fingerprint]),
    ).toEqual([['b.sh', 7, 'b.sh7']]);
  });
});

describe('lines of which one is new', () => {
  const run = comparedRun([first], [told(first, elsewhere)]);

  it('are a new finding and an old one', () => {
    const { findings } = jsonReport(run);
    expect(findings.map(({ fingerprint, state, also }) => [fingerprint, state, also])).toEqual([
      ['a.sh1', 'existing', undefined],
      ['b.sh7', 'new', undefined],
    ]);
  });

  it('fail the check', () => {
    expect(comparedRun([first], [told(first, { ...elsewhere, severity: 'error' })]).verdict.conclusion).toBe('failure');
    expect(comparedRun([first, elsewhere], [told(first, elsewhere)]).comparison?.introduced).toEqual([]);
  });
});

it('fails by the surest of its lines', () => {
  const unsure = sampleFinding({ confidence: 'low' });
  expect(sampleRun({ findings: [unsure] }).verdict.conclusion).toBe('success');
  expect(sampleRun({ findings: [told(unsure, sampleFinding())] }).verdict.conclusion).toBe('failure');
});
