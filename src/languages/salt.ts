/** Salt states: services, packages, commands and files of a machine. */

import { packageNamed } from '../data/packages.ts';
import type { Condition } from '../model/condition.ts';
import type { Document, Token } from '../model/document.ts';
import { type Fact, type PackageFact, PLAINLY } from '../model/fact.ts';
import { fileTarget, type Link } from '../model/link.ts';
import type { Reading } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { joinedView } from '../text/join.ts';
import { spanOf } from '../text/placed.ts';
import { table } from '../text/table.ts';
import type { View } from '../text/view.ts';
import { dockerModuleReading } from './ansible/docker-modules.ts';
import { allUnder } from './conditions/stretches.ts';
import { askedAt } from './conditions/templates.ts';
import { createDocument, EMPTY_READING, type Embed, type Input, mergeReadings } from './front-end.ts';
import { commandAt, scriptFacts } from './shell/shell.ts';
import { certaintyOf, pathFacts } from './text/facts.ts';
import { type ContentContext, embedText, scalarReading } from './yaml/content.ts';
import { walkScalars } from './yaml/walk.ts';
import {
  get,
  itemsOf,
  pairsOf,
  scalarAt,
  tokenOf,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from './yaml/yaml.ts';

const FUNCTION =
  /^(?:service|pkg|pkgrepo|cmd|file|docker_container|docker_image|dockerng|mount|user|group|module|cron)\.\w+$/;

/** At least one of its declarations calls a function of a state module, or it only names other states. */
export function isSaltState(root: YamlNode): boolean {
  return (
    get(root, 'include')?.kind === 'list' ||
    pairsOf(root).some(({ value }) => callsOf(value).some((call) => FUNCTION.test(functionOf(call))))
  );
}

/** `kubelet: service.enabled`: without arguments, a function is the whole value of its declaration. */
function callsOf(value: YamlNode | undefined): readonly YamlPair[] {
  if (value?.kind !== 'scalar') return pairsOf(value);
  return FUNCTION.test(value.text) && VERB.test(value.text) ? [{ key: value, value: undefined }] : [];
}

/** `pkg: [installed, {name: docker}]` stands for `pkg.installed`. */
function functionOf({ key, value }: YamlPair): string {
  if (key.text.includes('.')) return key.text;
  const verb = itemsOf(value).find((item) => item.kind === 'scalar' && VERB.test(item.text));
  return `${key.text}.${verb?.kind === 'scalar' ? verb.text : ''}`;
}

const VERB =
  /(?:^|\.)(?:installed|latest|removed|purged|held|running|dead|enabled|disabled|masked|managed|absent|present|directory|symlink|append|run|script|wait|mounted|unmounted)$/;

export function readSalt(root: YamlMap, view: View, input: Input, embed: Embed): Reading {
  const document = createDocument({ ...input, view }, 'yaml');
  const { depth, object } = input;
  const context: ContentContext = { document, format: 'yaml', object, depth, embed, owner: document.label };
  const readings = root.pairs.flatMap((declaration) =>
    callsOf(declaration.value).map((call) => stateReading(declaration.key, call, context)),
  );
  return mergeReadings([{ ...EMPTY_READING, documents: [document], links: includes(root, document) }, ...readings]);
}

/** `top.sls`: which machines get which states, by environment and by how the machines are chosen. */
export function readSaltTop(root: YamlMap, view: View, input: Input): Reading {
  const document = createDocument({ ...input, view }, 'yaml');
  const links = root.pairs
    .flatMap(({ value }) => pairsOf(value))
    .flatMap(({ key, value }) => statesNamed(value, document, { kind: 'group', name: key.text }));
  return { ...EMPTY_READING, documents: [document], links };
}

/** `include: [.docker, base.users]`: states that the same machine gets. */
function includes(root: YamlMap, document: Document): readonly Link[] {
  return statesNamed(get(root, 'include'), document, undefined);
}

/** A state is one file, or the first of a folder. */
function statesNamed(list: YamlNode | undefined, document: Document, site: Site | undefined): readonly Link[] {
  const names = itemsOf(list).flatMap((item) => (item.kind === 'scalar' ? [item] : []));
  return names.flatMap((item) => {
    const name = item.text;
    const conditions = askedAround(item);
    const dots = /^\.*/.exec(name)?.[0].length ?? 0;
    const path = `${'../'.repeat(Math.max(0, dots - 1))}${name.slice(dots).replaceAll('.', '/')}`;
    return [`${path}.sls`, `${path}/init.sls`].map(
      (file): Link => ({ from: document, site, kind: 'calls', to: fileTarget(file), conditions }),
    );
  });
}

/** What Jinja asks around it: `{% if pillar['container_runtime'] == 'docker' %}`. */
function askedAround(scalar: YamlScalar): readonly Condition[] {
  const { source, start } = spanOf(tokenOf(scalar));
  return askedAt(source, start);
}

interface State {
  readonly context: ContentContext;
  /** What the state is about: its names, or the name of the declaration. */
  readonly names: readonly YamlScalar[];
  readonly arguments: YamlMap;
  readonly conditions: readonly Condition[];
}

function stateReading(id: YamlScalar, call: YamlPair, context: ContentContext): Reading {
  const { key, value } = call;
  const [module = '', name = ''] = functionOf(call).split('.');
  const given: YamlMap = {
    kind: 'map',
    start: key.start,
    end: key.end,
    pairs: itemsOf(value).flatMap((item) => pairsOf(item)),
  };
  const names = namesOf(given, module);
  const conditions = conditionsOf(given);
  const state: State = { context, names: names.length > 0 ? names : [id], arguments: given, conditions };
  return allUnder(moduleReading(module, name, state), conditions);
}

function namesOf(given: YamlMap, module: string): readonly YamlScalar[] {
  const keys = module === 'pkg' ? ['pkgs', 'names', 'name'] : ['names', 'name'];
  const found = keys.map((key) => given.pairs.find((pair) => pair.key.text === key)?.value).find((node) => node);
  if (found?.kind === 'scalar') return [found];
  return itemsOf(found).flatMap((item) => (item.kind === 'scalar' ? [item] : pairsOf(item).map((pair) => pair.key)));
}

const ASKS_FOR_DOCKER = /\b(?:which|command -v|test -\w|systemctl is-active|docker)\b.{0,200}docker|^docker\b/;
/** Longer than what a state asks before it acts. */
const LONGEST_TEST = 500;

/** `onlyif: which docker`: the state is passed over where the command fails. */
function conditionsOf(given: YamlMap): readonly Condition[] {
  return ['onlyif', 'unless'].flatMap((key): Condition[] => {
    const test = scalarAt(given, key);
    if (!test || !ASKS_FOR_DOCKER.test(test.text.slice(0, LONGEST_TEST))) return [];
    return [{ kind: 'presence', holds: key === 'onlyif', at: tokenOf(test) }];
  });
}

function moduleReading(module: string, name: string, state: State): Reading {
  switch (module) {
    case 'service':
      return commands(state, serviceVerb(name));
    case 'pkg':
      return { ...EMPTY_READING, facts: packageFacts(name, state) };
    case 'cron':
      return name === 'present' ? scripts(state) : EMPTY_READING;
    case 'cmd':
      return scripts(state);
    case 'file':
      return fileReading(name, state);
    case 'docker_container':
    case 'dockerng':
      return containerReading(name, state);
    case 'docker_image':
      return commands(state, name === 'absent' ? [] : ['docker', 'pull']);
    default:
      return others(state.arguments, state.context);
  }
}

function scripts({ names, context }: State): Reading {
  return mergeReadings(names.map(({ view }) => scriptFacts(view, context)));
}

function serviceVerb(name: string): readonly string[] {
  return ['systemctl', /^(?:dead|disabled|masked)$/.test(name) ? 'stop' : 'start'];
}

/** The name as the last word of a command that the state stands for. */
function commands({ names, context }: State, words: readonly string[]): Reading {
  if (words.length === 0) return EMPTY_READING;
  return mergeReadings(
    names.map((name) => {
      const at = tokenOf(name);
      return commandAt(at, [...words, at], context);
    }),
  );
}

/** Arguments of the state that a task of Ansible calls otherwise. */
const ARGUMENTS = table<string>({ binds: 'volumes', port_bindings: 'ports', cmd: 'command', environment: 'env' });

/** What tells Salt when and how to run the state: requisites, and manners of the module. */
const MANNERS: ReadonlySet<string> = new Set(
  'require require_any require_in watch watch_any watch_in onchanges onchanges_any onchanges_in onfail onfail_any onfail_in prereq prereq_in use use_in listen listen_in onlyif unless creates check_cmd order reload_modules reload_grains reload_pillar retry timeout parallel failhard fire_event runas umask saltenv skip_translate ignore_collisions validate_ip_addrs validate_input force watch_action start client_timeout shutdown_timeout wait_for update detach force_running'.split(
    ' ',
  ),
);

/** `docker_container.running`: the `docker run` that it stands for, with the command that the container runs. */
function containerReading(name: string, { names, arguments: given, context, conditions }: State): Reading {
  if (!/^(?:running|present)$/.test(name)) return EMPTY_READING;
  const [at] = names;
  if (!at) return EMPTY_READING;
  const args = new Map<string, readonly Token[]>([['name', [tokenOf(at)]]]);
  for (const { key, value } of given.pairs) {
    if (MANNERS.has(key.text)) continue;
    const values = value?.kind === 'scalar' ? [value] : itemsOf(value).filter((item) => item.kind === 'scalar');
    args.set(ARGUMENTS.get(key.text) ?? key.text, values.map(tokenOf));
  }
  return dockerModuleReading('docker_container', tokenOf(at), args, { ...context, conditions, task: given });
}

function packageFacts(name: string, { names, context: { document } }: State): readonly PackageFact[] {
  const action = /^(?:removed|purged)$/.test(name) ? 'remove' : name === 'held' ? 'hold' : 'install';
  return names.map((one) => ({
    ...baseOf(document, one),
    kind: 'package',
    name: packageNamed(one.text),
    action,
    manager: 'salt',
    polarity: action === 'remove' ? 'removes' : 'uses',
  }));
}

function baseOf(document: Document, { view, text, ...place }: YamlScalar) {
  const at = tokenOf({ view, text, ...place });
  return { document, at, certainty: certaintyOf(text), pod: undefined, container: undefined, ...PLAINLY };
}

function fileReading(name: string, { names, arguments: given, context }: State): Reading {
  const polarity = name === 'absent' ? 'removes' : 'uses';
  const facts: readonly Fact[] = names.flatMap((one) => pathFacts(context.document, tokenOf(one), 'write', polarity));
  const [target] = names;
  const contents = ['contents', 'text', 'content', 'repl'].map((key) => textOf(get(given, key))).find((view) => view);
  const source = scalarAt(given, 'source')?.text.replace(/^salt:\/\//, '');
  const conditions = target ? askedAround(target) : [];
  const links = source
    ? [{ from: context.document, kind: 'copies' as const, to: fileTarget(source), target: target?.text, conditions }]
    : [];
  const written = target && contents && name !== 'absent' ? embedText(contents, target.text, context) : EMPTY_READING;
  return mergeReadings([{ ...EMPTY_READING, facts, links }, written]);
}

/** A text, or a list of its lines. */
function textOf(node: YamlNode | undefined): View | undefined {
  if (node?.kind === 'scalar') return node.view;
  const lines = itemsOf(node).flatMap((item) => (item.kind === 'scalar' ? [tokenOf(item)] : []));
  return lines.length > 0 ? joinedView(lines, '\n') : undefined;
}

function others(given: YamlMap, context: ContentContext): Reading {
  const readings: Reading[] = [];
  walkScalars(given, { visit: (visited) => readings.push(scalarReading(visited, context)) });
  return mergeReadings(readings);
}
