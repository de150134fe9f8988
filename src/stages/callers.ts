/**
 * What a playbook includes or copies under a `when` counts only there: a tasks file, a role with its handlers, a template.
 * Where several lines lead to the same file, only what all of them ask holds in it.
 */
import { anyOf, type Condition, underConditions, within } from '../model/condition.ts';
import type { Document, Language } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Link } from '../model/link.ts';
import { linkResolver, type Resolve } from '../placing/links.ts';
import { isOfSalt, rootOf } from '../placing/units.ts';
import { underNotifiers } from './notified.ts';

interface Call {
  readonly from: Document;
  readonly conditions: readonly Condition[];
}

/** The facts with the conditions of the lines that lead to their files. */
export function underCallers(
  documents: readonly Document[],
  facts: readonly Fact[],
  links: readonly Link[],
): readonly Fact[] {
  const own = links.filter(({ from, kind }) => {
    if (isOfSalt(from)) return kind === 'calls' || kind === 'copies';
    return kind === 'calls' ? CALLERS.has(from.language) : kind === 'copies' && COPIERS.has(from.language);
  });
  if (!own.some(({ conditions = [] }) => conditions.length > 0)) return facts;
  const resolve = linkResolver(documents, links);
  const calls = callsOf(documents, own, resolve);
  const known = new Map<Document, readonly Condition[]>();
  const around = (document: Document) => inherited(rootOf(document), calls, known);
  const called = new Set(own.flatMap((link) => (link.kind === 'calls' ? resolve(link) : [])));
  const inFiles = facts.map((fact) => underConditions(fact, around(fact.document)));
  return underNotifiers(inFiles, links, around, (document) => called.has(rootOf(document)));
}

const COPIERS: ReadonlySet<Language> = new Set(['ansible', 'ruby', 'puppet']);
const CALLERS: ReadonlySet<Language> = new Set([...COPIERS, 'shell']);

function callsOf(
  documents: readonly Document[],
  links: readonly Link[],
  resolve: Resolve,
): ReadonlyMap<Document, readonly Call[]> {
  const calls = new Map<Document, Call[]>();
  const add = (to: Document, call: Call) => calls.set(to, [...(calls.get(to) ?? []), call]);
  for (const link of links)
    for (const to of resolve(link)) add(to, { from: rootOf(link.from), conditions: link.conditions ?? [] });
  const paths = new Map(documents.map((document) => [document.path, document]));
  for (const document of documents) {
    const role = document.parent
      ? undefined
      : /^(.*\/)(?:tasks|handlers|vars|defaults)\/[^/]+$/.exec(document.path)?.[1];
    const main = role === undefined ? undefined : paths.get(`${role}tasks/main.yml`);
    // A name that is known only when the play runs (`{{ ansible_os_family }}.yml`) leads from the tasks of the role.
    if (main && main !== document && !calls.has(document)) add(document, { from: main, conditions: [] });
  }
  return calls;
}

function inherited(
  document: Document,
  calls: ReadonlyMap<Document, readonly Call[]>,
  known: Map<Document, readonly Condition[]>,
): readonly Condition[] {
  const found = known.get(document);
  if (found) return found;
  // Files that include each other add nothing to what leads to them.
  known.set(document, []);
  const parts = (calls.get(document) ?? []).map(({ from, conditions }) => ({
    whenTrue: within(inherited(from, calls, known), conditions),
    whenFalse: [],
  }));
  const conditions = parts.length === 0 ? [] : anyOf(parts).whenTrue;
  known.set(document, conditions);
  return conditions;
}
