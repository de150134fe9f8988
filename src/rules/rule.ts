/** The contract of a rule: it looks at facts, then at the whole project, and reports causes; judge.ts weighs them. */

import type { Cause } from '../judge.ts';
import type { Condition, Polarity } from '../model/condition.ts';
import type { Document, Token } from '../model/document.ts';
import type { Fact, FactKind, FactOf } from '../model/fact.ts';
import type { Fix } from '../model/finding.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Placement } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Site } from '../model/site.ts';
import type { Target } from '../model/target.ts';

export interface RuleContext {
  readonly project: Project;
  readonly target: Target;
  readonly knowledge: Knowledge;
  placementOf(where: { readonly document: Document; readonly site?: Site | undefined }): Placement;
  factsOf(document: Document): readonly Fact[];
  /** The documents that are written directly inside this one. */
  partsOf(document: Document): readonly Document[];
}

export interface Report {
  readonly cause: Cause;
  readonly document: Document;
  /** The machine that it happens on, when that is not the document's own. */
  readonly site?: Site | undefined;
  readonly at: Token;
  readonly certainty: 'literal' | 'resolved' | 'partial';
  readonly conditions: readonly Condition[];
  readonly polarity: Polarity;
  readonly message: string;
  readonly because: string;
  readonly premise?: string | undefined;
  readonly instead: string;
  readonly related?: readonly { readonly at: Token; readonly message: string }[];
  readonly fix?: ReportFix | undefined;
}

/** An edit that does what `instead` says. */
export interface ReportFix extends ReportEdit {
  readonly safety: Fix['safety'];
  /** In the same file, together with the first or not at all. */
  readonly also?: readonly ReportEdit[] | undefined;
}

export interface ReportEdit {
  readonly at: Token;
  /** As the file writes it. */
  readonly replacement: string;
}

/** A word; or one that counts only where another follows soon, because by itself it stands in half of all comments. */
export type Trigger = string | { readonly word: string; readonly before: readonly string[] };

/** What its fixes do, and what is not the same afterwards where they are unsafe; or why there is none. */
export type FixWords =
  | { readonly safe: string; readonly unsafe?: string }
  | { readonly unsafe: string }
  | { readonly none: string };

type FactCheck<F extends Fact> = (fact: F, context: RuleContext) => Report | readonly Report[] | undefined;
export type AnyCheck = FactCheck<Fact>;

/** What a rule asks about facts, by their kind; it is shown no others. */
export type FactChecks = { readonly [K in FactKind]?: FactCheck<FactOf<K>> };

/** One question for facts of all kinds. */
export function onEveryFact(check: AnyCheck): FactChecks {
  return { command: check, flag: check, env: check, path: check, image: check, setting: check, package: check };
}

export interface Rule {
  readonly id: RuleId;
  /** One line for lists: what the rule finds. */
  readonly summary: string;
  /** For its page; the rule offers no fix of a safety that is not told here. */
  readonly fix: FixWords;
  /** Lower-case words; a file (or chart) with none of them has no finding of this rule. */
  readonly triggers: readonly Trigger[];
  /** Rules whose findings on the very same characters say nothing that this rule's finding does not. */
  readonly covers?: readonly RuleId[];
  /** Paths of files that can have a finding without a trigger. */
  readonly files?: RegExp;
  readonly checks?: FactChecks;
  checkProject?(context: RuleContext): readonly Report[];
}
