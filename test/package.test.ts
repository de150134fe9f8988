import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryFolders, temporaryFolder } from './support/git-repository.ts';

afterAll(removeTemporaryFolders);

const root = resolve(import.meta.dirname, '..');

function pack(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts/pack.mjs'), ...args], { encoding: 'utf8' });
}

describe('the file that a release carries', () => {
  it('starts in the folder that it is unpacked into, with nothing installed', { timeout: 60_000 }, () => {
    const outdir = temporaryFolder();
    const file = pack('--outdir', outdir).stdout.trim();
    expect(readdirSync(outdir).sort()).toEqual([file.slice(outdir.length + 1), 'notes.md']);
    const folder = temporaryFolder();
    execFileSync('tar', ['-xzf', file, '-C', folder]);
    expect(readdirSync(folder)).toEqual(['package']);
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(folder, 'package/dist/cli.js'), ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH },
        encoding: 'utf8',
      });
    expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const linted = run(join(root, 'examples/legacy-cluster'));
    expect(linted.status).toBe(1);
    expect(linted.stdout).toContain('error docker-socket-mount');
    expect(linted.stderr).toBe('');
  });

  it('is not made for a tag of another version', () => {
    const { status, stderr } = pack('--outdir', temporaryFolder(), '--tag', 'v99.0.0');
    expect(status).toBe(1);
    expect(stderr).toContain('The tag v99.0.0 is not that of version');
  });
});

describe('the package', () => {
  const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  it('is one that npm would publish, with nothing to fetch when it is installed', () => {
    expect([description.private, description.dependencies, description.publishConfig]).toEqual([
      undefined,
      undefined,
      { access: 'public', provenance: true },
    ]);
  });

  it('installs into an empty folder without a network, runs from there, and holds every page that its pages link to', {
    timeout: 120_000,
  }, () => {
    const outdir = temporaryFolder();
    const file = pack('--outdir', outdir).stdout.trim();
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'node_modules'));
    execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', file], {
      cwd: folder,
    });
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'dockershim-lint',
    ]);
    const run = spawnSync(join(folder, 'node_modules/.bin/dockershim-lint'), ['--version'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([run.status, run.stdout]).toEqual([0, `${description.version}\n`]);
    const top = join(folder, 'node_modules/dockershim-lint');
    const pages = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.flatMap((page) => deadLinks(top, page))).toEqual([]);
  });
});

function deadLinks(top: string, page: string): readonly string[] {
  const text = readFileSync(join(top, page), 'utf8')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target) && !existsSync(resolve(top, dirname(page), target)))
    .map((target) => `${page}: ${target}`);
}

describe('the Marketplace', () => {
  it('takes the name and the description of action.yml', () => {
    const action = readFileSync(join(root, 'action.yml'), 'utf8');
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(action)?.[1] ?? '';
    expect(field('description').length).toBeGreaterThan(40);
    expect(field('description').length).toBeLessThanOrEqual(125);
    expect(field('name')).toMatch(/^[\w -]{3,50}$/);
    expect(action).toMatch(
      /^branding:\n {2}icon: [a-z-]+\n {2}color: (?:white|black|yellow|blue|green|orange|red|purple|gray-dark)$/m,
    );
  });
});

describe('the hook of pre-commit', () => {
  it('starts the bundle itself', () => {
    const entry = /entry: (.*)/.exec(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'))?.[1] ?? '';
    const [program = '', ...args] = entry.split(' ');
    expect(spawnSync(join(root, program), [...args, 'README.md'], { cwd: root, encoding: 'utf8' }).status).toBe(0);
  });
});
