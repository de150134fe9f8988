/** What the files of a repository say about the machines around a document: Kubernetes, its nodes, Compose applications. */
import {
  BESIDE_GROUP,
  BESIDE_START,
  CLUSTER_GROUP,
  CLUSTER_GROUP_LINE,
  DUMPED_CONFIGURATION,
  NODE_START,
  OTHER_MACHINES,
  SPEAKS_OF_KUBERNETES,
  SPEAKS_OF_NODES,
} from '../data/nodes.ts';
import type { InputFile } from '../model/input.ts';
import type { BesideEvidence } from '../model/place.ts';
import { groupByEach } from '../text/group.ts';
import { once } from '../text/once.ts';
import { baseName, folderOf, foldersAbove } from '../text/path.ts';
import type { Span } from '../text/source.ts';
import { type Apart, apartOf, otherHosts, rolesBesideNodes } from './beside-nodes.ts';
import { composeMounts, hasComposeServices, isComposeName } from './compose.ts';
import { elementsOfNodes } from './elements.ts';
import { namesInKustomizations } from './inert.ts';
import { isInventory } from './inventories.ts';
import { playsOfFiles } from './plays.ts';
import { clustersOfRke } from './rke.ts';
import { unusedRoleFiles } from './role-files.ts';
import { composeRoles, uncalledRoles } from './roles.ts';
import type { Run } from './runs.ts';

export interface Surroundings {
  /** True where a file below the folder speaks of Kubernetes; '' is the whole repository. */
  speaksOfKubernetes(folder: string): boolean;
  /** True where one of the files that lie in the folder itself does. */
  holdsKubernetes(folder: string): boolean;
  /** True where the file, or a file below the folder, speaks of what only nodes have: a kubelet, kubeadm, k3s. */
  speaksOfNodes(place: string): boolean;
  /** The nearest folder above a path with a Compose file. */
  composeFolder(path: string): string | undefined;
  /** True for a file that a Compose application mounts into one of its containers. */
  isMountedByCompose(path: string): boolean;
  /** True where the inventory of the folder, or of the nearest folder above that has one, has the groups of a cluster. */
  hasClusterInventory(folder: string): boolean;
  /** True where the file is called like a service beside the cluster, and only files of Terraform that speak of no node use it. */
  isOfOtherMachines(path: string): boolean;
  /** True where what starts a machine is called like one beside the cluster, and what starts a node lies in the same folder. */
  startsBesideNodes(path: string): boolean;
  /** True for a template or file of a role whose tasks name their files, and not this one. */
  isUnusedInRole(path: string): boolean;
  /** True in a role that nothing in the repository calls, while a playbook beside the roles calls others of them. */
  isInUncalledRole(path: string): boolean;
  /** For a playbook, and in a role, whose plays name only hosts which the project makes no nodes. */
  apart(path: string): Apart | undefined;
  /** What is run together: playbooks and the roles that their plays call. */
  runs(): readonly Run[];
  /** True where inventories say which hosts the group and the others have, and none is in both. */
  areOtherHosts(group: string, others: readonly string[]): boolean;
  /** True in a role that plays only run on machines beside the nodes of the cluster. */
  isInRoleBesideNodes(path: string): boolean;
  /** True in a role that runs an application of Compose. */
  isInComposeRole(path: string): boolean;
  /** True for a file that a kustomization calls by its name. */
  isInKustomization(path: string): boolean;
  /** That a folder holds scripts of an element of diskimage-builder which makes the image of a node. */
  elementOfNodes(folder: string): BesideEvidence | undefined;
  /** How many scripts lie in the folder itself, also those without a word of Docker. */
  scriptsIn(folder: string): number;
  /** True where a script of the folder has to do with containerd or CRI-O, and not with Docker. */
  hasScriptOfOtherRuntime(folder: string): boolean;
  /** Where the nearest folder above a path describes a cluster of RKE, and nothing in it one of another kind. */
  rkeCluster(path: string): Span | undefined;
}

/** Prose speaks of everything, and programs of what they are written for. */
const SILENT =
  /\.(?:md|markdown|rst|adoc|txt|html?|svg|csv|lock|sum|mod|go|py|js|mjs|cjs|jsx|tsx?|java|kt|rs|c|h|cc|cpp|cs|php|scala|swift|ipynb|zsh|fish)$|(?:^|\/)(?:license|changelog|notice|vendor|node_modules|third_party|docs?)(?:\/|$)/i;
const STARTS_MACHINE = /^(?:#cloud-config|#!|Content-Type: multipart)/;
const GROUP_VARIABLES = /(?:^|\/)group_vars\/([^/]+?)(?:\.ya?ml)?(?:\/|$)/;

export function lookAround(files: readonly InputFile[]): Surroundings {
  const nodes = new Set<string>();
  const kubernetes = new Set<string>();
  const holding = new Set<string>();
  const compose: InputFile[] = [];
  const inventories = new Set<string>();
  const clusters = new Set<string>();
  const terraform: InputFile[] = [];
  const otherRuntimes = new Set<string>();
  for (const file of files) {
    const { path } = file;
    if (isComposeName(path)) compose.push(file);
    if (SILENT.test(path)) continue;
    const { text } = file;
    if (!isComposeName(path) && hasComposeServices({ path, text })) compose.push(file);
    if (text.startsWith('#compdef')) continue;
    const isNodes = SPEAKS_OF_NODES.test(text) || SPEAKS_OF_NODES.test(path);
    if (isNodes) {
      if (speaksForFolder(path, text)) addFolders(nodes, path);
      nodes.add(path);
    }
    if (isNodes || SPEAKS_OF_KUBERNETES.test(text) || SPEAKS_OF_KUBERNETES.test(path)) {
      addFolders(kubernetes, path);
      holding.add(folderOf(path));
    }
    if (SCRIPT.test(path) && isOfOtherRuntime(path, text)) otherRuntimes.add(folderOf(path));
    if (path.endsWith('.tf')) terraform.push({ path, text });
    const group = GROUP_VARIABLES.exec(path)?.[1];
    if (group === undefined && !isInventory(path)) continue;
    addFolders(inventories, path);
    if (group === undefined ? CLUSTER_GROUP_LINE.test(text) : CLUSTER_GROUP.test(group)) addFolders(clusters, path);
  }
  const composeFolders = new Set(compose.map(({ path }) => folderOf(path)));
  return {
    rkeCluster: clustersOfRke(files.filter(({ path }) => !SILENT.test(path))),
    elementOfNodes: elementsOfNodes(files),
    scriptsIn: (folder) => scriptsByFolder(files).get(folder) ?? 0,
    hasScriptOfOtherRuntime: (folder) => otherRuntimes.has(folder),
    isInKustomization: (path) => namesInKustomizations(files).has(baseName(path)),
    isInUncalledRole: uncalledRoles(files),
    isUnusedInRole: unusedRoleFiles(files),
    isMountedByCompose: composeMounts(compose),
    apart: apartOf(files),
    runs: () => playsOfFiles(files).runs,
    areOtherHosts: otherHosts(files),
    isInRoleBesideNodes: rolesBesideNodes(files),
    isInComposeRole: composeRoles(files),
    isOfOtherMachines: (path) => {
      if (!OTHER_MACHINES.test(path)) return false;
      const users = usersByName(terraform).get(baseName(path)) ?? [];
      return users.length > 0 && !users.some((one) => nodes.has(one.path));
    },
    startsBesideNodes: (path) => isBeside(baseName(path)) && foldersOfStarts(files).has(folderOf(path)),
    speaksOfKubernetes: (folder) => kubernetes.has(folder),
    holdsKubernetes: (folder) => holding.has(folder),
    speaksOfNodes: (place) => nodes.has(place),
    hasClusterInventory: (folder) => {
      const nearest = [folder, ...(folder === '' ? [] : foldersAbove(folder))].find((one) => inventories.has(one));
      return nearest !== undefined && clusters.has(nearest);
    },
    composeFolder: (path) => foldersAbove(path).find((folder) => composeFolders.has(folder)),
  };
}

const scriptsByFolder = once((files: readonly InputFile[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { path } of files) if (SCRIPT.test(path)) found.set(folderOf(path), (found.get(folderOf(path)) ?? 0) + 1);
  return found;
});

const SCRIPT = /\.(?:sh|bash|ps1)$/i;

/** `10-containerd.sh` beside `10-docker.sh`, whatever stands in it; or a text that speaks of another runtime alone. */
function isOfOtherRuntime(path: string, text: string): boolean {
  return OTHER_RUNTIME.test(baseName(path)) || (OTHER_RUNTIME.test(text) && !/docker/i.test(text));
}

const OTHER_RUNTIME = /containerd|(?<![a-z])cri-?o(?![a-z])/i;

/** The files of Terraform by the names of files in them. */
const usersByName = once((terraform: readonly InputFile[]) =>
  groupByEach(terraform, ({ text }) => new Set(text.match(FILE_NAME))),
);

const FILE_NAME = /[\w.-]{1,100}\.[\w.-]{1,20}/g;

/** The folders of files that start a machine and are called after a node. */
const foldersOfStarts = once((files: readonly InputFile[]): ReadonlySet<string> => {
  const starts = files.filter(({ path }) => NODE_START.test(baseName(path)));
  return new Set(starts.flatMap(({ path, text }) => (STARTS_MACHINE.test(text) ? [folderOf(path)] : [])));
});

function isBeside(name: string): boolean {
  return (BESIDE_GROUP.test(name) || BESIDE_START.test(name)) && !NODE_START.test(name);
}

/** A file of containerd has its CRI plugin on every machine, and shows no kubelet to the files beside it. */
function speaksForFolder(path: string, text: string): boolean {
  return !CONTAINERD_FILE.test(path) || SPEAKS_OF_NODES.test(text.replace(DUMPED_CONFIGURATION, ''));
}

const CONTAINERD_FILE = /\.toml(?:\.[\w-]+)?$/i;

function addFolders(known: Set<string>, path: string): void {
  for (const folder of foldersAbove(path)) {
    if (known.has(folder)) return;
    known.add(folder);
  }
}
