/** What the Action says when it fails itself. */
import { HOMEPAGE } from '../model/tool.ts';
import type { Log } from './log.ts';

export function tellBug(log: Log, error: unknown): void {
  const where = `${HOMEPAGE}/issues`;
  const sentence = `This is a bug in dockershim-lint; please report it at ${where} with the log of this step.`;
  log.annotate('error', sentence, { title: 'dockershim-lint' });
  log.text(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
