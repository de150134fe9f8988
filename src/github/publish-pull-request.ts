/** What a run leaves on the pull request itself: the comment and the suggestions, or one line on why there are none. */
import * as core from '@actions/core';
import type { Settings } from '../config/options.ts';
import { HOMEPAGE } from '../model/tool.ts';
import { markdownSentence } from '../report/escape.ts';
import { countedFindings } from '../report/model.ts';
import { count } from '../report/words.ts';
import type { ActionRun, Publication } from './action-run.ts';
import { ApiFailure } from './client.ts';
import { isWorthSaying, renderComment } from './comment.ts';
import { type CommentReport, countedOf } from './comment-model.ts';
import { commentKey } from './environment.ts';
import { createLinks } from './links.ts';
import { appendSummary, writeOutputs } from './outputs.ts';
import { createState } from './state.ts';
import { type Published, publishComment } from './sticky.ts';
import { offerSuggestions } from './suggestions.ts';

export async function writeComment(
  run: ActionRun,
  { settings, checkout }: Publication,
  data: CommentReport,
): Promise<void> {
  const { environment, event, log, client } = run;
  if (event.kind !== 'pull-request' || settings.comment === 'never') return;
  const worthCreating = isWorthSaying(data, settings.comment);
  if (event.fork && !event.target) {
    if (worthCreating) await tellLoss(run, settings, FORK_LINE);
    return;
  }
  if (!client) {
    if (worthCreating) await tellLoss(run, settings, 'No comment was written, because the input token is empty.');
    return;
  }
  const commit = event.head || checkout.headCommit;
  const links = createLinks(environment, commit);
  const key = commentKey(environment, core.getInput('matrix'));
  const state = createState(
    { run: environment.runNumber, attempt: environment.runAttempt, commit },
    countedOf(data).map((finding) => finding.fingerprint),
  );
  try {
    const published = await publishComment(client, environment.forge, {
      pull: event.number,
      key,
      state,
      since: event.since,
      worthCreating,
      render: (before, limit) => renderComment(data, { key, links, state }, before, limit),
    });
    log.line(publishedLine(published));
    if ('url' in published) writeOutputs(environment.outputFile, { 'comment-url': published.url });
  } catch (error) {
    await tellLoss(run, settings, failureLine(error, 'comment', 'pull-requests: write'));
  }
}

export async function writeSuggestions(run: ActionRun, { settings, report }: Publication): Promise<void> {
  const { environment, event, client, log } = run;
  if (!settings.suggestions || event.kind !== 'pull-request') return;
  if (environment.forge === 'gitea') {
    log.line('No suggestions were made, because this server takes none.');
    return;
  }
  if (!client || (event.fork && !event.target)) {
    log.line('No suggestions were made, because the token can only read.');
    return;
  }
  try {
    const made = await offerSuggestions(client, environment.forge, event, countedFindings(report));
    if (made > 0) log.line(`${count(made, 'suggestion')} made on the lines of this change.`);
  } catch (error) {
    log.line(failureLine(error, 'suggestions', 'pull-requests: write'));
  }
}

const FORK_LINE = `No comment was written: this pull request comes from a fork, whose token can only read. The report here is complete; ${HOMEPAGE}/blob/main/docs/forks.md shows how to get a comment too.`;

/** Other errors than those of the API are bugs of ours. */
function failureLine(error: unknown, what: string, permission: string): string {
  if (!(error instanceof ApiFailure)) throw error;
  switch (error.reason) {
    case 'forbidden':
    case 'not-found':
      return `The ${what} could not be written: the token lacks \`permissions: ${permission}\` (${error.call}: ${error.message}).`;
    case 'limited':
      return `The ${what} could not be written: the API limits this token for now (${error.call}: ${error.message}).`;
    case 'too-long':
    case 'unreachable':
    case 'refused':
      return `The ${what} could not be written (${error.call}: ${error.message}).`;
  }
}

function publishedLine(published: Published): string {
  switch (published.kind) {
    case 'created':
      return `Comment written: ${published.url}`;
    case 'updated':
      return `Comment updated: ${published.url}`;
    case 'unchanged':
      return `Comment is up to date: ${published.url}`;
    case 'superseded':
      return `Comment not updated, because a later run already wrote it: ${published.url}`;
    case 'not-needed':
      return 'No comment is needed.';
  }
}

/** What a reader would look for in vain is said where a reader looks: in the log and at the end of the summary. */
async function tellLoss({ environment, log }: ActionRun, settings: Settings, line: string): Promise<void> {
  log.line(line);
  if (settings.summary) await appendSummary(environment.summaryFile, `\n> ${markdownSentence(line)}\n`);
}
