/** The Action, in the order in which nothing can be lost: log, summary, outputs, annotations, comment, verdict. */

import { readOutputs } from '../config/outputs.ts';
import { type Discovery, discover } from '../files/discover.ts';
import type { Remote } from '../files/git.ts';
import { lintLazily } from '../lint-lazily.ts';
import type { Note } from '../model/note.ts';
import type { LintResult } from '../model/result.ts';
import { VERSION } from '../model/tool.ts';
import type { RunReport } from '../report/model.ts';
import { createRunReport } from '../report/verdict.ts';
import { compareFindings } from '../stages/compare.ts';
import { applyBaseline } from '../suppress/baseline.ts';
import { positionAt } from '../text/source.ts';
import { type Base, type BaseSearch, findBase } from './base.ts';
import { touches } from './changes.ts';
import { type Checkout, looksAtBase, openCheckout, refuseUntrusted } from './checkout.ts';
import { type Client, createClient } from './client.ts';
import type { ChangeFacts } from './comment-model.ts';
import { commentOnFork } from './companion.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { type EventContext, readEvent } from './event.ts';
import { createLog, type Log } from './log.ts';
import { addedSuppressions, changedConfiguration } from './policy.ts';
import { publish } from './publish.ts';
import { type ActionSettings, type InputReader, inputReader, readPaths, readSettings } from './settings.ts';

export interface ActionRun {
  readonly environment: Environment;
  readonly event: EventContext;
  readonly input: InputReader;
  readonly log: Log;
  readonly client: Client | undefined;
}

/** The exit status of the step. */
export async function runAction(env: NodeJS.ProcessEnv, write: (text: string) => void, today: string): Promise<number> {
  const environment = readEnvironment(env);
  const input = inputReader(env);
  const log = createLog(write);
  // The input has the job's token by default; a caller that knows no defaults may still give it as the shell would.
  const token = env.INPUT_TOKEN === undefined ? (env.GITHUB_TOKEN ?? '') : input('token');
  if (token !== '') log.mask(token);
  const client = token === '' ? undefined : createClient(environment, token);
  const run: ActionRun = { environment, event: await readEvent(environment), input, log, client };
  const report = input('comment-from');
  return report === '' ? scanAndPublish(run, token, today) : commentOnFork(run, report);
}

async function scanAndPublish(run: ActionRun, token: string, today: string): Promise<number> {
  const checkout = openCheckout(run.environment, readPaths(run.input));
  try {
    return await scanCheckout(run, checkout, token, today);
  } finally {
    checkout.repository?.close();
  }
}

async function scanCheckout(run: ActionRun, checkout: Checkout, token: string, today: string): Promise<number> {
  const { environment, event, input, client } = run;
  const settings = readSettings(checkout.root, environment.workspace, input, today);
  const outputs = readOutputs(settings.settings.outputs);
  refuseUntrusted(event, checkout, settings.settings['allow-untrusted-target'], environment.sha);
  const head = discover(checkout.root, checkout.paths, settings.excluded);
  const all = await lintLazily(head.files, settings.lintOptions, head.notes);
  const result = settings.baseline ? applyBaseline(all, settings.baseline, settings.settings.unsuppressible) : all;
  const search = await findBase({
    event,
    compare: settings.settings.compare ?? 'auto',
    repository: checkout.repository,
    headCommit: checkout.headCommit,
    client,
    withoutRepository: checkout.withoutRepository,
    remote: ownRemote(environment, token),
    head,
    scope: { paths: checkout.paths, excluded: settings.excluded },
  });
  const atBase = looksAtBase(event, checkout, environment.sha);
  const remarks = [...(atBase ? [AT_BASE] : []), ...remarksOf(search)];
  const { report, change } = await weigh(settings, checkout, head, result, search, remarks);
  // What is said of the base branch must not stand on the pull request.
  const told: ActionRun = atBase ? { ...run, event: { kind: 'other', name: environment.eventName } } : run;
  return publish(told, { settings: settings.settings, outputs, checkout, report, change, search });
}

/** The runner says which repository this is; what the checkout's own configuration says is not asked. */
function ownRemote({ serverUrl, owner, repo }: Environment, token: string): Remote | undefined {
  if (owner === '' || repo === '') return undefined;
  const url = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
  return { url, token: token === '' ? undefined : token };
}

interface Weighed {
  readonly report: RunReport;
  readonly change: ChangeFacts;
}

async function weigh(
  actionSettings: ActionSettings,
  { headCommit }: Checkout,
  head: Discovery,
  result: LintResult,
  search: BaseSearch,
  remarks: readonly string[],
): Promise<Weighed> {
  const { settings } = actionSettings;
  const base = search.kind === 'found' ? search.base : undefined;
  const changed = base && !sameFiles(base.files, head) ? base.files.files : undefined;
  const before = changed && (await lintLazily(changed, actionSettings.lintOptions));
  const suppressed = result.suppressed.map(({ finding }) => finding);
  const earlier = before?.findings ?? [...result.findings, ...suppressed];
  const report = createRunReport({
    version: VERSION,
    target: actionSettings.lintOptions.target,
    result: { ...result, notes: [...result.notes, ...remarks.map(remarkNote)] },
    comparison: base && compareFindings(base.label, earlier, result.findings, suppressed),
    isInDiff: base && inDiff(base),
    failOn: settings['fail-on'],
    minConfidence: settings['min-confidence'],
    failOnParseError: settings['on-parse-error'] === 'fail',
  });
  return {
    report,
    change: {
      commit: headCommit,
      configuration: base ? changedConfiguration(base.changes, actionSettings.policyFiles) : [],
      suppressions: before ? addedSuppressions(before.suppressed, result.suppressed) : [],
      remarks,
    },
  };
}

/** A change that touches nothing that is read needs no second look. */
function sameFiles(base: Discovery, head: Discovery): boolean {
  return (
    base.files.length === head.files.length &&
    base.files.every((file, index) => file.path === head.files[index]?.path && file.text === head.files[index]?.text)
  );
}

const AT_BASE =
  'This run looks at the base branch and not at the pull request, because that is what pull_request_target checks out.';

function remarksOf(search: BaseSearch): readonly string[] {
  switch (search.kind) {
    case 'found':
      return [...search.base.remarks, ...search.base.files.notes.map((note) => `${note.path}: ${note.message}`)];
    case 'unreachable':
      return [`Not compared: ${search.reason}. All findings count.`];
    case 'not-wanted':
      return [];
  }
}

function remarkNote(message: string): Note {
  return { code: 'comparison', message, path: '.', coverage: 'about' };
}

function inDiff({ changes }: Base): NonNullable<RunReport['isInDiff']> {
  return ({ span }) => {
    const { source, start, end } = span;
    return touches(changes, source.path, positionAt(source, start).line, positionAt(source, end).line);
  };
}
