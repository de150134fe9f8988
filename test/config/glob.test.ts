import { describe, expect, it } from 'vitest';
import { anyGlob, compileGlob } from '../../src/config/glob.ts';

describe('path patterns', () => {
  it.each([
    ['vendor', 'vendor/a.sh', true],
    ['vendor', 'x/vendor/a.sh', true],
    ['vendor', 'vendors/a.sh', false],
    ['vendor/', 'x/vendor/a.sh', true],
    ['/vendor', 'x/vendor/a.sh', false],
    ['x/vendor', 'x/vendor/a.sh', true],
    ['x/vendor', 'y/x/vendor/a.sh', false],
    ['./x', 'x/a', true],
    ['*.sh', 'deep/in/a.sh', true],
    ['*.sh', 'deep/in/a.shx', false],
    ['deploy/*.yaml', 'deploy/a.yaml', true],
    ['deploy/*.yaml', 'deploy/x/a.yaml', false],
    ['deploy/**/a.yaml', 'deploy/a.yaml', true],
    ['deploy/**/a.yaml', 'deploy/x/y/a.yaml', true],
    ['**/test/**', 'a/test/b', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['.', 'anything', true],
    ['[x]', '[x]', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(compileGlob(pattern)(path)).toBe(expected);
  });

  it('take no time that explodes', () => {
    const pattern = `${'*a'.repeat(500)}b`;
    const started = performance.now();
    expect(compileGlob(pattern)('a'.repeat(5000))).toBe(false);
    expect(compileGlob('**/a/'.repeat(200))(`${'a/'.repeat(2000)}b`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('exclude nothing when there is none', () => {
    expect(anyGlob([])('a')).toBe(false);
  });
});
