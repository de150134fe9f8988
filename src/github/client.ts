/** The API client: patient with a busy server, quick to give up on a refusal, and never the reason that a run hangs. */
import { getOctokit } from '@actions/github';
import { truncate } from '../report/escape.ts';
import type { Environment } from './environment.ts';

type Octokit = ReturnType<typeof getOctokit>;

export interface Client {
  readonly owner: string;
  readonly repo: string;
  /**
   * Sends a request. Answers that a later try can change (busy, limited, unreachable) are tried again; a request that
   * writes is only repeated when the server said that it did nothing.
   */
  call<T>(
    name: string,
    request: (octokit: Octokit, signal: AbortSignal) => Promise<T>,
    kind?: 'read' | 'write',
  ): Promise<T>;
}

/** Why a call did not work, as a reader of the log needs it. */
export class ApiFailure extends Error {
  readonly call: string;
  readonly status: number;
  readonly reason: 'forbidden' | 'not-found' | 'too-long' | 'limited' | 'unreachable' | 'refused';

  constructor(call: string, status: number, reason: ApiFailure['reason'], detail: string) {
    super(detail);
    this.name = 'ApiFailure';
    this.call = call;
    this.status = status;
    this.reason = reason;
  }
}

export interface Patience {
  readonly attempts: number;
  /** Milliseconds before the second try; doubled for each further one. */
  readonly firstDelay: number;
  /** Longest wait that is worth it, for one call. */
  readonly longestDelay: number;
  readonly timeout: number;
  /** All calls of a run together. */
  readonly total: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
}

export const PATIENCE: Patience = {
  attempts: 4,
  firstDelay: 250,
  longestDelay: 30_000,
  timeout: 15_000,
  total: 120_000,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

export function createClient(environment: Environment, token: string, patience: Patience = PATIENCE): Client {
  const octokit = getOctokit(token, { baseUrl: environment.apiUrl, userAgent: 'dockershim-lint', log: SILENT });
  octokit.hook.before('request', (options) => {
    options.request.log = SILENT;
  });
  let spent = 0;
  return {
    owner: environment.owner,
    repo: environment.repo,
    async call(name, request, kind = 'read') {
      for (let attempt = 1; ; attempt++) {
        try {
          return await request(octokit, AbortSignal.timeout(patience.timeout));
        } catch (error) {
          const answer = readAnswer(error);
          const delay = attempt < patience.attempts ? retryDelay(answer, kind, attempt, patience) : undefined;
          if (delay === undefined || spent + delay > patience.total) throw toFailure(name, answer);
          spent += delay;
          await patience.sleep(delay);
        }
      }
    },
  };
}

// octokit writes server-given text to the console, where the runner would read it for commands.
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

interface Answer {
  /** 0 when there was none. */
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** Milliseconds to wait before the next try, or undefined when it would not help. */
function retryDelay(answer: Answer, kind: 'read' | 'write', attempt: number, patience: Patience): number | undefined {
  const limited = isLimited(answer);
  // A conflict changed nothing; somebody else's write only came first.
  const passing =
    limited ||
    answer.status === 409 ||
    (kind === 'read' && (answer.status === 0 || answer.status === 408 || answer.status >= 500));
  if (!passing) return undefined;
  const asked = limited ? askedDelay(answer.headers) : undefined;
  const backoff = patience.firstDelay * 2 ** (attempt - 1);
  const delay = (asked ?? backoff) + backoff * patience.random();
  return delay <= patience.longestDelay ? delay : undefined;
}

function isLimited({ status, message, headers }: Answer): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining']) === '0' ||
    /secondary rate limit|abuse detection/i.test(message)
  );
}

/** From the server's own clock, because that of a runner may be wrong; undefined when the server does not say. */
function askedDelay(headers: Answer['headers']): number | undefined {
  const after = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(after) && after >= 0) return after * 1000;
  const reset = Number(headers['x-ratelimit-reset']) * 1000;
  const now = Date.parse(String(headers.date ?? ''));
  if (String(headers['x-ratelimit-remaining']) !== '0' || !Number.isFinite(reset) || !Number.isFinite(now))
    return undefined;
  return Math.max(0, reset - now);
}

function readAnswer(error: unknown): Answer {
  if (typeof error !== 'object' || error === null) return { status: 0, message: String(error), headers: {} };
  if ((error as { name?: unknown }).name === 'GraphqlResponseError')
    return { status: 200, message: String(error), headers: {} };
  const { status, message, response } = error as {
    status?: unknown;
    message?: unknown;
    response?: { headers?: Answer['headers'] };
  };
  // octokit gives status 500 to a connection that failed; without a response it was no answer.
  const answered = response !== undefined && typeof status === 'number';
  return { status: answered ? status : 0, message: String(message ?? ''), headers: response?.headers ?? {} };
}

function toFailure(name: string, answer: Answer): ApiFailure {
  // A proxy may answer with a page.
  const message = truncate(answer.message, 300);
  const detail = answer.status === 0 ? `no answer (${message})` : `HTTP ${answer.status}: ${message}`;
  return new ApiFailure(name, answer.status, reasonOf(answer), detail);
}

function reasonOf(answer: Answer): ApiFailure['reason'] {
  if (isLimited(answer)) return 'limited';
  if (answer.status === 0 || answer.status >= 500) return 'unreachable';
  // A locked conversation is no lack of permission.
  if (answer.status === 403 && /\blocked\b/i.test(answer.message)) return 'refused';
  if (answer.status === 401 || answer.status === 403) return 'forbidden';
  if (answer.status === 404 || answer.status === 410) return 'not-found';
  if (answer.status === 422 && /too long/i.test(answer.message)) return 'too-long';
  return 'refused';
}
