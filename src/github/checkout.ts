/** What is checked out, and whether it may be looked at: the repository of the run and its root. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { openRepository, type Repository } from '../files/git.ts';
import type { Environment } from './environment.ts';
import type { EventContext } from './event.ts';
import { toRoot } from './settings.ts';

export interface Checkout {
  /** The top of the repository: what paths in annotations and comments are relative to. */
  readonly root: string;
  /** Scanned paths, relative to the root. */
  readonly paths: readonly string[];
  readonly repository: Repository | undefined;
  readonly headCommit: string;
}

/** The repository may stand in a folder of the workspace, as `actions/checkout` puts it with `path:`. */
export async function openCheckout(environment: Environment, paths: readonly string[]): Promise<Checkout> {
  const workspace = realWorkspace(environment.workspace);
  const full = paths.map((path) => resolve(workspace, path));
  const repository = (await openRepository(workspace)) ?? (await openRepository(full[0] ?? workspace));
  const root = repository ? realpathSync(repository.top) : workspace;
  return {
    root,
    paths: full.map((path) => toRoot(root, path) || '.'),
    repository,
    headCommit: repository?.head ?? environment.sha,
  };
}

function realWorkspace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new UsageError(`The workspace ${path} cannot be read. Is there a checkout step before this one?`);
  }
}

/**
 * `pull_request_target` runs with a token that can write. Scanning is safe for any content, but a workflow that checks
 * out a stranger's commit under that event usually also runs something of it; so it must say that this is meant.
 */
export function refuseUntrusted(event: EventContext, checkout: Checkout, allowed: boolean, sha: string): void {
  if (event.kind !== 'pull-request' || !event.target || allowed || looksAtBase(event, checkout, sha)) return;
  throw new UsageError(
    'This workflow runs on pull_request_target and has checked out a commit that is not that of the base branch. ' +
      'Use pull_request, with a workflow_run companion for comments on forks (docs/forks.md), ' +
      'or set allow-untrusted-target: true when no other step of the job runs anything from the checkout.',
  );
}

/** Under `pull_request_target` the default checkout is the base branch, which says nothing about the pull request. */
export function looksAtBase(event: EventContext, { headCommit }: Pick<Checkout, 'headCommit'>, sha: string): boolean {
  return event.kind === 'pull-request' && event.target && (headCommit === sha || headCommit === event.base);
}
