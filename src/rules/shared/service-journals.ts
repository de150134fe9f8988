/** Settings that name the unit whose journal is read. */
import type { Cause } from '../../judge.ts';
import type { Document, Token } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import type { RuleContext } from '../rule.ts';
import { settingsOf } from './documents.ts';
import { plain } from './settings.ts';

/** What reads the journal of the other runtime too misses nothing. */
export function journalCause({ document }: SettingFact, context: RuleContext): Cause {
  return readsJournals(document, context) ? 'docker-service-unit/journal-of-several' : 'docker-service-unit/journal';
}

const readsJournals = once((document: Document, context: RuleContext): boolean =>
  settingsOf(document, context).some(
    ({ path, value }) =>
      (value.text.includes('_SYSTEMD_UNIT') || speaksOfUnits(path)) && NAMES_RUNTIME.test(asWrittenIn(value)),
  ),
);

/** A runtime by its name, or by the variable that has it: `{{ container_runtime }}.service`. */
const NAMES_RUNTIME = /\b(?:containerd|cri-?o)\b|\{[^{}]{0,100}runtime[^{}]{0,100}\}+\.service/i;

function asWrittenIn(value: Token): string {
  const { source, start, end } = spanOf(value);
  return source.text.slice(start, Math.min(end, start + 4096));
}

export function speaksOfUnits(path: readonly string[]): boolean {
  return /systemd|journal|unit/.test(plain(path.join('')));
}
