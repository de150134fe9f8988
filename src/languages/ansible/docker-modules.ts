/** Tasks of modules that talk to dockerd, read as the docker commands that they stand for. */
import { DOCKER_MODULES } from '../../data/docker-modules.ts';
import type { Condition } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { cutToken, splitWords } from '../flags.ts';
import { EMPTY_READING } from '../front-end.ts';
import { commandFacts } from '../shell/shell.ts';
import type { ContentContext } from '../yaml/content.ts';
import { textAt, type YamlMap } from '../yaml/yaml.ts';

export function isDockerModule(module: string): boolean {
  return DOCKER_MODULES.has(module);
}

/** Points at the name of the module; nothing for what is removed, or done on the machine that Ansible runs on. */
export function dockerModuleReading(
  module: string,
  at: Token,
  args: ReadonlyMap<string, readonly Token[]>,
  context: ContentContext & { readonly conditions: readonly Condition[]; readonly task: YamlMap },
): Reading {
  const row = DOCKER_MODULES.get(module);
  if (!row || row.removes || isElsewhere(context.task)) return EMPTY_READING;
  const argument = (name: string) => args.get(name)?.[0]?.text;
  if (/^(?:absent|stopped)$/.test(argument('state') ?? '')) return EMPTY_READING;
  if (/^(?:true|yes)$/i.test(argument('push') ?? '') && argument('source') !== 'pull') return EMPTY_READING;
  const named = (text: string): Token => ({ ...at, text });
  const operands = row.operands.flatMap((name) => (args.get(name) ?? []).flatMap((value) => wordsOf(name, value)));
  const options = (row.options ?? []).flatMap(([name, option]) =>
    (args.get(name) ?? []).flatMap((value) => [named(option), value]),
  );
  return commandFacts([named('docker'), ...row.subcommand(argument).map(named), ...options, ...operands], context);
}

/** `name: etcd` of a container is an option of docker run; a command is a text of words. */
function wordsOf(name: string, value: Token): Token[] {
  return name === 'command' && /\s/.test(value.text) ? splitWords(value, cutToken) : [value];
}

function isElsewhere(task: YamlMap): boolean {
  return (
    /^(?:localhost|127\.0\.0\.1)$/.test(textAt(task, 'delegate_to') ?? '') || textAt(task, 'connection') === 'local'
  );
}
