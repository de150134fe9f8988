/** What the extension for Visual Studio Code is packed from. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEditor } from './support/editor.ts';
import { removeTemporaryFolders, temporaryFolder } from './support/git-repository.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(temporaryFolder(), 'vscode');

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/vscode.mjs'), '--outdir', folder]);
});
afterAll(removeTemporaryFolders);

describe('the extension', () => {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

  it('holds what vsce packs, under the version of the program and for the editor whose types it was written with', () => {
    const { version, devDependencies } = read(join(root, 'package.json'));
    const description = read(join(folder, 'package.json'));
    expect([description.version, read(join(root, 'editors/vscode/package.json')).version]).toEqual([version, version]);
    expect(description.engines).toEqual({ vscode: `^${devDependencies['@types/vscode']}` });
    expect([description.publisher, description.license, description.dependencies]).toEqual([
      'dockershim-lint',
      'MIT',
      undefined,
    ]);
    expect(readdirSync(folder).sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'extension.cjs', 'licenses.txt', 'package.json', 'server'].sort(),
    );
    expect(description.main).toBe('./extension.cjs');
  });

  it('is one file that asks for nothing but the editor and Node', () => {
    const text = readFileSync(join(folder, 'extension.cjs'), 'utf8');
    const asked = new Set([...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name));
    expect([...asked].filter((name) => !/^(?:node:)?[a-z_]+(?:\/promises)?$/.test(name ?? ''))).toEqual([]);
    expect(asked).toContain('vscode');
    expect(readFileSync(join(folder, 'licenses.txt'), 'utf8')).toContain('vscode-languageclient 11.0.0 (MIT)');
  });

  it('carries a server that starts', async () => {
    const editor = await startEditor(join(folder, 'server'), [], ['--stdio']);
    expect(editor.capabilities.hoverProvider).toBe(true);
    expect(await editor.quit()).toBe(0);
  });
});
