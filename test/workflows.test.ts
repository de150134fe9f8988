/** What our own workflows and those in the documents promise; `npm run check-workflows` asks zizmor, actionlint and check-jsonschema too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { snippetsOf } from '../scripts/workflow-snippets.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const files = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

const workflows = [
  ...[...files('.github/workflows'), ...files('docs/examples')].map((place) => ({ place, workflow: read(place) })),
  ...['README.md', ...files('docs').filter((name) => name.endsWith('.md'))].flatMap((page) =>
    snippetsOf(page, read(page)),
  ),
];

const stepsOf = (workflow: string): readonly Step[] =>
  Object.values(parse(workflow).jobs as Record<string, Partial<Job>>).flatMap(({ steps = [] }) => steps);

describe('every workflow that we run or show', () => {
  it('is found', () => {
    const pages = new Set(workflows.map(({ place }) => place.split(':')[0]));
    for (const page of [
      'README.md',
      'docs/gitea.md',
      'docs/merge-queues.md',
      'docs/monorepos.md',
      'docs/permissions.md',
    ])
      expect(pages).toContain(page);
  });

  it.each(workflows)('$place leaves no credentials in the checkout', ({ workflow }) => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
  });

  it.each(workflows)('$place pins the actions of others to a commit', ({ workflow }) => {
    const others = stepsOf(workflow).flatMap(({ uses }) =>
      uses && !uses.startsWith('./') && !uses.startsWith('dockershim-lint/') ? [uses] : [],
    );
    expect(others.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });
});

describe('the release', () => {
  const { permissions, jobs } = parse(read('.github/workflows/release.yml')) as {
    permissions: object;
    jobs: { build: Job; publish: Job };
  };

  it('builds and tests without rights, without a cache and without install scripts', () => {
    expect(permissions).toEqual({});
    expect(jobs.build.permissions).toEqual({ contents: 'read' });
    const node = jobs.build.steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(node?.with).toEqual({ 'node-version': 24, 'package-manager-cache': false });
    const runs = jobs.build.steps.flatMap(({ run }) => run ?? []);
    expect(runs).toContain('npm ci --ignore-scripts');
    expect(runs.filter((run) => run.includes('npx'))).toEqual([]);
  });

  it('signs and publishes with rights, and runs nothing else', () => {
    expect(Object.keys(jobs.publish.permissions).sort()).toEqual(['attestations', 'contents', 'id-token']);
    expect(
      jobs.publish.steps.map(({ uses, run }) => uses?.split('@')[0] ?? run?.split(' ').slice(0, 3).join(' ')),
    ).toEqual(['actions/download-artifact', 'actions/attest-build-provenance', 'gh release create']);
  });
});

describe('a piece of a workflow in a document', () => {
  it.each([
    ['steps', '- uses: a/b@v1'],
    ['a job', 'runs-on: x\nsteps:\n  - uses: a/b@v1'],
    ['jobs', 'jobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@v1'],
    ['indented steps', '      - uses: a/b@v1'],
  ])('is completed: %s', (_, text) => {
    const [snippet] = snippetsOf('page.md', `text\n\n\`\`\`yaml\n${text}\n\`\`\`\n`);
    expect(snippet?.place).toBe('page.md:4');
    expect(stepsOf(snippet?.workflow ?? '')).toEqual([{ uses: 'a/b@v1' }]);
  });

  it('is not what any other YAML is', () => {
    expect(snippetsOf('page.md', '```yaml\nfail-on: warning\n```\n\n```yaml\n- item\n```\n')).toEqual([]);
  });
});
