/** Reads the event that started the workflow into the few facts that matter: what changed, from what, and who may write. */

import { readFile } from 'node:fs/promises';
import { isRecord } from '../config/record.ts';
import { isObjectId } from '../files/git.ts';
import type { Environment } from './environment.ts';

export type EventContext =
  | PullRequestEvent
  | PushEvent
  | { readonly kind: 'merge-group'; readonly base: string; readonly head: string; readonly baseRef: string }
  | WorkflowRunEvent
  | { readonly kind: 'other'; readonly name: string };

export interface PullRequestEvent {
  readonly kind: 'pull-request';
  /** `pull_request_target` runs with the rights of the base repository. */
  readonly target: boolean;
  readonly number: number;
  readonly base: string;
  readonly baseRef: string;
  readonly head: string;
  /** When the server last saw the pull request change before the run. */
  readonly since: string | undefined;
  /** The head is in another repository (or its repository is gone), so the token of the run can only read. */
  readonly fork: boolean;
}

export interface PushEvent {
  readonly kind: 'push';
  /** Undefined for the first push of a branch. */
  readonly before: string | undefined;
  readonly after: string;
  readonly forced: boolean;
  readonly branch: string;
  readonly defaultBranch: string | undefined;
  readonly deleted: boolean;
}

export interface WorkflowRunEvent {
  readonly kind: 'workflow-run';
  readonly headSha: string;
  /** When that run was started. */
  readonly since: string | undefined;
  readonly headBranch: string;
  readonly headOwner: string;
  readonly event: string;
  /** File name of the workflow that ran. */
  readonly workflow: string;
  readonly runNumber: number;
  readonly runAttempt: number;
  readonly url: string;
}

export async function readEvent(environment: Environment): Promise<EventContext> {
  const payload = await readPayload(environment.eventPath);
  return classify(environment, payload);
}

export function classify(environment: Pick<Environment, 'eventName' | 'refName' | 'sha'>, payload: Json): EventContext {
  const name = environment.eventName;
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
      return pullRequest(name, payload) ?? { kind: 'other', name };
    case 'push':
      return push(environment, payload);
    case 'merge_group':
      return mergeGroup(environment, payload);
    case 'workflow_run':
      return workflowRun(payload);
    default:
      return { kind: 'other', name };
  }
}

function pullRequest(name: string, payload: Json): PullRequestEvent | undefined {
  const pull = payload.pull_request;
  const number = integer(at(pull, 'number')) ?? integer(payload.number);
  if (number === undefined) return undefined;
  return {
    kind: 'pull-request',
    target: name === 'pull_request_target',
    number,
    base: objectId(at(pull, 'base', 'sha')) ?? '',
    baseRef: string(at(pull, 'base', 'ref')),
    head: objectId(at(pull, 'head', 'sha')) ?? '',
    since: string(at(pull, 'updated_at')) || undefined,
    fork: isFork(pull),
  };
}

/** Told by id, which survives a rename; by name where a server gives none. A head without a repository lost it. */
function isFork(pull: unknown): boolean {
  const head = at(pull, 'head');
  if (isRecord(head) && head.repo === null) return true;
  for (const key of ['id', 'full_name']) {
    const [left, right] = [at(head, 'repo', key), at(pull, 'base', 'repo', key)];
    if (left !== undefined && right !== undefined) return left !== right;
  }
  return at(head, 'repo', 'fork') === true;
}

function push(environment: Pick<Environment, 'refName' | 'sha'>, payload: Json): PushEvent {
  const before = objectId(payload.before);
  return {
    kind: 'push',
    before: before && !isZero(before) ? before : undefined,
    after: objectId(payload.after) ?? environment.sha,
    forced: payload.forced === true,
    branch: environment.refName,
    defaultBranch: string(at(payload.repository, 'default_branch')) || undefined,
    deleted: payload.deleted === true,
  };
}

function mergeGroup(environment: Pick<Environment, 'sha'>, payload: Json): EventContext {
  const group = payload.merge_group;
  return {
    kind: 'merge-group',
    base: objectId(at(group, 'base_sha')) ?? '',
    head: objectId(at(group, 'head_sha')) ?? environment.sha,
    baseRef: string(at(group, 'base_ref')).replace(/^refs\/heads\//, ''),
  };
}

function workflowRun(payload: Json): WorkflowRunEvent {
  const run = payload.workflow_run;
  return {
    kind: 'workflow-run',
    headSha: objectId(at(run, 'head_sha')) ?? '',
    since: string(at(run, 'created_at')) || undefined,
    headBranch: string(at(run, 'head_branch')),
    headOwner: string(at(run, 'head_repository', 'owner', 'login')),
    event: string(at(run, 'event')),
    workflow: string(at(run, 'path')).split('/').at(-1) ?? '',
    runNumber: integer(at(run, 'run_number')) ?? 0,
    runAttempt: integer(at(run, 'run_attempt')) ?? 1,
    url: string(at(run, 'html_url')),
  };
}

type Json = Readonly<Record<string, unknown>>;

async function readPayload(path: string): Promise<Json> {
  if (path === '') return {};
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) current = isRecord(current) ? current[key] : undefined;
  return current === null ? undefined : current;
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function objectId(value: unknown): string | undefined {
  return typeof value === 'string' && isObjectId(value) ? value : undefined;
}

function isZero(oid: string): boolean {
  return /^0+$/.test(oid);
}
