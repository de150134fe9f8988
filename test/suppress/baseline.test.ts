import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import {
  applyBaseline,
  type BaselineScope,
  pruneBaseline,
  readBaseline,
  updateBaseline,
  writeBaseline,
} from '../../src/suppress/baseline.ts';
import { sampleFinding, sampleResult } from '../support/sample-run.ts';

const a = sampleFinding({ fingerprint: 'aa' });
const b = sampleFinding({ fingerprint: 'bb' });
const twin = sampleFinding({ fingerprint: 'aa', rule: 'docker-host-path' });

function createBaseline(path: string, findings: readonly Finding[]) {
  return updateBaseline(sampleResult({ findings }), { path, entries: [] }, { date: '2026-11-25' });
}

const SAID = '"line":9,"message":"The pod mounts `/var/run/docker.sock`, which does not exist on the node."';

describe('the baseline', () => {
  it('is written sorted, one entry per line with what a reviewer needs, and read back', () => {
    const text = writeBaseline(createBaseline('b.json', [b, a]));
    expect(text).toBe(
      [
        '{',
        '  "schemaVersion": 1,',
        '  "findings": [',
        `    {"path":"deploy/agent.yaml","rule":"docker-socket-mount","fingerprint":"aa",${SAID},"date":"2026-11-25"},`,
        `    {"path":"deploy/agent.yaml","rule":"docker-socket-mount","fingerprint":"bb",${SAID},"date":"2026-11-25"}`,
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
      ['b.json', '2 entries no longer match a finding; `baseline prune` removes them'],
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
    expect(pruneBaseline(sampleResult({ findings: [a, b] }), old).entries).toEqual([
      { rule: 'r', path: 'p', fingerprint: 'aa', reason: 'agreed' },
    ]);
  });

  it('keeps the reasons of what is known when it is written again', () => {
    const old = { path: 'b.json', entries: [{ rule: 'r', path: 'p', fingerprint: 'aa', reason: 'agreed' }] };
    const { entries } = updateBaseline(sampleResult({ findings: [a, b] }), old, {
      reason: 'later',
      date: '2027-01-01',
    });
    expect(entries.map(({ fingerprint, reason }) => [fingerprint, reason])).toEqual([
      ['aa', 'agreed'],
      ['bb', 'later'],
    ]);
  });

  describe('of a scan that does not look at everything', () => {
    const elsewhere = { rule: 'r', path: 'other/x.yaml', fingerprint: 'yy' };
    const fixed = { rule: 'r', path: 'deploy/x.yaml', fingerprint: 'zz' };
    const old = { path: 'b.json', entries: [elsewhere, fixed] };
    const scope: BaselineScope = { pathOf: undefined, covers: ({ path }) => path.startsWith('deploy/') };

    it('keeps the entries of everything else when it is pruned or written', () => {
      const result = sampleResult({ findings: [] });
      expect(pruneBaseline(result, old, scope).entries).toEqual([elsewhere]);
      expect(updateBaseline(result, old, {}, scope).entries).toEqual([elsewhere]);
      const { notes } = applyBaseline(result, old, [], scope);
      expect(notes.map(({ message }) => message)).toEqual([
        '1 entry no longer matches a finding; `baseline prune` removes it',
      ]);
    });

    it.each(['deploy/x.yaml', 'deploy', 'deploy/Chart.yaml'])(
      'keeps the entries of what %s kept from being read',
      (path) => {
        const note = { code: 'syntax', message: 'broken', path, coverage: 'not' } as const;
        const { coverage } = sampleResult();
        const result = sampleResult({ findings: [], coverage: { ...coverage, notUnderstood: [note] } });
        expect(pruneBaseline(result, old, scope).entries).toEqual([elsewhere, fixed]);
      },
    );
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
