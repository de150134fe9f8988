/** Scans again when a file changes, and shows earlier reports as a line. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { untilChange } from '../../src/files/watch.ts';
import { createFolder, type Folder, NODE_SCRIPT } from '../support/command-line.ts';

let folder: Folder;
afterEach(() => folder?.remove());

describe('--watch', () => {
  it('scans again after each change, and ends with the status of the last scan', async () => {
    folder = createFolder({ 'join.sh': NODE_SCRIPT });
    const edits = [
      () => folder.write({ 'join.sh': '#!/bin/sh\nkubeadm join 10.0.0.1:6443\n' }),
      () => folder.write({ '.dockershim.yaml': 'fail-onn: error\n' }),
      () => folder.write({ '.dockershim.yaml': '', 'join.sh': NODE_SCRIPT }),
    ];
    const between = () => {
      const edit = edits.shift();
      edit?.();
      return edit !== undefined;
    };
    const { code, out, err } = await folder.run(['--watch', '--format', 'compact'], { between });
    expect(out.match(/join\.sh:3:1: error/g)).toHaveLength(2);
    expect(err.match(/Watching for changes/g)).toHaveLength(4);
    expect(err).toContain('.dockershim.yaml:1: Unknown key "fail-onn". Did you mean "fail-on"?');
    expect(code).toBe(1);
  });

  it('does not take the reports that it writes for a change', async () => {
    folder = createFolder({ 'join.sh': NODE_SCRIPT });
    const own: boolean[] = [];
    const between = (isOwn: (path: string) => boolean) => {
      own.push(...['out/r.json', 'out/.r.json.0123abcd.tmp', 'join.sh', 'out/other.json'].map(isOwn));
      return false;
    };
    mkdirSync(join(folder.path, 'out'));
    await folder.run(['--watch', '--output', 'json=out/r.json'], { between });
    expect(own).toEqual([true, true, false, false]);
  });

  it.each([
    [['--watch', '--fix'], '--fix writes what --watch looks at; give one of them.'],
    [['--watch', '-'], 'Standard input (-) cannot be watched.'],
  ])('refuses %j', async (args, sentence) => {
    folder = createFolder({ 'join.sh': NODE_SCRIPT });
    expect((await folder.run(args)).err).toBe(`dockershim-lint: ${sentence}\n`);
  });

  it('sees a file that is written, also in a new folder, and not what it is told to pass over', async () => {
    const path = mkdtempSync(join(tmpdir(), 'dockershim-watch-'));
    const seen: string[] = [];
    const change = untilChange(path, (name) => {
      seen.push(name);
      return name === 'own.json';
    });
    writeFileSync(join(path, 'own.json'), '');
    mkdirSync(join(path, 'deploy'));
    writeFileSync(join(path, 'a.yaml'), '');
    await change;
    expect(seen).toContain('a.yaml');
    rmSync(path, { recursive: true });
  });
});

describe('--history', () => {
  const report = (date: string | undefined, ...severities: string[]) =>
    JSON.stringify({
      schemaVersion: 1,
      ...(date === undefined ? {} : { subject: { name: 'a', date } }),
      findings: severities.map((severity) => ({ severity })),
    });

  it('draws what earlier JSON reports counted, each day once, and today', async () => {
    folder = createFolder({
      'join.sh': NODE_SCRIPT,
      'past/a.json': report('2026-09-01', 'error', 'error', 'warning'),
      'past/b.json': report('2026-09-01', 'error', 'error', 'error', 'warning'),
      'past/2026-10-01.json': report(undefined, 'error', 'error'),
      'past/notes.json': '{"a": 1}',
      'past/torn.json': '{',
    });
    const { out, err } = await folder.run(['join.sh', '--format', 'html', '--history', 'past']);
    expect(out).toContain('aria-label="errors from 3 to 1, warnings from 1 to 0, notices from 0 to 0"');
    expect([...out.matchAll(/<polyline class="(\w+)" points="([^"]*)"/g)].map(([, ...parts]) => parts)).toEqual([
      ['error', '0.0,0.0 211.8,40.0 600.0,80.0'],
      ['warning', '0.0,80.0 211.8,120.0 600.0,120.0'],
      ['notice', '0.0,120.0 211.8,120.0 600.0,120.0'],
    ]);
    expect(err).toBe(
      'past/notes.json is not a JSON report with a date; it was left out.\npast/torn.json is not a JSON report with a date; it was left out.\n',
    );
  });

  it('reads the reports that the linter itself writes', async () => {
    folder = createFolder({ 'join.sh': NODE_SCRIPT });
    const { out } = await folder.run(['--format', 'json']);
    expect(JSON.parse(out).subject.date).toBe('2026-11-25');
    folder.write({ 'past/r.json': out.replace('2026-11-25', '2026-11-20') });
    expect((await folder.run(['join.sh', '--format', 'html', '--history', 'past'])).out).toContain(
      'aria-label="errors from 1 to 1, ',
    );
  });

  it('has no line for a single day, and is refused without the HTML report or a folder', async () => {
    folder = createFolder({ 'join.sh': NODE_SCRIPT, 'past/a.txt': '' });
    expect((await folder.run(['join.sh', '--format', 'html', '--history', 'past'])).out).not.toContain('<polyline');
    expect((await folder.run(['--history', 'past'])).err).toContain('--history adds a line to the HTML report');
    expect((await folder.run(['--history', 'gone', '--format', 'html'])).err).toContain(
      'The history gone is not a folder that can be read.',
    );
  });
});
