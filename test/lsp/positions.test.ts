import { describe, expect, it } from 'vitest';
import { createRanges } from '../../src/lsp/positions.ts';
import { scanFolder } from '../../src/lsp/scan-folder.ts';
import { createSource } from '../../src/text/source.ts';
import { createFolder, NODE_SCRIPT } from '../support/command-line.ts';

describe('places', () => {
  const rangeOf = (text: string, word: string) => {
    const start = text.indexOf(word);
    return createRanges()({ source: createSource('a', text), start, end: start + word.length });
  };

  it.each([
    ['after a line feed', 'a\nb docker', [1, 2]],
    ['after a carriage return and line feed', 'a\r\nb docker', [1, 2]],
    ['after a lone carriage return, which ends a line for editors', 'a\rb docker', [1, 2]],
    ['behind a byte order mark, which editors take away', '\ufeffdocker', [0, 0]],
    ['behind a sign of two units', '# \u{1f40b} docker', [0, 5]],
  ])('%s', (_, text, [line = 0, character = 0]) => {
    expect(rangeOf(text, 'docker')).toEqual({ start: { line, character }, end: { line, character: character + 6 } });
  });
});

describe('a scan', () => {
  it('that nobody waits for any more reads nothing further and says nothing', async () => {
    const folder = createFolder({ 'a.sh': NODE_SCRIPT, 'b.sh': NODE_SCRIPT, 'c.sh': NODE_SCRIPT });
    let asked = 0;
    const answer = await scanFolder(
      { folder: folder.path, paths: ['.'], open: [] },
      {
        layer: {},
        today: '2026-11-25',
        isAbandoned: () => {
          asked++;
          return true;
        },
      },
    );
    folder.remove();
    expect(answer).toEqual({ kind: 'abandoned' });
    expect(asked).toBeLessThan(10);
  });
});
