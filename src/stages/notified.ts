/** A handler runs where a task notifies it, so what all of those tasks ask for holds in it too. */
import { anyOf, type Condition, underConditions, within } from '../model/condition.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Link } from '../model/link.ts';
import { ansibleProject } from '../placing/units.ts';
import { hasHole } from '../text/view.ts';

/** `around` is what holds for a whole file; `runsAsTasks` tells files that something includes as they are. */
export function underNotifiers(
  facts: readonly Fact[],
  links: readonly Link[],
  around: (document: Document) => readonly Condition[],
  runsAsTasks: (document: Document) => boolean,
): readonly Fact[] {
  const calls = links.filter(({ to }) => to.kind === 'handler');
  if (!calls.some((link) => conditionsOf(link, around).length > 0)) return facts;
  const named = new Map<string, Link[]>();
  for (const link of calls) {
    const key = keyOf(link.from, link.to.kind === 'handler' && !hasHole(link.to.name) ? link.to.name : ANY);
    named.set(key, [...(named.get(key) ?? []), link]);
  }
  return facts.map((fact) => {
    const { document, heardAs } = fact;
    if (!heardAs || named.has(keyOf(document, ANY)) || runsAsTasks(document)) return fact;
    const notifiers = heardAs.flatMap((name) => named.get(keyOf(document, name)) ?? []);
    if (notifiers.length === 0) return fact;
    const branches = notifiers.map((link) => ({ whenTrue: conditionsOf(link, around), whenFalse: [] }));
    return underConditions(fact, anyOf(branches).whenTrue);
  });
}

/** A name that a variable holds may be that of any handler. */
const ANY = '';

function keyOf({ path }: Document, name: string): string {
  return `${ansibleProject(path)}\0${name}`;
}

function conditionsOf({ from, conditions = [] }: Link, around: (document: Document) => readonly Condition[]) {
  return within(around(from), conditions);
}
