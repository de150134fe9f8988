/** `dockershim-lint merge FOLDER|FILE…`: the JSON reports of many repositories as one report. */

import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Format, Layer } from '../config/options.ts';
import { readOutputs } from '../config/outputs.ts';
import { UsageError } from '../config/usage-error.ts';
import { readSmallText } from '../files/regular-file.ts';
import { writeReport } from '../files/write.ts';
import { surveyHtml } from '../organisation/html.ts';
import { surveyJson } from '../organisation/json.ts';
import type { Repository, Survey } from '../organisation/model.ts';
import { readReport } from '../organisation/read-report.ts';
import { surveyOf } from '../organisation/survey.ts';
import { surveyMarkdown, surveyText } from '../organisation/text.ts';
import { withoutTrailing } from '../text/trim.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

const MOST_BYTES = 256 * 1024 * 1024;

export function mergeCommand({ operands, layer }: Arguments, io: Io): ExitCode {
  if (operands.length === 0)
    throw new UsageError('merge needs JSON reports, or a folder of them; --output json=FILE writes one.');
  const linkBase = layer.links === undefined ? undefined : withoutTrailing(layer.links, '/');
  if (linkBase !== undefined && !/^https:\/\/[\w.:/-]+$/.test(linkBase))
    throw new UsageError('--links takes the address before the names, for example https://github.com/acme.');
  const outputs = readOutputs(layer.output ?? []);
  const survey = surveyOf(
    expected(
      operands.flatMap((operand) => reportsOf(operand, io.cwd)),
      layer,
      io.cwd,
    ),
  );
  for (const { format, file } of outputs)
    if (file === '-') io.out.write(renderSurvey(format, survey, linkBase));
    else writeReport(file, io.cwd, renderSurvey(format, survey, linkBase));
  if (!outputs.some(({ file }) => file === '-')) io.out.write(renderSurvey(layer.format ?? 'text', survey, linkBase));
  return EXIT.clean;
}

function renderSurvey(format: Format, survey: Survey, linkBase: string | undefined): string {
  switch (format) {
    case 'text':
      return surveyText(survey);
    case 'json':
      return surveyJson(survey);
    case 'markdown':
      return surveyMarkdown(survey);
    case 'html':
      return surveyHtml(survey, linkBase);
    default:
      throw new UsageError(`merge prints text, json, markdown or html, not ${format}.`);
  }
}

/** A report of a folder is called as its file is, because a run knows of its repository only the name of its folder. */
function reportsOf(operand: string, cwd: string): readonly Repository[] {
  const path = resolve(cwd, operand);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`${operand} does not exist.`);
  if (!stat.isDirectory()) return [readOne(path, undefined)];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readOne(join(path, name), name.slice(0, -'.json'.length)));
}

function readOne(path: string, given: string | undefined): Repository {
  const text = readSmallText(path, MOST_BYTES);
  const read = text === undefined ? undefined : readReport(text);
  const name = given ?? read?.name ?? basename(path);
  if (!read) return { state: 'not-looked-at', name, reason: 'its report cannot be read' };
  return { state: 'looked-at', name, report: read.report };
}

/** A repository of the list without a report must not pass for clean. */
function expected(found: readonly Repository[], { repositories }: Layer, cwd: string): readonly Repository[] {
  if (repositories === undefined) return found;
  const list = readSmallText(resolve(cwd, repositories), MOST_BYTES);
  if (list === undefined) throw new UsageError(`The list ${repositories} cannot be read.`);
  const names = new Set(found.map(({ name }) => name));
  const missing = [...new Set(list.split('\n').map((line) => line.trim()))].filter(
    (name) => name !== '' && !names.has(name),
  );
  return [
    ...found,
    ...missing.map((name): Repository => ({ state: 'not-looked-at', name, reason: 'there is no report' })),
  ];
}
