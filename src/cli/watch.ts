/** `--watch`: scans again whenever something below the scanned folder changes. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { readOutputs } from '../config/outputs.ts';
import { UsageError } from '../config/usage-error.ts';
import { wayFrom } from '../files/paths.ts';
import { oneLine } from '../report/escape.ts';
import { baseName } from '../text/path.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { chooseRoot } from './scan-root.ts';

/** Ends when the surroundings say so: on a terminal, when the person interrupts it. */
export async function watchAndRun(
  { operands, layer }: Arguments,
  io: Io,
  once: () => Promise<ExitCode>,
): Promise<ExitCode> {
  if (layer.fix) throw new UsageError('--fix writes what --watch looks at; give one of them.');
  if (operands.includes('-')) throw new UsageError('Standard input (-) cannot be watched.');
  const { folder } = chooseRoot(io.cwd, operands);
  const written = new Set(
    readOutputs(layer.output ?? []).map(({ file }) => wayFrom(folder, resolve(realpathSync(io.cwd), file))),
  );
  for (;;) {
    if (io.out.isTerminal) io.out.write('\u001b[2J\u001b[3J\u001b[H');
    const code = await runOnce(once, io);
    io.err.write('Watching for changes; Ctrl+C ends it.\n');
    if (!(await io.untilChange(folder, (path) => written.has(path) || isTemporary(path, written)))) return code;
  }
}

/** A configuration that is broken while it is edited ends nothing. */
async function runOnce(once: () => Promise<ExitCode>, io: Io): Promise<ExitCode> {
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err.write(`${oneLine(error.message)}\n`);
    return EXIT.usage;
  }
}

/** A report is written beside its place first. */
function isTemporary(path: string, written: ReadonlySet<string>): boolean {
  return path.endsWith('.tmp') && [...written].some((file) => baseName(path).startsWith(`.${baseName(file)}.`));
}
