import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { createRepository, removeTemporaryFolders } from '../support/git-repository.ts';
import { foreignMarkup, renderHtml } from '../support/markdown.ts';
import { runStep, type StepResult } from '../support/runner.ts';
import { createPullRequest, quietPod, runPullRequest, socketPod } from '../support/scenario.ts';
import { serverTest as it } from '../support/server-test.ts';

afterAll(removeTemporaryFolders);

/** Windows keeps most of these signs out of names. */
const PORTABLE = ['e\u202elmay.yaml', '%0A;g,h `@acme` #12 [x](y).yaml'];
const OTHERS = [
  'a\n::error file=x::forged.yaml',
  'b ##[error]forged.yaml',
  'c|`@acme/all` #12.yaml',
  'd <img src=x> [x](https%3A evil).yaml',
  '::stop-commands::pwned.yaml',
  '::set-output name=new::0.yaml',
  '%0A::error::f,g:h.yaml',
];
const NAMES = process.platform === 'win32' ? PORTABLE : [...PORTABLE, ...OTHERS];

const SCRIPT = `#!/bin/sh
kubeadm join --config /etc/kubeadm.yaml
docker ps # ::error::forged
docker ps # ##[error]forged ##[add-mask]a
  ::stop-commands::mine
docker rm -f "$(docker ps -q)" \u202e # @acme/all fixes #12 <script>alert(1)</script>
docker run 'x
::error::forged in a string' y
`;

function expectOnlyOurs(result: StepResult): void {
  const names = new Set(result.commands.map(({ name }) => name));
  expect(
    [...names].filter(
      (name) => !['add-mask', 'stop-commands', 'group', 'endgroup', 'error', 'warning', 'notice'].includes(name),
    ),
  ).toEqual([]);
  for (const command of result.commands) {
    expect(command.form).toBe('current');
    if (command.name === 'stop-commands') expect(command.data).toMatch(/^[0-9a-f]{48}$/);
    if (command.name === 'add-mask') expect(command.data).toBe('ghs_workflow');
  }
  for (const { properties, data } of result.annotations) {
    expect(properties.title).toMatch(/^[a-z-]+$/);
    expect(data).not.toMatch(/[\u202a-\u202e\u0000-\u0009\u000b-\u001f]/u);
  }
}

describe('file names', () => {
  it('that are commands, Markdown or HTML stay names', async ({ server }) => {
    const files = Object.fromEntries(NAMES.map((name) => [`deploy/${name}`, socketPod('agent')]));
    const result = await runPullRequest(createPullRequest({ 'deploy/quiet.yaml': quietPod('quiet') }, files), server);
    expect(result.code).toBe(1);
    expectOnlyOurs(result);
    expect(result.annotations.map(({ properties }) => properties.file).sort()).toEqual(
      NAMES.map((name) => `deploy/${name}`).sort(),
    );
    const body = server.state.comments[0]?.body ?? '';
    expect(foreignMarkup(body)).toEqual([]);
    expect(foreignMarkup(result.summary)).toEqual([]);
    expect(renderHtml(body).match(/<h\d/g)).toHaveLength(1);
    expect(result.outputs).toMatchObject({ new: String(NAMES.length), conclusion: 'failure' });
  });
});

describe('script text', () => {
  it('that holds commands in both forms forges nothing in the log', async ({ server }) => {
    const pull = createPullRequest({ 'deploy/quiet.yaml': quietPod('quiet') }, { 'node/setup.sh': SCRIPT });
    const result = await runPullRequest(pull, server);
    expect(Number(result.outputs.new)).toBeGreaterThanOrEqual(3);
    expectOnlyOurs(result);
    expect(result.annotations.every(({ properties }) => properties.file === 'node/setup.sh')).toBe(true);
    expect(foreignMarkup(server.state.comments[0]?.body ?? '')).toEqual([]);
    expect(foreignMarkup(result.summary)).toEqual([]);
  });
});

describe('configuration of a stranger', () => {
  it.for([
    ['unknown: ::error::forged', 'Unknown key'],
    ['[[[[', '.dockershim.yaml'],
    ['rules: &a\n  x: *a', 'Unknown rule'],
    ['baseline: ../../../etc/passwd', 'baseline'],
    ['values: [../../secret.yaml]', 'outside the scanned folder'],
  ] as const)('%o is one sentence', async ([config, sentence], { server }) => {
    const repository = createRepository({ '.dockershim.yaml': config, 'deploy/a.yaml': socketPod('a') });
    const sha = repository.git('rev-parse', 'HEAD');
    const result = await runStep({ event: 'schedule', payload: {}, workspace: repository.folder, sha, server });
    expect(result.code).toBe(2);
    expect(result.annotations.map(({ name }) => name)).toEqual(['error']);
    expect(result.annotations[0]?.data).toContain(sentence);
  });
});

describe('reports', () => {
  it('are not written through a link that the repository holds', async ({ server }) => {
    const repository = createRepository({ 'deploy/a.yaml': socketPod('a'), 'target.txt': 'mine\n' });
    repository.git('config', 'core.symlinks', 'true');
    symlinkSync('target.txt', join(repository.folder, 'out.sarif'));
    const sha = repository.commit({});
    const inputs = { outputs: 'sarif=out.sarif' };
    const result = await runStep({ event: 'schedule', payload: {}, workspace: repository.folder, sha, server, inputs });
    expect(result.code).toBe(1);
    expect(
      result.annotations.some(({ data }) => data.includes('out.sarif is a link, and nothing is written through one')),
    ).toBe(true);
    expect(readFileSync(join(repository.folder, 'target.txt'), 'utf8')).toBe('mine\n');
  });

  it('are written where they are asked for, and nowhere outside the workspace', async ({ server }) => {
    const repository = createRepository({ 'deploy/a.yaml': socketPod('a') });
    const sha = repository.git('rev-parse', 'HEAD');
    const step = { event: 'schedule', payload: {}, workspace: repository.folder, sha, server };
    const good = await runStep({ ...step, inputs: { outputs: 'sarif=out/a.sarif\njunit=out/a.xml' } });
    expect(good.outputs['sarif-file']).toBe(join(repository.folder, 'out', 'a.sarif'));
    const bad = await runStep({ ...step, inputs: { outputs: 'sarif=../a.sarif' } });
    // The verdict is not lost over it.
    expect(bad.code).toBe(1);
    expect(bad.annotations.map(({ data }) => data.split('\n')[0])).toContain(
      'The report ../a.sarif would be written outside the workspace.',
    );
    const never = await runStep({ ...step, inputs: { outputs: 'sarif=../a.sarif', 'fail-on': 'never' } });
    expect(never.code).toBe(2);
  });
});
