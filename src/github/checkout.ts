/** What is checked out, and whether it may be looked at: the repository of the run and its root. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { openGitFolder, type Repository } from '../files/git.ts';
import { findGitFolder, type GitFolder, type GitSearch } from '../files/git-folder.ts';
import { readHead } from '../files/git-refs.ts';
import { isInside } from '../files/inside.ts';
import { wayFrom } from '../files/paths.ts';
import type { Environment } from './environment.ts';
import type { EventContext } from './event.ts';
import { gitFoldersBelow } from './nested.ts';

export interface Checkout {
  /** The top of the repository: what paths in annotations and comments are relative to. */
  readonly root: string;
  /** Scanned paths, relative to the root. */
  readonly paths: readonly string[];
  readonly repository: Repository | undefined;
  /** Why there is none, as the middle of a sentence. */
  readonly withoutRepository: string;
  readonly headCommit: string;
  /** The commits of all repositories that the scanned paths stand in; undefined where one tells none. */
  readonly commits: readonly (string | undefined)[];
}

/** A run that sees nothing must not look like one that found nothing. */
export const NO_CHECKOUT =
  'There is no checkout to scan: put a step with actions/checkout before this one, and point `paths` at what it checks out.';

/**
 * The repository is the one whose `.git` stands at a scanned path or above it, in the workspace: `actions/checkout` puts
 * it in a folder with `path:`. What looks like a repository without that name is content. `deep` also asks for the commits
 * of repositories below the paths.
 */
export function openCheckout(environment: Environment, paths: readonly string[], deep = false): Checkout {
  const workspace = realWorkspace(environment.workspace);
  const full = paths.map((path) => resolve(workspace, path));
  const searches = full.map((path) => outermost(folderOf(path) ?? workspace, workspace));
  const search = common(searches) ?? findGitFolder(workspace, workspace);
  const opened = search.kind === 'found' ? openGitFolder(search.folder) : search;
  const repository = opened.kind === 'found' ? opened.repository : undefined;
  const root = search.kind === 'found' ? search.folder.top : workspace;
  if (search.kind === 'none' && (readdirSync(workspace).length === 0 || full.some((path) => !existsSync(path))))
    throw new UsageError(NO_CHECKOUT);
  return {
    root,
    paths: full.map((path) => wayFrom(root, path) || '.'),
    repository,
    withoutRepository:
      opened.kind === 'refused' ? `its git history is not read: ${opened.reason}` : 'the checkout has no git history',
    headCommit: repository?.head ?? environment.sha,
    commits: [...searches.map(commitOf), ...(deep ? full.flatMap(commitsBelow) : [])],
  };
}

function commitOf(search: GitSearch): string | undefined {
  return search.kind === 'found' ? readHead(search.folder) : undefined;
}

/** A second checkout may stand in a folder of the first. */
function commitsBelow(path: string): readonly (string | undefined)[] {
  const folder = folderOf(path);
  const nested = folder === undefined ? [] : gitFoldersBelow(folder);
  return nested?.map(commitOf) ?? [undefined];
}

/** A submodule is a part of the repository around it. */
function outermost(start: string, workspace: string): GitSearch {
  const ceiling = isInside(workspace, start) ? workspace : undefined;
  let search = findGitFolder(start, ceiling);
  while (search.kind === 'found' && search.folder.kind === 'submodule' && search.folder.top !== ceiling) {
    const outer = findGitFolder(dirname(search.folder.top), ceiling);
    if (outer.kind !== 'found') break;
    search = outer;
  }
  return search;
}

/** Undefined when the paths stand in different repositories. */
function common(searches: readonly GitSearch[]): GitSearch | undefined {
  const [first] = searches;
  return searches.every((search) => topOf(search)?.top === topOf(first)?.top) ? first : undefined;
}

function topOf(search: GitSearch | undefined): GitFolder | undefined {
  return search?.kind === 'found' ? search.folder : undefined;
}

/** The folder itself, or that of a file, without links; undefined when there is none. */
function folderOf(path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return statSync(real).isDirectory() ? real : dirname(real);
  } catch {
    return undefined;
  }
}

function realWorkspace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new UsageError(NO_CHECKOUT);
  }
}

/**
 * `pull_request_target` runs with a token that can write. Scanning is safe for any content, but a workflow that checks
 * out a stranger's commit under that event usually also runs something of it; so it must say that this is meant.
 */
export function refuseUntrusted(event: EventContext, checkout: Checkout, allowed: boolean, sha: string): void {
  if (event.kind !== 'pull-request' || !event.target || allowed || looksAtBase(event, checkout, sha)) return;
  const what = checkout.commits.includes(undefined)
    ? 'git does not tell that the checkout is that of the base branch'
    : 'has checked out a commit that is not that of the base branch';
  throw new UsageError(
    `This workflow runs on pull_request_target and ${what}. ` +
      'Use pull_request, with a workflow_run companion for comments on forks (docs/forks.md), ' +
      'or set allow-untrusted-target: true when no other step of the job runs anything from the checkout.',
  );
}

/** Under `pull_request_target` the default checkout is the base branch, which says nothing about the pull request. */
export function looksAtBase(event: EventContext, { commits }: Pick<Checkout, 'commits'>, sha: string): boolean {
  if (event.kind !== 'pull-request' || !event.target) return false;
  return commits.every((commit) => commit !== undefined && (commit === sha || commit === event.base));
}
