/** Values that switch text on, proved by rendering the chart once more with nothing forced. */
import type { Template } from '../chart/scope.ts';
import type { Session } from '../session.ts';
import type { Effort } from '../settled.ts';
import { includesOf } from '../source-map.ts';
import type { Activation, Setting } from '../types.ts';
import type { Context, Fragment, Site, Wish } from '../values/origin.ts';
import { copyTree, type MapValue, type StringValue } from '../values/value.ts';
import { conditional, forcedGuards, type Guard } from './guards.ts';
import { overrideOf, type Prefixes, put, settingsOf } from './override.ts';
import { type Solutions, solve } from './solve.ts';
import type { SubChartSwitch } from './switches.ts';

const MOST_RENDERS = 120;
const MOST_TRIES = 6;

export class Witnesses {
  private readonly session: Session;
  private readonly base: MapValue;
  private readonly prefixes: Prefixes;
  private readonly known = new Map<string, Natural>();
  private readonly answers = new Map<string, Proof | null>();
  private renders = 0;

  constructor(session: Session, base: MapValue, prefixes: Prefixes) {
    this.session = session;
    this.base = base;
    this.prefixes = prefixes;
  }

  /** How the text of a fragment of a forced render is switched on. */
  activation(template: Template, fragment: Fragment, switches: readonly SubChartSwitch[], effort: Effort): Activation {
    const guards = forcedGuards(fragment.context);
    if (guards.length === 0 && switches.length === 0) return { kind: 'default' };
    const proof =
      effort === 'prove'
        ? this.prove(template, fragment, switches)
        : this.answers.get(keyUnder(template, fragment, guards));
    if (proof === undefined || proof === null || proof.contradicts) return fallback(guards, switches);
    return proof.set.length === 0 ? { kind: 'default' } : { kind: 'when', set: proof.set };
  }

  /** A natural render that prints the fragment, and the values that make it do so. */
  prove(template: Template, fragment: Fragment, switches: readonly SubChartSwitch[]): Proof | null {
    const guards = forcedGuards(fragment.context);
    const key = keyUnder(template, fragment, guards);
    let proof = this.answers.get(key);
    if (proof === undefined) {
      proof = this.search(template, fragment, guards, switches);
      this.answers.set(key, proof);
    }
    return proof;
  }

  private search(
    template: Template,
    fragment: Fragment,
    guards: readonly Guard[],
    switches: readonly SubChartSwitch[],
  ): Proof | null {
    const branch = branchKey(guards[guards.length - 1]?.context ?? null);
    let otherwise: Proof | null = null;
    for (const wishes of combinations(guards)) {
      const override = overrideOf(wishes, this.prefixes, this.base);
      if (override === null) continue;
      for (const { path } of switches) put(override, path, TRUE, this.base);
      const natural = this.natural(override, template);
      if (natural === null || natural.output === null) continue;
      const printsIt = natural.printed.has(keyOf(fragment));
      if (!printsIt && (otherwise !== null || branch === null || !natural.branches.has(branch))) continue;
      const set = unique([...switches.map(({ setting }) => setting), ...settingsOf(wishes, this.prefixes)]);
      const { key, output, printed } = natural;
      const proof = { key, template, output, printed, set, contradicts: !printsIt };
      if (printsIt) return proof;
      otherwise = proof;
    }
    return otherwise;
  }

  private natural(override: MapValue, template: Template): Natural | null {
    const key = `${template.name}\0${describe(override)}`;
    let natural = this.known.get(key);
    if (natural === undefined) {
      if (this.renders++ >= MOST_RENDERS || this.session.budget.exhausted) return null;
      natural = this.render(key, override, template);
      this.known.set(key, natural);
    }
    return natural;
  }

  private render(key: string, override: MapValue, template: Template): Natural {
    const printed = new Set<string>();
    const prepared = this.session.prepare(copyTree(override) as MapValue);
    const same = prepared?.templates.find(({ name }) => name === template.name);
    const branches = new Set<string>();
    if (prepared === null || same === undefined) return { key, printed, branches, output: null };
    const output = this.session.runOne(prepared, same, { lenient: true, tracing: true });
    const seen = new Set<Context>();
    for (const part of output?.fragments ?? []) {
      printed.add(keyOf(part));
      for (let link = part.context; link !== null && !seen.has(link); link = link.parent) {
        seen.add(link);
        const branch = branchKey(link);
        if (branch !== null) branches.add(branch);
      }
    }
    return { key, printed, branches, output };
  }
}

/** A render with some values set and nothing forced. */
interface Natural {
  readonly key: string;
  readonly output: StringValue | null;
  readonly printed: ReadonlySet<string>;
  readonly branches: ReadonlySet<string>;
}

/** A branch of a condition, wherever it stands. */
function branchKey(context: Context | null): string | null {
  if (context === null || context.branch === undefined || context.wanted !== undefined) return null;
  return `${context.site.source.path}:${context.site.from}:${context.branch}|${outermost(context)}`;
}

export interface Proof {
  /** The same for the same values. */
  readonly key: string;
  readonly template: Template;
  readonly output: StringValue;
  readonly printed: ReadonlySet<string>;
  readonly set: readonly Setting[];
  /** With these values the branch is taken, but prints something else. */
  readonly contradicts: boolean;
}

export const guardKey = (guards: readonly Guard[]): string =>
  guards.map((guard) => `${guard.node.source.path}:${guard.node.from}:${guard.wanted}`).join();

const keyUnder = (template: Template, fragment: Fragment, guards: readonly Guard[]): string =>
  `${template.name}\0${keyOf(fragment)}\0${guardKey(guards)}`;

const TRUE = { kind: 'bool', value: true, origin: null } as const;

/** The same text printed by the same action, reached by the same outermost include. */
export function keyOf({ origin, site, context }: Fragment): string {
  const at = (place: Site | null): string => (place === null ? '' : `${place.source.path}:${place.from}`);
  return `${at(site)}|${origin === null ? '' : `${origin.source.path}:${origin.kind === 'hole' ? '' : origin.from}`}|${outermost(context)}`;
}

function outermost(context: Context | null): string {
  const first = includesOf(context)[0];
  return first === undefined ? '' : `${first.path}:${first.from}`;
}

/** Each guard's first solutions, then variations of one guard at a time. */
function combinations(guards: readonly Guard[]): Wish[][] {
  const options: Solutions[] = guards.map(({ node, wanted, reads, context }) =>
    context.wanted === undefined ? solve(node, wanted, reads) : [context.wanted],
  );
  if (options.some((solutions) => solutions.length === 0)) return [];
  const result: Wish[][] = [];
  const most = Math.max(1, ...options.map((solutions) => solutions.length));
  for (let round = 0; round < Math.min(most, MOST_TRIES); round++) {
    result.push(options.flatMap((solutions) => solutions[Math.min(round, solutions.length - 1)]!));
  }
  return result;
}

const describe = (override: MapValue): string => {
  const text = (value: MapValue['entries'] extends Map<string, infer V> ? V : never): string => {
    switch (value.kind) {
      case 'map':
        return `{${[...value.entries].map(([key, item]) => `${key}:${text(item)}`).join()}}`;
      case 'list':
        return `[${value.items.map(text).join()}]`;
      case 'string':
        return JSON.stringify(value.text);
      case 'bool':
      case 'float':
      case 'int':
        return String(value.value);
      default:
        return value.kind;
    }
  };
  return text(override);
};

/** What is set last for a path counts. */
const unique = (set: readonly Setting[]): Setting[] =>
  set.filter((one, index) => set.findLastIndex(({ path }) => path === one.path) === index);

function fallback(guards: readonly Guard[], switches: readonly SubChartSwitch[]): Activation {
  if (guards.length > 0) return conditional(guards);
  const [first] = switches;
  if (first === undefined) return { kind: 'default' };
  const { path, file, offset } = first.setting;
  return { kind: 'conditional', condition: path, path: file, offset };
}
