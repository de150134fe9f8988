/** Makefiles: recipes are shell, after make has filled in its variables. */
import { flagCarrier, namesGoneFlags } from '../data/flag-carriers.ts';
import { fileTarget } from '../model/link.ts';
import type { Reading } from '../model/project.ts';
import { maskView } from '../text/mask.ts';
import { HOLE, type View, type ViewBuilder, viewBuilder } from '../text/view.ts';
import { makeStretches } from './conditions/make.ts';
import { underStretches } from './conditions/stretches.ts';
import { cutToken, readFlags, splitWords } from './flags.ts';
import { createDocument, type Embed, type Input } from './front-end.ts';
import { scriptFacts } from './shell/shell.ts';
import { listsNodes } from './shell/sites.ts';
import { flagFact, type ReadingBuilder, readingBuilder, token } from './text/facts.ts';
import { type Line, linesOf, trimRange } from './text/lines.ts';

const MAX_DEPTH = 10;
const MAX_LENGTH = 4096;

type Variables = Map<string, string>;

export function readMakefile(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'makefile');
  const builder = readingBuilder(document);
  const { recipes, variables, includes, flags } = scanMakefile(view.text);
  const nodeNames = rememberNodes(variables);
  // What is told where it is written is not told again where a recipe uses it.
  for (const { name } of flags) variables.delete(name);
  for (const path of includes) builder.link({ from: document, kind: 'sources', to: fileTarget(path) });
  for (const recipe of recipes) {
    const site = { kind: 'make-target', name: recipe.name } as const;
    const written = view.text.slice(recipe.lines[0]?.start, recipe.lines.at(-1)?.end);
    const named = new Set([...nodeNames, ...loopsOver(nodeNames, written)]);
    const script = recipeView(view, recipe.lines, variables);
    builder.add(scriptFacts(script, { document, depth: input.depth, embed, site, nodeNames: named }));
  }
  const users = usersOf(recipes, view);
  for (const list of flags) {
    const user = users.get(list.name);
    if (user !== undefined) carried(builder, view, list, user);
  }
  return underStretches(builder.build(), input.path, makeStretches(view));
}

/** A line that gives flags to a variable of such a name: `KUBELET_FLAGS += --network-plugin=cni`. */
interface FlagList {
  readonly name: string;
  readonly program: string;
  readonly start: number;
  end: number;
}

/** The program whose flags a variable of make holds, where it is one that makes its machine a node. */
function carrierOf(name: string): string | undefined {
  const program = flagCarrier(name);
  return program && /^(?:kubelet|k3s|rke2)$/.test(program) && !namesGoneFlags(name) ? program : undefined;
}

/** The first recipe that uses a variable, by the name of the variable. */
function usersOf(recipes: readonly { readonly name: string; readonly lines: readonly Line[] }[], view: View) {
  const users = new Map<string, string>();
  for (const { name, lines } of recipes) {
    const written = view.text.slice(lines[0]?.start, lines.at(-1)?.end);
    for (const [, used = ''] of written.matchAll(/\$[({]([\w.-]{1,80})[)}]/g))
      if (!users.has(used)) users.set(used, name);
  }
  return users;
}

/** The flags are for the machine on which the recipe runs that hands them on. */
function carried(
  { document, fact }: ReadingBuilder,
  view: View,
  { program, start, end }: FlagList,
  recipe: string,
): void {
  const site = { kind: 'make-target', name: recipe } as const;
  const flags = readFlags(program, splitWords(token(view, start, end), cutToken), cutToken);
  fact(...flags.map((flag) => flagFact(document, flag, 'environment', { site })));
}

/** `NODES := $(shell kubectl get nodes …)`: names of nodes, under the same name for the shell. */
function rememberNodes(variables: Variables): ReadonlySet<string> {
  const names = [...variables].flatMap(([name, value]) => (CALLS_SHELL.test(value) && listsNodes(value) ? [name] : []));
  for (const name of names) variables.set(name, `$$$$${name}`);
  return new Set(names);
}

/** `$(foreach node,$(NODES),…)`: what the recipe calls each of them. */
function loopsOver(nodes: ReadonlySet<string>, recipe: string): readonly string[] {
  if (nodes.size === 0) return [];
  return [...recipe.matchAll(/\$[({]foreach\s{1,20}(\w{1,60})\s{0,20},\s{0,20}\$[({]([\w.-]{1,60})[)}]/g)].flatMap(
    ([, name = '', list = '']) => (nodes.has(list) ? [name] : []),
  );
}

const CALLS_SHELL = /^\$[({]shell\s/;

function scanMakefile(text: string) {
  const variables: Variables = new Map();
  const recipes: { readonly name: string; readonly lines: Line[] }[] = [];
  const includes: string[] = [];
  const flags: FlagList[] = [];
  let carrying: FlagList | undefined;
  let recipe: Line[] | undefined;
  let continued = false;
  let definition: { readonly name: string; text: string } | undefined;
  for (const line of linesOf(text)) {
    const goesOn = line.end > line.start && text[line.end - 1] === '\\';
    if (recipe && (text[line.start] === '\t' || (continued && recipe.length > 0))) {
      recipe.push({ start: text[line.start] === '\t' ? line.start + 1 : line.start, end: line.end });
      continued = goesOn;
      continue;
    }
    const wasContinued = continued;
    continued = goesOn;
    if (carrying && wasContinued) carrying.end = line.end;
    else carrying = undefined;
    if (definition) {
      const written = text.slice(line.start, Math.min(line.end, line.start + MAX_LENGTH));
      if (/^\s*endef\b/.test(written)) {
        variables.set(definition.name, definition.text);
        definition = undefined;
      } else if (definition.text.length < MAX_LENGTH) definition.text += `${written.replace(/^\t[@+-]?/, '')}\n`;
      continue;
    }
    const { start, end } = trimRange(text, line.start, line.end);
    if (start === end || text[start] === '#' || text[start] === '$' || wasContinued) continue;
    const head = text.slice(start, Math.min(end, start + MAX_LENGTH));
    const defined = /^(?:override\s+)?define\s+([\w.-]+)/.exec(head)?.[1];
    if (defined !== undefined) {
      definition = { name: defined, text: '' };
      recipe = undefined;
      continue;
    }
    const assignment = /^(?:export\s+|override\s+)*([\w.-]+)\s*(::?:?=|\?=|\+=|=)([\s\S]*)$/.exec(head);
    if (assignment) {
      const [, name = '', sign = '', value = ''] = assignment;
      if (!goesOn) variables.set(name, valueAfter(variables.get(name), sign, value.trimStart()));
      const program = carrierOf(name);
      carrying = program === undefined ? undefined : { name, program, start: start + head.length - value.length, end };
      if (carrying) flags.push(carrying);
      recipe = undefined;
    } else if (/^-?s?include\s/.test(head)) includes.push(...head.split(/\s+/).slice(1));
    else if (/^(?:if|ifeq|ifneq|ifdef|ifndef|else|endif|endef|export|unexport|vpath)\b/.test(head)) continue;
    else if (head.includes(':')) {
      recipe = [];
      recipes.push({ name: head.slice(0, head.indexOf(':')).trim(), lines: recipe });
      const inline = inlineRecipe(text, start, end);
      if (inline) recipe.push(inline);
    }
  }
  return { recipes: recipes.filter(({ lines }) => lines.length > 0), variables, includes, flags };
}

/** `+=` puts it behind what the variable holds. */
function valueAfter(before: string | undefined, sign: string, value: string): string {
  if (sign !== '+=' || before === undefined) return value;
  return before.length > MAX_LENGTH ? before : `${before} ${value}`;
}

/** `target: prerequisites ; command` */
function inlineRecipe(text: string, start: number, end: number): Line | undefined {
  const semicolon = text.indexOf(';', start);
  return semicolon >= 0 && semicolon < end ? { start: semicolon + 1, end } : undefined;
}

/** The lines of a recipe as a shell gets them: no `@-+` in front, `$$` as `$`, make's variables filled in. */
function recipeView(view: View, lines: readonly Line[], variables: Variables): View {
  const builder = viewBuilder(view);
  let begins = true;
  for (const line of lines) {
    let from = line.start;
    while (begins && from < line.end && '@-+ \t'.includes(view.text[from] ?? '')) from++;
    builder.copy(from, line.end);
    builder.copy(line.end, Math.min(line.end + 1, view.text.length));
    begins = view.text[line.end - 1] !== '\\';
  }
  const recipe = builder.build((text) => (text.includes('\n') ? null : text));
  const expanded = viewBuilder(recipe);
  copyExpanded(recipe.text, expanded, { start: 0, end: recipe.text.length }, variables, 0);
  return expanded.build((text) => text.replaceAll('$', '$$$$'));
}

function copyExpanded(text: string, builder: ViewBuilder, range: Line, known: Variables, depth: number): void {
  let start = range.start;
  for (let at = text.indexOf('$', start); at >= 0 && at < range.end; at = text.indexOf('$', start)) {
    builder.copy(start, at);
    const reference = readReference(text, at, range.end);
    const call = depth < MAX_DEPTH ? callAt(text, at, reference) : undefined;
    if (reference.name === '$') builder.put('$', at, reference.end);
    else if (call?.kind === 'foreach' && call.parts[2]) copyExpanded(text, builder, call.parts[2], known, depth + 1);
    else if (call?.kind === 'call' && isDefined(text, call, known)) copyCalled(text, builder, call, known, depth + 1);
    else builder.put(variableValue(reference.name, known) ?? HOLE.repeat(reference.end - at), at, reference.end);
    start = reference.end;
  }
  if (start < range.end) builder.copy(start, range.end);
}

/** A function of make that a recipe calls, with what stands between its commas. */
interface Call {
  readonly kind: 'foreach' | 'call';
  readonly parts: readonly Line[];
  readonly range: Line;
}

const CALL = /^(foreach|call)\s+/;

/** `$(foreach name,list,text)`, `$(call name,argument,…)` */
function callAt(text: string, at: number, { name, end }: { name: string; end: number }): Call | undefined {
  const [head, kind] = CALL.exec(name) ?? [];
  if (head === undefined) return undefined;
  const most = kind === 'foreach' ? 3 : 10;
  const parts: { start: number; end: number }[] = [];
  let depth = 0;
  let start = at + 2 + head.length;
  for (let i = start; i < end - 1; i++) {
    if (text[i] === '(' || text[i] === '{') depth++;
    else if (text[i] === ')' || text[i] === '}') depth--;
    else if (text[i] === ',' && depth === 0 && parts.length < most - 1) {
      parts.push({ start, end: i });
      start = i + 1;
    }
  }
  parts.push({ start, end: end - 1 });
  return { kind: kind === 'foreach' ? 'foreach' : 'call', parts, range: { start: at, end } };
}

function nameOf(text: string, { parts: [name] }: Call): string {
  return name ? text.slice(name.start, name.end).trim() : '';
}

function isDefined(text: string, call: Call, known: Variables): boolean {
  return known.has(nameOf(text, call));
}

/** What the function is defined as, with the arguments in it, each at its own place. */
function copyCalled(text: string, builder: ViewBuilder, call: Call, known: Variables, depth: number): void {
  const body = known.get(nameOf(text, call)) ?? '';
  const { start, end } = call.range;
  let from = 0;
  for (let at = body.indexOf('$'); at >= 0; at = body.indexOf('$', from)) {
    builder.put(body.slice(from, at), start, end);
    const { name, end: behind } = readReference(body, at, body.length);
    const argument = /^\d$/.test(name) ? call.parts[Number(name)] : undefined;
    if (argument) copyExpanded(text, builder, argument, known, depth);
    else if (!/^\d$/.test(name))
      builder.put(name === '$' ? '$' : (variableValue(name, known) ?? HOLE.repeat(behind - at)), start, end);
    from = behind;
    if (builder.length > MAX_EXPANDED) return;
  }
  builder.put(body.slice(from).replace(/\n$/, ''), start, end);
}

/** Functions that call functions grow without an end. */
const MAX_EXPANDED = 1_000_000;

function readReference(text: string, at: number, limit: number): { name: string; end: number } {
  const open = text[at + 1];
  if (open !== '(' && open !== '{') return { name: open ?? '', end: Math.min(at + 2, limit) };
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  const last = Math.min(limit, at + MAX_LENGTH);
  for (let i = at + 1; i < last; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return { name: text.slice(at + 2, i), end: i + 1 };
  }
  return { name: '', end: last };
}

function variableValue(name: string, variables: Variables, depth = 0): string | undefined {
  const raw = variables.get(name);
  if (raw === undefined || depth > MAX_DEPTH) return undefined;
  let out = '';
  let from = 0;
  for (let at = raw.indexOf('$'); at >= 0; at = raw.indexOf('$', from)) {
    const reference = readReference(raw, at, raw.length);
    const value = reference.name === '$' ? '$' : (variableValue(reference.name, variables, depth + 1) ?? HOLE);
    out += raw.slice(from, at) + value;
    from = reference.end;
    if (out.length > MAX_LENGTH) return undefined;
  }
  return out + raw.slice(from);
}
