/** What a run is compared with: the commit that the event names, from the local git objects, a fetch, or the API. */
import { readBaseFiles, type Scope } from '../files/base.ts';
import type { Discovery } from '../files/discover.ts';
import type { Remote, Repository } from '../files/git.ts';
import { type ApiComparison, changesOf, compareOverApi, readBaseOverApi } from './api-base.ts';
import { type Changes, readPatch } from './changes.ts';
import { ApiFailure, type Client } from './client.ts';
import type { EventContext, PullRequestEvent, PushEvent } from './event.ts';

export interface Base {
  /** `main at 1a2b3c4` */
  readonly label: string;
  readonly files: Discovery;
  readonly changes: Changes;
  /** What a reader must know about the comparison. */
  readonly remarks: readonly string[];
}

export type BaseSearch =
  | { readonly kind: 'found'; readonly base: Base }
  /** Nothing to compare with, and nothing expected: a schedule, a dispatch, `compare: off`. */
  | { readonly kind: 'not-wanted' }
  | { readonly kind: 'unreachable'; readonly reason: string };

export interface BaseRequest {
  readonly event: EventContext;
  /** `auto`, `off`, or a reference. */
  readonly compare: string;
  readonly repository: Repository | undefined;
  /** Why there is none, as the middle of a sentence. */
  readonly withoutRepository: string;
  /** The commit that is checked out. */
  readonly headCommit: string;
  readonly client: Client | undefined;
  /** Where the run's own repository is fetched from. */
  readonly remote: Remote | undefined;
  readonly head: Discovery;
  readonly scope: Scope;
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
  try {
    return { kind: 'found', base: await readRemotely(request, wanted, await api()) };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    if (typeof local !== 'string') return { kind: 'found', base: local };
    reasons.push(`the API did not help either: ${error.message}`);
  }
  return {
    kind: 'unreachable',
    reason: `${nameOf(wanted.name, wanted.commit)} cannot be read (${reasons.join('; ')})`,
  };
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
  return (await repository.has(commit)) ? undefined : 'git fetched, but the commit did not come';
}

interface LocalBase extends Base {
  /** False for a partial clone that lacks some of what changed: the API may have it. */
  readonly complete: boolean;
}

/** Why not, where it cannot be. */
async function readLocally(
  request: BaseRequest,
  repository: Repository,
  wanted: Wanted,
  api: () => Promise<ApiComparison>,
): Promise<LocalBase | string> {
  const { head, scope, headCommit } = request;
  const remarks: string[] = [];
  const commit = await forkPoint(request, wanted, api, remarks);
  const reason = await bring(repository, commit, request.remote);
  if (reason !== undefined) return reason;
  const patch = await repository.patch(commit, headCommit);
  const changes = readPatch(patch ?? '');
  const files = await readBaseFiles(repository, commit, head, scope, changes.renames);
  if (!files) return 'a part of it is not in the checkout, or it is too large';
  if (patch === undefined) remarks.push(NO_PATCH);
  const complete = patch !== undefined && files.missing.length === 0;
  return { label: nameOf(wanted.name, commit), files, changes, remarks, complete };
}

const NO_PATCH =
  'git could not tell which lines and names changed: no finding counts as standing on a changed line, and findings in renamed files count as new.';

async function readRemotely(request: BaseRequest, wanted: Wanted, comparison: ApiComparison): Promise<Base> {
  const { client, headCommit, head, scope } = request;
  if (!client) throw new ApiFailure('compare', 0, 'refused', 'there is no token');
  const files = await readBaseOverApi(client, comparison, headCommit, head, scope);
  return { label: nameOf(wanted.name, comparison.mergeBase), files, changes: changesOf(comparison), remarks: [] };
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
