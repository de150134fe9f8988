import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/config/options.ts';
import { lintThroughCache } from '../../src/run/cached.ts';
import { createFolder, type Folder } from '../support/command-line.ts';
import { lintOptions } from '../support/lint-options.ts';

const FILES = {
  'nodes/setup.sh':
    '#!/bin/sh\nkubeadm join\ndocker ps\nsystemctl restart docker # dockershim: ignore -- until spring\n',
  'deploy/agent.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: agent}\nspec:\n  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /s}]}]\n  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]\n',
  'chart/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'chart/values.yaml': 'socket:\n  enabled: false\n  path: /var/run/docker.sock\n',
  'chart/templates/pod.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: c}\nspec:\n  containers: [{name: a, image: a}]\n  {{- if .Values.socket.enabled }}\n  volumes: [{name: s, hostPath: {path: {{ .Values.socket.path }} }}]\n  {{- end }}\n',
  'broken.yaml': 'image: docker\n  - : [\n',
};

let folder: Folder;
let cache: string;

beforeEach(() => {
  folder = createFolder(FILES);
  cache = mkdtempSync(join(tmpdir(), 'dockershim-cache-'));
});

afterEach(() => {
  folder.remove();
  rmSync(cache, { recursive: true });
});

const entries = () => readdirSync(cache).sort();
const lint = (...more: string[]) => folder.run(['--cache', cache, '--fail-on', 'never', '.', ...more]);

/** What an entry says, with a digest that is right. */
function rewrite(change: (result: string) => string): void {
  for (const name of entries()) {
    const [, body = ''] = readFileSync(join(cache, name), 'utf8').split('\n');
    const changed = change(body);
    writeFileSync(join(cache, name), `${createHash('sha256').update(changed).digest('hex')}\n${changed}\n`);
  }
}

describe('a result that was kept', () => {
  it.each(FORMATS)('prints the same bytes as %s', async (format) => {
    const without = await folder.run(['.', '--format', format]);
    const first = await folder.run(['.', '--format', format, '--cache', cache]);
    const second = await folder.run(['.', '--format', format, '--cache', cache]);
    expect(entries()).toHaveLength(1);
    expect([first, second]).toEqual([without, without]);
  });

  it('is what the next run prints', async () => {
    await lint();
    rewrite((result) => result.replaceAll('docker.sock', 'kept.sock'));
    expect((await lint()).out).toContain('kept.sock');
  });

  it('serves every format, threshold and baseline', async () => {
    await lint();
    await folder.run(['baseline', 'write', '--baseline', 'b.json', '.']);
    await lint('--format', 'sarif', '--min-severity', 'error', '--exclude', 'b.json');
    await lint('--baseline', 'b.json', '--exclude', 'b.json');
    expect(entries()).toHaveLength(2);
  });
});

describe('another result is worked out', () => {
  const changes: readonly (readonly [string, () => void])[] = [
    ['a text changes', () => folder.write({ 'deploy/agent.yaml': `${FILES['deploy/agent.yaml']}\n` })],
    ['a file comes', () => folder.write({ 'new.yaml': 'a: 1\n' })],
    ['a file comes that is not read', () => folder.write({ 'new.go': 'package a\n' })],
    [
      'the configuration judges otherwise',
      () => folder.write({ '.dockershim.yaml': 'rules: {docker-cli-command: off}\n' }),
    ],
  ];

  it.each(changes)('when %s', async (_, change) => {
    await lint();
    change();
    expect(await lint()).toEqual(await folder.run(['--fail-on', 'never', '.']));
    expect(entries()).toHaveLength(2);
  });

  it.each([
    ['--target-runtime', 'cri-o'],
    ['--kubernetes-version', '1.22'],
    ['--select', 'docker-socket-mount'],
    ['--ignore', 'docker-socket-mount'],
    ['--values', 'chart/values.yaml'],
    ['--exclude', 'deploy'],
  ])('with %s %s', async (...options) => {
    await lint();
    expect(await lint(...options)).toEqual(await folder.run(['--fail-on', 'never', '.', ...options]));
    expect(entries()).toHaveLength(2);
  });

  it('on another day only where a suppression may end on one', async () => {
    const judge = lintThroughCache(cache, folder.path, 'the same');
    const plain = [{ path: 'a.sh', text: 'docker ps\n' }];
    const dated = [{ path: 'a.sh', text: 'docker ps # dockershim: ignore until=2027-01-01 -- soon\n' }];
    for (const today of ['2026-12-31', '2027-01-02']) {
      await judge(plain, lintOptions({ today }));
      await judge(dated, lintOptions({ today }));
    }
    expect(entries()).toHaveLength(3);
  });

  it('for files that only look alike when they are put together', async () => {
    const judge = lintThroughCache(cache, folder.path, 'the same');
    const alike = [
      [{ path: 'a', text: 'bc' }],
      [{ path: 'ab', text: 'c' }],
      [
        { path: 'a', text: '' },
        { path: 'b', text: 'c' },
      ],
      [{ path: 'a', text: 'b\ud800' }],
      [{ path: 'a', text: 'b\ufffd' }],
      [{ path: 'a', text: '"b\\ud800"' }],
    ];
    for (const files of alike) await judge(files, lintOptions());
    expect(entries()).toHaveLength(alike.length);
  });
});

describe('an entry that is not ours', () => {
  const damages: readonly (readonly [string, () => void])[] = [
    ['cut off', () => writeFileSync(join(cache, entries()[0] ?? ''), 'abc')],
    ['no JSON', () => rewrite(() => '{')],
    ['no result', () => rewrite(() => '{"findings":[{}],"suppressed":[],"notes":[],"coverage":{}}')],
    ['of a rule that there is not', () => rewrite((result) => result.replace('"docker-socket-mount"', '"x"'))],
    ['about a file that there is not', () => rewrite((result) => result.replace(/\{"\$file":\d+\}/, '{"$file":99}'))],
    ['beyond the end of its file', () => rewrite((result) => result.replace(/"end":\d+/, '"end":99999'))],
    [
      'a link',
      () => {
        const path = join(cache, entries()[0] ?? '');
        const away = join(cache, 'elsewhere');
        writeFileSync(away, readFileSync(path));
        rmSync(path);
        symlinkSync(away, path);
      },
    ],
  ];

  it.each(damages)('%s, is judged again', async (name, damage) => {
    const before = await lint();
    damage();
    const { code, out, err } = await lint();
    if (name === 'a link') expect([code, err]).toEqual([2, expect.stringContaining('is a link')]);
    else expect(out).toBe(before.out);
  });
});

describe('the folder', () => {
  it.each(['cache', 'deploy/../cache', '.'])('is refused inside the repository: %s', async (path) => {
    const { code, err } = await folder.run(['--cache', path, '.']);
    expect([code, err]).toEqual([2, expect.stringContaining('name a folder outside it')]);
  });

  it('is refused where a link leads into the repository', async () => {
    symlinkSync(folder.path, join(cache, 'link'));
    const { code, err } = await folder.run(['--cache', join(cache, 'link', 'new'), '.']);
    expect([code, err]).toEqual([2, expect.stringContaining('name a folder outside it')]);
  });

  it('holds the newest entries, and keeps what is not one of them', async () => {
    mkdirSync(join(cache, 'notes'));
    for (let i = 0; i < 30; i++) {
      const name = join(cache, `${i.toString(16).padStart(64, '0')}.json`);
      writeFileSync(name, 'old');
      utimesSync(name, i, i);
    }
    await lint();
    expect(entries()).toHaveLength(25);
    expect(entries().slice(0, 2)).toEqual([expect.stringMatching(/^0{62}07\.json$/), expect.any(String)]);
    expect(entries()).toContain('notes');
  });
});
