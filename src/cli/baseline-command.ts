/** `dockershim-lint baseline write|check|prune`: accepts the present findings, or finds and removes what was fixed. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError, unknownName } from '../config/usage-error.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { isInside } from '../files/inside.ts';
import { wayFrom } from '../files/paths.ts';
import { writeFile } from '../files/write.ts';
import type { LintResult } from '../model/result.ts';
import { oneLine, visibleJson } from '../report/escape.ts';
import { count } from '../report/words.ts';
import { baselineScope } from '../run/baseline.ts';
import { loadBaseline, topOf } from '../run/settings.ts';
import {
  type Baseline,
  type BaselineEntry,
  type BaselineScope,
  DEFAULT_BASELINE,
  pruneBaseline,
  staleEntries,
  updateBaseline,
  writeBaseline,
} from '../suppress/baseline.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { type Scan, scan } from './scan.ts';

const ACTIONS = ['write', 'check', 'prune'] as const;

export async function baselineCommand({ operands, layer }: Arguments, io: Io): Promise<ExitCode> {
  const [word, ...paths] = operands;
  const action = ACTIONS.find((known) => known === word);
  if (!action) {
    throw new UsageError(
      word === undefined
        ? 'Use "baseline write", "baseline check" or "baseline prune".'
        : unknownName('action', word, ACTIONS),
    );
  }
  if (layer.reason !== undefined && action !== 'write') throw new UsageError('--reason belongs to baseline write.');
  const scanned = await scan(paths, { ...layer, compare: 'off' }, io, { ignoreBaseline: true });
  const { result } = scanned.report;
  if (result.coverage.files === 0 && action === 'write') {
    io.err.write('Nothing to scan.\n');
    return EXIT.nothing;
  }
  const file = fileOf(scanned, io);
  const scope = baselineScope(file, {
    root: scanned.root.folder,
    paths: scanned.root.paths,
    excluded: scanned.excluded,
    settings: scanned.settings,
  });
  const isNew = action === 'write' && !existsSync(file);
  const home = { top: topOf(scanned.root.folder, scanned.configFile), named: layer.baseline !== undefined };
  const old = isNew ? undefined : await loadBaseline(scanned.root.folder, file, home);
  const work: Work = { file, shown: oneLine(wayFrom(realpathSync(io.cwd), file)), scope, result, scanned, io };
  const before: Baseline = old ?? { path: file, entries: [] };
  switch (action) {
    case 'write':
      return write(work, before, { reason: layer.reason, date: io.today });
    case 'check':
      return check(work, before);
    case 'prune':
      return prune(work, before);
    default:
      return action satisfies never;
  }
}

interface Work {
  readonly file: string;
  readonly shown: string;
  readonly scope: BaselineScope;
  readonly result: LintResult;
  readonly scanned: Scan;
  readonly io: Io;
}

/** The one that is configured; else one for the whole repository, beside its configuration or at its top. */
function fileOf({ settings, configFile, root }: Scan, io: Io): string {
  if (settings.baseline !== undefined) return settings.baseline;
  const here = realpathSync(io.cwd);
  const top = repositoryTop(root.folder);
  const folder = top !== root.folder || !isInside(here, root.folder) ? top : here;
  return join(configFile === undefined ? folder : dirname(configFile), DEFAULT_BASELINE);
}

function write(work: Work, before: Baseline, accepted: Pick<BaselineEntry, 'reason' | 'date'>): ExitCode {
  const { settings } = work.scanned;
  const allowed = work.result.findings.filter(({ rule }) => !settings.unsuppressible.includes(rule));
  const after = updateBaseline({ ...work.result, findings: allowed }, before, accepted, work.scope);
  save(work, after);
  const old = new Set(before.entries);
  const added = after.entries.filter((entry) => !old.has(entry)).length;
  const gone = before.entries.length + added - after.entries.length;
  work.io.out.write(
    `${work.shown} holds ${count(after.entries.length, 'finding')}: ${added} added, ${gone} removed.\n`,
  );
  const refused = work.result.findings.length - allowed.length;
  if (refused > 0)
    work.io.out.write(`Not accepted: ${count(refused, 'finding')} of rules that may not be suppressed.\n`);
  if (settings.baseline === undefined) {
    work.io.out.write(
      `Use it with "baseline: ${DEFAULT_BASELINE}" in the .dockershim.yaml beside it, or with --baseline ${work.shown}.\n`,
    );
  }
  return EXIT.clean;
}

function check(work: Work, before: Baseline): ExitCode {
  const stale = staleEntries(work.result, before, work.scope);
  for (const { path, line, rule, message } of stale) {
    const at = line === undefined ? path : `${path}:${line}`;
    work.io.out.write(oneLine(`${at} ${rule}${message === undefined ? '' : `: ${message}`}`));
    work.io.out.write('\n');
  }
  const matching = before.entries.filter((entry) => work.scope.covers(entry)).length - stale.length;
  const outside = before.entries.length - matching - stale.length;
  const parts = [
    `${matching} still found`,
    `${stale.length} no longer found`,
    ...(outside > 0 ? [`${outside} outside what was scanned`] : []),
  ];
  work.io.out.write(`${work.shown} holds ${count(before.entries.length, 'finding')}: ${parts.join(', ')}.\n`);
  return stale.length > 0 ? EXIT.findings : EXIT.clean;
}

function prune(work: Work, before: Baseline): ExitCode {
  const after = pruneBaseline(work.result, before, work.scope);
  const gone = before.entries.length - after.entries.length;
  if (gone > 0) save(work, after);
  work.io.out.write(`${work.shown} holds ${count(after.entries.length, 'finding')}: ${gone} removed.\n`);
  return EXIT.clean;
}

function save({ file, scanned }: Work, baseline: Baseline): void {
  const { folder } = scanned.root;
  const place = { path: file, name: `The baseline ${file}`, guarded: [folder, repositoryTop(folder)] };
  writeFile(
    place,
    writeBaseline(baseline, (entry) => visibleJson(entry, 0)),
  );
}
