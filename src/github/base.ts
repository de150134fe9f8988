/** What a run is compared with: the commit that the event names, from the local git objects, a fetch, or the API. */
import { readBaseFiles, readTextBefore } from '../files/base.ts';
import { readPatch } from '../files/changes.ts';
import type { Remote, Repository } from '../files/git.ts';
import { type Base, type BaseSearch, BaseUnreadable, textReader } from '../run/base.ts';
import { type ApiComparison, changesOf, compareOverApi, readBaseOverApi, readTextOverApi } from './api-base.ts';
import { ApiFailure, type Client } from './client.ts';
import type { EventContext, PullRequestEvent, PushEvent } from './event.ts';

export interface BaseRequest {
  readonly event: EventContext;
  /** `auto`, `off`, or a reference. */
  readonly compare: string;
  readonly repository: Repository | undefined;
  /** Why there is none, as the middle of a sentence. */
  readonly withoutRepository: string;
  /** The top of the repository, absolute. */
  readonly top: string;
  /** The commit that is checked out. */
  readonly headCommit: string;
  readonly client: Client | undefined;
  /** Where the run's own repository is fetched from. */
  readonly remote: Remote | undefined;
}

/** A commit to compare with, or one whose common ancestor with the head is. */
interface Wanted {
  readonly commit: string;
  readonly name: string;
  readonly forkPoint: boolean;
}

export async function findBase(request: BaseRequest): Promise<BaseSearch> {
  const wanted = await wantedBase(request);
  if (wanted === 'nothing') return { kind: 'not-wanted' };
  if (typeof wanted === 'string') return { kind: 'unreachable', reason: wanted };
  return readBase(request, wanted, overApi(request, wanted.commit));
}

async function readBase(request: BaseRequest, wanted: Wanted, api: () => Promise<ApiComparison>): Promise<BaseSearch> {
  const { repository } = request;
  const reasons: string[] = [];
  const local = repository ? await readLocally(request, repository, wanted, api) : request.withoutRepository;
  if (typeof local === 'string') reasons.push(local);
  else if (local.complete) return { kind: 'found', base: local };
  const lost = (error: ApiFailure) =>
    `${nameOf(wanted.name, wanted.commit)} cannot be read (${reasons.join('; ')}; the API could not provide it either: ${error.message})`;
  try {
    return { kind: 'found', base: readRemotely(request, wanted, await api(), lost) };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    return typeof local === 'string' ? { kind: 'unreachable', reason: lost(error) } : { kind: 'found', base: local };
  }
}

async function wantedBase(request: BaseRequest): Promise<Wanted | 'nothing' | string> {
  const { compare, event } = request;
  if (compare === 'off') return 'nothing';
  if (compare !== 'auto') return referenceBase(request, compare);
  switch (event.kind) {
    case 'pull-request':
      return pullRequestBase(request, event);
    case 'push':
      return pushBase(request, event);
    case 'merge-group':
      return event.base === '' ? 'nothing' : { commit: event.base, name: event.baseRef, forkPoint: false };
    case 'workflow-run':
    case 'other':
      return 'nothing';
  }
}

async function pullRequestBase(
  { repository, headCommit }: BaseRequest,
  event: PullRequestEvent,
): Promise<Wanted | string> {
  const parents = repository ? await repository.parents(headCommit) : [];
  const [first, second] = parents;
  // The merge commit that GitHub makes for a pull request: its first parent is exactly what it is merged into.
  if (first && second === event.head) return { commit: first, name: event.baseRef, forkPoint: false };
  if (event.base === '') return 'the event does not name the base of the pull request';
  return { commit: event.base, name: event.baseRef, forkPoint: true };
}

async function pushBase(request: BaseRequest, event: PushEvent): Promise<Wanted | 'nothing' | string> {
  if (event.deleted) return 'nothing';
  if (event.before !== undefined) {
    const name = event.forced ? `${event.branch} before the force push` : event.branch;
    if (!event.forced || (await isReachable(request, event.before)))
      return { commit: event.before, name, forkPoint: false };
  }
  const { defaultBranch, branch } = event;
  if (!defaultBranch || defaultBranch === branch) {
    return event.forced ? 'the commit before the force push is gone' : 'nothing';
  }
  return referenceBase(request, defaultBranch);
}

async function isReachable({ repository, remote }: BaseRequest, commit: string): Promise<boolean> {
  return repository !== undefined && (await bring(repository, commit, remote)) === undefined;
}

async function referenceBase(request: BaseRequest, name: string): Promise<Wanted | string> {
  const local = await request.repository?.resolve(name);
  if (local) return { commit: local, name, forkPoint: true };
  const { client } = request;
  if (!client) return `${name} is not in the checkout, and there is no token to ask for it`;
  try {
    const { owner, repo } = client;
    const { data } = await client.call('read commit', (octokit, signal) =>
      octokit.rest.repos.getCommit({ owner, repo, ref: name, per_page: 1, request: { signal } }),
    );
    return { commit: data.sha, name, forkPoint: true };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    return `${name} is not in the checkout, and the API does not give it (${error.message})`;
  }
}

/** The commit where the head left the wanted one; the wanted one itself, with a remark, when nobody can tell. */
async function forkPoint(
  { repository, headCommit }: BaseRequest,
  wanted: Wanted,
  api: () => Promise<ApiComparison>,
  remarks: string[],
): Promise<string> {
  if (!wanted.forkPoint || !repository) return wanted.commit;
  const local = await repository.mergeBase(wanted.commit, headCommit);
  if (local) return local;
  try {
    return (await api()).mergeBase;
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    remarks.push(
      `The point where this branch left ${wanted.name} is not in the checkout, so it is compared with the newest ${wanted.name}.`,
    );
    return wanted.commit;
  }
}

/** Undefined once the commit is in the local objects, else why it is not. */
async function bring(repository: Repository, commit: string, remote: Remote | undefined): Promise<string | undefined> {
  if (await repository.has(commit)) return undefined;
  if (!remote) return 'it is not in the checkout';
  const reason = await repository.fetch(commit, remote);
  if (reason !== undefined) return `git could not fetch it: ${reason}`;
  return (await repository.has(commit)) ? undefined : 'git fetch succeeded, but the commit is still missing';
}

interface LocalBase extends Base {
  /** False where git cannot tell what changed: the API may. */
  readonly complete: boolean;
}

/** Why not, where it cannot be. */
async function readLocally(
  request: BaseRequest,
  repository: Repository,
  wanted: Wanted,
  api: () => Promise<ApiComparison>,
): Promise<LocalBase | string> {
  const { client, headCommit, top } = request;
  const remarks: string[] = [];
  const commit = await forkPoint(request, wanted, api, remarks);
  const reason = await bring(repository, commit, request.remote);
  if (reason !== undefined) return reason;
  if (!(await repository.tree(commit))) return 'a part of it is not in the checkout, or it is too large';
  const patch = await repository.patch(commit, headCommit);
  if (patch === undefined) remarks.push(NO_PATCH);
  const changes = readPatch(patch ?? '');
  return {
    label: nameOf(wanted.name, commit),
    top,
    prefix: '',
    changes,
    remarks,
    complete: patch !== undefined,
    async files(head, scope) {
      const files = await readBaseFiles(repository, commit, head, scope, changes.renames);
      if (files?.missing.length === 0) return files;
      const whole =
        client && (await withApi(async () => readBaseOverApi(client, await api(), headCommit, head, scope)));
      if (whole) return whole;
      if (!files) throw new BaseUnreadable(`a part of ${nameOf(wanted.name, commit)} is not in the checkout`);
      return files;
    },
    text: textReader(top, async (path) => {
      const before = await readTextBefore(repository, commit, path);
      if (before.kind !== 'lost' || !client) return before;
      return (await withApi(async () => readTextOverApi(client, await api(), headCommit, path))) ?? before;
    }),
  };
}

/** What a partial clone left out, if the API has it. */
async function withApi<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiFailure) return undefined;
    throw error;
  }
}

const NO_PATCH =
  'git could not tell which lines and names changed: no finding counts as standing on a changed line, and findings in renamed files count as new.';

function readRemotely(
  { client, headCommit, top }: BaseRequest,
  wanted: Wanted,
  comparison: ApiComparison,
  lost: (error: ApiFailure) => string,
): Base {
  if (!client) throw new ApiFailure('compare', 0, 'refused', 'there is no token');
  const orLost = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw error instanceof ApiFailure ? new BaseUnreadable(lost(error)) : error;
    });
  return {
    label: nameOf(wanted.name, comparison.mergeBase),
    top,
    prefix: '',
    changes: changesOf(comparison),
    remarks: [],
    files: (head, scope) => orLost(readBaseOverApi(client, comparison, headCommit, head, scope)),
    text: textReader(top, (path) => orLost(readTextOverApi(client, comparison, headCommit, path))),
  };
}

/** The comparison of the API, asked for once at most. */
function overApi({ client, headCommit }: BaseRequest, base: string): () => Promise<ApiComparison> {
  let answer: Promise<ApiComparison> | undefined;
  return () => {
    answer ??= client
      ? compareOverApi(client, base, headCommit)
      : Promise.reject(new ApiFailure('compare', 0, 'refused', 'there is no token'));
    return answer;
  };
}

function nameOf(name: string, commit: string): string {
  return name === '' ? commit.slice(0, 7) : `${name} at ${commit.slice(0, 7)}`;
}
