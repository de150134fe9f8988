/** Finds log shippers that only understand the json-file format of Docker. */
import {
  CRI_EXPRESSION,
  CRI_FORMAT,
  CRI_TIME,
  FILEBEAT_LINES,
  JSON_BY_DEFAULT_IMAGES,
  LOG_SETTINGS,
  LOG_VARIABLES,
  type LogSettingRow,
} from '../data/log-shippers.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { Document } from '../model/document.ts';
import type { EnvFact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import { projectFolderOf } from '../recognise/chart-layout.ts';
import { groupBy } from '../text/group.ts';
import { once } from '../text/once.ts';
import { baseName } from '../text/path.ts';
import { spanOf } from '../text/placed.ts';
import { lineBefore } from '../text/source.ts';
import { hasHole } from '../text/view.ts';
import type { Report, ReportFix, Rule, RuleContext } from './rule.ts';
import { isLeftToParser, isToldByParser, modeReport, modesOf } from './shared/docker-mode.ts';
import { holdsOne, mentions, settingsBeside, settingsOf } from './shared/documents.ts';
import { decodesLines, filestreamWords, opensFolderOfDocker } from './shared/filebeat.ts';
import { replaceBy, valueFix } from './shared/fixes.ts';
import {
  besidesOf,
  definitionOf,
  FLUENT_BIT_MULTILINE,
  fluentBitWords,
  isPassedOver,
  parserFix,
  readsJsonLines,
} from './shared/fluent-bit.ts';
import { checkImage } from './shared/json-images.ts';
import { hasStageForCri } from './shared/log-pipelines.ts';
import { withNewerImage } from './shared/old-images.ts';
import { entryRemoval } from './shared/removals.ts';
import { reportAt } from './shared/reports.ts';
import { containsKeys, endsWithKeys, lastKey, variableName, writtenOf } from './shared/settings.ts';
import { noDocker, quoted, sentence } from './shared/words.ts';

export const rule: Rule = {
  id: 'docker-log-format',
  summary: 'A log shipper only reads the log format of Docker.',
  fix: {
    safe: '`Parser docker` of Fluent Bit becomes `multiline.parser docker, cri`, which reads both formats, where the image that runs it is seen to be Fluent Bit 1.8 or newer.',
    unsafe:
      'The same where no image is seen: older versions do not start with that option. Other shippers get the parser, value or variable of the advice, which reads the lines of CRI runtimes only: on nodes that still run Docker Engine records stay unparsed.',
  },
  triggers: [
    'docker',
    '/var/log/containers',
    '/var/log/pods',
    'containers/*.log',
    'logformattype',
    'crienabled',
    'container_log',
    'containers_log',
    'container_tail',
    ...LOG_VARIABLES.map(({ name }) => name.toLowerCase()),
    ...JSON_BY_DEFAULT_IMAGES.map(({ repository }) => baseName(repository)),
  ],
  covers: ['docker-host-path'],
  checks: { setting: checkSetting, env: checkVariable, image: checkImage },
};

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  const name = variableName(fact);
  const variable =
    name !== undefined && LOG_VARIABLES.find((row) => row.name === name && row.values.includes(fact.value.text));
  if (variable) return report(fact, variable.instead, context);
  // What an application writes may be JSON on any runtime.
  if (fact.format === 'fluent-bit' && /^filter$/i.test(fact.path[0] ?? '')) return undefined;
  if (isPassedOver(fact, context)) return undefined;
  if (decodesLines(fact)) return report(fact, filestreamWords(FILEBEAT_LINES, fact), context);
  const value = fact.value.text.toLowerCase().trim();
  const row = LOG_SETTINGS.find((one) => matches(fact, one, value) && isAboutContainers(fact, one, context));
  if (!row && readsJsonLines(fact, context)) return report(fact, FLUENT_BIT_MULTILINE, context);
  if (!row || hasStageForCri(fact, context) || isToldByParser(fact, context)) return undefined;
  if (isLeftToParser(fact, context)) return modeReport(fact, context);
  if (row.tool === 'Filebeat' && readCri(settingsBeside(fact, context))) return undefined;
  const decides = variableBefore(fact);
  if (decides === undefined) return report(fact, filestreamWords(adviceOf(row, context), fact), context, row);
  return isSetOtherwise(decides, fact, context)
    ? undefined
    : report(fact, `set ${decides}=cri (or a regular expression for the CRI format) on the container`, context);
}

/** `cri.force: true` beside `type: docker`: the input is told to read the lines of CRI runtimes. */
const readCri = once((settings: readonly SettingFact[]): boolean =>
  settings.some(({ path, value }) => /^cri\.(?:force|parse_flags)$/.test(path.at(-1) ?? '') && value.text === 'true'),
);

/** The variable that has the say before this value: `#{ENV['PARSER'] || 'json'}`. */
function variableBefore({ format, value: { view, start } }: SettingFact): string | undefined {
  if (format !== 'fluentd') return undefined;
  return /ENV\[\s*["']([A-Za-z_]\w*)["']\s*\]\s*\|\|\s*["']$/.exec(
    view.text.slice(Math.max(0, start - 120), start),
  )?.[1];
}

/** A container beside the configuration sets the variable to something else than the default. */
function isSetOtherwise(name: string, { document, value }: SettingFact, { project }: RuleContext): boolean {
  const values = variablesByFolder(project).get(projectFolderOf(document.path))?.get(name) ?? [];
  return values.some((one) => one !== value.text);
}

const variablesByFolder = once(({ objects }: Project): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> => {
  const folders = new Map<string, Map<string, string[]>>();
  for (const object of objects) {
    const folder = projectFolderOf(spanOf(object).source.path);
    const variables = folders.get(folder) ?? new Map<string, string[]>();
    folders.set(folder, variables);
    for (const env of object.pods.flatMap(({ containers }) => containers.flatMap((container) => container.env))) {
      const values = variables.get(env.name) ?? [];
      if (env.value) values.push(env.value.text);
      variables.set(env.name, values);
    }
  }
  return folders;
});

function matches(fact: SettingFact, row: LogSettingRow, value: string): boolean {
  if (row.values === 'any') return containsKeys(fact.path, row.keys);
  if (!row.values.includes(value)) return false;
  return endsWithKeys(fact.path, row.keys);
}

function isAboutContainers(fact: SettingFact, row: LogSettingRow, context: RuleContext): boolean {
  if (row.near.length === 0) return true;
  if (fact.format === 'fluentd') return sectionReads(fact, row, context);
  if (tailsOtherFiles(fact, row, context)) return false;
  return mentions(fact.document, row.near) && !holdsOne(fact.document, row.unless);
}

/** The path next to the setting is written out, and is not one of container logs. */
function tailsOtherFiles(fact: SettingFact, row: LogSettingRow, context: RuleContext): boolean {
  const text = pathAmong(settingsBeside(fact, context)) ?? '';
  return text.startsWith('/') && !hasHole(text) && !row.near.some((word) => text.includes(word));
}

const pathAmong = once(
  (settings: readonly SettingFact[]) => settings.find((one) => lastKey(one).toLowerCase() === 'path')?.value.text,
);

/** The source that the setting is in tails a path of container logs, and parses nothing else. */
function sectionReads(fact: SettingFact, row: LogSettingRow, context: RuleContext): boolean {
  return rowsRead(sections(fact.document, context).get(sectionOf(fact)) ?? []).has(row);
}

const sections = once((document: Document, context: RuleContext) => groupBy(settingsOf(document, context), sectionOf));

function sectionOf({ path: [kind, section] }: SettingFact): string {
  return `${kind}\0${section}`;
}

/** The path is one of container logs, or a variable that is called after them: `#{ENV['CONTAINER_LOGS_PATH']}`. */
function isOfContainers(path: string, { near }: LogSettingRow): boolean {
  return near.some((word) => path.includes(word)) || VARIABLE_OF_LOGS.test(path.slice(0, 4096));
}

const VARIABLE_OF_LOGS = /ENV\[\s{0,9}["'](?:\w{1,40}_)?CONTAINERS?_(?:LOGS?|TAIL)_?(?:PATHS?|FILES?|DIR)["']\s{0,9}\]/;

/** The rows of the table that a section answers to. */
const rowsRead = once((section: readonly SettingFact[]): ReadonlySet<LogSettingRow> => {
  const reads = (row: LogSettingRow) =>
    section.some((one) => lastKey(one) === 'path' && isOfContainers(one.value.text, row)) &&
    !section.some((one) => row.unless.some((word) => `${lastKey(one)} ${one.value.text}`.includes(word)));
  return new Set(LOG_SETTINGS.filter(reads));
});

function checkVariable(fact: EnvFact, context: RuleContext): Report | undefined {
  const row = LOG_VARIABLES.find((one) => one.name === fact.name && one.values.includes(fact.value?.text ?? ''));
  return row && report(fact, row.instead, context);
}

function adviceOf({ instead, insteadCrio }: LogSettingRow, { target }: RuleContext): string {
  return target.runtime === 'cri-o' ? (insteadCrio ?? instead) : instead;
}

function report(fact: SettingFact | EnvFact, instead: string, context: RuleContext, row?: LogSettingRow): Report {
  const { target } = context;
  const daemonLog = row?.values.includes('/var/log/docker.log');
  return reportAt(
    fact,
    // Engines under systemd never wrote it; where one did, no container's lines are in it.
    daemonLog
      ? 'docker-log-format/leftover'
      : readsFolderOfDocker(fact, context)
        ? 'docker-log-format/own-folder'
        : 'docker-log-format',
    {
      message: daemonLog
        ? 'Nothing writes /var/log/docker.log without Docker Engine'
        : `${quoted(writtenOf(fact))} reads the JSON lines of Docker; other runtimes write another format`,
      ...noDocker(target, daemonLog ? 'only dockerd wrote that log' : CRI_FORMAT),
      instead: sentence(wordsFor(instead, row, fact, context) + besidesOf(fact, context)),
      related: [...definitionOf(fact, context), ...modesOf(fact, context)],
      fix: fixOf(fact, instead, row, context),
    },
    // What has no value is its key.
    (fact.kind === 'setting' && fact.at.text === '' && fact.key) || fact.at,
  );
}

function wordsFor(
  instead: string,
  row: LogSettingRow | undefined,
  fact: SettingFact | EnvFact,
  context: RuleContext,
): string {
  return row?.needsNewer
    ? withNewerImage(instead, row.needsNewer, fact, context)
    : fluentBitWords(instead, fact, context);
}

/** The input opens files that only Docker writes, so that the format is right wherever it finds one. */
function readsFolderOfDocker(fact: SettingFact | EnvFact, context: RuleContext): boolean {
  if (fact.kind !== 'setting') return false;
  return /^\/var\/lib\/docker\//.test(pathAmong(settingsBeside(fact, context)) ?? '') || opensFolderOfDocker(fact);
}

function fixOf(
  fact: SettingFact | EnvFact,
  instead: string,
  row: LogSettingRow | undefined,
  context: RuleContext,
): ReportFix | undefined {
  if (RUNTIMES[context.target.runtime].keepsDocker && fact.kind === 'env') return undefined;
  if (fact.kind === 'env') return fact.value && valueFix(fact.value, fact.name, instead);
  const name = variableName(fact);
  if (name !== undefined) return valueFix(fact.value, name, instead);
  if (variableBefore(fact) !== undefined) return undefined;
  return parserFix(fact, instead, context) ?? expressionFix(fact, context) ?? (row && rowFix(fact, row));
}

/** What the row of the table says of the setting alone. */
function rowFix(fact: SettingFact, { becomes }: LogSettingRow): ReportFix | undefined {
  if (becomes === undefined) return undefined;
  if (becomes === null) return entryRemoval(fact.value, 'unsafe');
  if ('value' in becomes) return replaceBy(fact.value, becomes.value, 'unsafe');
  return fact.key?.text === 'docker' ? replaceBy(fact.key, becomes.key, 'unsafe') : undefined;
}

/** `format json` or `@type json` of fluentd, with the time format beside it. */
function expressionFix(fact: SettingFact, context: RuleContext): ReportFix | undefined {
  if (fact.format !== 'fluentd' || fact.value.text !== 'json' || !fact.key) return undefined;
  const { view, start } = fact.key;
  const indent = /(?<![ \t])[ \t]*$/.exec(lineBefore(view.text, start))?.[0] ?? '';
  const written = lastKey(fact) === 'format' ? CRI_EXPRESSION : `regexp\n${indent}expression ${CRI_EXPRESSION}`;
  const first = replaceBy(fact.value, written, 'unsafe');
  const time = settingsBeside(fact, context).find((one) => lastKey(one) === 'time_format');
  if (!first || !time || time.value.text === CRI_TIME) return first;
  const also = replaceBy(time.value, CRI_TIME, 'unsafe');
  return also && { ...first, also: [also] };
}
