/** Handlers of Ansible that no task of the repository notifies: they never run. */
import type { Document } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { once } from '../../text/once.ts';

const HANDLERS = /(?:^|\/)handlers\/[^/]+\.ya?ml$/;
/** The names of one `notify`, on its line or in the list below it. */
const NOTIFY = /^[ \t-]*notify:[ \t]*([^\n]{0,300})((?:\n[ \t]*-[ \t]+[^\n]{1,200}){0,30})/gm;

/** A task of a handlers file with a name, which nobody calls by it. */
export function isIdleHandler({ document, path }: SettingFact, project: Project): boolean {
  const name = /^\[(.+)\]$/.exec(path.at(-3) ?? '')?.[1];
  if (name === undefined || !HANDLERS.test(document.path) || hasTopics(document)) return false;
  const names = notified(project);
  return names !== undefined && !names.has(name);
}

/** Handlers that hear of more than their names. */
const hasTopics = once(({ view }: Document): boolean => /\blisten:/.test(view.text));

/** Undefined where a task says with a variable whom it notifies, or a play includes handlers as tasks. */
const notified = once(({ documents }: Project): ReadonlySet<string> | undefined => {
  const names = new Set<string>();
  for (const { language, view, parent } of documents) {
    if (language !== 'ansible' || parent) continue;
    if (/(?:include|import)\w{0,40}:[^\n]{0,200}\bhandlers\b/.test(view.text)) return undefined;
    for (const [, line = '', list = ''] of view.text.matchAll(NOTIFY)) {
      if (/\uE000|\{\{/.test(line + list)) return undefined;
      for (const name of [...line.replace(/^\[|\]\s*$/g, '').split(','), ...list.split(/\n[ \t]*-[ \t]+/)])
        names.add(name.trim().replace(/^["']|["']$/g, ''));
    }
  }
  return names;
});
