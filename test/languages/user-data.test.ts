import { describe, expect, test } from 'vitest';
import { readUserData } from '../../src/languages/cloud-init/user-data.ts';
import { EMPTY_READING, type Input } from '../../src/languages/front-end.ts';
import { inputOf } from './text-support.ts';

function parts(text: string): Input[] {
  const embedded: Input[] = [];
  const record = (input: Input) => {
    embedded.push(input);
    return EMPTY_READING;
  };
  readUserData(inputOf('user-data', text), record, record);
  return embedded;
}

describe('user data', () => {
  test('a script', () => {
    expect(parts('#!/bin/sh\ndocker ps\n').map((input) => input.language)).toEqual(['shell']);
  });

  test('cloud-config', () => {
    expect(parts('#cloud-config\nruncmd: []\n').map((input) => input.language)).toEqual(['cloud-init']);
  });

  test('parts of a mail, one of them in base64', () => {
    const text = [
      'Content-Type: multipart/mixed; boundary="==B=="',
      'MIME-Version: 1.0',
      '',
      '--==B==',
      'Content-Type: text/cloud-config; charset="us-ascii"',
      '',
      '#cloud-config',
      '--==B==',
      'Content-Type: text/x-shellscript',
      'Content-Disposition: attachment; filename="run.sh"',
      '',
      'docker ps',
      '--==B==',
      'Content-Type: text/x-shellscript',
      'Content-Transfer-Encoding: base64',
      '',
      'ZG9ja2VyIGluZm8=',
      '--==B==--',
    ].join('\n');
    const read = parts(text);
    expect(read.map((input) => [input.language, input.view.text])).toEqual([
      ['cloud-init', '#cloud-config\n'],
      ['shell', 'docker ps\n'],
      ['shell', 'docker info'],
    ]);
    expect(read.map((input) => input.label)).toEqual([
      'text/cloud-config in user-data',
      'run.sh in user-data',
      'text/x-shellscript in user-data',
    ]);
    expect(read[1]?.view.root(0, 9).span.start).toBe(text.indexOf('docker ps'));
  });
});
