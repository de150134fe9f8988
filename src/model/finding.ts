/** What the linter says about a line. */

import type { Span } from '../text/source.ts';
import type { Activation, RelatedSpan } from '../text/view.ts';
import type { Placement } from './place.ts';
import { RULE_IDS, type RuleId } from './rule-id.ts';

export type Severity = 'error' | 'warning' | 'notice';
/** A severity, or nothing said. */
export type Level = Severity | 'off';
export type Confidence = 'high' | 'medium' | 'low';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];
export const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** What breaks, in one sentence. */
  readonly message: string;
  /** Why this line breaks. */
  readonly because: string;
  /** The clause that `because` and many others rest on; a report of many findings says it once. */
  readonly premise?: string | undefined;
  /** What to write instead, for this line and the target runtime. */
  readonly instead: string;
  readonly span: Span;
  readonly related: readonly RelatedSpan[];
  readonly placement: Placement;
  readonly activation: Activation;
  /** Stays the same when lines move or white space changes; equal findings of one file are numbered. */
  readonly fingerprint: string;
  /** The rule's page. */
  readonly help: string;
  /** The edit that does what `instead` says, where there is one. */
  readonly fix: Fix | undefined;
  /** The findings that are told with it, because they have the same cause. */
  readonly copies: readonly Finding[];
  /** The finding by itself, where others are told with it. */
  readonly alone?: Finding | undefined;
}

export interface Replacement {
  /** The characters that it replaces: those of the finding, or the command, setting or line around them. */
  readonly span: Span;
  /** As the file writes it, through every nesting. */
  readonly replacement: string;
}

export interface Fix extends Replacement {
  /** `unsafe`: right where nodes run the target runtime, and not the same as before. */
  readonly safety: 'safe' | 'unsafe';
  /** Elsewhere in the same file, without which the first would be wrong: all of them are written, or none. */
  readonly also: readonly Replacement[];
}

/** The order of findings in every report: path, place, rule. */
export function inOrder(a: Pick<Finding, 'span' | 'rule'>, b: Pick<Finding, 'span' | 'rule'>): number {
  const [left, right] = [a.span.source.path, b.span.source.path];
  if (left !== right) return left < right ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule);
}
