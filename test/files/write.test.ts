import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFile, rewriteFile, writeFile } from '../../src/files/write.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/git-repository.ts';

afterAll(removeTemporaryFolders);

/** A folder of a stranger, and one that it must not reach. */
function folders() {
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'kept'), 'kept');
  const root = temporaryFolder();
  const place = (path: string) => ({ path: join(root, path), name: 'The report', guarded: [root] });
  return { outside, root, place };
}

describe('a file is written', () => {
  it('whole, into folders that are made for it, and nothing else is left behind', () => {
    const { root, place } = folders();
    writeFile(place('a/b/report.json'), 'one');
    writeFile(place('a/b/report.json'), 'two');
    expect(readFileSync(join(root, 'a/b/report.json'), 'utf8')).toBe('two');
    expect(readdirSync(join(root, 'a/b'))).toEqual(['report.json']);
  });

  it.skipIf(process.platform === 'win32')('with the mode that it had', () => {
    const { root, place } = folders();
    writeFileSync(join(root, 'run.sh'), 'old');
    chmodSync(join(root, 'run.sh'), 0o750);
    writeFile(place('run.sh'), 'new');
    expect(statSync(join(root, 'run.sh')).mode & 0o777).toBe(0o750);
  });

  it('apart from the other names that the old one had', () => {
    const { outside, root, place } = folders();
    linkSync(join(outside, 'kept'), join(root, 'report'));
    writeFile(place('report'), 'new');
    expect(readFileSync(join(outside, 'kept'), 'utf8')).toBe('kept');
  });

  it('through a link that stands outside the guarded folders, as /tmp is one on some machines', () => {
    const { outside, root } = folders();
    const beside = temporaryFolder();
    symlinkSync(outside, join(beside, 'link'));
    writeFile({ path: join(beside, 'link/report'), name: 'The report', guarded: [root] }, 'text');
    expect(readFileSync(join(outside, 'report'), 'utf8')).toBe('text');
  });
});

describe('nothing is written', () => {
  it('through a link in place of the file, whether it leads anywhere or not', () => {
    const { outside, root, place } = folders();
    symlinkSync(join(outside, 'kept'), join(root, 'a'));
    symlinkSync(join(outside, 'none'), join(root, 'b'));
    for (const name of ['a', 'b']) {
      expect(() => writeFile(place(name), 'x')).toThrow('The report is a link, and nothing is written through one.');
      expect(() => createFile(place(name), 'x')).toThrow('is a link');
      expect(rewriteFile(join(root, name), Buffer.from('kept'), Buffer.from('x'), [root])).toBe(false);
    }
    expect([readFileSync(join(outside, 'kept'), 'utf8'), existsSync(join(outside, 'none'))]).toEqual(['kept', false]);
  });

  it('through a link in place of a folder above it', () => {
    const { outside, root, place } = folders();
    symlinkSync(outside, join(root, 'out'));
    const message = `The report would be written through the link ${join(root, 'out')}.`;
    for (const path of ['out/kept', 'out/new/report']) {
      expect(() => writeFile(place(path), 'x')).toThrow(message);
      expect(() => createFile(place(path), 'x')).toThrow(message);
    }
    expect(rewriteFile(join(root, 'out/kept'), Buffer.from('kept'), Buffer.from('x'), [root])).toBe(false);
    expect([readFileSync(join(outside, 'kept'), 'utf8'), readdirSync(outside)]).toEqual(['kept', ['kept']]);
  });

  it('in place of a folder, or of a file that is there and was to be new', () => {
    const { root, place } = folders();
    mkdirSync(join(root, 'folder'));
    writeFileSync(join(root, 'file'), 'old');
    expect(() => writeFile(place('folder'), 'x')).toThrow('The report is not a regular file.');
    expect(() => createFile(place('file'), 'x')).toThrow('The report is there already.');
    expect(() => writeFile(place('file/inner'), 'x')).toThrow('The report cannot be written.');
    expect([lstatSync(join(root, 'folder')).isDirectory(), readFileSync(join(root, 'file'), 'utf8')]).toEqual([
      true,
      'old',
    ]);
  });

  it('into a file that changed since it was read', () => {
    const { root } = folders();
    const path = join(root, 'file');
    writeFileSync(path, 'newer');
    expect(rewriteFile(path, Buffer.from('old'), Buffer.from('x'), [root])).toBe(false);
    expect(rewriteFile(path, Buffer.from('newer'), Buffer.from('fixed'), [root])).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('fixed');
  });
});
