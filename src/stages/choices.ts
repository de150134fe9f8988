/**
 * A branch for docker keeps a line away only where the choice is open. Where the repository itself chooses docker until
 * somebody says otherwise (`RUNTIME="${RUNTIME:-docker}"`, `container_manager: docker` in a role's defaults), that branch
 * is the usual one.
 */

import { isSwitchOfDocker, namesRuntime } from '../languages/conditions/words.ts';
import { type Condition, underConditions } from '../model/condition.ts';
import type { Document, Token } from '../model/document.ts';
import type { EnvFact, Fact, SettingFact } from '../model/fact.ts';
import type { InputFile } from '../model/input.ts';
import { folderOf } from '../text/path.ts';

interface Default {
  readonly name: string;
  readonly path: string;
  /** `folder`: seen by the scripts beside it; `everywhere`: a variable of roles, groups of hosts, or modules. */
  readonly reach: 'folder' | 'everywhere';
  readonly isDocker: boolean;
  readonly fact: Fact;
}

/** Where a file chooses Docker, and has a branch for another runtime. */
export interface Choice {
  readonly name: string;
  readonly at: Token;
}

export interface Choices {
  /** The conditions that are not met by default. */
  readonly open: (conditions: readonly Condition[], document: Document) => readonly Condition[];
  /** The choice of the same file by which a condition is met. */
  readonly madeIn: (conditions: readonly Condition[], document: Document) => Choice | undefined;
}

/** Takes away the conditions that hold by default. */
export function openChoices(facts: readonly Fact[]): Choices {
  const isDocker = new Map<string, boolean>();
  const defaults = facts.flatMap(defaultOf);
  for (const one of defaults) {
    const around = one.reach === 'folder' ? ['folder', one.name, folderOf(one.path)] : ['everywhere', one.name];
    for (const key of [['file', one.name, one.path], around].map((words) => words.join('\0')))
      isDocker.set(key, (isDocker.get(key) ?? true) && one.isDocker);
  }
  // The nearest defaults decide, and have to agree: those of the file, of its folder, of the repository.
  const chosen = (name: string, path: string) =>
    isDocker.get(`file\0${name}\0${path}`) ??
    isDocker.get(`folder\0${name}\0${folderOf(path)}`) ??
    isDocker.get(`everywhere\0${name}`);
  const isOpen = (one: Condition, path: string) => {
    if (one.kind === 'runtime') return !(one.holds && one.of && !one.form && chosen(lastKey(one.of), path));
    // A switch of which no default is known may be on.
    return one.kind !== 'switch' || one.of === undefined || chosen(lastKey(one.of), path) === false;
  };
  const open: Choices['open'] = (conditions, { path }) =>
    conditions.length === 0 ? conditions : conditions.filter((one) => isOpen(one, path));
  const choices = choicesOfFiles(facts, defaults);
  const madeIn: Choices['madeIn'] = (conditions, { path }) => {
    for (const one of conditions) {
      const found = one.kind === 'runtime' && one.of ? choices.get(`${path}\0${lastKey(one.of)}`) : undefined;
      if (found && !isOpen(one, path)) return found;
    }
    return undefined;
  };
  return { open, madeIn };
}

/** By file and variable: only where the same file has lines for another runtime, too. */
function choicesOfFiles(facts: readonly Fact[], defaults: readonly Default[]): ReadonlyMap<string, Choice> {
  const found = new Map<string, Choice>();
  if (defaults.length === 0) return found;
  const others = new Set<string>();
  for (const { conditions, document } of facts)
    for (const one of conditions)
      if (one.kind === 'runtime' && !one.holds && one.of) others.add(`${document.path}\0${lastKey(one.of)}`);
  for (const { name, path, isDocker, fact } of defaults) {
    const key = `${path}\0${name}`;
    if (!isDocker || !others.has(key) || found.has(key) || fact.kind !== 'env') continue;
    found.set(key, { name: fact.name, at: fact.at });
  }
  return found;
}

function defaultOf(fact: Fact): Default[] {
  if (fact.kind === 'env') return defaultOfVariable(fact);
  return fact.kind === 'setting' ? defaultOfSetting(fact) : [];
}

/** What variables say about docker in a project whose tasks ask for the runtime is for the nodes that have it. */
export function underChoice(facts: readonly Fact[]): readonly Fact[] {
  const of = facts.map(runtimeAsked).find((name) => name !== undefined);
  if (of === undefined) return facts;
  return facts.map((fact) => {
    if (!isDockerVariable(fact)) return fact;
    return underConditions(fact, [{ kind: 'runtime', holds: true, of, at: fact.at }]);
  });
}

/**
 * Files that a repository keeps for Docker beside those for another runtime, in folders of their names or under their
 * names: one of both is taken.
 */
export function underTwins(facts: readonly Fact[], files: readonly Pick<InputFile, 'path'>[]): readonly Fact[] {
  const stems = new Map([...new Set(facts.map(({ document }) => document))].map((one) => [one, stemForDocker(one)]));
  if ([...stems.values()].every((stem) => stem === undefined)) return facts;
  const others = new Set(files.flatMap(({ path }) => OTHER_FOLDER.exec(path)?.[1] ?? stemOf(OTHER_FILE, path) ?? []));
  const beside = new Set(facts.flatMap((fact) => (configuresContainerd(fact) ? folderOf(fact.document.path) : [])));
  return facts.map((fact) => {
    const { path } = fact.document;
    const stem = stems.get(fact.document);
    const isTwin = stem !== undefined && (others.has(stem) || (OF_ENGINE.test(path) && beside.has(folderOf(path))));
    if (!isTwin) return fact;
    // Where the scripts beside it choose docker by default, this is the usual one.
    const of = OF_CHOICE.test(path) ? 'container_runtime' : undefined;
    return underConditions(fact, [{ kind: 'runtime', holds: true, of, at: fact.at }]);
  });
}

/** `kubelet.service`, `docker-daemon.json`: the name says nothing of another runtime. */
const OF_CHOICE = /\.service$|(?:^|\/)docker[-_]daemon\.json$/;

/** A file of containerd that is about its part for the kubelet. */
function configuresContainerd(fact: Fact): boolean {
  if (fact.kind !== 'setting' || !/^(?:toml|containerd)$/.test(fact.format) || fact.document.parent) return false;
  return fact.path[0] === 'plugins' && /^io\.containerd\.(?:grpc\.v1\.)?cri\b|^cri$/.test(fact.path[1] ?? '');
}

/** The files of dockerd itself. */
const OF_ENGINE = /(?:^|\/)(?:(?:docker[-_])?daemon\.json|docker\.(?:service|socket))(?:\.\w+)?$/;

/** What the file for Docker shares with its twin. */
function stemForDocker(document: Document): string | undefined {
  const { path } = document;
  if (OF_ENGINE.test(path) && !DOCKER_FOLDER.test(path)) return folderOf(path);
  if (UNIT.test(path)) return isUnitForDocker(document) ? path.replace(UNIT, '-\0.service') : undefined;
  return DOCKER_FOLDER.exec(path)?.[1] ?? (isOfCluster(document) ? stemOf(DOCKER_FILE, path) : undefined);
}

const UNIT = /(?<=[^/])\.service$/;

/** `kubelet.service` beside `kubelet-containerd.service`, which is for the others. */
function isUnitForDocker({ parent, view }: Document): boolean {
  return parent === undefined && /\bdocker(?:\.service)?\b/.test(view.text.slice(0, 20_000));
}

/** What somebody applies to a cluster: a manifest, or the values of a chart. */
function isOfCluster(document: Document): boolean {
  return document.object !== undefined || document.language === 'helm-values';
}

/** `agent-docker.yaml` and `agent-containerd.yaml` have the same: what is left without the runtime. */
function stemOf(name: RegExp, path: string): string | undefined {
  const { before, after } = name.exec(path)?.groups ?? {};
  return before === undefined ? undefined : `${before}\0${after}`;
}

const OTHER_FILE = fileOf('containerd|cri-?o|cri');
const DOCKER_FILE = fileOf('docker');

/** A file of settings whose name has the word between others. */
function fileOf(word: string): RegExp {
  return new RegExp(
    `^(?<before>(?:.*/)?(?:[^/]*[-_.])?)(?:${word})(?<after>(?:[-_.][^/]*)?\\.(?:ya?ml|json|toml|conf|service))$`,
  );
}

const OTHER_FOLDER = /^(.*\/|)(?:containerd\/config\.toml|cri-?o\/crio\.conf)(?:\.\w+)?$/;
const DOCKER_FOLDER = /^(.*\/|)docker\/(?:daemon\.json|docker\.(?:service|socket))(?:\.\w+)?$/;

/** The variable that a task reads: `when: container_manager == "docker"`. */
function runtimeAsked({ document, conditions }: Fact): string | undefined {
  if (document.language !== 'ansible') return undefined;
  const asked = conditions.find(
    (one) => one.kind === 'runtime' && one.of !== undefined && /\w_\w/.test(one.of) && namesRuntime(one.of),
  );
  return asked?.kind === 'runtime' ? asked.of : undefined;
}

const INVENTORY = /(?:^|\/)(?:inventor(?:y|ies)|hosts)(?:[^/]*$|\/)/;

function isDockerVariable(fact: Fact): boolean {
  const { path, language, parent } = fact.document;
  if (parent || (!VARIABLE_FILES.test(path) && !INVENTORY.test(path))) return false;
  if (fact.kind === 'env') return language === 'ini' && /^docker_/i.test(fact.name);
  if (fact.kind !== 'setting' || !/^(?:ansible|yaml|ini)$/.test(fact.format)) return false;
  return /^docker_/i.test(fact.path.findLast((key) => !key.startsWith('[')) ?? '');
}

const DOCKER = /^(?:docker|dockerd|moby|docker-ce)$/i;
const OTHER = /^(?:containerd|cri-?o|crio|podman|remote|rkt)$/i;

function runtimeNamed(text: string): 'docker' | 'other' | undefined {
  if (DOCKER.test(text)) return 'docker';
  return OTHER.test(text) ? 'other' : undefined;
}

function defaultOfVariable(fact: EnvFact): Default[] {
  const runtime = runtimeNamed(fact.value?.text ?? '');
  const { language } = fact.document;
  if (!runtime || fact.pod || !/^(?:shell|ini|powershell|puppet|ruby)$/.test(language)) return [];
  if (fact.perhaps && !isFallback(fact)) return [];
  if (fact.conditions.some((one) => one.kind !== 'runtime')) return [];
  const reach = language === 'puppet' || language === 'ruby' ? 'everywhere' : 'folder';
  return [{ name: fact.name.toLowerCase(), path: fact.document.path, reach, isDocker: runtime === 'docker', fact }];
}

/** `[ -z "$RUNTIME" ] && RUNTIME=docker`; or the last branch, where none of the other runtimes was asked for. */
function isFallback({ name, at, conditions }: EnvFact): boolean {
  const asked = conditions.filter((one) => one.kind === 'runtime' && one.of === name);
  if (asked.length > 0) return asked.every((one) => one.holds && !/docker|moby/i.test(one.at.text));
  if (!/^\w+$/.test(name)) return false;
  const before = at.view.text.slice(Math.max(0, at.start - 160), at.start);
  return new RegExp(`-z\\s+["']?\\$\\{?${name}\\b[^\\n]*(?:&&|;\\s*then|\\n\\s*then)[^;&|]*$`).test(before);
}

/** `install_docker: true` */
const SWITCHED: ReadonlyMap<string, 'docker' | 'other'> = new Map([
  ['true', 'docker'],
  ['yes', 'docker'],
  ['false', 'other'],
  ['no', 'other'],
]);

const VARIABLE_FILES =
  /(?:^|\/)(?:defaults|vars|group_vars|host_vars|inventor(?:y|ies))(?:\/|\.ya?ml$)|(?:^|\/)all\.ya?ml$/;

function defaultOfSetting(fact: SettingFact): Default[] {
  const { format, path, value, document, conditions } = fact;
  if (conditions.length > 0) return [];
  const [first = '', second] = path;
  const variable =
    format === 'terraform' && first === 'variable' && path.at(-1) === 'default' ? path.at(-2) : undefined;
  const inFile = /^(?:ansible|yaml|ini)$/.test(format) && VARIABLE_FILES.test(document.path) && second === undefined;
  const inHiera = format === 'yaml' && second === undefined ? /^[\w:]{1,200}::(\w+)$/.exec(first)?.[1] : undefined;
  // `[all:vars]` of an inventory.
  const inInventory = format === 'ini' && /:vars$/.test(first) && path.length === 2 ? second : undefined;
  const inPillar = format === 'yaml' && PILLAR.test(document.path) ? path.at(-1) : undefined;
  const name = variable ?? inHiera ?? inInventory ?? inPillar ?? (inFile ? first : undefined);
  if (name === undefined) return [];
  const runtime = runtimeNamed(value.text) ?? (isSwitchOfDocker(name) ? SWITCHED.get(value.text) : undefined);
  if (!runtime) return [];
  return [{ name: name.toLowerCase(), path: document.path, reach: 'everywhere', isDocker: runtime === 'docker', fact }];
}

/** What Salt gives to its states. */
const PILLAR = /(?:^|\/)pillars?\/.*\.sls$/;

/** `var.container_runtime`, `.Values.runtime`, `hostvars[host].container_manager`: the name by itself. */
function lastKey(name: string): string {
  return (/(?<!\w)\d*([A-Za-z_]\w*)\W*$/.exec(name)?.[1] ?? name).toLowerCase();
}
