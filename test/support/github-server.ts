/** A local server that plays the part of GitHub's API that the Action uses: it keeps state, pages, limits and refuses. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { components } from '@octokit/openapi-types';

type IssueComment = components['schemas']['issue-comment'];
type ReviewComment = components['schemas']['pull-request-review-comment'];
type DiffEntry = components['schemas']['diff-entry'];
type SimpleUser = components['schemas']['simple-user'];

type Comment = Pick<
  IssueComment,
  'id' | 'body' | 'html_url' | 'user' | 'created_at' | 'updated_at' | 'performed_via_github_app'
>;
type ReviewNote = Pick<ReviewComment, 'id' | 'body' | 'path' | 'line' | 'user' | 'html_url'>;

export interface Identity {
  readonly login: string;
  readonly type: 'Bot' | 'User';
  /** The app that the token belongs to. */
  readonly app?: string;
  readonly canWrite: boolean;
}

export const WORKFLOW_TOKEN = 'ghs_workflow';
export const READ_ONLY_TOKEN = 'ghs_readonly';

const IDENTITIES: Readonly<Record<string, Identity>> = {
  [WORKFLOW_TOKEN]: { login: 'github-actions[bot]', type: 'Bot', app: 'github-actions', canWrite: true },
  [READ_ONLY_TOKEN]: { login: 'github-actions[bot]', type: 'Bot', app: 'github-actions', canWrite: false },
  ghs_company: { login: 'acme-lint[bot]', type: 'Bot', app: 'acme-lint', canWrite: true },
  gitea_task: { login: 'gitea-actions', type: 'User', canWrite: true },
  ghp_person: { login: 'mona', type: 'User', canWrite: true },
};

/** One call of the API, as tests name it. */
export type CallName =
  | 'list comments'
  | 'create comment'
  | 'update comment'
  | 'viewer'
  | 'user'
  | 'compare'
  | 'read commit'
  | 'read tree'
  | 'read file'
  | 'read blob'
  | 'list pulls'
  | 'list files'
  | 'list review comments'
  | 'create review';

/** What the server answers instead; `afterwards` does the work first and then fails to say so. */
export interface Fault {
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly times?: number;
  readonly afterwards?: boolean;
  /** What happens on the server meanwhile. */
  readonly effect?: (state: State) => void;
  /** The connection is cut without an answer. */
  readonly hangUp?: boolean;
  /** The connection stays open, and nothing comes. */
  readonly silent?: boolean;
}

interface State {
  comments: Comment[];
  reviewComments: ReviewNote[];
  files: Partial<DiffEntry>[];
  /** By `base...head`. */
  comparisons: Record<string, { merge_base_commit: { sha: string }; files: Partial<DiffEntry>[] }>;
  /** By commit. */
  trees: Record<string, { truncated: boolean; tree: { path: string; sha: string; mode: string; type: string }[] }>;
  /** By `commit:path`. */
  contents: Record<string, string>;
  blobs: Record<string, string>;
  commits: Record<string, string>;
  pulls: { number: number; head: { sha: string; label: string } }[];
}

interface Request {
  readonly call: CallName | 'unknown';
  readonly path: string;
  readonly status: number;
}

export interface GithubServer {
  readonly url: string;
  readonly port: number;
  readonly state: State;
  readonly requests: readonly Request[];
  fail(call: CallName, fault: Fault): void;
  /** A comment that somebody else, or an earlier run, wrote. */
  addComment(body: string, author: Identity): Comment;
  calls(call: CallName): readonly Request[];
  close(): Promise<void>;
}

const BODY_LIMIT = 65_536;

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Call {
  readonly name: CallName;
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly identity: Identity;
}

const ROUTES: readonly (readonly [CallName, string, RegExp])[] = [
  ['list comments', 'GET', /^\/repos\/acme\/shop\/issues\/(\d+)\/comments$/],
  ['create comment', 'POST', /^\/repos\/acme\/shop\/issues\/(\d+)\/comments$/],
  ['update comment', 'PATCH', /^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/],
  ['viewer', 'POST', /^(?:\/api)?\/graphql$/],
  ['user', 'GET', /^\/user$/],
  ['compare', 'GET', /^\/repos\/acme\/shop\/compare\/(.+)$/],
  ['read commit', 'GET', /^\/repos\/acme\/shop\/commits\/(.+)$/],
  ['read tree', 'GET', /^\/repos\/acme\/shop\/git\/trees\/(.+)$/],
  ['read blob', 'GET', /^\/repos\/acme\/shop\/git\/blobs\/(.+)$/],
  ['read file', 'GET', /^\/repos\/acme\/shop\/contents\/(.+)$/],
  ['list pulls', 'GET', /^\/repos\/acme\/shop\/pulls$/],
  ['list files', 'GET', /^\/repos\/acme\/shop\/pulls\/(\d+)\/files$/],
  ['list review comments', 'GET', /^\/repos\/acme\/shop\/pulls\/(\d+)\/comments$/],
  ['create review', 'POST', /^\/repos\/acme\/shop\/pulls\/(\d+)\/reviews$/],
];

export async function startGithubServer(prefix = ''): Promise<GithubServer> {
  const state: State = {
    comments: [],
    reviewComments: [],
    files: [],
    comparisons: {},
    trees: {},
    contents: {},
    blobs: {},
    commits: {},
    pulls: [],
  };
  const faults = new Map<CallName, Fault[]>();
  const requests: Request[] = [];
  let nextId = 1000;

  const takeFault = (name: CallName): Fault | undefined => {
    const queue = faults.get(name);
    const fault = queue?.[0];
    if (!queue || !fault) return undefined;
    const times = (fault.times ?? 1) - 1;
    if (times > 0) queue[0] = { ...fault, times };
    else queue.shift();
    return fault;
  };

  const addComment = (body: string, author: Identity): Comment => {
    const id = nextId++;
    const now = '2026-01-01T00:00:00Z';
    const comment: Comment = {
      id,
      body,
      html_url: `https://github.example/acme/shop/pull/7#issuecomment-${id}`,
      user: simpleUser(author),
      created_at: now,
      updated_at: now,
      performed_via_github_app:
        author.app === undefined ? null : ({ slug: author.app } as Comment['performed_via_github_app']),
    };
    state.comments.push(comment);
    return comment;
  };

  const answer = (call: Call): Answer => {
    switch (call.name) {
      case 'list comments':
        return page(state.comments, call);
      case 'create comment':
      case 'update comment':
        return writeComment(call);
      case 'viewer':
        return { status: 200, body: { data: { viewer: { login: call.identity.login } } } };
      case 'user':
        return call.identity.type === 'User' ? { status: 200, body: simpleUser(call.identity) } : FORBIDDEN;
      case 'compare':
        return found(state.comparisons[decodeURIComponent(call.parameters[0] ?? '')]);
      case 'read commit': {
        const sha = state.commits[decodeURIComponent(call.parameters[0] ?? '')];
        return found(sha === undefined ? undefined : { sha });
      }
      case 'read tree':
        return found(state.trees[call.parameters[0] ?? '']);
      case 'read blob':
        return found(state.blobs[call.parameters[0] ?? '']);
      case 'read file':
        return found(state.contents[`${call.query.get('ref')}:${decodeURIComponent(call.parameters[0] ?? '')}`]);
      case 'list pulls':
        return page(
          state.pulls.filter((pull) => pull.head.label === call.query.get('head')),
          call,
        );
      case 'list files':
        return page(state.files, call);
      case 'list review comments':
        return page(state.reviewComments, call);
      case 'create review':
        return createReview(call);
    }
  };

  const writeComment = (call: Call): Answer => {
    if (!call.identity.canWrite) return FORBIDDEN;
    const body = String(call.body.body ?? '');
    if (body.length > BODY_LIMIT) return TOO_LONG;
    if (call.name === 'create comment') return { status: 201, body: addComment(body, call.identity) };
    const index = state.comments.findIndex((comment) => comment.id === Number(call.parameters[0]));
    const comment = state.comments[index];
    if (!comment) return NOT_FOUND;
    state.comments[index] = { ...comment, body, updated_at: '2026-01-02T00:00:00Z' };
    return { status: 200, body: state.comments[index] };
  };

  const createReview = (call: Call): Answer => {
    if (!call.identity.canWrite) return FORBIDDEN;
    const comments = call.body.comments as { path: string; body: string; line: number }[];
    for (const { path, body, line } of comments) {
      const id = nextId++;
      state.reviewComments.push({ id, path, body, line, user: simpleUser(call.identity), html_url: '' });
    }
    return { status: 200, body: { id: nextId++ } };
  };

  const server: Server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const url = new URL(request.url ?? '/', 'http://server');
      const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname;
      const route = ROUTES.find(([, method, pattern]) => method === request.method && pattern.test(path));
      const identity = IDENTITIES[(request.headers.authorization ?? '').replace(/^(token|bearer) /i, '')];
      const name = route?.[0];
      const fault = name && takeFault(name);
      fault?.effect?.(state);
      if (fault?.silent) {
        requests.push({ call: name ?? 'unknown', path, status: 0 });
        return;
      }
      if (fault?.hangUp) {
        if (fault.afterwards && name && identity) answer(callOf(name, route, path, url, text, identity));
        requests.push({ call: name ?? 'unknown', path, status: 0 });
        request.socket.destroy();
        return;
      }
      const done = !identity
        ? UNAUTHORIZED
        : !name || !route
          ? NOT_FOUND
          : fault && !fault.afterwards
            ? undefined
            : answer(callOf(name, route, path, url, text, identity));
      const sent: Answer = fault
        ? {
            status: fault.status,
            body: { message: fault.message ?? 'the server is not well' },
            headers: fault.headers ?? {},
          }
        : (done ?? NOT_FOUND);
      requests.push({ call: name ?? 'unknown', path, status: sent.status });
      const raw = typeof sent.body === 'string';
      response.writeHead(sent.status, {
        'content-type': raw ? 'application/vnd.github.raw; charset=utf-8' : 'application/json; charset=utf-8',
        ...sent.headers,
      });
      response.end(raw ? sent.body : JSON.stringify(sent.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    port,
    state,
    requests,
    fail: (call, fault) => void faults.set(call, [...(faults.get(call) ?? []), fault]),
    addComment,
    calls: (call) => requests.filter((request) => request.call === call),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } };
const UNAUTHORIZED: Answer = { status: 401, body: { message: 'Bad credentials' } };
const FORBIDDEN: Answer = { status: 403, body: { message: 'Resource not accessible by integration' } };
const TOO_LONG: Answer = {
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: 'Body is too long (maximum is 65536 characters)',
      },
    ],
  },
};

function found(body: unknown): Answer {
  return body === undefined ? NOT_FOUND : { status: 200, body };
}

function page(items: readonly unknown[], { query }: Call): Answer {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const number = Number(query.get('page') ?? 1);
  const more = number * size < items.length;
  return {
    status: 200,
    body: items.slice((number - 1) * size, number * size),
    headers: more ? { link: `<http://server/?page=${number + 1}>; rel="next"` } : {},
  };
}

function callOf(
  name: CallName,
  route: (typeof ROUTES)[number] | undefined,
  path: string,
  url: URL,
  text: string,
  identity: Identity,
): Call {
  const parameters = route?.[2].exec(path)?.slice(1) ?? [];
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { name, parameters, query: url.searchParams, body, identity };
}

function simpleUser({ login, type }: Identity): SimpleUser {
  return { login, type } as SimpleUser;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export const MONA: Identity = { login: 'mona', type: 'User', canWrite: true };
export const WORKFLOW_BOT: Identity = {
  login: 'github-actions[bot]',
  type: 'Bot',
  app: 'github-actions',
  canWrite: true,
};
