/** A handler runs where a task notifies it, so what all of those tasks ask for holds in it too. */
import { anyOf, type Condition, underConditions, within } from '../model/condition.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Link } from '../model/link.ts';
import { ansibleProject } from '../placing/units.ts';
import { groupBy } from '../text/group.ts';
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
  const named = groupBy(calls, ({ from, to }) => keyOf(from, to.kind === 'handler' ? nameOfHandler(to.name) : ANY));
  const asked = new Map(
    [...named].map(([key, notifiers]) => [key, byAll(notifiers.map((link) => conditionsOf(link, around)))]),
  );
  return facts.map((fact) => {
    const { document, heardAs } = fact;
    if (!heardAs || asked.has(keyOf(document, ANY)) || runsAsTasks(document)) return fact;
    const lists = heardAs.flatMap((name) => {
      const list = asked.get(keyOf(document, name));
      return list ? [list] : [];
    });
    return lists.length === 0 ? fact : underConditions(fact, byAll(lists));
  });
}

/** What each of the lists says. */
function byAll(lists: readonly (readonly Condition[])[]): readonly Condition[] {
  return anyOf(lists.map((whenTrue) => ({ whenTrue, whenFalse: [] }))).whenTrue;
}

/** `restart docker` for `docker : restart docker`, which is that of the role. */
function nameOfHandler(name: string): string {
  return hasHole(name) ? ANY : (name.split(' : ').at(-1) ?? name);
}

/** A name that a variable holds may be that of any handler. */
const ANY = '';

function keyOf({ path }: Document, name: string): string {
  return `${ansibleProject(path)}\0${name}`;
}

function conditionsOf({ from, conditions = [] }: Link, around: (document: Document) => readonly Condition[]) {
  return within(around(from), conditions);
}
