/** Files of a machine's first boot that are compressed. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { embed } from '../../src/languages/read.ts';
import { describeFacts, inputOf } from './text-support.ts';

const gzip = (text: string | Buffer) => gzipSync(text).toString('base64');

function read(content: string, encoding = 'gz+b64') {
  const text = `#cloud-config
write_files:
  - path: /opt/run.sh
    encoding: ${encoding}
    content: ${content}
`;
  const reading = embed(inputOf('user-data', text));
  return { commands: describeFacts(reading, 'command'), notes: reading.notes.map(({ message }) => message) };
}

describe('content in gzip and base64', () => {
  test('is read, and findings point at all of it', () => {
    expect(read(gzip('#!/bin/sh\ndocker ps\n'))).toEqual({ commands: ['5:14 run docker ps'], notes: [] });
    expect(read(`!!binary |\n      ${gzip('#!/bin/sh\ndocker ps\n')}`, 'gzip').commands).toHaveLength(1);
  });

  test('that is no gzip, or no text, is said not to be read', () => {
    const note = 'the content of /opt/run.sh is compressed, and cannot be unpacked; it was not read';
    expect(read('aGVsbG8gd29ybGQ=').notes).toEqual([note]);
    expect(read(gzip(Buffer.from([0, 1, 2, 3, 255]))).notes).toEqual([note]);
    expect(read(gzip('#!/bin/sh\ndocker ps\n').slice(0, 24)).notes).toEqual([note]);
  });

  test('that unpacks to more than the limit is left', () => {
    expect(read(gzip(Buffer.alloc(40 * 1024 * 1024, 'a')))).toEqual({
      commands: [],
      notes: ['the content of /opt/run.sh unpacks to more than the limit; it was not read'],
    });
  });

  test('in a part of a mail', () => {
    const text = [
      'Content-Type: multipart/mixed; boundary="==B=="',
      'MIME-Version: 1.0',
      '',
      '--==B==',
      'Content-Type: text/x-shellscript',
      'Content-Transfer-Encoding: base64',
      '',
      gzip('#!/bin/sh\ndocker images\n'),
      '--==B==--',
    ].join('\n');
    expect(describeFacts(embed(inputOf('user-data', text)), 'command')).toEqual(['8:1 run docker images']);
  });
});
