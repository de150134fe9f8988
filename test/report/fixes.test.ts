import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, editOf, unifiedDiff, withoutOverlaps } from '../../src/report/fixes.ts';
import { createSource } from '../../src/text/source.ts';
import { sampleFinding, spanOf } from '../support/sample-run.ts';

/** The text after the fix, or undefined where there is none. */
function fixed(
  text: string,
  flag: string,
  replacement = '',
  safety: 'safe' | 'unsafe' = 'safe',
  withUnsafe = false,
): string | undefined {
  const source = createSource('a', text);
  const span = spanOf(source, flag);
  const edit = editOf(sampleFinding({ span, fix: { span, replacement, safety } }), withUnsafe);
  return edit && applyEdits(text, [edit]);
}

describe('a safe fix', () => {
  it('replaces exactly the span', () => {
    expect(fixed('path: /var/run/dockershim.sock\n', '/var/run/dockershim.sock', '/run/x.sock')).toBe(
      'path: /run/x.sock\n',
    );
  });

  it.each([
    ['kubelet --a=1 --b=2 --c=3\n', 'kubelet --a=1 --c=3\n'],
    ['kubelet --b=2\n', 'kubelet\n'],
    ['X="--b=2 --c=3"\n', 'X="--c=3"\n'],
    ['X="--a=1 --b=2"\n', 'X="--a=1"\n'],
    ['kubelet \\\n  --b=2 \\\n  --c=3\n', 'kubelet \\\n  --c=3\n'],
    ['args:\n  - --b=2\n  - --c=3\n', 'args:\n  - --c=3\n'],
  ])('deletes from %j', (before, after) => {
    expect(fixed(before, '--b=2')).toBe(after);
  });

  it.each(['kubelet \\\n  --b=2\nnext\n', 'args:\n  - "--b=2"\n', 'args: ["--a=1", "--b=2"]\n', 'X="--b=2"\n'])(
    'leaves alone what would mean something else: %j',
    (text) => {
      expect(fixed(text, '--b=2')).toBe(undefined);
    },
  );

  it('takes a whole line with it where the fix is the line', () => {
    expect(fixed('args:\n  a: 1\n  b: 2\n', '  a: 1\n')).toBe('args:\n  b: 2\n');
  });

  it('is made only when asked for where it is not safe', () => {
    expect(fixed('a b\n', 'b', 'c', 'unsafe')).toBe(undefined);
    expect(fixed('a b\n', 'b', 'c', 'unsafe', true)).toBe('a c\n');
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
            wanted.map(([place, size, written]): Edit => {
              const start = Math.floor(place * before.length);
              return { start, end: Math.min(before.length, start + size), text: written };
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
