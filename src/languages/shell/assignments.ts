/** Assignments: what variables hold from here on, and the environment and flags that they carry. */
import { namesGoneFlags } from '../../data/flag-carriers.ts';
import { branchesOf, type Condition, within } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import type { EnvFact, Wrapper } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import { viewOf } from '../../text/placed.ts';
import type { View } from '../../text/view.ts';
import { isOtherRuntimeName } from '../conditions/words.ts';
import type { NodeOf, ShellAssignment, ShellWord } from './ast.ts';
import { definitionOf } from './definitions.ts';
import { type Engine, embedText, type Site } from './engine.ts';
import { carriedFlags, splitToken, sub } from './flags.ts';
import { textPaths } from './paths.ts';
import { looksLikeCommand } from './programs.ts';
import { namesNodes } from './sites.ts';
import { type Field, MAX_FIELDS, type Variables, type VariableValue } from './variables.ts';
import { expandUnsplit, expandWords, fieldOf, type Scope, type ShellToken, withCertainty } from './words.ts';

export function assignmentFacts(engine: Engine, node: NodeOf<'command'>, site: Site, scope: Scope): void {
  const keeps = node.words.length === 0;
  for (const assignment of node.assignments) {
    const exported = !keeps || engine.exported.has(assignment.name);
    readAssignment(engine, assignment, exported, keeps, site, scope);
  }
  if (node.declared.length === 0) return;
  const options = node.words.slice(0, 3).map((word) => scope.view.text.slice(word.start, word.end));
  const exports = options[0] === 'export' || options.some((option) => /^-\w*x/.test(option));
  for (const assignment of node.declared) {
    readAssignment(engine, assignment, exports || engine.exported.has(assignment.name), true, site, scope);
  }
}

/** `: "${CLI:=docker}"`: the default becomes the value, where the variable has none. */
export function assignedDefault(
  engine: Engine,
  { name, start, end }: Pick<ShellAssignment, 'name' | 'start' | 'end'>,
  value: ShellWord,
  site: Site,
  scope: Scope,
): void {
  const nameStart = scope.view.text.indexOf(name, start);
  const assignment = { name, start, end, nameStart, nameEnd: nameStart + name.length, value };
  const branched = site.branched || scope.variables.get(name).length > 0;
  const whole = { ...assignment, append: false, index: undefined, elements: undefined };
  const read = () => readAssignment(engine, whole, engine.exported.has(name), true, { ...site, branched }, scope);
  scope.variables.branches([read], true);
}

function readAssignment(
  engine: Engine,
  assignment: ShellAssignment,
  exported: boolean,
  keeps: boolean,
  site: Site,
  scope: Scope,
): void {
  const { name, value, elements, append } = assignment;
  const tokens = value ? expandUnsplit(value, scope) : [];
  if (namesNodes(engine, scope.view.text.slice(assignment.start, assignment.end))) engine.nodeNames.add(name);
  if (isWhole(assignment, scope)) replaceEarlier(engine, name, site);
  for (const word of elements ?? (value ? [value] : [])) {
    const conditions = elements ? within(site.conditions, ofRuntime(word, elements, scope)) : site.conditions;
    const definition = definitionOf(word, scope.view, { name, inside: engine.body?.node, conditions });
    if (definition) engine.definitions.push(definition);
  }
  const values: VariableValue[] = elements
    ? [{ fields: elements.flatMap((word) => expandWords([word], scope)[0] ?? []).map(elementOf) }]
    : tokens.map((token) => ({ fields: [fieldOf(token)] }));
  const { index } = assignment;
  if (keeps && index !== undefined) {
    const before = scope.variables.get(name)[0]?.fields ?? [];
    const added = tokens.map((token) => ({ ...fieldOf(token), key: index.replace(/^["']|["']$/g, '') }));
    scope.variables.set(name, [{ fields: [...before, ...added] }]);
  } else if (keeps && values.length > 0) {
    if (append) scope.variables.append(name, values);
    else scope.variables.set(name, values);
  }
  // What a look-up prints is there or not: `DOCKER=$(command -v docker || true)`.
  if (keeps && !(value && isLookedUp(value, scope))) rememberAssigned(engine, assignment, tokens, site);
  const at: Token = {
    text: name,
    view: scope.view,
    start: assignment.nameStart,
    end: assignment.nameEnd,
  };
  const reach = { exported, forCommand: keeps ? undefined : true };
  if (tokens.length === 0) pushEnv(engine, at, name, undefined, reach, site);
  for (const token of tokens) pushEnv(engine, at, name, token, reach, site);
  const isLookedFor = namesGoneFlags(name) || (engine.lookedFor.has(name) && !exported);
  const flagSite: Site = isLookedFor ? { ...site, polarity: 'excludes' } : site;
  const written = value ? expandUnsplit(value, { ...scope, variables: withoutFlags(scope.variables, name) }) : [];
  for (const token of written) {
    if (!isRead(scope, name) && !TEXTS.test(name))
      engine.readWords(commandWords(token), { ...site, polarity: 'defines' }, scope);
    // Another script applies it: here it is read where it is used.
    if (!isRead(scope, name) && isObject(token.text) && isMostlyWritten(token, assignment))
      embedText(engine, viewOf(token), `${name}.yaml`, site);
    carriedFlags(engine, name, token, flagSite);
    textPaths(engine, token, site);
  }
  for (const word of elements ?? []) {
    for (const token of expandWords([word], { ...scope, variables: withoutFlags(scope.variables, name) })[0] ?? []) {
      carriedFlags(engine, name, token, flagSite);
    }
  }
}

/** A text that says of itself which object of Kubernetes it is. */
function isObject(text: string): boolean {
  return /^apiVersion:[ \t]+\S/m.test(text) && /^kind:[ \t]+\S/m.test(text);
}

/** What variables bring is read where they are written. */
function isMostlyWritten({ text }: Token, { start, end }: ShellAssignment): boolean {
  return text.length <= 4 * (end - start);
}

function isLookedUp({ start, end }: ShellWord, { view }: Scope): boolean {
  return /^"?(?:\$\(|`)\s{0,9}(?:sudo\s{1,9})?(?:command\s{1,9}-[vV]|which|type\s{1,9}-[pP])\s/.test(
    view.text.slice(start, Math.min(end, start + 80)),
  );
}

/** More assignments of one variable tell nothing more. */
const MOST_ASSIGNED = 20;

/** What surely replaces the value is all that is left of those at its level. */
function rememberAssigned(
  engine: Engine,
  { name, append, index }: ShellAssignment,
  tokens: readonly ShellToken[],
  site: Site,
): void {
  const { conditions, conditional } = site;
  const body = site.branched ? undefined : engine.body;
  const replaces = !append && index === undefined && !site.branched && conditions.length === 0;
  const before = (engine.assigned.get(name) ?? []).filter((one) => !replaces || one.body !== engine.body);
  if (before.length >= MOST_ASSIGNED) return;
  engine.assigned.set(name, [...before, ...tokens.map(({ text }) => ({ text, conditions, conditional, body }))]);
}

/** Nothing of an earlier value is left. */
function isWhole({ name, append, elements, index, value }: ShellAssignment, { view }: Scope): boolean {
  if (append || elements || index !== undefined) return false;
  const written = value ? view.text.slice(value.start, value.end) : '';
  return ![...written.matchAll(/\$\{?(\w+)/g)].some(([, read]) => read === name);
}

/** How far back a value is looked for that another one replaces. */
const MOST_BEHIND = 40;

/** `CLI=docker; if ! command -v docker; then CLI=podman; fi`: the first is left where the test does not hold. */
function replaceEarlier({ definitions, body }: Engine, name: string, { conditions, branched }: Site): void {
  const [condition, ...others] = conditions.filter((one) => one.kind !== 'runtime' || one.of === undefined);
  if (!condition || others.length > 0 || conditions.length > 1 || !branched) return;
  for (let i = definitions.length - 1; i >= Math.max(0, definitions.length - MOST_BEHIND); i--) {
    const earlier = definitions[i];
    if (earlier?.name !== name) continue;
    if (earlier.conditions.length === 0 && earlier.inside === body?.node) {
      definitions[i] = { ...earlier, conditions: branchesOf(condition).whenFalse };
    }
    return;
  }
}

/** `[docker]="docker ps" [containerd]="crictl ps"`: whoever asks for a runtime gets its own. */
function ofRuntime(word: ShellWord, elements: readonly ShellWord[], { view }: Scope): readonly Condition[] {
  const keyOf = ({ start, end }: ShellWord) =>
    /^\[["']?([\w-]{1,40})["']?\]=/.exec(view.text.slice(start, Math.min(end, start + 60)))?.[1] ?? '';
  if (keyOf(word) !== 'docker' || !elements.slice(0, MAX_FIELDS).some((one) => isOtherRuntimeName(keyOf(one))))
    return [];
  return [{ kind: 'runtime', holds: true, at: { text: 'docker', view, start: word.start, end: word.end } }];
}

/** `[pull]="docker pull"` in the value of an associative array. */
function elementOf(token: ShellToken): Field {
  const key = /^\[([^\]\s]{1,200})\]=/.exec(token.text);
  if (!key) return fieldOf(token);
  return { ...fieldOf(sub(token, key[0].length)), key: key[1]?.replace(/^["']|["']$/g, '') };
}

/** True when the script itself fills the variable in somewhere. */
function isRead({ view }: Scope, name: string): boolean {
  return namesRead(view).has(name);
}

const namesRead = once(
  ({ text }: View): ReadonlySet<string> =>
    new Set([...text.matchAll(/\$\{?[!#]?([A-Za-z_]\w*)/g)].flatMap(([, name]) => name ?? [])),
);

/** Variables of such names hold what people read. */
const TEXTS = /msg|message|note|text|desc|usage|help|err|warn|info|hint|title|reason|comment|log/i;

/** A command that is kept in a variable for other scripts: `PULL_CMD="docker pull"`. */
function commandWords(token: ShellToken): ShellToken[] {
  if (!/^(docker|systemctl|crictl|kubelet) /.test(token.text)) return [];
  const words = splitToken(token);
  return looksLikeCommand(words, 0) ? words : [];
}

/** Flags in a variable belong to the line that writes them: where the variable is used in another they are a hole. */
function withoutFlags(variables: Variables, self: string): Variables {
  return {
    ...variables,
    get: (name) =>
      name === self
        ? []
        : variables.get(name).filter((value) => value.fields.every((field) => !field.text.includes('--'))),
  };
}

function pushEnv(
  engine: Engine,
  at: Token,
  name: string,
  value: ShellToken | undefined,
  reach: Pick<EnvFact, 'exported' | 'forCommand'>,
  site: Site,
): void {
  const { document, pod, container } = engine.context;
  const fact: EnvFact = {
    kind: 'env',
    document,
    at,
    certainty: value?.certainty ?? 'literal',
    pod,
    container,
    conditions: site.conditions,
    polarity: site.polarity,
    site: site.site,
    name,
    value,
    exported: reach.exported,
    forCommand: reach.forCommand,
    fieldPath: undefined,
    perhaps: site.conditional || undefined,
  };
  engine.facts.push(fact);
}

/** `env NAME=value command`, `sudo NAME=value command`. */
export function wrapperEnvFacts(engine: Engine, wrapper: Wrapper, site: Site): void {
  if (wrapper.program !== 'env' && wrapper.program !== 'sudo') return;
  for (const word of wrapper.words.slice(1)) {
    const name = /^[A-Za-z_]\w*(?==)/.exec(word.text)?.[0];
    if (name === undefined) continue;
    const from = name.length + 1;
    const view = viewOf(word);
    const value = { text: word.text.slice(from), view, start: from, end: word.text.length };
    pushEnv(
      engine,
      { text: name, view, start: 0, end: name.length },
      name,
      withCertainty(value),
      { exported: true, forCommand: true },
      site,
    );
  }
}
