/** What a scan of PowerShell knows while it goes through a script, and what it found. */
import type { Condition } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import type { View } from '../../text/view.ts';

export interface PowerShellCommand {
  readonly words: readonly Token[];
  /** It stands in the condition of an `if`. */
  readonly condition: boolean;
  /** What holds where it runs, outermost first. */
  readonly conditions: readonly Condition[];
  /** The command whose output it gets. */
  readonly after: PowerShellCommand | undefined;
}

export interface PowerShellScan {
  readonly commands: readonly PowerShellCommand[];
  /** The last value of every variable, by its lower-case name with the dollar sign. */
  readonly variables: ReadonlyMap<string, string>;
  /** The lists of words that variables hold, by their lower-case names. */
  readonly arrays: ReadonlyMap<string, Token>;
  readonly assignments: readonly PowerShellAssignment[];
  /** The branches that have conditions. */
  readonly branches: readonly PowerShellBranch[];
}

/** What holds in a part of the script. */
export interface PowerShellBranch {
  readonly start: number;
  readonly end: number;
  readonly conditions: readonly Condition[];
}

interface PowerShellAssignment {
  readonly name: Token;
  readonly value: Token;
  readonly conditions: readonly Condition[];
  /** It stands in a branch, which may not be taken. */
  readonly perhaps: boolean;
}

interface Block {
  /** Where it opens. */
  readonly start: number;
  readonly conditions: readonly Condition[];
  readonly isBranch: boolean;
  /** What a `switch` asks about, for the cases in its block. */
  readonly subject: string | undefined;
}

/** A block before the place where it opens is known. */
export type NextBlock = Omit<Block, 'start'>;

export interface Scanner {
  readonly view: View;
  readonly text: string;
  at: number;
  words: Token[];
  readonly commands: PowerShellCommand[];
  readonly assignments: PowerShellAssignment[];
  readonly variables: Map<string, string>;
  readonly arrays: Map<string, Token>;
  /** Variables that are `$true` somewhere. */
  readonly switches: Set<string>;
  /** The depth of parentheses at which a condition began, or 0. */
  condition: number;
  conditionStart: number;
  /** The test belongs to a `switch`. */
  isSwitch: boolean;
  /** The depth of the parentheses around the parameters of a function, or 0. */
  parameters: number;
  depth: number;
  invoked: boolean;
  piped: PowerShellCommand | undefined;
  readonly blocks: Block[];
  readonly branches: PowerShellBranch[];
  /** The block that opens next. */
  next: NextBlock;
  /** What holds where none of the branches so far was taken. */
  otherwise: readonly Condition[];
}
