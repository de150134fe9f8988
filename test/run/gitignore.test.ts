import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ignoredByGit } from '../../src/run/gitignore.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/git-repository.ts';

afterAll(removeTemporaryFolders);

const PATHS = [
  'a.log',
  'b/a.log',
  'b/c/keep.log',
  'out/x',
  'b/out/x',
  'b/c/d.txt',
  'b/c/e.txt',
  'f1',
  'f2',
  'g h',
  '#x',
  'b/o.d/x',
];

describe('.gitignore', () => {
  it.each([
    ['*.log\n!keep.log\n'],
    ['/out\n'],
    ['out/\n'],
    ['b/*\n!b/c\n'],
    ['b/\n!b/c/d.txt\n'],
    ['**/c/*.txt\n'],
    ['b/**/x\n'],
    ['f[12]\n'],
    ['f[!1]\n'],
    ['?1\n\\#x\n# a comment\n'],
    ['g h   \n'],
    ['*.d\n'],
    ['*\n!*/\n!b/c/**\n'],
  ])('%j leaves out what git leaves out', (text) => {
    const folder = temporaryFolder();
    for (const path of PATHS) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    writeFileSync(join(folder, '.gitignore'), text);
    writeFileSync(join(folder, 'b/.gitignore'), '!e.txt\n');
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const git = execFileSync('git', ['ls-files', '--others', '--ignored', '--exclude-standard', '-z'], { cwd: folder });
    const ignored = ignoredByGit(folder);
    expect(PATHS.filter(ignored).sort()).toEqual(
      git
        .toString('utf8')
        .split('\0')
        .filter((path) => PATHS.includes(path))
        .sort(),
    );
  });

  it('of a stranger takes no longer than any other', () => {
    const folder = temporaryFolder();
    execFileSync('git', ['init', '-q'], { cwd: folder });
    writeFileSync(join(folder, '.gitignore'), `${'*a'.repeat(60)}b\n`);
    expect(ignoredByGit(folder)('a'.repeat(250))).toBe(false);
  });
});
