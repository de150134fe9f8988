/** `dockershim-lint baseline write|prune`: accepts the present findings, or takes out what was fixed. */
import { join } from 'node:path';
import { UsageError, unknownName } from '../config/usage-error.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { wayFrom } from '../files/paths.ts';
import { writeFile } from '../files/write.ts';
import { oneLine } from '../report/escape.ts';
import { count } from '../report/words.ts';
import { loadBaseline } from '../run/settings.ts';
import { type Baseline, createBaseline, DEFAULT_BASELINE, pruneBaseline, writeBaseline } from '../suppress/baseline.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { scan } from './scan.ts';

export async function baselineCommand({ operands, layer }: Arguments, io: Io): Promise<ExitCode> {
  const [action, ...paths] = operands;
  if (action !== 'write' && action !== 'prune') {
    throw new UsageError(
      action === undefined
        ? 'Say baseline write or baseline prune.'
        : unknownName('action', action, ['write', 'prune']),
    );
  }
  const { settings, root, report } = await scan(paths, { ...layer, compare: 'off' }, io, { ignoreBaseline: true });
  const { result } = report;
  if (result.coverage.files === 0) {
    io.err.write('There is nothing to scan here.\n');
    return EXIT.nothing;
  }
  const path = settings.baseline ?? join(root.folder, DEFAULT_BASELINE);
  const old = action === 'prune' ? await loadBaseline(root.folder, path, layer.baseline !== undefined) : undefined;
  const baseline = old ? pruneBaseline(result.findings, old) : createBaseline(path, result.findings);
  save({ ...baseline, path }, root.folder);
  const held = count(baseline.entries.length, 'finding');
  const gone = old ? `, ${old.entries.length - baseline.entries.length} taken out` : '';
  io.out.write(`${oneLine(wayFrom(io.cwd, path))} holds ${held}${gone}.\n`);
  if (layer.baseline === undefined && settings.baseline === undefined) {
    io.out.write(
      `Use it with --baseline ${DEFAULT_BASELINE}, or with "baseline: ${DEFAULT_BASELINE}" in .dockershim.yaml.\n`,
    );
  }
  return EXIT.clean;
}

function save(baseline: Baseline, folder: string): void {
  const { path } = baseline;
  writeFile({ path, name: `The baseline ${path}`, guarded: [folder, repositoryTop(folder)] }, writeBaseline(baseline));
}
