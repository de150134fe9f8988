import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fix } from '../../src/model/finding.ts';
import { applyEdits, type Edit, editsOf, unifiedDiff, withoutOverlaps } from '../../src/report/fixes.ts';
import { createSource } from '../../src/text/source.ts';
import { fc } from '../support/fast-check.ts';
import { spanOf } from '../support/sample-run.ts';

function fixed(text: string, safety: 'safe' | 'unsafe', withUnsafe: boolean): string {
  const source = createSource('a', text);
  const fix: Fix = {
    span: spanOf(source, 'b'),
    replacement: 'x',
    safety,
    also: [{ span: spanOf(source, 'd'), replacement: '' }],
  };
  return applyEdits(text, editsOf(fix, withUnsafe));
}

describe('a fix', () => {
  it('writes all of its places', () => {
    expect(fixed('a b c d e\n', 'safe', false)).toBe('a x c  e\n');
  });

  it('is made only when asked for where it is not safe', () => {
    expect(fixed('a b c d e\n', 'unsafe', false)).toBe('a b c d e\n');
    expect(fixed('a b c d e\n', 'unsafe', true)).toBe('a x c  e\n');
  });

  it('is left out as a whole where one of its places is changed already', () => {
    const one = (start: number): Edit => ({ start, end: start + 2, text: 'x' });
    expect(withoutOverlaps([[one(4), one(20)], [one(0)], [one(21), one(30)], [one(6)], [one(6)]])).toEqual([
      one(0),
      one(4),
      one(6),
      one(20),
    ]);
  });
});

describe('the patch', () => {
  it('is a unified diff', () => {
    const source = createSource('a.sh', ['1', '2', '3', '4', 'old', '6', '7', '8', '9'].join('\n'));
    const start = source.text.indexOf('old');
    expect(unifiedDiff(source, [{ start, end: start + 3, text: 'new' }], 'x/a.sh')).toBe(
      '--- a/x/a.sh\n+++ b/x/a.sh\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old\n+new\n 6\n 7\n 8\n',
    );
  });

  it('gives with git what the fix gives', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dockershim-patch-'));
    const text = fc
      .array(fc.constantFrom('a', 'bb', 'ccc ddd', ''), { minLength: 1, maxLength: 30 })
      .map((lines) => lines.join('\n'));
    const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), fc.constantFrom('', 'X', 'Y\nZ'));
    try {
      fc.assert(
        fc.property(text, fc.array(edit, { minLength: 1, maxLength: 4 }), (before, wanted) => {
          const edits = withoutOverlaps(
            wanted.map(([place, size, written]): readonly Edit[] => {
              const start = Math.floor(place * before.length);
              return [{ start, end: Math.min(before.length, start + size), text: written }];
            }),
          ).filter(({ start, end, text: written }) => end > start || written !== '');
          const after = applyEdits(before, edits);
          fc.pre(after !== before && before !== '' && after !== '');
          writeFileSync(join(folder, 'f'), before);
          const patch = unifiedDiff(createSource('f', before), edits, 'f');
          execFileSync('git', ['apply', '--unidiff-zero', '-'], {
            cwd: folder,
            input: patch,
            stdio: ['pipe', 'ignore', 'pipe'],
          });
          expect(readFileSync(join(folder, 'f'), 'utf8')).toBe(after);
        }),
        { numRuns: 40 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
