import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, NODE_SCRIPT } from '../support/command-line.ts';

let folder: Folder;

function given(files: Readonly<Record<string, string>>): Folder {
  folder = createFolder(files);
  return folder;
}

afterEach(() => folder?.remove());

const CLEAN = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers: []\n';

describe('exit status', () => {
  it('is 1 with a finding, and the text says what', async () => {
    const { code, out, err } = await given({ 'nodes/join.sh': NODE_SCRIPT }).run([]);
    expect(code).toBe(1);
    expect(out).toContain(' --> nodes/join.sh:3:1\n');
    expect(out).toContain('3 │ docker ps\n  │ ^^^^^^ runs on the node\n');
    expect(out).toMatch(/scanned 1 file \(1 fully, 0 partly, 0 not understood\)\n1 finding .*\n$/);
    expect(err).toBe('');
  });

  it('is 0 when nothing is found, or nothing at the threshold', async () => {
    expect((await given({ 'a.yaml': CLEAN }).run([])).code).toBe(0);
    folder.write({ 'nodes/join.sh': NODE_SCRIPT });
    expect((await folder.run(['--fail-on', 'never'])).code).toBe(0);
  });

  it('is 2 with one sentence for wrong usage', async () => {
    given({ 'a.yaml': CLEAN, '.dockershim.yaml': 'fail-onn: error' });
    const sentences: string[] = [];
    for (const args of [
      ['--formt', 'json'],
      ['--format', 'jsn'],
      ['--format'],
      ['--fail-on', '--color', 'never'],
      ['--output', 'sarif'],
      ['--output', 'srif=x'],
      ['nowhere'],
      ['--config', 'nowhere.yaml'],
      ['--baseline', 'nowhere.json', '--config', 'a.yaml'],
      [],
      ['baseline'],
      ['baseline', 'wirte'],
      ['explain'],
      ['explain', 'docker-cli'],
      ['rules', 'x'],
    ]) {
      const { code, out, err } = await folder.run(args);
      expect([args, code, out]).toEqual([args, 2, '']);
      sentences.push(err);
    }
    expect(sentences).toEqual([
      'dockershim-lint: Unknown option "--formt". Did you mean "--format"? See dockershim-lint --help.\n',
      'dockershim-lint: --format must be one of text, compact, agent, json, sarif, github, markdown, gitlab, checkstyle, junit, rdjsonl, html. Unknown value "jsn". Did you mean "json"?\n',
      'dockershim-lint: --format needs a value.\n',
      'dockershim-lint: --fail-on needs a value.\n',
      'dockershim-lint: Write outputs as FORMAT=FILE, for example sarif=out.sarif; not "sarif".\n',
      'dockershim-lint: Unknown format "srif". Did you mean "sarif"?\n',
      'dockershim-lint: nowhere does not exist, and no command has that name; see dockershim-lint --help.\n',
      `dockershim-lint: The configuration file ${join(folder.path, 'nowhere.yaml')} cannot be read.\n`,
      `dockershim-lint: a.yaml:1: Unknown key "apiVersion".\n`,
      `dockershim-lint: .dockershim.yaml:1: Unknown key "fail-onn". Did you mean "fail-on"?\n`,
      'dockershim-lint: Use "baseline write", "baseline check" or "baseline prune".\n',
      'dockershim-lint: Unknown action "wirte". Did you mean "write"?\n',
      'dockershim-lint: explain needs the name of a rule, or a FILE:LINE; dockershim-lint rules lists the rules.\n',
      'dockershim-lint: Unknown rule "docker-cli". Did you mean "docker-cli-command"?\n',
      'dockershim-lint: rules takes no argument; for one rule, use explain x.\n',
    ]);
  });

  it('is 3 when there is nothing to scan', async () => {
    const text = await given({ 'README.md': 'docker ps' }).run([]);
    expect([text.code, text.out]).toEqual([
      3,
      'other kinds 1 .md\n\nscanned 0 files (0 fully, 0 partly, 0 not understood); not read: 1 of other kinds\nNothing to scan.\n',
    ]);
    const json = await folder.run(['--format', 'json']);
    expect([json.code, JSON.parse(json.out).verdict.conclusion, json.err]).toEqual([
      3,
      'nothing-to-scan',
      'Nothing to scan.\n',
    ]);
  });

  it('is 5 when a file was not understood and that shall fail', async () => {
    given({ 'a.yaml': CLEAN, 'bad.yaml': `docker: ${'['.repeat(3000)}` });
    expect((await folder.run([])).code).toBe(0);
    const { code, out } = await folder.run(['--on-parse-error', 'fail']);
    expect(code).toBe(5);
    expect(out).toContain('not understood bad.yaml');
  });
});

describe('paths', () => {
  it('of one folder are relative to it in JSON, and can be opened from here in text', async () => {
    given({ 'infra/nodes/join.sh': NODE_SCRIPT, 'other/nodes/join.sh': NODE_SCRIPT });
    const json = JSON.parse((await folder.run(['infra', '--format', 'json'])).out);
    expect(json.findings.map((f: { location: { path: string } }) => f.location.path)).toEqual(['nodes/join.sh']);
    expect((await folder.run(['infra'])).out).toContain(' --> infra/nodes/join.sh:3:1');
    expect((await folder.run(['infra', '--format', 'compact'])).out).toContain('infra/nodes/join.sh:3:1: ');
  });

  it('of several operands are relative to the current folder', async () => {
    given({ 'a/nodes/join.sh': NODE_SCRIPT, 'b/nodes/join.sh': NODE_SCRIPT, 'c/nodes/join.sh': NODE_SCRIPT });
    const json = JSON.parse((await folder.run(['a', 'b/nodes/join.sh', '--format', 'json'])).out);
    expect(json.findings.map((f: { location: { path: string } }) => f.location.path)).toEqual([
      'a/nodes/join.sh',
      'b/nodes/join.sh',
    ]);
  });

  it('outside the current folder work too', async () => {
    given({ 'here/x': '', 'there/nodes/join.sh': NODE_SCRIPT });
    const { out } = await folder.run(['../there'], { cwd: join(folder.path, 'here') });
    expect(out).toContain(' --> ../there/nodes/join.sh:3:1');
  });
});

describe('configuration', () => {
  it('of the scanned folder counts, and the command line is stronger', async () => {
    given({ 'nodes/join.sh': NODE_SCRIPT, '.dockershim.yaml': 'fail-on: never\n' });
    expect((await folder.run([])).code).toBe(0);
    expect((await folder.run(['--fail-on', 'error'])).code).toBe(1);
  });

  it('of the current folder counts for a folder inside, with paths as it writes them', async () => {
    given({
      'infra/nodes/join.sh': NODE_SCRIPT,
      '.dockershim.yaml': 'overrides:\n  - paths: [infra/nodes]\n    rules: {docker-cli-command: notice}\n',
    });
    const { code, out } = await folder.run(['infra']);
    expect(code).toBe(0);
    expect(out).toContain('notice docker-cli-command');
  });

  it('excludes', async () => {
    given({
      'nodes/join.sh': NODE_SCRIPT,
      'old/nodes/join.sh': NODE_SCRIPT,
      '.dockershim.json': '{"exclude": ["old"]}',
    });
    expect((await folder.run(['--format', 'compact'])).out).not.toContain('old/');
  });

  it('tells the patterns that match nothing', async () => {
    given({ 'nodes/join.sh': NODE_SCRIPT, '.dockershim.yaml': "exclude: ['nodes\\old', node]\n" });
    const { out } = await folder.run([]);
    expect(out).toContain('folders are separated by forward slashes; write "nodes/old"');
    expect(out).toContain('the pattern "node" of exclude matches no file or folder; did you mean "nodes"?');
  });

  it('is one file', async () => {
    given({ 'a.yaml': CLEAN, '.dockershim.yaml': '', '.dockershim.json': '{}' });
    const { code, err } = await folder.run([]);
    expect(code).toBe(2);
    expect(err).toContain('holds .dockershim.yaml and .dockershim.json; keep one of them.');
  });
});

describe('suppressions', () => {
  const line = (comment: string) =>
    NODE_SCRIPT.replace('docker ps\n', `docker ps # dockershim: ignore[docker-cli-command]${comment}\n`);

  it('with a reason do not count, and are listed', async () => {
    given({ 'nodes/join.sh': line(' until=2027-01-31 -- old nodes') });
    const { code, out } = await folder.run(['--format', 'json']);
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(report.suppressed.map(({ suppressed }: { suppressed: object }) => suppressed)).toEqual([
      { by: 'comment', reason: 'old nodes' },
    ]);
  });

  it('that expired or lack a reason are told, and the finding counts', async () => {
    given({ 'nodes/join.sh': line(' until=2026-11-24 -- old nodes'), 'nodes/other.sh': line('') });
    const { code, out } = await folder.run(['--format', 'compact']);
    expect(code).toBe(1);
    expect(out).toContain('nodes/join.sh:3:1: error');
    expect(out).toContain(
      'the suppression of docker-cli-command expired on 2026-11-24; the finding counts again [suppression]',
    );
    expect(out).toContain('nodes/other.sh:3:13: note: this suppression gives no reason');
  });

  it('are refused where the configuration says so', async () => {
    given({ 'nodes/join.sh': line(' -- x'), '.dockershim.yaml': 'unsuppressible: [docker-cli-command]\n' });
    const { code, out } = await folder.run(['--format', 'compact']);
    expect(code).toBe(1);
    expect(out).toContain('the configuration does not allow docker-cli-command to be suppressed');
  });
});

describe('outputs', () => {
  it('are written in several formats in one run', async () => {
    given({ 'nodes/join.sh': NODE_SCRIPT });
    const { code, out } = await folder.run(['-o', 'sarif=out/x.sarif', '-o', 'junit=x.xml', '--format', 'agent']);
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toContain('nodes/join.sh:3:1 error docker-cli-command (high) ');
    expect(JSON.parse(readFileSync(join(folder.path, 'out/x.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(join(folder.path, 'x.xml'), 'utf8')).toContain(
      '<testsuites name="dockershim-lint" tests="1" failures="1">',
    );
  });

  it('to standard output replace the format', async () => {
    given({ 'nodes/join.sh': NODE_SCRIPT });
    const { out } = await folder.run(['-o', 'gitlab=-']);
    expect(JSON.parse(out)).toHaveLength(1);
  });

  it('that cannot be written are told', async () => {
    given({ 'nodes/join.sh': NODE_SCRIPT });
    const { code, err } = await folder.run(['-o', 'sarif=nodes/join.sh/x']);
    expect([code, err]).toEqual([2, 'dockershim-lint: The report nodes/join.sh/x cannot be written.\n']);
  });

  it('are the same bytes in two runs', async () => {
    given({ 'nodes/join.sh': NODE_SCRIPT, 'a.yaml': CLEAN, 'z/nodes/boot.sh': NODE_SCRIPT });
    expect((await folder.run(['--format', 'json'])).out).toBe((await folder.run(['--format', 'json'])).out);
  });
});

describe('colours', () => {
  it.each([
    [[], {}, false, false],
    [[], {}, true, true],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { FORCE_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '0' }, true, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [[], { TERM: 'dumb' }, true, false],
    [['--color', 'never'], { FORCE_COLOR: '1' }, true, false],
    [['--color=always'], { NO_COLOR: '1' }, false, true],
  ])('%j with %j on a terminal (%s): %s', async (args, env, terminal, colored) => {
    given({ 'nodes/join.sh': NODE_SCRIPT });
    expect((await folder.run(args, { env, terminal })).out.includes('\u001b[')).toBe(colored);
  });
});

describe('--compare', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder.path,
      stdio: 'pipe',
    });

  it('judges what changed since a reference', async () => {
    given({ 'infra/nodes/join.sh': NODE_SCRIPT, 'infra/nodes/gone.sh': NODE_SCRIPT });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'a');
    git('checkout', '-q', '-b', 'work');
    folder.write({
      'infra/nodes/join.sh': `# moved\n${NODE_SCRIPT}`,
      'infra/nodes/new.sh': NODE_SCRIPT,
      'infra/nodes/gone.sh': '#!/bin/sh\n',
    });
    for (const args of [[], ['infra']]) {
      const { code, out } = await folder.run([...args, '--compare', 'main', '--format', 'json']);
      const report = JSON.parse(out);
      expect(code).toBe(1);
      expect([report.summary.new, report.summary.existing, report.summary.fixed]).toEqual([1, 1, 1]);
      expect(report.verdict.sentence).toContain('compared with main at ');
    }
  });

  it('is governed by the configuration of that reference, and names what the change edits', async () => {
    given({ 'infra/nodes/join.sh': NODE_SCRIPT });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'a');
    folder.write({ 'infra/nodes/new.sh': NODE_SCRIPT, '.dockershim.yaml': 'fail-on: never\n' });
    git('add', '.');
    git('commit', '-q', '-m', 'b');
    for (const args of [[], ['infra']]) {
      const governed = await folder.run([...args, '--compare', 'HEAD~1']);
      expect(governed.code).toBe(1);
      expect(governed.out).toContain('which counts after the merge: `fail-on` from `error` to `never`');
      const own = await folder.run([...args, '--compare', 'HEAD~1', '--config-from', 'head']);
      expect(own.code).toBe(0);
      expect(own.out).toContain('this run already follows it: `fail-on` from `error` to `never`');
      expect((await folder.run(args)).code).toBe(0);
    }
  });

  it('needs a commit that git knows', async () => {
    given({ 'nodes/join.sh': NODE_SCRIPT });
    expect((await folder.run(['--compare', 'main'])).err).toContain('--compare needs a git work tree');
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'a');
    expect((await folder.run(['--compare', 'nothing'])).err).toBe(
      'dockershim-lint: --compare: git has no commit or branch named "nothing".\n',
    );
  });
});

describe('unreadable things', () => {
  it('are noted, and named paths are told', async () => {
    given({ 'a.yaml': CLEAN });
    chmodSync(join(folder.path, 'a.yaml'), 0o644);
    expect(existsSync(join(folder.path, 'a.yaml'))).toBe(true);
    expect((await folder.run(['a.yaml', 'b.yaml'])).err).toBe('dockershim-lint: b.yaml does not exist.\n');
  });
});

describe('help', () => {
  it('names every option and every command', async () => {
    const { code, out } = await given({}).run(['--help']);
    expect(code).toBe(0);
    for (const word of [
      '--target-runtime RUNTIME',
      '--compare REF',
      'baseline prune',
      'explain RULE',
      'render CHART',
      'Exit status',
    ]) {
      expect(out).toContain(word);
    }
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  it('prints the version', async () => {
    expect(await given({}).run(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
  });
});
