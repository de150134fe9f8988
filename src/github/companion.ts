/**
 * Writes the comment for a fork's pull request from the report that its own, powerless run left behind. The report was
 * made by a stranger's workflow: it is data, checked against a closed shape, and every text in it is escaped again.
 */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import * as core from '@actions/core';
import { UsageError } from '../config/usage-error.ts';
import type { ActionRun } from './action-run.ts';
import { ApiFailure, type Client } from './client.ts';
import { isWorthSaying, renderComment } from './comment.ts';
import { countedOf } from './comment-model.ts';
import { readCommentReport } from './comment-report.ts';
import { commentKey } from './environment.ts';
import type { WorkflowRunEvent } from './event.ts';
import { createLinks } from './links.ts';
import { writeOutputs } from './outputs.ts';
import { createState } from './state.ts';
import { publishComment } from './sticky.ts';

const MOST_BYTES = 64 * 1024 * 1024;

export async function commentOnFork(run: ActionRun, path: string): Promise<number> {
  const { environment, event, log, client } = run;
  if (event.kind !== 'workflow-run')
    throw new UsageError('The input comment-from is for workflow_run (docs/forks.md).');
  if (!client) throw new UsageError('The input comment-from needs a token.');
  const report = readCommentReport(readReport(resolve(environment.workspace, path)));
  if (typeof report === 'string') {
    log.annotate('error', `The report cannot be used: ${report}.`, { title: 'dockershim-lint' });
    return 2;
  }
  try {
    const pull = await findPull(client, event);
    if (pull === undefined) {
      log.line('No open pull request has this commit as its head; nothing to comment.');
      return 0;
    }
    const key = commentKey({ workflow: event.workflow, job: 'fork' }, core.getInput('matrix'));
    const links = createLinks(environment, event.headSha);
    const state = createState(
      { run: event.runNumber, attempt: event.runAttempt, commit: event.headSha },
      countedOf(report).map((finding) => finding.fingerprint),
    );
    const published = await publishComment(client, environment.forge, {
      pull,
      key,
      state,
      since: event.since,
      worthCreating: isWorthSaying(report, 'on-findings'),
      render: (before, limit) =>
        renderComment(report, { key, links: { ...links, run: event.url }, state }, before, limit),
    });
    log.line(`Comment on pull request ${pull}: ${published.kind}`);
    if ('url' in published) writeOutputs(environment.outputFile, { 'comment-url': published.url });
    return 0;
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    log.annotate('error', `The comment could not be written (${error.call}: ${error.message}).`, {
      title: 'dockershim-lint',
    });
    return 1;
  }
}

function readReport(path: string): string {
  try {
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > MOST_BYTES) throw new UsageError(`${path} is not a report of a usable size.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`The report ${path} cannot be read.`);
  }
}

/** From what GitHub says of the run, never from what the report says. */
async function findPull(client: Client, event: WorkflowRunEvent): Promise<number | undefined> {
  if (event.event !== 'pull_request' || event.headSha === '') return undefined;
  const { owner, repo } = client;
  const { data } = await client.call('find pull request', (octokit, signal) =>
    octokit.rest.pulls.list({
      owner,
      repo,
      state: 'open',
      head: `${event.headOwner}:${event.headBranch}`,
      per_page: 100,
      request: { signal },
    }),
  );
  return data.find((pull) => pull.head.sha === event.headSha)?.number;
}
