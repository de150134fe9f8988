/** Chooses the command, and turns what went wrong into a sentence and an exit status. */
import { UsageError, unknownName } from '../config/usage-error.ts';
import { TOOL, VERSION } from '../model/tool.ts';
import { oneLine } from '../report/escape.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { COMMANDS, type Command } from './commands.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Io, terminalWidth } from './io.ts';
import { lintCommand } from './lint-command.ts';

export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await run(readArguments(argv), io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err.write(`${TOOL}: ${oneLine(error.message)}\n`);
      return EXIT.usage;
    }
    const story = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.err.write(
      `${TOOL} ${VERSION} failed; this is a bug in the program. Please report it with this text:\n${story}\n`,
    );
    return EXIT.bug;
  }
}

/** A command is loaded when it is asked for: a scan needs none of the others. */
async function run(args: Arguments, io: Io): Promise<ExitCode> {
  if (args.version) {
    io.out.write(`${VERSION}\n`);
    return EXIT.clean;
  }
  if (args.help) {
    return printHelp(args.command, io);
  }
  switch (args.command) {
    case 'help':
      return helpCommand(args, io);
    case 'lint':
      if (!args.layer.watch) return lintCommand(args, io);
      return (await import('./watch.ts')).watchAndRun(args, io, () => lintCommand(args, io));
    case 'baseline':
      return (await import('./baseline-command.ts')).baselineCommand(args, io);
    case 'explain':
      return (await import('./explain-command.ts')).explainCommand(args, io);
    case 'init':
      return (await import('./init-command.ts')).initCommand(args, io);
    case 'rules':
      return (await import('./rules-command.ts')).rulesCommand(args, io);
    case 'completion':
      return (await import('./completion-command.ts')).completionCommand(args, io);
    case 'migrate':
      return (await import('./migrate-command.ts')).migrateCommand(args, io);
    case 'merge':
      return (await import('./merge-command.ts')).mergeCommand(args, io);
    case 'lsp':
      return (await import('./lsp-command.ts')).lspCommand(args, io);
    case 'render':
      return (await import('./render-command.ts')).renderCommand(args, io);
  }
}

async function helpCommand({ operands }: Arguments, io: Io): Promise<ExitCode> {
  const [word = 'lint'] = operands;
  const command = COMMANDS.find((known) => known === word);
  if (!command) throw new UsageError(unknownName('command', word, COMMANDS));
  return printHelp(command, io);
}

async function printHelp(command: Command, io: Io): Promise<ExitCode> {
  const { helpText } = await import('./help.ts');
  io.out.write(helpText(command, terminalWidth(io.out)));
  return EXIT.clean;
}
