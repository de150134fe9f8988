/** Filebeat: inputs that decode the JSON lines of Docker by themselves. */
import { FILES_OF_ALL, FILES_OF_ONE, PARSERS_OF_LINES, PATH_OF_ONE } from '../../data/log-shippers.ts';
import { POD_LOGS } from '../../data/paths.ts';
import type { Document } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { holdsOne } from './documents.ts';
import { containsKeys, lastKey } from './settings.ts';

/** `json.message_key: log` of an input of whole lines on the files of containers: no line of a CRI runtime is JSON. */
export function decodesLines(fact: SettingFact): boolean {
  const option = jsonOption(fact);
  if (option === undefined) return false;
  const item = itemOf(fact);
  if (item === undefined || !(POD_LOGS.test(item) || FOLDER_OF_DOCKER.test(item))) return false;
  const type = TYPE.exec(item)?.[1] ?? 'log';
  // The options of one input are one cause, told at the one that names a key of Docker’s.
  return type === 'log' && (option === 'message_key' || (fact.value.text === 'true' && !MESSAGE_KEY.test(item)));
}

function jsonOption(fact: SettingFact): 'message_key' | 'keys_under_root' | undefined {
  const key = lastKey(fact);
  const [, dotted = '', name] = /^(json\.)?(message_key|keys_under_root)$/.exec(key) ?? [];
  if (name === undefined || (dotted === '' && fact.path.at(-2) !== 'json')) return undefined;
  return name === 'message_key' ? name : 'keys_under_root';
}

/** The input opens files that only Docker writes. */
export function opensFolderOfDocker(fact: SettingFact): boolean {
  const item = jsonOption(fact) === undefined ? undefined : itemOf(fact);
  return item !== undefined && FOLDER_OF_DOCKER.test(item) && !POD_LOGS.test(item);
}

/** The input that is advised, with the files of the one container that a template of autodiscover makes it for, and with its parsers. */
export function filestreamWords(instead: string, fact: SettingFact): string {
  if (!instead.includes(FILES_OF_ALL)) return instead;
  const item = itemOf(fact) ?? '';
  const isForOne = ID_OF_ONE.test(item) || isTemplate(fact);
  const words = isForOne ? instead.replace(FILES_OF_ALL, () => FILES_OF_ONE) : instead;
  // Options of an input that a filestream only knows as parsers; `type: docker` asks them for what the container wrote.
  const parsers = PARSERS.filter(({ option }) => fact.value.text === 'docker' && option.test(item));
  const metadata = matcherWords(fact);
  return `${words.replace(
    PARSERS_OF_LINES,
    () => `${[PARSERS_OF_LINES.slice(0, -1), ...parsers.map(({ word }) => word)].join(', ')}]`,
  )}${metadata}`;
}

/**
 * What goes with paths in /var/log/containers where pods are found by the path: the matcher looks in Docker’s folder until it is
 * told another one. Autodiscover finds them otherwise. https://www.elastic.co/docs/reference/beats/filebeat/add-kubernetes-metadata
 */
export function matcherWords(fact: SettingFact): string {
  const item = itemOf(fact) ?? '';
  const text = item.includes(METADATA) ? item : textAround(fact.document);
  if (!text.includes(METADATA) || ID_OF_ONE.test(item) || isTemplate(fact)) return '';
  const [, folder] = /\blogs_path:[ \t]*["']?(\/[^\s"'},]{1,200})/.exec(text) ?? [];
  if (folder === undefined)
    return `, and matchers: [{logs_path: {logs_path: "/var/log/containers/"}}] under ${METADATA}`;
  return FOLDER_OF_DOCKER.test(folder) ? `, and logs_path: "/var/log/containers/" under ${METADATA}` : '';
}

const METADATA = 'add_kubernetes_metadata';

/** The file, or the object with all files that it brings. */
const textAround = once(({ object, view }: Document): string =>
  object
    ? object.view.text.slice(object.start, Math.min(object.end, object.start + LONGEST))
    : view.text.slice(0, LONGEST),
);

const LONGEST = 200_000;

/** The path of the one container that a path is written for: `/var/lib/docker/containers/${data.kubernetes.container.id}/*.log`. */
export function pathOfOne(path: string): string | undefined {
  return ID_OF_ONE.test(path.slice(0, REACH)) ? PATH_OF_ONE : undefined;
}

const ID_OF_ONE = /\$\{data\.(?:(?:kubernetes|docker)\.)?container\.id\}/;
const PARSERS = [
  { option: /(?:^|[\s{,-])json[.:]/, word: '{ndjson: {…the json options}}' },
  { option: /(?:^|[\s{,-])multiline[.:]/, word: '{multiline: {…the multiline options}}' },
];

function isTemplate({ path, document }: SettingFact): boolean {
  return containsKeys(path, ['config', '[]']) && holdsOne(document, AUTODISCOVER);
}

const AUTODISCOVER = ['autodiscover'];

function itemOf(fact: SettingFact): string | undefined {
  const { source, start } = spanOf(fact.key ?? fact.value);
  return itemAround(source.text, start);
}

const FOLDER_OF_DOCKER = /\/var\/lib\/docker\/containers\b/;
const TYPE = /^[ \t]{0,200}(?:-[ \t]{1,20})?(?:input_)?type:[ \t]*["']?([\w-]{1,40})/m;
const MESSAGE_KEY = /(?:^|[\s.{,])message_key:/;

/** The item of a block list around a place, as far as it can be seen. */
function itemAround(text: string, at: number): string | undefined {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const above = text.slice(Math.max(0, from - REACH), from).split('\n');
  const below = text.slice(from, at + REACH).split('\n');
  const first = below[0] ?? '';
  let depth = indentOf(first) ?? 0;
  let start = ITEM.test(first) ? above.length : -1;
  for (let i = above.length - 1; i >= 0 && start < 0; i--) {
    const indent = indentOf(above[i] ?? '');
    if (indent === undefined || indent >= depth) continue;
    depth = indent;
    if (ITEM.test(above[i] ?? '')) start = i;
  }
  if (start < 0) return undefined;
  const end = below.findIndex((line, i) => i > 0 && (indentOf(line) ?? depth + 1) <= depth);
  return [...above.slice(start), ...below.slice(0, end < 0 ? below.length : end)].join('\n');
}

const REACH = 4000;
const ITEM = /^\s{0,200}-(?:\s|$)/;

/** Undefined for a line without anything that counts. */
function indentOf(line: string): number | undefined {
  const text = line.trimStart();
  return text === '' || text.startsWith('#') ? undefined : line.length - text.length;
}
