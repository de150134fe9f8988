/** One Ansible task: what its module runs, installs, writes or sets. */
import { ENGINE_ARCHIVE, NAMES_REMOVAL } from '../../data/packages.ts';
import { SHOWS_DOCKER } from '../../data/paths.ts';
import { type Condition, type Polarity, within } from '../../model/condition.ts';
import type { Document, Token } from '../../model/document.ts';
import type { Fact, PackageFact, PathFact, SettingFact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import type { Site } from '../../model/site.ts';
import { partition } from '../../text/group.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { baseName } from '../../text/path.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { type View, viewBuilder } from '../../text/view.ts';
import { valuesReading } from '../chart-files/values.ts';
import { EMPTY_READING, type Input, mergeReadings } from '../front-end.ts';
import { isKubernetesObject, readKubernetesObject } from '../kubernetes/kubernetes.ts';
import { commandFacts, scriptFacts } from '../shell/shell.ts';
import { certaintyOf, settingFact, token } from '../text/facts.ts';
import { carriedFlags } from '../yaml/carried-flags.ts';
import { type ContentContext, embedText, scalarReading } from '../yaml/content.ts';
import { walkScalars } from '../yaml/walk.ts';
import {
  get,
  itemsOf,
  pairsOf,
  scalarAt,
  textAt,
  tokenOf,
  type YamlMap,
  type YamlNode,
  type YamlPair,
} from '../yaml/yaml.ts';
import { dockerModuleReading, isDockerModule } from './docker-modules.ts';
import { linksOf } from './links.ts';
import { commandLine, isCommandModule, isDelegatedHere, moduleName } from './modules.ts';
import { copiedPrograms, programOf } from './programs.ts';
import { isGone, isGoneAt, stateConditions } from './states.ts';

/** Keys of a task that are not its module. */
const KEYWORDS =
  /^(?:name|when|with_\w+|loop|loop_control|register|notify|become\w*|tags|vars|environment|ignore_errors|changed_when|failed_when|until|retries|delay|delegate_to|run_once|no_log|args|listen|check_mode|any_errors_fatal|async|poll|connection|remote_user|throttle|timeout|diff|debugger|module_defaults|collections|hosts|roles|gather_facts)$/;

interface TaskContext extends ContentContext {
  readonly conditions: readonly Condition[];
  readonly task: YamlMap;
  readonly path: readonly string[];
}

export function taskReading(task: YamlMap, content: ContentContext, conditions: readonly Condition[]): Reading {
  const name = scalarAt(task, 'name')?.text;
  const context: TaskContext = { ...content, conditions, task, path: [name ? `[${name}]` : '[]'] };
  const readings = task.pairs.map((pair) => {
    if (!pair.value) return EMPTY_READING;
    return KEYWORDS.test(pair.key.text)
      ? keywordReading(pair, pair.value, context)
      : moduleReading(pair, pair.value, context);
  });
  const flags: Reading = { ...EMPTY_READING, facts: carriedFlags(content.document, task) };
  return underTask(mergeReadings([flags, ...readings]), context);
}

/** Whatever a task runs, writes or sets stands under its `when`; names of what is to be absent are removed. */
function underTask(reading: Reading, { conditions, task }: TaskContext): Reading {
  const removes = task.pairs.some((pair) => isRemoval(pair.value));
  const goesOn = ignoresFailure(task);
  const needed = task.pairs.flatMap((pair) => [...neededBy(pair), ...keptBy(pair)]);
  const all = within(conditions, needed);
  const isLocal = runsLocally(task);
  if (!isLocal && all.length === 0 && !removes && !goesOn) return reading;
  // The outcome is kept, and a failure is no failure: `ignore_errors: true` with `register`.
  const asks = goesOn && textAt(task, 'register') !== undefined;
  const facts = reading.facts.map((fact) => ({
    ...fact,
    ...(goesOn && fact.kind === 'command' ? { onFailure: 'goes-on' as const } : {}),
    ...(isLocal && !fact.site ? { site: OPERATOR } : {}),
    conditions: within(all, fact.conditions),
    polarity: polarityOf(fact, removes, asks),
  }));
  return { ...reading, facts };
}

/** The machine of whoever runs the playbook. */
const OPERATOR = { kind: 'group', name: 'localhost' } as const satisfies Site;

function runsLocally(task: YamlMap): boolean {
  return isDelegatedHere(task) || task.pairs.some(({ key }) => key.text === 'local_action');
}

/** `removes: /usr/bin/docker`: the command only runs where that is there. */
function neededBy({ value }: YamlPair): readonly Condition[] {
  const path = value?.kind === 'map' ? scalarAt(value, 'removes') : undefined;
  if (!path || !SHOWS_DOCKER.test(path.text)) return [];
  return [{ kind: 'presence', holds: true, at: tokenOf(path) }];
}

/** `state: "{{ 'present' if use_docker else 'absent' }}"` */
function keptBy({ value }: YamlPair): readonly Condition[] {
  const state = value?.kind === 'map' ? scalarAt(value, 'state') : undefined;
  return state ? stateConditions(tokenOf(state)) : [];
}

function polarityOf(fact: Fact, removes: boolean, asks: boolean): Polarity {
  if (removes && (fact.kind === 'setting' || fact.kind === 'path')) return 'removes';
  return asks && fact.polarity === 'uses' && isQuestion(fact) ? 'probes' : fact.polarity;
}

function ignoresFailure(task: YamlMap): boolean {
  return (
    /^(?:true|yes)$/i.test(textAt(task, 'ignore_errors') ?? '') ||
    /^(?:false|no)$/i.test(textAt(task, 'failed_when') ?? '')
  );
}

function isQuestion(fact: Fact): boolean {
  return fact.kind === 'command' && /^(?:--version|-v|version|info|ps|images|inspect)$/.test(fact.words[1]?.text ?? '');
}

function isRemoval(value: YamlNode | undefined): boolean {
  if (value?.kind === 'scalar') return /(?:^|\s)state=["']?(?:absent|removed)\b/.test(value.text.slice(0, 4096));
  return value?.kind === 'map' && isGone(scalarAt(value, 'state')?.text);
}

/** Modules that only tell the operator something. */
const SPEAKS = /^(?:ansible\.builtin\.)?(?:debug|fail|assert|pause)$/;

/** What they tell. */
const SPOKEN = /^(?:msg|fail_msg|success_msg|prompt)$/;

/** Arguments of modules, loops and facts that hold what is run; whatever else a task is given are values, names and words. */
const RUN_KEYS =
  /(?:^|_)(?:argv|args|arguments|cli|cmds?|commands?|exec|execute|job|jobs|run|scripts?|shell|user_?data|custom_?data|validate)$/i;

function isRunKey(key: string): boolean {
  return RUN_KEYS.test(key);
}

function speaks({ key }: YamlPair): boolean {
  return SPEAKS.test(key.text);
}

const LOOP = /^(?:loop|with_\w+)$/;

function keywordReading(pair: YamlPair, value: YamlNode, context: TaskContext): Reading {
  // Names of handlers and of results read like commands: `docker start service`.
  if (/^(?:when|name|notify|listen|register|tags)$/.test(pair.key.text)) return EMPTY_READING;
  const isLoop = LOOP.test(pair.key.text);
  if ((isLoop || pair.key.text === 'vars') && context.task.pairs.some(speaks)) return EMPTY_READING;
  const runs = isLoop && !context.task.pairs.some(({ key }) => isCommandModule(moduleName(key.text)));
  return settings(value, [...context.path, pair.key.text], pair, runs ? { ...context, runs: isRunKey } : context);
}

function settings(value: YamlNode, path: readonly string[], pair: YamlPair, context: TaskContext): Reading {
  if (value.kind === 'scalar') {
    const fact = settingFact(context.document, 'ansible', path, tokenOf(pair.key), tokenOf(value));
    return value.text === '' ? EMPTY_READING : { ...EMPTY_READING, facts: [fact] };
  }
  const readings: Reading[] = [];
  walkScalars(value, { visit: (visited) => readings.push(scalarReading(visited, context)) }, path);
  return mergeReadings(readings);
}

type Arguments = ReadonlyMap<string, readonly Token[]>;

function moduleReading(pair: YamlPair, value: YamlNode, context: TaskContext): Reading {
  const module = moduleName(pair.key.text);
  if (isCommandModule(module)) return commandReading(module, value, context);
  if (speaks(pair)) return spokenReading(pair, value, context);
  const written = argumentsOf(value);
  const args = withLoopItems(written, context.task);
  const isRemoved = args.get('state')?.[0]?.text === 'absent';
  if (module === 'cron') return cronReading(pair, value, isRemoved, context);
  const manifests = manifestReading(module, value, context);
  if (manifests) return isRemoved ? EMPTY_READING : manifests;
  const path = [...context.path, module];
  const named = [...args].flatMap(([key, tokens]) =>
    tokens.flatMap((item, i): SettingFact[] => {
      if (value.kind !== 'scalar' && written.get(key)?.includes(item)) return [];
      const fact = settingFact(context.document, 'ansible', [...path, key], undefined, item);
      return [isGoneAt(args, tokens, i) ? { ...fact, polarity: 'removes' } : fact];
    }),
  );
  const programs = isRemoved ? [] : copiedPrograms(module, written, loopItems(context.task, undefined));
  const facts: Fact[] = [
    ...packageFacts(module, args, context),
    ...programs.map((at) => packageFact(at, programOf(at), 'install', 'copy', context)),
    ...pathFacts(module, args, context),
    ...named,
  ];
  return mergeReadings([
    { ...EMPTY_READING, facts, links: linksOf(module, args, context) },
    ...(value.kind === 'scalar' ? [] : [settings(value, path, pair, { ...context, runs: isRunKey })]),
    ...writtenText(module, value, args, context),
    ...(isDockerModule(module) ? [dockerModuleReading(module, tokenOf(pair.key), args, context)] : []),
  ]);
}

/** What a module asks before it speaks; what it says is for the operator. */
function spokenReading(pair: YamlPair, value: YamlNode, context: TaskContext): Reading {
  if (value.kind !== 'map') return EMPTY_READING;
  const asked: YamlMap = { ...value, pairs: value.pairs.filter(({ key }) => !SPOKEN.test(key.text)) };
  return settings(asked, [...context.path, moduleName(pair.key.text)], pair, { ...context, runs: () => false });
}

/** The job is a command line; one that is removed runs no more. */
function cronReading(pair: YamlPair, value: YamlNode, isRemoved: boolean, context: TaskContext): Reading {
  const job = isRemoved ? undefined : (scalarAt(value, 'job') ?? undefined);
  if (value.kind === 'scalar') return commandReading('shell', value, context);
  const others: YamlMap | undefined =
    value.kind === 'map' ? { ...value, pairs: value.pairs.filter((one) => one.key.text !== 'job') } : undefined;
  return mergeReadings([
    ...(others ? [settings(others, [...context.path, 'cron'], pair, context)] : []),
    ...(job ? [scriptFacts(job.view, context)] : []),
  ]);
}

/** Objects and values that a task hands to the cluster; undefined for other modules. */
function manifestReading(module: string, value: YamlNode, context: TaskContext): Reading | undefined {
  const { document, depth, embed } = context;
  const input: Input = { ...document, language: undefined, depth: depth + 1, parent: document };
  if (/^(?:k8s|openshift|k8s_raw|kubectl)$/.test(module)) {
    const definition = get(value, 'definition') ?? get(value, 'resource_definition') ?? get(value, 'inline');
    if (!definition) return undefined;
    const nodes = definition.kind === 'list' ? definition.items : [definition];
    return mergeReadings(
      nodes.map((node) => {
        if (node.kind === 'scalar') return embedText(node.view, 'definition.yaml', context);
        return isKubernetesObject(node) ? readKubernetesObject(node, document.view, input, embed) : EMPTY_READING;
      }),
    );
  }
  if (module !== 'helm') return undefined;
  const values = get(value, 'release_values') ?? get(value, 'values');
  if (values?.kind !== 'map') return undefined;
  const child: Document = {
    ...document,
    language: 'helm-values',
    label: `values in ${document.label}`,
    parent: document,
  };
  return mergeReadings([{ ...EMPTY_READING, documents: [child] }, valuesReading(child, values, { depth, embed })]);
}

function commandReading(module: string, value: YamlNode, context: TaskContext): Reading {
  const argv = itemsOf(get(value, 'argv')).flatMap((word): Token[] => (word.kind === 'scalar' ? [tokenOf(word)] : []));
  if (argv.length > 0) return commandFacts(argv, context);
  const script = commandLine(value);
  if (!script) return EMPTY_READING;
  if (module.startsWith('win_')) return embedText(script.view, 'task.ps1', context);
  return scriptFacts(script.written ?? script.view, context);
}

/** Arguments written as a map, or as `name=docker state=started`. */
function argumentsOf(value: YamlNode): Arguments {
  const args = new Map<string, readonly Token[]>();
  if (value.kind === 'map') {
    for (const pair of value.pairs) {
      const found = pair.value?.kind === 'scalar' ? [pair.value] : itemsOf(pair.value);
      args.set(
        pair.key.text,
        found.flatMap((item) => (item.kind === 'scalar' ? [tokenOf(item)] : [])),
      );
    }
  } else if (value.kind === 'scalar') {
    const text = tokenOf(value);
    if (!value.text.includes('=')) args.set('', [text]);
    for (const match of value.text.matchAll(/(?<![\w-])(\w+)=("[^"]*"|'[^']*'|[^\s"']+)/g)) {
      const quoted = /^["']/.test(match[2] ?? '') ? 1 : 0;
      const start = match.index + (match[1]?.length ?? 0) + 1 + quoted;
      const end = match.index + match[0].length - quoted;
      args.set(match[1] ?? '', [token(text.view, start, end)]);
    }
  }
  return args;
}

const PACKAGE_MODULES =
  /^(?:apt|yum|dnf5?|package|zypper|apk|pacman|rpm|homebrew|win_package|win_chocolatey|pip|snap|apt_rpm)$/;
const REPOSITORY_MODULES = /^(?:apt_repository|yum_repository|zypper_repository|apt_key|rpm_key|deb822_repository)$/;

const POLARITIES: Readonly<Partial<Record<PackageFact['action'], Polarity>>> = { remove: 'removes' };

function packageFact(
  at: Token,
  name: string,
  action: PackageFact['action'],
  manager: string,
  { document, conditions }: TaskContext,
): PackageFact {
  return {
    kind: 'package',
    document,
    at,
    certainty: certaintyOf(name),
    pod: undefined,
    container: undefined,
    conditions,
    polarity: POLARITIES[action] ?? 'uses',
    name,
    action,
    manager,
  };
}

function packageFacts(module: string, args: Arguments, context: TaskContext): PackageFact[] {
  const make = (at: Token, name: string, action: PackageFact['action'], manager: string) =>
    packageFact(at, name, action, manager, context);
  const all = (...keys: readonly string[]) => keys.flatMap((key) => args.get(key) ?? []);
  if (PACKAGE_MODULES.test(module)) {
    return ['name', 'pkg', 'package', 'deb'].flatMap((key) => {
      const written = args.get(key) ?? [];
      const [gone, kept] = partition(
        written.map((name, i) => ({ name, isGone: isGoneAt(args, written, i) })),
        (one) => one.isGone,
      );
      const facts = (of: typeof gone, action: PackageFact['action']) =>
        oncePerName(of.flatMap(({ name }) => (isExpression(name) ? [name] : splitNames(name)))).map((name) =>
          make(name, packageName(name), action, module),
        );
      return [...facts(kept, 'install'), ...facts(gone, 'remove')];
    });
  }
  if (module === 'dpkg_selections') {
    const action = /^(?:purge|deinstall)$/.test(args.get('selection')?.[0]?.text ?? '') ? 'remove' : 'hold';
    return all('name').map((name) => make(name, packageName(name), action, module));
  }
  if (REPOSITORY_MODULES.test(module)) {
    return all('repo', 'baseurl', 'url', 'key', 'uris').map((at) => make(at, at.text, 'repository', module));
  }
  if (module === 'unarchive')
    return all('src').flatMap((at) => (ENGINE_ARCHIVE.test(at.text) ? [make(at, 'docker', 'install', 'archive')] : []));
  return module === 'get_url' || module === 'win_get_url'
    ? all('url').map((at) => make(at, at.text, 'download', 'url'))
    : [];
}

/** A name that a list has twice is one package. */
function oncePerName(names: readonly Token[]): readonly Token[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const isNew = isExpression(name) || !seen.has(name.text);
    seen.add(name.text);
    return isNew;
  });
}

/** A name without its version; a variable that speaks of docker stands for its packages. */
function packageName(name: Token): string {
  const file = /\.(?:rpm|deb)$/.test(name.text) ? baseName(name.text) : name.text;
  if (!isExpression(name)) return file.replace(/(?:=|[-_][\d\uE000]).*/s, '');
  return /docker/i.test(written(name)) && !NOT_THE_ENGINE.test(written(name)) && !NAMES_REMOVAL.test(written(name))
    ? 'docker'
    : name.text;
}

/** What stands beside the engine: the runtime that is packed with it, what it needs, its other tools. */
const NOT_THE_ENGINE = /containerd|compose|buildx|require|prerequisit|depend|python|pip|plugin|repo/i;

/** After masking, `{{ item }}` is nothing but holes. */
function isExpression(text: Token): boolean {
  return /^\uE000+$/.test(text.text);
}

function written(text: Token): string {
  return spanText(spanOf(text));
}

/** Arguments that are `{{ item }}` or `{{ item.key }}` become the items of the task's loop. */
function withLoopItems(args: Arguments, task: YamlMap): Arguments {
  return new Map(
    [...args].map(([key, tokens]) => [
      key,
      tokens.flatMap((text) => {
        const item = isExpression(text) ? /^\{\{-?\s*item(?:\.(\w+))?\b/.exec(written(text)) : null;
        const items = item ? loopItems(task, item[1]) : ownItems(task, text);
        return items.length > 0 ? items : [text];
      }),
    ]),
  );
}

/** `name: "{{ packages }}"` of a task that says under `vars` what they are. */
function ownItems(task: YamlMap, text: Token): Token[] {
  const name = isExpression(text) ? /^\{\{-?\s*(\w+)\s*-?\}\}$/.exec(written(text))?.[1] : undefined;
  const value = name === undefined ? undefined : get(get(task, 'vars'), name);
  return itemsOf(value).flatMap((item) => (item.kind === 'scalar' ? [tokenOf(item)] : []));
}

function loopItems(task: YamlMap, key: string | undefined): Token[] {
  const loops = pairsOf(task).filter((pair) => LOOP.test(pair.key.text));
  return loops
    .flatMap(({ value }) => (value?.kind === 'scalar' ? [value] : itemsOf(value)))
    .flatMap((item) => {
      const found = item.kind === 'scalar' ? item : key === undefined ? undefined : scalarAt(item, key);
      return found ? [tokenOf(found)] : [];
    });
}

function splitNames(name: Token): Token[] {
  return [...name.text.matchAll(/[^,\s]+/g)].map((m) =>
    token(name.view, name.start + m.index, name.start + m.index + m[0].length),
  );
}

const WRITERS =
  /^(?:copy|template|file|lineinfile|blockinfile|get_url|unarchive|synchronize|ini_file|replace|mount|assemble|win_copy|win_template)$/;
const EDITORS = /^(?:lineinfile|blockinfile|replace|ini_file)$/;
const READERS = /^(?:stat|slurp|fetch|find|wait_for|include_vars)$/;

function pathFacts(module: string, args: Arguments, { document, conditions }: TaskContext): PathFact[] {
  const use = WRITERS.test(module) ? 'write' : READERS.test(module) ? 'read' : undefined;
  if (!use) return [];
  const polarity = module === 'stat' ? 'probes' : 'uses';
  const touches = module === 'file' && /^(?:touch|file)$/.test(args.get('state')?.[0]?.text ?? 'file');
  const edits = EDITORS.test(module);
  return ['path', 'dest', 'name', 'paths'].flatMap((key) =>
    (args.get(key) ?? []).flatMap((at, i, all): PathFact[] => {
      const path = normaliseNodePath(at.text);
      if (path === undefined) return [];
      const base = { document, at, certainty: certaintyOf(at.text), pod: undefined, container: undefined, conditions };
      const where = { ...base, polarity: isGoneAt(args, all, i) ? 'removes' : polarity } as const;
      return [{ ...where, kind: 'path', path, use, touches, edits, volume: undefined, command: undefined }];
    }),
  );
}

/** `section: Service`, `option: Environment`, `value: …` of ini_file, as the lines of the file. */
function writtenOptions(value: YamlNode, args: Arguments, context: TaskContext): Reading[] {
  const [option, section, target] = [['option'], ['section'], ['path', 'dest']].map(
    (keys) => keys.flatMap((key) => args.get(key) ?? [])[0]?.text,
  );
  if (!option || !target || args.get('state')?.[0]?.text === 'absent') return [];
  const head = `${section ? `[${section}]\n` : ''}${option}=`;
  const texts = [get(value, 'value'), ...itemsOf(get(value, 'values'))];
  return texts.flatMap((text) =>
    text?.kind === 'scalar' ? [embedText(behind(head, text.view), target, context)] : [],
  );
}

function behind(head: string, view: View): View {
  const builder = viewBuilder(view);
  builder.put(head, 0, 0);
  builder.copy(0, view.text.length);
  return builder.build((replacement) => (replacement.includes('\n') ? null : replacement));
}

/** The text that a module writes into a file, read as what that file is. */
function writtenText(module: string, value: YamlNode, args: Arguments, context: TaskContext): Reading[] {
  if (module === 'ini_file') return writtenOptions(value, args, context);
  const key = { blockinfile: 'block', lineinfile: 'line', replace: 'replace' }[module];
  const text = key ? scalarAt(value, key) : undefined;
  const target = (args.get('dest') ?? args.get('path') ?? args.get('destfile'))?.[0]?.text;
  return text && target ? [embedText(text.view, target, context)] : [];
}
