/** Lists of packages in variables: the engine among them, and whether they are only removed. */
import { ENGINE_AMONG_PACKAGES, ENGINE_ITEM, KUBERNETES_PACKAGE, LIST_OF_PACKAGES } from '../../data/packages.ts';
import type { Document } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Project } from '../../model/project.ts';
import { ansibleProject } from '../../placing/units.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';

/** A list of a project of Ansible that tasks take packages from, and none but to remove them. */
export function isOnlyRemoved(document: Document, name: string, project: Project): boolean {
  return onlyRemoved(project).has(listKey(document, name));
}

const onlyRemoved = once(({ facts }: Project): ReadonlySet<string> => {
  const kept = new Set<string>();
  const removed = new Set<string>();
  for (const fact of facts) {
    if (fact.kind !== 'package' || fact.document.language !== 'ansible') continue;
    const text = spanText(spanOf(fact.at)).slice(0, LONGEST_EXPRESSION);
    const name = LIST_NAMED.exec(text)?.[1];
    if (fact.action !== 'remove') for (const word of wordsFilled(text)) kept.add(listKey(fact.document, word));
    else if (name !== undefined) removed.add(listKey(fact.document, name));
  }
  return new Set([...removed].filter((list) => !kept.has(list)));
});

/** `{{ engine_packages }}`, `{{ engine.packages | join(' ') }}` */
const LIST_NAMED = /\{\{-?\s{0,9}(?:\w{1,80}\.){0,9}(\w{1,80})\s{0,9}(?:\||-?\}\})/;
const LONGEST_EXPRESSION = 400;

/** Every name of `{{ engine_packages + more_packages }}`. */
function wordsFilled(text: string): readonly string[] {
  return text.includes('{{') ? (text.match(/\w{1,80}/g) ?? []) : [];
}

function listKey({ path }: Document, name: string): string {
  return `${ansibleProject(path)}\0${name}`;
}

/** What is a package in a list with others of a node: `docker.io`, and `docker` where the list is called after packages. */
export function isAmongOthers({ value: { text }, path }: SettingFact): boolean {
  return ENGINE_AMONG_PACKAGES.test(text) || (text === 'docker' && LIST_OF_PACKAGES.test(path.at(-2) ?? ''));
}

/** The first engine of a list of packages, and the command lines in it. */
export const engineItems = once((list: readonly SettingFact[]) => {
  const hasKubernetes = list.some(({ value }) => KUBERNETES_PACKAGE.test(value.text));
  const items = list.filter((one) => ENGINE_ITEM.test(one.value.text) || (hasKubernetes && isAmongOthers(one)));
  const clients = items.filter(({ value }) => isClient(value.text)).slice(0, LIMITS.relatedPlaces);
  return {
    engine: items.find(({ value }) => !isClient(value.text)),
    hasKubernetes,
    clients: clients.map(({ value }) => ({ at: value, message: 'its command line' })),
  };
});

export function isClient(item: string): boolean {
  return /-cli(?:[=-]|$)/.test(item);
}
