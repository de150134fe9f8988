import { describe, expect, it } from 'vitest';
import {
  applyBaseline,
  createBaseline,
  pruneBaseline,
  readBaseline,
  writeBaseline,
} from '../../src/suppress/baseline.ts';
import { sampleFinding, sampleResult } from '../support/sample-run.ts';

const a = sampleFinding({ fingerprint: 'aa' });
const b = sampleFinding({ fingerprint: 'bb' });
const twin = sampleFinding({ fingerprint: 'aa', rule: 'docker-host-path' });

describe('the baseline', () => {
  it('is written sorted, one entry a line, and read back', () => {
    const text = writeBaseline(createBaseline('b.json', [b, a]));
    expect(text).toBe(
      [
        '{',
        '  "schemaVersion": 1,',
        '  "findings": [',
        '    {"path":"deploy/agent.yaml","rule":"docker-socket-mount","fingerprint":"aa"},',
        '    {"path":"deploy/agent.yaml","rule":"docker-socket-mount","fingerprint":"bb"}',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
    expect(readBaseline('b.json', text).entries.map(({ fingerprint }) => fingerprint)).toEqual(['aa', 'bb']);
    expect(readBaseline('b.json', writeBaseline(createBaseline('b.json', []))).entries).toEqual([]);
  });

  it('accounts for one finding with each entry', () => {
    const result = applyBaseline(sampleResult({ findings: [a, twin, b] }), createBaseline('b.json', [a]), []);
    expect(result.findings).toEqual([twin, b]);
    expect(result.suppressed).toEqual([{ finding: a, reason: 'listed in b.json', by: 'baseline' }]);
    expect(result.notes).toEqual([]);
  });

  it('tells of entries that match nothing any more', () => {
    const result = applyBaseline(sampleResult({ findings: [b] }), createBaseline('b.json', [a, a]), []);
    expect(result.notes.map(({ path, message }) => [path, message])).toEqual([
      ['b.json', '2 entries match nothing any more; `baseline prune` takes them out'],
    ]);
  });

  it('does not hide what may not be suppressed', () => {
    const result = applyBaseline(sampleResult({ findings: [a] }), createBaseline('b.json', [a]), [
      'docker-socket-mount',
    ]);
    expect(result.findings).toEqual([a]);
    expect(result.suppressed).toEqual([]);
  });

  it('is pruned to what is still there, reasons kept', () => {
    const old = {
      path: 'b.json',
      entries: [
        { rule: 'r', path: 'p', fingerprint: 'aa', reason: 'agreed' },
        { rule: 'r', path: 'p', fingerprint: 'zz' },
      ],
    };
    expect(pruneBaseline([a, b], old).entries).toEqual([{ rule: 'r', path: 'p', fingerprint: 'aa', reason: 'agreed' }]);
  });

  it.each([
    ['{', 'it is not JSON'],
    ['[]', 'its schemaVersion is not 1'],
    ['{"schemaVersion": 2, "findings": []}', 'its schemaVersion is not 1'],
    ['{"schemaVersion": 1}', 'it has no list "findings"'],
    [
      '{"schemaVersion": 1, "findings": [{"rule": "x"}]}',
      'entry 1 of "findings" needs the texts rule, path and fingerprint',
    ],
  ])('refuses %s', (text, reason) => {
    expect(() => readBaseline('b.json', text)).toThrow(`The baseline b.json cannot be used: ${reason}.`);
  });
});
