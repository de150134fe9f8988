/** Tells everybody: each step needs less than the one after it, so that what fails last loses least. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Format, Settings } from '../config/options.ts';
import { UsageError } from '../config/usage-error.ts';
import { planAnnotations } from '../report/annotations.ts';
import { markdownSentence, visibleJson } from '../report/escape.ts';
import { annotationCommands } from '../report/github.ts';
import { jsonReport } from '../report/json.ts';
import { countedFindings, PLAIN, type RenderOptions, type RunReport } from '../report/model.ts';
import { render } from '../report/render.ts';
import { count } from '../report/words.ts';
import type { ActionRun } from './action.ts';
import type { BaseSearch } from './base.ts';
import type { Checkout } from './checkout.ts';
import { ApiFailure } from './client.ts';
import { isWorthSaying, renderComment, renderSummaryPart } from './comment.ts';
import { type ChangeFacts, type CommentReport, countedOf } from './comment-model.ts';
import { commentKey, type Environment } from './environment.ts';
import { createLinks, lineLink } from './links.ts';
import { type OutputName, runOutputs, writeOutputs, writeReport } from './outputs.ts';
import { createState } from './state.ts';
import { type Published, publishComment } from './sticky.ts';
import { offerSuggestions } from './suggestions.ts';

export interface Publication {
  readonly settings: Settings;
  readonly outputs: readonly { readonly format: Format; readonly file: string }[];
  readonly checkout: Checkout;
  readonly report: RunReport;
  readonly change: ChangeFacts;
  readonly search: BaseSearch;
}

/** Findings that the log shows with their code; a reader of more uses the files. */
const FINDINGS_IN_LOG = 300;
/** About as many as fit into the megabyte that a job summary may have. */
const FINDINGS_IN_SUMMARY = 500;
/** A job summary may have 1 MiB; some of it is kept for what the later steps have to say. */
const SUMMARY_BYTES = 1024 * 1024 - 4096;
const LOG_WIDTH = 120;
const CANNOT_WRITE = 2;

/** The exit status of the step. */
export async function publish(run: ActionRun, publication: Publication): Promise<number> {
  const { environment, log } = run;
  const { settings, report, change, search } = publication;
  const options = renderOptions(run, publication);
  log.text(logReport(report, options));
  const data: CommentReport = { ...jsonReport(report), change };
  const summary = settings.summary
    ? appendSummary(environment, summaryText(run, publication, data, options))
    : undefined;
  if (summary !== undefined) log.line(summary);
  const files = writeReports(run, publication, options);
  if (!writeOutputs(environment.outputFile, { ...runOutputs(report), ...files.outputs }))
    log.line('The outputs of this step cannot be written.');
  if (search.kind === 'unreachable')
    log.command('notice', { title: 'dockershim-lint: not compared' }, change.remarks.join(' '));
  if (settings.annotations) {
    const counted = countedFindings(report);
    const elsewhere = counted.length > FINDINGS_IN_SUMMARY ? 'the report files of this step' : 'the job summary';
    const plans = planAnnotations(counted, report.isInDiff);
    log.commands(annotationCommands(plans, options.pathOf, elsewhere).join('\n'));
  }
  await writeComment(run, publication, data);
  await writeSuggestions(run, publication);
  for (const problem of files.problems) log.command('error', { title: 'dockershim-lint' }, problem);
  const status = tellVerdict(run, report);
  return status === 0 && files.problems.length > 0 ? CANNOT_WRITE : status;
}

function renderOptions({ environment, input }: ActionRun, { checkout }: Publication): RenderOptions {
  const links = createLinks(environment, checkout.headCommit);
  return {
    ...PLAIN,
    width: LOG_WIDTH,
    linkOf: (path, line, endLine) => lineLink(links, path, line, endLine),
    category: commentKey(environment, input('matrix')),
  };
}

function logReport(report: RunReport, options: RenderOptions): string {
  const counted = countedFindings(report);
  const rest = counted.length - FINDINGS_IN_LOG;
  if (rest <= 0) return render('text', report, options);
  const shown = counted.slice(0, FINDINGS_IN_LOG);
  const { comparison, result } = report;
  const short: RunReport = comparison
    ? { ...report, comparison: { ...comparison, introduced: shown } }
    : { ...report, result: { ...result, findings: shown } };
  return `${render('text', short, options)}\n${count(rest, 'more finding')} in the report files of this step.`;
}

function summaryText(
  { environment }: ActionRun,
  { report, checkout }: Publication,
  data: CommentReport,
  options: RenderOptions,
): string {
  const main = render('markdown', report, options);
  const left = SUMMARY_BYTES - Buffer.byteLength(main);
  // A character takes three bytes at most; longer ones count as two.
  return main + renderSummaryPart(data, createLinks(environment, checkout.headCommit), Math.floor(left / 3));
}

/** Undefined when it is written, else why not. */
function appendSummary({ summaryFile }: Environment, text: string): string | undefined {
  if (summaryFile === undefined) return undefined;
  try {
    appendFileSync(summaryFile, text);
    return undefined;
  } catch {
    return 'The job summary cannot be written; the log above has the report.';
  }
}

interface WrittenReports {
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** Reports that somebody asked for and that could not be written. */
  readonly problems: readonly string[];
}

/** JSON and SARIF are always written, so that a later step can upload them. */
function writeReports(
  { environment, log }: ActionRun,
  { outputs, report, change }: Publication,
  options: RenderOptions,
): WrittenReports {
  const text = (format: Format) =>
    format === 'json' ? `${visibleJson({ ...jsonReport(report), change }, 0)}\n` : render(format, report, options);
  const written = new Map<Format, string>();
  const write = (format: Format, file: string): string | undefined => {
    try {
      written.set(format, writeReport(environment.workspace, file, text(format)));
      return undefined;
    } catch (error) {
      if (error instanceof UsageError) return error.message;
      throw error;
    }
  };
  const problems = outputs.flatMap(({ format, file }) => write(format, file) ?? []);
  for (const format of ['json', 'sarif'] as const) {
    if (written.has(format)) continue;
    const problem = write(format, join(environment.temp, `dockershim-lint.${format}`));
    if (problem !== undefined) log.line(problem);
  }
  return { outputs: { 'json-file': written.get('json') ?? '', 'sarif-file': written.get('sarif') ?? '' }, problems };
}

async function writeComment(run: ActionRun, { settings, checkout }: Publication, data: CommentReport): Promise<void> {
  const { environment, event, log, client, input } = run;
  if (event.kind !== 'pull-request' || settings.comment === 'never') return;
  const worthCreating = isWorthSaying(data, settings.comment);
  if (event.fork && !event.target) {
    if (worthCreating) tellLoss(run, FORK_LINE);
    return;
  }
  if (!client) {
    if (worthCreating) tellLoss(run, 'No comment was written, because the input token is empty.');
    return;
  }
  const commit = event.head || checkout.headCommit;
  const links = createLinks(environment, commit);
  const key = commentKey(environment, input('matrix'));
  const state = createState(
    { run: environment.runNumber, attempt: environment.runAttempt, commit },
    countedOf(data).map((finding) => finding.fingerprint),
  );
  try {
    const published = await publishComment(client, environment.forge, {
      pull: event.number,
      key,
      state,
      worthCreating,
      render: (before, limit) => renderComment(data, { key, links, state }, before, limit),
    });
    log.line(publishedLine(published));
    if ('url' in published) writeOutputs(environment.outputFile, { 'comment-url': published.url });
  } catch (error) {
    tellLoss(run, failureLine(error, 'comment', 'pull-requests: write'));
  }
}

async function writeSuggestions(run: ActionRun, { settings, report }: Publication): Promise<void> {
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

const FORK_LINE =
  'No comment was written: this pull request comes from a fork, whose token can only read. The report here is complete; docs/forks.md shows how to get a comment too.';

function failureLine(error: unknown, what: string, permission: string): string {
  if (!(error instanceof ApiFailure)) {
    return `The ${what} could not be written, which is a bug of dockershim-lint: ${error instanceof Error ? error.message : String(error)}`;
  }
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
      return `Comment left alone, because a later run has written it: ${published.url}`;
    case 'not-needed':
      return 'No comment is needed.';
  }
}

/** What a reader would look for in vain is said where a reader looks: in the log and at the end of the summary. */
function tellLoss({ environment, log }: ActionRun, line: string): void {
  log.line(line);
  appendSummary(environment, `\n> ${markdownSentence(line)}\n`);
}

function tellVerdict({ log }: ActionRun, report: RunReport): number {
  const { verdict } = report;
  switch (verdict.conclusion) {
    case 'failure':
      log.line(`Failed: ${verdict.sentence}`);
      return 1;
    case 'success':
      log.line(`Passed: ${verdict.sentence}`);
      return 0;
    case 'nothing-to-scan':
      log.command(
        'warning',
        { title: 'dockershim-lint: nothing to scan' },
        `${verdict.sentence} Is there a checkout step before this one, and do the paths match?`,
      );
      return 0;
  }
}
