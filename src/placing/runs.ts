/** What one run of Ansible does: a playbook that no other imports, with those that it imports and the roles that their plays call. */
import { CLUSTER_GROUP } from '../data/nodes.ts';
import { groupBy } from '../text/group.ts';

export interface PlayOfRun {
  readonly path: string;
  /** With those that the roles call. */
  readonly roles: ReadonlySet<string>;
  /** `undefined` for what may be any machine. */
  readonly groups: readonly (string | undefined)[];
  readonly hasKubelet: boolean;
}

export interface Run {
  readonly plays: readonly PlayOfRun[];
  /** One of its plays is about the kubelet of its hosts, or for a group that is called like nodes. */
  readonly hasKubelet: boolean;
}

/** A longer run is cut off, and then nobody knows what it has. */
const MOST_PLAYS = 300;

export function runsOf(plays: readonly PlayOfRun[], imports: readonly (readonly [string, string])[]): readonly Run[] {
  const byPath = groupBy(plays, ({ path }) => path);
  const importsOf = groupBy(imports, ([from]) => from);
  const imported = new Set(imports.map(([, to]) => to));
  const roots = new Set([...byPath.keys(), ...importsOf.keys()].filter((path) => !imported.has(path)));
  return [...roots].map((root) => {
    const paths = new Set([root]);
    const found: PlayOfRun[] = [];
    for (const path of paths) {
      found.push(...(byPath.get(path) ?? []));
      for (const [, to] of importsOf.get(path) ?? []) paths.add(to);
      if (found.length > MOST_PLAYS || paths.size > MOST_PLAYS) return { plays: found, hasKubelet: true };
    }
    return { plays: found, hasKubelet: found.some(isOfNodes) };
  });
}

function isOfNodes({ hasKubelet, groups }: PlayOfRun): boolean {
  return hasKubelet || groups.some((group) => group !== undefined && CLUSTER_GROUP.test(group));
}
