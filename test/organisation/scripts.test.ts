/** What the workflow for organisations runs, as processes and with repositories of its own. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VERSION } from '../../src/model/tool.ts';
import { NODE_SCRIPT } from '../support/command-line.ts';
import { createRepository, removeTemporaryFolders, temporaryFolder } from '../support/git-repository.ts';

afterAll(removeTemporaryFolders);

const root = resolve(import.meta.dirname, '../..');
const node = (args: readonly string[], cwd: string) => execFileSync(process.execPath, args, { cwd, encoding: 'utf8' });
const script = join(root, 'scripts/organisation.mjs');

function deal(names: readonly string[], each: number): { readonly jobs: readonly number[]; readonly count: number } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'names.txt'), `${names.join('\n')}\n`);
  const [jobs = '', count = ''] = node([script, 'deal', '--list', 'names.txt', '--each', String(each)], folder).split(
    '\n',
  );
  return { jobs: JSON.parse(jobs.replace('jobs=', '')), count: Number(count.replace('count=', '')) };
}

const numbered = (amount: number) => Array.from({ length: amount }, (_, index) => `repository-${index}`);

describe('repositories', () => {
  it.each([
    [0, 20, 0],
    [5, 20, 1],
    [21, 20, 2],
    [5000, 20, 250],
    [20_000, 20, 256],
    [3, 0, 3],
  ])('%i of them, %i each, are dealt to %i jobs', (amount, each, count) => {
    expect(deal(numbered(amount), each)).toEqual({ jobs: [...Array(count).keys()], count });
  });

  it('are dealt by names that GitHub knows, once each, and by nothing that is an option or a path', () => {
    expect(deal(['a', 'b', 'a', '--upload-pack=x', '../a', 'a/b', '', 'c;d'], 1).count).toBe(2);
  });
});

describe('an organisation', () => {
  it('of five repositories in two jobs is one report with all of them, also with what cannot be cloned', () => {
    const work = temporaryFolder();
    const server = temporaryFolder();
    for (const name of ['ant', 'bee', 'cat', 'dog'])
      createRepository(
        {
          'nodes/join.sh': name < 'c' ? NODE_SCRIPT : 'ls\n',
          ...(name === 'cat' ? { '.dockershim.yaml': 'fail-onn: error\n' } : {}),
        },
        join(server, name),
      );
    writeFileSync(join(work, 'names.txt'), 'ant\nbee\ncat\ndog\nemu\n');
    const { jobs, count } = deal(['ant', 'bee', 'cat', 'dog', 'emu'], 3);
    expect(count).toBe(2);
    const said = jobs.map((job) =>
      node(
        [
          ...[script, 'lint', '--list', 'names.txt', '--job', String(job), '--count', String(count)],
          ...['--server', pathToFileURL(server).href, '--outdir', 'reports', '--', '--target-runtime', 'cri-o'],
        ],
        work,
      ),
    );
    expect(
      said
        .join('')
        .match(/^\w+(?=:|$)/gm)
        ?.sort(),
    ).toEqual(['ant', 'bee', 'cat', 'dog', 'emu']);
    expect(said.join('')).toContain('cat: not looked at: dockershim-lint: ');
    expect(said.join('')).toMatch(/^emu: not cloned: /m);
    expect(readdirSync(join(work, 'reports')).sort()).toEqual(['ant.json', 'bee.json', 'dog.json']);
    expect(JSON.parse(readFileSync(join(work, 'reports/ant.json'), 'utf8')).target.runtime).toBe('cri-o');
    const merged = node([join(root, 'dist/cli.js'), 'merge', 'reports', '--repositories', 'names.txt'], work);
    expect(merged.split('\n').slice(1, 8)).toEqual([
      'ant              1         0        0         0',
      'bee              1         0        0         0',
      'cat              ?         ?        ?         ?  not looked at: there is no report',
      'dog              0         0        0         0',
      'emu              ?         ?        ?         ?  not looked at: there is no report',
      '',
      '5 repositories: 2 with errors, 0 with warnings and no error, 1 with neither, 2 not looked at.',
    ]);
  });
});

describe('the workflow', () => {
  const workflow = parse(readFileSync(join(root, '.github/workflows/organisation.yml'), 'utf8'));

  it('runs the version that it belongs to, and scripts that are there', () => {
    expect(workflow.on.workflow_call.inputs.version.default).toBe(`v${VERSION}`);
    const runs = Object.values(workflow.jobs as Record<string, { steps: { run?: string }[] }>).flatMap(({ steps }) =>
      steps.flatMap(({ run }) => run ?? []),
    );
    const files = runs.flatMap((run) => [...run.matchAll(/\bnode (\S+)/g)].map(([, file = '']) => file));
    expect(files).toEqual(['scripts/organisation.mjs', 'scripts/organisation.mjs', 'dist/cli.js']);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    // What a caller says reaches a shell as a variable only.
    expect(runs.filter((run) => run.includes('${{'))).toEqual([]);
  });
});
