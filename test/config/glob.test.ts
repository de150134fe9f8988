import { describe, expect, it } from 'vitest';
import { anyGlob, compileGlob } from '../../src/config/glob.ts';
import { growth, IN_PROPORTION } from '../support/steps.ts';

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

  it('take steps in proportion to the path', () => {
    const stars = compileGlob(`${'*a'.repeat(200)}b`);
    const folders = compileGlob('**/a/'.repeat(50));
    expect([stars('a'.repeat(5000)), folders(`${'a/'.repeat(2000)}b`)]).toEqual([false, true]);
    expect(growth(2000, (size) => stars('a'.repeat(size)))).toBeLessThan(IN_PROPORTION);
    expect(growth(500, (size) => folders(`${'a/'.repeat(size)}b`))).toBeLessThan(IN_PROPORTION);
  });

  it('exclude nothing when there is none', () => {
    expect(anyGlob([])('a')).toBe(false);
  });
});
