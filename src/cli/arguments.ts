/** Reads the arguments: which command, which paths, which options. */
import { parseArgs } from 'node:util';
import { describe, type Layer, type OptionName, optionsOn } from '../config/options.ts';
import { readOption } from '../config/read-value.ts';
import { UsageError, unknownName } from '../config/usage-error.ts';

const COMMANDS = ['lint', 'explain', 'rules', 'baseline', 'init', 'render', 'help'] as const;
type Command = (typeof COMMANDS)[number];

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
    const name = known(token.name, token.rawName);
    if (name === 'help' || name === 'version') {
      switches.add(name);
      continue;
    }
    const boolean = describe(name).type === 'boolean';
    if (!boolean && (token.value === undefined || (!token.inlineValue && looksLikeOption(token.value)))) {
      throw new UsageError(`${token.rawName} needs a value.`);
    }
    texts.set(name, [...(texts.get(name) ?? []), token.value ?? 'true']);
  }
  const first = COMMANDS.find((command) => command === words[0]);
  const layers = [...texts].map(([name, values]) => readOption(name, values, `--${name}`));
  return {
    command: first ?? 'lint',
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

function looksLikeOption(value: string): boolean {
  return /^--?[a-z]/i.test(value);
}
