import { describe, expect, it } from 'vitest';
import { type Outcome, quietParts } from '../../src/report/outcome.ts';

const QUIET: Outcome = { files: 10, unread: 0, accepted: 0, comparison: undefined };

describe('what is said when nothing counts', () => {
  it.each<[string, Partial<Outcome>, string]>([
    ['everything was read', {}, 'Nothing found that depends on dockershim or Docker Engine'],
    ['there was no file', { files: 0 }, 'Nothing to scan'],
    ['something is accepted', { accepted: 23 }, 'Nothing new; 23 accepted'],
    ['a file was not understood', { unread: 1 }, 'Nothing found in what could be read; 1 file was not understood'],
    ['the only file was not understood', { files: 1, unread: 1 }, 'Nothing could be read; 1 file was not understood'],
    ['it was compared', { comparison: { existing: 300, fixed: 2 } }, 'Nothing new; 300 existing; 2 fixed'],
    [
      'it was compared, accepted and not read',
      { comparison: { existing: 0, fixed: 0 }, accepted: 4, unread: 2 },
      'Nothing new in what could be read; 4 accepted; 2 files were not understood',
    ],
  ])('%s', (_, parts, sentence) => {
    expect(quietParts({ ...QUIET, ...parts }).join('; ')).toBe(sentence);
  });
});
