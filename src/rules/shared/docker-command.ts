/** Reads the arguments of a docker command as far as rules need them: the engine, the subcommand, the rest. */
import { type CommandRow, DOCKER_COMMANDS, DOCKER_GLOBAL_OPTIONS_WITH_VALUE } from '../../data/commands.ts';
import type { Token } from '../../model/document.ts';
import type { CommandFact } from '../../model/fact.ts';

export interface DockerCommand {
  readonly row: CommandRow;
  /** The subcommand as it is written: `container ls`. */
  readonly subcommand: string;
  readonly arguments: readonly Token[];
  /** True when `-H` or `--host` names an engine on another machine. */
  readonly remote: boolean;
}

/** `docker $DOCKER_ARGS run app`: options that a variable brings. */
const OPTIONS_UNKNOWN = /^\uE000*$/;

const ROWS = new Map(DOCKER_COMMANDS.flatMap((row) => row.docker.map((name) => [name, row] as const)));

/** Undefined for a bare `docker`, and for what is no subcommand of it. */
export function readDockerCommand(line: readonly Token[]): DockerCommand | undefined {
  const words = withSubcommand(line);
  let at = 1;
  let remote = false;
  for (; at < words.length; at++) {
    const word = words[at]?.text ?? '';
    if (OPTIONS_UNKNOWN.test(word) && at + 1 < words.length) continue;
    if (ROWS.has(word) || !word.startsWith('-')) break;
    const [name = '', value] = splitOption(word);
    const given = value ?? words[at + 1]?.text ?? '';
    if ((name === '-H' || name === '--host') && /^(tcp|ssh|https?):/.test(given)) remote = true;
    if (DOCKER_GLOBAL_OPTIONS_WITH_VALUE.includes(name) && value === undefined) at++;
  }
  const first = words[at]?.text ?? '';
  const second = words[at + 1]?.text ?? '';
  const pair = ROWS.get(`${first} ${second}`);
  if (pair) return { row: pair, subcommand: `${first} ${second}`, arguments: words.slice(at + 2), remote };
  const row = ROWS.get(first);
  return row && { row, subcommand: first, arguments: words.slice(at + 1), remote };
}

/** `docker-compose up` is `docker compose up`. */
function withSubcommand(words: readonly Token[]): readonly Token[] {
  const [first, ...rest] = words;
  return first && COMPOSE.test(first.text) ? [first, { ...first, text: 'compose' }, ...rest] : words;
}

const COMPOSE = /(?:^|\/)docker-compose$/;

export function isDockerProgram(program: string): boolean {
  return (
    program === 'docker' || program === 'docker.exe' || program === 'docker-current' || program === 'docker-compose'
  );
}

/**
 * The crictl command for this line, with the options and names that mean the same there, and what has no counterpart.
 * Undefined where crictl has no such command.
 */
export function asCrictl(
  command: DockerCommand,
): { readonly text: string; readonly dropped: readonly string[] } | undefined {
  const { row } = command;
  if (!row.crictl) return undefined;
  const kept: string[] = [];
  const dropped: string[] = [];
  const words = command.arguments.flatMap((word) => splitFilter(word.text));
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (!word.startsWith('-') || word === '-') {
      kept.push(word);
      continue;
    }
    const [name = '', inline] = splitOption(word);
    const filter = filterOf(name, inline ?? words[i + 1]);
    if (filter) {
      if (inline === undefined) i++;
      if (row.crictl === 'crictl ps' && filter.crictl) kept.push(filter.crictl);
      else dropped.push(`--filter ${filter.text}`);
      continue;
    }
    const options = separate(name, row.keeps);
    if (options) kept.push(...options);
    else dropped.push(name);
    if (takesValue(name, row) && inline === undefined && i + 1 < words.length) {
      i++;
      if (options) kept.push(words[i] ?? '');
    } else if (options && inline !== undefined) kept.push(inline);
  }
  return { text: [row.crictl, ...kept].filter((word) => word !== '').join(' '), dropped };
}

/** The words of a docker command, for messages. */
export function commandText(fact: CommandFact): string {
  return [
    fact.program === 'docker-compose' ? fact.program : 'docker',
    ...fact.words.slice(1).map((word) => word.text),
  ].join(' ');
}

function takesValue(name: string, row: CommandRow): boolean {
  if (row.withValue?.includes(name)) return true;
  return (
    ['--format', '--filter', '-u', '--user', '-w', '--workdir', '-e', '--env', '--signal', '-s'].includes(name) &&
    !row.keeps?.has(name)
  );
}

function splitOption(word: string): readonly [string, string | undefined] {
  const equals = word.indexOf('=');
  return word.startsWith('--') && equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word, undefined];
}

/** `-af` is `-a -f`: the filter's value is the next word. */
function splitFilter(word: string): readonly string[] {
  return /^-[aql]+f$/.test(word) ? [word.slice(0, -1), '-f'] : [word];
}

/** `-aq` is `-a -q` when crictl knows each of them. */
function separate(name: string, keeps: ReadonlyMap<string, string> | undefined): readonly string[] | undefined {
  const known = keeps?.get(name);
  if (known !== undefined) return [known];
  if (name.startsWith('--') || name.length < 3) return undefined;
  const letters = [...name.slice(1)].map((letter) => keeps?.get(`-${letter}`));
  return letters.every((letter) => letter !== undefined) ? letters : undefined;
}

function filterOf(name: string, value: string | undefined) {
  if ((name !== '-f' && name !== '--filter') || value === undefined) return undefined;
  const equals = value.indexOf('=');
  if (equals < 0) return undefined;
  const key = value.slice(0, equals);
  const wanted = value.slice(equals + 1).replace(/^\^?\/?k8s_([^_*]+).*$/, '$1');
  const crictl =
    key === 'name'
      ? `--name ${wanted}`
      : key === 'label'
        ? `--label ${wanted}`
        : key === 'id'
          ? `--id ${wanted}`
          : undefined;
  return { text: value, crictl };
}
