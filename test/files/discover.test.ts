import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../src/files/discover.ts';

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

describe('what is read', () => {
  it('reads manifests, scripts and configuration, in the order of their paths', () => {
    write('b/deploy.yaml', 'kind: Pod\n');
    write('a/run.sh', 'docker ps\n');
    write('bin/node-setup', '#!/bin/sh\ndocker ps\n');
    write('images/Dockerfile.agent', 'FROM scratch\n');
    write('etc/default/kubelet', 'KUBELET_EXTRA_ARGS=\n');
    write('files/crictl', 'runtime-endpoint: unix:///run/dockershim.sock\n');
    expect(paths()).toEqual([
      'a/run.sh',
      'b/deploy.yaml',
      'bin/node-setup',
      'etc/default/kubelet',
      'files/crictl',
      'images/Dockerfile.agent',
    ]);
  });

  it('leaves programs, prose, packages of others and binary files alone', () => {
    write('main.go', 'package main\n');
    write('README.md', '# docker\n');
    write('node_modules/x/deploy.yaml', 'kind: Pod\n');
    write('vendor/x/run.sh', 'docker ps\n');
    write('data', 'no script\n');
    write('logo.conf', new Uint8Array([1, 0, 2]));
    expect(paths()).toEqual([]);
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
    const { files, notes } = discover(root, ['.']);
    expect(files.map((file) => file.path)).toEqual(['real.yaml']);
    expect(notes.map((note) => [note.path, note.code])).toEqual([['stolen.yaml', 'outside-root']]);
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
      { code: 'too-large', message: 'larger than 8 MiB; it was not read', path: 'huge.yaml', coverage: 'not' },
    ]);
  });
});
