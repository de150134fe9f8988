import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, NODE_SCRIPT } from '../support/command-line.ts';

let folder: Folder;
afterEach(() => folder?.remove());

/** One error of one rule, one warning of another. */
const TWO = `${NODE_SCRIPT}systemctl restart docker\n`;

describe('an option that would do nothing', () => {
  it.each([
    [['--set', 'a=b'], '--set means nothing to a scan; it belongs to "render".'],
    [['--namespace', 'x'], '--namespace means nothing to a scan; it belongs to "render".'],
    [['--trace'], '--trace means nothing to a scan; it belongs to "render".'],
    [['--forks'], '--forks means nothing to a scan; it belongs to "init".'],
    [['--reason', 'x'], '--reason means nothing to a scan; it belongs to "baseline".'],
    [['init', '--fix'], '--fix means nothing to "init"; it belongs to a scan.'],
    [['rules', '--fail-on', 'error'], '--fail-on means nothing to "rules"; it belongs to a scan.'],
  ])('%j is refused', async (args, sentence) => {
    folder = createFolder({ 'a.sh': NODE_SCRIPT });
    expect(await folder.run(args)).toEqual({ code: 2, out: '', err: `dockershim-lint: ${sentence}\n` });
  });
});

describe('help', () => {
  it('is that of the command, and fits the terminal', async () => {
    folder = createFolder();
    const { out } = await folder.run(['render', '--help']);
    expect(out).toContain('dockershim-lint render CHART');
    expect(out).toContain('--set KEY=VALUE');
    expect(out).not.toContain('--fail-on');
    expect((await folder.run(['help', 'render'])).out).toBe(out);
    const main = (await folder.run(['--help'], { terminal: true })).out.split('\n');
    expect(main.filter((line) => line.length > 100)).toEqual([]);
    expect(main.join('\n')).toContain('--no-gitignore');
    expect(main.join('\n')).not.toContain('--set');
  });

  it.each([
    ['basline', 'baseline'],
    ['explian', 'explain'],
  ])('guesses what %s means', async (word, meant) => {
    folder = createFolder();
    expect((await folder.run([word])).err).toBe(
      `dockershim-lint: ${word} does not exist, and no command has that name; did you mean "${meant}"?\n`,
    );
  });
});

describe('what a scan is about', () => {
  it('is some rules, or all but some', async () => {
    folder = createFolder({ 'a.sh': TWO });
    const rules = async (...args: readonly string[]) =>
      [...(await folder.run([...args, '-f', 'compact'])).out.matchAll(/\[(docker-[\w-]+)\]/g)].map(([, rule]) => rule);
    expect(await rules()).toEqual(['docker-cli-command', 'docker-service-unit']);
    expect(await rules('--select', 'docker-service-unit')).toEqual(['docker-service-unit']);
    expect(await rules('--ignore', 'docker-service-unit,docker-socket-mount')).toEqual(['docker-cli-command']);
    expect((await folder.run(['--select', 'docker-engine'])).err).toContain('Did you mean "docker-engine-package"?');
  });

  it('may be standard input, in any language that it looks like', async () => {
    folder = createFolder({ 'not-this.sh': NODE_SCRIPT });
    const pod = (name: string) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name },
      spec: {
        containers: [{ name: 'c', image: 'x', volumeMounts: [{ name: 's', mountPath: '/s' }] }],
        volumes: [{ name: 's', hostPath: { path: '/var/run/docker.sock' } }],
      },
    });
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [pod('a'), pod('b')] }, null, 2);
    const live = await folder.run(['-', '-f', 'compact'], { input: list });
    expect([live.code, live.out.match(/^stdin\.json:\d+:\d+: error/gm)?.length]).toEqual([1, 2]);
    expect((await folder.run(['-', '-f', 'compact'], { input: NODE_SCRIPT })).out).toContain('stdin.sh:3:1: error');
    expect((await folder.run(['-', 'a.sh'])).err).toContain('Standard input (-) is scanned alone.');
  });

  it('may be written as a quoted pattern', async () => {
    folder = createFolder({ 'a/nodes/x.sh': NODE_SCRIPT, 'b/nodes/x.sh': NODE_SCRIPT, 'b/other.sh': NODE_SCRIPT });
    const found = async (pattern: string) =>
      [...(await folder.run([pattern, '-f', 'compact'])).out.matchAll(/^(\S+?):\d+:\d+: error/gm)].map(
        ([, path]) => path,
      );
    expect(await found('**/nodes/*.sh')).toEqual(['a/nodes/x.sh', 'b/nodes/x.sh']);
    expect(await found('b/*')).toEqual(['b/nodes/x.sh', 'b/other.sh']);
    expect((await folder.run(['*.yaml'])).err).toBe('dockershim-lint: Nothing matches *.yaml.\n');
  });

  it('leaves out what git ignores, and says so', async () => {
    folder = createFolder({ 'a.sh': NODE_SCRIPT, 'out/b.sh': NODE_SCRIPT, '.gitignore': '/out/\n' });
    expect((await folder.run(['--show-files'])).out).toBe('.gitignore\na.sh\nout/b.sh\n');
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    expect((await folder.run(['--show-files'])).out).toBe('.gitignore\na.sh\n');
    expect((await folder.run([])).out).toContain('left out 1 excluded by the configuration or .gitignore (out)');
    expect((await folder.run(['--show-files', '--no-gitignore'])).out).toBe('.gitignore\na.sh\nout/b.sh\n');
    expect((await folder.run(['out', '--show-files'])).out).toBe('out/b.sh\n');
  });
});

describe('what a scan prints', () => {
  it('starts at a severity, while what fails stays', async () => {
    folder = createFolder({ 'a.sh': TWO });
    const { code, out } = await folder.run(['--min-severity', 'error', '--fail-on', 'warning', '-f', 'compact']);
    expect([code, out.match(/: warning: /)]).toEqual([1, null]);
    expect(out).toContain('1 finding below min-severity error not shown');
    expect(out).toContain('2 fail the check');
  });

  it('is findings alone with --quiet, and nothing where there is none', async () => {
    folder = createFolder({ 'a.sh': NODE_SCRIPT, 'b.sh': '#!/bin/sh\n' });
    expect((await folder.run(['--quiet', '-f', 'compact'])).out.split('\n')).toHaveLength(2);
    expect((await folder.run(['--quiet'])).out).not.toContain('scanned');
    expect(await folder.run(['b.sh', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('is a table of rules with --statistics, and ends with one when it is long', async () => {
    folder = createFolder({ 'a.sh': TWO });
    expect((await folder.run(['--statistics'])).out).toBe(
      '    1  docker-cli-command   1 error in 1 file\n    1  docker-service-unit  1 warning in 1 file\n'.trimStart(),
    );
    const commands = Array.from({ length: 25 }, (_, at) => `docker inspect c${at}\n`);
    folder.write({ 'many.sh': `${NODE_SCRIPT}${commands.join('')}` });
    expect((await folder.run([])).out).toMatch(/\n {3}27 {2}docker-cli-command .* in 2 files\n/);
  });

  it('is the settings that count with --show-config', async () => {
    folder = createFolder({ '.dockershim.yaml': 'fail-on: warning\n', 'k8s/a.yaml': '' });
    const { out } = await folder.run(['k8s', '--show-config', '--target-runtime', 'cri-o']);
    expect(out).toContain('# from .dockershim.yaml, the command line and the defaults\n');
    expect(out).toContain('\ntarget-runtime: "cri-o"\n');
    expect(out).toContain('\nfail-on: "warning"\n');
  });

  it('does not fail with --allow-nothing where there is nothing to scan', async () => {
    folder = createFolder({ 'README.md': '# Docker', 'a.sh': NODE_SCRIPT });
    expect((await folder.run(['README.md'])).code).toBe(3);
    expect((await folder.run(['--allow-nothing', 'README.md'])).code).toBe(0);
    expect((await folder.run(['--allow-nothing', 'a.sh'])).code).toBe(1);
  });

  it('does not fail with --exit-zero', async () => {
    folder = createFolder({ 'a.sh': NODE_SCRIPT });
    expect((await folder.run(['--exit-zero'])).code).toBe(0);
    expect((await folder.run(['--exit-zero', 'nowhere'])).code).toBe(2);
  });
});
