/** One Ansible task: what its module runs, installs, writes or sets. */
import { SHOWS_DOCKER } from '../../data/paths.ts';
import { type Condition, type Polarity, within } from '../../model/condition.ts';
import type { Document, Token } from '../../model/document.ts';
import type { Fact, PathFact, SettingFact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import type { Site } from '../../model/site.ts';
import { normaliseNodePath, normaliseTarget } from '../../text/node-path.ts';
import { type View, viewBuilder, withText } from '../../text/view.ts';
import { valuesReading } from '../chart-files/values.ts';
import { EMPTY_READING, type Input, mergeReadings } from '../front-end.ts';
import { isKubernetesObject, readKubernetesObject } from '../kubernetes/kubernetes.ts';
import { commandFacts, scriptFacts } from '../shell/shell.ts';
import { certaintyOf, settingFact } from '../text/facts.ts';
import { carriedFlags } from '../yaml/carried-flags.ts';
import { type ContentContext, embedText, scalarReading } from '../yaml/content.ts';
import { walkScalars } from '../yaml/walk.ts';
import { get, itemsOf, scalarAt, textAt, tokenOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/yaml.ts';
import { type Arguments, argumentsOf, LOOP, loopItems, withLoopItems } from './arguments.ts';
import { dockerModuleReading, isDockerModule } from './docker-modules.ts';
import { linksOf, notifiedBy } from './links.ts';
import { commandLine, isCommandModule, moduleName } from './modules.ts';
import { packageFact, packageFacts } from './packages.ts';
import { copiedPrograms, programOf } from './programs.ts';
import { isGone, isGoneAt, stateConditions } from './states.ts';

/** Keys of a task that are not its module. */
const KEYWORDS =
  /^(?:name|when|with_\w+|loop|loop_control|register|notify|become\w*|tags|vars|environment|ignore_errors|changed_when|failed_when|until|retries|delay|delegate_to|run_once|no_log|args|listen|check_mode|any_errors_fatal|async|poll|connection|remote_user|throttle|timeout|diff|debugger|module_defaults|collections|hosts|roles|gather_facts)$/;

/** What stands around a task. */
export interface AroundTask extends ContentContext {
  /** The variables of its blocks and play, the nearest first. */
  readonly playVars: readonly YamlNode[];
  /** It, or a block around it, is left to the machine of whoever runs the playbook. */
  readonly isDelegated: boolean;
}

interface TaskContext extends AroundTask {
  readonly conditions: readonly Condition[];
  readonly task: YamlMap;
  readonly path: readonly string[];
}

export function taskReading(task: YamlMap, around: AroundTask, conditions: readonly Condition[]): Reading {
  const name = scalarAt(task, 'name')?.text;
  const context: TaskContext = { ...around, conditions, task, path: [name ? `[${name}]` : '[]'] };
  const readings = task.pairs.map((pair) => {
    if (!pair.value) return EMPTY_READING;
    return KEYWORDS.test(pair.key.text)
      ? keywordReading(pair, pair.value, context)
      : moduleReading(pair, pair.value, context);
  });
  const flags: Reading = {
    ...EMPTY_READING,
    facts: carriedFlags(around.document, task),
    links: notifiedBy(task, context),
  };
  return underTask(mergeReadings([flags, ...readings]), context);
}

/** Whatever a task runs, writes or sets stands under its `when`; names of what is to be absent are removed. */
function underTask(reading: Reading, { conditions, task, isDelegated }: TaskContext): Reading {
  const removes = task.pairs.some((pair) => isRemoval(pair.value));
  const looks = task.pairs.some(({ key }) => LOOKS.test(moduleName(key.text)));
  const goesOn = ignoresFailure(task);
  const needed = task.pairs.flatMap((pair) => [...neededBy(pair), ...keptBy(pair)]);
  const all = within(conditions, needed);
  const isLocal = isDelegated || task.pairs.some(({ key }) => key.text === 'local_action');
  if (!isLocal && all.length === 0 && !removes && !looks && !goesOn) return reading;
  // `ignore_errors: true` with `register`.
  const asks = goesOn && textAt(task, 'register') !== undefined;
  const facts = reading.facts.map((fact) => ({
    ...fact,
    ...(goesOn && fact.kind === 'command' ? { onFailure: 'goes-on' as const } : {}),
    ...(isLocal && !fact.site ? { site: OPERATOR } : {}),
    conditions: within(all, fact.conditions),
    polarity: polarityOf(fact, { removes, looks, asks }),
  }));
  return { ...reading, facts };
}

/** The machine of whoever runs the playbook. */
const OPERATOR = { kind: 'group', name: 'localhost' } as const satisfies Site;

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

/** Modules that only look whether something is there. */
const LOOKS = /^(?:win_)?stat$/;

/** What a task does with what it names. */
interface Deed {
  readonly removes: boolean;
  readonly looks: boolean;
  /** Its outcome is kept, and a failure is none. */
  readonly asks: boolean;
}

function polarityOf(fact: Fact, { removes, looks, asks }: Deed): Polarity {
  if (fact.kind === 'setting' || fact.kind === 'path') {
    if (removes) return 'removes';
    if (looks) return 'probes';
  }
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
  if (value?.kind === 'scalar') return isGone(/(?:^|\s)state=["']?(\w+)/.exec(value.text.slice(0, 4096))?.[1]);
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

function moduleReading(pair: YamlPair, value: YamlNode, context: TaskContext): Reading {
  const module = moduleName(pair.key.text);
  if (isCommandModule(module)) return commandReading(module, value, context);
  if (speaks(pair)) return spokenReading(pair, value, context);
  const written = argumentsOf(value);
  const args = withLoopItems(written, context.task, context.playVars);
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
  if (argv.length > 0) return commandFacts(argv, { ...context, execForm: true });
  const script = commandLine(value);
  if (!script) return EMPTY_READING;
  if (module.startsWith('win_')) return embedText(script.view, 'task.ps1', context);
  const view = script.written ?? script.view;
  const execForm = /^(?:command|expect)$/.test(module);
  return scriptFacts(withoutContinuations(execForm ? onOneLine(view) : view), { ...context, execForm });
}

/**
 * `shell: docker run -d \` over several lines without a `|`: YAML makes one line of them, and Ansible drops a backslash that stands alone.
 * https://github.com/ansible/ansible/blob/devel/lib/ansible/parsing/splitter.py
 */
function withoutContinuations(view: View): View {
  return view.text.includes('\n') ? view : withText(view, view.text.replace(/(?<=[ \t])\\(?=[ \t])/g, ' '));
}

/** No shell ends a command at a line break here: what stands deeper below it, or is an option, goes on with it. */
function onOneLine(view: View): View {
  if (!view.text.includes('\n')) return view;
  return withText(view, view.text.replace(/(?<!\\)\n(?=[ \t]{1,200}\S|--?\w)/g, ' '));
}

const WRITERS =
  /^(?:copy|template|file|lineinfile|blockinfile|get_url|unarchive|synchronize|ini_file|replace|mount|assemble|win_copy|win_template)$/;
const EDITORS = /^(?:lineinfile|blockinfile|replace|ini_file)$/;
const READERS = /^(?:stat|slurp|fetch|find|wait_for|include_vars)$/;

function pathFacts(module: string, args: Arguments, { document, conditions }: TaskContext): PathFact[] {
  const use = WRITERS.test(module) ? 'write' : READERS.test(module) ? 'read' : undefined;
  if (!use) return [];
  const touches = module === 'file' && /^(?:touch|file)$/.test(args.get('state')?.[0]?.text ?? 'file');
  const edits = EDITORS.test(module);
  return ['path', 'dest', 'name', 'paths'].flatMap((key) =>
    (args.get(key) ?? []).flatMap((at, i, all): PathFact[] => {
      const path = use === 'write' ? normaliseTarget(at.text) : normaliseNodePath(at.text);
      if (path === undefined) return [];
      const base = { document, at, certainty: certaintyOf(at.text), pod: undefined, container: undefined, conditions };
      const where = { ...base, polarity: isGoneAt(args, all, i) ? 'removes' : 'uses' } as const;
      return [{ ...where, kind: 'path', path, use, touches, edits, volume: undefined, command: undefined }];
    }),
  );
}

/** `section: Service`, `option: Environment`, `value: …` of ini_file, as the lines of the file. */
function writtenOptions(value: YamlNode, args: Arguments, context: TaskContext): Reading[] {
  const [option, section, target] = [['option'], ['section'], ['path', 'dest']].map(
    (keys) => keys.flatMap((key) => args.get(key) ?? [])[0]?.text,
  );
  if (!option || !target) return [];
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
  if (isGone(args.get('state')?.[0]?.text)) return [];
  if (module === 'ini_file') return writtenOptions(value, args, context);
  const key = { blockinfile: 'block', lineinfile: 'line', replace: 'replace' }[module];
  const text = key ? scalarAt(value, key) : undefined;
  const target = (args.get('dest') ?? args.get('path') ?? args.get('destfile'))?.[0]?.text;
  return text && target ? [embedText(text.view, target, context)] : [];
}
