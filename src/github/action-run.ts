/** What the steps of the Action share: the surroundings of the job, and what is published. */
import type { Format, Settings } from '../config/options.ts';
import type { RunReport } from '../report/model.ts';
import type { BaseSearch } from '../run/base.ts';
import type { Checkout } from './checkout.ts';
import type { Client } from './client.ts';
import type { ChangeFacts } from './comment-model.ts';
import type { Environment } from './environment.ts';
import type { EventContext } from './event.ts';
import type { Log } from './log.ts';

export interface ActionRun {
  readonly environment: Environment;
  readonly event: EventContext;
  readonly log: Log;
  readonly client: Client | undefined;
}

export interface Publication {
  readonly settings: Settings;
  readonly outputs: readonly { readonly format: Format; readonly file: string }[];
  readonly checkout: Checkout;
  readonly report: RunReport;
  readonly change: ChangeFacts;
  readonly search: BaseSearch;
}
