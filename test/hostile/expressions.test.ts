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
    ['a line of a hundred thousand words', `${NODE}frob ${'docker '.repeat(100_000)}\n`, 'a.sh'],
  ])('%s', (_, text, path) => {
    const { notes } = lintTexts({ [path]: text });
    expect(notes.filter(({ code }) => code === 'internal')).toEqual([]);
  });
});
