/** What files of Ansible say, one by one: plays, the playbooks that they import, the roles that files of roles call, what roles speak of. */
import { MAKES_NODES, SPEAKS_OF_KUBERNETES, SPEAKS_OF_NODES } from '../data/nodes.ts';
import type { InputFile } from '../model/input.ts';
import { folderOf, joinPath } from '../text/path.ts';
import { LONGEST_TASKS, roleFolderOf, rolesNamed } from './roles.ts';

const YAML = /\.ya?ml$/;
const PLAY = /^[ \t]*(?:-[ \t]+)?hosts:/m;
const TASKS = /\/(?:tasks|handlers|templates)\/[^/]/;
const WORK = /\/(?:tasks|handlers)\/[^/]/;
export const HAS_KUBELET = /\b(?:kubelet|kubeadm|k3s|rke2|k0s)\b/;

/** `import_playbook: docker.yml`; `include:` did so before Ansible 2.4. */
const IMPORTS =
  /^[ \t]*(?:-[ \t]+)?(?:ansible\.builtin\.)?(?:import_playbook|include):[ \t]*["']?([\w./-]{1,300}\.ya?ml)/gm;

interface PlayText {
  readonly path: string;
  readonly text: string;
}

export interface PlayTexts {
  readonly plays: readonly PlayText[];
  /** A playbook, and one that it imports. */
  readonly imports: readonly (readonly [string, string])[];
  /** The words with which files of a role call others, by its folder. */
  readonly calls: ReadonlyMap<string, ReadonlySet<string>>;
  readonly roles: ReadonlySet<string>;
  /** The roles of which a task makes a machine a node. */
  readonly making: ReadonlySet<string>;
  /** The roles that have a kubelet. */
  readonly withKubelet: ReadonlySet<string>;
  /** The roles and playbooks of which a file speaks of what only nodes have. */
  readonly ofNodes: ReadonlySet<string>;
  /** Those of which tasks do so. */
  readonly workingOnNodes: ReadonlySet<string>;
  /** The roles and playbooks of which a file speaks of Kubernetes. */
  readonly ofKubernetes: ReadonlySet<string>;
}

export function readPlayTexts(files: readonly InputFile[]): PlayTexts {
  const plays: PlayText[] = [];
  const imports: (readonly [string, string])[] = [];
  const calls = new Map<string, Set<string>>();
  const roles = new Set<string>();
  const making = new Set<string>();
  const withKubelet = new Set<string>();
  const ofNodes = new Set<string>();
  const workingOnNodes = new Set<string>();
  const ofKubernetes = new Set<string>();
  for (const file of files) {
    const { path } = file;
    const role = roleFolderOf(path);
    const isYaml = YAML.test(path);
    const text = role !== undefined || isYaml ? file.text : '';
    if (text.length > LONGEST_TASKS) continue;
    const own = role === undefined ? playsOf(text) : [];
    const whole = role ?? path;
    const isNodes = (role !== undefined || own.length > 0) && SPEAKS_OF_NODES.test(text);
    if (isNodes) ofNodes.add(whole);
    if (isNodes && isYaml && (role === undefined || WORK.test(path))) workingOnNodes.add(whole);
    if (isNodes || ((role !== undefined || own.length > 0) && SPEAKS_OF_KUBERNETES.test(text))) ofKubernetes.add(whole);
    for (const play of own) plays.push({ path, text: play });
    if (role === undefined) {
      for (const [, to = ''] of text.matchAll(IMPORTS)) imports.push([path, joinPath(folderOf(path), to)]);
      continue;
    }
    roles.add(role);
    if (HAS_KUBELET.test(text)) withKubelet.add(role);
    if (TASKS.test(path) && MAKES_NODES.test(text)) making.add(role);
    if (isYaml) calls.set(role, new Set([...(calls.get(role) ?? []), ...rolesNamed(text)]));
  }
  return { plays, imports, calls, roles, making, withKubelet, ofNodes, workingOnNodes, ofKubernetes };
}

function playsOf(text: string): readonly string[] {
  if (!PLAY.test(text)) return [];
  const starts = [...text.matchAll(new RegExp(PLAY, 'gm'))].map(({ index }) => index);
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
}
