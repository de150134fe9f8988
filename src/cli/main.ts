/** Chooses the command, and turns what went wrong into a sentence and an exit status. */
import { UsageError, unknownName } from '../config/usage-error.ts';
import { TOOL, VERSION } from '../model/tool.ts';
import { oneLine } from '../report/escape.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { baselineCommand } from './baseline-command.ts';
import { COMMANDS } from './commands.ts';
import { completionCommand } from './completion-command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { explainCommand } from './explain-command.ts';
import { helpText } from './help.ts';
import { initCommand } from './init-command.ts';
import { type Io, terminalWidth } from './io.ts';
import { lintCommand } from './lint-command.ts';
import { rulesCommand } from './rules-command.ts';
import { watchAndRun } from './watch.ts';

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

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  if (args.version) {
    io.out.write(`${VERSION}\n`);
    return EXIT.clean;
  }
  if (args.help) {
    io.out.write(helpText(args.command, terminalWidth(io.out)));
    return EXIT.clean;
  }
  switch (args.command) {
    case 'help':
      return helpCommand(args, io);
    case 'lint':
      return args.layer.watch ? watchAndRun(args, io, () => lintCommand(args, io)) : lintCommand(args, io);
    case 'baseline':
      return baselineCommand(args, io);
    case 'explain':
      return explainCommand(args, io);
    case 'init':
      return initCommand(args, io);
    case 'rules':
      return rulesCommand(args, io);
    case 'completion':
      return completionCommand(args, io);
    case 'migrate':
      return (await import('./migrate-command.ts')).migrateCommand(args, io);
    case 'render':
      // Only this command needs the Helm engine before a file was looked at.
      return (await import('./render-command.ts')).renderCommand(args, io);
  }
}

function helpCommand({ operands }: Arguments, io: Io): ExitCode {
  const [word = 'lint'] = operands;
  const command = COMMANDS.find((known) => known === word);
  if (!command) throw new UsageError(unknownName('command', word, COMMANDS));
  io.out.write(helpText(command, terminalWidth(io.out)));
  return EXIT.clean;
}
