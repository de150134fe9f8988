import { describe, expect } from 'vitest';
import { ApiFailure, createClient, PATIENCE, type Patience } from '../../src/github/client.ts';
import type { Environment } from '../../src/github/environment.ts';
import { createState, markerLine, readState } from '../../src/github/state.ts';
import { type Published, publishComment } from '../../src/github/sticky.ts';
import {
  type CallName,
  type Fault,
  type GithubServer,
  MONA,
  WORKFLOW_BOT,
  WORKFLOW_TOKEN,
} from '../support/github-server.ts';
import { serverTest as it } from '../support/server-test.ts';

const KEY = 'lint.yml/check/0123456789ab';
const ALWAYS = 99;

/** Waits are counted instead of slept. */
function patience(waits: number[]): Patience {
  return {
    ...PATIENCE,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
}

function publish(
  server: GithubServer,
  text: string,
  waits: number[] = [],
  run = 1,
  since?: string,
): Promise<Published> {
  const environment = { apiUrl: server.url, owner: 'acme', repo: 'shop' } as Environment;
  const state = createState({ run, attempt: 1, commit: 'c'.repeat(40) }, ['0123456789abcdef']);
  return publishComment(createClient(environment, WORKFLOW_TOKEN, patience(waits)), 'github', {
    pull: 7,
    key: KEY,
    state,
    since,
    worthCreating: true,
    render: (before, limit) => `${markerLine(KEY, state)}\n\n${text} after ${before?.run}`.slice(0, limit),
  });
}

const bodies = (server: GithubServer) => server.state.comments.map(({ body }) => body?.split('\n')[2]);

const REFUSALS: readonly (readonly [string, Fault, ApiFailure['reason']])[] = [
  ['401', { status: 401 }, 'forbidden'],
  ['403', { status: 403, message: 'Resource not accessible by integration' }, 'forbidden'],
  ['410', { status: 410, message: 'Issues are disabled' }, 'not-found'],
  ['422', { status: 422, message: 'Validation Failed' }, 'refused'],
  ['429 for an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'limited'],
  ['500', { status: 500 }, 'unreachable'],
  ['503', { status: 503 }, 'unreachable'],
  ['a cut connection', { status: 0, hangUp: true }, 'unreachable'],
];

const PASSING: readonly (readonly [string, Fault, number])[] = [
  ['409', { status: 409, message: 'Conflict' }, 375],
  ['429 with a time to wait', { status: 429, headers: { 'retry-after': '7' } }, 7125],
  ['429 without one', { status: 429 }, 375],
  ['a secondary limit', { status: 403, message: 'You have exceeded a secondary rate limit.' }, 375],
  ['abuse detection', { status: 403, message: 'You have triggered an abuse detection mechanism.' }, 375],
  [
    'a primary limit, by the clock of the server and not by ours',
    {
      status: 403,
      message: 'API rate limit exceeded',
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Date.UTC(2001, 0, 1, 0, 0, 20) / 1000),
        date: new Date(Date.UTC(2001, 0, 1)).toUTCString(),
      },
    },
    20_125,
  ],
  [
    'a primary limit without a clock',
    { status: 403, message: 'API rate limit exceeded', headers: { 'x-ratelimit-remaining': '0', date: '' } },
    375,
  ],
];

const CALLS: readonly CallName[] = ['list comments', 'create comment', 'update comment'];
const FAULTS = CALLS.flatMap((call) => REFUSALS.map(([name, fault, reason]) => [call, name, fault, reason] as const));
const TRIES = CALLS.flatMap((call) => PASSING.map(([name, fault, wait]) => [call, name, fault, wait] as const));

describe('a call that is refused', () => {
  it.for(FAULTS.filter(([call, name]) => call !== 'update comment' || name !== '410'))(
    '%s: %s ends as what it is',
    async ([call, , fault, reason], { server }) => {
      if (call === 'update comment') await publish(server, 'old');
      server.fail(call, { ...fault, times: ALWAYS });
      const error = await publish(server, 'new').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ApiFailure);
      expect((error as ApiFailure).reason).toBe(reason);
      expect(bodies(server)).toEqual(call === 'update comment' ? ['old after undefined'] : []);
    },
  );
});

describe('a call that works at the next try', () => {
  it.for(TRIES)('%s: %s', async ([call, , fault, wait], { server }) => {
    if (call === 'update comment') await publish(server, 'old');
    server.fail(call, fault);
    const waits: number[] = [];
    const published = await publish(server, 'new', waits);
    expect(published.kind).toBe(call === 'update comment' ? 'updated' : 'created');
    expect(waits).toEqual([wait]);
    expect(bodies(server)).toHaveLength(1);
    expect(bodies(server)[0]).toMatch(/^new after/);
  });

  it('waits longer each time, and gives up after four', async ({ server }) => {
    server.fail('list comments', { status: 503, times: ALWAYS });
    const waits: number[] = [];
    await expect(publish(server, 'new', waits)).rejects.toThrow('HTTP 503');
    expect(waits).toEqual([375, 750, 1500]);
    expect(server.calls('list comments')).toHaveLength(4);
  });

  it('does not wait for a server that says nothing', async ({ server }) => {
    server.fail('list comments', { status: 0, silent: true, times: ALWAYS });
    const environment = { apiUrl: server.url, owner: 'acme', repo: 'shop' } as Environment;
    const client = createClient(environment, WORKFLOW_TOKEN, { ...patience([]), timeout: 1000, attempts: 2 });
    const request = client.call('list comments', (octokit, signal) =>
      octokit.rest.issues.listComments({ owner: 'acme', repo: 'shop', issue_number: 7, request: { signal } }),
    );
    await expect(request).rejects.toMatchObject({ reason: 'unreachable', call: 'list comments' });
    expect(server.calls('list comments')).toHaveLength(2);
  });

  it('does not wait longer in all than a job can bear', async ({ server }) => {
    const waits: number[] = [];
    for (const call of CALLS) server.fail(call, { status: 429, headers: { 'retry-after': '25' }, times: ALWAYS });
    await expect(publish(server, 'new', waits)).rejects.toThrow('HTTP 429');
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(120_000);
  });
});

describe('a comment with the number of a later run', () => {
  const forged = markerLine(KEY, createState({ run: 1_000_000, attempt: 1, commit: 'f'.repeat(40) }, []));

  it('is left alone when it was written after this run began', async ({ server }) => {
    server.addComment(`${forged}\n\nlater`, WORKFLOW_BOT);
    expect((await publish(server, 'new', [], 7, '2001-01-01T00:00:00Z')).kind).toBe('superseded');
  });

  it('is overwritten when it was there before: no later run can have written it', async ({ server }) => {
    server.addComment(`${forged}\n\nforged`, WORKFLOW_BOT);
    expect((await publish(server, 'new', [], 7, '2999-01-01T00:00:00Z')).kind).toBe('updated');
    expect(bodies(server)).toEqual(['new after 1000000']);
  });
});

describe('a comment that is created', () => {
  it.for([
    ['502', { status: 502, afterwards: true }],
    ['a cut connection', { status: 0, hangUp: true, afterwards: true }],
  ] as const)('although the server answers with %s is not created twice', async ([, fault], { server }) => {
    server.fail('create comment', fault);
    expect((await publish(server, 'new')).kind).toBe('created');
    expect(bodies(server)).toEqual(['new after undefined']);
  });

  it('is tried again when the server really did nothing', async ({ server }) => {
    server.fail('create comment', { status: 502, times: 2 });
    expect((await publish(server, 'new')).kind).toBe('created');
    expect(bodies(server)).toEqual(['new after undefined']);
  });

  it('is halved when the server finds it too long', async ({ server }) => {
    const long = 'é'.repeat(100_000);
    server.fail('create comment', { status: 422, message: 'Body is too long (maximum is 65536 characters)' });
    await publish(server, long);
    expect(server.state.comments[0]?.body).toHaveLength(32_500);
  });
});

describe('the author', () => {
  it.for([401, 403, 404, 500])('is the workflow bot when asking ends in %s', async (status, { server }) => {
    await publish(server, 'old');
    server.fail('viewer', { status, times: ALWAYS });
    expect((await publish(server, 'new', [], 2)).kind).toBe('updated');
    expect(bodies(server)).toEqual(['new after 1']);
  });

  it('is not asked for while nobody has written the marker', async ({ server }) => {
    server.addComment('Looks good.', MONA);
    await publish(server, 'new');
    expect(server.requests.map(({ call }) => call)).toEqual([
      'list comments',
      'create comment',
      'list comments',
      'viewer',
    ]);
  });
});

describe('the state in a comment', () => {
  it('comes back as it was written', () => {
    const state = createState({ run: 12, attempt: 2, commit: 'c'.repeat(40) }, [
      '0123456789abcdef',
      'fedcba9876543210',
    ]);
    expect(readState(`${markerLine(KEY, state)}\n\ntext`, KEY)).toEqual({
      run: 12,
      attempt: 2,
      commit: 'c'.repeat(40),
      counted: 2,
      fingerprints: ['01234567', 'fedcba98'],
    });
  });

  it('stays under 4 KB, and then keeps the number alone', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => index.toString(16).padStart(16, '0'));
    const line = markerLine(KEY, createState({ run: 1, attempt: 1, commit: 'c'.repeat(40) }, many));
    expect(line.length).toBeLessThan(4200);
    expect(readState(`${line}\n`, KEY)).toMatchObject({ counted: 100_000, fingerprints: undefined });
  });

  it('is nothing when it was edited, too long, or of another key', () => {
    const line = markerLine(KEY, createState({ run: 1, attempt: 1, commit: 'c'.repeat(40) }, []));
    expect(readState(line.replace('state=', 'state=x'), KEY)).toBeUndefined();
    expect(readState(line.replace('state=', `state=${'A'.repeat(5000)}`), KEY)).toBeUndefined();
    expect(readState(line, 'other/key/0123456789ab')).toBeUndefined();
    expect(readState(`> ${line}`, KEY)).toBeUndefined();
  });
});
