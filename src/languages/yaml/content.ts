/** What one scalar of a configuration is: a setting, or a text with a language of its own. */
import type { Container, Document, KubernetesObject, Language, Pod } from '../../model/document.ts';
import { type Fact, PLAINLY, type SettingFact, type SettingFormat } from '../../model/fact.ts';
import { fileTarget, type Link } from '../../model/link.ts';
import type { Reading } from '../../model/project.ts';
import { baseName } from '../../text/path.ts';
import type { View } from '../../text/view.ts';
import { EMPTY_READING, type Embed, type Input } from '../front-end.ts';
import { recogniseLanguage } from '../recognise.ts';
import { commandFacts, scriptFacts } from '../shell/shell.ts';
import { dataUrlView } from '../text/data-url.ts';
import { certaintyOf, pathFacts, wholeToken } from '../text/facts.ts';
import { armText } from './arm.ts';
import type { Visited } from './walk.ts';
import { get, pairsOf, textAt, tokenOf, type YamlNode, type YamlScalar } from './yaml.ts';

export interface ContentContext {
  readonly document: Document;
  readonly format: SettingFormat;
  readonly object: KubernetesObject | undefined;
  readonly depth: number;
  readonly embed: Embed;
  /** What follows `run.sh in `: `ConfigMap agent`. */
  readonly owner: string;
  /** Whether a key holds what is run, where all others hold values and words; undefined where a text may say it itself. */
  readonly runs?: ((key: string) => boolean) | undefined;
}

export interface Scope {
  readonly pod: Pod | undefined;
  readonly container: Container | undefined;
}

const NO_SCOPE: Scope = { pod: undefined, container: undefined };

export function scalarReading(visited: Visited, context: ContentContext, scope: Scope = NO_SCOPE): Reading {
  const { value, path } = visited;
  const key = visited.key?.text ?? '';
  if (value.text === '') return { ...EMPTY_READING, facts: visited.key ? [settingOf(visited, context, scope)] : [] };
  const isList = path.at(-1) === '[]';
  const argv = isList && COMMAND_LISTS.test(key) ? argvAround(visited) : undefined;
  if (argv)
    return argv[0] === value
      ? commandFacts(argv.map(tokenOf), { ...context, ...scope, execForm: true })
      : EMPTY_READING;
  if (isList && COMMAND_LISTS.test(key)) return scriptFacts(value.view, { ...context, ...scope });
  if (isScriptKey(key) && !isList && !isPath(value.text)) return embedText(value.view, key, context, 'shell', scope);
  if (key === 'commandToExecute') return extensionReading(visited, context, scope);
  const target = targetOf(visited);
  const carried = target && dataUrlView(value.view);
  if (carried) return embedText(carried, target, context);
  const isProse = isNoted(path, value.text) || isSeen(visited) || isSpoken(key, value.text, target, context);
  if (!isProse && isCommandLine(key, value.text, context)) {
    const { facts, ...rest } = scriptFacts(value.view, { ...context, ...scope });
    return { ...rest, facts: [settingOf(visited, context, scope), ...facts] };
  }
  const isText = !isProse && (target !== undefined || value.text.trimEnd().includes('\n'));
  const reading = isText ? embedText(value.view, target ?? key, context) : EMPTY_READING;
  if (reading.documents.length > 0) return reading;
  const facts = [settingOf(visited, context, scope), ...writtenPath(visited, context)];
  return { ...reading, facts, links: [...reading.links, ...scriptLinks(visited, context.document)] };
}

/** `- [chroot, '{root}', apt-get, install, curl]` in a list of commands: the words of one, whose first is a program and no line. */
function argvAround({ around }: Visited): readonly YamlScalar[] | undefined {
  const [outer, inner] = around.slice(-2);
  if (outer?.kind !== 'list' || inner?.kind !== 'list' || inner.items.length < 2) return undefined;
  const words = inner.items.filter((item) => item.kind === 'scalar');
  const isArgv = words.length === inner.items.length && /^[\w./+-]{1,200}$/.test(words[0]?.text ?? '');
  return isArgv ? words : undefined;
}

/**
 * What a custom script extension runs on one machine of a template, which says nothing about the others.
 * https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux
 */
function extensionReading({ value, around }: Visited, context: ContentContext, scope: Scope): Reading {
  const { document } = context;
  const name = around.map((owner) => textAt(owner, 'name')).find((text) => text !== undefined) ?? 'a custom script';
  const machine: Document = { ...document, label: `${name} in ${document.label}`, parent: document, machine: name };
  const reading = embedText(armText(value.view), 'commandToExecute', { ...context, document: machine }, 'shell', scope);
  return { ...reading, documents: [machine, ...reading.documents] };
}

/** A provisioner names the script that it runs: `script: setup.sh`, `scripts: [a.sh, b.sh]`. */
function scriptLinks({ value, key }: Visited, document: Document): readonly Link[] {
  const names =
    key !== undefined && /^(?:scripts?|user_?data_?file)$/i.test(key.text) && /\.(?:sh|bash|ps1)$/.test(value.text);
  return names && isPath(value.text) ? [{ from: document, to: fileTarget(value.text), kind: 'calls' }] : [];
}

/** The path of a file that the map around it holds the content of. */
function writtenPath({ value, key, around }: Visited, { document }: ContentContext): readonly Fact[] {
  const owner = around.at(-1);
  const isFile = key && PATH_KEYS.includes(key.text) && CONTENT_KEYS.some((name) => get(owner, name) !== undefined);
  return isFile ? pathFacts(document, tokenOf(value), 'write') : [];
}

const PATH_KEYS = ['path', 'dest', 'destination', 'filename'];
const CONTENT_KEYS = ['content', 'contents', 'inline', 'contentFrom'];

/**
 * What is said about an object or an alert, `annotations: {runbook: docker ps …}`, unless it names a command, as hooks of backups do,
 * or holds volumes or an object for whoever injects them.
 */
function isNoted(path: readonly string[], text: string): boolean {
  const key = path.at(-1) ?? '';
  if (path.at(-2) !== 'annotations' || /command|exec|script|hook|user-?data/i.test(key)) return false;
  return !STRUCTURED.has(recogniseLanguage(key, text, key));
}

const STRUCTURED: ReadonlySet<Language | undefined> = new Set(['yaml', 'kubernetes', 'json', 'toml']);

/** `{pid: 1365, cmdline: /usr/bin/kubelet …}`: somebody wrote down which processes a machine had; nothing is run from there. */
function isSeen({ around }: Visited): boolean {
  const owner = around.at(-1);
  return ['pid', 'ppid'].some((name) => /^\d{1,10}$/.test(textAt(owner, name) ?? ''));
}

/** What people read: it goes by where it is written, or by its key, unless it says itself which program reads it. */
function isSpoken(key: string, text: string, target: string | undefined, { runs }: ContentContext): boolean {
  if (target !== undefined) return recogniseLanguage(target, text, target) === 'text';
  const isForPeople = SPOKEN_KEYS.test(key) || (runs !== undefined && !runs(key) && !FILE_KEYS.test(key));
  // A paragraph may show a command, and is no script for it.
  return isForPeople && !text.startsWith('#!') && recogniseLanguage(key, text, key) === 'shell';
}

const SPOKEN_KEYS =
  /(?:^|[._-])(?:msg|message|prompt|desc|description|summary|title|hint|notice|banner|motd|help|usage|placeholder)$|^(?:body|subject)$/i;
const FILE_KEYS = /^(?:contents?|block|line|data|inline|text|source|replace)$/i;

/** Prose may begin with the name of a program too, so keys that hold prose are left out. */
function isCommandLine(key: string, text: string, { format, runs }: ContentContext): boolean {
  if (format === 'ansible' && key === 'cmd') return true;
  if (runs && !runs(key)) return false;
  if (text.length > 2000 || text.includes('\n') || PROSE_KEYS.test(key)) return false;
  return /^(?:sudo )?(?:(?:\/[\w.-]{1,60}){0,8}\/s?bin\/)?(?:minikube|docker|kubeadm|systemctl|service|journalctl|crictl|nerdctl|ctr|nsenter|dockerd|cri-dockerd|kubelet) +-{0,2}[\w./]+/.test(
    text,
  );
}

const PROSE_KEYS =
  /desc|message|msg|prompt|hint|banner|motd|summary|title|help|name|comment|usage|note|label|text|reason|pattern|expr|regex|doc/i;

export function settingOf(
  { value, path, key }: Visited,
  context: ContentContext,
  scope: Scope = NO_SCOPE,
): SettingFact {
  const token = tokenOf(value);
  return {
    kind: 'setting',
    document: context.document,
    at: value.text === '' && key ? tokenOf(key) : token,
    certainty: certaintyOf(value.text),
    pod: scope.pod,
    container: scope.container,
    conditions: PLAINLY.conditions,
    polarity: PLAINLY.polarity,
    format: context.format,
    path,
    key: key && tokenOf(key),
    value: token,
  };
}

/** A decoded text in place of the scalar that carries it. */
export function viewSetting(visited: Visited, view: View, context: ContentContext): SettingFact {
  const token = wholeToken(view);
  return { ...settingOf(visited, context), at: token, value: token };
}

export function embedText(
  view: View,
  target: string,
  context: ContentContext,
  language: Input['language'] = undefined,
  scope: Scope = NO_SCOPE,
): Reading {
  const name = baseName(target);
  return context.embed({
    view,
    path: context.document.path,
    label: `${name} in ${context.owner}`,
    parent: context.document,
    object: context.object,
    target,
    language: language === 'shell' && isOtherScript(view.text) ? undefined : language,
    depth: context.depth + 1,
    pod: scope.pod,
    container: scope.container,
  });
}

/** Lists whose items are command lines. */
const COMMAND_LISTS =
  /^(?:(?:pre|post)?(?:kubeadm|bootstrap|flush|init|install|start|stop|provision)[-_]?commands?|runcmd|bootcmd|run[-_]?commands?|commands|inline|(?:before|after)[-_]?script|script)$/i;

function isScriptKey(key: string): boolean {
  return /^(?:script|run[-_]?commands?|(?:override)?bootstrap[-_]?commands?|(?:pre|post)[-_]?(?:install|start|stop|boot)[-_]?scripts?)$/i.test(
    key,
  );
}

function isOtherScript(text: string): boolean {
  return text.startsWith('#!') && !/^#![^\n]*sh\b/.test(text);
}

function isPath(text: string): boolean {
  return !/[\s;|&]/.test(text.trim());
}

/** Where a text is written to, when the map around it says so: cloud-init, Ignition, Cluster API, Ansible's copy. */
function targetOf({ key, around, path }: Visited): string | undefined {
  if (!key || path.at(-1) === '[]' || !/^(?:contents?|inline|data|text|source)$/i.test(key.text)) return undefined;
  const dropIn = dropInPath(around);
  if (dropIn !== undefined) return dropIn;
  const owners = [around.at(-1), around.at(-2)];
  for (const owner of owners) {
    const found = pathOf(owner);
    if (found) return found;
  }
  return undefined;
}

/** `{name: kubelet.service, dropins: [{name: 10-a.conf, contents: …}]}`: a list of units says which one a drop-in is for. */
function dropInPath(around: readonly YamlNode[]): string | undefined {
  const [unit, list, owner] = around.slice(-3);
  const name = textAt(owner, 'name');
  const of = textAt(unit, 'name');
  const isListed = pairsOf(unit).some(({ key, value }) => value === list && /^drop-?ins?$/i.test(key.text));
  return isListed && name !== undefined && of !== undefined && /^[\w@.-]{1,200}\.\w+$/.test(of)
    ? `/etc/systemd/system/${of}.d/${name}`
    : undefined;
}

function pathOf(owner: YamlNode | undefined): string | undefined {
  const name = textAt(owner, 'name');
  if (name && /^[\w@.-]+\.(?:service|socket|timer|mount|conf)$/.test(name)) return name;
  for (const key of PATH_KEYS) {
    const text = textAt(owner, key);
    if (text && /[/.]/.test(text)) return text;
  }
  return undefined;
}
