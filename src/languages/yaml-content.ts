/** What one scalar of a configuration is: a setting, or a text with a language of its own. */
import type { Container, Document, KubernetesObject, Pod } from '../document.ts';
import type { SettingFact, SettingFormat } from '../facts.ts';
import type { Reading } from '../project.ts';
import type { View } from '../text/view.ts';
import { EMPTY_READING, type Embed, type Input } from './front-end.ts';
import { scriptFacts } from './shell.ts';
import { certaintyOf, wholeToken } from './text-facts.ts';
import { textAt, tokenOf, type YamlNode } from './yaml.ts';
import type { Visited } from './yaml-walk.ts';

export interface ContentContext {
  readonly document: Document;
  readonly format: SettingFormat;
  readonly object: KubernetesObject | undefined;
  readonly depth: number;
  readonly embed: Embed;
  /** What follows `run.sh in `: `ConfigMap agent`. */
  readonly owner: string;
}

export interface Scope {
  readonly pod: Pod | undefined;
  readonly container: Container | undefined;
}

export const NO_SCOPE: Scope = { pod: undefined, container: undefined };

export function scalarReading(visited: Visited, context: ContentContext, scope: Scope = NO_SCOPE): Reading {
  const { value, path } = visited;
  const key = visited.key?.text ?? '';
  if (value.text === '') return { ...EMPTY_READING, facts: visited.key ? [settingOf(visited, context, scope)] : [] };
  const isList = path.at(-1) === '[]';
  if (isList && COMMAND_LISTS.test(key)) return scriptFacts(value.view, { ...context, ...scope });
  if (isScriptKey(key) && !isList && !isPath(value.text)) return embedText(value.view, key, context, 'shell');
  const target = targetOf(visited);
  if (target !== undefined || value.text.trimEnd().includes('\n')) {
    const reading = embedText(value.view, target ?? key, context);
    if (reading.documents.length > 0) return reading;
  }
  return { ...EMPTY_READING, facts: [settingOf(visited, context, scope)] };
}

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
    ...scope,
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
): Reading {
  const name = target.slice(target.lastIndexOf('/') + 1);
  return context.embed({
    view,
    path: context.document.path,
    label: `${name} in ${context.owner}`,
    parent: context.document,
    object: context.object,
    target,
    language: language === 'shell' && isOtherScript(view.text) ? undefined : language,
    depth: context.depth + 1,
  });
}

/** Lists whose items are command lines. */
const COMMAND_LISTS =
  /^(?:(?:pre|post)?(?:kubeadm|bootstrap|flush|init|install|start|stop|provision)[-_]?commands?|runcmd|bootcmd|commands|inline|(?:before|after)[-_]?script|script)$/i;

function isScriptKey(key: string): boolean {
  return /^(?:script|(?:override)?bootstrap[-_]?commands?|(?:pre|post)[-_]?(?:install|start|stop|boot)[-_]?scripts?)$/i.test(
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
  const owners = [around.at(-1), around.at(-2)];
  for (const owner of owners) {
    const found = pathOf(owner);
    if (found) return found;
  }
  return undefined;
}

function pathOf(owner: YamlNode | undefined): string | undefined {
  for (const key of ['path', 'dest', 'destination', 'filename']) {
    const text = textAt(owner, key);
    if (text && /[/.]/.test(text)) return text;
  }
  return undefined;
}
