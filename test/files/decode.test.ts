import { describe, expect, it } from 'vitest';
import { nulNote } from '../../src/files/accept.ts';
import { decode } from '../../src/files/decode.ts';
import { positionAt } from '../../src/text/source.ts';
import { lintTexts, summaries } from '../support/in-memory.ts';

const SCRIPT = 'kubeadm join\r\ndocker ps\r\n';

const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(SCRIPT), SCRIPT],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${SCRIPT}`), `\ufeff${SCRIPT}`],
    ['UTF-16 as PowerShell writes it', Buffer.from(`\ufeff${SCRIPT}`, 'utf16le'), `\ufeff${SCRIPT}`],
    ['UTF-16, the other way round', bigEndian(`\ufeff${SCRIPT}`), `\ufeff${SCRIPT}`],
    ['UTF-16 without a mark', Buffer.from(SCRIPT, 'utf16le'), SCRIPT],
    ['UTF-16 without a mark, the other way round', bigEndian(SCRIPT), SCRIPT],
    ['a script with one NUL', Buffer.from(`#\0\n${SCRIPT}`), `#\0\n${SCRIPT}`],
    ['a script with a NUL far behind', Buffer.from(`${'#'.repeat(9000)}\0`), `${'#'.repeat(9000)}\0`],
  ])('reads %s', (_name, bytes, text) => {
    expect(decode(bytes)).toBe(text);
  });

  it.each([
    ['an ELF program', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0', 'latin1')],
    ['an archive', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xed, 0xbd, 0x7, 0x60, 0x1c, 0x49])],
  ])('takes %s for binary', (_name, bytes) => {
    expect(decode(bytes)).toBeUndefined();
  });

  it('gives the places that an editor shows', () => {
    const text = decode(Buffer.from(`\ufeff${SCRIPT}`, 'utf16le')) ?? '';
    expect(summaries(lintTexts({ 'node.ps1': text }).findings)).toEqual([
      'node.ps1:2:1 error docker-cli-command "docker"',
    ]);
  });
});

describe('a NUL in a text', () => {
  it('is told with its line', () => {
    const note = nulNote('a.sh', `docker ps\n#\0\n`);
    expect(note?.span && positionAt(note.span.source, note.span.start)).toEqual({ line: 2, column: 2, offset: 11 });
    expect(note?.coverage).toBe('partly');
  });

  it('is nothing to tell where there is none', () => {
    expect(nulNote('a.sh', 'docker ps\n')).toBeUndefined();
  });
});
