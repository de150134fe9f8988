/** Monitors of node-problem-detector that watch dockerd: the settings of one file are one finding. */
import type { Document, Token } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';
import { settingsOf } from './documents.ts';

const PLUGIN = /^(?:custom|filelog|journald|kmsg)$/;
const ENGINE_TEXT = /\/var\/lib\/docker\b|\btask docker\b|\bdockerd\b|Docker Application Container Engine/;

/** The setting is the first of its monitor that watches Docker; with it the others. */
export function watcherOfDocker(
  fact: SettingFact,
  context: RuleContext,
): { readonly others: readonly Token[] } | undefined {
  if (!watches(fact)) return undefined;
  const [first, ...others] = watchersOf(fact.document, context);
  return first === fact ? { others: others.map(({ value }) => value) } : undefined;
}

const watchersOf = once((document: Document, context: RuleContext): readonly SettingFact[] => {
  const settings = settingsOf(document, context);
  const isMonitor = settings.some(({ path, value }) => path.join('.') === 'plugin' && PLUGIN.test(value.text));
  return isMonitor ? settings.filter(watches) : [];
});

function watches({ path, value }: SettingFact): boolean {
  const text = value.text.slice(0, 4096);
  switch (path.join('.')) {
    case 'pluginConfig.source':
      return /^dockerd?$/.test(text);
    case 'logPath':
      return /\/docker[\w.-]*$/.test(text);
  }
  if (path[0] !== 'rules') return false;
  if (path.at(-1) === 'pattern') return ENGINE_TEXT.test(text);
  if (path.at(-1) !== '[]' || path.at(-2) !== 'args') return false;
  return (
    /^--?(?:component|journald-source|systemd-service)[= ]docker(?:d|\.service)?$/.test(text) ||
    (/^--?pattern[= ]/.test(text) && ENGINE_TEXT.test(text))
  );
}
