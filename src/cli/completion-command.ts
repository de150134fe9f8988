/** `dockershim-lint completion SHELL`: a script that completes commands, options and their values. */
import { describe, type OptionName } from '../config/options.ts';
import { UsageError, unknownName } from '../config/usage-error.ts';
import { RULE_IDS } from '../model/rule-id.ts';
import { TOOL } from '../model/tool.ts';
import type { Arguments } from './arguments.ts';
import { COMMANDS, type Command, optionsOf } from './commands.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** `bashcompinit` needs `compdef`, which a shell without `compinit` does not have. */
const ZSH_START = `(( $+functions[compdef] )) || { autoload -U +X compinit && compinit; }
autoload -U +X bashcompinit && bashcompinit
`;

export function completionCommand({ operands }: Arguments, io: Io): ExitCode {
  const [word = '', ...more] = operands;
  const shell = SHELLS.find((known) => known === word);
  if (word === '') throw new UsageError(`Use "completion ${SHELLS.join('", "completion ')}".`);
  if (more.length > 0) throw new UsageError('completion takes one shell.');
  if (!shell) throw new UsageError(unknownName('shell', word, SHELLS));
  switch (shell) {
    case 'bash':
      io.out.write(bashScript());
      break;
    case 'zsh':
      io.out.write(`${ZSH_START}${bashScript()}`);
      break;
    case 'fish':
      io.out.write(fishScript());
      break;
    default:
      shell satisfies never;
  }
  return EXIT.clean;
}

/** What is on by default can only be switched off. */
function flagOf(name: OptionName): string {
  const option = describe(name);
  return option.type === 'boolean' && option.default ? `no-${name}` : name;
}

/** The words that may stand behind the option; undefined where any may, and empty where none does. */
function valuesOf(name: OptionName): readonly string[] | undefined {
  const option = describe(name);
  switch (option.type) {
    case 'choice':
      return option.choices;
    case 'rule-list':
      return RULE_IDS;
    case 'boolean':
      return [];
    default:
      return undefined;
  }
}

function operandsOf(command: Command): readonly string[] {
  switch (command) {
    case 'explain':
      return RULE_IDS;
    case 'baseline':
      return ['write', 'check', 'prune'];
    case 'completion':
      return SHELLS;
    case 'help':
      return COMMANDS;
    default:
      return [];
  }
}

const NAMED = COMMANDS.filter((command) => command !== 'lint');

function bashScript(): string {
  const all = [...new Set(COMMANDS.flatMap(optionsOf))];
  const values = all.flatMap((name) => {
    const words = valuesOf(name);
    return words && words.length > 0 ? [`    --${name}) words="${words.join(' ')}" ;;`] : [];
  });
  const options = COMMANDS.map(
    (command) =>
      `    ${command}) words="${[...optionsOf(command).map(flagOf), 'help'].map((name) => `--${name}`).join(' ')}" ;;`,
  );
  const operands = NAMED.flatMap((command) => {
    const words = operandsOf(command);
    return words.length > 0 ? [`    ${command}) words="${words.join(' ')}" ;;`] : [];
  });
  return `# ${TOOL} completion bash
_dockershim_lint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command=lint words="" word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:$((COMP_CWORD-1))}"; do
    case "$word" in
      ${NAMED.join('|')}) command="$word"; break ;;
    esac
  done
  case "$previous" in
${values.join('\n')}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  if [ "\${current#-}" != "$current" ]; then
    case "$command" in
${options.join('\n')}
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case "$command" in
    lint) [ "$COMP_CWORD" -gt 1 ] || words="${NAMED.join(' ')}" ;;
${operands.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _dockershim_lint ${TOOL}
`;
}

function fishScript(): string {
  const without = `not __fish_seen_subcommand_from ${NAMED.join(' ')}`;
  const lines = [
    ...NAMED.map((command) => `complete -c ${TOOL} -n "__fish_use_subcommand" -a ${command}`),
    ...COMMANDS.flatMap((command) => {
      const when = command === 'lint' ? without : `__fish_seen_subcommand_from ${command}`;
      const words = operandsOf(command);
      return [
        ...(words.length > 0 ? [`complete -c ${TOOL} -n "${when}" -a "${words.join(' ')}"`] : []),
        ...optionsOf(command).map((name) => fishOption(name, when)),
      ];
    }),
  ];
  return `# ${TOOL} completion fish\n${lines.join('\n')}\n`;
}

function fishOption(name: OptionName, when: string): string {
  const values = valuesOf(name);
  const wants = values === undefined ? ' -r' : values.length > 0 ? ` -x -a "${values.join(' ')}"` : '';
  const summary = describe(name).summary.replace(/[\\"$]/g, '\\$&');
  return `complete -c ${TOOL} -n "${when}" -l ${flagOf(name)}${wants} -d "${summary}"`;
}
