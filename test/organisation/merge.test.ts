/** `merge`: JSON reports of many repositories as one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, NODE_SCRIPT } from '../support/command-line.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';

let folder: Folder;
afterEach(() => folder.remove());

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers: []\n';

/** Reports of three runs: an error and a warning, a notice, nothing. */
async function threeReports(): Promise<void> {
  folder = createFolder({
    'shop/nodes/join.sh': `${NODE_SCRIPT}systemctl restart docker\n`,
    'cart/nodes/join.sh': NODE_SCRIPT,
    'cart/.dockershim.yaml': 'rules:\n  docker-cli-command: notice\n',
    'blog/pod.yaml': POD,
  });
  mkdirSync(join(folder.path, 'reports'));
  for (const name of ['shop', 'cart', 'blog'])
    await folder.run(['--fail-on', 'never', '--output', `json=reports/${name}.json`, name]);
}

describe('merge', () => {
  it('prints the repositories with the worst first, and the sum', async () => {
    await threeReports();
    const { code, out, err } = await folder.run(['merge', 'reports']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        'repository  errors  warnings  notices  accepted',
        'shop             1         1        0         0',
        'cart             0         0        1         0',
        'blog             0         0        0         0',
        '',
        '3 repositories: 1 with errors, 0 with warnings and no error, 2 with neither.',
        '',
      ].join('\n'),
    );
  });

  it('says of a repository without a report, or with one that cannot be read, that nothing is known', async () => {
    await threeReports();
    folder.write({ 'reports/broken.json': '{', 'names.txt': 'shop\ncart\nblog\ngone\n' });
    const { out } = await folder.run(['merge', 'reports', '--repositories', 'names.txt']);
    expect(out.split('\n').slice(1, 7)).toEqual([
      'shop             1         1        0         0',
      'cart             0         0        1         0',
      'blog             0         0        0         0',
      'broken           ?         ?        ?         ?  not looked at: its report cannot be read',
      'gone             ?         ?        ?         ?  not looked at: there is no report',
      '',
    ]);
  });

  it('writes the same figures for programs', async () => {
    await threeReports();
    await folder.run(['merge', 'reports', '--output', 'json=all.json']);
    const { summary, repositories, rules } = JSON.parse(readFileSync(join(folder.path, 'all.json'), 'utf8'));
    expect(summary).toEqual({ repositories: 3, notLookedAt: 0, errors: 1, warnings: 1, notices: 1 });
    expect(repositories[0]).toMatchObject({ name: 'shop', conclusion: 'success', errors: 1, warnings: 1, files: 1 });
    expect(rules).toEqual([
      { rule: 'docker-cli-command', repositories: 2, errors: 1, warnings: 0, notices: 1 },
      { rule: 'docker-service-unit', repositories: 1, errors: 0, warnings: 1, notices: 0 },
    ]);
  });

  it('shows in HTML each repository with its findings, as links where the commit is known', async () => {
    await threeReports();
    const file = join(folder.path, 'reports/shop.json');
    const report = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...report, subject: { name: 'shop', commit: 'a'.repeat(40) } }));
    const { out } = await folder.run(['merge', 'reports', '--format', 'html', '--links', 'https://github.com/acme/']);
    expect(out).toContain('<a href="#r-0">shop</a>');
    expect(out.match(/<details id="r-\d+"/g)).toEqual(['<details id="r-0"', '<details id="r-1"']);
    expect(out).toContain(
      `<a href="https://github.com/acme/shop/blob/${'a'.repeat(40)}/nodes/join.sh#L3"><code>nodes/join.sh:3</code></a>`,
    );
    expect(out).not.toContain('acme/cart');
    expect(out).not.toContain('<script');
  });

  it.each([
    [['merge'], 'merge needs JSON reports, or a folder of them; --output json=FILE writes one.'],
    [['merge', 'nowhere'], 'nowhere does not exist.'],
    [['merge', '.', '--format', 'sarif'], 'merge prints text, json, markdown or html, not sarif.'],
    [
      ['merge', '.', '--links', 'javascript:alert(1)'],
      '--links takes the address before the names, for example https://github.com/acme.',
    ],
    [['merge', '.', '--repositories', 'nowhere'], 'The list nowhere cannot be read.'],
  ])('%j is wrong usage', async (args, sentence) => {
    folder = createFolder({ 'a.txt': '' });
    const { code, err } = await folder.run(args);
    expect([code, err]).toEqual([2, `dockershim-lint: ${sentence}\n`]);
  });
});

describe('a report that a stranger wrote', () => {
  const hostile = (text: string) => ({
    schemaVersion: 1,
    subject: { name: text, commit: text, date: text },
    verdict: { conclusion: 'failure' },
    coverage: { files: -1, notUnderstood: [text] },
    findings: [
      {
        rule: 'docker-cli-command',
        severity: 'error',
        message: text,
        instead: text,
        location: { path: text, start: { line: text } },
      },
      { rule: text, severity: 'error', location: { path: 'a' } },
      { rule: '__proto__', severity: 'constructor' },
      text,
      null,
    ],
  });

  it('stays text in every format', async () => {
    folder = createFolder();
    for (const [index, text] of HOSTILE_TEXTS.entries())
      writeFileSync(join(folder.path, `${index}.json`), JSON.stringify(hostile(text)));
    const paths = HOSTILE_TEXTS.map((_, index) => `${index}.json`);
    const links = ['--links', 'https://github.com/acme'];
    const { out: html } = await folder.run(['merge', ...paths, '--format', 'html', ...links]);
    expect(html.match(/<\/?([a-z]+)\b/g)?.filter((tag) => /img|iframe|script|svg|object|form/.test(tag))).toEqual([]);
    expect(html.match(/href="(?!#r-|https:\/\/github\.com\/dockershim-lint\/)[^"]*"/g)).toBeNull();
    const { out: text } = await folder.run(['merge', ...paths]);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u2028]/);
    expect(text.split('\n')).toHaveLength(HOSTILE_TEXTS.length + 4);
    const { out: markdown } = await folder.run(['merge', ...paths, '--format', 'markdown']);
    expect(markdown).not.toMatch(/<img|(?<![`;＠])@octocat|(?<!\\)\]\(javascript/);
    const { out: json } = await folder.run(['merge', ...paths, '--format', 'json']);
    expect(JSON.parse(json).summary).toEqual({
      ...{ repositories: HOSTILE_TEXTS.length, notLookedAt: 0 },
      ...{ errors: HOSTILE_TEXTS.length, warnings: 0, notices: 0 },
    });
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['another version', '{"schemaVersion":2,"findings":[]}'],
    ['no verdict', '{"schemaVersion":1,"findings":[]}'],
    ['findings that are none', '{"schemaVersion":1,"findings":{},"verdict":{"conclusion":"success"}}'],
  ])('that is %s is not taken for a clean repository', async (_, text) => {
    folder = createFolder({ 'a.json': text });
    expect((await folder.run(['merge', 'a.json'])).out).toContain('not looked at: its report cannot be read');
  });
});
