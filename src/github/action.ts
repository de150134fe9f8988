/** The Action, in the order in which nothing can be lost: log, summary, outputs, annotations, comment, verdict. */

import * as core from '@actions/core';
import { readOutputs } from '../config/outputs.ts';
import type { Remote } from '../files/git.ts';
import type { BaseSearch } from '../run/base.ts';
import { run } from '../run/run.ts';
import type { ActionRun } from './action-run.ts';
import { findBase } from './base.ts';
import { type Checkout, looksAtBase, openCheckout, refuseUntrusted } from './checkout.ts';
import { createClient } from './client.ts';
import { commentOnFork } from './companion.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { type EventContext, readEvent } from './event.ts';
import { createLog } from './log.ts';
import { publish } from './publish.ts';
import { readLayer, readPaths } from './settings.ts';

/** The exit status of the step. */
export async function runAction(env: NodeJS.ProcessEnv, write: (text: string) => void, today: string): Promise<number> {
  const environment = readEnvironment(env);
  const log = createLog(write);
  // The input has the job's token by default; a caller that knows no defaults may still give it as the shell would.
  const token = env.INPUT_TOKEN === undefined ? (env.GITHUB_TOKEN ?? '') : core.getInput('token');
  if (token !== '') log.mask(token);
  const client = token === '' ? undefined : createClient(environment, token);
  const action: ActionRun = { environment, event: await readEvent(environment), log, client };
  const report = core.getInput('comment-from');
  return report === '' ? scanAndPublish(action, token, today) : commentOnFork(action, report);
}

async function scanAndPublish(action: ActionRun, token: string, today: string): Promise<number> {
  const { event } = action;
  const target = event.kind === 'pull-request' && event.target;
  const checkout = openCheckout(action.environment, readPaths(), target);
  try {
    return await scanCheckout(action, checkout, token, today);
  } finally {
    checkout.repository?.close();
  }
}

async function scanCheckout(action: ActionRun, checkout: Checkout, token: string, today: string): Promise<number> {
  const { environment, event, client } = action;
  const layer = readLayer(environment.workspace);
  const outputs = readOutputs(layer.outputs ?? []);
  refuseUntrusted(event, checkout, layer['allow-untrusted-target'] ?? false, environment.sha);
  const atBase = looksAtBase(event, checkout, environment.sha);
  const search = (compare: string) =>
    findBase({
      event,
      compare,
      repository: checkout.repository,
      top: checkout.root,
      headCommit: checkout.headCommit,
      client,
      withoutRepository: checkout.withoutRepository,
      remote: ownRemote(environment, token),
    });
  const ofEvent = once(() => search('auto'));
  const compare = layer.compare ?? 'auto';
  const done = await run({
    root: checkout.root,
    from: checkout.root,
    paths: checkout.paths,
    configFolders: [checkout.root],
    layer,
    today,
    subject: { name: `${environment.owner}/${environment.repo}`, commit: checkout.headCommit || undefined },
    remarks: atBase ? [AT_BASE] : [],
    findGovernor: () => governorOf(event, ofEvent),
    findBase: () => (compare === 'auto' ? ofEvent() : search(compare)),
  });
  // What is said of the base branch must not stand on the pull request.
  const told: ActionRun = atBase ? { ...action, event: { kind: 'other', name: environment.eventName } } : action;
  return publish(told, { ...done, change: { ...done.change, commit: checkout.headCommit }, outputs, checkout });
}

/** The runner says which repository this is; what the checkout's own configuration says is not asked. */
function ownRemote({ serverUrl, owner, repo }: Environment, token: string): Remote | undefined {
  if (owner === '' || repo === '') return undefined;
  const url = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
  return { url, token: token === '' ? undefined : token };
}

/** Whoever proposes a change does not decide by which rules it is judged. */
async function governorOf(event: EventContext, ofEvent: () => Promise<BaseSearch>): Promise<BaseSearch> {
  if (event.kind !== 'pull-request' && event.kind !== 'merge-group') return { kind: 'not-wanted' };
  const search = await ofEvent();
  return search.kind === 'not-wanted' ? { kind: 'unreachable', reason: 'the event names no base' } : search;
}

function once<T>(work: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: work() };
    return answer.value;
  };
}

const AT_BASE =
  'This run looks at the base branch and not at the pull request, because that is what pull_request_target checks out.';
