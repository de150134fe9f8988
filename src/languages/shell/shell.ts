/** The shell front-end: scripts, and the command lines that other languages carry as lists of words. */
import { MAY_MATTER } from '../../data/words.ts';
import { type Condition, within } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import type { CommandFact, Fact } from '../../model/fact.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Note } from '../../model/note.ts';
import type { Reading } from '../../model/project.ts';
import { numberCommands } from '../../model/same-command.ts';
import { maskView } from '../../text/mask.ts';
import { spanOf } from '../../text/placed.ts';
import { positionAt, spanKey } from '../../text/source.ts';
import { hasHole, type View } from '../../text/view.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import type { ShellList } from './ast.ts';
import { branchesApart } from './branches.ts';
import { readLine } from './commands.ts';
import { underDefinitions } from './definitions.ts';
import { apart, type CommandContext, type Engine, type FunctionBody, openStatement, type Site } from './engine.ts';
import { START } from './folders.ts';
import { lookedForVariables } from './looked-for.ts';
import { argumentBindings, createPrinter } from './outputs.ts';
import { parseShell } from './parser.ts';
import { scriptText } from './script-text.ts';
import { createVariables, type Variables } from './variables.ts';
import { registerFunction, walkList } from './walk.ts';
import { fieldOf, type Scope, type ShellToken, withCertainty } from './words.ts';

export type { CommandContext } from './engine.ts';

const MAX_COMMANDS = 400_000;
const MAX_CALLS = 5_000;
/** How often the body of a loop over a long list is read. */
const MAX_ROUNDS = 32;
/** Syntax inside syntax, through the functions that are called. */
const MAX_WALK_DEPTH = 600;
/** Functions are read once for each list of arguments; together that may take this many commands. */
const MAX_REPEATED_COMMANDS = 60_000;

export function readShell(input: Input, embed: Embed): Reading {
  const document = createDocument(input, 'shell');
  const { pod, container, depth, sourced } = input;
  const reading = scriptFacts(input.view, { document, pod, container, depth, embed, sourced });
  return { ...reading, documents: [document, ...reading.documents] };
}

/**
 * The facts of one command given as words (an exec form, a container's command and args, an ExecStart line): wrappers
 * are taken off and `sh -c` scripts are read. All facts belong to `context.document`; other documents come from
 * here-documents and written files only.
 */
export function commandFacts(words: readonly Token[], context: CommandContext): Reading {
  const engine = createEngine(context);
  const [first] = words;
  if (!first) return readingOf(engine);
  const scope = { view: first.view, variables: engine.variables, nested: true };
  readLine(
    engine,
    words.map(withCertainty),
    { ...startingSite(context), statement: openStatement(undefined, undefined) },
    scope,
  );
  return readingOf(engine);
}

/** The facts of a command that a resource stands for, and no line writes out: what is no word of the file stands at `at`. */
export function commandAt(at: Token, words: readonly (string | Token)[], context: CommandContext): Reading {
  const tokens = words.map((word) => (typeof word === 'string' ? { ...at, text: word } : word));
  return commandFacts(tokens, context);
}

/** The facts of a script text that is a part of `context.document` (a RUN line, a `script:` list). */
export function scriptFacts(view: View, context: CommandContext): Reading {
  const engine = createEngine(context);
  if (view.text.length > LIMITS.documentCharacters) {
    engine.notes.push(noteAt(context, view, 0, 'too-large', 'the script is larger than 2 MiB; it was not read', 'not'));
    return readingOf(engine);
  }
  engine.readScript(maskView(branchesApart(scriptText(view))), startingSite(context), engine.variables);
  readUncalled(engine);
  const unread = unreadNote(engine);
  if (unread) engine.notes.push(unread);
  if (engine.budget.spent) {
    const message = 'the script is too long or its functions call each other too deep; a part of it was not read';
    engine.notes.push(noteAt(context, view, 0, 'budget', message, 'partly'));
  }
  return readingOf(engine);
}

/** Names the line from which on calls were passed over. */
function unreadNote({ context, unread }: Engine): Note | undefined {
  if (unread.length === 0) return undefined;
  const first = unread.find((token) => token !== undefined);
  const span = first?.view.root(first.start, first.end).span;
  const from = span ? ` from line ${positionAt(span.source, span.start).line} on` : '';
  const message = `the functions of the script are called too often: the arguments of ${unread.length} calls${from} were not read`;
  return { code: 'budget', message, path: context.document.path, span, coverage: 'partly' };
}

function startingSite(context: CommandContext): Site {
  return {
    conditions: context.conditions ?? [],
    polarity: 'uses',
    conditional: false,
    branched: false,
    wrappers: [],
    site: context.site,
    statement: undefined,
    enclosing: undefined,
    pipedInto: [],
    onFailure: undefined,
    hidesErrors: false,
    output: undefined,
    input: undefined,
    inputFile: undefined,
    installer: undefined,
    fedNodes: false,
    rounds: MAX_ROUNDS,
    guessed: false,
    level: 0,
  };
}

function createEngine(context: CommandContext): Engine {
  const engine: Engine = {
    context,
    printed: (body, scope) => printer(body, scope),
    facts: [],
    links: [],
    notes: [],
    documents: [],
    functions: new Map(),
    open: new Set(),
    folder: START,
    body: undefined,
    assigned: new Map(),
    definitions: [],
    lookedFor: new Set(),
    aliases: new Map(),
    exported: new Set(),
    nodeNames: new Set(context.nodeNames),
    nodeFiles: new Set(),
    unread: [],
    innerScripts: new Map(),
    budget: {
      commands: MAX_COMMANDS,
      calls: MAX_CALLS,
      repeated: MAX_REPEATED_COMMANDS,
      depth: MAX_WALK_DEPTH,
      spent: false,
    },
    variables: createVariables(),
    readScript: (view, site, variables) => readScript(engine, view, site, variables),
    readWords: (words, site, scope) => {
      if (words.length > 0) readLine(engine, words, site, scope);
    },
    callFunction: (name, args, site, scope) => callFunction(engine, name, args, site, scope),
  };
  const printer = createPrinter(engine);
  for (const [name, text] of context.sourced ?? []) engine.variables.set(name, [{ fields: [{ text, at: undefined }] }]);
  for (const [name, value] of context.variables ?? []) {
    engine.variables.set(name, [{ fields: [fieldOf(value)] }]);
  }
  return engine;
}

function readScript(engine: Engine, view: View, site: Site, variables: Variables): void {
  const script = parseShell(view.text);
  const [error] = script.errors;
  if (error && !(site.level > 0 && hasHole(view.text))) {
    const message = `the shell script is not understood completely here: ${error.message}`;
    engine.notes.push(noteAt(engine.context, view, error.start, 'syntax', message, 'partly'));
  }
  const scope: Scope = { view, variables, nested: site.level > 0, printed: engine.printed };
  for (const name of lookedForVariables(view.text, script.body)) engine.lookedFor.add(name);
  hoist(engine, script.body, scope);
  for (const [, names] of view.text.matchAll(/\bexport[ \t]+([A-Za-z_][\w \t]*)/g)) {
    for (const name of (names ?? '').split(/[ \t]+/)) engine.exported.add(name);
  }
  const { folder } = engine;
  walkList(engine, script.body, site, scope);
  engine.folder = folder;
}

/** Makes functions known before the commands that call them. */
function hoist(engine: Engine, list: ShellList, scope: Scope): void {
  for (const node of list) {
    if (node.kind === 'function') {
      registerFunction(engine, node, scope);
      hoist(engine, node.body, scope);
    } else if (node.kind === 'block') hoist(engine, node.body, scope);
    else if (node.kind === 'if') {
      for (const branch of node.branches) hoist(engine, branch.body, scope);
      hoist(engine, node.otherwise ?? [], scope);
    }
  }
}

/** Reads the body where the function is called, with what is known there; once for every list of arguments. */
function callFunction(engine: Engine, name: string, args: readonly ShellToken[], site: Site, scope: Scope): void {
  const called = engine.functions.get(name);
  const words = usesArguments(called) ? args.map((arg) => arg.text).join('\0') : '';
  const key = site.input ? `${words}\0< ${placeOf(site.input)}` : words;
  if (!called || called.read.has(key)) return;
  if (called.read.size >= FEW_READS && !args.some(({ text }) => MAY_MATTER.test(text))) return;
  if (engine.budget.calls <= 0 || engine.budget.repeated <= 0) {
    engine.unread.push(args[0]);
    return;
  }
  called.read.add(key);
  engine.budget.calls -= 1;
  const before = engine.budget.commands;
  const inside: Site = {
    ...apart(site),
    enclosing: undefined,
    branched: false,
    output: undefined,
  };
  const recurses = engine.open.has(called);
  engine.open.add(called);
  const outer = engine.body;
  engine.body = called;
  scope.variables.within(argumentBindings(args), () => {
    walkList(engine, called.node.body, inside, {
      view: called.view,
      variables: scope.variables,
      nested: called.nested,
      printed: engine.printed,
      input: site.input,
    });
  });
  engine.body = outer;
  if (!recurses) engine.open.delete(called);
  engine.budget.repeated -= before - engine.budget.commands;
}

function placeOf(view: View): string {
  return spanKey(view.root(0, view.text.length).span);
}

/** A function that was read this often is read again only for arguments in which something can be found. */
const FEW_READS = 8;

function usesArguments(called: FunctionBody | undefined): boolean {
  return called !== undefined && /\$[{]?[#!]?[1-9@*]/.test(called.view.text.slice(called.node.start, called.node.end));
}

/** Functions that nothing here calls: others may source the file, or the script calls them by `"$@"`. */
function readUncalled(engine: Engine): void {
  for (const [name, body] of engine.functions) {
    const { node, view, nested, read } = body;
    if (read.size > 0) continue;
    read.add(name);
    engine.body = body;
    const dispatches = /^[ \t]*"?\$[{]?[@1*]/m.test(view.text.slice(-400));
    const start = startingSite(engine.context);
    const site: Site = {
      ...start,
      conditions: within(start.conditions, branchNamed(engine, name, body)),
      polarity: dispatches ? 'uses' : 'defines',
      conditional: true,
    };
    engine.variables.within(new Map(), () => {
      walkList(engine, node.body, site, { view, variables: engine.variables, nested, printed: engine.printed });
    });
  }
  engine.body = undefined;
}

/** `pull_docker` beside `pull_containerd`: one of both is called by the name of the runtime, `"pull_$runtime"`. */
function branchNamed({ functions }: Engine, name: string, { node, view }: FunctionBody): readonly Condition[] {
  if (!/docker/i.test(name)) return [];
  const others = ['containerd', 'crio', 'cri', 'crictl', 'nerdctl', 'podman'];
  if (!others.some((other) => functions.has(name.replace(/docker/i, other)))) return [];
  return [{ kind: 'runtime', holds: true, at: { text: name, view, start: node.start, end: node.start + name.length } }];
}

function noteAt(
  { document }: CommandContext,
  view: View,
  at: number,
  code: Note['code'],
  message: string,
  coverage: Note['coverage'],
): Note {
  return { code, message, path: document.path, span: view.root(at, at).span, coverage };
}

function readingOf(engine: Engine): Reading {
  return {
    documents: engine.documents,
    facts: underDefinitions(distinctFacts(engine.facts), engine.definitions),
    links: engine.links,
    notes: engine.notes,
  };
}

/** A function that is read more than once, or a variable with several values, gives some facts twice. */
function distinctFacts(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  const numberOf = numberCommands();
  const kept: Fact[] = [];
  for (const fact of facts) {
    const span = spanOf(fact.at);
    const key = `${fact.kind} ${span.source.path} ${span.start} ${span.end} ${identity(fact, numberOf)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(fact);
  }
  return kept;
}

function identity(fact: Fact, numberOf: (command: CommandFact) => number): string {
  switch (fact.kind) {
    case 'command':
      return `${numberOf(fact)}`;
    case 'flag':
      return `${fact.program} ${fact.name}`;
    case 'env':
      return `${fact.name} ${fact.value?.text}`;
    case 'path':
      return `${fact.use} ${fact.path} ${fact.command ? numberOf(fact.command) : ''}`;
    case 'package':
      return `${fact.action} ${fact.name}`;
    case 'image':
      return fact.ref;
    case 'setting':
      return `${fact.path.join('.')} ${fact.value.text}`;
  }
}
