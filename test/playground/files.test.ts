/** What comes into the playground: links that strangers write, and what people drop. */
import { deflateSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { guessName } from '../../src/playground/guess-name.ts';
import { fragmentOf, type Shared, sharedIn } from '../../src/playground/share.ts';
import { readUpload } from '../../src/playground/upload.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';

describe('a link', () => {
  it('brings back every text as it was', () => {
    const shared: Shared = {
      files: HOSTILE_TEXTS.map((text, index) => ({ path: `nodes/${index}.sh`, text })),
      runtime: 'cri-o',
      minor: 31,
    };
    const fragment = fragmentOf(shared);
    expect(fragment).toMatch(/^#1\.[\w-]+$/);
    expect(sharedIn(fragment)).toEqual(shared);
  });

  const written = (value: unknown) =>
    `#1.${Buffer.from(deflateSync(Buffer.from(JSON.stringify(value)))).toString('base64url')}`;

  it.each([
    ['nothing', ''],
    ['another version', '#2.AAAA'],
    ['no base64', '#1.%%%'],
    ['no compressed text', '#1.AAAA'],
    ['a list', written([])],
    ['null', written(null)],
    ['no files', written({ files: 'a' })],
    ['too many files', written({ files: Array.from({ length: 501 }, (_, i) => [`${i}`, '']) })],
    ['more than may be unpacked', written({ files: [['a', 'a'.repeat(9_000_000)]] })],
    ['a very long one', `#1.${'A'.repeat(2_000_001)}`],
  ])('that holds %s is none', (_, fragment) => {
    expect(sharedIn(fragment)).toBeUndefined();
  });

  it('brings only texts with paths, and only runtimes that are known', () => {
    const files = [['a.sh', 'x'], ['../a.sh', 'x'], ['/a.sh', 'x'], ['', 'x'], ['b.sh', 1], 'c', ['__proto__', 'x']];
    expect(sharedIn(written({ files, runtime: '<img>', minor: '1' }))).toEqual({
      files: [
        { path: 'a.sh', text: 'x' },
        { path: '__proto__', text: 'x' },
      ],
      runtime: undefined,
      minor: undefined,
    });
  });
});

describe('what is dropped', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));

  it('is a file, whatever it is called', () => {
    expect(readUpload([{ path: 'notes.md', bytes: bytes('docker ps') }])).toEqual({
      files: [{ path: 'notes.md', text: 'docker ps' }],
      remarks: [],
    });
  });

  it('is a zip, read as a scan would read the folder, without the folder around it', () => {
    const zip = zipSync({
      'shop-main/.git/config': bytes('a'),
      'shop-main/README.md': bytes('# Shop'),
      'shop-main/node_modules/a/a.yaml': bytes('a: b'),
      'shop-main/deploy/agent.yaml': bytes('kind: Pod'),
      'shop-main/hack/up': bytes('#!/bin/sh\n'),
      'shop-main/hack/words': bytes('a word'),
      'shop-main/logo.yaml': new Uint8Array([0, 1, 2]),
      'shop-main/charts/agent-1.0.0.tgz': bytes('a'),
      'shop-main/../evil.yaml': bytes('a: b'),
    });
    const { files, remarks } = readUpload([{ path: 'shop.zip', bytes: zip }]);
    expect(files.map(({ path }) => path)).toEqual(['deploy/agent.yaml', 'hack/up']);
    expect(remarks).toEqual(['Packaged charts are not unpacked here; the command line reads them.']);
  });

  it.each([
    ['no zip', new Uint8Array([1, 2, 3]), 'a.zip is not a zip archive that can be read.'],
    [
      'a zip that unpacks to too much',
      zipSync({ 'a.yaml': new Uint8Array(25 * 1024 * 1024) }),
      'a.zip unpacks to more than 24 MiB; the rest was not read.',
    ],
    ['an empty zip', zipSync({}), 'There is nothing in it that is read here.'],
  ])('and is %s, says so', (_, zip, remark) => {
    const { files, remarks } = readUpload([{ path: 'a.zip', bytes: zip }]);
    expect(files).toEqual([]);
    expect(remarks).toContain(remark);
  });

  it('is cut at the limit of files, and says so', () => {
    const many = Array.from({ length: 2001 }, (_, index) => ({ path: `a/${index}.yaml`, bytes: bytes('a: b') }));
    const { files, remarks } = readUpload(many);
    expect([files.length, remarks.length]).toEqual([2000, 1]);
  });

  it('may be UTF-16 with its mark', () => {
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('docker ps', 'utf16le')]);
    expect(readUpload([{ path: 'a.ps1', bytes: new Uint8Array(text) }]).files[0]?.text).toBe('docker ps');
  });
});

describe('a text that is pasted', () => {
  it.each([
    ['apiVersion: v1\nkind: Pod\n', 'pasted.yaml'],
    ['# a comment\nFROM docker\n', 'Dockerfile'],
    ['#!/usr/bin/env bash\n', 'pasted.sh'],
    ['docker ps\n', 'pasted.sh'],
    ['{ "a": 1 }', 'pasted.json'],
    ['[Unit]\nAfter=docker.service\n', 'pasted.service'],
    ['resource "a" "b" {\n}\n', 'pasted.tf'],
    ['', 'pasted.yaml'],
  ])('%j is called %s', (text, name) => {
    expect(guessName(text)).toBe(name);
  });
});
