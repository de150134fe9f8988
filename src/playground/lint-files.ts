/** One run of the pipeline over texts that a person pasted or dropped. */
import { excluded, lintOptions } from '../config/apply.ts';
import { CONFIG_NAMES } from '../config/file-names.ts';
import { readConfig } from '../config/load.ts';
import { type Layer, mergeLayers } from '../config/options.ts';
import { UsageError } from '../config/usage-error.ts';
import { lint } from '../lint.ts';
import type { Finding } from '../model/finding.ts';
import type { InputFile } from '../model/input.ts';
import { VERSION } from '../model/tool.ts';
import { oneLine } from '../report/escape.ts';
import { createStyle } from '../report/style.ts';
import { renderFrames, whereText } from '../report/text.ts';
import { createRunReport } from '../report/verdict.ts';
import { coverageText, whyText } from '../report/words.ts';
import { positionAt } from '../text/source.ts';
import type { Answer, Question, ShownFinding } from './messages.ts';

const WIDTH = 100;
const PLAIN = createStyle(false, false);
const SAME = { pathOf: (path: string) => path };

export function lintFiles(question: Question): Answer {
  const { id } = question;
  try {
    return { id, problem: undefined, ...lintAll(question) };
  } catch (error) {
    if (error instanceof UsageError) return { id, findings: [], sentences: [], problem: oneLine(error.message) };
    const story = error instanceof Error ? error.message : String(error);
    return {
      id,
      findings: [],
      sentences: [],
      problem: `This is a bug in dockershim-lint; please report it: ${oneLine(story)}`,
    };
  }
}

function lintAll({ files, runtime, minor, today }: Question): Pick<Answer, 'findings' | 'sentences'> {
  const chosen: Layer = {
    ...(runtime === undefined ? {} : { 'target-runtime': runtime }),
    ...(minor === undefined ? {} : { 'kubernetes-version': minor }),
  };
  const settings = mergeLayers([configurationOf(files), chosen]);
  const isExcluded = excluded(settings);
  const sorted = files
    .filter(({ path }) => !isExcluded(path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const options = lintOptions(settings, today);
  const { verdict, result } = createRunReport({
    version: VERSION,
    target: options.target,
    result: lint(sorted, options),
    comparison: undefined,
    failOn: settings['fail-on'],
    minConfidence: settings['min-confidence'],
    failOnParseError: settings['on-parse-error'] === 'fail',
  });
  const notes = [...result.notes, ...result.coverage.partly, ...result.coverage.notUnderstood];
  const sentences = [
    verdict.sentence,
    coverageText(result.coverage),
    ...notes.map(({ path, message }) => `${path}: ${message}`),
  ];
  return { findings: result.findings.map(shown), sentences: sentences.map(oneLine) };
}

function configurationOf(files: readonly InputFile[]): Layer {
  const own = files.filter(({ path }) => CONFIG_NAMES.some((name) => name === path));
  if (own.length > 1) throw new UsageError(`There are ${own.map(({ path }) => path).join(' and ')}; keep one of them.`);
  const [file] = own;
  return file ? readConfig(file.path, file.text) : {};
}

function shown(finding: Finding): ShownFinding {
  const { source, start, end } = finding.span;
  const place = (offset: number) => {
    const { line, column } = positionAt(source, offset);
    return { line, column };
  };
  return {
    rule: finding.rule,
    help: finding.help,
    severity: finding.severity,
    message: oneLine(finding.message),
    because: oneLine(whyText(finding)),
    instead: oneLine(finding.instead),
    where: oneLine(whereText(finding, SAME)),
    frame: renderFrames(finding, { ...SAME, width: WIDTH }, PLAIN).join('\n'),
    path: source.path,
    start: place(start),
    end: place(end),
  };
}
