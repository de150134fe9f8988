/** What the parts of the shell front-end share while they read one document. */

import type { Condition, Polarity } from '../../model/condition.ts';
import type { Container, Document, Language, Pod, Token } from '../../model/document.ts';
import type { CommandFact, Fact, Statement, Wrapper } from '../../model/fact.ts';
import type { Link } from '../../model/link.ts';
import type { Note } from '../../model/note.ts';
import type { Reading } from '../../model/project.ts';
import type { Site as Machine } from '../../model/site.ts';
import { joinedView } from '../../text/join.ts';
import type { View } from '../../text/view.ts';
import { allUnder } from '../conditions/stretches.ts';
import type { Embed } from '../front-end.ts';
import type { NodeOf, ShellNode } from './ast.ts';
import type { Definition } from './definitions.ts';
import type { Folder } from './folders.ts';
import type { Variables } from './variables.ts';
import type { Scope, ShellToken } from './words.ts';

/** What the facts of a command line or script belong to. */
export interface CommandContext {
  readonly document: Document;
  readonly pod?: Pod | undefined;
  readonly container?: Container | undefined;
  readonly conditions?: readonly Condition[] | undefined;
  /** The machine that the script runs on, when that is not the document's own. */
  readonly site?: Machine | undefined;
  /** What variables hold before the first command: ENV and ARG of a Dockerfile. */
  readonly variables?: ReadonlyMap<string, Token> | undefined;
  /** What files that it sources give to its variables. */
  readonly sourced?: ReadonlyMap<string, string> | undefined;
  /** Variables that hold names of the cluster's nodes before the first command. */
  readonly nodeNames?: ReadonlySet<string> | undefined;
  /** True where no shell reads the first command. */
  readonly execForm?: boolean | undefined;
  /** The nesting depth of `document`; here-documents and files are embedded at `depth + 1`. */
  readonly depth: number;
  readonly embed: Embed;
}

/** A statement while it is read: what is told of it stays with its commands, the syntax tree does not. */
export interface OpenStatement {
  readonly told: GrowingStatement;
  readonly node: ShellNode | undefined;
  readonly enclosing: OpenStatement | undefined;
}

interface GrowingStatement extends Statement {
  commands: readonly CommandFact[];
  redirects: readonly Token[];
  variables: ReadonlySet<string>;
  asksFirst: boolean;
}

/** Most statements have one command and no variable, and there are as many of them as lines. */
const NONE: ReadonlySet<string> = new Set();

export function openStatement(node: ShellNode | undefined, enclosing: OpenStatement | undefined): OpenStatement {
  return { told: { commands: [], redirects: [], variables: NONE, asksFirst: false }, node, enclosing };
}

/** What begins statements of its own inside this one, as the body of a loop does. */
export function apart(site: Site): Site {
  return {
    ...site,
    statement: undefined,
    enclosing: site.statement ?? site.enclosing,
    pipedInto: [],
    onFailure: undefined,
  };
}

/** A statement with more than this is a script that somebody put into one; its first parts say what it is about. */
const MOST_IN_STATEMENT = 40;

/** Tells the statement of the site, and those whose bodies it is in. */
export function tell(
  site: Site,
  what: { readonly command: CommandFact } | { readonly redirect: Token } | { readonly variable: string },
): void {
  for (let at = site.statement ?? site.enclosing; at; at = at.enclosing) {
    const { told } = at;
    if ('command' in what) told.commands = withOne(told.commands, what.command);
    else if ('redirect' in what) told.redirects = withOne(told.redirects, what.redirect);
    else if (told.variables.size < MOST_IN_STATEMENT && !told.variables.has(what.variable))
      told.variables = new Set([...told.variables, what.variable]);
  }
}

function withOne<T>(list: readonly T[], one: T): readonly T[] {
  return list.length < MOST_IN_STATEMENT ? list.concat(one) : list;
}

/** Under which conditions a command stands. */
export interface Site {
  readonly conditions: readonly Condition[];
  readonly polarity: Polarity;
  /** The machine that it happens on, when that is not the document's own. */
  readonly site: Machine | undefined;
  /** True for what may not happen at all: in a branch, a loop, a function that is called in one or not at all. */
  readonly conditional: boolean;
  /** True inside a branch or a loop of the script or function: an earlier value of a variable may still hold there. */
  readonly branched: boolean;
  readonly wrappers: readonly Wrapper[];
  /** What the command is a part of; undefined where the next one begins one of its own. */
  readonly statement: OpenStatement | undefined;
  /** The statement whose body this is. */
  readonly enclosing: OpenStatement | undefined;
  readonly pipedInto: readonly string[];
  readonly onFailure: CommandFact['onFailure'];
  /** True where error messages go to /dev/null: the script knows that the command may fail. */
  readonly hidesErrors: boolean;
  /** The file that standard output goes to. */
  readonly output: ShellToken | undefined;
  /** The text of standard input, when the script has it. */
  readonly input: View | undefined;
  /** The file that standard input comes from: `< setup.sh`, `cat setup.sh |`. */
  readonly inputFile: ShellToken | undefined;
  /** The program that the script on standard input installs, when it comes from a known place of the web. */
  readonly installer: string | undefined;
  /** Whether what comes from the left of a pipe are names of the cluster's nodes. */
  readonly fedNodes: boolean;
  /** True in a text of which it is only likely that a shell reads it. */
  readonly guessed: boolean;
  /** How often the body of a loop over many values may be read. */
  readonly rounds: number;
  /** How many scripts inside scripts lead here. */
  readonly level: number;
}

export interface FunctionBody {
  readonly node: NodeOf<'function'>;
  readonly view: View;
  readonly nested: boolean;
  /** True where the arguments are printed and never run. */
  readonly speaks: boolean;
  /** The argument lists that it was read with. */
  readonly read: Set<string>;
}

/** A value that the script gives to a variable, and where. */
export interface Assigned {
  readonly text: string;
  readonly conditions: readonly Condition[];
  readonly conditional: boolean;
  /** The function in which it stands outside of branches and loops, so that what follows there goes by it. */
  readonly body: FunctionBody | undefined;
}

export interface Engine {
  /** The long texts that were read as scripts, by the place where they are written. */
  readonly innerScripts: Map<string, Set<string>>;
  readonly context: CommandContext;
  /** What a command substitution prints. */
  readonly printed: NonNullable<Scope['printed']>;
  readonly facts: Fact[];
  readonly links: Link[];
  readonly notes: Note[];
  readonly documents: Document[];
  readonly functions: Map<string, FunctionBody>;
  /** Functions that are being read now. */
  readonly open: Set<FunctionBody>;
  /** Where the next command runs. */
  folder: Folder;
  /** The function whose commands are read now. */
  body: FunctionBody | undefined;
  readonly assigned: Map<string, readonly Assigned[]>;
  readonly definitions: Definition[];
  /** Variables whose text is only looked for or taken out of a file. */
  readonly lookedFor: Set<string>;
  readonly aliases: Map<string, ShellToken>;
  /** Names that an `export` without a value passes on. */
  readonly exported: Set<string>;
  /** The first arguments of calls whose functions were not read again, as the budget was spent. */
  readonly unread: (ShellToken | undefined)[];
  /** Variables that hold names of the cluster's nodes, because `kubectl get nodes` printed them. */
  readonly nodeNames: Set<string>;
  /** Files into which the script writes such names. */
  readonly nodeFiles: Set<string>;
  /** Work that may still be done. */
  readonly budget: { commands: number; calls: number; repeated: number; depth: number; spent: boolean };
  readonly variables: Variables;
  /** Reads a text as a script of the same document. */
  readScript(view: View, site: Site, variables: Variables): void;
  /** Reads words as one command line. */
  readWords(words: readonly ShellToken[], site: Site, scope: Scope): void;
  callFunction(name: string, args: readonly ShellToken[], site: Site, scope: Scope): void;
}

/** Deeper scripts in scripts are not read. */
export const MAX_LEVEL = 12;

export function baseOf(
  engine: Engine,
  at: Token,
  certainty: Fact['certainty'],
  { conditions, polarity, site }: Pick<Fact, 'conditions' | 'polarity' | 'site'>,
) {
  const { document, pod, container } = engine.context;
  return { document, pod, container, at, certainty, conditions, polarity, site };
}

function addReading(engine: Engine, reading: Reading): void {
  for (const document of reading.documents) engine.documents.push(document);
  for (const fact of reading.facts) engine.facts.push(fact);
  for (const link of reading.links) engine.links.push(link);
  for (const note of reading.notes) engine.notes.push(note);
}

/** Reads a text in a language of its own, which is there where its line runs: a file that the script writes, a manifest that it applies. */
export function embedText(
  engine: Engine,
  view: View,
  target: string,
  { site, conditions }: Pick<Fact, 'site' | 'conditions'>,
): void {
  const { document } = engine.context;
  embedInside(engine, document, view, target, { site, conditions });
}

/** Reads a text that a shell of another language runs in the place of the command. */
export function embedScript(
  engine: Engine,
  view: View,
  language: 'powershell' | 'batch',
  { site, conditions }: Pick<Fact, 'site' | 'conditions'>,
): void {
  const { depth, embed, document, pod, container } = engine.context;
  const { path, object } = document;
  const label = `a script in ${document.label}`;
  const input = { view, path, label, parent: document, object, target: undefined, site, pod, container };
  addReading(engine, allUnder(embed({ ...input, language, depth: depth + 1 }), conditions));
}

/** Reads a text that runs on a machine of its own, of which the script makes one or more. */
export function embedMachine(engine: Engine, view: View, target: string, name: string, conditions: Fact['conditions']) {
  const { document } = engine.context;
  const machine: Document = { ...document, label: `${name} in ${document.label}`, parent: document, machine: name };
  engine.documents.push(machine);
  embedInside(engine, machine, view, target, { site: undefined, conditions });
}

function embedInside(
  engine: Engine,
  parent: Document,
  view: View,
  target: string,
  { site, conditions }: Pick<Fact, 'site' | 'conditions'>,
): void {
  const { depth, embed } = engine.context;
  const { path, object } = parent;
  const label = `${target} in ${parent.label}`;
  const input = { view, path, label, parent, object, target, site };
  addReading(engine, allUnder(embed({ ...input, language: undefined, depth: depth + 1 }), conditions));
}

/** What a command line says in a language of its own, word by word: `values` of a chart, `objects` of the cluster. */
export function documentOfWords(
  engine: Engine,
  words: readonly ShellToken[],
  language: Language,
  what: string,
): Document {
  const parent = engine.context.document;
  const label = `${what} in ${parent.label}`;
  const document: Document = { ...parent, language, view: joinedView(words), label, parent, target: undefined };
  engine.documents.push(document);
  return document;
}
