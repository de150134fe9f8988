/** Values that switch text on, proved by rendering the chart once more with nothing forced. */
import type { Template } from '../chart/scope.ts';
import type { Session } from '../session.ts';
import { includesOf } from '../source-map.ts';
import type { Activation, Setting } from '../types.ts';
import type { Context, Fragment, Site } from '../values/origin.ts';
import { copyTree, type MapValue } from '../values/value.ts';
import { conditional, forcedGuards, type Guard } from './guards.ts';
import { overrideOf, type Prefixes, put, settingsOf } from './override.ts';
import { type Solutions, solve, type Wish } from './solve.ts';

const MOST_RENDERS = 200;
const MOST_TRIES = 6;

/** What switches on the sub-chart that a template belongs to. */
export interface SubChartSwitch {
  readonly path: readonly string[];
  readonly setting: Setting;
}

export class Witnesses {
  private readonly session: Session;
  private readonly base: MapValue;
  private readonly prefixes: Prefixes;
  private readonly known = new Map<string, ReadonlySet<string>>();
  private readonly answers = new Map<string, Activation>();
  private renders = 0;

  constructor(session: Session, base: MapValue, prefixes: Prefixes) {
    this.session = session;
    this.base = base;
    this.prefixes = prefixes;
  }

  /** How the text of a fragment of a forced render is switched on. */
  activation(template: Template, fragment: Fragment, switches: readonly SubChartSwitch[]): Activation {
    const guards = forcedGuards(fragment.context);
    if (guards.length === 0 && switches.length === 0) return { kind: 'default' };
    const key = `${template.name}\0${keyOf(fragment)}\0${guards.map((guard) => `${guard.node.source.path}:${guard.node.from}:${guard.wanted}`).join()}`;
    let answer = this.answers.get(key);
    if (answer === undefined) {
      answer = this.solve(template, fragment, guards, switches) ?? fallback(guards, switches);
      this.answers.set(key, answer);
    }
    return answer;
  }

  private solve(
    template: Template,
    fragment: Fragment,
    guards: readonly Guard[],
    switches: readonly SubChartSwitch[],
  ): Activation | null {
    for (const wishes of combinations(guards)) {
      const override = overrideOf(wishes, this.prefixes, this.base);
      if (override === null) continue;
      for (const { path } of switches) put(override, path, TRUE, this.base);
      if (!this.reaches(override, template, fragment)) continue;
      const set = [...switches.map(({ setting }) => setting), ...settingsOf(wishes, this.prefixes)];
      return set.length === 0 ? { kind: 'default' } : { kind: 'when', set: unique(set) };
    }
    return null;
  }

  /** Whether a natural render with these values prints the fragment. */
  private reaches(override: MapValue, template: Template, fragment: Fragment): boolean {
    const key = `${template.name}\0${describe(override)}`;
    let printed = this.known.get(key);
    if (printed === undefined) {
      if (this.renders++ >= MOST_RENDERS) return false;
      printed = this.render(override, template);
      this.known.set(key, printed);
    }
    return printed.has(keyOf(fragment));
  }

  private render(override: MapValue, template: Template): ReadonlySet<string> {
    const printed = new Set<string>();
    const prepared = this.session.prepare(copyTree(override) as MapValue);
    if (prepared === null) return printed;
    const wanted = ({ name }: Template): boolean => name === template.name;
    for (const { output } of this.session.run(prepared, { lenient: true, wanted })) {
      for (const part of output?.fragments ?? []) printed.add(keyOf(part));
    }
    return printed;
  }
}

const TRUE = { kind: 'bool', value: true, origin: null } as const;

/** The same text printed by the same action, reached by the same outermost include. */
function keyOf({ origin, site, context }: Fragment): string {
  const at = (place: Site | null): string => (place === null ? '' : `${place.source.path}:${place.from}`);
  return `${at(site)}|${origin === null ? '' : `${origin.source.path}:${origin.kind === 'hole' ? '' : origin.from}`}|${outermost(context)}`;
}

function outermost(context: Context | null): string {
  const first = includesOf(context)[0];
  return first === undefined ? '' : `${first.path}:${first.from}`;
}

/** Each guard's first solutions, then variations of one guard at a time. */
function combinations(guards: readonly Guard[]): Wish[][] {
  const options: Solutions[] = guards.map((guard) => solve(guard.node, guard.wanted, guard.reads));
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

const unique = (set: readonly Setting[]): Setting[] =>
  set.filter((one, index) => set.findIndex(({ path }) => path === one.path) === index);

function fallback(guards: readonly Guard[], switches: readonly SubChartSwitch[]): Activation {
  if (guards.length > 0) return conditional(guards);
  const [first] = switches;
  if (first === undefined) return { kind: 'default' };
  const { path, file, offset } = first.setting;
  return { kind: 'conditional', condition: path, path: file, offset };
}
