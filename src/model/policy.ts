/** What a change does to the check that judges it. */
import type { RuleId } from './rule-id.ts';

/** One setting that the change edits. A list has an edit for each entry that comes or goes. */
export interface PolicyEdit {
  /** `fail-on`, `rules.docker-cli-command`, or the path of a baseline. */
  readonly setting: string;
  /** Undefined for what the change adds. */
  readonly before: string | undefined;
  /** Undefined for what the change takes away. */
  readonly after: string | undefined;
}

/** A suppression that the base did not have. */
export interface NewSuppression {
  readonly rule: RuleId;
  readonly path: string;
  readonly line: number;
  readonly reason: string;
}

/** Whose configuration judges: the change's own, that of its base, or none because the base cannot be read. */
export type Governor = 'head' | 'base' | 'defaults';
