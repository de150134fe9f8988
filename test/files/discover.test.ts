import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../src/files/discover.ts';
import type { InputFile } from '../../src/model/input.ts';
import { LIMITS } from '../../src/model/limits.ts';
import type { Note } from '../../src/model/note.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'discover-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const paths = () => discover(root, ['.']).files.map((file) => file.path);
const line = (note: Note) => [note.path, note.code, ...(note.files === undefined ? [] : [note.files])].join(' ');
const left = () => discover(root, ['.']).notes.map(line).sort();

describe('what is read', () => {
  it('reads manifests, scripts and configuration, in the order of their paths', () => {
    write('b/deploy.yaml', 'kind: Pod\n');
    write('a/run.sh', 'docker ps\n');
    write('bin/node-setup', '#!/bin/sh\ndocker ps\n');
    write('images/Dockerfile.agent', 'FROM scratch\n');
    write('etc/default/kubelet', 'KUBELET_EXTRA_ARGS=\n');
    write('files/crictl', 'runtime-endpoint: unix:///run/dockershim.sock\n');
    write('cookbooks/node/recipes/docker.rb', "service 'docker'\n");
    expect(paths()).toEqual([
      'a/run.sh',
      'b/deploy.yaml',
      'bin/node-setup',
      'cookbooks/node/recipes/docker.rb',
      'etc/default/kubelet',
      'files/crictl',
      'images/Dockerfile.agent',
    ]);
  });

  it('leaves programs, prose, packages of others and binary files alone, and says so for each', () => {
    write('main.go', 'package main\n');
    write('test/recipes/docker_spec.rb', "service 'docker'\n");
    write('README.md', '# docker\n');
    write('node_modules/x/deploy.yaml', 'kind: Pod\n');
    write('vendor/x/run.sh', 'docker ps\n');
    write('vendor/x/y/main.go', 'package main\n');
    write('data', 'no script\n');
    write('logo.conf', new Uint8Array([1, 0, 2]));
    expect(paths()).toEqual([]);
    expect(left()).toEqual([
      'README.md other-kind',
      'data other-kind',
      'logo.conf binary',
      'main.go other-kind',
      'node_modules vendored 1',
      'test/recipes/docker_spec.rb other-kind',
      'vendor vendored 2',
    ]);
  });

  it.each(['testdata', 'test_data', 'test-data', '__fixtures__', '__snapshots__'])(
    'leaves what tests are fed with and compare with alone: %s',
    (folder) => {
      write(`tests/${folder}/expected/agent.yaml`, 'kind: Pod\n');
      expect([paths(), left()]).toEqual([[], [`tests/${folder} vendored 1`]]);
    },
  );

  it('reads the templates of a chart in a folder that is called vendor', () => {
    write('charts/web/templates/vendor/base/_names.tpl', '{{ define "name" }}web{{ end }}\n');
    write('charts/web/vendor/x/run.sh', 'docker ps\n');
    expect([paths(), left()]).toEqual([
      ['charts/web/templates/vendor/base/_names.tpl'],
      ['charts/web/vendor vendored 1'],
    ]);
  });

  it('counts what the configuration excludes, and nothing of the history', () => {
    write('.git/objects/aa/bb.yaml', 'kind: Pod\n');
    write('old/a.yaml', 'kind: Pod\n');
    write('old/b/c.yaml', 'kind: Pod\n');
    write('new.yaml', 'kind: Pod\n');
    const { files, notes } = discover(root, ['.'], (path) => path === 'old' || path === 'new.yaml');
    expect(files).toEqual([]);
    expect(notes.map(line)).toEqual(['new.yaml ignored', 'old ignored 2']);
  });

  it('reads an empty file: a chart may need that it is there', () => {
    write('values.yaml', '');
    expect(discover(root, ['.']).files).toEqual([{ path: 'values.yaml', text: '' }]);
  });

  it('reads a file that is asked for by name whatever it is called', () => {
    write('notes/thing', 'docker ps\n');
    expect(discover(root, ['notes/thing']).files).toEqual([{ path: 'notes/thing', text: 'docker ps\n' }]);
  });

  it('says which path does not exist, and which is outside', () => {
    expect(() => discover(root, ['missing'])).toThrow('missing does not exist or cannot be read');
    expect(() => discover(root, ['..'])).toThrow('.. is outside the scanned root');
  });
});

describe.runIf(process.platform !== 'win32')('what a hostile tree may hold', () => {
  it('follows a link to a file inside the root once, and none that leads outside', () => {
    write('real.yaml', 'kind: Pod\n');
    symlinkSync(join(root, 'real.yaml'), join(root, 'again.yaml'));
    symlinkSync('/etc/passwd', join(root, 'stolen.yaml'));
    symlinkSync(root, join(root, 'loop'));
    symlinkSync(join(root, 'nowhere'), join(root, 'broken.yaml'));
    expect(paths()).toEqual(['real.yaml']);
    expect(left()).toEqual(['again.yaml linked', 'broken.yaml linked', 'loop linked', 'stolen.yaml outside-root']);
  });

  it('leaves names out that are no UTF-8, and finds the neighbour', () => {
    write('a.yaml', 'kind: Pod\n');
    writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff]), Buffer.from('.yaml')]), 'kind: Pod\n');
    mkdirSync(Buffer.concat([Buffer.from(`${root}/c`), Buffer.from([0xff])]));
    expect(paths()).toEqual(['a.yaml']);
    expect(left()).toEqual(['b\ufffd.yaml file-name', 'c\ufffd file-name 0']);
  });

  it('does not block on a named pipe and does not open a device', () => {
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    symlinkSync('/dev/zero', join(root, 'zero.sh'));
    const { files, notes } = discover(root, ['.']);
    expect(files).toEqual([]);
    expect(notes.map((note) => [note.path, note.code])).toEqual([
      ['pipe.yaml', 'not-a-regular-file'],
      ['zero.sh', 'outside-root'],
    ]);
  });

  it('names a file that is too large instead of reading it', () => {
    write('huge.yaml', '');
    truncateSync(join(root, 'huge.yaml'), 9 * 1024 * 1024);
    const { files, notes } = discover(root, ['.']);
    expect(files).toEqual([]);
    expect(notes).toEqual([
      { code: 'too-large', message: 'larger than 8 MiB; it was not read', path: 'huge.yaml', coverage: 'left-out' },
    ]);
  });
});

describe('a large repository', () => {
  const limits = { ...LIMITS, heldCharacters: 20 };
  const find = () => discover(root, ['.'], undefined, limits, ({ text }) => !text.includes('docker'));
  const texts = (files: readonly InputFile[]) => files.map(({ path, text }) => [path, text]);

  beforeEach(() => {
    write('a.yaml', 'kind: ConfigMap # first\n');
    write('b.sh', 'docker ps # second\n');
    write('c.yaml', 'kind: Pod # third\n');
  });

  it('holds the files that come first and those of interest, and reads the others when they are asked for', () => {
    const { files } = find();
    write('a.yaml', 'changed\n');
    write('b.sh', 'changed\n');
    write('c.yaml', 'changed\n');
    expect(texts(files)).toEqual([
      ['a.yaml', 'kind: ConfigMap # first\n'],
      ['b.sh', 'docker ps # second\n'],
      ['c.yaml', 'changed\n'],
    ]);
  });

  it('takes a file for empty that is gone by then, or has become something else', () => {
    write('d.yaml', 'kind: Pod # fourth\n');
    const { files } = find();
    rmSync(join(root, 'c.yaml'));
    rmSync(join(root, 'd.yaml'));
    symlinkSync('/etc/passwd', join(root, 'd.yaml'));
    expect(texts(files).slice(2)).toEqual([
      ['c.yaml', ''],
      ['d.yaml', ''],
    ]);
  });

  it('counts only what is held against the limit of all files together', () => {
    const { files, notes } = discover(
      root,
      ['.'],
      undefined,
      { ...limits, runCharacters: 45 },
      ({ text }) => !text.includes('docker'),
    );
    expect([files.map(({ path }) => path), notes]).toEqual([['a.yaml', 'b.sh', 'c.yaml'], []]);
  });
});
