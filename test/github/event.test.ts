import { describe, expect, it } from 'vitest';
import { commentKey, readEnvironment } from '../../src/github/environment.ts';
import { classify } from '../../src/github/event.ts';
import { eventPayload } from '../support/events.ts';
import { fc } from '../support/fast-check.ts';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const environment = { eventName: '', refName: 'feature', sha: B };

function read(eventName: string, payload: unknown) {
  return classify({ ...environment, eventName }, payload as Readonly<Record<string, unknown>>);
}

const pull = (headRepository: number) =>
  eventPayload('pull_request', { base: A, head: B, headOwner: 'acme', headRepository });

describe('an event', () => {
  it('pull_request', () => {
    expect(read('pull_request', pull(1))).toEqual({
      kind: 'pull-request',
      target: false,
      number: 7,
      base: A,
      baseRef: 'main',
      head: B,
      fork: false,
    });
  });

  it('from a fork is known to come from outside', () => {
    expect(read('pull_request', pull(2))).toMatchObject({ fork: true });
    expect(read('pull_request_target', pull(2))).toMatchObject({ fork: true, target: true });
  });

  it.each([
    [{ repo: { full_name: 'acme/shop' } }, { repo: { full_name: 'acme/shop' } }, false],
    [{ repo: { full_name: 'mona/shop' } }, { repo: { full_name: 'acme/shop' } }, true],
    [{ repo: { id: 1, full_name: 'acme/old' } }, { repo: { id: 1, full_name: 'acme/new' } }, false],
    [{ repo: { fork: true } }, {}, true],
    [{ repo: null }, { repo: { id: 1 } }, true],
    [{ sha: B }, {}, false],
  ])('head %o of base %o', (head, base, fork) => {
    expect(read('pull_request', { number: 7, pull_request: { number: 7, head, base } })).toMatchObject({ fork });
  });

  it('push', () => {
    const payload = eventPayload('push', { before: A, after: B, forced: true, branch: 'feature' });
    expect(read('push', payload)).toEqual({
      kind: 'push',
      before: A,
      after: B,
      forced: true,
      branch: 'feature',
      defaultBranch: 'main',
      deleted: false,
    });
  });

  it('push of a new branch has nothing before it', () => {
    const payload = eventPayload('push', { before: '0'.repeat(40), after: B, forced: false, branch: 'feature' });
    expect(read('push', payload)).toMatchObject({ before: undefined });
  });

  it('merge_group', () => {
    const payload = eventPayload('merge_group', { base: A, head: B });
    expect(read('merge_group', payload)).toEqual({ kind: 'merge-group', base: A, head: B, baseRef: 'main' });
  });

  it('workflow_run', () => {
    expect(read('workflow_run', eventPayload('workflow_run', { head: B, headOwner: 'stranger' }))).toEqual({
      kind: 'workflow-run',
      headSha: B,
      headBranch: 'feature',
      headOwner: 'stranger',
      event: 'pull_request',
      workflow: 'lint.yml',
      runNumber: 12,
      runAttempt: 1,
      url: 'https://github.example/acme/shop/actions/runs/41',
    });
  });

  it.each(['workflow_dispatch', 'schedule', 'release', ''])('%s is one without a change', (name) => {
    expect(read(name, {})).toEqual({ kind: 'other', name });
  });

  it('never throws, whatever its payload holds', () => {
    const names = fc.constantFrom('pull_request', 'push', 'merge_group', 'workflow_run', 'issues');
    const keys = fc.constantFrom(
      'pull_request',
      'merge_group',
      'workflow_run',
      'repository',
      'before',
      'after',
      'number',
    );
    fc.assert(
      fc.property(names, fc.dictionary(keys, fc.jsonValue()), (name, payload) => {
        const event = read(name, payload);
        if (event.kind === 'pull-request') expect(event.number).toBeGreaterThan(0);
        for (const id of 'base' in event ? [event.base] : []) expect(id).toMatch(/^([0-9a-f]{40})?$/);
      }),
    );
  });
});

describe('the key of a comment', () => {
  it('tells workflow, job and matrix cell apart', () => {
    const keys = [
      commentKey({ workflow: 'lint.yml', job: 'check' }, 'null'),
      commentKey({ workflow: 'lint.yml', job: 'other' }, 'null'),
      commentKey({ workflow: 'more.yml', job: 'check' }, 'null'),
      commentKey({ workflow: 'lint.yml', job: 'check' }, '{"a":1}'),
      commentKey({ workflow: 'lint.yml', job: 'check' }, '{"a":2}'),
    ];
    expect(new Set(keys).size).toBe(5);
    expect(commentKey({ workflow: 'lint.yml', job: 'check' }, '')).toBe(keys[0]);
  });

  it('cannot end the HTML comment that it stands in, nor hold a space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (workflow, job, matrix) => {
          expect(commentKey({ workflow, job }, matrix)).toMatch(
            /^(?!.*--)[A-Za-z0-9._-]*\/[A-Za-z0-9._-]*\/[0-9a-f]{12}$/,
          );
        },
      ),
    );
  });
});

describe('the environment', () => {
  it('names the workflow by its file, and by its name where the file is not told', () => {
    const reference = 'acme/shop/.github/workflows/lint.yml@refs/heads/main';
    expect(readEnvironment({ GITHUB_WORKFLOW_REF: reference, GITHUB_WORKFLOW: 'Lint' }).workflow).toBe('lint.yml');
    expect(readEnvironment({ GITHUB_WORKFLOW: 'Lint' }).workflow).toBe('Lint');
  });

  it('takes the addresses of the server', () => {
    const { apiUrl, serverUrl } = readEnvironment({
      GITHUB_API_URL: 'https://ghes.example/api/v3/',
      GITHUB_SERVER_URL: 'https://ghes.example',
    });
    expect([apiUrl, serverUrl]).toEqual(['https://ghes.example/api/v3', 'https://ghes.example']);
  });
});
