/** What a template fills in, where the variables of the repository say it. */
import type { Token } from '../../model/document.ts';
import type { Project } from '../../model/project.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { hasHole } from '../../text/view.ts';
import type { RuleContext } from '../rule.ts';
import { lastKey } from './settings.ts';

/** `{{ runtime.engine }}` of a loop over a list, each item of which says `engine: ""`. */
export function isFilledWithNothing(value: Token, { project }: RuleContext): boolean {
  if (!hasHole(value.text)) return false;
  const name = FIELD.exec(spanText(spanOf(value)).slice(0, 200))?.[1];
  return name !== undefined && emptyFields(project).has(name);
}

const FIELD = /^\s*\{\{-?\s*\w{1,60}\.(\w{1,60})\s*-?\}\}\s*$/;

/** The keys of maps in lists of Ansible that are empty wherever they stand. */
const emptyFields = once(({ facts }: Project): ReadonlySet<string> => {
  const empty = new Set<string>();
  const filled = new Set<string>();
  for (const fact of facts)
    if (fact.kind === 'setting' && /^(?:ansible|yaml)$/.test(fact.format) && /^\[.*\]$/.test(fact.path.at(-2) ?? ''))
      (fact.value.text === '' ? empty : filled).add(lastKey(fact));
  return new Set([...empty].filter((name) => !filled.has(name)));
});
