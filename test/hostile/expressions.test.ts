import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenizer } from 'acorn';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';
import { describe, expect, test } from 'vitest';
import { isLogrotate } from '../../src/languages/ini/logrotate.ts';
import { lintTexts } from '../support/in-memory.ts';

const NODE = '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n';

/** Each of these took minutes or more: an expression could split its text in two ways at every repetition, or was tried at every character. */
describe('a text that an expression almost matches is read at once', () => {
  test.each([
    ['paths of a file that is no logrotate', () => isLogrotate('x.conf', '/var/run/docker.sock '.repeat(300)), false],
    ['paths of logrotate', () => isLogrotate('x.conf', `${'/a/b '.repeat(300)}{\n  rotate 4\n}\n`), true],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toBe(expected);
  });

  test.each([
    [
      'paths in a text that a script writes',
      `${NODE}cat > /etc/x.conf <<'EOT'\n${'/var/run/docker.sock '.repeat(500)}\nEOT\n`,
      'a.sh',
    ],
    ['comments with Windows line ends before no options', `${'#\r\n\t'.repeat(500)}docker\n`, 'etc/kubelet'],
    [
      'references with digits in a word',
      `${NODE}f() { docker exec web ls $1; }\nf '$1${'${0}'.repeat(60)}!'\nf "a${'${0}'.repeat(60)}!"\n`,
      'a.sh',
    ],
    [
      'commands of a cluster that get no nodes',
      `${NODE}for n in ${'oc.get.'.repeat(6000)}; do docker ps; done\n`,
      'a.sh',
    ],
    ['tests of Puppet that end nowhere', `class kubernetes {\n  if${'\t'.repeat(20_000)}\n}\n`, 'manifests/init.pp'],
    [
      'options that only begin with dashes',
      `[Service]\nExecStart=/usr/bin/kubelet ${'-'.repeat(60_000)} docker\n`,
      'kubelet.service',
    ],
    ['tests of bats in one line', `${NODE}${'\r@test\t'.repeat(20_000)}\ndocker ps\n`, 'a.sh'],
    [
      'blank lines before no roles',
      `- hosts: all\n${'\n'.repeat(60_000)}  tasks:\n    - shell: docker ps\n`,
      'roles/a/tasks/main.yml',
    ],
    ['a line of a hundred thousand words', `${NODE}frob ${'docker '.repeat(100_000)}\n`, 'a.sh'],
  ])('%s', (_, text, path) => {
    const { notes } = lintTexts({ [path]: text });
    expect(notes.filter(({ code }) => code === 'internal')).toEqual([]);
  });
});

interface Expression {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

function expressionsOf(path: string): Expression[] {
  const { code } = transformSync(readFileSync(path, 'utf8'), { loader: 'ts', target: 'esnext' });
  return [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })].flatMap(({ type, start, end }) => {
    if (type.label !== 'regexp') return [];
    const close = code.lastIndexOf('/', end);
    return [{ path, source: code.slice(start + 1, close), flags: code.slice(close + 1, end).replace('d', '') }];
  });
}

/** Two repetitions that can share a text in many ways, or one that is tried anew behind each of its own characters. */
function isSuperLinear({ source, flags }: Expression): boolean {
  return analyse({ source, flags }).reports.length > 0;
}

describe('expressions of the sources', () => {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const expressions = paths.flatMap((path) => expressionsOf(join('src', path)));

  test('are found by the hundred, so that this test asks about something', () => {
    expect(expressions.length).toBeGreaterThan(1500);
  });

  test('take steps in proportion to their text', () => {
    expect(expressions.filter(isSuperLinear).map(({ path, source }) => `${path}: ${source}`)).toEqual([]);
  });

  test.each([
    ['a blank behind a blank', String.raw`\s*\(?\s*"`],
    ['what stands at the end', String.raw`\/+$`],
    ['everything twice', '^(.*)(.*)x$'],
  ])('would be refused: %s', (_, source) => {
    expect(isSuperLinear({ path: '', source, flags: '' })).toBe(true);
  });
});
