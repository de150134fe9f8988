/** Reads the arguments: which command, which paths, which options. */
import { parseArgs } from 'node:util';
import { describe, type Layer, type OptionName, optionsOn } from '../config/options.ts';
import { readOption } from '../config/read-value.ts';
import { nearest, UsageError, unknownName } from '../config/usage-error.ts';
import { COMMANDS, type Command, commandsWith, optionsOf } from './commands.ts';

export interface Arguments {
  readonly command: Command;
  readonly operands: readonly string[];
  readonly layer: Layer;
  readonly help: boolean;
  readonly version: boolean;
}

const SHORT = { h: 'help', V: 'version', c: 'config', f: 'format', o: 'output' } as const;

export function readArguments(argv: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: parserOptions(),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const texts = new Map<OptionName, string[]>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const off = negated(token.name);
    if (off) {
      texts.set(off, ['false']);
      continue;
    }
    const name = known(token.name, token.rawName);
    if (name === 'help' || name === 'version') {
      switches.add(name);
      continue;
    }
    if ((name === 'fix' || name === 'diff') && token.value === 'unsafe') {
      texts.set(name, ['true']);
      texts.set('unsafe-fixes', ['true']);
      continue;
    }
    const boolean = describe(name).type === 'boolean';
    if (!boolean && (token.value === undefined || (!token.inlineValue && looksLikeOption(token.value)))) {
      throw new UsageError(`${token.rawName} needs a value.`);
    }
    texts.set(name, [...(texts.get(name) ?? []), token.value ?? 'true']);
  }
  const first = COMMANDS.find((command) => command === words[0]);
  const command = first ?? 'lint';
  if (!switches.has('help') && command !== 'help') for (const name of texts.keys()) refuseForeign(command, name);
  const layers = [...texts].map(([name, values]) => readOption(name, values, `--${name}`));
  return {
    command,
    operands: first ? words.slice(1) : words,
    layer: Object.assign({}, ...layers),
    help: switches.has('help'),
    version: switches.has('version'),
  };
}

function parserOptions() {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
    help: { type: 'boolean' },
    version: { type: 'boolean' },
  };
  for (const name of optionsOn('command line')) {
    options[name] = { type: describe(name).type === 'boolean' ? 'boolean' : 'string' };
  }
  for (const [short, name] of Object.entries(SHORT)) Object.assign(options[name] ?? {}, { short });
  return options;
}

function known(name: string, written: string): OptionName | 'help' | 'version' {
  const names = optionsOn('command line');
  const found = name === 'help' || name === 'version' ? name : names.find((option) => option === name);
  if (found) return found;
  const candidates = [...names, 'help', 'version'].map((option) => `--${option}`);
  throw new UsageError(`${unknownName('option', written, candidates)} See dockershim-lint --help.`);
}

/** `--no-gitignore` of an option that is on by default. */
function negated(name: string): OptionName | undefined {
  const positive = optionsOn('command line').find((option) => name === `no-${option}`);
  const option = positive && describe(positive);
  return option?.type === 'boolean' && option.default ? positive : undefined;
}

/** An option that does nothing is a mistake that nobody sees. */
function refuseForeign(command: Command, name: OptionName): void {
  if (optionsOf(command).includes(name)) return;
  const owners = commandsWith(name).map((owner) => (owner === 'lint' ? 'a scan' : `"${owner}"`));
  const subject = command === 'lint' ? 'a scan' : `"${command}"`;
  throw new UsageError(`--${name} means nothing to ${subject}; it belongs to ${owners.join(' and ')}.`);
}

/** The command that somebody may have meant with a word that is neither a command nor a path. */
export function nearestCommand(word: string): Command | undefined {
  const near = nearest(word, COMMANDS);
  return COMMANDS.find((command) => command === near);
}

function looksLikeOption(value: string): boolean {
  return /^--?[a-z]/i.test(value);
}
