/**
 * A function of a file that scripts source counts where it is called: what all calls ask for holds in it too, through the functions
 * that call it, in whatever file they stand.
 */
import { anyOf, type Condition, underConditions, within } from '../model/condition.ts';
import type { Document } from '../model/document.ts';
import type { CommandFact, Fact } from '../model/fact.ts';
import type { InputFile } from '../model/input.ts';
import type { Link } from '../model/link.ts';
import { dispatches, functionsOf } from '../placing/libraries.ts';
import { linkResolver } from '../placing/links.ts';
import { groupBy } from '../text/group.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { step } from '../text/steps.ts';

interface ShellFunction {
  readonly name: string;
  /** The file, and the scripts and files that are sourced together with it. */
  readonly path: string;
  readonly group: string;
  readonly start: number;
  readonly end: number;
}

interface Call {
  readonly from: ShellFunction | undefined;
  readonly conditions: readonly Condition[];
}

/** Somebody calls it, and nobody knows from where. */
const ANYWHERE: Call = { from: undefined, conditions: [] };

export function underCalls(
  documents: readonly Document[],
  facts: readonly Fact[],
  links: readonly Link[],
  files: readonly InputFile[],
): readonly Fact[] {
  const groups = groupsWithChoice(documents, facts, sourcedTogether(documents, links));
  if (groups.size === 0) return facts;
  const functions = functionsIn(documents, groups);
  const byName = groupBy(functions, ({ name }) => name);
  const byPath = groupBy(functions, ({ path }) => path);
  const around = (fact: Fact): ShellFunction | undefined => {
    const { source, start } = spanOf(fact.at);
    return byPath.get(source.path)?.find((one) => one.start <= start && start < one.end);
  };
  const calls = new Map<ShellFunction, Call[]>();
  for (const fact of facts) {
    if (fact.kind !== 'command' || !byName.has(fact.program)) continue;
    for (const called of calledBy(fact, byName.get(fact.program) ?? [], groups))
      calls.set(called, [...(calls.get(called) ?? []), { from: around(fact), conditions: fact.conditions }]);
  }
  if (![...calls.values()].some((all) => all.some(({ conditions }) => conditions.length > 0))) return facts;
  const known = new Map<ShellFunction, readonly Condition[] | undefined>();
  const isNamed = unreadNames(documents, files);
  const conditionsOf = (one: ShellFunction): readonly Condition[] | undefined => {
    if (known.has(one) || !step()) return known.get(one);
    // What calls itself adds nothing to what leads to it.
    known.set(one, undefined);
    const lists = [...(calls.get(one) ?? []), ...(isNamed(one.name) ? [ANYWHERE] : [])].flatMap((call) => {
      const outer = call.from ? conditionsOf(call.from) : [];
      return outer === undefined ? [] : [{ whenTrue: within(outer, call.conditions), whenFalse: [] }];
    });
    const conditions = lists.length === 0 ? [] : anyOf(lists).whenTrue;
    known.set(one, conditions);
    return conditions;
  };
  return facts.map((fact) => {
    const inside = groups.has(fact.document.path) ? around(fact) : undefined;
    return inside ? underConditions(fact, conditionsOf(inside) ?? []) : fact;
  });
}

/** A function of the same file is meant before those of others that are sourced with it. */
function calledBy(
  { document: { path } }: CommandFact,
  named: readonly ShellFunction[],
  groups: ReadonlyMap<string, string>,
): readonly ShellFunction[] {
  const own = named.filter((one) => one.path === path);
  return own.length > 0 ? own : named.filter(({ group }) => group === groups.get(path));
}

/** By path: a name for all files that scripts source together. */
function sourcedTogether(documents: readonly Document[], links: readonly Link[]): ReadonlyMap<string, string> {
  const sourcing = links.filter(({ kind, from }) => kind === 'sources' && isScript(from));
  const parents = new Map<string, string>();
  if (sourcing.length === 0) return parents;
  const rootOf = (path: string): string => {
    let at = path;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up;
    return at;
  };
  const resolve = linkResolver(documents, links);
  for (const link of sourcing)
    for (const to of resolve(link)) {
      const [a, b] = [rootOf(link.from.path), rootOf(to.path)];
      parents.set(b, a);
      parents.set(a, a);
    }
  return new Map([...parents.keys()].map((path) => [path, rootOf(path)]));
}

/** Those in which a function is defined that something calls under a condition: only these are worth a closer look. */
function groupsWithChoice(
  documents: readonly Document[],
  facts: readonly Fact[],
  groups: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const asked = new Map<string, Set<string>>();
  for (const fact of facts) {
    const group = groups.get(fact.document.path);
    if (fact.kind !== 'command' || fact.conditions.length === 0 || group === undefined) continue;
    asked.set(group, (asked.get(group) ?? new Set()).add(fact.program));
  }
  const found = new Set<string>();
  for (const document of asked.size === 0 ? [] : documents) {
    const group = groups.get(document.path) ?? '';
    const names = asked.get(group);
    if (!names || found.has(group) || !isScript(document)) continue;
    if (functionsOf(document).some(({ name }) => names.has(name))) found.add(group);
  }
  return new Map([...groups].filter(([, group]) => found.has(group)));
}

/** A file that calls what its arguments name may call any of its functions. */
function functionsIn(documents: readonly Document[], groups: ReadonlyMap<string, string>): readonly ShellFunction[] {
  return documents.flatMap((document): readonly ShellFunction[] => {
    const group = isScript(document) ? groups.get(document.path) : undefined;
    if (group === undefined || dispatches(document)) return [];
    return functionsOf(document).map(({ name, start, end }) => ({ name, path: document.path, group, start, end }));
  });
}

function isScript({ parent, language }: Document): boolean {
  return !parent && language === 'shell';
}

/** The words of scripts that have none for which a rule looks, and were not read: they may call a function without a condition. */
function unreadNames(documents: readonly Document[], files: readonly InputFile[]): (name: string) => boolean {
  const read = new Set(documents.map(({ path }) => path));
  const words = once((all: readonly InputFile[]) => {
    const found = new Set<string>();
    for (const { path, text } of all)
      if (SCRIPT.test(path) && !read.has(path) && text.length <= LONGEST)
        for (const word of text.match(/[\w:.-]{1,100}/g) ?? []) found.add(word);
    return found;
  });
  return (name) => words(files).has(name);
}

const SCRIPT = /(?:^|\/)[^./]+$|\.(?:sh|bash|bats|ksh)$/i;
const LONGEST = 200_000;
