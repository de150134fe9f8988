/** `dockershim-lint [paths…]`: scans, prints the reports, and tells the verdict as an exit status. */
import { realpathSync } from 'node:fs';
import { type Layer, optionsOn } from '../config/options.ts';
import { readOutputs } from '../config/outputs.ts';
import { UsageError } from '../config/usage-error.ts';
import { prefixFrom, wayFrom } from '../files/paths.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import { oneLine, visibleLines } from '../report/escape.ts';
import { countedFindings, PLAIN, type RenderOptions, type RunReport } from '../report/model.ts';
import { pieceReporterOf } from '../report/render.ts';
import { count, unreadCount } from '../report/words.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Fixed } from './fix.ts';
import { type Io, showsLinks, terminalWidth, wantsColor } from './io.ts';
import { type Scan, scan } from './scan.ts';

export async function lintCommand({ operands, layer }: Arguments, io: Io): Promise<ExitCode> {
  const outputs = readOutputs(layer.output ?? []);
  if (layer.history !== undefined && layer.format !== 'html' && !outputs.some(({ format }) => format === 'html'))
    throw new UsageError('--history adds a line to the HTML report; ask for one with --output html=FILE.');
  const scanned = layer.fix ? await fixAndScan(operands, layer, io) : await scan(operands, layer, io);
  const { settings, root } = scanned;
  const prefix = prefixFrom(realpathSync(io.cwd), root.folder);
  const pathOf = (path: string) => (prefix.startsWith('../') && settings.format !== 'text' ? path : prefix + path);
  if (settings['show-config']) {
    io.out.write(configText(scanned, io));
    return EXIT.clean;
  }
  if (settings['show-files']) {
    io.out.write(scanned.files.map((path) => `${oneLine(pathOf(path))}\n`).join(''));
    return EXIT.clean;
  }
  const history =
    layer.history === undefined ? undefined : (await import('./history.ts')).readHistory(layer.history, io);
  const run = shownPart(scanned.report, settings['min-severity']);
  const terminal: RenderOptions = {
    color: wantsColor(settings.color, io.out, io.env),
    width: terminalWidth(io.out),
    terminal: io.out.isTerminal,
    hyperlinks: showsLinks(io.out, io.env),
    quiet: settings.quiet,
    showUnexplained: settings['show-unexplained'],
    pathOf,
    history,
  };
  for (const { format, file } of outputs) {
    const report = await pieceReporterOf(format);
    if (file === '-') writePieces(report(run, terminal), io);
    else {
      const { writeReport } = await import('../files/write.ts');
      writeReport(file, io.cwd, report(run, { ...PLAIN, pathOf, history }), root.folder);
    }
  }
  if (settings.diff) {
    const { patchOf } = await import('./fix.ts');
    io.out.write(shown(patchOf(countedFindings(run), settings['unsafe-fixes'], pathOf), io));
  } else if (settings.statistics) {
    const { recapLines } = await import('../report/recap.ts');
    io.out.write(`${recapLines(countedFindings(run)).join('\n')}\n`.trimStart());
  } else if (!outputs.some(({ file }) => file === '-')) {
    const report = await pieceReporterOf(settings.format);
    writePieces(report(run, terminal), io);
  }
  if (run.verdict.conclusion === 'nothing-to-scan' && (settings.format !== 'text' || settings.quiet))
    io.err.write(`${run.verdict.sentence}\n`);
  const code = exitCode(run);
  const excused = settings['exit-zero'] || (settings['allow-nothing'] && code === EXIT.nothing);
  return excused ? EXIT.clean : code;
}

function writePieces(pieces: Iterable<string>, { out }: Io): void {
  for (const piece of pieces) out.write(piece);
}

/** What is printed; what fails was decided before. */
function shownPart(run: RunReport, least: Severity): RunReport {
  const loud = (findings: readonly Finding[]) =>
    findings.filter(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least));
  const { result, comparison } = run;
  const hidden = countedFindings(run).length - loud(countedFindings(run)).length;
  if (hidden === 0) return run;
  const note: Note = {
    code: 'not-shown',
    message: `${count(hidden, 'finding')} below min-severity ${least} not shown`,
    path: '.',
    coverage: 'about',
  };
  return {
    ...run,
    result: { ...result, findings: loud(result.findings), notes: [...result.notes, note] },
    comparison: comparison && {
      ...comparison,
      introduced: loud(comparison.introduced),
      existing: loud(comparison.existing),
    },
  };
}

/** Every setting that a file can hold, as YAML that such a file may hold. */
function configText({ settings, configFile }: Scan, io: Io): string {
  const from = configFile === undefined ? 'no configuration file' : wayFrom(realpathSync(io.cwd), configFile);
  const lines = optionsOn('file').flatMap((name) => {
    const value = settings[name];
    return value === undefined
      ? []
      : [`${name}: ${JSON.stringify(name === 'kubernetes-version' ? `1.${value}` : value)}`];
  });
  return `${oneLine(`# from ${from}, the command line and the defaults`)}\n${lines.join('\n')}\n`;
}

/** What one fix leaves behind another one may mend: the mount of a folder whose only reader is gone. */
const MOST_PASSES = 5;

/** Fixes what counts until nothing more can be, tells so, and looks again: the reports are about what is left. */
async function fixAndScan(operands: readonly string[], layer: Layer, io: Io): Promise<Scan> {
  if (layer.diff) throw new UsageError('--fix writes and --diff only shows; give one of them.');
  const { applyFixes, fixedSentence } = await import('./fix.ts');
  let last = await scan(operands, layer, io);
  const withUnsafe = last.settings['unsafe-fixes'];
  const passes: Fixed[] = [];
  while (passes.length < MOST_PASSES) {
    const fixed = applyFixes(last.root.folder, countedFindings(last.report), withUnsafe);
    passes.push(fixed);
    if (fixed.mended === 0) break;
    last = await scan(operands, layer, io);
  }
  io.err.write(`${oneLine(fixedSentence(passes, withUnsafe))}\n`);
  return last;
}

/** A terminal obeys escapes; a patch for `git apply` needs the bytes. */
function shown(patch: string, io: Io): string {
  return io.out.isTerminal ? visibleLines(patch) : patch;
}

function exitCode(run: RunReport): ExitCode {
  switch (run.verdict.conclusion) {
    case 'nothing-to-scan':
      return EXIT.nothing;
    case 'success':
      return EXIT.clean;
    case 'failure':
      return run.verdict.failing > 0 || unreadCount(run.result.coverage) === 0 ? EXIT.findings : EXIT.notUnderstood;
  }
}
