/** Asks every rule about every fact and about the project; a rule that fails hides nothing of the others. */

import type { Note } from '../model/note.ts';
import type { Project } from '../model/project.ts';
import type { Target } from '../model/target.ts';
import { RULES } from '../rules/index.ts';
import type { Report, Rule, RuleContext } from '../rules/rule.ts';
import { groupBy } from '../text/group.ts';
import type { RuleReport } from './findings.ts';

export interface Checked {
  readonly reports: readonly RuleReport[];
  readonly notes: readonly Note[];
}

export function runRules(project: Project, target: Target): Checked {
  const context = contextOf(project, target);
  const reports: RuleReport[] = [];
  const notes: Note[] = [];
  for (const rule of RULES) {
    const add = (found: readonly Report[]) => {
      for (const report of found) reports.push({ rule: rule.id, report, placement: context.placementOf(report) });
    };
    for (const fact of rule.checkFact ? project.facts : []) {
      try {
        const found = rule.checkFact?.(fact, context);
        if (found) add(Array.isArray(found) ? found : [found as Report]);
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

function contextOf(project: Project, target: Target): RuleContext {
  const facts = groupBy(project.facts, (fact) => fact.document);
  const parts = groupBy(project.documents, (document) => document.parent);
  return {
    project,
    target,
    placementOf: (where) => project.places.placementOf(where),
    factsOf: (document) => facts.get(document) ?? [],
    partsOf: (document) => parts.get(document) ?? [],
  };
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
