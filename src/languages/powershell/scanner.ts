/** What a scan of PowerShell knows while it goes through a script, and what it found. */
import type { Condition, Ending } from '../../model/condition.ts';
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
  /** The text or the variable that is piped into it. */
  readonly input: Token | undefined;
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
  /** In the order of the script. */
  readonly statements: readonly PowerShellStatement[];
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

export interface Block {
  /** Where it opens. */
  readonly start: number;
  /** What the block itself adds to what holds around it. */
  readonly own: readonly Condition[];
  /** All that holds in it. */
  readonly conditions: readonly Condition[];
  /** It, or one around it, may be passed over. */
  readonly isBranch: boolean;
  /** What a `switch` asks about, for the cases in its block. */
  readonly subject: string | undefined;
  /** What holds where it is not entered, which matters behind a block that leaves. */
  readonly whenPassed: readonly Condition[];
  /** What an `else` of its own holds; blocks inside of it have others. */
  readonly otherwise: readonly Condition[];
  /** No block of the script: what follows one that leaves, up to the end of the block around. */
  readonly isRest: boolean;
}

/** A block before the place where it opens is known. */
export type NextBlock = Pick<Block, 'conditions' | 'isBranch' | 'subject' | 'whenPassed'>;

/** A statement, or a part of one, with its first and last character. */
export interface PowerShellStatement {
  readonly start: number;
  readonly end: number;
  /** It prints its words, or tells why the script ends. */
  readonly speaks: boolean;
  /** The variable that it gives a value, without the dollar sign. */
  readonly assigns: string | undefined;
}

export interface Scanner {
  readonly view: View;
  readonly text: string;
  at: number;
  words: Token[];
  readonly commands: PowerShellCommand[];
  readonly assignments: PowerShellAssignment[];
  readonly variables: Map<string, string>;
  readonly arrays: Map<string, Token>;
  /** Of which version a variable was made, by its lower-case name with the dollar sign. */
  readonly meanings: Map<string, string>;
  /** Variables that are `$true` somewhere. */
  readonly switches: Set<string>;
  /** The depth of parentheses at which a condition began, or 0. */
  condition: number;
  conditionStart: number;
  /** What the test belongs to. */
  asks: string;
  /** The depth of the parentheses around the parameters of a function, or 0. */
  parameters: number;
  depth: number;
  invoked: boolean;
  piped: PowerShellCommand | undefined;
  /** Where the first word of the statement begins, and where the last one so far ends. */
  statementStart: number;
  statementEnd: number;
  readonly statements: PowerShellStatement[];
  /** The depth of parentheses at which a statement that speaks goes on in them, or undefined. */
  speaking: number | undefined;
  /** A `|` stands in front of the statement. */
  isPiped: boolean;
  /** The text or the variable in front of it. */
  input: Token | undefined;
  /** How the block ends so far. */
  ending: Ending;
  /** What holds around all of the text: it is a part of a script. */
  readonly given: readonly Condition[];
  /** All of it is asked by an `if`. */
  readonly isAsked: boolean;
  /** How deep this text is written inside others. */
  readonly nesting: number;
  /** How many scripts inside of strings have no end; the same for all parts of a script. */
  readonly open: { count: number };
  /** The scripts inside of the word that was read last. */
  readonly inside: { readonly start: number; readonly end: number }[];
  readonly blocks: Block[];
  readonly branches: PowerShellBranch[];
  /** The block that opens next. */
  next: NextBlock;
  /** What holds where none of the branches so far was taken. */
  otherwise: readonly Condition[];
}
