/** `dockershim-lint lsp`: the language server. */
import { UsageError } from '../config/usage-error.ts';
import { absoluteLayer } from '../run/settings.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

export async function lspCommand({ operands, layer }: Arguments, io: Io): Promise<ExitCode> {
  if (operands.length > 0) throw new UsageError('lsp takes no path; the editor says which folders are open.');
  const { stdio: _, ...judged } = absoluteLayer(layer, io.cwd);
  await io.serve(judged);
  return EXIT.clean;
}
