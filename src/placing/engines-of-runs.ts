/**
 * The engine that another play or role of the same run gives the machine: a playbook imports one that installs Docker, or a play calls
 * such a role before another. Where nothing of the run is about a kubelet, its hosts start their containers with that.
 */
import type { Condition } from '../model/condition.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Link } from '../model/link.ts';
import type { EngineEvidence, Placement } from '../model/place.ts';
import { groupBy } from '../text/group.ts';
import { spanOf } from '../text/placed.ts';
import { startsSomething } from './beside-engines.ts';
import type { Board } from './board.ts';
import { groupsOfPattern } from './host-pattern.ts';
import { engineOf } from './own-engines.ts';
import { roleFolderOf } from './roles.ts';
import type { PlayOfRun, Run } from './runs.ts';
import { type Located, rootOf } from './units.ts';

/** By the folder of a role, or by the path of a playbook. */
export type EnginesOfRuns = ReadonlyMap<string, EngineEvidence>;

export function enginesOfRuns(
  facts: readonly Fact[],
  links: readonly Link[],
  { around, roles }: Pick<Board, 'around' | 'roles'>,
): EnginesOfRuns {
  const found = new Map<string, EngineEvidence>();
  const starting = new Set(facts.filter(startsSomething).map(({ document }) => wholeOf(document)));
  if (starting.size === 0) return found;
  const installing = groupBy([...installsOfPlays(facts), ...rolesFromElsewhere(links)], ({ path }) => path);
  const engineOfPlay = (play: PlayOfRun) =>
    [...play.roles].flatMap((role) => roles.get(role) ?? [])[0] ??
    installing.get(play.path)?.find(({ groups }) => areSame(groups, play.groups))?.engine;
  for (const run of around.runs()) {
    const given = run.plays.map((play) => ({ play, engine: engineOfPlay(play) }));
    for (const [whole, hosts] of hostsOf(run, starting)) {
      const engine = given.find((one) => one.engine && isAmong(hosts, one.play.groups))?.engine;
      if (engine && !run.hasKubelet && starting.has(whole)) found.set(whole, engine);
      // Another run has no engine for it, or nodes.
      else starting.delete(whole);
    }
  }
  return new Map([...found].filter(([whole]) => starting.has(whole)));
}

/** Where the same place has nothing of its own to say about an engine. */
export function underRuns({ document, site }: Located, placement: Placement, engines: EnginesOfRuns): Placement {
  if (placement.engine || engines.size === 0 || (site && site.kind !== 'group')) return placement;
  const engine = engines.get(wholeOf(document));
  return engine ? { ...placement, engine } : placement;
}

function wholeOf(document: Document): string {
  const { path } = rootOf(document);
  return roleFolderOf(path) ?? path;
}

type Groups = PlayOfRun['groups'];

/** Whether what is done on the others is done on all of these too. */
function isAmong(groups: Groups, others: Groups): boolean {
  return others.includes(undefined) || groups.every((group) => group !== undefined && others.includes(group));
}

function areSame(groups: Groups, others: Groups): boolean {
  return groups.length === others.length && groups.every((group, i) => group === others[i]);
}

/** On which hosts a run has the playbooks and roles. */
function hostsOf({ plays }: Run, wholes: ReadonlySet<string>): ReadonlyMap<string, Groups> {
  const found = new Map<string, Groups>();
  for (const { path, roles, groups } of plays)
    for (const whole of [path, ...roles])
      if (wholes.has(whole)) found.set(whole, [...(found.get(whole) ?? []), ...groups]);
  return found;
}

interface Install {
  readonly path: string;
  readonly groups: Groups;
  readonly engine: EngineEvidence;
}

function groupsNamed(name: string): Groups {
  return groupsOfPattern(name).map((group) => (/^(?:all|\*)$/.test(group) ? undefined : group));
}

/** The tasks of plays that install the engine, whatever runtime is chosen. */
function installsOfPlays(facts: readonly Fact[]): readonly Install[] {
  return facts.flatMap((fact): readonly Install[] => {
    const { document, site, conditions } = fact;
    if (site?.kind !== 'group' || document.language !== 'ansible' || engineOf(fact) !== 'own') return [];
    if (!conditions.every(holdsByDefault)) return [];
    const engine = { kind: 'own', span: spanOf(fact.at) } as const;
    return [{ path: rootOf(document).path, groups: groupsNamed(site.name), engine }];
  });
}

/** What is chosen with the runtime is there for that choice alone, unless it is taken where nobody chooses: `install_docker | default(true)`. */
function holdsByDefault({ kind, holds, at }: Condition): boolean {
  return (
    kind !== 'version' && (kind !== 'runtime' || (holds && /\bdefault\(\s{0,9}["']?(?:true|yes)\b/i.test(at.text)))
  );
}

/** A role that is called after the engine, wherever it is fetched from. */
function rolesFromElsewhere(links: readonly Link[]): readonly Install[] {
  return links.flatMap(({ from, to, site, kind, conditions = [] }): readonly Install[] => {
    if (kind !== 'calls' || to.kind !== 'file' || site?.kind !== 'group' || !ROLE_OF_DOCKER.test(to.path)) return [];
    if (!conditions.every(holdsByDefault)) return [];
    const { span } = from.view.root(0, 0);
    return [{ path: rootOf(from).path, groups: groupsNamed(site.name), engine: { kind: 'own', span } }];
  });
}

const ROLE_OF_DOCKER = /[/._-]docker(?:[-_](?:engine|ce))?\/tasks\/main\.yml$/;
