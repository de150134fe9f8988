/** The one comment of a job on a pull request: found by marker and author, updated in place, never deleted. */
import { type Authored, isWrittenBy, ownAuthor } from './author.ts';
import { ApiFailure, type Client } from './client.ts';
import type { Environment } from './environment.ts';
import { readPages } from './pages.ts';
import { markerStart, type RunState, readState } from './state.ts';

export interface StickyComment {
  readonly pull: number;
  readonly key: string;
  readonly state: RunState;
  /** When the server saw what this run looks at; a comment that is older cannot be that of a later run. */
  readonly since: string | undefined;
  /** Whether a pull request that has no comment yet gets one. */
  readonly worthCreating: boolean;
  /** The body after that run, at most `limit` characters. */
  render(before: RunState | undefined, limit: number): string;
}

export type Published =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string }
  /** Nothing to say, and nothing was said before. */
  | { readonly kind: 'not-needed' }
  /** A later run of the workflow has already written its own. */
  | { readonly kind: 'superseded'; readonly url: string };

/** The server allows 65,536 characters. */
const SAFE_LIMIT = 65_000;
const CREATE_ATTEMPTS = 3;

export async function publishComment(
  client: Client,
  forge: Environment['forge'],
  comment: StickyComment,
): Promise<Published> {
  const existing = await findOwn(client, forge, comment);
  if (existing) {
    const updated = await updateComment(client, comment, existing);
    if (updated) return updated;
  }
  // Somebody deleted the comment: there is nothing to turn green.
  if (!comment.worthCreating) return { kind: 'not-needed' };
  return createComment(client, forge, comment);
}

interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  /** When it was last written, by the clock of the server. */
  readonly written: string | undefined;
}

/** Undefined when the comment was deleted meanwhile. */
async function updateComment(
  client: Client,
  comment: StickyComment,
  existing: OwnComment,
): Promise<Published | undefined> {
  const before = readState(existing.body, comment.key);
  if (before && isLater(before, comment.state) && isWrittenSince(existing, comment))
    return { kind: 'superseded', url: existing.url };
  const { owner, repo } = client;
  try {
    return await withinLimit(async (limit) => {
      const body = comment.render(before, limit);
      if (sameText(body, existing.body)) return { kind: 'unchanged', url: existing.url };
      await client.call('update comment', (octokit, signal) =>
        octokit.rest.issues.updateComment({ owner, repo, comment_id: existing.id, body, request: { signal } }),
      );
      return { kind: 'updated', url: existing.url };
    });
  } catch (error) {
    if (error instanceof ApiFailure && error.reason === 'not-found') return undefined;
    throw error;
  }
}

async function createComment(client: Client, forge: Environment['forge'], comment: StickyComment): Promise<Published> {
  const { owner, repo } = client;
  for (let attempt = 1; ; attempt++) {
    try {
      const created = await withinLimit(async (limit) => {
        const body = comment.render(undefined, limit);
        const answer = await client.call(
          'create comment',
          (octokit, signal) =>
            octokit.rest.issues.createComment({ owner, repo, issue_number: comment.pull, body, request: { signal } }),
          'write',
        );
        return { id: answer.data.id, url: answer.data.html_url, body, written: answer.data.updated_at };
      });
      return await yieldToOlder(client, forge, comment, created);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.reason !== 'unreachable' || attempt >= CREATE_ATTEMPTS) throw error;
      // The server may have done it and only failed to say so.
      const arrived = await findOwn(client, forge, comment);
      if (arrived) return { kind: 'created', url: arrived.url };
    }
  }
}

/** Two runs that both saw no comment write two: the older one stays the comment, the younger one points to it. */
async function yieldToOlder(
  client: Client,
  forge: Environment['forge'],
  comment: StickyComment,
  created: OwnComment,
): Promise<Published> {
  const oldest = await findOwn(client, forge, comment).catch((error: unknown) => {
    if (error instanceof ApiFailure) return undefined;
    throw error;
  });
  if (!oldest || oldest.id >= created.id) return { kind: 'created', url: created.url };
  const { owner, repo } = client;
  const body = 'Two runs of this check started together; its report is in the comment above.';
  await client.call('update comment', (octokit, signal) =>
    octokit.rest.issues.updateComment({ owner, repo, comment_id: created.id, body, request: { signal } }),
  );
  return (await updateComment(client, comment, oldest)) ?? { kind: 'created', url: created.url };
}

/** The server counts characters in its own way; when it still says "too long", half of that is not. */
async function withinLimit<T>(work: (limit: number) => Promise<T>): Promise<T> {
  try {
    return await work(SAFE_LIMIT);
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.reason !== 'too-long') throw error;
    return work(SAFE_LIMIT / 2);
  }
}

interface ListedComment extends Authored {
  readonly id: number;
  readonly body?: string | undefined;
  readonly html_url: string;
  readonly updated_at?: string | undefined;
}

async function findOwn(
  client: Client,
  forge: Environment['forge'],
  { pull, key }: StickyComment,
): Promise<OwnComment | undefined> {
  const marked = await listMarked(client, pull, markerStart(key));
  if (marked.length === 0) return undefined;
  const own = await ownAuthor(client, forge);
  const comment = marked.filter((candidate) => isWrittenBy(candidate, own)).sort((a, b) => a.id - b.id)[0];
  return comment
    ? { id: comment.id, url: comment.html_url, body: comment.body ?? '', written: comment.updated_at }
    : undefined;
}

async function listMarked(client: Client, pull: number, start: string): Promise<readonly ListedComment[]> {
  const { owner, repo } = client;
  const comments = await readPages<ListedComment>((page) =>
    client.call('list comments', (octokit, signal) =>
      octokit.rest.issues.listComments({ owner, repo, issue_number: pull, per_page: 100, page, request: { signal } }),
    ),
  );
  return comments.filter((comment) => comment.body?.startsWith(start));
}

function isLater(before: RunState, now: RunState): boolean {
  return before.run > now.run || (before.run === now.run && before.attempt > now.attempt);
}

/** A number can be forged to stop every run from writing; the time at which a comment was written cannot. */
function isWrittenSince({ written }: OwnComment, { since }: StickyComment): boolean {
  const [wrote, saw] = [Date.parse(written ?? ''), Date.parse(since ?? '')];
  return Number.isNaN(wrote) || Number.isNaN(saw) || wrote >= saw;
}

/** The server may change line ends and white space at the end. */
function sameText(left: string, right: string): boolean {
  return left.trimEnd() === right.replaceAll('\r\n', '\n').trimEnd();
}
