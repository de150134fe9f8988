/** Forced passes over a chart's files, and the natural renders that prove what they found. */
import type { Template } from '../chart/scope.ts';
import { rendered } from '../rendered.ts';
import type { Prepared, Session } from '../session.ts';
import { type ActivationOf, fragmentsOfLines } from '../settled.ts';
import type { Definition, Node } from '../template/ast.ts';
import type { Activation, HelmNote, RenderedFile } from '../types.ts';
import type { Context, Fragment } from '../values/origin.ts';
import type { StringValue, Value } from '../values/value.ts';
import { Coverage } from './coverage.ts';
import { forcedGuards } from './guards.ts';
import { type Literals, onlyLiterals } from './literals.ts';
import { towardsPending } from './steering.ts';
import { type Switches, switchesOf } from './switches.ts';
import { guardKey, keyOf, type Proof, type Witnesses } from './witness.ts';

const MOST_PASSES = 9;
const MOST_PROOFS_PER_FILE = 40;
const NO_LITERALS: ReadonlySet<Value> = new Set();

export interface Forcing {
  readonly session: Session;
  readonly all: Prepared;
  readonly switches: Switches;
  readonly witnesses: Witnesses;
  readonly literals: Literals | null;
  readonly only: ((text: string) => boolean) | undefined;
  /** Files that reached a limit; they are not run again. */
  readonly stopped: Set<string>;
  /** What a file prints with default values, by key. */
  readonly usual: (name: string) => ReadonlySet<string>;
  /** Natural renders that are kept already. */
  readonly natural: Set<StringValue>;
  readonly keep: (file: RenderedFile) => void;
  readonly note: (note: HelmNote) => void;
}

/** Until everything interesting has run, or nothing more can be made to run. */
export function forceAll(
  force: Forcing,
  coverage: Coverage,
  wanted: (template: Template) => boolean,
  literals: ReadonlySet<Value> = NO_LITERALS,
): void {
  const { all, session, stopped } = force;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    coverage.nextRound();
    const isPending = (template: Template): boolean => {
      if (template.partial || stopped.has(template.name) || !wanted(template)) return false;
      const definition = all.named.get(template.name);
      return definition !== undefined && coverage.pendingDefinition(definition);
    };
    if (!all.templates.some(isPending)) return;
    const fresh = session.fresh(all);
    let progress = false;
    for (const template of fresh.templates) {
      if (!isPending(template)) continue;
      const added = forceFile(force, fresh, template, coverage, literals);
      if (session.budget.exhausted) return;
      progress ||= added.size > 0;
    }
    if (!progress) return;
  }
}

function run(
  force: Forcing,
  fresh: Prepared,
  template: Template,
  coverage: Coverage,
  literals: ReadonlySet<Value>,
): StringValue | null {
  const output = force.session.runOne(fresh, template, {
    lenient: true,
    steering: towardsPending(coverage, literals),
    executed: coverage,
    note: (note) => {
      if (note.code === 'budget') force.note(note);
    },
  });
  if (output === null) force.stopped.add(template.name);
  return output;
}

/** What now counts as executed that did not before. */
function forceFile(
  force: Forcing,
  fresh: Prepared,
  template: Template,
  coverage: Coverage,
  literals: ReadonlySet<Value>,
): ReadonlySet<Node> {
  const output = run(force, fresh, template, coverage, literals);
  const added = coverage.settle(output?.fragments ?? []);
  if (output === null || added.size === 0 || !isManifest(template)) return added;
  const { only } = force;
  if (only === undefined) keep(force, template, output);
  else if (only(output.text)) keepProved(force, template, output, only, interesting(added, coverage));
  return added;
}

export const isManifest = (template: Template): boolean => !template.partial && !template.name.endsWith('NOTES.txt');

function keep(force: Forcing, template: Template, output: StringValue): void {
  force.literals?.printed(output.fragments);
  const own = switchesOf(template, force.switches);
  const activation: ActivationOf = (fragment, effort) => force.witnesses.activation(template, fragment, own, effort);
  force.keep(rendered(template, output, { pass: 'forced', activation }));
}

/**
 * A forced render mixes branches that exclude each other. Where values switch on the lines that matter, the renders with
 * these values are kept in its place.
 */
function keepProved(
  force: Forcing,
  template: Template,
  output: StringValue,
  only: (text: string) => boolean,
  fresh: ReadonlySet<unknown>,
): void {
  const own = switchesOf(template, force.switches);
  const usual = force.usual(template.name);
  const proofs = new Map<string, Proof>();
  const tried = new Set<string>();
  const contradicted = new Set<Fragment>();
  let unproved = false;
  for (const fragment of [...fragmentsOfLines(output, only), ...fragmentsOf(output, fresh)]) {
    const guards = forcedGuards(fragment.context);
    if (usual.has(keyOf(fragment)) && guards.length === 0) continue;
    const key = `${guardKey(guards)}\0${keyOf(fragment)}`;
    if (tried.has(key)) continue;
    tried.add(key);
    if ([...proofs.values()].some(({ printed }) => printed.has(keyOf(fragment)))) continue;
    const proof = proofs.size < MOST_PROOFS_PER_FILE ? force.witnesses.prove(template, fragment, own) : null;
    if (proof?.contradicts === true) contradicted.add(fragment);
    if (proof === null) unproved = true;
    else proofs.set(proof.key, proof);
  }
  for (const proof of proofs.values()) keepNatural(force, proof);
  if (unproved) keep(force, template, without(output, contradicted));
}

/** A forced render without what no values can print: the same length, unknown text. */
function without(output: StringValue, contradicted: ReadonlySet<Fragment>): StringValue {
  if (contradicted.size === 0) return output;
  const texts: string[] = [];
  let at = 0;
  const fragments = output.fragments.map((part) => {
    const text = output.text.slice(at, at + part.length);
    at += part.length;
    const isGone = contradicted.has(part) && part.origin !== null;
    texts.push(isGone ? text.replace(/[^\s]/g, 'x') : text);
    return isGone ? { ...part, origin: { ...part.origin, exact: false, kind: 'hole' as const } } : part;
  });
  return { kind: 'string', text: texts.join(''), fragments };
}

function keepNatural(force: Forcing, { template, output, set }: Proof): void {
  if (force.natural.has(output) || force.only?.(output.text) === false) return;
  force.natural.add(output);
  force.literals?.printed(output.fragments);
  const usual = force.usual(template.name);
  const activation = (fragment: Fragment): Activation =>
    set.length === 0 || usual.has(keyOf(fragment)) ? { kind: 'default' } : { kind: 'when', set };
  force.keep(rendered(template, output, { pass: 'forced', activation }));
}

const interesting = (added: ReadonlySet<Node>, coverage: Coverage): ReadonlySet<unknown> =>
  new Set([...added].filter((node) => coverage.interest(node)));

/** Fragments that some nodes printed, themselves or through what they include. */
function fragmentsOf(output: StringValue, nodes: ReadonlySet<unknown>): Fragment[] {
  if (nodes.size === 0) return [];
  const inside = new Map<Context | null, boolean>([[null, false]]);
  const isInside = (context: Context | null): boolean => {
    let answer = inside.get(context);
    if (answer === undefined) {
      answer = context !== null && (nodes.has(context.site) || isInside(context.parent));
      inside.set(context, answer);
    }
    return answer;
  };
  return output.fragments.filter(({ site, context }) => nodes.has(site) || isInside(context));
}

/** Named templates that nothing in the chart includes, as in library charts: each by itself, with the chart's own dot. */
export function forceUnused(force: Forcing, coverage: Coverage): void {
  const { all, session } = force;
  const unused = ({ source }: Template): Definition[] =>
    (session.parsedFile(source)?.definitions.slice(1) ?? []).filter(
      (definition) => all.named.get(definition.name) === definition && coverage.pendingDefinition(definition),
    );
  if (!all.templates.some((template) => unused(template).length > 0)) return;
  const fresh = session.fresh(all);
  for (const template of fresh.templates) {
    for (const definition of unused(template)) {
      for (let pass = 0; pass < MOST_PASSES && coverage.pendingDefinition(definition); pass++) {
        if (force.session.budget.exhausted) return;
        coverage.nextRound();
        const steering = towardsPending(coverage, NO_LITERALS);
        const options = { lenient: true, steering, executed: coverage };
        const output = force.session.definition(fresh, template, definition.name, options);
        if (coverage.settle(output?.fragments ?? []).size === 0) break;
        if (output !== null && (force.only?.(output.text) ?? true)) keepUnused(force, template, definition, output);
      }
    }
  }
}

function keepUnused(force: Forcing, template: Template, definition: Definition, output: StringValue): void {
  force.literals?.printed(output.fragments);
  const { source, from } = definition;
  const condition = `template ${JSON.stringify(definition.name)} is included`;
  const activation = (): Activation => ({ kind: 'conditional', condition, path: source.path, offset: from });
  force.keep(rendered(template, output, { pass: 'forced', activation }));
}

/** Literals that other values hide: takes them where there is a choice; what is left is shown as it stands. */
export function forceLiterals(force: Forcing): void {
  const { literals, all } = force;
  if (literals === null || literals.size === 0) return;
  const nodes = literals.nodes();
  forceAll(force, new Coverage(all.named, (node) => nodes.has(node)), isManifest, literals.values());
  for (const template of all.templates) {
    const own = literals.remaining().filter(({ node }) => node.source === template.source);
    if (own.length === 0) continue;
    for (const literal of own) literals.drop(literal);
    const { source } = template;
    const condition = 'the template chooses this text';
    const activation = (): Activation => ({
      kind: 'conditional',
      condition,
      path: source.path,
      offset: own[0]?.node.from ?? 0,
    });
    force.keep(rendered(template, onlyLiterals(source, own), { pass: 'forced', activation }));
  }
}
