/** Reads a docker command line with docker's own grammar: the engine, the subcommand, options and operands. */
import { type CommandRow, DOCKER_COMMANDS } from '../../../data/docker-cli/commands.ts';
import { DOCKER_GRAMMAR } from '../../../data/docker-cli/grammar.generated.ts';
import type { Token } from '../../../model/document.ts';
import type { CommandFact, Fact } from '../../../model/fact.ts';
import { once } from '../../../text/once.ts';
import { HOLE } from '../../../text/view.ts';

export interface DockerCommand {
  readonly row: CommandRow;
  /** The subcommand as it is written: `container ls`. */
  readonly subcommand: string;
  readonly options: readonly DockerOption[];
  /** Words that are not options; what follows the container of `exec` is the command inside it. */
  readonly operands: readonly Token[];
  /** The whole command line. */
  readonly words: readonly Token[];
  /** The folder with the logins of registries, where `--config` names one. */
  readonly config: Token | undefined;
  /** The address behind `-H` or `--host`. */
  readonly host: Token | undefined;
  /** What `--context` names. */
  readonly context: Token | undefined;
}

export interface DockerOption {
  /** The long name, without dashes; the written one where the client has no such option. */
  readonly name: string;
  readonly known: boolean;
  /** Undefined for a switch. */
  readonly value: Token | undefined;
  /** The word that it begins in. */
  readonly word: Token;
}

interface Grammar {
  readonly stopsAtOperand: boolean;
  readonly long: ReadonlyMap<string, boolean>;
  readonly short: ReadonlyMap<string, string>;
}

/** `docker $DOCKER_ARGS run app`: options that a variable brings. */
const OPTIONS_UNKNOWN = new RegExp(`^${HOLE}*$`);

const GRAMMARS = new Map(
  DOCKER_GRAMMAR.flatMap(([names, stopsAtOperand, flags]) => {
    const grammar = readGrammar(stopsAtOperand, flags);
    return names.split('|').map((name) => [name, grammar] as const);
  }),
);
const EMPTY: Grammar = { stopsAtOperand: false, long: new Map(), short: new Map() };
const ROWS = new Map(DOCKER_COMMANDS.flatMap((row) => row.docker.map((name) => [name, row] as const)));

const PROGRAMS = new Set(['docker', 'docker.exe', 'docker-current', 'docker-compose']);
const COMPOSE = /(?:^|\/)docker-compose$/;

export function isDockerProgram(program: string): boolean {
  return PROGRAMS.has(program);
}

/** The docker command that a fact is; undefined for every other one. */
export function dockerCommandOf(fact: Fact): DockerCommand | undefined {
  return fact.kind === 'command' && isDockerProgram(fact.program) ? commandOf(fact) : undefined;
}

const commandOf = once(({ words }: CommandFact): DockerCommand | undefined => readDockerCommand(words));

/** `docker-compose up` is `docker compose up`. */
function withSubcommand(words: readonly Token[]): readonly Token[] {
  const [first, ...rest] = words;
  return first && COMPOSE.test(first.text) ? [first, { ...first, text: 'compose' }, ...rest] : words;
}

/** Undefined for a bare `docker`, and for what is not a subcommand of it. */
export function readDockerCommand(line: readonly Token[]): DockerCommand | undefined {
  const words = withSubcommand(line);
  const root = readOptions(words.slice(1), GRAMMARS.get('') ?? EMPTY, true);
  const ownOption = (wanted: string) => root.options.find(({ name }) => name === wanted)?.value;
  const engine = { words, config: ownOption('config'), host: ownOption('host'), context: ownOption('context') };
  const rest = root.rest;
  const first = rest[0]?.text ?? '';
  if (first === '' && root.options.some(({ name }) => name === 'version')) {
    const row = ROWS.get('--version');
    return row && { row, subcommand: '--version', options: [], operands: [], ...engine };
  }
  for (const length of [3, 2, 1]) {
    const name = rest.slice(0, length).map((word) => word.text);
    const path = name.join(' ');
    const row = ROWS.get(path) ?? (GRAMMARS.has(path) ? ROWS.get(first) : undefined);
    if (!row || name.length < length) continue;
    if (isGroup(path) && isPlainWord(rest[1])) return undefined;
    const { options, rest: operands } = readOptions(rest.slice(length), GRAMMARS.get(path) ?? EMPTY, false);
    return { row, subcommand: path, options, operands, ...engine };
  }
  return undefined;
}

/** `docker volume` by itself does nothing: a word behind it that it does not know makes a sentence, such as `docker volume was lost`. */
function isGroup(path: string): boolean {
  return path === 'volume' || path === 'network';
}

function isPlainWord(word: Token | undefined): boolean {
  return word !== undefined && /^[a-z]{1,30}$/.test(word.text);
}

export function hasOption(command: DockerCommand, ...names: readonly string[]): boolean {
  return command.options.some((option) => names.includes(option.name) && option.value?.text !== 'false');
}

export function valuesOf(command: DockerCommand, ...names: readonly string[]): readonly Token[] {
  return command.options.flatMap((option) => (names.includes(option.name) && option.value ? [option.value] : []));
}

/** `root` reads docker's own options, which end at the subcommand. */
function readOptions(words: readonly Token[], grammar: Grammar, root: boolean) {
  const options: DockerOption[] = [];
  const rest: Token[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    if (root && OPTIONS_UNKNOWN.test(word.text) && at + 1 < words.length) continue;
    if (word.text === '--') return { options, rest: [...rest, ...words.slice(at + 1)] };
    if (!word.text.startsWith('-') || word.text === '-') {
      if (root || grammar.stopsAtOperand) return { options, rest: [...rest, ...words.slice(at)] };
      rest.push(word);
      continue;
    }
    const read = word.text.startsWith('--') ? readLong(word, grammar) : readShort(word, grammar);
    const last = read.at(-1);
    const takesNext = last?.known && last.value === undefined && grammar.long.get(last.name) && at + 1 < words.length;
    options.push(...read.slice(0, takesNext ? -1 : undefined));
    if (takesNext && last) options.push({ ...last, value: words[++at] });
  }
  return { options, rest };
}

function readLong(word: Token, grammar: Grammar): DockerOption[] {
  const equals = word.text.indexOf('=');
  const name = word.text.slice(2, equals < 0 ? undefined : equals);
  const value = equals < 0 ? undefined : part(word, equals + 1);
  return [{ name: grammar.long.has(name) ? name : word.text, known: grammar.long.has(name), value, word }];
}

/** `-aqf` is `-a -q -f`; what follows a letter that takes a value is the value. */
function readShort(word: Token, grammar: Grammar): DockerOption[] {
  const options: DockerOption[] = [];
  for (let at = 1; at < word.text.length; at++) {
    const letter = word.text[at] ?? '';
    const name = grammar.short.get(letter);
    if (name === undefined)
      return [...options, { name: `-${word.text.slice(at)}`, known: false, value: undefined, word }];
    const value = word.text.slice(at + 1);
    if (grammar.long.get(name)) {
      const offset = value.startsWith('=') ? at + 2 : at + 1;
      return [...options, { name, known: true, value: value === '' ? undefined : part(word, offset), word }];
    }
    if (value.startsWith('=')) return [...options, { name, known: true, value: part(word, at + 2), word }];
    options.push({ name, known: true, value: undefined, word });
  }
  return options;
}

function part(word: Token, from: number): Token {
  return { text: word.text.slice(from), view: word.view, start: word.start + from, end: word.end };
}

function readGrammar(stopsAtOperand: boolean, flags: string): Grammar {
  const long = new Map<string, boolean>();
  const short = new Map<string, string>();
  for (const flag of flags.split(' ')) {
    const match = /^(?:(\w),)?([\w.-]+)(=?)$/.exec(flag);
    if (!match?.[2]) continue;
    long.set(match[2], match[3] === '=');
    if (match[1]) short.set(match[1], match[2]);
  }
  return { stopsAtOperand, long, short };
}
