import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it as plainIt } from 'vitest';
import { readCommentReport } from '../../src/github/comment-report.ts';
import { eventPayload } from '../support/events.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/git-repository.ts';
import { type GithubServer, READ_ONLY_TOKEN } from '../support/github-server.ts';
import { foreignMarkup } from '../support/markdown.ts';
import { runStep, type StepResult } from '../support/runner.ts';
import { createPullRequest, runPullRequest, socketPod, socketPods } from '../support/scenario.ts';
import { serverTest as it } from '../support/server-test.ts';

const HEAD = 'a'.repeat(40);
let report: string;

beforeAll(async () => {
  const pull = createPullRequest(socketPods('old', 2), { 'deploy/new.yaml': socketPod('new') });
  const result = await runPullRequest(pull, undefined, { fork: true, inputs: { token: READ_ONLY_TOKEN } });
  report = readFileSync(result.outputs['json-file'] ?? '', 'utf8');
});
afterAll(removeTemporaryFolders);

function runCompanion(server: GithubServer, text: string, head = HEAD): Promise<StepResult> {
  const workspace = temporaryFolder();
  mkdirSync(join(workspace, 'artifact'));
  writeFileSync(join(workspace, 'artifact/dockershim-lint.json'), text);
  return runStep({
    event: 'workflow_run',
    payload: eventPayload('workflow_run', { head, headOwner: 'stranger' }),
    workspace,
    sha: 'b'.repeat(40),
    server,
    inputs: { 'comment-from': 'artifact/dockershim-lint.json' },
  });
}

const PULLS = [
  { number: 6, head: { sha: 'd'.repeat(40), label: 'stranger:feature' } },
  { number: 7, head: { sha: HEAD, label: 'stranger:feature' } },
];

describe('the companion of a fork', () => {
  it('writes the comment that the fork could not, on the pull request that GitHub names', async ({ server }) => {
    server.state.pulls = PULLS;
    const result = await runCompanion(server, report);
    expect(result.code).toBe(0);
    expect(server.state.comments).toHaveLength(1);
    expect(server.state.comments[0]?.body).toContain('### ❌ Dockershim check: 1 new problem · 2 existing');
    expect(server.state.comments[0]?.body).toContain('https://github.example/acme/shop/actions/runs/41');
    expect(result.outputs['comment-url']).toBe('https://github.example/acme/shop/pull/7#issuecomment-1000');
    expect(server.calls('create comment')[0]?.path).toBe('/repos/acme/shop/issues/7/comments');
  });

  it('updates it in place', async ({ server }) => {
    server.state.pulls = PULLS;
    await runCompanion(server, report);
    const clean = JSON.parse(report);
    clean.findings = clean.findings.filter((finding: { state: string }) => finding.state !== 'new');
    clean.summary.conclusion = 'success';
    await runCompanion(server, JSON.stringify(clean));
    expect(server.state.comments).toHaveLength(1);
    expect(server.state.comments[0]?.body).toContain('### ✅ Dockershim check: nothing new · 2 existing');
  });

  it('does nothing when the pull request has moved on or is closed', async ({ server }) => {
    server.state.pulls = PULLS;
    const result = await runCompanion(server, report, 'c'.repeat(40));
    expect(result.code).toBe(0);
    expect(result.output).toContain('No open pull request has this commit as its head');
    expect(server.state.comments).toEqual([]);
  });

  it('makes every text of the report inert', async ({ server }) => {
    server.state.pulls = PULLS;
    const hostile = JSON.parse(report);
    const text = '</details><img src=x> @acme/all #1 [click](https://evil.example) ``` | ::error::forged\n# Title';
    for (const finding of hostile.findings) {
      finding.message = text;
      finding.instead = text;
      finding.location.path = `a|b\`${text}`;
    }
    hostile.change.remarks = [text];
    hostile.change.configuration = [text];
    hostile.summary.comparedWith = text;
    hostile.target.runtime = text;
    const result = await runCompanion(server, JSON.stringify(hostile));
    expect(result.annotations).toEqual([]);
    const body = server.state.comments[0]?.body ?? '';
    expect(body.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '### ❌ Dockershim check: 1 new problem · 2 existing',
    ]);
    expect(foreignMarkup(body)).toEqual([]);
  });

  it.for([
    ['no JSON', (): string => 'hello', 'it is not JSON'],
    ['another shape', (): string => '[]', 'it is not an object'],
    ['another version', (): string => '{"schemaVersion":2}', 'its schemaVersion is not 1'],
    ['an unknown rule', (): string => report.replaceAll('"docker-socket-mount"', '"x"'), 'findings[0].rule'],
    ['a text for a number', (): string => report.replace(/"line":\d+/, '"line":"1"'), 'is not a whole number'],
  ] as const)('refuses %s', async ([, text, reason], { server }) => {
    const result = await runCompanion(server, text());
    expect(result.code).toBe(2);
    expect(result.annotations[0]?.data).toContain(reason);
    expect(server.requests).toEqual([]);
  });

  it.for(['list pulls', 'list comments', 'create comment'] as const)(
    'fails when it may not %s',
    async (call, { server }) => {
      server.state.pulls = PULLS;
      server.fail(call, { status: 403, message: 'Resource not accessible by integration', times: 9 });
      const result = await runCompanion(server, report);
      expect(result.code).toBe(1);
      expect(result.annotations.map(({ name }) => name)).toEqual(['error']);
      expect(result.annotations[0]?.data).toContain('Resource not accessible');
      expect(server.state.comments).toEqual([]);
    },
  );
});

describe('a report that is read back', () => {
  plainIt('holds nothing that was not checked', () => {
    const data = JSON.parse(report);
    data.extra = 'x';
    data.findings[0].extra = 'x';
    const read = readCommentReport(JSON.stringify(data));
    expect(JSON.stringify(read)).not.toContain('extra');
  });

  plainIt.each([
    ['findings', null],
    ['coverage', 'x'],
    ['change', undefined],
    ['summary', { conclusion: 'fine', suppressed: 0 }],
    ['fixed', [{}]],
  ])('is refused when %s is %o', (field, value) => {
    expect(readCommentReport(JSON.stringify({ ...JSON.parse(report), [field]: value }))).toMatch(/^\S+ is not /);
  });
});
