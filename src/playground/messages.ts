/** What the page asks the thread that lints, and what that answers: plain data, every text already made visible. */
import type { Severity } from '../model/finding.ts';
import type { InputFile } from '../model/input.ts';
import type { TargetRuntime } from '../model/target.ts';

export interface Question {
  readonly id: number;
  readonly files: readonly InputFile[];
  /** Undefined where the configuration among the files decides, or the default. */
  readonly runtime: TargetRuntime | undefined;
  readonly minor: number | undefined;
  /** As 2027-01-31. */
  readonly today: string;
}

export interface Answer {
  readonly id: number;
  readonly findings: readonly ShownFinding[];
  /** Sentences about the whole: the verdict, what was read, what was not. */
  readonly sentences: readonly string[];
  /** The configuration is wrong, or we are; there are no findings then. */
  readonly problem: string | undefined;
}

export interface ShownFinding {
  readonly rule: string;
  readonly help: string;
  readonly severity: Severity;
  readonly message: string;
  readonly because: string;
  readonly instead: string;
  readonly where: string;
  /** Lines of code with marks under them. */
  readonly frame: string;
  readonly path: string;
  readonly start: Place;
  readonly end: Place;
}

/** 1-based, in UTF-16 units. */
interface Place {
  readonly line: number;
  readonly column: number;
}
