/** Publishes a run to every surface, most reliable first, so that a failure loses as little as possible. */
import { join } from 'node:path';
import * as core from '@actions/core';
import type { Format } from '../config/options.ts';
import { UsageError } from '../config/usage-error.ts';
import type { Finding } from '../model/finding.ts';
import { planAnnotations } from '../report/annotations.ts';
import { truncate } from '../report/escape.ts';
import { plannedAnnotations } from '../report/github.ts';
import { jsonReport } from '../report/json.ts';
import { visibleJsonPieces } from '../report/json-pieces.ts';
import { countedFindings, PLAIN, type RenderOptions, type RunReport } from '../report/model.ts';
import { byRule } from '../report/recap.ts';
import { pieceReporterOf, reporterOf } from '../report/render.ts';
import { count, editText, severityCounts } from '../report/words.ts';
import type { ActionRun, Publication } from './action-run.ts';
import { tellBug } from './bug.ts';
import { NO_CHECKOUT } from './checkout.ts';
import { renderSummaryHead, renderSummaryPart } from './comment.ts';
import type { CommentReport } from './comment-model.ts';
import { commentKey } from './environment.ts';
import { createLinks, lineLink } from './links.ts';
import { appendSummary, type OutputName, runOutputs, writeOutputs, writeReport } from './outputs.ts';
import { writeComment, writeSuggestions } from './publish-pull-request.ts';

/** Findings that the log shows with their code; for more, use the report files. */
const FINDINGS_IN_LOG = 300;
/** About as many as fit into the megabyte that a job summary may have. */
const FINDINGS_IN_SUMMARY = 500;
/** A job summary may have 1 MiB; some of it is kept for what the later steps have to say. */
const SUMMARY_BYTES = 1024 * 1024 - 4096;
const LOG_WIDTH = 120;
const DONE = 0;
const CANNOT_WRITE = 2;
const CANNOT_SCAN = 2;
const BUG = 4;

/** The exit status of the step. A surface that fails costs none of those after it. */
export async function publish(run: ActionRun, publication: Publication): Promise<number> {
  const options = renderOptions(run, publication);
  const data: CommentReport = { ...jsonReport(publication.report), change: publication.change };
  const surfaces: readonly (() => number | Promise<number>)[] = [
    () => writeLog(run, publication, options),
    () => writeSummary(run, publication, data, options),
    () => writeFiles(run, publication, options),
    () => annotate(run, publication, options),
    () => insist(run, publication),
    () => writeComment(run, publication, data).then(() => DONE),
    () => writeSuggestions(run, publication).then(() => DONE),
  ];
  let trouble: number = DONE;
  for (const surface of surfaces) {
    try {
      trouble = Math.max(trouble, await surface());
    } catch (error) {
      tellBug(run.log, error);
      trouble = BUG;
    }
  }
  return tellVerdict(run, publication) || trouble;
}

/** One fold for each rule, the worst first, then what was understood and the verdict. */
async function writeLog(
  { log }: ActionRun,
  { report, settings, search }: Publication,
  options: RenderOptions,
): Promise<number> {
  log.debug(`settings: ${JSON.stringify(settings)}\nbase: ${search.kind}`);
  const render = await reporterOf('text');
  const counted = countedFindings(report);
  const shown = counted.slice(0, FINDINGS_IN_LOG);
  for (const { rule, members } of byRule(shown)) {
    const text = render(withFindings(report, members), { ...options, quiet: true });
    log.group(`${rule}: ${severityCounts(members)}`, text);
  }
  if (counted.length > shown.length)
    log.line(`${count(counted.length - shown.length, 'more finding')} in the report files of this step.`);
  log.text(render(withFindings(report, []), options));
  return DONE;
}

async function writeSummary(
  run: ActionRun,
  publication: Publication,
  data: CommentReport,
  options: RenderOptions,
): Promise<number> {
  if (!publication.settings.summary) return DONE;
  const written = await appendSummary(run.environment.summaryFile, await summaryText(run, publication, data, options));
  if (!written) run.log.line('The job summary cannot be written; the log above has the report.');
  return DONE;
}

function annotate(
  { log }: ActionRun,
  { settings, report, change, search }: Publication,
  options: RenderOptions,
): number {
  if (search.kind === 'unreachable')
    log.annotate('notice', change.remarks.join(' '), { title: 'dockershim-lint: not compared' });
  if (!settings.annotations) return DONE;
  const counted = countedFindings(report);
  const elsewhere = counted.length > FINDINGS_IN_SUMMARY ? 'the report files of this step' : 'the job summary';
  const plans = planAnnotations(counted, report.isInDiff);
  for (const { level, message, place } of plannedAnnotations(plans, options.pathOf, elsewhere))
    log.annotate(level, message, place);
  return DONE;
}

/** Surfaces can be switched off one by one; a bad verdict, or a change to the check, is always said on one besides the log. */
function insist({ log }: ActionRun, { settings, report, change }: Publication): number {
  if (settings.summary || (settings.annotations && countedFindings(report).length > 0)) return DONE;
  if (report.verdict.conclusion === 'failure')
    log.annotate('error', report.verdict.sentence, { title: 'dockershim-lint' });
  if (change.edits.length > 0) {
    const edits = change.edits.map(editText).join('; ');
    log.annotate('warning', truncate(edits, 1000), { title: 'dockershim-lint: the change edits its own check' });
  }
  return DONE;
}

function renderOptions({ environment }: ActionRun, { checkout }: Publication): RenderOptions {
  const links = createLinks(environment, checkout.headCommit);
  return {
    ...PLAIN,
    width: LOG_WIDTH,
    linkOf: (path, line, endLine) => lineLink(links, path, line, endLine),
    category: commentKey(environment, core.getInput('matrix')),
  };
}

function withFindings(report: RunReport, findings: readonly Finding[]): RunReport {
  const { comparison, result } = report;
  return comparison
    ? { ...report, comparison: { ...comparison, introduced: findings } }
    : { ...report, result: { ...result, findings } };
}

async function summaryText(
  { environment }: ActionRun,
  { report, checkout }: Publication,
  data: CommentReport,
  options: RenderOptions,
): Promise<string> {
  const main = renderSummaryHead(data) + (await reporterOf('markdown'))(report, options);
  const left = SUMMARY_BYTES - Buffer.byteLength(main);
  // A character takes three bytes at most; longer ones count as two.
  return main + renderSummaryPart(data, createLinks(environment, checkout.headCommit), Math.floor(left / 3));
}

/** The reports and the outputs, which name them. */
async function writeFiles(run: ActionRun, publication: Publication, options: RenderOptions): Promise<number> {
  const { environment, log } = run;
  const { outputs, problems } = await writeReports(run, publication, options);
  if (!writeOutputs(environment.outputFile, { ...runOutputs(publication.report), ...outputs }))
    log.line('The outputs of this step cannot be written.');
  for (const problem of problems) log.annotate('error', problem, { title: 'dockershim-lint' });
  return problems.length > 0 ? CANNOT_WRITE : DONE;
}

interface WrittenReports {
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** Reports that somebody asked for and that could not be written. */
  readonly problems: readonly string[];
}

/** JSON and SARIF are always written, so that a later step can upload them. */
async function writeReports(
  { environment, log }: ActionRun,
  { outputs, report, change }: Publication,
  options: RenderOptions,
): Promise<WrittenReports> {
  const pieces = async (format: Format): Promise<Iterable<string>> =>
    format === 'json'
      ? visibleJsonPieces({ ...jsonReport(report), change }, 0)
      : (await pieceReporterOf(format))(report, options);
  const written = new Map<Format, string>();
  const write = async (format: Format, file: string): Promise<string | undefined> => {
    try {
      written.set(format, writeReport(environment.workspace, file, await pieces(format)));
      return undefined;
    } catch (error) {
      if (error instanceof UsageError) return error.message;
      throw error;
    }
  };
  const problems: string[] = [];
  for (const { format, file } of outputs) {
    const problem = await write(format, file);
    if (problem !== undefined) problems.push(problem);
  }
  for (const format of ['json', 'sarif'] as const) {
    if (written.has(format)) continue;
    const problem = await write(format, join(environment.temp, `dockershim-lint.${format}`));
    if (problem !== undefined) log.line(problem);
  }
  return { outputs: { 'json-file': written.get('json') ?? '', 'sarif-file': written.get('sarif') ?? '' }, problems };
}

function tellVerdict({ log }: ActionRun, { report, checkout }: Publication): number {
  const { verdict } = report;
  switch (verdict.conclusion) {
    case 'failure':
      log.line(`Failed: ${verdict.sentence}`);
      return 1;
    case 'success':
      log.line(`Passed: ${verdict.sentence}`);
      return 0;
    case 'nothing-to-scan':
      if (!checkout.repository) {
        log.annotate('error', NO_CHECKOUT, { title: 'dockershim-lint: nothing to scan' });
        return CANNOT_SCAN;
      }
      log.annotate('warning', `${verdict.sentence} Do the paths match what actions/checkout brings?`, {
        title: 'dockershim-lint: nothing to scan',
      });
      return 0;
  }
}
