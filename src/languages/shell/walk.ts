/** Walks a script the way it runs: branches, loops, functions, pipelines; every command goes to commands.ts. */
import { MAY_MATTER } from '../../data/words.ts';
import { type Branches, behindLeaving, type Condition, NOTHING, within } from '../../model/condition.ts';
import { baseName } from '../../text/path.ts';
import { step } from '../../text/steps.ts';
import type { View } from '../../text/view.ts';
import { armsForDocker, branchesForDocker } from './alternatives.ts';
import { onlyKeepAnswer } from './answers.ts';
import { assignedDefault, assignmentFacts } from './assignments.ts';
import type { NodeOf, ShellList, ShellNode, ShellPart, ShellRedirect, ShellTest, ShellWord } from './ast.ts';
import { answerTo, failureOf, isOneCommand, isSilenced, toleratedIn, waitsForGood } from './chains.ts';
import { readLine, writeFile } from './commands.ts';
import { apart, type Engine, openStatement, type Site, tell } from './engine.ts';
import { armConditions, conditionOf, conditionOfNode, ending } from './guards.ts';
import { blockText, downloadedInstaller, pipedText, printedFile, printedText } from './input.ts';
import { type Known, knownIn, writtenText } from './known.ts';
import { redirectFacts, testedPath } from './paths.ts';
import { behindRedirects } from './redirects.ts';
import { namesNodes, rememberNodeFile } from './sites.ts';
import { onlyPrints } from './speakers.ts';
import { MAX_VALUES, type VariableValue } from './variables.ts';
import { expandUnsplit, expandWords, fieldOf, type Scope, type ShellToken } from './words.ts';

export function walkList(engine: Engine, list: ShellList, site: Site, scope: Scope): void {
  let conditions = site.conditions;
  const tolerated = toleratedIn(list, scope.view);
  for (const [i, node] of list.entries()) {
    const polarity = site.polarity === 'uses' && isAskedFor(list[i + 1], scope.view) ? 'probes' : site.polarity;
    const statement = site.statement ?? openStatement(node, site.enclosing);
    const onFailure = tolerated.has(node) ? 'goes-on' : site.onFailure;
    const here = { ...site, conditions, polarity, statement, onFailure };
    if (engine.budget.depth > 0) {
      engine.budget.depth -= 1;
      walkNode(engine, node, here, scope);
      engine.budget.depth += 1;
    } else engine.budget.spent = true;
    conditions = within(conditions, conditionsAfter(node, knownIn(engine, scope)));
  }
}

/** `if [ $? -ne 0 ]` behind a command asks whether it succeeded; a script that gives up then needs it. */
function isAskedFor(next: ShellNode | undefined, view: View): boolean {
  if (next?.kind !== 'if' || next.branches.some(({ body }) => ending(body) === 'fails')) return false;
  return STATUS.test(view.text.slice(next.start, Math.min(next.end, next.start + 160)));
}

const STATUS = /^if\s+(?:!\s+)?(?:\[\[?|test|\(\()[^;\n]*?\s"?\$\?/;

/** What holds behind a statement that leaves when a condition fails: `command -v docker || exit 0`. */
function conditionsAfter(node: ShellNode, known: Known): readonly Condition[] {
  if (node.kind === 'if') {
    const [first] = node.branches;
    const end = first && node.branches.length === 1 && !node.otherwise ? ending(first.body) : 'continues';
    return first ? behindLeaving(conditionOf(first.condition, known).whenFalse, end) : [];
  }
  if (node.kind === 'chain' && node.parts.length === 2) {
    const [first, second] = node.parts;
    if (!first || !second) return [];
    const condition = conditionOfNode(first, known);
    return behindLeaving(node.operators[0] === '||' ? condition.whenTrue : condition.whenFalse, ending([second]));
  }
  return [];
}

function walkNode(engine: Engine, node: ShellNode, site: Site, scope: Scope): void {
  switch (node.kind) {
    case 'command':
      walkCommand(engine, node, site, scope);
      return;
    case 'pipeline':
      walkPipeline(engine, node, site, scope);
      return;
    case 'chain':
      walkChain(engine, node, site, scope);
      return;
    case 'block': {
      const { folder } = engine;
      walkList(engine, node.body, isAlone(node, site) ? apart(site) : site, scope);
      if (node.subshell) engine.folder = folder;
      return;
    }
    case 'redirected':
      walkRedirected(engine, node, site, scope);
      return;
    case 'if':
      walkIf(engine, node, site, scope);
      return;
    case 'loop':
      walkList(engine, node.condition, waitsForGood(node, scope.view) ? { ...site, onFailure: 'waits' } : site, scope);
      scope.variables.branches([() => walkList(engine, node.body, inner(site), scope)], true);
      return;
    case 'for':
      walkFor(engine, node, site, scope);
      return;
    case 'case':
      walkCase(engine, node, site, scope);
      return;
    case 'test':
      walkTest(engine, node.expression, site, scope);
      return;
    case 'arithmetic':
      for (const script of node.scripts) walkList(engine, script, site, scope);
      return;
    case 'function':
      registerFunction(engine, node, scope);
  }
}

/** True for a block that is no part of a chain or pipeline, as the body of a function: its lines speak for themselves. */
function isAlone(node: NodeOf<'block'>, { statement }: Site): boolean {
  return statement?.node === node;
}

/** The body of a branch or loop: it may be skipped, and its lines speak for themselves. */
function inner(site: Site, more: readonly Condition[] = []): Site {
  return { ...apart(site), conditions: within(site.conditions, more), conditional: true, branched: true };
}

function walkIf(engine: Engine, node: NodeOf<'if'>, site: Site, scope: Scope): void {
  scope.variables.branches(bodiesOf(engine, node, site, scope), node.otherwise === undefined);
}

/** Each branch is walked behind its question, and before that of the next one. */
function* bodiesOf(engine: Engine, node: NodeOf<'if'>, site: Site, scope: Scope): Iterable<() => void> {
  let otherwise: readonly Condition[] = [];
  const requires = node.otherwise !== undefined && ending(node.otherwise) === 'fails' && node.branches.length === 1;
  const chosen = branchesForDocker(node, knownIn(engine, scope));
  const bodies = [...node.branches.map(({ body }) => body), node.otherwise ?? []];
  let keeps: boolean | undefined;
  for (const [index, branch] of node.branches.entries()) {
    if (isNever(branch.condition)) continue;
    const condition = requires ? NOTHING : conditionOf(branch.condition, knownIn(engine, scope));
    const asks = asksWhetherThere(condition);
    if (asks) keeps ??= onlyKeepAnswer(bodies, knownIn(engine, scope));
    const isKept = asks && keeps === true;
    const polarity = site.polarity === 'defines' && !isKept ? 'defines' : 'probes';
    const onFailure = isKept ? 'remembers' : undefined;
    const asked = { ...apart(site), conditions: within(site.conditions, otherwise), polarity, onFailure } as const;
    walkList(engine, branch.condition, asked, scope);
    const here = inner(site, unlessSaid(within(otherwise, condition.whenTrue), chosen.get(index)));
    yield () => walkList(engine, branch.body, here, scope);
    otherwise = within(otherwise, condition.whenFalse);
  }
  const { otherwise: last } = node;
  const here = inner(site, unlessSaid(otherwise, chosen.get(node.branches.length)));
  if (last) yield () => walkList(engine, last, here, scope);
}

/** Whether the test is about Docker itself, and not about what it runs. */
function asksWhetherThere({ whenTrue, whenFalse }: Branches): boolean {
  return [...whenTrue, ...whenFalse].some(({ kind }) => kind === 'presence');
}

/** `if false; then …`: commands that are put aside. */
function isNever([first, ...more]: ShellList): boolean {
  const words = more.length === 0 && first?.kind === 'command' ? first.words : [];
  const [part, ...parts] = words.length === 1 ? (words[0]?.parts ?? []) : [];
  return parts.length === 0 && part?.kind === 'text' && part.value === 'false';
}

/** What the branches do only counts where the condition itself says nothing of the runtime. */
function unlessSaid(conditions: readonly Condition[], chosen: readonly Condition[] = []): readonly Condition[] {
  return conditions.some(({ kind }) => kind !== 'version') ? conditions : within(conditions, chosen);
}

function walkChain(engine: Engine, node: NodeOf<'chain'>, site: Site, scope: Scope): void {
  const known = knownIn(engine, scope);
  let conditions = site.conditions;
  if (site.statement?.node === node)
    site.statement.told.asksFirst = node.operators[0] === '&&' && isOneCommand(node.parts[0]);
  node.parts.forEach((part, i) => {
    const next = node.operators[i];
    const then = next === '||' ? answerTo(node.parts[i + 1], known) : undefined;
    const isKept =
      next !== undefined &&
      asksWhetherThere(conditionOfNode(part, known)) &&
      onlyKeepAnswer([node.parts.slice(i + 1)], known);
    const asks = next && (isSilenced(part, scope.view) || then !== undefined) && site.polarity === 'uses';
    const here: Site = {
      ...site,
      conditions: then?.tool ? within(conditions, [{ kind: 'presence', holds: true, at: then.tool }]) : conditions,
      polarity: asks || isKept ? 'probes' : site.polarity,
      conditional: site.conditional || i > 0,
      branched: site.branched || i > 0,
      onFailure: failureOf(node, i, known) ?? (isKept ? 'remembers' : site.onFailure),
    };
    if (i > 0) scope.variables.branches([() => walkNode(engine, part, here, scope)], true);
    else walkNode(engine, part, here, scope);
    const condition = conditionOfNode(part, known);
    conditions = within(conditions, next === '&&' ? condition.whenTrue : condition.whenFalse);
  });
}

function walkPipeline(engine: Engine, node: NodeOf<'pipeline'>, site: Site, scope: Scope): void {
  let { input, inputFile, installer } = site;
  const programs = node.parts.map((part) => programOfNode(part, knownIn(engine, scope)));
  for (const [index, part] of node.parts.entries()) {
    const before = scope.view.text.slice(node.start, part.start);
    if (part.kind === 'loop' || part.kind === 'redirected') nodesFromRead(engine, part, before, scope);
    const pipedInto = [...programs.slice(index + 1), ...site.pipedInto];
    const fedNodes = /^(?:xargs|parallel)$/.test(programs[index] ?? '') && namesNodes(engine, before);
    walkNode(engine, part, { ...site, input, inputFile, installer, fedNodes, pipedInto }, scope);
    input = pipedText(part, input, scope);
    inputFile = printedFile(part, inputFile, scope);
    installer = downloadedInstaller(part, scope);
  }
}

/** `xargs` for `sudo xargs …`, `while` for a loop. */
function programOfNode(node: ShellNode, known: Known): string {
  if (node.kind === 'redirected') return programOfNode(node.body, known);
  if (node.kind !== 'command') return node.kind === 'loop' ? 'while' : '';
  const [first, second] = node.words.map((word) => baseName(writtenText(word, known)));
  return (first === 'sudo' ? second : first) ?? '';
}

function walkRedirected(engine: Engine, node: NodeOf<'redirected'>, site: Site, scope: Scope): void {
  const written = node.redirects.map(({ start, end }) => scope.view.text.slice(start, end)).join(' ');
  nodesFromRead(engine, node.body, written, scope);
  walkRedirects(engine, node.redirects, site, scope);
  const here = behindRedirects(site, node.redirects, scope);
  const text = here.output && node.body.kind === 'block' ? blockText(node.body, scope) : undefined;
  if (text && here.output) writeFile(engine, text, here.output, here);
  walkNode(engine, node.body, text ? { ...here, output: undefined } : here, scope);
}

function walkFor(engine: Engine, node: NodeOf<'for'>, site: Site, scope: Scope): void {
  for (const word of node.words ?? []) walkWord(engine, word, site, scope);
  if (namesNodes(engine, writtenOf(node.words ?? [], scope))) engine.nodeNames.add(node.name);
  const values = (node.words ?? []).flatMap((word) => expandWords([word], scope).flat().map(valueOfField));
  // A variable holds few values at once: what matters of a long list is read a few at a time, in the outermost loop.
  const told = values.filter(({ fields: [field] }, i) => i < MAX_VALUES || MAY_MATTER.test(field?.text ?? ''));
  const most = site.rounds * MAX_VALUES;
  const here = { ...inner(site), rounds: told.length > MAX_VALUES ? 1 : site.rounds };
  for (let at = 0; at === 0 || at < Math.min(told.length, most); at += MAX_VALUES) {
    scope.variables.set(node.name, told.slice(at, at + MAX_VALUES));
    scope.variables.branches([() => walkList(engine, node.body, here, scope)], true);
  }
  if (told.length > most) engine.budget.spent = true;
}

function valueOfField(field: ShellToken): VariableValue {
  return { fields: [fieldOf(field)] };
}

/** `kubectl get nodes … | while read -r node`: the variables that a loop reads hold what comes before it. */
function nodesFromRead(engine: Engine, node: ShellNode, before: string, scope: Scope): void {
  const loop = node.kind === 'redirected' ? node.body : node;
  if (loop.kind !== 'loop' || !namesNodes(engine, before)) return;
  const [condition] = loop.condition;
  if (condition?.kind !== 'command') return;
  const words = condition.words.map(({ start, end }) => scope.view.text.slice(start, end));
  const read = words.indexOf('read');
  for (const word of read < 0 ? [] : words.slice(read + 1)) if (/^\w+$/.test(word)) engine.nodeNames.add(word);
}

function writtenOf(words: readonly ShellWord[], { view }: Scope): string {
  return words.map(({ start, end }) => view.text.slice(start, end)).join(' ');
}

function walkCase(engine: Engine, node: NodeOf<'case'>, site: Site, scope: Scope): void {
  walkWord(engine, node.subject, site, scope);
  const known = knownIn(engine, scope);
  const arms = armConditions(node, known);
  const chosen = armsForDocker(node, known);
  const bodies = node.arms.map(
    (arm, i) => () => walkList(engine, arm.body, inner(site, unlessSaid(arms[i] ?? [], chosen.get(i))), scope),
  );
  scope.variables.branches(bodies, true);
}

function walkTest(engine: Engine, test: ShellTest, site: Site, scope: Scope): void {
  switch (test.kind) {
    case 'not':
      walkTest(engine, test.operand, site, scope);
      return;
    case 'all':
    case 'any':
      for (const operand of test.operands) walkTest(engine, operand, site, scope);
      return;
    case 'unary':
      walkWord(engine, test.operand, site, scope);
      for (const token of expandUnsplit(test.operand, scope)) testedPath(engine, token, site);
      return;
    case 'binary':
      walkWord(engine, test.left, site, scope);
      walkWord(engine, test.right, site, scope);
  }
}

/**
 * The steps of a word that a variable or a function brings. A written word takes room in the file; a long list in a variable can be
 * named on thousands of lines, and each of its words is kept with each.
 */
const BROUGHT_WORD = 25;

function walkCommand(engine: Engine, node: NodeOf<'command'>, site: Site, scope: Scope): void {
  engine.budget.commands -= 1;
  if (engine.budget.commands < 0 || !step()) {
    engine.budget.spent = true;
    return;
  }
  for (const word of node.words) walkWord(engine, word, site, scope);
  for (const assignment of [...node.assignments, ...node.declared]) {
    tell(site, { variable: assignment.name });
    for (const word of [...(assignment.value ? [assignment.value] : []), ...(assignment.elements ?? [])]) {
      walkWord(engine, word, site, scope);
    }
  }
  assignmentFacts(engine, node, site, scope);
  const lines = expandWords(node.words, scope);
  step(BROUGHT_WORD * lines.reduce((sum, line) => sum + Math.max(0, line.length - node.words.length), 0));
  const touches = node.redirects.length > 0 && lines.some(printsEmptyObject);
  walkRedirects(engine, node.redirects, site, scope, touches);
  if (node.words.length === 0) return;
  rememberNodes(engine, node, site, scope);
  rememberRead(engine, node, scope);
  const fedNodes = site.fedNodes || node.redirects.some((one) => isFromNodes(engine, one, scope));
  const here = { ...behindRedirects(site, node.redirects, scope), fedNodes };
  for (const line of lines) readLine(engine, line, here, scope);
}

/** `kubectl get nodes -o name | sort > hosts` */
function rememberNodes(engine: Engine, node: NodeOf<'command'>, { statement }: Site, { view }: Scope): void {
  for (const redirect of node.redirects) {
    if (redirect.kind !== 'file' || !redirect.target || !/^(?:>|>>|>\|)$/.test(redirect.operator)) continue;
    const from = Math.min(node.start, statement?.node?.start ?? node.start);
    if (!namesNodes(engine, view.text.slice(from, redirect.start))) continue;
    rememberNodeFile(engine, view.text.slice(redirect.target.start, redirect.target.end));
  }
}

/** `mapfile -t workers < <(kubectl get nodes -o name)`, `read -r -a workers <<< "$(…)"` */
function rememberRead(engine: Engine, { words, redirects }: NodeOf<'command'>, { view }: Scope): void {
  const [program, ...given] = words.map(({ start, end }) => view.text.slice(start, Math.min(end, start + 80)));
  if (!/^(?:mapfile|readarray|read)$/.test(program ?? '')) return;
  const sources = redirects.filter(({ kind }) => kind !== 'here-document');
  if (!sources.some(({ start, end }) => namesNodes(engine, view.text.slice(start, end)))) return;
  for (const word of given) if (/^[A-Za-z_]\w*$/.test(word)) engine.nodeNames.add(word);
}

/** `xargs -I{} ssh {} uptime < hosts` */
function isFromNodes(engine: Engine, redirect: ShellRedirect, { view }: Scope): boolean {
  return (
    redirect.kind === 'file' &&
    redirect.operator === '<' &&
    namesNodes(engine, view.text.slice(redirect.start, redirect.end))
  );
}

/** `echo '{}' > daemon.json` */
function printsEmptyObject(line: readonly ShellToken[]): boolean {
  return /^\s*\{\s{0,40}\}\s*$/.test(printedText(line)?.text.slice(0, 60) ?? '');
}

function walkRedirects(
  engine: Engine,
  redirects: readonly ShellRedirect[],
  site: Site,
  scope: Scope,
  touches = false,
): void {
  for (const redirect of redirects) {
    if (redirect.kind === 'here-document') walkWord(engine, redirect.body, site, scope);
    else if (redirect.target) {
      walkWord(engine, redirect.target, site, scope);
      for (const file of expandUnsplit(redirect.target, scope)) tell(site, { redirect: file });
      if (redirect.kind === 'file')
        redirectFacts(engine, { operator: redirect.operator, target: redirect.target, touches }, site, scope);
    }
  }
}

/** The scripts in a word: `$( )`, backticks, process substitutions, also inside `${x:-$( )}`. */
function walkWord(engine: Engine, word: ShellWord, site: Site, scope: Scope): void {
  for (const part of word.parts)
    walkPart(
      engine,
      part,
      { ...site, output: undefined, input: undefined, inputFile: undefined, pipedInto: [], hidesErrors: false },
      scope,
    );
}

function walkPart(engine: Engine, part: ShellPart, site: Site, scope: Scope): void {
  switch (part.kind) {
    case 'text':
      return;
    case 'script':
      walkList(engine, part.body, site, scope);
      return;
    case 'arithmetic':
      for (const script of part.scripts) walkList(engine, script, site, scope);
      return;
    case 'variable': {
      const { operation } = part;
      tell(site, { variable: part.name });
      if (operation.kind === 'default' || operation.kind === 'alternate') walkWord(engine, operation.word, site, scope);
      if (operation.kind === 'default' && operation.assigns) assignedDefault(engine, part, operation.word, site, scope);
      if (operation.kind === 'other') for (const word of operation.words) walkWord(engine, word, site, scope);
    }
  }
}

export function registerFunction(engine: Engine, node: NodeOf<'function'>, { view, nested }: Scope): void {
  const before = engine.functions.get(node.name);
  if (before?.node !== node)
    engine.functions.set(node.name, { node, view, nested, speaks: onlyPrints(node), read: new Set() });
}
