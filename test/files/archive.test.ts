import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readChartArchive } from '../../src/files/archive.ts';
import { type Entry, tar } from '../support/tar.ts';

const read = (entries: readonly Entry[]) => readChartArchive('charts/a-1.tgz', gzipSync(tar(entries)));

describe('chart archives', () => {
  it('gives the files as if they were unpacked in the archive’s place', () => {
    const { files, notes } = read([
      { name: 'a/Chart.yaml', text: 'name: a\n' },
      { name: 'a/templates/pod.yaml', text: 'kind: Pod\n' },
    ]);
    expect(notes).toEqual([]);
    expect(files).toEqual([
      { path: 'charts/a-1.tgz/Chart.yaml', text: 'name: a\n' },
      { path: 'charts/a-1.tgz/templates/pod.yaml', text: 'kind: Pod\n' },
    ]);
  });

  it('reads long names of both kinds', () => {
    const long = `a/templates/${'x'.repeat(120)}.yaml`;
    const record = ` path=${long}\n`;
    const pax = `${record.length + 3}${record}`;
    expect(
      read([
        { name: 'l', text: `${long}\0`, type: 'L' },
        { name: 'short', text: '1' },
      ]).files[0]?.path,
    ).toBe(`charts/a-1.tgz/${long.slice(2)}`);
    expect(
      read([
        { name: 'p', text: pax, type: 'x' },
        { name: 'short', text: '1' },
      ]).files[0]?.path,
    ).toBe(`charts/a-1.tgz/${long.slice(2)}`);
  });

  it('refuses paths that lead outside, and ignores links and devices', () => {
    const { files, notes } = read([
      { name: '../../etc/cron.d/x', text: 'evil' },
      { name: '/etc/passwd', text: 'evil' },
      { name: 'a/link.yaml', text: '', type: '2' },
      { name: 'a/device.yaml', text: '', type: '3' },
    ]);
    expect(files).toEqual([]);
    expect(notes.map((note) => note.message)).toEqual([
      'holds a path that leads outside the chart; that file was not read',
      'holds a path that leads outside the chart; that file was not read',
    ]);
  });

  it('stops at a bomb, at too many entries, at a torn end and at what is no archive', () => {
    const message = (bytes: Uint8Array) => readChartArchive('charts/a-1.tgz', bytes).notes.map((note) => note.message);
    expect(message(gzipSync(Buffer.alloc(60 * 1024 * 1024)))).toEqual([
      'unpacks to more than the limit; it was not read',
    ]);
    expect(message(Buffer.from('plain'))).toEqual(['is not a gzip archive']);
    expect(message(gzipSync(tar([{ name: 'a/x.yaml', text: 'x'.repeat(2000) }]).subarray(0, 1500)))).toEqual([
      'ends in the middle of a file',
    ]);
    const many = Array.from({ length: 10_001 }, (_, i) => ({ name: `a/${i}`, text: '' }));
    expect(message(gzipSync(tar(many)))).toEqual(['holds more than 10000 entries; the rest was not read']);
  });

  it('leaves out one entry that is too large', () => {
    const { files, notes } = read([
      { name: 'a/big.json', text: 'x'.repeat(5 * 1024 * 1024 + 1) },
      { name: 'a/values.yaml', text: 'a: 1\n' },
    ]);
    expect(files.map((file) => file.path)).toEqual(['charts/a-1.tgz/values.yaml']);
    expect(notes.map((note) => note.message)).toEqual(['big.json is larger than 5 MiB; it was not read']);
  });
});
