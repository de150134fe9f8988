import { describe, expect, it } from 'vitest';
import { type Mark, renderFrame } from '../../src/report/frame.ts';
import { createStyle } from '../../src/report/style.ts';
import { displayWidth } from '../../src/report/width.ts';
import { createSource, type Source } from '../../src/text/source.ts';
import { spanOf } from '../support/sample-run.ts';

const style = createStyle(false, false);

function frame(source: Source, text: string, width = 80): string[] {
  const mark: Mark = { span: spanOf(source, text), label: 'here', role: 'error', caret: '^' };
  return renderFrame(source, [mark], 1, width, style);
}

/** The columns of the frame that carry a caret. */
function caretColumns(lines: readonly string[]): { start: number; size: number } {
  const line = lines[1] ?? '';
  const carets = /\^+/.exec(line);
  return { start: displayWidth(line.slice(0, carets?.index)), size: carets?.[0].length ?? 0 };
}

describe('code frames', () => {
  it('expand tabs to the next stop', () => {
    expect(frame(createSource('a.sh', 'x\tdocker ps\n'), 'docker')).toEqual([
      '1 │ x   docker ps',
      '  │     ^^^^^^ here',
    ]);
  });

  it('count wide characters as two columns', () => {
    const lines = frame(createSource('a.sh', '日本 docker ps\n'), 'docker');
    expect(lines).toEqual(['1 │ 日本 docker ps', '  │      ^^^^^^ here']);
  });

  it('do not count a byte order mark', () => {
    expect(frame(createSource('a.sh', '\ufeffdocker ps\n'), 'docker')).toEqual(['1 │ docker ps', '  │ ^^^^^^ here']);
  });

  it('leave out the carriage return of a line', () => {
    expect(frame(createSource('a.sh', 'docker ps\r\nx'), 'docker ps')).toEqual(['1 │ docker ps', '  │ ^^^^^^^^^ here']);
  });

  it('show a window of a long line around the mark', () => {
    const source = createSource('a.sh', `${'a'.repeat(500)} docker ps ${'b'.repeat(500)}`);
    const lines = frame(source, 'docker ps', 60);
    expect(displayWidth(lines[0] ?? '')).toBeLessThanOrEqual(60);
    const { start, size } = caretColumns(lines);
    expect([...(lines[0] ?? '')].slice(start, start + size).join('')).toBe('docker ps');
  });

  it('put carets under the characters whatever the width of the terminal', () => {
    const source = createSource('a.sh', `${'日'.repeat(60)}\t${'x'.repeat(90)} docker ps\t${'é'.repeat(70)}`);
    for (let width = 30; width < 300; width += 7) {
      const lines = frame(source, 'docker ps', width);
      const { start, size } = caretColumns(lines);
      const shown = cells(lines[0] ?? '')
        .slice(start, start + size)
        .join('');
      expect(shown).toBe('docker ps');
    }
  });

  it('show the first and the last line of a longer span', () => {
    const source = createSource('a.sh', 'docker run \\\n  --rm \\\n  x\n');
    const mark: Mark = {
      span: { source, start: 0, end: source.text.length - 1 },
      label: 'here',
      role: 'error',
      caret: '^',
    };
    expect(renderFrame(source, [mark], 1, 80, style)).toEqual([
      '1 │ docker run \\',
      '  │ ^^^^^^^^^^^^',
      '  ⋮',
      '3 │   x',
      '  │   ^ here',
    ]);
  });

  it('marks at least one column for an empty span', () => {
    const source = createSource('a.sh', 'ab\n');
    const mark: Mark = { span: { source, start: 2, end: 2 }, label: '', role: 'error', caret: '^' };
    expect(renderFrame(source, [mark], 1, 80, style)).toEqual(['1 │ ab', '  │   ^']);
  });
});

/** One entry a column; a wide character takes two. */
function cells(line: string): string[] {
  return [...line].flatMap((character) => (displayWidth(character) === 2 ? [character, ''] : [character]));
}
