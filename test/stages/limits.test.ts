import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

describe('a limit that ends a reading is told, with the line', () => {
  it('for scripts in scripts in scripts', () => {
    const depth = 14;
    const open = Array.from({ length: depth }, (_, i) => `bash <<'END${i}'\n`).join('');
    const close = Array.from({ length: depth }, (_, i) => `END${depth - 1 - i}\n`).join('');
    expect(partly({ 'run.sh': `${open}docker ps\n${close}` })).toEqual(['run.sh budget']);
  });

  it('for blocks of tasks in blocks', () => {
    const depth = 25;
    const blocks = Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- block:\n`).join('');
    const text = `${blocks}${'  '.repeat(depth)}- shell: docker ps\n`;
    expect(partly({ 'roles/node/tasks/main.yml': text })).toEqual(['roles/node/tasks/main.yml too-deep']);
  });
});

function partly(files: Files): readonly string[] {
  return lintTexts(files).coverage.partly.map((note) => `${note.path} ${note.code}`);
}
