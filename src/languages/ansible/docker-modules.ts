/** Tasks of modules that talk to dockerd, read as the docker commands that they stand for. */
import { DOCKER_MODULES, type DockerModuleRow } from '../../data/docker-modules.ts';
import type { Condition } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { baseName } from '../../text/path.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { HOLE, tracedView } from '../../text/view.ts';
import { cutToken, splitWords } from '../flags.ts';
import { EMPTY_READING, mergeReadings } from '../front-end.ts';
import { commandAt } from '../shell/shell.ts';
import type { ContentContext } from '../yaml/content.ts';
import { get, pairsOf, scalarAt, textAt, tokenOf, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yaml.ts';
import type { Arguments } from './arguments.ts';
import { isDelegatedHere, moduleName } from './modules.ts';

export function isDockerModule(module: string): boolean {
  return DOCKER_MODULES.has(module);
}

/** Points at the name of the module; nothing for what is removed, or done on the machine that Ansible runs on. */
export function dockerModuleReading(
  module: string,
  at: Token,
  given: Arguments,
  context: ContentContext & { readonly conditions: readonly Condition[]; readonly task: YamlMap },
): Reading {
  const row = DOCKER_MODULES.get(module);
  if (!row || row.removes || isElsewhere(context.task)) return EMPTY_READING;
  const written = context.task.pairs.find(({ key }) => moduleName(key.text) === module)?.value;
  const args = asWritten(given, written);
  const argument = (name: string) => args.get(name)?.[0]?.text;
  if (/^(?:absent|stopped)$/.test(argument('state') ?? '')) return EMPTY_READING;
  if (isTrue(argument('push')) && argument('source') !== 'pull') return EMPTY_READING;
  const operands = row.operands.flatMap((name) => (args.get(name) ?? []).flatMap((value) => wordsOf(name, value)));
  const tag = row.operands.includes('name') ? args.get('tag')?.[0] : undefined;
  const named = tag ? operands.map((name) => withTag(name, tag)) : operands;
  const options = (row.options ?? []).flatMap(([name, option]) =>
    (args.get(name) ?? []).flatMap((value) => [option, value]),
  );
  const switches = (row.switches ?? []).flatMap(([name, option]) => (isTrue(argument(name)) ? [option] : []));
  const pairs = (row.pairs ?? []).flatMap(([name, option]) =>
    args.has(name) ? pairsWritten(get(written, name), option) : [],
  );
  const others = unnamed(row, args).map((name) => `--${name.replaceAll('_', '-')}`);
  const words = [...row.subcommand(argument), ...options, ...switches, ...pairs, ...others, ...named];
  const command = commandAt(at, ['docker', ...words], context);
  return isTrue(argument('push'))
    ? mergeReadings([command, commandAt(at, ['docker', 'push', ...named], context)])
    : command;
}

/** `{{ item }}` of a loop over `{{ groups.lb }}`: the list tells no more than the item. */
function asWritten(args: Arguments, module: YamlNode | undefined): Arguments {
  return new Map(
    [...args].map(([name, values]) => {
      const own = scalarAt(module, name);
      return [
        name,
        own && values.length > 0 && values.every(({ text }) => text.includes(HOLE)) ? [tokenOf(own)] : values,
      ];
    }),
  );
}

function isTrue(value: string | undefined): boolean {
  return /^(?:true|yes|on)$/i.test(value ?? '');
}

/** `env: {MODE: fast}` as `--env=MODE=fast`. */
function pairsWritten(map: YamlNode | undefined, option: string): readonly string[] {
  const pairs = pairsOf(map);
  if (pairs.length === 0) return [`${option}=NAME=VALUE`];
  return pairs.map(
    ({ key, value }) => `${option}=${key.text}=${value?.kind === 'scalar' ? valueWritten(value) : 'VALUE'}`,
  );
}

function valueWritten(value: YamlScalar): string {
  if (!value.text.includes(HOLE)) return value.text;
  const written = spanText(spanOf(tokenOf(value)));
  return written.length > 200 || /[\n"'`$]/.test(written) ? 'VALUE' : written;
}

/** What a task that starts a container says besides: maps of variables, networks. An answer without it would be another container. */
function unnamed(
  { manners, operands, options = [], switches = [], pairs = [] }: DockerModuleRow,
  args: Arguments,
): string[] {
  if (!manners) return [];
  const read = new Set([...operands, ...[...switches, ...pairs].map(([name]) => name)]);
  const carried = new Set(options.map(([name]) => name));
  return [...args].flatMap(([name, values]) => {
    const isRead = read.has(name) || manners.has(name) || (carried.has(name) && values.length > 0);
    return isRead || name === '' ? [] : [name];
  });
}

/** `{name: app, tag: "{{ version }}"}`: the name alone would be that of the latest image. */
function withTag(name: Token, tag: Token): Token {
  if (baseName(name.text).includes(':')) return name;
  const text = `${name.text}:${tag.text}`;
  const behind = name.text.length + 1;
  const root = (start: number, end: number) =>
    start >= behind
      ? tag.view.root(tag.start + start - behind, tag.start + end - behind)
      : name.view.root(name.start + start, name.start + Math.min(end, name.text.length));
  return { text, view: tracedView(text, root, () => false), start: 0, end: text.length };
}

/** `name: etcd` of a container is an option of docker run; a command is a text of words. */
function wordsOf(name: string, value: Token): Token[] {
  return name === 'command' && /\s/.test(value.text) ? splitWords(value, cutToken) : [value];
}

function isElsewhere(task: YamlMap): boolean {
  return isDelegatedHere(task) || textAt(task, 'connection') === 'local';
}
