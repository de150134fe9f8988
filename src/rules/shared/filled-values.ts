/** What a template fills in, where the variables of the repository say it. */
import type { Token } from '../../model/document.ts';
import type { Project } from '../../model/project.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { hasHole } from '../../text/view.ts';
import type { RuleContext } from '../rule.ts';
import { lastKey } from './settings.ts';

/** `{{ runtime.engine }}` of a loop over a list, each item of which says `engine: ""`; of a list of names, each map that is called so. */
export function isFilledWithNothing(value: Token, { project }: RuleContext): boolean {
  if (!hasHole(value.text)) return false;
  const { source, start } = spanOf(value);
  const [, item, name] = FIELD.exec(spanText(spanOf(value)).slice(0, 200)) ?? [];
  if (item === undefined || name === undefined) return false;
  const fields = fieldsByName(project).get(name) ?? [];
  const names = namesLooped(source.text.slice(Math.max(0, start - LONGEST_LOOP), start), item);
  const ofLoop = fields.filter(({ path, isOfList }) => names.has(path[0] ?? '') || (isOfList && names.size === 0));
  const of = ofLoop.length > 0 ? ofLoop : fields.filter(({ isOfList }) => isOfList);
  return of.length > 0 && of.every(({ isEmpty }) => isEmpty);
}

const FIELD = /^\s*\{\{-?\s*(\w{1,60})\.(\w{1,60})\s*-?\}\}\s*$/;

const LONGEST_LOOP = 4_000;

/** The variables of `{% for item in [first] + others %}`. */
function namesLooped(before: string, item: string): ReadonlySet<string> {
  const at = before.lastIndexOf(`for ${item} in `);
  if (at < 0) return new Set();
  const end = before.indexOf('%}', at);
  const list = before.slice(at + `for ${item} in `.length, Math.min(end < 0 ? before.length : end, at + 300));
  return new Set(list.match(/\b[a-z_]\w{0,80}/gi) ?? []);
}

interface Field {
  readonly path: readonly string[];
  readonly isOfList: boolean;
  readonly isEmpty: boolean;
}

/** The keys of maps in variables of Ansible, items of a list or not. */
const fieldsByName = once(({ facts }: Project): ReadonlyMap<string, readonly Field[]> => {
  const fields = facts.flatMap((fact) => {
    if (fact.kind !== 'setting' || !/^(?:ansible|yaml)$/.test(fact.format)) return [];
    const isOfList = /^\[.*\]$/.test(fact.path.at(-2) ?? '');
    return isOfList || fact.path.length === 2
      ? [{ name: lastKey(fact), path: fact.path, isOfList, isEmpty: fact.value.text === '' }]
      : [];
  });
  return groupBy(fields, ({ name }) => name);
});
