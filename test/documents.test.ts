/** What the pages tell a person to type works as it stands there, and where they point to there is something. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/config/load.ts';
import { optionsOn } from '../src/config/options.ts';
import { createFolder, type Folder, NODE_SCRIPT } from './support/command-line.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
  'examples/legacy-cluster/README.md',
];
const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8');

/** A page to type from, not a list of changes. */
const GUIDES = PAGES.filter((page) => page !== 'CHANGELOG.md' && !page.startsWith('docs/rules/'));

const COMMAND =
  /(?:^|[\s'"`|])(?:npx (?:--yes )?)?(?:dockershim-lint(?:@[\d.]+)?|node (?:\S*\/)?dist\/cli\.js)(?= )([^`\n]*)/;

/** Lines that are code: fenced, indented by four, or one span of back-ticks. */
function codeLines(text: string): readonly string[] {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const mark = /^ *(`{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
    else if (fence !== undefined || /^ {4}\S/.test(line)) lines.push(line);
    else for (const [span] of line.matchAll(/`[^`]+`/g)) lines.push(span);
  }
  return lines;
}

/** The words behind the name of the program, of lines that call it. */
function commandsOf(page: string): readonly string[] {
  return codeLines(textOf(page))
    .filter((line) => !/^\s*(?:#|docker |npm |uses:|- uses:|- id:|- repo:)/.test(line))
    .flatMap((line) => {
      const rest = COMMAND.exec(line)?.[1]
        ?.replace(/\s(?:#|>>?|\|)\s.*$/, '')
        .trim();
      // The line stands in quotes: `sh 'npx …'`.
      const words = rest?.replace(/["']$/, (end) => (rest.split(end).length % 2 === 0 ? '' : end));
      return words === undefined || words === '' ? [] : [words];
    });
}

/** What the pages write for a name of the reader's own. */
const STANDS_FOR: readonly (readonly [RegExp, string])[] = [
  [/path\/to\/repository|\bPATH\b|examples\/legacy-cluster|\bFOLDER\b/g, '.'],
  [/path\/to\/chart|\bCHART\b/g, 'charts/node-agent'],
  [/\bFILE:LINE\b/g, 'nodes/join.sh:3'],
  [/\bRULE\b/g, 'docker-socket-mount'],
  [/"?origin\/\$\w+"?/g, 'main'],
  [/\$\(date \+%F\)/g, '2026-11-25'],
];

function argumentsOf(words: string): readonly string[] {
  const plain = STANDS_FOR.reduce((text, [name, value]) => text.replace(name, value), words);
  return [...plain.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

describe('every command of the pages', () => {
  let folder: Folder;
  let last = '';
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder.path });
  /** Each page starts with the same repository, and its commands follow each other. */
  const turnTo = (page: string) => {
    if (page !== last) {
      git('checkout', '--quiet', '--', '.');
      git('clean', '-dfqx');
    }
    last = page;
    mkdirSync(join(folder.path, 'reports'), { recursive: true });
  };
  beforeAll(() => {
    folder = createFolder();
    cpSync(join(ROOT, 'examples/legacy-cluster'), folder.path, { recursive: true });
    folder.write({
      'nodes/join.sh': `${NODE_SCRIPT}${'systemctl restart docker\n'.repeat(10)}`,
      '.dockershim.yaml': 'target-runtime: containerd\n',
    });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'All');
  });
  afterAll(() => folder.remove());

  const commands = GUIDES.flatMap((page) => commandsOf(page).map((command) => [page, command] as const));

  it('is found', () => {
    const pages = new Set(commands.map(([page]) => page));
    for (const page of ['README.md', 'docs/ci.md', 'docs/migrating.md', 'docs/suppressing.md', 'CONTRIBUTING.md'])
      expect(pages).toContain(page);
    expect(commands.map(([, command]) => command)).toContain('migrate . --to cri-o --out migration');
  });

  it.each(commands)('%s: dockershim-lint %s', async (page, command) => {
    turnTo(page);
    const { code, err } = await folder.run(argumentsOf(command), { input: 'kind: Pod\napiVersion: v1\n' });
    expect([code === 0 || code === 1, err.split('\n').filter((line) => line.startsWith('dockershim-lint: '))]).toEqual([
      true,
      [],
    ]);
  });
});

describe('what else the pages run', () => {
  const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);

  it.each(GUIDES)('%s: scripts of the project', (page) => {
    const lines = codeLines(textOf(page)).join('\n');
    const npm = [...lines.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
    const files = [...lines.matchAll(/\b((?:scripts|bench)\/[\w./-]+\.(?:mjs|ts|sh))\b/g)].map(([, name = '']) => name);
    expect([
      npm.filter((name) => !scripts.includes(name)),
      files.filter((name) => !existsSync(join(ROOT, name))),
    ]).toEqual([[], []]);
  });

  it.each(GUIDES)('%s: configuration files', (page) => {
    const known = new Set<string>(optionsOn('file'));
    for (const [, text = ''] of textOf(page).matchAll(/```yaml\n([\s\S]*?)```/g)) {
      const keys = Object.keys((parse(text.replaceAll('…', 'x')) as object | null) ?? {});
      if (keys.length > 0 && keys.every((key) => known.has(key))) expect(() => readConfig(page, text)).not.toThrow();
    }
  });
});

describe('every link', () => {
  /** As GitHub makes the anchor of a heading. */
  const anchorOf = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/`|\[|\]\([^)]*\)/g, '')
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
  const anchorsOf = (page: string) =>
    [...readFileSync(page, 'utf8').matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

  it.each(PAGES)('of %s leads somewhere', (page) => {
    const text = textOf(page)
      .replace(/```[\s\S]*?```/g, '')
      .replace(/`[^`\n]*`/g, '');
    const broken = [...text.matchAll(/\]\(([^()\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? join(ROOT, page) : resolve(dirname(join(ROOT, page)), path);
        return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
      });
    expect(broken).toEqual([]);
  });
});
