/** Conditions that hold for stretches of a text, whatever the language: the branches of a template, the parts of a makefile. */
import { type Condition, underConditions, within } from '../../model/condition.ts';
import type { Reading } from '../../model/project.ts';
import { spanOf } from '../../text/placed.ts';
import { lastFrom } from '../../text/search.ts';

/** From `start` to the next stretch these conditions hold; offsets are those of the file. */
export interface Stretch {
  readonly start: number;
  readonly conditions: readonly Condition[];
}

/** The facts with the conditions of the stretch that each stands in; stretches are in order. */
export function underStretches(reading: Reading, path: string, stretches: readonly Stretch[]): Reading {
  if (reading.facts.length === 0 || stretches.every(({ conditions }) => conditions.length === 0)) return reading;
  const facts = reading.facts.map((fact) => {
    const span = spanOf(fact.at);
    const around = span.source.path === path ? conditionsAt(stretches, span.start) : [];
    return underConditions(fact, around);
  });
  return { ...reading, facts };
}

/** All of a reading under the same conditions. */
export function allUnder(reading: Reading, conditions: readonly Condition[]): Reading {
  if (conditions.length === 0) return reading;
  return { ...reading, facts: reading.facts.map((fact) => underConditions(fact, conditions)) };
}

/** What is made run only where the conditions hold. */
export function linksUnder(reading: Reading, conditions: readonly Condition[]): Reading {
  if (conditions.length === 0) return reading;
  return {
    ...reading,
    links: reading.links.map((link) => ({ ...link, conditions: within(link.conditions ?? [], conditions) })),
  };
}

export function conditionsAt(stretches: readonly Stretch[], offset: number): readonly Condition[] {
  return lastFrom(stretches, offset)?.conditions ?? [];
}
