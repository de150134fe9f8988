/** Volumes that a list in the values of a chart holds, which no pod shows: `extraVolumes: [{name, hostPath: {path}}]`. */
import type { Document } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';
import { settingsBeside, settingsOf } from './documents.ts';
import { isNodeLogs } from './host-paths.ts';
import { lastKey } from './settings.ts';

/** Another volume of the list is where the logs of every runtime are, and the kubelet asks for none of both. */
export function isBesideLogs(fact: SettingFact, context: RuleContext): boolean {
  const list = listOf(fact);
  return list !== undefined && listsOfLogs(fact.document, context).has(list) && !isTyped(settingsBeside(fact, context));
}

const listsOfLogs = once((document: Document, context: RuleContext): ReadonlySet<string | undefined> => {
  const logs = settingsOf(document, context).filter(
    (one) => isNodeLogs(one.value.text) && /^(?:host)?path$/i.test(lastKey(one)),
  );
  return new Set(logs.map(listOf));
});

/** `{path: /var/log, pathDest: …}`: the chart mounts the folder too that the kubelet fills. */
export function isInMapOfLogs(fact: SettingFact, context: RuleContext): boolean {
  return nameLogs(settingsBeside(fact, context));
}

/** One of them is the folder with the logs of every runtime. */
export const nameLogs = once((settings: readonly SettingFact[]): boolean =>
  settings.some(({ value }) => isNodeLogs(value.text)),
);

const isTyped = once((settings: readonly SettingFact[]): boolean =>
  settings.some((one) => lastKey(one) === 'type' && one.value.text === 'Directory'),
);

/** The keys of the list that the setting is in an item of. */
function listOf({ path }: SettingFact): string | undefined {
  const at = path.findLastIndex((key) => key.startsWith('['));
  return at < 0 ? undefined : path.slice(0, at).join('\0');
}
