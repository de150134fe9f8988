/** Asks every rule about every fact and about the project; a rule that fails hides nothing of the others. */

import type { Fact } from '../model/fact.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Note } from '../model/note.ts';
import type { Project } from '../model/project.ts';
import type { OnStep } from '../model/result.ts';
import type { Target } from '../model/target.ts';
import { RULES } from '../rules/index.ts';
import type { AnyCheck, FactChecks, Report, Rule, RuleContext } from '../rules/rule.ts';
import { documentsOnOpenshift } from '../rules/shared/openshift.ts';
import { onPlatformOf } from '../rules/shared/platform.ts';
import { groupBy } from '../text/group.ts';
import type { RuleReport } from './weighing.ts';

export interface Checked {
  readonly reports: readonly RuleReport[];
  readonly notes: readonly Note[];
}

/** The clock is asked once for this many facts. */
const FACTS_BETWEEN_LOOKS = 1000;

export function runRules(
  project: Project,
  target: Target,
  knowledge: Knowledge,
  isLate: () => boolean,
  onStep?: OnStep,
): Checked {
  const context = contextOf(project, target, knowledge);
  const ofOpenshift: RuleContext = { ...context, target: { ...target, runtime: 'cri-o' } };
  const onOpenshift = documentsOnOpenshift(context);
  const reports: RuleReport[] = [];
  const notes: Note[] = [];
  const factsFor = factsByKinds(project.facts);
  let asked = 0;
  for (const [index, rule] of RULES.entries()) {
    if (isLate()) return { reports, notes: [...notes, lateNote(RULES.slice(index))] };
    onStep?.('judging', index, RULES.length);
    const add = (found: readonly Report[]) => {
      for (const report of found) reports.push({ rule: rule.id, report, placement: context.placementOf(report) });
    };
    const { checks = {} } = rule;
    for (const fact of factsFor(checks)) {
      if (++asked % FACTS_BETWEEN_LOOKS === 0 && isLate())
        return { reports, notes: [...notes, lateNote(RULES.slice(index))] };
      try {
        // A question is asked of facts of its own kind.
        const found = (checks[fact.kind] as AnyCheck)(fact, onOpenshift.has(fact.document) ? ofOpenshift : context);
        if (found) add([found].flat().map((report) => onPlatformOf(fact, report)));
      } catch (error) {
        notes.push(brokenRule(rule, fact.document.path, error));
      }
    }
    try {
      add(rule.checkProject?.(context) ?? []);
    } catch (error) {
      notes.push(brokenRule(rule, '.', error));
    }
  }
  return { reports, notes };
}

/** The facts of the kinds that a rule asks about, in the order in which they were read. */
function factsByKinds(facts: readonly Fact[]): (checks: FactChecks) => readonly Fact[] {
  const lists = new Map<string, readonly Fact[]>();
  return (checks) => {
    const key = Object.keys(checks).sort().join(' ');
    const list = lists.get(key) ?? facts.filter(({ kind }) => checks[kind] !== undefined);
    lists.set(key, list);
    return list;
  };
}

function contextOf(project: Project, target: Target, knowledge: Knowledge): RuleContext {
  const facts = groupBy(project.facts, (fact) => fact.document);
  const parts = groupBy(project.documents, (document) => document.parent);
  return {
    project,
    target,
    knowledge,
    placementOf: (where) => project.places.placementOf(where),
    factsOf: (document) => facts.get(document) ?? [],
    partsOf: (document) => parts.get(document) ?? [],
  };
}

function lateNote(left: readonly Rule[]): Note {
  const names = left.map(({ id }) => id).join(', ');
  const message = `the run takes too long; these rules did not see everything that was read: ${names}`;
  return { code: 'budget', message, path: '.', coverage: 'partly' };
}

function brokenRule(rule: Rule, path: string, error: unknown): Note {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `rule ${rule.id} failed here; please report it (${reason})`,
    path,
    coverage: 'partly',
  };
}
