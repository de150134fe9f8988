/** Makefiles: recipes are shell, after make has filled in its variables. */
import type { Reading } from '../project.ts';
import { maskView } from '../text/mask.ts';
import { HOLE, type View, viewBuilder } from '../text/view.ts';
import { createDocument, type Embed, type Input } from './front-end.ts';
import { scriptFacts } from './shell.ts';
import { readingBuilder } from './text-facts.ts';
import { type Line, linesOf, trimRange } from './text-lines.ts';

const MAX_DEPTH = 10;
const MAX_LENGTH = 4096;

type Variables = Map<string, string>;

export function readMakefile(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'makefile');
  const builder = readingBuilder(document);
  const { recipes, variables, includes } = scanMakefile(view.text);
  for (const to of includes) builder.link({ from: document, kind: 'sources', to });
  for (const recipe of recipes) {
    builder.add(scriptFacts(recipeView(view, recipe, variables), { document, depth: input.depth, embed }));
  }
  return builder.build();
}

function scanMakefile(text: string) {
  const variables: Variables = new Map();
  const recipes: Line[][] = [];
  const includes: string[] = [];
  let recipe: Line[] | undefined;
  let continued = false;
  for (const line of linesOf(text)) {
    const goesOn = line.end > line.start && text[line.end - 1] === '\\';
    if (recipe && (text[line.start] === '\t' || (continued && recipe.length > 0))) {
      recipe.push({ start: text[line.start] === '\t' ? line.start + 1 : line.start, end: line.end });
      continued = goesOn;
      continue;
    }
    const wasContinued = continued;
    continued = goesOn;
    const { start, end } = trimRange(text, line.start, line.end);
    if (start === end || text[start] === '#' || wasContinued) continue;
    const head = text.slice(start, Math.min(end, start + MAX_LENGTH));
    const assignment = /^(?:export\s+|override\s+)*([\w.-]+)\s*(?:::?:?=|\?=|=)\s*(.*)$/.exec(head);
    if (assignment) {
      if (!goesOn) variables.set(assignment[1] ?? '', assignment[2] ?? '');
      recipe = undefined;
    } else if (/^-?s?include\s/.test(head)) includes.push(...head.split(/\s+/).slice(1));
    else if (/^(?:if|ifeq|ifneq|ifdef|ifndef|else|endif|define|endef|export|unexport|vpath)\b/.test(head)) continue;
    else if (head.includes(':')) {
      recipe = [];
      recipes.push(recipe);
      const inline = inlineRecipe(text, start, end);
      if (inline) recipe.push(inline);
    }
  }
  return { recipes: recipes.filter((lines) => lines.length > 0), variables, includes };
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
    copyExpanded(view, builder, from, line.end, variables);
    builder.copy(line.end, Math.min(line.end + 1, view.text.length));
    begins = view.text[line.end - 1] !== '\\';
  }
  return builder.build((text) => (text.includes('\n') ? null : text.replaceAll('$', '$$$$')));
}

function copyExpanded(
  view: View,
  builder: ReturnType<typeof viewBuilder>,
  from: number,
  end: number,
  known: Variables,
) {
  const { text } = view;
  let start = from;
  for (let at = text.indexOf('$', from); at >= 0 && at < end; at = text.indexOf('$', start)) {
    builder.copy(start, at);
    const reference = readReference(text, at, end);
    if (reference.name === '$') builder.put('$', at, reference.end);
    else builder.put(variableValue(reference.name, known) ?? HOLE.repeat(reference.end - at), at, reference.end);
    start = reference.end;
  }
  if (start < end) builder.copy(start, end);
}

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
